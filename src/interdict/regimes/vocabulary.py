"""The closed lists of words that a regime's file may use, each with its legal boundary.

A word outside these lists is refused when a file is read: two files that mean the same
must say the same. What a new word would have to bring is said in `docs/regimes.md`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed list, with the boundary that tells it from its neighbours."""

    title: str
    boundary: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is bound. `within` are the wider classes that this one always lies inside.

    Whoever asks as a US financial institution is also told what binds every US person, and
    what binds anybody; the lists are complete, not only one step up.
    """

    title: str
    boundary: str
    within: tuple[str, ...] = ()


EFFECTS: dict[str, Word] = {
    # --- property ---------------------------------------------------------------------
    "asset_freeze": Word(
        "Asset freeze",
        "Property of the designated party is blocked where it lies: title stays, every use "
        "needs a licence. Not confiscation, and not a ban on new dealings by itself.",
    ),
    "dealing_ban": Word(
        "Ban on dealings",
        "No transaction with the party or in its property, in either direction. Wider than a "
        "freeze: it also reaches what is not held yet.",
    ),
    "make_available_ban": Word(
        "Ban on making resources available",
        "No funds or economic resources to or for the party, directly or indirectly. One "
        "direction only; receiving from the party is a matter of the freeze.",
    ),
    "owned_entity_extension": Word(
        "Extension to owned entities",
        "The effects on property reach entities that the party owns to the regime's threshold, "
        "though no list names them. Ownership only, unless the regime adds control.",
    ),
    "no_claims": Word(
        "Prohibition to satisfy claims",
        "No claim arising from a contract that the measures affected may be satisfied.",
    ),
    # --- financial institutions -------------------------------------------------------
    "fi_retain_report": Word(
        "Retain and report",
        "A financial institution that becomes aware of funds in which the party or its agent "
        "has an interest keeps hold of them and reports them. Bound to awareness; not a duty "
        "of other businesses.",
    ),
    "fi_reject": Word(
        "Reject",
        "A financial institution turns the transaction away; nothing is held or blocked.",
    ),
    "correspondent_account_ban": Word(
        "Correspondent account ban",
        "No, or only conditional, correspondent or payable-through accounts for the named "
        "foreign institution. The institution is the target.",
    ),
    "secondary_sanctions_exposure": Word(
        "Secondary sanctions exposure",
        "A risk, not a prohibition: the authority may act against whoever deals knowingly with "
        "the party, without a link to its own jurisdiction.",
    ),
    # --- crime and civil liability ----------------------------------------------------
    "material_support_crime": Word(
        "Material support",
        "Providing support or resources to the organization is a crime, whatever they are "
        "meant for. Knowledge of the designation or of the terrorism suffices.",
    ),
    "training_crime": Word(
        "Receiving training",
        "Receiving military-type training from the organization is a crime.",
    ),
    "membership_crime": Word(
        "Membership",
        "Belonging, or professing to belong, is itself a crime.",
    ),
    "support_expression_crime": Word(
        "Expressing support",
        "Inviting or expressing support, arranging meetings or showing symbols is a crime.",
    ),
    "civil_liability": Word(
        "Civil liability",
        "Victims may sue those who helped; the status on the date of the act decides.",
    ),
    # --- people -----------------------------------------------------------------------
    "inadmissible": Word(
        "Inadmissible",
        "Members, representatives and supporters of the organization are refused admission. It "
        "follows from the tie to the organization; nobody lists the person.",
    ),
    "deportable": Word(
        "Deportable", "The same tie makes somebody who has been admitted removable."
    ),
    "entry_ban": Word(
        "Entry ban", "The listed natural person is refused entry because of the listing."
    ),
    # --- trade ------------------------------------------------------------------------
    "export_licence": Word(
        "Export licence",
        "Exports, reexports and transfers of controlled items to the party need a licence.",
    ),
    "arms_embargo": Word(
        "Arms embargo", "No arms and related services at all to the party or territory."
    ),
    "arms_restriction": Word(
        "Arms restrictions", "Arms and related services only under conditions."
    ),
    "import_ban": Word("Import ban", "Named goods of that origin may not be brought in."),
    "investment_ban": Word("Investment ban", "No new investment; holding is another matter."),
    "services_ban": Word("Services ban", "Named services may not be provided."),
    "transport_ban": Word("Transport ban", "No entry, overflight, port call or carriage."),
    "aid_suspension": Word("Aid suspension", "Public aid to the party or state stops."),
    "procurement_ban": Word("Procurement ban", "No public contracts with the party."),
    # --- capital markets --------------------------------------------------------------
    "securities_ban": Word(
        "Securities ban", "No dealing in the party's listed securities; nothing is blocked."
    ),
    "debt_equity_limits": Word(
        "Debt and equity limits", "New debt beyond a tenor, or new equity, is prohibited."
    ),
    "lending_ban": Word("Lending ban", "No loans or credits to the party."),
    "fx_ban": Word("Foreign exchange ban", "No foreign exchange transactions for the party."),
    # --- duties of record -------------------------------------------------------------
    "record_keeping": Word(
        "Record keeping", "Whoever engages in a regulated transaction keeps its records."
    ),
    "report_blocked": Word(
        "Reports of blocked property",
        "Whoever holds blocked property, or rejects a transaction, reports it in time.",
    ),
}
"""Effect codes: what a designation brings about."""

REFUSED_EFFECTS: dict[str, str] = {
    "use_of_force": (
        "no designation authorises the use of force; what somebody says about it is a claim, "
        "so write it under 'contested' with who says it"
    ),
    "reward": (
        "a reward binds nobody and is not a sanction; it is an object of its own with its "
        "programme, target and amount"
    ),
}
"""Codes that are never effects, and why; the reason is part of the error."""

_ANY = "ANY_PERSON_EXTRATERRITORIAL"
_JURISDICTION = "PERSON_SUBJECT_TO_US_JURISDICTION"

ADDRESSEES: dict[str, Addressee] = {
    "US_PERSON": Addressee(
        "US person",
        "Citizens and permanent residents wherever they are, anybody in the United States, "
        "entities organised under its laws and their foreign branches.",
        (_JURISDICTION, _ANY),
    ),
    "US_FI": Addressee(
        "US financial institution",
        "Financial institutions among US persons, in the sense of the rule that is cited "
        "(31 U.S.C. 5312(a)(2) for material support; wider than banks).",
        ("US_PERSON", _JURISDICTION, _ANY),
    ),
    _JURISDICTION: Addressee(
        "Person subject to US jurisdiction",
        "US persons and, where the rule says so, the foreign entities they own or control.",
        (_ANY,),
    ),
    _ANY: Addressee(
        "Any person, with extraterritorial reach",
        "Anybody, wherever they are, with a link that the statute names (such as 18 U.S.C. "
        "2339B(d)). Without the link the effect does not reach them.",
    ),
    "FOREIGN_FI": Addressee(
        "Foreign financial institution",
        "Financial institutions outside the United States.",
        ("NON_US_PERSON", _ANY),
    ),
    "NON_US_PERSON": Addressee(
        "Non-US person",
        "Everybody who is not a US person, foreign financial institutions included.",
        (_ANY,),
    ),
    "EAR_EXPORTER": Addressee(
        "Exporter of items subject to the EAR",
        "Whoever exports, reexports or transfers items subject to the Export Administration "
        "Regulations, wherever they are.",
        (_ANY,),
    ),
    "ALIEN": Addressee(
        "Alien",
        "Persons who are not US nationals, in matters of admission and removal.",
        (_ANY,),
    ),
    "LISTED_ENTITY": Addressee("Listed party", "The designated party itself."),
    "EU_PERSON": Addressee(
        "EU person",
        "Nationals of member states, bodies under their law, and anybody in the Union or doing "
        "business there.",
        (_ANY,),
    ),
    "UK_PERSON": Addressee(
        "UK person",
        "UK nationals and bodies under its law, and anybody in the United Kingdom.",
        (_ANY,),
    ),
    "CA_PERSON": Addressee(
        "Canadian person",
        "Anybody in Canada, and Canadians outside it.",
        (_ANY,),
    ),
    "AU_PERSON": Addressee(
        "Australian person",
        "Anybody in Australia, and Australian citizens and bodies outside it.",
        (_ANY,),
    ),
    "MEMBER_STATE": Addressee("Member state", "States bound by a decision of the body."),
    "COURT": Addressee("Court", "Courts and tribunals, in what they may grant."),
}
"""Addressee codes: who an effect binds. The only ones in use."""

TOPICS: dict[str, Word] = {
    "criteria": Word("Criteria", "What the issuer must find."),
    "notice": Word("Notice", "Whom the issuer must tell before acting, and how long before."),
    "publication": Word("Publication", "Where the act is published and what that sets off."),
    "force": Word("Entry into force", "When the designation has effect."),
    "record": Word("Record", "What the issuer must write down, and who may see it."),
    "duration": Word("Duration", "How long it lasts if nobody acts."),
    "review": Word("Review", "When the issuer must look again, and on whose request."),
    "revocation": Word("Revocation", "Who may end it, how, and from which date."),
    "amendment": Word("Amendment", "How names are added and mergers followed."),
    "judicial_review": Word("Judicial review", "Which court, by when, and what it may do."),
    "penalty": Word("Penalty", "What a breach costs, and how long it can be pursued."),
    "licensing": Word("Licensing", "What the issuer may allow in spite of the effects."),
}
"""Topics of the rules of procedure."""

GRADES: dict[str, Word] = {
    "A": Word("Legal text", "The legal or official text, or a copy of it."),
    "B": Word("Secondary", "A law firm, a parliamentary report, a dataset's description."),
    "C": Word("Press", "Press and other reports."),
    "U": Word("Unverified", "Not checked against a text: a lead, shown as such."),
}
"""Grades of proof of a stated rule, strongest first."""

UNVERIFIED = "U"
"""The grade of what nobody has checked against a text."""

LISTED = "listed"
"""The event that may start an effect where it does not start the designation's force."""

PROGRAMME_EVENTS: dict[str, Word] = {
    "enacted": Word("Enacted", "The programme begins: its order or act has effect."),
    "amended": Word("Amended", "Its grounds, effects or name change; it goes on."),
    "suspended": Word("Suspended", "It has no effect for a time; it is not gone."),
    "ended": Word("Ended", "Its authority revokes it; every designation under it ends."),
    "expired": Word("Expired", "It is not renewed in time; every designation under it ends."),
    "superseded": Word("Superseded", "Another programme takes over its designations."),
}
"""What can become of a programme itself."""

PROGRAMME_ENDS = frozenset({"ended", "expired", "superseded"})
"""Events of a programme that end its designations."""

STAGES: dict[str, Word] = {
    "force": Word("In force", "The tag marks a designation that has effect."),
    "announced": Word("Announced", "The tag marks one that is still to be made here."),
}
"""What a list's tag says about the stage of a designation."""

DECIDED_ON: dict[str, Word] = {
    "day": Word("The day", "The state on the day that is asked about decides."),
    "act": Word("The act", "The state on the day of somebody's act decides, whenever asked."),
}
"""Which day's state an effect depends on."""

DUTIES: dict[str, tuple[str, ...]] = {
    "prohibited": (
        "asset_freeze", "dealing_ban", "make_available_ban", "owned_entity_extension", "no_claims",
        "fi_reject", "correspondent_account_ban", "material_support_crime", "training_crime",
        "membership_crime", "support_expression_crime", "arms_embargo",
        "arms_restriction", "import_ban", "investment_ban", "services_ban", "transport_ban",
        "aid_suspension", "procurement_ban", "securities_ban", "debt_equity_limits",
        "lending_ban", "fx_ban",
    ),
    "required": ("fi_retain_report", "report_blocked", "record_keeping", "export_licence"),
    "possible": (
        "secondary_sanctions_exposure", "civil_liability", "inadmissible", "deportable",
        "entry_ban",
    ),
}  # fmt: skip
"""What an effect means for whoever it addresses: what they may not do, must do, or may meet."""


def duty_of(code: str) -> str:
    """`prohibited`, `required` or `possible`, for an effect's code."""
    return next(duty for duty, codes in DUTIES.items() if code in codes)
