"""bench/results.md out of the rows that were kept as JSON."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.match.figures import Figure, Row, stored
from bench.match.rows import ROWS, path_of, title

PAGE = Path(__file__).resolve().parents[1] / "results.md"

Kept = dict[str, tuple[Row, dict[str, Any]]]

_INTRODUCTION = """\
# Results of the matching engine

Written by `python -m bench match --page` from the last run of each row; do not edit.
[README.md](README.md) says what the rows are and how to run them.

Ratios come first: ours over the peer or floor, in the same run on the same machine. Then the
figures themselves, the target of the design, and the noise: smallest, median and largest of the
repetitions. Labelled sets are development halves that were looked at while tuning: expect less
on others. `code` is a hash of the sources of matching, text and screening: rows of one page may
come from several states of it.
"""

_CLOCKS = {
    "cpu": "CPU seconds of the process (other work on the machine counts little, not nothing)",
    "wall": "seconds on the wall",
}


def write() -> Path:
    """Writes the page.

    Raises:
        SystemExit: if no row was run yet.
    """
    kept: Kept = {name: stored(path_of(name)) for name in ROWS if path_of(name).exists()}
    if not kept:
        raise SystemExit("no row has been run yet: python -m bench match")
    parts = [_INTRODUCTION, *_circumstances(kept)]
    missing = [name for name in ROWS if name not in kept]
    if missing:
        parts.append(f"Not run: {', '.join(missing)}.\n")
    parts += _summary(kept)
    for name, (row, beside) in kept.items():
        parts += _section(name, row, beside)
    PAGE.write_text("\n".join(parts), "utf-8")
    return PAGE


def _circumstances(kept: Kept) -> list[str]:
    """The machine and the versions; once for each, if rows come from several."""
    groups: dict[str, list[str]] = {}
    for name, (_, beside) in kept.items():
        groups.setdefault(_machine(beside), []).append(name)
    lines = ["## Machine and versions\n"]
    for machine, names in groups.items():
        lines.append(machine if len(groups) == 1 else f"{machine}\n- rows: {', '.join(names)}")
        lines.append("")
    return lines


def _machine(beside: Mapping[str, Any]) -> str:
    host = beside["machine"]
    memory = "" if host["memory_gb"] is None else f", {host['memory_gb']} GB"
    lines = [
        f"- {host['processor']}, {host['cores']} cores{memory}, {host['system']}",
        f"- {_versions(host['versions'])}",
    ]
    if host["peer_versions"]:
        lines.append(f"- the peers' environment: {_versions(host['peer_versions'])}")
    lines.append(f"- times within a process: {_CLOCKS[beside['clock']]}")
    return "\n".join(lines)


def _versions(found: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


def _summary(kept: Kept) -> list[str]:
    """The targets that are not reached, and how many are."""
    aimed = [
        (name, figure)
        for name, (row, _) in kept.items()
        for figure in row.figures
        if figure.is_met is not None
    ]
    short = [(name, figure) for name, figure in aimed if not figure.is_met]
    lines = [
        "## Targets\n",
        f"{len(aimed) - len(short)} of {len(aimed)} figures with a target reach it.\n",
    ]
    if short:
        lines += ["| row | figure | ours | target |", "|---|---|---|---|"]
        lines += [
            f"| {name} | {figure.what} | {_number(figure.ours, figure.unit)} | {_target(figure)} |"
            for name, figure in short
        ]
        lines.append("")
    return lines


def _section(name: str, row: Row, beside: Mapping[str, Any]) -> list[str]:
    lines = [f"## {name}: {title(name)}\n"]
    lines.append("| figure | ratio | ours | beside | target | noise |")
    lines.append("|---|---|---|---|---|---|")
    lines += [_line(figure) for figure in row.figures]
    lines.append("")
    about = [f"{key}: {_text(value)}" for key, value in row.about.items()]
    quiet = " / ".join(f"{one:.0f}" for one in _spread(beside["spin_ms"]))
    about.append(
        f"run: {beside['made_at']}, {beside['took_s']:.0f} s; load {beside['load']:.1f} after; "
        f"a fixed piece of work {quiet} ms of CPU; code {beside['code']}"
    )
    return [*lines, *(f"- {line}" for line in about), ""]


def _line(figure: Figure) -> str:
    ratio = "" if figure.ratio is None else f"**{figure.ratio:.3g}**"
    beside = ""
    if figure.other is not None:
        beside = f"{_number(figure.other, figure.unit)} {figure.beside}"
    cells = [figure.what, ratio, _number(figure.ours, figure.unit), beside, _target(figure)]
    return f"| {' | '.join([*cells, _noise(figure)])} |"


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    sign = "≤" if figure.less else "≥"
    return f"{sign} {_number(figure.target, figure.unit)}: {'yes' if figure.is_met else 'no'}"


def _noise(figure: Figure) -> str:
    cells = []
    for runs, who in ((figure.runs, ""), (figure.other_runs, "beside ")):
        if len(runs) > 1:
            spread = " / ".join(_number(one, "") for one in _spread(runs))
            cells.append(f"{who}{spread} ({len(runs)})")
    return "; ".join(cells)


def _spread(runs: Sequence[float]) -> tuple[float, float, float]:
    return min(runs), statistics.median(runs), max(runs)


def _number(value: float, unit: str) -> str:
    if abs(value) >= 1_000:
        text = f"{value:,.0f}"
    elif value == int(value):
        text = f"{value:.0f}"
    else:
        text = f"{value:.3g}" if abs(value) < 0.1 or abs(value) >= 1 else f"{value:.3f}"
    return f"{text} {unit}".strip()


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {one}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
