"""Countries that are the last word of a name: "the Quay Workers' Party of Peru (QWPP)".

A country ends a name elsewhere ("the army of Peru"). Here the initials say that it belongs to it,
those in parentheses or, of a name that no small word joins, those that the text uses anywhere;
the country is then no place of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from interdict.claims.mention import Mention
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import shapes

_INITIALS = re.compile(r"(?:\s?\(|,\s(?:or|o)\s(?:the\s|el\s)?)(?P<letters>[A-Z][A-Za-z-]*[A-Z])\b")
_LETTERS = re.compile(r"\b[A-Z]{3,6}\b")
_FIRMS = frozenset("bank company corporation airlines banco".split())
"""Words of firms, which may be listed as groups are."""
_STATE = frozenset("police policia armed armadas naval marina aerea guardia".split())
"""Words of what belongs to a state, and is no group for having initials."""


def without_countries_in_names(
    text: str, words: Sequence[Word], mentions: list[Mention], known: frozenset[str]
) -> list[Mention]:
    """The mentions of a sentence without the countries that a name in it ends in.

    `known` are the initials that the document uses (`initials_in`).
    """
    places = [mention for mention in mentions if mention.kind == "PLACE"]
    parts = {place.start for place in places if _ends_name(text, words, place, known)}
    return [mention for mention in mentions if mention.start not in parts] if parts else mentions


def initials_in(text: str) -> frozenset[str]:
    """The words of a text that may be initials: three to six capitals."""
    return frozenset(_LETTERS.findall(text))


def _ends_name(text: str, words: Sequence[Word], place: Mention, known: frozenset[str]) -> bool:
    at = bisect_left(words, place.start, key=lambda word: word.start)
    found = _INITIALS.match(text, place.end)
    if found is None:
        return _initials_beside(words, at) in known
    wanted = [letter for letter in found["letters"] if letter.isupper()]
    had = [text[place.start]]
    while at > 0 and len(had) < len(wanted):
        at -= 1
        word = words[at]
        if word.capital:
            if _is_of_state(word):
                return False
            had.append(word.text[0])
        elif word.text not in shapes().connectors and word.text not in ("the", "y", "and", "'s"):
            return False
    return len(wanted) > 2 and had[::-1] == wanted


def _initials_beside(words: Sequence[Word], at: int) -> str:
    """Of the name that ends in the word at `at`, as far as nothing stands between its words."""
    letters = words[at].text[:1] if at < len(words) else ""
    while at > 0 and words[at - 1].capital and words[at].start - words[at - 1].end <= 1:
        at -= 1
        if _is_of_state(words[at]):
            return ""
        parts = [part for part in re.split("[-–]", words[at].text) if part]
        letters = "".join(part[0] for part in parts if part[0].isupper()) + letters
    return letters if len(letters) > 2 else ""


def _is_of_state(word: Word) -> bool:
    norm, known = word.norm, shapes()
    return norm not in _FIRMS and (
        norm in _STATE or norm in known.not_group or norm in known.state_bodies
    )
