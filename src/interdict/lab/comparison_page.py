"""A run beside an earlier one, as a section of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interdict.lab.markup import Markup, cell, head, joined, listing, table, tag
from interdict.matching.base import FULL_SCORE

SHOWN = 20
"""So many tests that were lost, and won, stand on the page; the JSON report has all."""

_BY_CHANCE = 0.05
"""A split of lost and won less likely than this by chance is marked."""


def comparison_section(found: Mapping[str, Any] | None) -> Markup:
    """The section; empty if the run was not compared."""
    if found is None:
        return Markup("")
    differences = listing(found["differences"]) or tag("p", "Both runs have the same settings.")
    shared = [one for one in found["kinds"] if one["n_shared"]]
    alone = [one["title"] for one in found["kinds"] if not one["n_shared"]]
    pieces = [
        tag("h2", "Beside an earlier run"),
        tag("p", "What differs in the settings, before -> now:"),
        differences,
        _kinds(found["thresholds"], shared),
        tag("p", f"No test in common: {', '.join(alone)}.") if alone else Markup(""),
        _clean(found["clean"]),
        _changed("Found before and not now", found["lost"]),
        _changed("Found now and not before", found["won"]),
    ]
    return tag("section", joined(pieces, "\n"), id="comparison")


def _kinds(thresholds: Sequence[int], kinds: Sequence[Mapping[str, Any]]) -> Markup:
    before, after = (f"{at / FULL_SCORE:.2f}" for at in thresholds)
    heads = [head("kind")]
    heads += [
        head(title, number=True)
        for title in (f"before, {before}", f"now, {after}", "same tests", "lost", "won", "rescored")
    ]
    heads.append(head("by chance", number=True))
    rows = [
        [
            head(one["title"], scope="row"),
            cell(_percent(one["before"]), number=True),
            cell(_percent(one["after"]), number=True),
            *(cell(f"{one[key]:,}", number=True) for key in ("n_shared", "n_lost", "n_won")),
            cell(f"{one['n_rescored']:,}", number=True),
            cell(_chance(one), number=True, css="low" if _is_marked(one) else ""),
        ]
        for one in kinds
    ]
    return table("Recall of the tests that both runs asked, percent", heads, rows)


def _is_marked(one: Mapping[str, Any]) -> bool:
    return bool(one["chance"] < _BY_CHANCE)


def _chance(one: Mapping[str, Any]) -> str:
    return f"{one['chance']:.3f}" if one["n_lost"] + one["n_won"] else "–"


def _clean(kinds: Sequence[Mapping[str, Any]]) -> Markup:
    if not kinds:
        return Markup("")
    heads = [head("clean names")]
    titles = ("before", "now", "same names", "new alerts", "alerts gone")
    heads += [head(title, number=True) for title in titles]
    rows = [
        [
            head(one["kind"], scope="row"),
            cell(_percent(one["before"]), number=True),
            cell(_percent(one["after"]), number=True),
            *(
                cell(f"{one[key]:,}", number=True)
                for key in ("n_shared", "n_new_alerts", "n_gone_alerts")
            ),
        ]
        for one in kinds
    ]
    return table("Alerting clean names, percent of those that both runs asked", heads, rows)


def _changed(title: str, changed: Sequence[Mapping[str, Any]]) -> Markup:
    if not changed:
        return tag("p", f"{title}: none.")
    heads = [head("kind"), head("asked"), head("party")]
    heads += [head("score before", number=True), head("now", number=True)]
    rows = [
        [
            head(one["kind"].replace("_", " "), scope="row"),
            cell(one["query"]),
            cell(tag("code", one["target"])),
            cell(f"{one['before'] / FULL_SCORE:.2f}", number=True),
            cell(f"{one['after'] / FULL_SCORE:.2f}", number=True),
        ]
        for one in changed[:SHOWN]
    ]
    more = f", the first {SHOWN}" if len(changed) > SHOWN else ""
    return table(f"{title}: {len(changed):,}{more}", heads, rows)


def _percent(rate: Mapping[str, Any] | None) -> str:
    """In percent, from counts; 100.0 only if nothing is missing."""
    if rate is None:
        return "–"
    share = 100 * rate["n_hits"] / rate["n"]
    return "99.9" if 99.95 <= share < 100 else f"{share:.1f}"
