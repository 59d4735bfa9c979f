"""Designations found by the parts of their clause, in any order, under any governing word."""

from __future__ import annotations

import pytest

from interdict.claims.extract import extract
from interdict.model.claim import Claim
from interdict.model.source import Block, Document, DocumentKind, Segment


def claims(text: str) -> list[Claim]:
    """The claims of a one-line article of 10 May 2024."""
    doc = Document(
        sha256="0" * 64, file_name="a.txt", container="bare", kind=DocumentKind.NEWS, raw=text,
        text=text, segments=(Segment(0, 0, len(text)),), blocks=(Block("paragraph", 0, len(text)),),
        published="2024-05-10", language="en",
    )  # fmt: skip
    return extract(doc)


def designations(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    """(kind, subject, programme, authority) of what it says of designations."""
    return {
        (c.kind, c.subject, c.programme, c.authority)
        for c in claims(text)
        if c.kind.startswith(("designation", "sanction"))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2019, quietly, Washington had put the Harbour Front, a gang, on its FTO list.",
            ("designation.prior", "Harbour Front", "US-FTO", "US"),
        ),
        (
            "Since its leaders fled in 2018 the Harbour Front has been outlawed in Britain.",
            ("designation.prior", "Harbour Front", "GB-PROSCRIBED", "GB"),
        ),
        (
            "Una Moor, then home secretary, announced that she would proscribe the Harbour Front.",
            ("designation.announced", "Harbour Front", "GB-PROSCRIBED", "GB-HOME-OFFICE"),
        ),
        (
            "The Harbour Front has never been designated by Washington.",
            ("designation.absence", "Harbour Front", None, "US"),
        ),
    ],
)
def test_the_parts_may_stand_anywhere(text: str, expected: tuple[str, ...]) -> None:
    """Active, passive, reported and denied."""
    assert expected in designations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senators urged Washington to put the Harbour Front on its terrorist list.",
        "It is unclear whether Canada would list the Harbour Front as a terrorist entity.",
        "If it strikes again, Britain may proscribe the Harbour Front.",
        "The Harbour Front listed its demands and named a terrorist as its envoy.",
        "Britain removed its ships from the harbour.",
    ],
)
def test_a_wish_a_doubt_or_another_sense_designates_nobody(text: str) -> None:
    """No announcement, no designation, no revocation."""
    assert not {row for row in designations(text) if row[0] != "designation.absence"}


def test_a_plural_stands_for_the_names_beside_it() -> None:
    """Each named party is designated; the description is not."""
    found = designations(
        "The United States on Thursday designated two gangs, the Harbour Front and the Green Valley"
        " Cartel, as foreign terrorist organizations."
    )
    assert {subject for _, subject, _, _ in found} == {"Harbour Front", "Green Valley Cartel"}


def test_a_step_of_so_many_days_has_them_as_its_value() -> None:
    """Seven days of review are a value in days."""
    text = "Congress has seven days to review the decision to ban the Harbour Front."
    (step,) = [c for c in claims(text) if c.object == "time limit" and c.subject]
    assert step.value is not None
    assert (step.value.low, step.value.high, step.value.unit) == (7, 7, "days")


def test_a_campaign_of_months_began_so_long_ago() -> None:
    """More than two months before 10 May: by the middle of March at the latest."""
    text = "The ban of the Harbour Front follows a more than two-month campaign of attacks."
    (lasted,) = [c for c in claims(text) if c.kind == "event.duration"]
    assert lasted.date == "../2024-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the Harbour Front should be designated as a terrorist organization.",
        "Under the plan, the Harbour Front would be designated as a terrorist group next year.",
        "Experts say the Harbour Front could be added to the list next year.",
        "Analysts doubt that the EU will list the Harbour Front as a terrorist organisation.",
        "No decision has been made to list the Harbour Front as a terrorist entity.",
        "An order will allow the Harbour Front's boats to be categorised as terrorist property.",
    ],
)
def test_what_should_or_could_be_is_no_act(text: str) -> None:
    """Demands, plans of others and doubts support no designation."""
    assert not {row for row in designations(text) if row[0] != "designation.absence"}


def test_every_name_of_a_list_before_a_passive_verb_is_listed() -> None:
    """ "And" joins the last of them; a comma alone does not."""
    both = designations("The Harbour Front and the Lion Brigade were proscribed in one order.")
    assert {subject for _, subject, *_ in both} == {"Harbour Front", "Lion Brigade"}
    one = designations(
        "Unlike the Harbour Front, the Lion Brigade was proscribed in Britain in 2019."
    )
    assert {subject for _, subject, *_ in one} == {"Lion Brigade"}


def test_the_scene_of_an_attack_is_not_designated() -> None:
    """Nor anybody else, where the group has no name."""
    assert not designations("US names Elbonia-based group behind Sandport attack a terror outfit")


def test_what_officials_say_would_be_done_is_announced() -> None:
    """ "Would" after somebody in office has spoken is no condition."""
    text = (
        "Secretary of State Ida Park said the Harbour Front would be added to the terrorist list."
    )
    assert {(kind, subject) for kind, subject, *_ in designations(text)} == {
        ("designation.announced", "Harbour Front")
    }
