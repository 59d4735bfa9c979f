"""What a brief cannot tell: the gaps of the record, said in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interdict.model.designation import StateName
from interdict.model.source import Grade
from interdict.reconcile.relations import Relation
from interdict.reporting.accusing import Accusation
from interdict.reporting.differing import Difference
from interdict.reporting.sources import Source
from interdict.reporting.standing import EffectRow, Standing
from interdict.reporting.wording import day_in_words
from interdict.store.base import Coverage


def unknowns(
    found: Sequence[Standing],
    *,
    missing_effects: Iterable[str],
    effects: Sequence[EffectRow],
    differing: Iterable[Difference],
    accused: Iterable[Accusation],
    sources: Iterable[Source],
    coverage: Iterable[Coverage],
) -> tuple[str, ...]:
    """Sentences on what is not known, the most important first; empty if nothing is missing."""
    told = [] if found else ["No source in this record speaks of a designation of this party."]
    told += [line for standing in found for line in _of_standing(standing)]
    told += [
        f"The legal effects of {programme} are not in this version as data."
        for programme in missing_effects
    ]
    told += _of_differences(differing)
    unnamed = sum(saying.own_voice for one in accused for saying in one.sayings)
    if unnamed:
        told.append(
            "Who alleges it, where the text names nobody "
            f"({_count(unnamed, 'allegation')}, shown under whoever published the text)."
        )
    undated = [source for source in sources if source.published is None]
    told += [
        f"When “{source.title}” [{source.number}] was published; it counts as known from when it "
        "entered this record."
        for source in undated
    ]
    unread = sum(row.proof.startswith("U") for row in effects)
    if unread:
        told.append(
            f"Whether {_count(unread, 'legal effect')} of grade U stand in the law as told here."
        )
    told += [_of_coverage(one) for one in coverage if one.status != "covered"]
    return tuple(told)


def _of_standing(standing: Standing) -> list[str]:
    state, programme = standing.state, standing.programme
    told = []
    if state.name is StateName.PENDING:
        told.append(f"Whether {programme} takes effect as announced.")
    elif state.name is StateName.DUE_UNCONFIRMED:
        told.append(f"Whether {programme} has taken effect: nothing official in this record says.")
    elif state.name is StateName.REPORTED:
        told.append(f"Whether {programme} is in force: only the press says so.")
    elif state.name is StateName.IN_FORCE and state.since is None:
        told.append(f"Since when {programme} is in force: the sources give bounds alone.")
    if state.name is StateName.IN_FORCE and state.grade is Grade.COPY:
        told.append(
            f"Whether the text behind {programme} is the publisher's: it was read from a file, "
            "and no reviewer has confirmed it."
        )
    if not state.certain:
        told.append(f"The exact day on which the state of {programme} rests.")
    return told


def _of_differences(differing: Iterable[Difference]) -> list[str]:
    told = []
    for one in differing:
        if one.relation is Relation.CONFLICT and one.open:
            values = " or ".join(answer.value for answer in one.answers)
            told.append(f"{one.title}: sources contradict each other ({values}).")
        elif one.relation is Relation.OPEN:
            told.append(f"{one.title}: an answer cannot be placed in time.")
    return told


def _of_coverage(coverage: Coverage) -> str:
    if coverage.status == "not_loaded":
        return f"What the list {coverage.dataset} says: it is not loaded."
    after = ""
    if coverage.next_edition is not None:
        after = f"; the first edition held is of {day_in_words(str(coverage.next_edition))}"
    return f"What the list {coverage.dataset} said on that date: not covered{after}."


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
