"""A document as the extractor sees it: sentences with typed tokens, quotations, focus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interdict.claims.asides import without_asides
from interdict.claims.attribution import Voice, voices
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.languages import Language, language_of
from interdict.claims.mention import Mention
from interdict.claims.mentions import find_mentions
from interdict.claims.quotes import Quote, Said, find_said
from interdict.claims.references import Focus
from interdict.claims.sentences import sentences
from interdict.claims.tokens import Encoded, encode
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
    voiced: list[list[Voice]]
    said: Said
    focus: Focus

    @property
    def quotes(self) -> list[Quote]:
        """The quotations of the document, in order."""
        return self.said.quotes

    @property
    def published(self) -> str | None:
        """The document's civil date, EDTF."""
        return None if self.doc.published_on is None else str(self.doc.published_on)

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
    spans = [(block.start, block.end) for block in doc.blocks] or [(0, len(doc.text))]
    cut = [
        piece
        for start, end in spans
        for sentence in sentences(doc.text, _behind_dateline(doc.text, start, end), end)
        for piece in _bounded(doc.text, *sentence)
    ]
    language = language_of(doc)
    mentions = find_mentions(doc, cut, gazetteer=gazetteer, regimes=regimes, language=language)
    said = find_said(doc)
    breaks = frozenset(
        mark
        for quote in said.quotes
        if quote.kind == "direct"
        for mark in (quote.start, quote.end - 1)
    )
    encoded = [
        encode(doc.text, start, end, mentions=found, breaks=breaks, language=language)
        for (start, end), found in zip(cut, mentions, strict=True)
    ]
    return Reading(
        doc=doc,
        regimes=regimes,
        mentions=mentions,
        encoded=encoded,
        plain=[without_asides(sentence) for sentence in encoded],
        language=language,
        voiced=[voices(sentence) for sentence in encoded],
        said=said,
        focus=Focus(doc, mentions),
    )
