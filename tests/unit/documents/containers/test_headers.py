"""The two headers and the feed row, at their edges."""

from __future__ import annotations

import pytest

from interdict.documents import read_document
from interdict.model.source import Document, DocumentKind

BODY = "The Iron Heron Order has been listed by the ministry."
ROW = ", {stamp},\n, {publisher}, %%https://a.example/i.png, {url}, {names}\n"


def _read(raw: str) -> Document:
    return read_document(raw.encode(), file_name="a.txt")


@pytest.mark.parametrize(
    ("raw", "container", "authors"),
    [
        (f" date 2031-03-04 By Ada Quill\n{BODY}", "header_line", ("Ada Quill",)),
        (f"date 2031-03-04\n\n{BODY}", "header_line", ()),
        (f"date 2031-03-04\nBy Ada Quill\n{BODY}", "header_line", ("Ada Quill",)),
        (f" date 2031-03-04 {BODY}", "header_glued", ()),
        (f" date 2031-03-04 By Monday it was quiet.\n{BODY}", "header_glued", ()),
        (f"The date 2031-03-04 By Ada Quill\n{BODY}", "bare", ()),
        (f"date: 2031-03-04\n{BODY}", "bare", ()),
    ],
)
def test_headers_are_told_apart(raw: str, container: str, authors: tuple[str, ...]) -> None:
    """A line of its own with names, or a prefix of the lead; nothing else is a header."""
    read = _read(raw)
    assert (read.container, read.authors) == (container, authors)
    assert read.text.endswith(BODY)


def test_glued_lead_starting_with_by_stays_text() -> None:
    """`By Monday ...` is the lead, not a byline."""
    read = _read(" date 2031-03-04 By Monday it was quiet.")
    assert read.text == "By Monday it was quiet."


@pytest.mark.parametrize("header", [" date 2031-02-30 By Ada Quill\n", " date 2031-02-30 "])
def test_an_impossible_date_is_none_and_signalled(header: str) -> None:
    """The header stays a header; its date is noise of its own kind."""
    read = _read(header + BODY)
    assert (read.published, read.published_from) == (None, None)
    assert (6, 16, "unknown_value:2031-02-30") in read.noise
    assert read.text == BODY


def test_row_below_a_bare_body() -> None:
    """Every field of the row; the icon is the site's, not the article's image."""
    row = ROW.format(
        stamp="2031-03-12 10:00:00", publisher="A, B", url="https://a.example/feed/", names="Ada Q"
    )
    read = _read(f"{BODY}\n{row}")
    assert (read.container, read.kind) == ("trailing_feed_row", DocumentKind.NEWS)
    assert (read.publisher, read.publisher_from) == ("A, B", "trailer")
    assert (read.published, read.published_from) == ("2031-03-12T10:00:00", "trailer")
    assert (read.url_kind, read.authors, read.image) == ("feed", ("Ada Q",), None)
    assert read.text == BODY


def test_row_with_values_that_are_not_understood() -> None:
    """They are None and signalled; what the header above gives takes their place."""
    row = ROW.format(stamp="2031-02-30 10:00:00", publisher="", url="a.example", names="")
    read = _read(f" date 2031-03-04 By Ada Quill\n{BODY}\n{row}")
    assert (read.published, read.published_from) == ("2031-03-04", "header")
    assert (read.publisher, read.url, read.authors) == (None, None, ("Ada Quill",))
    kinds = [kind for _, _, kind in read.noise]
    assert "unknown_value:stamp" in kinds
    assert "unknown_value:url" in kinds


def test_a_row_inside_the_text_is_text() -> None:
    """Only the last lines of the file can be a row."""
    row = ROW.format(stamp="2031-03-12 10:00:00", publisher="A", url="https://a.example", names="B")
    assert _read(f"{row}{BODY}").container == "bare"
