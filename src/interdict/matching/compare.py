"""Two parties compared without a list: how likely one is the other.

The same alignment, evidence and sums as a search, with weights that no list has taught:
every word that names somebody counts the same, but for words that many names share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from interdict.errors import InvalidInput
from interdict.matching.align import align
from interdict.matching.arrays import IndexRow
from interdict.matching.asked import AskedBirth, birth_of
from interdict.matching.base import FULL_SCORE
from interdict.matching.compiling import MAX_TOKENS, identifier_of, is_person
from interdict.matching.evidence import (
    Verdict,
    birth_verdict,
    country_verdict,
    gender_verdict,
    is_strong,
    schemata_fit,
)
from interdict.matching.found import Found, Identified, match_parts, scored
from interdict.matching.index import ListedName
from interdict.matching.links import Words
from interdict.matching.scoring import totalled
from interdict.matching.similarity import asked_similarity, foreign_similarity
from interdict.matching.weights import neutral_weight
from interdict.model.schema import IDENTIFIER_PROPERTIES, NAME_PROPERTIES
from interdict.text.countries import country_code
from interdict.text.names import tokenised_forms
from interdict.text.normalize import fold, is_foreign

_COUNTRIES = ("nationality", "country", "citizenship", "jurisdiction", "flag")
_PARTS = ("firstName", "secondName", "middleName", "fatherName", "motherName", "lastName")

_TURNED = -3_000
"""Points for a given name that is the other one's family name."""

FtmDict = Mapping[str, Any]
"""A FollowTheMoney entity: `schema`, and `properties` with a list of texts for each."""


def compare(query: FtmDict, candidate: FtmDict) -> float:
    """The score of two parties, 0.0 to 1.0; 0.0 if their kinds exclude each other."""
    left, right = str(query["schema"]), str(candidate["schema"])
    if not schemata_fit(left, right):
        return 0.0
    asked, listed = query["properties"], candidate["properties"]
    found = _best_name(_names(asked), _named(listed), (left, right))
    verdicts = [
        birth_verdict(birth, _births(listed)) for birth in _births(asked)[:1] if _births(listed)
    ]
    verdicts.append(country_verdict(_countries(asked), _countries(listed)))
    verdicts.append(_turned_parts(asked, listed))
    verdicts.append(gender_verdict(_first(asked, "gender"), _first(listed, "gender")))
    identified = _identified(asked, listed, right)
    if found is None and (identified is None or not identified.is_strong):
        return 0.0
    parts = match_parts(found, [v for v in verdicts if v is not None], identified)
    return totalled(parts)[0] / FULL_SCORE


def _best_name(
    asked: Sequence[str], listed: Sequence[tuple[str, str]], schemata: tuple[str, str]
) -> Found | None:
    """The best pair of names; what a second one adds is as in a search."""
    best: Found | None = None
    # what is known of one side helps to read the other
    person = is_person(schemata[0]) or is_person(schemata[1])
    for text in asked:
        for number, (prop, value) in enumerate(listed):
            sides, others = _words(text, person), _words(value, person)
            similar = (
                foreign_similarity if is_foreign(text) != is_foreign(value) else asked_similarity
            )
            for words, side in product(sides, others):
                alignment = align(words, side, similar)
                if not alignment.links:
                    continue
                name = ListedName(number, 0, number, prop, value, side)
                one = scored(text, words, name, alignment, weak=prop == "weakAlias")
                best = one if best is None else best.joined_with(one)
    return best


def _words(text: str, person: bool | None) -> list[Words]:
    """A name in each way to read it in Latin letters."""
    sides = []
    for tokens in tokenised_forms(text, person=person):
        weights = tuple(neutral_weight(token) for token in tokens)
        sides.append(Words(tokens[:MAX_TOKENS], weights[:MAX_TOKENS], sum(weights)))
    return sides


def _texts(properties: Mapping[str, Any], prop: str) -> list[str]:
    values = properties.get(prop) or ()
    return [values] if isinstance(values, str) else [str(value) for value in values]


def _first(properties: Mapping[str, Any], prop: str) -> str | None:
    return next(iter(_texts(properties, prop)), None)


def _named(properties: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(property, name) in the order of their kinds; a name made of its parts if there is none."""
    names = [(prop, text) for prop in NAME_PROPERTIES for text in _texts(properties, prop)]
    if names:
        return names
    parts = " ".join(filter(None, (_first(properties, prop) for prop in _PARTS)))
    return [("name", parts)] if parts else []


def _names(properties: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(text for _, text in _named(properties)))


def _turned_parts(asked: Mapping[str, Any], listed: Mapping[str, Any]) -> Verdict | None:
    """A doubt if the given name of each is the family name of the other, and both say so."""
    given, family = fold(_first(asked, "firstName") or ""), fold(_first(asked, "lastName") or "")
    if not given or not family or given == family:
        return None
    other = fold(_first(listed, "firstName") or ""), fold(_first(listed, "lastName") or "")
    if other != (family, given):
        return None
    detail = "given name and family name have changed places"
    return Verdict("name.order", 0, _TURNED, f"{given} {family}", " ".join(other), detail)


def _births(properties: Mapping[str, Any]) -> list[AskedBirth]:
    births = []
    for text in _texts(properties, "birthDate"):
        try:
            births.append(birth_of(text))
        except InvalidInput:
            continue  # not a date: says nothing
    return births


def _countries(properties: Mapping[str, Any]) -> dict[str, str]:
    texts = [text for prop in _COUNTRIES for text in _texts(properties, prop)]
    return {country_code(text): text for text in texts}


def _identified(
    asked: Mapping[str, Any], listed: Mapping[str, Any], schema: str
) -> Identified | None:
    """The strongest identifier that both have."""
    given = {
        identifier_of(prop, text): text
        for prop in sorted(IDENTIFIER_PROPERTIES)
        for text in _texts(asked, prop)
    }
    hits = [
        Identified(IndexRow("", schema, prop, text), given[key], is_strong(key, prop))
        for prop in sorted(IDENTIFIER_PROPERTIES)
        for text in _texts(listed, prop)
        if (key := identifier_of(prop, text)) and key in given
    ]
    return max(hits, key=lambda hit: hit.is_strong, default=None)
