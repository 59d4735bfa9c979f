"""Lists from their publishers, into a record: what is recorded, what is not, and what is told."""

from __future__ import annotations

import fcntl
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput
from interdict.lists import catalog
from interdict.model.dates import PartialDate, end_of_day
from interdict.model.source import Grade
from interdict.workspace import Times, Workspace
from interdict.workspace.fetching import edition as fetching_edition
from interdict.workspace.fetching.network import Clock, Limits, Network
from interdict.workspace.fetching.run import Fetching, Outcome, states_of
from interdict.workspace.fetching.sources import RemoteFile, Source

Write = Callable[..., Path]

JUNE = datetime(2024, 6, 1, 12, tzinfo=UTC)
QUICK = Limits(max_bytes=1 << 20, total_s=5, quiet_s=2, connect_s=2, attempts=2)


def un_list(published: str, *names: str) -> bytes:
    """A list of the United Nations' form, which tells the time of its publication."""
    entities = "".join(
        f"<ENTITY><DATAID>{number}</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>XXe.{number}</REFERENCE_NUMBER>"
        "</ENTITY>"
        for number, name in enumerate(names, start=100)
    )
    return (
        f'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="{published}">'
        f"<INDIVIDUALS/><ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def ca_list(*names: str) -> bytes:
    """A list of Canada's form, which tells no date."""
    records = "".join(
        "<record><Country>Ruritania</Country><EntityOrShip>"
        f"{name}</EntityOrShip><Schedule>1</Schedule><Item>{item}</Item></record>"
        for item, name in enumerate(names, start=1)
    )
    return f"<data-set>{records}</data-set>".encode()


FIRST = un_list("2024-05-30T10:00:00Z", "HARBOUR FRONT", "GREY LEAGUE")
SECOND = un_list("2024-06-01T09:00:00Z", "HARBOUR FRONT", "RIVER LEAGUE")


class Desk:
    """A workspace that fetches, with a clock that is set by hand."""

    def __init__(self, folder: Path, publisher: Any) -> None:
        self.now = JUNE
        self.slept: list[float] = []
        self.folder = folder
        self.publisher = publisher
        self.ws = Workspace(Config(folder), lambda: self.now)
        clock = Clock(lambda: self.now, self.slept.append, lambda: 0.0)
        self.fetching = Fetching(self.ws, Network("interdict/0 (test)"), clock, QUICK)

    def source(self, dataset: str, *files: tuple[str, str]) -> Source:
        """A source at the publisher, of files by name and form."""
        remote = (RemoteFile(self.publisher.url(f"/{n}"), n, form) for n, form in files)
        return Source(dataset, files[0][1], tuple(remote))

    @property
    def un(self) -> Source:
        """The list of the United Nations."""
        return self.source("un_sc", ("un.xml", "xml"))

    @property
    def canada(self) -> Source:
        """The list of Canada."""
        return self.source("ca_sema", ("sema.xml", "xml"))

    def fetch(self, source: Source, **options: Any) -> Outcome:
        """Fetches one source."""
        (outcome,) = self.fetching.run([source], **options)
        return outcome

    def editions(self, dataset: str) -> list[tuple[str, Grade]]:
        """Editions held: when published, and of what grade."""
        held = self.ws.record.everything().editions(dataset)
        return [(h.edition.published_at.isoformat(), h.edition.grade) for h in held]

    def names(self, dataset: str, day: date | None = None) -> set[str]:
        """Names on a list on a day, the day of the clock if none is given."""
        on = day or self.now.date()
        view = self.ws.view(Times(on, end_of_day(on)), frozenset({dataset}))
        return {held.statement.value for held in view.held(frozenset({"name"}))}

    def history(self) -> list[dict[str, Any]]:
        """What was noted, in order."""
        text = (self.folder / "fetched" / "history.jsonl").read_text("utf-8")
        return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def desk(tmp_path: Path, publisher: Any) -> Iterator[Desk]:
    """A desk with an empty record."""
    made = Desk(tmp_path / "record", publisher)
    with made.ws:
        yield made


def test_a_fetched_edition_is_official(desk: Desk, reply: Any) -> None:
    """It is dated by itself, recorded in one transaction, and its bytes are kept."""
    desk.publisher.serve("/un.xml", reply(FIRST, headers={"ETag": '"a"', "X-Odd": "1"}))
    outcome = desk.fetch(desk.un)
    assert outcome == Outcome(
        "un_sc", "xml", "fetched", "", date(2024, 5, 30), outcome.statements_added, len(FIRST), 1
    )
    assert outcome.statements_added > 5
    assert desk.editions("un_sc") == [("2024-05-30T10:00:00+00:00", Grade.OFFICIAL)]
    assert desk.names("un_sc") == {"HARBOUR FRONT", "GREY LEAGUE"}
    assert [t.kind for t in desk.ws.store.transactions()] == ["list fetch"]
    (note,) = desk.history()
    (file,) = note["files"]
    assert (note["at"], note["status"]) == (JUNE.isoformat(), "fetched")
    assert (file["status"], file["url"]) == (200, desk.publisher.url("/un.xml"))
    assert file["headers"]["etag"] == '"a"' and "x-odd" not in file["headers"]
    kept = desk.folder / "fetched" / "content" / file["sha256"][:2] / file["sha256"]
    assert kept.read_bytes() == FIRST
    assert kept.stat().st_mode & 0o222 == 0


def test_what_has_not_changed_is_not_sent_or_recorded_again(desk: Desk, reply: Any) -> None:
    """Neither with validators (304) nor without (the same bytes)."""
    for headers in ({"ETag": '"a"'}, {}):
        desk.publisher.serve("/un.xml", reply(FIRST, headers=headers))
        desk.fetch(desk.un)
        again = desk.fetch(desk.un)
        assert (again.status, again.edition) == ("unchanged", date(2024, 5, 30))
        assert again.n_bytes == (0 if headers else len(FIRST))
    assert len(desk.ws.store.transactions()) == 1


def test_a_new_edition_adds_and_ends(desk: Desk) -> None:
    """The one before it still answers the days before."""
    desk.publisher.serve("/un.xml", FIRST, SECOND)
    assert [desk.fetch(desk.un).status for _ in range(3)] == ["fetched", "fetched", "unchanged"]
    assert desk.names("un_sc") == {"HARBOUR FRONT", "RIVER LEAGUE"}
    assert desk.names("un_sc", date(2024, 5, 31)) == {"HARBOUR FRONT", "GREY LEAGUE"}


def test_a_record_that_lost_the_edition_gets_it_from_the_archive(desk: Desk, reply: Any) -> None:
    """The record is asked, not the state of the last fetch: it may be an older backup."""
    desk.publisher.serve("/un.xml", reply(FIRST, headers={"ETag": '"a"'}))
    desk.fetch(desk.un)
    desk.ws.close()
    desk.ws.config.database.unlink()
    fresh = Desk(desk.folder, desk.publisher)
    with fresh.ws:
        outcome = fresh.fetch(fresh.un)
        assert (outcome.status, outcome.n_bytes) == ("fetched", 0)
        assert fresh.names("un_sc") == {"HARBOUR FRONT", "GREY LEAGUE"}


def test_an_archive_that_lost_the_content_fetches_it_again(desk: Desk, reply: Any) -> None:
    """A validator is of no use without what it is about; a changed content is an error."""
    desk.publisher.serve("/un.xml", reply(FIRST, headers={"ETag": '"a"'}))
    desk.fetch(desk.un)
    (content,) = (desk.folder / "fetched" / "content").glob("*/*")
    content.unlink()
    outcome = desk.fetch(desk.un)
    assert (outcome.status, outcome.n_bytes) == ("unchanged", len(FIRST))
    content.chmod(0o600)
    content.write_bytes(b"forged")
    outcome = desk.fetch(desk.un)
    assert outcome.status == "failed" and "was changed after it was fetched" in outcome.cause


def test_a_list_without_a_date_is_dated_by_its_publisher(desk: Desk, reply: Any) -> None:
    """By Last-Modified; else by when it was fetched; a time to come does not count."""
    for changed, at in (
        ("Thu, 30 May 2024 08:00:00 GMT", "2024-05-30T08:00:00+00:00"),
        ("Sun, 01 Jun 2025 08:00:00 GMT", "2024-06-01T13:00:00+00:00"),
        ("", "2024-06-01T14:00:00+00:00"),
    ):
        headers = {"Last-Modified": changed} if changed else {}
        names = ("HARBOUR FRONT", f"LEAGUE OF {at}")
        desk.publisher.serve("/sema.xml", reply(ca_list(*names), headers=headers))
        assert desk.fetch(desk.canada).status == "fetched"
        assert desk.editions("ca_sema")[-1] == (at, Grade.OFFICIAL)
        desk.now += timedelta(hours=1)


def test_a_list_that_goes_back_to_what_it_was_is_a_new_edition(desk: Desk) -> None:
    """The same bytes as some earlier edition are news, if another has come between."""
    one, two = ca_list("HARBOUR FRONT"), ca_list("GREY LEAGUE")
    desk.publisher.serve("/sema.xml", one, two, one)
    for expected in ({"HARBOUR FRONT"}, {"GREY LEAGUE"}, {"HARBOUR FRONT"}):
        assert desk.fetch(desk.canada).status == "fetched"
        assert desk.names("ca_sema") == expected
        desk.now += timedelta(days=1)


def test_an_older_edition_does_not_come_before_the_newer(desk: Desk) -> None:
    """A stale copy of the list is recorded as what it is, and said to be older."""
    desk.publisher.serve("/un.xml", SECOND, FIRST)
    desk.fetch(desk.un)
    outcome = desk.fetch(desk.un)
    assert outcome.status == "fetched"
    assert outcome.cause == "older than the edition of 2024-06-01 that is held"
    assert desk.names("un_sc") == {"HARBOUR FRONT", "RIVER LEAGUE"}


def test_a_list_from_the_future_is_refused(desk: Desk) -> None:
    """It would answer for years, whatever came after it."""
    desk.publisher.serve("/un.xml", un_list("2031-01-01T00:00:00Z", "HARBOUR FRONT"))
    outcome = desk.fetch(desk.un)
    assert outcome.status == "failed" and "a day yet to come" in outcome.cause
    assert desk.editions("un_sc") == []


def many(n: int, published: str = "2024-05-30T10:00:00Z") -> bytes:
    """A list of so many entries."""
    return un_list(published, *(f"LEAGUE {number}" for number in range(n)))


def test_a_list_that_shrank_is_held_back(desk: Desk, reply: Any) -> None:
    """Until somebody accepts it; it need not be fetched again for that."""
    small = reply(many(30, "2024-06-01T09:00:00Z"), headers={"ETag": '"b"'})
    desk.publisher.serve("/un.xml", many(60), small)
    desk.fetch(desk.un)
    for n_bytes in (len(small.body), 0):
        outcome = desk.fetch(desk.un)
        assert (outcome.status, outcome.n_bytes) == ("held back", n_bytes)
        assert "50% fewer" in outcome.cause
        assert len(desk.names("un_sc")) == 60
    accepted = desk.fetch(desk.un, accept=True)
    assert (accepted.status, accepted.n_bytes) == ("fetched", 0)
    assert len(desk.names("un_sc")) == 30
    (part,) = desk.ws.record.everything().editions("un_sc")[-1].edition.parts
    assert [signal.field for signal in part.signals] == ["fewer entries"]


def bomb() -> bytes:
    """A zip archive of two kilobytes that would unpack to a megabyte."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sdn_enhanced.xml", b"<sanctionsData>" + b" " * 2_000_000)
    return packed.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY c "&b;&b;&b;&b;">]>'
    b"<CONSOLIDATED_LIST>&c;</CONSOLIDATED_LIST>"
)
PAGE = b"<!DOCTYPE html>\n<html><head><title>Access   Denied</title></head></html>"


@pytest.mark.parametrize(
    ("dataset", "name", "form", "body", "cause"),
    [
        ("us_ofac_sdn", "sdn.csv", "csv", PAGE, "a web page (Access Denied) where csv was"),
        ("un_sc", "un.xml", "xml", PAGE, "a web page (Access Denied) where xml was"),
        ("us_ofac_sdn", "sdn_enhanced.zip", "zip", PAGE, "a web page"),
        ("us_ofac_sdn", "sdn_enhanced.zip", "zip", bomb(), "which is refused"),
        ("us_ofac_sdn", "sdn_enhanced.zip", "zip", b"PK\x03\x04" + b"?" * 99, "broken zip"),
        ("un_sc", "un.xml", "xml", ENTITIES, "declares a document type"),
        ("un_sc", "un.xml", "xml", FIRST[:-30], "not well-formed"),
        ("un_sc", "un.xml", "xml", b'{"error": "quota"}', "does not start as xml does"),
        ("un_sc", "un.xml", "xml", b" \n ", "the answer is empty"),
        ("us_ofac_sdn", "sdn.csv", "csv", b"PK\x03\x04....", "does not start as csv does"),
        ("us_ofac_sdn", "sdn.csv", "csv", b"1,two\r\n", "sdn.csv, line 1"),
        ("au_dfat", "list.xlsx", "sheet", b"a,b\n", "does not start as sheet does"),
        ("us_state_fto", "fto.html", "html", PAGE, "fto.html"),
    ],
)
def test_what_is_no_list_changes_nothing(
    desk: Desk, dataset: str, name: str, form: str, body: bytes, cause: str
) -> None:
    """Pages, bombs, halves: the cause is told, the record is as it was."""
    desk.publisher.serve(f"/{name}", body)
    outcome = desk.fetch(desk.source(dataset, (name, form)))
    assert outcome.status == "failed"
    assert cause in outcome.cause
    assert desk.ws.store.transactions() == []


def test_a_failing_source_does_not_harm_the_others(desk: Desk) -> None:
    """Each has its outcome, in the order asked for."""
    desk.publisher.serve("/un.xml", FIRST)
    desk.publisher.serve("/sema.xml", PAGE)
    missing = desk.source("ch_seco", ("seco.xml", "xml"))
    outcomes = desk.fetching.run([missing, desk.canada, desk.un])
    assert [(o.dataset, o.status) for o in outcomes] == [
        ("ch_seco", "failed"), ("ca_sema", "failed"), ("un_sc", "fetched"),
    ]  # fmt: skip
    assert outcomes[0].cause == "seco.xml: 404 Told"


def test_a_reader_that_breaks_is_a_failure_of_its_source(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What others send may meet a mistake of ours: it is told, and the next list is read."""
    parse = catalog.parse_files

    def breaking(name: str, files: Any, **options: Any) -> Any:
        if name == "ca_sema":
            raise ZeroDivisionError("of ours")
        return parse(name, files, **options)

    monkeypatch.setattr(catalog, "parse_files", breaking)
    desk.publisher.serve("/un.xml", FIRST)
    desk.publisher.serve("/sema.xml", ca_list("HARBOUR FRONT"))
    broken, whole = desk.fetching.run([desk.canada, desk.un])
    assert (broken.status, broken.cause) == ("failed", "unexpected ZeroDivisionError: of ours")
    assert whole.status == "fetched"


def test_the_files_of_an_edition_come_together_or_not_at_all(
    desk: Desk, reply: Any, tmp_path: Path, ofac_files: Write
) -> None:
    """What came is not fetched again when the missing one is there."""
    folder = ofac_files(tmp_path / "sdn")
    names = ("sdn.csv", "alt.csv", "add.csv")
    for name in names[:2]:
        data = (folder / name).read_bytes()
        desk.publisher.serve(f"/{name}", reply(data, headers={"ETag": f'"{name}"'}))
    source = desk.source("us_ofac_sdn", *((name, "csv") for name in names))
    outcome = desk.fetch(source)
    assert (outcome.status, outcome.cause) == ("failed", "add.csv: 404 Told")
    assert desk.ws.store.transactions() == []
    last = (folder / "add.csv").read_bytes()
    desk.publisher.serve("/add.csv", reply(last, headers={"ETag": '"add.csv"'}))
    outcome = desk.fetch(source)
    assert (outcome.status, outcome.n_bytes) == ("fetched", len(last))
    (held,) = desk.ws.record.everything().editions("us_ofac_sdn")
    assert {part.part for part in held.edition.parts} == {"entries", "aliases", "addresses"}
    assert desk.fetch(source).status == "unchanged"


def test_what_a_fetched_list_puts_in_force_is_official(
    desk: Desk, tmp_path: Path, ofac_files: Write
) -> None:
    """Where the same file from disk is a copy."""
    folder = ofac_files(tmp_path / "sdn")
    desk.publisher.serve("/sdn.csv", (folder / "sdn.csv").read_bytes())
    assert desk.fetch(desk.source("us_ofac_sdn", ("sdn.csv", "csv"))).status == "fetched"
    times = Times(desk.now.date(), end_of_day(desk.now.date()))
    dossier = desk.ws.record.show("us_ofac_sdn-101", times)
    ((_, state),) = dossier.designations
    assert (state.name.value, state.grade) == ("in_force", Grade.OFFICIAL)


def test_an_edition_without_its_entries_is_refused(
    desk: Desk, tmp_path: Path, ofac_files: Write
) -> None:
    """Aliases alone are no list."""
    desk.publisher.serve("/alt.csv", (ofac_files(tmp_path / "sdn") / "alt.csv").read_bytes())
    outcome = desk.fetch(desk.source("us_ofac_sdn", ("alt.csv", "csv")))
    assert (outcome.status, outcome.cause) == (
        "failed", "us_ofac_sdn: what was fetched lacks the entries",
    )  # fmt: skip


def test_a_publisher_that_asks_for_patience_is_not_asked_before(desk: Desk, reply: Any) -> None:
    """Also by the next run; then it is, and the state is clean again."""
    desk.publisher.serve("/un.xml", reply(b"", 503, {"Retry-After": "7200"}), FIRST)
    assert desk.fetch(desk.un).status == "failed"
    for _ in range(2):
        outcome = desk.fetch(desk.un)
        assert outcome.status == "deferred" and "before 2024-06-01 14:00 UTC" in outcome.cause
    assert len(desk.publisher.asked) == 1
    desk.now += timedelta(hours=2)
    assert desk.fetch(desk.un).status == "fetched"
    (state,) = states_of(desk.folder)
    assert (state.retry_at, state.n_failures, state.cause) == (None, 0, "")


def test_the_state_tells_how_it_goes(desk: Desk, reply: Any) -> None:
    """Last asked, last success, failures running, and why."""
    assert states_of(desk.folder) == []
    desk.publisher.serve("/un.xml", FIRST, reply(b"", 404))
    desk.fetch(desk.un)
    desk.now += timedelta(hours=1)
    desk.fetch(desk.un)
    desk.now += timedelta(hours=1)
    desk.fetch(desk.un)
    (state,) = states_of(desk.folder)
    assert (state.dataset, state.format, state.status) == ("un_sc", "xml", "failed")
    assert (state.last_fetch, state.last_success) == (desk.now, JUNE)
    assert (state.n_failures, state.cause) == (2, "un.xml: 404 Told")
    assert state.edition == "2024-05-30"
    assert [note["status"] for note in desk.history()] == ["fetched", "failed", "failed"]


def test_a_broken_state_is_one_failure(desk: Desk) -> None:
    """The file is named; the fetch after it begins afresh."""
    desk.publisher.serve("/un.xml", FIRST)
    path = desk.folder / "fetched" / "state" / "un_sc.xml.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"dataset": 5', "utf-8")
    with pytest.raises(InvalidInput, match=r"un_sc\.xml\.json: not the state of a source"):
        states_of(desk.folder)
    outcome = desk.fetch(desk.un)
    assert outcome.status == "failed" and "not the state of a source" in outcome.cause
    assert desk.fetch(desk.un).status == "fetched"


def test_a_run_that_ended_before_its_links_is_made_good(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edition is in the record, what follows from it is not: the next fetch sees to it."""
    desk.publisher.serve("/un.xml", FIRST)
    linked: list[bool] = []

    def link(_: Workspace) -> int:
        linked.append(True)
        if len(linked) == 1:
            raise KeyboardInterrupt
        return 0

    monkeypatch.setattr(fetching_edition, "link", link)
    with pytest.raises(KeyboardInterrupt):
        desk.fetch(desk.un)
    assert len(desk.editions("un_sc")) == 1
    assert [desk.fetch(desk.un).status for _ in range(2)] == ["unchanged", "unchanged"]
    assert len(linked) == 2


def test_two_do_not_fetch_into_one_workspace(desk: Desk) -> None:
    """The second is told so at once."""
    desk.publisher.serve("/un.xml", FIRST)
    desk.fetch(desk.un)
    with (desk.folder / "fetched" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(InvalidInput, match="being fetched here already"):
            desk.fetch(desk.un)
    assert desk.fetch(desk.un).status == "unchanged"


def seco_list(day: str, name: str) -> bytes:
    """A list of SECO's form, which tells the day of its publication."""
    return (
        f'<swiss-sanctions-list list-type="whole-list" date="{day}">'
        '<sanctions-program ssid="20"><program-key lang="eng">Ruritania</program-key>'
        '<sanctions-set ssid="201" lang="eng">article 12</sanctions-set></sanctions-program>'
        '<target ssid="100"><sanctions-set-id>201</sanctions-set-id><entity>'
        '<identity ssid="101" main="true"><name ssid="102" name-type="primary-name" lang="eng">'
        f'<name-part order="1" name-part-type="whole-name"><value>{name}</value></name-part>'
        "</name></identity></entity></target></swiss-sanctions-list>"
    ).encode()


def test_a_list_issued_twice_on_a_day_is_two_editions(desk: Desk) -> None:
    """Told apart by when each was out, and both known on that day."""
    source = desk.source("ch_seco", ("seco.xml", "xml"))
    day = ("2024-06-01", "HARBOUR FRONT"), ("2024-06-01", "GREY LEAGUE")
    desk.publisher.serve("/seco.xml", *(seco_list(*told) for told in day))
    assert desk.fetch(source).status == "fetched"
    desk.now += timedelta(hours=3)
    assert desk.fetch(source).status == "fetched"
    assert desk.editions("ch_seco") == [
        ("2024-06-01T12:00:00+00:00", Grade.OFFICIAL),
        ("2024-06-01T15:00:00+00:00", Grade.OFFICIAL),
    ]
    assert desk.names("ch_seco") == {"GREY LEAGUE"}


def test_a_list_issued_again_after_its_day_stays_of_its_day(desk: Desk) -> None:
    """All that can be told is that it came after the other: in that order they answer."""
    source = desk.source("ch_seco", ("seco.xml", "xml"))
    names = ("HARBOUR FRONT", "GREY LEAGUE", "RIVER LEAGUE")
    desk.publisher.serve("/seco.xml", *(seco_list("2024-05-20", name) for name in names))
    for name in names:
        assert desk.fetch(source).edition == date(2024, 5, 20)
        assert desk.names("ch_seco") == {name}
        desk.now += timedelta(hours=1)
    assert len(desk.editions("ch_seco")) == 3
    assert desk.fetch(source).status == "unchanged"
    (status,) = desk.ws.lists.status(Times(date(2024, 6, 1), end_of_day(JUNE.date())), "ch_seco")
    assert status.edition == PartialDate.parse("2024-05-20")


def test_what_was_loaded_from_disk_becomes_official_when_it_is_fetched(
    desk: Desk, tmp_path: Path
) -> None:
    """The same bytes, now from the publisher; nothing else changes."""
    file = tmp_path / "seco.xml"
    file.write_bytes(seco_list("2024-05-20", "HARBOUR FRONT"))
    desk.ws.lists.load("ch_seco", [file], published_at=None)
    assert [grade for _, grade in desk.editions("ch_seco")] == [Grade.COPY]
    desk.publisher.serve("/seco.xml", file.read_bytes())
    source = desk.source("ch_seco", ("seco.xml", "xml"))
    outcome = desk.fetch(source)
    assert (outcome.status, outcome.statements_added) == ("fetched", 0)
    assert [grade for _, grade in desk.editions("ch_seco")] == [Grade.COPY, Grade.OFFICIAL]
    assert desk.fetch(source).status == "unchanged"


def test_a_source_of_a_list_that_is_not_there_is_its_own_failure(desk: Desk) -> None:
    """A line in a file of sources may name anything."""
    desk.publisher.serve("/un.xml", FIRST)
    outcome = desk.fetch(replace(desk.un, dataset="no_such_list"))
    assert outcome.status == "failed" and "no list is called" in outcome.cause
