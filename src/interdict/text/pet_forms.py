"""Pet forms of given names by the way they are made, where no table has them.

English and its neighbours shorten a name to its beginning or its end and may add -y or -ie to
it: Rich and Richie, Ron and Ronnie out of Aaron, Barry out of Barrington. What tables know
(`nicknames`) is surer; this is a guess, for names that agree in all else.

Source: own observation of English usage; the mechanism is described in grammars as clipping
with a diminutive ending.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"(?:ie|ey|ee|y|i)$")
_SHORTEST, _SHORTEST_WITH_ENDING = 3, 2
_VOWELS = frozenset("aeiouy")


def is_pet_form(short: str, full: str) -> bool:
    """True if a folded given name is a longer one cut short, with a diminutive ending or without.

    The stem without its ending begins or ends the full name; a stem of two letters needs an
    ending and begins it (Eddie, Edward).
    """
    if len(short) < _SHORTEST or not (short.isalpha() and full.isalpha()):
        return False
    if len(short) < len(full) and (full.startswith(short) or full.endswith(short)):
        return True
    stem = _ENDING.sub("", short)
    if stem == short or stem[-1:] in _VOWELS:
        return False
    if stem[-1:] == stem[-2:-1]:
        single = stem[:-1]
        return _is_part(single, full) or _is_part(stem, full)
    return _is_part(stem, full)


def _is_part(stem: str, full: str) -> bool:
    if len(stem) >= len(full) - 1 or len(stem) < _SHORTEST_WITH_ENDING:
        return False
    return full.startswith(stem) or (len(stem) >= _SHORTEST and full.endswith(stem))
