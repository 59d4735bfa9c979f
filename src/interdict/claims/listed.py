"""Who "seven organizations" are, where a list tells: "...: A, B and C", or lines below a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interdict.claims.frames import Frame
from interdict.claims.mention import Mention
from interdict.claims.party_lists import behind_country
from interdict.claims.reading import Reading
from interdict.claims.references import Party, party
from interdict.claims.tokens import Token
from interdict.model.changing import changed

_NAMES = frozenset({"GROUP", "NAME"})
_BESIDE_REACH = 4
_LEADING = frozenset(", — – - among them including such as namely entre ellos incluidos".split())
_COLON_REACH = 14
"""Tokens between a frame and the colon that opens its list."""
_MOST_LINES = 40
_LONG_LINE = 16
"""A line of a list holds a name and little else; tokens."""
_LINKS = frozenset(", and y e et und the el la los ademas de del asi como al".split())
_OTHERS = frozenset("other otros otras".split())
_THEY = "they"
_THE = frozenset("el la los las".split())
_OF = frozenset({"de", "del"})


def listed_members(token: Token, frame: Frame, sentence: int, reading: Reading) -> list[Party]:
    """The parties of a list that a plural stands for; empty where none is given."""
    if token.mention is None or not _is_act(frame):
        return []
    if token.kind == "IT" and token.mention.name == _THEY:
        return reading.focus.members(token.mention, sentence)
    if token.kind not in ("PLURAL", "COUNT"):
        return []
    named = (
        _beside(token, sentence, reading)
        or _told_behind(frame, sentence, reading)
        or _after_colon(frame, sentence, reading)
        or _lines_below(frame, sentence, reading)
    )
    if named:
        return [
            _whole(t.mention, token.mention, reading.encoded[sentence].tokens)
            for t in named
            if t.mention is not None
        ]
    words = reading.doc.text[token.start : token.end].casefold().split()
    if not _OTHERS.isdisjoint(words):
        return []  # "three other groups" are not those that were named before
    return reading.focus.members(token.mention, sentence)


def _whole(named: Mention, plural: Mention, tokens: Sequence[Token]) -> Party:
    """The party of a list; "el de Sinaloa" among "seis cárteles" is the "Cartel de Sinaloa"."""
    at = next((i for i, token in enumerate(tokens) if token.start >= named.start), 0)
    before = tokens[max(0, at - 2) : at]
    found = party(named)
    words = [token.norm for token in before]
    if len(words) < len(("el", "de")) or words[0] not in _THE or words[1] not in _OF:
        return found
    noun = re.sub(r"(?<=[^aeiou])es$|s$", "", plural.name)
    return changed(found, name=f"{noun.capitalize()} {words[1]} {named.name}")


def _beside(token: Token, sentence: int, reading: Reading) -> list[Token]:
    """The names of "two other organizations, A and B", "seven gangs, among them A and B"."""
    tokens = reading.encoded[sentence].tokens
    after = [t for t in tokens if t.start >= token.end]
    at = 0
    if token.kind == "PLURAL" and after and after[0].kind in _NAMES:
        return _names_of(after)  # "the gangs A and B"
    while at < min(len(after), _BESIDE_REACH) and after[at].norm not in (",", "—", "-", "–"):
        if after[at].kind != "W" or after[at].norm in (".", "as", "como"):
            return []
        at += 1
    words = []
    while at < len(after) and after[at].norm in _LEADING and after[at].kind == "W":
        words.append(after[at].norm)
        at += 1
    found = _names_of(after[at:])
    return found if len(found) > 1 or (found and len(words) > 1) else []


def _told_behind(frame: Frame, sentence: int, reading: Reading) -> list[Token]:
    """Those named behind the act: "declared 22 gangs terrorists in May, including A and B"."""
    after = [t for t in reading.encoded[sentence].tokens if t.start >= frame.end]
    at = 1 if after and after[0].norm == "," else 0
    words = [t.norm for t in after[at : at + 2]]
    told = 2 if words in (["among", "them"], ["entre", "ellos"], ["entre", "ellas"]) else 0
    told = 1 if words[:1] in (["including"], ["incluidos"], ["incluidas"]) else told
    return _names_of(after[at + told :]) if told else []


def _names_of(tokens: Sequence[Token]) -> list[Token]:
    """The names of a list that begins here."""
    found: list[Token] = []
    depth = own = 0
    for at, each in enumerate(tokens):
        own = max(own, behind_country(tokens, at))
        if at < own:
            continue  # "including Mexico's X"
        depth += {"LPAR": 1, "RPAR": -1}.get(each.kind, 0)
        if depth or each.kind == "RPAR" or each.norm in _LINKS:
            continue
        if each.kind not in _NAMES | {"PERSON"}:
            break
        found.append(each)
    return found


def _is_act(frame: Frame) -> bool:
    return (frame.rule.kind or "").startswith("designation")


def _colon(frame: Frame, tokens: Sequence[Token]) -> int | None:
    """Where the colon stands that follows the frame, None if there is none close by."""
    after = next((i for i, t in enumerate(tokens) if t.start >= frame.end), len(tokens))
    for at in range(after, min(after + _COLON_REACH, len(tokens))):
        if tokens[at].kind == "COLON":
            return at
    return None


def _after_colon(frame: Frame, sentence: int, reading: Reading) -> list[Token]:
    tokens = reading.encoded[sentence].tokens
    at = _colon(frame, tokens)
    if at is None:
        return []
    found = _with_descriptions(tokens[at + 1 :])
    return found if len(found) > 1 else []


def _with_descriptions(tokens: Sequence[Token]) -> list[Token]:
    """The names of "A, who ran the guard, and B": those that open or close between commas.

    Where semicolons part the list, commas do not: "A, whose paper is C; and B".
    """
    found: list[Token] = []
    depth = 0
    parted = any(token.kind == "BREAK" for token in tokens)
    for at, token in enumerate(tokens):
        depth += {"LPAR": 1, "RPAR": -1}.get(token.kind, 0)
        if depth or token.kind == "RPAR":
            continue
        if token.norm == "." and at + 1 < len(tokens):
            break
        opens = _opens_part(tokens, at) if parted else _opens(tokens, at)
        if token.kind in _NAMES | {"PERSON"} and opens:
            found.append(token)
        elif not found and token.norm not in _LINKS and token.kind != "BREAK":
            break
    return found


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """True for what a comma, "and" or an article is before, and the end of parentheses."""
    before = tokens[at - 1] if at else None
    if before is not None and before.norm in _OF:
        return at < 2 or tokens[at - 2].norm in _LINKS  # not "A, al mando de X"
    return before is None or before.norm in _LINKS or before.kind == "RPAR"


def _opens_part(tokens: Sequence[Token], at: int) -> bool:
    """True for the first word of a part of a list but for "and" and articles."""
    while at and tokens[at - 1].norm in _LINKS - {","}:
        at -= 1
    return at == 0 or tokens[at - 1].kind == "BREAK"


def _lines_below(frame: Frame, sentence: int, reading: Reading) -> list[Token]:
    tokens = reading.encoded[sentence].tokens
    at = _colon(frame, tokens)
    if at is None or any(t.kind != "BREAK" for t in tokens[at + 1 :]):
        return []
    found = list(_first_names(reading, sentence + 1))
    return found if len(found) > 1 else []


def _first_names(reading: Reading, first: int) -> Iterator[Token]:
    for encoded in reading.encoded[first : first + _MOST_LINES]:
        lead = next((t for t in encoded.tokens if t.kind != "W" or t.norm.isalpha()), None)
        if lead is None or lead.kind not in _NAMES or len(encoded.tokens) > _LONG_LINE:
            return
        yield lead
