"""The words that the reader knows: programmes, authorities, name shapes, word classes.

Plain data from the YAML files in `words/`, read once. A caller may pass its own programme
names (`RegimeNames`, made from regime files) in place of the bundled ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import yaml

from interdict.claims.gazetteer import fold

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader of YAML, in C where it is built in: rules and words are read at every start."""


@dataclass(frozen=True, slots=True)
class RegimeNames:
    """The surface forms of one programme.

    `acronyms` are matched in capitals (`FTO`, `FTOs`); `names` in any case, with or without
    a final s, in US and UK spelling. `verbs` imply the programme when nothing else names
    one and the authority is of the same country (`GB-...`). `labelled` is True where a country
    has this one list of terrorists: its "terrorist entity" is one of the programme.
    """

    key: str
    authority: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    labelled: bool = False
    shared: tuple[str, ...] = ()


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
    state_bodies: frozenset[str]
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
    people_adjectives: frozenset[str]


def words_of(name: str) -> Any:
    """The content of a file of words."""
    text = resources.files("interdict.claims").joinpath("words", f"{name}.yml")
    return yaml.load(text.read_text(encoding="utf-8"), Loader=YAML_LOADER)


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
            bool(row.get("labelled", False)),
            tuple(row.get("shared", ())),
        )
        for row in words_of("programmes")["programmes"]
    )


@cache
def labels() -> tuple[str, ...]:
    """Words that call somebody a terrorist without naming a programme."""
    return tuple(words_of("programmes")["labels"])


@cache
def authorities() -> tuple[Authority, ...]:
    """The bodies of `words/authorities.yml`, in file order."""
    return tuple(
        Authority(row["code"], row["display"], tuple(row["names"]), tuple(row.get("offices", ())))
        for row in words_of("authorities")["authorities"]
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
    return str(words_of("authorities")["administrations"])


@cache
def countries() -> dict[str, str]:
    """Country, also by its Spanish name, or capital -> country, as governments are named."""
    data = words_of("countries")
    others: dict[str, str] = data["abroad"] | data["capitals"]
    return {name: name for name in data["countries"]} | others


@cache
def demonym_countries() -> dict[str, str]:
    """Adjective of origin -> country."""
    return {word: country for country, word in words_of("countries")["countries"].items()}


@cache
def regions() -> tuple[str, ...]:
    """Names of regions and seas: places, but nobody who acts."""
    return tuple(words_of("countries")["regions"])


@cache
def demonyms() -> frozenset[str]:
    """Folded adjectives of origin."""
    data = words_of("countries")
    return frozenset(fold(word) for word in (*data["countries"].values(), *data["demonyms"]))


@cache
def shapes() -> NameShapes:
    """The contents of `words/names.yml`."""
    data = words_of("names")

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in str(data[key]).split())

    return NameShapes(
        group_heads=folded("group_heads"),
        group_starts=tuple(data["group_starts"]),
        not_group=folded("not_group"),
        state_bodies=folded("state_bodies"),
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
        people_adjectives=folded("people_adjectives"),
    )


CLASS_FILES = ("telling", "effects", "steps", "forces")
"""Files of `words/` that hold nothing but word classes."""


@cache
def lexicon() -> Lexicon:
    """The contents of `words/lexicon.yml`, with the classes of the files beside it."""
    data = words_of("lexicon")
    classes = dict(data["classes"])
    for name in CLASS_FILES:
        classes |= words_of(name)
    return Lexicon(
        classes={name: tuple(words) for name, words in classes.items()},
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


ENTITY_NOUN = r"(?:\s+(?:groups?|entit(?:y|ies)|organi[sz]ations?|status))?"
"""What may stand behind the name of a programme and belongs to it."""
_FIRST_WORD = re.compile(r"[^\W_]+")


@cache
def programme_patterns(regimes: tuple[RegimeNames, ...]) -> dict[str, re.Pattern[str]]:
    """First word in small letters -> expression for the programme names that begin with it.

    Group `pN_i` is a name of regime number N, `label_i` a label. One expression for all of
    them would be tried at every place of a text; a look-up of each word is not.
    """
    parts: list[tuple[str, str, str]] = []
    for number, regime in enumerate(regimes):
        parts += [(name, f"p{number}_{i}", spellings(name)) for i, name in enumerate(regime.names)]
        parts += [
            (name, f"p{number}_{len(regime.names) + i}", f"(?-i:{re.escape(name)}s?)")
            for i, name in enumerate(regime.acronyms)
        ]
    parts += [(name, f"label_{i}", spellings(name)) for i, name in enumerate(labels())]
    by_first: dict[str, list[tuple[int, str]]] = {}
    for name, group, expression in parts:
        first = _FIRST_WORD.search(name)
        key = first.group().lower() if first else ""
        entry = (-len(name), f"(?P<{group}>{expression})")
        for spelled in {key, key + "s", key.replace("ization", "isation")}:
            by_first.setdefault(spelled, []).append(entry)
    return {
        key: re.compile(
            rf"(?:{'|'.join(expression for _, expression in sorted(entries))})(?!\w){ENTITY_NOUN}",
            re.IGNORECASE,
        )
        for key, entries in by_first.items()
    }


@cache
def authority_names() -> tuple[tuple[str, str], ...]:
    """(name, code), longest name first."""
    rows = [(name, body.code) for body in authorities() for name in body.names]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def known_regimes(regimes: Sequence[RegimeNames]) -> tuple[RegimeNames, ...]:
    """The bundled programmes and the caller's; what both know is put together.

    A regime file knows what a programme is called in law; what newspapers call it, and which
    verbs imply it, is known here, also for programmes whose effects nobody has written down.
    """
    return _merged(tuple(regimes))


@cache
def _merged(regimes: tuple[RegimeNames, ...]) -> tuple[RegimeNames, ...]:
    known = {regime.key: regime for regime in bundled_regimes()}
    for regime in regimes:
        words = known.get(regime.key)
        if words is not None:
            regime = replace(
                regime,
                names=tuple(dict.fromkeys((*words.names, *(n.lower() for n in regime.names)))),
                acronyms=tuple(dict.fromkeys((*words.acronyms, *regime.acronyms))),
                verbs=tuple(dict.fromkeys((*words.verbs, *regime.verbs))),
                labelled=words.labelled or regime.labelled,
                shared=words.shared,
            )
        known[regime.key] = regime
    return tuple(known.values())
