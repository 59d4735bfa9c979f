"""How answers are printed: one JSON document, or tables on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from interdict.model.plain import plain

if TYPE_CHECKING:
    from rich.console import Console


_WIDE = 160


class ReaderGone(Exception):
    """Whoever read our output has stopped reading (`| head`): there is nobody to write for."""


@cache
def console() -> Console:
    """Tables and text, on standard output."""
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise ReaderGone

    # Off a terminal there is no width to fit: lines stay whole for whoever reads them next.
    return Output(highlight=False, width=None if sys.stdout.isatty() else _WIDE)


@cache
def messages() -> Console:
    """Progress, warnings and errors, on standard error."""
    from rich.console import Console

    return Console(emoji=False, stderr=True, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    _write(json.dumps(plain(value), ensure_ascii=False, indent=2))


def print_line(value: Any) -> None:
    """One line of JSON on standard output."""
    _write(json.dumps(plain(value), ensure_ascii=False))


def _write(line: str) -> None:
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None


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
