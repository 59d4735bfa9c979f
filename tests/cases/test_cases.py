"""Names that must or must not alert, and which of two must rank higher: edited by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml

from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.statement import Statement

HERE = Path(__file__).parent
BACKGROUND = (
    "Teodor Kasuri",
    "Vasily Petrenko",
    "Mohammad Sharabi",
    "Maria Novak",
    "Comercial Altamar",
    "Northern Gull",
    "Altamar Cartel",
    "Brigade of the North",
)
"""Names that stand on the list beside the one in question, so that words are not all rare."""


def score(query: str, listed: str, schema: str) -> int:
    """The score of a listed name among the background; 0 if it is not found."""
    rows = [("asked-for", listed), *((f"other-{at}", name) for at, name in enumerate(BACKGROUND))]
    pairs = [(key, Held(Statement("own", key, schema, "name", name))) for key, name in rows]
    found = TokenMatcher(Index.compile(pairs)).search(
        Party((query,), schema=schema), threshold=1, limit=100
    )
    return next((match.score for match in found if match.entity_id == "asked-for"), 0)


def name_cases() -> list[dict[str, str]]:
    """The rows of names.csv."""
    with (HERE / "names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ranking_cases() -> list[dict[str, str]]:
    """The entries of ranking.yml."""
    cases: list[dict[str, str]] = yaml.safe_load((HERE / "ranking.yml").read_text("utf-8"))
    return cases


@pytest.mark.parametrize("case", name_cases(), ids=lambda case: case["note"])
def test_names_alert_or_not_at_the_default_threshold(case: dict[str, str]) -> None:
    """As names.csv says."""
    assert case["expect"] in ("alert", "quiet")
    reached = score(case["query"], case["listed"], case["schema"])
    assert (reached >= DEFAULT_THRESHOLD) is (case["expect"] == "alert"), reached


@pytest.mark.parametrize("case", ranking_cases(), ids=lambda case: case["query"])
def test_the_better_name_scores_higher(case: dict[str, str]) -> None:
    """As ranking.yml says."""
    better = score(case["query"], case["better"], "LegalEntity")
    assert better > score(case["query"], case["worse"], "LegalEntity")
