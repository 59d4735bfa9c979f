"""Which blocks of a web page are its text, and which are the frame around it.

Conservative: a block is left out only where the page itself says that it is no text (its
elements, their classes, links upon links), and never so that most of the prose goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from interdict.documents.page_blocks import PageBlock, is_heading

_MIN_REGION_CHARS = 140
_MOST_OF_BEST = 0.7
_MIN_REGION_SHARE = 0.4
_MAX_LINKED = 0.5
_MAX_LINKED_HEADING = 0.8
_MIN_PROSE_WORDS = 8
_MIN_KEPT_SHARE = 0.5


def content(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks that are the page's text, in order; all of them if none stands out."""
    inside = _of_main_region(blocks)
    unlinked = [block for block in inside if not _is_links(block)]
    kept = [block for block in unlinked if not block.hinted]
    # Some pages name the very element that holds their text `main-sidebar` or `ad-free`.
    if _prose(kept) < _MIN_KEPT_SHARE * _prose(unlinked):
        kept = unlinked
    return kept or list(inside)


def _of_main_region(blocks: Sequence[PageBlock]) -> Sequence[PageBlock]:
    """Blocks of the innermost article that holds most of the prose; all if there is none."""
    prose: dict[int, int] = {}
    for block in blocks:
        for region in block.regions:
            prose[region] = prose.get(region, 0) + _prose([block])
    best = max(prose.values(), default=0)
    if best < max(_MIN_REGION_CHARS, _MIN_REGION_SHARE * _prose(blocks)):
        return blocks
    # Regions are numbered as they open: the last one that still holds most of it is innermost.
    chosen = max(region for region, n_chars in prose.items() if n_chars >= _MOST_OF_BEST * best)
    return [block for block in blocks if chosen in block.regions]


def _prose(blocks: Iterable[PageBlock]) -> int:
    """Characters outside links, in blocks that are long enough for a sentence."""
    return sum(
        max(len(block.text) - block.n_linked, 0)
        for block in blocks
        if not is_heading(block) and len(block.text.split()) >= _MIN_PROSE_WORDS
    )


def _is_links(block: PageBlock) -> bool:
    share = block.n_linked / max(len(block.text.strip()), 1)
    return share > (_MAX_LINKED_HEADING if is_heading(block) else _MAX_LINKED)
