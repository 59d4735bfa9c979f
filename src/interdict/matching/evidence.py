"""What besides the name speaks for or against a match: birth date, countries, identifiers.

What agrees closes a share of the gap to the full score, what differs takes points away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from interdict.model.schema import is_a
from interdict.text.countries import is_known
from interdict.text.identifiers import is_valid

BIRTHDAY_CLOSES = 450
"""Share of the gap, in 1/1,000, that the same day of birth closes."""

YEAR_CLOSES = 120
COUNTRY_CLOSES = 60
GENDER_DIFFERS = -2_500

BIRTH_DIFFERS = -4_000
"""Birth dates years apart."""

COUNTRY_DIFFERS = -300

_NEAR = -600
_DOUBT = -250
_YEAR_OFF_DOUBT = -500
_OTHER_DAY = -1_200

_STRONG_IDENTIFIERS = frozenset(
    """
    idNumber passportNumber taxNumber registrationNumber imoNumber mmsi swiftBic leiCode
    serialNumber publicKey innCode ogrnCode dunsCode vatCode socialSecurityNumber email unscId
    icaoCode licenseNumber
    """.split()
)
_SHORTEST_STRONG = 6


class Birth(Protocol):
    """A birth date: days as ordinals, 0 where it is open; the text as it is given."""

    @property
    def first(self) -> int:
        """The first day it can be."""

    @property
    def last(self) -> int:
        """The last day it can be."""

    @property
    def approximate(self) -> bool:
        """True for a circa date."""

    @property
    def text(self) -> str:
        """As it is written."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one kind of evidence says: a share of the gap closed (1/1,000), or points lost."""

    feature: str
    closes: int
    points: int
    query: str
    candidate: str
    detail: str


def birth_verdict(asked: Birth | None, listed: Iterable[Birth]) -> Verdict | None:
    """The verdict on birth dates: that of the listed date that fits best; None if one is unknown.

    The same day, or a part of the date that is known, is evidence; one digit off, or day and
    month swapped, a small doubt; a clear difference weighs more than any likeness of names.
    """
    if asked is None:
        return None
    verdicts = [(*_compare(asked, birth), birth.text) for birth in listed]
    if not verdicts:
        return None
    closes, points, words, text = max(verdicts, key=lambda verdict: (verdict[:2], verdict[3]))
    detail = f"birth date {asked.text} {words}"
    if text != asked.text:
        detail += f" (listed: {text})"
    return Verdict("birth_date", closes, points, asked.text, text, detail)


def _compare(left: Birth, right: Birth) -> tuple[int, int, str]:
    """(share closed, points, in words)."""
    soft = left.approximate or right.approximate
    if left.first and left.first == left.last and right.first and right.first == right.last:
        return _compare_days(left.first, right.first, soft)
    if _overlap(left, right):
        return YEAR_CLOSES, 0, "agrees as far as it is known"
    years = _years_apart(left, right)
    near = 3 if soft else 1
    if not years:
        return 0, _NEAR, "agrees in the year alone"
    if years <= near:
        return (0, 0, "is near") if soft else (0, _NEAR, "is a year off")
    if years <= 2 * near:
        return 0, _OTHER_DAY, f"is {years} years off"
    return 0, BIRTH_DIFFERS, f"differs by {years} years"


def _compare_days(first: int, second: int, soft: bool) -> tuple[int, int, str]:
    if first == second:
        return BIRTHDAY_CLOSES, 0, "agrees"
    if soft and abs(first - second) <= 3 * 366:
        return 0, 0, "is near"
    left, right = date.fromordinal(first), date.fromordinal(second)
    if (left.year, left.month, left.day) == (right.year, right.day, right.month):
        return 0, _DOUBT, "agrees with day and month swapped"
    digits = zip(left.strftime("%Y%m%d"), right.strftime("%Y%m%d"), strict=True)
    if sum(a != b for a, b in digits) == 1:
        return 0, _DOUBT, "is one digit off"
    years = abs(left.year - right.year)
    if years == 1 and (left.month, left.day) == (right.month, right.day):
        return 0, _YEAR_OFF_DOUBT, "agrees but for the year, which is one off"
    if years == 0:
        return 0, _OTHER_DAY, "agrees in the year alone"
    if years == 1:
        return 0, 2 * _OTHER_DAY, "is another day, a year off"
    return 0, BIRTH_DIFFERS, f"differs by {years} years"


def _overlap(left: Birth, right: Birth) -> bool:
    return (not left.first or not right.last or left.first <= right.last) and (
        not right.first or not left.last or right.first <= left.last
    )


def _years_apart(left: Birth, right: Birth) -> int:
    """Years between two spans that do not overlap; 0: within one year."""
    if left.last and right.first and left.last < right.first:
        early, late = left.last, right.first
    else:
        early, late = right.last, left.first
    return date.fromordinal(late).year - date.fromordinal(early).year


def country_verdict(asked: Mapping[str, str], listed: Mapping[str, str]) -> Verdict | None:
    """Whether the countries meet; None if either side states none.

    A text that is no country's name (a city, a slip) may agree; it cannot differ.
    """
    if not asked or not listed:
        return None
    query, candidate = ", ".join(asked.values()), ", ".join(listed.values())
    common = sorted(asked.keys() & listed.keys())
    if common:
        detail = f"country '{asked[common[0]]}' agrees"
        return Verdict("country", COUNTRY_CLOSES, 0, query, candidate, detail)
    if not (any(map(is_known, asked)) and any(map(is_known, listed))):
        return None
    detail = f"no country in common ({query}; listed: {candidate})"
    return Verdict("country", 0, COUNTRY_DIFFERS, query, candidate, detail)


def is_strong(key: str, prop: str) -> bool:
    """True if that number alone says who it is: of a kind given to one party, and long enough.

    A number whose check digits do not hold is a slip or a stand-in: it only supports a match.
    """
    if prop not in _STRONG_IDENTIFIERS or len(key) < _SHORTEST_STRONG:
        return False
    return is_valid(prop, key) is not False


def schemata_fit(left: str, right: str) -> bool:
    """True if one party can be called both: a Company is an Organization, and a PublicBody too."""
    if is_a(left, right) or is_a(right, left):
        return True
    return is_a(left, "Organization") and is_a(right, "Organization")


def gender_verdict(asked: str | None, listed: str | None) -> Verdict | None:
    """A doubt if both genders are known and differ; agreeing says next to nothing."""
    if not asked or not listed or asked == listed:
        return None
    detail = f"gender '{asked}' differs from '{listed}'"
    return Verdict("gender", 0, GENDER_DIFFERS, asked, listed, detail)
