"""The record in a workspace: parties, dossiers, what is pending, what differs, who confirms."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound
from interdict.model.claim import Stance
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.designation import StateName
from interdict.model.source import DocumentKind, Grade
from interdict.reconcile.relations import Relation
from interdict.store.base import Confirmation
from interdict.workspace import Times, Workspace
from interdict.workspace.documents import Attested

NOW = datetime(2024, 6, 1, tzinfo=UTC)
LATE = end_of_day(date(2024, 12, 31))
GROUP = "us_ofac_sdn-101"
CONFIRMED = Confirmation(
    "", "", "published", PartialDate(2024, 3, 13), "Ada", "read in the journal"
)


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
    article_texts: Mapping[str, str],
    ofac_files: Callable[..., Path],
) -> Path:
    """A record of a list of January, two articles and a release; the notice is not in."""
    folder = tmp_path_factory.mktemp("filled")
    for name, text in article_texts.items():
        (folder / name).write_text(text, "utf-8")
    release = Attested("2024-01-20", "US Department of the Treasury", DocumentKind.PRESS_RELEASE)
    with Workspace(Config(folder / "record"), lambda: NOW) as ws:
        january = end_of_day(date(2024, 1, 10))
        ws.lists.load("us_ofac_sdn", [ofac_files(folder / "a")], published_at=january)
        list(ws.documents.read([folder / "wire.txt", folder / "ledger.txt"]))
        list(ws.documents.read([folder / "release.txt"], release))
    return folder / "record"


@pytest.fixture
def ws(filled: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of that record, opened."""
    shutil.copytree(filled, tmp_path / "record")
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def on(day: str) -> Times:
    return Times(date.fromisoformat(day), LATE)


@pytest.mark.parametrize(
    "reference",
    [GROUP, "doc-harbour-front", "Harbour Front", "HARBOUR  FRONT", "Front of the Harbour"],
)
def test_a_party_answers_to_its_ids_and_names(ws: Workspace, reference: str) -> None:
    """Case aside; what documents call it and what the list calls it is one party."""
    entity = ws.record.find(reference, ws.view(on("2024-03-06")))
    assert entity.id == GROUP
    assert entity.ids == ("doc-harbour-front", GROUP)


def test_a_name_of_two_parties_is_not_guessed(
    ws: Workspace, tmp_path: Path, ofac_files: Callable[..., Path]
) -> None:
    """Their ids are listed."""
    twins = [(n, "TWIN PIER", "", "SDGT", "", ("PIER TWIN",)) for n in (7, 8)]
    ws.lists.load(
        "us_ofac_sdn",
        [ofac_files(tmp_path / "b", twins)],
        published_at=end_of_day(date(2024, 2, 1)),
    )
    with pytest.raises(InvalidInput, match="us_ofac_sdn-7, us_ofac_sdn-8"):
        ws.record.find("Twin Pier", ws.view(on("2024-03-06")))


def test_nobody_of_that_name_is_not_found(ws: Workspace) -> None:
    """The message leads to a screening; a link is no party."""
    view = ws.view(on("2024-03-06"))
    with pytest.raises(NotFound, match="interdict screen 'Nobody'"):
        ws.record.find("Nobody", view)
    links = [link.id for link in view.referring("entity", GROUP)]
    assert links
    with pytest.raises(NotFound):
        ws.record.find(links[0], view)


def test_a_dossier_holds_what_is_said_and_by_whom(ws: Workspace) -> None:
    """Designations with states, claims, their documents, and what covers the date."""
    dossier = ws.record.show("Harbour Front", on("2024-03-06"))
    states = {d.programme: s for d, s in dossier.designations}
    assert states["US-FTO"].name is StateName.PENDING
    assert states["US-SDGT"].name is StateName.IN_FORCE
    cited = {d.document.file_name for d in dossier.documents}
    assert cited == {"wire.txt", "ledger.txt", "release.txt"}
    assert {c.doc for c in dossier.claims} == cited
    covered = {c.dataset: c.status for c in dossier.coverage}
    assert covered["us_ofac_sdn"] == "covered"
    others = {name: status for name, status in covered.items() if name != "us_ofac_sdn"}
    assert set(others.values()) == {"not_loaded"}


def test_a_leader_is_alleged_denies_and_keeps_his_own_listing(ws: Workspace) -> None:
    """The list has him for himself; the allegation makes no designation of his."""
    dossier = ws.record.show("Anselm Grau", on("2024-03-06"))
    assert dossier.entity.id == "us_ofac_sdn-102"
    (leading,) = [c for c in dossier.claims if c.kind == "leadership"]
    assert leading.stance is Stance.ALLEGED
    assert leading.speaker
    assert any(c.kind == "denial" for c in dossier.claims)
    for designation, _ in dossier.designations:
        assert designation.events == ()
        assert {listing.dataset for listing in designation.listed} == {"us_ofac_sdn"}


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2024-03-02", None),
        ("2024-03-03", StateName.PENDING),
        ("2024-03-10", StateName.PENDING),
        ("2024-03-12", StateName.DUE_UNCONFIRMED),
        ("2025-01-01", StateName.DUE_UNCONFIRMED),
    ],
)
def test_what_is_announced_stays_open(ws: Workspace, day: str, state: StateName | None) -> None:
    """Until something confirms it, whatever the day."""
    found = {p.designation.programme: p.state.name for p in ws.record.pending(on(day))}
    assert found == ({} if state is None else {"US-FTO": state})


def test_nothing_is_pending_once_the_notice_is_in(ws: Workspace, articles: Path) -> None:
    """From the day of publication; before it, it was pending."""
    list(ws.documents.read([articles / "notice.md"]))
    assert ws.record.pending(on("2024-03-11")) == []
    assert len(ws.record.pending(on("2024-03-06"))) == 1


def test_sources_that_differ_stand_side_by_side(ws: Workspace) -> None:
    """Two dates of the press for one beginning: both with their source, neither wins."""
    found = {c.question.key.split("|")[0]: c for c in ws.record.conflicts(on("2024-03-06"))}
    begins = found["designation.begins"]
    assert (begins.caption, begins.question.relation) == ("HARBOUR FRONT", Relation.CONFLICT)
    answers = {a.value: {c.source for c in a.citations} for a in begins.question.answers}
    assert answers == {"2024-03-11": {"wire.txt"}, "2024-03-12": {"ledger.txt"}}
    assert found["leadership"].question.relation is Relation.DENIED_BY
    everything = ws.record.conflicts(on("2024-03-06"), "Harbour Front", everything=True)
    assert len(everything) > len(found)
    theirs = ws.record.conflicts(on("2024-03-06"), "Anselm Grau")
    assert {c.question.about for c in theirs} == {"leadership"}


def test_effects_wait_for_force(ws: Workspace, articles: Path) -> None:
    """Those of the announced programme begin with the notice, the others are there before."""
    list(ws.documents.read([articles / "notice.md"]))
    status = {}
    for day in ("2024-03-06", "2024-03-12"):
        _, found = ws.record.effects("Harbour Front", on(day), None)
        status[day] = {
            (one.designation.programme, e.effect.code, e.effect.addressee): e.status
            for one in found
            for e in one.effects
        }
    before, after = status["2024-03-06"], status["2024-03-12"]
    changed = {key for key in after if before[key] != after[key]}
    assert changed
    assert {programme for programme, _, _ in changed} == {"US-FTO"}


def test_a_confirmation_is_official_and_signed(ws: Workspace) -> None:
    """It is found by name or id, held from then on, and cited with its words."""
    before = len(ws.store.transactions())
    signed = ws.record.confirm("Front of the Harbour:us-fto", CONFIRMED)
    assert (signed.entity_id, signed.programme) == (GROUP, "US-FTO")
    view = ws.view(on("2024-03-14"))
    ((_, state),) = [
        p for p in ws.record.designations(view).of(GROUP) if p[0].programme == "US-FTO"
    ]
    assert (state.name, state.grade, state.since) == (
        StateName.IN_FORCE,
        Grade.OFFICIAL,
        "2024-03-13",
    )
    assert any("Ada" in (c.detail or "") for c in state.citations)
    earlier = ws.record.pending(replace(on("2024-03-14"), held_at=before))
    assert [p.state.name for p in earlier] == [StateName.DUE_UNCONFIRMED]


@pytest.mark.parametrize(
    ("reference", "changed", "error", "message"),
    [
        ("Harbour Front", {}, InvalidInput, "PARTY:PROGRAMME"),
        ("Harbour Front:US-NOPE", {}, NotFound, "US-NOPE"),
        ("Nobody:US-FTO", {}, NotFound, "'Nobody'"),
        (f"{GROUP}:US-FTO", {"event": "blessed"}, InvalidInput, "'blessed'.*published"),
        (f"{GROUP}:US-FTO", {"by": " "}, InvalidInput, "--by"),
        (f"{GROUP}:US-FTO", {"reason": ""}, InvalidInput, "--reason"),
    ],
)
def test_a_confirmation_of_nothing_or_by_nobody_is_refused(
    ws: Workspace,
    reference: str,
    changed: dict[str, str],
    error: type[Exception],
    message: str,
) -> None:
    """Nothing is recorded."""
    before = len(ws.store.transactions())
    with pytest.raises(error, match=message):
        ws.record.confirm(reference, replace(CONFIRMED, **changed))
    assert len(ws.store.transactions()) == before


def test_a_timeline_is_in_order_with_its_sources(ws: Workspace, articles: Path) -> None:
    """Dates rise; what is alleged keeps its stance; the end has what nobody dates."""
    list(ws.documents.read([articles / "notice.md"]))
    entity, entries, differing = ws.record.timeline("Harbour Front", on("2024-06-01"))
    assert entity.id == GROUP
    ends = [e.on.rpartition("/")[2][:10] for e in entries if e.on and len(e.on) >= 10]
    assert ends == sorted(ends)
    assert {"US-FTO announced", "US-FTO published", "US-SDGT listed"} <= {e.what for e in entries}
    (leading,) = [e for e in entries if e.what == "leadership"]
    assert leading.stance is Stance.ALLEGED
    assert all(e.citation.source for e in entries)
    assert {"begins", "leadership"} <= {c.question.about for c in differing}


@pytest.mark.parametrize("number", [-1, 99])
def test_a_sequence_number_out_of_range_is_refused(ws: Workspace, number: int) -> None:
    """The range is given."""
    last = len(ws.store.transactions())
    with pytest.raises(InvalidInput, match=f"--held-at {number}.* 1 to {last}"):
        ws.view(replace(on("2024-03-06"), held_at=number))


def test_an_empty_record_says_that_it_is_empty(
    tmp_path: Path, interdict: Callable[[Path], Any]
) -> None:
    """Not that a name is unknown: with what to do first."""
    command = interdict(tmp_path)
    for words in (("show", "Anybody"), ("effects", "Anybody"), ("network", "Anybody")):
        ran = command(*words)
        assert ran.code == 1
        assert "interdict list load bundled" in " ".join(ran.err.split())
