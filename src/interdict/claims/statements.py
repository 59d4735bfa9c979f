"""Quotations as claims: who said it, in which words, when."""

from __future__ import annotations

from collections.abc import Iterator

from interdict.claims.quotes import Quote
from interdict.claims.reading import Reading
from interdict.model.claim import Claim, Mode

_CONFIDENCE = {"direct": 0.9, "block": 0.85, "partial": 0.75}
_UNSPOKEN = 0.5
"""Confidence of an utterance whose speaker is not known."""


def quoted_statements(reading: Reading) -> Iterator[Claim]:
    """One `statement.direct` per quotation; terms and names in quotation marks are none."""
    for quote in reading.quotes:
        if quote.kind not in _CONFIDENCE:
            continue
        speaker = _speaker(reading, quote)
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
            date=_date(reading, quote.clause_start, quote.clause_end, quote.start, quote.end),
            mode=Mode.QUOTE,
            depth=1,
            confidence=_CONFIDENCE[quote.kind] if speaker else _UNSPOKEN,
        )


def _speaker(reading: Reading, quote: Quote) -> str | None:
    """The speaker; "the group" by its name."""
    if quote.speaker is None or quote.speaker_start is None:
        return quote.speaker
    for number, sentence in enumerate(reading.encoded):
        if not sentence.tokens or sentence.tokens[-1].end <= quote.speaker_start:
            continue
        for token in sentence.tokens:
            if token.mention and token.start <= quote.speaker_start < token.end:
                if token.kind != "REF":
                    return quote.speaker
                found = reading.focus.resolve(token.mention, number)
                return found.name if found and found.named else quote.speaker
        break
    return quote.speaker


def _date(reading: Reading, start: int, end: int, quote_start: int, quote_end: int) -> str | None:
    """The date in the words around the quotation ("..., she said on Tuesday")."""
    for sentence in reading.mentions:
        for mention in sentence:
            inside = start <= mention.start and mention.end <= end
            spoken = quote_start <= mention.start and mention.end <= quote_end
            if mention.kind == "DATE" and mention.name and inside and not spoken:
                return mention.name
    return None
