"""The state of a designation on a date: every rule of the record, one scenario after another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, Event, Listing, State
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence
from interdict.regimes.added_names import state_of_name
from interdict.regimes.catalog import load_regimes
from interdict.regimes.lifecycle import state_of

REGIMES = load_regimes()
OFFICIAL, COPY, ISSUER, PRESS = Grade


def said(
    name: str,
    on: str | None,
    grade: Grade = COPY,
    *,
    expected: str | None = None,
    prior: bool = False,
    told: str | None = None,
) -> Event:
    """An event as a source of that grade gives it; `told` is when the source said so."""
    at = None if told is None else datetime.fromisoformat(told).replace(tzinfo=UTC)
    citation = Citation(f"{grade}: {name} {on}", grade)
    return Event(name, on, grade, citation, at, expected=expected, prior=prior)


def tag(
    *,
    edition: str | None,
    holds: bool,
    seen: str,
    absent_before: str | None = None,
    absent_after: str | None = None,
    again: str | None = None,
    grade: Grade = COPY,
    dataset: str = "us_ofac_sdn",
) -> Listing:
    """A programme's tag on a list; `seen` is `first/last`, the ends of its run of editions."""
    first, _, last = seen.partition("/")
    given = (edition, first, last or first, absent_before, absent_after, again)
    days = [None if day is None else PartialDate.parse(day) for day in given]
    presence = Presence(
        edition=days[0],
        holds=holds,
        first_seen=days[1],
        last_seen=days[2],
        absent_before=days[3],
        absent_after=days[4],
        seen_again=days[5],
        grade=grade,
    )
    return Listing(dataset, "TAG", presence, Citation(f"{dataset}: tag", grade))


@dataclass(frozen=True)
class Scenario:
    """What the sources give, and what holds on some days.

    `answers` maps `as_of` (or `as_of, known_on`) to the state as `shown` writes it.
    """

    what: str
    given: tuple[Event | Listing, ...]
    answers: dict[str, str]
    programme: str = "US-FTO"
    covered: bool = True
    absence_ends: bool = True

    def state(self, days: str) -> State:
        as_of, _, known_on = days.partition(", ")
        return state_of(
            Designation(
                "mylist-1",
                self.programme,
                "X",
                tuple(g for g in self.given if isinstance(g, Event)),
                tuple(g for g in self.given if isinstance(g, Listing)),
            ),
            REGIMES.named(self.programme).lifecycle,
            as_of=date.fromisoformat(as_of),
            known_on=date.fromisoformat(known_on or as_of),
            covered=self.covered,
            absence_ends=self.absence_ends,
        )


def shown(state: State) -> str:
    """The state in one line: name, grade, dates, bounds, flags; `?` where it is not certain."""
    words = [str(state.name) + ("" if state.certain else "?")]
    if state.grade is not None:
        words.append(str(state.grade))
    for label, value in (
        ("announced", state.announced),
        ("expected", state.expected),
        ("since", state.since),
        ("ended", state.ended),
    ):
        if value is not None:
            words.append(f"{label} {value}")
    if state.ended_by is not None:
        words.append(f"by {state.ended_by}")
    if state.first_seen is not None:
        words.append(f"seen {state.first_seen}/{state.last_seen}")
        words.append(f"absent {state.absent_before or '-'}/{state.absent_after or '-'}")
    words.extend(state.flags)
    return " ".join(words)


ANNOUNCED = said("announced", "2025-11-16", PRESS, expected="2025-11-24")
RELEASE = said("announced", "2025-11-16", ISSUER, expected="2025-11-24")
PENDING = "pending press announced 2025-11-16 expected 2025-11-24"
DUE = "due_unconfirmed press announced 2025-11-16 expected 2025-11-24"

ANNOUNCING = [
    Scenario("nothing is known", (), {"2025-11-16": "none"}),
    Scenario("nothing is known or covered", (), {"2025-11-16": "not_covered"}, covered=False),
    Scenario(
        "announced by the press alone",
        (ANNOUNCED,),
        {
            "2025-11-15": "none",
            "2025-11-16": PENDING,
            "2025-11-23": PENDING,
            "2025-11-24": DUE,
            "2026-11-24": DUE,
        },
    ),
    Scenario(
        "due needs both what is asked and what is known",
        (ANNOUNCED,),
        {
            "2025-11-24, 2025-11-23": PENDING,
            "2025-11-23, 2025-11-24": PENDING,
            "2025-11-20, 2026-06-01": PENDING,
            "2026-06-01, 2025-11-20": PENDING,
            "2025-11-24, 2025-11-24": DUE,
            "2025-11-15, 2026-06-01": "none",
        },
    ),
    Scenario(
        "an issuer's announcement is graded so, and is not promoted by its date either",
        (RELEASE, ANNOUNCED),
        {
            "2025-11-20": "pending issuer announced 2025-11-16 expected 2025-11-24",
            "2025-12-20": "due_unconfirmed issuer announced 2025-11-16 expected 2025-11-24",
        },
    ),
    Scenario(
        "announced without a date to expect: pending for good",
        (said("announced", "2025-11-16", PRESS),),
        {"2025-11-20": "pending press announced 2025-11-16",
         "2035-11-20": "pending press announced 2025-11-16"},
    ),
    Scenario(
        "sources expect different days: the stronger, else the one that most agree on",
        (
            said("announced", "2025-11-16", PRESS, expected="2025-11-22"),
            ANNOUNCED,
            said("announced", "2025-11-17", PRESS, expected="2025-11-24"),
        ),
        {"2025-11-18": PENDING, "2025-11-23": PENDING, "2025-11-24": DUE},
    ),
    Scenario(
        "sources expect different days: an issuer before any number of papers",
        (
            said("announced", "2025-11-16", PRESS, expected="2025-11-24"),
            said("announced", "2025-11-17", PRESS, expected="2025-11-24"),
            said("announced", "2025-11-16", ISSUER, expected="2025-11-26"),
        ),
        {"2025-11-25": "pending issuer announced 2025-11-16 expected 2025-11-26"},
    ),
    Scenario(
        "an undated source tells of what others date",
        (ANNOUNCED, said("announced", None, PRESS, expected="2025-11-24", told="2025-11-01")),
        {"2025-11-15": "none", "2025-11-16": PENDING, "2025-11-24": DUE},
    ),
    Scenario(
        "nobody dates the announcement: it was made by when the first source told of it",
        (
            said("announced", None, PRESS, expected="2025-11-24", told="2025-11-18"),
            said("announced", None, PRESS, told="2025-11-17"),
        ),
        {
            "2025-11-16": "none",
            "2025-11-17": "pending? press announced ../2025-11-17",
            "2025-11-18": "pending? press announced ../2025-11-17 expected 2025-11-24",
            "2025-11-24": "due_unconfirmed? press announced ../2025-11-17 expected 2025-11-24",
        },
    ),
    Scenario(
        "an undated copy of a notice proves that it was made, not when it was published",
        (said("filed", None, COPY, told="2025-12-01"),),
        {"2025-11-30": "none", "2025-12-01": "pending? copy announced ../2025-12-01"},
    ),
    Scenario(
        "each step before publication leaves it pending",
        (said("directed", "2025-01-20"), said("notified", "2025-11-16", OFFICIAL)),
        {"2025-01-20": "pending copy announced 2025-01-20",
         "2025-11-30": "pending official announced 2025-11-16"},
    ),
    Scenario(
        "a symbolic date is nothing to wait for",
        (said("announced", "2025-11-16", PRESS, expected="XXXX-11-24"),),
        {"2025-12-01": "pending press announced 2025-11-16"},
    ),
]  # fmt: skip

IN_FORCE = [
    Scenario(
        "published in a copy of the journal",
        (ANNOUNCED, said("published", "2025-11-24")),
        {
            "2025-11-20": "pending press announced 2025-11-16 expected 2025-11-24",
            "2025-11-23": "pending press announced 2025-11-16 expected 2025-11-24",
            "2025-11-24": "in_force copy since 2025-11-24",
            "2035-11-24": "in_force copy since 2025-11-24",
        },
    ),
    Scenario(
        "the publication, not what was expected, sets the date",
        (ANNOUNCED, said("published", "2025-11-26")),
        {"2025-11-25": "pending press announced 2025-11-16 expected 2025-11-26",
         "2025-11-26": "in_force copy since 2025-11-26"},
    ),
    Scenario(
        "by the issuer's act, where the act is enough",
        (said("in_force", "2025-07-25", ISSUER),),
        {"2025-07-24": "none", "2025-07-25": "in_force issuer since 2025-07-25"},
        programme="US-SDGT",
    ),
    Scenario(
        "an issuer's word never puts in force what needs publication",
        (said("announced", "2025-07-25", ISSUER, expected="2025-07-25"),),
        {"2025-07-26": "due_unconfirmed issuer announced 2025-07-25 expected 2025-07-25"},
    ),
    Scenario(
        "a named reviewer makes it official",
        (ANNOUNCED, said("published", "2025-11-24", OFFICIAL)),
        {"2025-11-24": "in_force official since 2025-11-24"},
    ),
    Scenario(
        "two sources of one beginning: the stronger grade",
        (said("published", "2025-11-24", COPY), said("published", "2025-11-24", OFFICIAL)),
        {"2025-11-24": "in_force official since 2025-11-24"},
    ),
    Scenario(
        "what is done needs no date to have been announced",
        (said("in_force", "2025-07-25"), said("published", "2025-08-04")),
        {"2025-07-26": "in_force copy since 2025-07-25",
         "2025-09-01": "in_force copy since 2025-07-25"},
        programme="US-SDGT",
    ),
    Scenario(
        "the press alone only reports what exists",
        (said("in_force", "2025-07-25", PRESS, prior=True),),
        {"2025-07-24": "none", "2025-07-25": "reported press since 2025-07-25"},
        programme="US-SDGT",
    ),
    Scenario(
        "a report of the press says no more where no list covers the day",
        (said("in_force", "2025-07", PRESS, prior=True),),
        {"2025-06-30": "not_covered", "2025-07-10": "reported? press since 2025-07",
         "2025-08-01": "reported press since 2025-07"},
        programme="US-SDGT",
        covered=False,
    ),
    Scenario(
        "a report without a date counts from when it was told",
        (said("in_force", None, PRESS, prior=True, told="2025-11-17"),),
        {"2025-11-16": "none", "2025-11-17": "reported? press"},
        programme="US-SDGT",
    ),
    Scenario(
        "a report of a month gives way to the act that dates it",
        (said("in_force", "2025-07", PRESS, prior=True), said("in_force", "2025-07-25", ISSUER)),
        {"2025-07-10": "none", "2025-07-25": "in_force issuer since 2025-07-25"},
        programme="US-SDGT",
    ),
    Scenario(
        "an announcement beats a report of something older",
        (said("in_force", "2024", PRESS, prior=True), ANNOUNCED),
        {"2025-11-15": "reported press since 2024", "2025-11-16": PENDING},
    ),
]  # fmt: skip

FIXED_DATES = [
    Scenario(
        "a published act that fixes a later entry into force takes effect by itself",
        (said("announced", "2024-01-17", ISSUER), said("in_force", "2024-02-16")),
        {
            "2024-01-16": "none",
            "2024-01-17": "pending issuer announced 2024-01-17 expected 2024-02-16",
            "2024-02-15": "pending issuer announced 2024-01-17 expected 2024-02-16",
            "2024-02-16": "in_force copy since 2024-02-16",
        },
        programme="US-SDGT",
    ),
    Scenario(
        "an expiry fixed in a published act takes effect by itself, on its own day",
        (said("published", "2021-06-01"), said("expired", "2026-06-01")),
        {
            "2026-05-31": "in_force copy since 2021-06-01",
            "2026-06-01": "ended copy since 2021-06-01 ended 2026-06-01 by expired",
        },
    ),
]

FTO_TWICE = (
    said("in_force", "2021-01-19"),
    said("licensed", "2021-01-25"),
    said("revoked", "2021-02-16"),
    said("announced", "2025-01-22", COPY),
    said("in_force", "2025-03-05"),
)

ENDED = [
    Scenario(
        "two intervals, a licence in the first, announced again before the second",
        FTO_TWICE,
        {
            "2021-01-18": "none",
            "2021-01-19": "in_force copy since 2021-01-19",
            "2021-01-24": "in_force copy since 2021-01-19",
            "2021-01-25": "in_force copy since 2021-01-19 licensed",
            "2021-02-15": "in_force copy since 2021-01-19 licensed",
            "2021-02-16": "ended copy since 2021-01-19 ended 2021-02-16 by revoked",
            "2025-01-21": "ended copy since 2021-01-19 ended 2021-02-16 by revoked",
            "2025-01-22": "pending copy announced 2025-01-22 expected 2025-03-05",
            "2025-03-04": "pending copy announced 2025-01-22 expected 2025-03-05",
            "2025-03-05": "in_force copy since 2025-03-05",
        },
    ),
    *(
        Scenario(
            f"{name} ends it",
            (said("published", "2020-01-01"), said(name, "2021-01-01", OFFICIAL)),
            {"2020-12-31": "in_force copy since 2020-01-01",
             "2021-01-01": f"ended official since 2020-01-01 ended 2021-01-01 by {name}"},
        )
        for name in ("revoked", "annulled", "expired", "disapproved", "withdrawn")
    ),
    Scenario(
        "an end that only the press reports ends nothing",
        (said("published", "2020-01-01"), said("revoked", "2021-01-01", PRESS, prior=True)),
        {"2021-06-01": "in_force copy since 2020-01-01"},
    ),
    Scenario(
        "an end of an earlier interval does not touch a later one",
        (said("revoked", "2021-02-16"), said("published", "2025-03-05")),
        {"2022-01-01": "none", "2025-03-05": "in_force copy since 2025-03-05"},
    ),
    Scenario(
        "ended and begun again on one day",
        (said("published", "2020-01-01"), said("revoked", "2021-01-01"),
         said("published", "2021-01-01")),
        {"2021-01-01": "in_force copy since 2021-01-01"},
    ),
    Scenario(
        "reinstated",
        (said("published", "2020-01-01"), said("revoked", "2021-01-01"),
         said("reinstated", "2022-01-01")),
        {"2021-06-01": "ended copy since 2020-01-01 ended 2021-01-01 by revoked",
         "2022-01-01": "in_force copy since 2022-01-01"},
    ),
    Scenario(
        "an announcement that was withdrawn is pending no longer",
        (RELEASE, said("withdrawn", "2025-11-20", ISSUER)),
        {"2025-11-19": "pending issuer announced 2025-11-16 expected 2025-11-24",
         "2025-11-20": "ended issuer ended 2025-11-20 by withdrawn",
         "2025-11-24": "ended issuer ended 2025-11-20 by withdrawn"},
    ),
    Scenario(
        "a withdrawal that only the press reports withdraws nothing",
        (RELEASE, said("withdrawn", "2025-11-20", PRESS, prior=True)),
        {"2025-11-25": "due_unconfirmed issuer announced 2025-11-16 expected 2025-11-24"},
    ),
    Scenario(
        "what was announced and in force needs no more waiting",
        (RELEASE, said("published", "2025-11-24"), said("revoked", "2026-01-01")),
        {"2026-02-01": "ended copy since 2025-11-24 ended 2026-01-01 by revoked"},
    ),
]  # fmt: skip

PRECISION = [
    Scenario(
        "a beginning known to the month leaves the month open",
        (said("in_force", "2025-07"),),
        {"2025-06-30": "none", "2025-07-01": "in_force? copy since 2025-07",
         "2025-07-30": "in_force? copy since 2025-07", "2025-07-31": "in_force copy since 2025-07"},
    ),
    Scenario(
        "an end known to the month leaves the month open",
        (said("in_force", "2020-01-01"), said("revoked", "2025-07")),
        {"2025-06-30": "in_force copy since 2020-01-01",
         "2025-07-10": "in_force? copy since 2020-01-01 ended 2025-07 by revoked",
         "2025-07-31": "ended copy since 2020-01-01 ended 2025-07 by revoked"},
    ),
    Scenario(
        "no later than a day: surely from then on, and not claimed before",
        (said("in_force", "../2021-07-07"),),
        {"2021-07-06": "none", "2021-07-07": "in_force copy since ../2021-07-07"},
    ),
    Scenario(
        "no earlier than a day: never sure to have begun",
        (said("in_force", "2021-07-07/.."),),
        {"2021-07-06": "none", "2030-01-01": "none"},
    ),
    Scenario(
        "a dated act before an open bound",
        (said("in_force", "../2021-07-07"), said("published", "2019-03-01")),
        {"2020-01-01": "in_force copy since 2019-03-01",
         "2022-01-01": "in_force copy since 2019-03-01"},
    ),
]  # fmt: skip

SEEN = "seen 2018-01-01/2020-11-30"

LISTS = [
    Scenario(
        "the tag is on the answering edition",
        (tag(edition="2020-11-30", holds=True, seen="2018-01-01/2020-11-30",
             absent_before="2017-01-01", absent_after="2025-04-19"),),
        {"2021-01-01": f"in_force copy {SEEN} absent 2017-01-01/2025-04-19"},
    ),
    Scenario(
        "the tag has gone: ended within bounds",
        (tag(edition="2025-04-19", holds=False, seen="2018-01-01/2020-11-30",
             absent_after="2025-04-19"),),
        {"2025-05-01": f"ended copy by removed from the list {SEEN} absent -/2025-04-19"},
    ),
    Scenario(
        "where absence is no evidence of an end, nothing is said of it",
        (tag(edition="2025-04-19", holds=False, seen="2018-01-01/2020-11-30",
             absent_after="2025-04-19"),),
        {"2025-05-01": "none"},
        absence_ends=False,
    ),
    Scenario(
        "the tag is not there yet",
        (tag(edition="2017-01-01", holds=False, seen="2018-01-01/2020-11-30",
             absent_before="2017-01-01"),),
        {"2017-06-01": "none"},
    ),
    Scenario(
        "the tag came back",
        (tag(edition="2026-01-01", holds=True, seen="2026-01-01", absent_before="2025-01-01"),),
        {"2026-02-01": "in_force copy seen 2026-01-01/2026-01-01 absent 2025-01-01/-"},
    ),
    Scenario(
        "between two runs of the tag",
        (tag(edition="2025-01-01", holds=False, seen="2018-01-01/2020-11-30",
             absent_after="2025-01-01", again="2026-01-01"),),
        {"2025-06-01": f"ended copy by removed from the list {SEEN} absent -/2025-01-01"},
    ),
    Scenario(
        "a day before the first edition is not covered",
        (tag(edition=None, holds=False, seen="2018-01-01/2020-11-30"),),
        {"2017-06-01": "not_covered"},
        covered=False,
    ),
    Scenario(
        "gone from one list and still on another",
        (tag(edition="2025-04-19", holds=False, seen="2018-01-01/2020-11-30",
             absent_after="2025-04-19"),
         tag(edition="2025-01-01", holds=True, seen="2019-01-01/2025-01-01", grade=OFFICIAL,
             dataset="us_state_fto")),
        {"2025-05-01": "in_force official seen 2019-01-01/2025-01-01 absent -/-"},
    ),
]  # fmt: skip

GONE = tag(
    edition="2025-04-19", holds=False, seen="2018-01-01/2020-11-30", absent_after="2025-04-19"
)
THERE = tag(edition="2020-11-30", holds=True, seen="2018-01-01/2020-11-30", grade=OFFICIAL)

EVENTS_AND_LISTS = [
    Scenario(
        "dates come from the act, bounds and the better grade from the list",
        (said("published", "2014-05-15"), THERE),
        {"2021-01-01": f"in_force official since 2014-05-15 {SEEN} absent -/-"},
    ),
    Scenario(
        "a dated beginning and a tag that has gone: ended within bounds",
        (said("published", "2014-05-15"), GONE),
        {"2025-05-01":
            f"ended copy since 2014-05-15 by removed from the list {SEEN} absent -/2025-04-19"},
    ),
    Scenario(
        "a dated revocation says it better than a tag that has gone",
        (said("published", "2014-05-15"), said("revoked", "2021-03-01"), GONE),
        {"2025-05-01": f"ended copy since 2014-05-15 ended 2021-03-01 by revoked {SEEN} "
                       "absent -/2025-04-19"},
    ),
    Scenario(
        "a dated revocation beats a list that still carries the tag",
        (said("published", "2014-05-15"), said("revoked", "2020-12-10"), THERE),
        {"2021-01-01":
            f"ended copy since 2014-05-15 ended 2020-12-10 by revoked {SEEN} absent -/-"},
    ),
    Scenario(
        "a list settles a beginning that is known to the month alone",
        (said("published", "2020-12"),
         tag(edition="2020-12-10", holds=True, seen="2020-12-10")),
        {"2020-12-15": "in_force copy since 2020-12 seen 2020-12-10/2020-12-10 absent -/-"},
    ),
    Scenario(
        "designated again after the tag had gone: an old edition does not speak of it",
        (said("in_force", "2018-01-01"), said("revoked", "2020-12-10"),
         said("in_force", "2025-03-05"),
         tag(edition="2021-07-07", holds=False, seen="2018-01-01/2020-11-30",
             absent_after="2021-07-07")),
        {"2025-03-06": "in_force copy since 2025-03-05"},
    ),
    Scenario(
        "announced again after the tag had gone",
        (GONE, ANNOUNCED),
        {"2025-11-15":
            f"ended copy by removed from the list {SEEN} absent -/2025-04-19",
         "2025-11-20": PENDING},
    ),
    Scenario(
        "what was announced before the tag was there is past",
        (said("announced", "2017-12-01", PRESS, expected="2018-01-01"), GONE),
        {"2025-05-01": f"ended copy by removed from the list {SEEN} absent -/2025-04-19"},
    ),
]  # fmt: skip

FLAGS = [
    Scenario(
        "held unlawful and kept in force",
        (said("published", "2020-01-01"), said("annulled_stayed", "2021-01-01")),
        {"2020-12-31": "in_force copy since 2020-01-01",
         "2021-01-01": "in_force copy since 2020-01-01 held_unlawful"},
    ),
    Scenario(
        "several qualifications at once, in a fixed order",
        (said("published", "2020-01-01"), said("suspended", "2020-03-01"),
         said("licensed", "2020-02-01"), said("annulled_stayed", "2020-04-01")),
        {"2021-01-01": "in_force copy since 2020-01-01 held_unlawful licensed suspended"},
    ),
    Scenario(
        "a licence known to the month is not claimed within it",
        (said("published", "2020-01-01"), said("licensed", "2020-02")),
        {"2020-02-10": "in_force copy since 2020-01-01",
         "2020-02-29": "in_force copy since 2020-01-01 licensed"},
    ),
    Scenario(
        "what only the press reports does not qualify it",
        (said("published", "2020-01-01"), said("licensed", "2020-02-01", PRESS, prior=True)),
        {"2021-01-01": "in_force copy since 2020-01-01"},
    ),
    Scenario(
        "a licence does not outlive the interval",
        FTO_TWICE,
        {"2025-04-01": "in_force copy since 2025-03-05"},
    ),
]  # fmt: skip

REPORTS = [
    Scenario(
        "the press says that it existed and ended",
        (said("revoked", "2022-03-01", PRESS, prior=True),
         said("in_force", "2019-01-01", PRESS, prior=True)),
        {"2020-01-01": "reported press since 2019-01-01",
         "2023-01-01": "reported press since 2019-01-01"},
    ),
    Scenario(
        "the press says only that it ended: that is no beginning",
        (said("revoked", "2022-03-01", PRESS, prior=True),),
        {"2023-01-01": "reported press"},
    ),
    Scenario(
        "announced in a month, asked within it",
        (said("announced", "2025-11", PRESS),),
        {"2025-10-31": "none", "2025-11-10": "pending? press announced 2025-11",
         "2025-11-30": "pending press announced 2025-11"},
    ),
    Scenario(
        "announced again after an announcement was withdrawn",
        (said("announced", "2024-01-10", ISSUER), said("withdrawn", "2024-02-01", ISSUER), RELEASE),
        {"2024-03-01": "ended issuer ended 2024-02-01 by withdrawn",
         "2025-11-20": "pending issuer announced 2025-11-16 expected 2025-11-24"},
    ),
]  # fmt: skip

ALL = [
    (s, days)
    for s in (
        *ANNOUNCING,
        *IN_FORCE,
        *FIXED_DATES,
        *ENDED,
        *PRECISION,
        *LISTS,
        *EVENTS_AND_LISTS,
        *FLAGS,
        *REPORTS,
    )
    for days in s.answers
]


CASES = [pytest.param(s, days, id=f"{s.what} | {days}") for s, days in ALL]


@pytest.mark.parametrize(("scenario", "days"), CASES)
def test_state(scenario: Scenario, days: str) -> None:
    """Each scenario gives the state that the record's rules give it on that day."""
    assert shown(scenario.state(days)) == scenario.answers[days]


# --- parts of a designation ---------------------------------------------------------------


def _amended() -> Designation:
    """A designation of 2001 to which a name was added in 2025."""
    return Designation(
        "mylist-1",
        "US-FTO",
        "X",
        (
            said("published", "2001-12-26"),
            replace(said("announced", "2025-07-17", PRESS), scope="New Front"),
            replace(said("amended", "2025-07-18"), scope="New Front"),
        ),
    )


def _named(designation: Designation, name: str, as_of: str) -> State:
    day = date.fromisoformat(as_of)
    life = REGIMES["US-FTO"].lifecycle
    return state_of_name(designation, name, life, as_of=day, known_on=date.max)


@pytest.mark.parametrize(
    ("name", "as_of", "expected"),
    [
        ("New Front", "2025-07-16", "none"),
        ("New Front", "2025-07-17", "pending press announced 2025-07-17 expected 2025-07-18"),
        ("NEW FRONT", "2025-07-18", "in_force copy since 2025-07-18"),
        ("Another Front", "2025-07-18", "none"),
    ],
)
def test_an_added_name_has_its_own_day(name: str, as_of: str, expected: str) -> None:
    """An amendment reaches the name that it adds, from its own day; case does not matter."""
    assert shown(_named(_amended(), name, as_of)) == expected


def test_an_added_name_ends_with_the_designation() -> None:
    """What is revoked as a whole is revoked under each of its names."""
    whole = _amended()
    revoked = replace(whole, events=(*whole.events, said("revoked", "2025-09-01")))
    assert shown(_named(revoked, "New Front", "2025-09-01")).startswith("ended copy")
    assert shown(_named(revoked, "New Front", "2025-08-31")) == "in_force copy since 2025-07-18"


def test_what_is_about_a_part_is_not_about_the_whole() -> None:
    """The announcement of a new name leaves the designation as it is, before and after it."""
    life = REGIMES["US-FTO"].lifecycle
    part = replace(_amended(), events=_amended().events[1:])
    day = date(2025, 7, 20)
    state = state_of(part, life, as_of=day, known_on=day, covered=True)
    assert state.name == "none"


def test_a_licence_ends_by_its_own_terms() -> None:
    """Licensed from its day until the day that it names, that day left out."""
    given = (
        said("in_force", "2021-01-19"),
        replace(said("licensed", "2021-01-25"), until="2021-02-26", scope="most transactions"),
    )
    flags = {
        day: Scenario("", given, {}, "US-SDGT").state(day).flags
        for day in ("2021-01-24", "2021-01-25", "2021-02-25", "2021-02-26")
    }
    assert list(flags.values()) == [(), ("licensed",), ("licensed",), ()]


def test_a_mark_on_a_list_announces() -> None:
    """Pending while the edition holds it; it is no listing in force, nor does its end end one."""
    mark = replace(tag(edition="2026-03-02", holds=True, seen="2026-03-02"), announces=True)
    held = Scenario("", (mark,), {}, "EU-UNLI").state("2026-03-02")
    assert (held.name, held.grade) == ("pending", COPY)
    assert "still to be made" in held.notes[0]
    gone = replace(
        tag(edition="2026-03-09", holds=False, seen="2026-03-02", absent_after="2026-03-09"),
        announces=True,
    )
    assert Scenario("", (gone,), {}, "EU-UNLI").state("2026-03-09").name == "none"
    both = (mark, said("in_force", "2026-03-01"))
    assert Scenario("", both, {}, "EU-UNLI").state("2026-03-02").name == "in_force"
