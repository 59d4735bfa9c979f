"""The behaviour of every store: one suite over the oracle and the SQL stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from interdict.errors import InvalidInput, NotFound
from interdict.model.claim import Claim
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.source import (
    Block,
    Document,
    DocumentKind,
    Edition,
    EditionPart,
    Segment,
    Signal,
)
from interdict.model.statement import Statement
from interdict.store.base import Confirmation, Judgement, PartContent, Resolution, Store
from interdict.store.memory import MemoryStore
from interdict.store.sql import SqlStore

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by an hour whenever it is read."""
    at = NOW

    def tick() -> datetime:
        nonlocal at
        at += timedelta(hours=1)
        return at

    return tick


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, empty."""
    made: Store
    if request.param == "memory":
        made = MemoryStore(ticking())
    else:
        made = SqlStore.at(tmp_path / "record.sqlite", ticking())
    yield made
    made.close()


def said(record: str, prop: str, value: str, schema: str = "Organization") -> Statement:
    return Statement("mylist", f"mylist-{record}", schema, prop, value, record_id=record)


def content(part: str, *statements: Statement, sha: str = "") -> PartContent:
    """A file of an edition; statements stand on lines 1, 2, 3 ..."""
    records = {s.record_id for s in statements}
    described = EditionPart(
        part, f"{part}.csv", sha or f"{part}{hash(statements)}", len(statements), len(records)
    )
    return PartContent(described, [(s, line) for line, s in enumerate(statements, start=1)])


def load(store: Store, day: str, *parts: PartContent) -> int:
    """Loads an edition of a day; returns the statements it added."""
    with store.write("list load", day) as writer:
        edition = Edition.dated("mylist", date.fromisoformat(day))
        return writer.add_edition(edition, parts).statements


def view(store: Store, as_of: str, known: str = "2030-01-01", held: int | None = None):  # type: ignore[no-untyped-def]
    return store.view(
        as_of=date.fromisoformat(as_of),
        known_at=end_of_day(date.fromisoformat(known)),
        held_at=held,
    )


ALFA = said("1", "name", "Alfa Front")
BRAVO = said("2", "name", "Bravo Brigade")
BRAVO_ALIAS = said("2", "alias", "The Second Brigade")


def article(name: str, published: str | None, text: str = "Some words.") -> Document:
    return Document(
        sha256=(name * 64)[:64],
        file_name=f"{name}.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
    )


def claimed(document: Document, subject: str = "doc-x", kind: str = "alias") -> Claim:
    return Claim(
        doc=document.file_name,
        kind=kind,
        start=0,
        end=4,
        quote=document.raw[:4],
        rule="test",
        subject="X",
        subject_id=subject,
        document_id=document.sha256,
    )


class TestEditions:
    """Statements of lists hold between the editions that hold them."""

    def test_answers_from_the_latest_edition_on_or_before_the_date(self, store: Store) -> None:
        """A date between two editions is answered by the earlier one, with both bounds."""
        load(store, "2020-01-10", content("entries", ALFA, BRAVO))
        load(store, "2020-03-10", content("entries", BRAVO))
        entity = view(store, "2020-02-01").entity("mylist-1")
        assert entity is not None
        presence = entity.held[0].presence
        assert presence is not None
        assert str(presence.edition) == "2020-01-10"
        assert str(presence.last_seen) == "2020-01-10"
        assert str(presence.absent_after) == "2020-03-10"
        assert presence.line == 1
        assert view(store, "2020-03-10").entity("mylist-1") is None

    def test_an_edition_counts_on_its_own_day(self, store: Store) -> None:
        """An edition dated by day alone answers for that day."""
        load(store, "2020-01-10", content("entries", ALFA))
        assert view(store, "2020-01-10").entity("mylist-1") is not None
        assert view(store, "2020-01-09").entity("mylist-1") is None

    def test_what_ended_and_came_back_has_two_runs(self, store: Store) -> None:
        """Bounds are those of the run of editions around the date."""
        for day, rows in (
            ("2018-01-01", (ALFA, BRAVO)),
            ("2019-01-01", (ALFA, BRAVO)),
            ("2025-01-01", (BRAVO,)),
            ("2026-01-01", (ALFA, BRAVO)),
        ):
            load(store, day, content("entries", *rows))
        gone = view(store, "2025-06-01").history("mylist-1")[0].presence
        assert gone is not None
        assert not gone.holds
        assert [str(d) for d in (gone.first_seen, gone.last_seen, gone.absent_after)] == [
            "2018-01-01",
            "2019-01-01",
            "2025-01-01",
        ]
        assert str(gone.seen_again) == "2026-01-01"
        back = view(store, "2026-02-01").history("mylist-1")[0].presence
        assert back is not None
        assert back.holds
        assert (str(back.first_seen), str(back.absent_before)) == ("2026-01-01", "2025-01-01")

    @pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
    def test_the_order_of_loading_does_not_matter(
        self, store: Store, order: tuple[int, ...]
    ) -> None:
        """Editions loaded in any order give the same answers, lines and bounds included."""
        editions = [
            ("2018-01-01", (ALFA, BRAVO)),
            ("2019-01-01", (BRAVO,)),
            ("2020-01-01", (BRAVO, BRAVO_ALIAS)),
            ("2021-01-01", (ALFA, BRAVO)),
        ]
        for at in order:
            load(store, editions[at][0], content("entries", *editions[at][1]))
        oracle = MemoryStore(ticking())
        for day, rows in editions:
            load(oracle, day, content("entries", *rows))
        for day in ("2017-01-01", "2018-06-01", "2019-06-01", "2020-06-01", "2021-06-01"):
            assert list(view(store, day).entities()) == list(view(oracle, day).entities())
            for entity_id in ("mylist-1", "mylist-2"):
                got = view(store, day).history(entity_id)
                assert got == view(oracle, day).history(entity_id)

    def test_loading_again_adds_nothing(self, store: Store) -> None:
        """The same file a second time adds no statement, no edition and no transaction."""
        part = content("entries", ALFA, BRAVO)
        assert load(store, "2020-01-10", part) == 2
        before = store.transactions()
        assert load(store, "2020-01-10", part) == 0
        assert store.transactions() == before

    def test_a_missing_file_neither_asserts_nor_ends(self, store: Store) -> None:
        """An edition without its alias file leaves aliases as they were."""
        load(store, "2020-01-10", content("entries", BRAVO), content("aliases", BRAVO_ALIAS))
        load(store, "2020-02-10", content("entries", BRAVO))
        entity = view(store, "2020-03-01").entity("mylist-2")
        assert entity is not None
        assert entity.get("alias") == ["The Second Brigade"]

    def test_rows_without_their_entry_are_never_parties(self, store: Store) -> None:
        """An alias whose entry is not on the list is held aside until the entry comes."""
        load(store, "2020-01-10", content("entries", ALFA), content("aliases", BRAVO_ALIAS))
        assert view(store, "2020-01-10").entity("mylist-2") is None
        assert [e.id for e in view(store, "2020-01-10").entities()] == ["mylist-1"]
        load(store, "2020-01-11", content("entries", ALFA, BRAVO))
        entity = view(store, "2020-01-11").entity("mylist-2")
        assert entity is not None
        assert entity.get("alias") == ["The Second Brigade"]

    def test_another_file_for_the_same_part_of_an_edition_is_refused(self, store: Store) -> None:
        """Two different files cannot be the same part of one edition; nothing is written."""
        load(store, "2020-01-10", content("entries", ALFA))
        before = store.transactions()
        with pytest.raises(InvalidInput, match="held already with another"):
            load(store, "2020-01-10", content("entries", BRAVO))
        assert store.transactions() == before
        assert view(store, "2020-01-10").entity("mylist-2") is None

    def test_known_at_hides_later_editions(self, store: Store) -> None:
        """What was published later was not known, and sets no bound."""
        load(store, "2020-01-10", content("entries", ALFA))
        load(store, "2020-03-10", content("entries", BRAVO))
        seen = view(store, "2020-04-01", known="2020-02-01").entity("mylist-1")
        assert seen is not None
        assert seen.held[0].presence is not None
        assert seen.held[0].presence.absent_after is None
        assert view(store, "2020-04-01").entity("mylist-1") is None

    def test_held_at_hides_later_loads(self, store: Store) -> None:
        """An edition loaded late does not change what was held before."""
        load(store, "2020-03-10", content("entries", BRAVO))
        load(store, "2020-01-10", content("entries", ALFA))
        assert view(store, "2020-02-01", held=1).entity("mylist-1") is None
        assert view(store, "2020-02-01", held=2).entity("mylist-1") is not None

    def test_coverage_says_what_answers_and_what_does_not(self, store: Store) -> None:
        """A date before the first edition, and a dataset not loaded, are not covered."""
        load(store, "2020-01-10", content("entries", ALFA))
        load(store, "2020-03-10", content("entries", ALFA))
        assert view(store, "2019-12-31").coverage("mylist").status == "before_first_edition"
        assert view(store, "2019-12-31").coverage("other").status == "not_loaded"
        covered = view(store, "2020-02-01").coverage("mylist")
        assert covered.status == "covered"
        assert (str(covered.edition), str(covered.next_edition)) == ("2020-01-10", "2020-03-10")

    def test_signals_are_kept(self, store: Store) -> None:
        """Drift and rows held aside stay with the edition."""
        signal = Signal("drift", "Favourite colour", "blue", 7, 3)
        part = EditionPart("entries", "entries.csv", "s1", 1, 1, signals=(signal,))
        load(store, "2020-01-10", PartContent(part, [(ALFA, 1)]))
        held = view(store, "2020-01-10").editions("mylist")
        assert held[0].edition.parts[0].signals == (signal,)
        assert held[0].edition.parts[0].n_statements == 1

    def test_held_streams_the_properties_asked_for(self, store: Store) -> None:
        """`held` gives only statements that hold, ordered by entity."""
        load(store, "2020-01-10", content("entries", ALFA, BRAVO, BRAVO_ALIAS))
        load(store, "2020-02-10", content("entries", BRAVO, BRAVO_ALIAS))
        got = [h.statement.value for h in view(store, "2020-02-10").held(frozenset({"alias"}))]
        assert got == ["The Second Brigade"]
        both = view(store, "2020-01-20").held(frozenset({"name", "alias"}))
        assert [h.statement.value for h in both] == [
            "Alfa Front",
            "The Second Brigade",
            "Bravo Brigade",
        ]

    def test_links_are_found_by_what_they_refer_to(self, store: Store) -> None:
        """A designation that ended is still found, and its presence says that it ended."""
        link = Statement("mylist", "mylist-1-s", "Sanction", "entity", "mylist-1", record_id="1")
        load(store, "2020-01-10", content("entries", ALFA, link))
        load(store, "2020-02-10", content("entries", ALFA))
        (found,) = view(store, "2020-03-01").referring("entity", "mylist-1")
        assert found.id == "mylist-1-s"
        assert found.held[0].presence is not None
        assert not found.held[0].presence.holds


class TestDocuments:
    """Documents, their claims, and taking them back."""

    def test_an_undated_document_is_known_from_its_recording(self, store: Store) -> None:
        """A source without a date counts as published when it was recorded."""
        dated, undated = article("d", "2025-11-17"), article("u", None)
        with store.write("read", "") as writer:
            writer.add_document(dated, [claimed(dated)], [])
            writer.add_document(undated, [claimed(undated)], [])
        early = view(store, "2025-11-20", known="2025-11-20")
        assert [d.document.file_name for d in early.documents()] == ["d.txt"]
        assert [c.doc for c in early.claims("doc-x")] == ["d.txt"]
        late = view(store, "2025-11-20")
        assert [c.doc for c in late.claims("doc-x")] == ["d.txt", "u.txt"]

    def test_a_document_comes_back_whole(self, store: Store) -> None:
        """Everything a reader found is kept, and the raw text with it."""
        document = article("d", "2025-11-17T02:08:21", "Raw ünïcode “text” 😀.")
        with store.write("read", "") as writer:
            writer.add_document(document, [claimed(document)], [])
        held = view(store, "2026-01-01").document(document.sha256)
        assert held is not None
        assert held.document == document
        assert view(store, "2026-01-01").claims() == [claimed(document)]

    def test_reading_again_adds_nothing(self, store: Store) -> None:
        """The same bytes with the same outcome are held once."""
        document = article("d", "2025-11-17")
        for expected in (False, True):
            with store.write("read", "") as writer:
                added = writer.add_document(document, [claimed(document)], [])
                assert added.already_held is expected
        assert len(store.transactions()) == 1

    def test_a_new_reading_takes_the_place_of_the_old(self, store: Store) -> None:
        """Other metadata give a new reading; what was held before stays answerable."""
        plain = article("d", None)
        dated = article("d", "2025-01-01")
        for document in (plain, dated):
            with store.write("read", "") as writer:
                writer.add_document(document, [claimed(document)], [])
        (now,) = view(store, "2026-01-01").documents()
        assert now.document.published == "2025-01-01"
        (before,) = view(store, "2026-01-01", held=1).documents()
        assert before.document.published is None
        assert len(view(store, "2026-01-01").claims()) == 1

    def test_statements_of_a_document_hold_while_it_stands(self, store: Store) -> None:
        """A withdrawn document's claims and statements end, for later `held_at` only."""
        document = article("d", "2025-11-17")
        statement = Statement(
            "documents", "doc-x", "Organization", "name", "X", document_id=document.sha256,
            start=0, end=1,
        )  # fmt: skip
        with store.write("read", "") as writer:
            writer.add_document(document, [claimed(document)], [statement])
        assert view(store, "2026-01-01").entity("doc-x") is not None
        with store.write("withdraw", "") as writer:
            writer.withdraw(document.sha256, reason="retracted", by="Ann", shred=False)
        now = view(store, "2026-01-01")
        assert now.entity("doc-x") is None
        assert now.claims() == []
        assert now.documents()[0].withdrawn == "retracted (Ann)"
        assert view(store, "2026-01-01", held=1).entity("doc-x") is not None

    def test_shredding_blanks_text_and_keeps_spans(self, store: Store) -> None:
        """After shredding hash, spans and reason stay; the words are gone at every date."""
        document = article("d", "2025-11-17", "Secret words.")
        with store.write("read", "") as writer:
            said = replace(claimed(document), kind="statement.direct", object="Secret words")
            named = replace(claimed(document), kind="leadership", object="Ann Orr")
            writer.add_document(document, [said, named], [])
        with store.write("withdraw", "") as writer:
            writer.withdraw(document.sha256, reason="court order", by="Ann", shred=True)
        held = view(store, "2026-01-01", held=1).document(document.sha256)
        assert held is not None
        assert (held.document.raw, held.document.text) == ("", "")
        claims = view(store, "2026-01-01", held=1).claims()
        assert {(c.quote, c.start, c.end) for c in claims} == {("", 0, 4)}
        assert {c.kind: c.object for c in claims} == {
            "statement.direct": None,
            "leadership": "Ann Orr",
        }

    def test_withdrawing_what_is_not_held(self, store: Store) -> None:
        """An unknown document cannot be withdrawn."""
        with pytest.raises(NotFound), store.write("withdraw", "") as writer:
            writer.withdraw("0" * 64, reason="x", by="y", shred=False)


class TestJudgements:
    """That two ids are one party is somebody's word: applied when read, undone by another."""

    def test_joined_ids_answer_as_one(self, store: Store) -> None:
        """Any of the ids gives the whole party, under a listed id before a provisional one."""
        document = article("d", "2025-11-17")
        named = Statement(
            "documents", "doc-alfa", "Organization", "alias", "A-Front",
            document_id=document.sha256, start=0, end=1,
        )  # fmt: skip
        load(store, "2020-01-10", content("entries", ALFA, BRAVO))
        with store.write("read", "") as writer:
            writer.add_document(document, [claimed(document, "doc-alfa")], [named])
            writer.add_judgement(Judgement("doc-alfa", "mylist-1", True, "auto", "same name"))
        now = view(store, "2026-01-01")
        entity = now.entity("doc-alfa")
        assert entity is not None
        assert entity.id == "mylist-1"
        assert entity.ids == ("doc-alfa", "mylist-1")
        assert entity.get("alias") == ["A-Front"]
        assert len(now.claims("mylist-1")) == 1
        assert [e.id for e in now.entities()] == ["mylist-1", "mylist-2"]
        held = list(now.held(frozenset({"alias", "name"})))
        assert [h.statement.entity_id for h in held] == ["doc-alfa", "mylist-1", "mylist-2"]

    def test_a_later_judgement_undoes_an_earlier(self, store: Store) -> None:
        """The last word on a pair counts; what was held before it stays answerable."""
        load(store, "2020-01-10", content("entries", ALFA, BRAVO))
        for same in (True, False):
            with store.write("judge", "") as writer:
                writer.add_judgement(Judgement("mylist-1", "mylist-2", same, "Ann", "looked"))
        assert view(store, "2026-01-01").canonical("mylist-2") == "mylist-2"
        assert view(store, "2026-01-01", held=2).canonical("mylist-2") == "mylist-1"


def test_confirmations_are_known_from_when_they_were_given(store: Store) -> None:
    """A reviewer's word counts from its recording, and names the reviewer."""
    confirmation = Confirmation(
        "doc-x", "US-FTO", "published", PartialDate.parse("2025-11-24"), "Ann", "read it"
    )
    with store.write("confirm", "") as writer:
        writer.add_confirmation(confirmation)
    (given,) = view(store, "2026-02-01").confirmations()
    assert (given.by, given.on) == ("Ann", confirmation.on)
    assert view(store, "2026-02-01", known="2025-12-01").confirmations() == []


def test_resolutions_stay_in_the_order_they_were_given(store: Store) -> None:
    """A later word stands beside the earlier one; each is seen from its recording only."""
    first = Resolution("count.killed|doc-x", "12", "Ann", "counted")
    for given in (first, Resolution("count.killed|doc-x", None, "Ben", "counted twice")):
        with store.write("resolve", given.question) as writer:
            writer.add_resolution(given)
    both = view(store, "2026-02-01").resolutions()
    assert [(r.value, r.by, r.reason, r.seq) for r in both] == [
        ("12", "Ann", "counted", 1),
        (None, "Ben", "counted twice", 2),
    ]
    assert both[0].recorded_at == NOW + timedelta(hours=1)
    assert [r.by for r in view(store, "2026-02-01", held=1).resolutions()] == ["Ann"]
    assert view(store, "2026-02-01", known="2025-12-31").resolutions() == []


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    """An exception inside a transaction undoes all of it."""
    load(store, "2020-01-10", content("entries", ALFA))
    with pytest.raises(RuntimeError), store.write("list load", "") as writer:
        writer.add_edition(
            Edition.dated("mylist", date(2020, 2, 10)), [content("entries", ALFA, BRAVO)]
        )
        raise RuntimeError
    assert view(store, "2026-01-01").entity("mylist-2") is None
    assert len(store.transactions()) == 1


def test_sequence_numbers_and_times_increase(store: Store) -> None:
    """Transactions are numbered from 1 without gaps, in the order of their times."""
    for day in ("2020-01-10", "2019-01-10", "2021-01-10"):
        load(store, day, content("entries", said(day, "name", day)))
    found = store.transactions()
    assert [t.seq for t in found] == [1, 2, 3]
    assert sorted(t.recorded_at for t in found) == [t.recorded_at for t in found]


def test_a_compiled_dataset_speaks_about_days_before_it(store: Store) -> None:
    """Statements with dates of their own are not bounded by the editions that hold them."""
    edition = Edition.dated("mylist", date(2026, 1, 1))
    compiled = Edition(edition.dataset, edition.published_at, own_dates=True)
    with store.write("list load", "") as writer:
        writer.add_edition(compiled, [content("entries", ALFA)])
    assert view(store, "1999-01-01").entity("mylist-1") is not None
    assert view(store, "1999-01-01", known="2025-01-01").entity("mylist-1") is None
    assert view(store, "1999-01-01").coverage("mylist").status == "covered"


def test_changes_between_two_dates(store: Store) -> None:
    """What began and what ceased to hold between two views, in files that both can see."""
    load(store, "2020-01-10", content("entries", ALFA, BRAVO), content("aliases", BRAVO_ALIAS))
    charlie = said("3", "name", "Charlie Company")
    load(store, "2020-03-10", content("entries", BRAVO, charlie))
    began, ended = view(store, "2020-04-01").changes(view(store, "2020-02-01"), "mylist")  # type: ignore[arg-type]
    assert began == [charlie]
    assert ended == [ALFA]


def test_tallies_count_the_answering_file_of_each_part(store: Store) -> None:
    """Entries and statements in the properties that are asked for; nothing of older files."""
    country = said("2", "country", "Ruritania")
    load(store, "2020-01-10", content("entries", ALFA, BRAVO), content("aliases", BRAVO_ALIAS))
    load(store, "2020-03-10", content("entries", BRAVO, country))
    props = frozenset({"name", "alias", "weakAlias", "previousName"})
    before = view(store, "2020-02-01").tallies("mylist", props)
    assert {part: (t.records, dict(t.props)) for part, t in before.items()} == {
        "entries": ({"1", "2"}, {"name": 2}),
        "aliases": ({"2"}, {BRAVO_ALIAS.prop: 1}),
    }
    after = view(store, "2020-04-01").tallies("mylist", props)
    assert (after["entries"].records, dict(after["entries"].props)) == ({"2"}, {"name": 1})
    assert str(after["entries"].edition) == "2020-03-10"
    assert after["aliases"] == before["aliases"]
    assert view(store, "2020-04-01").tallies("otherlist", props) == {}


def test_entries_are_those_of_the_answering_file(store: Store) -> None:
    """By their names, also where an alias alone is given; a strange or absent id is left out."""
    nameless = said("4", "country", "Ruritania")
    called = said("5", "alias", "Echo")
    load(store, "2020-01-10", content("entries", ALFA, BRAVO, nameless, called))
    load(
        store, "2020-03-10", content("entries", BRAVO), content("aliases", said("1", "alias", "A"))
    )
    ids = ["1", "2", "4", "5", "99"]
    before = view(store, "2020-02-01").entries("mylist", ids)
    assert before == {"1": ALFA.value, "2": BRAVO.value, "4": "4", "5": "Echo"}
    assert view(store, "2020-04-01").entries("mylist", ids) == {"2": BRAVO.value}
    assert view(store, "2019-12-31").entries("mylist", ids) == {}
    assert view(store, "2020-02-01").entries("otherlist", ids) == {}
    assert view(store, "2020-02-01").entries("mylist", []) == {}
