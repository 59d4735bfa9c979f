"""Programmes and labels of terrorism, found by their names.

The names are filed under their first words, and tried only where such a word stands
(`word_scan.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from interdict.claims.home_country import countries_named, home_countries
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import ENTITY_NOUN, RegimeNames, programme_patterns, spellings
from interdict.claims.word_scan import Stretch
from interdict.model.changing import changed


@dataclass(frozen=True, slots=True, eq=False)
class ProgrammeNames:
    """Programmes, and the expressions for their names by first word in small letters."""

    regimes: tuple[RegimeNames, ...]
    patterns: dict[str, re.Pattern[str]]
    firsts: frozenset[str]


STATE_LABEL = "state"
"""The name of a label for states, by which a country may be the party listed."""
CRIMINAL_LABEL = "criminal"
"""The name of a label of criminals, which no programme for terrorists goes by."""
_REST = re.compile(r"[^()\n]{0,40}\)")
_OF_STATES = re.compile(
    r"sponsor|supporter of|patrocinador|terrorist (?:state|regime)", re.IGNORECASE
)


@lru_cache(maxsize=8)
def programme_names(regimes: tuple[RegimeNames, ...]) -> ProgrammeNames:
    """The names of programmes, made ready once; to be asked for once a document."""
    patterns = programme_patterns(regimes)
    return ProgrammeNames(regimes, patterns, frozenset(patterns))


def programmes(text: str, sentence: Stretch, known: ProgrammeNames) -> list[Mention]:
    """PROGRAMME and LABEL mentions of a sentence, in order."""
    found: list[Mention] = []
    until = sentence.start
    for at, word in sentence.places(known.firsts):
        match = known.patterns[word].match(text, at, sentence.end) if at >= until else None
        if match is None:
            continue
        until = match.end()
        group = match.lastgroup or ""
        if group.startswith("label"):
            found.append(Mention("LABEL", match.start(), match.end(), _sort(match[0])))
            continue
        regime = known.regimes[int(group[1:].partition("_")[0])]
        last = found[-1] if found else None
        between = text[last.end : match.start()] if last else ""
        if last and last.name == regime.key and between.strip() in ("(", "or", ", or"):
            stop = _closed(text, last.start, match.end())
            found[-1] = changed(last, end=stop)  # "foreign terrorist organization (FTO)"
            until = max(until, stop)
            continue
        stop = _closed(text, match.start(), match.end())
        until = max(until, stop)
        found.append(Mention("PROGRAMME", match.start(), stop, regime.key, regime.authority))
    return found


def _closed(text: str, start: int, end: int) -> int:
    """The end of a name with the rest of its parentheses: "(FTO, por sus siglas en inglés)"."""
    is_open = text.count("(", start, end) > text.count(")", start, end)
    rest = _REST.match(text, end) if is_open else None
    return end if rest is None else rest.end()


def of_their_country(
    text: str, sentences: Sequence[Sequence[Mention]], regimes: tuple[RegimeNames, ...]
) -> list[list[Mention]]:
    """The mentions of each sentence, where a name that countries share is of the one spoken of.

    "A proscribed organisation" is Britain's where the sentence names it, or the document names no
    other country more often; else it is a label like any other.
    """
    if not any(map(countries_named, sentences)):
        return [list(row) for row in sentences]
    home, shared = home_countries(sentences), _shared(regimes)

    def seen(mention: Mention, row: Sequence[Mention]) -> Mention:
        country = mention.name.partition("-")[0]
        if mention.kind != "PROGRAMME" or country in home or country in countries_named(row):
            return mention
        if shared.fullmatch(text, mention.start, mention.end) is None:
            return mention
        return changed(mention, kind="LABEL", name="", authority=None)

    return [[seen(mention, row) for mention in row] for row in sentences]


@lru_cache(maxsize=8)
def _shared(regimes: tuple[RegimeNames, ...]) -> re.Pattern[str]:
    names = [spellings(name) for regime in regimes for name in regime.shared]
    return re.compile(rf"(?:{'|'.join(names) or '(?!)'}){ENTITY_NOUN}", re.IGNORECASE)


def _sort(label: str) -> str:
    """`STATE_LABEL`, `CRIMINAL_LABEL`, or nothing where it calls somebody a terrorist."""
    if _OF_STATES.search(label):
        return STATE_LABEL
    return CRIMINAL_LABEL if "criminal" in label.casefold() else ""
