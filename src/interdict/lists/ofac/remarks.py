"""OFAC's remarks: one text of `;`-separated fields, each in a form of its own.

`split` cuts the text into fields, `read_field` says what a field means for the party: facts
about the party itself, further entities (`Node`: a passport, a wallet, a link), or that it was
not understood, in which case its text is kept as a note and its label reported. What the
labels mean stands in `ofac_labels`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from interdict.model.schema import is_a

REMARK_LENGTH = 1000
"""A longer remark is cut here, mid-word, and goes on in the comments file."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about a party or a node."""

    prop: str
    value: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A further entity that a field speaks of.

    `tag` makes its id, together with the party's. `holder` is the property that names the
    party. `other` is the other end of a link, by its listed name, still to be looked up.
    """

    schema: str
    tag: str
    holder: str
    facts: tuple[Fact, ...] = ()
    other: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field means. `drift` is its label where it was not (or not fully) understood."""

    facts: tuple[Fact, ...] = ()
    nodes: tuple[Node, ...] = ()
    drift: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a remark.

    `whole` is the number of characters of the remark that must be at hand for the field to be
    certainly complete: up to and including the separator after it.
    """

    text: str
    whole: int


Rule = Callable[[str, bool], Reading | None]
"""(what follows the label, marked `alt.`) -> its meaning; None if the form is not known."""

_SEPARATOR = re.compile(r";\s")
_ABBREVIATION = re.compile(r"(?:\b\w\.)+\w$")
_LABELLED = re.compile(r"\d[\w-]{4,}|[\w-]{4,}\d|[#:@]|\bNo\.|https?\b")
_ADDRESS = re.compile(r"((?:https?://|www\.)\S+|[\w.-]+@[\w-]+(?:\.[\w-]+)+)(?: \(\w+\))?\.?$")
_DATED = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b|^\w+ (?:circa )?(?:19|20)\d\d$")
"""A day, or one word and a year: what a new label before a date looks like. No office has one."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def split(remark: str) -> list[Field]:
    """The fields of a complete remark, in order, without its closing full stop.

    The full stop that ends a dotted abbreviation (`S.A.`) ends the remark too: it is kept.
    """
    fields, start = [], 0
    for separator in _SEPARATOR.finditer(remark):
        text = remark[start : separator.start()].strip()
        fields.append(Field(text, whole=separator.end()))
        start = separator.end()
    # No separator follows the last field: it is complete only if the remark is.
    last = _without_full_stop(remark[start:].strip())
    fields.append(Field(last, whole=len(remark) + 1))
    return [field for field in fields if field.text]


def split_cut(remark: str) -> list[Field]:
    """The complete fields of a remark that was cut: what follows the last separator is dropped."""
    return [field for field in split(remark) if field.whole <= len(remark)]


def read_field(text: str, schema: str, rules: Rules) -> Reading:
    """What one field means for a party of that schema. Never fails, never empty."""
    address = _ADDRESS.match(text)
    if address is not None:
        return Reading((Fact("email" if "@" in address[1] else "website", address[1]),))
    found = rules.find(text)
    if found is not None:
        rule, rest, alternative = found
        reading = rule(rest, alternative)
        return reading or Reading((Fact("notes", text),), drift=label_of(text))
    if rules.is_prose(text):
        return Reading((Fact("notes", text),))
    if _LABELLED.search(_YEAR.sub("", text)) or _DATED.search(text):
        return Reading((Fact("notes", text),), drift=label_of(text))
    # Free text without a label: what a person is or does, or a remark about anything else.
    return Reading((Fact("position" if is_a(schema, "Person") else "notes", text),))


def label_of(text: str) -> str:
    """The words of a field before its first figure or colon: what a report names it by."""
    words = re.split(r"\s*[:#]|\s(?=\S*\d)", text, maxsplit=1)[0]
    return "remark: " + (words.strip()[:60] or text[:20])


class Rules:
    """The table of labels, compiled into one pattern: the longest label that fits wins."""

    def __init__(self, labels: dict[str, Rule], prose: tuple[str, ...]) -> None:
        self._rules = {label.lower(): rule for label, rule in labels.items()}
        longest_first = sorted(self._rules, key=len, reverse=True)
        choice = "|".join(re.escape(label) for label in longest_first)
        self._pattern = re.compile(rf"(alt\. ?)?({choice})(?![\w'])\s*(.*)", re.I | re.S)
        starts = "|".join(re.escape(start) for start in prose)
        self._prose = re.compile(rf"(?:{starts})", re.I)

    def find(self, text: str) -> tuple[Rule, str, bool] | None:
        """The rule for a field, what follows its label, and whether it is marked `alt.`."""
        found = self._pattern.match(text)
        if found is None:
            return None
        return self._rules[found[2].lower()], found[3].strip(), found[1] is not None

    def is_prose(self, text: str) -> bool:
        """True for text that is known to be a free remark (kinship, custody, whereabouts)."""
        return self._prose.match(text) is not None


def _without_full_stop(text: str) -> str:
    if not text.endswith("."):
        return text
    bare = text[:-1]
    return text if _ABBREVIATION.search(bare) else bare
