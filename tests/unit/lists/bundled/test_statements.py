"""The format of the bundled record, and the statements that come of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.errors import ReadError
from interdict.lists import bundled
from interdict.lists.bundled.format import read_record
from interdict.lists.parsing import Output, SourceFile
from interdict.model.statement import Statement

DATASET = bundled.DATASETS[0]
FIXTURE = Path(__file__).parents[3] / "contracts" / "lists" / "bundled" / "record.yml"

MINIMAL = """\
format: interdict-record/1
edition: 2031-05-02
sources:
  - {key: gazette, title: Gazette, grade: B}
party_facts: {source: gazette, grade: B}
entries:
- id: order-of-the-lantern
  schema: Organization
  name: Order of the Lantern
  designations:
    - programme: US-FTO
      issuer: US-STATE
      events:
        - {event: published, date: 2029-03-10, source: gazette, grade: B}
"""


def record_file(text: str, name: str = "record.yml") -> SourceFile:
    return SourceFile(name, text.encode())


def statements(file: SourceFile) -> list[tuple[Statement, int]]:
    out = Output(DATASET)
    bundled.parse(DATASET, [file], out)
    return list(out.result().parts[0].statements)


def of(entity_id: str) -> list[tuple[str, str]]:
    file = SourceFile("record.yml", FIXTURE.read_bytes())
    return [(s.prop, s.value) for s, _ in statements(file) if s.entity_id == entity_id]


def test_names_and_facts_of_a_party_become_statements_of_its_schema() -> None:
    """Each key gives its property; names in other scripts stay as they are."""
    assert of("interdict_fto-order-of-the-lantern") == [
        ("name", "Order of the Lantern"),
        ("alias", "Ordre de la Lanterne"),
        ("alias", "Орден фонаря"),
        ("weakAlias", "OL"),
        ("previousName", "Brotherhood of the Wick"),
        ("country", "no"),
        ("country", "fr"),
        ("notes", "Dissolved and founded again."),
    ]
    assert of("interdict_fto-ines-farola") == [
        ("name", "Inés Farola"),
        ("birthDate", "1971-04"),
        ("birthPlace", "Port Arvia"),
        ("nationality", "xa"),
        ("gender", "female"),
        ("position", "Keeper of the Order of the Lantern"),
        ("idNumber", "0071"),
    ]


def test_a_designation_becomes_a_sanction_with_its_events() -> None:
    """The Sanction names its party, programme and issuer, and has a date for each event."""
    assert of("interdict_fto-order-of-the-lantern-sanction-US-FTO") == [
        ("entity", "interdict_fto-order-of-the-lantern"),
        ("programId", "US-FTO"),
        ("authority", "US-STATE"),
        ("event:announced", "2029-03-01"),
        ("event:published", "2029-03-10"),
        ("event:revoked", "2030-01-31/2031-01-31"),
    ]


def test_a_tag_of_a_list_keeps_its_name_and_number() -> None:
    """A programme `DATASET:TAG` stays so; the id of the Sanction has no colon."""
    assert of("interdict_fto-order-of-the-lantern-sanction-us-ofac-sdn-LAMPS") == [
        ("entity", "interdict_fto-order-of-the-lantern"),
        ("programId", "us_ofac_sdn:LAMPS"),
        ("authority", "US-TREASURY"),
        ("authorityId", "900001"),
        ("event:in_force", "../2030-01-31"),
    ]


def test_every_statement_but_the_frame_of_a_sanction_is_cited_and_graded() -> None:
    """Facts cite the entry's source, names the file's default, events their own."""
    made = statements(SourceFile("record.yml", FIXTURE.read_bytes()))
    proof = {(s.record_id, s.prop): (s.source, s.grade) for s, _ in made}
    assert proof["ines-farola", "name"] == ("Gathered from invented lists", "B")
    assert proof["ines-farola", "birthDate"] == (
        "List of Arvia, edition of 2030-01-31: page 7",
        "B",
    )
    assert proof["order-of-the-lantern", "event:published"] == ("Gazette of Arvia: 12 GA 34", "A")
    frame = {"entity", "programId", "authority", "authorityId"}
    assert {s.prop for s, _ in made if not s.source or not s.grade} == frame


def test_statements_carry_the_line_they_stand_on() -> None:
    """The line is that of the value, or of the event's opening brace."""
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    for statement, line in statements(SourceFile("record.yml", FIXTURE.read_bytes())):
        if statement.prop.startswith("event:"):
            assert f"event: {statement.prop.removeprefix('event:')}" in lines[line - 1]
        elif statement.schema != "Sanction":
            assert statement.value in lines[line - 1]


def test_the_edition_date_comes_from_the_file() -> None:
    """The edition counts as published at the end of the day that the file names."""
    out = Output(DATASET)
    bundled.parse(DATASET, [record_file(MINIMAL)], out)
    published = out.result().published_at
    assert published is not None
    assert published.date() == date(2031, 5, 2)
    assert published > datetime(2031, 5, 2, 23, 59, tzinfo=UTC)


def test_unknown_keys_are_reported_not_lost() -> None:
    """A key that nobody knows is drift, with its path, value and line."""
    out = Output(DATASET)
    text = MINIMAL.replace("  schema: Organization", "  schema: Organization\n  colour: red")
    bundled.parse(DATASET, [record_file(text)], out)
    signals = out.result().parts[0].part.signals
    assert [(s.kind, s.field, s.sample, s.line) for s in signals] == [
        ("drift", "entries.colour", "red", 9)
    ]


def test_no_value_is_taken_for_something_else() -> None:
    """`NO`, `on` and `1e3` are texts here, whatever YAML's usual rules make of them."""
    text = MINIMAL.replace("  name: Order", "  weak: [NO, on, 1e3, 0x1F]\n  name: Order")
    weak = [s.value for s, _ in statements(record_file(text)) if s.prop == "weakAlias"]
    assert weak == ["NO", "on", "1e3", "0x1F"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("interdict-record/1", "interdict-record/9", 1, "'interdict-record/9' is not"),
        ("edition: 2031-05-02", "edition: May 2031", 1, "must be a day"),
        ("schema: Organization", "schema: Planet", 7, "'Planet'"),
        ("  name: Order of the Lantern\n", "", 7, "'name' is missing"),
        ("event: published", "event: printed", 14, "no such event: 'printed'"),
        ("date: 2029-03-10", "date: 10 March", 14, "10 March"),
        ("date: 2029-03-10", "date: 2029-03-10/2028", 14, "ends before it starts"),
        ("source: gazette, grade: B}\n", "source: rumour, grade: B}\n", 5, "'rumour'"),
        (
            "2029-03-10, source: gazette, grade: B",
            "2029-03-10, grade: B",
            14,
            "'source' is missing",
        ),
        (
            "2029-03-10, source: gazette, grade: B",
            "2029-03-10, source: gazette, grade: A",
            14,
            "better",
        ),
        ("2029-03-10, source: gazette, grade: B", "2029-03-10, source: gazette", 14, "'grade'"),
        ("      issuer: US-STATE\n", "", 11, "'issuer' is missing"),
        ("  name: Order", "  name: X\n  name: Order", 7, "written twice"),
        (
            "grade: B}\nparty",
            "grade: B}\n  - {key: gazette, title: G, grade: B}\nparty",
            5,
            "twice",
        ),
        ("entries:", "entries: [", 7, "not YAML"),
    ],
)
def test_a_mistake_is_refused_with_its_line(old: str, new: str, line: int, said: str) -> None:
    """What a file says wrong is an error at the place where it says it."""
    text = MINIMAL.replace(old, new, 1)
    assert text != MINIMAL
    with pytest.raises(ReadError) as caught:
        read_record(record_file(text))
    assert said in str(caught.value)
    assert caught.value.line == line


def test_an_id_used_twice_is_refused() -> None:
    """Two entries of one id would be one party by accident."""
    text = MINIMAL + "- {id: order-of-the-lantern, schema: Organization, name: Another}\n"
    with pytest.raises(ReadError, match="stands on line 7 already"):
        read_record(record_file(text))


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\xff\xfe", b"- a\n- b\n", b"a: b\n"])
def test_other_files_are_refused(data: bytes) -> None:
    """An empty, a binary and a foreign YAML file raise ReadError, nothing else."""
    with pytest.raises(ReadError):
        read_record(SourceFile("record.yml", data))


def test_too_deeply_nested_text_is_refused() -> None:
    """A file that would exhaust the stack is an error of the file."""
    with pytest.raises(ReadError):
        read_record(SourceFile("record.yml", b"a: " + b"[" * 100_000))


def test_a_file_is_claimed_by_its_first_lines() -> None:
    """Only YAML files that declare the format are ours, whatever their name."""
    head = FIXTURE.read_bytes()[:4096]
    assert bundled.claims_file(DATASET, "anything.yaml", head) == "entries"
    assert bundled.claims_file(DATASET, "record.csv", head) is None
    assert bundled.claims_file(DATASET, "record.yml", b"name: x\n") is None
    assert bundled.claims_file(DATASET, "record.yml", b"# format: interdict-record/1\n") is None


def test_loading_the_same_file_twice_gives_the_same_ids() -> None:
    """Ids do not depend on the load, nor on the lines of the file."""
    once = {s.id for s, _ in statements(record_file(MINIMAL))}
    again = {s.id for s, _ in statements(record_file("# moved\n\n" + MINIMAL))}
    assert once == again
