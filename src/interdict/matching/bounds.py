"""The most that the name score of a pair of names can be, for many pairs at once.

For each asked word: what the listed word (or run) that is most like it makes it worth; for
each listed word likewise. No alignment is worth more, since in it every word is linked once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from interdict.matching.arrays import Array, spread
from interdict.matching.asked_columns import AskedColumns
from interdict.matching.doubts import Links, Sums, exactness
from interdict.matching.index import Index
from interdict.matching.joined import Joined
from interdict.matching.scoring import name_bound
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.matching.weights import HEAVIEST, INITIAL_WEIGHT
from interdict.text.names import Kind

_PLACE_BITS, _PERCENT_BITS = 5, 7
_LETTERS = 26


class Pairs(NamedTuple):
    """Asked names (rising) and listed names; whether words together may meet words apart."""

    asked: Array
    names: Array
    has_run: Array


class Bounded(NamedTuple):
    """For each pair what its name score does not exceed.

    Where the links are `known`, `asked` and `listed` are the places of the words linked, as bits;
    `single` says that the score rests on one word of several.
    """

    bound: Array
    known: Array
    single: Array
    asked: Array
    listed: Array

    def taken(self, rows: Array) -> Bounded:
        """Some of the pairs."""
        return Bounded(*(column[rows] for column in self))


class _Meetings(NamedTuple):
    """Words that meet: the pair, the asked place, the place in `tokens`, and the percent."""

    pair: Array
    place: Array
    token: Array
    likeness: Array


class _Tokens(NamedTuple):
    """The listed words of all pairs, one pair after the other; `first` where each pair begins."""

    at: Array
    pair: Array
    first: Array
    word: Array
    kind: Array


def _tokens(index: Index, pairs: Pairs) -> tuple[_Tokens, Array]:
    """The listed words of the pairs, and how many each pair has."""
    arrays = index.arrays
    at, of = spread(arrays["token_offsets"][pairs.names], arrays["token_offsets"][pairs.names + 1])
    lengths = np.bincount(of, minlength=len(pairs.names))
    tokens = _Tokens(
        at=at,
        pair=of,
        first=np.cumsum(lengths) - lengths,
        word=arrays["token_word"][at].astype(np.int64),
        kind=arrays["token_kind"][at],
    )
    return tokens, lengths


def bounds(
    index: Index, columns: AskedColumns, pairs: Pairs, joined: Joined, pair_of_run: Array
) -> Bounded:
    """For each pair a number that its name score does not exceed.

    Args:
        joined: the meetings of runs in those pairs, and `pair_of_run` the pair of each.
    """
    if not len(pairs.names):
        nothing = np.empty(0, dtype=np.int64)
        return Bounded(nothing, nothing, nothing, nothing, nothing)
    arrays = index.arrays
    tokens, lengths = _tokens(index, pairs)
    words = _by_words(index, columns, pairs, tokens)
    met = words
    if len(joined.asked):
        met = _together(words, _by_runs(joined, pair_of_run, tokens, lengths))
    found, n_places = _asked_worth(columns, pairs, met)
    listed = _listed_worth(index, pairs, tokens, met)
    initials = _by_initials(index, columns, pairs, tokens)
    n_asked = columns.initials[pairs.asked]
    n_for_words = np.where(initials.asked_for_word, n_asked, 0)
    may_meet = initials.asked | pairs.has_run  # an initial of a run counts as part of it
    slack = columns.slack[pairs.asked] - np.where(may_meet, 0, n_asked * INITIAL_WEIGHT)
    slack = np.minimum(slack, columns.slack_against(pairs.asked, lengths, pairs.has_run))
    found = found + slack + initials.listed * (INITIAL * HEAVIEST / EQUAL)
    listed = listed + initials.listed * INITIAL_WEIGHT + n_for_words * (INITIAL * HEAVIEST / EQUAL)
    listed = listed + arrays["name_light"][pairs.names]
    total = np.maximum(arrays["name_total"][pairs.names].astype(np.float64), 1)
    share = np.minimum(found / columns.total[pairs.asked], 1.0)
    bound = name_bound(share, np.minimum(listed / total, 1.0))
    tells = (tokens.kind == Kind.NAME) & (arrays["word_is_business"][tokens.word] == 0)
    n_names = np.bincount(tokens.pair[tells], minlength=len(pairs.names))
    n_initials = initials.listed + n_for_words
    n_linked = n_places + n_initials + columns.light[pairs.asked]
    single = (n_linked <= 1) & ~pairs.has_run & ((columns.n_names[pairs.asked] > 1) | (n_names > 1))
    bound = np.where(single, bound * columns.single_keeps[pairs.asked], bound)
    sums = _sums(index, columns, pairs, tokens, words, n_initials)
    bound = bound * exactness(_links(index, columns, pairs, tokens, words), sums)
    meets = np.zeros(len(bound), dtype=np.bool_)
    meets[words.pair] = True
    meets[pair_of_run[~joined.is_light]] = True
    bound = np.where(pairs.has_run & ~meets, 0, bound)  # light words alone in common
    n_pairs = len(bound)
    place = words.token - tokens.first[words.pair]
    return Bounded(
        bound=bound,
        known=sums.known & sums.is_plain,
        single=single,
        asked=np.bincount(words.pair, weights=np.exp2(words.place), minlength=n_pairs),
        listed=np.bincount(words.pair, weights=np.exp2(place), minlength=n_pairs),
    )


def _links(
    index: Index, columns: AskedColumns, pairs: Pairs, tokens: _Tokens, words: _Meetings
) -> Links:
    """The words that meet, with their weights."""
    kind = tokens.kind[words.token]
    weight = index.arrays["word_weight"][tokens.word[words.token]].astype(np.int64)
    return Links(
        pair=words.pair,
        likeness=words.likeness,
        asked_weight=columns.weight_at[pairs.asked[words.pair], words.place],
        listed_weight=np.where(kind == Kind.INITIAL, INITIAL_WEIGHT, weight),
    )


def _sums(
    index: Index,
    columns: AskedColumns,
    pairs: Pairs,
    tokens: _Tokens,
    words: _Meetings,
    n_initials: Array,
) -> Sums:
    """For each pair what can be told of its links before there is an alignment."""
    arrays, asked = index.arrays, pairs.asked
    is_plain = ~pairs.has_run & (n_initials == 0) & (columns.light[asked] == 0)
    # a light word of the query may be the whole of a listed name: then nothing is known
    is_plain[words.pair[columns.weight_at[asked[words.pair], words.place] == 0]] = False
    known = np.ones(len(asked), dtype=np.bool_)
    known[tokens.pair[_repeated(words.token)]] = False
    known[_repeated(words.pair << _PLACE_BITS | words.place) >> _PLACE_BITS] = False
    return Sums(
        total=columns.total[asked] + arrays["name_total"][pairs.names],
        light=columns.slack[asked] + arrays["name_light"][pairs.names],
        known=known,
        is_plain=is_plain,
    )


def _repeated(keys: Array) -> Array:
    keys = np.sort(keys)
    repeated: Array = keys[1:][keys[1:] == keys[:-1]]
    return repeated


def _by_words(index: Index, columns: AskedColumns, pairs: Pairs, tokens: _Tokens) -> _Meetings:
    """Every listed word that carries weight with every asked word that it is near to."""
    is_wanted = np.zeros(len(columns.total), dtype=np.bool_)
    is_wanted[pairs.asked] = True
    used = np.flatnonzero(is_wanted[columns.asked])
    known, slot = columns.words, columns.word[used]
    places, of = spread(known.near_start[slot], known.near_end[slot])
    at = used[of]
    bits = max(1, len(index.words).bit_length())
    low = _PLACE_BITS + _PERCENT_BITS
    table = (columns.asked[at] << bits | known.near_words[places]) << low
    table |= columns.place[at] << _PERCENT_BITS | known.near_likeness[places]
    table.sort()
    heavy = np.flatnonzero(tokens.kind < Kind.PARTICLE)
    if not len(table) or not len(heavy):
        nothing = np.empty(0, dtype=np.int64)
        return _Meetings(nothing, nothing, nothing, nothing)
    sought = pairs.asked[tokens.pair[heavy]] << bits | tokens.word[heavy]
    start = np.searchsorted(table, sought << low)
    hit = np.flatnonzero(table[np.minimum(start, len(table) - 1)] >> low == sought)
    end = np.searchsorted(table, sought[hit] + 1 << low)
    places, of = spread(start[hit], end)
    token = heavy[hit[of]]
    row = table[places]
    place = row >> _PERCENT_BITS & (1 << _PLACE_BITS) - 1
    return _Meetings(tokens.pair[token], place, token, row & (1 << _PERCENT_BITS) - 1)


def _by_runs(joined: Joined, pair: Array, tokens: _Tokens, lengths: Array) -> _Meetings:
    """Every asked word of a run, and every listed word that a run may stand for.

    The columns do not belong together row by row: each side is only asked how much it is worth.
    """
    asked, of = spread(joined.start, joined.start + joined.n_words)
    first = tokens.first[pair]
    by_place, of_place = spread(
        first + joined.listed_start, first + joined.listed_start + joined.listed_n
    )
    single = np.flatnonzero(joined.listed_n == 0)
    token, of_single = spread(first[single], first[single] + lengths[pair[single]])
    same = tokens.word[token] == joined.listed_word[single[of_single]]
    row_of_token = np.concatenate([of_place, single[of_single[same]]])
    token = np.concatenate([by_place, token[same]])
    owner = np.concatenate([pair[of], tokens.pair[token]])
    none_asked, none_listed = np.full(len(token), -1), np.full(len(asked), -1)
    return _Meetings(
        owner,
        np.concatenate([asked, none_asked]),
        np.concatenate([none_listed, token]),
        joined.likeness[np.concatenate([of, row_of_token])],
    )


def _together(left: _Meetings, right: _Meetings) -> _Meetings:
    return _Meetings(*(np.concatenate(pair) for pair in zip(left, right, strict=True)))


def _asked_worth(columns: AskedColumns, pairs: Pairs, met: _Meetings) -> tuple[Array, Array]:
    """For each pair the worth of its asked words, and how many of them meet a listed one."""
    rows = met.place >= 0
    low = _PLACE_BITS + _PERCENT_BITS
    keys = met.pair[rows] << low | met.place[rows] << _PERCENT_BITS | met.likeness[rows]
    keys = _highest(keys)
    pair = keys >> low
    place = keys >> _PERCENT_BITS & (1 << _PLACE_BITS) - 1
    worth = columns.weight_at[pairs.asked[pair], place] * (keys & (1 << _PERCENT_BITS) - 1) / EQUAL
    n_pairs = len(pairs.names)
    found: Array = np.bincount(pair, weights=worth, minlength=n_pairs)
    return found, np.bincount(pair, minlength=n_pairs)


def _listed_worth(index: Index, pairs: Pairs, tokens: _Tokens, met: _Meetings) -> Array:
    """For each pair the worth of its listed words."""
    rows = met.token >= 0
    keys = _highest(met.token[rows] << _PERCENT_BITS | met.likeness[rows])
    token = keys >> _PERCENT_BITS
    weight = index.arrays["word_weight"][tokens.word[token]] * 1.0
    worth = weight * (keys & (1 << _PERCENT_BITS) - 1) / EQUAL
    found: Array = np.bincount(tokens.pair[token], weights=worth, minlength=len(pairs.names))
    return found


def _highest(keys: Array) -> Array:
    """Of keys that differ in their percent alone the highest, rising."""
    keys.sort()
    last = np.ones(len(keys), dtype=np.bool_)
    last[:-1] = keys[1:] >> _PERCENT_BITS != keys[:-1] >> _PERCENT_BITS
    result: Array = keys[last]
    return result


class _Initials(NamedTuple):
    """For each pair whether an initial of the query may stand for something listed, or for a
    word; and how many listed initials may stand for words of the query."""

    asked: Array
    asked_for_word: Array
    listed: Array


def _by_initials(index: Index, columns: AskedColumns, pairs: Pairs, tokens: _Tokens) -> _Initials:
    """Which initials of either side begin a word of the other, or are the same."""
    n_pairs = len(pairs.names)
    asked = columns.initial_letters[pairs.asked]
    listed = index.arrays["name_initials"][pairs.names] & columns.letters[pairs.asked]
    concerned = (asked != 0) | (listed != 0)
    rows = np.flatnonzero(concerned[tokens.pair] & (tokens.kind < Kind.PARTICLE))
    pair, is_initial = tokens.pair[rows], tokens.kind[rows] == Kind.INITIAL
    bits = _first_letters(index, tokens.word[rows])
    begins = (bits & asked[pair]) != 0
    meets = is_initial & ((bits & listed[pair]) != 0)
    return _Initials(
        asked=np.bincount(pair[begins], minlength=n_pairs) > 0,
        asked_for_word=np.bincount(pair[begins & ~is_initial], minlength=n_pairs) > 0,
        listed=np.bincount(pair[meets], minlength=n_pairs),
    )


def _first_letters(index: Index, words: Array) -> Array:
    """`letter_bit` of listed words by number."""
    at = index.arrays["word_bytes"][index.arrays["word_offsets"][words]].astype(np.int64) - ord("a")
    everything = (1 << _LETTERS) - 1
    is_letter = (at >= 0) & (at < _LETTERS)
    bits: Array = np.where(is_letter, 1 << np.where(is_letter, at, 0), everything)
    return bits
