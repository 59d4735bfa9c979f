"""`interdict lab`: measure what screening finds and what it costs, compare runs, write a report."""

from __future__ import annotations

import json as jsonlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import messages, print_json, print_table, say
from interdict.cli.times import now, times_of
from interdict.errors import InvalidInput
from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE

if TYPE_CHECKING:
    from interdict.lab.compare import Comparison
    from interdict.lab.metrics import Rate
    from interdict.lab.runfile import Run

app = typer.Typer(
    no_args_is_help=True,
    help="Validation: recall by kind of error, alerts on clean names, threshold, report.",
)

_SHOWN = 20
"""Records that a comparison prints by name; `--json` gives all of them."""

Threshold = Annotated[
    float | None,
    typer.Option(min=0.4, max=1.0, help="Threshold in use. Default: that of the run."),
]
Budget = Annotated[
    float | None,
    typer.Option(min=0, max=1000, help="Alerting names per 1,000 clean ones. Default: the run's."),
]


@app.command()
def run(
    output: Annotated[Path, typer.Option(help="Where the run goes (.json).")],
    dataset: Annotated[
        list[str] | None, typer.Option(help="Only this list; may repeat. Default: all held.")
    ] = None,
    sample: Annotated[int, typer.Option(min=1, help="Records that each kind is made from.")] = 500,
    clean_names: Annotated[
        int, typer.Option("--clean-names", min=1, help="Generated clean names of each kind.")
    ] = 1_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same names.")] = 1,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind of test; may repeat.")
    ] = None,
    clean: Annotated[
        Path | None, typer.Option(help="Your own parties, taken to be clean (.csv, .tsv, .jsonl).")
    ] = None,
    budget: Annotated[
        float, typer.Option(min=0, max=1000, help="Alerting names per 1,000 clean ones.")
    ] = 12,
    threshold: Annotated[
        float, typer.Option(min=0.4, max=1.0, help="Threshold in use.")
    ] = DEFAULT_THRESHOLD / FULL_SCORE,
    weak_aliases: Annotated[
        bool, typer.Option("--weak-aliases", help="Let a weak alias alone make an alert.")
    ] = False,
    name_only: Annotated[
        bool, typer.Option("--name-only", help="Do not state the kind of party in queries.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Tests the engine with names made from the listed ones, and with clean names."""
    from interdict.lab.content import content_of
    from interdict.lab.probes import Plan
    from interdict.lab.runfile import as_dict

    if not output.parent.is_dir():
        raise InvalidInput(f"{output}: there is no folder {output.parent}. Make it first.")
    plan = Plan(
        seed=seed,
        sample=sample,
        clean=clean_names,
        kinds=None if kind is None else tuple(kind),
        states_schema=not name_only,
    )
    with workspace() as ws, _Bar() as bar:
        found = ws.lab.run(
            times_of(config(), as_of, known_at, held_at),
            plan,
            datasets=frozenset(dataset) if dataset else None,
            weak_aliases=weak_aliases,
            threshold=round(threshold * FULL_SCORE),
            budget=budget,
            clean=clean,
            made_at=now(),
            timer=time.perf_counter,
            progress=bar.show,
        )
    content = content_of(found)
    _write(output, jsonlib.dumps(as_dict(found) | {"report": content}, ensure_ascii=False))
    if json:
        print_json(content)
        return
    _print_run(content)
    say(f"run -> {output}; a page of it: interdict lab report {output} --output report.html")


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="A run of the lab.")],
    after: Annotated[Path, typer.Argument(help="Another one, with the same seed.")],
    threshold: Threshold = None,
    json: Json = False,
) -> None:
    """What changed between two runs: recall, alerts, and the records lost and won."""
    from interdict.lab.compare import compare as compare_runs

    found = compare_runs(_read(before), _read(after), threshold=_points(threshold))
    if json:
        print_json(found)
    else:
        _print_comparison(found)


@app.command()
def report(
    run_file: Annotated[Path, typer.Argument(metavar="RUN", help="A run of the lab.")],
    output: Annotated[Path | None, typer.Option(help="Where the page goes (.html).")] = None,
    before: Annotated[
        Path | None, typer.Option(help="An earlier run with the same seed, to set beside it.")
    ] = None,
    threshold: Threshold = None,
    budget: Budget = None,
    json: Json = False,
) -> None:
    """Writes the report of a run: one HTML page, or its content as JSON."""
    from interdict.lab.content import content_of
    from interdict.lab.report import report_html

    if output is None and not json:
        raise InvalidInput("where should the report go? Give --output report.html (or --json)")
    content = content_of(
        _read(run_file),
        threshold=_points(threshold),
        budget=budget,
        before=None if before is None else _read(before),
    )
    if output is not None:
        _write(output, report_html(content))
    if json:
        print_json(content)
    else:
        say(f"report -> {output}")


class _Bar:
    """A progress bar on standard error, if that is a terminal."""

    def __enter__(self) -> _Bar:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            TextColumn("testing"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=messages(),
            disable=not messages().is_terminal,
        )
        self._bar.start()
        self._task = self._bar.add_task("testing", total=None)
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """Moves the bar."""
        self._bar.update(self._task, completed=done, total=total)


def _read(path: Path) -> Run:
    from interdict.lab.runfile import read_run

    return read_run(path)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be written: {error.strerror}.") from error


def _points(threshold: float | None) -> int | None:
    return None if threshold is None else round(threshold * FULL_SCORE)


def _print_run(content: dict[str, Any]) -> None:
    """The tables of a run on a terminal."""
    in_use = content["threshold"]
    columns = ("0.40", "0.50", "0.60", "0.70", "0.80", "0.90")
    print_table(
        "Recall by kind of error, percent",
        ["kind", "n", *columns, f"in use {in_use:.2f}", "95 % interval", "proposed"],
        [
            (
                one["title"],
                one["n"],
                *(_percent(one["recall"][at]) for at in columns),
                _percent(one["recall_in_use"]),
                f"{100 * one['recall_in_use']['low']:.1f}-{100 * one['recall_in_use']['high']:.1f}",
                "" if one["recall_proposed"] is None else _percent(one["recall_proposed"]),
            )
            for one in content["kinds"]
        ],
    )
    print_table(
        "Alerting names per 1,000 clean names",
        ["clean names", "n", *columns, f"in use {in_use:.2f}", "95 % interval"],
        [
            (
                one["kind"],
                one["n"],
                *(one["alerts"][at]["per_1000"] for at in columns),
                one["alerts_in_use"]["per_1000"],
                f"{one['alerts_in_use']['low']}-{one['alerts_in_use']['high']}",
            )
            for one in content["clean"]
        ],
    )
    for one in content["proposals"]:
        name = f"{one['budget']:g} alerts per 1,000, {one['clean_kind']}"
        if one["threshold"] is None:
            say(f"{name}: no threshold keeps within that")
        else:
            alerts = one["alerts"]
            say(
                f"{name}: threshold {one['threshold']:.2f}"
                f" ({alerts['per_1000']}, between {alerts['low']} and {alerts['high']})"
            )
    controls = content["controls"]
    say(f"names exactly as listed: {controls['n_hits']:,} of {controls['n']:,} found")
    if content["speed"]:
        say(f"{content['speed']['per_second']:,.0f} queries a second (informative)")


def _print_comparison(found: Comparison) -> None:
    first, second = (f"{at / FULL_SCORE:.2f}" for at in found.thresholds)
    for difference in found.differences:
        say(difference)
    print_table(
        "Recall by kind of error, percent",
        ["kind", f"before {first}", f"after {second}", "same tests", "lost", "won", "rescored",
         "by chance"],
        [
            (
                one.title,
                _rate(one.before),
                _rate(one.after),
                one.n_shared,
                one.n_lost,
                one.n_won,
                one.n_rescored,
                f"{one.chance:.3f}" if one.n_lost + one.n_won else "",
            )
            for one in found.kinds
            if one.n_shared
        ],
    )  # fmt: skip
    if alone := [one.title for one in found.kinds if not one.n_shared]:
        say(f"no test in common: {', '.join(alone)}")
    print_table(
        "Alerting clean names, percent",
        ["clean names", "before", "after", "same names", "new alerts", "alerts gone"],
        [
            (
                one.kind,
                _rate(one.before),
                _rate(one.after),
                one.n_shared,
                one.n_new_alerts,
                one.n_gone_alerts,
            )
            for one in found.clean
        ],
    )
    for title, changed in (("Lost", found.lost), ("Won", found.won)):
        print_table(
            f"{title}: {len(changed):,}" + (f", the first {_SHOWN}" * (len(changed) > _SHOWN)),
            ["kind", "asked", "party", "score before", "after"],
            [
                (
                    one.kind.replace("_", " "),
                    one.query,
                    one.target,
                    f"{one.before / FULL_SCORE:.2f}",
                    f"{one.after / FULL_SCORE:.2f}",
                )
                for one in changed[:_SHOWN]
            ],
        )


def _percent(rate: dict[str, Any]) -> str:
    return f"{100 * rate['share']:.1f}"


def _rate(rate: Rate | None) -> str:
    return "" if rate is None else f"{100 * rate.share:.1f}"
