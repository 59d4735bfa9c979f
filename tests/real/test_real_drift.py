"""Real files with something changed in them: each change is told by its name, and nothing is lost.

What a reader does not know is kept as a note, or counts as the widest kind of its sort; a column
without which rows cannot be told apart is refused. An edition that has lost most of something by
it is held back beside the one before it.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlrd

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

FILES = {
    "un_sc": "un/un_2018-10-29.xml",
    "eu_fsf": "eu/sample_eu_small.xml",
    "uk_ofsi": "uk/ConList_2020-04-27.csv",
    "ca_sema": "ca/sema_2025.xml",
    "us_ofac_cons": "ofac/ofac_cons_2025_03/consolidated.xml",
    "us_ofac_sdn": "ofac/sdn_2019_01/sdn.csv",
    "own_list": "multi_list/fto_tagged_ofac_2026-04.csv",
}


LINES = {"uk_ofsi": 2_000, "us_ofac_sdn": 1_500}
"""So many lines of a large table are enough here."""


@cache
def original(dataset: str) -> bytes:
    """A real file, of a large table its first lines; the test is left out where there is none."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    data = (Path(folder) / "data" / FILES[dataset]).read_bytes()
    return b"".join(data.splitlines(keepends=True)[: LINES.get(dataset)])


def parsed(dataset: str, data: bytes) -> ParsedEdition:
    """A file, read under the name of the original one."""
    return parse_files(dataset, [SourceFile(Path(FILES[dataset]).name, data)])


@cache
def unchanged(dataset: str) -> ParsedEdition:
    """The file as it is."""
    return parsed(dataset, original(dataset))


def changed(dataset: str, old: str, new: str, times: int = -1) -> bytes:
    """The file with one text in place of another."""
    data = original(dataset)
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), times)


def fields(edition: ParsedEdition) -> Counter[str]:
    """The signals of drift, by name."""
    return Counter(
        {s.field: s.count for p in edition.parts for s in p.part.signals if s.kind == "drift"}
    )


def text_of(edition: ParsedEdition) -> str:
    """Everything that is said."""
    return "\n".join(s.value for p in edition.parts for s, _ in p.statements)


@pytest.mark.parametrize(
    ("dataset", "old", "new", "told", "kept"),
    [
        # Names of elements and columns.
        ("un_sc", "UN_LIST_TYPE>", "UN_LISTTYPE>", "element UN_LISTTYPE", "UN_LISTTYPE: DPRK"),
        ("un_sc", "LISTED_ON>", "LISTED>", "element LISTED", "LISTED: 2016-11-30"),
        ("un_sc", "FIRST_NAME>", "GIVEN_NAME>", "element GIVEN_NAME", "GIVEN_NAME: "),
        ("un_sc", "INDIVIDUAL_ALIAS>", "PERSON_ALIAS>", "element PERSON_ALIAS", "PERSON_ALIAS: "),
        ("un_sc", "REFERENCE_NUMBER>", "REF>", "entry without REFERENCE_NUMBER", "REF: KPi.033"),
        ("eu_fsf", "strong=", "firm=", "nameAlias/@firm", "firm"),
        ("eu_fsf", "wholeName=", "fullName=", "nameAlias/@fullName", "Abid Hammadou"),
        ("eu_fsf", "programme=", "program=", "regulation without a programme", "TAQA"),
        ("uk_ofsi", ",DOB,", ",Born,", "column Born", "Born: "),
        ("uk_ofsi", "Name 6,", "Surname,", "column Surname", "Surname: "),
        ("uk_ofsi", ",Regime,", ",Law,", "column Law", "Law: "),
        ("ca_sema", "DateOfListing>", "Listed>", "element Listed", "Listed: 2020-09-28"),
        ("us_ofac_cons", "program>", "measure>", "element programList/measure", "measure: NS-PLC"),
        ("us_ofac_cons", "akaList>", "names>", "element sdnEntry/names", "HANIYA Ismail"),
        ("own_list", "programs_2026_04", "wherefore", "unknown column wherefore", "FTO; SDGT"),
        # What is new.
        ("un_sc", "<COMMENTS1>", "<RISK>high</RISK><COMMENTS1>", "element RISK", "RISK: high"),
        ("un_sc", "<INDIVIDUAL>", '<INDIVIDUAL risk="high">', "attribute INDIVIDUAL/@risk", "high"),
        ("eu_fsf", "<nameAlias ", '<nameAlias risk="high" ', "nameAlias/@risk", "high"),
        ("ca_sema", "<Country>", "<Risk>high</Risk><Country>", "element Risk", "Risk: high"),
        ("ca_sema", "<record>", '<record risk="high">', "element record/@risk", "high"),
        # Codes and labels.
        ("un_sc", "<QUALITY>Low<", "<QUALITY>Poor<", "QUALITY Poor", ""),
        ("eu_fsf", 'code="person"', 'code="human"', "subjectType", ""),
        ("uk_ofsi", ",AKA,", ",ALSO,", "Alias Type ALSO", ""),
        ("uk_ofsi", ",Individual,", ",Person,", "Group Type", ""),
        ("us_ofac_cons", "<category>strong<", "<category>firm<", "aka category firm", ""),
        ("us_ofac_cons", "<sdnType>Entity<", "<sdnType>Firm<", "SDN_Type Firm", ""),
        ("us_ofac_cons", "<idType>Website<", "<idType>Page<", "label Page", "www.vtb.com"),
        ("us_ofac_sdn", '"individual"', '"person"', "SDN_Type person", ""),
        ("us_ofac_sdn", "DOB ", "Born ", "remark: Born", "Born 10 Dec 1948"),
        ("us_ofac_sdn", "Passport ", "Travel paper ", "remark: Travel paper", "Travel paper"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_named_and_kept(
    dataset: str, old: str, new: str, told: str, kept: str
) -> None:
    """The signal says what; the text is there still; no entry is lost."""
    before, after = unchanged(dataset), parsed(dataset, changed(dataset, old, new))
    assert fields(after)[told] > fields(before)[told]
    assert kept in text_of(after)
    counts = [[p.part.n_records for p in edition.parts] for edition in (before, after)]
    assert counts[0][0] == counts[1][0]


@pytest.mark.parametrize(
    ("dataset", "old", "new", "told"),
    [
        ("uk_ofsi", "Group ID", "GroupID", "no header with the column 'Group ID'"),
        ("ca_sema", "LastName>", "Surname>", "a record without its name"),
        ("ca_sema", "Country>", "Regulation>", "a record without its Country"),
        ("us_ofac_cons", "uid>", "key>", "<sdnEntry> starts with its entry's number"),
        ("us_ofac_sdn", "\n", ",-0- \n", "13 columns where 12 were expected"),
        ("own_list", ",name,", ",wherefore,", "no column"),
    ],
)
def test_what_rows_cannot_do_without_is_refused(
    dataset: str, old: str, new: str, told: str
) -> None:
    """The message says what is missing, and where."""
    with pytest.raises(ReadError) as caught:
        parsed(dataset, changed(dataset, old, new))
    assert told in str(caught.value)
    assert caught.value.file == Path(FILES[dataset]).name


def test_a_renamed_column_of_a_spreadsheet_is_told(shared: Path) -> None:
    """Australia's, as the newer kind of workbook."""
    book = xlrd.open_workbook(shared / "data/au/regulation8_consolidated_2022-05.xls")
    sheet, made = book.sheet_by_index(0), openpyxl.Workbook()
    for at in range(400):
        cells = [c.value if c.ctype == xlrd.XL_CELL_TEXT else int(c.value or 0) or None
                 for c in sheet.row(at)]  # fmt: skip
        made.active.append(["Born" if cell == "Date of Birth" else cell for cell in cells])
    data = io.BytesIO()
    made.save(data)
    edition = parse_files("au_dfat", [SourceFile("list.xlsx", data.getvalue())])
    assert fields(edition)["column Born"]
    assert "Born: " in text_of(edition)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("UN_LIST_TYPE>", "UN_LISTTYPE>", "0 programmes, where the edition of 2018-10-29 has"),
        ("LISTED_ON>", "LISTED>", "0 dates of listing"),
        ("REFERENCE_NUMBER>", "REF>", "0 are still there under their numbers"),
        ("INDIVIDUAL_ALIAS>", "PERSON_ALIAS>", "names, where the edition"),
        ("INDIVIDUAL_DATE_OF_BIRTH>", "BORN>", "dates of birth, where the edition"),
    ],
)
def test_an_edition_that_lost_something_by_it_is_held_back(
    shared: Path, tmp_path: Path, interdict: Callable[[Path], Any], old: str, new: str, told: str
) -> None:
    """What was in force stays so, until somebody accepts it; the unknown tag is told, too."""
    command = interdict(tmp_path / "record")
    whole = shared / "data" / FILES["un_sc"]
    small = _first_entries(whole.read_bytes())
    for name, data in (("a.xml", small), ("b.xml", _of_another_day(small, old, new))):
        (tmp_path / name).write_bytes(data)
    command.json("list", "load", "un_sc", tmp_path / "a.xml")
    ran = command("list", "load", "un_sc", tmp_path / "b.xml")
    assert ran.code == 1
    assert told in ran.err
    assert "is held back" in ran.err
    (held,) = command.json("list", "status", "un_sc")["datasets"]
    assert [edition["published_on"] for edition in held["editions"]] == ["2018-10-29"]
    report = command.json("list", "load", "un_sc", tmp_path / "b.xml", "--accept")
    assert any(s["field"].startswith("fewer ") for p in report["parts"] for s in p["signals"])


def test_a_programme_without_data_is_told_by_its_tag(
    shared: Path, tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """It is kept under its own name; the others are known, and nothing is told of them."""
    small = _first_entries((shared / "data" / FILES["un_sc"]).read_bytes())
    path = tmp_path / "un.xml"
    path.write_bytes(small.replace(b"<UN_LIST_TYPE>DPRK<", b"<UN_LIST_TYPE>DPR<"))
    command = interdict(tmp_path / "record")
    command.json("list", "load", "un_sc", path)
    (status,) = command.json("list", "status", "un_sc")["datasets"]
    (part,) = status["editions"][0]["parts"]
    told = [s["field"] for s in part["signals"] if s["field"].startswith("programme ")]
    assert told == ["programme DPR"]
    assert "DPR" in status["programmes"]["2018-10-29"]


def _first_entries(data: bytes) -> bytes:
    """A whole file of the first two hundred persons: what is asked here needs no more."""
    end = b"</INDIVIDUAL>"
    at = -1
    for _ in range(200):
        at = data.index(end, at + 1)
    return data[: at + len(end)] + b"</INDIVIDUALS></CONSOLIDATED_LIST>"


def _of_another_day(data: bytes, old: str, new: str) -> bytes:
    made = data.replace(b'dateGenerated="2018-10-29', b'dateGenerated="2018-11-05')
    assert old.encode() in made
    return made.replace(old.encode(), new.encode())
