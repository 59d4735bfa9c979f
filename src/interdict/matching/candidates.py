"""Which listed names a batch of asked names may mean: everything that can reach a score.

Work is done once for each distinct word of the batch, and then in columns:

1. Every word is looked up in the vocabulary (`Lookup`), once; its postings lead to names.
   Of the frequent words of a name those are left out of the expansion without which the
   others must be found anyway: together they could not carry the name to the score needed.
2. For each (asked name, listed name) that meets, what the words found can be worth at most.
3. The same again with every word of the listed name, also those left out in 1.

Guarantee: for an asked name and a `needed` score, every listed name whose name score reaches
it is among the pairs, where words count as alike if they are equal, within the edits that
`similarity.allowed_edits` grants, alike in sound, equivalent, an initial, or alike once
neighbouring words are written together (`runs`). Of more than `MOST_PAIRS` pairs of one asked
name those with the highest bounds are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interdict.matching.align import FULL, SINGLE_KEEPS
from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.compiling import letter_bit
from interdict.matching.index import Index
from interdict.matching.joined import PLACES, joins
from interdict.matching.lookup import Lookup, Question
from interdict.matching.scoring import name_bound, share_needed
from interdict.matching.similarity import EQUAL, INITIAL, JOINED
from interdict.matching.vocabulary import Near
from interdict.matching.weights import HEAVIEST, INITIAL_WEIGHT
from interdict.text.names import Kind

MOST_PAIRS = 300
"""Listed names that one asked name is compared with at most."""

_FREQUENT = 256
"""Postings beyond which a word is left out of the expansion where that loses nothing."""


Pair = tuple[int, bool]
"""A listed name by number, and whether words written together meet words apart in it."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The words of all questions, one after the other; and for each question its sums.

    `asked`, `place`, `weight`, `word` describe each word, `word` being a place in `near_*`,
    the distinct words; `slack` is what light words and initials may be worth in a question.
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
    n_heavy: Array
    initials: Array
    letters: Array
    share_needed: Array


def candidates(
    index: Index, lookup: Lookup, questions: Sequence[Question], living: Bools | None
) -> list[list[Pair]]:
    """For each question the listed names that it has to be compared with, by number."""
    if not questions or not index.n_names:
        return [[] for _ in questions]
    columns = _columns(lookup, questions)
    pairs = _met(index, questions, columns)
    asked, names, worth, joined, limit = _reaching(index, questions, columns, pairs)
    keep = _fitting(index, questions, asked, names, living)
    asked, names, worth, joined, limit = (
        column[keep] for column in (asked, names, worth, joined, limit)
    )
    bound = _bounds(index, columns, asked, names, worth, joined)
    keep = bound >= limit
    kept = asked[keep], names[keep], bound[keep], joined[keep] > 0
    return _sorted_out(*kept, len(questions))


def _columns(lookup: Lookup, questions: Sequence[Question]) -> _Columns:
    distinct: dict[str, int] = {}
    asked, place, weight, word, heavy = [], [], [], [], []
    slack, total, initials, masks = [], [], [], []
    for at, question in enumerate(questions):
        extra = n_initials = letters = 0
        tokens = question.name.name.tokens
        for position, (token, value) in enumerate(zip(tokens, question.name.weights, strict=True)):
            asked.append(at)
            place.append(position)
            weight.append(value)
            heavy.append(token.kind <= Kind.INITIAL)
            # light words stand for equal words alone
            key = token.text if token.kind is Kind.NAME else "=" + token.text
            word.append(distinct.setdefault(key, len(distinct)))
            if token.kind is not Kind.NAME:
                extra += value
                n_initials += token.kind is Kind.INITIAL
            else:
                letters |= letter_bit(token.text)
                if lookup[token.text].is_light_somewhere:
                    extra += value
        slack.append(extra)
        initials.append(n_initials)
        masks.append(letters)
        total.append(question.name.total)
    nears = [_near_of(lookup, key) for key in distinct]
    lengths = [len(near.words) for near, _ in nears]
    offsets = np.zeros(len(nears) + 1, dtype=np.int64)
    np.cumsum(lengths, out=offsets[1:])
    needed = np.array([q.needed for q in questions], dtype=np.float64)
    return _Columns(
        asked=np.array(asked, dtype=np.int64),
        place=np.array(place, dtype=np.int64),
        weight=np.array(weight, dtype=np.float64),
        word=np.array(word, dtype=np.int64),
        near_offsets=offsets,
        near_words=np.concatenate([near.words for near, _ in nears]),
        near_likeness=np.concatenate([near.likeness for near, _ in nears]),
        n_postings=np.array([count for _, count in nears], dtype=np.int64),
        total=np.array(total, dtype=np.float64),
        slack=np.array(slack, dtype=np.float64),
        n_heavy=np.bincount(asked, weights=heavy, minlength=len(questions)),
        initials=np.array(initials, dtype=np.int64),
        letters=np.array(masks, dtype=np.uint32),
        share_needed=share_needed(needed),
    )


def _near_of(lookup: Lookup, key: str) -> tuple[Near, int]:
    """What a word is near, or only equal to if its key begins with `=`."""
    if key[0] != "=":
        known = lookup[key]
        return known.near, known.n_postings
    near = lookup[key[1:]].near
    equal = near.likeness == EQUAL
    return Near(near.words[equal], near.likeness[equal]), 0


def _left_out(columns: _Columns) -> Bools:
    """Frequent words that need not be expanded: without the others they carry no name."""
    cost = columns.n_postings[columns.word]
    order = np.lexsort((-cost, columns.asked))
    asked, weight = columns.asked[order], columns.weight[order]
    first = np.searchsorted(asked, np.arange(len(columns.total)))
    sums = np.cumsum(weight)
    before = np.concatenate([[0.0], sums])[first]
    alone = sums - before[asked] + columns.slack[asked]
    reach = alone < columns.share_needed[asked] * columns.total[asked]
    left = np.zeros(len(cost), dtype=np.bool_)
    left[order] = reach & (cost[order] > _FREQUENT)
    return left


def _met(
    index: Index, questions: Sequence[Question], columns: _Columns
) -> tuple[Array, Array, Array, Array]:
    """(asked, name, most worth of the asked words, worth of runs) for every meeting of both."""
    left = _left_out(columns)
    arrays = index.arrays
    used = np.flatnonzero(~left)
    places, of = spread(
        columns.near_offsets[columns.word[used]], columns.near_offsets[columns.word[used] + 1]
    )
    word, likeness, at = columns.near_words[places], columns.near_likeness[places], used[of]
    posted, of = spread(arrays["posting_offsets"][word], arrays["posting_offsets"][word + 1])
    names = arrays["posting_name"][posted].astype(np.int64)
    likeness, at = likeness[of], at[of]
    asked, place = columns.asked[at], columns.place[at]
    joined = joins(index, questions)
    weights = np.zeros(len(questions) * PLACES)
    weights[columns.asked * PLACES + columns.place] = columns.weight
    weights[joined[0] * PLACES + joined[2]] = joined[3]
    keys = np.concatenate([asked * index.n_names + names, joined[0] * index.n_names + joined[1]])
    keys = keys * PLACES + np.concatenate([place, joined[2]])
    keys = keys * 128 + np.concatenate([likeness, np.full(len(joined[0]), JOINED)])
    keys.sort()
    best = np.ones(len(keys), dtype=np.bool_)
    best[:-1] = (keys[1:] >> 7) != (keys[:-1] >> 7)  # the last of a place is the most alike
    keys = keys[best]
    likeness = keys & 127
    place = (keys >> 7) & (PLACES - 1)
    pair = keys >> 13
    if not len(pair):
        return pair, pair, np.empty(0), np.empty(0)
    asked = pair // index.n_names
    worth = likeness * weights[asked * PLACES + place] / EQUAL
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    total = np.add.reduceat(worth, starts)
    runs = np.add.reduceat(np.where(place >= 32, worth, 0.0), starts)
    asked, names = asked[starts], pair[starts] % index.n_names
    skipped = np.bincount(
        columns.asked[left], weights=columns.weight[left], minlength=len(questions)
    )
    starts_of_next = np.append(starts[1:], len(place))
    single = (starts_of_next - starts == 1) & (skipped[asked] == 0) & (runs == 0)
    single &= (columns.n_heavy[asked] > 1) & (index.arrays["name_initials"][names] == 0)
    # what rests on one word of several keeps a share of its score: so much more is needed
    total[single] *= (SINGLE_KEEPS / FULL) ** (4 / 3)
    worth = total + (skipped + columns.slack)[asked] + _by_initials(index, columns, asked, names)
    return asked, names, worth, runs


def _by_initials(index: Index, columns: _Columns, asked: Array, names: Array) -> Array:
    """What initials of the listed names may be worth to words of the asked ones."""
    meets = (index.arrays["name_initials"][names] & columns.letters[asked]) != 0
    return np.where(meets, 2 * INITIAL * HEAVIEST / EQUAL, 0.0)


def _reaching(
    index: Index,
    questions: Sequence[Question],
    columns: _Columns,
    pairs: tuple[Array, Array, Array, Array],
) -> tuple[Array, Array, Array, Array, Array]:
    """Pairs that may reach the score needed, with that score, and all of the same birthday.

    A lesser name score is needed from parties born on the day asked; their names are few, so
    they are taken whether or not a word that was expanded meets.
    """
    asked, names, worth, joined = pairs
    needed = np.array([q.needed for q in questions], dtype=np.float64)
    enough = worth >= columns.share_needed[asked] * columns.total[asked]
    days = _birthdays(index, questions)
    if not len(days):
        asked = asked[enough]
        return asked, names[enough], worth[enough], joined[enough], needed[asked]
    day_needed = np.array([q.day_needed for q in questions], dtype=np.float64)
    limit = needed[asked]
    key = asked * index.n_names + names
    place = np.searchsorted(key, days)
    met = place < len(key)
    met[met] = key[place[met]] == days[met]
    limit[place[met]] = day_needed[asked[place[met]]]
    enough[place[met]] = True
    unmet = days[~met]
    more = unmet // index.n_names
    return (
        np.concatenate([asked[enough], more]),
        np.concatenate([names[enough], unmet % index.n_names]),
        np.concatenate([worth[enough], columns.total[more]]),
        np.concatenate([joined[enough], np.zeros(len(more))]),
        np.concatenate([limit[enough], day_needed[more]]),
    )


def _birthdays(index: Index, questions: Sequence[Question]) -> Array:
    """Keys of pairs whose party is born on the day asked, rising."""
    offsets = index.arrays["entity_names"]
    keys = [
        at * index.n_names + spread(offsets[question.same_day], offsets[question.same_day + 1])[0]
        for at, question in enumerate(questions)
        if len(question.same_day)
    ]
    return np.sort(np.concatenate(keys)) if keys else np.empty(0, dtype=np.int64)


def _fitting(
    index: Index, questions: Sequence[Question], asked: Array, names: Array, living: Bools | None
) -> Bools:
    """Pairs whose kinds of party go together and whose listed name is alive."""
    keep = np.ones(len(asked), dtype=np.bool_) if living is None else living[names]
    n_schemata = len(index.schemata)
    everything = np.ones(n_schemata, dtype=np.bool_)
    table = np.stack([everything if q.fitting is None else q.fitting for q in questions])
    schema = index.arrays["entity_schema"][index.arrays["name_entity"][names]]
    keep &= table[asked, schema]
    return keep


def _bounds(
    index: Index, columns: _Columns, asked: Array, names: Array, worth: Array, joined: Array
) -> Array:
    """The most that the name score of each pair can be, with all words of the listed name."""
    arrays = index.arrays
    wanted = np.unique(asked)
    is_wanted = np.zeros(len(columns.total), dtype=np.bool_)
    is_wanted[wanted] = True
    used = np.flatnonzero(is_wanted[columns.asked])
    places, of = spread(
        columns.near_offsets[columns.word[used]], columns.near_offsets[columns.word[used] + 1]
    )
    at = used[of]
    key = columns.asked[at] << 32 | columns.near_words[places]
    likeness = columns.near_likeness[places]
    value = likeness * columns.weight[at]
    order = np.argsort(key, kind="stable")
    key, likeness, value = key[order], likeness[order], value[order]
    first = np.ones(len(key), dtype=np.bool_)
    first[1:] = key[1:] != key[:-1]
    starts = np.flatnonzero(first)
    total = arrays["name_total"][names].astype(np.float64)
    listed = arrays["name_light"][names].astype(np.float64)
    slack = columns.slack[asked] + joined
    found: Array
    if len(starts):
        key = key[starts]
        most_like = np.maximum.reduceat(likeness, starts)
        most_worth = np.maximum.reduceat(value, starts)
        tokens, pair = spread(arrays["token_offsets"][names], arrays["token_offsets"][names + 1])
        words = arrays["token_word"][tokens].astype(np.int64)
        sought = asked[pair] << 32 | words
        place = np.minimum(np.searchsorted(key, sought), len(key) - 1)
        hit = (key[place] == sought) & (arrays["token_kind"][tokens] < Kind.PARTICLE)
        weight = arrays["word_weight"][words] * most_like[place] / EQUAL
        n_pairs = len(asked)
        listed += np.bincount(pair[hit], weights=weight[hit], minlength=n_pairs)
        found = np.bincount(pair[hit], weights=most_worth[place[hit]] / EQUAL, minlength=n_pairs)
    else:
        found = np.zeros(len(asked), dtype=np.float64)
    by_initials = _by_initials(index, columns, asked, names)
    found = found + by_initials + slack
    listed += np.where(by_initials > 0, 2 * INITIAL_WEIGHT, 0)
    listed += columns.initials[asked] * (INITIAL * HEAVIEST / EQUAL)
    listed = np.where(joined > 0, total, np.minimum(listed, total))
    share = np.minimum(np.minimum(found, worth) / columns.total[asked], 1.0)
    return name_bound(share, listed / np.maximum(total, 1))


def _sorted_out(
    asked: Array, names: Array, bound: Array, joined: Array, n_questions: int
) -> list[list[Pair]]:
    """Names by question; the best `MOST_PAIRS` of each."""
    order = np.lexsort((names, asked))
    asked, names, bound, joined = asked[order], names[order], bound[order], joined[order]
    ends = np.searchsorted(asked, np.arange(n_questions + 1)).tolist()
    pairs = list(zip(names.tolist(), joined.tolist(), strict=True))
    result: list[list[Pair]] = []
    for at in range(n_questions):
        start, end = ends[at], ends[at + 1]
        if end - start > MOST_PAIRS:
            best = np.lexsort((names[start:end], -bound[start:end]))[:MOST_PAIRS]
            result.append([pairs[start + place] for place in sorted(best.tolist())])
        else:
            result.append(pairs[start:end])
    return result
