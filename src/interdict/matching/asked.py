"""A party as a query: its names as weighted tokens, each with the listed words it may mean."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from interdict.errors import InvalidInput
from interdict.matching.align import AskedName, Run
from interdict.matching.index import HEAVIEST, MAX_TOKENS, Index, Rows, run_places
from interdict.matching.similarity import EQUAL, INITIAL, JOINED, edit_similarity
from interdict.model.dates import Span
from interdict.model.match import Party
from interdict.model.schema import is_a
from interdict.text.countries import country_code
from interdict.text.identifiers import identifier_key, looks_like_identifier, wallet_key
from interdict.text.names import Kind, Token, is_matchable, misspelt_legal_form, tokenise

ASKED_SHARE = 120
"""Weight of the query's words in percent of that of listed ones.

A word too many in the query costs more than a listed word left out: people leave out middle
names and second surnames more often than they invent them.
"""

_MAX_WORD = 48
"""Letters of a word beyond which nothing like it is looked for."""

_MAX_RUNS = 40
"""Runs of neighbouring words of a query that are looked up as written together."""

_CACHED_WORDS = 4_096


@dataclass(frozen=True, slots=True)
class WordHits:
    """What a word resembles: listed words with percent, and the worth it has in each row."""

    near: Mapping[str, int]
    rows: Rows
    worth: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AskedParty:
    """A party ready to be compared; names with nothing to match in them are left out."""

    schema: str | None
    names: tuple[AskedName, ...]
    birth: tuple[Span, str] | None
    countries: Mapping[str, str]
    identifiers: Mapping[str, str]
    """Normalised identifier -> as it was given."""


class Reader:
    """Turns parties into queries against one index; remembers the words it has looked up."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._hits: OrderedDict[tuple[str, int], WordHits] = OrderedDict()

    def read(self, party: Party) -> AskedParty:
        """The party as a query.

        Raises:
            InvalidInput: if no name holds more than one letter and no identifier is given, or
                the birth date cannot be read.
        """
        person = None if party.schema is None else is_a(party.schema, "Person")
        names = [text for text in dict.fromkeys(party.names) if is_matchable(text)]
        identifiers = _identifiers(party)
        if not names and not identifiers:
            given = ", ".join(repr(name[:40]) for name in party.names) or "no name at all"
            raise InvalidInput(
                f"nothing to match in {given}. Give a name of at least two letters, "
                "or an identifier."
            )
        return AskedParty(
            schema=party.schema,
            names=tuple(self._name(text, tokenise(text, person=person), person) for text in names),
            birth=_birth(party.birth_date),
            countries={country_code(text): text for text in party.countries if text.strip()},
            identifiers=identifiers,
        )

    def _weight(self, token: Token) -> int:
        return self._index.weight(token) * ASKED_SHARE // 100

    def _respelt(self, token: Token) -> Token:
        """A legal form in place of a word that no party has and that is one edit from it."""
        if token.kind is Kind.NAME and token.text not in self._index.frequency:
            return misspelt_legal_form(token.text) or token
        return token

    def _name(self, text: str, tokens: tuple[Token, ...], person: bool | None) -> AskedName:
        if not person:
            tokens = tuple(self._respelt(token) for token in tokens)
        weights = tuple(self._weight(token) for token in tokens)
        kept = tokens[:MAX_TOKENS]
        near = tuple(
            {} if token.kind.is_light else self.hits(token.text, weight).near
            for token, weight in zip(kept, weights, strict=False)
        )
        return AskedName(
            text=text,
            tokens=kept,
            weights=weights[:MAX_TOKENS],
            total=sum(weights),
            near=near,
            runs=self._runs(kept, weights),
        )

    def _runs(
        self, tokens: tuple[Token, ...], weights: tuple[int, ...]
    ) -> dict[Run, tuple[str, Mapping[str, int]]]:
        """Neighbouring words written together that resemble a listed word or run of words."""
        runs: dict[Run, tuple[str, Mapping[str, int]]] = {}
        for start, length in run_places(len(tokens))[:_MAX_RUNS]:
            text = "".join(token.surface for token in tokens[start : start + length])
            if len(text) > _MAX_WORD:
                continue
            near = self.hits(text, sum(weights[start : start + length])).near
            if near or text in self._index.joined:
                runs[start, length] = text, near
        return runs

    def hits(self, word: str, weight: int) -> WordHits:
        """The listed words that a word of that weight may stand for, and where they are."""
        key = (word, weight)
        found = self._hits.get(key)
        if found is None:
            found = self._look_up(word, weight)
            self._hits[key] = found
            if len(self._hits) > _CACHED_WORDS:
                self._hits.popitem(last=False)
        else:
            self._hits.move_to_end(key)
        return found

    def _look_up(self, word: str, weight: int) -> WordHits:
        index = self._index
        near = {}
        if len(word) <= _MAX_WORD:
            near = {
                other: similarity
                for other, edits in index.vocabulary.near(word)
                if (similarity := edit_similarity(word, other, edits)) > 0
            }
        best: dict[int, int] | None = None
        rows, worth = _EMPTY_ROWS, _EMPTY_WORTH
        for other, similarity in near.items():
            listed = index.weight(Token(other))
            value = similarity * (weight + max(listed, index.weight(Token(other, Kind.INITIAL))))
            held = index.postings[other]
            if len(near) == 1:
                return WordHits(near, held, np.full(len(held), value, dtype=np.int64))
            best = {} if best is None else best
            for row in held.tolist():
                if value > best.get(row, 0):
                    best[row] = value
        if best:
            rows = np.fromiter(best.keys(), dtype=np.int32, count=len(best))
            worth = np.fromiter(best.values(), dtype=np.int64, count=len(best))
        return WordHits(near, rows, worth)


_EMPTY_ROWS: Rows = np.empty(0, dtype=np.int32)
_EMPTY_WORTH: npt.NDArray[np.int64] = np.empty(0, dtype=np.int64)


def worth_bounds(reader: Reader, index: Index, asked: AskedName) -> npt.NDArray[np.int64]:
    """For each listed name at least the worth of its alignment with the asked one.

    Zero where no word of weight, and no run of words, resembles one of the name. Every link
    that `align` can draw is counted for its name here, so a name left out because of this
    bound could not have scored higher.
    """
    bounds = np.zeros(len(index.names), dtype=np.int64)
    for token, weight in zip(asked.tokens, asked.weights, strict=True):
        # A light word may be a whole name elsewhere (`The Company`); equal words only.
        if token.kind.is_light:
            if token.text in index.postings:
                listed = index.weight(Token(token.text))
                bounds[index.postings[token.text]] += EQUAL * (weight + listed)
            continue
        hits = reader.hits(token.text, weight)
        bounds[hits.rows] += hits.worth
        for row in index.joined.get(token.surface, ()):
            bounds[row] += JOINED * (weight + index.names[row].total)
    for (start, length), (text, _) in asked.runs.items():
        weight = sum(asked.weights[start : start + length])
        hits = reader.hits(text, weight)
        bounds[hits.rows] += hits.worth
        for row in index.joined.get(text, ()):
            bounds[row] += JOINED * (weight + index.names[row].total)
    touched = bounds > 0
    bounds += _slack(index, asked)
    return np.where(touched, bounds, 0)


def _slack(index: Index, asked: AskedName) -> npt.NDArray[np.int64]:
    """What initials and light words may add, for every name alike generously."""
    light = sum(w for t, w in zip(asked.tokens, asked.weights, strict=True) if t.kind.is_light)
    slack: npt.NDArray[np.int64] = EQUAL * (index.light + light)
    for token, weight in zip(asked.tokens, asked.weights, strict=True):
        if token.kind is Kind.INITIAL:
            slack += INITIAL * (weight + HEAVIEST)
        elif token.kind is Kind.NAME and token.text in index.light_words:
            slack += EQUAL * weight * (index.light > 0)
    per_initial = INITIAL * (max(asked.weights) + index.weight(Token("x", Kind.INITIAL)))
    slack += per_initial * np.minimum(index.initials, len(asked.tokens))
    return slack


def _identifiers(party: Party) -> dict[str, str]:
    """Every form in which an identifier of the party may be held; also numbers given as names."""
    given = list(party.identifiers)
    given += [name for name in party.names if looks_like_identifier(name)]
    keys: dict[str, str] = {}
    for text in given:
        for key in (wallet_key(text), identifier_key(text)):
            if key:
                keys.setdefault(key, text)
    return keys


def _birth(text: str | None) -> tuple[Span, str] | None:
    if text is None or not text.strip():
        return None
    try:
        return Span.parse(text), text.strip()
    except InvalidInput as error:
        raise InvalidInput(f"birth date: {error}") from None
