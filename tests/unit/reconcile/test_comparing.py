"""Documents about invented groups, laid side by side: the rules know no party."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from interdict.model.claim import Claim, Mode, Quantity, Stance
from interdict.model.dates import end_of_day
from interdict.model.source import Block, Document, DocumentKind, Segment
from interdict.reconcile.comparing import Comparison
from interdict.reconcile.designations import Designations
from interdict.reconcile.ground import ground
from interdict.reconcile.questions import Question
from interdict.reconcile.relations import Relation
from interdict.regimes.catalog import load_regimes
from interdict.store.memory import MemoryStore

REGIMES = load_regimes()
NOW = datetime(2031, 6, 1, tzinfo=UTC)
FRONT = "harbour-front"
WIRE = (
    "The raids on the island have gone on since March, the ministry says, and nobody on the coast "
    "expects that they will end before the winter storms close the straits to small boats."
)


class Press:
    """Documents of invented texts; each sentence is a claim with the fields given."""

    def __init__(self) -> None:
        self.store = MemoryStore(lambda: NOW)
        self._read = 0

    def told(
        self, *said: tuple[str, dict[str, object]], on: str | None = "2031-05-05",
        text: str | None = None, shared: str = "",
    ) -> Press:  # fmt: skip
        """A document that says these sentences, `text` (its own words by default), `shared`."""
        self._read += 1
        if text is None:
            text = " ".join(f"{word}{self._read}" for word in 2 * WIRE.lower().split())
        body = " ".join([*(quote for quote, _ in said), text, shared])
        sha = f"{self._read:064d}"
        name = f"{self._read}.txt"
        block, segment = Block("paragraph", 0, len(body)), Segment(0, 0, len(body))
        document = Document(
            sha, name, "bare", DocumentKind.NEWS, body, body, (segment,), (block,),
            published=on, publisher="The Pier",
        )  # fmt: skip
        claims = []
        for quote, fields in said:
            start = body.index(quote)
            claim = Claim(name, "other", start, start + len(quote), quote, "t", document_id=sha)
            claims.append(replace(claim, **fields))  # type: ignore[arg-type]
        grounded = ground(document, claims)
        with self.store.write("read", name) as writer:
            writer.add_document(document, grounded.claims, grounded.statements)
        return self

    def asked(self, party: str | None = None) -> dict[str, Question]:
        """The questions by the beginnings of their keys."""
        view = self.store.view(as_of=date(2031, 5, 20), known_at=end_of_day(date(2031, 12, 31)))
        found = Comparison(view, Designations(view, REGIMES)).questions(party)
        return {question.key: question for question in found}

    def relation(self, about: str) -> Relation:
        """The relation of the one question of that name."""
        (found,) = [q for key, q in self.asked().items() if key.split("|")[0] == about]
        return found.relation


@pytest.fixture
def press() -> Press:
    return Press()


def group(kind: str, **fields: object) -> dict[str, object]:
    named = {"subject": "Harbour Front", "subject_schema": "Organization", "programme": "US-FTO"}
    return {"kind": kind, **named, **fields}


def person(kind: str, **fields: object) -> dict[str, object]:
    return {"kind": kind, "subject": "Anselm Grau", "subject_schema": "Person", **fields}


def announced(**fields: object) -> tuple[str, dict[str, object]]:
    return ("State will list the front.", group("designation.announced", **fields))


def killed(low: float, high: float | None, how: str, on: str) -> tuple[str, dict[str, object]]:
    value = Quantity(low, high, "people", how, low)
    return (f"In all {how} {low} died.", group("count.killed", value=value, date=f"../{on}"))


def test_an_undated_document_takes_its_days_from_those_it_shares_passages_with(
    press: Press,
) -> None:
    """ "On Sunday" is the Sunday of the others; without a shared passage it stays open."""
    press.told(announced(date="2031-05-04"), shared=WIRE)
    press.told(announced(date="XXXX-WXX-7"), on=None, shared=WIRE)
    (question,) = [q for q in press.asked().values() if q.about == "announced"]
    assert question.relation is Relation.AGREE
    assert {(a.value, a.placed) for a in question.answers} == {
        ("2031-05-04", None),
        ("XXXX-WXX-7", "2031-05-04"),
    }
    other = Press().told(announced(date="2031-05-04")).told(announced(date="XXXX-WXX-7"), on=None)
    assert other.relation("designation.announced") is Relation.OPEN


def test_counts_of_one_story_meet_though_nobody_names_the_campaign(press: Press) -> None:
    """They are about the party that their documents are about; the words show every source."""
    press.told(announced(), killed(27, 33, "about", "2031-05-05"))
    press.told(announced(), killed(31, None, "at_least", "2031-05-06"), on="2031-05-06")
    question = press.asked()[f"count.killed|doc-{FRONT}"]
    assert question.relation is Relation.COMPATIBLE
    assert question.n_sources == 2
    assert question.note is not None
    assert "2 sources, as of 2031-05-06" in question.note


def test_a_count_that_grows_is_a_series_and_one_that_shrinks_is_flagged(press: Press) -> None:
    """By the day to which each counts, not by the order of reading."""
    press.told(announced(), killed(14, 14, "exact", "2031-05-09"), on="2031-05-09")
    press.told(announced(), killed(12, 12, "exact", "2031-05-02"), on="2031-05-02")
    assert press.relation("count.killed") is Relation.SERIES
    press.told(announced(), killed(9, 9, "exact", "2031-05-20"), on="2031-05-20")
    assert press.relation("count.killed") is Relation.REGRESSION


def test_the_dead_of_one_raid_are_no_total(press: Press) -> None:
    """The smaller number of one document is part of its larger one; a dated one is of its day."""
    press.told(
        announced(), killed(30, 30, "exact", "2031-05-05"), killed(3, 3, "exact", "2031-05-05")
    )
    single = Quantity(4, 4, "people", "exact", 4)
    on_a_day = ("Four died then.", group("count.killed", value=single, date="2031-05-06"))
    press.told(announced(), killed(30, 30, "exact", "2031-05-05"), on_a_day)
    assert press.relation("count.killed") is Relation.AGREE


LEADS = ("Grau leads the front, it claims.", person(
    "leadership", object="Harbour Front", object_schema="Organization", stance=Stance.ALLEGED,
    speaker="The Ministry"))  # fmt: skip


def test_a_denial_is_tied_to_what_its_document_alleges(press: Press) -> None:
    """By whom it concerns, or by its scope; it is no value of its own."""
    denies = ("Grau denies it.", person("denial", speaker="Anselm Grau", stance=Stance.DENIED))
    rejects = ("The port rejects all allegations.", {
        "kind": "denial", "subject": "The port", "object": "all allegations",
        "speaker": "The port", "stance": Stance.DENIED})  # fmt: skip
    press.told(announced(), LEADS, denies).told(announced(), LEADS, rejects).told(
        announced(), LEADS
    )
    question = press.asked()[f"leadership|doc-{FRONT}"]
    assert question.relation is Relation.DENIED_BY
    assert [c.speaker for c in question.contests] == ["Anselm Grau", "The port"]
    assert [a.value for a in question.answers] == ["Anselm Grau"]
    assert set(question.answers[0].stances) == {Stance.ALLEGED}
    assert press.asked()[f"denial|doc-{FRONT}"].relation is Relation.AGREE


def test_a_denial_of_something_else_is_not_tied(press: Press) -> None:
    """What is denied before the allegation is another matter."""
    denies = ("Grau denies it.", person("denial", speaker="Anselm Grau", stance=Stance.DENIED))
    press.told(announced(), denies, LEADS).told(announced(), LEADS)
    assert press.relation("leadership") is Relation.AGREE


def test_a_rebuttal_answers_the_statement_that_it_shares_words_with(press: Press) -> None:
    """The document contradicts its own source."""
    says = ("The ministry says amber comes from the port.", {
        "kind": "allegation", "subject": "Harbour", "speaker": "The Ministry",
        "stance": Stance.ALLEGED})  # fmt: skip
    rebuts = ("No amber has ever come from there.", {"kind": "rebuttal", "polarity": "-"})
    press.told(announced(), says, rebuts)
    assert press.relation("allegation") is Relation.REBUTTED_BY


def test_five_near_copies_are_one_source(press: Press) -> None:
    """They confirm nothing; a text of its own does."""
    for day in range(1, 6):
        press.told(announced(date="2031-05-01"), text=f"{WIRE} Page {day}.", on=f"2031-05-0{day}")
    key = f"designation.status|doc-{FRONT}|US-FTO"
    question = press.asked()[key]
    assert (question.n_sources, question.relation) == (1, Relation.SINGLE)
    (dated,) = [q for q in press.asked().values() if q.about == "announced"]
    assert (dated.n_sources, dated.relation) == (1, Relation.SINGLE)
    own = "Fishermen from six villages met the deputy on Friday and asked for escorts at night."
    press.told(announced(date="2031-05-01"), text=own, on="2031-05-07")
    question = press.asked()[key]
    assert (question.n_sources, question.relation) == (2, Relation.AGREE)


def test_a_passage_that_two_documents_quote_counts_once(press: Press) -> None:
    """The rest of the two may be their own."""
    words = (
        "The front and the Lantern, both designated, share the ships that supply the northern "
        "islands with arms and grain."
    )
    passage = (words, group("designation.prior", speaker="The Ministry"))
    press.told(passage).told(passage)
    question = press.asked()[f"designation.held|doc-{FRONT}|US-FTO"]
    assert (question.n_sources, question.relation) == (1, Relation.AGREE)


def prior(programme: str, on: str) -> tuple[str, dict[str, object]]:
    fields = group("designation.prior", date=on) | {"programme": programme}
    return (f"It was listed under {programme} on {on}.", fields)


def test_the_right_day_under_the_wrong_programme_is_a_mislabel(press: Press) -> None:
    """Two sources date the one programme so, and that day belongs to the other."""
    press.told(prior("US-SDGT", "2031-02-03"), text="Seen by the harbour master at dawn.")
    press.told(prior("US-SDGT", "2031-02"), prior("US-FTO", "2031-05-04"))
    press.told(prior("US-FTO", "2031-02-03"), text="So says the gazette of the fishing fleet.")
    (wrong,) = [q for q in press.asked(f"doc-{FRONT}").values() if q.relation is Relation.MISLABEL]
    assert (wrong.programme, wrong.about) == ("US-FTO", "begins")
    assert wrong.note is not None
    assert "US-SDGT" in wrong.note


def test_who_offers_a_reward_and_how_much_are_two_questions(press: Press) -> None:
    """The same sum from two departments: the sum agrees, the departments do not."""
    for authority, quote, how in (
        ("RU-INTERIOR", "The interior offers up to 9 crowns for the arrest of Grau.", "at_most"),
        ("RU-JUSTICE", "Justice has put 9 crowns up for the conviction of Grau.", "exact"),
    ):
        value = Quantity(0 if how == "at_most" else 9, 9, "RUC", how, 9)
        press.told((quote, person("reward.offered", value=value, authority=authority)))
    assert press.relation("reward.amount") is Relation.AGREE
    assert press.relation("reward.offered_by") is Relation.CONFLICT
    assert press.relation("reward.condition") is Relation.SOFT


def test_clauses_of_one_sentence_are_effects_of_their_own(press: Press) -> None:
    """It grants the one and denies the other."""
    press.told(announced(), ("It lets them freeze funds but does not permit military action.",
                             group("legal_effect")))  # fmt: skip
    press.told(announced(), ("It would justify a military strike.", group("legal_effect")))
    press.told(announced(), ("Funds are to be blocked.", group("legal_effect")))
    asked = {key.rpartition("|")[2]: q for key, q in press.asked().items()
             if key.startswith("legal_effect|")}  # fmt: skip
    assert asked["force"].relation is Relation.CONFLICT
    assert asked["assets"].relation is Relation.AGREE


def test_an_inference_designates_nobody(press: Press) -> None:
    """ "Effectively designated" is an opinion about a leader, not an act."""
    inferred = (
        "Grau is effectively designated too.",
        person("legal_effect", stance=Stance.OPINION),
    )
    press.told(announced(), inferred)
    assert press.relation("designation.inferred") is Relation.NOT_A_DESIGNATION


def spoken(speaker: str, kind: str = "statement.direct", **fields: object) -> dict[str, object]:
    mode = Mode.QUOTE if kind == "statement.direct" else Mode.INDIRECT
    return {"kind": kind, "subject": speaker, "speaker": speaker, "mode": mode, **fields}


def test_one_utterance_has_many_renderings(press: Press) -> None:
    """Whole, with a gap, in part: one source, three documents."""
    moor = spoken("Una Moor")
    press.told(
        ("“We will not talk to the front while its boats keep burning ours,” Moor said.", moor)
    )
    press.told(("“We will not talk to the front … its boats keep burning ours.”", moor))
    press.told(("Moor: “while its boats keep burning ours”.", moor))
    (question,) = [q for q in press.asked().values() if q.about == "utterance"]
    assert question.relation is Relation.REFINES
    assert question.note == "1 elided, 1 exact, 1 partial"


def test_a_rendering_that_names_another_actor_drifts(press: Press) -> None:
    """ "They" is made the islanders by one paper, and the front by the next."""
    quote = "“They would like to bargain,” Moor said."
    told = spoken("Una Moor", "statement.indirect")
    press.told((quote, spoken("Una Moor")))
    press.told(("Moor said that Islanders want to bargain", told))
    assert press.relation("utterance") is Relation.COMPATIBLE
    press.told(("Moor said that Grau wants to bargain", told))
    assert press.relation("utterance") is Relation.DRIFT


def test_an_office_and_its_holder_can_be_one_speaker(press: Press) -> None:
    """Because documents show that she speaks for it; two strangers cannot."""
    words = "“The front speaks for nobody on these islands and never did.”"
    press.told(announced(speaker="Una Moor", authority="US-STATE"), (words, spoken("Una Moor")))
    press.told((words, spoken("State Department")))
    assert press.relation("utterance.speaker") is Relation.COMPATIBLE


def test_questions_of_one_party_leave_out_the_others(press: Press) -> None:
    """Also those in which it is the object."""
    press.told(announced(), LEADS)
    assert {q.about for q in press.asked("doc-anselm-grau").values()} == {"leadership", "name"}
    assert press.asked("doc-nobody") == {}


def test_an_empty_record_asks_nothing(press: Press) -> None:
    """No documents, no questions."""
    assert press.asked() == {}
