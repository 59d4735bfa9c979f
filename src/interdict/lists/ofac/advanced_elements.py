"""What the advanced format is made of: its sections, elements and attributes.

Source: OFAC, sdn_advanced.xsd.
"""

from __future__ import annotations

from interdict.lists.ofac.strict_xml import table

SECTIONS = frozenset(
    """
    DateOfIssue ReferenceValueSets Locations IDRegDocuments DistinctParties ProfileRelationships
    SanctionsEntries SanctionsEntryLinks
    """.split()
)

NOTHING = frozenset(["", "Unknown", "undetermined"])
"""Reference values that say nothing."""

_DATE = "Year Month Day"
_DATE_END = "@Approximate @YearFixed @MonthFixed @DayFixed From To"

KNOWN = table(
    DistinctParty="@FixedRef @DeltaAction Comment Profile",
    Profile="""@ID @PartySubTypeID @DeltaAction Identity Feature SanctionsEntryReference
        ExternalReference""",
    Identity="""@ID @FixedRef @Primary @False @DeltaAction Alias NamePartGroups
        IDRegDocumentReference""",
    Alias="@FixedRef @AliasTypeID @Primary @LowQuality @DeltaAction DocumentedName",
    DocumentedName="@ID @FixedRef @DocNameStatusID @DeltaAction DocumentedNamePart",
    DocumentedNamePart="@DeltaAction NamePartValue",
    NamePartValue="@NamePartGroupID @ScriptID @ScriptStatusID @Acronym @DeltaAction",
    NamePartGroups="MasterNamePartGroup",
    MasterNamePartGroup="NamePartGroup",
    NamePartGroup="@ID @NamePartTypeID @DeltaAction",
    IDRegDocumentReference="@DocumentID",
    Feature="@ID @FeatureTypeID @DeltaAction FeatureVersion IdentityReference",
    FeatureVersion="""@ID @ReliabilityID @DeltaAction Comment DatePeriod VersionDetail
        VersionLocation""",
    IdentityReference="@IdentityID @IdentityFeatureLinkTypeID",
    VersionDetail="@DetailTypeID @DetailReferenceID @DeltaAction",
    VersionLocation="@LocationID",
    DatePeriod="@CalendarTypeID @YearFixed @MonthFixed @DayFixed Comment Start End",
    Start=_DATE_END,
    End=_DATE_END,
    From=_DATE,
    To=_DATE,
    IDRegDocument="""@ID @IDRegDocTypeID @IdentityID @IssuedBy-CountryID @IssuedIn-LocationID
        @ValidityID @DeltaAction Comment IDRegistrationNo IssuingAuthority DocumentDate
        DocumentedNameReference IDRegDocumentMention""",
    DocumentDate="@IDRegDocDateTypeID DatePeriod",
    DocumentedNameReference="@DocumentedNameID",
    SanctionsEntry="@ID @ProfileID @ListID @DeltaAction EntryEvent SanctionsMeasure",
    EntryEvent="@ID @EntryEventTypeID @LegalBasisID @DeltaAction Comment Date",
    Date=f"@CalendarTypeID {_DATE}",
    SanctionsMeasure="@ID @SanctionsTypeID @DeltaAction Comment DatePeriod",
    ProfileRelationship="""@ID @From-ProfileID @To-ProfileID @RelationTypeID @RelationQualityID
        @Former @SanctionsEntryID @DeltaAction Comment DatePeriod IDRegDocumentReference""",
)
"""Element -> its known children and, with `@`, attributes. Numbers of the publisher's own
database and marks of its change files (`DeltaAction`) are known and not read."""
