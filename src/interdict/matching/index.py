"""The listed names in the form in which they are searched: compiled once, then only read.

One `Index` is one view of the record. It holds every name with its tokens and weights, and
leads from a word to the names that hold it, from words written together to names, and from
an identifier to parties.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from interdict.errors import InvalidInput
from interdict.matching.base import COUNTRY_PROPERTIES
from interdict.matching.vocabulary import Vocabulary
from interdict.model.dates import Span
from interdict.model.entity import Held
from interdict.model.schema import (
    IDENTIFIER_PROPERTIES,
    NAME_PROPERTIES,
    caption_of,
    is_a,
    most_specific,
)
from interdict.text.countries import country_code
from interdict.text.identifiers import identifier_key, wallet_key
from interdict.text.names import Kind, Token, tokenise

LONGEST_RUN = 4
"""Words of a listed name that are also looked up as written together."""

LONGEST_WHOLE = 8
"""Words of a name that is looked up as written together as a whole."""

MAX_TOKENS = 32
"""Words of a name that take part in alignment; further ones count as not matched."""

HEAVIEST = 1_000
"""Weight of a word that one party alone has."""
_COMMONEST = 250
_INITIAL_WEIGHT = 250
_LIGHT_WEIGHT = 80
_FEWEST_PARTIES = 1_000
"""Rarity is counted as on a list of at least this size: two of two is not common."""

Rows = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of one party, as tokens with their weights; `total` is the sum of all weights."""

    party: int
    held: Held
    tokens: tuple[Token, ...]
    weights: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ListedParty:
    """What is known of a party beside its names."""

    entity_id: str
    schema: str
    caption: str
    birth_dates: tuple[tuple[Span, str], ...]
    countries: Mapping[str, str]
    """ISO code -> the country as the record writes it."""


@dataclass(frozen=True)
class Index:
    """The compiled names of one view; read-only, safe to share between threads.

    `postings` lead from a word to rows of `names` (light words of ordinary names excluded);
    `joined` from two to four neighbouring words written together; `identifiers` from a
    normalised number to (party, property, statement). `totals` and `initials` hold, for each
    name, the sum of its weights and the number of its initials; `light` the sum of its light
    words' weights; `light_words` are the words that are light in some name.
    """

    names: tuple[ListedName, ...]
    parties: tuple[ListedParty, ...]
    vocabulary: Vocabulary
    postings: Mapping[str, Rows]
    joined: Mapping[str, tuple[int, ...]]
    identifiers: Mapping[str, tuple[tuple[int, Held], ...]]
    frequency: Mapping[str, int]
    totals: npt.NDArray[np.int64]
    initials: npt.NDArray[np.int64]
    light: npt.NDArray[np.int64]
    light_words: frozenset[str]

    @classmethod
    def compile(cls, held: Iterable[tuple[str, Held]]) -> Index:
        """Compiles (canonical entity id, statement) pairs, in any order.

        Statements of properties that are not indexed, and those of links between parties
        (sanctions, passports), are passed over. The same pairs give the same index.
        """
        grouped: dict[str, list[Held]] = defaultdict(list)
        for entity_id, one in held:
            if not is_a(one.statement.schema, "Interval"):
                grouped[entity_id].append(one)
        return _compiled(sorted(grouped.items()))

    def weight(self, token: Token) -> int:
        """How much a word says, from 80 (a particle) to 1,000 (a name no other party has)."""
        if token.kind is Kind.NAME:
            return _rarity(self.frequency.get(token.text, 0), len(self.parties))
        return _INITIAL_WEIGHT if token.kind is Kind.INITIAL else _LIGHT_WEIGHT


def _compiled(grouped: list[tuple[str, list[Held]]]) -> Index:
    parties: list[ListedParty] = []
    unweighted: list[tuple[int, Held, tuple[Token, ...]]] = []
    identifiers: dict[str, list[tuple[int, Held]]] = defaultdict(list)
    frequency: dict[str, int] = defaultdict(int)
    for entity_id, rows in grouped:
        rows.sort(key=_order)
        number = len(parties)
        party = _party(entity_id, rows)
        parties.append(party)
        words: set[str] = set()
        for one in rows:
            if one.statement.prop in NAME_PROPERTIES:
                tokens = tokenise(one.statement.value, person=_is_person(party.schema))
                if tokens:
                    unweighted.append((number, one, tokens))
                    words.update(token.text for token in tokens)
            elif one.statement.prop in IDENTIFIER_PROPERTIES and (key := _key(one)):
                identifiers[key].append((number, one))
        for word in words:
            frequency[word] += 1
    return _assembled(parties, unweighted, identifiers, dict(frequency))


def _assembled(
    parties: list[ListedParty],
    unweighted: list[tuple[int, Held, tuple[Token, ...]]],
    identifiers: Mapping[str, list[tuple[int, Held]]],
    frequency: dict[str, int],
) -> Index:
    """Weights the names and inverts them."""
    rarity = {word: _rarity(count, len(parties)) for word, count in frequency.items()}
    names: list[ListedName] = []
    postings: dict[str, list[int]] = defaultdict(list)
    joined: dict[str, list[int]] = defaultdict(list)
    initials: list[int] = []
    light: list[int] = []
    for row, (party, held, tokens) in enumerate(unweighted):
        weights = tuple(_weight(token, rarity) for token in tokens)
        names.append(ListedName(party, held, tokens[:MAX_TOKENS], weights, sum(weights)))
        initials.append(sum(token.kind is Kind.INITIAL for token in tokens))
        light.append(sum(w for t, w in zip(tokens, weights, strict=True) if t.kind.is_light))
        for word in {t.text for t in tokens[:MAX_TOKENS] if not t.kind.is_light}:
            postings[word].append(row)
        for word in set(runs_of([token.surface for token in tokens[:MAX_TOKENS]])):
            joined[word].append(row)
    return Index(
        names=tuple(names),
        parties=tuple(parties),
        vocabulary=Vocabulary(postings),
        postings={word: np.array(rows, dtype=np.int32) for word, rows in postings.items()},
        joined={word: tuple(rows) for word, rows in joined.items()},
        identifiers={key: tuple(rows) for key, rows in identifiers.items()},
        frequency=frequency,
        totals=np.array([name.total for name in names], dtype=np.int64),
        initials=np.array(initials, dtype=np.int64),
        light=np.array(light, dtype=np.int64),
        light_words=frozenset(
            token.text for _, _, tokens in unweighted for token in tokens if token.kind.is_light
        ),
    )


def run_places(n_words: int) -> list[tuple[int, int]]:
    """First word and length of every run of two to four neighbouring words, and of them all."""
    places = [
        (start, length)
        for length in range(2, LONGEST_RUN + 1)
        for start in range(n_words - length + 1)
    ]
    if LONGEST_RUN < n_words <= LONGEST_WHOLE:
        places.append((0, n_words))
    return places


def runs_of(words: list[str]) -> list[str]:
    """Those runs of words, each written together."""
    return ["".join(words[at : at + length]) for at, length in run_places(len(words))]


def _party(entity_id: str, rows: list[Held]) -> ListedParty:
    statements = [one.statement for one in rows]
    names = [s.value for prop in NAME_PROPERTIES for s in statements if s.prop == prop]
    births: dict[str, Span] = {}
    for statement in statements:
        if statement.prop == "birthDate":
            try:
                births.setdefault(statement.value, Span.parse(statement.value))
            except InvalidInput:
                continue  # a symbolic date (`XXXX-11-24`) is kept in the record, not compared
    countries = {country_code(s.value): s.value for s in statements if s.prop in COUNTRY_PROPERTIES}
    return ListedParty(
        entity_id=entity_id,
        schema=most_specific({statement.schema for statement in statements}),
        caption=caption_of(names, entity_id),
        birth_dates=tuple((span, text) for text, span in births.items()),
        countries=countries,
    )


def _key(held: Held) -> str:
    statement = held.statement
    return (
        wallet_key(statement.value)
        if statement.prop == "publicKey"
        else identifier_key(statement.value)
    )


def _order(held: Held) -> tuple[str, bool, str, str, str]:
    """An order that does not depend on how the statements came in."""
    statement = held.statement
    from_document = bool(statement.document_id)
    return statement.prop, from_document, statement.qualifier, statement.value, statement.id


def _is_person(schema: str) -> bool | None:
    if is_a(schema, "Person"):
        return True
    return None if schema == "LegalEntity" else False


def _weight(token: Token, rarity: Mapping[str, int]) -> int:
    if token.kind is Kind.NAME:
        return rarity[token.text]
    return _INITIAL_WEIGHT if token.kind is Kind.INITIAL else _LIGHT_WEIGHT


def _rarity(n_parties: int, of: int) -> int:
    """1,000 for a word of one party (or none), falling with the logarithm of their number."""
    size = max(of, _FEWEST_PARTIES)
    share = math.log((size + 1) / max(n_parties, 1)) / math.log(size + 1)
    return max(_COMMONEST, round(HEAVIEST * share))
