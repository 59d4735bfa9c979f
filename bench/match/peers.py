"""Interdict and the peers on the same rows, one after the other, in one run on one machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.adapter import held_of
from bench.match.figures import Figure, Row, repeated
from bench.match.inputs import SEED, Entity, Inputs, listed_names, percentiles
from bench.match.runner import QUALITY, SPEED, Lines, Runner

LOGIC, TOKEN_SORT = "nk-v2", "rf-tsr"
LOGIC_NAME = "logic-v2 behind its index"
RAPIDFUZZ_NAME = "rapidfuzz, every name"

BATCH = {LOGIC: 200, TOKEN_SORT: 1, QUALITY: 2_048, SPEED: 2_048}
"""Queries that go together: each engine's best mode."""

RUNS = 3
HARD_FPR = 0.025
"""The operating point at which recall is compared: so many hard negatives may alert."""


def ofac(inputs: Inputs) -> Row:
    """Batches and single queries on OFAC's list, beside logic-v2 and rapidfuzz."""
    sizes = {SPEED: 4_000, LOGIC: 400, TOKEN_SORT: 400}
    return _speed(inputs, "OFAC 2021-07", inputs.protocol_list("ofac"), sizes, single_logic=30)


def large(inputs: Inputs) -> Row:
    """Batches on the large list, beside logic-v2 and rapidfuzz."""
    sizes = {SPEED: 4_000, LOGIC: 200, TOKEN_SORT: 150}
    return _speed(inputs, "large", inputs.large_entities, sizes, single_logic=0)


def _speed(
    inputs: Inputs, name: str, entities: list[Entity], sizes: dict[str, int], single_logic: int
) -> Row:
    runner = Runner(inputs)
    listed = listed_names([pair for entity in entities for pair in held_of(entity)])
    names = inputs.names(listed, sizes[SPEED] * RUNS + 100)
    queries = [
        {"id": f"q-{at}", "schema": "Person", "properties": {"name": [one]}}
        for at, one in enumerate(names)
    ]
    batches = {
        engine: runner.timed(engine, entities, queries, n=n, batch=BATCH[engine], runs=RUNS)
        for engine, n in sizes.items()
    }
    rates = {engine: found["rates"] for engine, found in batches.items()}
    single = {SPEED: runner.timed(SPEED, entities, queries, n=1_000, batch=1, runs=2)}
    single[TOKEN_SORT] = batches[TOKEN_SORT]
    if single_logic:
        single[LOGIC] = runner.timed(LOGIC, entities, queries, n=single_logic, batch=1, runs=2)
    target = 100 if single_logic else None
    ours = repeated("", rates[SPEED]).ours
    figures = [
        Figure(
            "batch, times as fast as logic-v2", ours / repeated("", rates[LOGIC]).ours, "x",
            target=target,
        ),
        repeated("batch, names a second", rates[SPEED], other_runs=rates[LOGIC], unit="/s",
                 beside=LOGIC_NAME, target=10_000),
        repeated("batch, names a second", rates[SPEED], other_runs=rates[TOKEN_SORT], unit="/s",
                 beside=RAPIDFUZZ_NAME),
    ]  # fmt: skip
    figures += _latencies({key: found["batch_ms"] for key, found in single.items()})
    figures.append(
        Figure("build", batches[SPEED]["build_s"], "s", LOGIC_NAME, batches[LOGIC]["build_s"],
               None, True)
    )  # fmt: skip
    about = {
        "list": f"{name}, {len(entities):,} parties, {len(listed):,} distinct names",
        "queries": "names alone, asked as persons, one in ten a misspelt listed one; a run has "
        + ", ".join(f"{n:,} ({engine}, {BATCH[engine]} together)" for engine, n in sizes.items()),
        "seed": SEED,
        "note": "our first run knows no word yet; in the peers' environment, theirs and ours",
    }
    return Row(tuple(figures), about)


def _latencies(took: dict[str, list[float]]) -> list[Figure]:
    """Median and 99th percentile of single queries, beside each peer's."""
    ours = percentiles([1e-3 * one for one in took[SPEED]])
    figures = []
    for engine, name in ((LOGIC, LOGIC_NAME), (TOKEN_SORT, RAPIDFUZZ_NAME)):
        if engine in took:
            other = percentiles([1e-3 * one for one in took[engine]])
            figures += [
                Figure("one query, median", ours[0], "ms", name, other[0], 0.5, True),
                Figure("one query, 99th percentile", ours[1], "ms", name, other[1], 3, True),
            ]
    return figures


def pairs(inputs: Inputs) -> Row:
    """Labelled pairs: name cases, entity checks, names across scripts."""
    results = Runner(inputs).pairwise()
    mine, peer = results["interdict"], results["logic-v2"]
    targets = {"name_bench": (0.86, 0.92), "entity_bench": (0.95, 0.97)}
    figures = []
    for key, title in (("name_bench", "name cases"), ("entity_bench", "entity checks")):
        for name, value, target in zip(("f", "ap"), ("F1", "AP"), targets[key], strict=True):
            ours, other = _pair_figure(mine[key], name), _pair_figure(peer[key], name)
            figures.append(Figure(f"{title}, {value}", ours, "", "logic-v2", other, target))
        others = _pair_figure(results["rf token_sort_ratio"][key], "f")
        ours = _pair_figure(mine[key], "f")
        figures.append(Figure(f"{title}, F1", ours, "", "token sort ratio", others))
    strong = [
        one["groups"]["STRONG"]["at"]["f"] for one in (mine["name_bench"], peer["name_bench"])
    ]
    figures.append(Figure("name cases, STRONG, F1", strong[0], "", "logic-v2", strong[1], 1.0))
    crossed = [one["cross_script"]["at"]["r"] for one in (mine, peer)]
    figures.append(
        Figure("cross-script pairs, recall", crossed[0], "", "logic-v2", crossed[1], 0.9)
    )
    wrong = [one["cross_script"]["fpr_at"] for one in (mine, peer)]
    figures.append(
        Figure(
            "cross-script, wrong pairs that alert", wrong[0], "", "logic-v2", wrong[1], None, True
        )
    )
    took = [1e-3 * one["time"]["fresh_med"] for one in (mine, peer)]
    figures.append(Figure("one pair, median", took[0], "ms", "logic-v2", took[1], None, True))
    counts = {key: mine[key]["n"] for key in ("name_bench", "entity_bench", "cross_script")}
    return Row(tuple(figures), {"queries": f"pairs: {counts}", "list": "none: pair by pair"})


def _pair_figure(found: Mapping[str, Any], name: str) -> float:
    return float(found["ap"] if name == "ap" else found["at"]["f"])


def un(inputs: Inputs) -> Row:
    """UN parties as listed and with altered names, and clean names that alert."""
    recalls: dict[str, tuple[float, float, float]] = {}
    n_clean = 0
    for engine in (LOGIC, TOKEN_SORT, QUALITY):
        runner, batch = Runner(inputs), BATCH[engine]
        sets = ("un_untreated", "un_treated", "neg_us", "neg_global")
        (head, listed), (_, altered), *negatives = runner.quality(engine, "un", sets, batch)
        clean = [line for _, lines in negatives for line in lines]
        n_clean = len(clean)
        at = head["threshold"]
        recalls[engine] = (recall(listed, at), recall(altered, at), alerting(clean, at))
    ours = recalls[QUALITY]
    figures = []
    for engine, name in ((LOGIC, LOGIC_NAME), (TOKEN_SORT, RAPIDFUZZ_NAME)):
        other = recalls[engine]
        figures += [
            Figure("as listed, alert recall", ours[0], "", name, other[0], 1.0),
            Figure("altered, alert recall", ours[1], "", name, other[1], 0.995),
            Figure("clean names that alert", 100 * ours[2], "%", name, 100 * other[2], 0.1, True),
        ]
    about = {
        "list": "UN, 1,003 parties",
        "queries": f"678 with birth date and country; {n_clean:,} clean ones",
    }
    return Row(tuple(figures), about)


def alias(inputs: Inputs) -> Row:
    """Held-out aliases: a listed person asked for by an alias that the list does not have.

    The hard negatives are UN parties by their own names: does another party alert? The threshold
    at which `HARD_FPR` of them do is used on OFAC's list, too, where UN parties stand as well.
    """
    runner, default, bounded, hard = Runner(inputs), {}, {}, {}
    bounds = {}
    for engine in (LOGIC, TOKEN_SORT, QUALITY):
        batch = BATCH[engine]
        ((head, lines),) = runner.quality(engine, "un", ["un_untreated"], batch)
        others = sorted((best_other(line) for line in lines), reverse=True)
        bounds[engine] = others[int(HARD_FPR * len(others))]
        hard[engine] = sum(score >= head["threshold"] for score in others) / len(others)
        for name in ("un", "ofac"):
            ((_, asked),) = runner.quality(engine, f"{name}_loo", [f"{name}_alias"], batch)
            default[engine, name] = recall(asked, head["threshold"])
            above = sum(score_of_expected(line) > bounds[engine] for line in asked)
            bounded[engine, name] = above / len(asked)
    figures = []
    for name, target in (("un", 0.66), ("ofac", 0.78)):
        title = name.upper()
        for engine, peer in ((LOGIC, LOGIC_NAME), (TOKEN_SORT, RAPIDFUZZ_NAME)):
            figures.append(
                Figure(f"{title}, recall where hard FPR is 2.5 %", bounded[QUALITY, name], "", peer,
                       bounded[engine, name], target)
            )  # fmt: skip
        figures.append(
            Figure(f"{title}, recall at the default threshold", default[QUALITY, name], "",
                   LOGIC_NAME, default[LOGIC, name], target if hard[QUALITY] <= HARD_FPR else None)
        )  # fmt: skip
    figures.append(
        Figure("hard FPR at the default threshold", 100 * hard[QUALITY], "%", LOGIC_NAME,
               100 * hard[LOGIC], 100 * HARD_FPR, True)
    )  # fmt: skip
    about = {
        "list": "UN and OFAC with one strong alias of each person taken out",
        "queries": "240 and 518 aliases with birth date and country; hard negatives 678 UN parties",
        "thresholds": {
            {LOGIC: "logic-v2", TOKEN_SORT: "rapidfuzz", QUALITY: "interdict"}[engine]: bound
            for engine, bound in bounds.items()
        },
    }
    return Row(tuple(figures), about)


def score_of_expected(line: Mapping[str, Any]) -> float:
    """The score of the party that the query means; 0 if it is not there."""
    return float(dict(line["hits"]).get(line["exp"], 0.0))


def best_other(line: Mapping[str, Any]) -> float:
    """The best score of any party that the query does not mean."""
    return max((score for key, score in line["hits"] if key != line["exp"]), default=0.0)


def recall(lines: Lines, threshold: float) -> float:
    """The share of queries that alert on the party they mean."""
    return sum(score_of_expected(line) >= threshold for line in lines) / len(lines)


def alerting(lines: Lines, threshold: float) -> float:
    """The share of queries that alert on anybody."""
    tops = (max((score for _, score in line["hits"]), default=0.0) for line in lines)
    return sum(top >= threshold for top in tops) / len(lines)
