"""The words of a batch of asked names as columns, one name after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interdict.matching.arrays import Array, Bools
from interdict.matching.asked import weight_beyond
from interdict.matching.compiling import MAX_TOKENS
from interdict.matching.kept import FULL, most_single_keeps
from interdict.matching.lookup import Lookup, Question
from interdict.matching.runs import LONGEST_RUN, LONGEST_WHOLE
from interdict.matching.scoring import share_needed
from interdict.matching.word_columns import WordColumns
from interdict.text.called import is_business
from interdict.text.names import Kind


@dataclass(frozen=True, slots=True)
class AskedColumns:
    """The words of all names, one after the other; and for each question its sums.

    `asked`, `place`, `weight`, `word` describe each word: its question, its place in the name,
    and its slot in `words`, where its neighbours stand.

    For each question: `first` of its words, and their number `n_words`; `total` weight; `slack`,
    what light words and initials may be worth; how many `initials`, words that some name has as
    `light`, and words that tell who it is (`n_names`) it has; `letters` that its words begin with,
    as bits, and those of its initials; `is_plain` if it has two such words or more and none that
    may meet what its column does not hold; `share_needed` of its weight, and where all rests on one
    word of several, of whose score then no more than the share `single_keeps` is left. `weight_at`
    holds by place the weights that `slack` does not; `slack_by_words` what slack is at most against
    a listed name of so many words, each of which is linked once.
    """

    words: WordColumns
    asked: Array
    place: Array
    weight: Array
    word: Array
    first: Array
    n_words: Array
    total: Array
    slack: Array
    initials: Array
    light: Array
    n_names: Array
    letters: Array
    initial_letters: Array
    is_plain: Array
    needed: Array
    single_keeps: Array
    share_needed: Array
    share_needed_alone: Array
    weight_at: Array
    slack_by_words: Array

    def slack_against(self, asked: Array, n_listed: Array, has_run: Bools) -> Array:
        """The slack of questions against listed names of so many words.

        Where runs meet, a listed word may stand for several of the query.
        """
        short = has_run & (self.n_words[asked] <= LONGEST_WHOLE)
        n_linked = np.where(has_run, n_listed * LONGEST_RUN, n_listed)
        n_linked = np.where(short, MAX_TOKENS, np.minimum(n_linked, MAX_TOKENS))
        slack: Array = self.slack_by_words[asked, n_linked]
        return slack


def asked_columns(
    lookup: Lookup, questions: Sequence[Question], slots: Sequence[int]
) -> AskedColumns:
    """The columns of those questions, whose words have been prepared; none is without words.

    Args:
        slots: those of all words of the questions, as `Lookup.prepare` gives them.
    """
    words = lookup.columns
    n_questions = len(questions)
    word = np.array(slots, dtype=np.int64)
    n_words = np.array([len(question.name.tokens) for question in questions], dtype=np.int64)
    asked = np.repeat(np.arange(n_questions), n_words)
    first = np.cumsum(n_words) - n_words
    place = np.arange(len(word)) - first[asked]
    kind, weight = words.kind[word], words.weight[word]
    is_name, is_initial = kind == Kind.NAME, kind == Kind.INITIAL
    may_be_light = words.is_light[word]
    letter = words.letter[word]

    def summed(amounts: Array) -> Array:
        result: Array = np.add.reduceat(amounts, first, dtype=np.int64)
        return result

    def bits(of: Array) -> Array:
        masks: Array = np.bitwise_or.reduceat(np.where(of, letter, 0), first)
        return masks.astype(np.uint32)

    own = np.where(is_name, weight, 0)
    weight_at = np.zeros((n_questions, MAX_TOKENS), dtype=np.int64)
    weight_at[asked, place] = own
    slack_of = np.where(is_name & ~may_be_light, 0, weight)
    slack_at = np.zeros((n_questions, MAX_TOKENS + 1), dtype=np.int64)
    slack_at[asked, place + 1] = slack_of
    slack_at[:, 1:] = -np.sort(-slack_at[:, 1:], axis=1)
    beyond = [weight_beyond(question.name.n_beyond) for question in questions]
    tells = [not is_business(one.text) for question in questions for one in question.name.tokens]
    telling = is_name & np.array(tells, dtype=np.bool_)
    initials, light, names = summed(is_initial), summed(may_be_light), summed(telling)
    needed = np.array([question.needed for question in questions], dtype=np.float64)
    kept = [most_single_keeps(question.name.tokens) for question in questions]
    single_keeps = np.array(kept, dtype=np.float64) / FULL
    return AskedColumns(
        words=words,
        asked=asked,
        place=place,
        weight=weight,
        word=word,
        first=first,
        n_words=n_words,
        total=summed(weight) + np.array(beyond, dtype=np.int64),
        slack=summed(slack_of),
        initials=initials,
        light=light,
        n_names=names,
        letters=bits(is_name),
        initial_letters=bits(is_initial),
        is_plain=(names > 1) & (initials == 0) & (light == 0),
        needed=needed,
        share_needed=share_needed(needed),
        single_keeps=single_keeps,
        share_needed_alone=share_needed(needed / single_keeps),
        weight_at=weight_at,
        slack_by_words=np.cumsum(slack_at, axis=1),
    )
