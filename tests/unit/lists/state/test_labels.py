"""What the State Department writes into a name."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.lists.state.labels import Amendment, day, is_abbreviation, read_label, stable_key

PLAIN = "Lantern Front"


def test_a_plain_name_is_the_name() -> None:
    """Nothing else is made of it; dashes and slashes inside a name stay."""
    label = read_label("Harbour Army – People’s Fleet/Front")
    assert label.name == "Harbour Army – People’s Fleet/Front"
    assert (label.aliases, label.former, label.amendments, label.rest) == ((), (), (), "")


def test_parentheses_hold_abbreviations_and_other_names() -> None:
    """Separated by commas or dashes, with or without `aka`; a slash is no separator."""
    label = read_label("Lantern Front, aka Night Watch (The Lamp – LF, aka Old Lamp, A/B)")
    assert label.name == PLAIN
    assert label.aliases == ("Night Watch", "The Lamp", "LF", "Old Lamp", "A/B")


def test_a_former_name_is_told_apart() -> None:
    """`formerly` makes a previous name, never an alias."""
    label = read_label("Tern’s Path (formerly Heron’s Way)")
    assert (label.name, label.former, label.aliases) == ("Tern’s Path", ("Heron’s Way",), ())


def test_amendments_become_names_with_their_days() -> None:
    """Each segment after a dash: one name, or several where it says `Amendments`."""
    label = read_label(
        "Lantern Front (LF)— Pier, Dock, and Quay Fund Amendments (June 26, 2014)"
        " — Salt and Sand Amendment (July 18, 2025)"
    )
    assert label.amendments == (
        Amendment(("Pier", "Dock", "Quay Fund"), date(2014, 6, 26)),
        Amendment(("Salt and Sand",), date(2025, 7, 18)),
    )
    assert (label.name, label.aliases, label.rest) == (PLAIN, ("LF",), "")


@pytest.mark.parametrize(
    "cell",
    [
        "Lantern Front— Pier Amendment (spring 2014)",
        "Lantern Front— Pier Amendment",
        "Lantern Front (see the Pier Amendment of 2014)",
    ],
)
def test_an_amendment_in_another_form_is_reported(cell: str) -> None:
    """What cannot be dated is handed back in its own words, not dropped."""
    label = read_label(cell)
    assert label.amendments == ()
    assert "Pier Amendment" in label.rest


@pytest.mark.parametrize(
    "edited",
    [
        "Lantern Front (LF)",
        "LANTERN FRONT",
        "Lantern Front, aka Night Watch",
        "Lantern Front— Low Tide Amendment (May 1, 2014)",
        "Night Watch (formerly Lantern Front)",
        "Lantérn  Front",
    ],
)
def test_an_edited_label_keeps_its_key(edited: str) -> None:
    """Neither abbreviations, aliases, amendments, a new name nor typography change it."""
    assert stable_key(read_label(edited)) == stable_key(read_label(PLAIN)) == "lantern-front"


def test_keys_of_other_scripts_are_not_empty() -> None:
    """Letters of any script stand; apostrophes of any shape fall."""
    assert stable_key(read_label("Фронт")) == "фронт"
    assert stable_key(read_label("Tern's Path")) == stable_key(read_label("Tern’s Path"))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("October 8, 1997", date(1997, 10, 8)),
        ("10/8/1997", date(1997, 10, 8)),
        ("1997-10-08", date(1997, 10, 8)),
        ("8 October", None),
        ("13/13/1997", None),
    ],
)
def test_days_as_printed(printed: str, expected: date | None) -> None:
    """Month first, as the publisher writes; anything else is no day."""
    assert day(printed) == expected


def test_abbreviations_are_short_words_of_capitals() -> None:
    """Names of ordinary spelling are not abbreviations."""
    assert all(map(is_abbreviation, ["LF", "LoN", "ABC/DEF", "A-X", "LF-13"]))
    assert not any(map(is_abbreviation, ["Kach", "Gulf Cartel", "Night Watch"]))
