"""Whom a Spanish verb is done to that names nobody: "la sacó", "retiró a la isla de la lista"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interdict.claims.clause_words import Form
from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.speech_words import folded
from interdict.claims.tokens import Token

CLITIC = "CLITIC"
"""The type of such a word; `Mention.name` is its form, which tells gender and number."""
SPONSORS = re.compile(
    r"\b(?:states? sponsors? of terror|sponsors of terrorism"
    r"|patrocinador(?:es)? (?:estatal(?:es)? )?del terrorismo)",
    re.IGNORECASE,
)
"""The list on which countries stand: elsewhere they are never the ones designated."""
_FORMS = frozenset("la lo las los le les".split())
_BETWEEN = frozenset(
    "ha han habia habian hubo volvio volvieron vuelve vuelven a tambien ya".split()
)
"""What may stand between the pronoun and its verb."""
_AGAIN: dict[str, Form] = {"volvio": "past", "volvieron": "past", "vuelve": "now", "vuelven": "now"}
_COUNTRIES = frozenset("isla pais nacion".split())
_COUNTRY = "pais"
_LONGEST = 4
_MEANT = frozenset({"GROUP", "PERSON", "NAME", "OFFICIAL"})
_ARTICLE = re.compile(r"(el|al|del|la|los|las)\s\Z", re.IGNORECASE)
_ITS_PEOPLE = re.compile(r"\bl[oa]s\s\w{3,20}\s(?:del|de la|de los|de las)\s\Z")
_PRONOUN_OF = {"el": "lo", "al": "lo", "del": "lo", "la": "la", "los": "los", "las": "las"}
_GOVERNED = re.compile(r"\b(?:de|del|en|desde|con|por|hacia)\s(?:la\s|el\s)?\Z", re.IGNORECASE)
"""Before a name that is somewhere, or with whom another acts: "en Puerto Azul"."""
_AGAINST = re.compile(
    r"\bcontra\s(?:[^,.;:]{1,40}\sy\s)?(?:el\s|la\s|los\s|las\s)?\Z", re.IGNORECASE
)
"""Before a name against which something is ("su régimen contra X"): nobody goes on with it."""
_AND_OTHERS = re.compile(r"\s(?:\([^()]{2,12}\)\s)?y (?:otr[oa]s|(?:el|la|los|las) [A-ZÁÉÍÓÚ])")
"""Behind the first of several: "X y otros dos carteles", for whom "los" stands."""
_LOOKED_BACK = 12
_LIST_BACK = 60
_ACTS = re.compile(r"\s(?:tambien |también )?(?:la|lo|los|las|les|le)\s")
"""Behind the name of whoever acts on somebody else: "X la sacó"."""


def clitic_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The pronoun before the verb at a place, None where there is none."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        token = tokens[place]
        if token.kind == "W" and token.norm in _FORMS:
            governed = place and tokens[place - 1].norm in ("a", "de", "por", "con")
            return None if governed else _as_party(token, token.norm)
        if token.norm not in _BETWEEN:
            return None
    return None


def country_behind(tokens: Sequence[Token], at: int) -> Token | None:
    """The country that "a la isla", "al país" behind a verb stands for."""
    for place in range(at + 1, min(len(tokens), at + 1 + _LONGEST)):
        if tokens[place].kind == "W" and tokens[place].norm in _COUNTRIES:
            return _as_party(tokens[place], _COUNTRY)
    return None


def again(tokens: Sequence[Token], at: int) -> Form | None:
    """The form of "volvió a" before the infinitive at a place: the act is done once more."""
    if at < 2 or tokens[at - 1].norm != "a":
        return None
    return _AGAIN.get(tokens[at - 2].norm)


def meant_by(
    mention: Mention, near: Sequence[Sequence[Mention]], text: str, *, states: bool
) -> Mention | None:
    """Whom the pronoun means: who was spoken of first in its sentence, else in those before.

    "The group" counts in its own sentence, and where it is what the one before speaks of.

    Args:
        mention: the pronoun.
        near: the mentions of the sentences before and of its own, which is the last.
        text: that of the document.
        states: True where countries may be meant.
    """
    kinds = _MEANT - {"NAME"} | {"REF"} | ({"PLACE"} if states else set())
    found = _meant_among(mention, near, text, kinds)
    return found or _meant_among(mention, near, text, frozenset({"NAME"}))


def _meant_among(
    mention: Mention, near: Sequence[Sequence[Mention]], text: str, kinds: frozenset[str]
) -> Mention | None:
    """The same among mentions of some kinds: a name of no known sort gives way to the others."""
    for back, mentions in enumerate(reversed(near)):
        for other in mentions:
            subject = back == 0 or (back == 1 and other is mentions[0])
            meant = other.kind in kinds and (other.kind != "REF" or subject)
            if _AGAINST.search(text, max(0, other.start - _LIST_BACK), other.start):
                continue
            acts = _ACTS.match(text, other.end) is not None
            before = other.start < mention.start
            vague = other.kind == "NAME" and _is_elsewhere(other, mentions[0], text)
            if meant and before and not acts and not vague and agrees(mention.name, other, text):
                return other
    return None


def _is_elsewhere(name: Mention, first: Mention, text: str) -> bool:
    """True for a name of no known sort that is not spoken of: behind a preposition, or bare."""
    first_word = fold(name.name).split()[0]
    if first_word in folded("feminine_names") or first_word in folded("masculine_names"):
        return False
    before = (max(0, name.start - _LOOKED_BACK), name.start)
    told = name is first or _ARTICLE.search(text, *before) is not None
    return not told or _GOVERNED.search(text, *before) is not None


def agrees(form: str, other: Mention, text: str) -> bool:
    """True if the pronoun may stand for a name: by its article, or by a person's first name."""
    if form == _COUNTRY:
        return other.kind == "PLACE"
    if form in ("los", "las") and other.kind == "GROUP" and _AND_OTHERS.match(text, other.end):
        return True
    if form in ("los", "las") and _ITS_PEOPLE.search(text, max(0, other.start - 40), other.start):
        return True  # "los chilenos del Frente"
    words = fold(other.name).split()
    found = _ARTICLE.search(text, max(0, other.start - 5), other.start)
    article = fold(found[1]) if found else words[0]
    if article in _PRONOUN_OF:
        plural = _PRONOUN_OF[article] in ("los", "las")
        return (form == "les") == plural if form in ("le", "les") else form == _PRONOUN_OF[article]
    if other.kind in ("PERSON", "OFFICIAL"):
        if form == "la":
            return words[0] in folded("feminine_names")
        return words[0] not in folded("feminine_names") and form in ("lo", "le")
    return form in ("la", "lo", "le") or other.kind == "GROUP"


def unsaid(tokens: Sequence[Token], at: int) -> Token:
    """Whom a passive participle without a subject is about: "había sido incluida"."""
    ending = tokens[at].norm[-2:]
    form = {"as": "las", "os": "los"}.get(ending, "la" if ending[-1:] == "a" else "lo")
    return _as_party(tokens[at]._replace(end=tokens[at].start), form)


def _as_party(token: Token, form: str) -> Token:
    return Token(CLITIC, token.start, token.end, "", Mention(CLITIC, token.start, token.end, form))
