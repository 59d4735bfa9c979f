"""The listed names that meet a query, and the most that each can score, in loops.

The steps are those of `matching.candidates` and `matching.bounds`, for one question after another:
names that its words lead to, what these can be worth in them, and for those that may reach the
score needed a bound by all of their words. Where words written together may meet words apart the
texts are left to be compared elsewhere.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import (
    FIRST,
    N_TOKENS,
    TOTAL,
    Asked,
    Listed,
    Numbers,
    Question,
    Room,
    Rules,
    Runs,
    Words,
)
from interdict.matching.compiled.bounding import bounded, run_together, uncontradicted
from interdict.matching.compiled.reaching import chained, left_out, posted, reaching, unchained

_FIRST_SIZE = 4_096


@njit(cache=True, nogil=True)
def meet(
    asked: Asked,
    words: Words,
    listed: Listed,
    runs: Runs,
    kinds: Numbers,
    living: Numbers,
    room: Room,
    rules: Rules,
) -> Any:
    """(question, name, bound, score needed) of the pairs that may reach the score needed.

    The bound of a pair in which a run may meet is -1: its texts have not been compared.

    Args:
        kinds: for each row of `Asked.fits` and each schema whether they go together.
        living: for each name whether it is alive; empty if all are.
    """
    worth, n_met, has_run, is_born, head, touched, best, link, is_met = room
    names, tokens, letters = listed.names, listed.tokens, listed.letters
    likest = np.zeros(rules.most_words, dtype=np.int64)
    found = np.empty((4, _FIRST_SIZE), dtype=np.float64)
    n_found = 0
    for at in range(len(asked.first)):
        start, end = asked.first[at], asked.first[at] + asked.n_words[at]
        slots, weights, slacks = (
            asked.word[start:end],
            asked.weight[start:end],
            asked.slack_by_words[at],
        )
        called, own_kinds = asked.called[start:end], asked.kind[start:end]
        own_letters = asked.letter[start:end]
        left = left_out(asked, words, at, slots, weights, rules)
        place, percent, following = chained(words, slots, head)
        n = posted(words, listed, slots, weights, left, worth, n_met, touched)
        for row in range(runs.offsets[at], runs.offsets[at + 1]):
            name = runs.name[row]
            if not n_met[name]:
                touched[n] = name
                n += 1
            n_met[name] += 1
            worth[name] += runs.weight[row] * rules.joined
            has_run[name] = True
        for row in range(asked.born_offsets[at], asked.born_offsets[at + 1]):
            name = asked.born[row]
            if not n_met[name]:
                touched[n] = name
                n += 1
            n_met[name] += 1
            is_born[name] = True
        question = Question(
            n_words=asked.n_words[at],
            total=asked.total[at],
            initials=asked.initials[at],
            n_names=asked.n_names[at],
            letters=asked.letters[at],
            is_plain=asked.is_plain[at],
            least=asked.share_needed[at] * asked.total[at],
            least_alone=asked.share_needed_alone[at] * asked.total[at] - asked.slack[at],
            skipped=(weights * left).sum(),
        )
        n = reaching(
            question,
            touched[:n],
            names,
            tokens,
            worth,
            n_met,
            has_run,
            is_born,
            kinds[asked.fits[at]],
            living,
            head,
            place,
            percent,
            following,
            left,
            weights,
            slacks,
            best,
            rules,
        )
        for name in touched[:n]:
            needed = asked.born_needed[at] if is_born[name] else asked.needed[at]
            own = names[name]
            of_name = tokens[own[FIRST] : own[FIRST] + own[N_TOKENS]]
            best[: end - start] = 0
            likest[: len(of_name)] = 0
            if has_run[name]:
                run_together(
                    runs, runs.offsets[at], runs.offsets[at + 1], name, of_name, best, likest, rules
                )
            bound, is_known, is_single = bounded(
                question,
                own[TOTAL],
                of_name,
                letters,
                head,
                place,
                percent,
                following,
                weights,
                own_kinds,
                own_letters,
                called,
                best,
                likest,
                link,
                is_met,
                has_run[name],
                needed,
                rules,
            )
            if is_known and bound >= needed:
                kept = uncontradicted(
                    own_kinds,
                    asked.text,
                    asked.text_offsets[start : end + 1],
                    of_name,
                    listed.word_bytes,
                    listed.word_offsets,
                    link,
                    is_met,
                    rules,
                )
                # of two doubts the greater counts; resting on one word is in the bound already
                if is_single:
                    kept = min(1.0, kept / (rules.single_keeps / rules.full))
                bound *= kept
            if bound >= needed:
                bound = -1.0 if has_run[name] else bound
                if n_found == found.shape[1]:
                    found = np.concatenate((found, np.empty_like(found)), axis=1)
                found[0, n_found], found[1, n_found] = at, name
                found[2, n_found], found[3, n_found] = bound, needed
                n_found += 1
            has_run[name] = is_born[name] = False
        unchained(words, slots, head)
    return found[:, :n_found]
