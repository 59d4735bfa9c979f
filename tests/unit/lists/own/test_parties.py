"""One's own list: rows to parties, listings, wallets and notes, on invented parties."""

from __future__ import annotations

import json

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.lists import catalog
from interdict.lists.parsing import ParsedEdition, SourceFile


def parse(text: str, name: str = "mine.csv") -> ParsedEdition:
    """The text as a file of the list."""
    return catalog.parse_files("own", [SourceFile(name, text.encode())])


def facts(edition: ParsedEdition, record: str = "7") -> set[tuple[str, str]]:
    """(property, value) of one party itself."""
    rows = edition.parts[0].statements
    return {(s.prop, s.value) for s, _ in rows if s.entity_id == f"own_list-{record}"}


def listings(edition: ParsedEdition, prop: str) -> list[str]:
    """The values of a property of all listings."""
    rows = edition.parts[0].statements
    return [s.value for s, _ in rows if s.schema == "Sanction" and s.prop == prop]


def signals(edition: ParsedEdition) -> dict[str, int]:
    """What was reported, with its count."""
    return {signal.field: signal.count for signal in edition.parts[0].part.signals}


def test_a_name_alone_makes_a_listed_party() -> None:
    """Without a programme the party is on the list, under the list's own authority."""
    edition = parse("id,name\n7,Ilmar Tarvosk\n")
    assert facts(edition) == {("name", "Ilmar Tarvosk")}
    assert listings(edition, "program") == ["own-list"]
    assert listings(edition, "authority") == ["OWN"]
    assert edition.published_at is None


def test_a_tag_never_becomes_a_known_programme() -> None:
    """Tags stay tags of this list: no statement names a regime."""
    edition = parse("id,name,programme\n7,Ilmar Tarvosk,SDGT; FTO\n")
    assert listings(edition, "program") == ["SDGT", "FTO"]
    assert listings(edition, "programId") == []
    assert {s.dataset for s, _ in edition.parts[0].statements} == {"own_list"}


def test_names_are_parted_and_the_primary_one_is_not_repeated() -> None:
    """By `|`, or by `;` where there is none; an alias column that repeats the name adds nothing."""
    edition = parse("id,name,aliases\n7,Tarvosk A,Tarvosk A | Tarvosk; B | Tarvosk C\n")
    assert facts(edition) == {
        ("name", "Tarvosk A"),
        ("alias", "Tarvosk; B"),
        ("alias", "Tarvosk C"),
    }
    assert facts(parse("id,names\n7,Tarvosk A; Tarvosk B\n")) == {
        ("name", "Tarvosk A"),
        ("alias", "Tarvosk B"),
    }


def test_first_and_last_names_make_a_name() -> None:
    """The parts are kept beside the whole name they make."""
    edition = parse("id,last name,first name,type\n7,Tarvosk,Ilmar,person\n")
    assert ("name", "Ilmar Tarvosk") in facts(edition)
    assert {("firstName", "Ilmar"), ("lastName", "Tarvosk")} <= facts(edition)


def test_an_unknown_column_is_kept_and_reported() -> None:
    """Nothing is dropped: the text becomes a note under the column's title."""
    edition = parse("id,name,Shoe size\n7,Ilmar Tarvosk,44\n8,Gordana Wexley,\n")
    assert ("notes", "Shoe size: 44") in facts(edition)
    assert signals(edition) == {"unknown column Shoe size": 1}


def test_the_guess_is_told() -> None:
    """Titles that are not plainly their role are named with what they were read as."""
    edition = parse("uid,name,DOB\n7,Ilmar Tarvosk,1961\n")
    told = [(s.field, s.sample, s.line) for s in edition.parts[0].part.signals]
    assert told == [("column uid read as", "id", 1), ("column DOB read as", "birthDate", 1)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1961-03-14", "1961-03-14"),
        ("1961", "1961"),
        ("1961-03-14T00:00:00", "1961-03-14"),
        ("1961-03-14-04:00", "1961-03-14"),
        ("14 Mar 1961", "1961-03-14"),
        ("circa 1961", "1961~"),
        ("14/03/1961", "1961-03-14"),
        ("3/14/1961 12:39:29 PM", "1961-03-14"),
        ("03.03.1961", "1961-03-03"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, read: str) -> None:
    """ISO, EDTF, words, and numbers where only one order is possible."""
    assert ("birthDate", read) in facts(parse(f"id,name,dob\n7,Ilmar Tarvosk,{written}\n"))


def test_an_ambiguous_date_is_not_guessed() -> None:
    """The third of April or the fourth of March: kept as a note, and reported."""
    edition = parse("id,name,type,dob,listed\n7,Ilmar Tarvosk,person,03/04/1961,03/04/2020\n")
    assert {("notes", "born: 03/04/1961"), ("notes", "listed: 03/04/2020")} <= facts(edition)
    assert listings(edition, "event:listed") == []
    assert {"date of birth", "date of listing"} <= set(signals(edition))


def test_other_dates_of_the_same_source_settle_the_order() -> None:
    """One date that can only be day first settles that source's rows, not another's."""
    text = "id,name,listed,source\n"
    text += "7,A Tarvosk,03/04/2020,North\n8,B Tarvosk,31/12/2020,North\n"
    text += "9,C Tarvosk,03/04/2020,South\n10,D Tarvosk,12/31/2020,South\n"
    text += "11,E Tarvosk,03/04/2020,West\n"
    dates = ["2020-04-03", "2020-12-31", "2020-03-04", "2020-12-31"]
    assert listings(parse(text), "event:listed") == dates


def test_the_kind_of_party_is_read_or_inferred() -> None:
    """Stated kinds are mapped; a birth date makes a person, an MMSI a vessel, else neither."""
    text = "id,name,type,dob,mmsi\n1,A,Individual,,\n2,B,Aircraft,,\n3,C,,1961,\n4,D,,,211000001\n"
    edition = parse(text + "5,E,,,\n6,F,Robot,,\n")
    kinds = {s.record_id: s.schema for s, _ in edition.parts[0].statements if s.prop == "name"}
    assert list(kinds.values()) == [
        "Person", "Airplane", "Person", "Vessel", "LegalEntity", "LegalEntity",
    ]  # fmt: skip
    assert ("notes", "kind: Robot") in facts(edition, "6")
    assert "kind of party Robot" in signals(edition)


def test_labelled_papers_are_told_apart() -> None:
    """`Label: value` goes where the label says; an unknown label is a note; a bare value an id."""
    papers = "Passport: RU 1 | Tax ID No.: 77 | Gender: Male | Hat: 7 | DOB: 1 May 1961 | X9"
    edition = parse(f"id,name,documents\n7,Ilmar Tarvosk,{papers}\n")
    assert facts(edition) - {("name", "Ilmar Tarvosk")} == {
        ("passportNumber", "RU 1"), ("taxNumber", "77"), ("gender", "Male"),
        ("birthDate", "1961-05-01"), ("idNumber", "X9"), ("notes", "Hat: 7"),
    }  # fmt: skip
    assert signals(edition)["labels kept as notes"] == 1


def test_what_a_kind_of_party_cannot_have_becomes_a_note() -> None:
    """A vessel has no nationality, and an organization's passport is a number all the same."""
    text = "id,name,type,nationality,passport\n7,Heron,Ship,Ruritania,\n8,Pier,Entity,,X1\n"
    edition = parse(text)
    assert ("notes", "nationality: Ruritania") in facts(edition)
    assert ("idNumber", "X1") in facts(edition, "8")


def test_wallets_are_entities_held_by_the_party() -> None:
    """From a column of their own or a labelled value, whose currency is kept."""
    text = "id,name,wallet,documents\n7,Purse,0xInvented1,Digital Currency Address - XBT: 1Invent\n"
    rows = [s for s, _ in parse(text).parts[0].statements if s.schema == "CryptoWallet"]
    assert {(s.prop, s.value) for s in rows} == {
        ("publicKey", "0xInvented1"), ("publicKey", "1Invent"),
        ("currencySymbol", "XBT"), ("holder", "own_list-7"),
    }  # fmt: skip
    assert len({s.entity_id for s in rows}) == 2


def test_rows_of_one_id_add_up() -> None:
    """One row for each alias is a common shape: counted as rows, one record."""
    edition = parse("id,name,alias\n7,Ilmar Tarvosk,Heron\n7,Ilmar Tarvosk,Grey Heron\n")
    assert facts(edition) == {
        ("name", "Ilmar Tarvosk"),
        ("alias", "Heron"),
        ("alias", "Grey Heron"),
    }
    assert (edition.parts[0].part.n_rows, edition.parts[0].part.n_records) == (2, 1)


def test_without_an_id_the_same_party_keeps_its_own() -> None:
    """By name and birth date: neither the order of rows nor other columns change it."""
    one = parse("name,dob,notes\nIlmar Tarvosk,1961,x\nGordana Wexley,,\n")
    two = parse("name,dob,notes\nGordana Wexley,,y\nILMAR  TARVOSK,1961,\n")
    ids = [{s.record_id for s, _ in e.parts[0].statements} for e in (one, two)]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 2


def test_a_party_without_a_name_is_reported() -> None:
    """Its other facts are kept, but it cannot be found by a name."""
    edition = parse("id,name,notes\n7,,Name withheld\n8,Ilmar Tarvosk,\n")
    assert facts(edition) == {("notes", "Name withheld")}
    assert signals(edition) == {"row without a name": 1}


def test_followthemoney_json_lines_are_understood() -> None:
    """`properties` are columns, their lists are values and are not parted any further."""
    party = {
        "id": "Q7",
        "schema": "Person",
        "properties": {"name": ["Ilmar; Tarvosk"], "weakAlias": ["Heron"], "birthDate": ["1961"]},
    }
    edition = parse(json.dumps(party) + "\n", "mine.jsonl")
    assert facts(edition, "Q7") == {
        ("name", "Ilmar; Tarvosk"),
        ("weakAlias", "Heron"),
        ("birthDate", "1961"),
    }


def test_a_file_that_names_nobody_is_refused() -> None:
    """The message lists the columns that were found and what to call one."""
    with pytest.raises(ReadError, match=r"found: colour, size.*Call one of them name"):
        parse("colour,size\nred,4\n")
    with pytest.raises(InvalidInput, match="nothing to load"):
        parse("id,name\n7,A\n", "mine.pdf")


def test_half_a_character_is_refused_with_its_place() -> None:
    """A lone surrogate, which JSON can write and UTF-8 cannot."""
    with pytest.raises(ReadError, match=r"mine\.jsonl, line 1: name .* surrogate"):
        parse('{"id": "7", "name": "Ilmar \\ud800"}\n', "mine.jsonl")
