"""Whether a reviewer's word on a designation says something that its programme knows."""

from __future__ import annotations

from interdict.errors import InvalidInput
from interdict.model.schema import EVENTS
from interdict.regimes.regime import Regime
from interdict.store.base import Confirmation

ENDING_BY_ITSELF = ("licensed", "suspended", "annulled_stayed")
"""Events of a designation in force that may name the day on which they end."""

EFFECTIVE_BESIDE = ("amended", *ENDING_BY_ITSELF, "review_opened", "review_closed")
"""Events that every programme knows besides those of its life cycle."""


def check_confirmation(given: Confirmation, regime: Regime) -> None:
    """Refuses what nobody signs for, and what would mean nothing under the programme.

    Raises:
        InvalidInput: with what is allowed instead.
    """
    if given.event not in EVENTS:
        raise InvalidInput(f"no event {given.event!r}. Known: {', '.join(EVENTS)}.")
    if not given.by.strip() or not given.reason.strip():
        raise InvalidInput("a confirmation needs a name (--by) and a reason (--reason)")
    _check_parts(given, regime)


def _check_parts(given: Confirmation, regime: Regime) -> None:
    """What a confirmation says beside its day has to fit its event.

    Raises:
        InvalidInput: if it does not, or the event means nothing under that programme.
    """
    life = regime.lifecycle
    if given.until is not None and given.event not in ENDING_BY_ITSELF:
        raise InvalidInput(
            f"--until is for what ends by its own terms ({', '.join(ENDING_BY_ITSELF)}); the end "
            "of a designation is an event of its own, such as revoked"
        )
    if given.until is not None and given.until.first <= given.on.first:
        raise InvalidInput(f"it cannot end on {given.until}, before it begins on {given.on}")
    if given.expected is not None and given.event not in life.announces:
        raise InvalidInput(
            f"--expected is for what announces a {regime.key} designation: "
            f"{', '.join(life.announces)}"
        )
    told = {*life.starts, *life.announces, *life.ends, *EFFECTIVE_BESIDE}
    if given.event not in told:
        raise InvalidInput(
            f"{given.event!r} neither begins nor ends a {regime.key} designation. It begins with: "
            f"{', '.join(life.starts)}; is announced by: {', '.join(life.announces)}; ends with: "
            f"{', '.join(life.ends)}; also: {', '.join(EFFECTIVE_BESIDE)}."
        )
