"""From rows of the database to nouns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Row, Select, select

from interdict.model.claim import Claim, Modality, Mode, Quantity, Stance
from interdict.model.source import Grade
from interdict.model.statement import Statement
from interdict.store import tables as t
from interdict.store.reading import Issue
from interdict.store.stamps import unstamped


def issue_rows() -> Select[Any]:
    """Every file of every edition, without its content, for `issue_of`."""
    return select(
        t.issue.c.id,
        t.issue.c.part,
        t.issue.c.base_id,
        t.issue.c.seq,
        t.issue.c.file_name,
        t.issue.c.grade,
        t.edition.c.dataset,
        t.edition.c.published_at,
        t.edition.c.utc_offset,
        t.edition.c.primary_part,
        t.edition.c.own_dates,
    ).join(t.edition)


def issue_of(row: Row[Any]) -> Issue:
    """An issue from a row of `issue_rows`."""
    return Issue(
        key=row.id,
        dataset=row.dataset,
        part=row.part,
        published_at=unstamped(row.published_at, row.utc_offset),
        seq=row.seq,
        file_name=row.file_name,
        grade=Grade(row.grade),
        primary=row.part == row.primary_part,
        own_dates=bool(row.own_dates),
    )


def statement_rows(*before: Column[Any]) -> Select[Any]:
    """Statements as tuples in the order of the fields of `Statement`, after other columns."""
    s = t.statement.c
    return (
        select(
            *before,
            t.record.c.dataset,
            t.entity.c.key,
            s.schema,
            s.prop,
            s.value,
            t.record.c.record_id,
            s.lang,
            s.qualifier,
            s.source,
            s.grade,
            s.document_id,
            s.start,
            s.end,
        )
        .select_from(t.statement)
        .join(t.entity)
        .join(t.record)
    )


def statement_from(values: Sequence[Any]) -> Statement:
    """A statement from a row of `statement_rows`."""
    return Statement(*values)


def claim_of(data: dict[str, Any]) -> Claim:
    """A claim from the plain data of `Claim.as_dict`."""
    del data["id"]
    value = data["value"]
    return Claim(
        **data
        | {
            "value": None if value is None else Quantity(**value),
            "stance": Stance(data["stance"]),
            "modality": Modality(data["modality"]),
            "mode": Mode(data["mode"]),
        }
    )
