"""Legal effects in full: each rule with its text, exceptions, consequences, notes and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interdict.cli.output import print_table, say
from interdict.cli.words import (
    citations_in_words,
    proof_in_words,
    reward_in_words,
    state_in_words,
    status_in_words,
)
from interdict.regimes.beside import IS_NOT, Beside
from interdict.regimes.effects import NOT_LEGAL_ADVICE, Due, EffectState, EffectStatus
from interdict.regimes.known import Regimes
from interdict.regimes.regime import Regime
from interdict.regimes.vocabulary import DUTIES

if TYPE_CHECKING:
    from interdict.workspace.record import Effects

_HEADINGS = {
    "prohibited": "Prohibited",
    "required": "Required",
    "possible": "Possible: what may follow, or an authority may do",
}


def print_full(found: Sequence[Effects], around: Sequence[Beside], regimes: Regimes) -> None:
    """Everything that `effects` knows, as tables."""
    if not found:
        say("  no designation is known on that date")
    for one in found:
        say(f"  {one.designation.programme}: {state_in_words(one.state)}")
        if one.missing:
            say("    this programme's effects are not in this version as data")
        for line in citations_in_words(one.state.citations).splitlines():
            say(f"    by {line}")
    statuses = [status for one in found for status in one.effects]
    known = [regimes[one.designation.programme] for one in found if not one.missing]
    for duty in DUTIES:
        _show_effects(_HEADINGS[duty], [s for s in statuses if s.duty == duty])
    _show_deadlines(statuses)
    _show_limits(known)
    _show_beside(around)
    _show_sources(known, statuses)
    say(f"\n{NOT_LEGAL_ADVICE}", style="italic")


def _show_effects(title: str, statuses: Sequence[EffectStatus]) -> None:
    if not statuses:
        return
    print_table(
        title,
        ["what", "for", "status", "under", "basis", "proof"],
        [
            (f"{s.effect.title}\n{_details(s)}".strip(), s.effect.addressee,
             status_in_words(s), s.regime_key, "; ".join(s.effect.legal_basis), _proof(s))
            for s in sorted(statuses, key=_binding_first)
        ],
    )  # fmt: skip


def _binding_first(status: EffectStatus) -> int:
    return list(EffectState).index(status.status)


def _show_deadlines(statuses: Sequence[EffectStatus]) -> None:
    """Deadlines of the duties in force; two programmes with one duty share a line."""
    lines: dict[Due, list[str]] = {}
    for status in statuses:
        for due in status.due:
            lines.setdefault(due, []).append(status.regime_key)
    if not lines:
        return
    print_table(
        "Deadlines (business days leave out US federal holidays)",
        ["report", "if counted from", "on", "by", "under"],
        [(d.what, d.counted_from, d.counted_on, d.by, ", ".join(u)) for d, u in lines.items()],
    )


def _show_limits(regimes: Sequence[Regime]) -> None:
    """What the designations do not do, and what is contested."""
    for absent in dict.fromkeys((r.key, a) for r in regimes for a in r.does_not):
        say(f"  {absent[0]} does not: {absent[1].text} [{proof_in_words(absent[1].grade)}]")
    for contested in (question for regime in regimes for question in regime.contested):
        say(f"  contested: {contested.question}")
        for reading in contested.readings:
            say(f"    {reading.who}: {reading.says} [{proof_in_words(reading.grade)}]")


def _show_beside(around: Sequence[Beside]) -> None:
    if not around:
        return
    print_table(
        "Beside it, and no designation",
        ["what", "on", "by", "words", "where", "which is"],
        [
            (one.what, one.on, one.by, _worded(one),
             one.source + (f" [{one.start}:{one.end}]" if one.end else ""), IS_NOT[one.kind])
            for one in around
        ],
    )  # fmt: skip


def _worded(one: Beside) -> str:
    said = [one.quote] if one.quote else []
    return "\n".join([*said, *([reward_in_words(one)] if one.amount is not None else [])])


def _show_sources(regimes: Sequence[Regime], statuses: Sequence[EffectStatus]) -> None:
    """What the rules above were read in."""
    cited = {(s.regime_key, s.effect.source) for s in statuses}
    cited |= {(r.key, absent.source) for r in regimes for absent in r.does_not}
    sources = {
        source.key: source for r in regimes for source in r.sources if (r.key, source.key) in cited
    }
    print_table(
        "Sources",
        ["key", "title", "proof", "address"],
        [(s.key, s.title, proof_in_words(s.grade), s.url or "") for s in sources.values()],
    )


def _proof(status: EffectStatus) -> str:
    effect = status.effect
    checked = effect.verified_on or "not verified"
    return f"{proof_in_words(effect.grade)}, {effect.source}, {checked}"


def _details(status: EffectStatus) -> str:
    lines = [status.effect.text]
    if status.effect.consequence:
        lines.append(f"Breach: {status.effect.consequence}")
    if status.effect.exceptions:
        lines.append(f"Except: {'; '.join(status.effect.exceptions)}")
    if status.effect.note:
        lines.append(f"Note: {status.effect.note}")
    if status.before_from:
        lines.append(f"Before force: possible since {status.before_from[3:]} at the latest")
    if status.note:
        lines.append(status.note)
    return "\n".join(lines)
