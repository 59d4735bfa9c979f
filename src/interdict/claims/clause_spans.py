"""Where a clause begins and ends: what a claim about a whole clause is cited with.

The words that tell an effect ("are frozen", "up to 14 years in prison") stand in the middle of
their clause. What is frozen, and for whom, stands before and behind them; the next effect of the
same sentence begins behind "and": "freezes what it owns and makes it a crime to deal in it".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from interdict.claims.tokens import Token
from interdict.claims.vocabulary import lexicon

_STOPS = frozenset({"BREAK", "COLON", "LPAR", "RPAR"})
_MARKS = frozenset({",", ".", "?", "!"})
_TURNS = frozenset(
    "but while although though because since pero mientras aunque porque so as if si".split()
)
_JOINS = frozenset("and or nor y o e ni".split())
_CLAUSE_JOINS = frozenset("and but while so y pero".split())
_FINITE = frozenset(
    """
    is are was were be been can could may might must shall will would has have had do does cannot
    es son fue fueron sera seran puede pueden podra podran debe deben debera deberan queda quedan
    quedara quedaran esta estan
    """.split()
)
_ACTS = frozenset(
    """
    freezes blocks bars bans makes lets gives allows enables obliges requires prohibits forbids
    criminalises criminalizes exposes cuts shuts subjects imposes prevents opens permits turns
    restricts carries means risk risks face faces freezing blocking barring banning making letting
    giving allowing enabling prohibiting exposing cutting imposing preventing denying risking
    entails requires denies strips closes triggers criminalise criminalize punishes
    permite permiten convierte convierten prohibe prohiben obliga obligan bloquea bloquean congela
    congelan impide impiden impedir congelar bloquear prohibir faculta facultan autoriza autorizan
    expone exponen niega niegan negara cancela retira pasa pasan castiga castigan castigara
    enfrenta enfrentan arriesga arriesgan supone implica conlleva acarrea comporta penaliza
    tipifica cierra corta
    """.split()
)
"""Verbs of effects that go on, behind "and", with a clause of their own."""
_RELATIVE = frozenset("who which that whom whose que quien quienes".split())
_LEADS = frozenset("then also that que".split())
_AHEAD = 7
"""Tokens behind "and" in which the verb of a new clause shows."""
_NEAR = 4
"""The same for verbs that are nouns as well: "and the plain bans that it made"."""
_FARTHEST = 30


@cache
def _reporting() -> frozenset[str]:
    """Verbs of saying: what stands before one tells who says it, and is none of the clause."""
    classes = lexicon().classes
    return frozenset((*classes["said"], *classes["said_abroad"]))


def clause_around(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """The indices of the clause that holds `tokens[first:stop]`, end exclusive."""
    return _start(tokens, first), _end(tokens, stop)


def opens_clause(tokens: Sequence[Token], first: int, at: int) -> bool:
    """True for the "and", or the comma, at which a clause ends that began at `first`.

    With a comma before it, "and" needs no verb behind it: the clause before has its own.
    """
    if tokens[at].norm in _CLAUSE_JOINS and tokens[at - 1].norm == ",":
        return True
    joins = tokens[at].norm in _JOINS or tokens[at].norm == ","
    return joins and any(_is_verb(token) for token in tokens[first:at])


def _is_verb(token: Token) -> bool:
    return token.norm in _FINITE or token.norm in _ACTS


def _start(tokens: Sequence[Token], first: int) -> int:
    at = first
    while at > 0 and first - at < _FARTHEST:
        token = tokens[at - 1]
        if token.kind in _STOPS or token.norm in _MARKS or token.norm in _TURNS:
            break
        if token.norm in _JOINS and (at == first or _has_verb(tokens, at - 1)):
            break
        if token.norm in _reporting():
            break
        at -= 1
    while at < first and (tokens[at].norm in _JOINS or tokens[at].norm in _LEADS):
        at += 1
    return at


def _has_verb(tokens: Sequence[Token], join: int) -> bool:
    """True if the clause that ends before "and" has its own verb."""
    for token in reversed(tokens[:join]):
        if token.kind in _STOPS or token.norm in _MARKS or token.norm in _TURNS:
            return False
        if _is_verb(token):
            return True
    return False


def _end(tokens: Sequence[Token], stop: int) -> int:
    at = stop
    while at < len(tokens) and at - stop < _FARTHEST:
        token = tokens[at]
        if token.kind in _STOPS or token.norm in _MARKS or token.norm in _TURNS:
            break
        if token.norm in _JOINS and _begins_another(tokens, at + 1):
            break
        at += 1
    return at


def _begins_another(tokens: Sequence[Token], at: int) -> bool:
    """True if a verb of its own stands soon behind "and", or at once."""
    for ahead, token in enumerate(tokens[at : at + _AHEAD]):
        if token.kind in _STOPS or token.norm in _MARKS or token.norm in _RELATIVE:
            return False
        if token.norm in _FINITE or (token.norm in _ACTS and ahead < _NEAR):
            return True
    return False
