"""Whether people are called by a word, women alone or men alone; and words that call nobody.

The tables are no register: a word that they lack may be a name all the same.
"""

from __future__ import annotations

from interdict.text.equivalence import equivalents
from interdict.text.tables import words_of

_BUSINESS = "business_words.txt"
_PEOPLE, _WOMEN, _MEN = "names_in_use.txt", "names_of_women.txt", "names_of_men.txt"


def is_business(word: str) -> bool:
    """True for a folded word that says what kind of business a name is of, and hardly who it is."""
    return word in words_of(_BUSINESS)


def is_name(word: str) -> bool:
    """True for a folded word that is somebody's given or family name."""
    return any(word in words_of(file) for file in (_PEOPLE, _WOMEN, _MEN))


def are_of_two_genders(left: str, right: str) -> bool:
    """True for the given name of a woman beside that of a man: Michelle, Michael.

    False for forms of one name, like Sasha and Alexander.
    """
    women, men = words_of(_WOMEN), words_of(_MEN)
    if not ((left in women and right in men) or (left in men and right in women)):
        return False
    return all(word != right for word, _ in equivalents(left))
