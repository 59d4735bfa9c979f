"""Lengths of time as values: seven days of review, more than a week before it takes effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from interdict.claims.durations import Duration, find_durations
from interdict.claims.reading import Reading
from interdict.model.claim import Claim, Quantity
from interdict.model.dates import PartialDate

_KINDS = frozenset({"procedure", "designation.lead_time", "event.duration"})
_MONTH_DAYS = 30.44
_YEAR_DAYS = 365.25


def with_time_limit(claim: Claim, reading: Reading) -> Claim:
    """The claim with the length of time that its words name, in days; offsets are the text's.

    What has lasted so long began so long before the document: a campaign gets that date.
    """
    if claim.kind not in _KINDS or claim.value is not None:
        return claim
    found = next(iter(find_durations(reading.doc.text, claim.start, claim.end)), None)
    if found is None:
        return claim
    days = _days(found)
    if days is None:
        return claim
    if claim.kind != "event.duration":
        return replace(claim, value=_quantity(found, days))
    published = reading.doc.published_on
    if published is None or claim.date is not None:
        return claim
    first = PartialDate.parse(str(published)).first - timedelta(days=round(days))
    return replace(claim, date=f"../{first.isoformat()}" if ">" in found.iso else str(first)[:7])


def _days(found: Duration) -> float | None:
    if found.days is not None:
        return found.days
    number = "".join(c for c in found.iso if c.isdigit() or c == ".")
    factor = {"M": _MONTH_DAYS, "Y": _YEAR_DAYS}.get(found.iso[-1])
    return None if factor is None or "T" in found.iso else float(number) * factor


def _quantity(found: Duration, days: float) -> Quantity:
    bound = next((mark for mark in (">=", "<=", ">", "<", "~") if mark in found.iso), "")
    low, high, qualifier = {
        ">": (days, None, "more_than"),
        ">=": (days, None, "at_least"),
        "<": (0.0, days, "less_than"),
        "<=": (0.0, days, "at_most"),
        "~": (0.9 * days, 1.1 * days, "about"),
        "": (days, days, "exact"),
    }[bound]
    return Quantity(low, high, "days", qualifier, days)
