"""Bare texts and the heads of releases."""

from __future__ import annotations

import pytest

from interdict.documents import read_document
from interdict.model.source import Document, DocumentKind

HEAD = "Listing of the Order\nAda M. Quill, Secretary of State\nMarch 3, 2031\n\n"
BODY = "Today the Department lists the Order."


def _read(raw: str) -> Document:
    return read_document(raw.encode(), file_name="a.txt")


def test_a_bare_text_has_no_metadata() -> None:
    """Every field is None or empty; what it is stays open."""
    read = _read(BODY)
    assert (read.container, read.kind) == ("bare", DocumentKind.OTHER)
    assert (read.title, read.authors, read.published, read.published_from) == (None, (), None, None)
    assert (read.publisher, read.url, read.citation, read.identifiers) == (None, None, None, ())


def test_the_head_of_a_release() -> None:
    """Title, office holder and date, in exactly that shape; the title is read as text."""
    read = _read(HEAD + BODY)
    assert (read.title, read.authors) == ("Listing of the Order", ("Ada M. Quill",))
    assert (read.published, read.published_from) == ("2031-03-03", "header")
    assert read.text == f"Listing of the Order\n\n{BODY}"
    assert read.kind is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Listing of the Order", "The Order was listed."),
        ("Ada M. Quill, Secretary of State", "Ada M. Quill"),
        ("Ada M. Quill, Secretary of State", "On that day, it was quiet in Ostvale."),
        ("March 3, 2031", "Two days later"),
        ("March 3, 2031", "February 30, 2031"),
        ("March 3, 2031", "2031"),
    ],
)
def test_any_other_shape_is_no_head(old: str, new: str) -> None:
    """One line that does not fit, and all of it is text, dated by a line that is a date."""
    read = _read(HEAD.replace(old, new) + BODY)
    dated = "2031-03-03" if "March 3, 2031" not in old else None
    assert (read.title, read.authors, read.published) == (None, (), dated)
    assert read.noise == ()


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("The Order Listed\nOSTVALE — Today, it was listed.", "The Order Listed"),
        ("The Order Listed\n\nNEW OSTVALE, March 3, 2031 – It was listed.", "The Order Listed"),
        ("The Order was listed.\nOSTVALE — Today, it was listed.", None),
        ("The Order Listed\nOstvale — a port — was quiet.", None),
        ("The Order Listed\nIt was quiet.", None),
    ],
)
def test_a_line_above_a_dateline_is_the_title(raw: str, title: str | None) -> None:
    """A place in capitals and a dash open a release; a whole date in a dateline is its own."""
    read = _read(raw)
    published = "2031-03-03" if "March 3, 2031" in raw else None
    assert (read.title, read.published) == (title, published)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("OFFICE OF THE SPOKESPERSON\n\nFor Immediate Release\nMarch 3, 2031\n\n", "2031-03-03"),
        ("News release\n\nMonday, March 3, 2031\nOstvale\n\n", "2031-03-03"),
        ("OSTVALE, Ruritania (March 3, 2031) - ", "2031-03-03"),
        ("News release\n\nMarch 2031\n\n", None),
        ("The order of March 3, 2031, was read.\n\n", None),
    ],
)
def test_a_release_is_dated_by_a_line_of_its_head(head: str, published: str | None) -> None:
    """A full date alone on a line, or in the dateline; a date in a sentence is not the text's."""
    body = "The port authority has closed the northern basin to all ships until further notice, "
    read = _read(head + body * 3)
    assert (read.published, read.published_from) == (published, "body" if published else None)
