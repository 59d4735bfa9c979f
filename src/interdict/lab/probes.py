"""What the lab asks: test names made from listed names, each with the party it must find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interdict.errors import InvalidInput
from interdict.lab.catalog import Manipulation, manipulations
from interdict.lab.draws import place_of, random_for
from interdict.lab.subjects import Subject
from interdict.model.match import Party
from interdict.text.names import is_matchable

FLOOR = 4_000
"""Lowest threshold that is measured: below it, most of a list alerts on most names."""

LIMIT = 50
"""How many matches of a test name are looked at; a target further down counts as not found."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured. Two runs of one plan on one record with one engine are the same.

    `sample` is how many records each kind of test is made from at most, `clean` how many names
    each kind of clean name has; `kinds` None is every kind of the catalogue. `states_schema`
    True: queries say whether they ask for a person, an organization, a vessel, as customer
    files do; False: the name stands alone, as in free text.
    """

    seed: int = 1
    sample: int = 500
    clean: int = 1_000
    kinds: tuple[str, ...] | None = None
    states_schema: bool = True
    floor: int = FLOOR
    limit: int = LIMIT

    def __post_init__(self) -> None:
        if self.sample < 1 or self.clean < 1:
            raise InvalidInput("a run needs a sample of at least 1 record and 1 clean name")
        manipulations(self.kinds)


@dataclass(frozen=True, slots=True)
class Probe:
    """One test: the party as it is asked about, and the listed party that has to be found.

    `origin` is the listed name that it was made from.
    """

    kind: str
    target: str
    party: Party
    origin: str


def probes_of(subjects: Sequence[Subject], plan: Plan) -> list[Probe]:
    """All test names of a plan, by kind and sample order.

    The records come in one seeded order for every kind, so that kinds differ by what is done to
    the names and not by whose names they are.
    """
    ordered = sorted(subjects, key=lambda subject: (place_of(plan.seed, subject.id), subject.id))
    found: list[Probe] = []
    for kind in manipulations(plan.kinds):
        found.extend(_sample(kind, ordered, plan))
    return found


def _sample(kind: Manipulation, ordered: Iterable[Subject], plan: Plan) -> list[Probe]:
    """The first records of the order for which the alteration makes sense."""
    taken: list[Probe] = []
    for subject in ordered:
        if len(taken) == plan.sample:
            break
        probe = probe_of(kind, subject, plan)
        if probe is not None:
            taken.append(probe)
    return taken


def probe_of(kind: Manipulation, subject: Subject, plan: Plan) -> Probe | None:
    """The test of one kind on one record; None where it would ask nothing new."""
    altered = kind.alter(subject, random_for(plan.seed, kind.key, subject.id))
    if altered is None:
        return None
    name, birth_date = subject.name, None
    if kind.alters == "birth_date":
        birth_date = altered
    else:
        name = " ".join(altered.split())
        if not is_matchable(name) or (name == subject.name and not kind.is_control):
            return None
    schema = subject.schema if plan.states_schema else None
    party = Party((name,), schema=schema, birth_date=birth_date, reference=subject.id)
    return Probe(kind.key, subject.id, party, subject.name)
