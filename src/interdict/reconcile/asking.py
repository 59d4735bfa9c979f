"""Which questions a claim answers, and under which key: so that documents meet.

The table is `data/questions.yml`. A key is made of what is asked and of the canonical ids (or
folded names) that its slots hold, such as `leadership|us_ofac_sdn-101`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from interdict.model.claim import Claim, Stance
from interdict.text.normalize import fold

UNNAMED = "?"
"""Stands in a key for what the claim leaves open."""


class Shape(StrEnum):
    """What kind of answer a question takes."""

    FUNCTIONAL = "functional"  # one answer is true
    COUNTER = "counter"  # a number that grows with time
    SET = "set"  # several answers can be true beside each other
    STATE = "state"  # it is so, or it is not
    RELATION = "relation"  # who stands to whom


@dataclass(frozen=True, slots=True)
class Ask:
    """One row of the table (`data/questions.yml` says what the fields mean)."""

    about: str
    kinds: frozenset[str]
    key: tuple[str, ...]
    value: str
    shape: Shape
    where: str | None = None
    many: bool = False
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The table, read once. Word lists are folded; `acts` and `events` lead from word to name."""

    asks: tuple[Ask, ...]
    effects: Mapping[str, tuple[frozenset[str], ...]]
    acts: Mapping[str, str]
    actions: Mapping[str, frozenset[str]]
    events: Mapping[str, str]
    arrivals: frozenset[str]
    institutions: Mapping[str, str]


@cache
def table() -> Table:
    """The table of this version of Interdict."""
    text = files("interdict.reconcile").joinpath("data/questions.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return Table(
        asks=tuple(
            Ask(
                about=row["about"],
                kinds=frozenset(row["kinds"]),
                key=tuple(row["key"]),
                value=row["value"],
                shape=Shape(row["shape"]),
                where=row.get("where"),
                many=row.get("many", False),
                needs=row.get("needs"),
            )
            for row in data["questions"]
        ),
        effects={name: tuple(map(frozenset, rows)) for name, rows in data["effects"].items()},
        acts=_by_word(data["acts"]),
        actions={name: frozenset(beside) for name, beside in data["actions"].items()},
        events=_by_word(data["events"]),
        arrivals=frozenset(data["arrivals"]),
        institutions=_by_word(data["institutions"]),
    )


class Keys:
    """Makes the keys of claims, given how ids are joined and what each document is about."""

    def __init__(self, claims: Sequence[Claim], canonical: Callable[[str], str]) -> None:
        self._canonical = canonical
        by_document: dict[str, list[Claim]] = {}
        for claim in claims:
            by_document.setdefault(claim.document_id or claim.doc, []).append(claim)
        self._topics = {key: self._topic(found) for key, found in by_document.items()}

    def of(self, ask: Ask, claim: Claim) -> Iterator[str]:
        """The keys under which a claim answers a question; none if a slot cannot be filled.

        Several, where the claim speaks of several topics (effects) at once.
        """
        slots = [list(self._slot(name, claim)) for name in ask.key]
        for filled in _choices(slots):
            yield "|".join((ask.about, *filled))

    def topic(self, claim: Claim) -> str:
        """The party that the claim's document is about."""
        return self._topics[claim.document_id or claim.doc]

    def party(self, name: str | None, entity_id: str | None) -> str | None:
        """The canonical id of a party, or its folded name where it has none."""
        if entity_id:
            return self._canonical(entity_id)
        return fold(name).replace(" ", "-") or None if name else None

    def _topic(self, claims: Iterable[Claim]) -> str:
        """The party that is designated in most claims; else the one that most claims name."""
        named: Counter[str] = Counter()
        for claim in claims:
            weight = 1_000 if claim.kind.startswith("designation.announced") else 1
            weight = 100 if claim.kind in ("designation.effective", "designation.prior") else weight
            if claim.subject_id:
                named[self._canonical(claim.subject_id)] += weight
        best = max(named.values(), default=0)
        return min((key for key, n in named.items() if n == best), default=UNNAMED)

    def _slot(self, name: str, claim: Claim) -> Iterator[str]:
        words = set(fold(claim.quote).split())
        match name:
            case "subject":
                found = self.party(claim.subject, claim.subject_id)
            case "object":
                found = self.party(claim.object, claim.object_id)
            case "topic":
                found = self.topic(claim)
            case "programme":
                found = claim.programme or (UNNAMED if claim.kind == "sanction.prior" else None)
            case "authority":
                found = claim.authority
            case "event":
                named = fold(f"{claim.subject or ''} {claim.quote}").split()
                found = next((table().events[w] for w in named if w in table().events), None)
            case "effect":
                yield from sorted(set(effects_in(claim)))
                return
            case "institution":
                known = {table().institutions[w] for w in words if w in table().institutions}
                yield from sorted(known)
                return
            case _:
                raise ValueError(f"no slot {name!r} in a question's key")
        if found:
            yield found


def effects_in(claim: Claim) -> dict[str, tuple[bool, frozenset[str]]]:
    """Topics of legal effects that a claim speaks of: (whether it holds, what it does).

    Clauses are read one by one, since a text can grant one thing and deny the next.
    """
    found: dict[str, tuple[bool, frozenset[str]]] = {}
    for clause in _clauses(claim):
        words = fold(clause).split()
        denied = bool({"not", "never", "without"} & set(words)) or "n t " in f"{fold(clause)} "
        acts = frozenset(table().acts[w] for w in words if w in table().acts)
        for topic, rows in table().effects.items():
            if all(row & set(words) for row in rows):
                found[topic] = (not denied and claim.polarity == "+", acts)
    return found


def _clauses(claim: Claim) -> list[str]:
    text = " ".join(claim.quote.split())
    for mark in (" but ", " and allowing ", " and it ", ";", " while "):
        text = text.replace(mark, "\n")
    return text.split("\n")


def answers_it(ask: Ask, claim: Claim) -> bool:
    """Whether a claim answers a question: by its kind, and by the condition of the row."""
    if claim.kind not in ask.kinds:
        return False
    if claim.kind.startswith("statement.") and ask.about == "legal_effect":
        return claim.programme is not None
    words = set(fold(f"{claim.object or ''} {claim.quote}").split())
    match ask.where:
        case None:
            return True
        case "dated_event":
            counted = claim.value is not None and claim.value.qualifier == "ordinal"
            return claim.date is not None and (counted or claim.kind.startswith("event."))
        case "dated_effect":
            return claim.date is not None
        case "arrival":
            return claim.date is not None and bool(words & table().arrivals)
        case _:
            raise ValueError(f"no condition {ask.where!r} in the table of questions")


def is_opinion(claim: Claim) -> bool:
    """Whether a claim is only what somebody thinks or fears."""
    return claim.stance in (Stance.OPINION, Stance.HYPOTHETICAL)


def _choices(slots: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    if not slots:
        yield ()
        return
    for first in slots[0]:
        for rest in _choices(slots[1:]):
            yield (first, *rest)


def _by_word(rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: name for name, words in rows.items() for word in words}
