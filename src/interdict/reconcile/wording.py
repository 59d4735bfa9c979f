"""The words of a phrase that carry its content, in a form in which phrases can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from interdict.text.normalize import fold

_FUNCTION_WORDS = frozenset(
    """
    a an the this that these those of in on at to from by with for into over under as and or but
    nor not no is are was were be been being am has have had having do does did will would can
    could may might must shall should it its he she they them his her their we us our you your i
    who whom which what when where if than then so such also just only very more most any some
    all other another there here about up out s t re ve ll d m said says say saying told tell
    added according one new like wants want wanted
    """.split()
)
"""Words that any sentence can hold; wanting and liking are how people speak of what they do."""

_ENDINGS = ("ations", "ation", "ingly", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")

_QUOTED = re.compile('[“"]([^“”"]*)[”"]?')


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """The folded words of a text without function words, numbers kept, endings taken off."""
    return frozenset(stem(word) for word in fold(text).split() if word not in _FUNCTION_WORDS)


def stem(word: str) -> str:
    """A word without its commonest English endings; at least four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of the smaller set that the other holds; 0 if either is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def quoted(text: str) -> str:
    """What stands between quotation marks in a text, joined; the text itself if there are none."""
    found = [piece.strip() for piece in _QUOTED.findall(text.replace("„", "“"))]
    return " ".join(piece for piece in found if piece) or text
