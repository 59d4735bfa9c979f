"""Grounding: names in claims become parties, and joins are judgements that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from interdict.model.claim import Claim
from interdict.model.source import Document, DocumentKind, Edition, EditionPart
from interdict.model.statement import Statement
from interdict.reconcile.ground import AUTOMATIC, NameTable, ground, links, provisional_id
from interdict.store.base import Judgement, PartContent, View
from interdict.store.memory import MemoryStore

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PAPER = Document("a" * 64, "paper.txt", "bare", DocumentKind.NEWS, "", "", (), ())


def claim(
    subject: str | None,
    schema: str | None = "Organization",
    kind: str = "designation.announced",
    *,
    target: str | None = None,
    target_schema: str | None = None,
    at: int = 0,
) -> Claim:
    return Claim(
        "paper.txt", kind, at, at + 5, "words", "test",
        subject=subject, subject_schema=schema, object=target, object_schema=target_schema,
    )  # fmt: skip


def stated(*claims: Claim) -> set[tuple[str, str, str, str]]:
    """(id, schema, property, value) of what grounding states."""
    return {
        (s.entity_id, s.schema, s.prop, s.value) for s in ground(PAPER, list(claims)).statements
    }


class TestGround:
    """A party that only documents name has an id made of its name."""

    @pytest.mark.parametrize(
        "name", ["Harbour Front", "HARBOUR FRONT", "Harbour-Front", "Hârbour  Front."]
    )
    def test_the_id_is_the_folded_name(self, name: str) -> None:
        """Every spelling that folds alike is one party, in every document."""
        assert provisional_id(name) == "doc-harbour-front"
        (grounded,) = ground(PAPER, [claim(name)]).claims
        assert grounded.subject_id == "doc-harbour-front"
        assert grounded.document_id == PAPER.sha256

    def test_names_are_stated_with_their_place(self) -> None:
        """A statement of the document, at the characters of the claim."""
        (said,) = ground(PAPER, [claim("Harbour Front", at=7)]).statements
        assert said == Statement(
            "documents", "doc-harbour-front", "Organization", "name", "Harbour Front",
            document_id=PAPER.sha256, start=7, end=12,
        )  # fmt: skip

    def test_each_name_is_stated_once_for_a_document(self) -> None:
        """At its first place, however often it is repeated."""
        said = ground(PAPER, [claim("Harbour Front", at=n) for n in (3, 9)]).statements
        assert [s.start for s in said] == [3]

    @pytest.mark.parametrize(
        ("name", "schema", "party"),
        [
            ("Harbour Front", "Organization", True),
            ("Ann Miller", "Person", True),
            ("Miller", "Person", False),
            ("Miller", "Organization", True),
            ("Harbour Front", None, False),
            ("Harbour Front", "Address", False),
            ("Harbour Front", "Sanction", False),
            ("...", "Organization", False),
            ("", "Organization", False),
            (None, "Organization", False),
        ],
    )
    def test_what_is_no_party(self, name: str | None, schema: str | None, party: bool) -> None:
        """A surname alone names nobody; neither does what is no party, or no name."""
        grounded = ground(PAPER, [claim(name, schema)])
        assert (grounded.claims[0].subject_id is not None) is party
        assert bool(grounded.statements) is party

    def test_counts_and_events_have_no_party(self) -> None:
        """Whoever is killed or counted does not become a party of the record."""
        grounded = ground(PAPER, [claim("Harbour Front", kind="count.killed")])
        assert grounded.claims[0].subject_id is None
        assert grounded.statements == ()

    def test_both_sides_of_a_relation(self) -> None:
        """A leader and what is led are two parties, each of its own kind."""
        led = claim("Ann Miller", "Person", "leadership",
                    target="Harbour Front", target_schema="Organization")  # fmt: skip
        assert stated(led) == {
            ("doc-ann-miller", "Person", "name", "Ann Miller"),
            ("doc-harbour-front", "Organization", "name", "Harbour Front"),
        }

    @pytest.mark.parametrize(
        ("alias", "prop"),
        [("The Front", "alias"), ("HF", "weakAlias"), ("HARFRO", "weakAlias"),
         ("HARBOUR", "alias"), ("Hafro", "alias")],
    )  # fmt: skip
    def test_an_alias_is_a_name_and_no_party(self, alias: str, prop: str) -> None:
        """A short form in capitals is a weak one: many share it."""
        named = claim("Harbour Front", kind="alias", target=alias, target_schema="Organization")
        assert stated(named) == {
            ("doc-harbour-front", "Organization", "name", "Harbour Front"),
            ("doc-harbour-front", "Organization", prop, alias),
        }
        assert ground(PAPER, [named]).claims[0].object_id is None

    def test_a_denied_alias_is_not_stated(self) -> None:
        """ "Not the same as" gives no other name."""
        denied = replace(
            claim("Harbour Front", kind="alias", target="The Front", target_schema="Organization"),
            polarity="-",
        )
        assert {prop for _, _, prop, _ in stated(denied)} == {"name"}


def listed(record: str, name: str, schema: str = "Organization", prop: str = "name") -> Statement:
    return Statement("mylist", f"mylist-{record}", schema, prop, name, record_id=record)


class Record:
    """A record with a list and a document that names parties."""

    def __init__(self, *rows: Statement, names: Iterator[tuple[str, str]] | tuple[()] = ()) -> None:
        self.store = MemoryStore(lambda: NOW)
        with self.store.write("list load", "") as writer:
            part = EditionPart("entries", "entries.csv", "s", len(rows), len(rows))
            content = PartContent(part, [(row, at) for at, row in enumerate(rows, start=1)])
            writer.add_edition(Edition.dated("mylist", date(2025, 1, 1)), [content])
        grounded = ground(PAPER, [claim(name, schema) for name, schema in names])
        with self.store.write("read", "") as writer:
            writer.add_document(PAPER, grounded.claims, grounded.statements)

    @property
    def view(self) -> View:
        return self.store.view(as_of=NOW.date(), known_at=NOW)

    def links(self) -> list[tuple[str, str]]:
        return [(j.left, j.right) for j in links(self.view, NameTable(self.view))]

    def judge(self, *judgements: Judgement) -> None:
        with self.store.write("judge", "") as writer:
            for judgement in judgements:
                writer.add_judgement(judgement)


def record(*rows: Statement, names: dict[str, str]) -> Record:
    return Record(*rows, names=iter(names.items()))


FRONT = {"Harbour Front": "Organization"}


class TestLinks:
    """A provisional party is joined to the one listed party of exactly its name."""

    def test_joins_the_one_of_that_name(self) -> None:
        """With a reason, and as the program's own word."""
        made = record(listed("1", "HARBOUR FRONT"), listed("2", "Other"), names=FRONT)
        (judgement,) = links(made.view, NameTable(made.view))
        assert (judgement.left, judgement.right) == ("doc-harbour-front", "mylist-1")
        assert (judgement.same, judgement.by) == (True, AUTOMATIC)
        assert "Harbour Front" in judgement.reason

    @pytest.mark.parametrize("prop", ["alias", "previousName"])
    def test_any_full_name_will_do(self, prop: str) -> None:
        """An alias or a former name on the list is a name."""
        made = record(listed("1", "Old Quay"), listed("1", "Harbour Front", prop=prop), names=FRONT)
        assert made.links() == [("doc-harbour-front", "mylist-1")]

    @pytest.mark.parametrize(
        "rows",
        [
            (listed("1", "Harbour Fronts"),),
            (listed("1", "Old Quay"), listed("1", "Harbour Front", prop="weakAlias")),
            (listed("1", "Harbour Front", "Person"),),
            (listed("1", "Harbour Front", "Vessel"),),
            (listed("1", "Harbour Front"), listed("2", "Harbour Front")),
        ],
        ids=["another name", "a weak alias", "a person", "a vessel", "two parties"],
    )
    def test_does_not_join(self, rows: tuple[Statement, ...]) -> None:
        """Another name, another kind of party, or more than one that answers."""
        assert record(*rows, names=FRONT).links() == []

    def test_kinds_need_only_be_compatible(self) -> None:
        """A text says organization where a list says company."""
        made = record(listed("1", "Harbour Front", "Company"), names=FRONT)
        assert made.links() == [("doc-harbour-front", "mylist-1")]

    def test_two_ids_that_are_one_party_are_one(self) -> None:
        """Entries that a judgement joins do not make the name ambiguous."""
        made = record(listed("1", "Harbour Front"), listed("2", "Harbour Front"), names=FRONT)
        made.judge(Judgement("mylist-1", "mylist-2", True, "Ann", "same address"))
        assert made.links() == [("doc-harbour-front", "mylist-1")]

    def test_never_judges_again_what_was_judged(self) -> None:
        """A pair that a person took apart stays apart, whichever way round it was named."""
        for pair in (("doc-harbour-front", "mylist-1"), ("mylist-1", "doc-harbour-front")):
            made = record(listed("1", "Harbour Front"), names=FRONT)
            made.judge(*links(made.view, NameTable(made.view)))
            assert made.view.canonical("doc-harbour-front") == "mylist-1"
            made.judge(Judgement(*pair, False, "Ann", "another group of that name"))
            assert made.links() == []
            assert made.view.canonical("doc-harbour-front") == "doc-harbour-front"

    def test_joining_twice_adds_nothing(self) -> None:
        """Once the judgements stand there is nothing left to judge."""
        made = record(
            listed("1", "Harbour Front"), listed("2", "Ann Miller", "Person"),
            names={**FRONT, "Ann Miller": "Person", "Nobody Known": "Person"},
        )  # fmt: skip
        found = links(made.view, NameTable(made.view))
        assert len(found) == 2
        made.judge(*found)
        assert made.links() == []


def test_a_table_of_names_leaves_provisional_parties_out_of_the_listed() -> None:
    """What documents name is known by name, and is not on any list."""
    table = NameTable(record(listed("1", "Old Quay"), names=FRONT).view)
    assert table.listed() == [("Old Quay", "mylist-1", "Organization")]
    assert table.named("harbour front", "LegalEntity") == ["doc-harbour-front"]
    assert table.named("Harbour Front", "Person") == []
