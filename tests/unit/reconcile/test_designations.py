"""Designations as every source in a view gives them: lists, documents and reviewers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from interdict.model.claim import Claim, Stance
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.designation import Designation, State, StateName
from interdict.model.source import Document, DocumentKind, Edition, EditionPart, Grade
from interdict.model.statement import Statement
from interdict.reconcile.designations import Designations
from interdict.regimes.catalog import load_regimes
from interdict.store.base import Confirmation, Judgement, PartContent
from interdict.store.memory import MemoryStore

REGIMES = load_regimes()
PARTY = "us_ofac_sdn-1"


class Record:
    """A record in memory, filled one source at a time; recorded on one day."""

    def __init__(self, recorded: str = "2025-12-01") -> None:
        at = datetime.fromisoformat(recorded).replace(tzinfo=UTC)
        self.store = MemoryStore(lambda: at)

    def load(
        self,
        dataset: str,
        day: str,
        *rows: Statement,
        grade: Grade = Grade.COPY,
        own_dates: bool = False,
    ) -> Record:
        edition = Edition.dated(dataset, date.fromisoformat(day), grade)
        part = EditionPart("entries", f"{dataset}.csv", day, len(rows), len(rows))
        content = PartContent(part, [(row, at) for at, row in enumerate(rows, start=1)])
        with self.store.write("list load", day) as writer:
            writer.add_edition(replace(edition, own_dates=own_dates), [content])
        return self

    def read(self, document: Document, *claims: Claim) -> Record:
        owned = [replace(c, document_id=document.sha256) for c in claims]
        with self.store.write("read", document.file_name) as writer:
            writer.add_document(document, owned, [])
        return self

    def judge(self, left: str, right: str) -> Record:
        with self.store.write("judge", "") as writer:
            writer.add_judgement(Judgement(left, right, True, "Ann", "looked"))
        return self

    def confirm(self, entity_id: str, programme: str, event: str, on: str) -> Record:
        word = Confirmation(entity_id, programme, event, PartialDate.parse(on), "Ann", "read it")
        with self.store.write("confirm", "") as writer:
            writer.add_confirmation(word)
        return self

    def found(self, party: str, as_of: str, known: str | None = None) -> dict[str, State]:
        return {d.programme: state for d, state in self.of(party, as_of, known)}

    def of(
        self, party: str, as_of: str, known: str | None = None
    ) -> list[tuple[Designation, State]]:
        return self.reader(as_of, known).of(party)

    def reader(self, as_of: str, known: str | None = None) -> Designations:
        known_at = end_of_day(date.fromisoformat(known or as_of))
        return Designations(
            self.store.view(as_of=date.fromisoformat(as_of), known_at=known_at), REGIMES
        )


def link(
    dataset: str, prop: str, value: str, record: str = "1", qualifier: str = "", grade: str = ""
) -> Statement:
    return Statement(
        dataset, f"{dataset}-{record}-s", "Sanction", prop, value, record,
        qualifier=qualifier, grade=grade,
    )  # fmt: skip


def party(dataset: str, record: str = "1") -> Statement:
    return Statement(dataset, f"{dataset}-{record}", "Organization", "name", "Front", record)


def tagged(tag: str, dataset: str = "us_ofac_sdn") -> tuple[Statement, ...]:
    """An entry with one programme's tag."""
    named = party(dataset)
    return (named, link(dataset, "entity", named.entity_id), link(dataset, "program", tag))


def dated(**events: str) -> tuple[Statement, ...]:
    """An entry of a compiled record with an FTO designation and its events."""
    named = party("compiled")
    return (
        named,
        link("compiled", "entity", named.entity_id),
        link("compiled", "programId", "US-FTO"),
        *(link("compiled", f"event:{name}", on, grade="A") for name, on in events.items()),
    )


def document(name: str, kind: DocumentKind, publisher: str, published: str | None) -> Document:
    return Document(
        (name * 64)[:64], f"{name}.txt", "bare", kind, "", "", (), (),
        published=published, publisher=publisher,
    )  # fmt: skip


PAPER = document("a", DocumentKind.NEWS, "Harbour Gazette", "2025-11-17")
NOTICE = document("b", DocumentKind.FR_NOTICE, "Federal Register", "2025-11-24")
STATE = document("c", DocumentKind.PRESS_RELEASE, "US Department of State", "2025-11-16")
TREASURY = document("d", DocumentKind.PRESS_RELEASE, "US Department of the Treasury", "2025-07-25")

ANNOUNCED = Claim(
    "a.txt", "designation.announced", 0, 5, "words", "test",
    subject="Front", subject_id="doc-front", subject_schema="Organization",
    programme="US-FTO", date="2025-11-16", effective_on="2025-11-24",
)  # fmt: skip
DONE = replace(ANNOUNCED, kind="designation.effective", date="2025-11-24", effective_on=None)


def line(state: State) -> str:
    """Name, grade, and whichever of since, announced and expected are given."""
    words = [state.name, state.grade, state.since, state.announced, state.expected]
    return " ".join(str(word) for word in words if word is not None)


class TestDocuments:
    """From what a document says to the state that it can establish."""

    def test_a_paper_announces(self) -> None:
        """Pending until the day, due from it, and never in force by it."""
        record = Record().read(PAPER, ANNOUNCED)
        expected = "press 2025-11-16 2025-11-24"
        assert line(record.found("doc-front", "2025-11-20")["US-FTO"]) == f"pending {expected}"
        due = record.found("doc-front", "2025-11-24")["US-FTO"]
        assert line(due) == f"due_unconfirmed {expected}"
        assert record.found("doc-front", "2025-11-16") == {}  # the paper is of the day after

    def test_a_paper_that_says_done_only_announces(self) -> None:
        """Whatever its words."""
        record = Record().read(PAPER, DONE)
        assert record.found("doc-front", "2025-12-20")["US-FTO"].name is StateName.DUE_UNCONFIRMED

    def test_the_journal_puts_in_force_from_its_own_date(self) -> None:
        """A copy from disk, graded so, with its citation."""
        record = Record().read(PAPER, ANNOUNCED).read(NOTICE, DONE)
        state = record.found("doc-front", "2025-11-24")["US-FTO"]
        assert line(state) == "in_force copy 2025-11-24"
        assert [c.source for c in state.citations] == ["b.txt"]
        assert record.found("doc-front", "2025-11-23")["US-FTO"].name is StateName.PENDING

    @pytest.mark.parametrize(
        ("release", "programme", "expected"),
        [
            (TREASURY, "US-SDGT", "in_force issuer 2025-11-24"),
            (STATE, "US-FTO", "due_unconfirmed issuer ../2025-11-16 2025-11-24"),
            (TREASURY, "US-FTO", "due_unconfirmed press ../2025-07-25 2025-11-24"),
            (STATE, "US-SDGT", "due_unconfirmed press ../2025-11-16 2025-11-24"),
        ],
    )
    def test_a_release_counts_for_its_own_acts_only(
        self, release: Document, programme: str, expected: str
    ) -> None:
        """And only where the act is enough; otherwise it announces."""
        record = Record().read(release, replace(DONE, programme=programme))
        assert line(record.found("doc-front", "2025-11-24")[programme]) == expected

    @pytest.mark.parametrize(
        "claim",
        [
            replace(DONE, stance=Stance.DENIED),
            replace(DONE, stance=Stance.OPINION),
            replace(DONE, polarity="-"),
            replace(DONE, programme=None),
            replace(DONE, programme="US-UNHEARD"),
            replace(DONE, subject_schema="Person"),
            replace(DONE, subject_id="doc-other", object_id="doc-front"),
            replace(DONE, kind="leadership"),
        ],
        ids=["denied", "opinion", "negated", "no programme", "unknown programme",
             "a person", "only the object", "leadership"],
    )  # fmt: skip
    def test_what_designates_nobody(self, claim: Claim) -> None:
        """Not even in the official journal: a leader of a group is not designated by it."""
        assert Record().read(NOTICE, claim).found("doc-front", "2025-12-01") == {}

    def test_a_person_can_be_designated_where_the_programme_allows(self) -> None:
        """Kinds of parties are the programme's own."""
        claim = replace(DONE, programme="US-SDGT", subject_schema="Person")
        found = Record().read(NOTICE, claim).found("doc-front", "2025-12-01")
        assert found["US-SDGT"].name is StateName.IN_FORCE

    def test_one_paper_says_one_thing_in_two_places(self) -> None:
        """Its announcement here and the expected date there are one announcement."""
        said = replace(ANNOUNCED, effective_on=None)
        record = Record().read(PAPER, said, replace(DONE, start=9))
        state = record.found("doc-front", "2025-11-20")["US-FTO"]
        assert line(state) == "pending press 2025-11-16 2025-11-24"

    def test_withdrawn_papers_say_nothing(self) -> None:
        """What rested on it alone is gone, for what is held from then on."""
        record = Record().read(PAPER, ANNOUNCED)
        with record.store.write("withdraw", "") as writer:
            writer.withdraw(PAPER.sha256, reason="retracted", by="Ann", shred=False)
        assert record.found("doc-front", "2025-11-20") == {}


class TestLists:
    """What editions of lists say: tags within bounds, and dates of compiled records."""

    def test_a_tag_of_a_programme(self) -> None:
        """The list's tag is the programme's own designation, by the regime's issuer."""
        record = Record().load("us_ofac_sdn", "2025-01-01", *tagged("SDGT"))
        ((designation, state),) = record.of(PARTY, "2025-06-01")
        assert (designation.programme, designation.issuer) == ("US-SDGT", "US-TREASURY")
        assert (state.name, state.grade, state.since) == (StateName.IN_FORCE, Grade.COPY, None)
        assert str(state.first_seen) == "2025-01-01"
        assert designation.listed[0].citation.line == 3

    def test_a_tag_without_a_regime_is_kept(self) -> None:
        """Under the list's own name for it: being listed is being designated."""
        record = Record().load("us_ofac_sdn", "2025-01-01", *tagged("QUAY"))
        state = record.found(PARTY, "2025-06-01")["us_ofac_sdn:QUAY"]
        assert state.name is StateName.IN_FORCE

    def test_a_fetched_list_is_official(self) -> None:
        """And every state says how good its source is."""
        record = Record().load("us_ofac_sdn", "2025-01-01", *tagged("FTO"), grade=Grade.OFFICIAL)
        assert record.found(PARTY, "2025-06-01")["US-FTO"].grade is Grade.OFFICIAL

    def test_a_tag_that_has_gone(self) -> None:
        """Ended within bounds; before the first edition nothing covers the date."""
        record = (
            Record()
            .load("us_ofac_sdn", "2021-01-01", *tagged("FTO"))
            .load("us_ofac_sdn", "2025-01-01", party("us_ofac_sdn"))
        )
        gone = record.found(PARTY, "2025-06-01")["US-FTO"]
        assert (gone.name, str(gone.last_seen), str(gone.absent_after)) == (
            StateName.ENDED,
            "2021-01-01",
            "2025-01-01",
        )
        assert record.found(PARTY, "2023-01-01")["US-FTO"].name is StateName.IN_FORCE
        early = record.found(PARTY, "2020-01-01", "2025-06-01")["US-FTO"]
        assert early.name is StateName.NOT_COVERED

    def test_a_compiled_record_gives_dates(self) -> None:
        """Its events are graded by what each fact rests on."""
        rows = dated(published="2019-04-15", revoked="2021-02-16")
        record = Record().load("compiled", "2025-01-01", *rows, own_dates=True)
        ended = record.found("compiled-1", "2022-01-01", "2025-06-01")["US-FTO"]
        assert (ended.name, ended.since, ended.ended) == (
            StateName.ENDED,
            "2019-04-15",
            "2021-02-16",
        )
        held = record.found("compiled-1", "2020-01-01", "2025-06-01")["US-FTO"]
        assert line(held) == "in_force copy 2019-04-15"

    def test_a_compiled_fact_of_the_press_only_reports(self) -> None:
        """Grade C is press, wherever it was compiled."""
        rows = (*dated(), link("compiled", "event:in_force", "2019-04-15", grade="C"))
        record = Record().load("compiled", "2025-01-01", *rows, own_dates=True)
        found = record.found("compiled-1", "2020-01-01", "2025-06-01")["US-FTO"]
        assert found.name is StateName.REPORTED

    def test_a_compiled_record_can_be_corrected(self) -> None:
        """A date that the next edition puts right is not counted any more."""
        record = (
            Record()
            .load("compiled", "2025-01-01", *dated(published="2019-04-05"), own_dates=True)
            .load("compiled", "2025-02-01", *dated(published="2019-04-15"), own_dates=True)
        )
        assert (
            record.found("compiled-1", "2020-01-01", "2025-06-01")["US-FTO"].since == "2019-04-15"
        )


class TestTogether:
    """Lists, papers and reviewers of one party, under whichever of its ids."""

    def test_joined_ids_are_one_party(self) -> None:
        """A paper's announcement stands beside what a list says of the same party."""
        record = (
            Record()
            .load("us_ofac_sdn", "2025-08-01", *tagged("SDGT"))
            .read(PAPER, ANNOUNCED)
            .judge("doc-front", PARTY)
        )
        for party_id in ("doc-front", PARTY):
            found = record.found(party_id, "2025-12-20")
            assert {key: state.name for key, state in found.items()} == {
                "US-FTO": StateName.DUE_UNCONFIRMED,
                "US-SDGT": StateName.IN_FORCE,
            }

    def test_a_reviewer_makes_it_official(self) -> None:
        """By name and with a reason, from the day on which it was given."""
        record = Record().read(PAPER, ANNOUNCED)
        record.confirm("doc-front", "US-FTO", "published", "2025-11-24")
        state = record.found("doc-front", "2025-12-01")["US-FTO"]
        assert line(state) == "in_force official 2025-11-24"
        assert state.citations[0].by == "Ann"
        before = record.found("doc-front", "2025-11-25")["US-FTO"]
        assert before.name is StateName.DUE_UNCONFIRMED

    def test_a_reviewers_word_on_a_tag_without_a_regime(self) -> None:
        """It joins the list's designation of that programme, and makes no second one."""
        tag = (*tagged("QUAY"), link("us_ofac_sdn", "authority", "Harbour Office"))
        record = Record().load("us_ofac_sdn", "2025-01-01", *tag)
        record.confirm(PARTY, "us_ofac_sdn:QUAY", "revoked", "2025-11-30")
        ids = [designation.id for designation, _ in record.of(PARTY, "2025-12-20")]
        assert ids == [f"{PARTY}:us_ofac_sdn:QUAY"]

    def test_what_is_announced_of_anybody(self) -> None:
        """Every party that some document announces, once, under its canonical id."""
        record = (
            Record()
            .load("us_ofac_sdn", "2025-08-01", *tagged("SDGT"))
            .read(PAPER, ANNOUNCED, replace(ANNOUNCED, subject_id="doc-other", start=20))
            .read(STATE, replace(ANNOUNCED, subject_id=PARTY))
            .judge("doc-front", PARTY)
        )
        found = record.reader("2025-11-20").announced()
        assert [(d.entity_id, d.programme) for d, s in found if s.name is StateName.PENDING] == [
            ("doc-other", "US-FTO"),
            (PARTY, "US-FTO"),
        ]

    def test_nobody_is_designated_by_being_known(self) -> None:
        """A party without links or claims has no designation."""
        record = Record().load("us_ofac_sdn", "2025-01-01", party("us_ofac_sdn"))
        assert record.of(PARTY, "2025-06-01") == []
        assert record.of("unheard", "2025-06-01") == []


class TestProgrammes:
    """Tags of lists, and programmes that a record names by a tag, lead to one designation."""

    def test_a_tag_and_a_record_that_names_it_are_one_designation(self) -> None:
        """A compiled record written before a programme was data says `DATASET:TAG`."""
        named = party("compiled")
        rows = (
            named,
            link("compiled", "entity", named.entity_id),
            link("compiled", "programId", "us_ofac_sdn:VENEZUELA"),
            link("compiled", "event:in_force", "2017-07-31", grade="A"),
        )
        record = Record().load("us_ofac_sdn", "2021-07-07", *tagged("VENEZUELA"))
        record.load("compiled", "2021-07-07", *rows, own_dates=True)
        record.judge(PARTY, named.entity_id)
        states = record.found(PARTY, "2021-08-01")
        assert list(states) == ["US-VENEZUELA"]
        assert states["US-VENEZUELA"].since == "2017-07-31"

    def test_a_tag_that_nobody_claims_stays_one_of_its_own(self) -> None:
        """Shown with its bounds, under the list's name; nothing is guessed from it."""
        record = Record().load("us_ofac_sdn", "2021-07-07", *tagged("NOT-A-TAG"))
        assert list(record.found(PARTY, "2021-08-01")) == ["us_ofac_sdn:NOT-A-TAG"]

    def test_one_tag_means_different_things_on_two_lists(self) -> None:
        """A block on one, limits on debt on the other: two programmes."""
        record = Record().load("us_ofac_sdn", "2021-07-07", *tagged("UKRAINE-EO13662"))
        assert list(record.found(PARTY, "2021-08-01")) == ["US-UKRAINE-RUSSIA"]
        other = Record().load(
            "us_ofac_cons", "2021-07-07", *tagged("UKRAINE-EO13662", "us_ofac_cons")
        )
        assert list(other.found("us_ofac_cons-1", "2021-08-01")) == ["US-SSI"]

    def test_the_end_of_a_programme_ends_what_a_list_still_carries(self) -> None:
        """The tag alone keeps nothing alive."""
        record = Record().load("us_ofac_sdn", "2024-07-02", *tagged("SYRIA"))
        before, after = (record.found(PARTY, d)["US-SYRIA"] for d in ("2025-06-30", "2025-07-01"))
        assert before.name is StateName.IN_FORCE
        assert (after.name, after.ended) == (StateName.ENDED, "2025-07-01")

    def test_a_mark_of_what_is_to_come_is_pending(self) -> None:
        """The Union's list marks what the United Nations listed and its own act has not."""
        record = Record().load("eu_fsf", "2026-03-02", *tagged("UNLI", "eu_fsf"))
        state = record.found("eu_fsf-1", "2026-03-03")["EU-UNLI"]
        assert state.name is StateName.PENDING

    def test_an_amendment_in_a_notice_is_about_the_name_that_it_adds(self) -> None:
        """The designation itself stays as it is; the event carries the name."""
        notice = document("d", DocumentKind.FR_NOTICE, "Federal Register", "2025-07-18")
        claim = Claim(
            doc="d.txt",
            kind="designation.amended",
            start=0,
            end=4,
            quote="text",
            rule="test",
            subject="Front",
            subject_id=PARTY,
            subject_schema="Organization",
            object="New Front",
            authority="US-STATE",
            programme="US-FTO",
        )
        record = Record().load("us_ofac_sdn", "2021-07-07", *tagged("FTO")).read(notice, claim)
        ((designation, state),) = record.of(PARTY, "2025-08-01")
        assert [(e.name, e.scope) for e in designation.events] == [("amended", "New Front")]
        assert state.name is StateName.IN_FORCE
