"""Files of parties."""

from pathlib import Path

import pytest

from interdict.errors import InvalidInput
from interdict.screening.columns import guess_columns
from interdict.screening.parties_file import BrokenRow, PartiesFile, PartyRow


def rows(folder: Path, content: str | bytes, name: str = "p.csv") -> list[PartyRow | BrokenRow]:
    """The rows of a file with that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(PartiesFile(path).rows())


def reasons(found: list[PartyRow | BrokenRow]) -> list[tuple[int, str]]:
    """Line and first words of each broken row."""
    return [(row.line, row.reason) for row in found if isinstance(row, BrokenRow)]


def test_columns_are_guessed_by_title(tmp_path: Path) -> None:
    """Names, dates, countries, kinds, numbers and the caller's reference; the rest is shown."""
    text = (
        "ID,Full Name,Date of Birth,Nationality,Type,Passport No.,Balance\n"
        "c1,Ion Branescu,1961-02-03,Romania,individual,X1234567,12\n"
    )
    (row,) = rows(tmp_path, text)
    assert isinstance(row, PartyRow)
    party = row.party
    assert (row.line, party.reference, party.names) == (2, "c1", ("Ion Branescu",))
    assert (party.schema, party.birth_date) == ("Person", "1961-02-03")
    assert (party.countries, party.identifiers) == (("Romania",), ("X1234567",))
    described = dict(PartiesFile(tmp_path / "p.csv").columns.describe())
    assert described["not read"] == "Balance"
    assert described["birth date"] == "Date of Birth"


def test_first_and_last_name_make_a_name_unless_there_is_a_full_one() -> None:
    """A full name wins."""
    assert guess_columns(["first_name", "last name"]).name_parts == (0, 1)
    both = guess_columns(["first_name", "last_name", "name"])
    assert (both.names, both.name_parts) == ((2,), ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiter_and_byte_order_mark(tmp_path: Path, delimiter: str) -> None:
    """As spreadsheets write them."""
    text = "\ufeff" + delimiter.join(["name", "country"]) + "\r\n" + f'"Berg, Å"{delimiter}no\r\n'
    (row,) = rows(tmp_path, text)
    assert isinstance(row, PartyRow)
    assert (row.party.names, row.party.countries) == (("Berg, Å",), ("no",))


def test_broken_rows_stop_nothing(tmp_path: Path) -> None:
    """Each is reported with its line, and the rows after it are read."""
    content = (
        b"name,birth_date\n"
        b"Ion Branescu,1961\n"
        b"too,many,columns\n"
        b",1961\n"
        b"Jos\xe9 Berg,1961\n"
        b"\n"
        b"Mira Solberg,03/02/1961\n"
        b"Ada Holmqvist,\n"
    )
    found = rows(tmp_path, content)
    names = [row.party.names[0] for row in found if isinstance(row, PartyRow)]
    assert names == ["Ion Branescu", "Ada Holmqvist"]
    lines = [line for line, _ in reasons(found)]
    assert lines == [3, 4, 5, 7]
    words = " | ".join(reason for _, reason in reasons(found))
    for expected in ("3 columns where the header has 2", "no name", "not UTF-8", "YYYY-MM-DD"):
        assert expected in words


def test_birth_dates_are_read_as_a_single_question_reads_them(tmp_path: Path) -> None:
    """As customers' files write them, and days that no calendar has; kept as written."""
    dates = ["23.11.1962", "23 Nov 1962", "19621123", "1962-11-31", "circa 1962"]
    found = rows(tmp_path, "name;birth date\n" + "".join(f"Ion Branescu;{one}\n" for one in dates))
    assert [row.party.birth_date for row in found if isinstance(row, PartyRow)] == dates


def test_a_quote_left_open_costs_one_row(tmp_path: Path) -> None:
    """Not the rest of the file; a field over two lines is still one field."""
    many = "".join(f"Person {n} Berg,no\n" for n in range(100))
    found = rows(tmp_path, f'name,note\n"open,no\n{many}"Two\nLines",no\n')
    assert len(found) == 102
    assert reasons(found) == [(2, "a quote is opened and never closed")]
    last = found[-1]
    assert isinstance(last, PartyRow)
    assert (last.line, last.party.names) == (103, ("Two\nLines",))


def test_json_lines(tmp_path: Path) -> None:
    """Fields of a party, one name or several, numbers or lists; bad lines are reported."""
    content = (
        '{"name": "Ion Branescu", "birth_date": 1961, "countries": ["ro", "md"]}\n'
        '{"names": ["Mira Solberg", "M. Solberg"], "schema": "Person", "reference": 7}\n'
        "not json\n"
        "[1]\n"
        '{"name": {"first": "Ada"}}\n'
        '{"name": null}\n'
    )
    found = rows(tmp_path, content, "p.jsonl")
    parties = [row.party for row in found if isinstance(row, PartyRow)]
    assert parties[0].birth_date == "1961"
    assert parties[0].countries == ("ro", "md")
    assert (parties[1].names, parties[1].reference) == (("Mira Solberg", "M. Solberg"), "7")
    assert [line for line, _ in reasons(found)] == [3, 4, 5, 6]


def test_an_unknown_kind_of_party_is_screened_against_all(tmp_path: Path) -> None:
    """Rather than not at all."""
    (row,) = rows(tmp_path, "name,type\nIon Branescu,retail\n")
    assert isinstance(row, PartyRow)
    assert row.party.schema is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("p.csv", b"", "empty"),
        ("p.csv", b"\xef\xbb\xbf \n", "empty"),
        ("p.csv", b"colour,size\nred,3\n", "no column holds a name"),
        ("p.xlsx", b"PK", "what kind of file"),
        ("p.csv", "name\nBerg\n".encode("utf-16"), "UTF-16"),
        ("p.jsonl", b"nothing\n", "no line is a JSON object"),
    ],
)
def test_a_file_of_no_use_is_an_error(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """That says what is wrong with it."""
    with pytest.raises(InvalidInput, match=words):
        rows(tmp_path, content, name)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """Named."""
    with pytest.raises(InvalidInput, match="no such file"):
        PartiesFile(tmp_path / "absent.csv")
