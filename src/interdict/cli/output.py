"""How answers are printed: one JSON document, or tables on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interdict.model.dates import Interval, PartialDate, Span

if TYPE_CHECKING:
    from rich.console import Console


_WIDE = 160


@cache
def console() -> Console:
    """Tables and text, on standard output."""
    from rich.console import Console

    # Off a terminal there is no width to fit: lines stay whole for whoever reads them next.
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDE)


@cache
def messages() -> Console:
    """Progress, warnings and errors, on standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def print_line(value: Any) -> None:
    """One line of JSON on standard output."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")


def plain(value: Any) -> Any:
    """Nouns as plain data: field names are those of the Python objects, dates are ISO text."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (PartialDate, Span, Interval, Path)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {str(plain(key)): plain(inner) for key, inner in value.items()}
    if hasattr(value, "items"):
        return {str(plain(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, Iterable):
        return [plain(inner) for inner in value]
    raise TypeError(f"cannot be written as JSON: {type(value).__name__}")


def print_table(title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table; the title stands above it. An empty one says so."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left", title_style="bold", box=_box())
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(escape("" if cell is None else str(cell)) for cell in row))
    if table.row_count:
        console().print(table)
    else:
        console().print(f"[bold]{escape(title)}[/bold]: none")


def say(text: str, style: str | None = None) -> None:
    """A line on standard output; square brackets mean themselves."""
    console().print(text, style=style, markup=False)


def warn(text: str) -> None:
    """A line on standard error."""
    messages().print(text, style="yellow", markup=False)


def _box() -> Any:
    from rich import box

    return box.SIMPLE
