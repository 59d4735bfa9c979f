"""The lab in a workspace: a run on the record at one moment, against the engine that screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from interdict import __version__
from interdict.errors import InvalidInput, NotFound
from interdict.lab.clean import clean_names
from interdict.lab.probes import Plan, probes_of
from interdict.lab.run import Progress, measure
from interdict.lab.runfile import Card, ListCard, Run, configuration, finished
from interdict.lab.subjects import SUBJECT_PROPERTIES, subjects_of
from interdict.matching.base import DEFAULT_THRESHOLD
from interdict.model.entity import Held
from interdict.screening.parties_file import PartiesFile
from interdict.store.base import View
from interdict.workspace.root import Times, Workspace

DEFAULT_BUDGET = 12.0
"""Alerting names per 1,000 clean names, if nothing else is said."""


class Lab:
    """Validation on a workspace's record; `Workspace.lab` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def run(
        self,
        times: Times,
        plan: Plan,
        *,
        datasets: frozenset[str] | None = None,
        weak_aliases: bool = False,
        threshold: int = DEFAULT_THRESHOLD,
        budget: float = DEFAULT_BUDGET,
        clean: Path | None = None,
        made_at: datetime | None = None,
        timer: Callable[[], float] | None = None,
        progress: Progress = lambda done, total: None,
    ) -> Run:
        """Measures what the engine finds of the lists that hold at those times.

        Args:
            times: the moment.
            plan: what is measured.
            datasets: only these lists; all of the record for None.
            weak_aliases: True lets a weak alias alone make an alert.
            threshold: the one in use, 1 to 10,000.
            budget: alerting names per 1,000 clean names, for the proposal.
            clean: a file of the user's own parties, taken to be clean.
            made_at: when the run is made, for the card.
            timer: seconds of a running clock; without it speed is not measured.
            progress: told how far the run is.

        Raises:
            NotFound: if no list of the record covers the date, or one of `datasets` is not held.
            InvalidInput: if the file of clean parties or a setting cannot be used.
        """
        _check(plan, threshold, budget)
        own = None if clean is None else PartiesFile(clean)
        view = self._workspace.view(times, datasets)
        _require_held(self._workspace.view(times), datasets)
        lists = _lists(view, datasets)
        subjects = subjects_of(_named(view))
        if not subjects:
            raise NotFound(
                f"no listed party holds on {times.as_of}, so there is nothing to test with. "
                "Load a list edition published by then: interdict list load bundled"
            )
        screener = self._workspace.screening.screener(
            times,
            threshold=plan.floor,
            limit=plan.limit,
            weak_aliases=weak_aliases,
            datasets=datasets,
        )
        card = Card(
            lists=lists,
            as_of=times.as_of.isoformat(),
            known_at=times.known_at.isoformat(timespec="seconds"),
            held_at=view.moment.held_at,
            n_parties=len(subjects),
            n_names=sum(len(subject.all_names) for subject in subjects),
            engine=screener.engine,
            weak_aliases=weak_aliases,
            version=__version__,
            plan=plan,
            threshold=threshold,
            budget=budget,
            configuration=configuration(
                screener.digest, asdict(plan), __version__, own.fingerprint() if own else None
            ),
            made_at=None if made_at is None else made_at.isoformat(timespec="seconds"),
            clean_file=None if own is None else f"{own.path.name} sha256:{own.fingerprint()}",
        )
        measured = measure(
            screener.matcher,
            probes_of(subjects, plan),
            clean_names(subjects, plan, own),
            plan=plan,
            threshold=threshold,
            timer=timer,
            progress=progress,
        )
        return finished(card, measured)


def _check(plan: Plan, threshold: int, budget: float) -> None:
    if not plan.floor <= threshold <= 10_000:
        low = plan.floor / 10_000
        raise InvalidInput(f"the lab measures thresholds from {low:.2f} to 1.00")
    if not 0 <= budget <= 1_000:
        raise InvalidInput(f"the budget is alerts per 1,000 names, 0 to 1000, not {budget:g}")


def _named(view: View) -> Iterator[tuple[str, Held]]:
    """(party, statement) for everything that test names are made of."""
    for held in view.held(SUBJECT_PROPERTIES):
        yield view.canonical(held.statement.entity_id), held


def _require_held(view: View, datasets: frozenset[str] | None) -> None:
    """Looks for the asked lists among all that the record holds.

    Raises:
        NotFound: if one of them is not there.
    """
    held = view.datasets()
    missing = sorted((datasets or frozenset()) - set(held))
    if missing:
        raise NotFound(
            f"{missing[0]} is not in the record. Held: {', '.join(held) or 'nothing'}. "
            f"Load it: interdict list load {missing[0]} FILE..."
        )


def _lists(view: View, datasets: frozenset[str] | None) -> tuple[ListCard, ...]:
    """The editions that answer the date, by dataset."""
    cards = []
    for name in sorted(datasets or view.datasets()):
        coverage = view.coverage(name)
        edition = None if coverage.edition is None else str(coverage.edition)
        cards.append(ListCard(name, edition, coverage.status))
    return tuple(cards)
