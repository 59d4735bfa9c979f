"""Sentence boundaries in plain news and legal prose.

A newline is always a boundary: readers keep paragraphs and headings on lines of their own.
Within a line a full stop ends a sentence unless it belongs to an abbreviation, an initial or
a list number. The hard case is an abbreviation that also ends its sentence ("to the U.S.
These boats"): it is read as an end only before a capitalised function word, because a
capitalised noun after it is far more often its continuation ("U.S. Treasury").
"""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(["

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# The lookbehind lets a run of stops be tried once only, which keeps long runs linear.
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s)|(?<![。！？])[。！？]++[{_CLOSERS}]*+"
)
_TOKEN_BEFORE = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|[^\W_][\w-]*$")
_ALPHA = re.compile(r"[^\W\d_]+")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}$|[ivxlc]{1,4}$")
# Names that open a sentence with a small letter: "al-Shabaab said", "de la Cruz".
_SMALL_NAME = re.compile(r"(?:al|el|an|ad|ash|as)-[A-Z]")

_ON_X = re.compile(r"\b(?:on|en|via|por|em|sur)\sX$")
"""The network, which is no initial of a name."""

_TITLES = frozenset(
    """
    mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col maj capt cmdr cpl sgt adm
    rev hon pres amb atty supt insp det st mt ft hr fr no nos vs v art sec secs para pt ch vol
    fig ed eds cf viz approx ca esp incl e.g i.e a.k.a f.k.a n.k.a aka fka
    """.split()
)
"""Abbreviations that never end a sentence."""

_NUMBERED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp art sec para stat".split()
)
"""Abbreviations whose continuation is a number; without one the stop ends the sentence."""

_AMBIGUOUS = frozenset(
    "inc ltd co corp llc plc bros jr sr esq etc al ph.d a.m p.m dept bldg ave blvd rd".split()
)
"""Abbreviations that end a sentence only before a capitalised function word."""

_DOUBLED = re.compile(r"([A-Z])\1")
"""A word of an abbreviated plural: "EE. UU.", "FF. AA."."""

_GERMAN_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those it its he his she her they their we our i you your there
    here who what when where why how which while if as at by for from in into of on to with
    without after before since until during although though because however meanwhile moreover
    furthermore and but or nor so yet both some many most several all each every no not
    one two earlier later last next under over according also then thus still only such
    instead despite additionally in addition is are was were will would can could should may
    neither either just even now once between among
    """.split()
)
"""Words that, capitalised, open a sentence rather than go on with a name."""


def _word_after(text: str, pos: int, end: int) -> tuple[str, int]:
    """The first word after `pos` without opening marks, and where it starts."""
    while pos < end and (text[pos].isspace() or text[pos] in _OPENERS):
        pos += 1
    found = _ALPHA.match(text, pos, end)
    return (found[0] if found else "", pos)


def _is_boundary(text: str, line: int, stop: int, after: int, end: int) -> bool:
    """Whether the stop at `stop`, followed by white space at `after`, ends a sentence."""
    word, pos = _word_after(text, after, end)
    if pos >= end:
        return True
    if text[pos].islower():
        return _SMALL_NAME.match(text, pos) is not None and text[stop] in "!?."
    if text[stop] != "." or (after - stop > 1 and text[stop + 1] in ".!?…"):
        return True
    found = _TOKEN_BEFORE.search(text[max(line, stop - 24) : stop])
    if found is None:
        return True
    token = found[0]
    if token == "X" and _ON_X.search(text, max(line, stop - 10), stop):
        return True
    return _ends_after_token(
        token, word, text[pos], alone=not text[line : stop - len(token)].strip()
    )


def _ends_after_token(token: str, word: str, head: str, *, alone: bool) -> bool:
    """Whether a stop after `token` ends its sentence when `word` (or `head`) follows."""
    lower = token.lower()
    if lower.isdigit() and word.lower() in _GERMAN_MONTHS:
        return False  # "am 24. November"
    function_word = word.lower() in FUNCTION_WORDS
    if alone and _LIST_NUMBER.match(lower):
        return False
    if lower in _NUMBERED:
        return not head.isdigit()
    if lower in _TITLES or (_DOUBLED.fullmatch(token) and _DOUBLED.fullmatch(word)):
        return False
    if len(token) == 1 and token.isalpha() and token.isupper():
        return (function_word and token != "I") or (token == "I" and function_word)
    if lower in _AMBIGUOUS or "." in token:
        return function_word
    return True


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]`, in order, as offsets into `text`.

    Spans are without white space at their ends, not empty, and do not overlap; a closing
    quotation mark belongs to the sentence before it.
    """
    stop_at = len(text) if end is None else min(end, len(text))
    out: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, max(start, 0), stop_at):
        begin, line_end = line.start(), line.end()
        for mark in _STOP.finditer(text, begin, line_end):
            if _is_boundary(text, line.start(), mark.start(), mark.end(), line_end):
                _append(out, text, begin, mark.end())
                begin = mark.end()
        _append(out, text, begin, line_end)
    return out


def _append(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Adds the span without its outer white space, unless nothing is left."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        out.append((start + lead, start + lead + len(body)))
