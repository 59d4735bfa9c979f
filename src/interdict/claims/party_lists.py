"""Lists of parties: who stands joined to a party, or is named behind a number of them."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.clitics import CLITIC
from interdict.claims.harm_words import is_modifier
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import shapes

PARTIES = frozenset({"GROUP", "NAME", "REF", "IT", "PLURAL", "PERSON", "COUNT", CLITIC})
PROGRAMMES = frozenset({"PROGRAMME", "LABEL"})
_NAMED = frozenset({"GROUP", "NAME", "PERSON"})
COUNTED = frozenset({"COUNT", "PLURAL", "SPEAKERS"})
_JOINING = frozenset(", and y e & as como both the el la los las al a".split())
LINKS = (
    ("and",), ("&",), ("y",), ("e",), ("along", "with"), ("as", "well", "as"), ("together", "with"),
    ("plus",), ("alongside",), ("junto", "con"), ("junto", "a"), ("asi", "como"), ("ademas", "de"),
    ("al", "igual", "que"), ("igual", "que"), ("lo", "mismo", "que"),
)  # fmt: skip
"""What joins one more party to those named."""
_LONGEST_LINK = max(len(link) for link in LINKS)
_EXAMPLES = frozenset("among them including such as namely entre ellos ellas incluidos — –".split())
_SMALL = frozenset("the a an its their his her to a al el la los las su sus".split())
_PART_NOUNS = frozenset("wing arm branch affiliate offshoot front brazo ala rama filial".split())
_TITLE_REACH = 4
"""Words of a title, or of what a party is, between "and" and its name: "and gang leader X"."""
_COUNTED_REACH = 6


def joined_before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names of the list that ends with "and" and the token at a place, else it alone."""
    others = tokens[at].kind in ("COUNT", "PLURAL")  # "A, B and four other groups"
    joined = at > 1 and tokens[at - 1].norm in ("and", "y", "e")
    joined = joined and (others or tokens[at].kind in _NAMED)
    names = [] if others and joined and tokens[at - 2].kind in _NAMED else [tokens[at]]
    back = at - 2
    while joined and back >= 0 and tokens[back].kind in _NAMED:
        names.insert(0, tokens[back])
        joined = back > 1 and tokens[back - 1].norm == ","
        back -= 2
    return names


def described_by(tokens: Sequence[Token], comma: int) -> int | None:
    """Where the name stands that words before a comma describe: "the then prosecutor, X"."""
    start = comma - 1
    whole = start >= 0 and tokens[start].kind == "DESC"  # "a little-known outfit, X"
    while start >= 0 and tokens[start].kind == "W" and tokens[start].norm not in _SMALL:
        start -= 1
    here = comma + 1
    short = start >= 0 and 0 < comma - 1 - start <= _TITLE_REACH
    opened = whole or (short and tokens[start].norm in _SMALL)
    if not opened or here >= len(tokens):
        return None
    behind = tokens[here + 1].norm if here + 1 < len(tokens) else ","
    part = whole or tokens[comma - 1].norm in _PART_NOUNS  # "the military wing, X"
    named = tokens[here].kind in ("PERSON", "NAME") or (part and tokens[here].kind == "GROUP")
    return here if named and behind in (",", "and", "y", ".", "—", "–") else None


def listed_from(tokens: Sequence[Token], at: int) -> list[Token]:
    """The party at a place with those joined to it; a number gives way to the names behind it.

    "A, B and C", "A along with two gangs, B and C", "former guard X and gang leader Y".
    """
    if tokens[at].kind == "REF" and at + 1 < len(tokens) and tokens[at + 1].kind in _NAMED:
        at += 1  # "the island gang Harbour Front"
    named = named_behind(tokens, at)
    found = named or [tokens[at]]
    here = max(tokens.index(found[-1]), at)
    while (step := joined_party(tokens, here)) is not None:
        more = named_behind(tokens, step) or ([tokens[step]] if _joins(tokens[step]) else [])
        if tokens[step].kind == "REF" and step + 1 < len(tokens) and _joins(tokens[step + 1]):
            more = [tokens[step + 1]]  # "and the island gang Harbour Front"
        if not more:
            break
        found += more
        here = tokens.index(more[-1])
    return found


def _joins(token: Token) -> bool:
    return token.kind in PARTIES and token.kind not in ("COUNT", "PLURAL")


def joined_party(tokens: Sequence[Token], here: int) -> int | None:
    """Where the next party of a list stands that reaches to a place; None at its end."""
    at = _behind_aside(tokens, here + 1)
    start = at
    while at < len(tokens) and tokens[at].norm == ",":
        at += 1
    link = link_at(tokens, at)
    at += link
    if at == start:
        return None
    at = behind_country(tokens, at)
    for place in range(at, min(len(tokens), at + _TITLE_REACH + 1)):
        token = tokens[place]
        if token.kind in PARTIES:
            owner = place + 1 < len(tokens) and tokens[place + 1].norm in ("'s", "’s")
            if is_modifier(tokens, place):
                return None  # "X, the Lantern franchise"
            words = [t for t in tokens[at:place] if t.norm not in _SMALL]
            described = place - at > 2 and len(words) > 1  # "y a la banda X" is joined
            described = described and token.kind not in ("PERSON", "COUNT", "PLURAL")
            described = described and tokens[place - 1].norm not in shapes().reference_nouns
            return None if owner or described else place
        if token.norm == "," and (one := described_by(tokens, place)) is not None:
            return one
        small = token.norm in _JOINING or token.norm in _SMALL
        word = token.norm.replace("-", "").isalpha()
        if token.kind != "W" or (not small and (not link or not word)):
            return None
        if token.norm.endswith("ed"):  # "A and named B": another verb
            return None
    return None


def behind_country(tokens: Sequence[Token], at: int) -> int:
    """The place behind the country in a list: "and Spain's Harbour Front"."""
    owner = at + 2 < len(tokens) and tokens[at].kind in ("PLACE", "AUTHORITY")
    if owner and tokens[at + 1].norm in ("'s", "’s") and tokens[at + 2].kind in _NAMED:
        return at + 2
    return at


def link_at(tokens: Sequence[Token], at: int, links: Sequence[tuple[str, ...]] = LINKS) -> int:
    """How many words at a place join one more party to those named; 0 where none do."""
    words = tuple(token.norm for token in tokens[at : at + _LONGEST_LINK])
    return next((len(link) for link in links if words[: len(link)] == link), 0)


def _behind_aside(tokens: Sequence[Token], at: int) -> int:
    """The place behind parentheses that begin at one."""
    if at < len(tokens) and tokens[at].kind == "LPAR":
        while at < len(tokens) and tokens[at].kind != "RPAR":
            at += 1
        return at + 1
    return at


def named_behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names that "two gangs, A and B", "15 officials, among them A" stand for."""
    if tokens[at].kind not in COUNTED and tokens[at].kind not in PROGRAMMES:
        return []
    here = at + 1
    if tokens[at].kind == "PLURAL" and here < len(tokens) and tokens[here].kind in _NAMED:
        return _names_from(tokens, here)  # "the gangs A and B"
    while here < len(tokens) and here <= at + _COUNTED_REACH and tokens[here].norm != ",":
        if tokens[here].kind not in ("W", "SPEAKERS") or tokens[here].norm in (".", "as", "como"):
            break
        here += 1
    dash = here < len(tokens) and (tokens[here].norm in ("—", "–") or tokens[here].kind == "COLON")
    if here >= len(tokens) or (tokens[here].norm != "," and not dash):
        return []
    words: list[str] = []
    while here < len(tokens) and (tokens[here].norm in _EXAMPLES or tokens[here].norm == ","):
        words.append(tokens[here].norm)
        here += 1
    while here < len(tokens) and tokens[here].norm in ("the", "el", "la", "los", "las", "al", "a"):
        here += 1
    here = behind_country(tokens, here)
    told = not _EXAMPLES.isdisjoint(words)
    if tokens[at].kind in PROGRAMMES and not told:
        return []
    if here >= len(tokens) or tokens[here].kind not in _NAMED | {"OFFICIAL"}:
        return []
    found = _names_from(tokens, here)
    return found if told or len(found) > 1 else []


def _names_from(tokens: Sequence[Token], at: int) -> list[Token]:
    found = [tokens[at]]
    while (step := joined_party(tokens, at)) is not None and tokens[step].kind in _NAMED:
        found.append(tokens[step])
        at = step
    return found
