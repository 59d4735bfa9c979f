"""What `meeting.meet` is given: an index, asked words and rules as plain arrays and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from interdict.matching import kept, runs
from interdict.matching.arrays import Array, Bools, spread
from interdict.matching.asked_columns import AskedColumns
from interdict.matching.best_links import MOST_LINKS
from interdict.matching.candidates import FREQUENT, Pair
from interdict.matching.compiled.arguments import Asked, Joins, Listed, Room, Rules, Words
from interdict.matching.compiled.fixed import fixed, written
from interdict.matching.compiled.meeting import meet
from interdict.matching.compiling import MAX_TOKENS, letter_bit
from interdict.matching.index import Index
from interdict.matching.joined import SHORTEST
from interdict.matching.lookup import MAX_WORD, Lookup, Question
from interdict.matching.one_asked import Asked as OneAsked
from interdict.matching.run_tables import PLACE_BITS
from interdict.matching.scoring import NAME_CEILING
from interdict.matching.similarity import EQUAL, INITIAL, JOINED
from interdict.matching.weights import HEAVIEST, INITIAL_WEIGHT, LIGHT_WEIGHT
from interdict.matching.word_columns import UNLISTED
from interdict.text.names import Kind

_DEARER = 4
"""How many times the names of all others a frequent word leads to before it is left out: to follow
a word to a name takes a fifth of the time of looking up all words of that name."""

RULES = Rules(
    equal=EQUAL,
    initial=INITIAL,
    joined=JOINED,
    heaviest=HEAVIEST,
    ceiling=NAME_CEILING,
    full=kept.FULL,
    contradiction=kept.CONTRADICTION,
    inexact=kept.INEXACT,
    inexact_in_part=kept.INEXACT_IN_PART,
    rare=kept.RARE,
    common=kept.COMMON,
    own_name=kept.OWN_NAME,
    turned=kept.TURNED,
    turned_in_part=kept.TURNED_IN_PART,
    frequent=FREQUENT,
    dearer=_DEARER,
    name_kind=int(Kind.NAME),
    particle_kind=int(Kind.PARTICLE),
    longest_run=runs.LONGEST_RUN,
    longest_whole=runs.LONGEST_WHOLE,
    most_words=MAX_TOKENS,
    most_links=MOST_LINKS,
    unlisted=UNLISTED,
    place_bits=PLACE_BITS,
    shortest_text=SHORTEST,
    longest_text=MAX_WORD,
    lowest_letter=runs.LOWEST_LETTER,
    shortest_bones=runs.SHORTEST_BONES,
    run_edit_cost=runs.EDIT_COST,
    least_joined=runs.LEAST,
)


class Meetings:
    """The pairs of questions and listed names of one index that may reach the score needed.

    For one thread at a time.
    """

    def __init__(self, index: Index, lookup: Lookup) -> None:
        arrays = index.arrays
        letters = np.array([letter_bit(chr(at)) for at in range(256)], dtype=np.int64)
        begins = arrays["word_bytes"][arrays["word_offsets"][:-1]]
        named = {field: arrays[field] for field in Listed._fields if field in arrays.arrays}
        self._listed = Listed(
            **{name: fixed(array) for name, array in named.items()},
            names=_names(arrays.arrays),
            initials=fixed(arrays["name_initials"]),
            tokens=_tokens(arrays.arrays),
            letters=letters[begins],
        )
        self._joins = Joins(
            **{name: fixed(arrays[name]) for name in Joins._fields if name in arrays.arrays},
            levelled=runs.LEVELLED,
            assimilating=runs.ASSIMILATING,
            powers=runs.POWERS,
            bdl=np.frombuffer(b"bdl", dtype=np.uint8),
        )
        n_names, n_words = index.n_names, len(index.words)
        self._room = Room(
            met=np.zeros(n_names, dtype=np.int64),
            has_run=np.zeros(n_names, dtype=np.bool_),
            is_born=np.zeros(n_names, dtype=np.bool_),
            head=np.zeros(n_words, dtype=np.int32),
            touched=np.empty(n_names, dtype=np.int64),
        )
        self._entity_names = arrays["entity_names"].astype(np.int64)
        self._n_schemata = len(index.schemata)
        self._lookup = lookup

    def find(
        self, questions: Sequence[Question], columns: AskedColumns, living: Bools | None
    ) -> list[list[Pair]]:
        """For each question the listed names that it has to be compared with."""
        kinds, fits = self._kinds(questions)
        found: list[list[Pair]] = [[] for _ in questions]
        for at, pair in self._met(self._asked(questions, columns, fits), kinds, living):
            found[at].append(pair)
        return found

    def find_one(self, asked: OneAsked, living: Bools | None) -> list[Pair]:
        """`find` for one question alone."""
        kinds, fits = self._kinds([asked.question])
        return [pair for _, pair in self._met(self._asked_one(asked, fits), kinds, living)]

    def _met(self, asked: Asked, kinds: Array, living: Bools | None) -> Iterator[tuple[int, Pair]]:
        """The pairs that may reach the score needed, each with the place of its question."""
        known = self._lookup.columns
        words = Words(*(getattr(known, field) for field in Words._fields))
        everybody = np.empty(0, dtype=np.bool_) if living is None else living
        listed, joins = self._listed, self._joins
        rows = meet(asked, words, listed, joins, kinds, fixed(everybody), self._room, RULES)
        for at, name, bound, has_run in zip(*rows.tolist(), strict=True):
            yield int(at), Pair(int(name), bool(has_run), int(bound))

    def _asked_one(self, asked: OneAsked, fits: Array) -> Asked:
        words, tokens = asked.words, asked.question.name.tokens
        slots = np.array([word.slot for word in words], dtype=np.int64)
        text, text_offsets = written([token.text for token in tokens])
        surface, surface_offsets = written([token.surface for token in tokens])
        born, born_offsets = self._born([asked.question])
        slacks = np.full((1, MAX_TOKENS + 1), asked.slack, dtype=np.int64)
        slacks[0, : len(asked.slack_by_words)] = asked.slack_by_words
        return Asked(
            first=np.zeros(1, dtype=np.int64),
            n_words=np.array([len(words)]),
            word=slots,
            weight=np.array([word.weight for word in words]),
            kind=np.array([word.kind for word in words]),
            letter=np.array([word.letter for word in words]),
            called=self._lookup.columns.is_called[slots],
            text=text,
            text_offsets=text_offsets,
            surface=surface,
            surface_offsets=surface_offsets,
            total=np.array([asked.total]),
            slack=np.array([asked.slack]),
            initials=np.array([asked.n_initials]),
            n_names=np.array([asked.n_names]),
            letters=np.array([asked.letters], dtype=np.uint32),
            is_plain=np.array([asked.is_plain]),
            needed=np.array([float(asked.question.needed)]),
            single_keeps=np.array([asked.single_keeps]),
            share_needed=np.array([asked.share_needed]),
            share_needed_alone=np.array([asked.share_needed_alone]),
            slack_by_words=slacks,
            fits=fits,
            born=born,
            born_offsets=born_offsets,
            born_needed=np.array([float(asked.question.day_needed)]),
        )

    def _asked(self, questions: Sequence[Question], columns: AskedColumns, fits: Array) -> Asked:
        tokens = [token for question in questions for token in question.name.tokens]
        text, text_offsets = written([token.text for token in tokens])
        surface, surface_offsets = written([token.surface for token in tokens])
        born, born_offsets = self._born(questions)
        named = {
            field: getattr(columns, field)
            for field in Asked._fields
            if field in AskedColumns.__slots__
        }
        return Asked(
            **named,
            kind=columns.words.kind[columns.word],
            letter=columns.words.letter[columns.word],
            called=columns.words.is_called[columns.word],
            text=text,
            text_offsets=text_offsets,
            surface=surface,
            surface_offsets=surface_offsets,
            fits=fits,
            born=born,
            born_offsets=born_offsets,
            born_needed=np.array([q.day_needed for q in questions], dtype=np.float64),
        )

    def _born(self, questions: Sequence[Question]) -> tuple[Array, Array]:
        """The names of parties born on the day that each question asks about."""
        counts = [len(question.same_day) for question in questions]
        if not any(counts):
            return np.empty(0, dtype=np.int64), np.zeros(len(questions) + 1, dtype=np.int64)
        entity = np.concatenate([question.same_day for question in questions]).astype(np.int64)
        of = np.repeat(np.arange(len(questions)), counts)
        names, which = spread(self._entity_names[entity], self._entity_names[entity + 1])
        return names, np.searchsorted(of[which], np.arange(len(questions) + 1))

    def _kinds(self, questions: Sequence[Question]) -> tuple[Array, Array]:
        """For each distinct table of kinds a row, and the row of each question."""
        rows: dict[int, int] = {}
        tables: list[Bools] = []
        for question in questions:
            if id(question.fitting) not in rows:
                rows[id(question.fitting)] = len(tables)
                everything = np.ones(self._n_schemata, dtype=np.bool_)
                tables.append(everything if question.fitting is None else question.fitting)
        fits = np.array([rows[id(question.fitting)] for question in questions], dtype=np.int64)
        return np.stack(tables), fits


def _names(arrays: Mapping[str, Array]) -> Array:
    """`Listed.names`."""
    offsets = arrays["token_offsets"].astype(np.int64)
    columns = (
        offsets[:-1],
        np.diff(offsets),
        arrays["name_total"],
        arrays["entity_schema"][arrays["name_entity"]],
    )
    return np.stack(columns, axis=1).astype(np.int32)


def _tokens(arrays: Mapping[str, Array]) -> Array:
    """`Listed.tokens`."""
    word = arrays["token_word"].astype(np.int64)
    kind = arrays["token_kind"]
    weight = np.where(kind == Kind.NAME, arrays["word_weight"][word], INITIAL_WEIGHT)
    weight = np.where(kind >= Kind.PARTICLE, LIGHT_WEIGHT, weight)
    columns = word, kind, weight, arrays["word_is_business"][word]
    return np.stack(columns, axis=1).astype(np.int32)
