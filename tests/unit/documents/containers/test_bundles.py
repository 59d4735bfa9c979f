"""Files with several documents: feeds, JSON, JSON lines."""

from __future__ import annotations

import json

import pytest

from interdict.documents import Readings, read_documents
from interdict.errors import ReadError
from interdict.model.source import DocumentKind

NOTICE = """96 FR 11873
DEPARTMENT OF STATE
Designation of the Iron Heron Order
I hereby designate the Iron Heron Order as a Foreign Terrorist Organization.
Dated: March 3, 2031.
Ada M. Quill,
Secretary of State.
[FR Doc. 2031-04567 Filed 3-7-31; 8:45 am]"""


def _read(text: str, name: str = "a.txt") -> Readings:
    return read_documents(text.encode(), file_name=name)


def test_a_broken_line_harms_no_other() -> None:
    """It is named with its line; the others are read, under their lines."""
    found = _read('{"text": "One thing."}\n{"text": "broken\n\n[1]\n{"text": "Another thing."}\n')
    assert [document.file_name for document in found.documents] == ["a.txt#1", "a.txt#5"]
    assert [str(error)[:16] for error in found.errors] == ["a.txt, line 2: n", "a.txt#4: no arti"]


@pytest.mark.parametrize("container", ["object", "list", "lines"])
def test_an_article_inside_an_object_of_its_own_is_read(container: str) -> None:
    """What the outer object says counts, too, where the article does not say it."""
    wrapped = {"publisher": "The Quay", "article": {"title": "T", "text": "One thing."}}
    text = {
        "object": json.dumps(wrapped, indent=1),
        "list": json.dumps([wrapped], indent=1),
        "lines": f"{json.dumps(wrapped)}\n{json.dumps(wrapped)}",
    }[container]
    first = _read(text).documents[0]
    assert (first.title, first.publisher) == ("T", "The Quay")
    assert first.raw.startswith("One thing.")


def test_an_entry_is_the_same_document_wherever_it_stands() -> None:
    """Its hash is of what it says: not of the file, nor of its place there."""
    one, two = {"text": "One thing.", "title": "T"}, {"text": "Another thing."}
    as_lines = _read(f"{json.dumps(one)}\n{json.dumps(two)}").documents
    as_list = _read(json.dumps([two, one], indent=1)).documents
    assert [d.sha256 for d in as_lines] == [d.sha256 for d in reversed(as_list)]
    assert len({d.sha256 for d in as_lines}) == 2


def test_offsets_count_in_the_field_that_holds_the_text() -> None:
    """As it is decoded: whoever loads the object finds the words at them."""
    body = 'Élan “said”:\r\n\r\n\tthe "Order" stands.'
    (document,) = _read(json.dumps({"headline": "T", "text": body})).documents
    for block in document.blocks[1:]:
        start, end = document.raw_span(block.start, block.end)
        assert body[start:end] == document.text[block.start : block.end]


@pytest.mark.parametrize(
    "wrapped",
    [
        json.dumps({"source": "Federal Register", "publisher": "Federal Register", "text": NOTICE}),
        "<html><body><pre>" + NOTICE + "</pre></body></html>",
        "<rss><channel><title>Federal Register</title><item><title>x</title><description>"
        + NOTICE + "</description></item></channel></rss>",
        "From: Federal Register <a@fr.example>\nTo: b@c.example\nSubject: x\n\n" + NOTICE,
    ],
    ids=["json", "html", "feed", "mail"],
)  # fmt: skip
def test_a_notice_inside_another_container_is_no_notice(wrapped: str) -> None:
    """Whoever passes it on: it is somebody's reprint, and puts nothing in force."""
    (document,) = _read(wrapped).documents
    assert document.kind is DocumentKind.NEWS
    assert document.citation is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"title": "no text"}', "without an article"),
        ("[1, 2]", "unknown form|without an article|JSON"),
        ('{"text": ' + "[" * 100_000, "nested too deeply|not valid JSON"),
        ("<rss><channel><title>t</title></channel></rss>", "without items"),
    ],
)
def test_a_file_without_a_document_says_why(text: str, what: str) -> None:
    """As a whole, or entry by entry."""
    try:
        found = _read(text)
    except ReadError as error:
        assert str(error).startswith("a.txt")
    else:
        assert found.errors or text == "[1, 2]"


def test_an_item_that_breaks_off_is_named() -> None:
    """What stood before it is read."""
    found = _read("<rss><channel><item><title>One</title></item><item><title>Tw")
    assert [document.text for document in found.documents] == ["One"]
    assert "a.txt#2" in str(found.errors[0])


def test_entities_of_a_feed_are_never_expanded() -> None:
    """A file that declares a tower of them is read as it stands."""
    text = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        "<rss><channel><item><title>One &b; thing</title></item></channel></rss>"
    )
    (document,) = _read(text).documents
    assert document.text == "One &b; thing"
