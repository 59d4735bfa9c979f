"""A sentence without its asides: parentheses, aliases and appositions between a name and its verb.

"The Harbour Front (HF), also known as the Front, a gang of smugglers, was listed" is read by
most rules as "The Harbour Front was listed". Rules for aliases and the like see the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.tokens import Encoded, Token, coded

_NAMES = frozenset({"GROUP", "NAME", "PERSON", "OFFICIAL", "REF", "DESC", "AUTHORITY"})
_ALIAS = frozenset("known aka a.k.a f.k.a formerly alias called named".split())
_ALIAS_WORDS = _ALIAS.union(word + "." for word in _ALIAS)
_ALIAS_LEAD = frozenset("also otherwise better previously formerly commonly or and its".split())
_BEFORE_ALIAS = _ALIAS_LEAD | {","}
_LINKS = frozenset(", and or also known as by the under aka a.k.a. its alias otherwise".split())
_OPENERS = frozenset(
    """
    set created established a an the which who whose whom one another its their led based
    founded formed headed known where including among once part backed active linked
    responsible alleged accused blamed long registered incorporated headquartered domiciled located
    registrado registrada radicado radicada domiciliado domiciliada
    que quien cuyo qui dont dirige dirigido dirigida liderado liderada der die das deren
    """.split()
)
_VERBS = frozenset("said says announced confirmed told according".split())
_ACCORDING = frozenset("according segun".split())
_SAYING = frozenset(
    "say says said believe believes allege alleges alleged argue argues claim claims insist".split()
)
_SPEAKERS = frozenset({"AUTHORITY", "SPEAKERS", "OFFICIAL", "PERSON", "NAME", "PLACE"})
_SHORT_SOURCE = 4
_MAX_SOURCE = 12
_MAX_APPOSITION = 24
_MAX_SHORT = 8
_MAX_PARENTHESIS = 40


def without_asides(encoded: Encoded) -> Encoded | None:
    """The sentence without its asides; None if it has none."""
    tokens: Sequence[Token] = encoded.tokens
    if "LPAR" in encoded.atoms:
        tokens = _without_parentheses(tokens)
    if not _ALIAS_WORDS.isdisjoint(encoded.words):
        tokens = _without_aliases(tokens)
    if "," in encoded.words:
        tokens = _without_appositions(tokens)
        tokens = _without_sources(tokens)
    return coded(tokens) if len(tokens) < len(encoded.tokens) else None


def _without_sources(tokens: Sequence[Token]) -> list[Token]:
    """Without ", officials say," and ", according to the police," in the middle of a clause."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm == "," and kept:
            close = next(
                (n for n in range(at + 2, min(at + _MAX_SOURCE, len(tokens))) if _ends(tokens[n])),
                None,
            )
            if close is not None and _is_source(tokens[at + 1 : close]):
                at = close + 1
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _ends(token: Token) -> bool:
    return token.norm == "," or token.kind in ("BREAK", "COLON")


def _is_source(words: Sequence[Token]) -> bool:
    """True for "officials say" and "according to the police"."""
    if words[0].norm in _ACCORDING:
        return True
    known = any(token.kind in _SPEAKERS for token in words)
    return known and len(words) <= _SHORT_SOURCE and words[-1].norm in _SAYING


def _without_parentheses(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "LPAR":
            window = tokens[at : at + _MAX_PARENTHESIS]
            close = next((i for i, token in enumerate(window) if token.kind == "RPAR"), 0)
            if close:
                at += close + 1
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _without_aliases(tokens: Sequence[Token]) -> list[Token]:
    """Without ", also known as A, B and C,"."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        stop = _alias_end(tokens, at) if kept and kept[-1].kind in _NAMES else at
        if stop > at:
            at = stop
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _alias_end(tokens: Sequence[Token], at: int) -> int:
    """Index after the alias clause that starts at `at`, `at` if none does."""
    head = at
    while head < len(tokens) and head < at + 3 and tokens[head].norm in _BEFORE_ALIAS:
        head += 1
    if head >= len(tokens) or tokens[head].norm.rstrip(".") not in _ALIAS:
        return at
    stop = named = head + 1
    while stop < len(tokens) and (tokens[stop].kind in _NAMES or tokens[stop].norm in _LINKS):
        if tokens[stop].kind in _NAMES:
            named = stop + 1
        stop += 1
    if named == head + 1:
        return at
    closed = named < len(tokens) and tokens[named].norm == ","
    return named + closed


def _without_appositions(tokens: Sequence[Token]) -> list[Token]:
    """Without ", a gang that smuggles arms," and ", which has denied it," behind a name."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm == "," and kept and kept[-1].kind in _NAMES:
            stop = _apposition_end(tokens, at)
            if stop:
                at = stop
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _opens_short(tokens: Sequence[Token], first: int) -> bool:
    """True for ", the Front's foreign arm," and ", crushed in May 2009,": closed soon after."""
    behind = tokens[first + 1] if first + 1 < len(tokens) else None
    if behind is None:
        return False
    if behind.norm in ("'s", "’s"):
        return tokens[first].kind in ("GROUP", "REF", "NAME")
    participle = tokens[first].kind == "W" and tokens[first].norm.endswith("ed")
    return participle and (behind.norm in ("in", "by") or behind.kind == "DATE")


def _apposition_end(tokens: Sequence[Token], comma: int) -> int | None:
    """Index after the comma that closes the apposition, None if nothing of the kind begins."""
    first = comma + 1
    if first >= len(tokens):
        return None
    named = tokens[first].kind in ("PERSON", "OFFICIAL", "DESC")
    opens = named or tokens[first].norm in _OPENERS
    short = not opens and _opens_short(tokens, first)
    if not opens and not short:
        return None
    longest = _MAX_SHORT if short else _MAX_APPOSITION
    for at in range(first, min(first + longest, len(tokens))):
        if tokens[at].kind in ("BREAK", "COLON") or tokens[at].norm in _VERBS:
            return None
        if tokens[at].norm == ",":
            return at + 1
    return None
