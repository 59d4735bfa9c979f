"""Which edition answers a moment, with which bounds, and which ids are one party."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

import pytest

from interdict.model.dates import PartialDate, end_of_day
from interdict.model.source import Edition, Grade
from interdict.model.statement import Presence
from interdict.store.base import Judgement, Moment
from interdict.store.reading import Canon, Issue, Timeline, clash, merge_presence

LATE = "2030-01-01"


def issue(
    key: int,
    day: str,
    *,
    part: str = "entries",
    dataset: str = "mylist",
    seq: int = 1,
    grade: Grade = Grade.COPY,
    own_dates: bool = False,
) -> Issue:
    return Issue(
        key=key,
        dataset=dataset,
        part=part,
        published_at=end_of_day(date.fromisoformat(day)),
        seq=seq,
        file_name=f"{part}-{day}.csv",
        grade=grade,
        primary=part == "entries",
        own_dates=own_dates,
    )


def at(as_of: str, known: str = LATE, held: int = 99) -> Moment:
    return Moment(date.fromisoformat(as_of), end_of_day(date.fromisoformat(known)), held)


def timeline(issues: Sequence[Issue], moment: Moment, only: str | None = None) -> Timeline:
    return Timeline(issues, moment, None if only is None else frozenset({only}))


YEARLY = [issue(year, f"{year}-01-01") for year in range(2018, 2025)]
"""One edition a year; the key is the year."""


class TestAnswering:
    """A date between editions is answered by the latest one on or before it."""

    @pytest.mark.parametrize(
        ("as_of", "known", "held", "answers"),
        [
            ("2017-12-31", LATE, 99, None),
            ("2018-01-01", LATE, 99, 2018),
            ("2020-06-01", LATE, 99, 2020),
            ("2029-01-01", LATE, 99, 2024),
            ("2029-01-01", "2021-12-31", 99, 2021),
            ("2020-06-01", "2017-01-01", 99, None),
            ("2020-06-01", LATE, 0, None),
        ],
    )
    def test_by_all_three_times(
        self, as_of: str, known: str, held: int, answers: int | None
    ) -> None:
        """The date asked for, what had been published, and what was held each limit it."""
        found = timeline(YEARLY, at(as_of, known, held)).answering("mylist", "entries")
        assert (found.key if found else None) == answers

    def test_of_two_at_one_instant_the_later_recorded_answers(self) -> None:
        """The order of recording decides, not that of the rows."""
        earlier, later = issue(1, "2020-01-01", seq=1), issue(2, "2020-01-01", seq=2)
        for rows in ([earlier, later], [later, earlier]):
            found = timeline(rows, at("2020-06-01")).answering("mylist", "entries")
            assert found == later

    def test_an_edition_counts_by_its_issuers_own_day(self) -> None:
        """An evening in the west belongs to that day, though it is the next one in UTC."""
        western = timezone(timedelta(hours=-5))
        evening = Issue(
            key=1,
            dataset="mylist",
            part="entries",
            published_at=datetime(2020, 1, 1, 22, tzinfo=western),
            seq=1,
            file_name="f",
            grade=Grade.COPY,
            primary=True,
        )
        found = timeline([evening], at("2020-01-01"))
        assert found.answering("mylist", "entries") == evening
        assert str(found.coverage("mylist").edition) == "2020-01-01"
        assert timeline([evening], at("2020-01-01", known="2020-01-01")).parts() == []

    def test_only_the_datasets_asked_for_are_seen(self) -> None:
        """A view of some lists says nothing of the others."""
        rows = [issue(1, "2020-01-01"), issue(2, "2020-01-01", dataset="other")]
        assert timeline(rows, at("2020-06-01")).parts() == [
            ("mylist", "entries"),
            ("other", "entries"),
        ]
        assert timeline(rows, at("2020-06-01"), "other").parts() == [("other", "entries")]

    def test_each_part_has_its_own_answer(self) -> None:
        """An edition without its alias file leaves the older aliases standing."""
        rows = [
            issue(1, "2020-01-01"),
            issue(2, "2020-01-01", part="aliases"),
            issue(3, "2020-02-01"),
        ]
        found = timeline(rows, at("2020-06-01")).answering_issues()
        assert sorted(i.key for i in found) == [2, 3]

    def test_a_compiled_dataset_speaks_of_days_before_it(self) -> None:
        """Its statements carry their own dates; publication still limits what was known."""
        compiled = [issue(1, "2026-01-01", own_dates=True)]
        assert timeline(compiled, at("1999-01-01")).answering("mylist", "entries") is not None
        early = timeline(compiled, at("1999-01-01", known="2025-01-01"))
        assert early.answering("mylist", "entries") is None


def bounds(found: Presence | None) -> str:
    """`absent_before first_seen last_seen absent_after seen_again`, `-` for none."""
    assert found is not None
    shown = (
        found.absent_before,
        found.first_seen,
        found.last_seen,
        found.absent_after,
        found.seen_again,
    )
    return " ".join("-" if day is None else str(day.year) for day in shown)


class TestPresence:
    """Where a source dates nothing, the editions around a date bound it."""

    @pytest.mark.parametrize(
        ("held_in", "as_of", "holds", "expected"),
        [
            ({2018, 2019, 2020, 2021, 2022, 2023, 2024}, 2021, True, "- 2018 2024 - -"),
            ({2020, 2021}, 2020, True, "2019 2020 2021 2022 -"),
            ({2020, 2021}, 2021, True, "2019 2020 2021 2022 -"),
            ({2020, 2021}, 2023, False, "2019 2020 2021 2022 -"),  # gone
            ({2020, 2021}, 2018, False, "2019 2020 2021 2022 -"),  # not yet
            ({2018, 2021}, 2019, False, "- 2018 2018 2019 2021"),  # gone, to come back
            ({2018, 2021}, 2021, True, "2020 2021 2021 2022 -"),  # came back
            ({2018, 2021}, 2024, False, "2020 2021 2021 2022 -"),  # gone again
            ({2018, 2020, 2022}, 2018, True, "- 2018 2018 2019 2020"),
            ({2024}, 2017, False, "2023 2024 2024 - -"),  # before the first edition
            ({2018}, 2017, False, "- 2018 2018 2019 -"),
        ],
    )
    def test_bounds(self, held_in: set[int], as_of: int, holds: bool, expected: str) -> None:
        """The run of editions around the date, else the nearest before it, else the next."""
        moment = at(f"{as_of}-06-01")
        found = timeline(YEARLY, moment).presence("mylist", "entries", lambda i: i.key in held_in)
        assert found is not None
        assert found.holds is holds
        assert bounds(found) == expected
        answers = None if as_of < 2018 else PartialDate(as_of, 1, 1)
        assert found.edition == answers

    def test_what_no_visible_edition_holds_is_unknown(self) -> None:
        """A statement of a later edition was not known: it has no presence at all."""
        found = timeline(YEARLY, at("2021-06-01", known="2021-06-01"))
        assert found.presence("mylist", "entries", lambda i: i.key == 2023) is None
        assert found.where("mylist", "entries", lambda i: i.key == 2023) is None

    def test_it_is_looked_up_where_it_stands(self) -> None:
        """In the answering edition if that holds it, or else the last that does."""
        found = timeline(YEARLY, at("2021-06-01"))
        standing = found.where("mylist", "entries", lambda i: i.key in {2019, 2021, 2023})
        gone = found.where("mylist", "entries", lambda i: i.key in {2019, 2020})
        assert standing is not None
        assert gone is not None
        assert (standing.key, gone.key) == (2021, 2020)

    def test_the_grade_is_that_of_the_answering_edition(self) -> None:
        """A fetched edition after a copy from disk is official; before the first, its run's."""
        rows = [
            issue(1, "2020-01-01", grade=Grade.COPY),
            issue(2, "2021-01-01", grade=Grade.OFFICIAL),
        ]
        for as_of, grade in (
            ("2020-06-01", Grade.COPY),
            ("2021-06-01", Grade.OFFICIAL),
            ("2019-06-01", Grade.OFFICIAL),
        ):
            found = timeline(rows, at(as_of)).presence("mylist", "entries", lambda i: True)
            assert found is not None
            assert found.grade is grade

    def test_of_several_parts_one_that_holds_counts(self) -> None:
        """A statement found in two files holds if one of them holds it, else the latest counts."""
        gone = Presence(None, False, PartialDate(2018), PartialDate(2024))
        holds = Presence(None, True, PartialDate(2018), PartialDate(2019))
        older = Presence(None, False, PartialDate(2018), PartialDate(2020))
        assert merge_presence([gone, holds]) is holds
        assert merge_presence([older, gone]) is gone
        assert merge_presence([]) is None


class TestCoverage:
    """A date that no edition covers is said to be so."""

    @pytest.mark.parametrize(
        ("as_of", "status", "edition", "following"),
        [
            ("2017-06-01", "before_first_edition", None, "2018-01-01"),
            ("2018-01-01", "covered", "2018-01-01", "2019-01-01"),
            ("2023-06-01", "covered", "2023-01-01", "2024-01-01"),
            ("2029-01-01", "covered", "2024-01-01", None),
        ],
    )
    def test_status(
        self, as_of: str, status: str, edition: str | None, following: str | None
    ) -> None:
        """Covered from the first edition on; the next one is named as the other bound."""
        found = timeline(YEARLY, at(as_of)).coverage("mylist")
        shown = [None if d is None else str(d) for d in (found.edition, found.next_edition)]
        assert (found.status, shown) == (status, [edition, following])

    def test_a_dataset_without_editions_is_not_loaded(self) -> None:
        """Neither is one whose editions were all published later."""
        assert timeline(YEARLY, at("2020-01-01")).coverage("other").status == "not_loaded"
        unknown = timeline(YEARLY, at("2020-01-01", known="2017-01-01"))
        assert unknown.coverage("mylist").status == "not_loaded"

    def test_without_its_entries_a_list_covers_nothing(self) -> None:
        """An alias file alone cannot say who is not listed."""
        rows = [issue(1, "2020-01-01", part="aliases"), issue(2, "2021-01-01")]
        found = timeline(rows, at("2020-06-01")).coverage("mylist")
        assert found.status == "before_first_edition"
        assert found.parts == {"aliases": PartialDate(2020, 1, 1)}
        assert timeline(rows, at("2021-06-01")).coverage("mylist").status == "covered"


def said(*pairs: tuple[str, str, bool]) -> Canon:
    return Canon(Judgement(left, right, same, "Ann", "looked") for left, right, same in pairs)


class TestCanon:
    """Which ids are one party, by the judgements in force."""

    def test_a_listed_id_comes_before_a_provisional_one(self) -> None:
        """The party answers under a list's id, else under the smallest."""
        canon = said(("doc-alfa", "mylist-9", True), ("mylist-9", "mylist-3", True))
        assert {canon.of(i) for i in ("doc-alfa", "mylist-9", "mylist-3")} == {"mylist-3"}
        assert canon.members("doc-alfa") == ["doc-alfa", "mylist-3", "mylist-9"]
        assert said(("doc-b", "doc-a", True)).of("doc-b") == "doc-a"

    @pytest.mark.parametrize("flipped", [False, True])
    def test_the_last_word_on_a_pair_counts(self, flipped: bool) -> None:
        """Whichever way round the pair is named."""
        undone = ("b", "a", False) if flipped else ("a", "b", False)
        canon = said(("a", "b", True), undone)
        assert (canon.of("a"), canon.of("b")) == ("a", "b")
        assert canon.grouped() == frozenset()
        assert said(("a", "b", True), undone, ("a", "b", True)).of("b") == "a"

    def test_undoing_one_link_leaves_the_others(self) -> None:
        """A chain falls apart where it was undone, and only there."""
        chain = [("a", "b", True), ("b", "c", True), ("c", "d", True)]
        canon = said(*chain, ("b", "c", False))
        assert [canon.members(i) for i in "abcd"] == [["a", "b"]] * 2 + [["c", "d"]] * 2

    def test_the_order_of_joins_does_not_matter(self) -> None:
        """Any order of the same judgements gives the same parties."""
        pairs = [("d", "c", True), ("a", "b", True), ("c", "b", True), ("doc-x", "d", True)]
        for turn in range(len(pairs)):
            canon = said(*pairs[turn:], *pairs[:turn])
            assert {canon.of(i) for i in ("a", "b", "c", "d", "doc-x")} == {"a"}

    def test_an_id_that_nobody_judged_stands_alone(self) -> None:
        """It is its own canonical id and only member."""
        canon = said(("a", "b", True))
        assert (canon.of("z"), canon.members("z")) == ("z", ["z"])
        assert canon.grouped() == frozenset({"a", "b"})


def test_a_clash_says_what_to_do() -> None:
    """The message names the list, the file, and the option that resolves it."""
    message = clash(Edition.dated("mylist", date(2020, 1, 10)), "entries.csv")
    assert "mylist" in message
    assert "entries.csv" in message
    assert "--edition 2020-01-10T" in message
