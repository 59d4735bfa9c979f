"""What the columns and elements of the UK Sanctions List are called, form by form.

The fields are those that `designation` reads; `name.type` is the field `type` of facts that
stand together as a name.

Source: Foreign, Commonwealth and Development Office, "UK Sanctions List: format guide".
"""

from __future__ import annotations

COLUMNS = {
    "Last Updated": "updated",
    "OFSI Group ID": "ofsi",
    "UN Reference Number": "un_reference",
    "Title": "title",
    "Regime Name": "regime",
    "Designation Type": "kind",
    "Designation source": "source",
    "Sanctions Imposed": "measures",
    "Other Information": "other",
    "UK Statement of Reasons": "reasons",
    "Phone number": "phone",
    "Website": "website",
    "Email address": "email",
    "Date Designated": "designated",
    "D.O.B": "dob",
    "Nationality(/ies)": "nationality",
    "Position": "position",
    "Gender": "gender",
    "Type of entity": "entity_type",
    "Subsidiaries": "subsidiary",
    "Parent company": "parent",
    "Business registration number (s)": "registration",
    "IMO number": "imo",
    "Current owner/operator (s)": "owner",
    "Previous owner/operator (s)": "previous_owner",
    "Current believed flag of ship": "flag",
    "Previous flags": "previous_flag",
    "Type of ship": "ship_type",
    "Tonnage of ship": "tonnage",
    "Length of ship": "length",
    "Year Built": "built",
    "Hull identification number (HIN)": "hull",
}
"""Column of the CSV -> field."""

GROUP_COLUMNS = {
    "name": (
        *("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"),
        *("Name type", "Alias strength"),
    ),
    "script": (
        "Name non-latin script",
        "Non-latin script type",
        "Non-latin script language",
    ),
    "address": (
        *(f"Address Line {n}" for n in range(1, 7)),
        *("Address Postal Code", "Address Country"),
    ),
    "birth": ("Town of birth", "Country of birth"),
    "identifier": ("National Identifier number", "National Identifier additional information"),
    "passport": ("Passport number", "Passport additional information"),
}
"""Facts that stand together -> their columns in the CSV, in the order of `designation.GROUPS`."""

GROUP_ELEMENTS = {
    "Name": "name",
    "NonLatinName": "script",
    "Address": "address",
    "Location": "birth",
    "NationalIdentifier": "identifier",
    "Passport": "passport",
}
"""Element of the XML whose children stand together -> what they make."""

ELEMENTS = {
    "LastUpdated": "updated",
    "OFSIGroupID": "ofsi",
    "UNReferenceNumber": "un_reference",
    "Title": "title",
    "RegimeName": "regime",
    "IndividualEntityShip": "kind",
    "DesignationSource": "source",
    "SanctionsImposed": "measures",
    "OtherInformation": "other",
    "UKStatementofReasons": "reasons",
    "PhoneNumber": "phone",
    "Website": "website",
    "EmailAddress": "email",
    "DateDesignated": "designated",
    "DOB": "dob",
    "Nationality": "nationality",
    "Position": "position",
    "Gender": "gender",
    "TypeOfEntity": "entity_type",
    "Subsidiary": "subsidiary",
    "ParentCompany": "parent",
    "BusinessRegistrationNumber": "registration",
    "IMONumber": "imo",
    "CurrentOwnerOperator": "owner",
    "PreviousOwnerOperator": "previous_owner",
    "CurrentBelievedFlagOfShip": "flag",
    "PreviousFlag": "previous_flag",
    "TypeOfShip": "ship_type",
    "TonnageOfShip": "tonnage",
    "LengthOfShip": "length",
    "YearBuilt": "built",
    "HullIdentificationNumber": "hull",
    **{f"Name{n}": f"name.name{n}" for n in range(1, 7)},
    "NameType": "name.type",
    "AliasStrength": "name.strength",
    "NameNonLatinScript": "script.text",
    "NonLatinScriptType": "script.script",
    "NonLatinScriptLanguage": "script.language",
    **{f"AddressLine{n}": f"address.line{n}" for n in range(1, 7)},
    "AddressPostalCode": "address.postcode",
    "AddressCountry": "address.country",
    "TownOfBirth": "birth.town",
    "CountryOfBirth": "birth.country",
    "NationalIdentifierNumber": "identifier.number",
    "NationalIdentifierAdditionalInformation": "identifier.information",
    "PassportNumber": "passport.number",
    "PassportAdditionalInformation": "passport.information",
}
"""Element of the XML that holds text -> field."""

WRAPPERS = frozenset(
    """
    UniqueID Names NonLatinNames Titles Addresses PhoneNumbers EmailAddresses Websites
    SanctionsImposedIndicators IndividualDetails Individual DOBs Nationalities Positions Genders
    BirthDetails NationalIdentifierDetails PassportDetails EntityDetails Entity TypeOfEntities
    Subsidiaries ParentCompanies BusinessRegistrationNumbers ShipDetails Ship IMONumbers
    CurrentOwnerOperators PreviousOwnerOperators CurrentBelievedFlagOfShips PreviousFlags
    TypeOfShipDetails TonnageOfShipDetails LengthOfShipDetails YearsBuilt
    HullIdentificationNumbers
    """.split()
)
"""Elements of the XML that only hold others, and the number, which is read before them."""

SHORT_COLUMNS = {
    "Unique ID": "unique_id",
    "OFSI Group ID": "ofsi",
    "Name": "listed_name",
    "Regime Name": "regime",
    "Type": "kind",
    "Designation source": "source",
    "Date Designated": "designated",
    "Sanctions Imposed": "measures",
}
"""Column of the short form -> field."""
