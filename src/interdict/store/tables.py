"""Tables of the record, in portable SQL: integer keys inside, text ids at the edge.

Every row carries the sequence number (`seq`) of the transaction that appended it. Times
are UTC, ISO 8601, of one width, so that their order as text is their order in time.
Nothing is updated or deleted, but for the text of a document that is shredded.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

REFERENCE_PROPERTIES = (
    "agent", "asset", "associate", "client", "director", "employee", "employer", "entity", "holder",
    "member", "object", "organization", "owner", "person", "relative", "subject",
)  # fmt: skip
"""Properties whose values are entity ids: the ones that links are looked up by."""

IS_REFERENCE = text("prop IN ('" + "', '".join(REFERENCE_PROPERTIES) + "')")


def _seq() -> Column[int]:
    return Column("seq", ForeignKey("journal.seq"), nullable=False)


journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("detail", Text, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dataset", String(64), nullable=False),
    Column("published_at", String(32), nullable=False),
    Column("utc_offset", Integer, nullable=False),
    Column("primary_part", String(32), nullable=False),
    Column("own_dates", Integer, nullable=False),
    _seq(),
    UniqueConstraint("dataset", "published_at"),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", ForeignKey("edition.id"), nullable=False),
    Column("part", String(32), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("grade", String(16), nullable=False),
    Column("n_rows", Integer, nullable=False),
    Column("n_records", Integer, nullable=False),
    Column("n_statements", Integer, nullable=False),
    Column("base_id", ForeignKey("issue.id")),
    Column("content", LargeBinary, nullable=False),
    _seq(),
    UniqueConstraint("edition_id", "part"),
)
"""One file of an edition. `content` lists its statements with their lines (see content.py);
`base_id` is the issue that its `difference` rows are counted against."""

signal = Table(
    "signal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issue_id", ForeignKey("issue.id"), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("field", Text, nullable=False),
    Column("sample", Text, nullable=False),
    Column("line", Integer),
    Column("n", Integer, nullable=False),
)

entity = Table(
    "entity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(255), nullable=False, unique=True),
)

record = Table(
    "record",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dataset", String(64), nullable=False),
    Column("record_id", String(255), nullable=False),
    UniqueConstraint("dataset", "record_id"),
)
"""An entry of a list by its publisher's own id; entities and links of one row share it."""

statement = Table(
    "statement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", LargeBinary(16), nullable=False, unique=True),
    Column("entity_id", ForeignKey("entity.id"), nullable=False, index=True),
    Column("record_pk", ForeignKey("record.id"), nullable=False, index=True),
    Column("schema", String(32), nullable=False),
    Column("prop", String(64), nullable=False),
    Column("value", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("qualifier", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("grade", String(8), nullable=False),
    Column("document_id", String(64), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    _seq(),
    Index(
        "ix_statement_reference",
        "value",
        sqlite_where=IS_REFERENCE,
        postgresql_where=IS_REFERENCE,
    ),
)

difference = Table(
    "difference",
    metadata,
    Column("statement_id", ForeignKey("statement.id"), primary_key=True, autoincrement=False),
    Column("issue_id", ForeignKey("issue.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Edition membership, append-only: a row says that the issue differs from its base in this
statement (holds it where the base does not, or the other way round). An issue without a base
differs from the empty one. So a daily edition costs its changes, not its size."""

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("digest", String(32), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("described", Text, nullable=False),
    Column("raw", Text),
    Column("text", Text),
    _seq(),
)
"""One reading of a document; a later reading of the same bytes takes its place."""

spoken = Table(
    "spoken",
    metadata,
    Column("document_pk", ForeignKey("document.id"), primary_key=True, autoincrement=False),
    Column("statement_id", ForeignKey("statement.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Which reading of a document makes which statements: they hold while that reading stands."""

claim = Table(
    "claim",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_pk", ForeignKey("document.id"), nullable=False, index=True),
    Column("key", String(32), nullable=False, index=True),
    Column("subject_id", String(255), index=True),
    Column("object_id", String(255), index=True),
    Column("body", Text, nullable=False),
    _seq(),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("left", String(255), nullable=False),
    Column("right", String(255), nullable=False),
    Column("same", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    _seq(),
)

confirmation = Table(
    "confirmation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entity_key", String(255), nullable=False),
    Column("programme", String(64), nullable=False),
    Column("event", String(32), nullable=False),
    Column("on", String(10), nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("source", Text),
    _seq(),
    Column("expected", String(10)),
    Column("until", String(10)),
    Column("scope", Text),
)

resolution = Table(
    "resolution",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question", Text, nullable=False),
    Column("value", Text),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    _seq(),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("shredded", Integer, nullable=False),
    _seq(),
)
