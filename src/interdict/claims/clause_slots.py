"""What a clause says beside its parties: programme, author, day, and the words to cite."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interdict.claims.clause_parties import ACTORS, Clause
from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.party_lists import PARTIES
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Token

LABEL_REACH = 16
_ACTOR_REACH = 22
_OTHER_CLAUSES = frozenset("which who when whose after before while since que cuando tras".split())
"""Words behind which a day is another act's."""
_AUXILIARIES = frozenset("has have had having also later then already since both ha habia".split())
_BODIES = frozenset(
    """
    court council commission committee ministry tribunal parliament assembly senate board agency
    corte audiencia juzgado consejo comision comite ministerio parlamento congreso
    """.split()
)
_ADJACENT = 3
"""Tokens between a passive verb and the party that is cited with it."""
_CITED = 12
"""Tokens before a verb among which a party is cited with it."""


def programmes(clause: Clause, parties: Sequence[Token]) -> list[Token]:
    """Programmes and labels behind the verb, else those close before it."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + LABEL_REACH]
    found = [t for t in behind if t.kind == "PROGRAMME"] or [
        t for t in behind if t.kind == "LABEL"
    ][:1]
    close = clause.tokens[max(0, clause.at - 3) : clause.at]
    return found or [t for t in close if t.kind == "PROGRAMME" and t not in parties]


_BODIES_OF = frozenset({"", "AUTHORITY", "OFFICIAL", "SPEAKERS", "ROLE", "PERSON", "NAME", "DATE"})
"""What a country's may act for it, its name being told before: "Britain's home secretary"."""


def actor_before(clause: Clause) -> Token | None:
    """Who does what is told in the active: the nearest authority, office or country before it."""
    low = max(0, clause.at - _ACTOR_REACH)
    before = clause.tokens[low : clause.at]
    own = next((t for t in reversed(before) if t.norm not in _AUXILIARIES), None)
    if own is not None and own.kind == "IT":
        return own
    for place in range(len(before) - 1, -1, -1):
        if before[place].kind in ACTORS and not _is_owner(before, place):
            return _whose(before, place)
    return None


def _is_owner(tokens: Sequence[Token], place: int) -> bool:
    """True for the country in "Brazil's two largest gangs": it is said whose they are."""
    behind = tokens[place + 1].norm if place + 1 < len(tokens) else ""
    owned = (t.kind for t in tokens[place + 2 :])
    return behind in ("'s", "’s") and next((k for k in owned if k != "W"), "") not in _BODIES_OF


def _whose(tokens: Sequence[Token], place: int) -> Token:
    """The body whose people act: "the European Union's foreign ministers"."""
    if tokens[place].kind != "SPEAKERS":
        return tokens[place]
    near = tokens[max(0, place - 3) : place]
    return next((t for t in reversed(near) if t.kind == "AUTHORITY"), tokens[place])


def actor_behind(clause: Clause) -> Token | None:
    """Who has done what is told in the passive: "by the EU", "in Britain"."""
    behind = clause.tokens[clause.at + 1 :]
    beside = clause.words.by | clause.words.within
    for left, right in pairwise(behind):
        if right.kind in ACTORS and left.norm in beside:
            return right
        if right.kind == "NAME" and left.norm in clause.words.by and _is_body(right):
            return right
    return None


def _is_body(token: Token) -> bool:
    """True for a name that says what the body is: "the Northern District Court"."""
    words = fold(token.mention.name).split() if token.mention is not None else []
    return not _BODIES.isdisjoint(words)


def date_of(clause: Clause) -> Token | None:
    """The date right before the verb, else one behind it, else the one that opens the clause."""
    before = clause.tokens[clause.at - 1] if clause.at else None
    if before is not None and before.kind == "DATE" and before.mention and before.mention.name:
        return before  # "Canada on Friday listed X, whose leader died in May"
    dated = [t for t in clause.tokens if t.kind == "DATE" and t.mention and t.mention.name]
    turn = next((t for t in clause.tokens[clause.at :] if t.norm in _OTHER_CLAUSES), None)
    stop = turn.start if turn is not None else clause.tokens[-1].end
    behind = [t for t in dated if clause.tokens[clause.at].start < t.start < stop]
    opening = [t for t in dated if t.start < clause.tokens[clause.at].start]
    first = next((t for t in opening if not _ends_a_clause(clause, t)), None)
    return behind[0] if behind else first


def _ends_a_clause(clause: Clause, date: Token) -> bool:
    """True for the day before ", and Canada listed X": it is that of the verb before."""
    at = clause.tokens.index(date) + 1
    if clause.tokens[at].norm == ",":
        at += 1
    behind = clause.tokens[at : at + 2]
    joined = behind[0].norm in ("and", "y", "e", "but", "while", "pero", "mientras")
    return joined and len(behind) > 1 and behind[1].kind in ACTORS


def _nearby(clause: Clause) -> int:
    """Where the words begin that are cited for a verb: parties farther off are left out."""
    first = max(0, clause.at - _CITED)
    verb = clause.at
    helping = clause.words.be | _AUXILIARIES
    while verb > first and clause.tokens[verb - 1].norm in helping:
        verb -= 1
    own = [i for i in range(verb) if clause.tokens[i].kind in PARTIES]
    passive = not clause.words.be.isdisjoint(clause.norms(verb, clause.at))
    aside = passive and own and verb - own[-1] > _ADJACENT
    far = first > 0 and any(t.norm == "," for t in clause.tokens[:verb])
    return clause.tokens[verb if aside or far else first].start


def frame_of_clause(
    rule: Rule,
    clause: Clause,
    parties: Sequence[Token],
    named: Sequence[Token],
    actor: Token | None,
    *,
    also: Sequence[Token] = (),
) -> Frame:
    """What was read of a clause, in the form of a matched rule: from its first part to its last."""
    date = date_of(clause)
    used = [*parties, *named, *also, clause.tokens[clause.at]]
    used += [t for t in (actor, date) if t is not None]
    near = [t for t in used if t.start >= _nearby(clause)]
    start, end = min(t.start for t in near), max(t.end for t in near)
    tokens = tuple(t for t in clause.tokens if start <= t.start and t.end <= end)
    slots: dict[str, tuple[Token, ...]] = {"subject": tuple(parties)}
    if named:
        slots["programme"] = tuple(named)
    if actor is not None:
        slots["authority"] = (actor,)
    return Frame(rule, start, end, slots, tokens, date)
