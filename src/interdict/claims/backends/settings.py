"""The closed lists of what a language model may say, and the shape of what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from interdict.model.claim import CLAIM_KINDS

EXTRACTOR = "llm"
"""How output marks a claim that a language model proposed."""

CONFIDENCE = 0.4
"""Of a claim that only a model found: low enough that a reviewer is shown it."""

PROPOSABLE = frozenset(CLAIM_KINDS - {"other", "forecast/opinion", "designation.amended"})
"""Kinds that a model may propose."""

LONGEST_QUOTE = 600
"""Code points of a quotation, at most: a claim rests on a sentence or two."""

FEWEST_WORDS = 3
"""Words of a quotation, at least: a bare name carries no claim."""

MOST_PROPOSALS = 300
"""Proposals that are looked at in one reply."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model says that a text says: every field but `kind` and the last three is copied."""

    kind: str
    quote: str
    subject: str | None = None
    object: str | None = None
    speaker: str | None = None
    authority: str | None = None
    programme: str | None = None
    date: str | None = None
    effective_on: str | None = None
    value: str | None = None
    stance: str | None = None
    polarity: str | None = None
    modality: str | None = None


PROPOSAL_FIELDS = tuple(field.name for field in fields(Proposal))


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that the text does not bear out, and why."""

    reason: str
    proposal: dict[str, Any]


@cache
def supporting_words() -> dict[str, tuple[str, ...]]:
    """Words of which a quotation needs one, by kind of claim or its beginning."""
    text = files("interdict.claims.backends").joinpath("supporting_words.yml").read_text("utf-8")
    loaded: dict[str, list[str]] = yaml.safe_load(text)
    return {kind: tuple(words) for kind, words in loaded.items()}


def bears_out(kind: str, words: Iterable[str]) -> bool:
    """Whether some folded words hold one that a claim of that kind needs (if it needs any)."""
    table = supporting_words()
    while kind and kind not in table:
        kind = kind.rpartition(".")[0]
    needed = table.get(kind, ())
    return not needed or any(is_one_of(word, needed) for word in words)


def is_one_of(word: str, listed: Iterable[str]) -> bool:
    """Whether a folded word is in a row of the table (`designat*` is a beginning)."""
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in listed)
