"""Quotations as claims: who said it, in which words, when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interdict.claims.quotes import Quote
from interdict.claims.reading import Reading
from interdict.claims.speaking import date_in, named_speaker
from interdict.model.changing import changed
from interdict.model.claim import Claim, Mode

_CONFIDENCE = {"direct": 0.9, "block": 0.85, "partial": 0.75}
_UNSPOKEN = 0.5
"""Confidence of an utterance whose speaker is not known."""


def quoted_statements(reading: Reading) -> Iterator[Claim]:
    """One `statement.direct` per quotation; terms and names in quotation marks are none."""
    headings = [(b.start, b.end) for b in reading.doc.blocks if b.kind in ("title", "heading")]
    for quote in _joined(reading):
        if quote.speaker is None and quote.kind == "partial":
            continue  # words in marks that nobody is named for: a term, an irony
        if quote.speaker is None and any(low <= quote.start < high for low, high in headings):
            continue  # a heading repeats what the text quotes
        speaker = quote.speaker and named_speaker(
            reading, quote.speaker, quote.speaker_start, quote.speaker_end
        )
        yield Claim(
            doc=reading.doc.file_name,
            kind="statement.direct",
            start=quote.clause_start,
            end=quote.clause_end,
            quote="",
            rule=f"quote.{quote.kind}",
            subject=speaker,
            object=reading.doc.text[quote.inner_start : quote.inner_end],
            speaker=speaker,
            date=date_in(reading, quote.clause_start, quote.clause_end, (quote.start, quote.end)),
            mode=Mode.QUOTE,
            depth=1,
            confidence=_CONFIDENCE[quote.kind] if speaker else _UNSPOKEN,
        )


def _joined(reading: Reading) -> Iterator[Quote]:
    """The utterances; one that its tag divides (“This,” she said, “is late”) is one."""
    last: Quote | None = None
    for quote in reading.quotes:
        if quote.kind not in _CONFIDENCE:
            continue
        if last is not None and _goes_on(reading.doc.text, last, quote):
            last = changed(
                last,
                kind="direct",
                inner_end=quote.inner_end,
                end=quote.end,
                clause_end=max(last.clause_end, quote.clause_end),
            )
            continue
        if last is not None:
            yield last
        last = quote
    if last is not None:
        yield last


def _goes_on(text: str, first: Quote, second: Quote) -> bool:
    """True if a comma, the tag and a comma stand between, and a small letter opens the rest."""
    between = text[first.end : second.start]
    inside = first.clause_end > first.end and len(between) < 200
    semicolon = inside and text[first.clause_end : second.start].strip() == ";"
    if semicolon and first.speaker and first.speaker == second.speaker:
        return True
    return (
        first.speaker is not None
        and first.speaker == second.speaker
        and inside
        and (text[first.inner_end - 1] == "," or between.startswith(","))
        and between.rstrip().endswith(",")
        and not re.search(r"[.;:]\s", between)
        and text[second.inner_start : second.inner_start + 1].islower()
    )
