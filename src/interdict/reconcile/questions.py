"""Questions on which sources speak, and how their answers stand to each other.

Nothing is dropped and nothing silently wins: every value stays beside the others with its
source; the relation says whether they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interdict.model.dates import Span, span_of
from interdict.model.designation import Designation, Event
from interdict.model.source import Citation


class Relation(StrEnum):
    """How the answers to one question stand to each other, the weakest agreement of any pair."""

    AGREE = "AGREE"  # equal
    REFINES = "REFINES"  # one lies inside the other
    COMPATIBLE = "COMPATIBLE"  # they overlap
    OPEN = "OPEN"  # a value that cannot be placed (no year, no day)
    CONFLICT = "CONFLICT"  # both cannot be true


@dataclass(frozen=True, slots=True)
class Answer:
    """One value with everybody who gives it; strongest grade first."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What sources are asked, and what they answer.

    `key` is made of what is asked, of whom and under which programme, such as
    `designation.announced|doc-x|US-FTO`.
    """

    key: str
    entity_id: str
    programme: str
    about: str
    answers: tuple[Answer, ...]
    relation: Relation


_STARTS = frozenset({"in_force", "published", "listed", "reinstated"})


def questions_of(designation: Designation) -> list[Question]:
    """The dated questions about a designation that at least one source answers.

    Announcement, beginning and end. What is expected and what came to pass answer the same
    question, when it begins; several intervals are told apart by their year.
    """
    asked: dict[str, list[tuple[str, Citation]]] = {}
    for event in designation.events:
        if event.name == "announced" and event.on:
            asked.setdefault(_numbered("announced", event.on, designation), []).append(
                (event.on, event.citation)
            )
        if event.expected:
            asked.setdefault(_numbered("begins", event.expected, designation), []).append(
                (event.expected, event.citation)
            )
        if event.on and event.name in _STARTS:
            asked.setdefault(_numbered("begins", event.on, designation), []).append(
                (event.on, event.citation)
            )
        if event.on and event.name in ("revoked", "expired", "annulled"):
            asked.setdefault(_numbered("ends", event.on, designation), []).append(
                (event.on, event.citation)
            )
    return [_question(designation, about, values) for about, values in sorted(asked.items())]


def relation_of(values: Iterable[str]) -> Relation:
    """The relation of some dates: that of the pair that agrees least."""
    distinct = sorted(set(values))
    worst = Relation.AGREE
    order = list(Relation)
    for at, left in enumerate(distinct):
        for right in distinct[at + 1 :]:
            worst = max(worst, _pair(span_of(left), span_of(right)), key=order.index)
    return worst


def _pair(left: Span | None, right: Span | None) -> Relation:
    if left is None or right is None:
        return Relation.OPEN
    if left == right:
        return Relation.AGREE
    if left.contains(right) or right.contains(left):
        return Relation.REFINES
    return Relation.COMPATIBLE if left.overlaps(right) else Relation.CONFLICT


def _question(
    designation: Designation, about: str, values: Sequence[tuple[str, Citation]]
) -> Question:
    by_value: dict[str, list[Citation]] = {}
    for value, citation in values:
        by_value.setdefault(value, []).append(citation)
    answers = [
        Answer(value, tuple(sorted(dict.fromkeys(cited), key=lambda c: (c.grade.rank, c.source))))
        for value, cited in by_value.items()
    ]
    answers.sort(key=lambda answer: (answer.citations[0].grade.rank, answer.value))
    return Question(
        key=f"designation.{about}|{designation.entity_id}|{designation.programme}",
        entity_id=designation.entity_id,
        programme=designation.programme,
        about=about,
        answers=tuple(answers),
        relation=relation_of(by_value),
    )


def _numbered(about: str, value: str, designation: Designation) -> str:
    """`begins`, or `begins #2` for the second interval of a designation that had an end."""
    ends = sorted(
        span.first
        for event in designation.events
        if event.name in ("revoked", "expired", "annulled") and event.grade.confirms
        if (span := event.span) is not None and span.first is not None
    )
    span = span_of(value)
    if not ends or span is None or span.first is None:
        return about
    before = sum(end < span.first if about == "ends" else end <= span.first for end in ends)
    return about if before == 0 else f"{about} #{before + 1}"


def is_designation_event(event: Event) -> bool:
    """Whether an event answers one of the questions asked here."""
    return event.name in _STARTS | {"announced", "revoked", "expired", "annulled"}
