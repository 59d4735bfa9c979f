"""Scenarios: what a file may say, what each mistake is told, and how answers are laid out."""

from __future__ import annotations

from datetime import date

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.regimes.catalog import load_regimes
from interdict.regimes.scenario import Tagged, check
from interdict.regimes.scenario_file import parse_scenario

REGIMES = load_regimes()
GOOD = """
entity: Harbour Front
about: Announced, then published.
sources:
  - {key: wire, title: A wire, grade: C}
  - {key: notice, title: A notice, grade: A}
designations:
  - regime: US-FTO
    events:
      - {event: announced, date: 2024-03-04, expected: 2024-03-11, source: wire, grade: C}
      - {event: published, date: 2024-03-11, source: notice, grade: A}
expect:
  - {regime: US-FTO, as_of: 2024-03-05, known_at: 2024-03-05, state: pending, expected: 2024-03-11}
  - {regime: US-FTO, as_of: 2024-03-11, state: in_force, since: 2024-03-11, flags: null}
  - {regime: US-FTO, as_of: 2024-03-11, effect: inadmissible, for: ALIEN, status: in_force}
"""


def test_answers_stand_beside_what_is_expected() -> None:
    """In the order of the file, with the weakest grade of what was known by then."""
    answers = check(parse_scenario("good.yml", GOOD.encode()), REGIMES)
    assert [one.holds for one in answers] == [True, True, True]
    assert answers[0].got == "pending, expected 2024-03-11"
    assert answers[1].got == "in_force, since 2024-03-11, flags none"
    assert [one.grade for one in answers] == ["C", "C", "C"]
    assert answers[0].sources == ("A wire",)


def test_a_wrong_expectation_is_seen() -> None:
    """The answer is computed, not taken from the file."""
    wrong = GOOD.replace("state: in_force, since: 2024-03-11", "state: in_force, since: 2024-03-04")
    answers = check(parse_scenario("wrong.yml", wrong.encode()), REGIMES)
    assert [one.holds for one in answers] == [True, False, True]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("event: published", "event: publishd", "designations[0].events[1].event"),
        ("source: notice", "source: rumour", "designations[0].events[1].source"),
        ("source: wire, grade: C", "source: wire, grade: A", "designations[0].events[0].grade"),
        ("date: 2024-03-11, source", "date: soon, source", "designations[0].events[1].date"),
        ("date: 2024-03-11, source", "source", "designations[0].events[1].known"),
        ("state: pending", "stat: pending", "expect[0].stat"),
        ("as_of: 2024-03-05, ", "", "expect[0].as_of"),
        ("effect: inadmissible", "effect: banned", "expect[2].effect"),
        ("for: ALIEN", "for: EVERYBODY", "expect[2].for"),
        ("- {regime: US-FTO, as_of: 2024-03-05", "- {regime: US-SDGT, as_of: 2024-03-05",
         "expect[0].regime"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(old: str, new: str, place: str) -> None:
    """File, path in the document, and what is allowed."""
    assert GOOD.count(old) == 1
    with pytest.raises(InvalidInput) as raised:
        parse_scenario("bad.yml", GOOD.replace(old, new).encode())
    assert str(raised.value).startswith(f"bad.yml, {place} (line ")


@pytest.mark.parametrize("content", [b"", b"- a", b"entity: \xff", b"entity: ["])
def test_what_is_no_scenario_is_refused(content: bytes) -> None:
    """An empty file, a list, another encoding, and what is not YAML."""
    with pytest.raises((InvalidInput, ReadError), match=r"bad\.yml"):
        parse_scenario("bad.yml", content)


@pytest.mark.parametrize(
    ("as_of", "known", "holds", "seen"),
    [
        ("2020-12-31", "2026-12-31", False, "2021-01-01/2021-06-01 -/2022-01-01"),
        ("2021-03-01", "2026-12-31", True, "2021-01-01/2021-06-01 -/2022-01-01"),
        ("2021-12-31", "2021-12-31", True, "2021-01-01/2021-06-01 -/-"),
        ("2022-01-01", "2026-12-31", False, "2021-01-01/2021-06-01 -/2022-01-01"),
        ("2023-01-01", "2026-12-31", True, "2023-01-01/2023-01-01 2022-01-01/-"),
    ],
)
def test_a_tag_is_seen_within_the_bounds_of_editions(
    as_of: str, known: str, holds: bool, seen: str
) -> None:
    """The run of editions around the day, and the neighbours that do not hold it."""
    held = tuple(map(date.fromisoformat, ("2021-01-01", "2021-06-01", "2023-01-01")))
    tag = Tagged("mylist", "TAG", held, (date(2022, 1, 1),))
    found = tag.listing(date.fromisoformat(as_of), date.fromisoformat(known), announces=False)
    got = found.presence
    assert got.holds is holds
    bounds = (
        f"{got.first_seen}/{got.last_seen} {got.absent_before or '-'}/{got.absent_after or '-'}"
    )
    assert bounds == seen
