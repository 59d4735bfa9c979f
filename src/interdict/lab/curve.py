"""The curve of recall against alerts, as an SVG picture that also reads in black and white."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

_WIDTH, _HEIGHT = 860, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 210, 24, 56
_STYLES = (
    ("#1b1b1b", ""), ("#0b5fa5", ""), ("#b3400d", "8 4"), ("#2d6a2d", "2 3"),
    ("#7a3e9d", "10 3 2 3"), ("#8a6100", "5 5"), ("#a3234a", "1 4"),
)  # fmt: skip
"""Colour and dashes of each line: told apart without colour too."""

_LABEL = 17
"""Height of a label's line."""

_TICKS = (0, 1, 3, 10, 30, 100, 300, 1_000)


def curve_svg(curve: Mapping[str, Any], *, threshold: float, proposed: float | None) -> str:
    """The picture of a report's `curve`; the thresholds in use and proposed are marked.

    Across: alerting clean names per 1,000, on a logarithmic scale that begins at 0. Upwards:
    mean recall of each family.
    """
    lines: Sequence[Mapping[str, Any]] = curve["lines"]
    lowest = min((point[2] for line in lines for point in line["points"]), default=0.0)
    base = max(math.floor(min(lowest, 0.9) * 10) / 10, 0.0)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
            'aria-labelledby="curve-title curve-desc" font-family="sans-serif" font-size="13">'
        ),
        '<title id="curve-title">Recall against alerts on clean names</title>',
        f'<desc id="curve-desc">{escape(_described(curve))}</desc>',
        *_axes(base, str(curve["clean_kind"] or "clean names")),
    ]
    labels = _label_heights([line["points"][0][2] for line in lines], base)
    for number, line in enumerate(lines):
        parts += _line(line, _STYLES[number % len(_STYLES)], base, labels[number])
    if lines:
        parts += _mark(lines[0]["points"], threshold, "in use", base, low=False)
        if proposed is not None and proposed != threshold:
            parts += _mark(lines[0]["points"], proposed, "proposed", base, low=True)
    return "\n".join([*parts, "</svg>"])


def _x(alerts: float) -> float:
    share = math.log10(1 + alerts) / math.log10(1 + _TICKS[-1])
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(recall: float, base: float) -> float:
    share = (recall - base) / (1 - base)
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _axes(base: float, kind: str) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = []
    for step in range(round(base * 10), 11):
        y = _y(step / 10, base)
        parts.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{step * 10} %</text>'
        )
    for tick in _TICKS:
        x = _x(tick)
        parts.append(f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}" stroke="#eee"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{tick:,}</text>')
    middle = (_LEFT + right) / 2
    parts.append(
        f'<text x="{middle:.1f}" y="{_HEIGHT - 12}" text-anchor="middle">'
        f"alerting names per 1,000 ({escape(kind)})</text>"
    )
    parts.append(
        f'<text transform="translate(16 {(_TOP + bottom) / 2:.1f}) rotate(-90)" '
        'text-anchor="middle">mean recall of the kinds</text>'
    )
    return parts


def _line(
    line: Mapping[str, Any], style: tuple[str, str], base: float, label_y: float
) -> list[str]:
    colour, dashes = style
    points = " ".join(
        f"{_x(alerts):.1f},{_y(recall, base):.1f}" for _, alerts, recall in line["points"]
    )
    _, alerts, recall = line["points"][0]
    end, name = _WIDTH - _RIGHT, escape(line["family"])
    return [
        (f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.2" '
        f'stroke-dasharray="{dashes}"/>'),
        (f'<path d="M{_x(alerts):.1f} {_y(recall, base):.1f} L{end + 14} {label_y:.1f}" '
        f'stroke="{colour}" stroke-width="0.8" fill="none"/>'),
        f'<text x="{end + 18}" y="{label_y + 4:.1f}" fill="{colour}">{name} {recall:.1%}</text>',
    ]  # fmt: skip


def _label_heights(recalls: Sequence[float], base: float) -> list[float]:
    """Where labels stand: beside the ends of their lines, and never on each other."""
    order = sorted(range(len(recalls)), key=lambda at: -recalls[at])
    heights = [0.0] * len(recalls)
    lowest = float(_TOP)
    for at in order:
        lowest = max(_y(recalls[at], base), lowest)
        heights[at] = lowest
        lowest += _LABEL
    below = max(max(heights, default=0.0) - (_HEIGHT - _BOTTOM), 0.0)
    return [height - below for height in heights]


def _mark(
    points: Sequence[Sequence[float]], threshold: float, name: str, base: float, *, low: bool
) -> list[str]:
    """A dashed line where the alerts of a threshold lie; on top, or below so as not to cover."""
    _, alerts, _ = min(points, key=lambda point: abs(point[0] - threshold))
    x, y = _x(alerts), _y(base, base) - (8 if low else 24)
    return [
        (
            f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{_HEIGHT - _BOTTOM}" stroke="#444" '
            'stroke-dasharray="4 3"/>'
        ),
        f'<text x="{x + 5:.1f}" y="{y:.1f}" fill="#222">{name}: {threshold:.2f}</text>',
    ]


def _described(curve: Mapping[str, Any]) -> str:
    ends = [
        f"{line['family']}: {line['points'][0][2]:.1%} at threshold 0.40, "
        f"{line['points'][-1][2]:.1%} at 1.00"
        for line in curve["lines"]
    ]
    return (
        "One line for each family of tests. " + "; ".join(ends) + ". The tables give all figures."
    )
