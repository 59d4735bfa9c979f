"""The rules by which a pair is decided: data, in `reconcile/data/resolution.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from interdict.errors import ConfigError
from interdict.reconcile.resolution.evidence import PairEvidence


class Decision(StrEnum):
    """What the rules say of a pair."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it accepts of each field, and the bounds of numbers."""

    name: str
    says: Decision
    accepts: Mapping[str, frozenset[object]]
    at_least: Mapping[str, float]
    at_most: Mapping[str, float]

    def fits(self, evidence: PairEvidence) -> bool:
        """True if every condition holds."""
        return (
            all(getattr(evidence, field) in levels for field, levels in self.accepts.items())
            and all(getattr(evidence, field) >= least for field, least in self.at_least.items())
            and all(getattr(evidence, field) <= most for field, most in self.at_most.items())
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in their order, and what programme tags are about."""

    rules: tuple[Rule, ...]
    themes: Mapping[str, re.Pattern[str]]

    def decide(self, evidence: PairEvidence) -> Rule | None:
        """The first rule that fits; None if the pair is not worth a word."""
        return next((rule for rule in self.rules if rule.fits(evidence)), None)

    def rank(self, rule: Rule) -> int:
        """The place of a rule: 0 is the first, and of two that join it is the stronger."""
        return self.rules.index(rule)

    def themes_of(self, programmes: Iterable[str]) -> frozenset[str]:
        """What programme tags are about; empty if nothing is known of them."""
        tags = list(programmes)
        return frozenset(
            theme for theme, words in self.themes.items() if any(map(words.search, tags))
        )


@cache
def resolution_rules() -> Rules:
    """The rules of the project, read once.

    Raises:
        ConfigError: if the file names a field that a pair does not have.
    """
    text = (files("interdict.reconcile") / "data" / "resolution.yml").read_text("utf-8")
    data = yaml.safe_load(text)
    return Rules(
        tuple(rule_of(one) for one in data["rules"]),
        {theme: re.compile(words, re.IGNORECASE) for theme, words in data["themes"].items()},
    )


_FIELDS = frozenset(field.name for field in fields(PairEvidence)) | {"context"}


def rule_of(data: Mapping[str, Any]) -> Rule:
    """One rule of the file.

    Raises:
        ConfigError: if it has an unknown key, decision or field.
    """
    accepts: dict[str, frozenset[object]] = {}
    bounds: dict[str, dict[str, float]] = {"_min": {}, "_max": {}}
    if data.keys() != {"rule", "says", "when"} or data["says"] not in list(Decision):
        raise ConfigError(f"resolution.yml: a rule has rule, says and when: {dict(data)}")
    for key, value in data["when"].items():
        field, end = (key[:-4], key[-4:]) if key[-4:] in bounds else (key, "")
        if field not in _FIELDS:
            raise ConfigError(f"resolution.yml: rule {data['rule']}: no field {field!r}")
        if end:
            bounds[end][field] = float(value)
        else:
            accepts[field] = frozenset(value)
    return Rule(data["rule"], Decision(data["says"]), accepts, bounds["_min"], bounds["_max"])
