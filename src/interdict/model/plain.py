"""Nouns as plain data, for JSON: field names are those of the objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any

from interdict.model.dates import Interval, PartialDate, Span


def plain(value: object) -> Any:
    """Frozen data as what JSON knows: dates as ISO text, enumerations by value, tuples as lists.

    Raises:
        TypeError: if something in it has no plain form.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (PartialDate, Span, Interval, PurePath)):
        return str(value)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, Iterable):
        return [plain(inner) for inner in value]
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")
