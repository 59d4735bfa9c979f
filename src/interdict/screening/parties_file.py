"""A file of parties, CSV or JSON lines, read row by row.

A row that cannot be used is a `BrokenRow` with its line and the reason; the rows after it are
read all the same. Only a file of which nothing can be read is an error.
"""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from interdict.errors import InvalidInput
from interdict.matching.asked import birth_of
from interdict.model.match import Party
from interdict.model.schema import PARENTS
from interdict.screening.columns import ColumnMap, guess_columns
from interdict.text.normalize import fold

_DATES = "write YYYY-MM-DD, YYYY-MM or YYYY (12/05/1974 may be May or December)"

_DELIMITED = {".csv", ".tsv", ".txt"}
_JSON_LINES = {".jsonl", ".ndjson"}
_DELIMITERS = ",;\t"
_MOST_LINES = 50
"""Lines that a quoted field may run over; beyond, a quote was left open."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")

_SCHEMATA = {fold(schema): schema for schema in PARENTS} | {
    "individual": "Person",
    "natural person": "Person",
    "p": "Person",
    "organisation": "Organization",
    "entity": "Organization",
    "business": "Company",
    "ship": "Vessel",
    "aircraft": "Airplane",
    "wallet": "CryptoWallet",
}


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party and the 1-based line its row begins on."""

    line: int
    party: Party


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be screened, and why."""

    line: int
    reason: str


class PartiesFile:
    """An opened file of parties; `rows()` may be called any number of times.

    Raises:
        InvalidInput: if the file is missing, empty, of another format, not UTF-8 from its first
            bytes, or without a column for a name or an identifier.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        suffix = path.suffix.lower()
        if suffix not in _DELIMITED | _JSON_LINES:
            known = ", ".join(sorted(_DELIMITED | _JSON_LINES))
            raise InvalidInput(f"{path}: cannot tell what kind of file this is. Known: {known}.")
        if not path.is_file():
            raise InvalidInput(f"{path}: no such file.")
        with path.open("rb") as file:
            head = file.read(1 << 16)
        if head.startswith(_UTF16):
            raise InvalidInput(f"{path}: the file is UTF-16. Save it as UTF-8.")
        if not head.removeprefix(b"\xef\xbb\xbf").strip():
            raise InvalidInput(f"{path}: the file is empty.")
        self._is_json = suffix in _JSON_LINES
        self.delimiter = "" if self._is_json else _delimiter(head)
        self.columns = self._read_columns()
        if not self.columns.is_usable:
            found = ", ".join(self.columns.header) or "nothing"
            raise InvalidInput(
                f"{path}: no column holds a name (found: {found}). Call it name, full_name, "
                "or first_name and last_name."
            )

    def fingerprint(self) -> str:
        """sha256 of the file."""
        with self.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    def rows(self) -> Iterator[PartyRow | BrokenRow]:
        """Every row with something in it, in order; reads as it goes."""
        if self._is_json:
            yield from self._json_rows()
            return
        records = self._records()
        next(records, None)  # the header
        for line, cells in records:
            if isinstance(cells, BrokenRow):
                yield cells
            elif any(cell.strip() for cell in cells):
                yield self._party_row(line, cells)

    def _party_row(self, line: int, cells: Sequence[str]) -> PartyRow | BrokenRow:
        width = len(self.columns.header)
        if len(cells) != width:
            return BrokenRow(line, f"{len(cells)} columns where the header has {width}")
        return _party(line, cells, self.columns)

    def _read_columns(self) -> ColumnMap:
        if self._is_json:
            for _, text in _lines(self.path):
                record = _json_object(text) if text.strip() else None
                if isinstance(record, dict):
                    return guess_columns(list(record))
            raise InvalidInput(f"{self.path}: no line is a JSON object.")
        _, header = next(self._records())
        if isinstance(header, BrokenRow):
            raise InvalidInput(f"{self.path}, line {header.line}: {header.reason}.")
        return guess_columns([title.strip() for title in header])

    def _records(self) -> Iterator[tuple[int, list[str] | BrokenRow]]:
        """CSV records with the line each begins on; a quoted field may run over lines."""
        waiting: deque[tuple[int, str]] = deque()
        source = _lines(self.path)
        while True:
            if not waiting:
                following = next(source, None)
                if following is None:
                    return
                waiting.append(following)
            taken = [waiting.popleft()]
            while self._is_open(taken) and len(taken) < _MOST_LINES:
                following = waiting.popleft() if waiting else next(source, None)
                if following is None:
                    break
                taken.append(following)
            line = taken[0][0]
            if self._is_open(taken):
                waiting.extendleft(reversed(taken[1:]))
                yield line, BrokenRow(line, "a quote is opened and never closed")
                continue
            yield from ((line, cells) for cells in self._parsed(line, taken))

    def _is_open(self, taken: list[tuple[int, str]]) -> bool:
        """True if the lines end inside a quoted field."""
        if not any('"' in text for _, text in taken):
            return False
        try:
            list(csv.reader([text for _, text in taken], delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            return "unexpected end of data" in str(error)
        return False

    def _parsed(self, line: int, taken: list[tuple[int, str]]) -> list[list[str] | BrokenRow]:
        texts = [text for _, text in taken]
        if _undecoded("".join(texts)):
            return [BrokenRow(line, "bytes that are not UTF-8. Save the file as UTF-8")]
        try:
            return list(csv.reader(texts, delimiter=self.delimiter))
        except csv.Error as error:
            return [BrokenRow(line, f"not CSV: {error}")]

    def _json_rows(self) -> Iterator[PartyRow | BrokenRow]:
        maps: dict[tuple[str, ...], ColumnMap] = {}
        for line, text in _lines(self.path):
            if not text.strip():
                continue
            record = _json_object(text)
            if isinstance(record, str):
                yield BrokenRow(line, record)
                continue
            keys = tuple(record)
            columns = maps.get(keys) or guess_columns(keys)
            if len(maps) < 64:  # rows of one file share few sets of keys
                maps[keys] = columns
            try:
                yield _party(line, list(record.values()), columns)
            except InvalidInput as error:
                yield BrokenRow(line, str(error))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines; bytes that are not UTF-8 stay visible as lone surrogates."""
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        yield from enumerate(file, start=1)


def _undecoded(text: str) -> bool:
    return not text.isascii() and any("\udc80" <= char <= "\udcff" for char in text)


def _delimiter(head: bytes) -> str:
    """The delimiter that the first line holds most of, outside quotes."""
    first = head.splitlines()[0].decode("utf-8", errors="replace")
    bare = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


def _json_object(text: str) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with it."""
    if _undecoded(text):
        return "bytes that are not UTF-8. Save the file as UTF-8"
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    return value if isinstance(value, dict) else "not a JSON object"


def _party(line: int, cells: Sequence[Any], columns: ColumnMap) -> PartyRow | BrokenRow:
    names = _values(cells, columns.names)
    if columns.name_parts:
        spoken = " ".join(_values(cells, columns.name_parts))
        names = [spoken] if spoken else []
    for alias in _values(cells, columns.aliases):
        names += [part.strip() for part in alias.split(";") if part.strip()]
    identifiers = _values(cells, columns.identifiers)
    if not names and not identifiers:
        return BrokenRow(line, "no name")
    birth = _value(cells, columns.birth_date)
    if birth is not None:
        try:
            birth_of(birth)  # read as a single question reads it
        except InvalidInput:
            return BrokenRow(line, f"birth date {birth!r}: {_DATES}")
    kind = _value(cells, columns.schema)
    return PartyRow(
        line,
        Party(
            names=tuple(dict.fromkeys(names)),
            # A kind that is not known screens against every kind: nothing is missed by it.
            schema=_SCHEMATA.get(fold(kind)) if kind else None,
            birth_date=birth,
            countries=tuple(_values(cells, columns.countries)),
            identifiers=tuple(identifiers),
            reference=_value(cells, columns.reference),
        ),
    )


def _values(cells: Sequence[Any], places: Sequence[int]) -> list[str]:
    """Texts of those cells, stripped, without empty ones; a list counts as its items.

    Raises:
        InvalidInput: if a JSON field holds an object, or a list in a list.
    """
    values: list[str] = []
    for place in places:
        cell = cells[place]
        for one in cell if isinstance(cell, list) else [cell]:
            if isinstance(one, (dict, list)):
                raise InvalidInput("a field holds an object where text is expected")
            text = "" if one is None else str(one).strip()
            if text:
                values.append(text)
    return values


def _value(cells: Sequence[Any], place: int | None) -> str | None:
    values = _values(cells, () if place is None else (place,))
    return values[0] if values else None
