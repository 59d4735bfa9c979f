"""The words that the reader knows: programmes, authorities, name shapes, word classes.

Plain data from the YAML files in `words/`, read once. A caller may pass its own programme
names (`RegimeNames`, made from regime files) in place of the bundled ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from interdict.claims.gazetteer import fold


@dataclass(frozen=True, slots=True)
class RegimeNames:
    """The surface forms of one programme.

    `acronyms` are matched in capitals (`FTO`, `FTOs`); `names` in any case, with or without
    a final s, in US and UK spelling. `verbs` imply the programme when nothing else names
    one and the authority is of the same country (`GB-...`).
    """

    key: str
    authority: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """A body that acts, with the offices that speak for it."""

    code: str
    display: str
    names: tuple[str, ...]
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes and type classes of the pattern language, and words with a role."""

    classes: dict[str, tuple[str, ...]]
    types: dict[str, tuple[str, ...]]
    negations: frozenset[str]
    hedges: frozenset[str]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameShapes:
    """What tells a group, a person and a place by the shape of the name."""

    group_heads: frozenset[str]
    group_starts: tuple[str, ...]
    not_group: frozenset[str]
    connectors: frozenset[str]
    titles: frozenset[str]
    lower_titles: frozenset[str]
    role_nouns: frozenset[str]
    reference_nouns: tuple[str, ...]
    months: frozenset[str]
    openers: frozenset[str]
    breakers: frozenset[str]
    reference_adjectives: frozenset[str]
    plural_nouns: frozenset[str]
    quantifiers: frozenset[str]


def _words(name: str) -> Any:
    text = resources.files("interdict.claims").joinpath("words", f"{name}.yml")
    return yaml.safe_load(text.read_text(encoding="utf-8"))


@cache
def bundled_regimes() -> tuple[RegimeNames, ...]:
    """The programmes of `words/programmes.yml`, in file order."""
    return tuple(
        RegimeNames(
            row["key"],
            row["authority"],
            tuple(row["names"]),
            tuple(row["acronyms"]),
            tuple(row.get("verbs", ())),
        )
        for row in _words("programmes")["programmes"]
    )


@cache
def labels() -> tuple[str, ...]:
    """Words that call somebody a terrorist without naming a programme."""
    return tuple(_words("programmes")["labels"])


@cache
def authorities() -> tuple[Authority, ...]:
    """The bodies of `words/authorities.yml`, in file order."""
    return tuple(
        Authority(row["code"], row["display"], tuple(row["names"]), tuple(row.get("offices", ())))
        for row in _words("authorities")["authorities"]
    )


@cache
def displays() -> dict[str, str]:
    """Authority code -> the name to show."""
    return {body.code: body.display for body in authorities()}


@cache
def office_codes() -> tuple[tuple[str, str], ...]:
    """(folded office, authority code), longest office first."""
    rows = [(fold(office), body.code) for body in authorities() for office in body.offices]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def administrations() -> str:
    """The authority code behind `NAME administration`."""
    return str(_words("authorities")["administrations"])


@cache
def countries() -> dict[str, str]:
    """Country or capital -> country, as governments are named."""
    data = _words("countries")
    capitals: dict[str, str] = data["capitals"]
    return {name: name for name in data["countries"]} | capitals


@cache
def regions() -> tuple[str, ...]:
    """Names of regions and seas: places, but nobody who acts."""
    return tuple(_words("countries")["regions"])


@cache
def demonyms() -> frozenset[str]:
    """Folded adjectives of origin."""
    data = _words("countries")
    return frozenset(fold(word) for word in (*data["countries"].values(), *data["demonyms"]))


@cache
def shapes() -> NameShapes:
    """The contents of `words/names.yml`."""
    data = _words("names")

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in str(data[key]).split())

    return NameShapes(
        group_heads=folded("group_heads"),
        group_starts=tuple(data["group_starts"]),
        not_group=folded("not_group"),
        connectors=frozenset(data["connectors"]),
        titles=folded("titles"),
        lower_titles=folded("lower_titles"),
        role_nouns=folded("role_nouns"),
        reference_nouns=tuple(str(data["reference_nouns"]).split()),
        months=folded("months"),
        openers=folded("openers"),
        breakers=folded("breakers"),
        reference_adjectives=folded("reference_adjectives"),
        plural_nouns=folded("plural_nouns"),
        quantifiers=folded("quantifiers"),
    )


@cache
def lexicon() -> Lexicon:
    """The contents of `words/lexicon.yml`."""
    data = _words("lexicon")
    return Lexicon(
        classes={name: tuple(words) for name, words in data["classes"].items()},
        types={name: tuple(kinds) for name, kinds in data["types"].items()},
        negations=frozenset(data["negations"]),
        hedges=frozenset(data["hedges"]),
        speakers=tuple(data["speakers"]),
    )


def spellings(phrase: str) -> str:
    """A regular expression for a phrase: final s, US and UK spelling, any white space.

    >>> bool(re.fullmatch(spellings("terrorist organization"), "terrorist organisations"))
    True
    """
    words = [re.escape(word).replace("ization", "i[sz]ation") for word in phrase.split()]
    pattern = r"[\s\u00a0]+".join(words)
    if pattern.endswith("ty"):
        return pattern[:-1] + "(?:y|ies)"
    return pattern + "s?" if pattern[-1].isalpha() and not pattern.endswith("s") else pattern


@cache
def programme_pattern(regimes: tuple[RegimeNames, ...]) -> re.Pattern[str]:
    """One expression for all programme names; group `pN` is regime number N, `label` a label."""
    parts: list[tuple[int, str]] = []
    for number, regime in enumerate(regimes):
        names = [(len(name), spellings(name)) for name in regime.names]
        acronyms = [(len(name), f"(?-i:{re.escape(name)}s?)") for name in regime.acronyms]
        parts += [
            (size, f"(?P<p{number}_{i}>{text})") for i, (size, text) in enumerate(names + acronyms)
        ]
    parts += [(len(name), f"(?P<label_{i}>{spellings(name)})") for i, name in enumerate(labels())]
    parts.sort(key=lambda part: -part[0])
    alternatives = "|".join(text for _, text in parts)
    noun = r"(?:\s+(?:groups?|entit(?:y|ies)|organi[sz]ations?|status))?"
    return re.compile(rf"\b(?:{alternatives})(?!\w){noun}", re.IGNORECASE)


@cache
def authority_names() -> tuple[tuple[str, str], ...]:
    """(name, code), longest name first."""
    rows = [(name, body.code) for body in authorities() for name in body.names]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def known_regimes(regimes: Sequence[RegimeNames]) -> tuple[RegimeNames, ...]:
    """The caller's programmes, or the bundled ones if it passes none."""
    return tuple(regimes) or bundled_regimes()
