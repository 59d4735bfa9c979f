"""Frame rules as data: reads and checks the YAML files in `rules/`.

A rule file is a list of rules; docs/claims.md says how to write one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from interdict.claims.clause_roles import Role, read_role
from interdict.claims.languages import DEFAULT, languages
from interdict.claims.pattern import Pattern
from interdict.claims.vocabulary import YAML_LOADER, Lexicon, lexicon
from interdict.errors import InvalidInput
from interdict.model.claim import CLAIM_KINDS, Modality, Stance
from interdict.model.source import DocumentKind

_FIELDS = frozenset(
    """
    id kind trigger pattern subject object stance modality polarity documents confidence
    date hint programme authority examples language act anchor roles unless extend
    only_told nominal whole follows
    """.split()
)
HINTS = frozenset({"announced_on", "counted"})
"""What a rule may tell about other claims instead of making one of its own."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what the rule must make of it: fields of a claim, or None for nothing."""

    text: str
    expect: dict[str, Any] | None
    kind: str = "news"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One frame rule; rules are the same if they are one object.

    `subject`: `slot` (the pattern names it), `designation` (the designation in focus),
    `focus` (the group in focus) or `person` (the person last named). `object` is a fixed text, or
    `focus` for the group in focus.
    `date`: `near` takes a date beside the frame, `published` the document's own,
    `before` says "before the document's date" where none is near, `until` does so for a
    running count), `none` takes none. `act` marks rules about the designating itself: when it
    was, and who published it, decide which kind it makes (`acts.py`).
    """

    id: str
    kind: str | None
    patterns: tuple[Pattern, ...]
    trigger: frozenset[str]
    confidence: float
    documents: frozenset[DocumentKind]
    examples: tuple[Example, ...]
    hint: str | None = None
    subject: str = "slot"
    object: str | None = None
    programme: str | None = None
    authority: str | None = None
    stance: Stance = Stance.ASSERTED
    modality: Modality = Modality.ACTUAL
    polarity: str = "+"
    date: str = "near"
    language: str = "en"
    act: bool = False
    roles: tuple[Role, ...] = ()
    """Parties that are found around the pattern, which is then the anchor of a clause."""
    anchored: bool = False
    unless: tuple[Pattern, ...] = ()
    """An anchor that meets one of these is none."""
    extend: bool = True
    """True if a clause is cited to its end."""
    whole: bool = False
    """True if the claim is cited with its whole clause, from the subject on."""
    nominal: bool = False
    """True for what names a party in passing: no negation of the sentence governs it."""
    only_told: bool = False
    """True if the claim is made only where somebody is named who says it."""
    follows: bool = False
    """True if the same was done to its subject as to the party told of last (`following.py`)."""


def read_rules(text: str, *, file: str, words: Lexicon) -> list[Rule]:
    """The rules of one file.

    Raises:
        InvalidInput: if a field is missing, unknown or has a value that is not allowed; the
            message names the file and the rule.
    """
    rows = yaml.load(text, Loader=YAML_LOADER)
    if not isinstance(rows, list):
        raise InvalidInput(f"{file}: a rule file is a list of rules")
    rules = []
    for number, row in enumerate(rows, 1):
        name = row.get("id", f"number {number}") if isinstance(row, dict) else f"number {number}"
        try:
            rules.append(_rule(row, words))
        except (InvalidInput, KeyError, ValueError, TypeError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise InvalidInput(f"{file}, rule {name}: {what}") from None
    return rules


def _rule(row: dict[str, Any], words: Lexicon) -> Rule:
    if unknown := set(row) - _FIELDS:
        raise InvalidInput(f"unknown fields {sorted(unknown)}; known are {sorted(_FIELDS)}")
    kind, hint = row.get("kind"), row.get("hint")
    if (kind is None) == (hint is None) or (kind and kind not in CLAIM_KINDS):
        raise InvalidInput("give a kind of the closed list (docs/claims.md), or a hint")
    if hint is not None and hint not in HINTS:
        raise InvalidInput(f"unknown hint {hint!r}; known are {sorted(HINTS)}")
    anchored = "anchor" in row
    if anchored == ("pattern" in row):
        raise InvalidInput("give either a pattern or an anchor")
    sources = _several(row["anchor" if anchored else "pattern"])
    if not anchored and (extra := {"roles", "unless", "extend", "nominal", "whole"} & set(row)):
        raise InvalidInput(f"{sorted(extra)} belong to a rule with an anchor")
    return Rule(
        id=row["id"],
        kind=kind,
        hint=hint,
        patterns=tuple(Pattern(source, words) for source in sources),
        trigger=frozenset(_triggers(row["trigger"], words)),
        confidence=_share(row["confidence"]),
        documents=frozenset(DocumentKind(name) for name in row.get("documents", DocumentKind)),
        examples=tuple(_example(example) for example in row["examples"]),
        subject=_choice(row.get("subject", "slot"), ("slot", "designation", "focus", "person")),
        object=row.get("object"),
        programme=row.get("programme"),
        authority=row.get("authority"),
        stance=Stance(row.get("stance", "asserted")),
        modality=Modality(row.get("modality", "actual")),
        polarity=_choice(row.get("polarity", "+"), ("+", "-")),
        date=_choice(row.get("date", "near"), ("near", "published", "before", "until", "none")),
        language=_choice(row.get("language", DEFAULT), tuple(languages())),
        act=bool(row.get("act", False)),
        anchored=anchored,
        roles=tuple(read_role(slot, text, words) for slot, text in row.get("roles", {}).items()),
        unless=tuple(Pattern(text, words) for text in _several(row.get("unless", []))),
        extend=bool(row.get("extend", True)),
        whole=bool(row.get("whole", False)),
        nominal=bool(row.get("nominal", False)),
        only_told=bool(row.get("only_told", False)),
        follows=bool(row.get("follows", False)),
    )


def _several(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _triggers(entries: Iterable[str], words: Lexicon) -> Iterable[str]:
    """Words of which a sentence must hold one; of a phrase in a class the longest one."""
    for entry in entries:
        if entry.startswith("@"):
            if entry[1:] not in words.classes:
                raise InvalidInput(f"unknown word class {entry} among the triggers")
            yield from (max(phrase.split(), key=_rarity) for phrase in words.classes[entry[1:]])
        else:
            yield entry


def _rarity(word: str) -> tuple[bool, int]:
    """Longer words are rarer; the name of a type (`GROUP`) is no word."""
    return not word.isupper(), len(word)


def _example(row: dict[str, Any]) -> Example:
    kind = row.get("kind", "news")
    if "none" in row:
        return Example(row["none"], None, kind)
    return Example(row["text"], dict(row["expect"]), kind)


def _share(value: Any) -> float:
    if not 0 < float(value) <= 1:
        raise InvalidInput(f"confidence {value!r} does not lie between 0 and 1")
    return float(value)


def _choice(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise InvalidInput(f"{value!r} is not one of {', '.join(allowed)}")
    return value


@cache
def bundled_rules() -> tuple[Rule, ...]:
    """The rules of the package, by file name and place in the file.

    Raises:
        InvalidInput: if a file is wrong or two rules share an id.
    """
    rules: list[Rule] = []
    folder = resources.files("interdict.claims").joinpath("rules")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yml"):
            text = path.read_text(encoding="utf-8")
            rules += read_rules(text, file=path.name, words=lexicon())
    ids = [rule.id for rule in rules]
    if repeated := {name for name in ids if ids.count(name) > 1}:
        raise InvalidInput(f"rules share an id: {', '.join(sorted(repeated))}")
    return tuple(rules)
