"""Two parties compared without a list: how likely one is the other.

The same alignment, evidence and sums as a search, with weights that no list has taught:
every word that names somebody counts the same, but for words that many names share. Besides,
what tells two records of alike parties apart (`pair_doubts`, `pair_facts`) and what brings two
records of one party together (`pair_names`), which a search over many names cannot afford.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interdict.matching.base import FULL_SCORE
from interdict.matching.compiling import is_person
from interdict.matching.evidence import Verdict, schemata_fit
from interdict.matching.found import Found, Identified, match_parts, reached
from interdict.matching.pair_facts import first_of, identified, texts_of, verdicts_on
from interdict.matching.pair_names import best_pair
from interdict.matching.scoring import totalled
from interdict.model.match import ScorePart
from interdict.model.schema import NAME_PROPERTIES

_PARTS = ("firstName", "secondName", "middleName", "fatherName", "motherName", "lastName")

Evidence = tuple[Found | None, list[Verdict], Identified | None]

FtmDict = Mapping[str, Any]
"""A FollowTheMoney entity: `schema`, and `properties` with a list of texts for each."""


def compare(query: FtmDict, candidate: FtmDict) -> float:
    """The score of two parties, 0.0 to 1.0; 0.0 if their kinds exclude each other."""
    evidence = _evidence(query, candidate)
    return 0.0 if evidence is None else reached(*evidence) / FULL_SCORE


def compared(query: FtmDict, candidate: FtmDict) -> list[ScorePart]:
    """What the score of two parties is made of, in the order in which it is added up.

    Nothing if they cannot be one party.
    """
    evidence = _evidence(query, candidate)
    return [] if evidence is None else list(totalled(match_parts(*evidence))[1])


def _evidence(query: FtmDict, candidate: FtmDict) -> Evidence | None:
    """The best names, what else speaks for or against, and an identifier that both have."""
    schemata = str(query["schema"]), str(candidate["schema"])
    if not schemata_fit(*schemata):
        return None
    asked, listed = query["properties"], candidate["properties"]
    # what is known of one side helps to read the other
    person = is_person(schemata[0]) or is_person(schemata[1])
    pair = best_pair(_names(asked), _named(listed), person)
    same = identified(asked, listed, schemata[1])
    if pair is None and (same is None or not same.is_strong):
        return None
    verdicts = list(verdicts_on(asked, listed, schemata))
    if pair is None:
        return None, verdicts, same
    return pair.found, [*pair.doubts, *verdicts], same


def _named(properties: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(property, name) in the order of their kinds; a name made of its parts if there is none."""
    names = [(prop, text) for prop in NAME_PROPERTIES for text in texts_of(properties, prop)]
    if names:
        return names
    parts = " ".join(filter(None, (first_of(properties, prop) for prop in _PARTS)))
    return [("name", parts)] if parts else []


def _names(properties: Mapping[str, Any]) -> list[tuple[str, str]]:
    """As `_named`, each text once."""
    first: dict[str, str] = {}
    for prop, text in _named(properties):
        first.setdefault(text, prop)
    return [(prop, text) for text, prop in first.items()]
