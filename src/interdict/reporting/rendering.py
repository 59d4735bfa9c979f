"""A brief as one HTML page that needs nothing else, or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from interdict.reporting.brief import Brief
from interdict.reporting.sources import Ref
from interdict.reporting.wording import day_in_words

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def to_html(brief: Brief) -> str:
    """One self-contained page: style within, no script, nothing fetched."""
    return _environment().get_template("brief.html").render(_names(brief, html=True))


def to_markdown(brief: Brief) -> str:
    """The same in Markdown, with characters that mean something there escaped."""
    text = _environment().get_template("brief.md").render(_names(brief, html=False))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _names(brief: Brief, *, html: bool) -> dict[str, Any]:
    return {
        "brief": brief,
        "day": day_in_words,
        "refs": _html_refs if html else _markdown_refs,
    }


@cache
def _environment() -> Environment:
    """Templates of this package; HTML escapes everything, Markdown by the filter `md`."""
    made = Environment(
        loader=PackageLoader("interdict.reporting"),
        autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["md"] = markdown_text
    made.filters["md_address"] = _markdown_address
    return made


def markdown_text(text: object) -> str:
    """Text on one line that Markdown shows as it is: no markup of its own, no HTML."""
    flat = " ".join(str(text).split())
    escaped = _MARKDOWN.sub(r"\\\1", flat)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if len(m[2]) == 1 else _numbered(m), escaped)


def _numbered(found: re.Match[str]) -> str:
    """A number and a stop at the start of a line would begin a list."""
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def _markdown_address(url: str) -> str:
    """An address between angle brackets: what would end it is percent-encoded."""
    return "".join(quote(c) if c in "<> |\\" or not c.isprintable() else c for c in url)


def _html_refs(refs: Iterable[Ref]) -> Markup:
    links = [
        Markup('<a href="#source-{0}" title="source {0}{1}">{0}</a>').format(
            ref.number, f", at {ref.place}" if ref.place else ""
        )
        for ref in refs
    ]
    if not links:
        return Markup("")
    return Markup('<sup class="refs">{}</sup>').format(Markup(" ").join(links))


def _markdown_refs(refs: Iterable[Ref]) -> str:
    shown = (f"{ref.number}: {ref.place}" if ref.place else str(ref.number) for ref in refs)
    told = "; ".join(shown)
    return f" \\[{told}\\]" if told else ""
