"""The engine behind the seam: words, their rarity, an alignment with stated costs, evidence.

1. The words of all asked names are looked up, and lead to the listed names whose score may
   reach the threshold (`candidates`).
2. Those are aligned word by word (`align`) and scored (`scoring`).
3. Birth date and countries add or take away (`evidence`); a strong identifier decides.

Guarantee: the answer is that of scoring every listed name, as far as `candidates` reaches (its
guarantee is in its words); `search_many` gives exactly the answers of `search`, one by one.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter

import numpy as np

from interdict.errors import InvalidInput
from interdict.matching import compiled
from interdict.matching.align import align
from interdict.matching.arrays import Array, Bools, IndexRow, hashed
from interdict.matching.asked import AskedName, AskedParty, read
from interdict.matching.base import FULL_SCORE, check_asked
from interdict.matching.candidates import Pair, candidates
from interdict.matching.clearing import clearings
from interdict.matching.compiling import identifier_of
from interdict.matching.evidence import (
    Verdict,
    birth_verdict,
    country_verdict,
    is_strong,
    schemata_fit,
)
from interdict.matching.found import (
    SUPPORT_CLOSES,
    Found,
    Identified,
    match_parts,
    reached,
    scored,
)
from interdict.matching.index import Index, ListedBirth
from interdict.matching.long_names import names_ending, without_tails
from interdict.matching.lookup import Lookup, Question
from interdict.matching.needed import needed_of
from interdict.matching.one_name import candidates_of_one, fitting
from interdict.matching.rereading import reread
from interdict.matching.scoring import closed, totalled
from interdict.matching.vocabulary import Vocabulary
from interdict.model.entity import Held
from interdict.model.match import Match, Party

CHUNK = 4_096
"""Parties of a batch that are looked at together."""

FEW = 4
"""Asked names up to which each is looked at by itself."""

_NOBODY = np.empty(0, dtype=np.uint32)

Resolve = Callable[[IndexRow], Held]
"""Gives the statement of the record, with its presence, that a row of the index stands for."""


class TokenMatcher:
    """Searches one index. Safe for one thread at a time; the index may be shared.

    Args:
        index: the compiled names.
        weak_aliases: True counts weak aliases as if they were strong.
        equivalents: False leaves out the equivalent words learned from the lists.
        resolve: gives the statement of the record for a row of the index; None: `Index.held`.
        kin: for entities that are one party with others, the numbers of all of them: what any
            of them says of births and countries is said of the party.
    """

    NAME = "tokens"
    VERSION = "15"

    def __init__(
        self,
        index: Index,
        *,
        weak_aliases: bool = False,
        equivalents: bool = True,
        resolve: Resolve | None = None,
        kin: Mapping[int, Sequence[int]] | None = None,
    ) -> None:
        self._index = index
        self._kin = kin or {}
        self._weak_aliases = weak_aliases
        self._resolve = resolve or index.held
        vocabulary = Vocabulary(index.words, index.arrays.arrays, equivalents=equivalents)
        self._lookup = Lookup(index, vocabulary)
        self._fitting: dict[str, Bools] = {}
        self._n_asked = 0
        self._living: tuple[Bools | None, Bools | None] = None, None
        if weak_aliases:
            self.VERSION += "+weak_aliases"
        if not equivalents:
            self.VERSION += "-equivalents"

    def search(
        self, party: Party, *, threshold: int, limit: int, alive: Bools | None = None
    ) -> list[Match]:
        """See `Matcher.search`."""
        check_asked(threshold, limit)
        return self._search([read(party)], threshold, limit, alive)[0]

    def search_many(
        self,
        parties: Iterable[Party],
        *,
        threshold: int,
        limit: int,
        alive: Bools | None = None,
    ) -> Iterator[list[Match]]:
        """See `Matcher.search_many`; memory does not grow with the number of parties."""
        check_asked(threshold, limit)
        waiting = iter(parties)
        while chunk := list(islice(waiting, CHUNK)):
            self._n_asked += len(chunk)
            compiled.load_if_worth(self._n_asked)
            asked: list[AskedParty] = []
            refused: InvalidInput | None = None
            for party in chunk:
                try:
                    asked.append(read(party))
                except InvalidInput as error:
                    refused = error
                    break
            yield from self._search(asked, threshold, limit, alive)
            if refused is not None:
                raise refused

    def n_candidates(self, party: Party, *, threshold: int) -> int:
        """How many listed names a party is compared with word by word."""
        asked = [reread(read(party), self._lookup)]
        return sum(len(rows) for rows in self._compared(asked, threshold, None)[1])

    def _search(
        self, parties: Sequence[AskedParty], threshold: int, limit: int, alive: Bools | None
    ) -> list[list[Match]]:
        parties = [reread(party, self._lookup) for party in parties]
        questions, names = self._compared(parties, threshold, alive)
        answers: list[list[Match]] = []
        at = 0
        for asked in parties:
            end = at + len(asked.names)
            if not asked.identifiers and not any(names[at:end]):
                answers.append([])  # most parties of most files
                at = end
                continue
            is_bare = not (asked.birth or asked.countries or asked.identifiers)
            enough = limit if is_bare and end - at == 1 else None
            found: dict[int, Found] = {}
            for place in range(at, end):
                self._score_names(questions[place].name, names[place], found, enough)
            at = end
            identified = self._identified(asked, alive) if asked.identifiers else {}
            answers.append(self._matches(asked, found, identified, threshold, limit, alive))
        return answers

    def _compared(
        self, parties: Sequence[AskedParty], threshold: int, alive: Bools | None
    ) -> tuple[list[Question], list[list[Pair]]]:
        """All asked names of the parties, and the listed names each is to be aligned with."""
        slots = self._lookup.prepare([name for asked in parties for name in asked.names])
        questions = []
        for asked in parties:
            needed, day_needed = needed_of(asked, threshold)
            day = asked.birth.day if asked.birth else 0
            same_day = self._index.entities_born(day) if day else _NOBODY
            fitting = self._kinds_fitting(asked.schema)
            for name in asked.names:
                questions.append(Question(name, needed, fitting, same_day, day_needed))
        living = self._names(alive)
        if len(questions) <= FEW:
            found = self._one_by_one(questions, slots, living)
        else:
            found = candidates(self._index, self._lookup, questions, slots, living)
        for question, pairs in zip(questions, found, strict=True):
            if question.name.tail:
                self._add_long(question, pairs, living)
        return questions, found

    def _add_long(self, question: Question, pairs: list[Pair], living: Bools | None) -> None:
        """Adds the listed names that end as the asked one does, whatever their bound is."""
        numbers = np.array(names_ending(self._index, question.name.tail), dtype=np.int64)
        numbers = numbers[fitting(self._index, question, numbers, living)]
        ending = set(numbers.tolist())
        pairs[:] = [pair for pair in pairs if pair.name not in ending]
        pairs += [Pair(number, True, FULL_SCORE) for number in sorted(ending)]

    def _one_by_one(
        self, questions: Sequence[Question], slots: Sequence[int], living: Bools | None
    ) -> list[list[Pair]]:
        """The candidates of a few questions."""
        found = []
        at = 0
        for question in questions:
            of_question = slots[at : at + len(question.name.tokens)]
            at += len(of_question)
            pairs = candidates_of_one(self._index, self._lookup, question, of_question, living)
            if pairs is None:
                (pairs,) = candidates(self._index, self._lookup, [question], of_question, living)
            found.append(pairs)
        return found

    def _names(self, alive: Bools | None) -> Array | None:
        """Which names are alive; remembered for the classes last asked about."""
        if self._living[0] is not alive:
            self._living = alive, self._index.names_alive(alive)
        return self._living[1]

    def _kinds_fitting(self, schema: str | None) -> Bools | None:
        """For each schema of the index whether a party asked about as `schema` can be one."""
        if schema is None:
            return None
        fitting = self._fitting.get(schema)
        if fitting is None:
            schemata = [self._index.schemata[at] for at in range(len(self._index.schemata))]
            fitting = np.array([schemata_fit(schema, one) for one in schemata], dtype=np.bool_)
            self._fitting[schema] = fitting
        return fitting

    def _score_names(
        self, name: AskedName, pairs: list[Pair], found: dict[int, Found], enough: int | None
    ) -> None:
        """Aligns an asked name with listed ones; keeps the best of each party.

        Names that cannot change the answer are passed over: those whose bound is below the score
        of another name of their party, and, if nothing but names counts, those of parties that
        cannot be among the best.

        Args:
            enough: so many parties are answered with; None if what is beside the name counts.
        """
        if not pairs:
            return
        asked = self._lookup.weighted(name)
        similar = self._lookup.heard if name.by_sound else self._lookup.similar
        ending = set(names_ending(self._index, name.tail))
        scores = {entity: one.score for entity, one in found.items()}
        best: list[int] = []
        aligned: list[tuple[int, Found]] = []
        for number, joined, bound in sorted(pairs, key=_highest_first):
            listed = self._index.name(number)
            before = scores.get(listed.entity)
            weak = self._counts_weak(listed.prop)
            if not weak and before is not None and bound < before:
                continue
            if enough is not None and len(best) >= enough and _with_support(bound) < best[0]:
                break
            side = asked
            if number in ending:
                side, listed = without_tails(asked, listed)
            alignment = align(side, listed.side, similar, runs=joined)
            if not alignment.links:
                continue
            one = scored(name.text, side, listed, alignment, weak=weak)
            aligned.append((number, one))
            scores[listed.entity] = one.score if before is None else max(before, one.score)
            if enough is not None and before is None:
                insort(best, reached(one, [], None))
                del best[: max(0, len(best) - enough)]
        for _, one in sorted(aligned, key=itemgetter(0)):
            entity = one.listed.entity
            first = found.get(entity)
            found[entity] = one if first is None else first.joined_with(one)

    def _counts_weak(self, prop: str) -> bool:
        return prop == "weakAlias" and not self._weak_aliases

    def _identified(self, asked: AskedParty, alive: Bools | None) -> dict[int, Identified]:
        """Parties that hold an identifier of the query.

        The kind of party does not matter here: a wallet address may be asked about as a person.
        """
        hits: dict[int, Identified] = {}
        for key, given in asked.identifiers.items():
            for at in self._index.identified(hashed(key)):
                row = self._index.row(at)
                if identifier_of(row.prop, row.value) != key:
                    continue
                if not self._index.is_alive(at, alive):
                    continue
                one = Identified(row, given, is_strong(key, row.prop))
                entity = self._index.entity_of(at)
                if entity not in hits or (one.is_strong and not hits[entity].is_strong):
                    hits[entity] = one
        return hits

    def _matches(
        self,
        asked: AskedParty,
        found: dict[int, Found],
        identified: dict[int, Identified],
        threshold: int,
        limit: int,
        alive: Bools | None,
    ) -> list[Match]:
        """The answer of one party: scores of all, then matches of the best."""
        if not found and not identified:
            return []
        by_anybody, by_birthday = needed_of(asked, threshold)
        least = by_birthday if asked.birth else by_anybody
        enough: list[tuple[int, str, int, list[Verdict]]] = []
        for entity in found.keys() | identified.keys():
            one, number = found.get(entity), identified.get(entity)
            if number is None and (one is None or one.score < least):
                continue  # nothing that agrees beside the name can lift it to the threshold
            if one is None and number is not None and not number.is_strong:
                continue  # a number that many may share does not make a match
            verdicts = self._verdicts(asked, entity, alive)
            score = reached(one, verdicts, number)
            if score >= threshold:
                enough.append((-score, self._index.entity_id(entity), entity, verdicts))
        enough.sort(key=lambda item: item[:2])
        return [
            self._match(asked, entity, verdicts, found.get(entity), identified.get(entity), alive)
            for _, _, entity, verdicts in enough[:limit]
        ]

    def _verdicts(self, asked: AskedParty, entity: int, alive: Bools | None) -> list[Verdict]:
        """What birth and countries say of a party."""
        verdicts = []
        if asked.birth:
            verdicts.append(birth_verdict(asked.birth, self._births(entity, alive)))
        if asked.countries:
            verdicts.append(country_verdict(asked.countries, self._countries(entity, alive)))
        return [verdict for verdict in verdicts if verdict is not None]

    def _births(self, entity: int, alive: Bools | None) -> list[ListedBirth]:
        kin = self._kin.get(entity, (entity,))
        return [birth for one in kin for birth in self._index.births(one, alive)]

    def _countries(self, entity: int, alive: Bools | None) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in self._kin.get(entity, (entity,)):
            found |= self._index.countries(one, alive)
        return found

    def _match(
        self,
        asked: AskedParty,
        entity: int,
        verdicts: list[Verdict],
        found: Found | None,
        identified: Identified | None,
        alive: Bools | None,
    ) -> Match:
        caption = self._index.caption(entity, alive)
        if found is not None:
            rows = self._index.name_rows(found.listed.number)
            living = next((at for at in rows if self._index.is_alive(at, alive)), rows[0])
            row = self._index.row(living)
            name, kind = row.value, row.prop
        elif identified is not None:
            row, name, kind = identified.row, caption, "identifier"
        else:  # pragma: no cover - a match rests on one of both
            raise AssertionError("a match without a name or an identifier")
        held = self._resolve(row)
        score, parts = totalled(match_parts(found, verdicts, identified))
        schema = self._index.schema(entity)
        return Match(
            entity_id=row.entity_id,
            schema=schema,
            caption=caption,
            score=score,
            parts=parts,
            name=name,
            name_kind=kind,
            statement=held.statement,
            presence=held.presence,
            clearing=clearings(
                found,
                verdicts,
                identified,
                self._births(entity, alive),
                self._countries(entity, alive),
                schema if asked.schema is None else None,
            ),
        )


def _highest_first(pair: Pair) -> tuple[int, int]:
    return -pair.bound, pair.name


def _with_support(bound: int) -> int:
    """The most that a party can have whose names score no more than that."""
    return bound + closed(bound, SUPPORT_CLOSES)
