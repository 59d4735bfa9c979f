"""What the loops over candidates are given, and hand on to each other."""

from __future__ import annotations

from typing import Any, NamedTuple

Numbers = Any
"""An array of numbers; numba takes its type from what it is given."""

Number = Any
"""A number out of such an array, or reckoned from some."""

FIRST, N_TOKENS, TOTAL, SCHEMA = range(4)
"""The columns of `Listed.names`."""

COUNT_BITS = 16
"""The lowest bits of `Room.met`."""

WORD, KIND, WEIGHT, BUSINESS = range(4)
"""The columns of `Listed.tokens`."""


class Rules(NamedTuple):
    """Constants of `similarity`, `weights`, `scoring`, `kept`, `candidates`, `joined`, `runs`."""

    equal: int
    initial: int
    joined: int
    heaviest: int
    ceiling: int
    full: int
    contradiction: int
    inexact: int
    inexact_in_part: int
    rare: int
    common: int
    own_name: int
    turned: int
    turned_in_part: int
    frequent: int
    dearer: int
    name_kind: int
    particle_kind: int
    longest_run: int
    longest_whole: int
    most_words: int
    most_links: int
    unlisted: int
    place_bits: int
    shortest_text: int
    longest_text: int
    lowest_letter: int
    shortest_bones: int
    run_edit_cost: int
    least_joined: int


class Asked(NamedTuple):
    """`AskedColumns`, and what else is asked.

    For each word its `kind`, the bit of its first `letter`, whether people are `called` so, and
    the bytes of its text and of its `surface`. For each question which row of the kinds of party
    `fits`, and the names of parties `born` on the day asked, with the score needed from them.
    """

    first: Numbers
    n_words: Numbers
    word: Numbers
    weight: Numbers
    kind: Numbers
    letter: Numbers
    called: Numbers
    text: Numbers
    text_offsets: Numbers
    surface: Numbers
    surface_offsets: Numbers
    total: Numbers
    slack: Numbers
    initials: Numbers
    n_names: Numbers
    letters: Numbers
    is_plain: Numbers
    needed: Numbers
    single_keeps: Numbers
    share_needed: Numbers
    share_needed_alone: Numbers
    slack_by_words: Numbers
    fits: Numbers
    born: Numbers
    born_offsets: Numbers
    born_needed: Numbers


class Words(NamedTuple):
    """`WordColumns`."""

    near_start: Numbers
    near_end: Numbers
    near_words: Numbers
    near_likeness: Numbers
    n_postings: Numbers
    number: Numbers


class Listed(NamedTuple):
    """Arrays of an index, what is read together in rows.

    `names`: of each name the first token, the number of tokens, total weight, schema; `initials` as
    bits. `token_word`: the words of names, one after the other. `tokens`: of each token word, kind,
    its weight as that kind, and 1 for a word of business. `letters`: the bits of the letters that
    words begin with.
    """

    posting_offsets: Numbers
    posting_name: Numbers
    initialled_offsets: Numbers
    initialled_name: Numbers
    names: Numbers
    initials: Numbers
    token_word: Numbers
    tokens: Numbers
    letters: Numbers
    word_bytes: Numbers
    word_offsets: Numbers


class Joins(NamedTuple):
    """What words written together are looked up by (`run_tables`), and what names repeat words.

    `levelled`: of each letter the one that stands for it, 0 for a vowel; `assimilating` letters of
    those that an article before them becomes; `powers` of the letters of a key (see `runs`); the
    letters `bdl` that such a name begins with.
    """

    joined_key: Numbers
    joined_name: Numbers
    joined_place: Numbers
    bone_key: Numbers
    bone_word: Numbers
    token_surface: Numbers
    name_repeats: Numbers
    levelled: Numbers
    assimilating: Numbers
    powers: Numbers
    bdl: Numbers


class Runs(NamedTuple):
    """`Joined` of one question, by name."""

    name: Numbers
    start: Numbers
    n_words: Numbers
    weight: Numbers
    listed_start: Numbers
    listed_n: Numbers
    listed_word: Numbers


class Room(NamedTuple):
    """Columns over all listed names and words that are lent to `meet`: nothing but 0 and False,
    before and after; `touched` holds what it may. `met` holds what a name is worth and, in the
    lowest `COUNT_BITS`, how often it is met."""

    met: Numbers
    has_run: Numbers
    is_born: Numbers
    head: Numbers
    touched: Numbers


class Marks(NamedTuple):
    """What is noted of a pair of names, by place.

    Of the asked words the `best` percent met and the listed place of a `link`, -1 for none; of the
    listed ones the `likest` percent met, and whether any is.
    """

    best: Numbers
    link: Numbers
    likest: Numbers
    is_met: Numbers


class Own(NamedTuple):
    """The columns of `Asked` for the words of the question in hand."""

    weights: Numbers
    kinds: Numbers
    letters: Numbers
    called: Numbers


class Near(NamedTuple):
    """Which words of the question in hand each listed word is near to.

    From `head` of a listed word, less one, to the first row, from there on by `following`, less
    one: the place in the question, and the percent.
    """

    head: Numbers
    place: Numbers
    percent: Numbers
    following: Numbers


class Links(NamedTuple):
    """What the words that meet say of a pair.

    Whether all links are `known`, and whether there are links of words and nothing else
    (`is_plain`); how many words tell who the listed name is of (`n_names`), and how many that
    carry weight meet (`n_heavy`); what the listed name is worth. Of all that meet the weight of
    both sides, and of light words; the unlikeness of the others, times weight, and the least one.
    """

    known: Number
    is_plain: Number
    n_names: Number
    n_heavy: Number
    listed_worth: Number
    weight: Number
    light: Number
    unlike: Number
    least_unlike: Number
    least_weight: Number


class Question(NamedTuple):
    """The numbers of `Asked` for one question; `skipped` is the weight of the words left out, and
    it `is_special` if names are met by runs or by a day of birth."""

    n_words: Number
    total: Number
    initials: Number
    n_names: Number
    letters: Number
    is_plain: Number
    single_keeps: Number
    least: Number
    least_alone: Number
    skipped: Number
    is_special: Number
