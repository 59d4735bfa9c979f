"""One asked name with what is known of its words, in plain numbers (see `AskedColumns`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from interdict.matching.asked import weight_beyond
from interdict.matching.kept import FULL, most_single_keeps
from interdict.matching.lookup import KnownWord, Lookup, Question
from interdict.matching.runs import LONGEST_RUN, LONGEST_WHOLE
from interdict.matching.scoring import share_needed
from interdict.text.called import is_business
from interdict.text.names import Kind

_NAME, _INITIAL = int(Kind.NAME), int(Kind.INITIAL)


@dataclass(frozen=True, slots=True)
class Asked:
    """An asked name; its sums are those of `AskedColumns`.

    `least` is the worth that a listed name has to have beside what light words may be worth,
    `least_alone` where all rests on one word of several.
    """

    question: Question
    words: tuple[KnownWord, ...]
    total: int
    slack: int
    n_initials: int
    n_light: int
    n_names: int
    letters: int
    initial_letters: int
    is_plain: bool
    single_keeps: float
    share_needed: float
    share_needed_alone: float
    slack_by_words: tuple[int, ...]

    @property
    def least(self) -> float:
        """In weight times share."""
        return self.share_needed * self.total - self.slack

    @property
    def least_alone(self) -> float:
        """In weight times share."""
        return self.share_needed_alone * self.total - self.slack

    def slack_against(self, n_listed: int, *, has_run: bool) -> int:
        """The slack against a listed name of so many words (see `AskedColumns`)."""
        if has_run:
            if len(self.words) <= LONGEST_WHOLE:
                return self.slack
            n_listed *= LONGEST_RUN
        return self.slack_by_words[min(n_listed, len(self.slack_by_words) - 1)]


def asked_name(lookup: Lookup, question: Question, slots: Sequence[int]) -> Asked:
    """The name of a question, whose words have been prepared and stand in those slots."""
    words = tuple([lookup.known(slot) for slot in slots])
    slacks: list[int] = []
    total = n_initials = n_light = n_names = letters = initial_letters = 0
    for word, token in zip(words, question.name.tokens, strict=True):
        total += word.weight
        if word.kind == _NAME:
            n_names += not is_business(token.text)
            letters |= word.letter
            if word.is_light:
                slacks.append(word.weight)
                n_light += 1
            continue
        slacks.append(word.weight)
        if word.kind == _INITIAL:
            n_initials += 1
            initial_letters |= word.letter
    single_keeps = most_single_keeps(question.name.tokens)
    needed, needed_alone = _shares_needed(question.needed, single_keeps)
    return Asked(
        question=question,
        words=words,
        total=total + weight_beyond(question.name.n_beyond),
        slack=sum(slacks),
        n_initials=n_initials,
        n_light=n_light,
        n_names=n_names,
        letters=letters,
        initial_letters=initial_letters,
        is_plain=n_names > 1 and not n_initials and not n_light,
        single_keeps=single_keeps / FULL,
        share_needed=needed,
        share_needed_alone=needed_alone,
        slack_by_words=(0, *accumulate(sorted(slacks, reverse=True))),
    )


@lru_cache(maxsize=256)
def _shares_needed(needed: int, single_keeps: int) -> tuple[float, float]:
    shares = share_needed(np.array([needed, needed / (single_keeps / FULL)], dtype=np.float64))
    return float(shares[0]), float(shares[1])
