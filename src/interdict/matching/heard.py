"""Listed words that sound like a word read out of another script.

No reading has all vowels and sounds of the original, so letters and exact sounds find too little
there. Every listed word is kept as the places of articulation of its consonants
(`phonetic.places_of`), with one of them left out, from `TWO_FROM` on with two; an asked word
likewise. Words that share such a form are compared sound by sound
(`phonetic.sound_distance`, here for columns of pairs).

An asked word that has close company on the list hardly means what is farther off: the likeness
of a listed word falls with the number of those that sound nearer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

import numpy as np

from interdict.matching.arrays import Array, distinct, distinct_pairs, packed, spread
from interdict.matching.similarity import EQUAL, INITIAL, NEARLY
from interdict.text.normalize import is_foreign
from interdict.text.phonetic import FARTHEST, places_of, sound_costs
from interdict.text.sounds import SOUNDS, sounds_of

SHORTEST = 3
"""Letters below which a word is not looked for by sound."""

_LONGEST_KEY = 16
ONE_FROM = 3
BOTH_FROM = 4
TWO_FROM = 5
_SYLLABLE = re.compile("[bcdfghjklmnpqrstwxyz]{0,2}[aeiouwy]{1,3}(?:ng|[klmnprt])?$")
_BY_SYLLABLE = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
_HAN, _HANGUL, _HIRAGANA = "\u3400-\u9fff", "\uac00-\ud7a3", "\u3041-\u309f"
_PART = f"(?:[{_HAN}{_HANGUL}]{{1,2}}|[{_HAN}{_HIRAGANA}]*[{_HIRAGANA}]+)"
_AT_HOME = rf"[{_HAN}]{{1,3}}|{_PART}(?:\s+{_PART})+"
"""Names as the countries of these scripts give them: parts of two characters at most, or in the
letters that Japanese keeps for its own words. What comes from abroad is spelt out at length.
A text: ranges of so many characters take long to compile, and few names need it."""
BITS = 3
_PLACES = "PTKSLMN"
_CODE = {place: at + 1 for at, place in enumerate(_PLACES)}
SWAPS = {
    _CODE[place]: [_CODE[other] for other in others]
    for place, others in {"T": "S", "S": "TK", "K": "S", "M": "N", "N": "M"}.items()
}
"""Places that scripts write for one another: th as s or t, ch as t, g as j, n before m."""

_SOUND = {sound: at + 1 for at, sound in enumerate(SOUNDS)}
_TOGETHER = 8_192
"""Pairs that are compared at once."""

_LONGEST_ORDERED = 255
"""Sounds from which words are not put in order of their length before they are compared."""

FAR_COSTS = 95
"""Percent of its distance in sound that a listed word loses: two words of a name that are both
somewhat off are another name more often than one that is far off beside one that is not."""

CROWD = 5
"""Percent that a listed word loses for each doubling of those that sound nearer: 1, 3, 7, ..."""

MARGIN = 4
"""How much nearer another word has to sound to count as company."""

MOST_CROWDED = 24

LEAST = 42
"""Percent of likeness from which a word counts: below it names agree by chance."""


def heard_arrays(words: Sequence[str], posted: Array) -> dict[str, Array]:
    """The tables of an index: coarse forms to sounds, and the words that sound so.

    Words that sound alike stand there as one. The sounds are in the order of their letters, so
    that those beside each other begin alike.

    Args:
        words: all words, by number.
        posted: the numbers of those that name somebody.
    """
    of_sounds: dict[str, list[int]] = {}
    for at in posted.tolist():
        if is_heard(words[at]):
            of_sounds.setdefault(sounds_of(words[at]), []).append(at)
    every = sorted(of_sounds)
    keys, of = _forms(every)
    arrays: dict[str, Array] = {}
    arrays["heard_key"], arrays["heard_sound"] = distinct_pairs(keys, of.astype(np.uint32))
    arrays["heard_bytes"], arrays["heard_offsets"] = packed(every)
    sounding = [of_sounds[sounds] for sounds in every]
    arrays["heard_word"] = np.array([at for some in sounding for at in some], dtype=np.uint32)
    ends = np.cumsum([0, *map(len, sounding)])
    arrays["heard_word_offsets"] = ends.astype(np.uint32)
    return arrays


def sounds_count(text: str, words: Sequence[str]) -> bool:
    """True if a name is in another script, and words that sound near its own may stand for them.

    Not for the names of Koreans, Chinese and Japanese, which are read syllable by syllable: there
    each vowel makes another name, and all of them are written.
    """
    if not is_foreign(text):
        return False
    if not _BY_SYLLABLE.search(text):
        return True
    at_home = re.fullmatch(_AT_HOME, text) or all(_SYLLABLE.match(word) for word in words)
    return not at_home


def heard(words: Sequence[str], arrays: Mapping[str, Array]) -> tuple[Array, Array, Array]:
    """(place in `words`, listed word, percent) of listed words that sound near.

    Every listed word that shares a form with an asked one and is not farther than
    `phonetic.FARTHEST`, less what its company costs it. Places rise; the words of one are in the
    order of their sounds.
    """
    places = [at for at, word in enumerate(words) if is_heard(word)]
    keys, of = _sought([words[at] for at in places])
    table = arrays["heard_key"]
    if not len(keys) or not len(table):
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, nothing
    start = np.searchsorted(table, keys, side="left")
    end = np.searchsorted(table, keys, side="right")
    found, row = spread(start, end)
    asked = np.array(places, dtype=np.int64)[of[row]]
    pairs = distinct(asked << 32 | arrays["heard_sound"][found].astype(np.int64))
    asked, sounds = pairs >> 32, pairs & 0xFFFFFFFF
    far = _distances(words, asked, sounds, arrays)
    near = np.flatnonzero(far <= FARTHEST)
    offsets = arrays["heard_word_offsets"]
    found, row = spread(offsets[sounds[near]], offsets[sounds[near] + 1])
    asked, far, listed = asked[near][row], far[near][row], arrays["heard_word"][found]
    likeness = np.minimum(NEARLY, EQUAL - far * FAR_COSTS // 100 - _company(asked, far))
    likeness -= likeness == INITIAL  # which is what initials have, and they alone
    like = np.flatnonzero(likeness >= LEAST)
    return asked[like], listed[like].astype(np.int64), likeness[like]


def _company(asked: Array, far: Array) -> Array:
    """What it costs a listed word that others sound nearer to the asked one."""
    order = np.lexsort((far, asked))
    group, distance = asked[order], far[order]
    first = np.searchsorted(group, group, side="left")
    key = group << 8 | distance + 100
    nearer = np.searchsorted(key, key - (MARGIN - 1), side="left") - first
    result = np.empty(len(asked), dtype=np.int64)
    result[order] = company_costs(nearer)
    return result


def company_costs(n_nearer: Array) -> Array:
    """What so many words cost that sound nearer."""
    cost = np.floor(CROWD * np.log2(1 + n_nearer))
    result: Array = np.minimum(MOST_CROWDED, cost).astype(np.int64)
    return result


def is_heard(word: str) -> bool:
    """True for words of letters alone that are long enough to be looked for by sound."""
    return len(word) >= SHORTEST and word.isalpha()


def _forms(every: Sequence[str]) -> tuple[Array, Array]:
    """The forms under which sounds are kept, as numbers, and the place of the sounds of each."""
    keys: list[int] = []
    of: list[int] = []
    for at, sounds in enumerate(every):
        for form, _, n_left_out in _shortened(codes(sounds)):
            keys.append(form << 1 | (n_left_out > 0))
            of.append(at)
    return np.array(keys, dtype=np.uint64), np.array(of, dtype=np.int64)


def _sought(words: Sequence[str]) -> tuple[Array, Array]:
    """The forms under which words are sought: each as a whole key and as a shortened one.

    Two shortened keys that meet are one place apart; of three places that is too much, but for
    places that stand for one another (`SWAPS`).
    """
    keys: list[int] = []
    of: list[int] = []
    for at, word in enumerate(words):
        own = codes(sounds_of(word))
        for form in _swapped(own):
            keys.append(form << 1)
            of.append(at)
        for form, length, n_left_out in _shortened(own):
            keys.append(form << 1)
            of.append(at)
            if not n_left_out or length >= BOTH_FROM:
                keys.append(form << 1 | 1)
                of.append(at)
    return np.array(keys, dtype=np.uint64), np.array(of, dtype=np.int64)


def codes(sounds: str) -> list[int]:
    """The places of articulation of the consonants among sounds, as numbers from 1."""
    return [_CODE[place] for place in places_of(sounds)[:_LONGEST_KEY]]


def _number(codes: Sequence[int]) -> int:
    number = 0
    for code in codes:
        number = number << BITS | code
    return number


def _swapped(own: Sequence[int]) -> set[int]:
    """The coarse key of a word with one place for another that may stand for it."""
    return {
        _number([*own[:at], other, *own[at + 1 :]])
        for at, code in enumerate(own)
        for other in SWAPS.get(code, ())
    }


def _shortened(own: Sequence[int]) -> set[tuple[int, int, int]]:
    """The coarse key of a word, whole and with places left out: number, length, places less."""
    most = 0 if len(own) < ONE_FROM else 1 if len(own) < TWO_FROM else 2
    forms = set()
    for n_left_out in range(most + 1):
        for left_out in combinations(range(len(own)), n_left_out):
            kept = [code for place, code in enumerate(own) if place not in left_out]
            forms.add((_number(kept), len(kept), n_left_out))
    return forms


def _distances(
    words: Sequence[str], asked: Array, listed: Array, arrays: Mapping[str, Array]
) -> Array:
    """`phonetic.sound_distance` of each pair of an asked word and sounds of the list."""
    own = dict.fromkeys(asked.tolist())
    texts = packed([sounds_of(words[at]) for at in own])
    places = np.zeros(len(words), dtype=np.int64)
    places[list(own)] = np.arange(len(own))
    listed_texts = arrays["heard_bytes"], arrays["heard_offsets"]
    offsets = arrays["heard_offsets"]
    size = np.minimum(offsets[listed + 1] - offsets[listed], _LONGEST_ORDERED)
    order = np.argsort(size.astype(np.uint8), kind="stable")  # bytes are sorted by counting
    result = np.empty(len(asked), dtype=np.int64)
    for start in range(0, len(order), _TOGETHER):
        some = order[start : start + _TOGETHER]
        left = _columns(places[asked[some]], *texts)
        result[some] = _compared(left, _columns(listed[some], *listed_texts))
    return result


def _columns(numbers: Array, blob: Array, offsets: Array) -> Array:
    """The sounds of words by number, a column each; 0 behind the last one.

    Place by place: words that are compared at once are about as long as each other.
    """
    start = offsets[numbers].astype(np.int64)
    size = offsets[numbers + 1].astype(np.int64) - start
    columns = np.zeros((int(size.max(initial=0)), len(numbers)), dtype=np.int64)
    for at, column in enumerate(columns):
        sounds = sound_codes(blob.take(start + at, mode="clip"))
        np.multiply(sounds, size > at, out=column)
    return columns


def sound_codes(blob: Array) -> Array:
    """The numbers of sounds, given as bytes."""
    codes: Array = _code_of_byte().take(blob)
    return codes


@cache
def _code_of_byte() -> Array:
    code = np.zeros(256, dtype=np.int64)
    for sound, number in _SOUND.items():
        code[ord(sound)] = number
    return code


def _compared(left: Array, right: Array) -> Array:
    """The dynamic programme of `phonetic.sound_distance`, for all pairs of columns at once.

    Behind the last sound of a word stands 0, which costs nothing to leave out.
    """
    taken, dropped, weight = sound_costs()
    heaviest = np.maximum(weight[left].sum(axis=0), weight[right].sum(axis=0))
    taken, dropped = taken.ravel(), dropped.astype(np.int16)
    loss = dropped.take(right)
    row = np.zeros((len(right) + 1, left.shape[1]), dtype=np.int16)
    for at in range(len(loss)):
        np.add(row[at], loss[at], out=row[at + 1])
    for sound in left:
        swapped = taken.take(sound * (len(SOUNDS) + 1) + right)
        swapped += row[:-1]
        row += dropped.take(sound)
        np.minimum(row[1:], swapped, out=row[1:])
        for at in range(len(loss)):
            np.minimum(row[at + 1], row[at] + loss[at], out=row[at + 1])
    result: Array = np.minimum(100, np.rint(100.0 * row[-1] / np.maximum(heaviest, 1)))
    return result.astype(np.int64)
