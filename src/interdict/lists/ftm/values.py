"""What the record says, in values that FollowTheMoney's types hold.

The record keeps what a source wrote; FollowTheMoney wants country codes, numbers in
international form, dates without ranges. What has no such form is kept as text beside it
(`notes`, `description`), as `property: value`: nothing is left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from interdict.errors import InvalidInput
from interdict.lists.ftm.entities import spare_property
from interdict.lists.ftm.schemata import Type, properties
from interdict.lists.ftm.tags import TAG, UNNAMED
from interdict.model.dates import PartialDate
from interdict.model.schema import EVENT_PROPERTIES
from interdict.model.statement import Statement
from interdict.text.countries import country_code
from interdict.text.normalize import fold

EVENT_DATES: Mapping[str, str] = {
    "listed": "listingDate",
    **dict.fromkeys(("in_force", "published", "reinstated"), "startDate"),
    **dict.fromkeys(
        ("revoked", "expired", "annulled", "withdrawn", "disapproved"),
        "endDate",
    ),
}
"""Event of a designation -> FollowTheMoney's date for it; the others it cannot hold."""

_GENDERS = {"m": "male", "f": "female", "man": "male", "woman": "female"}
_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[A-Za-z]{2,}$")
_URL = re.compile(r"(https?://)?[^\s/@:]+\.[A-Za-z]{2,}(?::\d+)?(?:[/?#]\S*)?$", re.I)
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}$")


def said(statement: Statement, schema: str) -> list[tuple[str, str]]:
    """(property, value) pairs for one statement of an entity of that schema.

    Usually one; two for a date that is a range; none for a mark of our own. References stay
    the ids that they are.
    """
    prop, value = statement.prop, statement.value
    if prop == "program" and statement.qualifier == UNNAMED:
        return []
    if prop == "program" and statement.qualifier == TAG:
        prop = TAG
    event = EVENT_PROPERTIES.get(prop)
    if event is not None:
        prop = EVENT_DATES.get(event, prop)
    kind = properties(schema).get(prop)
    held = [] if kind is None else list(_VALUES.get(kind.name, _plain)(value, kind))
    if kind is not None and held and all(len(text) <= kind.longest for text in held):
        return [(prop, text) for text in held]
    about = f" ({statement.qualifier})" if statement.qualifier and event is not None else ""
    return _as_text(schema, f"{event or prop}: {value}{about}")


def _as_text(schema: str, text: str) -> list[tuple[str, str]]:
    spare = spare_property(schema)
    longest = properties(schema)[spare].longest
    return [(spare, text[at : at + longest]) for at in range(0, len(text), longest)]


def _plain(value: str, _: Type) -> Iterator[str]:
    yield value


def _date(value: str, _: Type) -> Iterator[str]:
    """Without `~` and `?`; both ends of a range; nothing for an open one."""
    ends = [end.strip().rstrip("~?%") for end in value.split("/")]
    try:
        for end in ends:
            PartialDate.parse(end)
    except InvalidInput:
        return
    yield from dict.fromkeys(ends)


def _code(value: str, kind: Type) -> Iterator[str]:
    if (code := value.strip().lower()) in kind.codes:
        yield code


def _country(value: str, kind: Type) -> Iterator[str]:
    code = value.strip().lower()
    found = code if code in kind.codes else country_code(value)
    if found in kind.codes:
        yield found


def _gender(value: str, kind: Type) -> Iterator[str]:
    word = fold(value)
    if (code := _GENDERS.get(word, word)) in kind.codes:
        yield code


def _phone(value: str, _: Type) -> Iterator[str]:
    bare = re.sub(r"[\s().\-/]", "", value)
    if _PHONE.match(bare):
        yield bare


def _email(value: str, _: Type) -> Iterator[str]:
    if _EMAIL.match(value):
        yield value


def _url(value: str, _: Type) -> Iterator[str]:
    found = _URL.match(value)
    if found:
        yield value if found.group(1) else f"http://{value}"


_VALUES: Mapping[str, Callable[[str, Type], Iterator[str]]] = {
    "date": _date,
    "topic": _code,
    "country": _country,
    "gender": _gender,
    "phone": _phone,
    "email": _email,
    "url": _url,
}
"""Type -> the values it holds; every other type takes any text."""
