"""Clean names: nobody on the list."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from interdict.lab.clean import COMMON, NAMESAKES, ORGANISATIONS, OWN, PERSONS, clean_names
from interdict.lab.probes import Plan
from interdict.lab.subjects import Subject
from interdict.screening.parties_file import PartiesFile
from interdict.text.normalize import fold

PLAN = Plan(clean=40)
SUBJECTS = [
    Subject("a", "Person", "Orsin Veldt KARVAN", "KARVAN, Orsin Veldt"),
    Subject("b", "Person", "Mirel DASK", "DASK, Mirel", aliases=("Mirel KARVAN",)),
    Subject("c", "Person", "Teodrik HALVE", "HALVE, Teodrik"),
    Subject("d", "Company", "TIDAL FREIGHT LLC"),
    Subject("e", "Company", "ASHEN QUARRY WORKS"),
]


def names(kind: str, plan: Plan = PLAN) -> list[str]:
    """The clean names of one kind."""
    return [one.label for one in clean_names(SUBJECTS, plan) if one.kind == kind]


def test_recombined_persons_are_never_a_listed_combination() -> None:
    """Every word is listed; no listed name, alias or main, holds them together."""
    made = names(PERSONS)
    assert set(made) == {
        "Orsin DASK", "Orsin HALVE", "Mirel HALVE", "Teodrik KARVAN", "Teodrik DASK",
    }  # fmt: skip
    assert len(made) == len(set(made))


def test_near_duplicates_take_the_rest_of_another_name() -> None:
    """The beginning is one party's, the end another's."""
    assert set(names(ORGANISATIONS)) == {"TIDAL QUARRY WORKS", "ASHEN FREIGHT LLC"}


def test_common_names_come_evenly_from_the_cultures() -> None:
    """Eight cultures in turn, no name twice."""
    made = [one for one in clean_names(SUBJECTS, PLAN) if one.kind == COMMON]
    assert set(Counter(one.group for one in made).values()) == {5}
    assert len({one.group for one in made}) == 8
    assert len({one.label for one in made}) == 40
    assert all(fold(one.label).count(" ") >= 1 for one in made)


def test_common_names_of_listed_persons_are_namesakes() -> None:
    """They have to alert, so they are no clean names; a company of that name is no namesake."""
    first = names(COMMON, Plan(clean=400))[0]
    given, family = first.split()
    person = Subject("p", "Person", f"{family} Orsin {given.upper()}")
    made = clean_names([person], Plan(clean=400))
    assert first in [one.label for one in made if one.kind == NAMESAKES]
    assert first not in [one.label for one in made if one.kind == COMMON]
    company = Subject("p", "Company", f"{first} Trading")
    assert NAMESAKES not in {one.kind for one in clean_names([company], Plan(clean=400))}


def test_more_names_leave_the_first_ones_as_they_were() -> None:
    """A larger run contains the smaller one."""
    assert names(COMMON, Plan(clean=80))[:40] == names(COMMON)


def test_a_list_too_small_to_recombine_gives_none() -> None:
    """One person alone makes no hard negatives."""
    alone = clean_names(SUBJECTS[:1], PLAN)
    assert {one.kind for one in alone} == {COMMON}


def test_an_own_file_is_known_by_reference_and_line_alone(tmp_path: Path) -> None:
    """Names of customers never reach a report."""
    file = tmp_path / "own.csv"
    file.write_text("id,name,country\nC-1,Alma Brandvold,NO\n,Nils Aune,NO\n\n", "utf-8")
    made = [one for one in clean_names(SUBJECTS, PLAN, PartiesFile(file)) if one.kind == OWN]
    assert [one.label for one in made] == ["C-1 (line 2)", "line 3"]
    assert made[0].party.names == ("Alma Brandvold",)


def test_a_plan_by_name_alone_states_no_kind_of_party() -> None:
    """For clean names as for test names."""
    made = clean_names(SUBJECTS, Plan(clean=8, states_schema=False))
    assert {one.party.schema for one in made} == {None}
