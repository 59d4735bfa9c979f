"""Groups named behind what they split from: "two splinter groups, A and B".

The words for such groups are one mention with their number, so no rule
sees what they are; here the text beside the names tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.model.claim import Claim

_OFFSHOOTS = "splinter|breakaway|dissident|offshoot|allied|affiliated|front|proxy|successor"
_SPLINTERS = re.compile(
    r"\b(?i:two|three|four|five|six|several|its|their|the|a|another)\s(?:\w+\s)?"
    rf"(?:{_OFFSHOOTS})\s"
    r"(?:groups?|factions?|organi[sz]ations?|gangs?|parties|party|militias?|companies)"
    r"(?:,|:|\s[–—-])?\s?(?:(?:including|namely|known as|called)\s)?"
)
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,30}\))?\s*(?:,|and|&|,\s*and)\s*(?:the\s)?")
_NAMED = frozenset({"GROUP", "NAME"})


def splinter_names(reading: Reading) -> Iterator[Claim]:
    """One `affiliation` for each group so named with the one spoken of; offsets are the text's."""
    text = reading.doc.text
    if not any(word in text for word in _OFFSHOOTS.split("|")):
        return
    for number, sentence in enumerate(reading.encoded):
        if not sentence.tokens:
            continue
        first, last = sentence.tokens[0].start, sentence.tokens[-1].end
        for match in _SPLINTERS.finditer(text, first, last):
            whole = reading.focus.group(Mention("IT", match.start(), match.end(), "it"), number)
            for group in _listed(text, match.end(), reading.mentions[number]):
                if whole is None or whole.name == group.name:
                    continue
                yield Claim(
                    doc=reading.doc.file_name,
                    kind="affiliation",
                    start=match.start(),
                    end=group.end,
                    quote="",
                    rule="affiliation.splinter-names",
                    subject=group.name,
                    subject_id=group.entity_id,
                    subject_schema=group.schema,
                    object=whole.name,
                    object_id=whole.entity_id,
                    object_schema=whole.schema,
                    confidence=0.72,
                )


def _listed(text: str, at: int, mentions: list[Mention]) -> list[Mention]:
    """The names of the list that begins at a place, at least one of them known as a group's."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.start < at:
            continue
        between = text[at : mention.start]
        beside = between in ("", "the ", "The ") if not found else _BETWEEN.fullmatch(between)
        if mention.kind not in _NAMED or not beside:
            break
        found.append(mention)
        at = mention.end
    return found if any(mention.kind == "GROUP" for mention in found) else []
