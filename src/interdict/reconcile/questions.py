"""Questions on which sources speak, and how their answers stand to each other.

Nothing is dropped and nothing silently wins: every value stays beside the others with its
source; the relation says whether they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from interdict.model.claim import Stance
from interdict.model.dates import span_of
from interdict.model.designation import Designation, Event
from interdict.model.source import Citation
from interdict.reconcile.asking import Shape
from interdict.reconcile.relations import Day, Relation, relation_between

Placing = Callable[[str, Citation, bool], str]
"""Places a symbolic date of a document, given whether it lies ahead of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One value with everybody who gives it; strongest grade first.

    `stances` and `speakers` stand beside the citations, one for each (None: in the document's own
    voice). `n_sources` counts independent sources: reprints and shared passages count once.
    `voices` says in whose voice (`speakers.Voice`), `bounds` the interval of a number, `placed` a
    symbolic date as the story's other documents place it.
    """

    value: str
    citations: tuple[Citation, ...]
    stances: tuple[Stance, ...] = ()
    speakers: tuple[str | None, ...] = ()
    n_sources: int = 1
    voices: tuple[int, ...] = ()
    bounds: tuple[float | None, float | None] | None = None
    placed: str | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Somebody's denial or rebuttal of what is answered: tied to it, not a value of its own."""

    relation: Relation
    speaker: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Question:
    """What sources are asked, and what they answer.

    `key` is made of what is asked, of whom and under which programme, such as
    `designation.announced|doc-x|US-FTO`. `relation` is that of the two answers that agree least,
    or that of a contest. `n_sources` counts independent sources of all answers together; `note`
    puts a counter or an utterance into words.
    """

    key: str
    entity_id: str
    programme: str
    about: str
    answers: tuple[Answer, ...]
    relation: Relation
    shape: Shape = Shape.FUNCTIONAL
    n_sources: int = 1
    contests: tuple[Contest, ...] = ()
    note: str | None = None


_ENDS = frozenset({"revoked", "expired", "annulled"})
_STARTS = frozenset({"in_force", "published", "listed", "reinstated"})


def questions_of(designation: Designation, place: Placing | None = None) -> list[Question]:
    """The dated questions about a designation that at least one source answers.

    Announcement, beginning and end. What is expected and what came to pass answer the same
    question, when it begins; several intervals are told apart by their year. `place` gives
    symbolic dates of documents their year and day, where their story tells.
    """
    asked: dict[str, list[_Dated]] = {}

    def put(about: str, value: str, citation: Citation, ahead: bool) -> None:
        found = value if place is None else place(value, citation, ahead)
        key = _numbered(about, found, designation)
        dated = _Dated(value, None if found == value else found, citation)
        asked.setdefault(key, []).append(dated)

    for event in designation.events:
        if event.name == "announced" and event.on:
            put("announced", event.on, event.citation, False)
        if event.expected:
            put("begins", event.expected, event.citation, True)
        if event.on and event.name in _STARTS:
            put("begins", event.on, event.citation, False)
        if event.on and event.name in _ENDS:
            put("ends", event.on, event.citation, False)
    return [_question(designation, about, values) for about, values in sorted(asked.items())]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date that one source gives; `placed` what its story makes of a symbolic one."""

    value: str
    placed: str | None
    citation: Citation


def relation_of(values: Iterable[str]) -> Relation:
    """The relation of some dates: that of the pair that agrees least."""
    return relation_between([Day(value, span_of(value)) for value in values])


def _question(designation: Designation, about: str, values: Sequence[_Dated]) -> Question:
    by_value: dict[tuple[str, str | None], list[Citation]] = {}
    for dated in values:
        by_value.setdefault((dated.value, dated.placed), []).append(dated.citation)
    answers = [
        _answer(value, placed, sorted(dict.fromkeys(cited), key=lambda c: (c.grade.rank, c.source)))
        for (value, placed), cited in by_value.items()
    ]
    answers.sort(key=lambda answer: (answer.citations[0].grade.rank, answer.value))
    sources = {dated.citation.document_id or dated.citation.source for dated in values}
    return Question(
        key=f"designation.{about}|{designation.entity_id}|{designation.programme}",
        entity_id=designation.entity_id,
        programme=designation.programme,
        about=about,
        answers=tuple(answers),
        relation=relation_of(placed or value for value, placed in by_value),
        n_sources=len(sources),
    )


def _answer(value: str, placed: str | None, citations: Sequence[Citation]) -> Answer:
    sources = {citation.document_id or citation.source for citation in citations}
    stances = tuple(Stance.ASSERTED for _ in citations)
    speakers = tuple(citation.by for citation in citations)
    return Answer(value, tuple(citations), stances, speakers, len(sources), placed=placed)


def _numbered(about: str, value: str, designation: Designation) -> str:
    """`begins`, or `begins #2` for the second interval of a designation that had an end."""
    ends = sorted(
        span.first
        for event in designation.events
        if event.name in _ENDS and event.grade.confirms
        if (span := event.span) is not None and span.first is not None
    )
    span = span_of(value)
    if not ends or span is None or span.first is None:
        return about
    before = sum(end < span.first if about == "ends" else end <= span.first for end in ends)
    return about if before == 0 else f"{about} #{before + 1}"


def is_designation_event(event: Event) -> bool:
    """Whether an event answers one of the questions asked here."""
    return event.name in _STARTS | _ENDS | {"announced"}
