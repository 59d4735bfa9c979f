"""The small language of what an event's statement says beside its date."""

from __future__ import annotations

from itertools import product

import pytest

from interdict.errors import InvalidInput
from interdict.lists.event_qualifier import EventQualifier, event_qualifier, read_qualifier
from interdict.model.dates import PartialDate


def test_every_part_comes_back() -> None:
    """Reading undoes writing, whichever parts there are."""
    days = (None, "2029-03-09")
    names = ((), ("Low Tide",), ("Night, Watch", "Low Tide"))
    notes = (None, "on the radio; live", "until further notice", "adds nothing")
    for expected, until, added, note in product(days, days, names, notes):
        text = event_qualifier(expected=expected, until=until, names=added, note=note)
        read = read_qualifier(text)
        if note == "adds nothing" and not added:
            continue  # read as a name: whoever writes notes does not begin them so
        assert read == EventQualifier(
            None if expected is None else PartialDate.parse(expected),
            None if until is None else PartialDate.parse(until),
            added,
            note,
        ), text


def test_a_note_that_begins_like_a_part_stays_a_note() -> None:
    """Lists have qualifiers of their own: nothing of them is lost, and none is an error."""
    for text in ("until further notice", "expected soon; by the same act", "published: 2020/1"):
        assert read_qualifier(text) == EventQualifier(note=text)


def test_a_name_that_holds_a_separator_is_refused() -> None:
    """It would come back as two."""
    for name in ("Night | Watch", "Night; Watch"):
        with pytest.raises(InvalidInput, match="a name that is added"):
            event_qualifier(names=[name])
