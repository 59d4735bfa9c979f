"""Designations told by what they follow, or by sharing the verb of another."""

from __future__ import annotations

from tests.contracts.test_rules import document

from interdict.claims.extract import extract


def told(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    """Kind, subject, authority and day of the designations that rules find in a text."""
    return {
        (c.kind.partition(".")[2], c.subject, c.authority, c.date)
        for c in extract(document(text, "news"))
        if c.kind.startswith(("designation", "sanction")) and not c.is_likely
    }


def test_what_follows_takes_the_act_that_it_follows() -> None:
    """Kind, programme and author are those of the act told before; nothing follows a shelling."""
    text = "Canada listed the Lion Brigade on 3 May 2019. The Harbour Front followed in June 2020."
    assert ("prior", "Harbour Front", "CA", "2020-06") in told(text)
    text = "Canada shelled the Lion Brigade on 3 May 2019. The Harbour Front followed in June 2020."
    assert told(text) == set()


def test_those_sanctions_are_of_all_who_were_hit() -> None:
    """ "Lifted those sanctions" ends them for each party named before."""
    text = (
        "The Treasury blacklisted the Harbour Front and the Quay Boys in 2020. President Anselm"
        " Grau lifted those sanctions in April 2021."
    )
    ended = {row[1] for row in told(text) if row[0] == "revoked"}
    assert ended == {"Harbour Front", "Quay Boys"}


def test_others_share_the_verb() -> None:
    """Parties and authors behind the first, each with a day; a verb of its own ends the list."""
    text = "Britain banned Hamas in 2001, Hezbollah in 2019 and the Harbour Front in May 2023."
    assert {(row[1], row[3]) for row in told(text)} == {
        ("Hamas", "2001"), ("Hezbollah", "2019"), ("Harbour Front", "2023-05"),
    }  # fmt: skip
    text = "Britain proscribed the Harbour Front in 2001, Canada in 2002 and Australia in 2005."
    assert {(row[2], row[3]) for row in told(text)} == {
        ("GB", "2001"), ("CA", "2002"), ("AU", "2005"),
    }  # fmt: skip
    text = "Britain banned Hamas in 2001, and Hezbollah in 2019 attacked a base."
    assert {row[1] for row in told(text)} == {"Hamas"}


def test_described_parties_are_named_behind_the_comma() -> None:
    """ "The then prosecutor, X, and an aide, Y" are X and Y."""
    text = (
        "His administration blacklisted the then prosecutor, Fatima Bell, and an aide, Paul Moor,"
        " in September 2020."
    )
    assert {row[1] for row in told(text)} == {"Fatima Bell", "Paul Moor"}
    text = "EU ministers put two men on the list: Dan Harper, who ran the guard, and Kemp Sandon."
    assert {row[1] for row in told(text)} == {"Dan Harper", "Kemp Sandon"}


def test_an_end_is_of_what_was_told_before() -> None:
    """It names no programme: it is that under which the party was told to be."""
    text = (
        "The Harbour Front, designated as an FTO in October 1997, was taken off the list on 30"
        " November 2021."
    )
    ends = [c for c in extract(document(text, "news")) if c.kind == "designation.revoked"]
    assert [(c.programme, c.authority, c.date) for c in ends] == [("US-FTO", "US", "2021-11-30")]
