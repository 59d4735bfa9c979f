"""The list parsers on real editions: counts, oddities, and how little is not understood."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.model.dates import Span
from interdict.store.base import PartContent

HISTORY = {
    "2021-08-18": 9083,
    "2022-03-07": 9321,
    "2022-04-29": 10025,
    "2023-09-28": 13098,
    "2023-12-28": 13821,
    "2024-02-20": 13931,
    "2024-02-23": 14484,
    "2024-05-03": 14965,
    "2024-07-02": 15443,
}
UN = {  # edition: entries, of them under UN_LIST_TYPE Iran, of them organizations
    "2018-10-29": (1093, 84, 61),
    "2020-03-20": (1014, 84, 61),
    "2020-11-30": (1018, 84, 61),
    "2025-04-19": (877, 0, 0),
    "2026-02-27": (1003, 121, 78),
}


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real lists."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder) / "data"


def load(dataset: str, paths: Iterable[Path]) -> ParsedEdition:
    """The edition in those files."""
    return parse_files(dataset, [SourceFile(path.name, path.read_bytes()) for path in paths])


def part(edition: ParsedEdition, name: str) -> PartContent:
    """One part of it."""
    return next(content for content in edition.parts if content.part.part == name)


def n_signals(content: PartContent, kind: str) -> int:
    """How often something of that kind was reported."""
    return sum(signal.count for signal in content.part.signals if signal.kind == kind)


def n_remark_fields(path: Path) -> int:
    """About how many fields the remarks of an entries file have (separators and remarks)."""
    return path.read_bytes().count(b"; ") + path.read_bytes().count(b'"\r\n')


@pytest.fixture(scope="session")
def july_2021(data: Path) -> ParsedEdition:
    """The complete edition of July 2021."""
    return load("us_ofac_sdn", (data / "ofac/sdn_2021_07").glob("*.csv"))


@pytest.mark.parametrize(
    ("folder", "entries"), [("sdn_2019_01", 7379), ("sdn_2021_04", 8890), ("sdn_2021_07", 8976)]
)
def test_every_entry_of_a_complete_edition_is_read(data: Path, folder: str, entries: int) -> None:
    """Counts of entries are the publisher's, and each has a name and a programme."""
    edition = load("us_ofac_sdn", (data / "ofac" / folder).glob("*.csv"))
    content = part(edition, "entries")
    assert (content.part.n_rows, content.part.n_records) == (entries, entries)
    for prop in ("name", "program"):
        named = {
            s.entity_id
            for s, _ in content.statements
            if s.prop == prop and s.entity_id == f"us_ofac_sdn-{s.record_id}"
        }
        assert len(named) == entries
    assert edition.published_at is None


def test_aliases_and_addresses_of_july_2021_are_complete(july_2021: ParsedEdition) -> None:
    """Row counts are the publisher's; no row lacks its entry."""
    assert part(july_2021, "aliases").part.n_rows == 11910
    assert part(july_2021, "addresses").part.n_rows == 13837
    for name in ("aliases", "addresses", "comments"):
        assert part(july_2021, name).part.signals == ()
    assert n_signals(part(july_2021, "entries"), "cut") == 0


def test_a_comments_file_of_a_later_date_is_held_aside(data: Path) -> None:
    """In the edition of 2019, ten of thirteen rests belong to entries that came later."""
    edition = load("us_ofac_sdn", (data / "ofac/sdn_2019_01").glob("*.csv"))
    comments = part(edition, "comments")
    assert (comments.part.n_rows, n_signals(comments, "held_aside")) == (13, 10)
    assert {s.record_id for s, _ in comments.statements} == {"12300", "15599", "15600"}


def test_remarks_cut_without_a_comments_file_are_reported(data: Path) -> None:
    """April 2021 came without its comments: seven remarks are cut."""
    edition = load("us_ofac_sdn", (data / "ofac/sdn_2021_04").glob("*.csv"))
    assert n_signals(part(edition, "entries"), "cut") == 7


@pytest.mark.parametrize(("day", "entries"), HISTORY.items())
def test_history_is_read_with_little_drift(data: Path, day: str, entries: int) -> None:
    """Each dated edition is complete, and under one per cent of remark fields are unknown."""
    path = data / f"ofac/history/sdn_{day}.csv"
    (content,) = load("us_ofac_sdn", [path]).parts
    assert (content.part.n_rows, content.part.n_records) == (entries, entries)
    assert n_signals(content, "drift") < 0.01 * n_remark_fields(path)
    assert n_signals(content, "drift") < 40


def test_july_2021_has_little_drift(data: Path, july_2021: ParsedEdition) -> None:
    """Under one per cent of remark fields are not understood."""
    fields = n_remark_fields(data / "ofac/sdn_2021_07/sdn.csv")
    assert fields > 30_000
    assert n_signals(part(july_2021, "entries"), "drift") < 0.01 * fields


def test_values_that_look_like_dates_are_dates(july_2021: ParsedEdition) -> None:
    """Every birth date of a full edition is EDTF that the record can compare."""
    dates = [s.value for s, _ in part(july_2021, "entries").statements if s.prop == "birthDate"]
    assert len(dates) > 4_400
    for value in dates:
        Span.parse(value)


def test_fto_and_sdgt_stay_two_programmes(july_2021: ParsedEdition) -> None:
    """74 entries bear FTO, and all tags of an entry with several are kept."""
    tags: dict[str, set[str]] = {}
    for statement, _ in part(july_2021, "entries").statements:
        if statement.prop == "program" and statement.schema != "Sanction":
            tags.setdefault(statement.entity_id, set()).add(statement.value)
    assert sum("FTO" in held for held in tags.values()) == 74
    assert sum(len(held) > 1 for held in tags.values()) == 1195


def test_most_links_lead_to_entries(july_2021: ParsedEdition) -> None:
    """At least 97 of 100 links name an entry of the same edition."""
    statements = [s for s, _ in part(july_2021, "entries").statements]
    found = sum(s.prop == "object" for s in statements)
    lost = sum(s.prop == "namesMentioned" for s in statements)
    assert found > 2_500
    assert lost < 0.03 * (found + lost)


def test_december_2025_says_the_names_of_an_entry_it_does_not_hold(data: Path) -> None:
    """Without entries, aliases and addresses are stated and rests of remarks held aside."""
    edition = load("us_ofac_sdn", (data / "ofac/altadd_2025_12").glob("*.csv"))
    names = {s.value for s, _ in part(edition, "aliases").statements if s.record_id == "55025"}
    assert "CARTEL OF THE SUNS" in names
    assert part(edition, "comments").statements == ()
    assert n_signals(part(edition, "comments"), "held_aside") == 28


def test_the_consolidated_list_is_read_without_drift(data: Path) -> None:
    """442 entries; the investment measures carry their own dates under their own tag."""
    edition = load("us_ofac_cons", (data / "ofac/ofac_cons_2025_12").glob("*.csv"))
    entries = part(edition, "entries")
    assert entries.part.n_records == 442
    for content in edition.parts:
        assert not [s for s in content.part.signals if s.kind == "drift"]
    tagged = {s.value for s, _ in entries.statements if s.prop == "program"}
    assert "CMIC-EO13959" in tagged
    dated = {s.entity_id for s, _ in entries.statements if s.prop == "event:in_force"}
    listed = {
        f"{s.entity_id}-sanction-CMIC-EO13959"
        for s, _ in entries.statements
        if s.prop == "program" and s.value == "CMIC-EO13959" and s.schema != "Sanction"
    }
    assert {i for i in dated if i.endswith("CMIC-EO13959")} <= listed


@pytest.mark.parametrize(("day", "counts"), UN.items())
def test_un_editions_are_complete(data: Path, day: str, counts: tuple[int, int, int]) -> None:
    """Entries, Iran's entries and its organizations, and no drift at all."""
    edition = load("un_sc", [data / f"un/un_{day}.xml"])
    (content,) = edition.parts
    statements = [s for s, _ in content.statements]
    iran = {s.entity_id for s in statements if s.prop == "program" and s.value == "Iran"}
    parties = {s.entity_id: s.schema for s in statements if s.prop == "name"}
    organizations = [i for i in iran if parties.get(i) == "Organization"]
    assert (content.part.n_records, len(iran & parties.keys()), len(organizations)) == counts
    assert content.part.n_rows == counts[0]
    assert content.part.signals == ()
    assert edition.published_at is not None
    assert abs((edition.published_at.date() - Span.parse(day).first).days) <= 1  # type: ignore[operator]
    for value in (s.value for s in statements if s.prop in ("birthDate", "event:listed")):
        Span.parse(value)


def test_un_reference_numbers_outlive_data_ids(data: Path) -> None:
    """The record id is the one that stays with a party from edition to edition."""
    editions = [load("un_sc", [data / f"un/un_{day}.xml"]) for day in list(UN)[-2:]]
    names = [
        {
            s.record_id: s.value
            for s, _ in edition.parts[0].statements
            if s.prop == "name" and not s.qualifier
        }
        for edition in editions
    ]
    assert len(names[0].keys() & names[1].keys()) == 873


@pytest.mark.parametrize(("day", "line"), [("2024-10-16", 39788), ("2025-08-16", 53)])
def test_malformed_un_files_are_refused_with_their_line(data: Path, day: str, line: int) -> None:
    """Two files as they were really published."""
    with pytest.raises(ReadError) as caught:
        load("un_sc", [data / f"un/un_{day}_MALFORMED.xml"])
    assert caught.value.line == line
    assert caught.value.file == f"un_{day}_MALFORMED.xml"
