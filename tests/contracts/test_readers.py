"""What every reader owes: exact offsets, nothing lost, metadata found or explicitly None.

Fixtures are in `readers/<NAME>/`, each beside a golden JSON of what it reads as.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.documents import Head, read_document, read_documents
from interdict.documents.catalog import choose, readers
from interdict.model.dates import PartialDate
from interdict.model.source import Document

FOLDER = Path(__file__).parent / "readers"
FIXTURES = sorted(path for path in FOLDER.glob("*/*") if path.suffix != ".json")
"""Also those that hold JSON end in `.txt`: the container is told by what is in a file."""
AS_THEY_STAND = [p for p in FIXTURES if p.parent.name not in ("json", "jsonl", "feed", "mail")]
"""Those whose raw text is the file's, character by character."""
FIELDS = (
    "container kind title authors published published_from publisher publisher_from url url_kind"
    " language citation identifiers categories image"
).split()
BLOCK_KINDS = {"title", "excerpt", "heading", "paragraph", "blockquote"}
WORD = re.compile(r"\S+")


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _read(path: Path) -> Document:
    return read_document(path.read_bytes(), file_name=path.name)


def _read_all(path: Path) -> tuple[Document, ...]:
    found = read_documents(path.read_bytes(), file_name=path.name)
    assert found.errors == ()
    return found.documents


def _as_golden(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(document, name) for name in FIELDS}
    blocks = [[block.kind, *document.raw_span(block.start, block.end)] for block in document.blocks]
    found["blocks"] = [[*block, document.raw[block[1] : block[2]]] for block in blocks]
    found["noise"] = [[*span, document.raw[span[0] : span[1]]] for span in document.noise]
    return json.loads(json.dumps(found))


def _assert_offsets(document: Document) -> None:
    """Every word of every block is found in raw at its span, word by word."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text.strip() == text != ""
        for word in WORD.finditer(text):
            span = block.start + word.start(), block.start + word.end()
            start, end = document.raw_span(*span)
            assert document.raw[start:end] == word[0]


def _assert_nothing_lost(document: Document) -> None:
    """Every character of raw is read, or is noise, or is blank: one of them, and only one."""
    read = [False] * len(document.raw)
    for segment in document.segments:
        for at in range(segment.raw_start, segment.raw_start + segment.length):
            assert not read[at], f"read twice: {at}"
            read[at] = True
    for start, end, kind in document.noise:
        assert 0 <= start < end <= len(document.raw)
        for at in range(start, end):
            assert not read[at], f"{kind} at {at} is in the text"
            read[at] = True
    lost = [
        at for at, character in enumerate(document.raw) if not (read[at] or character.isspace())
    ]
    assert lost == []


def test_every_reader_has_a_fixture() -> None:
    """A reader that is added without a fixture, or a fixture without a reader, shows."""
    assert set(readers()) == {path.parent.name for path in FIXTURES}


@pytest.mark.parametrize("path", FIXTURES, ids=_named)
def test_reads_as_its_golden_file(path: Path) -> None:
    """Metadata, blocks and noise of a fixture, with their spans, are those of its golden JSON."""
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert [_as_golden(document) for document in _read_all(path)] == (
        golden if isinstance(golden, list) else [golden]
    )


@pytest.mark.parametrize("path", FIXTURES, ids=_named)
def test_own_reader_sniffs_highest(path: Path) -> None:
    """The reader whose folder holds the fixture is chosen; scores lie between 0 and 1."""
    head = Head.of(path.read_text(encoding="utf-8"))
    reader, score = choose(head)
    assert path.parent.name == reader.NAME
    assert score > 0.0
    assert all(0.0 <= reader.sniff(head) <= 1.0 for reader in readers().values())


@pytest.mark.parametrize("path", FIXTURES, ids=_named)
def test_metadata_is_found_or_none(path: Path) -> None:
    """No field is an empty or padded text; a date is a date; origins come with their values."""
    for document in _read_all(path):
        for name in FIELDS:
            value = getattr(document, name)
            for text in value if isinstance(value, tuple) else (value,):
                assert text is None or (text and text == text.strip()), name
        assert (document.published is None) == (document.published_from is None)
        assert (document.publisher is None) == (document.publisher_from is None)
        assert (document.url is None) == (document.url_kind is None)
        if document.published is not None:
            assert isinstance(document.published_on, PartialDate)


@pytest.mark.parametrize("path", FIXTURES, ids=_named)
def test_blocks_tile_the_text(path: Path) -> None:
    """Blocks are of a known kind, in order, and parted by one blank line."""
    for document in _read_all(path):
        at = 0
        for number, block in enumerate(document.blocks):
            assert block.kind in BLOCK_KINDS
            assert block.start == at + (2 if number else 0)
            assert document.text[at : block.start] == ("\n\n" if number else "")
            at = block.end
        assert at == len(document.text)


@pytest.mark.parametrize("path", FIXTURES, ids=_named)
def test_nothing_is_lost_or_read_twice(path: Path) -> None:
    """Every visible character of a document's raw text is read or is noise, whatever it is."""
    for document in _read_all(path):
        if "''" not in document.raw:  # an escaped character of YAML stands for two
            _assert_nothing_lost(document)
        assert all(document.raw_span(b.start, b.end) for b in document.blocks)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", AS_THEY_STAND, ids=_named)
def test_newlines_change_offsets_and_nothing_else(path: Path, newline: str) -> None:
    """Whatever the newline, the same text and metadata are read, at exact offsets."""
    raw = path.read_text(encoding="utf-8").replace("\n", newline)
    document = read_document(raw.encode(), file_name=path.name)
    assert document.raw == raw
    as_written = _read(path)
    assert document.text == as_written.text
    assert [block.kind for block in document.blocks] == [b.kind for b in as_written.blocks]
    assert [getattr(document, name) for name in FIELDS] == [
        getattr(as_written, name) for name in FIELDS
    ]
    if "''" not in raw and "&" not in raw:  # such a character stands for several, or for a blank
        _assert_offsets(document)
        _assert_nothing_lost(document)


TEMPLATES = {
    "header_line": " date 2031-03-04 By Ada Quill and Tom van der Brook{n}{n}{body}",
    "header_glued": " date 2031-03-04 The Order {body}",
    "front_matter": '---{n}title: "A title: of it"{n}date: 2031-03-04{n}---{n}{n}{body}',
    "trailing_feed_row": (
        "{body}{n}, 2031-03-12 10:00:00,{n}"
        ", Ledger, %%https://ledger.example/i.png, https://ledger.example/feed/, Ada Quill"
    ),
    "federal_register": (
        "96 FR 47 pg. 11873{n}DEPARTMENT OF STATE{n}A Notice{n}{body}{n}Dated: March 3, 2031.{n}"
        "Ada M. Quill,{n}Secretary.{n}[FR Doc. 2031-04567 Filed 3-10-31; 8:45 am]{n}"
    ),
    "bare": "The Order {body}",
}
_CHARACTERS = st.one_of(
    st.sampled_from(list("abc ABC   .:,“”’'\"#>-*_\t\u00a0é𝔘😀中ا\u200d\ufeff")),
    st.characters(exclude_categories=["Cs", "Cc"]),
)
_LINES = st.one_of(
    st.text(_CHARACTERS, max_size=60),
    st.sampled_from(
        [
            "",
            "Here’s what you need to know: the order stands.",
            "READ THE WHOLE STORY OF THE ORDER",
            "Advertisement",
            "He said: Advertisement - scroll for more it stands",
            "ALSO READ: more of it",
            "The minister announced in a statement:",
            "By Ada Quill",
            "## A heading",
            "> set off",
            "---",
        ]
    ),
)
BODIES = st.lists(_LINES, min_size=1, max_size=8)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", sorted(TEMPLATES))
@settings(max_examples=50, deadline=None)
@given(lines=BODIES)
def test_any_body_keeps_its_offsets(name: str, newline: str, mark: str, lines: list[str]) -> None:
    """Whatever stands in a body, words map back exactly and no character is lost or doubled."""
    body = newline.join(["the first words", *lines, "the last words"])
    raw = TEMPLATES[name].format(body=body, n=newline)
    document = read_document((mark + raw).encode(), file_name="generated.txt")
    assert document.raw == raw
    assert document.container == name
    _assert_offsets(document)
    _assert_nothing_lost(document)
