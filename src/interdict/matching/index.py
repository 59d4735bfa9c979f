"""The compiled index, opened: the arrays as they are, texts decoded when they are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from interdict.matching.arrays import Array, Bools, IndexArrays, IndexRow, Texts, distinct
from interdict.matching.compiling import compile_index
from interdict.matching.links import Words
from interdict.matching.weights import weight_of
from interdict.model.entity import Held
from interdict.model.schema import NAME_PROPERTIES
from interdict.model.statement import Statement
from interdict.text.names import Kind, Token

_KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of one party, as tokens with their weights; `row` is the first that holds it."""

    number: int
    entity: int
    row: int
    prop: str
    value: str
    side: Words


@dataclass(frozen=True, slots=True)
class ListedBirth:
    """A birth date of a party: days as ordinals (0: open), and the date as it is listed."""

    first: int
    last: int
    approximate: bool
    text: str


class Index:
    """Read access to compiled arrays; opening does no work that grows with their size.

    Safe to share between threads: what is decoded is only remembered.
    """

    def __init__(self, arrays: IndexArrays, held: Mapping[str, Held] | None = None) -> None:
        self.arrays = arrays
        self._held = held or {}
        self.texts = Texts(arrays["text_bytes"], arrays["text_offsets"])
        self.words = Texts(arrays["word_bytes"], arrays["word_offsets"])
        self.schemata = Texts(arrays["schema_bytes"], arrays["schema_offsets"])
        self._codes = Texts(arrays["code_bytes"], arrays["code_offsets"])
        self.n_entities = len(arrays["entity_text"])
        self.n_names = len(arrays["name_entity"])
        self.n_rows = len(arrays["row_life"])
        self._names: dict[int, ListedName] = {}
        self._tokens: dict[tuple[int, int, int], tuple[Token, int]] = {}

    @classmethod
    def compile(cls, held: Iterable[tuple[str, Held]]) -> Index:
        """Compiles (canonical entity id, statement) pairs, in any order, and opens the result.

        Matches cite these very statements. The same pairs give the same index.
        """
        rows, statements = [], {}
        for entity_id, one in held:
            statement = one.statement
            statements[statement.id] = one
            rows.append(
                IndexRow(
                    entity_id=entity_id,
                    schema=statement.schema,
                    prop=statement.prop,
                    value=statement.value,
                    qualifier=statement.qualifier,
                    dataset=statement.dataset,
                    record_id=statement.record_id,
                    statement_id=statement.id,
                )
            )
        return cls(compile_index(rows), statements)

    def held(self, row: IndexRow) -> Held:
        """The statement a row stands for: the one it was compiled from, if that is at hand.

        Else as far as the row says, without language, source and presence.
        """
        known = self._held.get(row.statement_id)
        if known is not None:
            return known
        return Held(
            Statement(
                dataset=row.dataset,
                entity_id=row.entity_id,
                schema=row.schema,
                prop=row.prop,
                value=row.value,
                record_id=row.record_id,
                qualifier=row.qualifier,
            )
        )

    def row(self, at: int) -> IndexRow:
        """One fact, as it was given."""
        arrays, texts = self.arrays, self.texts
        return IndexRow(
            entity_id=self.entity_id(self.entity_of(at)),
            schema=texts[int(arrays["row_schema"][at])],
            prop=texts[int(arrays["row_prop"][at])],
            value=texts[int(arrays["row_value"][at])],
            qualifier=texts[int(arrays["row_qualifier"][at])],
            dataset=texts[int(arrays["row_dataset"][at])],
            record_id=texts[int(arrays["row_record_id"][at])],
            statement_id=texts[int(arrays["row_statement_id"][at])],
            life=int(arrays["row_life"][at]),
        )

    def entity_of(self, row: int) -> int:
        """The number of the party that a row belongs to."""
        first = self.arrays["entity_first_row"]
        # a number of another type would have numpy copy the whole array
        return int(np.searchsorted(first, first.dtype.type(row), side="right")) - 1

    def value(self, row: int) -> str:
        """The value of a row."""
        return self.texts[int(self.arrays["row_value"][row])]

    def entity_id(self, entity: int) -> str:
        """The id of a party by its number."""
        return self.texts[int(self.arrays["entity_text"][entity])]

    def entity_number(self, entity_id: str) -> int | None:
        """The number of an entity (they stand in the order of their ids); None if unknown."""
        n_entities = len(self.arrays["entity_first_row"]) - 1
        at = bisect_left(range(n_entities), entity_id, key=self.entity_id)
        return at if at < n_entities and self.entity_id(at) == entity_id else None

    def schema(self, entity: int) -> str:
        """The most specific schema that any row gives a party."""
        return self.schemata[int(self.arrays["entity_schema"][entity])]

    def name(self, number: int) -> ListedName:
        """One listed name."""
        known = self._names.get(number)
        if known is None:
            known = self._names[number] = self._name(number)
        return known

    def _name(self, number: int) -> ListedName:
        arrays = self.arrays
        start, end = arrays["token_offsets"][number : number + 2].tolist()
        words = arrays["token_word"][start:end].tolist()
        kinds = arrays["token_kind"][start:end].tolist()
        surfaces = arrays["token_surface"][start:end].tolist()
        known = self._tokens
        tokens, weights = [], []
        for key in zip(words, kinds, surfaces, strict=True):
            pair = known.get(key)
            if pair is None:
                pair = known[key] = self._token(*key)
            tokens.append(pair[0])
            weights.append(pair[1])
        row = int(arrays["name_first_row"][number])
        return ListedName(
            number=number,
            entity=int(arrays["name_entity"][number]),
            row=row,
            prop=self.texts[int(arrays["row_prop"][row])],
            value=self.value(row),
            side=Words(tuple(tokens), tuple(weights), int(arrays["name_total"][number])),
        )

    def _token(self, word: int, kind: int, surface: int) -> tuple[Token, int]:
        """A word of a name, and its weight."""
        token = Token(self.words[word], _KINDS[kind], self.words[surface])
        return token, weight_of(token.kind, int(self.arrays["word_weight"][word]))

    def name_rows(self, number: int) -> range:
        """The rows that hold a name: the same kind and value, from several sources or times."""
        first = self.arrays["name_first_row"]
        start = int(first[number])
        entity = int(self.arrays["name_entity"][number])
        if number + 1 < self.n_names and self.arrays["name_entity"][number + 1] == entity:
            return range(start, int(first[number + 1]))
        end = int(self.arrays["entity_first_row"][entity + 1])
        props = {self.texts[int(n)] for n in self.arrays["row_prop"][start : start + 1]}
        stop = start
        value = self.arrays["row_value"][start]
        while (
            stop < end
            and self.arrays["row_value"][stop] == value
            and self.texts[int(self.arrays["row_prop"][stop])] in props
        ):
            stop += 1
        return range(start, stop)

    def names_alive(self, alive: Bools | None) -> npt.NDArray[np.bool_] | None:
        """For each name whether one of its rows is alive; None if all are."""
        if alive is None:
            return None
        rows = alive[self.arrays["row_life"]]
        first = self.arrays["name_first_row"].astype(np.int64)
        if not len(first):
            return np.empty(0, dtype=np.bool_)
        living = np.concatenate([[0], np.cumsum(rows)])
        ends = np.empty_like(first)
        ends[:-1] = first[1:]
        entity = self.arrays["name_entity"]
        last = np.flatnonzero(np.append(entity[1:] != entity[:-1], True))
        for at in last.tolist() if len(last) < 64 else ():
            ends[at] = self.name_rows(at).stop
        if len(last) >= 64:
            ends[last] = self._ends_of_last(last)
        result: npt.NDArray[np.bool_] = living[ends] > living[first]
        return result

    def _ends_of_last(self, last: Array) -> Array:
        """Where the rows of the last name of each party end: at the first row of no name."""
        props = self.arrays["row_prop"]
        kinds = distinct(props)
        names = np.array([self._is_name(int(number)) for number in kinds])
        is_name = names[np.searchsorted(kinds, props)]
        n_names_before = np.concatenate([[0], np.cumsum(is_name)])
        entity = self.arrays["name_entity"][last]
        start = self.arrays["entity_first_row"][entity].astype(np.int64)
        end = self.arrays["entity_first_row"][entity + 1].astype(np.int64)
        ends: Array = start + n_names_before[end] - n_names_before[start]
        return ends

    def _is_name(self, text: int) -> bool:
        return self.texts[text] in NAME_PROPERTIES

    def caption(self, entity: int, alive: Bools | None) -> str:
        """The name to show: the first living one in its plain form, else the first, else the id.

        A list can give a name in a second form (`qualifier`), such as family name first.
        """
        start, end = self.arrays["entity_names"][entity : entity + 2].tolist()
        first: tuple[int, str] | None = None
        for number in range(start, end):
            for row in self.name_rows(number):
                if not self.is_alive(row, alive):
                    continue
                prop = int(self.arrays["row_prop"][row])
                if first is None:
                    first = (prop, self.value(row))
                if prop != first[0]:
                    return first[1]
                if not self.texts[int(self.arrays["row_qualifier"][row])]:
                    return self.value(row)
        return self.entity_id(entity) if first is None else first[1]

    def is_alive(self, row: int, alive: Bools | None) -> bool:
        """True if a row is valid and known."""
        return alive is None or bool(alive[self.arrays["row_life"][row]])

    def births(self, entity: int, alive: Bools | None) -> list[ListedBirth]:
        """The birth dates of a party."""
        arrays = self.arrays
        start, end = arrays["birth_offsets"][entity : entity + 2].tolist()
        return [
            ListedBirth(
                int(arrays["birth_first"][at]),
                int(arrays["birth_last"][at]),
                bool(arrays["birth_approximate"][at]),
                self.value(int(arrays["birth_row"][at])),
            )
            for at in range(start, end)
            if self.is_alive(int(arrays["birth_row"][at]), alive)
        ]

    def countries(self, entity: int, alive: Bools | None) -> dict[str, str]:
        """ISO code (or folded text) -> the country as the record writes it."""
        arrays = self.arrays
        start, end = arrays["country_offsets"][entity : entity + 2].tolist()
        return {
            self._codes[int(arrays["country_code"][at])]: self.value(int(arrays["country_row"][at]))
            for at in range(start, end)
            if self.is_alive(int(arrays["country_row"][at]), alive)
        }

    def entities_born(self, day: int) -> Array:
        """Parties with a birth date on exactly that day (an ordinal), by number."""
        days = self.arrays["birthday"]
        start, end = np.searchsorted(days, np.array([day, day + 1], dtype=days.dtype))
        return self.arrays["birthday_entity"][start:end]

    def identified(self, key: int) -> list[int]:
        """Rows of identifiers with that hash; the caller compares the texts."""
        keys = self.arrays["identifier_key"]
        wanted = np.uint64(key)
        start = int(np.searchsorted(keys, wanted, side="left"))
        end = int(np.searchsorted(keys, wanted, side="right"))
        rows: list[int] = self.arrays["identifier_row"][start:end].tolist()
        return rows
