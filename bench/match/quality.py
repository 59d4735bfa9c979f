"""Quality without a list: OFAC's own scores, names in two scripts."""

from __future__ import annotations

import csv
import statistics

from bench.match.figures import Figure, Row
from bench.match.inputs import Inputs, Pairs
from bench.match.labels import labelled
from interdict.matching import Index, TokenMatcher
from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE
from interdict.matching.compare import compare
from interdict.matching.ofac_parity import parity_score
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.statement import Statement
from interdict.text.names import is_matchable

SLIDER = 80
"""Rows without a score were not shown with the slider of OFAC's page at this value."""

TARGETS = {"korean": 0.85, "hebrew": 0.85}


def parity(inputs: Inputs) -> Row:
    """OFAC's own scores beside the parity score."""
    path = inputs.data / "data/names/nomenklatura/ofac_fixtures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (r["query_name"], r["result_name"], int(r["ofac_score"])) for r in csv.DictReader(file)
        ]
    off = [abs(parity_score(q, name) - score) for q, name, score in rows if score >= 0]
    hidden = [parity_score(q, name) for q, name, score in rows if score < 0]
    return Row(
        (
            Figure("within 5 points", sum(gap <= 5 for gap in off) / len(off), target=0.95),
            Figure("equal", sum(gap == 0 for gap in off) / len(off)),
            Figure("mean error, points", statistics.fmean(off), less=True),
            Figure(
                f"not shown by OFAC, below {SLIDER}",
                sum(score < SLIDER for score in hidden) / len(hidden),
            ),
        ),
        {"queries": f"{len(off)} scores that OFAC's page showed, {len(hidden)} it did not"},
    )


def scripts(inputs: Inputs) -> Row:
    """Recall on names of one person in two scripts; alerts on pairs that do not belong."""
    figures = []
    counts = {}
    host = inputs.protocol_held("ofac")
    for path in sorted((inputs.data / "data/names/transliteration").glob("*.tsv")):
        pairs = [pair for pair in labelled(path) if is_matchable(pair[1])]
        language = path.stem.split("_")[1]
        right = [_score(latin, other) for latin, other in pairs]
        wrong = [_score(a[0], b[1]) for a, b in zip(pairs, pairs[1:] + pairs[:1], strict=True)]
        alert = DEFAULT_THRESHOLD / FULL_SCORE
        recall = sum(score >= alert for score in right) / len(right)
        alerts = sum(score >= alert for score in wrong) / len(wrong)
        figures += [
            Figure(f"{language}, recall", recall, target=TARGETS.get(language)),
            Figure(f"{language}, wrong pairs that alert", 100 * alerts, "%", less=True),
        ]
        full = _full_names(pairs)
        hits, others = _through_index([a for a, _ in full], [b for _, b in full], host)
        figures += [
            Figure(
                f"{language}, full names through the index",
                sum(hits) / len(hits),
                target=TARGETS.get(language, 0.9),
            ),
            Figure(
                f"{language}, other listed names that alert",
                100 * sum(others) / len(others),
                "%",
                less=True,
            ),
        ]
        counts[language] = len(pairs)
    about = {
        "queries": f"pairs: {counts}; single words are taken two by two for full names",
        "list": "each file's Latin names with OFAC's list, 8,976 parties; other pairs: none",
        "threshold": DEFAULT_THRESHOLD,
    }
    return Row(tuple(figures), about)


def _through_index(
    latin: list[str], other: list[str], host: Pairs
) -> tuple[list[bool], list[bool]]:
    """For each name whether its Latin spelling alerts when it stands on the list, and whether
    anybody else of the list does."""
    rows = [
        (f"own-{at}", Held(Statement("own", f"own-{at}", "Person", "name", name)))
        for at, name in enumerate(latin)
    ]
    matcher = TokenMatcher(Index.compile([*rows, *host]))
    asked = [Party((name,), schema="Person") for name in other]
    answers = matcher.search_many(asked, threshold=DEFAULT_THRESHOLD, limit=1_000)
    found = [{match.entity_id for match in matches} for matches in answers]
    own = [{f"own-{at}" for at, name in enumerate(latin) if name == one} for one in latin]
    hits = [bool(of & ids) for of, ids in zip(own, found, strict=True)]
    others = [any(not one.startswith("own-") for one in ids) for ids in found]
    return hits, others


def _full_names(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Single words two by two; names of several words as they are."""
    if any(" " in latin for latin, _ in pairs):
        return pairs
    half = len(pairs) // 2
    han = any("\u3400" <= char <= "\u9fff" for _, other in pairs for char in other)
    between = "\u00b7" if han else " "
    return [
        (f"{one} {two}", f"{first}{between}{second}")
        for (one, first), (two, second) in zip(pairs[:half], pairs[half : 2 * half], strict=True)
    ]


def _score(latin: str, other: str) -> float:
    return compare(
        {"schema": "Person", "properties": {"name": [latin]}},
        {"schema": "Person", "properties": {"name": [other]}},
    )
