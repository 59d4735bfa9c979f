"""`matching.heard` in loops: one asked word after another, one listed string of sounds after
another."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import Number, Numbers

_BITS = 3
_FIRST_SIZE = 1_024
_BLOCK = 8
"""Marks that are looked at together: bytes of a number."""


@njit(cache=True, nogil=True)
def heard_words(words: Numbers, tables: Numbers, costs: Numbers, rules: Numbers) -> Any:
    """(place of the asked word, listed word, percent), as `matching.heard.heard` has them.

    Args:
        words: of the asked words their coarse codes with offsets, and the numbers of their sounds
            with offsets.
        tables: `heard_key`, `heard_sound`, the numbers of all listed sounds with offsets, their
            weights, `heard_word` with offsets, and the most sounds that a word has.
        costs: `phonetic.sound_costs`; what so many nearer words cost; the swaps of each code, 0
            behind the last.
        rules: `one_from`, `both_from`, `two_from`, `farthest`, `margin`, `least`, `far_costs`,
            `nearly`, `initial`.
    """
    codes, code_offsets, sounds, sound_offsets = words
    table, table_sound, _, listed_offsets, _, listed_word, word_offsets, _ = tables
    _, _, _, company, swaps = costs
    one_from, both_from, two_from, farthest, margin, least, far_costs, nearly, initial = rules
    found = np.empty((3, _FIRST_SIZE), dtype=np.int64)
    n_found = 0
    seen = np.zeros(-(-len(listed_offsets) // _BLOCK) * _BLOCK, dtype=np.bool_)
    met = np.empty(len(listed_offsets), dtype=np.int64)
    for at in range(len(code_offsets) - 1):
        own = codes[code_offsets[at] : code_offsets[at + 1]]
        keys = _keys(own, swaps, one_from, both_from, two_from)
        n_met = _met(keys, table, table_sound, seen, met)
        asked = sounds[sound_offsets[at] : sound_offsets[at + 1]]
        near, n_at = _near(asked, met[:n_met], tables, costs, farthest, margin, least, far_costs)
        for pair in near:
            far = pair & 0xFF
            percent = min(nearly, _percent(far, n_at, company, margin, far_costs))
            percent -= percent == initial  # which is what initials have, and they alone
            if percent < least:
                continue
            for row in range(word_offsets[pair >> 8], word_offsets[(pair >> 8) + 1]):
                if n_found == found.shape[1]:
                    found = np.concatenate((found, np.empty_like(found)), axis=1)
                found[0, n_found], found[1, n_found] = at, listed_word[row]
                found[2, n_found] = percent
                n_found += 1
    return found[0, :n_found], found[1, :n_found], found[2, :n_found]


@njit(cache=True, nogil=True)
def _keys(
    codes: Numbers, swaps: Numbers, one_from: Number, both_from: Number, two_from: Number
) -> Any:
    """`matching.heard._sought` of one word; a key may stand there more than once."""
    n = len(codes)
    keys = np.empty(2 + n * swaps.shape[1] + n * (n + 1), dtype=np.int64)
    whole = _number(codes, -1, -1)
    keys[0], keys[1] = whole << 1, whole << 1 | 1
    n_keys = 2
    for at in range(n):
        for other in swaps[codes[at]]:
            if other:
                shift = _BITS * (n - 1 - at)
                keys[n_keys] = (whole + ((other - codes[at]) << shift)) << 1
                n_keys += 1
    for first in range(n if n >= one_from else 0):
        for second in range(first, n if n >= two_from else first + 1):
            number = _number(codes, first, second)
            keys[n_keys] = number << 1
            n_keys += 1
            n_left = n - 1 if second == first else n - 2
            if n_left >= both_from:
                keys[n_keys] = number << 1 | 1
                n_keys += 1
    return keys[:n_keys]


@njit(cache=True, nogil=True)
def _number(codes: Numbers, first: Number, second: Number) -> Any:
    """The codes as one number, without those at two places."""
    number = np.int64(0)
    for at in range(len(codes)):
        if at != first and at != second:
            number = number << _BITS | codes[at]
    return number


@njit(cache=True, nogil=True)
def _met(keys: Numbers, table: Numbers, table_sound: Numbers, seen: Numbers, met: Numbers) -> Any:
    """How many listed sounds stand under the keys; `met` then has each once, rising.

    `seen` is lent for that, and false again.
    """
    for key in keys:
        place = np.searchsorted(table, key)
        while place < len(table) and table[place] == key:
            seen[table_sound[place]] = True
            place += 1
    n_met = 0
    blocks = seen.view(np.uint64)
    for block in range(len(blocks)):
        if blocks[block]:
            for sound in range(block * _BLOCK, (block + 1) * _BLOCK):
                if seen[sound]:
                    met[n_met] = sound
                    n_met += 1
            blocks[block] = 0
    return n_met


@njit(cache=True, nogil=True)
def _near(
    asked: Numbers,
    met: Numbers,
    tables: Numbers,
    costs: Numbers,
    farthest: Number,
    margin: Number,
    least: Number,
    far_costs: Number,
) -> Any:
    """Which of the sounds met are near enough to count, each with its distance in the lowest 8
    bits; and how many listed words are that far.

    The table of `phonetic.sound_distance` is filled by the listed sounds, so that those which
    begin alike, as neighbours do, share its first rows. The more words are near, the nearer
    another has to be: what is farther than `limit` is not followed to its end.
    """
    _, _, listed, offsets, listed_weight, _, word_offsets, longest = tables
    taken, dropped, weight, company, _ = costs
    size = len(asked)
    rows = np.empty((longest + 1, size + 1), dtype=np.int32)
    least_of_row = np.zeros(longest + 1, dtype=np.int32)
    asked_dropped = dropped[asked]
    rows[0, 0] = own_weight = 0
    for at in range(size):
        rows[0, at + 1] = rows[0, at] + asked_dropped[at]
        own_weight += weight[asked[at]]
    instead = np.empty((len(dropped), size), dtype=np.int32)
    for sound in range(len(dropped)):
        for at in range(size):
            instead[sound, at] = taken[asked[at], sound]
    near = np.empty(len(met), dtype=np.int64)
    n_near = 0
    n_at = np.zeros(farthest + 1, dtype=np.int64)
    limit = farthest
    most_nearer = len(company) - 1
    before = filled = n_nearer = 0
    for one in met:
        start, n_sounds = offsets[one], offsets[one + 1] - offsets[one]
        shared = 0
        while shared < min(filled, n_sounds) and listed[start + shared] == listed[before + shared]:
            shared += 1
        before, filled = start, shared
        heaviest = max(own_weight, listed_weight[one], 1)
        most = (2 * limit + 1) * heaviest // 2
        while filled < n_sounds and 100 * least_of_row[filled] <= most:
            sound = listed[start + filled]
            drop = dropped[sound]
            last = nearest = rows[filled, 0] + drop
            filled += 1
            rows[filled, 0] = last
            for at in range(size):
                last = min(
                    rows[filled - 1, at] + instead[sound, at],
                    rows[filled - 1, at + 1] + drop,
                    last + asked_dropped[at],
                )
                rows[filled, at + 1] = last
                nearest = min(nearest, last)
            least_of_row[filled] = nearest
        if filled < n_sounds or 100 * rows[filled, size] > most:
            continue
        far = np.int64(np.rint(100.0 * rows[filled, size] / heaviest))
        if far <= limit:
            near[n_near] = one << 8 | far
            n_near += 1
            n_words = word_offsets[one + 1] - word_offsets[one]
            n_at[far] += n_words
            if far <= limit - margin:
                n_nearer += n_words
            while (
                limit >= 0
                and 100 - limit * far_costs // 100 - company[min(n_nearer, most_nearer)] < least
            ):
                limit -= 1
                n_nearer -= n_at[limit - margin + 1] if limit - margin + 1 >= 0 else 0
    return near[:n_near], n_at


@njit(cache=True, nogil=True)
def _percent(
    far: Number, n_at: Numbers, company: Numbers, margin: Number, far_costs: Number
) -> Any:
    """The likeness of a word that far off, of which so many are at each distance."""
    n_nearer = 0
    for nearer in range(far - margin + 1):
        n_nearer += n_at[nearer]
    return 100 - far * far_costs // 100 - company[min(n_nearer, len(company) - 1)]
