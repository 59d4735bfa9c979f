"""`regime list|show|check`: programmes of designation as data, and history as a check of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from interdict.cli.context import Json
from interdict.cli.output import print_json, print_table, say
from interdict.cli.words import proof_in_words
from interdict.errors import NotFound
from interdict.model.plain import plain
from interdict.regimes.catalog import load_regimes
from interdict.regimes.effects import NOT_LEGAL_ADVICE
from interdict.regimes.rewards import reward_programmes
from interdict.regimes.scenario import Check, check
from interdict.regimes.scenario_file import parse_scenario

app = typer.Typer(no_args_is_help=True, help="Programmes of designation, as data.")


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
        say(f"  programme {event.event} {event.on}: {event.text} [{proof_in_words(event.grade)}]")
    for tag in regime.list_tags:
        say(f"  tag {tag.tag} of {tag.dataset}{f': {tag.note}' if tag.note else ''}")
    print_table(
        "Procedure",
        ["topic", "rule", "basis", "proof"],
        [
            (p.topic, p.text, "; ".join(p.legal_basis), proof_in_words(p.grade))
            for p in regime.procedure
        ],
    )
    print_table(
        "Effects",
        ["code", "for", "text", "basis", "proof"],
        [
            (e.code, e.addressee, e.text, "; ".join(e.legal_basis), proof_in_words(e.grade))
            for e in regime.effects
        ],
    )
    if regime.ownership is not None:
        rule = regime.ownership
        say(f"  owned entities: {rule.text} [{proof_in_words(rule.grade)}]")
    for absent in regime.does_not:
        say(f"  does not: {absent.text} [{proof_in_words(absent.grade)}]")
    for contested in regime.contested:
        say(f"  contested: {contested.question}")
        for reading in contested.readings:
            say(f"    {reading.who}: {reading.says} [{proof_in_words(reading.grade)}]")
    for note in regime.notes:
        say(f"  note: {note}")
    print_table(
        "Sources",
        ["key", "title", "proof"],
        [(s.key, s.title, proof_in_words(s.grade)) for s in regime.sources],
    )
    say(NOT_LEGAL_ADVICE, style="italic")


@app.command()
def rewards(json: Json = False) -> None:
    """The programmes that offer rewards: for what, up to how much. A reward is not a sanction."""
    found = reward_programmes()
    if json:
        print_json(found)
        return
    print_table(
        "Reward programmes",
        ["key", "programme", "offers rewards for", "basis", "proof"],
        [
            (p.key, p.title, "\n".join(p.purposes), "; ".join(p.legal_basis),
             f"{proof_in_words(p.grade)} {p.source}")
            for p in found.programmes
        ],
    )  # fmt: skip
    say(f"  cap: {found.cap.text} [{proof_in_words(found.cap.grade)}]")
    say("  A reward is not a sanction: it binds nobody.")


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
