"""A notice of the Federal Register in the Government Publishing Office's text form.

    [Federal Register Volume 96, Number 47 (Monday, March 10, 2031)]
    [Notices]
    [Pages 11873-11874]
    From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
    [FR Doc No: 2031-04567]

    ----------------------------------------------------------------------
    DEPARTMENT OF STATE
    ...

Lines are wrapped and pages marked (`[[Page 11874]]`). Unwrapped, the text is that of the
printed notice and has to be as whole as one (`federal_register`); its head adds what print
leaves out, the day of publication.
"""

from __future__ import annotations

import re
from dataclasses import replace

from interdict.documents.containers import federal_register
from interdict.documents.layout import dated
from interdict.documents.register import document_number, volume_year
from interdict.documents.source import Head, Source
from interdict.documents.traced import Traced, retraced, with_gaps
from interdict.documents.wrapped import unwrapped
from interdict.documents.written_dates import edtf
from interdict.errors import ReadError
from interdict.model.source import Document

NAME = "register_text"

_HEAD = re.compile(
    r"\s*\[Federal Register(?: Volume|:? Vol\.)? (?P<volume>\d{1,3}), (?:Number|No\.) \d{1,3}"
    r" \([A-Z][a-z]+day, (?P<day>[A-Z][a-z]+ \d{1,2}, \d{4})\)\]\s+"
    r"(?:\[[A-Z][A-Za-z ]{3,40}\]\s+)?"
    r"\[Pages? (?P<page>[\d,]{1,7})(?:-[\d,]{1,7})?\]\s+"
    r"(?:From the Federal Register Online[^\r\n]*"
    r"(?:[\r\n]+(?![ \t]*\[FR Doc)[^\r\n\[]*\[[^\r\n]*)?\s+)?"
    r"(?:\[FR Doc(?: No:|\.) (?P<number>[A-Z0-9–-]{4,20})\]\s+)?"
    r"(?:[-=_]{10,}\s+)?"
)
_PAGE = re.compile(r"\[\[Page [A-Z]?\d+\]\]")
_GOES_ON = re.compile(r"[ \t]*[\r\n]+(?=[^\s\[])")
_SENTENCE_END = re.compile(r"[.:;][\"”’')\]]*$")
_RULE = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*[-=_]{10,}[ \t]*(?=[\r\n]|\Z)")


def sniff(head: Head) -> float:
    """Surer than `federal_register`, for the same text below a head of its own."""
    return 0.97 if _HEAD.match(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads the notice below the head.

    Raises:
        ReadError: if the text is not a whole notice, or not the one that its head names.
    """
    head = _HEAD.match(source.raw)
    if head is None:
        raise ReadError("no head of a Federal Register text.", file=source.file_name)
    made = _made(source.raw, head.end())
    if federal_register.sniff(Head.of(made.text)) == 0.0:
        raise ReadError(
            "not a whole notice: it has to open with its agency, and to close with its date line"
            " and `[FR Doc. ... Filed ...]`.",
            file=source.file_name,
            hint="Save all of the notice.",
        )
    inner = federal_register.read(replace(source, raw=made.text))
    published = edtf(head["day"])
    number = document_number(head["number"]) if head["number"] else None
    cited = f"{head['volume']} FR {head['page'].replace(',', '')}"
    if published is None or int(published[:4]) != volume_year(cited):
        raise ReadError(
            f"the day {head['day']} is not of the year of volume {head['volume']}.",
            file=source.file_name,
            line=1,
        )
    if number is not None and f"FR Doc. {number}" not in inner.identifiers:
        raise ReadError(
            f"the head names FR Doc. {number}, the notice below it another.",
            file=source.file_name,
        )
    moved = retraced(inner, made, source, gap="separator")
    # What lies before the notice is its head; the reader of the notice has not seen it.
    kept = [
        (max(start, head.end()), end, kind) for start, end, kind in moved.noise if end > head.end()
    ]
    noise = with_gaps(source.raw, moved.segments, [(0, head.end(), "header"), *kept], "separator")
    moved = replace(moved, container=NAME, noise=tuple(noise), citation=cited)
    return dated(moved, published, "header")


def _made(raw: str, start: int) -> Traced:
    """The notice as print has it: a line for each paragraph, no marks of pages."""
    made = Traced()
    marks = [*_PAGE.finditer(raw, start), *_RULE.finditer(raw, start)]
    at, joins = start, False
    for mark in sorted(marks, key=re.Match.start):
        _append(made, unwrapped(raw, at, mark.start(), indent_starts=True), joins=joins)
        at = mark.end()
        # A page may turn in the middle of a sentence, and of a paragraph.
        joins = mark.re is _PAGE and _GOES_ON.match(raw, at) is not None
    _append(made, unwrapped(raw, at, len(raw), indent_starts=True), joins=joins)
    return made


def _append(made: Traced, more: Traced, *, joins: bool) -> None:
    if made.length and more.length:
        goes_on = joins and not _SENTENCE_END.search(made.runs[-1].text)
        made.put(" " if goes_on else "\n")
    made.extend(more)
