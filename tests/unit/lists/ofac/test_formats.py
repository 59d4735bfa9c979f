"""One invented edition of the SDN list in four formats, and files that are not what they say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.lists import ofac
from interdict.lists.parsing import Output, ParsedEdition, SourceFile

FOLDER = Path(__file__).parent / "one_edition"
DELIMITED = ("sdn.csv", "alt.csv", "add.csv")
XML = ("sdn.xml", "sdn_enhanced.xml", "sdn_advanced.xml")
RICH = XML[1:]
SDN, CONS = ofac.DATASETS

Row = tuple[str, str, str, str, str]


def text(name: str) -> str:
    """A fixture file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def parse(*files: tuple[str, str | bytes]) -> ParsedEdition:
    """An edition of the SDN list."""
    out = Output(SDN)
    made = [SourceFile(n, d if isinstance(d, bytes) else d.encode()) for n, d in files]
    ofac.parse(SDN, made, out)
    return out.result()


def fixture(*names: str) -> ParsedEdition:
    """The fixture edition in one format."""
    return parse(*((name, text(name)) for name in names))


def rows(edition: ParsedEdition, *, details: bool) -> set[tuple[str, bytes]]:
    """(part, id) of each statement, of the details or of all else."""
    return {
        (content.part.part, statement.key)
        for content in edition.parts
        for statement, _ in content.statements
        if (content.part.part == "details") is details
    }


def detailed(edition: ParsedEdition) -> set[Row]:
    """Entity, schema, property, value and qualifier of each statement of the details."""
    (content,) = [c for c in edition.parts if c.part.part == "details"]
    return {
        (s.entity_id.removeprefix("us_ofac_sdn-"), s.schema, s.prop, s.value, s.qualifier)
        for s, _ in content.statements
    }


def signals(edition: ParsedEdition) -> set[tuple[str, str]]:
    """(kind, field) of every signal."""
    return {(s.kind, s.field) for content in edition.parts for s in content.part.signals}


@pytest.mark.parametrize("name", XML)
def test_every_format_gives_the_same_statements(name: str) -> None:
    """Persons, companies, ships and aircraft: part by part the ids of the delimited edition."""
    delimited = rows(fixture(*DELIMITED), details=False)
    assert len(delimited) > 90
    assert rows(fixture(name), details=False) == delimited


@pytest.mark.parametrize("name", XML)
def test_an_xml_edition_carries_its_day(name: str) -> None:
    """The delimited files hold no date, each XML format does."""
    published = fixture(name).published_at
    assert published is not None
    assert published.date().isoformat() == "2031-06-01"
    assert fixture(*DELIMITED).published_at is None


@pytest.mark.parametrize("name", XML)
def test_an_xml_edition_fills_every_part_of_a_delimited_one(name: str) -> None:
    """Also the rests of remarks, which it has none of: else an older edition's would stand."""
    parts = {content.part.part: content.part for content in fixture(name).parts}
    assert {"entries", "aliases", "addresses", "comments"} <= parts.keys()
    assert parts["comments"].n_statements == 0
    assert (parts["entries"].n_rows, parts["aliases"].n_rows) == (4, 3)
    assert ("details" in parts) is (name in RICH)


@pytest.mark.parametrize("name", RICH)
def test_details_are_kept_as_typed_facts(name: str) -> None:
    """Scripts, middle names, listing days, legal bases, reliability and issuing offices."""
    found = detailed(fixture(name))
    assert {
        ("301", "Person", "name", "ორლა ლანტერნი", "original_script"),
        ("301", "Person", "middleName", "Fenwick", ""),
        ("301", "Person", "createdAt", "2019-05-04", "SDN List"),
        ("301", "Person", "notes", "INA", "legal_authority"),
        ("301", "Person", "notes", "Birthdate 14 Mar 1961: Confirmed", "reliability"),
        ("302", "Organization", "notes", "Website www.tidewater.example: closed since", "comment"),
        ("302-sanction-SDGT", "Sanction", "reason", "Executive Order 13224 (Terrorism)", ""),
        ("302-sanction-SDGT", "Sanction", "provisions", "Block", ""),
        ("304", "Airplane", "notes", "SDN List", "list"),
    } <= found
    assert not any(prop in ("program", "entity") for _, _, prop, _, _ in found)
    assert any(prop == "notes" and "Office of the Harbour" in v for _, _, prop, v, _ in found)


@pytest.mark.parametrize("name", RICH)
def test_relations_are_edges_with_direction(name: str) -> None:
    """The owner owns the ship, the leader leads; what does not fit stays an unknown link."""
    edition = fixture(name)
    edges: dict[str, set[tuple[str, str, str]]] = {}
    for entity, schema, prop, value, _ in detailed(edition):
        if "-relation-" in entity:
            edges.setdefault(entity, set()).add((schema, prop, value.removeprefix("us_ofac_sdn-")))
    ship = edges["303-relation-owned-or-controlled-by-302"]
    assert {("Ownership", "asset", "303"), ("Ownership", "owner", "302")} <= ship
    leader = edges["301-relation-leader-or-official-of-302"]
    assert {("Directorship", "director", "301"), ("Directorship", "organization", "302")} <= leader
    assert ("Directorship", "summary", "Quality: High") in leader
    family = edges["304-relation-family-member-of-301"]
    assert {("UnknownLink", "subject", "304"), ("UnknownLink", "object", "301")} <= family
    wrong = "relation Family member of between parties that do not fit"
    assert ("drift", wrong) in signals(edition)


def test_an_address_in_another_script_is_kept() -> None:
    """Beside the Latin one, marked as what it is."""
    expected = ("302", "Organization", "address", "Пирс 4, Стрельзау", "original_script")
    assert expected in detailed(fixture("sdn_enhanced.xml"))


@pytest.mark.parametrize(
    ("name", "known", "unknown", "place"),
    [
        ("sdn.xml", "<sdnType>", "<shoeSize>46</shoeSize><sdnType>", "sdnEntry/shoeSize"),
        ("sdn.xml", "<uid>302</uid>", '<uid weight="46">302</uid>', "uid/@weight"),
        (
            "sdn_enhanced.xml",
            "<generalInfo>",
            "<generalInfo><shoeSize>46</shoeSize>",
            "generalInfo/shoeSize",
        ),
        ("sdn_enhanced.xml", "<feature>", '<feature weight="46">', "feature/@weight"),
        ("sdn_advanced.xml", "<Profile ", '<Profile Weight="46" ', "Profile/@Weight"),
        (
            "sdn_advanced.xml",
            "</Identity>",
            "</Identity><Shoe><Size>46</Size></Shoe>",
            "Profile/Shoe",
        ),
    ],
)
def test_an_unknown_element_is_drift_and_kept(
    name: str, known: str, unknown: str, place: str
) -> None:
    """Named in a signal, and its text a note of the entry; all else is read as before."""
    edition = parse((name, text(name).replace(known, unknown)))
    assert ("drift", f"element {place}") in signals(edition)
    notes = {s.value for c in edition.parts for s, _ in c.statements if s.prop == "notes"}
    assert f"{place}: 46" in notes
    plain = rows(fixture(name), details=False)
    assert plain <= rows(edition, details=False)


@pytest.mark.parametrize(
    ("known", "unknown", "field"),
    [
        ('SanctionsTypeID="2"', 'SanctionsTypeID="99"', "SanctionsType without a reference value"),
        ('LocationID="1"', 'LocationID="99"', "location that is not in the file"),
        (">Leader or official of<", ">Rival of<", "relation Rival of"),
        (">Created<", ">Renamed<", "event of an entry: Renamed"),
        (">Middle Name<", ">Battle Name<", "part of a name: Battle Name"),
        (">Aircraft Model<", ">Aircraft Colour<", "label Aircraft Colour"),
        (">Passport<", ">Library Card<", "label Library Card"),
    ],
)
def test_an_unknown_reference_value_is_drift(known: str, unknown: str, field: str) -> None:
    """A number that leads nowhere, or a word without a meaning here."""
    name = "sdn_advanced.xml"
    assert known in text(name)
    edition = parse((name, text(name).replace(known, unknown)))
    assert ("drift", field) in signals(edition)


def test_an_unknown_namespace_is_drift() -> None:
    """The format may have changed with it; it is read all the same."""
    edition = parse(("sdn.xml", text("sdn.xml").replace("exports/XML", "exports/XML2")))
    assert signals(edition) == {("drift", "namespace")}
    assert rows(edition, details=False) == rows(fixture("sdn.xml"), details=False)


def test_two_dates_that_disagree_are_drift() -> None:
    """The printed date is kept; that the days behind it differ is reported."""
    name = "sdn_enhanced.xml"
    edition = parse((name, text(name).replace("<value>14 Mar 1961<", "<value>15 Mar 1961<")))
    assert ("drift", "two dates of one Birthdate") in signals(edition)


@pytest.mark.parametrize("name", RICH)
def test_a_relation_to_another_list_is_kept_by_name(name: str) -> None:
    """Its number and name stay, no id is made up, and it is reported."""
    known = 'entityId="302"' if "enhanced" in name else 'To-ProfileID="302"'
    edition = parse((name, text(name).replace(known, known.replace("302", "999"))))
    found = {(p, v) for e, _, p, v, _ in detailed(edition) if e.endswith("-controlled-by-999")}
    assert ("recordId", "999") in found
    assert "namesMentioned" in {prop for prop, _ in found}
    assert "owner" not in {prop for prop, _ in found}
    assert ("held_aside", "relation to an entry that is not in the file") in signals(edition)


@pytest.mark.parametrize("name", XML)
def test_a_zipped_file_is_read_as_it_is(name: str) -> None:
    """The same statements; the part keeps the archive's name and hash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name.upper(), text(name))
    edition = parse((name.replace(".xml", ".zip"), packed.getvalue()))
    assert rows(edition, details=False) == rows(fixture(name), details=False)
    assert edition.parts[0].part.sha256 == SourceFile("", packed.getvalue()).sha256


def test_a_whole_edition_comes_alone() -> None:
    """An XML file and delimited files together would say everything twice."""
    with pytest.raises(InvalidInput, match=r"sdn\.xml holds a whole edition"):
        parse(("sdn.xml", text("sdn.xml")), ("alt.csv", text("alt.csv")))


def test_the_file_of_another_list_is_refused() -> None:
    """The enhanced format says which list it was made from."""
    other = text("sdn_enhanced.xml").replace(
        ">SDN List</sanctionsList></", ">FSE List</sanctionsList></"
    )
    with pytest.raises(ReadError, match="made from FSE List, not from SDN List"):
        parse(("sdn_enhanced.xml", other))


@pytest.mark.parametrize(
    ("name", "known", "broken", "message"),
    [
        ("sdn.xml", ">4</Record_Count>", ">5</Record_Count>", "4 entries where the file counts 5"),
        ("sdn.xml", "06/01/2031", "1 June", "not MM/DD/YYYY"),
        ("sdn.xml", "<uid>301</uid>", "<uid>first</uid>", "starts with its entry's number"),
        ("sdn.xml", "</sdnList>", "", "not well-formed"),
        ("sdn.xml", "sdnList", "otherList", "where <sdnList> was expected"),
        ("sdn_enhanced.xml", "2031-06-01T", "soon", "is not a date"),
        ("sdn_enhanced.xml", "entities>", "entries>", "without entries"),
        ("sdn_advanced.xml", "<Day>1</Day></DateOfIssue>", "</DateOfIssue>", "is not a day"),
        ("sdn_advanced.xml", 'ProfileID="302" ListID', 'ProfileID="9" ListID', "is not there"),
    ],
)
def test_a_broken_file_is_refused(name: str, known: str, broken: str, message: str) -> None:
    """With the file's name, and nothing of it counted."""
    assert known in text(name)
    with pytest.raises(ReadError, match=message) as error:
        parse((name, text(name).replace(known, broken)))
    assert name in str(error.value)


def test_an_entity_bomb_is_refused() -> None:
    """A document type is no part of a list."""
    bomb = text("sdn.xml").replace("<sdnList", '<!DOCTYPE x [<!ENTITY a "b">]><sdnList', 1)
    with pytest.raises(ReadError, match="document type"):
        parse(("sdn.xml", bomb))


@pytest.mark.parametrize(
    ("name", "dataset", "part"),
    [
        ("sdn.xml", SDN, "entries"),
        ("SDN_ENHANCED.ZIP", SDN, "entries"),
        ("sdn_advanced_2031-06-01.xml", SDN, "entries"),
        ("consolidated.xml", CONS, "entries"),
        ("CONS_ADVANCED.XML", CONS, "entries"),
        ("consolidated.xml", SDN, None),
        ("sdn.xml", CONS, None),
        ("notes.xml", SDN, None),
        ("sdn.json", SDN, None),
    ],
)
def test_files_are_known_by_name(name: str, dataset: object, part: str | None) -> None:
    """Each list's own names, with a date or without, zipped or not."""
    assert ofac.claims_file(dataset, name, b"") == part  # type: ignore[arg-type]


def test_a_category_of_names_that_is_not_known_is_told() -> None:
    """The name counts as a strong one, so that it is found; the signal names the category."""
    edition = parse(("sdn.xml", text("sdn.xml").replace(">weak<", ">feeble<")))
    (aliases,) = [c for c in edition.parts if c.part.part == "aliases"]
    told = [s for c in edition.parts for s in c.part.signals if s.field == "aka category feeble"]
    assert told
    assert told[0].sample == "THE LAMP"
    assert "THE LAMP" in {s.value for s, _ in aliases.statements if s.prop == "alias"}
