"""The labels of OFAC's remarks and what they mean: adding one is adding a line.

Letter case and a leading `alt.` are taken care of; the longest label that fits wins. Labels
were gathered from the editions of 2019 to 2025 by counting; one that is missing here shows
up as drift when a list is loaded.
"""

from __future__ import annotations

from interdict.lists.ofac.remarks import Rule, Rules
from interdict.lists.ofac.rules import (
    alias,
    date,
    directive_date,
    document,
    gender,
    identifier,
    imo_number,
    imo_or,
    link,
    note,
    text,
    trait,
    wallet,
)

PERSONAL: dict[str, Rule] = {
    "DOB": date("birthDate"),
    "POB": trait("birthPlace"),
    "Place of birth": trait("birthPlace"),
    "nationality": trait("nationality"),
    "citizen": trait("citizenship"),
    "Gender": gender,
    "ethnicity": text("ethnicity"),
    "Tribe": note("tribe"),
    "Subtribe": note("tribe"),
    "Title": text("title"),
    "Alternate Title": text("title"),
    "Position": text("position"),
    "Occupation": text("position"),
    "Individual's height is": text("height"),
    "Chinese Commercial Code": note("chinese_commercial_code"),
    "Organization": note("organization"),
    "From": note("from"),
    "Interpol": note("interpol"),
}

NAMES: dict[str, Rule] = {
    "a.k.a.": alias("weakAlias"),
    "f.k.a.": alias("previousName", "weak"),
    "n.k.a.": alias("alias", "nka"),
    "d.b.a.": alias("weakAlias", "dba"),
    "Issuer Name": text("alias", "issuer"),
}

TIES: dict[str, Rule] = {
    "Linked To:": link("Linked To", "link"),
    "Aircraft Operator": link("Aircraft operator", "operator"),
    "Vessel Operator": link("Vessel operator", "operator"),
    "Vessel Owner": link("Vessel owner", "owner"),
}

MEASURES: dict[str, Rule] = {
    "Additional Sanctions Information": note("additional_sanctions_information"),
    "Secondary sanctions risk": note("secondary_sanctions_risk"),
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions": note(
        "transactions_prohibited"
    ),
    "United States financial institutions": note(
        "prohibition", "United States financial institutions"
    ),
    "All transactions": note("prohibition", "All transactions"),
    "All offices worldwide": note("scope", "All offices worldwide"),
    "Executive Order": note("executive_order", "Executive Order"),
    "CAATSA": note("caatsa", "CAATSA"),
    "PEESA Information": note("peesa", "PEESA Information:"),
    "For more information": note("reference", "For more information"),
    "IFCA Determination": note("ifca"),
    "named in UNSCR": note("reference", "named in UNSCR"),
    "Listing Date": directive_date("event:listed"),
    "Effective Date": directive_date("event:in_force"),
    "Purchase/Sales For Divestment Date": directive_date("summary", "divestment_date"),
}

ORGANIZATIONAL: dict[str, Rule] = {
    "Organization Established Date": date("incorporationDate"),
    "Organization Type:": text("sector"),
    "Target Type": text("classification"),
    "Nationality of Registration": text("country", "registration"),
    "Registration Country": text("country", "registration"),
    "UN/LOCODE": note("locode"),
    "MICEX Code": identifier("ticker"),
    "Operations in": note("operations", "Operations in"),
    "Also operations in": note("operations", "Also operations in"),
}

CONTACTS: dict[str, Rule] = {
    "Phone": identifier("phone"),
    "Phone No.": identifier("phone"),
    "Phone Number": identifier("phone"),
    "Telephone": identifier("phone"),
    "Telephone No.": identifier("phone"),
    "Telephone Number": identifier("phone"),
    "Fax": identifier("phone", "fax"),
    "Fax No.": identifier("phone", "fax"),
    "Telex": identifier("phone", "telex"),
    "Email": identifier("email"),
    "Email Address": identifier("email"),
    "E-mail": identifier("email"),
    "Website": identifier("website"),
}

TRANSPORT: dict[str, Rule] = {
    "Vessel Registration Identification": imo_or("registrationNumber", "Vessel registration"),
    "MMSI": identifier("mmsi"),
    "Other Vessel Call Sign": identifier("callSign", "other"),
    "Vessel Call Sign": identifier("callSign"),
    "Former Vessel Flag": text("pastFlags"),
    "Other Vessel Flag": text("flag", "other"),
    "Vessel Flag": text("flag"),
    "Former Vessel Type": text("pastTypes"),
    "Other Vessel Type": text("type", "other"),
    "Vessel Type": text("type"),
    "Vessel Year of Build": date("buildDate"),
    "Aircraft Manufacture Date": date("buildDate"),
    "Aircraft Model": text("model"),
    "Aircraft Type": text("type"),
    "Aircraft Tail Number": identifier("registrationNumber"),
    "Previous Aircraft Tail Number": identifier("registrationNumber", "previous"),
    "Aircraft Manufacturer's Serial Number (MSN)": identifier("serialNumber"),
    "Aircraft Construction Number (also called L/N or S/N or F/N)": identifier(
        "serialNumber", "construction"
    ),
    "Aircraft Serial Identification": identifier("serialNumber", "identification"),
    "Aircraft Mode S Transponder Code": identifier("icaoCode", "mode_s"),
}

FINANCIAL: dict[str, Rule] = {
    "Digital Currency Address": wallet,
    "SWIFT/BIC": identifier("swiftBic"),
    "D-U-N-S Number": identifier("dunsCode"),
    "BIK (RU)": identifier("bikCode"),
    "ISIN": identifier("isinCode"),
    "Equity Ticker": identifier("ticker"),
}

DOCUMENT_LABELS: dict[str, tuple[str, ...]] = {
    "idNumber": (
        "National ID No.",
        "National Foreign ID Number",
        "Identification Number ISIN",
        "Personal ID Card",
        "Personal ID No.",
        "Cedula No.",
        "Cedula de Residencia",
        "Residency Number",
        "Citizen's Card Number",
        "C.U.R.P.",
        "C.U.I.P.",
        "C.U.I.",
        "D.N.I.",
        "N.I.E.",
        "I.F.E.",
        "LE Number",
        "CNP (Personal Numerical Code)",
        "Numero de Identidad",
        "Credencial electoral",
        "Electoral Registry No.",
        "Cartilla de Servicio Militar Nacional",
        "Military Registration Number",
        "Birth Certificate Number",
        "Travel Document Number",
        "VisaNumberID",
        "Visa Number",
        "Immigration No.",
        "Public Security and Immigration No.",
        "Refugee ID Card",
        "Stateless Person ID Card",
        "Tazkira National ID Card",
        "Tarjeta Profesional",
        "Tarjeta de Identidad",
        "Seafarer's Identification Document",
        "Turkish Identification Number",
        "Turkish Identificiation Number",
        "Kenyan ID No.",
        "Bosnian Personal ID No.",
        "Moroccan Personal ID No.",
        "UAE Identification",
        "Romanian Permanent Resident",
        "Pilot License Number",
        "Driver's License No.",
        "Temporary suspension of deportation No.",
        "Serial No.",
    ),
    "socialSecurityNumber": ("SSN",),
    "taxNumber": (
        "Tax ID No.",
        "NIT",
        "RUC",
        "RIF",
        "R.F.C.",
        "RFC",
        "RTN",
        "RSIN",
        "C.I.F.",
        "N.I.F.",
        "C.U.I.T.",
        "C.N.P.J.",
        "US FEIN",
        "Fiscal Code",
        "Italian Fiscal Code",
        "Romanian Tax Registration",
        "Paraguayan tax identification number",
        "Numero Unico de Identificacao Tributaria (NUIT)",
    ),
    "vatCode": ("V.A.T. Number",),
    "uscCode": (
        "Unified Social Credit Code (USCC)",
        "United Social Credit Code Certificate (USCCC)",
    ),
    "leiCode": ("Legal Entity Number",),
    "licenseNumber": (
        "License",
        "Trade License No.",
        "Tourism License No.",
        "Permit Number",
        "SRE Permit No.",
        "Afghan Money Service Provider License Number",
    ),
    "ogrnCode": ("Russian State Individual Business Registration Number Pattern (OGRNIP)",),
    "okpoCode": ("Government Gazette Number",),
    "registrationNumber": (
        "Registration Number",
        "Registration ID",
        "Public Registration Number",
        "Business Registration Number",
        "Business Registration Document",
        "Business Number",
        "Branch Unit Number",
        "UK Company Number",
        "Company ID",
        "Enterprise Number",
        "File Number",
        "Organization Code",
        "Commercial Registry Number",
        "Central Registration System Number",
        "Chamber of Commerce Number",
        "Certificate of Incorporation Number",
        "Registration Certificate Number (Dubai)",
        "Dubai Chamber of Commerce Membership No.",
        "Istanbul Chamber of Comm. No.",
        "Economic Register Number (CBLS)",
        "Registered Charity No.",
        "MSB Registration Number",
        "Folio Mercantil No.",
        "Matricula Mercantil No",
        "Romanian C.R.",
        "C.R. No.",
        "C.I.N.",
        "Trademark number",
    ),
}
"""Property -> labels of numbered papers whose number it is."""

PASSPORTS = (
    "Passport",
    "Passport Booklet",
    "Diplomatic Passport",
    "Stateless Person Passport",
    "British National Overseas Passport",
    "U.S.A. Passport",
)

DOCUMENTS: dict[str, Rule] = {
    label: document(prop, label.rstrip("."))
    for prop, labels in DOCUMENT_LABELS.items()
    for label in labels
}
DOCUMENTS |= {label: document("passportNumber", label, "Passport") for label in PASSPORTS}
DOCUMENTS |= {
    "Identification Number": imo_or("idNumber", "Identification Number"),
    "Company Number": imo_or("registrationNumber", "Company Number"),
    "International Maritime Organization No.": imo_number,
}

PROSE = (
    "son of",
    "wife of",
    "brother of",
    "daughter of",
    "sister of",
    "husband of",
    "arrested",
    "apprehended",
    "currently",
    "incarcerated",
    "in custody",
    "ICTY indictee",
    "deceased",
    "died",
    "Holder of",
    "believed",
    "reportedly",
    "possibly",
    "(",
)
"""How free remarks start that are neither a post nor a labelled value."""

LABELS: dict[str, Rule] = {
    **PERSONAL,
    **NAMES,
    **TIES,
    **MEASURES,
    **ORGANIZATIONAL,
    **CONTACTS,
    **TRANSPORT,
    **FINANCIAL,
    **DOCUMENTS,
}

RULES = Rules(LABELS, PROSE)
