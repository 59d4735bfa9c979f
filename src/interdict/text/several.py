"""Several names written into one field: `A/B`, `A a.k.a. B`, and `A (B)` where B is short for A.

Lists, registers and payments do so. Each of the names is a name of the party.
"""

from __future__ import annotations

import re

from interdict.text.called import is_business
from interdict.text.countries import country_code, is_known
from interdict.text.normalize import fold

_KNOWN_AS = re.compile(
    r"""[\s,;(]+(?:a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|n\.?\s?k\.?\s?a\.?|d\.?\s?b\.?\s?a\.?
    |a/k/a|f/k/a|n/k/a|d/b/a|t/a|(?:also\s|formerly\s|better\s|now\s)?known\sas|formerly|alias
    |trading\sas|doing\sbusiness\sas|n[eé]e)[:.,]?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Links of two names. `formerly` and its like, too: a party is searched by former names."""

_SLASH = re.compile(r"(?<=[^\W\d_]{2})\s*/\s*(?=[^\W\d_]{2})|\s+/\s+|\s*;\s+")
"""A stroke between words; that of `M/V`, `A/S` and `c/o` stands between letters."""

_BRACKETS = re.compile(r"\(\s*([^()]{2,12}?)\s*\)")
_SHORTEST = 3


def names_within(text: str) -> tuple[str, ...]:
    """The names that one text holds; empty if it is one name alone."""
    for link in (_KNOWN_AS, _SLASH):
        parts = [part.strip(" ,;()") for part in link.split(text)]
        if len(parts) > 1 and all(_is_name(part) for part in parts):
            return tuple(parts)
    return ()


def without_own_abbreviation(text: str) -> str:
    """`Artavil Dunarea Holding (ADH)` without what is in brackets; other texts as they are.

    Only for capitals that the name itself has in that order, from its first one on: countries
    and places in brackets tell firms of one group apart.
    """

    def kept(found: re.Match[str]) -> str:
        rest = text[: found.start()] + text[found.end() :]
        return " " if _is_short_for(found.group(1), rest) else found.group()

    return " ".join(_BRACKETS.sub(kept, text).split()) if "(" in text else text


def _is_name(part: str) -> bool:
    """True for a part that could name somebody: not `Import` of `Import/Export`."""
    words = fold(part).split()
    return any(len(word) >= _SHORTEST and not is_business(word) for word in words)


def _is_short_for(letters: str, name: str) -> bool:
    bare = fold(letters).replace(" ", "").replace("-", "")
    if not bare.isalpha() or not letters[0].isupper() or is_known(country_code(letters)):
        return False
    words = fold(name).split()
    if not words or bare[0] not in {word[0] for word in words} or bare in words:
        return False
    return _in_order(bare, "".join(word[:1] for word in words)) or (
        bare[0] == words[0][0] and letters.isupper() and _in_order(bare, "".join(words))
    )


def _in_order(letters: str, text: str) -> bool:
    """True if a text has the letters in that order, with others between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
