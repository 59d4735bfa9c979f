"""One party on several lists, in a workspace: joined, reviewed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from interdict.config import Config
from interdict.errors import InvalidInput, NotFound
from interdict.model.dates import end_of_day
from interdict.workspace import Times, Workspace
from interdict.workspace.resolution import Parties

NOW = datetime(2031, 6, 1, tzinfo=UTC)
DAY = date(2031, 1, 10)
SIGNED = {"by": "A. Reviewer", "reason": "compared the passports"}

HEADER = "id,name,aliases,kind,birth date,nationality,passport\n"
RED = """1,Oskar Brandwein,,person,1961-03-14,Sweden,
2,Ada Lovelund,,person,1970-02-03,Norway,QX774510
3,Jonas Grau,,person,,,
"""
BLUE = """10,"Brandwein, Oskar",,person,1961-03-14,,
11,Ada Maria Lovelund,,person,,,QX 774510
12,Jonas Grau,,person,,,
13,Oskar Brandwein,,person,1931-08-02,,
"""
GREEN = "7,Oskar Brandwein,,person,1961-03-14,,\n"


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """Three lists of one's own."""
    with Workspace(Config(tmp_path / "record"), lambda: NOW) as opened:
        for name, rows in (("red", RED), ("blue", BLUE), ("green", GREEN)):
            path = tmp_path / f"{name}.csv"
            path.write_text(HEADER + rows, "utf-8")
            opened.lists.load(f"own_list_{name}", [path], published_at=end_of_day(DAY))
        yield opened


def one_party(ws: Workspace, *ids: str) -> bool:
    """Whether the record joins those entries, by list and number."""
    view = ws.view(Times(DAY, end_of_day(date(2031, 12, 31))))
    return len({view.canonical(f"own_list_{i}") for i in ids}) == 1


def test_matching_joins_and_keeps_apart(ws: Workspace) -> None:
    """One transaction; each judgement says which rule and what agreed."""
    before = len(ws.store.transactions())
    found = Parties(ws).match()
    assert len(ws.store.transactions()) == before + 1
    assert one_party(ws, "red-1", "blue-10", "green-7")
    assert one_party(ws, "red-2", "blue-11")
    assert not one_party(ws, "red-1", "blue-13")
    assert not one_party(ws, "red-3", "blue-12")
    assert {pair.rule for pair in found.joined} == {"name-and-birthday", "number-and-name"}
    (asked,) = found.review
    assert {asked.left.caption, asked.right.caption} == {"Jonas Grau"}


def test_a_second_run_appends_nothing(ws: Workspace) -> None:
    """Not even an empty transaction."""
    parties = Parties(ws)
    parties.match()
    held = len(ws.store.transactions())
    assert parties.match().joined == ()
    assert len(ws.store.transactions()) == held


def test_a_later_list_is_joined_without_the_earlier_pairs(ws: Workspace, tmp_path: Path) -> None:
    """A run after a further load appends what is new."""
    Parties(ws).match()
    path = tmp_path / "late.csv"
    path.write_text(HEADER + "9,Ada Lovelund,,person,1970-02-03,,\n", "utf-8")
    ws.lists.load("own_list_late", [path], published_at=end_of_day(DAY))
    assert len(Parties(ws).match().joined) == 1
    assert one_party(ws, "red-2", "blue-11", "late-9")


def test_looking_writes_nothing(ws: Workspace) -> None:
    """`find` leaves the record as it is."""
    held = len(ws.store.transactions())
    assert Parties(ws).find().joined
    assert len(ws.store.transactions()) == held


def test_only_some_lists(ws: Workspace) -> None:
    """Entries of other lists are not looked at; a list that is not held is an error."""
    found = Parties(ws).find(frozenset({"own_list_red", "own_list_green"}))
    assert {p.dataset for pair in found.joined for p in (pair.left, pair.right)} == {
        "own_list_red",
        "own_list_green",
    }
    with pytest.raises(NotFound, match="own_list_grey"):
        Parties(ws).find(frozenset({"own_list_grey"}))


def test_undo_takes_an_entry_out_and_no_run_puts_it_back(ws: Workspace) -> None:
    """The old answer is kept for `held_at`; who and why are in the record."""
    parties = Parties(ws)
    parties.match()
    joined_at = len(ws.store.transactions())
    done = parties.undo("own_list_green-7", **SIGNED)
    assert done.taken_back and not one_party(ws, "red-1", "green-7")
    parties.match()
    assert not one_party(ws, "red-1", "green-7")
    assert one_party(ws, "red-1", "blue-10")
    then = ws.view(Times(DAY, NOW, joined_at))
    assert then.canonical("own_list_green-7") == then.canonical("own_list_red-1")
    assert any(j.by == "A. Reviewer" and not j.same for j in ws.record.everything().judgements())


def test_undo_of_a_pair_tells_what_still_joins_it(ws: Workspace) -> None:
    """Two entries may be one party by way of a third."""
    parties = Parties(ws)
    for one, other in (("red-1", "blue-10"), ("blue-10", "green-7"), ("red-1", "green-7")):
        parties.judge(f"own_list_{one}", f"own_list_{other}", same=True, **SIGNED)
    done = parties.undo("own_list_red-1", "own_list_green-7", **SIGNED)
    assert done.still_joined == ("own_list_green-7", "own_list_red-1")


def test_undo_of_a_run(ws: Workspace) -> None:
    """All that one transaction joined is apart again, and only that."""
    parties = Parties(ws)
    parties.judge("own_list_red-3", "own_list_blue-12", same=True, **SIGNED)
    parties.match()
    run = len(ws.store.transactions())
    assert len(parties.undo_run(run, **SIGNED).taken_back) == 3
    assert not one_party(ws, "red-1", "blue-10")
    assert one_party(ws, "red-3", "blue-12")
    with pytest.raises(NotFound, match="in force"):
        parties.undo_run(run, **SIGNED)


def test_a_reviewer_confirms_and_rejects(ws: Workspace) -> None:
    """A word on a pair takes it off the list of questions; the last word counts."""
    parties = Parties(ws)
    parties.match()
    (asked,) = parties.find().review
    parties.judge(asked.left.id, asked.right.id, same=False, **SIGNED)
    assert parties.find().review == ()
    parties.judge(asked.left.id, asked.right.id, same=True, **SIGNED)
    assert one_party(ws, "red-3", "blue-12")


def test_the_same_word_again_adds_nothing(ws: Workspace) -> None:
    """Saying a thing twice is saying it once."""
    parties = Parties(ws)
    for _ in range(2):
        parties.judge("own_list_red-3", "own_list_blue-12", same=True, **SIGNED)
    assert len(ws.record.everything().judgements()) == 1


@pytest.mark.parametrize(
    ("left", "right", "signed", "error"),
    [
        ("own_list_red-1", "own_list_red-1", SIGNED, InvalidInput),
        ("own_list_red-1", "own_list_blue-99", SIGNED, NotFound),
        ("own_list_red-1", "own_list_blue-10", {"by": " ", "reason": "x"}, InvalidInput),
        ("own_list_red-1", "own_list_blue-10", {"by": "A", "reason": ""}, InvalidInput),
    ],
)
def test_a_word_needs_two_entries_and_a_signature(
    ws: Workspace, left: str, right: str, signed: dict[str, str], error: type[Exception]
) -> None:
    """An unknown id, one id twice, or nobody's name is refused, and nothing is written."""
    held = len(ws.store.transactions())
    with pytest.raises(error):
        Parties(ws).judge(left, right, same=True, **signed)
    assert len(ws.store.transactions()) == held


def test_nothing_to_undo(ws: Workspace) -> None:
    """The error says how to see what joins an entry."""
    with pytest.raises(NotFound, match="parties joined own_list_red-1"):
        Parties(ws).undo("own_list_red-1", **SIGNED)


def test_a_sample_is_drawn_by_its_seed(ws: Workspace) -> None:
    """The same seed gives the same pairs; both names are those of their own lists."""
    parties = Parties(ws)
    parties.match()
    every = parties.joined()
    assert len(every) == 3
    assert parties.joined(sample=2, seed=5) == parties.joined(sample=2, seed=5)
    assert all(one in every for one in parties.joined(sample=2, seed=5))
    assert len(parties.joined(sample=10)) == 3
    (ada,) = parties.joined("own_list_red-2")
    assert {ada.left, ada.right} == {"Ada Lovelund", "Ada Maria Lovelund"}
