"""Your own list: any CSV or JSON lines file of parties, with its columns guessed.

What the guess was is told with the load (a signal for each column); a column or value that is not
understood is kept as a note of its party and reported. Being on the list is a listing of the
list's own: programmes named in it stay the list's tags (`own_list:TAG`) and never become
designations by the authority that a tag may remind of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b

from interdict.errors import InvalidInput, ReadError
from interdict.lists.own.columns import (
    IGNORE,
    SCHEMATA,
    Columns,
    can_have,
    mapped_columns,
    role_named,
    role_of_label,
    schema_from,
)
from interdict.lists.own.dates import Order, date_of, day_first
from interdict.lists.own.rows import DELIMITED, JSON_LINES, Cell, Row, Table, read_table
from interdict.lists.parsing import Output, PartOutput, SourceFile, tidy
from interdict.model.schema import PARTY_SCHEMATA, compatible
from interdict.model.source import Dataset
from interdict.text.identifiers import imo_digits
from interdict.text.normalize import fold

DATASETS = (
    Dataset(
        name="own_list",
        title="Your own list",
        publisher="whoever keeps the list",
        url="your own files",
        licence="your own",
        parts=("entries",),
        primary="entries",
        issuer="OWN",
        aliases=("own",),
    ),
)

NAMED = MAPPED = frozenset(("own_list",))
"""There may be several (`own_list_NAME`), and their columns may be mapped by hand."""

FILES = {"own_list": "one file with a header (.csv, .tsv) or of JSON lines (.jsonl)"}
"""What the files of a dataset are called, for messages."""

PLAIN_LISTING = "own-list"
"""The tag of a party whose row names no programme: it is on the list, no more is said."""

DATE_ROLES = ("birthDate", "listed")

_NOT_OF_AN_ID = re.compile(r"[^\w.\-]+")
_NOT_OF_A_TAG = re.compile(r"\W+")
_LABELLED = re.compile(r"([^:|]{2,80}?)[:\s]*:\s*(\S.*)$")
_CURRENCY = re.compile(r"\b([A-Z]{3,5})\b\s*$")
_SINGLE = frozenset(("notes", "website"))
"""Roles whose cells are one text, whatever signs stand in it. An address is parted by `|` alone:
many hold a `;`."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any delimited text or JSON lines file, by its name."""
    return dataset.primary if name.endswith(DELIMITED + JSON_LINES) else None


def parse(
    dataset: Dataset,
    files: Sequence[SourceFile],
    out: Output,
    *,
    mapping: Mapping[str, str] | None = None,
) -> None:
    """Reads the list; its date is never in the file.

    Args:
        mapping: column title -> role; columns that it does not name are guessed.

    Raises:
        ReadError: if the file is broken (see `rows.read_table`), no column names a party, or one
            that is mapped is missing.
        InvalidInput: if a role of the mapping does not exist.
    """
    (file,) = files
    table = read_table(file)
    columns = _columns(file, table, mapping or {})
    if not columns.is_usable:
        raise ReadError(
            f"no column names a party (found: {', '.join(table.header)}).",
            file=file.name,
            line=1,
            hint="Call one of them name, or first_name and last_name.",
        )
    part = out.part(dataset.primary, file)
    for title, role in columns.guessed():
        how = "not in the mapping, read as" if columns.mapped else "read as"
        part.signal("drift", f"column {title} {how}", role, 1)
    reader = _Reader(dataset, part, columns, day_first(row_dates(table, columns)))
    for row in table.rows:
        reader.read(row)


def mapping_of(file: SourceFile, mapping: Mapping[str, str]) -> dict[str, str]:
    """How the columns of a file are read: title -> role; unknown ones are `reference`, a note.

    Raises:
        ReadError: as `parse` does.
        InvalidInput: as `parse` does.
    """
    columns = _columns(file, read_table(file), mapping)
    return {title: role or "reference" for title, role in columns.roles}


def _columns(file: SourceFile, table: Table, mapping: Mapping[str, str]) -> Columns:
    for role in mapping.values():
        role_named(role)  # a wrong role is the caller's mistake, whatever the file holds
    try:
        return mapped_columns(table.header, mapping)
    except InvalidInput as error:
        raise ReadError(f"{error}.", file=file.name, line=1) from None


@dataclass(slots=True)
class _Party:
    """What one row says: (property, value, qualifier) triples, in order."""

    record_id: str
    names: list[str]
    facts: list[tuple[str, str, str]] = field(default_factory=list)
    wallets: list[tuple[str, str]] = field(default_factory=list)

    def add(self, prop: str, value: str, qualifier: str = "") -> None:
        self.facts.append((prop, value, qualifier))


class _Reader:
    """Turns rows into statements; remembers the schema of every id."""

    def __init__(
        self, dataset: Dataset, part: PartOutput, columns: Columns, day_first: Order
    ) -> None:
        self._dataset = dataset
        self._part = part
        self._columns = columns
        self._day_first = day_first
        self._order: bool | None = None  # of the row that is being read
        self._schemata: dict[str, str] = {}
        self._titles = {role: columns.titles(role) for _, role in columns.roles if role}

    def read(self, row: Row) -> None:
        """One row: a party, its listings and its wallets. Rows of one id add up."""
        names = list(dict.fromkeys(self._names(row)))
        self._order = self._day_first.get(_source(row, self._columns))
        party = _Party(self._record_id(row, names), names)
        self._part.row(party.record_id)
        for title, role in self._columns.roles:
            if title in row.cells:
                self._column(row, title, role, party)
        if not names and not party.wallets:
            self._part.signal("drift", "row without a name", party.record_id, row.line)
        schema = self._schema(row, party)
        entity_id = f"{self._dataset.name}-{party.record_id}"
        self._state(row, party, entity_id, schema)
        self._listings(row, party, entity_id)
        self._wallets(row, party, entity_id)

    def _names(self, row: Row) -> Iterator[str]:
        """The names a row gives its party: the first is its name, others of a cell are aliases."""
        yield from self._texts(row, "name")
        if "name" not in self._titles:
            parts = (self._texts(row, role) for role in ("first", "middle", "last"))
            whole = " ".join(text for texts in parts for text in texts)
            if whole:
                yield whole

    def _record_id(self, row: Row, names: Iterable[str]) -> str:
        """The id as given; without one, a hash of what names the party, so that it stays."""
        given = _NOT_OF_AN_ID.sub("-", " ".join(self._texts(row, "id"))).strip("-")
        if given:
            return given
        said = [*names, *self._texts(row, "alias"), *self._texts(row, "birthDate")]
        named = "\x1f".join(fold(text) or text for text in said)
        if not named:
            named = repr(sorted(row.cells.items()))
        return "row-" + blake2b(named.encode(), digest_size=8).hexdigest()

    def _texts(self, row: Row, role: str) -> list[str]:
        texts: list[str] = []
        for title in self._titles.get(role, ()):
            if title in row.cells:
                texts += _values(row.cells[title])
        return texts

    def _column(self, row: Row, title: str, role: str | None, party: _Party) -> None:
        cell = row.cells[title]
        if role in ("id", "name", "schema", "programme", "listed", IGNORE):
            return
        if role is None:
            self._part.signal("drift", f"unknown column {title}", _as_text(cell), row.line)
        if role is None or role in ("source", "reference"):
            party.add("notes", f"{title}: {_as_text(cell)}")
            return
        whole = role in _SINGLE or (role == "address" and "|" not in cell)
        values = [tidy(cell)] if whole and isinstance(cell, str) else _values(cell)
        for value in values:
            self._value(row, role, value, party)

    def _value(self, row: Row, role: str, value: str, party: _Party) -> None:
        """One value of a known column."""
        if role in ("alias", "weakAlias", "previousName"):
            if value not in party.names:
                party.add(role, value)
        elif role == "documents":
            self._document(row, value, party)
        elif role == "wallet":
            party.wallets.append((value, ""))
        elif role == "birthDate":
            self._birth_date(row, value, party)
        elif role in ("first", "middle", "last"):
            prop = {"first": "firstName", "middle": "secondName", "last": "lastName"}[role]
            party.add(prop, value)
            if not party.names:
                party.names.append(value)
        elif role == "imoNumber":
            party.add(role, imo_digits(value) or value)
        else:
            party.add(role, value)

    def _document(self, row: Row, text: str, party: _Party) -> None:
        """`Label: value`; a bare value is a number of an unknown kind."""
        found = _LABELLED.match(text)
        if found is None:
            party.add("idNumber", text)
            return
        label, value = found.groups()
        role = role_of_label(label)
        if role == "imoNumber" and imo_digits(value) is None:
            role = "registrationNumber"
        if role is None:
            self._part.signal("drift", "labels kept as notes", text, row.line)
            party.add("notes", text)
        elif role == "wallet":
            symbol = _CURRENCY.search(label)
            party.wallets.append((value, symbol.group(1) if symbol else ""))
        elif role == "imoNumber":
            party.add(role, imo_digits(value) or value)
        elif role == "birthDate":
            self._birth_date(row, value, party)
        else:
            party.add(role, value, "" if role in ("gender", "nationality") else label.strip())

    def _birth_date(self, row: Row, value: str, party: _Party) -> None:
        if (read := date_of(value, self._order)) is not None:
            party.add("birthDate", read)
            return
        self._part.signal("drift", "date of birth", value, row.line)
        party.add("notes", f"born: {value}")

    def _schema(self, row: Row, party: _Party) -> str:
        """The stated kind of party, else what its facts demand; one id keeps its first."""
        stated = " ".join(self._texts(row, "schema"))
        schema = stated if stated in PARTY_SCHEMATA else SCHEMATA.get(fold(stated))
        if stated and schema is None:
            self._part.signal("drift", f"kind of party {stated}", stated, row.line)
            party.add("notes", f"kind: {stated}")
        if schema is None:
            schema = schema_from(prop for prop, _, _ in party.facts)
        first = self._schemata.setdefault(party.record_id, schema)
        if not compatible(first, schema):
            self._part.signal("drift", "two kinds for one id", party.record_id, row.line)
        return first

    def _state(self, row: Row, party: _Party, entity_id: str, schema: str) -> None:
        state = self._part.statement
        for at, name in enumerate(party.names):
            prop = "alias" if at else "name"
            state(party.record_id, entity_id, schema, prop, name, line=row.line)
        for prop, value, qualifier in party.facts:
            if not can_have(schema, prop):
                if prop == "passportNumber" and can_have(schema, "idNumber"):
                    prop = "idNumber"
                else:
                    prop, value, qualifier = "notes", f"{qualifier or prop}: {value}", ""
            state(
                party.record_id,
                entity_id,
                schema,
                prop,
                value,
                line=row.line,
                qualifier=qualifier,
            )

    def _listings(self, row: Row, party: _Party, entity_id: str) -> None:
        """One `Sanction` for each programme of the row, or the plain one."""
        state = self._part.statement
        dates = list(self._listed_dates(row, party, entity_id))
        for tag in self._texts(row, "programme") or [PLAIN_LISTING]:
            sanction_id = f"{entity_id}-sanction-{_slug(tag)}"
            facts = [("entity", entity_id), ("program", tag), ("authority", self._dataset.issuer)]
            facts += [("event:listed", day) for day in dates]
            for prop, value in facts:
                state(party.record_id, sanction_id, "Sanction", prop, value, line=row.line)

    def _listed_dates(self, row: Row, party: _Party, entity_id: str) -> Iterator[str]:
        for value in self._texts(row, "listed"):
            if (read := date_of(value, self._order)) is not None:
                yield read
                continue
            self._part.signal("drift", "date of listing", value, row.line)
            schema, note = self._schemata[party.record_id], f"listed: {value}"
            self._part.statement(party.record_id, entity_id, schema, "notes", note, line=row.line)

    def _wallets(self, row: Row, party: _Party, entity_id: str) -> None:
        state = self._part.statement
        for address, currency in party.wallets:
            key = blake2b(address.encode(), digest_size=6).hexdigest()
            wallet_id = f"{entity_id}-wallet-{key}"
            facts = {"publicKey": address, "currencySymbol": currency, "holder": entity_id}
            for prop, value in facts.items():
                state(party.record_id, wallet_id, "CryptoWallet", prop, value, line=row.line)


def _values(cell: Cell) -> list[str]:
    """The values of a cell: parted by `|`, or by `;` where there is none; a list as it is."""
    if isinstance(cell, tuple):
        parts = list(cell)
    elif "|" in cell:
        parts = cell.split("|")
    elif ";" in cell:
        parts = cell.split(";")
    else:
        text = tidy(cell)
        return [text] if text else []
    return list(dict.fromkeys(text for text in map(tidy, parts) if text))


def _as_text(cell: Cell) -> str:
    return tidy("; ".join(cell) if isinstance(cell, tuple) else cell)


@cache
def _slug(tag: str) -> str:
    """A tag as part of an id; one of no letters and digits by its hash."""
    plain = _NOT_OF_A_TAG.sub("-", tag).strip("-")
    return plain or blake2b(tag.encode(), digest_size=4).hexdigest()


def row_dates(table: Table, columns: Columns) -> Iterator[tuple[str, list[str]]]:
    """(source, texts of its dates) of each row."""
    titles = [title for role in DATE_ROLES for title in columns.titles(role)]
    for row in table.rows:
        texts = [text for title in titles for text in _values(row.cells.get(title, ""))]
        yield _source(row, columns), texts


def _source(row: Row, columns: Columns) -> str:
    return " ".join(_as_text(row.cells.get(title, "")) for title in columns.titles("source"))
