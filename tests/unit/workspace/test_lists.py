"""Official lists in a workspace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.model.dates import PartialDate, end_of_day
from interdict.workspace import Times, Workspace

Write = Callable[..., Path]

JANUARY, FEBRUARY = date(2024, 1, 10), date(2024, 2, 10)
NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace, at noon of one day."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        yield opened


def at(day: date) -> Times:
    """Everything known and held, about that day."""
    return Times(day, end_of_day(date(2024, 12, 31)))


def load(ws: Workspace, folder: Path, day: date = JANUARY) -> int:
    """Loads an edition; returns the statements it added."""
    return ws.lists.load("us_ofac_sdn", [folder], published_at=end_of_day(day)).added.statements


def test_a_load_reports_what_it_read(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Files with their rows, and the transaction."""
    steps: list[str] = []
    report = ws.lists.load(
        "us_ofac_sdn",
        [ofac_files(tmp_path / "a")],
        published_at=end_of_day(JANUARY),
        progress=steps.append,
    )
    parts = {p.part: (p.file_name, p.n_rows, p.n_records) for p in report.edition.parts}
    assert parts == {
        "entries": ("sdn.csv", 3, 3),
        "aliases": ("alt.csv", 2, 2),
        "addresses": ("add.csv", 3, 3),
    }
    assert (report.edition.published_on, report.seq) == (JANUARY, 1)
    assert report.added.statements > 20
    assert steps == ["reading", "recording", "linking"]


def test_files_may_be_named_one_by_one(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """In any order; a part that comes later joins its edition."""
    folder = ofac_files(tmp_path / "a")
    for name in ("sdn.csv", "alt.csv"):
        ws.lists.load("us_ofac_sdn", [folder / name], published_at=end_of_day(JANUARY))
    (status,) = ws.lists.status(at(JANUARY), "us_ofac_sdn")
    assert set(status.in_force) == {"entries", "aliases"}
    assert [e.seq for e in status.editions] == [1, 2]


def test_an_edition_without_a_date_is_refused(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Nothing is recorded."""
    folder = ofac_files(tmp_path / "a")
    with pytest.raises(InvalidInput, match=r"never guessed.*--edition"):
        ws.lists.load("us_ofac_sdn", [folder], published_at=None)
    assert ws.store.transactions() == []


def test_a_broken_file_leaves_nothing(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Not even the files that are whole."""
    folder = ofac_files(tmp_path / "a")
    with (folder / "alt.csv").open("ab") as file:
        file.write(b'101,9,"aka"\r\n')
    with pytest.raises(ReadError, match=r"alt\.csv, line \d+: 3 columns"):
        load(ws, folder)
    assert ws.store.transactions() == []


@pytest.mark.parametrize("there", ["missing.csv", "empty"])
def test_paths_that_hold_nothing_are_named(ws: Workspace, tmp_path: Path, there: str) -> None:
    """A file that is not there, and a folder that is empty."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InvalidInput, match=there.replace(".", r"\.")):
        load(ws, tmp_path / there)


def test_a_later_issue_of_one_day_needs_its_time(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Another file for the same part is no correction of it; with a time it is a later issue."""
    load(ws, ofac_files(tmp_path / "a"))
    changed = ofac_files(tmp_path / "b", [(101, "HARBOUR REAR", "", "SDGT", "", ("REAR",))])
    with pytest.raises(InvalidInput, match="--edition 2024-01-10T"):
        load(ws, changed)
    ws.lists.load("us_ofac_sdn", [changed], published_at=datetime(2024, 1, 10, 15, tzinfo=UTC))
    assert len(ws.store.transactions()) == 2


def test_loading_in_another_order_gives_the_same_record(tmp_path: Path, ofac_files: Write) -> None:
    """Parties, bounds, differences."""
    folders = {
        JANUARY: ofac_files(tmp_path / "a"),
        FEBRUARY: ofac_files(
            tmp_path / "b", [(101, "HARBOUR FRONT", "", "FTO", "", ("HF UNION",))]
        ),
    }
    seen = []
    for name, order in (("one", [JANUARY, FEBRUARY]), ("two", [FEBRUARY, JANUARY])):
        with Workspace(Config(tmp_path / name), lambda: NOW) as ws:
            for day in order:
                load(ws, folders[day], day)
            seen.append(
                (
                    [list(ws.view(at(day)).entities()) for day in (JANUARY, date(2024, 3, 1))],
                    ws.view(at(FEBRUARY)).history("us_ofac_sdn-102"),
                    ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY)),
                )
            )
    assert seen[0] == seen[1]
    assert seen[0][1]


def test_a_difference_names_what_came_went_and_changed(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """With the publisher's ids, and the statements that began and ended."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "Website www.other.example.", ("FRONT OF THE HARBOUR",)),
        (103, "GREY HERON", "vessel", "IFSR",
         "Vessel Registration Identification IMO 9999991.", ()),
        (104, "SECOND PIER", "", "SDGT", "", ()),
    ]  # fmt: skip
    load(ws, ofac_files(tmp_path / "b", later), FEBRUARY)
    found = ws.lists.diff("us_ofac_sdn", date(2024, 1, 20), date(2024, 2, 20), at(FEBRUARY))
    assert (str(found.before), str(found.after)) == ("2024-01-10", "2024-02-10")
    assert found.added == (("104", "SECOND PIER"),)
    assert [record_id for record_id, _ in found.removed] == ["102"]
    (change,) = found.changed
    assert change.record_id == "101"
    assert [(s.prop, s.value) for s in change.began] == [("website", "www.other.example")]
    assert [(s.prop, s.value) for s in change.ended] == [("website", "www.front.example")]
    back = ws.lists.diff("us_ofac_sdn", FEBRUARY, JANUARY, at(FEBRUARY))
    assert (back.added, [i for i, _ in back.removed]) == (found.removed, ["104"])


def test_a_difference_needs_two_covered_days(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Also by what was known: before publication there is no edition."""
    with pytest.raises(InvalidInput, match="not loaded"):
        ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    load(ws, ofac_files(tmp_path / "a"))
    with pytest.raises(InvalidInput, match="no edition on or before 2024-01-09"):
        ws.lists.diff("us_ofac_sdn", date(2024, 1, 9), FEBRUARY, at(FEBRUARY))
    unknown = replace(at(FEBRUARY), known_at=end_of_day(date(2024, 1, 9)))
    with pytest.raises(InvalidInput, match="no edition on or before 2024-01-20"):
        ws.lists.diff("us_ofac_sdn", date(2024, 1, 20), FEBRUARY, unknown)


def test_status_gives_age_and_counts(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """Of the edition that answers the day, by part, and by programme where asked."""
    load(ws, ofac_files(tmp_path / "a"))
    (status,) = ws.lists.status(at(date(2024, 1, 15)), "us_ofac_sdn", programmes=True)
    assert (status.status, str(status.edition), status.age_days) == ("covered", "2024-01-10", 5)
    assert status.in_force["entries"][1].n_records == 3
    (counts,) = status.programmes.values()
    assert counts == {
        "FTO": {"entries": 1, "Person": 1},
        "IFSR": {"entries": 1, "Vessel": 1},
        "SDGT": {"entries": 2, "Organization": 1, "Person": 1},
    }
    (before,) = ws.lists.status(at(date(2024, 1, 9)), "us_ofac_sdn")
    assert (before.status, before.edition, before.age_days) == ("before_first_edition", None, None)
    assert before.editions


def test_rows_without_their_entry_are_held_aside(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Aliases of a day whose entries are of an earlier day: only the strangers are counted."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "", ("HF UNION",)),
        (909, "STRANGER", "", "SDGT", "", ("THE STRANGE ONE",)),
    ]
    folder = ofac_files(tmp_path / "b", later)
    report = ws.lists.load("us_ofac_sdn", [folder / "alt.csv"], published_at=end_of_day(FEBRUARY))
    (part,) = report.edition.parts
    (signal,) = part.signals
    assert (signal.kind, signal.count) == ("held_aside", 1)
    assert "909" in signal.sample
    view = ws.view(at(FEBRUARY))
    assert view.entity("us_ofac_sdn-909") is None
    entity = view.entity("us_ofac_sdn-101")
    assert entity is not None
    assert entity.get("alias") == ["HF UNION"]


def test_losing_one_of_two_programmes_is_no_change_of_the_party(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """It is an event of one designation; the other one is not touched."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [(102, "GRAU, Anselm", "individual", "SDGT", "DOB 14 Mar 1961.", ("GRAU, Pico",))]
    load(ws, ofac_files(tmp_path / "b", later), FEBRUARY)
    found = ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    (change,) = found.changed
    assert (change.began, change.ended, change.significance) == ((), (), "major")
    (designation,) = change.designations
    assert (designation.programme, designation.event) == ("FTO", "ended")
    assert {s.schema for s in designation.ended} == {"Sanction"}


def test_a_reworded_remark_is_minor(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """A name beside it is major; `major()` leaves the remark out."""
    load(ws, ofac_files(tmp_path / "a"))
    later = [
        (101, "HARBOUR FRONT", "", "SDGT", "Website www.other.example.", ("FRONT OF THE HARBOUR",)),
        (102, "GRAU, Anselm", "individual", "FTO] [SDGT", "DOB 14 Mar 1961; Harbour master.",
         ("GRAU, Pico", "GRAU, Little")),
        (103, "GREY HERON", "vessel", "IFSR",
         "Vessel Registration Identification IMO 9999991.", ()),
    ]  # fmt: skip
    load(ws, ofac_files(tmp_path / "b", later), FEBRUARY)
    found = ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    weights = {c.record_id: c.significance.value for c in found.changed}
    assert weights == {"101": "minor", "102": "major"}
    (major,) = found.major().changed
    assert [(s.prop, s.value) for s in major.began] == [
        ("alias", "GRAU, Little"),
        ("alias", "Little GRAU"),
    ]


def test_two_editions_of_one_day_are_told_apart_by_time(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """A day is answered by the last of it, a time by what had been published by then."""
    load(ws, ofac_files(tmp_path / "a") / "sdn.csv", date(2024, 1, 9))
    for hour, entries in ((9, [(101, "NINE", "", "SDGT", "", ())]),
                          (15, [(101, "FIFTEEN", "", "SDGT", "", ())])):  # fmt: skip
        folder = ofac_files(tmp_path / str(hour), entries) / "sdn.csv"
        ws.lists.load("us_ofac_sdn", [folder], published_at=datetime(2024, 1, 10, hour, tzinfo=UTC))
    ten, sixteen = (datetime(2024, 1, 10, hour, tzinfo=UTC) for hour in (10, 16))
    (change,) = ws.lists.diff("us_ofac_sdn", ten, sixteen, at(FEBRUARY)).changed
    assert ([s.value for s in change.began], [s.value for s in change.ended]) == (
        ["FIFTEEN"],
        ["NINE"],
    )
    assert ws.lists.diff("us_ofac_sdn", sixteen, JANUARY, at(FEBRUARY)).changed == ()


def many(n: int, first: int = 1) -> list[tuple[int, str, str, str, str, tuple[str, ...]]]:
    """So many entries, each like no other."""
    return [(first + i, f"PIER {i} COMPANY", "", "SDGT", f"Tax ID No. {i}.", ()) for i in range(n)]


def test_an_edition_that_shrinks_is_held_back_until_accepted(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """The old one stays in force; accepted, its shrinking stands in the signals."""
    load(ws, ofac_files(tmp_path / "a", many(100)) / "sdn.csv")
    small = ofac_files(tmp_path / "b", many(69)) / "sdn.csv"
    with pytest.raises(InvalidInput, match=r"held back: entries of 69.*31% fewer.*--accept"):
        load(ws, small, FEBRUARY)
    assert len(ws.store.transactions()) == 1
    assert ws.view(at(FEBRUARY)).entity("us_ofac_sdn-90") is not None
    report = ws.lists.load("us_ofac_sdn", [small], published_at=end_of_day(FEBRUARY), accept=True)
    shown = [
        s.sample for p in report.edition.parts for s in p.signals if s.field == "fewer entries"
    ]
    assert len(shown) == 1
    assert ws.view(at(FEBRUARY)).entity("us_ofac_sdn-90") is None
    assert load(ws, small, FEBRUARY) == 0  # held already: not asked again


def test_bounds_look_back_only(ws: Workspace, tmp_path: Path, ofac_files: Write) -> None:
    """A first edition has none, also if a later one is held; up to the share is no matter."""
    load(ws, ofac_files(tmp_path / "b", many(100)) / "sdn.csv", FEBRUARY)
    assert load(ws, ofac_files(tmp_path / "a", many(10)) / "sdn.csv", JANUARY) == 0  # all said
    march = date(2024, 3, 10)
    load(ws, ofac_files(tmp_path / "c", many(70)) / "sdn.csv", march)
    assert len(ws.lists.status(at(march), "us_ofac_sdn")[0].editions) == 3


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([(n, name, *rest[:2], "", ()) for n, name, *rest in many(100)], "with 0 numbers"),
        (many(100, first=1000), "of 100 entries .* 0 are still there under their numbers"),
        ([(n, name, "", "-0-", *rest[2:]) for n, name, *rest in many(100)], "with 0 programmes"),
    ],
)
def test_an_edition_that_says_much_less_is_held_back(
    ws: Workspace, tmp_path: Path, ofac_files: Write, entries: Any, told: str
) -> None:
    """As many entries, and most of what they said gone: a column or label has another name."""
    load(ws, ofac_files(tmp_path / "a", many(100)) / "sdn.csv")
    changed = ofac_files(tmp_path / "b", entries) / "sdn.csv"
    with pytest.raises(InvalidInput, match=rf"held back: .*{told}.*--accept"):
        load(ws, changed, FEBRUARY)
    assert len(ws.store.transactions()) == 1
    report = ws.lists.load("us_ofac_sdn", [changed], published_at=end_of_day(FEBRUARY), accept=True)
    fields = {s.field for p in report.edition.parts for s in p.signals}
    assert any(field.startswith("fewer ") for field in fields)


def test_a_tag_without_data_is_told_once_by_its_name(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Where the programmes of a list are known, an unknown one is news; it is kept all the same."""
    entries = [(1, "PIER COMPANY", "", "SDGT] [SDGT9", "", ()), (2, "QUAY", "", "SDGT9", "", ())]
    files = ofac_files(tmp_path / "a", entries) / "sdn.csv"
    report = ws.lists.load("us_ofac_sdn", [files], published_at=end_of_day(JANUARY))
    (signal,) = report.edition.parts[0].signals
    assert (signal.kind, signal.field, signal.count) == ("drift", "programme SDGT9", 1)
    assert "2 entries, the first 1" in signal.sample
    party = ws.view(at(JANUARY)).entity("us_ofac_sdn-2")
    assert party is not None and party.get("program") == ["SDGT9"]


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_an_entry_with_a_new_number_is_the_same_party(
    ws: Workspace, tmp_path: Path, ofac_files: Write, order: list[int]
) -> None:
    """Joined by a judgement with its reason, in whatever order; undone, it is two parties."""
    editions = [
        (ofac_files(tmp_path / "a", many(5)) / "sdn.csv", JANUARY),
        (ofac_files(tmp_path / "b", [*many(4), *many(5, first=901)[4:]]) / "sdn.csv", FEBRUARY),
    ]
    for at_ in order:
        load(ws, *editions[at_])
    (judgement,) = ws.record.everything().judgements()
    assert (judgement.left, judgement.right) == ("us_ofac_sdn-5", "us_ofac_sdn-905")
    assert "the edition of 2024-01-10 says of 5" in judgement.reason
    found = ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    assert found.renumbered == (("5", "905", "PIER 4 COMPANY"),)
    assert (found.added, found.removed, found.changed) == ((), (), ())
    with ws.store.write("judge", "") as writer:
        writer.add_judgement(replace(judgement, same=False, by="A. Reviewer", reason="no"))
    undone = ws.lists.diff("us_ofac_sdn", JANUARY, FEBRUARY, at(FEBRUARY))
    assert undone.renumbered == ()
    assert (len(undone.added), len(undone.removed)) == (1, 1)
    load(ws, *editions[1])  # the last word stands: not judged again
    assert len(ws.record.everything().judgements()) == 2


def test_entries_that_are_alike_are_not_guessed_at(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """Two of one content could be either; one whose content changed is another entry."""

    def twins(*numbers: int) -> list[tuple[int, str, str, str, str, tuple[str, ...]]]:
        return [(number, "TWIN", "", "SDGT", "", ()) for number in numbers]

    load(ws, ofac_files(tmp_path / "a", [*many(5), *twins(51, 52)]) / "sdn.csv")
    changed = (905, "PIER 4 COMPANY", "", "FTO", "Tax ID No. 4.", ())
    load(
        ws, ofac_files(tmp_path / "b", [*many(4), changed, *twins(951, 952)]) / "sdn.csv", FEBRUARY
    )
    assert ws.record.everything().judgements() == []


def test_mappings_are_kept_by_name(ws: Workspace) -> None:
    """In the workspace; a broken name or file is told, and one that is not there."""
    mappings = ws.lists.mappings
    with pytest.raises(NotFound, match=r"'desk'.*none yet"):
        mappings.get("desk")
    path = mappings.save("desk", {"Who": "name", "Größe": "ignore"})
    assert mappings.get("desk") == {"Who": "name", "Größe": "ignore"}
    assert mappings.names() == ["desk"]
    with pytest.raises(InvalidInput, match="name has letters"):
        mappings.save("../desk", {})
    path.write_text("[1]", "utf-8")
    with pytest.raises(InvalidInput, match=r"desk\.json: not a mapping"):
        mappings.get("desk")


def test_links_of_a_list_of_entities_count_with_their_party(ws: Workspace, tmp_path: Path) -> None:
    """A sanction with a number of its own is its party's designation, not an entry."""

    def edition(name: str, *sanctions: str) -> Path:
        lines = [{"id": "h", "schema": "Person", "properties": {"name": ["A Grau"]}}]
        lines += [
            {"id": s, "schema": "Sanction", "properties": {"entity": ["h"], "program": [s]}}
            for s in sanctions
        ]
        path = tmp_path / name
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        return path

    for day, path in ((JANUARY, edition("a.json", "A", "B")), (FEBRUARY, edition("b.json", "B"))):
        ws.lists.load("ftm_quay", [path], published_at=end_of_day(day))
    found = ws.lists.diff("ftm_quay", JANUARY, FEBRUARY, at(FEBRUARY))
    (change,) = found.changed
    assert (found.added, found.removed, change.record_id) == ((), (), "h")
    assert [(d.programme, d.event) for d in change.designations] == [("A", "ended")]
    (status,) = ws.lists.status(at(FEBRUARY), "ftm_quay")
    assert status.status == "covered"
    assert "ftm_quay" in [s.dataset for s in ws.lists.status(at(FEBRUARY))]


def test_an_unknown_list_is_not_found(ws: Workspace) -> None:
    """The known ones are named."""
    with pytest.raises(NotFound, match=r"'nope'.*us_ofac_sdn"):
        ws.lists.load("nope", [], published_at=None)
    with pytest.raises(NotFound, match="'nope'"):
        ws.lists.status(at(JANUARY), "nope")


def test_the_bundled_record_needs_no_files(ws: Workspace) -> None:
    """It speaks about every day, and has no age."""
    report = ws.lists.load("bundled", [], published_at=None)
    assert report.added.statements > 500
    times = Times(date(1999, 1, 1), end_of_day(report.edition.published_on))
    (status,) = ws.lists.status(times, "bundled")
    assert (status.status, status.age_days) == ("covered", None)


def test_a_load_that_ended_before_linking_is_linked_by_the_next(
    ws: Workspace,
    tmp_path: Path,
    articles: Path,
    ofac_files: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Loading again adds no statement, but joins what the first run did not come to."""
    list(ws.documents.read([articles / "wire.txt"]))
    with monkeypatch.context() as patch:
        patch.setattr("interdict.workspace.lists.link", lambda _: 0)
        load(ws, ofac_files(tmp_path / "a"))
    assert ws.view(at(JANUARY)).canonical("doc-harbour-front") == "doc-harbour-front"
    again = ws.lists.load("us_ofac_sdn", [tmp_path / "a"], published_at=end_of_day(JANUARY))
    assert again.added.already_held
    assert again.n_linked > 0
    assert ws.view(at(JANUARY)).canonical("doc-harbour-front") == "us_ofac_sdn-101"


def test_presence_has_both_bounds_of_the_editions(
    ws: Workspace, tmp_path: Path, ofac_files: Write
) -> None:
    """A date between two editions rests on the first and names the second."""
    load(ws, ofac_files(tmp_path / "a"))
    load(ws, ofac_files(tmp_path / "b", [(104, "SECOND PIER", "", "SDGT", "", ("P2",))]), FEBRUARY)
    entity = ws.view(at(date(2024, 1, 31))).entity("us_ofac_sdn-101")
    assert entity is not None
    presence = next(h.presence for h in entity.held if h.statement.prop == "name")
    assert presence is not None
    assert presence.last_seen == PartialDate.of(JANUARY)
    assert presence.absent_after == PartialDate.of(FEBRUARY)
    assert ws.view(at(FEBRUARY)).entity("us_ofac_sdn-101") is None
