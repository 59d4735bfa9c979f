"""Where a group is based, told by an adjective: "the Lima-based Harbour Front"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.model.claim import Claim

_BASED = re.compile(
    r"\b(?:[Tt]he\s|[Aa]n?\s)?((?:[A-Z][\w.’'-]*\s){0,2}?[A-Z][\w.’']*(?<!-))-based\b"
)
_ENDING = "-based"
"""Without which a text has no such adjective."""
_REACH = 60
_STOPS = re.compile(r"[.;:!?\n]|\b(?:who|which|that|and|of|to|in|by)\b")


def based_places(reading: Reading) -> Iterator[Claim]:
    """One `location` for each such adjective with a group beside it; offsets are the text's."""
    text = reading.doc.text
    if _ENDING not in text:
        return
    for number, sentence in enumerate(reading.encoded):
        if not sentence.tokens:
            continue
        groups = [m for m in reading.mentions[number] if m.kind == "GROUP"]
        first, last = sentence.tokens[0].start, sentence.tokens[-1].end
        for match in _BASED.finditer(text, first, last):
            group = _beside(text, match, groups)
            if group is not None:
                yield Claim(
                    doc=reading.doc.file_name,
                    kind="location",
                    start=match.start(),
                    end=max(match.end(), group.end),
                    quote="",
                    rule="location.based-adjective",
                    subject=group.name,
                    subject_id=group.entity_id,
                    subject_schema=group.schema,
                    object=f"based in {match[1]}",
                    confidence=0.74,
                )


def _beside(text: str, match: re.Match[str], groups: list[Mention]) -> Mention | None:
    """The group named behind the adjective, else the one in apposition right before it."""
    for group in groups:
        if 0 <= group.start - match.end() <= _REACH:
            between = text[match.end() : group.start]
            return None if _STOPS.search(between) else group
    before = [group for group in groups if group.end <= match.start()]
    if before and text[before[-1].end : match.start()].strip() == ",":
        return before[-1]
    return None
