"""What the statement of an event says beside its date: the qualifier's own small language.

`expected 2025-11-20; until 2026-01-31; adds Night Watch | Low Tide; by the same release`: each
part may be missing, and comes in that order; the note is whatever is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate

_EXPECTED, _UNTIL, _ADDS = "expected ", "until ", "adds "
_BETWEEN, _NAMES_BETWEEN = "; ", " | "


@dataclass(frozen=True, slots=True)
class EventQualifier:
    """The parts of a qualifier.

    `expected` is the day from which an announcement says that it will have effect, `until` the
    day on which a licence or a suspension ends by its own terms, `names` what an amendment adds.
    """

    expected: PartialDate | None = None
    until: PartialDate | None = None
    names: tuple[str, ...] = ()
    note: str | None = None


def event_qualifier(
    *,
    expected: str | None = None,
    until: str | None = None,
    names: Sequence[str] = (),
    note: str | None = None,
) -> str:
    """The qualifier of an event's statement; see `read_qualifier`.

    Raises:
        InvalidInput: if a name holds what stands between parts or names.
    """
    for name in names:
        if _BETWEEN in name or _NAMES_BETWEEN in name:
            raise InvalidInput(f"{name!r}: a name that is added holds no '; ' and no ' | '")
    parts = [
        f"{_EXPECTED}{expected}" if expected else "",
        f"{_UNTIL}{until}" if until else "",
        f"{_ADDS}{_NAMES_BETWEEN.join(names)}" if names else "",
        note or "",
    ]
    return _BETWEEN.join(part for part in parts if part)


def read_qualifier(qualifier: str) -> EventQualifier:
    """The parts of a qualifier; the opposite of `event_qualifier`."""
    expected, rest = _day_taken(qualifier, _EXPECTED)
    until, rest = _day_taken(rest, _UNTIL)
    names, rest = _taken(rest, _ADDS)
    return EventQualifier(
        expected=expected,
        until=until,
        names=() if names is None else tuple(names.split(_NAMES_BETWEEN)),
        note=rest or None,
    )


def _day_taken(text: str, word: str) -> tuple[PartialDate | None, str]:
    """The day that follows the word; a text that only begins like it is left whole."""
    found, rest = _taken(text, word)
    try:
        return (None, text) if found is None else (PartialDate.parse(found), rest)
    except InvalidInput:
        return None, text


def _taken(text: str, word: str) -> tuple[str | None, str]:
    """What follows the word at the start of a text, and the rest of the text."""
    if not text.startswith(word):
        return None, text
    found, _, rest = text.removeprefix(word).partition(_BETWEEN)
    return found, rest
