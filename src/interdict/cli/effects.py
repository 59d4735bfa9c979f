"""`effects` and `regime`: what a designation does in law. Reference, not legal advice."""

from __future__ import annotations

from typing import Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.record import designation_data
from interdict.cli.times import times_of
from interdict.cli.words import state_in_words, status_in_words
from interdict.model.plain import plain
from interdict.regimes.catalog import load_regimes
from interdict.regimes.effects import NOT_LEGAL_ADVICE, EffectStatus

app = typer.Typer(no_args_is_help=True, help="Programmes of designation, as data.")


def effects(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    addressee: Annotated[
        str | None, typer.Option("--for", metavar="ADDRESSEE", help="Only for US_PERSON, US_FI ...")
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """What the designations of a party do: to whom, from when, on what basis, and what not."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        entity, found = ws.record.effects(party, times, addressee)
        regimes = ws.regimes
    if json:
        print_json(
            {
                "as_of": times.as_of,
                "entity": entity.id,
                "caption": entity.caption,
                "designations": [
                    {
                        **designation_data(f.designation, f.state),
                        "effects": [_effect_data(e) for e in f.effects],
                        "not_as_data": f.missing,
                        "does_not": plain(regimes[f.designation.programme].does_not)
                        if not f.missing
                        else [],
                        "contested": plain(regimes[f.designation.programme].contested)
                        if not f.missing
                        else [],
                    }
                    for f in found
                ],
                "note": NOT_LEGAL_ADVICE,
            }
        )
        return
    say(f"{entity.caption}: legal effects on {times.as_of}", style="bold")
    if not found:
        say("  no designation is known on that date")
    for one in found:
        say(f"\n{one.designation.programme}: {state_in_words(one.state)}", style="bold")
        if one.missing:
            say("  this programme's effects are not in this version as data")
            continue
        print_table(
            "Effects",
            ["for", "effect", "status", "basis", "grade"],
            [
                (s.effect.addressee, f"{s.effect.title}\n{_details(s)}".strip(), status_in_words(s),
                 "; ".join(s.effect.legal_basis), _proof(s))
                for s in one.effects
            ],
        )  # fmt: skip
        regime = regimes[one.designation.programme]
        for absent in regime.does_not:
            say(f"  does not: {absent.text} [{absent.grade}]")
        for contested in regime.contested:
            say(f"  contested: {contested.question}")
            for reading in contested.readings:
                say(f"    {reading.who}: {reading.says} [{reading.grade}]")
    say(f"\n{NOT_LEGAL_ADVICE}", style="italic")


@app.command("list")
def list_(json: Json = False) -> None:
    """The programmes that are known as data."""
    regimes = load_regimes()
    if json:
        print_json([{"key": r.key, "title": r.title, "issuer": r.issuer} for r in regimes.values()])
        return
    print_table(
        "Programmes",
        ["key", "title", "issuer", "effects"],
        [(r.key, r.title, r.issuer, len(r.effects)) for r in regimes.values()],
    )


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
    print_table(
        "Sources", ["key", "title", "grade"], [(s.key, s.title, s.grade) for s in regime.sources]
    )
    say(NOT_LEGAL_ADVICE, style="italic")


def _effect_data(status: EffectStatus) -> dict[str, object]:
    data: dict[str, object] = plain(status)
    data["from"] = data.pop("from_")
    return data


def _proof(status: EffectStatus) -> str:
    effect = status.effect
    return f"{effect.grade}, {effect.verified_on or 'not verified'}"


def _details(status: EffectStatus) -> str:
    lines = [status.effect.text]
    if status.effect.consequence:
        lines.append(f"Breach: {status.effect.consequence}")
    if status.effect.exceptions:
        lines.append(f"Except: {'; '.join(status.effect.exceptions)}")
    if status.note:
        lines.append(f"Note: {status.note}")
    return "\n".join(lines)
