"""Who may say what: from a document and a claim to an event of a designation, or to none.

The table is `data/evidence.yml`; the rule is record.md, section 4: only an official list or
journal, the issuer's own release about its own act, or a named reviewer puts a designation in
force. Everybody else can report or announce it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from interdict.model.claim import Claim, Modality
from interdict.model.designation import Event
from interdict.model.source import Citation, Document, DocumentKind, Grade
from interdict.regimes.regime import Regime
from interdict.store.base import HeldDocument


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what a claim of that kind is worth, from a source of that class."""

    source_class: str
    claim: str
    event: str
    by_act: bool | None = None
    prior: bool = False
    dated_by_publication: bool = False
    expects_date: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The table, read once: publishers by name, journals, rows, grades of compiled facts."""

    publishers: Mapping[str, str]
    journals: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...]
    compiled: Mapping[str, Grade]

    def source_class(self, document: Document, authority: str | None, issuer: str) -> str:
        """`journal`, `issuer` or `press`: what the document is for an act of `authority`.

        A release is the issuer's word only for an act of its own publisher: Treasury's release
        about what State did is press.
        """
        publisher = _plain(document.publisher)
        acting = authority or issuer
        if document.kind is DocumentKind.FR_NOTICE and acting in self.journals.get(publisher, ()):
            return "journal"
        if document.kind is DocumentKind.PRESS_RELEASE:
            own = self.publishers.get(publisher)
            if own is not None and own == acting:
                return "issuer"
        return "press"

    def row(self, source_class: str, claim_kind: str, *, by_act: bool) -> Row | None:
        """The row that applies, None if such a claim establishes nothing."""
        for row in self.rows:
            if (row.source_class, row.claim) == (source_class, claim_kind) and row.by_act in (
                None,
                by_act,
            ):
                return row
        return None


@cache
def evidence() -> Evidence:
    """The table of this version of Interdict."""
    import yaml  # where a text has a say: lists are screened without it

    text = files("interdict.reconcile").joinpath("data/evidence.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return Evidence(
        publishers={
            _plain(name): entry["authority"]
            for entry in data["publishers"]
            for name in entry["names"]
        },
        journals={_plain(j["name"]): tuple(j["authorities"]) for j in data["journals"]},
        rows=tuple(_row(entry) for entry in data["events"]),
        compiled={key: Grade(value) for key, value in data["compiled"].items()},
    )


def event_of(claim: Claim, held: HeldDocument, regime: Regime) -> Event | None:
    """The event that a designation claim establishes, None if it establishes none.

    A party of a kind that the programme cannot designate gives none (a leader of a designated
    group is not designated by it), nor does what is denied or only somebody's opinion, nor what is
    only likely to be said.
    """
    if claim.polarity != "+" or claim.stance.value not in ("asserted", "alleged"):
        return None
    if claim.is_likely:
        return None
    table, document = evidence(), held.document
    source_class = table.source_class(document, claim.authority, regime.issuer)
    if claim.is_proposed:
        source_class = "press"  # what a language model alone found in it is nobody's act
    row = table.row(source_class, claim.kind, by_act=regime.lifecycle.by_act)
    if row is None:
        return None
    grade = {"journal": Grade.COPY, "issuer": Grade.ISSUER, "press": Grade.PRESS}[source_class]
    citation = cite_claim(claim, held, grade)
    if source_class == "issuer" and row.event == "in_force" and not row.prior and _is_ahead(claim):
        # A release can speak of an act that its issuer will do: that announces it.
        return Event("announced", None, grade, citation, held.known_at, expected=claim.date)
    on = document.published if row.dated_by_publication else claim.date
    expected = claim.effective_on
    if row.expects_date:
        on, expected = None, claim.date
    if row.dated_by_publication and on is None:
        # An undated copy of a notice proves that it was made, not when it was published.
        return Event("filed", None, grade, citation, held.known_at, note="publication undated")
    return Event(
        row.event,
        None if on is None else on.partition("T")[0],
        grade,
        citation,
        published_at=held.known_at,
        expected=expected,
        prior=row.prior,
    )


def grade_of(document: Document) -> Grade:
    """What the document is as a source of its publisher's own acts."""
    own = evidence().publishers.get(_plain(document.publisher))
    if document.kind is DocumentKind.PRESS_RELEASE and own is not None:
        return Grade.ISSUER
    journal = _plain(document.publisher) in evidence().journals
    return Grade.COPY if document.kind is DocumentKind.FR_NOTICE and journal else Grade.PRESS


def authority_named(name: str) -> str | None:
    """The authority that goes by a name, such as `US-STATE` for the State Department."""
    return evidence().publishers.get(_plain(name))


def _is_ahead(claim: Claim) -> bool:
    return claim.modality is not Modality.ACTUAL


def cite_claim(claim: Claim, held: HeldDocument, grade: Grade) -> Citation:
    """Where in which document a claim stands."""
    document = held.document
    return Citation(
        source=document.file_name,
        grade=grade,
        published=document.published,
        detail=document.citation or document.title or document.publisher,
        document_id=document.sha256,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        by=claim.speaker or document.publisher,
    )


def _row(entry: Mapping[str, Any]) -> Row:
    return Row(
        source_class=entry["class"],
        claim=entry["claim"],
        event=entry["event"],
        by_act=entry.get("by_act"),
        prior=entry.get("prior", False),
        dated_by_publication=entry.get("dated_by") == "publication",
        expects_date=entry.get("expects") == "date",
    )


def _plain(name: str | None) -> str:
    """A publisher's name without case, dots and leading article."""
    text = " ".join((name or "").replace(".", "").casefold().split())
    return text.removeprefix("the ")
