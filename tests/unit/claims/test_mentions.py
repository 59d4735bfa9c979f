"""Which mentions are found in a text, and as what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interdict.claims.gazetteer import Gazetteer, GazetteerEntry
from interdict.claims.mention import Mention
from interdict.claims.mentions import find_mentions
from interdict.claims.sentences import sentences
from interdict.claims.vocabulary import bundled_regimes
from interdict.model.changing import changed
from interdict.model.source import Block, Document, DocumentKind, Segment


def mentions(text: str, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """The mentions of a one-paragraph news item of 2024-05-10."""
    doc = Document(
        sha256="0" * 64,
        file_name="story.txt",
        container="plain",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published="2024-05-10",
    )
    known = gazetteer or Gazetteer()
    found = find_mentions(doc, sentences(text), gazetteer=known, regimes=bundled_regimes())
    return [mention for sentence in found for mention in sentence]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("They met the Cartel de las Lomas.", "GROUP", "Cartel de las Lomas"),
        ("They met al-Nahda there.", "GROUP", "al-Nahda"),
        ("They met the Popular Front for the Liberation of Avara.", "GROUP",
         "Popular Front for the Liberation of Avara"),
        ("It is a foreign terrorist organisation (FTO).", "PROGRAMME", "US-FTO"),
        ("They met Hamas there.", "GROUP", "Hamas"),
        ("They met al-Qaeda in the Islamic Maghreb.", "GROUP", "al-Qaeda in the Islamic Maghreb"),
        ("They are SDGTs.", "PROGRAMME", "US-SDGT"),
        ("It is a terrorist group.", "LABEL", ""),
        ("They fear the cartel.", "REF", "cartel"),
        ("They fear a brutal drug cartel.", "DESC", "cartel"),
        ("They fear other gangs.", "PLURAL", "gangs"),
    ],
)  # fmt: skip
def test_a_mention_is_typed(text: str, kind: str, name: str) -> None:
    """Names by shape, programmes in both spellings, and words that refer back."""
    assert (kind, name) in [(mention.kind, mention.name) for mention in mentions(text)]


def test_a_title_makes_a_person_and_an_office_an_official() -> None:
    """The title is no part of the name; an office speaks for its authority."""
    (person,) = [m for m in mentions("Then Secretary of State Ann Lowell spoke.") if m.name]
    assert (person.kind, person.name, person.authority) == ("OFFICIAL", "Ann Lowell", "US-STATE")
    assert ("PERSON", "Ida Park") in [
        (m.kind, m.name) for m in mentions("They quoted Senator Ida Park.")
    ]


def test_a_person_of_the_record_has_the_title_of_the_text() -> None:
    """As any other person has it: it is in the mention, and not in the name."""
    known = Gazetteer([GazetteerEntry("Ida Park", "list-1", "Person")])
    for text in ("They met Venezuelan President Ida Park.", "They met Senator Ida Park."):
        (told,) = [m for m in mentions(text) if m.kind in ("PERSON", "OFFICIAL")]
        (held,) = [m for m in mentions(text, known) if m.kind in ("PERSON", "OFFICIAL")]
        assert held == changed(told, entity_id="list-1")
    (bare,) = [m for m in mentions("They met Ida Park.", known) if m.kind == "PERSON"]
    assert (bare.start, bare.title) == (9, "")


def test_an_acronym_stands_for_the_group_it_was_given_with() -> None:
    """The full name is the mention's name."""
    found = mentions("The Harbour Workers Front (HWF) met. Later HWF left.")
    assert found[-1].name == "Harbour Workers Front"


def test_mentions_do_not_overlap() -> None:
    """Each word belongs to one mention at most."""
    found = mentions("The US State Department and US Treasury met US President Al Poe in March.")
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_shouted_line_names_nobody() -> None:
    """Lines in capitals are promotion, not prose."""
    found = mentions("READ ALL ABOUT THE HARBOUR FRONT CARTEL HERE")
    assert not [m for m in found if m.kind in ("GROUP", "NAME", "PERSON")]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The ministry banned the Harbour group Sea Lantern.", ["Sea Lantern"]),
        (
            "The ministry banned Sea Lantern Front, the Harbour network whose marches drew many.",
            ["Sea Lantern Front"],
        ),
        ("Britain banned Basque separatists ETA in 2001.", ["ETA"]),
        ("Britain banned the Basque group ETA in 2001.", ["ETA"]),
        ("The Wagner group was banned in March 2021.", ["Wagner group"]),
    ],
)
def test_what_says_which_group_is_meant_does_not_name_it(text: str, groups: list[str]) -> None:
    """A word of origin, an aside behind a name, a name behind the noun; else the noun belongs."""
    assert [found.name for found in mentions(text) if found.kind == "GROUP"] == groups
