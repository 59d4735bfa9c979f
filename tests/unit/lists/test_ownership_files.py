"""Ownership files in each form: what becomes a statement, and what becomes of a bad row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interdict.errors import ReadError
from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.model.source import Signal


def parsed(name: str, content: str | bytes) -> ParsedEdition:
    """A file of the dataset, parsed."""
    data = content if isinstance(content, bytes) else content.encode()
    return catalog.parse_files("ownership", [SourceFile(name, data)])


def facts(edition: ParsedEdition, schema: str = "Ownership") -> list[dict[str, str]]:
    """Entities of a schema: property -> value, with `line`, `source` and `grade`."""
    found: dict[str, dict[str, str]] = {}
    for statement, line in edition.parts[0].statements:
        if statement.schema == schema:
            one = found.setdefault(statement.entity_id, {"line": str(line)})
            one[statement.prop] = statement.value
            one |= {"source": statement.source, "grade": statement.grade}
    return list(found.values())


def signals(edition: ParsedEdition) -> tuple[Signal, ...]:
    """What was not understood."""
    return edition.parts[0].part.signals


HEADER = "owner,owner_id,asset,percentage,start_date,end_date\n"


def test_bad_rows_are_reported_by_line_and_the_rest_loads() -> None:
    """A share that is none, dates that end before they begin, a missing owner, a short row."""
    edition = parsed(
        "s.csv",
        HEADER
        + "X,,A,60,,\n"
        + "X,,B,160,,\n"
        + "X,,C,10,2030-01-01,2020-01-01\n"
        + "X,,D,10,31/12/2020,\n"
        + ",,E,10,,\n"
        + "X,,F\n"
        + "X,,X,10,,\n"
        + "Y,,A,40,,\n",
    )
    assert [one["percentage"] for one in facts(edition)] == ["60", "40"]
    reported = [(s.line, s.field) for s in signals(edition)]
    assert [line for line, _ in reported] == [3, 4, 5, 6, 7, 8]
    assert all(field.startswith(f"line {line} not read: ") for line, field in reported)


def test_many_bad_rows_are_counted() -> None:
    """A hundred are named, the others add up in one signal."""
    edition = parsed("s.csv", HEADER + "X,,A,60,,\n" + "X,,B,lots,,\n" * 250)
    assert len(signals(edition)) == 101
    assert signals(edition)[-1].count == 150


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("s.csv", "", "empty"),
        ("s.csv", "<html></html>", "markup"),
        ("s.csv", "name,share\nX,1\n", "no column names the owner"),
        ("s.csv", HEADER + "X,,A,lots,,\n", "1 rows could not be read"),
        ("s.csv", HEADER, "no stakes"),
        ("s.json", "[{]", "not JSON"),
        ("s.json", '[{"schema": "Person", "properties": {}}', "cut off"),
        ("s.jsonl", '{"a": 1}\n', "neither BODS"),
        ("s.jsonl", b"\xff\xfe\x00", "not UTF-8"),
        ("s.csv", b"owner,asset\n\0\n", "NUL"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(name: str, content: str | bytes, said: str) -> None:
    """With what is wrong, and nothing of it loaded."""
    with pytest.raises(ReadError, match=said):
        parsed(name, content)


def test_an_id_of_the_record_is_kept_and_a_name_becomes_a_party_of_the_file() -> None:
    """Only the party that has no id gets a name of its own in the record."""
    edition = parsed("s.csv", HEADER + ",us_ofac_sdn-7,Hollow Port Metals,60,,\n")
    (stake,) = facts(edition)
    assert stake["owner"] == "us_ofac_sdn-7"
    assert stake["asset"] == "ownership-hollow-port-metals"
    assert facts(edition, "Company")[0]["name"] == "Hollow Port Metals"


def test_persons_of_one_name_are_told_apart_by_birth() -> None:
    """One whose birth date is given is not taken for one of whom nothing is said."""
    rows = "X,1961,A,10\nX,1962,A,10\nX,,A,10\n"
    edition = parsed("s.csv", "owner,owner_birth_date,asset,share\n" + rows)
    assert len({one["owner"] for one in facts(edition)}) == 3


def test_an_id_of_two_stakes_is_reported() -> None:
    """The second would otherwise be read as another owner of the first."""
    edition = parsed("s.csv", "id,owner,asset,share\n1,X,A,50\n1,Y,B,50\n2,Y,A,50\n")
    assert [one["owner"] for one in facts(edition)] == ["ownership-x", "ownership-y"]
    assert signals(edition)[0].line == 3


def test_names_in_another_script_do_not_fall_together() -> None:
    """Two names of one romanisation are two parties."""
    edition = parsed("s.csv", HEADER + "王伟,,A,10,,\n王维,,A,10,,\n")
    assert len({one["owner"] for one in facts(edition)}) == 2


def test_a_changed_size_is_the_same_stake_in_the_next_edition() -> None:
    """Its id does not depend on its size, nor on its place in the file."""
    first = parsed("s.csv", HEADER + "X,,A,60,2015,\n")
    second = parsed("s.csv", HEADER + "Y,,A,10,,\nX,,A,70,2015,\n")
    ids = [{s.entity_id for s, _ in e.parts[0].statements if s.value in ("60", "70")}
           for e in (first, second)]  # fmt: skip
    assert ids[0] == ids[1]


def test_shares_votes_and_control_of_a_row_are_three_stakes() -> None:
    """They are three measures of one holding, never added."""
    content = "owner,asset,percentage,votes,control,indirect\nX,A,30,40,appoints the board,yes\n"
    kinds = [(s["ownershipType"], s.get("percentage")) for s in facts(parsed("s.csv", content))]
    assert kinds == [("indirect shares", "30"), ("indirect votes", "40"), ("control", None)]


def test_giant_tables_and_cells_do_no_harm() -> None:
    """A long cell is a long name; other delimiters, encodings and line ends are read."""
    assert facts(parsed("s.tsv", "owner\tasset\tpercent\r\n" + "x" * 50_000 + "\tA\t5\r\n"))
    edition = parsed("s.csv", "Eigentümer;owner;asset;share\n-;Müller;A;5,5\n".encode("cp1252"))
    assert facts(edition)[0]["percentage"] == "5,5"


def as_lines(*objects: dict[str, Any]) -> str:
    """JSON lines."""
    return "\n".join(json.dumps(one) for one in objects) + "\n"


PERSON = {"statementID": "p1", "statementType": "personStatement", "statementDate": "2030-01-01",
          "personType": "knownPerson", "birthDate": "1961-03",
          "names": [{"type": "individual", "fullName": "Ilmar Tarvosk"}]}  # fmt: skip
COMPANY = {"statementID": "e1", "statementType": "entityStatement", "statementDate": "2030-01-01",
           "entityType": "registeredEntity", "name": "Hollow Port Metals"}  # fmt: skip


def interest_0_2(**interest: object) -> dict[str, Any]:
    """A statement of ownership as 0.2 and 0.3 have it."""
    return {
        "statementID": "o1",
        "statementType": "ownershipOrControlStatement",
        "statementDate": "2030-01-01",
        "subject": {"describedByEntityStatement": "e1"},
        "interestedParty": {"describedByPersonStatement": "p1"},
        "interests": [{"type": "shareholding", **interest}],
    }


def record_0_4(key: str, kind: str, status: str = "new", **details: object) -> dict[str, Any]:
    """A statement as 0.4 has it."""
    dated = "2030-01-01" if status == "new" else "2031-05-01"
    return {"statementId": f"s-{key}-{status}", "recordId": key, "recordType": kind,
            "recordStatus": status, "statementDate": dated, "recordDetails": details}  # fmt: skip


@pytest.mark.parametrize(
    ("share", "size"),
    [
        ({"exact": 50}, "50"),
        ({"minimum": 25, "maximum": 50, "exclusiveMinimum": True}, "25.0001-50"),
        ({"exclusiveMinimum": 75, "maximum": 100}, "75.0001-100"),
        ({"maximum": 50, "exclusiveMaximum": True}, "<=49.9999"),
        ({"minimum": 75}, ">=75"),
        (None, None),
    ],
)
def test_bods_shares_keep_their_bounds(share: object, size: str | None) -> None:
    """Bounds that are excluded move by a millionth, whichever version writes them."""
    edition = parsed("b.json", json.dumps([PERSON, COMPANY, interest_0_2(share=share)]))
    assert facts(edition)[0].get("percentage") == size


def test_bods_statements_of_both_models_say_the_same() -> None:
    """Up to 0.3 statements point at statements, from 0.4 on records at records."""
    old = parsed("b.json", json.dumps([PERSON, COMPANY, interest_0_2(share={"exact": 60})]))
    new = parsed(
        "b.jsonl",
        as_lines(
            record_0_4("p1", "person", names=[{"fullName": "Ilmar Tarvosk"}], birthDate="1961-03"),
            record_0_4("e1", "entity", name="Hollow Port Metals",
                       entityType={"type": "registeredEntity"}),
            record_0_4("o1", "relationship", subject="e1", interestedParty="p1",
                       interests=[{"type": "shareholding", "share": {"exact": 60}}]),
        ),
    )  # fmt: skip
    ours = [{(s.entity_id, s.schema, s.prop, s.value) for s, _ in e.parts[0].statements}
            for e in (old, new)]  # fmt: skip
    assert ours[0] == ours[1]
    assert [one["line"] for one in facts(new)] == ["3"]


def test_a_replaced_or_closed_bods_statement_does_not_count_on() -> None:
    """0.3 names what it replaces; 0.4 closes a record, and the stake ended then."""
    later = interest_0_2(share={"exact": 10}) | {"statementID": "o2", "replacesStatements": ["o1"]}
    edition = parsed(
        "b.json", json.dumps([PERSON, COMPANY, interest_0_2(share={"exact": 60}), later])
    )
    assert [one["percentage"] for one in facts(edition)] == ["10"]
    said = {"subject": "e1", "interestedParty": "p1",
            "interests": [{"type": "shareholding", "share": {"exact": 60}}]}  # fmt: skip
    closed = parsed(
        "b.jsonl",
        as_lines(record_0_4("p1", "person"), record_0_4("e1", "entity", name="H"),
                 record_0_4("o1", "relationship", **said),
                 record_0_4("o1", "relationship", status="closed", **said)),
    )  # fmt: skip
    assert [one["endDate"] for one in facts(closed)] == ["2031-05-01"]


def test_bods_interests_are_told_apart() -> None:
    """Votes, control and indirect shares are kinds; a director is no owner; others are reported."""

    def kind(**interest: object) -> list[str]:
        base = [PERSON, COMPANY, interest_0_2(share={"exact": 1})]
        more = interest_0_2(**interest) | {"statementID": "o9"}
        edition = parsed("b.json", json.dumps([*base, more]))
        return [one["ownershipType"] for one in facts(edition)[1:]]

    assert kind(type="voting-rights") == kind(type="votingRights") == ["votes"]
    assert kind(type="appointment-of-board") == ["control"]
    assert (
        kind(directOrIndirect="indirect") == kind(interestLevel="indirect") == ["indirect shares"]
    )
    assert kind(type="seniorManagingOfficial") == []
    assert kind(type="rightsToProfitOrIncome") == []


def test_a_bods_owner_that_is_not_named_is_reported() -> None:
    """An unknown owner is no party, and the statement says why it is unknown."""
    hidden = interest_0_2() | {"statementID": "o3"}
    hidden["interestedParty"] = {"unspecified": {"reason": "noBeneficialOwners"}}
    edition = parsed(
        "b.json", json.dumps([PERSON, COMPANY, interest_0_2(share={"exact": 1}), hidden])
    )
    assert any("noBeneficialOwners" in s.field for s in signals(edition))


def ftm(key: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """An entity."""
    return {"id": key, "schema": schema, "properties": properties}


def test_followthemoney_lines_become_stakes_and_directorships() -> None:
    """A party that the file does not describe is one of the record."""
    edition = parsed(
        "f.jsonl",
        as_lines(
            ftm("c", "Company", name=["Hollow Port Metals"]),
            ftm("o", "Ownership", owner=["us_ofac_sdn-7"], asset=["c"], percentage=["55"],
                startDate=["2020-01-01"], publisher=["a register"]),
            ftm("d", "Directorship", director=["us_ofac_sdn-7"], organization=["c"],
                role=["chair"]),
            ftm("x", "Ownership", owner=["c"]),
            ftm("y", "Vehicle", name=["a car"]),
        ),
    )  # fmt: skip
    (stake,) = facts(edition)
    assert stake | {"owner": "us_ofac_sdn-7", "asset": "ownership-c", "percentage": "55"} == stake
    assert stake["source"] == "a register"
    assert facts(edition, "Directorship")[0]["role"] == "chair"
    assert [(s.line, s.field[:10]) for s in signals(edition)] == [
        (5, "schema Veh"),
        (4, "line 4 not"),
    ]
