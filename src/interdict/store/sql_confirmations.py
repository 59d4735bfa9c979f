"""Reviewers' confirmations as rows of a table, written and read back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from interdict.model.dates import PartialDate
from interdict.store.base import Confirmation


def confirmation_values(confirmation: Confirmation) -> dict[str, str | None]:
    """The columns of a confirmation, besides its key and its transaction."""
    return {
        "entity_key": confirmation.entity_id,
        "programme": confirmation.programme,
        "event": confirmation.event,
        "on": str(confirmation.on),
        "by": confirmation.by,
        "reason": confirmation.reason,
        "source": confirmation.source,
        "expected": _text(confirmation.expected),
        "until": _text(confirmation.until),
        "scope": confirmation.scope,
    }


def confirmation_of(row: Row[Any], recorded_at: datetime) -> Confirmation:
    """The confirmation of a row."""
    return Confirmation(
        row.entity_key,
        row.programme,
        row.event,
        PartialDate.parse(row.on),
        row.by,
        row.reason,
        row.source,
        recorded_at,
        expected=_day(row.expected),
        until=_day(row.until),
        scope=row.scope,
    )


def _text(day: PartialDate | None) -> str | None:
    return None if day is None else str(day)


def _day(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)
