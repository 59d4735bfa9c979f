"""What the loops over candidates are given, and hand on to each other."""

from __future__ import annotations

from typing import Any, NamedTuple

Numbers = Any
"""An array of numbers; numba takes its type from what it is given."""

Number = Any
"""A number out of such an array, or reckoned from some."""

FIRST, N_TOKENS, TOTAL, INITIALS, SCHEMA = range(5)
"""The columns of `Listed.names`."""

WORD, KIND, WEIGHT, BUSINESS = range(4)
"""The columns of `Listed.tokens`."""


class Rules(NamedTuple):
    """Constants of the modules `similarity`, `weights`, `scoring`, `kept`, `candidates`."""

    equal: int
    initial: int
    joined: int
    initial_weight: int
    light_weight: int
    heaviest: int
    ceiling: int
    full: int
    single_keeps: int
    contradiction: int
    inexact: int
    inexact_in_part: int
    rare: int
    common: int
    own_name: int
    turned: int
    turned_in_part: int
    frequent: int
    name_kind: int
    particle_kind: int
    longest_run: int
    longest_whole: int
    most_words: int


class Asked(NamedTuple):
    """`AskedColumns`, and what else is asked.

    For each word its `kind`, the bit of its first `letter`, whether people are `called` so, and
    the bytes of its text. For each question which row of the kinds of party `fits`, and the names
    of parties `born` on the day asked, with the score needed from them.
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
    total: Numbers
    slack: Numbers
    initials: Numbers
    n_names: Numbers
    letters: Numbers
    is_plain: Numbers
    needed: Numbers
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


class Listed(NamedTuple):
    """Arrays of an index, what is read together in rows.

    `names`: of each name the first token, the number of tokens, total weight, initials as
    bits, schema. `tokens`: of each token word, kind, weight, and 1 for a word
    of business. `letters`: the bits of the letters that words begin with.
    """

    posting_offsets: Numbers
    posting_name: Numbers
    initialled_offsets: Numbers
    initialled_name: Numbers
    names: Numbers
    tokens: Numbers
    letters: Numbers
    word_bytes: Numbers
    word_offsets: Numbers


class Runs(NamedTuple):
    """`Joined`, by question and name; `offsets` by question."""

    offsets: Numbers
    name: Numbers
    start: Numbers
    n_words: Numbers
    weight: Numbers
    listed_start: Numbers
    listed_n: Numbers
    listed_word: Numbers


class Room(NamedTuple):
    """Columns that are lent to `meet`: over all listed names and words nothing but 0 and False,
    before and after; `touched` and what goes by the words of two names hold what they may."""

    worth: Numbers
    n_met: Numbers
    has_run: Numbers
    is_born: Numbers
    head: Numbers
    touched: Numbers
    best: Numbers
    link: Numbers
    is_met: Numbers


class Question(NamedTuple):
    """The numbers of `Asked` for the question in hand; `skipped` is the weight of words left out.

    Numbers alone: each call with arrays counts the holders of every one of them.
    """

    n_words: Any
    total: Any
    initials: Any
    n_names: Any
    letters: Any
    is_plain: Any
    least: Any
    least_alone: Any
    skipped: Any
