"""Whether a yearless date lies before or after its document, by the words that govern it.

"Was seized on Monday" looks back, "will take effect on Nov. 24" looks ahead; one setting for
a whole document gets one of them wrong. The nearest verb group before the expression decides;
where the expression opens its clause ("On Monday, the council will ..."), the first one
after it does.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Direction(StrEnum):
    """Where a date lies, seen from the document's own date."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_WINDOW = 240
"""How far a governing verb is looked for, in characters: sentences can be very long."""

_FUTURE = r"""
    \b(?:will|won['’]t|shall|would|may|might|could|can|must|should|going\ to|set\ to|about\ to
    |(?:is|are|be)\ (?:\w+ly\ )?to|expect(?:s|ed|ing)?|scheduled|slated|due|plan(?:s|ned|ning)?
    |inten(?:ds?|ded|ding|tion)|aim(?:s|ing)?|hop(?:es?|ing)|propos(?:es?|ing)|prepar(?:es?|ing)
    |seek(?:s|ing)?|upcoming|forthcoming|pending|deadline|expir(?:es?|ing)
    |resumes?|begins?|starts|convenes|lapses?|(?:listed|set|fixed|booked|down)\ for
    |(?:takes?|taking)\ effect|(?:enters?|comes?|entering|coming)\ into\ (?:force|effect))\b
    (?:\ (?:not|also|then|only|\w+ly)\b)?(?:\ (?:be|have|get|to|been)\b){0,3}
    (?:\ (?:\w+(?:ed|en)|laid|put|made|held|sent|brought|cut|set|told|heard|paid|kept|built|found
    |met|led|left|lost|sold|shown|known|read\ out)\b)?
    |\b\w+['’]ll\b
"""
_PAST = r"""
    \b(?:said|told|was|were|had|has|have|did|went|took|came|began|saw|made|met|led|left|held
    |sent|set\ off|gave|got|found|fell|flew|fought|grew|hit|kept|knew|lost|paid|ran|rose|shot|sank
    |struck|spoke|stood|swore|thought|threw|wrote|won|broke|brought|built|bought|caught|chose
    |drew|drove|became|bore|born|seen|known|blew|laid|read\ out|put|cut|died|since
    |[a-z]{2,}ed)\b
"""
_CUE = re.compile(rf"(?P<future>{_FUTURE})|(?P<past>{_PAST})", re.X)

_NOT_VERBS = frozenset(
    """
    known need speed indeed seed feed breed hundred bed shed embed proceed exceed succeed weed
    so-called alleged red
    """.split()
)
_SPEECH = frozenset(
    """
    said told announced stated added declared confirmed revealed noted ordered published
    issued ruled warned decided agreed proposed urged asked called wrote made gave notified
    """.split()
)
"""Verbs that report a plan as easily as a deed: "announced a ban effective Nov. 24"."""

_ATTRIBUTIVE = re.compile(r"\b(?:the|an?|other|its|his|her|their|all|any|some|of|with)\s+$")
_REDUCED = re.compile(r"(?:,|\balso|\botherwise|\bformerly|\bbetter)\s+$")
"""Before a participle without its verb: ", also known as", ", formed in the docks,"."""
_OPENS_AHEAD = re.compile(
    r"\b(?:effective|starting|commencing|beginning|with\ effect\ from|from|as\ from"
    r"|on\ or\ after|no\ later\ than|not\ later\ than|by|until|before|due)\s+(?:on\s+|the\s+)?$",
    re.I,
)
_RELATIVE_BEFORE = re.compile(r",\s(?:who|which|whose|whom|where)\s[^,;:]{1,120},\s+$")
"""Before a verb whose subject stands in front of a relative clause."""
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+\s){0,2}\w+(?:ed|en|id|one|de|nt)?\b")
"""Seen from the past: "had said nothing by Friday"."""
_HAS_UNTIL = re.compile(r"\b(?:has|have)\s+$")
"""Before "until Monday": "members have until Monday to pay", a limit that is still to come."""
_COMPARED = re.compile(
    r"\b(?:number|level|figure|total|tally|count|strength|toll|than|as)(?:\s(?!of\b)[a-z]+){0,2}\s+$"
)
"""Before "in January": what something is measured against has been."""
_TOLD_OF = re.compile(r"\b(?:the|its|his|her|their|a|an)\s+$", re.I)
_TO_COME = re.compile(
    r"\s(?:deadline|elections?|vote|ballot|referendum|summit|meeting|hearing|session|expiry"
    r"|inauguration|conference|review|trial|talks|start|launch|rollout)\b"
)
"""Behind "the 5 May": an appointment, which may lie ahead as well as back."""
_BOUND_INSIDE = re.compile(r"(?:by|until|before|from)\s+", re.I)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—–(]|\b(?:and|but|while|whereas|that))\s*"
    r"(?:(?:on|in|by|from|at|late|early|beginning|starting|effective|since|until)\s+){0,2}$",
    re.I,
)
_CLAUSE_END = re.compile(r"[;:—–]|\.\s")


def _cue_before(text: str, start: int, end: int) -> tuple[Direction, str] | None:
    """The last cue of `text[start:end]` and its words."""
    found = None
    for match in _CUE.finditer(text, start, end):
        words = match[0].lower()
        if match["past"]:
            lead = text[max(start, match.start() - 12) : match.start()]
            if words in _NOT_VERBS or _ATTRIBUTIVE.search(lead[-8:]):
                continue
            if _REDUCED.search(lead) and not _RELATIVE_BEFORE.search(text, start, match.start()):
                continue
            found = (Direction.PAST, words)
        else:
            found = (Direction.FUTURE, words)
    return found


def _cue_after(text: str, start: int, end: int) -> tuple[Direction, str] | None:
    """The first cue of the clause that starts at `start`."""
    stop = _CLAUSE_END.search(text, start, end)
    for match in _CUE.finditer(text, start, stop.start() if stop else end):
        words = match[0].lower()
        if match["future"]:
            return Direction.FUTURE, words
        if words not in _NOT_VERBS:
            return Direction.PAST, words
    return None


def direction_at(text: str, start: int, end: int, sentence: tuple[int, int]) -> Direction:
    """Which way the words around `text[start:end]` point, inside their `sentence`."""
    low, high = max(sentence[0], start - _WINDOW), min(sentence[1], end + _WINDOW)
    lead = _BOUND_INSIDE.match(text, start, end)
    before = text[max(low, start - 60) : lead.end() if lead else start]
    if lead is not None and _HAS_UNTIL.search(text, max(low, start - 8), start):
        return Direction.FUTURE
    if _COMPARED.search(text, max(low, start - 40), start):
        return Direction.PAST
    # A date that opens its clause is governed by the verb after it, any other by the one before.
    opens_clause = _CLAUSE_START.search(before) is not None
    cue = _cue_after(text, end, high) if opens_clause else None
    cue = cue or _cue_before(text, low, start)
    if _OPENS_AHEAD.search(before):
        # A deed governs ("was in force from May"); a report of a plan does not.
        told = cue is not None and cue[1] in _SPEECH and not _PLUPERFECT.search(text, low, start)
        deed = cue is not None and cue[0] is Direction.PAST and not told
        return Direction.PAST if deed else Direction.FUTURE
    if cue is None and _TOLD_OF.search(before) and not _TO_COME.match(text, end):
        return Direction.PAST  # "the 5 May raid" was one
    return cue[0] if cue else Direction.UNKNOWN
