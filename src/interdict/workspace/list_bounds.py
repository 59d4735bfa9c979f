"""How much less than before an edition may say, until somebody has to confirm it.

A download that broke off at a row's end, a renamed column or a publisher's mistake looks like a
list from which thousands were taken off, or one on which nobody has a birth date any more.
Recording it would end all that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from interdict.model.dates import PartialDate
from interdict.model.schema import IDENTIFIER_PROPERTIES, NAME_PROPERTIES
from interdict.model.source import Edition, Signal
from interdict.store.base import PartContent, Tally
from interdict.workspace.root import Times, Workspace

USUAL_SHARE = 0.30
"""An edition may have so much less (share) than the one before it, of each thing that counts."""

SHARES = {
    # Whoever keeps a list of their own may cut it as they like: only half of it asks back.
    "own_list": 0.50,
}
"""Dataset -> its own share, where the usual one does not fit; also for `own_list_NAME`."""

FEW = 20
"""What there was less of than this is not measured: of few a share says nothing."""

COUNTED: Mapping[str, frozenset[str]] = {
    "programmes": frozenset({"program"}),
    "names": frozenset(NAME_PROPERTIES),
    "dates of birth": frozenset({"birthDate"}),
    "numbers": IDENTIFIER_PROPERTIES,
    "countries": frozenset({"country", "nationality", "citizenship", "flag"}),
    "dates of listing": frozenset({"event:listed", "event:in_force"}),
}
"""What is counted beside the entries -> the properties that hold it. By these a party is found,
told from another one, and designated."""

BY_CHANCE = frozenset({"comments"})
"""Parts of which entries alone are counted: what a remark's rest says depends on where it was cut,
and a format without such a limit says it elsewhere."""

_PROPERTIES = frozenset().union(*COUNTED.values())


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A part of an edition that says less than it may.

    Attributes:
        what: what there is less of: `entries`, `stay` (entries of before that are still there
            under their numbers), or a name of `COUNTED`.
        before: the edition that it is held against.
        allowed: the share that it may lose.
    """

    part: str
    what: str
    n_before: int
    n_now: int
    before: PartialDate
    allowed: float

    def __str__(self) -> str:
        share = 1 - self.n_now / self.n_before
        bound = f"({share:.0%} fewer; up to {self.allowed:.0%} are usual)"
        if self.what == "stay":
            return (
                f"{self.part}: of {self.n_before:,} entries of the edition of {self.before} "
                f"{self.n_now:,} are still there under their numbers {bound}"
            )
        what = f"of {self.n_now:,} entries" if self.what == "entries" else (
            f"with {self.n_now:,} {self.what}"
        )  # fmt: skip
        return (
            f"{self.part} {what}, where the edition of {self.before} has {self.n_before:,} {bound}"
        )


def shrunk(workspace: Workspace, edition: Edition, parts: Sequence[PartContent]) -> list[Shrunk]:
    """Where parts say too little beside the latest ones published before the edition.

    Empty for a first edition, for parts that were never held before it or are held as they are,
    and for a dataset with dates of its own.
    """
    if edition.own_dates:
        return []
    held = workspace.record.everything().editions(edition.dataset)
    at = edition.published_at
    same = {p.sha256 for h in held for p in h.edition.parts if h.edition.published_at == at}
    fresh = [content for content in parts if content.part.sha256 not in same]
    if not fresh or all(h.edition.published_at >= at for h in held):
        return []
    before = Times(at.date() + timedelta(1), at - timedelta(microseconds=1))
    view = workspace.view(before, frozenset({edition.dataset}))
    tallies = view.tallies(edition.dataset, _PROPERTIES)
    rows = {
        part.part: part.n_records
        for h in held  # in order of publication
        if h.edition.published_at < at
        for part in h.edition.parts
    }
    allowed = share_of(edition.dataset)
    return [
        one
        for content in fresh
        if content.part.part in tallies
        for one in _less(content, rows[content.part.part], tallies[content.part.part], allowed)
    ]


def _less(content: PartContent, n_rows: int, old: Tally, allowed: float) -> list[Shrunk]:
    """What a part has too little of; if it is entries, of them alone."""
    part = content.part.part

    def judged(what: str, before: int, now: int) -> list[Shrunk]:
        if before < FEW or now >= before * (1 - allowed):
            return []
        return [Shrunk(part, what, before, now, old.edition, allowed)]

    entries = judged("entries", n_rows, content.part.n_records)
    if entries or n_rows < FEW or part in BY_CHANCE:
        return entries
    props: dict[str, int] = dict.fromkeys(_PROPERTIES, 0)
    for statement, _ in content.statements:
        if statement.prop in props:
            props[statement.prop] += 1
    records = {s.record_id for s, _ in content.statements}
    found = judged("stay", len(old.records), len(old.records & records))
    for what, counted in COUNTED.items():
        found += judged(
            what, sum(old.props.get(p, 0) for p in counted), sum(props[p] for p in counted)
        )
    return found


def accepted(content: PartContent, small: Iterable[Shrunk]) -> PartContent:
    """A part that was recorded though it says so much less tells it in its signals."""
    mine = [Signal("drift", f"fewer {'entries' if s.what == 'stay' else s.what}", str(s))
            for s in small if s.part == content.part.part]  # fmt: skip
    part = replace(content.part, signals=(*content.part.signals, *mine))
    return replace(content, part=part) if mine else content


def share_of(dataset: str) -> float:
    """The share by which an edition of that dataset may shrink."""
    own = (s for name, s in SHARES.items() if f"{dataset}_".startswith(f"{name}_"))
    return next(own, USUAL_SHARE)
