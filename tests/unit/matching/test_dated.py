"""The engine at one moment: who is alive answers, and one party answers once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from interdict.matching import Index, compile_index
from interdict.matching.dated import DatedMatcher
from interdict.matching.history import History, compile_history
from interdict.matching.history_view import HistoryView
from interdict.model.dates import end_of_day
from interdict.model.match import Match, Party
from interdict.model.source import Edition, EditionPart
from interdict.model.statement import Statement
from interdict.store.base import Judgement, Moment, PartContent
from interdict.store.memory import MemoryStore


def said(dataset: str, record: str, name: str) -> Statement:
    return Statement(dataset, f"{dataset}-{record}", "Person", "name", name, record_id=record)


@pytest.fixture(scope="module")
def record() -> MemoryStore:
    """Two lists that name one person, who leaves one of them; a judgement joins the two ids."""
    store = MemoryStore(lambda: datetime(2020, 1, 1, tzinfo=UTC))
    editions = [
        ("alfa", 1, [said("alfa", "1", "Bruna Tallis"), said("alfa", "2", "Odile Moreau")]),
        ("bravo", 1, [said("bravo", "9", "Bruna Talis")]),
        ("alfa", 2, [said("alfa", "2", "Odile Moreau")]),
    ]
    for dataset, day, rows in editions:
        part = EditionPart("entries", "list.csv", f"{dataset}{day}", len(rows), len(rows))
        content = PartContent(part, [(s, n) for n, s in enumerate(rows, start=1)])
        with store.write("list load", dataset) as writer:
            writer.add_edition(Edition(dataset, end_of_day(date(2020, 1, day))), [content])
    with store.write("judge", "") as writer:
        writer.add_judgement(Judgement("alfa-1", "bravo-9", True, "R", "one person"))
    return store


def matcher(record: MemoryStore, day: int, held_at: int = 4) -> DatedMatcher:
    """On a day of January."""
    compiled = compile_history(record.sweep(), frozenset())
    history = History(compiled.arrays, json.loads(json.dumps(compiled.facts)))
    on = date(2020, 1, day)
    view = HistoryView(history, Moment(on, end_of_day(on), held_at))
    return DatedMatcher(Index(compile_index(compiled.rows)), view)


def ask(engine: DatedMatcher, name: str) -> list[Match]:
    """All matches of a name."""
    return engine.search(Party((name,)), threshold=6_000, limit=5)


def test_joined_ids_answer_once_under_the_canonical_one(record: MemoryStore) -> None:
    """With the better of the two names."""
    (match,) = ask(matcher(record, 1), "Bruna Tallis")
    assert (match.entity_id, match.name, match.caption) == (
        "alfa-1",
        "Bruna Tallis",
        "Bruna Talis",
    )
    assert match.statement == said("alfa", "1", "Bruna Tallis")


def test_before_the_judgement_they_are_two(record: MemoryStore) -> None:
    """What the record held then counts."""
    found = ask(matcher(record, 1, held_at=3), "Bruna Tallis")
    assert [match.entity_id for match in found] == ["alfa-1", "bravo-9"]


def test_who_has_left_a_list_answers_from_the_other(record: MemoryStore) -> None:
    """The name that no longer holds takes no part."""
    (match,) = ask(matcher(record, 2), "Bruna Tallis")
    assert (match.entity_id, match.name) == ("alfa-1", "Bruna Talis")
    assert match.presence is not None
    assert match.presence.holds


@pytest.mark.parametrize("day", [1, 2])
def test_many_are_answered_as_one_by_one(record: MemoryStore, day: int) -> None:
    """To the last part of a score."""
    engine = matcher(record, day)
    parties = [Party((name,)) for name in ("Bruna Tallis", "Mira Solberg", "Odile Moreau")]
    alone = [engine.search(party, threshold=6_000, limit=5) for party in parties]
    assert list(engine.search_many(parties, threshold=6_000, limit=5)) == alone
    assert [len(found) for found in alone] == [1, 0, 1]


def test_what_one_id_says_of_births_counts_for_all_of_its_party() -> None:
    """A name without a birth date does not shield a joined party from the date that another has."""
    store = MemoryStore(lambda: datetime(2020, 1, 1, tzinfo=UTC))
    born = Statement("alfa", "alfa-1", "Person", "birthDate", "1962-11-23", record_id="1")
    rows = {
        "alfa": [said("alfa", "1", "Bruna Tallis Ferro"), born],
        "bravo": [said("bravo", "9", "Bruna Tallis Ferro")],
    }
    for dataset, statements in rows.items():
        part = EditionPart("entries", "list.csv", dataset, 1, 1)
        with store.write("list load", dataset) as writer:
            edition = Edition(dataset, end_of_day(date(2020, 1, 1)))
            writer.add_edition(edition, [PartContent(part, [(s, 1) for s in statements])])
    with store.write("judge", "") as writer:
        writer.add_judgement(Judgement("alfa-1", "bravo-9", True, "R", "one person"))
    other = Party(("Bruna Tallis Ferro",), birth_date="1987-03-02")
    joined = matcher(store, 1, held_at=3).search(other, threshold=1, limit=5)
    apart = matcher(store, 1, held_at=2).search(other, threshold=1, limit=5)
    assert [match.entity_id for match in apart] == ["bravo-9", "alfa-1"]
    assert [match.score for match in joined] == [apart[1].score]
