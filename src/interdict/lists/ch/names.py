"""The names of the Swiss list: parts in an order, with spellings in other scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interdict.lists.parsing import tidy
from interdict.lists.safe_xml import elements, text_of

if TYPE_CHECKING:
    from lxml import etree

PARTS = {
    "title": "title",
    "given-name": "firstName",
    "further-given-name": "secondName",
    "family-name": "lastName",
    "maiden-name": "",
    "suffix": "nameSuffix",
    "father-name": "",
    "grand-father-name": "",
    "tribal-name": "",
    "whole-name": "",
    "other": "",
}
"""`name-part-type` -> property of a person; an empty one is part of the whole name only."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A whole name in other spellings: language code in lower case and ISO 15924 script."""

    text: str
    lang: str
    script: str


@dataclass(frozen=True, slots=True)
class Names:
    """One name: as a whole, its parts by property, its variants, and unknown kinds of parts."""

    whole: str
    parts: tuple[tuple[str, str], ...]
    variants: tuple[Variant, ...]
    unknown: tuple[str, ...]


def read_names(element: etree._Element) -> Names:
    """The names in a `name` element, in the order of its parts; a title is not part of them.

    Spellings of one part in one language and script make one variant each: the n-th spelling
    of every part goes with the n-th of the others, else with the usual form.
    """
    usual: list[str] = []
    spellings: list[dict[tuple[str, str], list[str]]] = []
    parts, unknown = [], []
    for part in sorted(element.iterchildren("name-part"), key=_order):
        kind, value = tidy(part.get("name-part-type")), tidy(part.findtext("value"))
        if kind not in PARTS:
            unknown.append(kind or "(none)")
        prop = PARTS.get(kind)
        if prop:
            parts.append((prop, value))
        unknown += [
            str(c.tag) for c in elements(part) if c.tag not in ("value", "spelling-variant")
        ]
        if kind == "title":
            continue
        usual.append(value)
        found: dict[tuple[str, str], list[str]] = {}
        for spelled in part.iterchildren("spelling-variant"):
            key = (tidy(spelled.get("lang")).lower(), tidy(spelled.get("script")).upper())
            found.setdefault(key, []).append(text_of(spelled))
        spellings.append(found)
    whole = " ".join(filter(None, usual))
    variants = {text: (lang, script) for text, lang, script in _variants(usual, spellings)}
    return Names(
        whole,
        tuple(parts),
        tuple(Variant(text, *key) for text, key in variants.items() if text != whole),
        tuple(unknown),
    )


def _variants(
    usual: list[str], spellings: list[dict[tuple[str, str], list[str]]]
) -> list[tuple[str, str, str]]:
    found = []
    for key in dict.fromkeys(key for held in spellings for key in held):
        n_rows = max(len(held.get(key, ())) for held in spellings)
        for n in range(n_rows):
            row = []
            for value, held in zip(usual, spellings, strict=True):
                spelled = held.get(key, ())
                row.append(spelled[n] if n < len(spelled) else value)
            found.append((" ".join(filter(None, row)), *key))
    return found


def _order(part: etree._Element) -> int:
    text = tidy(part.get("order"))
    return int(text) if text.isdigit() else 0
