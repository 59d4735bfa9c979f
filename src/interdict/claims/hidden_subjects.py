"""Subjects of verbs of saying that do not stand before them: left out, behind, before "who"."""

from __future__ import annotations

import re

from interdict.claims.noun_phrases import Phrase, is_person_phrase, phrase_after, phrase_ending_at
from interdict.claims.speech_tags import Tag
from interdict.claims.speech_words import abroad_verbs


def inverted_at(text: str, match: re.Match[str]) -> Tag | None:
    """ ", says the human rights office." at the end of what it says."""
    at, verb = match.start(), match[0].lower()
    if verb not in _INVERTED or text[at - 2 : at] != ", ":
        return None
    phrase = phrase_after(text, match.end() + 1, len(text))
    if (
        phrase is None
        or phrase.start > match.end() + 5
        or text[phrase.end : phrase.end + 1] not in ",.;"
    ):
        return None
    return Tag(phrase, at, phrase.end, at, match.end(), verb)


_INVERTED = frozenset("says said reckons reckoned argues argued warns warned notes noted".split())


def without_subject(text: str, low: int, match: re.Match[str]) -> Tag | None:
    """A verb without its subject, where a language may leave it out.

    It opens its sentence ("Añadió que ..."), alone or behind what is set before it by a comma:
    "Preguntado por la huelga, respondió que ...", "Por su parte, dijo que ...". Between commas it
    goes on with whoever spoke last.
    """
    verb = match[0].lower()
    if verb not in abroad_verbs():
        return None
    if text.endswith(", ", 0, match.start()) and text.startswith(",", match.end()):
        phrase = Phrase("text", *match.span(), verb)  # "Ambos grupos, añadió, son ..."
        return Tag(phrase, match.start(), match.end(), *match.span(), verb)
    if _THAT_FOLLOWS.match(text, match.end()) is None:
        return None
    before = text[low : match.start()]
    if _ALONE.search(before) is None or _NAMED_BESIDE.search(before):
        return None
    return dropped_tag(match, verb)


def dropped_tag(match: re.Match[str], verb: str) -> Tag:
    """The tag of a verb whose subject is left out."""
    return Tag(Phrase("dropped", *match.span(), verb), *match.span(), *match.span(), verb)


_DAYS = r"(?:pasado\s)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
_FRONTED = (
    r"(?:[A-ZÁÉÍÓÚ]\w+(?:ad|id)[oa]s?|Por|Para|En|Tras|Ante|Sobre|Al|A|Ayer|Hoy|Además|También"
    r"|Asimismo|Así|Después|Luego|Sin|Con|Durante|Según|Em|Dans|Selon|Interrog[ée]e?)\b"
)
_ALONE = re.compile(
    rf"(?:^|[.!?·»”\"\n]\s+)\W{{0,2}}(?:(?:El|Este|Ayer|Hoy)\s(?:{_DAYS})\s|{_FRONTED}[^.;:!?·\n]{{0,120}},\s+"
    r"(?:también\s|además\s|le\s|les\s|se\s)?"
    r"|(?:También\s|Además\s|Asimismo,?\s|Luego\s|Después\s|Y\s)?(?:ha\s|le\s|les\s)?)$",
)
_NAMED_BESIDE = re.compile(
    r"\b(?:el|la)\s[^.,;:]{3,80},\s[A-ZÁÉÍÓÚÑ][\w’'-]+(?:\s(?:de\s|del\s|la\s)?[A-ZÁÉÍÓÚÑ][\w’'-]+){1,3},\s$"
)
"""Whoever is named beside an office before the verb: "el ministro, Juan Luna, dijo"."""
_THAT_FOLLOWS = re.compile(r"\s(?:[^.,;:·\n]{0,60}?\s)?(?:que|qu['’])[\s«“\"·]|\s?:\s")


def of_relative(text: str, start: int, match: re.Match[str]) -> Tag | None:
    """ "Quist, the minister who once *called* it": the one whom the relative clause is about."""
    who = _WHO.search(text, max(start, match.start() - 60), match.start())
    if who is None:
        return None
    phrase = phrase_ending_at(text, start, who.start())
    if phrase is not None and phrase.kind == "role" and text[: phrase.start].endswith(", "):
        named = phrase_ending_at(text, start, phrase.start - 2)
        phrase = named if named is not None and is_person_phrase(named) else phrase
    if phrase is None or not is_person_phrase(phrase):
        return None
    return Tag(phrase, phrase.start, match.end(), *match.span(), match[0].lower())


_WHO = re.compile(r",?\s(?:who|quien)\s(?:\w+\s){0,2}$")
