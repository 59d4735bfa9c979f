"""What plug-ins share in writing about a party."""

from __future__ import annotations

import pytest

from interdict.lists.catalog import datasets
from interdict.lists.parsing import PartOutput, SourceFile
from interdict.lists.party import (
    PartyOutput,
    language_of,
    own_un_references,
    slug,
    un_reference_is_of,
)


def party(schema: str) -> tuple[PartyOutput, PartOutput]:
    """A party of that kind, and where its statements go."""
    dataset = datasets()["ca_sema"]
    part = PartOutput(dataset.name, "entries", SourceFile("x", b""))
    return PartyOutput(dataset, part, "7", schema), part


def said(part: PartOutput) -> list[tuple[str, str, str]]:
    """Property, value and qualifier of every statement."""
    return [(s.prop, s.value, s.qualifier) for s, _ in part.content().statements]


def test_what_its_kind_of_party_has_not_is_a_note() -> None:
    """A birth date of an organization is kept, but not as a birth date."""
    writer, part = party("Organization")
    writer.say("birthDate", "1961")
    writer.say("flag", "Ruritania")
    writer.say("title", "")
    assert said(part) == [
        ("notes", "birthDate: 1961", "birthDate"),
        ("notes", "flag: Ruritania", "flag"),
    ]


def test_a_passport_of_an_organization_is_a_number_of_it() -> None:
    """The paper stays a passport."""
    writer, part = party("Organization")
    writer.paper("passportNumber", "R 1", facts=[("country", "RR")])
    assert ("idNumber", "R 1", "") in said(part)
    assert {s.schema for s, _ in part.content().statements} == {"Organization", "Passport"}


def test_further_values_of_a_single_fact_are_alternatives() -> None:
    """The first stands alone; one said twice is one."""
    writer, part = party("Person")
    writer.say_each("birthDate", ["", "1961", "1962", "1961"])
    writer.say_each("birthDate", ["1963"])
    assert said(part) == [
        ("birthDate", "1961", ""),
        ("birthDate", "1962", "alternative"),
        ("birthDate", "1963", "alternative"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("UN Ref QDi.999. A pilot.", ["QDi.999"]),
        ("UN REF:QE.A.146.14. Also", ["QE.A.146.14"]),
        ("UN Ref: LYi.999. UN Ref.KPI.033.", ["LYi.999", "KPi.033"]),
        ("UN Reference number KPe.001", ["KPe.001"]),
        ("Associated with the Front (QDe.004). UN listing.", []),
        ("UN reference was given", []),
    ],
)
def test_only_a_number_called_the_entrys_own_is_its_reference(
    text: str, numbers: list[str]
) -> None:
    """Numbers of associates in the same remark are not."""
    assert own_un_references(text) == numbers


@pytest.mark.parametrize(
    ("number", "of_person", "of_other"),
    [
        ("QDi.999", True, False),
        ("KPe.001", False, True),
        ("QI.A.146.14", True, False),
        ("QE.A.146.14", False, True),
        ("1234", True, True),
    ],
)
def test_a_reference_tells_individuals_from_entities(
    number: str, of_person: bool, of_other: bool
) -> None:
    """By its letter, in both generations of numbers."""
    assert un_reference_is_of(number, "Person") is of_person
    assert un_reference_is_of(number, "Organization") is of_other


def test_languages_are_stated_or_known_by_their_script() -> None:
    """A stated language that is not known gives none, and no guess."""
    assert language_of("Ансельм", "Russian") == "rus"
    assert language_of("안셀름") == "kor"
    assert language_of("Ансельм") == ""
    assert language_of("안셀름", "Ruritanian") == ""


def test_ids_of_other_scripts_differ() -> None:
    """A name without an ASCII letter gets a hash."""
    assert slug("Pier One, Ltd.") == "Pier-One-Ltd"
    assert slug("Ансельм") != slug("Ґрау")
