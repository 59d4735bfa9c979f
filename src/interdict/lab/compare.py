"""Two runs side by side: recall and alerts at each one's threshold, and which records changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from interdict.errors import InvalidInput
from interdict.lab.catalog import MANIPULATIONS
from interdict.lab.metrics import (
    CleanOutcome,
    Outcome,
    Rate,
    alerting,
    by_kind,
    clean_by_kind,
    recall,
)
from interdict.lab.runfile import Card, Run


@dataclass(frozen=True, slots=True)
class Changed:
    """One test that both runs asked, found by only one of them; scores 0 to 10,000."""

    kind: str
    target: str
    query: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class KindChange:
    """One kind of test in both runs.

    `n_shared` tests were the same in both; recall `before` and `after` is theirs alone (None
    where there are none), so that a larger sample does not look like a change. Of them, `n_lost`
    were found before and are not now, `n_won` the reverse, and `n_rescored` have another score.
    `chance` is the probability that as uneven a split of lost and won comes by chance (sign
    test); 1.0 where nothing changed.
    """

    kind: str
    title: str
    before: Rate | None
    after: Rate | None
    n_shared: int
    n_lost: int
    n_won: int
    n_rescored: int
    chance: float


@dataclass(frozen=True, slots=True)
class CleanChange:
    """One kind of clean name in both runs; rates of the shared names, None where there are none."""

    kind: str
    before: Rate | None
    after: Rate | None
    n_shared: int
    n_new_alerts: int
    n_gone_alerts: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs. `differences` are the settings that do, in words."""

    thresholds: tuple[int, int]
    differences: tuple[str, ...]
    kinds: tuple[KindChange, ...]
    clean: tuple[CleanChange, ...]
    lost: tuple[Changed, ...]
    won: tuple[Changed, ...]


def compare(before: Run, after: Run, *, threshold: int | None = None) -> Comparison:
    """The comparison, each run at its own threshold in use, or both at one.

    Raises:
        InvalidInput: if the runs have no test in common.
    """
    at = (
        before.card.threshold if threshold is None else threshold,
        after.card.threshold if threshold is None else threshold,
    )
    groups = by_kind(before.outcomes), by_kind(after.outcomes)
    kinds: list[KindChange] = []
    lost: list[Changed] = []
    won: list[Changed] = []
    for one in MANIPULATIONS:
        left, right = groups[0].get(one.key, []), groups[1].get(one.key, [])
        if not left and not right:
            continue
        change, gone, come = _kind_change(one.key, one.title, left, right, at)
        kinds.append(change)
        lost += gone
        won += come
    if not any(change.n_shared for change in kinds):
        raise InvalidInput(
            "the two runs have no test in common: run both with the same --seed on the same list"
        )
    return Comparison(
        at,
        _differences(before.card, after.card),
        tuple(kinds),
        _clean_changes(before, after, at),
        tuple(sorted(lost, key=lambda one: (one.after - one.before, one.kind, one.target))),
        tuple(sorted(won, key=lambda one: (one.before - one.after, one.kind, one.target))),
    )


def _kind_change(
    key: str,
    title: str,
    left: Sequence[Outcome],
    right: Sequence[Outcome],
    at: tuple[int, int],
) -> tuple[KindChange, list[Changed], list[Changed]]:
    earlier = {(o.target, o.query, o.birth_date): o for o in left}
    pairs = [
        (earlier[o.target, o.query, o.birth_date], o)
        for o in right
        if (o.target, o.query, o.birth_date) in earlier
    ]
    changed = [
        Changed(key, old.target, old.query, old.score, new.score)
        for old, new in pairs
        if (old.score >= at[0]) != (new.score >= at[1])
    ]
    lost = [one for one in changed if one.before >= at[0]]
    won = [one for one in changed if one.before < at[0]]
    change = KindChange(
        key,
        title,
        recall([old for old, _ in pairs], at[0]) if pairs else None,
        recall([new for _, new in pairs], at[1]) if pairs else None,
        len(pairs),
        len(lost),
        len(won),
        sum(old.score != new.score for old, new in pairs),
        sign_test(len(lost), len(won)),
    )
    return change, lost, won


def sign_test(n_lost: int, n_won: int) -> float:
    """Two-sided probability of a split at least as uneven, if either were as likely."""
    n = n_lost + n_won
    if n == 0:
        return 1.0
    tail = sum(math.comb(n, k) for k in range(min(n_lost, n_won) + 1))
    return min(2 * tail / float(2**n), 1.0)


def _clean_changes(before: Run, after: Run, at: tuple[int, int]) -> tuple[CleanChange, ...]:
    left, right = clean_by_kind(before.clean), clean_by_kind(after.clean)
    changes = []
    for kind in dict.fromkeys([*left, *right]):
        earlier = {o.label: o for o in left.get(kind, [])}
        pairs = [(earlier[o.label], o) for o in right.get(kind, []) if o.label in earlier]
        states = [(a.best >= at[0], b.best >= at[1]) for a, b in pairs]
        changes.append(
            CleanChange(
                kind,
                _rate([old for old, _ in pairs], at[0]),
                _rate([new for _, new in pairs], at[1]),
                len(pairs),
                states.count((False, True)),
                states.count((True, False)),
            )
        )
    return tuple(changes)


def _rate(outcomes: Sequence[CleanOutcome], threshold: int) -> Rate | None:
    return alerting(outcomes, threshold) if outcomes else None


def _differences(before: Card, after: Card) -> tuple[str, ...]:
    """Settings that differ, one sentence each."""
    rows = [
        ("engine", before.engine, after.engine),
        ("weak aliases alone alert", before.weak_aliases, after.weak_aliases),
        ("threshold", before.threshold / 10_000, after.threshold / 10_000),
        ("lists", _editions(before), _editions(after)),
        ("as of", before.as_of, after.as_of),
        ("record", before.held_at, after.held_at),
        ("listed parties", before.n_parties, after.n_parties),
        ("seed", before.plan.seed, after.plan.seed),
        ("sample", before.plan.sample, after.plan.sample),
        ("clean names", before.plan.clean, after.plan.clean),
        ("kind of party stated", before.plan.states_schema, after.plan.states_schema),
        ("own file", before.clean_file, after.clean_file),
        ("version", before.version, after.version),
    ]
    return tuple(f"{what}: {old} -> {new}" for what, old, new in rows if old != new)


def _editions(card: Card) -> str:
    return ", ".join(f"{one.dataset} {one.edition}" for one in card.lists if one.edition)
