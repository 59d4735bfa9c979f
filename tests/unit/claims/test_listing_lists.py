"""Listings told by a list: who is on it, or on the same one, and whose list it is."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.designations import designations
from interdict.claims.extract import extract

Row = tuple[str, str | None, str | None]


def rows(text: str, language: str = "en") -> set[Row]:
    """(subject, programme, authority) of the designations that a text supports."""
    doc = article(text, language)
    return {
        (row["subject"], row["programme"], row["authority"])
        for row in designations(extract(doc), doc)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Home Ministry on Friday declared the Harbour Front a terrorist organisation.",
            ("Harbour Front", None, "The Home Ministry"),
        ),
        (
            "The European Union has had the Harbour Front on its list since 27 December 2001.",
            ("Harbour Front", "EU-TERR", "EU-COUNCIL"),
        ),
        (
            (
                "On Wednesday Canada added the Lion Brigade to its list of terrorist"
                " entities. The Quay"
                " Force, the Brigade's foreign arm, has been on the same list since December 2012."
            ),
            ("Quay Force", "CA-CRIMINAL-CODE", "CA"),
        ),
        (
            "It was set up by the Harbour Front, itself an FTO since March 27, 2002.",
            ("Harbour Front", "US-FTO", "US"),
        ),
        (
            "The Americans called the whole Harbour Front a foreign terrorist organization in May.",
            ("Harbour Front", "US-FTO", "US"),
        ),
        (
            (
                "The Yanks tagged the Harbour Front a “significant transnational criminal"
                " organization” in January."
            ),
            ("Harbour Front", "US-TCO", "US"),
        ),
        (
            (
                "Britain slapped sanctions on Jan Quay himself in October 2020, and on"
                " the Harbour Front"
                " as a whole in February 2022."
            ),
            ("Harbour Front", None, "GB"),
        ),
        (
            (
                "Canada listed the Harbour Front, the Lion Brigade and the Quay Boys in"
                " 2014. The three"
                " were banned in Kenya in May 2016."
            ),
            ("Quay Boys", None, "Kenya"),
        ),
        (
            (
                "The Pier Coal Company, in which the elder Quay holds 60 percent, is likewise"
                " designated as an SDGT by the Treasury."
            ),
            ("Pier Coal Company", "US-SDGT", "US-TREASURY"),
        ),
        (
            (
                "The General Court annulled the Council's acts keeping the Harbour Front"
                " on the EU list."
                " The Council put the military wing, the Lion Brigades, on the first list"
                " under Common"
                " Position 2001/931 on 27 December 2001."
            ),
            ("Lion Brigades", "EU-TERR", "EU-COUNCIL"),
        ),
        (
            (
                "The Interior Ministry removes the names of the World Uyghur Congress and"
                " the British"
                " Sable Forum from the list of designated persons."
            ),
            ("British Sable Forum", None, "The Interior Ministry"),
        ),
        (
            (
                "The Harbour Front fights on. Its military wing is the Lion Brigades."
                " Washington has"
                " treated the whole movement as a foreign terrorist organization since 1997."
            ),
            ("Harbour Front", "US-FTO", "US"),
        ),
    ],
)
def test_a_list_says_who_is_on_it(text: str, expected: Row) -> None:
    """By what it holds, by another party's place on it, by what is called the same."""
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Estados Unidos tuvo a los chilenos del Frente del Puerto en su lista de"
                " organizaciones"
                " terroristas extranjeras desde 1997."
            ),
            ("Frente del Puerto", "US-FTO", "US"),
        ),
        (
            (
                "Washington designó como organizaciones terroristas extranjeras y"
                " terroristas globales"
                " especialmente designados a dos grupos: el Frente del Puerto, al mando"
                " de Luis Mora,"
                " y la Segunda Bahía."
            ),
            ("Segunda Bahía", "US-SDGT", "US"),
        ),
        (
            (
                "Canadá declaró terroristas a 22 bandas. La lista incluye, entre otras, a"
                " Águilas del"
                " Puerto, Los Remos y Bahía Kings."
            ),
            ("Los Remos", None, "CA"),
        ),
        (
            (
                "El presidente Mora firmó ayer el decreto que designa al Frente del"
                " Puerto (FP) como"
                " organización terrorista."
            ),
            ("Frente del Puerto", None, None),
        ),
        (
            "Ecuador identificó al Frente del Puerto como organización terrorista.",
            ("Frente del Puerto", None, "Ecuador"),
        ),
    ],
)
def test_a_list_in_spanish_says_who_is_on_it(text: str, expected: Row) -> None:
    """Also by a decree, by two labels at once, and by what figures on it."""
    assert expected in rows(text, "es")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "A website wrote that the Harbour Front had been proscribed by Britain. It has not.",
            "en",
        ),
        ("Un diario publicó que Canadá incluyó al Frente del Puerto en su lista. Es falso.", "es"),
        ("A weblog reported that the Harbour Front had been proscribed by Britain.", "en"),
        ("The Harbour Front has NOT been outlawed by Britain.", "en"),
        ("LOWELL’S private killers are to be branded terrorists in Britain.", "en"),
        ("La jueza Mora fue designada madrina de la Feria del Puerto.", "es"),
        ("Circuló que Canadá haya declarado terrorista al Frente del Puerto.", "es"),
        ("Un proyecto de decreto que designa al Frente del Puerto como terrorista.", "es"),
    ],
)
def test_what_is_taken_back_or_not_done_is_no_designation(text: str, language: str) -> None:
    """Reports that are denied, owners, posts, subjunctives and drafts."""
    assert rows(text, language) == set()


def test_a_leader_in_a_list_of_groups_is_not_listed() -> None:
    """Of "A, al mando de X, y B" X is nobody's group."""
    text = (
        "Canadá designó como organizaciones terroristas a dos grupos: el Frente del Puerto, al"
        " mando de Luis Mora, y la Segunda Bahía."
    )
    assert {subject for subject, *_ in rows(text, "es")} == {"Frente del Puerto", "Segunda Bahía"}


def test_the_list_of_the_treasury_is_not_that_of_the_state_department() -> None:
    """ "The list" behind the Treasury has no programme of its own."""
    text = (
        "La OFAC sancionó a Los Remos, célula del Cártel de las Lomas, designado por el"
        " Departamento de Estado organización terrorista extranjera. La OFAC publicó los nombres."
        " Hilda Ruelas también aparece en la lista."
    )
    assert ("Hilda Ruelas", "US-FTO", "US") not in rows(text, "es")


def test_an_amended_determination_keeps_its_programme() -> None:
    """ "Amend the determination that X is a P": the designation under P is amended."""
    text = (
        "I hereby amend the determination of the same day that the Harbour Front is a Specially"
        " Designated Global Terrorist."
    )
    kinds = {(c.kind, c.programme) for c in extract(article(text))}
    assert ("designation.amended", "US-SDGT") in kinds
