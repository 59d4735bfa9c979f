"""The blocks of text of a web page, in order, with where in the page each of them stands.

Text belongs to the innermost element that is laid out as a block. What is never prose
(scripts, forms' controls, navigation) is left out at once; the rest is judged by
`page_content`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from interdict.documents.markup import Tag, flowed, scan
from interdict.documents.traced import Traced

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main nav ol p pre
    section summary table tbody td tfoot th thead title tr ul
    """.split()
)
_OPAQUE = ("script", "style", "noscript", "template", "textarea", "xmp", "iframe")
"""Elements whose content is no markup: it ends at their own end tag, whatever is in it."""
_NEVER_PROSE = frozenset(
    "svg math object embed select option button audio video canvas map nav aside menu dialog"
    " noscript footer datalist label".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_REGIONS = frozenset(("article", "main"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HINTS = frozenset(
    """
    nav navbar navigation menu breadcrumb breadcrumbs sidebar footer share sharing social related
    recommended recommendations newsletter subscribe signup promo advert advertisement ad ads
    sponsor sponsored cookie cookies consent comments disqus popup modal paywall outbrain taboola
    toolbar pagination trending
    """.split()
)
_NOT_A_HINT = frozenset("has with no without is body page content main article".split())
_HINTED = frozenset("div section ul ol header form p li span".split())
_SPLIT = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_MAX_REGIONS = 8
_MAX_CLASSES = 40


@dataclass(slots=True)
class PageBlock:
    """One block: its text with places, and what is known of where it stands.

    `tag` is the element; `regions` the articles around it, outermost first, by number;
    `n_linked` the characters in links; `hinted` is True inside an element whose class says
    that it is not the text; `quoted` inside a block quotation.
    """

    tag: str
    regions: tuple[int, ...]
    hinted: bool
    quoted: bool
    trace: Traced = field(default_factory=Traced)
    n_linked: int = 0

    @property
    def text(self) -> str:
        """Its characters, without those around them."""
        return self.trace.text


class _Open(NamedTuple):
    """An element that is open; everything but the name holds for what is inside it."""

    name: str
    block: str
    regions: tuple[int, ...] = ()
    skipped: bool = False
    hinted: bool = False
    quoted: bool = False
    linked: bool = False


class _Page:
    """The elements that are open, the block that is being read, and those that are done."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: list[PageBlock] = []
        self.title: PageBlock | None = None
        self.tags: list[Tag] = []
        self.n_regions = 0
        self._stack = [_Open("", "body")]
        self._n_open: dict[str, int] = {}
        self._current: PageBlock | None = None

    @property
    def inside(self) -> _Open:
        return self._stack[-1]

    def open(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._current = None
        if tag.name in _VOID or tag.is_empty:
            return
        around = self.inside
        regions = around.regions
        if (
            tag.name in _REGIONS or "articlebody" in tag.attributes.get("itemprop", "").lower()
        ) and (len(regions) < _MAX_REGIONS):
            self.n_regions += 1
            regions = (*regions, self.n_regions)
        self._stack.append(
            _Open(
                tag.name,
                tag.name if tag.name in _BLOCKS else around.block,
                regions,
                # The header of an article holds its title; that of a page, its menus.
                around.skipped
                or tag.name in _NEVER_PROSE
                or (tag.name == "header" and not regions),
                around.hinted or (tag.name in _HINTED and _is_hinted(tag)),
                around.quoted or tag.name == "blockquote",
                around.linked or tag.name == "a",
            )
        )
        self._n_open[tag.name] = self._n_open.get(tag.name, 0) + 1

    def close(self, name: str) -> None:
        if name in _BLOCKS:
            self._current = None
        if not self._n_open.get(name):
            return
        while True:
            closed = self._stack.pop().name
            self._n_open[closed] -= 1
            if closed == name:
                return

    def add(self, trace: Traced) -> None:
        inside = self.inside
        if inside.block in ("title", "head", "html"):
            if inside.block == "title" and not inside.skipped and self.title is None:
                self.title = PageBlock("title", (), False, False, trace)
            return
        if inside.skipped:
            return
        if self._current is None:
            self._current = PageBlock(inside.block, inside.regions, inside.hinted, inside.quoted)
            self.blocks.append(self._current)
        self._current.trace.extend(trace)
        if inside.linked:
            self._current.n_linked += len(trace.text.strip())


@dataclass(frozen=True, slots=True)
class Scanned:
    """A page: its blocks with text in them, its title element, its tags that describe it."""

    blocks: tuple[PageBlock, ...]
    title: PageBlock | None
    """Its title element."""
    tags: tuple[Tag, ...]
    structured: tuple[str, ...]
    """Contents of its JSON-LD scripts."""


def scan_page(raw: str) -> Scanned:
    """The blocks of a page or of a fragment of one."""
    page = _Page(raw)
    structured: list[str] = []
    at = 0
    while at < len(raw):
        resume = len(raw)
        for token in scan(raw, at):
            if not isinstance(token, Tag):
                trace = Traced()
                flowed(raw, token, trace)
                page.add(trace)
            elif token.closes:
                page.close(token.name)
            elif token.name in _OPAQUE and not token.is_empty:
                stop, resume = _content_end(raw, token)
                if "ld+json" in token.attributes.get("type", ""):
                    structured.append(raw[token.end : stop])
                break
            else:
                if token.name in ("meta", "link", "html", "time"):
                    page.tags.append(token)
                page.open(token)
        at = resume
    blocks = tuple(block for block in page.blocks if block.text.strip())
    title = page.title if page.title is not None and page.title.text.strip() else None
    return Scanned(blocks, title, tuple(page.tags), tuple(structured))


def is_heading(block: PageBlock) -> bool:
    """True for h1 to h6."""
    return block.tag in _HEADINGS


def _content_end(raw: str, tag: Tag) -> tuple[int, int]:
    """Where the content of an opaque element ends, and where to read on."""
    found = re.compile(rf"</{tag.name}\b[^>]*>", re.IGNORECASE).search(raw, tag.end)
    return found.span() if found else (len(raw), len(raw))


def _is_hinted(tag: Tag) -> bool:
    names = f"{tag.attributes.get('class', '')} {tag.attributes.get('id', '')}".split()
    for name in (*names[:_MAX_CLASSES], tag.attributes.get("role", "")):
        words = [word.lower() for word in _SPLIT.split(name) if word]
        if words and words[0] not in _NOT_A_HINT and not _HINTS.isdisjoint(words):
            return True
    return False
