"""Quality without a list: OFAC's own scores, names in two scripts."""

from __future__ import annotations

import csv
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.match.figures import Figure, Row
from bench.match.inputs import Inputs
from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE
from interdict.matching.compare import compare
from interdict.matching.ofac_parity import parity_score

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
    for path in sorted((inputs.data / "data/names/transliteration").glob("*.tsv")):
        pairs = list(_pairs(path))
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
        counts[language] = len(pairs)
    return Row(tuple(figures), {"queries": f"pairs: {counts}", "threshold": DEFAULT_THRESHOLD})


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a file. The Korean one holds labels of other people: only pairs of as many words
    on both sides stay, or a Korean name written as one word of two to four syllables."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, _, other = line.partition("\t")
        if "korean" in path.stem:
            n_latin, n_other = len(latin.replace("-", " ").split()), len(other.split())
            native = n_other == 1 and 2 <= len(other) <= 4 and n_latin in (2, 3)
            if not (native or n_latin == n_other):
                continue
        yield latin, other


def _score(latin: str, other: str) -> float:
    return compare(
        {"schema": "Person", "properties": {"name": [latin]}},
        {"schema": "Person", "properties": {"name": [other]}},
    )
