"""Where words written together meet words written apart, in loops (see `matching.joined`)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    FIRST,
    KIND,
    N_TOKENS,
    WORD,
    Asked,
    Joins,
    Listed,
    Marks,
    Number,
    Numbers,
    Rules,
    Runs,
    Words,
)
from interdict.matching.compiled.edits import edits_between

_FIRST_SIZE = 64


@njit(cache=True, nogil=True)
def joined(
    asked: Asked, words: Words, listed: Listed, joins: Joins, at: Number, rules: Rules
) -> Any:
    """The meetings of one question by what words written together are looked up by; by name.

    A meeting that begins or ends with a word that both sides have once is left out: such words
    are linked with each other first.
    """
    n_asked, first = asked.n_words[at], asked.first[at]
    outer = _unrepeated(words.number, asked.word[first : first + n_asked], asked.kind, first, rules)
    rows = np.empty((7, _FIRST_SIZE), dtype=np.int64)
    n = 0
    for start in range(n_asked):
        weight = 0
        for end in range(start + 1, n_asked + 1):
            weight += asked.weight[first + end - 1]
            size = end - start
            is_whole = size == n_asked and size <= rules.longest_whole
            if size > rules.longest_run and not is_whole:
                continue
            text = _written(asked, first + start, first + end)
            if len(text) > rules.longest_text or (size == 1 and len(text) < rules.shortest_text):
                continue
            key = _key(_bones(text, joins, rules), joins.powers)
            rows, n = _with_runs(listed, joins, key, start, size, weight, outer, rows, n, rules)
            if size > 1:
                rows, n = _with_words(listed, joins, key, start, size, weight, rows, n, rules)
    rows = rows[:, :n]
    if n:
        rows = rows[:, np.argsort(rows[0])]
    return Runs(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6])


@njit(cache=True, nogil=True)
def _unrepeated(
    numbers: Numbers, slots: Numbers, kinds: Numbers, first: Number, rules: Rules
) -> Any:
    """For each word its number, if it carries weight and its name has it once."""
    outer = np.full(len(slots), rules.unlisted, dtype=np.int64)
    for at in range(len(slots)):
        number = numbers[slots[at]]
        is_single = kinds[first + at] < rules.particle_kind
        for other in range(len(slots)):
            is_single = is_single and (other == at or numbers[slots[other]] != number)
        if is_single:
            outer[at] = number
    return outer


@njit(cache=True, nogil=True)
def _with_runs(
    listed: Listed,
    joins: Joins,
    key: Number,
    start: Number,
    size: Number,
    weight: Number,
    outer: Numbers,
    rows: Numbers,
    n: Number,
    rules: Rules,
) -> Any:
    """Adds the meetings with listed words under one key."""
    place = np.searchsorted(joins.joined_key, key)
    while place < len(joins.joined_key) and joins.joined_key[place] == key:
        name, where = np.int64(joins.joined_name[place]), np.int64(joins.joined_place[place])
        place += 1
        begin, n_listed = where & (1 << rules.place_bits) - 1, (where >> rules.place_bits) + 1
        if size == 1 and n_listed == 1:
            continue
        if size > 1 and not joins.name_repeats[name]:
            row = listed.names[name, FIRST] + begin
            last = row + n_listed - 1
            if _is_same(listed.tokens, row, outer[start], rules):
                continue
            if _is_same(listed.tokens, last, outer[start + size - 1], rules):
                continue
        rows = _noted(rows, n, name, start, size, weight, begin, n_listed, rules.unlisted)
        n += 1
    return rows, n


@njit(cache=True, nogil=True)
def _is_same(tokens: Numbers, row: Number, number: Number, rules: Rules) -> Any:
    return tokens[row, WORD] == number and tokens[row, KIND] < rules.particle_kind


@njit(cache=True, nogil=True)
def _with_words(
    listed: Listed,
    joins: Joins,
    key: Number,
    start: Number,
    size: Number,
    weight: Number,
    rows: Numbers,
    n: Number,
    rules: Rules,
) -> Any:
    """Adds the meetings of a run with single listed words, wherever these stand."""
    place = np.searchsorted(joins.bone_key, key)
    while place < len(joins.bone_key) and joins.bone_key[place] == key:
        word = joins.bone_word[place]
        place += 1
        for posted in range(listed.posting_offsets[word], listed.posting_offsets[word + 1]):
            rows = _noted(rows, n, listed.posting_name[posted], start, size, weight, 0, 0, word)
            n += 1
    return rows, n


@njit(cache=True, nogil=True)
def _noted(
    rows: Numbers,
    n: Number,
    name: Number,
    start: Number,
    size: Number,
    weight: Number,
    listed_start: Number,
    listed_n: Number,
    listed_word: Number,
) -> Any:
    """The rows, or more of them, with one meeting in place `n`, as the columns of `Runs`."""
    if n == rows.shape[1]:
        rows = np.concatenate((rows, np.empty_like(rows)), axis=1)
    rows[0, n], rows[1, n], rows[2, n], rows[3, n] = name, start, size, weight
    rows[4, n], rows[5, n], rows[6, n] = listed_start, listed_n, listed_word
    return rows


@njit(cache=True, nogil=True)
def run_together(
    asked: Asked,
    listed: Listed,
    joins: Joins,
    runs: Runs,
    at: Number,
    name: Number,
    marks: Marks,
    rules: Rules,
) -> Any:
    """Notes what words written together are worth to the words of either side.

    Returns:
        Whether any are alike, and whether any of them stands for a word that carries weight.
    """
    has_run = is_heavy = False
    first = listed.names[name, FIRST]
    row = np.searchsorted(runs.name, name)
    while row < len(runs.name) and runs.name[row] == name:
        begin, end = runs.start[row], runs.start[row] + runs.n_words[row]
        left = _written(asked, asked.first[at] + begin, asked.first[at] + end)
        percent = _likeness(left, _listed_text(listed, joins, runs, row, first), joins, rules)
        if percent:
            has_run = True
            for own in range(begin, end):
                marks.best[own] = max(marks.best[own], percent)
            is_heavy = _credited(listed, runs, row, name, percent, marks, rules) or is_heavy
        row += 1
    return has_run, is_heavy


@njit(cache=True, nogil=True)
def _credited(
    listed: Listed,
    runs: Runs,
    row: Number,
    name: Number,
    percent: Number,
    marks: Marks,
    rules: Rules,
) -> Any:
    """Notes a run for the listed words; whether one of them carries weight."""
    first, likest = listed.names[name, FIRST], marks.likest
    if not runs.listed_n[row]:
        for place in range(listed.names[name, N_TOKENS]):
            if listed.tokens[first + place, WORD] == runs.listed_word[row]:
                likest[place] = max(likest[place], percent)
        return True
    is_heavy = False
    for place in range(runs.listed_start[row], runs.listed_start[row] + runs.listed_n[row]):
        likest[place] = max(likest[place], percent)
        is_heavy = is_heavy or listed.tokens[first + place, KIND] < rules.particle_kind
    return is_heavy


@njit(cache=True, nogil=True)
def _written(asked: Asked, begin: Number, end: Number) -> Any:
    """Some words of the query as written together."""
    return asked.surface[asked.surface_offsets[begin] : asked.surface_offsets[end]]


@njit(cache=True, nogil=True)
def _listed_text(listed: Listed, joins: Joins, runs: Runs, row: Number, first: Number) -> Any:
    """The listed words of a meeting as written together."""
    offsets = listed.word_offsets
    begin = first + runs.listed_start[row]
    n_listed = runs.listed_n[row]
    size = 0
    for at in range(max(n_listed, 1)):
        word = joins.token_surface[begin + at] if n_listed else runs.listed_word[row]
        size += offsets[word + 1] - offsets[word]
    text = np.empty(size, dtype=np.uint8)
    size = 0
    for at in range(max(n_listed, 1)):
        word = joins.token_surface[begin + at] if n_listed else runs.listed_word[row]
        for letter in range(offsets[word], offsets[word + 1]):
            text[size] = listed.word_bytes[letter]
            size += 1
    return text


@njit(cache=True, nogil=True)
def _likeness(left: Numbers, right: Numbers, joins: Joins, rules: Rules) -> Any:
    """`runs.run_similarity`."""
    if _are_equal(left, right):
        return rules.joined
    if not _is_alpha(left, rules):
        return 0
    if not _are_equal(_bones(left, joins, rules), _bones(right, joins, rules)):
        return 0
    longest = max(len(left), len(right))
    edits = edits_between(left, right, longest)
    likeness = rules.joined - rules.run_edit_cost * edits // longest
    return likeness if likeness >= rules.least_joined else 0


@njit(cache=True, nogil=True)
def _are_equal(left: Numbers, right: Numbers) -> Any:
    are_equal = len(left) == len(right)
    for at in range(min(len(left), len(right))):
        are_equal = are_equal and left[at] == right[at]
    return are_equal


@njit(cache=True, nogil=True)
def _is_alpha(text: Numbers, rules: Rules) -> Any:
    is_alpha = True
    for letter in text:
        is_alpha = is_alpha and letter >= rules.lowest_letter
    return is_alpha


@njit(cache=True, nogil=True)
def _bones(text: Numbers, joins: Joins, rules: Rules) -> Any:
    """`runs.bones`, as letters."""
    kept = np.empty(len(text), dtype=np.uint8)
    n = 0
    if _is_alpha(text, rules):
        for letter in text:
            level = joins.levelled[letter]
            if level and not (n and kept[n - 1] == level):
                kept[n] = level
                n += 1
    is_bd = n > 1 and kept[0] == joins.bdl[0] and kept[1] == joins.bdl[1]
    if is_bd and n > 3 and kept[2] == joins.bdl[2] and joins.assimilating[kept[3]]:
        kept[2 : n - 1] = kept[3:n].copy()
        n -= 1
    if n >= rules.shortest_bones - is_bd:
        return kept[:n]
    kept[:] = text
    return kept


@njit(cache=True, nogil=True)
def _key(letters: Numbers, powers: Numbers) -> Any:
    """`runs.run_key` of bones."""
    key = np.uint64(0)
    for at in range(len(letters)):
        key += np.uint64(letters[at]) * powers[min(at, len(powers) - 1)]
    return key
