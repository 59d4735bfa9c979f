"""What changed on a list between two moments: by the set difference of what its editions say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from interdict.lists.ftm.schemata import is_a, properties
from interdict.model.dates import PartialDate
from interdict.model.statement import Statement
from interdict.store.base import View
from interdict.workspace.list_significance import (
    Significance,
    most_significant,
    significance_of,
)


@dataclass(frozen=True, slots=True)
class DesignationChange:
    """What changed about one designation of an entry.

    `event` is `began` or `ended` where the listing under that programme did; `changed` where
    something is said of it otherwise (a date, an authority).
    """

    programme: str
    event: str
    began: tuple[Statement, ...] = ()
    ended: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about an entry that stands in both editions.

    `began` and `ended` are about the party and what belongs to it (papers, wallets, links);
    its designations stand apart: losing one of two programmes is no change of the party.
    """

    record_id: str
    caption: str
    began: tuple[Statement, ...]
    ended: tuple[Statement, ...]
    designations: tuple[DesignationChange, ...] = ()

    @property
    def significance(self) -> Significance:
        """The greatest of anything in it; a designation that changes is major."""
        if self.designations:
            return Significance.MAJOR
        return most_significant((*self.began, *self.ended))


@dataclass(frozen=True, slots=True)
class ListDiff:
    """Entries added, removed, renumbered and changed between two moments.

    Ids are the publisher's own; `renumbered` holds (old id, new id, name) of entries that
    judgements join, which are among neither the added nor the removed ones.
    """

    dataset: str
    before: PartialDate | None
    after: PartialDate | None
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[Change, ...]
    renumbered: tuple[tuple[str, str, str], ...] = ()

    def major(self) -> ListDiff:
        """Without the changes, and the parts of changes, that are minor."""
        changed = tuple(
            replace(change, began=_major(change.began), ended=_major(change.ended))
            for change in self.changed
            if change.significance is Significance.MAJOR
        )
        return replace(self, changed=changed)


def list_diff(dataset: str, old: View, new: View) -> ListDiff:
    """What a list says in one view and not in the other; both views cover their dates."""
    began, ended = new.changes(old, dataset)
    owners = _Owners(dataset, old, new, (*began, *ended))
    touched: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for at, statements in enumerate((began, ended)):
        for statement in statements:
            touched.setdefault(owners.of(statement), ([], []))[at].append(statement)
    was, now = old.entries(dataset, touched), new.entries(dataset, touched)
    renumbered = _renumbered(dataset, was, now, new)
    left_out = {i for old_id, new_id, _ in renumbered for i in (old_id, new_id)}
    return ListDiff(
        dataset,
        old.coverage(dataset).edition,
        new.coverage(dataset).edition,
        added=_entries(now, now.keys() - was.keys() - left_out),
        removed=_entries(was, was.keys() - now.keys() - left_out),
        changed=tuple(
            _change(record_id, now[record_id], *touched[record_id], new)
            for record_id in sorted(was.keys() & now.keys(), key=_numeric)
        ),
        renumbered=tuple(renumbered),
    )


class _Owners:
    """Whose entry a statement is about: a link with a number of its own counts with its party."""

    _FIRST = ("entity", "holder", "owner", "director", "member", "subject", "person", "agent")
    """Where a link names several parties, it counts with the first of these that it has."""

    def __init__(self, dataset: str, old: View, new: View, changed: Iterable[Statement]) -> None:
        self._prefix = f"{dataset}-"
        self._views = (new, old)
        self._changed: dict[str, list[Statement]] = {}
        self._known: dict[str, str] = {}
        for statement in changed:
            self._changed.setdefault(statement.entity_id, []).append(statement)

    def of(self, statement: Statement) -> str:
        link = statement.entity_id
        if link != self._prefix + statement.record_id or not is_a(statement.schema, "Interval"):
            return statement.record_id
        if link not in self._known:
            owner = self._party(link, statement.schema) or link
            self._known[link] = owner.removeprefix(self._prefix)
        return self._known[link]

    def _party(self, link: str, schema: str) -> str | None:
        entities = (view.entity(link) for view in self._views)
        said = [*self._changed[link], *(s for entity in entities if entity for s in entity)]
        ends = [p for p, kind in properties(schema).items() if kind.name == "entity"]
        for prop in (*(p for p in self._FIRST if p in ends), *sorted(ends)):
            named = sorted(s.value for s in said if s.prop == prop)
            if named:
                return named[0]
        return None


def _change(
    record_id: str, caption: str, began: list[Statement], ended: list[Statement], new: View
) -> Change:
    """Parts what is said of the party from what is said of its designations."""
    mine = [[s for s in statements if not _is_listing(s)] for statements in (began, ended)]
    listings: dict[str, tuple[list[Statement], list[Statement]]] = {}
    tags: dict[str, str] = {}
    for at, statements in enumerate((began, ended)):
        for s in statements:
            if s.schema == "Sanction":
                listings.setdefault(s.entity_id, ([], []))[at].append(s)
                if s.prop == "program":
                    tags.setdefault(s.entity_id, s.value)
    told = set(tags.values())
    # A tag on the party itself repeats its listing's; without one it speaks for it.
    for at, statements in enumerate((began, ended)):
        for s in statements:
            if s.schema != "Sanction" and _is_listing(s) and s.value not in told:
                listings.setdefault(s.value, ([], []))[at].append(s)
                tags[s.value] = s.value
    changes = [
        _designation(tags.get(link) or _tag_of(link, new), *said) for link, said in listings.items()
    ]
    ordered = sorted(changes, key=lambda c: (c.programme, c.event))
    return Change(record_id, caption, tuple(mine[0]), tuple(mine[1]), tuple(ordered))


def _is_listing(statement: Statement) -> bool:
    return statement.schema == "Sanction" or statement.prop in ("program", "programId")


def _designation(
    programme: str, began: list[Statement], ended: list[Statement]
) -> DesignationChange:
    # A listing begins or ends with its programme; any other word about it is a change.
    starts = any(_is_tag(s) for s in began)
    stops = any(_is_tag(s) for s in ended)
    event = "changed" if starts == stops else "began" if starts else "ended"
    return DesignationChange(programme, event, tuple(began), tuple(ended))


def _is_tag(statement: Statement) -> bool:
    return statement.prop in ("program", "programId")


def _tag_of(link: str, view: View) -> str:
    entity = view.entity(link)
    found = None if entity is None else entity.first("program") or entity.first("programId")
    return found or link


def _renumbered(
    dataset: str, was: Mapping[str, str], now: Mapping[str, str], view: View
) -> list[tuple[str, str, str]]:
    """(old id, new id, name): one went and one came, and judgements join the two."""
    come: dict[str, list[str]] = {}
    for record_id in now.keys() - was.keys():
        come.setdefault(view.canonical(f"{dataset}-{record_id}"), []).append(record_id)
    found = []
    for record_id in sorted(was.keys() - now.keys(), key=_numeric):
        others = come.get(view.canonical(f"{dataset}-{record_id}"), [])
        if len(others) == 1:
            found.append((record_id, others[0], now[others[0]]))
    return found


def _entries(captions: Mapping[str, str], ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((record_id, captions[record_id]) for record_id in sorted(ids, key=_numeric))


def _major(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if significance_of(s) is Significance.MAJOR)


def by_property(change: Change) -> Iterator[tuple[str, Significance, list[str], list[str]]]:
    """(property, significance, values that began, values that ended) of a change, sorted."""
    found: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for at, statements in enumerate((change.began, change.ended)):
        for statement in statements:
            found.setdefault(statement.prop, ([], []))[at].append(statement)
    for prop in sorted(found):
        began, ended = found[prop]
        weight = most_significant((*began, *ended))
        yield prop, weight, [s.value for s in began], [s.value for s in ended]


def _numeric(record_id: str) -> tuple[int, str]:
    return (int(record_id), "") if record_id.isdigit() else (1 << 62, record_id)
