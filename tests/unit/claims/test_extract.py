"""Behaviour of the extractor on sentences about invented parties."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.claims.extract import extract
from interdict.claims.gazetteer import Gazetteer, GazetteerEntry
from interdict.claims.vocabulary import RegimeNames
from interdict.model.claim import CLAIM_KINDS, Claim, Modality, Stance
from interdict.model.source import Block, Document, DocumentKind, Segment


def document(
    *paragraphs: str,
    kind: DocumentKind = DocumentKind.NEWS,
    published: str | None = "2024-05-10",
    title: str | None = None,
) -> Document:
    """Paragraphs as a document whose raw text has a header line that is not part of the text."""
    text = "\n".join(paragraphs)
    head = "HEADER\r\n"
    blocks, at = [], 0
    for paragraph in paragraphs:
        if paragraph:
            blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Document(
        sha256="0" * 64,
        file_name="story.txt",
        container="plain",
        kind=kind,
        raw=head + text,
        text=text,
        segments=(Segment(0, len(head), max(len(text), 1)),),
        blocks=tuple(blocks),
        title=title,
        published=published,
    )


def of_kind(claims: list[Claim], kind: str) -> list[Claim]:
    """The claims of one kind, in order."""
    return [claim for claim in claims if claim.kind == kind]


def test_an_announcement_and_its_effective_date_are_two_claims() -> None:
    """Announced is planned, dated by the announcement; effective carries the stated date."""
    claims = extract(
        document(
            "Secretary of State Ann Lowell announced on Tuesday the intention to designate the "
            "Green Valley Cartel as a Foreign Terrorist Organization, effective June 3, 2024."
        )
    )
    (announced,) = of_kind(claims, "designation.announced")
    assert announced.subject == "Green Valley Cartel"
    assert announced.programme == "US-FTO"
    assert announced.authority == "US-STATE"
    assert announced.speaker == "Ann Lowell"
    assert announced.modality is Modality.PLANNED
    assert announced.effective_on == "2024-06-03"
    (effective,) = of_kind(claims, "designation.effective")
    assert (effective.subject, effective.date) == ("Green Valley Cartel", "2024-06-03")


def test_the_group_and_the_cartel_refer_to_what_was_named() -> None:
    """Definite references take the name that they refer back to, at a lower confidence."""
    claims = extract(
        document(
            "The Green Valley Cartel moves timber.",
            "The Treasury Department in March deemed the cartel a Specially Designated Global "
            "Terrorist.",
        )
    )
    (prior,) = of_kind(claims, "designation.prior")
    assert prior.subject == "Green Valley Cartel"
    assert (prior.programme, prior.authority, prior.date) == ("US-SDGT", "US-TREASURY", "2024-03")
    assert prior.confidence < 0.9


def test_a_leader_gets_a_relation_and_no_designation() -> None:
    """Being "effectively designated" through one's group is an opinion, not a designation."""
    claims = extract(
        document(
            "The US plans to designate the Green Valley Cartel as a foreign terrorist "
            "organization. The US alleges Mayor Tom Alder heads the Green Valley Cartel.",
            "It means that Alder will effectively be designated a terrorist as well.",
        )
    )
    designated = {c.subject for c in claims if c.kind.startswith("designation")}
    assert designated == {"Green Valley Cartel"}
    (leads,) = of_kind(claims, "leadership")
    assert (leads.subject, leads.object) == ("Tom Alder", "Green Valley Cartel")
    assert leads.stance is Stance.ALLEGED
    assert leads.speaker == "United States"


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    """In-document chains: full name first, surname later, titles dropped."""
    claims = extract(
        document(
            "The indictment accused Mayor Tom Alder of leading the Green Valley Cartel.",
            "The US repeated an accusation Alder strongly denies.",
        )
    )
    (denial,) = of_kind(claims, "denial")
    assert denial.subject == "Tom Alder"
    assert (denial.stance, denial.polarity) == (Stance.DENIED, "-")


def test_one_claim_per_group_and_programme() -> None:
    """A list of groups under two programmes gives a claim for each pair; asides are no parties."""
    claims = extract(
        document(
            "The State Department announces the designation of the Green Valley Cartel, Harbour "
            "Front (HF), and Los Remos Cartel (formerly Old Remos) as FTOs and SDGTs.",
            kind=DocumentKind.PRESS_RELEASE,
        )
    )
    pairs = {(c.subject, c.programme) for c in of_kind(claims, "designation.announced")}
    groups = ("Green Valley Cartel", "Harbour Front", "Los Remos Cartel")
    assert pairs == {(name, key) for name in groups for key in ("US-FTO", "US-SDGT")}


def test_a_review_notice_designates_nobody() -> None:
    """A designation that is maintained after review is procedure."""
    claims = extract(
        document(
            "Review of the Designation of Harbour Front",
            "I conclude that the circumstances that were the basis for the designation of the "
            "aforementioned organization as a Foreign Terrorist Organization have not changed in "
            "such a manner as to warrant revocation of the designation.",
            "Therefore, I hereby determine that the designation of the aforementioned "
            "organization as a Foreign Terrorist Organization, pursuant to Section 219 of the "
            "INA, shall be maintained.",
            "Dated: April 30, 2024.",
            kind=DocumentKind.FR_NOTICE,
        )
    )
    assert not [c for c in claims if c.kind.startswith("designation")]
    unchanged, kept, signed = of_kind(claims, "procedure")
    assert unchanged.polarity == "-"
    assert (kept.subject, kept.programme) == ("Harbour Front", "US-FTO")
    assert (signed.object, signed.date) == ("signed", "2024-04-30")


def test_an_undated_document_gives_symbolic_dates() -> None:
    """Without a date to resolve against, a day keeps its month and day only."""
    claims = extract(
        document(
            "The US plans to designate the Green Valley Cartel as a foreign terrorist "
            "organization. The designation will take effect on June 3.",
            published=None,
        )
    )
    (effective,) = of_kind(claims, "designation.effective")
    assert effective.date == "XXXX-06-03"


def test_names_of_the_record_are_found_and_grounded() -> None:
    """A name that no shape gives away is found through the gazetteer, with its entity."""
    names = Gazetteer([GazetteerEntry("Zorath", "x-1", "Organization")])
    claims = extract(document("The UK proscribed Zorath in 2019."), gazetteer=names)
    (prior,) = of_kind(claims, "designation.prior")
    assert (prior.subject, prior.subject_id) == ("Zorath", "x-1")


def test_programmes_may_be_the_callers() -> None:
    """Programme names given by the caller replace the bundled ones."""
    regime = RegimeNames("ZZ-LIST", "ZZ", ("harbour threat",), ("HT",))
    claims = extract(
        document("The US labeled the Green Valley Cartel as a Harbour Threat in March."),
        regimes=[regime],
    )
    (prior,) = of_kind(claims, "designation.prior")
    assert prior.programme == "ZZ-LIST"


def test_a_demand_is_not_an_announcement() -> None:
    """What others ask a government to do, it has not announced."""
    claims = extract(
        document(
            "Senators urged the State Department to designate the Green Valley Cartel as a "
            "foreign terrorist organization."
        )
    )
    assert not [c for c in claims if c.kind.startswith("designation")]


def test_empty_and_blank_documents_give_nothing() -> None:
    """No text, no claims, no error."""
    assert extract(document("")) == []
    assert extract(document("   ")) == []


WORDS = st.sampled_from(
    """
    The the US State Department plans to designate Green Valley Cartel as a foreign terrorist
    organization FTO FTOs , . ( ) : ; “ ” " said Rubio Alder he it alleges is led by not
    effective on June 3 $50m 21 strikes killed and or President [ ] 's - al-Nahr sanctions
    which denies Treasury
    """.split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_claims_with_exact_spans(text: str) -> None:
    """No text makes the extractor fail, and every claim cites the raw characters it rests on."""
    doc = document(text.replace("\n", " "))
    for claim in extract(doc):
        assert 0 <= claim.start < claim.end <= len(doc.raw)
        assert doc.raw[claim.start : claim.end] == claim.quote
        assert claim.kind in CLAIM_KINDS
        assert 0 < claim.confidence <= 1


def test_extraction_is_deterministic_and_sorted() -> None:
    """The same document gives the same claims, by (start, kind)."""
    doc = document("The US plans to designate the Harbour Front as an FTO from 3 June, he said.")
    claims = extract(doc)
    assert claims == extract(doc)
    assert claims == sorted(claims, key=lambda c: (c.start, c.kind, c.end, c.rule))


def test_another_law_has_no_effects_of_a_listing() -> None:
    """Penalties are effects in a text that speaks of listings or armed groups."""
    penalty = "Anyone who gives it money could go to prison for up to 14 years."
    listed = document(f"The UK proscribed the Harbour Front in 2023. {penalty}")
    zoned = document(f"The town painted the harbour wall in 2023. {penalty}")
    assert [claim.quote for claim in of_kind(extract(listed), "legal_effect")] == [penalty[:-1]]
    rules = [claim.rule for claim in of_kind(extract(zoned), "legal_effect")]
    assert not any(rule.startswith("effect-clause") for rule in rules)


def test_a_reward_that_has_stood_or_was_taken_back_is_an_earlier_one() -> None:
    """ "Since 2018" and "withdrew" tell that nothing is offered now."""
    stood = document("Canada has offered $5 million for Karim Haddad since 2018.")
    back = document("Canada withdrew a $5 million bounty on Karim Haddad in March 2024.")
    assert [(c.kind, c.polarity) for c in extract(stood)] == [("reward.prior", "+")]
    assert [(c.kind, c.polarity) for c in extract(back)] == [("reward.prior", "-")]


def test_a_figure_without_a_noun_counts_what_was_counted() -> None:
    """ "The government admits to 3,117": of the dead told before."""
    doc = document("Monitors verified 6,373 deaths. The government admits to 3,117.")
    told = [(c.kind, c.value.low) for c in extract(doc) if c.value is not None]
    assert told == [("count.killed", 6373), ("count.killed", 3117)]
