"""What holds for any text: spans stand in it, in order, without overlap, and nothing crashes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.claims.amounts import find_amounts
from interdict.claims.dates import find_dates
from interdict.claims.durations import find_durations
from interdict.claims.quotes import find_quotes
from interdict.claims.sentences import sentences
from interdict.model.dates import PartialDate, Span
from interdict.model.source import Block, Document, DocumentKind, Segment

WORDS = st.sampled_from(
    [
        *"""
        In in on On since around the The last next this Sunday Monday weekend Nov. November 24 24th
        31 2025 1999 2025-11-24 May may March week year month earlier later hours ago three 21st
        $50m $50 million at least about 83 people up to dozens of will effective said Lark Minister
        Ada he she told according “ ” " ' ‘ ’ , . : ; ( ) … U.S. “No,” added that was quoted as
        """.split(),
        *("\n", " ", "\u00a0", "，", "。", "é", "٣"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
)
DATES = st.one_of(
    st.none(),
    st.dates().map(PartialDate.of),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1, 9999)),
)


def check(spans: Sequence[tuple[int, int]], text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(TEXTS)
def test_sentences_cover_every_visible_character(text: str) -> None:
    """Sentences lose nothing but white space, and hold no line break."""
    spans = sentences(text)
    check(spans, text)
    covered = set().union(*(range(start, end) for start, end in spans))
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
    assert all("\n" not in text[start:end] for start, end in spans)


@given(TEXTS, DATES)
@settings(max_examples=150)
def test_dates_are_valid_and_stand_in_the_text(text: str, published: PartialDate | None) -> None:
    """What is not symbolic parses as EDTF; nothing is anchored without a document date."""
    found = find_dates(text, published=published)
    check([(f.start, f.end) for f in found], text)
    for expression in found:
        assert text[expression.start : expression.end] == expression.text
        if expression.edtf is not None and "X" not in expression.edtf:
            Span.parse(expression.edtf)
        if published is None:
            assert expression.anchor is None or expression.anchor.startswith("previous:")


@given(TEXTS)
def test_amounts_are_intervals_that_stand_in_the_text(text: str) -> None:
    """An interval never ends before it starts, and holds the number that was stated."""
    found = find_amounts(text)
    check([(a.start, a.end) for a in found], text)
    for amount in found:
        low, high = amount.quantity.low, amount.quantity.high
        assert low is not None and (high is None or low <= high)
        stated = amount.quantity.stated
        assert stated is None or (low <= stated and (high is None or stated <= high))
        assert amount.quantity.unit or not amount.ordinal


@given(TEXTS)
def test_durations_stand_in_the_text(text: str) -> None:
    """Their text is what stands at their span."""
    found = find_durations(text)
    check([(d.start, d.end) for d in found], text)
    assert all(text[d.start : d.end] == d.text for d in found)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_quotes_nest_and_do_not_overlap(paragraphs: list[str]) -> None:
    """Inner in outer in clause; a term never has a speaker; the same text gives the same."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    doc = Document(
        sha256="0" * 64,
        file_name="any.txt",
        container="plain",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=tuple(blocks),
    )
    found = find_quotes(doc)
    check([(q.start, q.end) for q in found], text)
    for quote in found:
        assert 0 <= quote.clause_start <= quote.start <= quote.inner_start
        assert quote.inner_start < quote.inner_end <= quote.end <= quote.clause_end <= len(text)
        assert quote.kind in ("direct", "block", "partial", "term")
        assert quote.kind != "term" or quote.speaker is None
        assert (quote.speaker_start is None) == (quote.speaker_end is None)
    assert find_quotes(doc) == found
