"""The reference values of the advanced format: numbers to words, and the days of its periods.

Source: OFAC, "Advanced Sanctions Data Model" notes, `ReferenceValueSets`, `DatePeriod`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput
from interdict.lists.ofac.strict_xml import text
from interdict.lists.ofac.worded_period import words
from interdict.lists.parsing import PartOutput, tidy
from interdict.lists.safe_xml import elements
from interdict.model.dates import PartialDate

if TYPE_CHECKING:
    from lxml import etree


class ReferenceValues:
    """The value sets of one file, by kind and number."""

    def __init__(self, root: etree._Element, part: PartOutput) -> None:
        self._part = part
        self._values: dict[tuple[str, str], etree._Element] = {}
        for values in root.iterfind("ReferenceValueSets/*"):
            for value in elements(values):
                self._values[str(value.tag), value.get("ID") or ""] = value

    def word(self, kind: str, number: str | None, line: int) -> str:
        """The text of a value; a number without a value is drift, and stands as `#NUMBER`."""
        if not number:
            return ""
        value = self._values.get((kind, number))
        if value is None:
            self._part.signal("drift", f"{kind} without a reference value", number, line)
            return f"#{number}"
        return tidy(value.text)

    def attribute(self, kind: str, number: str | None, name: str) -> str:
        """An attribute of a value; empty if there is none."""
        value = self._values.get((kind, number or ""))
        return "" if value is None else (value.get(name) or "")


def partial_date(element: etree._Element | None) -> PartialDate | None:
    """A date of `Year`, `Month`, `Day`, as far as they are given; None if it is none."""
    if element is None:
        return None
    numbers = [text(element, name) for name in ("Year", "Month", "Day")]
    given = [int(n) for n in numbers if n.isdigit() and int(n)]
    try:
        return PartialDate(*given) if numbers[0].isdigit() and given else None
    except InvalidInput:
        return None


def period_words(period: etree._Element) -> str:
    """A `DatePeriod` in the words of remarks; empty if its ends are no dates.

    The period runs from the first day that its start can be to the last that its end can be.
    `Approximate` on either end makes it `circa`; the flags that tell which figures are fixed
    say nothing that the days do not.
    """
    first = _end(period, "Start", ("From", "To"), latest=False)
    last = _end(period, "End", ("To", "From"), latest=True) or _end(
        period, "Start", ("To", "From"), latest=True
    )
    if first is None or last is None or first > last:
        return ""
    approximate = any(
        end.get("Approximate") == "true" for end in elements(period) if end.tag in ("Start", "End")
    )
    return words(first, last, approximate=approximate, is_range=first.year != last.year)


def _end(period: etree._Element, end: str, bounds: tuple[str, str], *, latest: bool) -> date | None:
    for bound in bounds:
        found = partial_date(period.find(f"{end}/{bound}"))
        if found is not None:
            return found.last if latest else found.first
    return None
