"""Finding lists and choosing their files."""

from __future__ import annotations

import gc

import pytest

from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.lists import catalog
from interdict.lists.parsing import SourceFile

ROW = b'7,"GREY HERON LTD",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'


def test_lists_are_found_by_name_alias_and_hyphens() -> None:
    """A dataset answers to its name, its aliases, hyphens and capitals."""
    for name in ("us_ofac_sdn", "SDN", "us-ofac-sdn", " ofac "):
        assert catalog.find(name)[0].name == "us_ofac_sdn"
    assert {"us_ofac_sdn", "us_ofac_cons", "un_sc"} <= set(catalog.datasets())


def test_an_unknown_list_is_told_with_the_known_ones() -> None:
    """The message lists what there is."""
    with pytest.raises(NotFound, match="us_ofac_sdn"):
        catalog.find("moon_list")


def test_no_usable_file_is_an_error_that_names_what_was_looked_for() -> None:
    """Neither an unrelated file nor no file at all loads an empty edition."""
    for files in ([SourceFile("notes.txt", b"hello")], []):
        with pytest.raises(InvalidInput, match=r"sdn\.csv.*alt\.csv"):
            catalog.parse_files("us_ofac_sdn", files)


def test_two_files_for_one_part_are_refused() -> None:
    """Two editions in one load would mix."""
    files = [SourceFile("sdn.csv", ROW), SourceFile("sdn_2021-08-18.csv", ROW)]
    with pytest.raises(InvalidInput, match=r"both the part 'entries'"):
        catalog.parse_files("us_ofac_sdn", files)


def test_a_file_of_no_part_is_reported_on_the_primary_part() -> None:
    """A file that was handed over and not used never passes in silence."""
    files = [SourceFile("readme.md", b"x"), SourceFile("SDN.CSV", ROW)]
    (content,) = catalog.parse_files("us_ofac_sdn", files).parts
    (signal,) = content.part.signals
    assert (signal.kind, signal.field) == ("drift", "file readme.md")


def test_a_broken_file_leaves_the_process_as_it_was() -> None:
    """The garbage collector, paused for the parse, runs again after an error."""
    assert gc.isenabled()
    with pytest.raises(ReadError):
        catalog.parse_files("us_ofac_sdn", [SourceFile("sdn.csv", b"")])
    assert gc.isenabled()


UN = b"<CONSOLIDATED_LIST dateGenerated='2021-03-04T22:30:00-05:00'></CONSOLIDATED_LIST>"


@pytest.mark.parametrize(
    ("dataset", "name", "data", "told"),
    [
        ("eu_fsf", "list.xml", UN, "list.xml looks like: un_sc."),
        ("us_ofac_sdn", "list.xml", UN, "list.xml looks like: un_sc."),
        ("us_ofac_sdn", "sdn.csv.gz", b"\x1f\x8b\x08\x00", "sdn.csv.gz: it is packed by gzip"),
        ("us_ofac_sdn", "sdn.csv", b"\x1f\x8b\x08\x00", "sdn.csv: it is packed by gzip"),
        ("us_ofac_sdn", "sdn.csv", "1,HERON".encode("utf-16"), "UTF-16 text: save it as UTF-8"),
        ("un_sc", "list.xml", b"%PDF-1.7", "it is a PDF: take the publisher's file"),
    ],
)
def test_what_a_file_is_instead_is_said(dataset: str, name: str, data: bytes, told: str) -> None:
    """A file of another list, packed, or in another encoding: with what to do."""
    with pytest.raises(InvalidInput) as caught:
        catalog.parse_files(dataset, [SourceFile(name, data)])
    assert told in str(caught.value)


def test_a_broken_file_of_the_list_is_not_said_to_be_another() -> None:
    """Nothing is added where the file is the list's own."""
    with pytest.raises(InvalidInput) as caught:
        catalog.parse_files("un_sc", [SourceFile("un.xml", UN[:-3])])
    assert "looks like" not in str(caught.value)
