"""Spelling to sounds: a folded word as a string with one character for each sound.

Consonants `p b f v t d k g s z m n r l h y`, with `S` for sh, `C` for ch, `J` for j and zh,
`H` for kh, `G` for gh; vowels `a e i o u`. Doubled sounds are written once. The spellings are
those that romanisations into English, French, German, Polish and Turkish letters use for the
same names; where languages disagree on a letter, the commonest use on lists stands.

Two more stand in readings of scripts that write less than was said (`scripts.han_foreign`): `L` is
l or r, `R` an r that may have been left out. They are spelt with letters that no name has.
"""

from __future__ import annotations

import re
from functools import lru_cache

SOUNDS = "pbfvtdkgszmnrlhySCJHGaeiouLR"
"""Every sound that a word of letters can hold."""

VOWELS = frozenset("aeiou")

L_OR_R, MAYBE_R = "lhr", "rhr"
"""How the sounds that are not known for sure are spelt."""

_SPELLINGS = {
    L_OR_R: "L", MAYBE_R: "R",
    "shch": "S", "tsch": "C", "dsch": "J", "tch": "C", "sch": "S", "dzh": "J", "dsh": "J",
    "sh": "S", "ch": "C", "cz": "C", "sz": "S", "zh": "J", "dj": "J", "dz": "z", "kh": "H",
    "gh": "G", "ph": "f", "th": "t", "dh": "d", "bh": "b", "rh": "r", "jh": "J", "ck": "k",
    "tz": "s", "ts": "s", "qu": "k", "oo": "u", "ou": "u", "ee": "i", "ii": "i", "iy": "i",
    "yi": "i", "yy": "i", "ij": "i", "x": "ks", "q": "k", "w": "v", "c": "k", "j": "J",
}  # fmt: skip
_SPELLING = re.compile(
    "|".join(
        [
            "(?P<soft>c(?=[eiy]))",
            "(?P<glide>(?<![a-z])[yij](?=[aou])|(?<=[aeiou])[yj](?=[aou]))",
            "(?P<ending>(?<=[oe])(?:ff|w)$)",
            "(?P<hiatus>(?<=a)(?:wou|woo|wu|ou|oo|vu)(?=d))",
            *sorted(_SPELLINGS, key=lambda spelling: (-len(spelling), spelling)),
            "y",
        ]
    )
)
_BY_GROUP = {"soft": "s", "glide": "y", "ending": "v", "hiatus": "vu"}
_REPEATED = re.compile(r"(.)\1+")
_JE = re.compile("^(?:ye|je(?=[lvw])|ie(?=[lv]))")


@lru_cache(maxsize=65536)
def sounds_of(token: str) -> str:
    """The sounds of a folded word, see the module; digits stand for themselves."""
    spelt = _JE.sub("e", token)
    return _REPEATED.sub(r"\1", _SPELLING.sub(_sound, spelt))


def without_doubts(token: str) -> str:
    """A reading as people may be shown it: l for what may be r, no r where none is written."""
    return token.replace(L_OR_R, "l").replace(MAYBE_R, "")


def _sound(found: re.Match[str]) -> str:
    if found.lastgroup is not None:
        return _BY_GROUP[found.lastgroup]
    return _SPELLINGS.get(found[0], "i")
