"""Other names that print alone tells: "the Harbour Front (HF)", `Juan "Loco" Luna`.

No word says that the one is the other's name; the parentheses behind a group's name, and the
quotation marks inside a person's, do. Each pair is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.model.claim import Claim

_ACRONYM = re.compile(r"\s*\(\s*(?:the\s|el\s)?([A-Z][\w/-]*[A-Z][\w/-]*)(?=\s*[),;])")
_NICKNAME = re.compile(r"\s[\"“«‘](\w[^\"”»’]{1,30})[\"”»’]\s")
_BESIDE = re.compile(
    r",?\s[\"“«‘]((?:[A-Z]\w+|El|La|Los|Las)(?:\s[A-Z]\w+){0,2})[\"”»’](?=[,.;)]|\s[–-]\s)"
)
"""A nickname that stands by itself behind the name: `Juan Luna, "El Loco",`."""
_LONGEST_ACRONYM = 8


def printed_aliases(reading: Reading) -> Iterator[Claim]:
    """One `alias` for each acronym and nickname; offsets are the text's."""
    seen: set[tuple[str, str]] = set()
    for sentence in reading.mentions:
        kinds = {mention.start: mention.kind for mention in sentence}
        for mention in sentence:
            found = _found(reading.doc.text, mention, kinds)
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


def _found(text: str, mention: Mention, kinds: dict[int, str]) -> tuple[int, str] | None:
    """The end of the words and the other name that they give."""
    if mention.kind == "GROUP":
        match = _ACRONYM.match(text, mention.end)
        if match is None or len(match[1]) > _LONGEST_ACRONYM:
            return None
        if kinds.get(match.start(1)) not in ("GROUP", "NAME") or _is_acronym(mention.name):
            return None
        closed = text[match.end() : match.end() + 1] == ")"
        return match.end() + closed, match[1]
    if mention.kind in ("PERSON", "OFFICIAL", "NAME"):
        inner = _NICKNAME.search(text, mention.start, mention.end)
        if inner:
            return mention.end, inner[1]
        beside = _BESIDE.match(text, mention.end)
        named = beside is not None and " " in text[mention.start : mention.end]
        return (beside.end(), beside[1]) if beside and named else None
    return None


def _is_acronym(name: str) -> bool:
    """True for "TTP": what stands in parentheses behind it is no short form of it."""
    return len(name) < _LONGEST_ACRONYM and name.isupper()
