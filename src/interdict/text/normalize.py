"""Text to the plain form in which names are compared: `a-z`, `0-9` and single spaces.

Case, accents, punctuation and script are taken away here, once, for the listed and the
asked name alike; nothing that tells two names apart by sound is. Names in other scripts have
several romanisations: `folded_forms` gives them, `fold` the first.
"""

from __future__ import annotations

from functools import lru_cache

from interdict.text.latin import plain_words, without_accents

_KEPT = 8_192
"""So many texts are remembered: a name is folded more than once on its way, a title in each row."""


def fold(text: str) -> str:
    """The comparable form of a name: lower-case ASCII words, one space between them.

    `NICOLÁS Maduro-Moros` gives `nicolas maduro moros`; other scripts are given in their
    likeliest romanisation. Idempotent. Empty if the text holds no letter and no digit.
    """
    return folded_forms(text)[0]


@lru_cache(maxsize=_KEPT)
def folded_forms(text: str) -> tuple[str, ...]:
    """One to four comparable forms of a name, best first: several only out of other scripts."""
    if text.isascii():
        return (plain_words(text),)
    plain = without_accents(text)
    if plain.isascii():
        return (plain_words(plain),)
    # The tables of other scripts are read only where another script is present.
    from interdict.text.romanise import romanisations

    return romanisations(text)


def is_foreign(text: str) -> bool:
    """True if a text holds letters of another script than Latin."""
    return not text.isascii() and not without_accents(text).isascii()
