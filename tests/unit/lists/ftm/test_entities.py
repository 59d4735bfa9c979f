"""FollowTheMoney entities: what a line becomes, and which files are refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.lists.catalog import find, parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile


def entity(entity_id: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """A line as an object."""
    return {"id": entity_id, "schema": schema, "properties": properties}


def parse(*entities: dict[str, Any], dataset: str = "ftm") -> ParsedEdition:
    """Those lines, parsed."""
    text = "\n".join(json.dumps(one, ensure_ascii=False) for one in entities)
    return parse_files(dataset, [SourceFile("entities.ftm.json", text.encode())])


def statements(edition: ParsedEdition) -> set[tuple[str, str, str]]:
    """(entity id, property, value) of everything."""
    return {(s.entity_id, s.prop, s.value) for s, _ in edition.parts[0].statements}


FRONT = entity("h-1", "Organization", name=["Harbour Front"])


def test_a_list_may_have_a_name_of_its_own() -> None:
    """Two lists of one form live side by side; ids and references carry the list's name."""
    heron = entity("h-2", "Vessel", name=["Grey Heron"], owner=["h-1"])
    found = statements(parse(FRONT, heron, dataset="ftm_quay"))
    assert ("ftm_quay-h-2", "owner", "ftm_quay-h-1") in found
    assert find("FTM-quay")[0].name == "ftm_quay"
    assert find("ftm_other")[0].name != find("ftm_quay")[0].name


@pytest.mark.parametrize("name", ["ftm_", "ftm__x", "un_sc_x", "ftmx", "ftm_a/b"])
def test_only_lists_that_may_be_several_take_a_name(name: str) -> None:
    """An official list is one; a name is letters, digits and underscores."""
    from interdict.errors import NotFound

    with pytest.raises(NotFound):
        find(name)


def test_a_programme_never_becomes_one_of_ours() -> None:
    """A `programId` is the file's own tag, whatever it is called; nothing else makes a regime."""
    ban = entity("s-1", "Sanction", entity=["h-1"], programId=["US-FTO"])
    found = {
        (s.prop, s.value, s.qualifier)
        for s, _ in parse(FRONT, ban).parts[0].statements
        if s.schema == "Sanction" and s.prop.startswith("program")
    }
    assert found == {("program", "US-FTO", "programId")}


def test_each_programme_of_a_sanction_is_a_designation() -> None:
    """One of several is no less one; the dates are those of each."""
    ban = entity("s-1", "Sanction", entity=["h-1"], program=["A", "B"], listingDate=["2030-05"])
    listed = {
        e for e, p, v in statements(parse(FRONT, ban)) if (p, v) == ("event:listed", "2030-05")
    }
    assert listed == {"ftm-s-1", "ftm-s-1-B"}


def test_a_reference_out_of_the_file_is_told() -> None:
    """It is kept, and found again when the other file comes."""
    edition = parse(entity("h-2", "Vessel", name=["Grey Heron"], owner=["h-1"]))
    (signal,) = edition.parts[0].part.signals
    assert (signal.kind, signal.sample) == ("held_aside", "h-1")
    assert ("ftm-h-2", "owner", "ftm-h-1") in statements(edition)


def test_what_is_not_known_is_kept_and_told() -> None:
    """A schema, a property, a key: drift by name, and the words are not lost."""
    edition = parse(entity("x", "Automaton", name=["Tick"], gears=["7"]) | {"mood": "grim"})
    assert {s.field for s in edition.parts[0].part.signals} == {
        "key mood",
        "schema Automaton",
        "property gears of Automaton",
    }
    assert ("ftm-x", "notes", "gears: 7") in statements(edition)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{"id": "a", "schema": "Person", "properties": {}}\n{"id": "b", "sch', 2, "not JSON"),
        ('{"id": "a", "properties": {}}', 1, "without schema"),
        ('{"schema": "Person", "properties": {}}', 1, "without id"),
        ('{"id": " ", "schema": "Person", "properties": {}}', 1, "without id"),
        ('{"id": "a", "schema": "Person"}', 1, "without properties"),
        ('{"id": "a", "schema": "Person", "properties": {}}\n[1]', 2, "no object"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    """Cut off, or lacking what every entity has."""
    with pytest.raises(ReadError, match=what) as caught:
        parse_files("ftm", [SourceFile("e.json", text.encode())])
    assert caught.value.line == line


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"[]", b"id,schema\n"])
def test_another_kind_of_file_is_nobodys(data: bytes) -> None:
    """An empty file, a web page, a table under that name: told with what is looked for."""
    with pytest.raises(InvalidInput, match=r"entities\.ftm\.json"):
        parse_files("ftm", [SourceFile("e.json", data)])
