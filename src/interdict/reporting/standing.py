"""How a party is designated on the date, what has happened when, and what follows in law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from interdict.model.claim import Stance
from interdict.model.dates import span_of
from interdict.model.designation import Designation, State
from interdict.reconcile.timeline import Entry
from interdict.regimes.effects import EffectState, EffectStatus
from interdict.regimes.regime import Regime
from interdict.regimes.vocabulary import ADDRESSEES
from interdict.reporting.accusing import ACCUSING, CONTESTING
from interdict.reporting.sources import Ref, Sources
from interdict.reporting.wording import (
    KINDS,
    STANCES,
    STATES,
    day_in_words,
    effect_status,
    state_sentence,
)

_UNTIMED = frozenset({*ACCUSING, *CONTESTING, "alias", "characterisation"})
"""Kinds of claims that do not stand on the line of time."""

_AHEAD = re.compile(r"to take effect (\S+)")


@dataclass(frozen=True, slots=True)
class Standing:
    """One designation on the date: programme in full, label of its state, and sentences."""

    programme: str
    title: str
    issuer: str
    label: str
    state: State
    sentence: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the line of time, once for all sources that tell it alike.

    `who` are those who say so, `verb` stands before them (`said by`); `later` if it lies after
    the date of the brief.
    """

    on: str | None
    day: str
    text: str
    who: tuple[str, ...]
    verb: str
    refs: tuple[Ref, ...]
    later: bool


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One legal effect of one programme, with its citation and how well it is proved."""

    programme: str
    addressee: str
    title: str
    text: str
    status: EffectState
    told: str
    basis: tuple[str, ...]
    proof: str
    exceptions: tuple[str, ...]
    breach: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a programme does not do, and what is contested about it."""

    programme: str
    does_not: tuple[str, ...]
    contested: tuple[tuple[str, tuple[str, ...]], ...]


def standings(
    pairs: Iterable[tuple[Designation, State]], regimes: Mapping[str, Regime], sources: Sources
) -> tuple[Standing, ...]:
    """Designations with their states, in the order given."""
    found = []
    for designation, state in pairs:
        regime = regimes.get(designation.programme)
        found.append(
            Standing(
                programme=designation.programme,
                title=regime.title if regime else designation.programme,
                issuer=regime.authority.rstrip(".") if regime else designation.issuer,
                label=STATES[state.name],
                state=state,
                sentence=state_sentence(state),
                refs=sources.refer(state.citations),
            )
        )
    return tuple(found)


def moments(entries: Iterable[Entry], sources: Sources, as_of: date) -> tuple[Moment, ...]:
    """The line of time; entries that tell the same of the same day are one.

    What accuses somebody is left to its own place, where denials stand beside it; names and
    descriptions happen on no day.
    """
    same: dict[tuple[str | None, str, str, Stance], list[Entry]] = {}
    held = [entry for entry in entries if entry.what not in _UNTIMED]
    dated = {(e.what, e.citation.document_id) for e in held if e.on}
    for entry in held:
        if entry.on or (entry.what, entry.citation.document_id) not in dated:
            on = entry.on.partition("T")[0] if entry.on else None
            same.setdefault((on, entry.what, entry.text, entry.stance), []).append(entry)
    return tuple(_moment(on, told, sources, as_of) for (on, *_), told in same.items())


def _moment(on: str | None, told: Sequence[Entry], sources: Sources, as_of: date) -> Moment:
    first = told[0]
    span = span_of(on)
    cited = bool(first.citation.document_id) or first.citation.by is not None
    who = dict.fromkeys(e.speaker or sources.author(e.citation) for e in told)
    return Moment(
        on=on,
        day=day_in_words(on),
        text=_told(first),
        who=tuple(who) if cited else (),
        verb=STANCES[first.stance],
        refs=sources.refer(e.citation for e in told),
        later=span is not None and span.first is not None and span.first > as_of,
    )


def _told(entry: Entry) -> str:
    """An event of a designation by its programme; a claim by its kind and its own words."""
    programme, _, event = entry.what.rpartition(" ")
    if programme:
        text = _AHEAD.sub(lambda found: f"to take effect {day_in_words(found[1])}", entry.text)
        return f"{programme}: {text}"
    return f"{KINDS.get(event, event.replace('.', ', '))}: “{entry.text}”"


def effect_rows(statuses: Iterable[EffectStatus]) -> tuple[EffectRow, ...]:
    """Legal effects of all programmes in one table, by addressee."""
    rows = [
        EffectRow(
            programme=one.regime_key,
            addressee=ADDRESSEES[one.effect.addressee].title,
            title=one.effect.title,
            text=one.effect.text,
            status=one.status,
            told=effect_status(one),
            basis=one.effect.legal_basis,
            proof=_proof(one),
            exceptions=one.effect.exceptions,
            breach=one.effect.consequence,
            note=one.note,
        )
        for one in statuses
    ]
    return tuple(sorted(rows, key=lambda row: (row.addressee, row.programme, row.title)))


def _proof(status: EffectStatus) -> str:
    effect = status.effect
    read = f"read {day_in_words(effect.verified_on)}" if effect.verified_on else "not verified"
    return f"{effect.grade}, {read}"


def limits(regimes: Iterable[Regime]) -> tuple[Limits, ...]:
    """What programmes do not do, and what is contested; programmes with neither are left out."""
    return tuple(
        Limits(
            regime.key,
            tuple(f"{one.text} [{one.grade}]" for one in regime.does_not),
            tuple(
                (c.question, tuple(f"{r.who}: {r.says} [{r.grade}]" for r in c.readings))
                for c in regime.contested
            ),
        )
        for regime in regimes
        if regime.does_not or regime.contested
    )
