"""Where quotations stand in a paragraph: pairs of marks, straight or typographic.

Only outermost pairs are reported; a mark without its partner ends with its paragraph, so one
typing error cannot turn the rest of a document inside out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"``": "''", "“": "”", "«": "»", "„": "“", "‘": "’"}
_MARK = re.compile(r"``|''(?!')|[“”«»„\"‘’]|(?<![\w'])'(?=[^\W_])|(?<=[\w.,!?…])'(?!\w)")
_ELISION = re.compile(r"'(?:\d\ds|n\b|tis\b|twas\b|em\b|cause\b)", re.I)
MASK = "·"
"""Stands for every quoted character where only the author's own words matter."""


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Offsets of one pair of marks and of what is between them; `closed` if the pair is whole."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def quoted_spans(text: str, start: int, end: int) -> list[QuotedSpan]:
    """The outermost quotations of the paragraph `text[start:end]`, in order."""
    out: list[QuotedSpan] = []
    stack: list[tuple[str, int]] = []  # the closing mark that is waited for, and its opening
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if stack and mark == stack[-1][0] and _can_close(text, at, mark):
            _, opened = stack.pop()
            size = len(mark)
            if not stack and at > opened + size:
                out.append(QuotedSpan(opened, at + size, opened + size, at))
        elif _can_open(text, at, end, mark, stack):
            stack.append((_PAIRS.get(mark, mark), at))
    if stack:
        opened = stack[0][1]
        body_end = opened + len(text[opened:end].rstrip())
        # A lone single mark is an apostrophe, not speech that runs on.
        if body_end > opened + 1 and text[opened] not in "‘'":
            out.append(QuotedSpan(opened, body_end, opened + 1, body_end, closed=False))
    return out


def _can_close(text: str, at: int, mark: str) -> bool:
    """Whether a mark may close: a straight one follows a character, and no letter follows it."""
    if mark == '"':
        return not text[at - 1].isspace()
    if mark == "''":
        return True
    if mark in "’'":
        return not text[at + 1 : at + 2].isalnum() and not text[at - 1].isspace()
    return True


def _can_open(text: str, at: int, end: int, mark: str, stack: list[tuple[str, int]]) -> bool:
    if mark in ("”", "»", "’", "''") or (mark == "“" and stack and stack[-1][0] == "“"):
        return False
    behind = at + len(mark)
    after = text[behind : behind + 1] if behind < end else ""
    if not after or (after.isspace() and mark != "«"):  # « French puts a space there »
        return False
    before = text[at - 1] if at else " "
    if mark in "\"'‘" and before.isalnum():
        return False
    if mark == "'" and (stack or _ELISION.match(text, at)):
        return False
    return not (stack and stack[-1][0] == '"' and mark == '"')


def masked(text: str, start: int, end: int, spans: list[QuotedSpan]) -> str:
    """`text[start:end]` with quoted characters masked, of the same length.

    The last stop or comma of each quotation is kept: it may end the author's sentence too.
    """
    out = list(text[start:end])
    for span in spans:
        last = span.inner_end
        if last > span.inner_start and text[last - 1] in ".!?…,;:":
            last -= 1
        for at in range(span.inner_start, last):
            out[at - start] = MASK
    return "".join(out)
