"""The lists of the EU, the UK, Canada and Australia: real editions, whole or refused."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.model.dates import Span
from interdict.model.schema import NAME_PROPERTIES


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real lists."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder) / "data"


@cache
def load(dataset: str, path: Path) -> ParsedEdition:
    """The edition in that file, read once."""
    return parse_files(dataset, [SourceFile(path.name, path.read_bytes())])


def drift(edition: ParsedEdition) -> dict[str, int]:
    """How often what was not understood."""
    return {s.field: s.count for content in edition.parts for s in content.part.signals}


def held(edition: ParsedEdition, prop: str) -> dict[str, set[str]]:
    """Record id -> values of a property."""
    found: dict[str, set[str]] = defaultdict(set)
    for content in edition.parts:
        for statement, _ in content.statements:
            if statement.prop == prop:
                found[statement.record_id].add(statement.value)
    return found


def named(edition: ParsedEdition) -> set[str]:
    """Entries that have a name."""
    return set().union(*(held(edition, prop) for prop in NAME_PROPERTIES))


FILES = {  # dataset and file: rows, entries, most rows with something not understood
    ("eu_fsf", "eu/sample_eu_small.xml"): (7, 6, 0),
    ("uk_ofsi", "uk/ConList_2018-04-13.csv"): (9487, 2106, 60),
    ("uk_ofsi", "uk/ConList_2020-04-27.csv"): (9492, 2114, 60),
    ("uk_sanctions_list", "uk/FCDO_SL_2025-08-11.ods"): (5302, 5302, 2),
    ("ca_sema", "ca/sema-lmes_2022.xml"): (2606, 2605, 1),
    ("ca_sema", "ca/sema_2025.xml"): (4759, 4758, 3),
    ("au_dfat", "au/regulation8_consolidated_2022-05.xls"): (7945, 2666, 80),
}


@pytest.mark.parametrize(("source", "counts"), FILES.items(), ids=lambda value: str(value[1]))
def test_every_entry_is_read_and_almost_all_of_it_understood(
    data: Path, source: tuple[str, str], counts: tuple[int, int, int]
) -> None:
    """Rows and entries are the publisher's; each entry has a programme, dates can be compared."""
    edition = load(source[0], data / source[1])
    rows, entries, most = counts
    part = edition.parts[0].part
    assert (part.n_rows, part.n_records) == (rows, entries)
    assert sum(drift(edition).values()) <= most
    assert len(held(edition, "program")) == entries
    assert len(named(edition)) >= entries - 2  # two of the UK's are nameless in the file
    for prop in ("birthDate", "event:listed", "event:amended", "modifiedAt", "buildDate"):
        for values in held(edition, prop).values():
            for value in values:
                Span.parse(value)


def test_the_eu_file_that_was_cut_off_is_refused_with_its_last_line(data: Path) -> None:
    """Whoever loads it is told to fetch it again."""
    path = data / "eu/eu_fsf_2022-03-18_TRUNCATED_3.9MB.xml"
    with pytest.raises(ReadError, match=r"cut off before </export>.*fetch it again") as caught:
        load("eu_fsf", path)
    assert caught.value.line == 28198


def test_the_whole_entries_of_that_file_are_understood(data: Path) -> None:
    """Mended for the test: a thousand entries, some under two programmes, and no drift."""
    raw = (data / "eu/eu_fsf_2022-03-18_TRUNCATED_3.9MB.xml").read_bytes()
    end = b"</sanctionEntity>"
    mended = raw[: raw.rindex(end) + len(end)] + b"</export>"
    edition = parse_files("eu_fsf", [SourceFile("eu.xml", mended)])
    assert drift(edition) == {}
    assert edition.parts[0].part.n_records == 1024
    programmes = held(edition, "program")
    assert sum(len(tags) > 1 for tags in programmes.values()) == 20
    # The act that touched an entry last does not list it, unless it is an act of its own.
    assert len(held(edition, "event:in_force")) < 0.06 * len(programmes)


def test_the_eu_numbers_of_two_editions_agree(data: Path) -> None:
    """The entries of the sample are those of two years later, under the same numbers."""
    raw = (data / "eu/eu_fsf_2022-03-18_TRUNCATED_3.9MB.xml").read_bytes().decode()
    ids = held(load("eu_fsf", data / "eu/sample_eu_small.xml"), "program")
    assert ids
    assert all(f'euReferenceNumber="{number}"' in raw for number in ids)


def test_groups_of_ofsi_hold_every_name_of_their_rows(data: Path) -> None:
    """Against a naive reading of the file: each row's name is a name of its group."""
    path = data / "uk/ConList_2020-04-27.csv"
    rows = list(csv.reader(path.read_text("cp1252").splitlines()))[2:]
    edition = load("uk_ofsi", path)
    names: dict[str, set[str]] = defaultdict(set)
    for prop in NAME_PROPERTIES:
        for record, values in held(edition, prop).items():
            names[record] |= values
    for row in rows:
        whole = " ".join(" ".join((*row[1:6], row[0])).split())
        assert whole in names[row[-1]]


def test_references_of_the_united_nations_join_ofsi_to_its_list(data: Path) -> None:
    """Of the modern numbers that OFSI quotes, nineteen of twenty are on the UN's list of 2020."""
    ofsi = held(load("uk_ofsi", data / "uk/ConList_2020-04-27.csv"), "unscId")
    listed = set(held(load("un_sc", data / "un/un_2020-03-20.xml"), "program"))
    quoted = {number for numbers in ofsi.values() for number in numbers if len(number) == 7}
    assert len(quoted) > 250
    assert len(quoted & listed) > 0.95 * len(quoted)


def test_canadian_ids_outlive_the_numbers_of_the_schedules(data: Path) -> None:
    """Most entries of 2022 are found again in 2025, though under a tenth kept their number."""
    first = load("ca_sema", data / "ca/sema-lmes_2022.xml")
    later = load("ca_sema", data / "ca/sema_2025.xml")
    items = [held(edition, "authorityId") for edition in (first, later)]
    both = items[0].keys() & items[1].keys()
    assert len(both) > 0.95 * len(items[0])
    assert sum(items[0][key] == items[1][key] for key in both) < 0.1 * len(both)


def test_canada_tells_when_each_of_2025_was_listed(data: Path) -> None:
    """The edition of 2022 did not; ships are known by their numbers."""
    later = load("ca_sema", data / "ca/sema_2025.xml")
    assert len(held(later, "event:listed")) == 4758
    assert len(held(later, "imoNumber")) == 109
    assert held(load("ca_sema", data / "ca/sema-lmes_2022.xml"), "event:listed") == {}


def test_australia_has_one_party_for_a_reference(data: Path) -> None:
    """Every party has its name, and over half have a date of listing."""
    edition = load("au_dfat", data / "au/regulation8_consolidated_2022-05.xls")
    assert len(held(edition, "name")) == 2666
    assert len(held(edition, "event:listed")) > 1_500
    assert len(held(edition, "passportNumber")) > 200
