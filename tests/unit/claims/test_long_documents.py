"""Documents of any length: read in parts, each claim at its place in the raw text."""

from __future__ import annotations

from interdict.claims.extract import extract
from interdict.claims.parts import MAX_CHARS, parts
from interdict.model.source import Block, Document, DocumentKind, Segment

ACT = "The UK proscribed the Harbour Front in 2019."


def document(text: str, *, header: str = "-- header --\n", lines: bool = True) -> Document:
    blocks, at = [], 0
    for line in text.split("\n") if lines else [text]:
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document(
        sha256="0" * 64,
        file_name="long.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=header + text,
        text=text,
        segments=(Segment(0, len(header), len(text)),),
        blocks=tuple(blocks),
        published="2024-05-10",
    )


def test_a_short_document_is_one_part() -> None:
    """Nothing changes for what is read as one."""
    doc = document(ACT)
    assert list(parts(doc)) == [doc]


def test_parts_cover_the_blocks_and_lead_to_the_raw_text() -> None:
    """Every block is in one part, no part is longer than allowed."""
    doc = document("\n".join(f"{ACT} Number {n}." for n in range(4000)))
    found = list(parts(doc))
    assert len(found) > 2
    assert all(len(part.text) <= MAX_CHARS for part in found)
    assert sum(len(part.blocks) for part in found) == len(doc.blocks)
    for part in found:
        for block in (part.blocks[0], part.blocks[-1]):
            start, end = part.raw_span(block.start, block.end)
            assert doc.raw[start:end] == part.text[block.start : block.end]


def test_a_claim_far_down_is_found_at_its_place() -> None:
    """Its quote is the raw text at its span, also behind megabytes of one line."""
    filler = "The harbour was quiet and nothing at all was said there. " * 4000
    doc = document(filler + ACT, lines=False)
    (claim,) = [c for c in extract(doc) if c.kind == "designation.prior"]
    assert claim.start > len(filler) - 10
    assert doc.raw[claim.start : claim.end] == claim.quote
    assert claim.subject == "Harbour Front"


def test_a_line_without_white_space_is_cut_all_the_same() -> None:
    """Garbage takes bounded time and gives no claim."""
    doc = document("x" * (3 * MAX_CHARS), lines=False)
    assert len(list(parts(doc))) >= 3
    assert extract(doc) == []
