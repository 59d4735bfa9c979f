"""Where sources give different answers: every value with who gives it, and what to make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from interdict.model.claim import Stance
from interdict.model.dates import span_of
from interdict.reconcile.policies import Settled
from interdict.reconcile.questions import Answer, Question
from interdict.reconcile.relations import TO_SETTLE, Relation
from interdict.reporting.sources import Ref, Sources
from interdict.reporting.wording import RELATIONS, STANCES, day_in_words

_TITLES = {
    "begins": "When it begins",
    "announced": "When it was announced",
    "ends": "When it ended",
    "announced_by": "Who announced it",
    "decision": "What has been decided",
    "evidence": "What evidence has been shown",
    "existence": "What kind of group it is",
    "count.killed": "People killed",
    "count.strikes": "Strikes",
    "count.hostages": "Hostages",
    "count.entities": "Parties counted",
    "count.members": "Size of the group",
    "deployment": "Forces deployed",
    "sanction.programme": "Under which programme it was sanctioned before",
    "legal_effect": "What the designation is said to do",
}
"""Headings of questions; a question without one is headed by its own name."""

_LEFT_OUT = frozenset({"name", "denial", "leadership", "allegation", "announced_by"})
"""Questions that other parts of a brief answer, or that spell a name."""

_ALIKE = frozenset({Relation.AGREE, Relation.COMPATIBLE})
"""Relations in which nothing differs unless one answer is to be put first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer: in words, with who gives it; `n_sources` counts reprints once."""

    value: str
    who: str
    n_sources: int
    refs: tuple[Ref, ...]
    first: bool
    """True for the answer that the policy, or a reviewer, puts first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question with several answers; `open` if they contradict each other or one is unplaced."""

    title: str
    relation: Relation
    explained: str
    answers: tuple[Reading, ...]
    settled: str
    open: bool
    note: str | None = None


def differences(
    settled: Iterable[tuple[Question, Settled]],
    sources: Sources,
    *,
    about: str,
    caption: Callable[[str], str],
) -> tuple[Difference, ...]:
    """Questions with more than one answer, those that leave most to be settled first.

    What can all be true and has no answer to put first differs in nothing: it stands among
    what is said.
    """
    found = [
        _difference(question, made, sources, about, caption)
        for question, made in settled
        if len(question.answers) > 1
        and question.about.partition(" #")[0] not in _LEFT_OUT
        and not (question.relation in _ALIKE and made.value is None)
    ]
    order = {relation: -at for at, relation in enumerate(Relation)}
    return tuple(sorted(found, key=lambda one: (order[one.relation], one.title)))


def _difference(
    question: Question, made: Settled, sources: Sources, about: str, caption: Callable[[str], str]
) -> Difference:
    name, _, number = question.about.partition(" #")
    title = _TITLES.get(name, name.replace(".", ": ").replace("_", " ").capitalize())
    if name == "legal_effect":
        title += f": {question.key.rpartition('|')[2]}"
    parts = [question.programme or "", f"interval {number}" if number else ""]
    parts += [caption(question.entity_id)] if question.entity_id not in ("", about) else []
    told = ", ".join(part for part in parts if part)
    answers = tuple(
        Reading(
            value=_shown(answer),
            who=_who(answer, sources),
            n_sources=answer.n_sources,
            refs=sources.refer(answer.citations),
            first=made.value is not None and answer.value == made.value,
        )
        for answer in question.answers
    )
    return Difference(
        title=f"{title} ({told})" if told else title,
        relation=question.relation,
        explained=RELATIONS[question.relation],
        answers=answers,
        settled=_settled(made),
        open=made.resolution is None and question.relation in TO_SETTLE,
        note=question.note,
    )


def _shown(answer: Answer) -> str:
    placed = f" (placed by the story's other sources: {day_in_words(answer.placed)})"
    return _dated(answer.value) + (placed if answer.placed else "")


def _dated(value: str) -> str:
    symbolic = value.startswith("XXXX-")
    return day_in_words(value) if symbolic or span_of(value) is not None else value


def _who(answer: Answer, sources: Sources) -> str:
    """Those who give the answer, once each, with how they stand to it."""
    named = []
    given = zip(answer.citations, answer.speakers, answer.stances, strict=True)
    for citation, speaker, stance in given:
        who = speaker or sources.author(citation)
        named.append(who if stance is Stance.ASSERTED else f"{STANCES[stance]} {who}")
    return ", ".join(dict.fromkeys(named))


def _settled(made: Settled) -> str:
    if made.resolution is not None:
        return f"{_dated(made.value or '')}: {made.why}."
    if made.value is None:
        return "The rules do not decide it." if made.open else f"None is put first: {made.why}."
    return f"Put first: {_dated(made.value)} ({made.why}; policy {made.policy})."
