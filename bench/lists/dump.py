"""A record as text that does not depend on the order in which its editions were loaded.

Integer keys, transactions and the differences between neighbouring issues do; what they stand for
must not. Each issue's statements are taken twice, from its packed content and from the parity of
the differences, and must be the same.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from interdict.store.content import unpack
from interdict.store.membership import Membership


@dataclass(frozen=True)
class Dump:
    """One record; each field is a sorted list of lines without anything of the loading.

    Attributes:
        statements: what is said, of whom, in which words.
        issues: each file of each edition, and a hash of (statement, line) of all that it holds.
        signals: what was not understood, by edition and part.
        judgements: which ids are one party, by whom and why.
    """

    statements: tuple[str, ...]
    issues: tuple[str, ...]
    signals: tuple[str, ...]
    judgements: tuple[str, ...]


def dump(record: Path) -> Dump:
    """Reads a record.

    Raises:
        SystemExit: if an issue's content is not what the differences say.
    """
    connection = sqlite3.connect(record)
    try:
        return Dump(
            _lines(connection, _STATEMENTS),
            _issues(connection),
            _lines(connection, _SIGNALS),
            _lines(connection, "SELECT left, right, same, by, reason FROM judgement"),
        )
    finally:
        connection.close()


_STATEMENTS = """
    SELECT hex(s.key), e.key, r.dataset, r.record_id, s.schema, s.prop, s.value, s.lang,
           s.qualifier, s.source, s.grade, s.document_id, s.start, s."end"
    FROM statement s JOIN entity e ON e.id = s.entity_id JOIN record r ON r.id = s.record_pk
"""
_SIGNALS = """
    SELECT e.dataset, e.published_at, i.part, s.kind, s.field, s.sample, s.line, s.n
    FROM signal s JOIN issue i ON i.id = s.issue_id JOIN edition e ON e.id = i.edition_id
"""
_ISSUES = """
    SELECT i.id, i.base_id, i.content, e.dataset, e.published_at, e.utc_offset, e.primary_part,
           e.own_dates, i.part, i.file_name, i.sha256, i.grade, i.n_rows, i.n_records,
           i.n_statements
    FROM issue i JOIN edition e ON e.id = i.edition_id
"""


def _lines(connection: sqlite3.Connection, query: str) -> tuple[str, ...]:
    return tuple(sorted(repr(row) for row in connection.execute(query)))


def _issues(connection: sqlite3.Connection) -> tuple[str, ...]:
    keys = dict(connection.execute("SELECT id, hex(key) FROM statement"))
    rows = list(connection.execute(_ISSUES))
    membership = Membership({row[0]: row[1] for row in rows})
    differing: dict[int, list[int]] = defaultdict(list)
    for statement, issue in connection.execute("SELECT statement_id, issue_id FROM difference"):
        differing[statement].append(issue)
    masks = {statement: membership.mask(issues) for statement, issues in differing.items()}
    lines = []
    for issue, _, content, *described in rows:
        packed = unpack(content)
        held = {s for s, mask in masks.items() if membership.holds(mask, issue)}
        if held != set(packed.keys):
            raise SystemExit(f"{described}: content and differences do not agree")
        placed = zip(packed.keys, packed.lines, strict=True)
        said = "\n".join(sorted(f"{keys[statement]} {line}" for statement, line in placed))
        lines.append(f"{described} {hashlib.sha256(said.encode()).hexdigest()}")
    return tuple(sorted(lines))
