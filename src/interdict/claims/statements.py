"""Quotations as claims: who said it, in which words, when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from interdict.claims.mention import Mention
from interdict.claims.quotes import Quote
from interdict.claims.reading import Reading
from interdict.model.claim import Claim, Mode

_CONFIDENCE = {"direct": 0.9, "block": 0.85, "partial": 0.75}
_UNSPOKEN = 0.5
"""Confidence of an utterance whose speaker is not known."""


def quoted_statements(reading: Reading) -> Iterator[Claim]:
    """One `statement.direct` per quotation; terms and names in quotation marks are none."""
    dates = [
        mention
        for sentence in reading.mentions
        for mention in sentence
        if mention.kind == "DATE" and mention.name
    ]
    starts = [mention.start for mention in dates]
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
            date=_date(dates[bisect_left(starts, quote.clause_start) :], quote),
            mode=Mode.QUOTE,
            depth=1,
            confidence=_CONFIDENCE[quote.kind] if speaker else _UNSPOKEN,
        )


def _speaker(reading: Reading, quote: Quote) -> str | None:
    """The speaker; "the group" by its name."""
    if quote.speaker is None or quote.speaker_start is None:
        return quote.speaker
    number = reading.sentence_at(quote.speaker_start)
    for token in reading.encoded[number].tokens if number is not None else ():
        if token.mention and token.start <= quote.speaker_start < token.end:
            if token.kind != "REF" or number is None:
                return quote.speaker
            found = reading.focus.resolve(token.mention, number)
            return found.name if found and found.named else quote.speaker
    return quote.speaker


def _date(dates: Sequence[Mention], quote: Quote) -> str | None:
    """The date in the words around the quotation ("..., she said on Tuesday").

    `dates` are those from its clause on, in order.
    """
    for mention in dates:
        if mention.start >= quote.clause_end:
            return None
        spoken = quote.start <= mention.start and mention.end <= quote.end
        if mention.end <= quote.clause_end and not spoken:
            return mention.name
    return None
