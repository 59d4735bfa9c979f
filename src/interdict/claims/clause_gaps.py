"""Parties and authors that share the verb of the clause before them: "listed X in 2018, Y in 2020".

The verb is told once; behind its day stand another party, or another author, and another day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.clause_parties import Clause
from interdict.claims.frames import Frame
from interdict.claims.party_lists import PROGRAMMES
from interdict.claims.tokens import Token
from interdict.model.changing import changed

_JOINING = frozenset(", and y e a al but while".split())
_PARTIES = frozenset({"GROUP", "NAME", "PERSON"})
_AUTHORS = frozenset({"AUTHORITY", "PLACE"})
_OWNERS = frozenset("its their his her su sus".split())
_MARKS = frozenset(", . ;".split())
_GAP_REACH = 7
"""Tokens of "the group's accountant, Y", up to the name."""
_DESCRIPTION = 4
"""Tokens between "its" and the name it describes."""
_ENDS = frozenset(". , and y e but while — –".split())
"""What may stand behind the day: where a verb stands there, the words are its own."""


def gapped(clause: Clause, frame: Frame) -> Iterator[Frame]:
    """The frames of those who share the verb, each cited with their own words alone."""
    words = clause.tokens
    day = frame.date
    if day is None or day not in words or words.index(day) < clause.at:
        return
    at = words.index(day) + 1
    while (names := _names(words, at)) is not None:
        at = words.index(names[-1]) + 1
        if at + 1 < len(words) and words[at].norm == "," and words[at + 1].kind == "DATE":
            at += 1  # "and Y, in April 2024"
        while at < len(words) and words[at].kind in PROGRAMMES | {"LPAR", "RPAR"}:
            at += 1
        own = {"subject": tuple(names)}
        if at + 1 < len(words) and words[at].norm in clause.words.by:  # "and Y by Canada in 2002"
            own["authority"] = (words[at + 1],)
            at += 2
        if at >= len(words) or words[at].kind != "DATE" or not _is_end(words, at + 1):
            return
        for author in names if names[0].kind in _AUTHORS else [None]:
            if author is not None:
                own = {"subject": frame.slots["subject"], "authority": (author,)}
            slots = {k: v for k, v in frame.slots.items() if author is None or k != "programme"}
            cited = tuple(t for t in words if names[0].start <= t.start <= words[at].start)
            yield changed(
                frame,
                start=names[0].start,
                end=words[at].end,
                slots=slots | own,
                tokens=cited if author is not None else frame.tokens,
                date=words[at],
            )
        at += 1


def gapped_reasons(tokens: Sequence[Token], frame: Frame) -> Iterator[Frame]:
    """The frames of others with a reason of their own: "X was designated for A; Y, for B"."""
    at = next((i for i, t in enumerate(tokens) if t.start >= frame.end), len(tokens))
    if not _is_reason(tokens, at):
        return
    for place in range(at + 1, len(tokens) - 2):
        opens = tokens[place].kind == "BREAK" or (
            tokens[place].norm == "and" and tokens[place - 1].norm == ","
        )
        behind = tokens[place + 1 : place + 1 + _GAP_REACH] if opens else ()
        party = next((i for i, t in enumerate(behind) if t.kind in _PARTIES), None)
        if party is None or any(t.norm == "for" for t in behind[:party]):
            continue
        here = place + 1 + party
        reason = here + 2 if tokens[here + 1].norm == "," else here + 1
        if _is_reason(tokens, reason):
            yield changed(
                frame,
                start=tokens[here].start,
                end=_reason_end(tokens, reason),
                slots=frame.slots | {"subject": (tokens[here],)},
            )


def _is_reason(tokens: Sequence[Token], at: int) -> bool:
    """True for "for acting on its behalf": why somebody was designated."""
    if at + 1 >= len(tokens) or tokens[at].norm != "for":
        return False
    return tokens[at + 1].norm.endswith("ing")


def _reason_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a reason: before the next mark."""
    stop = next((i for i in range(at, len(tokens)) if tokens[i].norm in _MARKS), len(tokens))
    return tokens[max(at, stop - 1)].end


def _behind_description(words: tuple[Token, ...], at: int) -> int:
    """Where the name stands of "its offshoot X", "his earlier group, X"; else the place itself."""
    described = at < len(words) and words[at].kind in ("REF", "DESC")  # "the network X"
    if at >= len(words) or not (described or words[at].norm in _OWNERS):
        return at
    for place in range(at + 1, min(len(words), at + 1 + _DESCRIPTION)):
        if words[place].kind in _PARTIES:
            return place
        if words[place].kind != "W" and words[place].kind not in ("DESC", "REF"):
            break
    return at


def _is_end(words: tuple[Token, ...], at: int) -> bool:
    return at >= len(words) or words[at].norm in _ENDS or words[at].kind in ("LPAR", "BREAK")


def _names(words: tuple[Token, ...], at: int) -> list[Token] | None:
    """The names of one sort behind a comma or "and", joined to each other; None without any."""
    first = at
    while first < len(words) and words[first].norm in _JOINING:
        first += 1
    if first > at:
        first = _behind_description(words, first)
    if first == at or first >= len(words):
        return None
    sort = next((s for s in (_PARTIES, _AUTHORS) if words[first].kind in s), None)
    if sort is None:
        return None
    found = [words[first]]
    here = first + 1
    while here + 1 < len(words) and words[here].norm in _JOINING:
        step = here + 1
        while step < len(words) and words[step].norm in _JOINING:
            step += 1
        if step >= len(words) or words[step].kind not in sort:
            break
        found.append(words[step])
        here = step + 1
    return found
