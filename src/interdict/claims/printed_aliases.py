"""Other names that print alone tells: "the Harbour Front (HF)", `Juan "Loco" Luna`.

No word says that the one is the other's name; the quotation marks do, and the parentheses behind
the name of a group of whose listing the document tells. Of other groups and of bodies initials are
no claim: they abbreviate the name in this text. Each pair is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.model.claim import Claim

_NICKNAME = re.compile(r"\s[\"“«‘](\w[^\"”»’]{1,30})[\"”»’]\s")
_BESIDE = re.compile(
    r",?\s[\"“«‘]((?:[A-Z]\w+|El|La|Los|Las)(?:\s[A-Z]\w+){0,2})[\"”»’](?=[,.;)]|\s[–-]\s)"
)
"""A nickname that stands by itself behind the name: `Juan Luna, "El Loco",`."""
_INITIALS = re.compile(
    r"\s*\(\s*(?:the\s|el\s)?([A-Z][\w/-]*[A-Z][\w/-]*)(?=\s*[),;])"
    r"(?!,? (?:also|better|formerly|or|aka|a\.k\.a)\b)"
)
_LONGEST_INITIALS = 8


def printed_aliases(reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
    """One `alias` for each nickname, and for the initials of each group that is `told` listed.

    Offsets are the text's.
    """
    seen: set[tuple[str, str]] = set()
    listed = {c.subject for c in told if c.kind.startswith(("designation.", "sanction."))}
    for sentence in reading.mentions:
        kinds = {mention.start: mention.kind for mention in sentence}
        for mention in sentence:
            found = _nickname(reading.doc.text, mention)
            if found is None and mention.kind == "GROUP" and mention.name in listed:
                found = _initials(reading.doc.text, mention, kinds)
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


def _initials(text: str, mention: Mention, kinds: dict[int, str]) -> tuple[int, str] | None:
    """The end of the words and the initials in parentheses behind a name that is none itself."""
    match = _INITIALS.match(text, mention.end)
    if match is None or len(match[1]) > _LONGEST_INITIALS:
        return None
    abbreviated = len(mention.name) < _LONGEST_INITIALS and mention.name.isupper()
    if abbreviated or kinds.get(match.start(1)) not in ("GROUP", "NAME"):
        return None
    closed = text[match.end() : match.end() + 1] == ")"
    return match.end() + closed, match[1]


def _nickname(text: str, mention: Mention) -> tuple[int, str] | None:
    """The end of the words and the nickname that they give a person."""
    if mention.kind in ("PERSON", "OFFICIAL", "NAME"):
        inner = _NICKNAME.search(text, mention.start, mention.end)
        if inner:
            return mention.end, inner[1]
        beside = _BESIDE.match(text, mention.end)
        named = beside is not None and " " in text[mention.start : mention.end]
        return (beside.end(), beside[1]) if beside and named else None
    return None
