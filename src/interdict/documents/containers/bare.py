"""A text with no container: every field None, unless it starts with a release's own head.

Two heads are recognised, and only in exactly these shapes:

    Title                        Title
    Name, Office                 CITY — First paragraph ...
    February 20, 2025

    First paragraph ...

What such a text is (news, a press release) and who published it is for the caller to say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from interdict.documents.body import Style, read_body
from interdict.documents.bylines import are_names
from interdict.documents.head_dates import own_date
from interdict.documents.layout import Noise, Passage, document
from interdict.documents.noise import line_noise
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import edtf
from interdict.model.source import Document, DocumentKind

NAME = "bare"

_HEAD = re.compile(
    r"\s*(?P<title>\S[^\r\n]{0,298}?)[ \t]{0,20}(?:\r\n|\r|\n)"
    r"[ \t]{0,20}(?P<name>[^\s,][^\r\n,]{1,60}),[ \t]+"
    r"(?P<office>\S[^\r\n]{1,120}?)[ \t]{0,20}(?:\r\n|\r|\n)"
    r"[ \t]{0,20}(?P<date>[A-Z0-9][\w. ,]{6,24}?)[ \t]{0,20}(?:(?:\r\n|\r|\n)\s*|\Z)"
)
_DATELINED = re.compile(
    r"\s*(?P<title>\S[^\r\n]{0,298}?)[ \t]{0,20}(?:\r\n|\r|\n)\s*"
    r"(?=[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z0-9][\w.'’]*){0,5} ?(?:—|–|--) ?\S)"
)
_MONTH = re.compile(r"[A-Za-z]{3}")
_SENTENCE_END = re.compile(r"[.!?:;,…][\"”’')\]]*$")


def sniff(head: Head) -> float:
    """Any text may be bare; whatever recognises more comes first."""
    return 0.05


def read(source: Source) -> Document:
    """Reads a bare text, or the body of a container whose reader leaves it to others."""
    raw = source.raw
    style = Style.PLAIN if source.within is None else Style.NEWS
    head = _HEAD.match(raw)
    if head is None or not _is_head(head):
        return _headless(source, style)
    body = read_body(raw, head.end(), len(raw), style)
    title = Passage.of("title", raw, head.start("title"), head.end("title"))
    # One span: the office holder and the date, down to the body.
    noise: list[Noise] = [(head.start("name"), head.end(), "header"), *body.noise]
    return replace(
        document(
            source,
            container=NAME,
            kind=_kind(source),
            passages=[title, *body.passages],
            noise=noise,
        ),
        title=head["title"],
        authors=(head["name"],),
        published=edtf(head["date"]),
        published_from="header",
    )


def _headless(source: Source, style: Style) -> Document:
    raw = source.raw
    datelined = _DATELINED.match(raw)
    lead: list[Passage] = []
    body_start = 0
    if datelined is not None and _is_title(datelined["title"]):
        lead = [Passage.of("title", raw, datelined.start("title"), datelined.end("title"))]
        body_start = datelined.end()
    body = read_body(raw, body_start, len(raw), style)
    read = document(
        source,
        container=NAME,
        kind=_kind(source),
        passages=[*lead, *body.passages],
        noise=body.noise,
    )
    published = own_date(raw) if source.within is None else None
    return replace(
        read,
        title=lead[0].text if lead else None,
        authors=body.authors,
        published=published,
        published_from="body" if published else None,
    )


def _kind(source: Source) -> DocumentKind:
    return DocumentKind.OTHER if source.within is None else DocumentKind.NEWS


def _is_head(head: re.Match[str]) -> bool:
    return (
        _is_title(head["title"])
        and are_names(head["name"])
        and not _SENTENCE_END.search(head["office"])
        and _MONTH.search(head["date"]) is not None
        and edtf(head["date"]) is not None
    )


def _is_title(line: str) -> bool:
    return not _SENTENCE_END.search(line) and line_noise(line) is None
