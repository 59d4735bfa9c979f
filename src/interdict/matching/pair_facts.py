"""What two parties state besides their names, where each states more than a search asks for.

A query has names, a birth date, countries and numbers; a record of a register or a list also
says where a firm is incorporated and since when, when a ship was built, where a person was born.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from interdict.errors import InvalidInput
from interdict.matching.arrays import IndexRow
from interdict.matching.asked import AskedBirth, birth_of
from interdict.matching.compiling import identifier_of
from interdict.matching.evidence import (
    Verdict,
    birth_verdict,
    country_verdict,
    gender_verdict,
    is_strong,
)
from interdict.matching.found import Identified
from interdict.model.schema import IDENTIFIER_PROPERTIES, is_a
from interdict.text.countries import country_code, is_known
from interdict.text.identifiers import is_valid
from interdict.text.normalize import fold

COUNTRIES = ("nationality", "country", "citizenship", "jurisdiction", "flag")

GIVEN_ONCE = ("imoNumber", "leiCode", "innCode", "ogrnCode")
"""Numbers of which a party has one for life, with check digits.

Source: IMO Resolution A.1117(30); ISO 17442; Russian Tax Code, article 84; Federal Law 129-FZ.
"""

NUMBER_DIFFERS = -3_000
REGISTERED_ELSEWHERE = -1_500
"""Each is incorporated in another jurisdiction; seats are moved, but seldom."""

NUMBER_IN_REGISTER_DIFFERS = -2_000
"""Two registration numbers in one jurisdiction: registers may have several for one firm."""

DAY_CLOSES = 300
"""The same day of incorporation, share of the gap in 1/1,000: many firms, but few of one name."""

INCORPORATED_APART = -1_000
"""Years between two days of incorporation; firms are registered again."""

BUILT_APART = -2_000
"""A ship is built once."""

PLACE_CLOSES = 100
TURNED = -3_000
"""Points for a given name that is the other one's family name."""

_NUMBERS = tuple(sorted(IDENTIFIER_PROPERTIES))

Properties = Mapping[str, Any]


def texts_of(properties: Properties, prop: str) -> list[str]:
    """The texts of a property; one text alone is a list of it."""
    values = properties.get(prop) or ()
    return [values] if isinstance(values, str) else [str(value) for value in values]


def first_of(properties: Properties, prop: str) -> str | None:
    """The first text of a property."""
    return next(iter(texts_of(properties, prop)), None)


def verdicts_on(
    asked: Properties, listed: Properties, schemata: tuple[str, str]
) -> Iterator[Verdict]:
    """All that properties besides names say, in the order in which it is added up."""
    born = _dates(asked, "birthDate"), _dates(listed, "birthDate")
    verdicts = [
        _birth(*born),
        _place(asked, listed),
        country_verdict(_countries(asked, COUNTRIES), _countries(listed, COUNTRIES)),
        _turned_parts(asked, listed),
        gender_verdict(first_of(asked, "gender"), first_of(listed, "gender")),
        _numbers_differ(asked, listed),
    ]
    if all(is_a(schema, "Organization") for schema in schemata):
        verdicts += [_jurisdictions(asked, listed), _incorporated(asked, listed)]
        verdicts.append(_register(asked, listed))
    if all(is_a(schema, "Vehicle") for schema in schemata):
        verdicts.append(_built(asked, listed))
    return (verdict for verdict in verdicts if verdict is not None)


def identified(asked: Properties, listed: Properties, schema: str) -> Identified | None:
    """The strongest identifier that both have."""
    numbers, others = (
        [(prop, text) for prop in _NUMBERS if prop in side for text in texts_of(side, prop)]
        for side in (asked, listed)
    )
    given = {identifier_of(prop, text): text for prop, text in numbers}
    hits = [
        Identified(IndexRow("", schema, prop, text), given[key], is_strong(key, prop))
        for prop, text in others
        if (key := identifier_of(prop, text)) and key in given
    ]
    return max(hits, key=lambda hit: hit.is_strong, default=None)


def _birth(asked: Sequence[AskedBirth], listed: Sequence[AskedBirth]) -> Verdict | None:
    """The verdict on the two dates that fit best."""
    verdicts = [verdict for one in asked if (verdict := birth_verdict(one, listed))]
    return max(verdicts, key=lambda verdict: (verdict.closes, verdict.points), default=None)


def _dates(properties: Properties, prop: str) -> list[AskedBirth]:
    dates = []
    for text in texts_of(properties, prop):
        try:
            dates.append(birth_of(text))
        except InvalidInput:
            continue  # not a date: says nothing
    return dates


def _countries(properties: Properties, props: Sequence[str]) -> dict[str, str]:
    return {country_code(text): text for prop in props for text in texts_of(properties, prop)}


def _place(asked: Properties, listed: Properties) -> Verdict | None:
    """The same place of birth; another says nothing, since places have many names."""
    left = {fold(text): text for text in texts_of(asked, "birthPlace")}
    right = {fold(text): text for text in texts_of(listed, "birthPlace")}
    both = sorted(place for place in left.keys() & right.keys() if place)
    if not both or is_known(country_code(both[0])):
        return None
    texts = left[both[0]], right[both[0]]
    return Verdict("birth_place", PLACE_CLOSES, 0, *texts, f"birth place '{texts[0]}' agrees")


def _turned_parts(asked: Properties, listed: Properties) -> Verdict | None:
    """A doubt if the given name of each is the family name of the other, and both say so."""
    given, family = (fold(first_of(asked, prop) or "") for prop in ("firstName", "lastName"))
    if not given or not family or given == family:
        return None
    other = tuple(fold(first_of(listed, prop) or "") for prop in ("firstName", "lastName"))
    if other != (family, given):
        return None
    detail = "given name and family name have changed places"
    return Verdict("name.order", 0, TURNED, f"{given} {family}", " ".join(other), detail)


def _numbers_differ(asked: Properties, listed: Properties) -> Verdict | None:
    """A doubt if each has a number of a kind given once, and it is another one."""
    for prop in GIVEN_ONCE:
        if prop not in asked or prop not in listed:
            continue
        left, right = (_valid(properties, prop) for properties in (asked, listed))
        if left and right and left.isdisjoint(right):
            texts = ", ".join(sorted(left)), ", ".join(sorted(right))
            detail = f"{prop} {texts[0]} differs from {texts[1]}"
            return Verdict("identifier", 0, NUMBER_DIFFERS, *texts, detail)
    return None


def _valid(properties: Properties, prop: str) -> set[str]:
    """Numbers whose check digits hold: a slip says nothing about who has it."""
    return {
        identifier_of(prop, text) for text in texts_of(properties, prop) if is_valid(prop, text)
    }


def _jurisdictions(asked: Properties, listed: Properties) -> Verdict | None:
    """A doubt if both say where they are incorporated, and it is elsewhere."""
    left, right = (_countries(properties, ("jurisdiction",)) for properties in (asked, listed))
    known = any(map(is_known, left)) and any(map(is_known, right))
    if not known or not left.keys().isdisjoint(right):
        return None
    texts = ", ".join(left.values()), ", ".join(right.values())
    detail = f"incorporated elsewhere ({texts[0]}; listed: {texts[1]})"
    return Verdict("jurisdiction", 0, REGISTERED_ELSEWHERE, *texts, detail)


def _register(asked: Properties, listed: Properties) -> Verdict | None:
    """A doubt if both have a registration number in one jurisdiction, and it is another one."""
    left, right = (_countries(properties, ("jurisdiction",)) for properties in (asked, listed))
    if len(left) != 1 or left.keys() != right.keys():
        return None
    one, other = (
        {identifier_of("registrationNumber", t) for t in texts_of(side, "registrationNumber")}
        for side in (asked, listed)
    )
    if not one or not other or not one.isdisjoint(other):
        return None
    texts = ", ".join(sorted(one)), ", ".join(sorted(other))
    detail = f"registration number {texts[0]} differs from {texts[1]}"
    return Verdict("identifier", 0, NUMBER_IN_REGISTER_DIFFERS, *texts, detail)


def _incorporated(asked: Properties, listed: Properties) -> Verdict | None:
    """The same day of incorporation, or one years apart."""
    pairs = [
        (left, right)
        for left in _dates(asked, "incorporationDate")
        for right in _dates(listed, "incorporationDate")
    ]
    if not pairs:
        return None
    left, right = min(pairs, key=lambda pair: _apart(*pair))
    if _apart(left, right) == 0 and left.first == left.last and right.first == right.last:
        detail = f"day of incorporation {left.text} agrees"
        return Verdict("incorporation", DAY_CLOSES, 0, left.text, right.text, detail)
    if _apart(left, right) <= _YEAR:
        return None
    detail = f"incorporated {left.text} (listed: {right.text})"
    return Verdict("incorporation", 0, INCORPORATED_APART, left.text, right.text, detail)


def _built(asked: Properties, listed: Properties) -> Verdict | None:
    """A doubt if two vessels or aircraft were built years apart."""
    left, right = _dates(asked, "buildDate"), _dates(listed, "buildDate")
    if not left or not right or min(_apart(a, b) for a in left for b in right) <= _YEAR:
        return None
    texts = left[0].text, right[0].text
    detail = f"built {texts[0]} (listed: {texts[1]})"
    return Verdict("build_date", 0, BUILT_APART, *texts, detail)


_YEAR = 366


def _apart(left: AskedBirth, right: AskedBirth) -> int:
    """Days between two dates, of which either may be known in part; 0 if they meet."""
    return max(0, left.first - right.last, right.first - left.last)
