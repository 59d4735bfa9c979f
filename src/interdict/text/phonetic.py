"""How alike romanised words sound, whatever hand romanised them.

`sound_key` is made for words in Latin letters: one key for the spellings of one name in
English, French, German, Polish or Turkish letters, in passports and on lists. `coarse_keys` is
made for words romanised from a script that does not write all sounds (Arabic, Hebrew, Hangul,
kana, Han): consonants by place of articulation, no vowels; it brings more false company and
wants `sound_distance` behind it. All take folded words (`normalize.fold`).

Not English Metaphone: names of lists are spelt by many languages' rules, so a rule stands here
only if it holds for most of them. `docs/names.md` gives figures.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from interdict.text.sounds import SOUNDS, VOWELS, sounds_of

if TYPE_CHECKING:
    import numpy.typing as npt

FARTHEST = 40
"""Distance in sound up to which a word out of another script may be another one."""

_KEY_CLASSES = str.maketrans({"g": "k", "G": "k", "z": "s", "C": "S", "H": "h", "y": "J"})
_FIRST_VOWEL = str.maketrans("aeiou", "AAAOO")
_LAST_VOWEL = str.maketrans("aeiou", "aiioo")

_COARSE_CLASSES = str.maketrans(
    {
        **dict.fromkeys("pbfv", "P"),
        **dict.fromkeys("td", "T"),
        **dict.fromkeys("kgGH", "K"),
        **dict.fromkeys("szSCJ", "S"),
        **dict.fromkeys("lrL", "L"),
        "m": "M",
        "n": "N",
        **dict.fromkeys("hyaeiouR"),
    }
)
_SILENT_J = "J"


@lru_cache(maxsize=65536)
def sound_key(token: str) -> str:
    """One key for the usual spellings of one name; the word itself if short or with a digit.

    The first vowel counts as rounded or not, a last one as a, i or o, those between not at
    all: `mohammed` and `muhammad` meet, `hassan` and `hussein` do not.
    """
    if len(token) < 3 or not token.isalpha():
        return token
    sounds = sounds_of(token).translate(_KEY_CLASSES)
    if len(sounds) > 2 and sounds[-1] in "eh":
        sounds = sounds[:-1]  # Abdallah, Alexandre: not spoken, or not by all
    places = [at for at, sound in enumerate(sounds) if sound in VOWELS]
    if not places:
        return sounds
    first, last = places[0], len(sounds) - 1
    kept = []
    for at, sound in enumerate(sounds):
        if at == first:
            kept.append(sound.translate(_FIRST_VOWEL))
        elif sound not in VOWELS:
            if not (kept and kept[-1] == sound):
                kept.append(sound)
        elif at == last:
            kept.append(sound.translate(_LAST_VOWEL))
    return "".join(kept)


@lru_cache(maxsize=65536)
def coarse_keys(token: str) -> tuple[str, ...]:
    """One or two keys of place of articulation; the second reads j as the y of Jan.

    The word itself if short or with a digit. Vowels and h count for nothing, so `kim` and
    `gam` meet: for candidates only.
    """
    if len(token) < 2 or not token.isalpha():
        return (token,)
    sounds = sounds_of(token)
    keys = [_coarse(sounds)]
    if _SILENT_J in sounds:
        keys.append(_coarse(sounds.replace(_SILENT_J, "")))
    return tuple(dict.fromkeys(keys))


def _coarse(sounds: str) -> str:
    return places_of(sounds) or "-"


def places_of(sounds: str) -> str:
    """The places of articulation of sounds, vowels and repeats left out: a coarse key."""
    key = ""
    for sound in sounds.translate(_COARSE_CLASSES):
        if not key.endswith(sound):
            key += sound
    return key


_CONSONANT = 100
_VOWEL = 40
_ALIKE = {
    20: "kg kG gG sz hH SC",
    30: "fv bv",
    35: "vo vu yi",
    45: "sS sC zS zC pf zJ Jy JC HC GH kH SJ CJ hG gJ yS tC",
    40: "pb td lr",
    50: "sJ gH JH kC hf",
    60: "pv mn bf tz ds dz hk ts st",
}
"""What it costs to take one sound for another; 100 where nothing is said."""
_VOWELS_ALIKE = {10: "ou ei ae", 20: "ai ao eo eu iu au io"}
_IN_DOUBT = {8: "Ll Lr", 30: "Rr", 45: "Rl"}
_DROPPED = {**dict.fromkeys("aeiou", 16), "h": 30, "H": 80, "y": 25, "G": 70, "v": 80, "R": 8}
"""What it costs to leave a sound out; 100 where nothing is said."""


def _pair_costs() -> dict[str, int]:
    costs = {}
    for table in (_ALIKE, _VOWELS_ALIKE, _IN_DOUBT):
        for cost, pairs in table.items():
            for pair in pairs.split():
                costs[pair] = costs[pair[::-1]] = cost
    return costs


_PAIR_COST = _pair_costs()


def sound_distance(left: str, right: str) -> int:
    """How unlike two folded words sound: 0 the same, 100 nothing in common.

    The least cost of turning one string of sounds into the other, in percent of the weight of
    the heavier one. Symmetric; not a metric. Words with digits are equal or 100 apart.
    """
    if left == right:
        return 0
    if not (left.isalpha() and right.isalpha()):
        return 100
    return _distance(*sorted((left, right)))


@lru_cache(maxsize=65536)
def _distance(left: str, right: str) -> int:
    one, two = sounds_of(left), sounds_of(right)
    row = [0]
    for sound in two:
        row.append(row[-1] + _DROPPED.get(sound, 100))
    for sound in one:
        dropped = _DROPPED.get(sound, 100)
        above, row = row, [row[0] + dropped]
        for at, other in enumerate(two):
            cost = 0 if sound == other else _PAIR_COST.get(sound + other, 120)
            row.append(
                min(
                    above[at] + cost,
                    above[at + 1] + dropped,
                    row[at] + _DROPPED.get(other, 100),
                )
            )
    weight = max(_weight(one), _weight(two))
    return min(100, round(100 * row[-1] / weight))


def _weight(sounds: str) -> int:
    return sum(map(_weight_of, sounds)) or 1


def _weight_of(sound: str) -> int:
    if sound == "R":
        return 0  # a word is no longer for an r that it may not have
    return _VOWEL if sound in VOWELS else _CONSONANT


@cache
def sound_costs() -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """What `sound_distance` reckons with, by the number of a sound (its place in `SOUNDS` + 1).

    The cost of one sound for another, that of leaving one out, and the weight of each. The
    number 0 is no sound: leaving it out costs nothing, and it stands for nothing but itself.
    """
    import numpy as np  # text needs it here alone

    n = len(SOUNDS) + 1
    taken = np.full((n, n), 10_000, dtype=np.int16)
    dropped = np.zeros(n, dtype=np.int64)
    weight = np.zeros(n, dtype=np.int64)
    for at, one in enumerate(SOUNDS, 1):
        dropped[at] = _DROPPED.get(one, 100)
        weight[at] = _weight_of(one)
        for to, other in enumerate(SOUNDS, 1):
            taken[at, to] = 0 if one == other else _PAIR_COST.get(one + other, 120)
    return taken, dropped, weight
