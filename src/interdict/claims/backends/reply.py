"""A model's reply, read strictly: JSON of the form that was asked for, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from interdict.claims.backends.settings import (
    MOST_PROPOSALS,
    PROPOSAL_FIELDS,
    Proposal,
    Refusal,
)
from interdict.errors import InvalidInput

_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.S)


def proposals_in(reply: str) -> Iterator[Proposal | Refusal]:
    """The proposals of a reply, in order; those of another form are refused one by one.

    Raises:
        InvalidInput: if the reply is not one JSON object with a list of `claims`.
    """
    fenced = _FENCED.match(reply)
    try:
        told = json.loads(fenced[1] if fenced else reply)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(f"the model's reply is not JSON: {str(error)[:120]}") from None
    listed = told.get("claims") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise InvalidInput('the model\'s reply holds no list under "claims"')
    for at, one in enumerate(listed):
        if at >= MOST_PROPOSALS:
            left = len(listed) - at
            yield Refusal(f"{left} more proposals than the {MOST_PROPOSALS} looked at", {})
            return
        yield _proposal(one)


def _proposal(one: Any) -> Proposal | Refusal:
    if not isinstance(one, dict):
        return Refusal("not an object", {"given": one})
    given = {key: value for key, value in one.items() if value not in (None, "")}
    unknown = sorted(given.keys() - set(PROPOSAL_FIELDS))
    if unknown:
        return Refusal(f"unknown field {unknown[0]!r}", one)
    if any(not isinstance(value, str) for value in given.values()):
        return Refusal("a field is not text", one)
    if "kind" not in given or "quote" not in given:
        return Refusal("kind or quote is missing", one)
    return Proposal(**given)
