"""What FollowTheMoney's types hold of the record's values, and where the rest goes."""

from __future__ import annotations

import pytest

from interdict.lists.ftm.values import said
from interdict.lists.ftm.writing import exported_id
from interdict.model.statement import Statement


def exported(schema: str, prop: str, value: str, qualifier: str = "") -> list[tuple[str, str]]:
    """One statement as it is exported."""
    return said(Statement("d", "d-1", schema, prop, value, "1", "", qualifier), schema)


@pytest.mark.parametrize(
    ("prop", "value", "expected"),
    [
        ("birthDate", "1964~", [("birthDate", "1964")]),
        ("birthDate", "1951/1953-02", [("birthDate", "1951"), ("birthDate", "1953-02")]),
        ("birthDate", "../1964", [("notes", "birthDate: ../1964")]),
        ("birthDate", "last spring", [("notes", "birthDate: last spring")]),
        ("nationality", "Iran", [("nationality", "ir")]),
        ("nationality", "IR", [("nationality", "ir")]),
        ("nationality", "Ruritania", [("notes", "nationality: Ruritania")]),
        ("gender", "Female", [("gender", "female")]),
        ("gender", "unsure", [("notes", "gender: unsure")]),
        ("phone", "+49 (30) 123-4567", [("phone", "+49301234567")]),
        ("phone", "ext. 7", [("notes", "phone: ext. 7")]),
        ("website", "www.front.example/a", [("website", "http://www.front.example/a")]),
        ("website", "see above", [("notes", "website: see above")]),
        ("email", "a@front.example", [("email", "a@front.example")]),
        ("email", "at the front", [("notes", "email: at the front")]),
        ("topics", "sanction", [("topics", "sanction")]),
        ("idNumber", "9" * 65, [("notes", "idNumber: " + "9" * 65)]),
        ("imoNumber", "9999991", [("notes", "imoNumber: 9999991")]),
    ],
)
def test_a_value_takes_its_form_or_becomes_a_note(
    prop: str, value: str, expected: list[tuple[str, str]]
) -> None:
    """Nothing is left out: what has no form stands beside it as text."""
    assert exported("Person", prop, value) == expected


@pytest.mark.parametrize(
    ("prop", "qualifier", "expected"),
    [
        ("event:listed", "", [("listingDate", "2030-01-02")]),
        ("event:published", "", [("startDate", "2030-01-02")]),
        ("event:revoked", "", [("endDate", "2030-01-02")]),
        ("event:announced", "expected 2030-02-01",
         [("description", "announced: 2030-01-02 (expected 2030-02-01)")]),
    ],
)  # fmt: skip
def test_events_become_the_dates_there_are(
    prop: str, qualifier: str, expected: list[tuple[str, str]]
) -> None:
    """An announcement is no date of FollowTheMoney's, and never passed off as a start."""
    assert exported("Sanction", prop, "2030-01-02", qualifier) == expected


def test_a_mark_of_our_own_is_not_exported() -> None:
    """The programme of a listing that names none was never the file's word."""
    assert exported("Sanction", "program", "listed", "unnamed") == []
    assert exported("Sanction", "program", "RR", "programId") == [("programId", "RR")]


def test_a_giant_text_is_parted() -> None:
    """A note may be 65,000 characters long."""
    parts = exported("Person", "nationality", "x" * 140_000)
    assert [len(value) for _, value in parts] == [65_000, 65_000, 10_013]
    assert "".join(value for _, value in parts) == "nationality: " + "x" * 140_000


def test_ids_keep_apart_what_is_apart() -> None:
    """FollowTheMoney takes letters, digits, dots and dashes alone."""
    assert exported_id("us_ofac_sdn-36") == "us.ofac.sdn-36"
    assert exported_id("un_sc-QDi.001") == "un.sc-QDi.001"
    odd = ["own_list-a_b", "own_list-a-b", "own_list-a b", "own_list-a.b", "own_list-é", "own-_"]
    odd += ["own_list-" + "x" * 300, "own_list-" + "x" * 301, "own_list-a-"]
    assert len({exported_id(one) for one in odd}) == len(odd)
    assert all(len(exported_id(one)) <= 200 for one in odd)
