"""A document as the extractor sees it: sentences with typed tokens, quotations, focus."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from interdict.claims.asides import without_asides
from interdict.claims.attribution import Voice, voices
from interdict.claims.clitics import SPONSORS
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.home_country import home_countries
from interdict.claims.languages import Language, language_of
from interdict.claims.mention import Mention
from interdict.claims.mentions import find_mentions
from interdict.claims.quotes import Quote, Said, find_said
from interdict.claims.references import Focus, Party, party
from interdict.claims.sentences import sentences
from interdict.claims.tokens import Encoded, encode, split_words
from interdict.claims.vocabulary import RegimeNames
from interdict.model.source import Document

_MAX_SENTENCE = 3_000
"""Characters; work on a sentence grows with its square. Notices hold sentences of 2,000."""


@dataclass(frozen=True)
class Reading:
    """One document, read. The lists run in step: one entry per sentence."""

    doc: Document
    regimes: tuple[RegimeNames, ...]
    mentions: list[list[Mention]]
    encoded: list[Encoded]
    plain: list[Encoded | None]
    """Sentences without their asides, None for one that has none."""
    language: Language
    said: Said
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

    @cached_property
    def issuer(self) -> Party | None:
        """Who speaks in a text that reads like an official one: the body named first, else None.

        A text that calls itself a release proves nothing by it, but what it tells of others is
        then what somebody says of them.
        """
        if not self.doc.kind.is_official and not _RELEASED.search(self.doc.text, 0, _RELEASE_HEAD):
            return None
        named = [m for sentence in self.mentions for m in sentence if m.kind == "AUTHORITY"]
        return party(_narrowest(named)) if named else None

    @cached_property
    def home(self) -> frozenset[str]:
        """The countries whose bodies the document names most often."""
        return home_countries(self.mentions)

    @cached_property
    def lists_states(self) -> bool:
        """True where the list is one of states: "state sponsors of terrorism"."""
        return SPONSORS.search(self.doc.text) is not None

    @cached_property
    def tells_of_listing(self) -> bool:
        """True if the text speaks of listings or of armed groups, and not of any other law."""
        telling = ("GROUP", "PROGRAMME", "LABEL")
        return _LISTING.search(self.doc.text) is not None or any(
            mention.kind in telling for sentence in self.mentions for mention in sentence
        )

    def in_heading(self, at: int) -> bool:
        """True for a place in a title or heading, which repeats in short what the text tells."""
        return any(
            block.start <= at < block.end
            for block in self.doc.blocks
            if block.kind in ("title", "heading")
        )

    @property
    def quotes(self) -> list[Quote]:
        """The quotations of the document, in order."""
        return self.said.quotes

    def programmes(self) -> frozenset[str]:
        """The programmes that the document names anywhere."""
        return self._programmes

    @cached_property
    def _programmes(self) -> frozenset[str]:
        return frozenset(
            mention.name
            for sentence in self.mentions
            for mention in sentence
            if mention.kind == "PROGRAMME"
        )


_LISTING = re.compile(
    r"\b(?:sanction|sancion|terroris|proscri|blacklist|black list|designa(?:t|ci)|outlaw|extremis"
    r"|delist|listed|listing|banned|asset freeze|executive order|militant|militia|jihad|cartel"
    r"|c[aá]rtel|lista\b|proscrib|ilegaliz)",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"^\W*(?:for immediate release|press (?:statement|release)|media (?:note|release)|news release"
    r"|office of the spokesperson|fact sheet|comunicado de prensa|nota de prensa)\b"
    r"|\btoday,? the [^.\n]{0,60}(?:department|treasury|office of foreign assets control|ofac)\b",
    re.IGNORECASE | re.MULTILINE,
)
_RELEASE_HEAD = 600
"""Characters at the head of a text where it says that it is a release."""


def _narrowest(named: Sequence[Mention]) -> Mention:
    """The body named first, or the department of the country that is named first."""
    whole = named[0].authority or ""
    return next((m for m in named if (m.authority or "").startswith(whole + "-")), named[0])


_DATELINE = re.compile(
    r"\s*[^\W\d_a-z]{3,}(?:[ ,./-]{1,3}[^\W\d_a-z][\w.]*){0,6}"
    r"(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--?)\s+(?=\S)"
    r"|\s*[^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,3}"
    r"(?:, \d{1,2} (?:de )?[a-z]{3,10}\.?(?: (?:de )?\d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\))? ?\.(?:—|–|--?)\s+(?=\S)"
)
"""ABUJA, Nigeria (Nov. 14) —; Lima, 27 mar 2025 (Agencia).-"""


def _behind_dateline(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The sentences of a paragraph, without the place and the day that it opens with."""
    found = _DATELINE.match(text, start, min(start + 120, end))
    if found is None:
        return list(spans)
    return [(max(low, found.end()), high) for low, high in spans if high > found.end()]


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
        for span in _behind_dateline(doc.text, start, end, spans)
        for piece in _bounded(doc.text, *span)
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
    said = find_said(doc, sentences_by_block=by_block if doc.blocks else None)
    breaks = frozenset(
        mark
        for quote in said.quotes
        if quote.kind == "direct"
        for mark in (quote.start, quote.end - 1)
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
        said=said,
        focus=Focus(doc, mentions),
        ends=[
            one.tokens[-1].end if one.tokens else end
            for one, (_, end) in zip(encoded, cut, strict=True)
        ],
        published=None if doc.published_on is None else str(doc.published_on),
    )
