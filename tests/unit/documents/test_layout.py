"""Laying passages out, with the way back."""

from __future__ import annotations

from interdict.documents.layout import Passage, Run, carve, document, lay_out, wrap
from interdict.documents.source import Source
from interdict.model.source import Block, DocumentKind, Segment

NEWS = DocumentKind.NEWS


def test_passages_are_joined_by_blank_lines() -> None:
    """Segments and blocks follow the text; an empty passage is left out."""
    raw = "xx one\nyy\nthree"
    laid = lay_out(
        [
            Passage.of("heading", raw, 3, 6),
            Passage.of("paragraph", raw, 7, 7),
            Passage.of("paragraph", raw, 10, 15),
        ]
    )
    assert laid.text == "one\n\nthree"
    assert laid.segments == (Segment(0, 3, 3), Segment(5, 10, 5))
    assert laid.blocks == (Block("heading", 0, 3), Block("paragraph", 5, 10))


def test_runs_of_one_passage_share_a_block() -> None:
    """A passage that stands apart in raw is one block with a segment for each run."""
    laid = lay_out([Passage("title", (Run(4, "ab"), Run(9, "c")))])
    assert laid.text == "abc"
    assert laid.segments == (Segment(0, 4, 2), Segment(2, 9, 1))
    assert laid.blocks == (Block("title", 0, 3),)


def test_carve_tiles_the_noise() -> None:
    """Spans taken out are of their own kind, or not noise; the rest stays without overlap."""
    assert carve(0, 20, "header", [(12, 15, "odd"), (3, 5, None), (15, 20, None)]) == [
        (0, 3, "header"),
        (5, 12, "header"),
        (12, 15, "odd"),
    ]
    assert carve(4, 4, "header") == []


def test_wrap_moves_the_inner_document() -> None:
    """Offsets of the body are moved to the whole file, and its title becomes a heading."""
    raw = "[T] body here ."
    body = Source(raw[4:], "a.txt", "0" * 64)
    inner = document(
        body,
        container="inner",
        kind=NEWS,
        passages=[Passage.of("title", body.raw, 0, 4), Passage.of("paragraph", body.raw, 5, 9)],
        noise=[(10, 11, "separator")],
    )
    lead = [Passage.of("title", raw, 1, 2)]
    noise = [(0, 1, "front"), (2, 4, "front")]
    whole = Source(raw, "a.txt", "0" * 64)
    read = wrap(inner, whole, container="outer", body_start=4, lead=lead, noise=noise)
    assert (read.container, read.raw, read.text) == ("outer", raw, "T\n\nbody\n\nhere")
    assert [block.kind for block in read.blocks] == ["title", "heading", "paragraph"]
    assert [raw[slice(*read.raw_span(b.start, b.end))] for b in read.blocks] == [
        "T",
        "body",
        "here",
    ]
    assert read.noise == ((0, 1, "front"), (2, 4, "front"), (14, 15, "separator"))


def test_wrap_without_lead_keeps_the_inner_text() -> None:
    """With nothing before the body, its text and title stay as they are."""
    raw = "-- body"
    source = Source(raw, "a.txt", "0" * 64)
    body = Source("body", "a.txt", "0" * 64)
    passages = [Passage.of("title", "body", 0, 4)]
    inner = document(body, container="inner", kind=NEWS, passages=passages, noise=[])
    read = wrap(inner, source, container="outer", body_start=3, noise=[(0, 3, "front")])
    assert (read.text, read.blocks) == ("body", (Block("title", 0, 4),))
    assert read.raw_span(0, 4) == (3, 7)
