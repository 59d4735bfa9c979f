"""Time expressions in text and the dates they mean, as EDTF.

A yearless date is resolved against the document's date, in the direction its governing words
point (`date_direction.py`). Durations ("seven days") are no dates: see `durations.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from interdict.claims.date_blocks import blocked_spans
from interdict.claims.date_direction import Direction, direction_at
from interdict.claims.date_resolution import Context
from interdict.claims.date_rule import DateRule, RuleGroup
from interdict.claims.date_rules import GROUPS
from interdict.claims.dates_abroad import direction_abroad, groups_abroad
from interdict.claims.quoted_days import with_quoted_days
from interdict.claims.sentences import sentences
from interdict.claims.time_expression import TimeExpression
from interdict.claims.word_scan import WordScan
from interdict.model.dates import PartialDate

_EVERYWHERE = RuleGroup(
    GROUPS[0].trigger, tuple(rule for rule in GROUPS[0].rules if rule.id in ("iso-date",))
)
"""What is written alike in every language."""
_REACH = 72
"""How far an expression can reach from the word that gives it away, in characters."""


def find_dates(
    text: str,
    *,
    published: PartialDate | None,
    start: int = 0,
    end: int | None = None,
    language: str = "en",
    scan: WordScan | None = None,
    spans: Sequence[tuple[int, int]] | None = None,
) -> list[TimeExpression]:
    """Time expressions of `text[start:end]`, in order; spans do not overlap.

    Call it once for a whole document: "hours earlier" counts from the day named before it.

    Args:
        text: what to read.
        published: the document's own date; None gives symbolic dates.
        start: offset of the first character to read.
        end: offset after the last one, None for the end of the text.
        language: ISO 639-1 code of the text; one whose words are not known is read as English.
        scan: the words of the text, if they are at hand.
        spans: its sentences (`claims.sentences`), if they are at hand.
    """
    start, end = max(start, 0), len(text) if end is None else min(end, len(text))
    spans = sentences(text, start, end) if spans is None else spans
    starts = [span[0] for span in spans]
    out: list[TimeExpression] = []
    previous: date | None = None
    last: PartialDate | None = None
    taken = start
    abroad = groups_abroad(language)
    groups = (_EVERYWHERE, *abroad) if abroad else GROUPS
    for rule, match in _candidates(text, start, end, groups, scan or WordScan.of(text)):
        if match.start() < taken:
            continue
        direction = Direction.UNKNOWN
        if rule.directed:
            sentence = spans[max(bisect_right(starts, match.start()) - 1, 0)]
            direction = (
                direction_abroad(text, match.start(), sentence, language)
                if abroad
                else direction_at(text, match.start(), match.end(), sentence)
            )
        meaning = rule.read(match, Context(published, direction, previous, last))
        if meaning is None:
            continue
        taken = match.end()
        out.append(
            TimeExpression(
                *match.span(),
                match[0],
                meaning.edtf,
                meaning.granularity,
                meaning.modifier,
                meaning.anchor if meaning.edtf else None,
                rule.id,
            )
        )
        previous = _event_day(out[-1], published) or previous
        last = _named_date(out[-1]) or last
    return with_quoted_days(text, out)


_NAMED = re.compile(r"(?:\.\./)?(\d{4}(?:-\d\d){0,2})~?(?:/\.\.)?$")


def _named_date(found: TimeExpression) -> PartialDate | None:
    """The day, month or year that an expression names, or sets a bound at."""
    named = _NAMED.match(found.edtf or "")
    return PartialDate.parse(named[1]) if named else None


def _candidates(
    text: str, start: int, end: int, groups: Sequence[RuleGroup], scan: WordScan
) -> list[tuple[DateRule, re.Match[str]]]:
    """All matches outside blocked spans; leftmost first, then longest, then by rule order."""
    found = []
    order = 0
    for group in groups:
        windows = _windows(group, text, start, end, scan)
        lowered = [text[low:high].lower() for low, high in windows]
        everywhere = "\n".join(lowered)
        for rule in group.rules:
            order += 1
            if not windows or not rule.may_match(everywhere):
                continue
            for (low, high), words in zip(windows, lowered, strict=True):
                if rule.may_match(words):
                    for match in rule.pattern.finditer(text, low, high):
                        found.append((match.start(), -match.end(), order, rule, match))
    if not found:
        return []
    found.sort(key=lambda row: row[:3])
    blocked = blocked_spans(text, start, end, near=[row[0] for row in found])
    block_starts = [span[0] for span in blocked]

    def is_free(match: re.Match[str]) -> bool:
        at = bisect_right(block_starts, match.end() - 1) - 1
        return at < 0 or blocked[at][1] <= match.start()

    return [(rule, match) for _, _, _, rule, match in found if is_free(match)]


def _windows(
    group: RuleGroup, text: str, start: int, end: int, scan: WordScan
) -> list[tuple[int, int]]:
    """The stretches of text around the group's triggers, merged where they touch."""
    out: list[tuple[int, int]] = []
    for first, last in _triggers(group, text, start, end, scan):
        low, high = max(start, first - _REACH), min(end, last + _REACH)
        # A window opens and closes between words, so that no rule sees half of one.
        while low > start and not text[low - 1].isspace() and first - low < 2 * _REACH:
            low -= 1
        if out and low <= out[-1][1]:
            out[-1] = (out[-1][0], high)
        else:
            out.append((low, high))
    return out


def _triggers(
    group: RuleGroup, text: str, start: int, end: int, scan: WordScan
) -> Iterator[tuple[int, int]]:
    in_word = group.in_word
    if in_word is None:
        yield from (match.span() for match in group.trigger.finditer(text, start, end))
        return
    telling = {word: span for word in set(scan.words) if (span := in_word(word))}
    for at, word in zip(scan.starts, scan.words, strict=True):
        if word in telling:
            low, high = at + telling[word][0], at + telling[word][1]
            if start <= low and high <= end:
                yield low, high


def _event_day(found: TimeExpression, published: PartialDate | None) -> date | None:
    """The day of an event that has happened, if the expression names one."""
    if found.granularity != "day" or not found.edtf or not found.edtf[-1].isdigit():
        return None
    if "X" in found.edtf or "/" in found.edtf:
        return None
    day = PartialDate.parse(found.edtf).first
    return None if published is not None and day > published.last else day


def by_sentence(
    dates: Sequence[TimeExpression], sentences: Sequence[tuple[int, int]]
) -> list[list[TimeExpression]]:
    """The time expressions that lie in each sentence; both are in order of place."""
    starts = [when.start for when in dates]
    return [
        [
            when
            for when in dates[bisect_left(starts, start) : bisect_left(starts, end)]
            if when.end <= end
        ]
        for start, end in sentences
    ]
