"""A table of stakes: one row for each owner of each asset. docs/ownership.md tells its columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b

from interdict.errors import ReadError
from interdict.lists.ownership.said import BadRow, SaidParty, SaidStake
from interdict.lists.ownership.writing import StakeWriter, read_rows
from interdict.lists.parsing import SourceFile, tidy
from interdict.text.normalize import fold

_PARTY = {
    "": "{} | {} name | name of {}",
    "id": "{} id | {} entity id | {} record id",
    "key": "{} key | {} number | {} ref",
    "type": "{} type | {} schema | {} kind",
    "birth": "{} birth date | {} date of birth | {} dob",
    "country": "{} country | {} jurisdiction",
}
"""Column of a party -> its titles in folded words; `{}` stands for each word for the party."""

_STAKE = {
    "stake": "id | stake id | row id",
    "percentage": "percentage | percent | share | shares | stake | ownership | share of capital",
    "votes": "votes | voting rights | votes percentage",
    "control": "control | controls | means of control",
    "indirect": "indirect | direct or indirect | directness",
    "start": "start date | start | from | since | startdate",
    "end": "end date | end | until | to | enddate",
    "source": "source | source url | citation",
    "grade": "grade | grade of proof",
    "note": "note | notes | comment | remarks | description",
}

_OWNER_WORDS = ("owner", "shareholder", "holder", "parent")
_ASSET_WORDS = ("asset", "company", "owned", "subsidiary", "entity")

SCHEMATA = {
    **dict.fromkeys(("person", "individual", "natural person"), "Person"),
    **dict.fromkeys(("company", "corporation", "legal person"), "Company"),
    **dict.fromkeys(("organization", "organisation", "entity", "trust"), "Organization"),
    **dict.fromkeys(("public body", "publicbody", "state", "government"), "PublicBody"),
    "vessel": "Vessel",
    "legalentity": "LegalEntity",
    "legal entity": "LegalEntity",
}
"""Kind of party in folded words -> schema."""

_NO = frozenset(("", "no", "n", "false", "0", "none", "-"))
_YES = frozenset(("yes", "y", "true", "1", "x"))
_LONGEST_CELL = 1_000_000
_NOT_OF_AN_ID = re.compile(r"[^\w.\-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_KEY = 80


def read_table(file: SourceFile, writer: StakeWriter) -> None:
    """Reads the rows; one that cannot be read is reported, and the others are.

    Raises:
        ReadError: if the file is no text, has no rows, or no columns for owner and asset.
    """
    rows = _rows(file)
    header_line, titles = next(rows, (1, []))
    columns = {at: role for at, title in enumerate(titles) if (role := _role(title)) is not None}
    for needed in ("owner", "asset"):
        if not {needed, f"{needed} id", f"{needed} key"} & set(columns.values()):
            raise ReadError(
                f"no column names the {needed} (found: {', '.join(titles)}).",
                file=file.name,
                line=header_line,
                hint=f"Call one of them {needed} or {needed}_id; see docs/ownership.md.",
            )
    for at, title in enumerate(titles):
        if at not in columns and title.strip():
            writer.odd(f"unknown column {title.strip()}", title, header_line)
    for line, cells in rows:
        sample = ",".join(cells)
        if len(cells) != len(titles):
            writer.bad(line, f"{len(cells)} cells where the header has {len(titles)}", sample)
            continue
        row: dict[str, str] = {}
        for at, role in columns.items():
            if value := tidy(cells[at]):
                row.setdefault(role, value)
        read_rows(writer, line, sample, _stakes(row, line))


def _rows(file: SourceFile) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, each with the line it begins on; the header first."""
    text = _text(file)
    first = next(line for line in text.splitlines() if line.strip())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first.count))
    limit, line = csv.field_size_limit(_LONGEST_CELL), 1
    try:
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise ReadError(f"not valid CSV ({error}).", file=file.name, line=line) from None
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(limit)


def _text(file: SourceFile) -> str:
    if b"\0" in file.data:
        raise ReadError("a NUL byte: not a text file.", file=file.name)
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = file.data.decode("cp1252", errors="replace")
    if not text.strip():
        raise ReadError("the file is empty.", file=file.name)
    if text.lstrip().startswith("<"):
        raise ReadError("markup (HTML or XML) where rows were expected.", file=file.name, line=1)
    return text


def _titles() -> dict[str, str]:
    """Title in folded words -> role."""
    found = {t.strip(): role for role, told in _STAKE.items() for t in told.split("|")}
    for side, words in (("owner", _OWNER_WORDS), ("asset", _ASSET_WORDS)):
        for part, told in _PARTY.items():
            for word in words:
                role = f"{side} {part}".strip()
                found |= {t.strip().format(word): role for t in told.split("|")}
    return found


_TITLES = _titles()


def _role(title: str) -> str | None:
    return _TITLES.get(fold(_HUMP.sub(" ", title)))


def _stakes(row: Mapping[str, str], line: int) -> Iterator[SaidStake]:
    """The stakes of a row: shares, votes and control are one each.

    Raises:
        BadRow: if the row names no owner or no asset, or a cell cannot be read.
    """
    owner, asset = _party(row, "owner"), _party(row, "asset")
    control = row.get("control", "")
    controls = fold(control) not in _NO
    indirect = "indirect " if fold(row.get("indirect", "")) in (*_YES, "indirect") else ""
    told = [(f"{indirect}{kind}", row[column]) for kind, column in
            (("shares", "percentage"), ("votes", "votes")) if column in row]  # fmt: skip
    if not told and not controls:
        told = [(f"{indirect}shares", "")]
    if controls:
        told.append(("control", ""))
    for kind, size in told:
        stated = (row["stake"],) if "stake" in row else _identity(owner, asset, row)
        yield SaidStake(
            line=line,
            key=stake_key(*stated, kind),
            owner=owner,
            asset=asset,
            kind=kind,
            size=size,
            means="" if kind != "control" or fold(control) in _YES else control,
            start=row.get("start", ""),
            end=row.get("end", ""),
            source=row.get("source", ""),
            grade=_grade(row.get("grade", "")),
            notes=(row["note"],) if "note" in row else (),
        )


def _identity(owner: SaidParty, asset: SaidParty, row: Mapping[str, str]) -> tuple[str, ...]:
    """What makes a stake the same one in the next edition: not its size, which may change."""
    who = (owner.record_id or owner.key, asset.record_id or asset.key)
    return (*who, row.get("start", ""), row.get("source", ""))


def _grade(text: str) -> str:
    grade = text.upper()
    if grade not in ("", "A", "B", "C", "U"):
        raise BadRow(f"not a grade of proof: {text!r}; write A, B, C or U")
    return grade


def _party(row: Mapping[str, str], side: str) -> SaidParty:
    if record_id := row.get(f"{side} id"):
        return SaidParty(record_id=record_id)
    name, key = row.get(side, ""), row.get(f"{side} key", "")
    if not name and not key:
        raise BadRow(f"it names no {side}")
    told = row.get(f"{side} type", "")
    schema = SCHEMATA.get(fold(told)) if told else None
    if told and schema is None:
        raise BadRow(f"not a kind of party: {told!r}; write person, company or organization")
    facts = (
        ("name", name),
        ("country", row.get(f"{side} country", "")),
        ("birthDate", row.get(f"{side} birth", "")),
    )
    born = facts[2][1]
    if schema is None and born:
        schema = "Person"
    kept = tuple((prop, value) for prop, value in facts if value)
    # Many persons share a name: one whose birth is told is not the one of whom nothing is.
    known_by = key or f"{name} {born}".strip()
    return SaidParty(key=party_key(known_by), schema=schema, facts=kept)


def party_key(text: str) -> str:
    """A name or number as part of an id; readable, and apart where only the script tells it."""
    plain = fold(text).replace(" ", "-")
    if text.isascii() and 0 < len(plain) <= _LONGEST_KEY:
        return plain
    exact = blake2b(" ".join(text.casefold().split()).encode(), digest_size=5).hexdigest()
    return f"{plain[:_LONGEST_KEY]}-{exact}".strip("-")


def stake_key(*parts: str) -> str:
    """The key of a stake: a hash of what makes it the same one."""
    return "stake-" + blake2b("\x1f".join(parts).encode(), digest_size=9).hexdigest()


def plain_key(text: str) -> str:
    """A key that the file gives, as part of an id."""
    return _NOT_OF_AN_ID.sub("-", text).strip("-") or party_key(text)
