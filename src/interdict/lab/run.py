"""Asking a matcher every test name and every clean name, once each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interdict.lab.catalog import BY_POLICY
from interdict.lab.clean import NAMESAKES, OWN, CleanName
from interdict.lab.metrics import CleanOutcome, Outcome, by_kind, clean_by_kind
from interdict.lab.probes import Plan, Probe
from interdict.matching.base import Matcher
from interdict.model.match import Match, ScorePart

Progress = Callable[[int, int], None]
"""Called with how many names are done and how many there are."""

MISSES_OF_KIND = 3
"""Misses of each kind, and alerts of each kind of clean name, that are explained."""

_DEEP = 500
"""A missed target is looked for this far down, to say why it was missed."""

_DEEP_FLOOR = 1_000


@dataclass(frozen=True, slots=True)
class Explained:
    """A miss or a false alert, with the parts of its score.

    For a miss `match_id` is the target, and `parts` are empty if it was not even compared; for
    an alert on a clean name it is the listed party that came up, and `target` is empty.
    """

    kind: str
    query: str
    target: str
    origin: str
    score: int
    match_id: str
    listed_name: str
    parts: tuple[ScorePart, ...]
    birth_date: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything a run found out."""

    outcomes: tuple[Outcome, ...]
    clean: tuple[CleanOutcome, ...]
    misses: tuple[Explained, ...]
    false_alerts: tuple[Explained, ...]
    seconds: tuple[float, ...] = ()
    """How long each query took, in seconds; informative only, empty without a timer."""


def measure(
    matcher: Matcher,
    probes: Sequence[Probe],
    clean: Sequence[CleanName],
    *,
    plan: Plan,
    threshold: int,
    timer: Callable[[], float] | None = None,
    progress: Progress = lambda done, total: None,
) -> Measured:
    """Asks everything at the plan's lowest threshold; scores then tell about all higher ones.

    Args:
        matcher: the engine under test.
        probes: test names.
        clean: clean names.
        plan: gives the lowest threshold and how many matches are looked at.
        threshold: the one in use, at which misses and false alerts are explained.
        timer: seconds of a running clock.
        progress: told after every 50 names, and at the end.
    """
    total = len(probes) + len(clean)
    seconds: list[float] = []
    outcomes: list[Outcome] = []
    clean_outcomes: list[CleanOutcome] = []
    queries: list[Probe | CleanName] = [*probes, *clean]
    for done, asked in enumerate(queries):
        if done % 50 == 0:
            progress(done, total)
        before = timer() if timer else 0.0
        matches = matcher.search(asked.party, threshold=plan.floor, limit=plan.limit)
        if timer:
            seconds.append(timer() - before)
        if isinstance(asked, Probe):
            outcomes.append(_outcome(asked, matches))
        else:
            scores = tuple(match.score for match in matches)
            clean_outcomes.append(CleanOutcome(asked.kind, asked.label, asked.group, scores))
    progress(total, total)
    return Measured(
        tuple(outcomes),
        tuple(clean_outcomes),
        _misses(matcher, probes, outcomes, threshold),
        _false_alerts(matcher, clean, clean_outcomes, threshold),
        tuple(seconds),
    )


def _outcome(probe: Probe, matches: Sequence[Match]) -> Outcome:
    place = next((at for at, m in enumerate(matches) if m.entity_id == probe.target), None)
    return Outcome(
        probe.kind,
        probe.target,
        probe.party.names[0],
        probe.origin,
        score=0 if place is None else matches[place].score,
        rank=None if place is None else place + 1,
        best=matches[0].score if matches else 0,
        birth_date=probe.party.birth_date,
    )


def _misses(
    matcher: Matcher, probes: Sequence[Probe], outcomes: Sequence[Outcome], threshold: int
) -> tuple[Explained, ...]:
    """The worst misses of each kind, why each scored as it did; misses by policy left out."""
    parties = {(probe.kind, probe.target): probe.party for probe in probes}
    found = []
    for kind, group in by_kind(outcomes).items():
        missed = [one for one in group if one.score < threshold and kind != BY_POLICY]
        missed.sort(key=lambda one: (one.score, one.target))
        for one in missed[:MISSES_OF_KIND]:
            deep = matcher.search(parties[one.key], threshold=_DEEP_FLOOR, limit=_DEEP)
            match = next((m for m in deep if m.entity_id == one.target), None)
            found.append(_explained(kind, one.query, one.origin, match, one))
    return tuple(found)


def _explained(
    kind: str, query: str, origin: str, match: Match | None, outcome: Outcome
) -> Explained:
    return Explained(
        kind,
        query,
        outcome.target,
        origin,
        score=outcome.score if match is None else match.score,
        match_id=outcome.target,
        listed_name=origin if match is None else match.name,
        parts=() if match is None else match.parts,
        birth_date=outcome.birth_date,
    )


def _false_alerts(
    matcher: Matcher,
    clean: Sequence[CleanName],
    outcomes: Sequence[CleanOutcome],
    threshold: int,
) -> tuple[Explained, ...]:
    """The strongest alerts on each kind of clean name; of an own file neither name nor parts."""
    parties = {(name.kind, name.label): name.party for name in clean}
    found: list[Explained] = []
    for kind, group in clean_by_kind(outcomes).items():
        if kind == NAMESAKES:
            continue
        alerts = [one for one in group if one.best >= threshold]
        alerts.sort(key=lambda one: (-one.best, one.label))
        for one in alerts[:MISSES_OF_KIND]:
            matches = matcher.search(parties[kind, one.label], threshold=threshold, limit=1)
            found.extend(_false_alert(kind, one, match) for match in matches)
    return tuple(found)


def _false_alert(kind: str, outcome: CleanOutcome, match: Match) -> Explained:
    parts = () if kind == OWN else match.parts
    return Explained(kind, outcome.label, "", "", match.score, match.entity_id, match.name, parts)
