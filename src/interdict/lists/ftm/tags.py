"""Programmes of files in FollowTheMoney's forms: how they are told apart in the record."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

TAG = "programId"
"""Qualifier of a `program` statement that the file gives as `programId`."""

UNNAMED = "unnamed"
"""Qualifier of the `program` of a listing for which the file names none; never exported."""

_NOT_OF_A_TAG = re.compile(r"\W+")


@cache
def programme_slug(tag: str) -> str:
    """A programme's name as part of an id; a long one, or one of no letters, by its hash."""
    plain = _NOT_OF_A_TAG.sub("-", tag).strip("-")
    if plain and len(plain) <= 40:
        return plain
    return blake2b(tag.encode(), digest_size=6).hexdigest()
