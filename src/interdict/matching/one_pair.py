"""`bounds` for one pair of names, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.matching.align import FULL, SINGLE_KEEPS
from interdict.matching.doubts import exactness_of, uncontradicted
from interdict.matching.index import Index
from interdict.matching.one_asked import Asked
from interdict.matching.one_run import Meeting, verified_run
from interdict.matching.scoring import name_bound_of
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.matching.weights import HEAVIEST, INITIAL_WEIGHT
from interdict.text.names import Kind

_NAME, _INITIAL, _PARTICLE = int(Kind.NAME), int(Kind.INITIAL), int(Kind.PARTICLE)
_FOR_INITIAL = INITIAL * HEAVIEST / EQUAL
_LETTERS = 26


class _Listed:
    """The words of a listed name, by place."""

    def __init__(self, index: Index, name: int) -> None:
        arrays = index.arrays
        self.start, self.end = arrays["token_offsets"][name : name + 2].tolist()
        words = arrays["token_word"][self.start : self.end]
        self.words = words.tolist()
        self.kinds = arrays["token_kind"][self.start : self.end].tolist()
        self.weights = arrays["word_weight"][words].tolist()
        self.total = max(1, int(arrays["name_total"][name]))
        self.light = int(arrays["name_light"][name])
        self.initials = int(arrays["name_initials"][name])


def bounded(index: Index, asked: Asked, name: int, runs: Sequence[Meeting]) -> tuple[float, bool]:
    """A number that the name score of a pair does not exceed; and whether runs meet in it.

    Args:
        runs: where words written together may meet words apart in that name.
    """
    listed = _Listed(index, name)
    links = _links(asked, listed)
    best_asked, best_listed = [0] * len(asked.words), [0] * len(listed.words)
    for at, other, percent in links:
        best_asked[at] = max(best_asked[at], percent)
        best_listed[other] = max(best_listed[other], percent)
    has_run, meets = False, bool(links)
    for run in runs:
        percent, is_light = verified_run(index, asked, listed.start, run)
        if not percent:
            continue
        has_run = True
        meets = meets or not is_light
        for at in range(run.start, run.start + run.n_words):
            best_asked[at] = max(best_asked[at], percent)
        for other in run.places(listed.words):
            best_listed[other] = max(best_listed[other], percent)
    if has_run and not meets:
        return 0.0, True
    found = float(asked.slack)
    for word, percent in zip(asked.words, best_asked, strict=True):
        if word.kind == _NAME:
            found += word.weight * percent / EQUAL
    worth = float(listed.light)
    for weight, percent in zip(listed.weights, best_listed, strict=True):
        worth += weight * percent / EQUAL
    n_for_words = n_listed_initials = 0
    letters = listed.initials & asked.letters
    if letters or asked.initial_letters:
        is_asked, is_for_word, n_listed_initials = _initials(index, asked, listed, letters)
        n_for_words = asked.n_initials if is_for_word else 0
        found += n_listed_initials * _FOR_INITIAL
        if not is_asked:
            found -= asked.n_initials * INITIAL_WEIGHT
        worth += n_listed_initials * INITIAL_WEIGHT + n_for_words * _FOR_INITIAL
    bound = name_bound_of(min(1.0, found / asked.total), min(1.0, worth / listed.total))
    n_initials = n_listed_initials + n_for_words
    n_linked = sum(map(bool, best_asked)) + n_initials + asked.n_light
    several = asked.n_names > 1 or listed.kinds.count(_NAME) > 1
    is_single = n_linked <= 1 and not has_run and several
    if is_single:
        bound *= SINGLE_KEEPS / FULL
    if has_run or n_initials or asked.n_light:
        return bound, has_run
    return bound * _undoubted(index, asked, listed, links, is_single), has_run


def _links(asked: Asked, listed: _Listed) -> list[tuple[int, int, int]]:
    """Asked and listed places of words that may be linked, and the percent."""
    heavy = [(at, listed.words[at]) for at, kind in enumerate(listed.kinds) if kind < _PARTICLE]
    return [
        (at, other, percent)
        for at, word in enumerate(asked.words)
        for other, number in heavy
        if (percent := word.near.get(number))
    ]


def _initials(index: Index, asked: Asked, listed: _Listed, letters: int) -> tuple[bool, bool, int]:
    """Whether an initial of the query may stand for something listed, or for a word; and how
    many listed initials may stand for words of the query."""
    begins = begins_word = False
    n_meeting = 0
    for kind, word in zip(listed.kinds, listed.words, strict=True):
        if kind >= _PARTICLE:
            continue
        bit = _letter(index, word)
        if bit & asked.initial_letters:
            begins = True
            begins_word = begins_word or kind != _INITIAL
        n_meeting += kind == _INITIAL and bool(bit & letters)
    return begins, begins_word, n_meeting


def _letter(index: Index, word: int) -> int:
    at = int(index.arrays["word_bytes"][index.arrays["word_offsets"][word]]) - ord("a")
    return 1 << at if 0 <= at < _LETTERS else (1 << _LETTERS) - 1


def _undoubted(
    index: Index,
    asked: Asked,
    listed: _Listed,
    links: Sequence[tuple[int, int, int]],
    is_single: bool,
) -> float:
    """The share that inexact words leave, and words alone where it is known which those are."""
    if not links or any(asked.words[at].kind != _NAME for at, _, _ in links):
        return 1.0
    here, there = {at for at, _, _ in links}, {other for _, other, _ in links}
    known = len(here) == len(links) == len(there)
    share = exactness_of(
        [
            (
                percent,
                asked.words[at].weight,
                INITIAL_WEIGHT if listed.kinds[other] == _INITIAL else listed.weights[other],
            )
            for at, other, percent in links
        ],
        total=asked.total + listed.total,
        light=asked.slack + listed.light,
        known=known,
    )
    if not known:
        return share
    tokens = asked.question.name.tokens
    alone = [
        tokens[at].text
        for at, word in enumerate(asked.words)
        if word.kind == _NAME and at not in here
    ]
    lacking = [
        index.words[number]
        for other, number in enumerate(listed.words)
        if listed.kinds[other] == _NAME and other not in there
    ]
    left = uncontradicted(alone, lacking)
    # of two doubts the greater counts, and resting on one word is in the bound already
    return share * (min(1.0, left / (SINGLE_KEEPS / FULL)) if is_single else left)
