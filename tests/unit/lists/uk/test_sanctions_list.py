"""The UK Sanctions List: three forms of one list make the same statements."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile
from interdict.lists.uk.fields import COLUMNS, GROUP_COLUMNS
from interdict.lists.uk.regimes import short_name

REGIME = "The Ruritania (Sanctions) (EU Exit) Regulations 2020"
HEADER = ["Unique ID", *COLUMNS, *(t for titles in GROUP_COLUMNS.values() for t in titles)]
PERSON = {
    "Unique ID": "RUR0001",
    "OFSI Group ID": "99001",
    "UN Reference Number": "XXi.001",
    "Regime Name": REGIME,
    "Designation Type": "Individual",
    "Designation source": "UN",
    "Sanctions Imposed": "Asset freeze|Travel Ban",
    "Date Designated": "25/01/2001",
    "Last Updated": "14/04/2020",
    "D.O.B": "dd/mm/1961",
    "Passport number": "R1234567",
    "Passport additional information": "expired",
    "Address Line 1": "Pier 4",
    "Address Country": "Ruritania",
    "UK Statement of Reasons": "Keeps the harbour.",
}
PRIMARY = {"Name 1": "ANSELM", "Name 2": "PICO", "Name 6": "GRAU", "Name type": "Primary Name"}
ALIAS = {"Name 6": "Otto Grau", "Name type": "Alias", "Alias strength": "Good quality a.k.a"}
SCRIPT = {"Name non-latin script": "Ансельм", "Non-latin script language": "Russian"}

XML = f"""<Designations><DateGenerated>04/03/2021</DateGenerated><Designation>
<LastUpdated>14/04/2020</LastUpdated><DateDesignated>25/01/2001</DateDesignated>
<UniqueID>RUR0001</UniqueID><OFSIGroupID>99001</OFSIGroupID>
<UNReferenceNumber>XXi.001</UNReferenceNumber><Names><Name><Name1>ANSELM</Name1>
<Name2>PICO</Name2><Name6>GRAU</Name6><NameType>Primary Name</NameType></Name><Name>
<Name6>Otto Grau</Name6><NameType>Alias</NameType>
<AliasStrength>Good quality a.k.a</AliasStrength></Name></Names><NonLatinNames><NonLatinName>
<NameNonLatinScript>Ансельм</NameNonLatinScript>
<NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>
<RegimeName>{REGIME}</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
<DesignationSource>UN</DesignationSource>
<SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
<UKStatementofReasons>Keeps the harbour.</UKStatementofReasons><Addresses><Address>
<AddressLine1>Pier 4</AddressLine1><AddressCountry>Ruritania</AddressCountry></Address>
</Addresses><IndividualDetails><Individual><DOBs><DOB>dd/mm/1961</DOB></DOBs><PassportDetails>
<Passport><PassportNumber>R1234567</PassportNumber>
<PassportAdditionalInformation>expired</PassportAdditionalInformation></Passport>
</PassportDetails></Individual></IndividualDetails></Designation></Designations>"""


def csv_text(*rows: dict[str, str], date: str = "Report Date: 04-Mar-2021") -> str:
    """The list as CSV."""
    target = io.StringIO()
    writer = csv.DictWriter(target, HEADER, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return f"{date}\n{target.getvalue()}"


def ods(rows: Sequence[Sequence[str]]) -> bytes:
    """The short form of the list."""
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "table", "text")
    )
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="L">{cells}</table:table>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        content = f"<office:document-content {spaces}>{table}</office:document-content>"
        made.writestr("content.xml", content)
    return target.getvalue()


SHORT_TITLES = (
    "Unique ID|OFSI Group ID|Name|Regime Name|Type|Designation source|Date Designated|"
    "Sanctions Imposed"
)
SHORT_ROW = (
    "RUR0001|99001|GRAU ANSELM PICO|Ruritania|Individual|UN|25-01-2001|Asset freeze, Travel Ban"
)
SHORT = [line.split("|") for line in (SHORT_TITLES, SHORT_ROW)]


def parse(data: str | bytes, name: str = "list") -> ParsedEdition:
    """The list parsed."""
    raw = data if isinstance(data, bytes) else data.encode()
    return parse_files("uk_sanctions_list", [SourceFile(name, raw)])


def keys(edition: ParsedEdition, part: int) -> set[bytes]:
    """Ids of what a part says."""
    return {statement.key for statement, _ in edition.parts[part].statements}


def values(edition: ParsedEdition, prop: str) -> list[str]:
    """Values of a property in both parts."""
    return [s.value for c in edition.parts for s, _ in c.statements if s.prop == prop]


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for content in edition.parts for signal in content.part.signals]


def test_the_csv_and_the_xml_of_a_day_are_the_same_statements() -> None:
    """Part by part, and of the same date."""
    table = parse(csv_text(PERSON | PRIMARY | SCRIPT, PERSON | ALIAS))
    tree = parse(XML)
    assert keys(table, 0) == keys(tree, 0)
    assert keys(table, 1) == keys(tree, 1)
    assert table.published_at == tree.published_at is not None
    assert drift(table) == drift(tree) == []


def test_the_short_form_says_what_the_entries_of_the_full_forms_say() -> None:
    """And nothing about details: they do not end with an edition in the short form."""
    short, full = parse(ods(SHORT)), parse(XML)
    assert [content.part.part for content in short.parts] == ["entries"]
    assert keys(short, 0) == keys(full, 0)
    assert short.published_at is None


def test_rows_of_the_csv_are_one_entry() -> None:
    """Each combination of names and addresses is a row; each fact is said once."""
    rows = [PERSON | name | {"Address Line 1": pier} for name in (PRIMARY, ALIAS) for pier in "12"]
    edition = parse(csv_text(*rows))
    assert values(edition, "address") == ["1, Ruritania", "2, Ruritania"]
    assert values(edition, "alias") == ["Otto Grau"]
    assert edition.parts[0].part.n_records == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"Name type": "Nickname"}, "name type Nickname"),
        ({"Alias strength": "middling"}, "alias strength middling"),
        ({"Designation Type": "Robot"}, "kind of entry"),
        ({"D.O.B": "spring"}, "date of birth"),
        ({"Date Designated": "soon"}, "date designated"),
        ({"Gender": "unsure"}, "gender"),
        ({"UN Reference Number": "XXe.001"}, "UN reference of another kind of party"),
        ({"IMO number": "12"}, "IMO number"),
        ({"Non-latin script language": "Ruritanian"}, "language Ruritanian"),
        ({"Regime Name": ""}, "entry without a regime"),
    ],
)
def test_what_is_not_understood_is_reported(change: dict[str, str], field: str) -> None:
    """By the name of the field."""
    found = drift(parse(csv_text(PERSON | PRIMARY | SCRIPT | change)))
    assert field in found


def test_unknown_columns_and_elements_are_kept_and_reported() -> None:
    """In every form."""
    table = parse(csv_text(PERSON | PRIMARY).replace("Gender", "Mood").replace(",,,", ",,,", 1))
    assert "column Mood" in drift(table)
    tree = parse(XML.replace("</Designation>", "<Mood>grim</Mood></Designation>"))
    assert drift(tree) == ["element Mood"]
    assert "Mood: grim" in values(tree, "notes")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (XML.encode()[:-40], "cut off"),
        (b"<Designations/>", "no entries"),
        (XML.replace("<UniqueID>RUR0001</UniqueID>", "").encode(), "without UniqueID"),
        (csv_text(PERSON).encode()[:-30], "columns where"),
        (csv_text(PERSON | {"Unique ID": ""}).encode(), "without its Unique ID"),
        (csv_text().encode(), "no entries"),
        (ods([["Some", "thing"]]), "no header"),
        (ods([SHORT[0], ["", "99001"]]), "without its Unique ID"),
        (ods(SHORT)[:-40], "broken archive"),
    ],
)
def test_broken_files_are_refused(data: bytes, what: str) -> None:
    """Whatever the form."""
    with pytest.raises(ReadError, match=what):
        parse(data, "list.xml")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (REGIME, "Ruritania"),
        ("The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019", "Iran (Nuclear)"),
        ("The Iran (Sanctions) Regulations 2023", "Iran"),
        ("The Global Anti-Corruption Sanctions Regulations 2021", "Global Anti-Corruption"),
        (
            "The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019",
            "Counter-Terrorism (International)",
        ),
        (
            "The Counter-Terrorism (Sanctions) (EU Exit) Regulations 2019",
            "Counter-Terrorism (Domestic)",
        ),
        (
            "The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019",
            "ISIL (Da'esh) and Al-Qaida",
        ),
        ("The Republic of Belarus (Sanctions) (EU Exit) Regulations 2019", "Belarus"),
        ("Chemical Weapons", "Chemical Weapons"),
    ],
)
def test_regulations_have_the_short_name_of_their_regime(title: str, name: str) -> None:
    """A short name stays as it is."""
    assert short_name(title) == name


def test_the_fixture_in_windows_encoding_is_read(tmp_path: Path) -> None:
    """What is not UTF-8 is Windows-1252."""
    text = csv_text(PERSON | PRIMARY | {"Other Information": "‘Pico’"})
    assert values(parse(text.encode("cp1252")), "notes") == ["‘Pico’"]
