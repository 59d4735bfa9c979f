"""Discovery and choice of readers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from interdict.documents import Head, Source, catalog
from interdict.documents.layout import Passage, document
from interdict.errors import ConfigError, ReadError
from interdict.model.source import Document, DocumentKind


@pytest.fixture
def fresh_readers() -> Iterator[None]:
    """Readers are discovered anew in the test, and again after it."""
    catalog.readers.cache_clear()
    yield
    catalog.readers.cache_clear()


def _plug_in(monkeypatch: pytest.MonkeyPatch, reader: object) -> None:
    point = SimpleNamespace(name="theirs", value="their.reader", load=lambda: reader)
    monkeypatch.setattr(catalog, "entry_points", lambda *, group: [point] if group else [])


def _shouting_reader() -> SimpleNamespace:
    def read(source: Source) -> Document:
        passages = [Passage.of("paragraph", source.raw, 0, len(source.raw))]
        kind = DocumentKind.PRESS_RELEASE
        return document(source, container="shouting", kind=kind, passages=passages, noise=[])

    def sniff(head: Head) -> float:
        return 1.0 if head.start.startswith("<html") else 0.0

    return SimpleNamespace(NAME="shouting", sniff=sniff, read=read)


def test_entry_point_names_the_group() -> None:
    """Other packages add readers under `interdict.readers`."""
    assert catalog.ENTRY_POINT_GROUP == "interdict.readers"
    point = EntryPoint("bare", "interdict.documents.containers.bare", catalog.ENTRY_POINT_GROUP)
    assert point.load() is catalog.readers()["bare"]


def test_a_reader_of_another_package_is_used(
    monkeypatch: pytest.MonkeyPatch, fresh_readers: None
) -> None:
    """It reads what it sniffs highest, even a format that is refused otherwise."""
    _plug_in(monkeypatch, _shouting_reader())
    read = catalog.read_document(b"<html>A PAGE</html>", file_name="a.html")
    assert (read.container, read.kind) == ("shouting", DocumentKind.PRESS_RELEASE)
    assert catalog.read_document(b"A plain line.", file_name="a.txt").container == "bare"


def test_a_taken_name_is_refused(monkeypatch: pytest.MonkeyPatch, fresh_readers: None) -> None:
    """A second reader of the same name is a configuration error, not a silent override."""
    taken = _shouting_reader()
    taken.NAME = "bare"
    _plug_in(monkeypatch, taken)
    with pytest.raises(ConfigError, match="'bare' is taken"):
        catalog.readers()


def test_what_is_no_reader_is_refused(monkeypatch: pytest.MonkeyPatch, fresh_readers: None) -> None:
    """An entry point without the three names is a configuration error that names it."""
    _plug_in(monkeypatch, SimpleNamespace(NAME="half", sniff=lambda head: 0.0))
    with pytest.raises(ConfigError, match=r"their\.reader is not a reader"):
        catalog.readers()


def test_equal_scores_go_to_the_first_name(
    monkeypatch: pytest.MonkeyPatch, fresh_readers: None
) -> None:
    """Ties are broken by name, so that two runs agree."""
    reader = _shouting_reader()
    reader.NAME, reader.sniff = "aaa", lambda head: 0.05
    _plug_in(monkeypatch, reader)
    assert catalog.choose(Head.of("A plain line."))[0].NAME == "aaa"


def test_document_is_identified_by_its_bytes() -> None:
    """The hash is of the file's bytes, byte order mark included; the name is kept."""
    data = b"\xef\xbb\xbfThe Order was listed."
    read = catalog.read_document(data, file_name="order.txt")
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert read.file_name == "order.txt"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (" date 2031-03-04 By Ada Quill\n", "nothing to read.*header_line"),
        ("---\nlayout: post\n---\n", "nothing to read.*front_matter"),
        ("<html><p><br></p></html>", "nothing to read.*html"),
        ("<?xml version='1.0'?><nitf>text</nitf>", "XML of an unknown form, which is not read"),
        ('[{"text": "one"}, {"text": "two"}]', "holds 2 documents.*read_documents"),
    ],
)
def test_a_file_without_a_text_is_an_error(text: str, what: str) -> None:
    """An empty document is never returned."""
    with pytest.raises(ReadError, match=what):
        catalog.read_document(text.encode(), file_name="a.txt")


def test_head_holds_both_ends() -> None:
    """A head has 4,000 characters of the start and 1,000 of the end, and says if that is all."""
    head = Head.of("a" * 4_000 + "b" * 2_000)
    assert (head.start, head.end, head.whole) == ("a" * 4_000, "b" * 1_000, False)
    assert Head.of("short") == Head("short", "short", True)
