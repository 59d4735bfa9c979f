"""What a document supports about designations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.claims.articles import article

from interdict.claims.designations import designations
from interdict.claims.extract import extract
from interdict.model.claim import Claim
from interdict.model.source import DocumentKind


def rows(text: str, kind: DocumentKind = DocumentKind.NEWS) -> list[dict[str, Any]]:
    """The designation rows of a one-paragraph document published on 2024-05-10."""
    doc = replace(article(text), kind=kind, language=None)
    return designations(extract(doc), doc)


def test_press_makes_announced_and_never_effective() -> None:
    """A stated effective date does not make a planned designation effective."""
    (row,) = rows(
        "The State Department plans to designate the Harbour Front as a foreign terrorist "
        "organization. The designation will take effect on May 1, 2024."
    )
    assert row["status"] == "announced"
    assert row["effective"] == "2024-05-01"
    assert (row["programme"], row["authority"]) == ("US-FTO", "US-STATE")


def test_press_on_the_past_is_a_report() -> None:
    """What press says of older acts is reported."""
    (row,) = rows("The UK proscribed the Harbour Front in 2019.")
    assert (row["status"], row["effective"]) == ("reported", "2019")


def test_an_official_act_is_effective() -> None:
    """The performative of a notice takes effect as published."""
    (row,) = rows(
        "The circumstances exist with respect to: Harbour Front. Therefore, I hereby designate "
        "the aforementioned organization as a Foreign Terrorist Organization.",
        DocumentKind.FR_NOTICE,
    )
    assert (row["status"], row["effective"]) == ("effective", "2024-05-10")
    assert row["authority"] == "US-STATE"


def test_groups_without_a_name_give_no_row() -> None:
    """ "Other gangs" cannot be on the record."""
    assert rows("The US designated several other gangs as foreign terrorist organizations.") == []


def test_a_ban_without_a_programme_stands_beside_that_of_another_country() -> None:
    """It adds nothing beside a programme of its own country, nor where nobody is named."""
    found = rows(
        "Britain proscribed the Harbour Front in 2019. Nigeria outlawed the Harbour Front in 2018,"
        " and Kenya banned the Harbour Front in 2017. Britain had banned the Harbour Front. The"
        " Harbour Front has been designated as a terrorist group."
    )
    assert {(row["programme"], row["authority"], row["effective"]) for row in found} == {
        ("GB-PROSCRIBED", "GB", "2019"),
        (None, "Nigeria", "2018"),
        (None, "Kenya", "2017"),
    }


def test_a_revocation_ends() -> None:
    """Reported as revoked, with its date."""
    (row,) = rows("The US removed the Harbour Front from its list of FTOs in 2015.")
    assert (row["status"], row["ended"]) == ("revoked", "2015")


def test_the_listing_of_a_part_is_not_that_of_the_whole() -> None:
    """Whichever way the part is told."""
    assert rows("The UK proscribed the military wing of the Harbour Front in 2019.") == []
    assert rows("The UK proscribed the Harbour Front's armed wing in 2019.") == []
    branch = "Canada accuses it of working with the northern branch of the Harbour Front, which the"
    assert rows(f"{branch} State Department listed in 2018.") == []


def test_it_is_not_the_party_whose_ally_somebody_is() -> None:
    """Who is spoken of is listed."""
    (row,) = rows(
        "The Tide Brotherhood, a Harbour Front affiliate, holds the port. Canada listed it in 2019."
    )
    assert row["subject"] == "Tide Brotherhood"


def test_a_group_that_an_aside_names_is_that_one() -> None:
    """ "The group, known by its initials LTF": not the one named last."""
    found = rows(
        "Canada listed the Harbour Front in 2019. The State Department also named the group, known "
        "by its Spanish initials ELN, a specially designated global terrorist."
    )
    assert [row["subject"] for row in found if row["programme"] == "US-SDGT"] == ["ELN"]


def test_who_belongs_to_a_group_is_listed_and_not_the_group() -> None:
    """His rank stands behind its name."""
    assert rows("The EU blacklists Harbour Front deputy commander over killings.") == []


def test_a_person_is_on_no_list_of_organizations() -> None:
    """A claim that says so has taken somebody for the group."""
    doc = article("The US designated Ramiro Vaz a foreign terrorist organization in 2020.")
    claim = Claim(
        doc.file_name, "designation.prior", 0, len(doc.text), doc.text, "test", "Ramiro Vaz",
        subject_schema="Person", programme="US-FTO",
    )  # fmt: skip
    assert designations([claim], doc) == []
    assert len(designations([replace(claim, programme="US-SDGT")], doc)) == 1


def test_what_hangs_on_another_is_not_listed() -> None:
    """Bands that hold a town are, and not the town."""
    text = (
        "A coalition of bands that holds most of Quillport was designated a foreign terrorist"
        " organization by the United States on Friday."
    )
    assert all(row["subject"] != "Quillport" for row in rows(text))


def test_a_noun_means_the_group_that_has_it_in_its_name() -> None:
    """Also where the text is about another."""
    text = (
        "The EU put the Lion Brigade on its list. The Lion Brigade is feared. Two capitals asked"
        " for the Quay Movement to be put there too. The proposal is before a working party. No"
        " vote is expected before April, diplomats said. Washington labelled the movement a"
        " Specially Designated Global Terrorist in 2020."
    )
    assert {(row["subject"], row["programme"]) for row in rows(text)} == {
        ("Lion Brigade", None),
        ("Quay Movement", "US-SDGT"),
    }


def test_a_spanish_list_behind_a_number_names_each_by_its_noun() -> None:
    """ "El de Sinaloa" among six cartels is the Cartel of Sinaloa."""
    text = (
        "Washington incorporó a su lista de organizaciones terroristas extranjeras a cuatro"
        " cárteles mexicanos: el de Sinaloa, el Cártel del Muelle (CM), el del Norte y Cárteles"
        " Unidos."
    )
    assert [row["subject"] for row in rows(text)] == [
        "Cartel de Sinaloa", "Cártel del Muelle", "Cartel del Norte", "Cárteles Unidos",
    ]  # fmt: skip


def test_one_of_nobody_lists_nobody() -> None:
    """ "Neither ... has banned": the verb says what is not done."""
    text = (
        "Neither Britain nor the European Union has banned the Harbour Front as a terrorist group."
    )
    assert rows(text) == []
    told = extract(article(text))
    assert [claim.polarity for claim in told if claim.kind.startswith("designation")] == ["-"]


@pytest.mark.parametrize(
    "text",
    [
        "A demand that the Harbour Front be outlawed was turned down in New Delhi.",
        "The Treasury blacklisted one of the biggest lenders in Sanaa. US blacklists Sanaa lender.",
        "Brazil said that it regards the Harbour Front as criminals, not terrorists.",
        "Canada listed the Lion Brigade in May. Marta Quist followed in July.",
    ],
)
def test_demands_places_and_whoever_follows_are_not_listed(text: str) -> None:
    """Nor whom somebody calls no terrorist."""
    assert [row["subject"] for row in rows(text) if row["subject"] != "Lion Brigade"] == []


def test_semicolons_part_a_list() -> None:
    """Not the commas inside its parts."""
    text = (
        "Canada said that three gangs were being added under the Criminal Code: the Harbour Front,"
        " a gang formed in Ostvale; Lion Brigade; and Quay Boys, whose song, Lantern, is known."
    )
    assert [row["subject"] for row in rows(text)] == ["Harbour Front", "Lion Brigade", "Quay Boys"]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Front and the Lion Brigade met. Both were designated by Canada in June 2020.",
        "The Harbour Front and the Lion Brigade met. The two are gangs. Canada banned both.",
        "The Harbour Front and the Lion Brigade met. Both are members of a league.",
    ],
)
def test_both_are_those_of_the_list_before(text: str) -> None:
    """Where something is done to them."""
    named = {"Harbour Front", "Lion Brigade"} if "Both were" in text else set()
    assert {row["subject"] for row in rows(text)} == named
