"""Matches clause rules: the words that tell a claim, with their parties found around them.

Each place of a sentence makes one claim of a kind: of several rules of the kind the first
that finds its parties has the word, and the sentence without its asides is asked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interdict.claims.clause_roles import find_role
from interdict.claims.clause_spans import clause_around, opens_clause
from interdict.claims.frames import Frame, frame_of, governed_away
from interdict.claims.rule_index import RuleIndex
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Encoded, Token

_STOPS = frozenset({"BREAK", "COLON"})
_MARKS = frozenset({",", ".", "?", "!"})
_TURNS = frozenset("but while although though because pero mientras aunque".split())
_SOURCES = frozenset({"speaker"})
_JOINS = frozenset({"and", "y"})
_CONDITIONS = frozenset("if unless whether once si".split())
_STEPS = frozenset(
    {"procedure", "event.expulsion", "event.agreement", "event.dissolution", "indictment"}
)
"""Kinds of which a condition tells nothing."""
_CONDITION_REACH = 12
"""Tokens over which a condition governs the verb behind it."""
_FARTHEST = 30
"""Tokens that a claim takes in behind its anchor, at most."""


def find_clause_frames(shown: Sequence[Encoded], rules: RuleIndex) -> Iterator[Frame]:
    """The frames of one sentence.

    Args:
        shown: the sentence in the forms in which it is read, the one to be trusted first.
        rules: clause rules (those with an anchor), in the order of their trust.
    """
    taken: set[tuple[str | None, int]] = set()
    for encoded in shown:
        for rule, pattern in rules.patterns_for(encoded):
            for frame, at in _frames(encoded, rule, pattern):
                if (rule.kind, at) not in taken:
                    taken.add((rule.kind, at))
                    yield frame


def _frames(encoded: Encoded, rule: Rule, pattern: re.Pattern[str]) -> Iterator[tuple[Frame, int]]:
    """Frames of one anchor, each with the offset of the last word of the anchor."""
    excluded: list[tuple[int, int]] | None = None
    match = pattern.search(encoded.code)
    while match is not None:
        if rule.whole:
            match = _of_last_clause(encoded, pattern, match)
        begin, end = match.span()
        if excluded is None:
            excluded = [
                match.span()
                for one in rule.unless
                if one.may_match(encoded)
                for match in one.regex.finditer(encoded.code)
            ]
        found = None
        if not any(low < end and begin < high for low, high in excluded):
            found = _frame(encoded, rule, match)
        if found is not None:
            yield found
        first, stop = encoded.indices(begin, max(end, begin + 1))
        after = stop if found is not None else first + 1  # another may begin inside
        match = pattern.search(encoded.code, _place(encoded, after))


def _of_last_clause(
    encoded: Encoded, pattern: re.Pattern[str], match: re.Match[str]
) -> re.Match[str]:
    """The same anchor in the last of the clauses that it runs over.

    "Any assets in Elbonia are frozen, and citizens are barred from dealing with it": whoever is
    barred stands behind "and", though an earlier word would do as well. So it does in a list
    without "and": "whoever helps it faces prison, members are barred from entering".
    """
    first, stop = encoded.indices(*match.span())
    for at in range(stop - 2, first, -1):
        if opens_clause(encoded.tokens, first, at):
            later = pattern.search(encoded.code, _place(encoded, at + 1))
            if later is not None and later.end() == match.end():
                return later
    return match


def _place(encoded: Encoded, index: int) -> int:
    """Where a token begins in the code; behind the last one, the end of the code."""
    return encoded.starts[index] if index < len(encoded.starts) else len(encoded.code) + 1


def _frame(encoded: Encoded, rule: Rule, match: re.Match[str]) -> tuple[Frame, int] | None:
    """The frame of one anchor, None where it is none."""
    first, stop = encoded.indices(*match.span())
    if first == stop or governed_away(rule, encoded, first):
        return None
    if rule.kind in _STEPS and _is_condition(encoded.tokens, first):
        return None
    if (rule.kind or "").startswith("count.") and _numbers(encoded.tokens[first:stop]) > 1:
        return None  # the nearer number is meant
    slots = {
        name: tuple(t for t in encoded.covered(*match.span(name)) if t.mention)
        for name, value in match.groupdict().items()
        if value
    }
    filled = _with_roles(encoded.tokens, first, stop - 1, rule, slots)
    if filled is None:
        return None
    return _spanned(encoded, first, stop, rule, filled), encoded.tokens[stop - 1].start


def _is_condition(tokens: Sequence[Token], first: int) -> bool:
    """True for a step behind "if" or "unless": nobody says that it is taken."""
    for at in range(first - 1, max(-1, first - 1 - _CONDITION_REACH), -1):
        token = tokens[at]
        if token.kind in _STOPS or token.norm == ",":
            return False
        if token.norm in _CONDITIONS:
            return True
    return False


def _numbers(tokens: Sequence[Token]) -> int:
    return sum(token.kind == "COUNT" for token in tokens)


def _with_roles(
    tokens: Sequence[Token],
    first: int,
    last: int,
    rule: Rule,
    slots: dict[str, tuple[Token, ...]],
) -> dict[str, tuple[Token, ...]] | None:
    """The slots with those found around the anchor; None where one that is needed is missing."""
    filled = dict(slots)
    for role in rule.roles:
        if role.slot in filled:
            continue
        used = {token.start for mine in filled.values() for token in mine}
        found = find_role(tokens, first, last, role, used)
        if found is None:
            return None
        if found:
            filled[role.slot] = found
        elif role.otherwise in filled:
            filled[role.slot] = filled[role.otherwise]
    return filled


def _spanned(
    encoded: Encoded, first: int, stop: int, rule: Rule, slots: dict[str, tuple[Token, ...]]
) -> Frame:
    """The frame, from the first of its parties to the end of its clause."""
    tokens = encoded.tokens
    counts = (rule.kind or "").startswith("count.")
    every = [
        token
        for name, mine in slots.items()
        for token in mine
        if token.end > token.start
        and (name not in _SOURCES or _close(tokens, token, first))
        and not (counts and _far_from(tokens, token, first))
    ]
    start = min([tokens[first].start, *(t.start for t in every)])
    end = max([tokens[stop - 1].end, *(t.end for t in every)])
    while first > 0 and tokens[first - 1].start >= start:
        first -= 1
    while stop < len(tokens) and tokens[stop].end <= end:
        stop += 1
    if rule.whole:
        first, stop = clause_around(tokens, first, stop)
    elif rule.extend:
        stop = _end_of_clause(tokens, stop)
    return frame_of(rule, encoded, first, stop, slots)


def _far_from(tokens: Sequence[Token], party: Token, first: int) -> bool:
    """True for whoever did something else before "and": the number has a clause of its own."""
    return any(party.end <= token.start and token.norm in _JOINS for token in tokens[:first])


def _close(tokens: Sequence[Token], source: Token, first: int) -> bool:
    """True if no mark stands between who says it and what is said."""
    return not any(source.end <= token.start and token.norm == "," for token in tokens[:first])


def _end_of_clause(tokens: Sequence[Token], stop: int) -> int:
    """The index behind the clause that goes on at `stop`."""
    farthest = min(len(tokens), stop + _FARTHEST)
    while stop < farthest:
        token = tokens[stop]
        if token.kind in _STOPS or token.norm in _MARKS or token.norm in _TURNS:
            break
        behind = {t.norm for t in tokens[stop + 2 : stop + 4]}
        if token.norm in _WHO and not _TELLING.isdisjoint(behind):
            break
        stop += 1
    return stop


_WHO = frozenset({"who", "which", "whom"})
_TELLING = frozenset("says say said alleges alleged accuses accused".split())
"""Behind "who it" they open what somebody tells of the party: "a man who it says armed them"."""
