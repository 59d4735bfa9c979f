"""A whole notice of the Federal Register, as its text is printed.

    80 FR 3 pg. 603                            optional; so is either of the next two,
    DEPARTMENT OF STATE                        but one of the three stands first
    [Public Notice 8993]
    Title
    Paragraphs ...
    Dated: December 29, 2014.
    Name,
    Office.
    [FR Doc. 2014-30963 Filed 1-5-15; 8:45 am]
    BILLING CODE 4710-AD-P                     optional

A notice can put a designation in force, so a text that quotes one must not pass for it: the
first line has to be a notice's first and the last line a notice's last, with the date line
of its signature between them. The printed text does not say when it was published: a notice
is filed for public inspection before, so the filing date is kept as an identifier
(`Filed 2015-01-05`) and never as the date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from interdict.documents.body import Style, read_body
from interdict.documents.bylines import are_names
from interdict.documents.layout import Noise, Passage, document
from interdict.documents.noise import in_capitals
from interdict.documents.register import (
    PUBLISHER,
    citation,
    filed_line,
    public_notice,
)
from interdict.documents.source import Head, Source
from interdict.documents.written_dates import filing_date
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

NAME = "federal_register"

_LINE = re.compile(r"[^\r\n]+")
_AGENCY = re.compile(
    r"(?:DEPARTMENT|OFFICE|EXECUTIVE OFFICE|SOCIAL SECURITY|UNITED STATES|NATIONAL|FEDERAL"
    r"|SECURITIES)\b[A-Z ,.&'’-]*$"
)
_BRACKETED = re.compile(r"\[[^\[\]]{3,200}\]$")
_DOCKET = re.compile(
    r"\[(?=[^\[\]]*\d)(?=[^\[\]]*\b(?:Docket|Notices?|Order|Delegation|Release|File|CFR)\b)"
    r"[^\[\]]{3,200}\]$"
)
_BILLING = re.compile(
    r"\[?(?:BILLING CODE:? )?\d{4}[-–][A-Z0-9]{2}(?:[-–][A-Z])?\]?$", re.IGNORECASE
)
_DATED = re.compile(r"Dated: [A-Z][a-z]+\.? \d{1,2}, \d{4}\.$")
_OFFICE = re.compile(r"(?:Office|Bureau|Directorate) (?:of|for) ")
_LABEL = re.compile(r"(?:AGENCY|ACTION|SUMMARY|DATES|FOR FURTHER INFORMATION CONTACT):")
_MARKUP = re.compile(r"#{1,6}[ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.:;][\"”’')\]]*$")
_MAX_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sniff(head: Head) -> float:
    """0.95 for a text that opens, is dated and closes as a notice does; else 0."""
    opening, closing = _lines(head.start), _lines(head.end)
    if not opening or not closing:
        return 0.0
    last = closing[-2] if len(closing) > 1 and _BILLING.match(closing[-1].text) else closing[-1]
    whole = (
        _opens(opening)
        and filed_line(last.text) is not None
        and any(_DATED.match(line.text) for line in [*opening, *closing])
    )
    return 0.95 if whole else 0.0


def read(source: Source) -> Document:
    """Reads a notice.

    The text that front matter of the Register's own (`source: fr`) holds has neither the
    head nor the closing lines; then what they would give is None or empty here.

    Raises:
        ReadError: if the text holds several notices.
    """
    lines = _lines(source.raw)
    filed = [found for line in lines if (found := filed_line(line.text))]
    if len(filed) > 1:
        raise ReadError(
            f"the file holds {len(filed)} notices.",
            file=source.file_name,
            hint="Split it into one file per notice.",
        )
    top, rest = _head(lines)
    rest, closing = _closing(rest)
    title, rest = _title(rest)
    noise: list[Noise] = [(line.start, line.end, "header") for line in top]
    noise += [(line.start, line.end, "trailer") for line in closing]
    passages: list[Passage] = []
    if title is not None:
        markup = _MARKUP.match(title.text)
        start = title.start + (markup.end() if markup else 0)
        if markup:
            noise.append((title.start, start, "markup"))
        passages.append(Passage.of("title", source.raw, start, title.end))
    if rest:
        body = read_body(source.raw, rest[0].start, rest[-1].end, Style.NOTICE)
        passages += body.passages
        noise += body.noise
    read = document(
        source,
        container=NAME,
        kind=DocumentKind.FR_NOTICE,
        passages=passages,
        noise=noise,
    )
    return replace(
        read,
        title=passages[0].text if title is not None else None,
        authors=_signatory(rest),
        publisher=PUBLISHER,
        publisher_from="body",
        citation=next((cited for line in top if (cited := citation(line.text))), None),
        identifiers=_identifiers(top, filed),
    )


def _lines(text: str) -> list[_Line]:
    """Lines that are not blank, without the blanks around them."""
    found = []
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if stripped:
            found.append(_Line(line.start() + line[0].index(stripped), stripped))
    return found


def _is_head_line(line: str) -> bool:
    return bool(citation(line) or _AGENCY.match(line) or _BILLING.match(line)) or (
        _BRACKETED.match(line) is not None and filed_line(line) is None
    )


def _opens(lines: Sequence[_Line]) -> bool:
    """True if the first line can only be a notice's; a bare agency needs a second one."""
    first = lines[0].text
    if citation(first) or public_notice(first):
        return True
    if not _AGENCY.match(first) and not _BILLING.match(first):
        return False
    following = [line.text for line in lines[1:_MAX_HEAD_LINES]]
    return any(public_notice(line) or _LABEL.match(line) or _docket(line) for line in following)


def _docket(line: str) -> bool:
    return _DOCKET.match(line) is not None


def _head(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
    n_head = 0
    while n_head < min(len(lines), _MAX_HEAD_LINES):
        if not _is_head_line(lines[n_head].text) and not _is_office(lines, n_head):
            break
        n_head += 1
    return list(lines[:n_head]), list(lines[n_head:])


def _is_office(lines: Sequence[_Line], at: int) -> bool:
    """True for an agency's office: it follows the agency, and a title has yet to come."""
    if at == 0 or at + 1 >= len(lines) or not _OFFICE.match(lines[at].text):
        return False
    following = lines[at + 1].text
    return _is_head_line(following) or _can_be_title(following)


def _closing(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
    n_left = len(lines)
    if n_left and _BILLING.match(lines[n_left - 1].text):
        n_left -= 1
    if n_left and filed_line(lines[n_left - 1].text):
        n_left -= 1
    return list(lines[:n_left]), list(lines[n_left:])


def _title(lines: Sequence[_Line]) -> tuple[_Line | None, list[_Line]]:
    """The title, and what follows: the first line, unless it is already a paragraph."""
    if lines and _can_be_title(lines[0].text):
        return lines[0], list(lines[1:])
    return None, list(lines)


def _can_be_title(line: str) -> bool:
    return _MARKUP.match(line) is not None or not (
        _SENTENCE_END.search(line) or _LABEL.match(line) or in_capitals(line)
    )


def _signatory(lines: Sequence[_Line]) -> tuple[str, ...]:
    """Who signed: the line after the date line, up to its comma."""
    for line, following in pairwise(lines):
        if _DATED.match(line.text):
            name = following.text.rstrip(",")
            return (name,) if following.text.endswith(",") and are_names(name) else ()
    return ()


def _identifiers(top: Sequence[_Line], filed: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Document number, notice and docket numbers, and the date of filing; in that order."""
    numbers = [f"FR Doc. {number}" for number, _ in filed]
    for line in top:
        notice = public_notice(line.text)
        if notice:
            numbers.append(notice)
        elif _docket(line.text):
            numbers.append(line.text.strip("[]"))
    filings = [f"Filed {day}" for _, printed in filed if (day := filing_date(printed))]
    return tuple(dict.fromkeys([*numbers, *filings]))
