"""HTML in small pieces; every text is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(value: object) -> str:
    """Escaped, unless it is HTML already; None is empty."""
    if isinstance(value, Markup):
        return value
    return "" if value is None else escape(str(value))


def tag(name: str, content: object = "", **attributes: str) -> Markup:
    """One element; `class_` and the like lose their underscore, other ones become hyphens."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Markup(f"<{name}{given}>{text(content)}</{name}>")


def joined(pieces: Iterable[object], between: str = "") -> Markup:
    """Pieces one after the other."""
    return Markup(between.join(text(piece) for piece in pieces))


def cell(value: object, *, number: bool = False, css: str = "") -> Markup:
    """A cell of a table."""
    return tag("td", value, class_=" ".join(filter(None, ["n" if number else "", css])))


def head(value: object, *, number: bool = False, css: str = "", scope: str = "col") -> Markup:
    """A heading of a column, or of a row."""
    classes = " ".join(filter(None, ["n" if number else "", css]))
    return tag("th", value, scope=scope, class_=classes)


def table(caption: str, heads: Sequence[Markup], rows: Iterable[Sequence[Markup]]) -> Markup:
    """A table with a caption that scrolls by itself where the page is narrow."""
    body = joined(tag("tr", joined(row)) for row in rows)
    inner = joined(
        [tag("caption", caption), tag("thead", tag("tr", joined(heads))), tag("tbody", body)], "\n"
    )
    return tag("div", tag("table", inner), class_="scroll")


def listing(items: Iterable[object], css: str = "") -> Markup:
    """A list; empty for no items."""
    found = [tag("li", item) for item in items]
    return tag("ul", joined(found), class_=css) if found else Markup("")


def definitions(pairs: Iterable[tuple[str, Any]]) -> Markup:
    """Terms and what they stand for."""
    return tag("dl", joined(joined([tag("dt", term), tag("dd", told)]) for term, told in pairs))
