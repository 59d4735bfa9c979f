"""The designations of a party, as every source in a view gives them, and their states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from interdict.lists.event_qualifier import read_qualifier
from interdict.model.claim import Claim
from interdict.model.designation import Designation, Event, Listing, State
from interdict.model.entity import Entity, Held
from interdict.model.schema import EVENT_PROPERTIES, compatible
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence, Statement
from interdict.reconcile.evidence import event_of, evidence
from interdict.regimes.added_names import names_of
from interdict.regimes.known import Regimes
from interdict.regimes.lifecycle import state_of
from interdict.regimes.regime import Lifecycle, Regime
from interdict.store.base import Confirmation, HeldDocument, View

DESIGNATION_KINDS = frozenset(
    f"designation.{name}" for name in ("announced", "effective", "prior", "amended", "revoked")
)

_ANNOUNCING = frozenset(
    f"event:{name}" for name in ("directed", "announced", "notified", "approved", "signed", "filed")
)

_PLAIN_LIFECYCLE = Lifecycle(
    starts=("in_force", "listed", "published", "reinstated"),
    ends=("revoked", "expired", "annulled", "withdrawn", "disapproved"),
    announces=("directed", "announced", "notified", "approved", "signed", "filed"),
    by_act=True,
)
"""For a list's tag without a regime of its own: being listed is being designated."""


@dataclass(slots=True)
class _Gathered:
    """What has been found so far about one (programme, issuer)."""

    events: list[Event] = field(default_factory=list)
    listed: list[Listing] = field(default_factory=list)


class Designations:
    """Reads designations out of a view; keeps the documents and confirmations it has read."""

    def __init__(self, view: View, regimes: Regimes) -> None:
        self._view = view
        self._regimes = regimes
        self._documents = {held.document.sha256: held for held in view.documents()}
        self._confirmed: dict[str, list[Confirmation]] = {}
        for confirmation in view.confirmations():
            root = view.canonical(confirmation.entity_id)
            self._confirmed.setdefault(root, []).append(confirmation)

    def of(self, entity_id: str) -> list[tuple[Designation, State]]:
        """Designations of the party with their states at the view's moment, by programme."""
        root = self._view.canonical(entity_id)
        gathered: dict[tuple[str, str], _Gathered] = {}
        for link in self._view.referring("entity", root):
            if link.schema == "Sanction":
                self._from_link(link, gathered)
        self._from_claims(self._view.claims(root), root, gathered)
        for confirmation in self._confirmed.get(root, []):
            self._from_confirmation(confirmation, gathered)
        found = [
            Designation(root, programme, issuer, _ordered(g.events), tuple(g.listed))
            for (programme, issuer), g in sorted(gathered.items())
        ]
        return [(designation, self.state(designation)) for designation in found]

    def state(self, designation: Designation) -> State:
        """The state of a designation at the view's moment."""
        regime = self._regimes.get(designation.programme)
        lifecycle = regime.lifecycle if regime else _PLAIN_LIFECYCLE
        as_of, known_on = self._view.moment.as_of, self._view.moment.known_at.date()
        state = state_of(
            designation,
            lifecycle,
            as_of=as_of,
            known_on=known_on,
            covered=self._covered(designation, regime),
            absence_ends=all(tag.absence_ends for tag in regime.list_tags) if regime else True,
        )
        names = names_of(designation, lifecycle, as_of=as_of, known_on=known_on)
        return replace(state, names=names) if names else state

    def announced(self) -> list[tuple[Designation, State]]:
        """Designations of every party that some source announces, by party and programme.

        Sources are documents, compiled events, reviewers, and marks of lists for what is to come.
        """
        subjects = {
            self._view.canonical(claim.subject_id)
            for claim in self._view.claims()
            if claim.kind in DESIGNATION_KINDS and claim.subject_id
        }
        for held in self._view.held(_ANNOUNCING):
            subjects |= self._targets(held.statement.entity_id)
        subjects |= self._confirmed.keys() | self._marked()
        return [pair for subject in sorted(subjects) for pair in self.of(subject)]

    def _marked(self) -> set[str]:
        """Parties that a list marks for a designation which is still to be made."""
        marks = self._regimes.announcing
        if not {dataset for dataset, _ in marks} & set(self._view.datasets()):
            return set()
        return {
            target
            for held in self._view.held(frozenset({"program"}))
            if (held.statement.dataset, held.statement.value) in marks
            for target in self._targets(held.statement.entity_id)
        }

    def _targets(self, link_id: str) -> set[str]:
        link = self._view.entity(link_id)
        return set() if link is None else {self._view.canonical(v) for v in link.get("entity")}

    def _covered(self, designation: Designation, regime: Regime | None) -> bool:
        names = {entry.dataset for entry in designation.listed}
        if regime is not None:
            names |= {*regime.official_lists, *(tag.dataset for tag in regime.list_tags)}
        return any(self._view.coverage(name).status == "covered" for name in sorted(names))

    # -- sources -------------------------------------------------------------------------------

    def _from_link(self, link: Entity, into: dict[tuple[str, str], _Gathered]) -> None:
        """A `Sanction` of a list: its tag with bounds, and the dates it gives for events."""
        key = self._programme_of(link)
        if key is None:
            return
        gathered = into.setdefault(key, _Gathered())
        for held in link.held:
            statement, presence = held.statement, held.presence
            if statement.prop == "program" and presence is not None:
                gathered.listed.append(self._listing(statement, presence))
            elif statement.prop in EVENT_PROPERTIES and _still_said(held, link):
                gathered.events.extend(_listed_events(held))

    def _listing(self, statement: Statement, presence: Presence) -> Listing:
        """A tag within the bounds of editions, read as its programme reads it."""
        tag = self._regimes.list_tag(statement.dataset, statement.value)
        return Listing(
            statement.dataset,
            statement.value,
            presence,
            cite_statement(statement, presence),
            announces=tag is not None and tag.announces,
        )

    def _programme_of(self, link: Entity) -> tuple[str, str] | None:
        """(programme, issuer) of a `Sanction`: its regime key, else its list's tag."""
        named = link.first("programId")
        if named is not None:
            named = self._regimes.key_of(named)
            regime = self._regimes.get(named)
            return (named, regime.issuer if regime else link.first("authority") or "")
        tagged = next((s for s in link if s.prop == "program"), None)
        if tagged is None:
            return None
        regime = self._regimes.by_tag(tagged.dataset, tagged.value)
        if regime is not None:
            return (regime.key, regime.issuer)
        return (f"{tagged.dataset}:{tagged.value}", link.first("authority") or "")

    def _from_claims(
        self, claims: Iterable[Claim], root: str, into: dict[tuple[str, str], _Gathered]
    ) -> None:
        """What documents say of the party's designation, by the evidence table."""
        found: dict[tuple[str, str, str], list[Event]] = {}
        for claim, regime, held in self._designating(claims, root):
            event = event_of(claim, held, regime)
            if event is not None:
                if claim.kind == "designation.amended" and claim.object is not None:
                    event = replace(event, scope=claim.object)  # the name that it adds
                key = (regime.key, regime.issuer, held.document.sha256)
                found.setdefault(key, []).append(event)
        for (programme, issuer, _), events in found.items():
            gathered = into.setdefault((programme, issuer), _Gathered())
            gathered.events.extend(_joined(events))

    def _designating(
        self, claims: Iterable[Claim], root: str
    ) -> Iterator[tuple[Claim, Regime, HeldDocument]]:
        for claim in claims:
            if claim.kind not in DESIGNATION_KINDS or claim.programme is None:
                continue
            if claim.subject_id is None or self._view.canonical(claim.subject_id) != root:
                continue
            regime = self._regimes.get(claim.programme)
            held = self._documents.get(claim.document_id or "")
            if regime is None or held is None:
                continue
            schema = claim.subject_schema or "Organization"
            if any(compatible(schema, kind) for kind in regime.target_kinds):
                yield claim, regime, held

    def _from_confirmation(
        self, confirmation: Confirmation, into: dict[tuple[str, str], _Gathered]
    ) -> None:
        regime = self._regimes.get(confirmation.programme)
        known = (issuer for programme, issuer in into if programme == confirmation.programme)
        key = (confirmation.programme, regime.issuer if regime else next(known, ""))
        citation = Citation(
            source=confirmation.source or "reviewer's confirmation",
            grade=Grade.OFFICIAL,
            published=None
            if confirmation.recorded_at is None
            else confirmation.recorded_at.date().isoformat(),
            detail=f"confirmed by {confirmation.by}: {confirmation.reason}",
            by=confirmation.by,
        )
        event = Event(
            confirmation.event,
            str(confirmation.on),
            Grade.OFFICIAL,
            citation,
            confirmation.recorded_at,
            expected=None if confirmation.expected is None else str(confirmation.expected),
            until=None if confirmation.until is None else str(confirmation.until),
            scope=confirmation.scope,
        )
        into.setdefault(key, _Gathered()).events.append(event)


def cite_statement(statement: Statement, presence: Presence | None) -> Citation:
    """Where in which edition of which list a statement stands."""
    grade = Grade.PRESS
    if presence is not None:
        grade = presence.grade
    if statement.grade:
        grade = evidence().compiled.get(statement.grade, Grade.PRESS)
    edition = None if presence is None else presence.edition or presence.last_seen
    if presence is not None and not presence.holds:
        edition = presence.last_seen
    return Citation(
        source=statement.dataset,
        grade=grade,
        published=None if edition is None else str(edition),
        detail=statement.source or None,
        edition=None if edition is None else str(edition),
        file=None if presence is None else presence.file,
        line=None if presence is None else presence.line,
        record_id=statement.record_id or None,
        document_id=statement.document_id or None,
        start=statement.start,
        end=statement.end,
        fact_grade=statement.grade or None,
    )


def _still_said(held: Held, link: Entity) -> bool:
    """Whether a source still gives this date: a corrected one gives way to its correction.

    A date that a list gave for an entry which has gone since still tells when it happened.
    """
    if held.presence is None or held.presence.holds:
        return True
    prop = held.statement.prop
    corrected = any(
        other.statement.prop == prop and other.presence is not None and other.presence.holds
        for other in link.held
    )
    return not corrected and not held.statement.grade


def _listed_events(held: Held) -> list[Event]:
    """The event of a statement; one for each name where it adds several."""
    statement = held.statement
    citation = cite_statement(statement, held.presence)
    said = read_qualifier(statement.qualifier)
    event = Event(
        EVENT_PROPERTIES[statement.prop],
        statement.value,
        citation.grade,
        citation,
        expected=None if said.expected is None else str(said.expected),
        prior=citation.grade is Grade.PRESS and statement.prop != "event:announced",
        note=said.note,
        until=None if said.until is None else str(said.until),
    )
    return [replace(event, scope=name) for name in said.names] or [event]


def _joined(events: list[Event]) -> list[Event]:
    """One document's announcement and its expected date are one event, said in two places."""
    announced = [e for e in events if e.name == "announced" and e.expected is None]
    promised = [e for e in events if e.name == "announced" and e.expected is not None]
    others = [e for e in events if e.name != "announced"]
    if not announced or not promised:
        return [*others, *announced, *promised]
    expected = promised[0].expected
    return [*others, *(replace(e, expected=expected) for e in announced), *promised]


def _ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(
        sorted(
            dict.fromkeys(events),
            key=lambda e: (
                str(e.span.last) if e.span and e.span.last else "9999",
                e.name,
                e.grade.rank,
                e.citation.source,
                e.citation.start or 0,
            ),
        )
    )
