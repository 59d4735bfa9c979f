"""Parties of ownership files among the matches: who is a hit, and who must not stand in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from interdict.model.match import Match, Party
from interdict.model.statement import Statement
from interdict.ownership.chain import Chain
from interdict.ownership.grounds import Grounds, Standing
from interdict.ownership.outcome import Outcome, OwnedBy, Verdict
from interdict.ownership.rule import Authority
from interdict.regimes.regime import OwnershipRule
from interdict.screening.screen import Screener
from interdict.store.base import Coverage, Moment

ASKED = Party(names=("Harbour Front",))
RULE = OwnershipRule((), True, False, True, "Test", (), "test", "A")


def match(entity_id: str, score: int) -> Match:
    """A match by name; the id begins with its dataset."""
    said = Statement(entity_id.partition("-")[0], entity_id, "Company", "name", "Harbour Front")
    return Match(entity_id, "Company", "Harbour Front", score, (), "Harbour Front", "name", said)


class Found:
    """A matcher that has found them already, and remembers how many were asked for."""

    NAME, VERSION = "found", "1"

    def __init__(self, matches: Iterable[Match]) -> None:
        self.matches = sorted(matches, key=lambda m: (-m.score, m.entity_id))
        self.asked: list[int] = []

    def search(self, party: Party, *, threshold: int, limit: int, alive: Any = None) -> list[Match]:
        """The best of them."""
        self.asked.append(limit)
        return self.matches[:limit]

    def search_many(
        self, parties: Iterable[Party], *, threshold: int, limit: int, alive: Any = None
    ) -> Iterator[list[Match]]:
        """The same for each."""
        return (self.search(party, threshold=threshold, limit=limit) for party in parties)


def owned(standing: Standing, verdict: Verdict) -> OwnedBy:
    """An outcome of a rule."""
    grounds = Grounds("x", standing, 0, 0, 0)
    authority = Authority("T", (), (), True, RULE)
    return OwnedBy(Chain("x", {}, ()), (Outcome(authority, verdict, None, grounds),))


def screener(matcher: Found, owners: dict[str, OwnedBy], *, limit: int = 3) -> Screener:
    """A screener to which nobody is designated, on a day that is covered."""
    return Screener(
        matcher,
        designations=lambda _: [],
        coverage=[Coverage("us_ofac_sdn", "covered")],
        moment=Moment(date(2031, 5, 1), datetime(2031, 5, 1, tzinfo=UTC), 1),
        limit=limit,
        owners=owners.get,
    )


def test_free_namesakes_do_not_crowd_out_a_listed_party() -> None:
    """More matches are asked for until the answer is full, or there are no more."""
    free = [match(f"ownership_x-{n:03}", 9_000) for n in range(40)]
    matcher = Found([*free, match("us_ofac_sdn-1", 7_000)])
    answer = screener(matcher, {}).screen(ASKED)
    assert [hit.match.entity_id for hit in answer.hits] == ["us_ofac_sdn-1"]
    assert matcher.asked == [3, 30, 300]
    assert answer.warnings[-1].startswith("40 like it in ownership files alone")
    (again,) = screener(Found(matcher.matches), {}).screen_many([ASKED])
    assert again == answer


def test_an_answer_without_ownership_data_asks_once() -> None:
    """Whoever holds no stakes pays nothing for them."""
    matcher = Found([match(f"us_ofac_sdn-{n}", 9_000) for n in range(9)])
    assert len(screener(matcher, {}).screen(ASKED).hits) == 3
    assert matcher.asked == [3]


@pytest.mark.parametrize(
    ("standing", "verdict", "is_hit"),
    [
        (Standing.FOLLOWS, Verdict.BLOCKED, True),
        (Standing.UNDETERMINED, Verdict.UNDETERMINED, True),
        (Standing.UNDETERMINED, Verdict.NOT_COVERED, False),
        (Standing.FREE, Verdict.NOT_BLOCKED, False),
        (Standing.UNKNOWN_PARTY, Verdict.UNDETERMINED, False),
    ],
)
def test_who_follows_or_may_is_a_hit(standing: Standing, verdict: Verdict, is_hit: bool) -> None:
    """Anybody else of an ownership file is none; a party of another list always is."""
    owners = dict.fromkeys(("ownership-a", "us_ofac_sdn-1"), owned(standing, verdict))
    found = screener(Found([match(one, 9_000) for one in owners]), owners).screen(ASKED)
    expected = ["ownership-a", "us_ofac_sdn-1"] if is_hit else ["us_ofac_sdn-1"]
    assert [hit.match.entity_id for hit in found.hits] == expected
    assert all((hit.owned is not None) is is_hit for hit in found.hits)
