"""`Vocabulary.near` in loops: listed words within a few edits of an asked one, or spoken alike.

For one asked word after another.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import Number, Numbers
from interdict.matching.compiled.edits import edits_between

_FIRST_SIZE = 1_024
_PREFIX = 8
_LETTER_BITS = 8


class Rules(NamedTuple):
    """Constants of the modules `similarity` and `vocabulary`."""

    equal: int
    equivalent: int
    nearly: int
    shortest: int
    two_edits_from: int
    edit_cost: int
    first_letter_cost: int
    left_out: int
    sound_cost: int
    short_sound_cost: int
    short_sounds: int
    sound_edit_cost: int
    least_by_sound: int


class Asked(NamedTuple):
    """Asked words: the bytes of each and of how it is spoken, with offsets.

    Whether it is letters alone, whether it `may_lack_a_letter`, whether it has one syllable; its
    skeleton as a key, 0 for none.
    """

    text: Numbers
    text_offsets: Numbers
    spoken: Numbers
    spoken_offsets: Numbers
    is_alpha: Numbers
    may_lack: Numbers
    is_syllable: Numbers
    bones: Numbers


class Listed(NamedTuple):
    """Arrays of an index about words, keys as signed numbers; and what is known of each word, as
    in `Asked`."""

    form_key: Numbers
    form_word: Numbers
    sound_key: Numbers
    sound_word: Numbers
    word_bytes: Numbers
    word_offsets: Numbers
    spoken_bytes: Numbers
    spoken_offsets: Numbers
    near_offsets: Numbers
    near_word: Numbers
    near_likeness: Numbers
    alike_offsets: Numbers
    alike_word: Numbers
    is_alpha: Numbers
    is_syllable: Numbers


@njit(cache=True, nogil=True)
def near_words(
    asked: Asked, listed: Listed, percent: Numbers, learned: Number, rules: Rules
) -> Any:
    """(whether the index knows what is near an asked word; how many rows it has; listed word;
    percent), words rising.

    Args:
        percent: a column over all listed words, 0 before and after.
        learned: whether the equivalents that the lists teach count.
    """
    n_asked = len(asked.bones)
    is_known = np.empty(n_asked, dtype=np.bool_)
    counts = np.empty(n_asked, dtype=np.int64)
    found = np.empty((2, _FIRST_SIZE), dtype=np.int64)
    met = np.empty(len(percent), dtype=np.int64)
    n_found = 0
    for at in range(n_asked):
        text = asked.text[asked.text_offsets[at] : asked.text_offsets[at + 1]]
        number = _number(
            text, listed.form_key, listed.form_word, listed.word_bytes, listed.word_offsets
        )
        n = 0
        is_known[at] = number >= 0 and listed.near_offsets[number] < listed.near_offsets[number + 1]
        if is_known[at]:
            for row in range(listed.near_offsets[number], listed.near_offsets[number + 1]):
                n = _met(listed.near_word[row], listed.near_likeness[row], percent, met, n)
            if learned:
                for row in range(listed.alike_offsets[number], listed.alike_offsets[number + 1]):
                    n = _met(listed.alike_word[row], rules.equivalent, percent, met, n)
        else:
            n = _by_edits(
                text,
                asked.is_alpha[at],
                asked.may_lack[at],
                listed.form_key,
                listed.form_word,
                listed.word_bytes,
                listed.word_offsets,
                listed.is_alpha,
                percent,
                met,
                rules,
            )
            if asked.bones[at]:
                n = _by_sound(
                    text,
                    asked.spoken[asked.spoken_offsets[at] : asked.spoken_offsets[at + 1]],
                    asked.bones[at],
                    asked.is_syllable[at],
                    listed.sound_key,
                    listed.sound_word,
                    listed.word_bytes,
                    listed.word_offsets,
                    listed.spoken_bytes,
                    listed.spoken_offsets,
                    listed.is_syllable,
                    percent,
                    met,
                    n,
                    rules,
                )
        words = met[:n]
        words.sort()
        while n_found + n > found.shape[1]:
            found = np.concatenate((found, np.empty_like(found)), axis=1)
        for word in words:
            found[0, n_found], found[1, n_found] = word, percent[word]
            percent[word] = 0
            n_found += 1
        counts[at] = n
    return is_known, counts, found[0, :n_found], found[1, :n_found]


@njit(cache=True, nogil=True)
def _met(word: Number, likeness: Number, percent: Numbers, met: Numbers, n: Number) -> Any:
    """Notes a listed word with the highest percent met; how many there are."""
    if likeness > percent[word]:
        if percent[word] == 0:
            met[n] = word
            n += 1
        percent[word] = likeness
    return n


@njit(cache=True, nogil=True)
def _key(text: Numbers, first: Number, second: Number) -> Any:
    """`forms.packed_keys` of the prefix of a text without the letters at two places."""
    key = np.int64(0)
    n = 0
    for at in range(min(len(text), _PREFIX)):
        if at != first and at != second:
            key = key << _LETTER_BITS | text[at]
            n += 1
    return key << _LETTER_BITS * (_PREFIX - n)


@njit(cache=True, nogil=True)
def _number(
    text: Numbers, form_key: Numbers, form_word: Numbers, word_bytes: Numbers, offsets: Numbers
) -> Any:
    """The number of a word, -1 if no name has it: it is a form of itself."""
    key = _key(text, -1, -1)
    place = np.searchsorted(form_key, key)
    while place < len(form_key) and form_key[place] == key:
        word = np.int64(form_word[place])
        place += 1
        if offsets[word + 1] - offsets[word] == len(text):
            same = True
            for at in range(len(text)):
                if word_bytes[offsets[word] + at] != text[at]:
                    same = False
                    break
            if same:
                return word
    return -1


@njit(cache=True, nogil=True)
def _by_edits(
    text: Numbers,
    is_alpha: Number,
    may_lack: Number,
    form_key: Numbers,
    form_word: Numbers,
    word_bytes: Numbers,
    offsets: Numbers,
    listed_alpha: Numbers,
    percent: Numbers,
    met: Numbers,
    rules: Rules,
) -> Any:
    """Notes the listed words within the edits allowed; how many there are.

    A word found under several forms is compared each time, unless it counts already.
    """
    size: Number = len(text)
    allowed = 0
    if is_alpha and size >= rules.shortest:
        allowed = 1 if size < rules.two_edits_from else 2
    prefix = min(size, _PREFIX)
    n = 0
    for first in range(-1, prefix if allowed else 0):
        for second in range(first, prefix if first >= 0 and allowed == 2 else first + 1):
            key = _key(text, first, second)
            place = np.searchsorted(form_key, key)
            while place < len(form_key) and form_key[place] == key:
                word = np.int64(form_word[place])
                place += 1
                other_size = np.int64(offsets[word + 1]) - np.int64(offsets[word])
                shorter = min(size, other_size)
                most = 1 if shorter < rules.two_edits_from else 2
                if percent[word] or abs(size - other_size) > most:
                    continue
                other = word_bytes[offsets[word] : offsets[word + 1]]
                edits = edits_between(text, other, most)
                is_strict = shorter < rules.shortest or not is_alpha or not listed_alpha[word]
                lacks = may_lack and edits == 1 and other_size == size + 1 and listed_alpha[word]
                if edits > most or (edits and is_strict and not lacks):
                    continue
                likeness = rules.left_out if lacks else rules.equal
                if edits and not lacks:
                    longest = max(size, other_size)
                    likeness -= edits * rules.edit_cost // longest
                    if text[0] != other[0]:
                        likeness -= rules.first_letter_cost
                n = _met(word, likeness, percent, met, n)
    return n


@njit(cache=True, nogil=True)
def _by_sound(
    text: Numbers,
    spoken: Numbers,
    bones: Number,
    is_syllable: Number,
    sound_key: Numbers,
    sound_word: Numbers,
    word_bytes: Numbers,
    word_offsets: Numbers,
    spoken_bytes: Numbers,
    offsets: Numbers,
    listed_syllable: Numbers,
    percent: Numbers,
    met: Numbers,
    n: Number,
    rules: Rules,
) -> Any:
    """Notes the listed words with the same skeleton that are spoken alike; how many there are."""
    place = np.searchsorted(sound_key, bones)
    while place < len(sound_key) and sound_key[place] == bones:
        word = np.int64(sound_word[place])
        place += 1
        other = spoken_bytes[offsets[word] : offsets[word + 1]]
        longest = max(len(spoken), len(other))
        is_apart = text[0] != word_bytes[word_offsets[word]] and (
            is_syllable or listed_syllable[word]
        )
        is_short = is_apart or longest <= rules.short_sounds
        most = rules.equal - (rules.short_sound_cost if is_short else rules.sound_cost)
        apart = abs(len(spoken) - len(other)) * rules.sound_edit_cost // max(longest, 1)
        if percent[word] == rules.equal or most - apart < rules.least_by_sound:
            continue
        edits = edits_between(spoken, other, longest)
        likeness = most - edits * rules.sound_edit_cost // max(longest, 1)
        if likeness < rules.least_by_sound:
            continue
        if percent[word] == 0 or percent[word] == rules.left_out:
            n = _met(word, likeness, percent, met, n)
        else:  # by edits as well
            percent[word] = min(rules.nearly, max(percent[word], likeness) + 1)
    return n
