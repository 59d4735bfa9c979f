"""Code values of the EU's list, and what they mean in the record's terms.

Source: European Commission, XML schema 1.1 of the consolidated list; ISO 639.
"""

from __future__ import annotations

SCHEMATA = {"person": "Person", "enterprise": "Organization"}
"""Code of `subjectType` -> schema."""

IGNORED_ELEMENTS = frozenset(
    [
        # Which act brought this one name or address; the entry's own act is in `regulation`.
        "regulationSummary",
        # Read before the others.
        "subjectType",
    ]
)

LISTING_ACTS = frozenset({"regulation"})
"""`regulationType` of acts that list the party themselves: their dates are those of a start."""

LATER_ACTS = frozenset({"amendment", "repealing", "corrigendum", "replacing", "extending"})
"""`regulationType` of acts that change entries, or carry them over from another act."""

IDENTIFICATIONS = {
    "passport": "passportNumber",
    "diplpassport": "passportNumber",
    "id": "idNumber",
    "ssn": "socialSecurityNumber",
    "fiscalcode": "taxNumber",
    "regnumber": "registrationNumber",
    "tradelic": "licenseNumber",
    "drivinglicence": "idNumber",
    "travelcardid": "idNumber",
    "residentperm": "idNumber",
    "birthcert": "idNumber",
    "electionid": "idNumber",
    "swiftbic": "swiftBic",
    "imo": "imoNumber",
    "other": "idNumber",
}
"""`identificationTypeCode` -> property of the party."""

FLAGS = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to have expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by its issuer",
}
"""Flag of an identification -> words kept with the paper when it is set."""

CONTACTS = {"PHONE": "phone", "EMAIL": "email", "WEB": "website"}
"""Key of `contactInfo` -> property; `FAX` is a note."""

ALPHA3_LANGUAGES = {
    "AR": "ara", "BE": "bel", "BG": "bul", "BS": "bos", "CS": "ces", "DA": "dan", "DE": "deu",
    "EL": "ell", "EN": "eng", "ES": "spa", "ET": "est", "FA": "fas", "FI": "fin", "FR": "fra",
    "GA": "gle", "HE": "heb", "HR": "hrv", "HU": "hun", "HY": "hye", "IT": "ita", "JA": "jpn",
    "KA": "kat", "KO": "kor", "LT": "lit", "LV": "lav", "MK": "mkd", "MT": "mlt", "MY": "mya",
    "NL": "nld", "PL": "pol", "PS": "pus", "PT": "por", "RO": "ron", "RU": "rus", "SK": "slk",
    "SL": "slv", "SQ": "sqi", "SR": "srp", "SV": "swe", "TR": "tur", "UK": "ukr", "UR": "urd",
    "ZH": "zho",
}  # fmt: skip
"""`nameLanguage` (ISO 639-1, in capitals) -> the three-letter code of the record."""
