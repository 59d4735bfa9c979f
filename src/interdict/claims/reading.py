"""A document as the extractor sees it: sentences with typed tokens, quotations, focus."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from interdict.claims.asides import without_asides
from interdict.claims.attribution import Voice, voices
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.languages import Language, language_of
from interdict.claims.mention import Mention
from interdict.claims.mentions import find_mentions
from interdict.claims.quotes import Quote, find_quotes
from interdict.claims.references import Focus
from interdict.claims.sentences import sentences
from interdict.claims.tokens import Encoded, encode, split_words
from interdict.claims.vocabulary import RegimeNames
from interdict.model.source import Document

_MAX_SENTENCE = 3_000
"""Characters; work on a sentence grows with its square. Notices hold sentences of 2,000."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read. The lists run in step: one entry per sentence."""

    doc: Document
    regimes: tuple[RegimeNames, ...]
    mentions: list[list[Mention]]
    encoded: list[Encoded]
    plain: list[Encoded | None]
    """Sentences without their asides, None for one that has none."""
    language: Language
    quotes: list[Quote]
    focus: Focus
    published: str | None
    """The document's civil date, EDTF."""
    ends: list[int]
    """Where the last token of each sentence ends; of one without tokens, where it ends."""
    _voiced: dict[int, list[Voice]] = field(default_factory=dict, repr=False, compare=False)

    def sentence_at(self, offset: int) -> int | None:
        """The first sentence that ends behind an offset of the text; None after the last."""
        at = bisect_right(self.ends, offset)
        return next((n for n in range(at, len(self.encoded)) if self.encoded[n].tokens), None)

    def voices_in(self, sentence: int) -> list[Voice]:
        """The attributed stretches of a sentence; looked for when something is found there."""
        found = self._voiced.get(sentence)
        if found is None:
            found = self._voiced[sentence] = voices(self.encoded[sentence])
        return found

    def programmes(self) -> frozenset[str]:
        """The programmes that the document names anywhere."""
        return frozenset(
            mention.name
            for sentence in self.mentions
            for mention in sentence
            if mention.kind == "PROGRAMME"
        )


_DATELINE = re.compile(
    r"\s*[^\W\d_a-z]{3,}(?:[ ,./-]{1,3}[^\W\d_a-z][\w.]*){0,6}"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--?)\s+(?=\S)"
)
"""ABUJA, Nigeria (Nov. 14) —"""


def _behind_dateline(text: str, start: int, end: int) -> int:
    """Where a paragraph's own words begin."""
    found = _DATELINE.match(text, start, min(start + 120, end))
    return found.end() if found else start


def _own(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a block without its dateline; `spans` are those with it."""
    first = _behind_dateline(text, start, end)
    return spans if first == start else sentences(text, first, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut at white space where it is so long that it can be none."""
    while end - start > _MAX_SENTENCE:
        space = text.rfind(" ", start + _MAX_SENTENCE // 2, start + _MAX_SENTENCE)
        stop = space if space > 0 else start + _MAX_SENTENCE
        yield start, stop
        start = stop + (space > 0)
    if start < end:
        yield start, end


def read(doc: Document, *, gazetteer: Gazetteer, regimes: tuple[RegimeNames, ...]) -> Reading:
    """Reads a document; sentences never cross its blocks."""
    blocks = [(block.start, block.end) for block in doc.blocks] or [(0, len(doc.text))]
    by_block = [sentences(doc.text, start, end) for start, end in blocks]
    whole = [span for spans in by_block for span in spans]
    cut = [
        piece
        for (start, end), spans in zip(blocks, by_block, strict=True)
        for sentence in _own(doc.text, start, end, spans)
        for piece in _bounded(doc.text, *sentence)
    ]
    words = [split_words(doc.text, start, end) for start, end in cut]
    language = language_of(doc)
    mentions = find_mentions(
        doc,
        cut,
        gazetteer=gazetteer,
        regimes=regimes,
        language=language,
        words=words,
        spans=whole,
    )
    quotes = find_quotes(doc, sentences_by_block=by_block if doc.blocks else None)
    breaks = frozenset(
        mark for quote in quotes if quote.kind == "direct" for mark in (quote.start, quote.end - 1)
    )
    encoded = [
        encode(doc.text, *span, mentions=found, breaks=breaks, language=language, words=own)
        for span, found, own in zip(cut, mentions, words, strict=True)
    ]
    return Reading(
        doc=doc,
        regimes=regimes,
        mentions=mentions,
        encoded=encoded,
        plain=[without_asides(sentence) for sentence in encoded],
        language=language,
        quotes=quotes,
        focus=Focus(doc, mentions),
        ends=[
            one.tokens[-1].end if one.tokens else end
            for one, (_, end) in zip(encoded, cut, strict=True)
        ],
        published=None if doc.published_on is None else str(doc.published_on),
    )
