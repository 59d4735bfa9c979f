"""What besides the name speaks for or against a match: birth date, countries, identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from interdict.matching.index import ListedParty
from interdict.model.dates import Span
from interdict.model.entity import Held
from interdict.model.match import ScorePart
from interdict.model.schema import is_a

BIRTH_AGREES = 800
COUNTRY_AGREES = 200
MOST_EVIDENCE = BIRTH_AGREES + COUNTRY_AGREES
"""The most that evidence can add to the score of a name."""

_BIRTH_PARTLY = 400
_BIRTH_NEAR = -500
_BIRTH_DOUBT = -200
_BIRTH_OTHER_DAY = -800
_BIRTH_FAR = -3_500
_COUNTRY_DIFFERS = -200

_STRONG_IDENTIFIERS = frozenset(
    """
    idNumber passportNumber taxNumber registrationNumber imoNumber mmsi swiftBic leiCode
    serialNumber publicKey innCode ogrnCode dunsCode vatCode socialSecurityNumber email unscId
    icaoCode licenseNumber
    """.split()
)
_SHORTEST_STRONG = 6

Birth = tuple[Span, str]


def birth_part(asked: Birth | None, listed: Iterable[Birth]) -> ScorePart | None:
    """The verdict on birth dates: that of the listed date that fits best; None if one is unknown.

    The same day, or a part of the date that is known, is evidence; one digit off, or day and
    month swapped, a small doubt; a clear difference weighs more than any likeness of names.
    """
    if asked is None:
        return None
    verdicts = [(_compare(asked, birth), birth[1]) for birth in listed]
    if not verdicts:
        return None
    (points, words), text = max(verdicts, key=lambda verdict: (verdict[0][0], verdict[1]))
    detail = f"birth date {asked[1]} {words}"
    if text != asked[1]:
        detail += f" (listed: {text})"
    return ScorePart("birth_date", points, asked[1], text, detail)


def _compare(asked: Birth, listed: Birth) -> tuple[int, str]:
    left, right = asked[0], listed[0]
    left_day, right_day = _day(left), _day(right)
    if left_day and right_day:
        return _compare_days(left_day, right_day, _span_is_soft(left) or _span_is_soft(right))
    if left.overlaps(right):
        return _BIRTH_PARTLY, "agrees as far as it is known"
    years = _years_apart(left, right)
    soft = 3 if left.approximate or right.approximate else 1
    if years <= soft:
        return (0, "is near") if soft > 1 else (_BIRTH_NEAR, "is a year off")
    if years <= 2 * soft:
        return _BIRTH_OTHER_DAY, f"is {years} years off"
    return _BIRTH_FAR, f"differs by {years} years"


def _compare_days(left: date, right: date, soft: bool) -> tuple[int, str]:
    if left == right:
        return BIRTH_AGREES, "agrees"
    if soft and abs((left - right).days) <= 3 * 366:
        return 0, "is near"
    if (left.year, left.month, left.day) == (right.year, right.day, right.month):
        return _BIRTH_DOUBT, "agrees with day and month swapped"
    digits = zip(left.strftime("%Y%m%d"), right.strftime("%Y%m%d"), strict=True)
    if sum(a != b for a, b in digits) == 1:
        return _BIRTH_DOUBT, "is one digit off"
    if left.year == right.year:
        return _BIRTH_OTHER_DAY, "agrees in the year alone"
    years = abs(left.year - right.year)
    if years == 1:
        return 2 * _BIRTH_OTHER_DAY, "is another day, a year off"
    return _BIRTH_FAR, f"differs by {years} years"


def _day(span: Span) -> date | None:
    return span.first if span.first is not None and span.first == span.last else None


def _span_is_soft(span: Span) -> bool:
    return span.approximate


def _years_apart(left: Span, right: Span) -> int:
    """Full or begun years between two spans that do not overlap, at least 1."""
    if left.last is not None and right.first is not None and left.last < right.first:
        return max(1, right.first.year - left.last.year)
    if right.last is not None and left.first is not None:
        return max(1, left.first.year - right.last.year)
    return 1


def country_part(asked: Mapping[str, str], listed: Mapping[str, str]) -> ScorePart | None:
    """Whether the countries meet; None if either side states none."""
    if not asked or not listed:
        return None
    query, candidate = ", ".join(asked.values()), ", ".join(listed.values())
    common = sorted(asked.keys() & listed.keys())
    if common:
        detail = f"country '{asked[common[0]]}' agrees"
        return ScorePart("country", COUNTRY_AGREES, query, candidate, detail)
    detail = f"no country in common ({query}; listed: {candidate})"
    return ScorePart("country", _COUNTRY_DIFFERS, query, candidate, detail)


def is_strong(key: str, held: Held) -> bool:
    """True if that number alone says who it is: of a kind given to one party, and long enough."""
    prop = held.statement.prop
    return prop in _STRONG_IDENTIFIERS and len(key) >= _SHORTEST_STRONG


def kinds_fit(asked: str | None, listed: ListedParty) -> bool:
    """True if a party asked about as one schema can be the listed one; None fits everything."""
    return asked is None or schemata_fit(asked, listed.schema)


def schemata_fit(left: str, right: str) -> bool:
    """True if one party can be called both: a Company is an Organization, and a PublicBody too."""
    if is_a(left, right) or is_a(right, left):
        return True
    return is_a(left, "Organization") and is_a(right, "Organization")
