"""Countries that are the last word of a name: "the Quay Workers' Party of Peru (QWPP)".

A country ends a name elsewhere ("the army of Peru"). Here the initials in parentheses say that it
belongs to it, and the country is no place of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from interdict.claims.mention import Mention
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import shapes

_INITIALS = re.compile(r"\s?\((?P<letters>[A-Z][A-Za-z-]*[A-Z])\)")
_STATE = frozenset("police policia armed armadas naval marina aerea guardia".split())
"""Words of what belongs to a state, and is no group for having initials."""


def without_countries_in_names(
    text: str, words: Sequence[Word], mentions: list[Mention]
) -> list[Mention]:
    """The mentions of a sentence without the countries that a name in it ends in."""
    if not any(_initials_behind(text, mention) for mention in mentions):
        return mentions
    return [mention for mention in mentions if not _ends_name(text, words, mention)]


def _initials_behind(text: str, mention: Mention) -> re.Match[str] | None:
    return _INITIALS.match(text, mention.end) if mention.kind == "PLACE" else None


def _ends_name(text: str, words: Sequence[Word], place: Mention) -> bool:
    found = _initials_behind(text, place)
    if found is None:
        return False
    wanted = [letter for letter in found["letters"] if letter.isupper()]
    at = bisect_left(words, place.start, key=lambda word: word.start)
    had = [text[place.start]]
    while at > 0 and len(had) < len(wanted):
        at -= 1
        word = words[at]
        if word.capital:
            if word.norm in _STATE or word.norm in shapes().not_group | shapes().state_bodies:
                return False
            had.append(word.text[0])
        elif word.text not in shapes().connectors and word.text not in ("the", "y", "and", "'s"):
            return False
    return len(wanted) > 2 and had[::-1] == wanted
