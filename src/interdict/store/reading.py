"""How editions are read at a moment: what is visible, which answers, and with which bounds.

Pure functions over small plain data, shared by every store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from interdict.model.dates import PartialDate
from interdict.model.source import Edition, Grade
from interdict.model.statement import Presence
from interdict.store.base import PROVISIONAL, Coverage, Judgement, Moment


@dataclass(frozen=True, slots=True)
class Issue:
    """One file of one edition, as far as time is concerned; `key` is the store's own."""

    key: int
    dataset: str
    part: str
    published_at: datetime
    seq: int
    file_name: str
    grade: Grade
    primary: bool
    own_dates: bool = False

    @property
    def on(self) -> PartialDate:
        """The civil date of its edition."""
        return PartialDate.of(self.published_at.date())


class Timeline:
    """The issues that a moment can see, by dataset and part, in order of publication.

    Issues of one instant are ordered by recording, so that of two the later one answers.
    """

    def __init__(
        self, issues: Iterable[Issue], moment: Moment, datasets: frozenset[str] | None
    ) -> None:
        self._as_of = moment.as_of
        self._by_part: dict[tuple[str, str], list[Issue]] = {}
        for issue in sorted(issues, key=lambda i: (i.published_at, i.seq, i.key)):
            if issue.published_at > moment.known_at or issue.seq > moment.held_at:
                continue
            if datasets is not None and issue.dataset not in datasets:
                continue
            self._by_part.setdefault((issue.dataset, issue.part), []).append(issue)

    def parts(self) -> list[tuple[str, str]]:
        """(dataset, part) of everything visible, sorted."""
        return sorted(self._by_part)

    def issues(self, dataset: str, part: str) -> Sequence[Issue]:
        """Visible issues of a part, oldest first; empty if there are none."""
        return self._by_part.get((dataset, part), [])

    def answering(self, dataset: str, part: str) -> Issue | None:
        """The latest issue published on or before `as_of`, None before the first."""
        before = [i for i in self.issues(dataset, part) if self._speaks(i)]
        return before[-1] if before else None

    def _speaks(self, issue: Issue) -> bool:
        """Whether an issue says anything about `as_of`: civil dates are the publisher's own."""
        return issue.own_dates or issue.published_at.date() <= self._as_of

    def answering_issues(self) -> list[Issue]:
        """The answering issue of every part that has one."""
        found = (self.answering(*key) for key in self.parts())
        return [issue for issue in found if issue is not None]

    def presence(self, dataset: str, part: str, holds: Callable[[Issue], bool]) -> Presence | None:
        """Bounds of a statement in one part; None if no visible issue holds it.

        `holds` tells whether an issue holds the statement. File and line are not filled in.
        """
        issues = self.issues(dataset, part)
        marks = [holds(issue) for issue in issues]
        if not any(marks):
            return None
        answering = self.answering(dataset, part)
        at = -1 if answering is None else issues.index(answering)
        low, high = _run_around(marks, at)
        later = next((i for i in range(high + 1, len(marks)) if marks[i]), None)
        return Presence(
            edition=None if answering is None else answering.on,
            holds=at >= 0 and marks[at],
            first_seen=issues[low].on,
            last_seen=issues[high].on,
            absent_before=issues[low - 1].on if low > 0 else None,
            absent_after=issues[high + 1].on if high + 1 < len(issues) else None,
            seen_again=None if later is None else issues[later].on,
            file=issues[high].file_name if answering is None else answering.file_name,
            grade=issues[high].grade if answering is None else answering.grade,
        )

    def where(self, dataset: str, part: str, holds: Callable[[Issue], bool]) -> Issue | None:
        """The issue in which to look a statement up: the answering one, or the last holding it."""
        answering = self.answering(dataset, part)
        if answering is not None and holds(answering):
            return answering
        holding = [issue for issue in self.issues(dataset, part) if holds(issue)]
        return holding[-1] if holding else None

    def coverage(self, dataset: str) -> Coverage:
        """What the dataset can say about the moment's `as_of`."""
        parts = [part for name, part in self.parts() if name == dataset]
        if not parts:
            return Coverage(dataset, "not_loaded")
        issues = [issue for part in parts for issue in self.issues(dataset, part)]
        after = [issue.on for issue in issues if not self._speaks(issue)]
        answers = {
            part: issue.on for part in parts if (issue := self.answering(dataset, part)) is not None
        }
        primary = [i for i in issues if i.primary and self._speaks(i)]
        return Coverage(
            dataset,
            "covered" if primary else "before_first_edition",
            edition=max((i for i in primary), key=lambda i: i.published_at).on if primary else None,
            next_edition=min(after, key=lambda day: day.first) if after else None,
            parts=answers,
        )


def _run_around(marks: Sequence[bool], at: int) -> tuple[int, int]:
    """Ends of the run of True around `at`, else the nearest before it, else the next."""
    anchor = at if at >= 0 and marks[at] else None
    if anchor is None:
        anchor = next((i for i in range(at, -1, -1) if marks[i]), None)
    if anchor is None:
        anchor = next(i for i in range(max(at, 0), len(marks)) if marks[i])
    low = high = anchor
    while low > 0 and marks[low - 1]:
        low -= 1
    while high + 1 < len(marks) and marks[high + 1]:
        high += 1
    return low, high


def clash(edition: Edition, file_name: str) -> str:
    """The message for a second, different file of the same part of one edition."""
    return (
        f"{edition.dataset} of {edition.published_at.isoformat()} is held already with another "
        f"{file_name}. If this is a later issue of that day, give its time: "
        f"--edition {edition.published_on}T15:00"
    )


def merge_presence(found: Sequence[Presence]) -> Presence | None:
    """One presence for a statement that several parts hold: one that holds, else the latest."""
    if len(found) < 2:  # nearly always: most statements stand in one part
        return found[0] if found else None
    return max(found, key=lambda p: (p.holds, p.last_seen.last if p.last_seen else None))


class Canon:
    """Which ids are one party, by the judgements in force: the last word on a pair counts."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        verdicts: dict[tuple[str, str], bool] = {}
        for judgement in judgements:
            pair = tuple(sorted((judgement.left, judgement.right)))
            verdicts[(pair[0], pair[1])] = judgement.same
        self._root: dict[str, str] = {}
        for (left, right), same in verdicts.items():
            if same:
                self._join(left, right)
        self._members: dict[str, list[str]] = {}
        for entity_id in self._root:
            self._members.setdefault(self.of(entity_id), []).append(entity_id)

    def _join(self, left: str, right: str) -> None:
        roots = sorted((self.of(left), self.of(right)), key=_preference)
        self._root[left] = self._root[right] = roots[0]
        for root in roots:
            self._root[root] = roots[0]

    def of(self, entity_id: str) -> str:
        """The canonical id: a listed one before a provisional one, then the smallest."""
        root = entity_id
        while (above := self._root.get(root, root)) != root:
            root = above
        return root

    def grouped(self) -> frozenset[str]:
        """Ids that some judgement speaks of and joins."""
        return frozenset(self._root)

    def members(self, entity_id: str) -> list[str]:
        """All ids joined with this one, itself included, sorted."""
        return sorted(self._members.get(self.of(entity_id), [entity_id]))


def _preference(entity_id: str) -> tuple[bool, str]:
    return (entity_id.startswith(PROVISIONAL), entity_id)
