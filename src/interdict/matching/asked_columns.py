"""The words of a batch of asked names as columns: each distinct word once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interdict.matching.align import FULL, SINGLE_KEEPS
from interdict.matching.arrays import Array
from interdict.matching.compiling import MAX_TOKENS, letter_bit
from interdict.matching.lookup import KnownWord, Lookup, Question
from interdict.matching.scoring import share_needed
from interdict.matching.similarity import EQUAL
from interdict.matching.vocabulary import Near
from interdict.text.names import Kind

_FOREIGN = "~"
"""Before the text of a word of a name in another script."""

_EQUAL_ALONE = "="
"""Before the text of a light word or initial: of whole words these stand for equal ones alone."""


@dataclass(frozen=True, slots=True)
class AskedColumns:
    """The words of all names, one after the other; and for each question its sums.

    `asked`, `place`, `weight`, `word` describe each word: its question, its place in the name,
    and its place among the distinct words, whose neighbours are `near_words` with
    `near_likeness` from `near_offsets`.

    For each question: `total` weight; `slack`, what light words and initials may be worth; how
    many `initials`, words that some name has as `light`, and words (`n_names`) it has; `letters`
    that its words begin with, as bits, and those of its initials; `is_plain` if it has two words
    or more and none that may meet what its column does not hold; `share_needed` of its weight,
    and where all rests on one word of several, which then keeps less of its score. `weight_at`
    holds by place the weights that `slack` does not.
    """

    asked: Array
    place: Array
    weight: Array
    word: Array
    near_offsets: Array
    near_words: Array
    near_likeness: Array
    n_postings: Array
    total: Array
    slack: Array
    initials: Array
    light: Array
    n_names: Array
    letters: Array
    initial_letters: Array
    is_plain: Array
    needed: Array
    share_needed: Array
    share_needed_alone: Array
    weight_at: Array


def asked_columns(lookup: Lookup, questions: Sequence[Question]) -> AskedColumns:
    """The columns of those questions, whose words have been prepared."""
    distinct: dict[str, int] = {}
    words: list[tuple[int, int, int, int, int]] = []
    sums: list[tuple[int, ...]] = []
    for at, question in enumerate(questions):
        slack = n_initials = n_light = n_names = letters = initial_letters = 0
        name = question.name
        for place, (token, weight) in enumerate(zip(name.name.tokens, name.weights, strict=True)):
            text = token.text
            key = _FOREIGN + text if name.name.by_sound else text
            if token.kind is not Kind.NAME:
                slack += weight
                if token.kind is Kind.INITIAL:
                    n_initials += 1
                    initial_letters |= letter_bit(text)
                number = distinct.setdefault(_EQUAL_ALONE + key, len(distinct))
                words.append((at, place, weight, number, 0))
                continue
            n_names += 1
            words.append((at, place, weight, distinct.setdefault(key, len(distinct)), weight))
            letters |= letter_bit(text)
            if lookup.words(name.name.by_sound)[text].is_light_somewhere:
                slack += weight
                n_light += 1
        sums.append((name.total, slack, n_initials, n_light, n_names, letters, initial_letters))
    known = [_known(lookup, text) for text in distinct]
    offsets = np.zeros(len(known) + 1, dtype=np.int64)
    np.cumsum([len(one.near.words) for one in known], out=offsets[1:])
    nothing = np.empty(0, dtype=np.int64)
    asked, places, weights, word, own = np.array(words, dtype=np.int64).reshape(-1, 5).T
    total, slacks, initials, light, names, masks, initial_masks = np.array(sums, dtype=np.int64).T
    weight_at = np.zeros((len(questions), MAX_TOKENS), dtype=np.int64)
    weight_at[asked, places] = own
    needed = np.array([question.needed for question in questions], dtype=np.float64)
    return AskedColumns(
        asked=asked,
        place=places,
        weight=weights,
        word=word,
        near_offsets=offsets,
        near_words=np.concatenate([nothing, *(one.near.words for one in known)]),
        near_likeness=np.concatenate([nothing, *(one.near.likeness for one in known)]),
        n_postings=np.array([one.n_postings for one in known], dtype=np.int64),
        total=total,
        slack=slacks,
        initials=initials,
        light=light,
        n_names=names,
        letters=masks.astype(np.uint32),
        initial_letters=initial_masks.astype(np.uint32),
        is_plain=(names > 1) & (initials == 0) & (light == 0),
        needed=needed,
        share_needed=share_needed(needed),
        share_needed_alone=share_needed(needed * (FULL / SINGLE_KEEPS)),
        weight_at=weight_at,
    )


def _known(lookup: Lookup, key: str) -> KnownWord:
    """A word, or only what is equal to it."""
    whole = not key.startswith(_EQUAL_ALONE)
    text = key.lstrip(_EQUAL_ALONE + _FOREIGN)
    known = lookup.words(by_sound=key != text and key[-len(text) - 1] == _FOREIGN)[text]
    if whole:
        return known
    equal = known.near.likeness == EQUAL
    return known._replace(near=Near(known.near.words[equal], known.near.likeness[equal]))
