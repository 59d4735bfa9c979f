"""How a text styles a head of state: "Ruritanian President", "socialist dictator".

Papers differ in it, and the difference is political; each style is kept with who uses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.vocabulary import demonyms
from interdict.model.claim import Claim

_HEADS = frozenset(
    """
    president leader dictator ruler strongman premier autocrat presidente lider mandatario dictador
    """.split()
)


def styles(reading: Reading) -> Iterator[Claim]:
    """One `attribute` for each style in which a foreign head is named; offsets are the text's."""
    seen: set[tuple[str, str]] = set()
    for sentence in reading.mentions:
        for mention in sentence:
            style = _style(reading, mention)
            key = (fold(mention.name), fold(style))
            if not style or key in seen:
                continue
            seen.add(key)
            yield Claim(
                doc=reading.doc.file_name,
                kind="attribute",
                start=mention.start - _lead(reading, mention),
                end=mention.end,
                quote="",
                rule="style.head-of-state",
                subject=mention.name,
                subject_id=mention.entity_id,
                subject_schema="Person",
                object=style,
                confidence=0.7,
            )


def _style(reading: Reading, mention: Mention) -> str:
    """The title with the words before it that belong to it, empty if it is no head's."""
    if mention.kind not in ("PERSON", "OFFICIAL"):
        return ""
    shown = reading.doc.text[mention.start - _lead(reading, mention) : mention.end]
    title = shown.removesuffix(mention.name).strip()
    words = [fold(word) for word in title.replace("’", " ").split()]
    if not words or words[-1] not in _HEADS:
        return ""
    whose = any(word in demonyms() - {"us", "u.s."} for word in words)
    return title if whose or words[-1] in ("dictator", "strongman", "dictador") else ""


def _lead(reading: Reading, mention: Mention) -> int:
    """How many characters before the mention belong to the style: "Ruritanian ", "socialist "."""
    before = reading.doc.text[max(0, mention.start - 40) : mention.start]
    kept = 0
    for word in reversed(before.split(" ")[:-1][-3:] if before.endswith(" ") else []):
        plain = fold(word)
        if plain in demonyms() or plain in (
            "socialist",
            "de",
            "facto",
            "authoritarian",
            "illegitimate",
        ):
            kept += len(word) + 1
        else:
            break
    return kept
