"""The report of a run as one HTML file that needs nothing else: no script, no font, no network.

Everything it shows is in `content.content_of`, which is the JSON report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from string import Template
from typing import Any

from interdict.lab.clean import NAMESAKES
from interdict.lab.comparison_page import comparison_section
from interdict.lab.curve import curve_svg
from interdict.lab.markup import (
    Markup,
    cell,
    definitions,
    head,
    joined,
    listing,
    table,
    tag,
    text,
)

Content = Mapping[str, Any]

_GOOD = 0.99
_BAD = 0.90
"""Below the first, recall is marked; below the second, marked as bad."""


def report_html(content: Content) -> str:
    """The page for a report's content."""
    card = content["card"]
    lists = ", ".join(f"{one['dataset']} {one['edition']}" for one in card["lists"])
    proposed = _main_proposal(content)
    page = Template(_template("report.html"))
    return page.substitute(
        title=text(f"Validation of screening: {lists}"),
        subtitle=text(
            f"As of {card['as_of']}, engine {card['engine']}, threshold {content['threshold']:.2f}"
            + (f", made {card['made_at']}" if card["made_at"] else "")
        ),
        style=_template("report.css"),
        summary=_summary(content),
        curve=curve_svg(
            content["curve"],
            threshold=content["threshold"],
            proposed=proposed["threshold"] if proposed else None,
        ),
        curve_caption=text(
            "Each line is a family of tests, from threshold 0.40 (right end) to 1.00 (left end): "
            "the mean recall of its kinds against alerts on clean names."
        ),
        curve_table=_curve_table(content),
        kinds=_kinds(content),
        clean=_clean(content),
        cultures=_cultures(content),
        proposals=_proposals(content),
        misses=_explained(
            content["misses"],
            "No test name was missed at the threshold in use.",
            "scores below 0.10, or was not compared at all",
        ),
        false_alerts=_explained(
            content["false_alerts"],
            "No clean name raised an alert at the threshold in use.",
            "not kept for an own file",
        ),
        comparison=comparison_section(content["comparison"]),
        comparison_link=(
            tag("li", tag("a", "Beside an earlier run", href="#comparison"))
            if content["comparison"]
            else ""
        ),
        card=_card(content),
        limits=listing(content["limits"]),
        expectations=_expectations(content),
        footer=text(
            f"Interdict {card['version']}. Configuration {card['configuration']}. "
            "Reference, not legal advice."
        ),
    )


def _template(name: str) -> str:
    return (resources.files("interdict.lab") / "templates" / name).read_text(encoding="utf-8")


def _summary(content: Content) -> Markup:
    controls, manipulated = content["controls"], _manipulated(content)
    mean = sum(k["recall_in_use"]["share"] for k in manipulated) / max(len(manipulated), 1)
    figures = [
        (_percent(controls["share"]), f"of {controls['n']:,} names exactly as listed are found"),
        (_percent(mean), f"mean recall of {len(manipulated)} kinds of error"),
    ]
    figures += [
        (f"{one['alerts_in_use']['per_1000']:.1f}", _alerting(one["kind"]))
        for one in content["clean"]
    ]
    items = [joined([tag("b", figure), " ", what]) for figure, what in figures]
    missed = controls["n"] - controls["n_hits"]
    notes = []
    if missed:
        told = (
            f"{missed:,} names exactly as listed are missed at {content['threshold']:.2f}. "
            "Each needs a written reason; the first ones stand under Worst misses."
        )
        notes.append(tag("p", told, class_="note"))
    proposed = _main_proposal(content)
    if proposed is not None:
        notes.append(tag("p", _proposal_in_words(proposed)))
    return joined([listing(items, "figures"), *notes], "\n")


def _alerting(kind: str) -> str:
    return f"of 1,000 alert: {kind}" + (", who have to" if kind == NAMESAKES else "")


def _manipulated(content: Content) -> list[Mapping[str, Any]]:
    return [k for k in content["kinds"] if not k["is_control"] and not k["by_policy"]]


def _main_proposal(content: Content) -> Mapping[str, Any] | None:
    return next((one for one in content["proposals"] if one["is_main"]), None)


def _proposal_in_words(one: Mapping[str, Any]) -> str:
    budget = f"{one['budget']:g} alerting names per 1,000 ({one['clean_kind']})"
    if one["threshold"] is None:
        return f"No threshold keeps within {budget}."
    alerts = one["alerts"]
    holds = "The upper bound holds the budget too"
    sure = holds if one["certain"] else "The upper bound is above the budget: ask more clean names"
    return (
        f"For a budget of {budget} the lowest threshold is {one['threshold']:.2f}: "
        f"{alerts['per_1000']:.1f} per 1,000, between {alerts['low']:.1f} and "
        f"{alerts['high']:.1f}. {sure}."
    )


def _curve_table(content: Content) -> Markup:
    lines = content["curve"]["lines"]
    if not lines:
        return Markup("")
    heads = [head("threshold", number=True), head("alerts per 1,000", number=True)]
    heads += [head(line["family"], number=True) for line in lines]
    rows = []
    for at, (threshold, alerts, _) in enumerate(lines[0]["points"]):
        if round(threshold * 100) % 5 == 0:
            row = [cell(f"{threshold:.2f}", number=True), cell(f"{alerts:.1f}", number=True)]
            row += [cell(_percent(line["points"][at][2]), number=True) for line in lines]
            rows.append(row)
    return table("The figures of the curve: mean recall of each family", heads, rows)


def _kinds(content: Content) -> Markup:
    thresholds = list(content["kinds"][0]["recall"]) if content["kinds"] else []
    heads = [head("kind"), head("n", number=True)]
    heads += [head(at, number=True) for at in thresholds]
    heads += [
        head(f"in use {content['threshold']:.2f}", number=True, css="used"),
        head("first", number=True),
    ]
    rows: list[Sequence[Markup]] = []
    family = None
    for kind in content["kinds"]:
        if kind["family"] != family:
            family = kind["family"]
            across = tag("th", family, colspan=str(len(heads)), scope="colgroup")
            rows.append([across])
        rows.append(_kind_row(kind, thresholds))
    return table("Recall, percent", heads, rows)


def _kind_row(kind: Mapping[str, Any], thresholds: Sequence[str]) -> list[Markup]:
    title = joined([kind["title"], tag("small", kind["purpose"])])
    row = [head(title, scope="row"), cell(f"{kind['n']:,}", number=True)]
    judged = not kind["by_policy"]
    row += [
        cell(_share(kind["recall"][at]["share"]), number=True, css=_css(kind["recall"][at], judged))
        for at in thresholds
    ]
    used = kind["recall_in_use"]
    told = joined(
        [
            _share(used["share"]),
            " ",
            tag("small", f"({_share(used['low'])}–{_share(used['high'])})"),
        ]
    )
    row.append(cell(told, number=True, css=f"used {_css(used, judged)}".strip()))
    row.append(cell(_share(kind["first"]["share"]) if kind["first"]["n"] else "–", number=True))
    return row


def _css(rate: Mapping[str, Any], judged: bool) -> str:
    if not judged or rate["share"] >= _GOOD:
        return ""
    return "bad" if rate["share"] < _BAD else "low"


def _clean(content: Content) -> Markup:
    if not content["clean"]:
        return tag("p", "No clean names were asked.")
    thresholds = list(content["clean"][0]["alerts"])
    heads = [head("clean names"), head("n", number=True)]
    heads += [head(at, number=True) for at in thresholds]
    heads += [
        head(f"in use {content['threshold']:.2f}", number=True, css="used"),
        head("pairs, per 1,000", number=True),
    ]
    rows = []
    for one in content["clean"]:
        title = joined([one["kind"], tag("small", one["purpose"])])
        row = [head(title, scope="row"), cell(f"{one['n']:,}", number=True)]
        row += [cell(f"{one['alerts'][at]['per_1000']:.1f}", number=True) for at in thresholds]
        used = one["alerts_in_use"]
        told = joined(
            [f"{used['per_1000']:.1f} ", tag("small", f"({used['low']:.1f}–{used['high']:.1f})")]
        )
        row += [cell(told, number=True, css="used"), cell(one["pairs_in_use"], number=True)]
        rows.append(row)
    rows.append(
        [head("precision in this mix, percent", scope="row"), cell("")]
        + [cell(_share(content["precision"][at]["share"]), number=True) for at in thresholds]
        + [cell("", css="used"), cell("")]
    )
    return table("Alerting names per 1,000", heads, rows)


def _cultures(content: Content) -> Markup:
    groups = [group for one in content["clean"] for group in one["groups"]]
    if not groups:
        return Markup("")
    heads = [
        head("culture"),
        head("n", number=True),
        head("per 1,000, in use", number=True),
        head("95 % interval", number=True),
    ]
    rows = [
        [
            head(group["group"].replace("_", " "), scope="row"),
            cell(f"{group['n']:,}", number=True),
            cell(f"{group['alerts']['per_1000']:.1f}", number=True),
            cell(f"{group['alerts']['low']:.1f}–{group['alerts']['high']:.1f}", number=True),
        ]
        for group in groups
    ]
    return table("Common names by culture", heads, rows)


def _proposals(content: Content) -> Markup:
    pieces: list[Markup] = [tag("p", _proposal_in_words(one)) for one in content["proposals"]]
    main = _main_proposal(content)
    if main is not None and main["costs"]:
        heads = [
            head("kind"),
            head(f"in use {content['threshold']:.2f}", number=True),
            head(f"proposed {main['threshold']:.2f}", number=True),
            head("change, points", number=True),
        ]
        costs = sorted(main["costs"], key=lambda cost: cost["change"])
        rows = [
            [
                head(cost["title"], scope="row"),
                cell(_share(cost["in_use"]["share"]), number=True),
                cell(_share(cost["proposed"]["share"]), number=True),
                cell(f"{100 * cost['change']:+.1f}", number=True),
            ]
            for cost in costs
            if cost["change"]
        ]
        if rows:
            pieces.append(table("What the proposal changes in recall, percent", heads, rows))
        else:
            pieces.append(tag("p", "The proposal changes recall in no kind."))
    return joined(pieces, "\n")


def _explained(found: Sequence[Mapping[str, Any]], empty: str, without_parts: str) -> Markup:
    if not found:
        return tag("p", empty)
    heads = [
        head("kind"),
        head("asked"),
        head("listed"),
        head("score", number=True),
        head("parts of the score"),
    ]
    rows = []
    for one in found:
        asked = one["query"] + (f", born {one['birth_date']}" if one["birth_date"] else "")
        listed = joined([one["listed_name"], " ", tag("code", one["entity_id"])])
        parts = listing(
            [f"{part['points']:+.4f} {part['feature']}: {part['detail']}" for part in one["parts"]],
            "parts",
        ) or Markup(without_parts)
        rows.append(
            [
                head(one["title"], scope="row"),
                cell(asked),
                cell(listed),
                cell(f"{one['score']:.2f}", number=True),
                cell(parts),
            ]
        )
    return table(f"{len(found)} cases", heads, rows)


def _card(content: Content) -> Markup:
    card, speed = content["card"], content["speed"]
    plan = card["plan"]
    lists = "; ".join(
        f"{one['dataset']}: edition of {one['edition'] or 'none'} ({one['status']})"
        for one in card["lists"]
    )
    pairs: list[tuple[str, Any]] = [
        ("Lists", lists),
        ("As of, known at", f"{card['as_of']}, {card['known_at']}"),
        (
            "Record",
            f"sequence {card['held_at']}: {card['n_parties']:,} parties, {card['n_names']:,} names",
        ),
        ("Engine", card["engine"]),
        ("Weak aliases alone alert", "yes" if card["weak_aliases"] else "no"),
        ("Threshold in use", f"{content['threshold']:.2f}"),
        ("Budget", f"{content['budget']:g} alerting names per 1,000"),
        ("Seed", plan["seed"]),
        (
            "Sample",
            f"up to {plan['sample']:,} records for each kind, {plan['clean']:,} clean names",
        ),
        ("Kind of party in queries", "stated" if plan["states_schema"] else "not stated"),
        ("Own file", card["clean_file"] or "none"),
        ("Version", f"Interdict {card['version']}"),
        ("Configuration", tag("code", card["configuration"])),
        ("Intended use", "Choosing and defending a screening threshold; comparing versions."),
    ]
    if speed is not None:
        told = (
            f"{speed['per_second']:,.0f} queries a second, one after the other; half within "
            f"{speed['p50_ms']:.2f} ms, 99 of 100 within {speed['p99_ms']:.2f} ms"
        )
        pairs.append(("Speed (informative)", told))
    return definitions(pairs)


def _expectations(content: Content) -> Markup:
    heads = [
        head("who, where"),
        head("expects"),
        head("this report shows"),
        head("it does not show"),
        head("grade, source"),
    ]
    rows = [
        [
            head(joined([one["who"], tag("small", one["citation"])]), scope="row"),
            cell(one["expects"]),
            cell(one["shows"]),
            cell(one["does_not_show"]),
            cell(joined([f"{one['grade']} ", tag("a", "source", href=one["source"])])),
        ]
        for one in content["expectations"]
    ]
    return table("Expectations and what meets them", heads, rows)


def _percent(share: float) -> str:
    return f"{_share(share)} %"


def _share(share: float) -> str:
    """In percent; 100.0 only if nothing is missing."""
    if 0.9995 <= share < 1:
        return "99.9"
    return f"{100 * share:.1f}"
