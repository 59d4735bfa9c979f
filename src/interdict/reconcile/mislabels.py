"""The right party and the right day, under the wrong programme.

A source that dates a designation under one programme to the day on which the party was in fact
designated under another has most likely taken the one for the other: it is shown as that, and
not as a plain contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interdict.model.dates import Span, span_of
from interdict.reconcile.questions import Answer, Question
from interdict.reconcile.relations import Relation


def with_mislabels(questions: Sequence[Question]) -> list[Question]:
    """One party's questions; beginnings that contradict each other by a mislabel say so."""
    begins = [question for question in questions if question.about.startswith("begins")]
    return [_looked_at(question, begins) for question in questions]


def _looked_at(question: Question, begins: Sequence[Question]) -> Question:
    if question not in begins or question.relation is not Relation.CONFLICT:
        return question
    for answer in question.answers:
        others = [other for other in question.answers if _apart(answer, other)]
        for elsewhere in begins:
            if others and elsewhere.programme != question.programme:
                better = _known_better(answer, elsewhere)
                if better is not None:
                    note = (
                        f"{answer.value}: on that day {elsewhere.programme} began "
                        f"({better.citations[0].source})"
                    )
                    return replace(question, relation=Relation.MISLABEL, note=note)
    return question


def _known_better(answer: Answer, elsewhere: Question) -> Answer | None:
    """What is said of another programme on that day, by a stronger source or by more of them."""
    span = _span(answer)
    met = [
        other
        for other in elsewhere.answers
        if span is not None and (there := _span(other)) is not None and span.overlaps(there)
    ]
    stronger = any(o.citations[0].grade.rank < answer.citations[0].grade.rank for o in met)
    if stronger or sum(other.n_sources for other in met) > answer.n_sources:
        return met[0]
    return None


def _apart(left: Answer, right: Answer) -> bool:
    one, other = _span(left), _span(right)
    return one is not None and other is not None and not one.overlaps(other)


def _span(answer: Answer) -> Span | None:
    return span_of(answer.placed or answer.value)
