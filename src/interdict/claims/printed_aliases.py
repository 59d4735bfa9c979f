"""Other names that print alone tells: `Juan "Loco" Luna`, `Juan Luna, "El Loco",`.

No word says that the one is the other's name; the quotation marks do. Each pair is told once.
The initials in parentheses behind a group's name are no claim: they abbreviate it in this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.model.claim import Claim

_NICKNAME = re.compile(r"\s[\"“«‘](\w[^\"”»’]{1,30})[\"”»’]\s")
_BESIDE = re.compile(
    r",?\s[\"“«‘]((?:[A-Z]\w+|El|La|Los|Las)(?:\s[A-Z]\w+){0,2})[\"”»’](?=[,.;)]|\s[–-]\s)"
)
"""A nickname that stands by itself behind the name: `Juan Luna, "El Loco",`."""


def printed_aliases(reading: Reading) -> Iterator[Claim]:
    """One `alias` for each nickname; offsets are the text's."""
    seen: set[tuple[str, str]] = set()
    for sentence in reading.mentions:
        for mention in sentence:
            found = _found(reading.doc.text, mention)
            if found is None or (fold(mention.name), fold(found[1])) in seen:
                continue
            seen.add((fold(mention.name), fold(found[1])))
            yield Claim(
                doc=reading.doc.file_name,
                kind="alias",
                start=mention.start,
                end=found[0],
                quote="",
                rule="alias.printed",
                subject=mention.name,
                subject_id=mention.entity_id,
                subject_schema=mention.schema,
                object=found[1],
                confidence=0.8,
            )


def _found(text: str, mention: Mention) -> tuple[int, str] | None:
    """The end of the words and the other name that they give."""
    if mention.kind in ("PERSON", "OFFICIAL", "NAME"):
        inner = _NICKNAME.search(text, mention.start, mention.end)
        if inner:
            return mention.end, inner[1]
        beside = _BESIDE.match(text, mention.end)
        named = beside is not None and " " in text[mention.start : mention.end]
        return (beside.end(), beside[1]) if beside and named else None
    return None
