"""`effects` and `regime`: what a designation does in law. Reference, not legal advice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.record import designation_data
from interdict.cli.times import times_of
from interdict.cli.words import citations_in_words, state_in_words, status_in_words
from interdict.errors import NotFound
from interdict.model.plain import plain
from interdict.regimes.beside import IS_NOT, Beside, beside
from interdict.regimes.catalog import Regimes, load_regimes
from interdict.regimes.effects import NOT_LEGAL_ADVICE, Due, EffectState, EffectStatus
from interdict.regimes.regime import Regime
from interdict.regimes.scenario import Check, check
from interdict.regimes.scenario_file import parse_scenario
from interdict.regimes.vocabulary import DUTIES

if TYPE_CHECKING:
    from interdict.workspace.record import Effects

app = typer.Typer(no_args_is_help=True, help="Programmes of designation, as data.")

_HEADINGS = {
    "prohibited": "Prohibited",
    "required": "Required",
    "possible": "Possible: what may follow, or an authority may do",
}


def effects(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    addressee: Annotated[
        str | None, typer.Option("--for", metavar="ADDRESSEE", help="Only for US_PERSON, US_FI ...")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Also each rule's text, exceptions and consequences.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """What the designations of a party do: to whom, from when, on what basis, and what not."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        entity, found = ws.record.effects(party, times, addressee)
        around = beside(ws.view(times).claims(entity.id), [one.designation for one in found])
        regimes = ws.regimes
    if json:
        print_json(
            {
                "as_of": times.as_of,
                "entity": entity.id,
                "caption": entity.caption,
                "designations": [_effects_data(one, regimes) for one in found],
                "beside": [{**plain(one), "is_not": IS_NOT[one.kind]} for one in around],
                "note": NOT_LEGAL_ADVICE,
            }
        )
        return
    whom = f", for {addressee}" if addressee else ""
    say(f"{entity.caption}: legal effects on {times.as_of}{whom}", style="bold")
    if not found:
        say("  no designation is known on that date")
    for one in found:
        say(f"  {one.designation.programme}: {state_in_words(one.state)}")
        if one.missing:
            say("    this programme's effects are not in this version as data")
        for line in citations_in_words(one.state.citations).splitlines():
            say(f"    by {line}")
    statuses = [status for one in found for status in one.effects]
    for duty in DUTIES:
        _show_effects(_HEADINGS[duty], [s for s in statuses if s.duty == duty], full=full)
    _show_deadlines(statuses)
    _show_limits([regimes[one.designation.programme] for one in found if not one.missing])
    _show_beside(around)
    say(f"\n{NOT_LEGAL_ADVICE}", style="italic")


def _show_effects(title: str, statuses: Sequence[EffectStatus], *, full: bool) -> None:
    if not statuses:
        return
    print_table(
        title,
        ["what", "for", "status", "under", "basis", "proof"],
        [
            (f"{s.effect.title}\n{_details(s, full=full)}".strip(), s.effect.addressee,
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
        say(f"  {absent[0]} does not: {absent[1].text} [{absent[1].grade}]")
    for contested in (question for regime in regimes for question in regime.contested):
        say(f"  contested: {contested.question}")
        for reading in contested.readings:
            say(f"    {reading.who}: {reading.says} [{reading.grade}]")


def _show_beside(around: Sequence[Beside]) -> None:
    if not around:
        return
    print_table(
        "Beside it, and no designation",
        ["what", "on", "by", "words", "where", "which is"],
        [
            (one.what, one.on, one.by, one.quote, f"{one.source} [{one.start}:{one.end}]",
             IS_NOT[one.kind])
            for one in around
        ],
    )  # fmt: skip


@app.command("list")
def list_(json: Json = False) -> None:
    """The programmes that are known as data."""
    regimes = load_regimes()
    if json:
        print_json([{"key": r.key, "title": r.title, "issuer": r.issuer} for r in regimes.values()])
        return
    print_table(
        "Programmes",
        ["key", "title", "issuer", "tags", "effects"],
        [
            (r.key, r.title, r.issuer, ", ".join(dict.fromkeys(t.tag for t in r.list_tags)),
             len(r.effects))
            for r in regimes.values()
        ],
    )  # fmt: skip


@app.command()
def show(key: Annotated[str, typer.Argument(help="Such as US-FTO.")], json: Json = False) -> None:
    """One programme: authority, life cycle, effects, sources."""
    regime = load_regimes().named(key)
    if json:
        print_json(regime)
        return
    say(f"{regime.key}: {regime.title}", style="bold")
    say(f"  {regime.authority}\n  basis: {'; '.join(regime.legal_basis)}")
    life = regime.lifecycle
    say(f"  announced by: {', '.join(life.announces)}")
    say(f"  in force by: {', '.join(life.starts)}; ended by: {', '.join(life.ends)}")
    for event in life.programme:
        say(f"  programme {event.event} {event.on}: {event.text} [{event.grade}]")
    for tag in regime.list_tags:
        say(f"  tag {tag.tag} of {tag.dataset}{f': {tag.note}' if tag.note else ''}")
    print_table(
        "Procedure",
        ["topic", "rule", "basis", "grade"],
        [(p.topic, p.text, "; ".join(p.legal_basis), p.grade) for p in regime.procedure],
    )
    print_table(
        "Effects",
        ["code", "for", "text", "basis", "grade"],
        [(e.code, e.addressee, e.text, "; ".join(e.legal_basis), e.grade) for e in regime.effects],
    )
    if regime.ownership is not None:
        rule = regime.ownership
        say(f"  owned entities: {rule.text} [{rule.grade}]")
    for note in regime.notes:
        say(f"  note: {note}")
    print_table(
        "Sources", ["key", "title", "grade"], [(s.key, s.title, s.grade) for s in regime.sources]
    )
    say(NOT_LEGAL_ADVICE, style="italic")


@app.command("check")
def check_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Scenario files, or folders of them.")
    ],
    failed: Annotated[
        bool, typer.Option("--failed", help="Only answers that are not the expected ones.")
    ] = False,
    json: Json = False,
) -> None:
    """History as a check: the states that scenarios expect, beside those that are computed.

    Raises:
        NotFound: if there is no such file, or no scenario in a folder.
    """
    regimes = load_regimes()
    checks = [
        one
        for path in _scenario_files(paths)
        for one in check(parse_scenario(path.name, path.read_bytes()), regimes)
    ]
    wrong = [one for one in checks if not one.holds]
    if json:
        print_json([{**plain(one), "holds": one.holds} for one in (wrong if failed else checks)])
    else:
        print_table(
            "History",
            ["entity", "regime", "date", "known at", "asked", "expected", "got", "proof"],
            [_check_row(one) for one in (wrong if failed else checks)],
        )  # fmt: skip
        n_files = len({one.scenario for one in checks})
        say(f"{len(checks)} answers in {n_files} scenarios, {len(wrong)} not as expected")
    if wrong:
        raise typer.Exit(1)


def _check_row(one: Check) -> tuple[object, ...]:
    got = one.got if one.holds else f"WRONG: {one.got}"
    return (one.entity, one.regime, one.as_of, one.known_on or "all", one.asked, one.expected, got,
            one.grade)  # fmt: skip


def _scenario_files(paths: Sequence[Path]) -> list[Path]:
    found = []
    for path in paths:
        inside = sorted(path.glob("*.yml")) if path.is_dir() else [path]
        if not inside or not inside[0].is_file():
            raise NotFound(f"no scenario at {path}: give a .yml file, or a folder that holds some")
        found += inside
    return found


def _effects_data(one: Effects, regimes: Regimes) -> dict[str, object]:
    regime = regimes.get(one.designation.programme)
    return {
        **designation_data(one.designation, one.state),
        "effects": [_effect_data(status) for status in one.effects],
        "not_as_data": one.missing,
        "does_not": [] if regime is None else plain(regime.does_not),
        "contested": [] if regime is None else plain(regime.contested),
    }


def _effect_data(status: EffectStatus) -> dict[str, object]:
    data: dict[str, object] = plain(status)
    data["from"] = data.pop("from_")
    return data


def _proof(status: EffectStatus) -> str:
    effect = status.effect
    return f"{effect.grade}, {effect.verified_on or 'not verified'}"


def _details(status: EffectStatus, *, full: bool) -> str:
    lines = []
    if full:
        lines.append(status.effect.text)
        if status.effect.consequence:
            lines.append(f"Breach: {status.effect.consequence}")
        if status.effect.exceptions:
            lines.append(f"Except: {'; '.join(status.effect.exceptions)}")
        if status.effect.note:
            lines.append(f"Note: {status.effect.note}")
    if status.before_from:
        lines.append(f"Before force: possible since {status.before_from[3:]} at the latest")
    if status.note and (full or "licence is on record" in status.note or "court" in status.note):
        lines.append(status.note)
    return "\n".join(lines)
