"""Compiling an index: facts about parties in, flat arrays out.

The same rows in any order give the same bytes. Statistics (how rare a word is, which words
are equivalent) are of all rows, whatever their life; only facts are filtered when somebody asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from interdict.errors import InvalidInput
from interdict.matching.arrays import (
    Array,
    IndexArrays,
    IndexRow,
    Texts,
    distinct,
    distinct_pairs,
    grouped,
    hashed,
    packed,
    unique_texts,
)
from interdict.matching.base import COUNTRY_PROPERTIES
from interdict.matching.equivalents import learned
from interdict.matching.forms import forms, packed_keys
from interdict.matching.heard import heard_arrays
from interdict.matching.run_tables import joined_names, words_alone
from interdict.matching.sounds import skeleton, spoken
from interdict.matching.tails import tail_of, tails
from interdict.matching.vocabulary import neighbours
from interdict.matching.weights import LIGHT_WEIGHT, rarity, weight_of
from interdict.model.dates import Span
from interdict.model.schema import IDENTIFIER_PROPERTIES, NAME_PROPERTIES, is_a, most_specific
from interdict.store.base import DOCUMENTS
from interdict.text.called import is_business
from interdict.text.countries import country_code
from interdict.text.identifiers import identifier_key, wallet_key
from interdict.text.names import Kind, Token, tokenise

MAX_TOKENS = 32
"""Words of a name that take part in alignment; further ones count as not matched."""

_ORDER = {prop: at for at, prop in enumerate(NAME_PROPERTIES)}


@dataclass
class _Collected:
    """What one pass over the sorted rows gathers; lists grow in the order of the rows."""

    entity_ids: list[str] = field(default_factory=list)
    schemata: list[str] = field(default_factory=list)
    entity_first_row: list[int] = field(default_factory=list)
    name_entity: list[int] = field(default_factory=list)
    name_first_row: list[int] = field(default_factory=list)
    name_tokens: list[tuple[Token, ...]] = field(default_factory=list)
    births: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    countries: list[tuple[int, int, str]] = field(default_factory=list)
    identifiers: list[tuple[int, int]] = field(default_factory=list)


def compile_index(rows: Iterable[IndexRow]) -> IndexArrays:
    """The arrays of an index over those rows, in any order; repeated rows count once.

    Rows of properties that are not indexed, and those of links between parties (sanctions,
    passports), are passed over.
    """
    kept = sorted({row for row in rows if not is_a(row.schema, "Interval")}, key=_sort_key)
    collected = _collect(kept)
    arrays = _row_arrays(kept)
    arrays |= _entity_arrays(collected, arrays.pop("text_numbers_of_entities"))
    arrays |= _name_arrays(collected)
    arrays |= _evidence_arrays(collected)
    return IndexArrays(arrays)


def _sort_key(row: IndexRow) -> tuple[object, ...]:
    """Names first, in the order of their kinds, what lists say before what documents say.

    Rows of one value stand together.
    """
    order = _ORDER.get(row.prop, len(_ORDER))
    rest = (row.qualifier, row.dataset, row.record_id, row.statement_id, row.life, row.schema)
    return row.entity_id, order, row.prop, row.dataset == DOCUMENTS, row.value, *rest


def _collect(rows: Sequence[IndexRow]) -> _Collected:
    """Everything that has to be read out of texts."""
    out = _Collected()
    at = 0
    for entity_id, of_entity in groupby(rows, key=lambda row: row.entity_id):
        group = list(of_entity)
        number = len(out.entity_ids)
        schema = most_specific({row.schema for row in group})
        out.entity_ids.append(entity_id)
        out.schemata.append(schema)
        out.entity_first_row.append(at)
        person = is_person(schema)
        before: tuple[str, str] | None = None
        for row in group:
            if row.prop in _ORDER:
                if (row.prop, row.value) != before:
                    before = row.prop, row.value
                    out.name_entity.append(number)
                    out.name_first_row.append(at)
                    out.name_tokens.append(tokenise(row.value, person=person))
            else:
                _collect_evidence(out, number, at, row)
            at += 1
    out.entity_first_row.append(at)
    return out


def _collect_evidence(out: _Collected, entity: int, at: int, row: IndexRow) -> None:
    if row.prop == "birthDate":
        try:
            span = Span.parse(row.value)
        except InvalidInput:
            return  # a symbolic date (`XXXX-11-24`) is kept in the record, not compared
        first = span.first.toordinal() if span.first else 0
        last = span.last.toordinal() if span.last else 0
        out.births.append((entity, at, first, last, int(span.approximate)))
    elif row.prop in COUNTRY_PROPERTIES:
        out.countries.append((entity, at, country_code(row.value)))
    elif row.prop in IDENTIFIER_PROPERTIES:
        key = identifier_of(row.prop, row.value)
        if key:
            out.identifiers.append((hashed(key), at))


def is_person(schema: str) -> bool | None:
    """What `tokenise` is told of a party: True, False, or None where it may be either."""
    if is_a(schema, "Person"):
        return True
    return None if schema == "LegalEntity" else False


def identifier_of(prop: str, value: str) -> str:
    """The comparable form of an identifier."""
    return wallet_key(value) if prop == "publicKey" else identifier_key(value)


def _row_arrays(rows: Sequence[IndexRow]) -> dict[str, Array]:
    """The rows as numbers of texts, and the texts."""
    texts = unique_texts(rows)
    number = {text: at for at, text in enumerate(texts)}
    columns = "entity_id schema prop value qualifier dataset record_id statement_id".split()
    arrays: dict[str, Array] = {
        f"row_{column}": np.array([number[getattr(row, column)] for row in rows], dtype=np.uint32)
        for column in columns
    }
    arrays["row_life"] = np.array([row.life for row in rows], dtype=np.uint32)
    arrays["text_bytes"], arrays["text_offsets"] = packed(texts)
    arrays["text_numbers_of_entities"] = arrays.pop("row_entity_id")
    return arrays


def _entity_arrays(collected: _Collected, entity_text: Array) -> dict[str, Array]:
    first = np.array(collected.entity_first_row, dtype=np.uint32)
    schemata = sorted(set(collected.schemata))
    number = {schema: at for at, schema in enumerate(schemata)}
    schema_bytes, schema_offsets = packed(schemata)
    return {
        "entity_first_row": first,
        "entity_text": entity_text[first[:-1]],
        "entity_schema": np.array([number[s] for s in collected.schemata], dtype=np.uint16),
        "schema_bytes": schema_bytes,
        "schema_offsets": schema_offsets,
    }


def _name_arrays(collected: _Collected) -> dict[str, Array]:
    """Names as words, words with their rarity, and the ways from a word to names."""
    entity = np.array(collected.name_entity, dtype=np.uint32)
    names = collected.name_tokens
    words = sorted({text for tokens in names for t in tokens for text in (t.text, t.surface)})
    number = {word: at for at, word in enumerate(words)}
    n_parties = len(collected.entity_ids)
    frequency = _frequency(collected, number)
    weight = np.array([rarity(int(f), n_parties) for f in frequency], dtype=np.uint16)
    kept = [tokens[:MAX_TOKENS] for tokens in names]
    token_word = np.array([number[t.text] for tokens in kept for t in tokens], dtype=np.uint32)
    kinds = np.array([t.kind for tokens in kept for t in tokens], dtype=np.uint8)
    of_name = np.repeat(np.arange(len(kept)), [len(tokens) for tokens in kept])
    n_first_rows = np.array(collected.name_first_row, dtype=np.uint32)
    arrays: dict[str, Array] = {
        "name_entity": entity,
        "name_first_row": n_first_rows,
        "name_total": np.array(
            [_total(tokens, number, weight) for tokens in names], dtype=np.uint32
        ),
        "entity_names": grouped(entity, n_parties),
        "token_offsets": grouped(of_name, len(kept)),
        "token_word": token_word,
        "token_kind": kinds,
        "token_surface": np.array(
            [number[t.surface] for tokens in kept for t in tokens], dtype=np.uint32
        ),
        "word_weight": weight,
        "name_light": _sums(np.where(kinds >= Kind.PARTICLE, LIGHT_WEIGHT, 0), of_name, len(kept)),
        "name_initials": _initials(kept),
        "name_repeats": _repeats(token_word, of_name, len(kept)),
        "word_is_light": _light_words(token_word, kinds, len(words)),
        "word_is_business": np.array([is_business(word) for word in words], dtype=np.uint8),
    }
    arrays["word_bytes"], arrays["word_offsets"] = packed(words)
    arrays |= _postings(token_word, kinds, of_name, len(words))
    arrays |= _initialled(arrays)
    posted = distinct(token_word)
    arrays |= _lookups(words, posted) | heard_arrays(words, posted)
    arrays |= joined_names(kept) | words_alone(words, arrays["posting_offsets"])
    arrays |= tails([tail_of(tokens[MAX_TOKENS:]) for tokens in names])
    arrays |= _alike(collected, number)
    arrays |= neighbours(Texts(arrays["word_bytes"], arrays["word_offsets"]), posted, arrays)
    return arrays


def _frequency(collected: _Collected, number: dict[str, int]) -> Array:
    """How many parties have each word in a name."""
    frequency = np.zeros(len(number), dtype=np.int64)
    pairs = {
        (entity, number[token.text])
        for entity, tokens in zip(collected.name_entity, collected.name_tokens, strict=True)
        for token in tokens
    }
    for _, word in pairs:
        frequency[word] += 1
    return frequency


def _total(tokens: tuple[Token, ...], number: dict[str, int], weight: Array) -> int:
    return sum(weight_of(token.kind, int(weight[number[token.text]])) for token in tokens)


def _postings(words: Array, kinds: Array, of_name: Array, n_words: int) -> dict[str, Array]:
    """Word -> names that hold it as more than a particle, title or legal form."""
    heavy = kinds < Kind.PARTICLE
    pairs = distinct(words[heavy].astype(np.int64) << 32 | of_name[heavy])
    return {
        "posting_offsets": grouped(pairs >> 32, n_words),
        "posting_name": (pairs & 0xFFFFFFFF).astype(np.uint32),
    }


def _initialled(arrays: dict[str, Array]) -> dict[str, Array]:
    """The postings that lead to names with initials: those may stand for any word."""
    some = np.flatnonzero(arrays["name_initials"][arrays["posting_name"]])
    before = np.concatenate([[0], np.cumsum(arrays["name_initials"][arrays["posting_name"]] != 0)])
    return {
        "initialled_offsets": before[arrays["posting_offsets"]].astype(np.uint32),
        "initialled_name": arrays["posting_name"][some],
    }


def _lookups(words: Sequence[str], posted: Array) -> dict[str, Array]:
    """Sorted tables from deletion forms and from skeletons to the words of tokens."""
    texts = [words[at] for at in posted.tolist()]
    arrays: dict[str, Array] = {}
    if texts:
        form_key, of = forms(texts)
        sounds = [(skeleton(text), at) for at, text in zip(posted.tolist(), texts, strict=True)]
        sounds = [one for one in sounds if one[0]]
        sound_key = packed_keys([bones for bones, _ in sounds])
        sound_word = np.array([at for _, at in sounds], dtype=np.uint32)
        form_word = posted[of].astype(np.uint32)
    else:
        form_key = sound_key = np.empty(0, dtype=np.uint64)
        form_word = sound_word = np.empty(0, dtype=np.uint32)
    arrays["form_key"], arrays["form_word"] = distinct_pairs(form_key, form_word)
    arrays["sound_key"], arrays["sound_word"] = distinct_pairs(sound_key, sound_word)
    heard = [""] * len(words)
    for at, text in zip(posted.tolist(), texts, strict=True):
        heard[at] = spoken(text)
    arrays["spoken_bytes"], arrays["spoken_offsets"] = packed(heard)
    return arrays


def _repeats(words: Array, of_name: Array, n_names: int) -> Array:
    """For each name whether a word stands in it twice."""
    pairs = np.sort(of_name.astype(np.int64) << 32 | words)
    repeats = np.zeros(n_names, dtype=np.uint8)
    repeats[pairs[1:][pairs[1:] == pairs[:-1]] >> 32] = 1
    return repeats


def _sums(amounts: Array, of_name: Array, n_names: int) -> Array:
    return np.bincount(of_name, weights=amounts, minlength=n_names).astype(np.uint32)


def _initials(names: Sequence[tuple[Token, ...]]) -> Array:
    """For each name the letters that it holds as initials, one bit for each of `a` to `z`."""
    masks = []
    for tokens in names:
        mask = 0
        for token in tokens:
            if token.kind is Kind.INITIAL:
                mask |= letter_bit(token.text)
        masks.append(mask)
    return np.array(masks, dtype=np.uint32)


def letter_bit(word: str) -> int:
    """The bit of a word's first letter; all bits if it begins with something else."""
    at = ord(word[0]) - ord("a")
    return 1 << at if 0 <= at < 26 else (1 << 26) - 1


def _light_words(words: Array, kinds: Array, n_words: int) -> Array:
    """For each word whether some name has it as a particle, title or legal form."""
    light = np.zeros(n_words, dtype=np.uint8)
    light[words[kinds >= Kind.PARTICLE]] = 1
    return light


def _alike(collected: _Collected, number: dict[str, int]) -> dict[str, Array]:
    """Word -> equivalent words."""
    by_party: dict[int, list[list[str]]] = defaultdict(list)
    for entity, tokens in zip(collected.name_entity, collected.name_tokens, strict=True):
        by_party[entity].append([t.text for t in tokens if t.kind is Kind.NAME])
    pairs = learned(by_party.values())
    edges = np.array(
        sorted((number[left] << 32 | number[right]) for left, right in pairs), dtype=np.int64
    )
    left = edges >> 32
    supports = [pairs[pair] for pair in sorted(pairs, key=lambda p: (number[p[0]], number[p[1]]))]
    return {
        "alike_offsets": grouped(left, len(number)),
        "alike_word": (edges & 0xFFFFFFFF).astype(np.uint32),
        "alike_support": np.array(supports, dtype=np.uint32),
    }


def _evidence_arrays(collected: _Collected) -> dict[str, Array]:
    n_parties = len(collected.entity_ids)
    births = np.array(collected.births, dtype=np.int64).reshape(-1, 5)
    days = births[(births[:, 2] == births[:, 3]) & (births[:, 2] > 0)]
    days = distinct(days[:, 2] << 32 | days[:, 0])
    codes = sorted({code for _, _, code in collected.countries})
    number = {code: at for at, code in enumerate(codes)}
    countries = np.array(
        [(entity, row, number[code]) for entity, row, code in collected.countries], dtype=np.int64
    ).reshape(-1, 3)
    identifiers = sorted(collected.identifiers)
    arrays: dict[str, Array] = {
        "birth_offsets": grouped(births[:, 0], n_parties),
        "birth_row": births[:, 1].astype(np.uint32),
        "birth_first": births[:, 2].astype(np.int32),
        "birth_last": births[:, 3].astype(np.int32),
        "birth_approximate": births[:, 4].astype(np.uint8),
        "birthday": (days >> 32).astype(np.int32),
        "birthday_entity": (days & 0xFFFFFFFF).astype(np.uint32),
        "country_offsets": grouped(countries[:, 0], n_parties),
        "country_row": countries[:, 1].astype(np.uint32),
        "country_code": countries[:, 2].astype(np.uint32),
        "identifier_key": np.array([key for key, _ in identifiers], dtype=np.uint64),
        "identifier_row": np.array([row for _, row in identifiers], dtype=np.uint32),
    }
    arrays["code_bytes"], arrays["code_offsets"] = packed(codes)
    return arrays
