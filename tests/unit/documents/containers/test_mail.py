"""Mail at its edges."""

from __future__ import annotations

import base64

import pytest

from interdict.documents import read_document
from interdict.errors import ReadError

HEAD = "From: Ada Quill <a@b.example>\nTo: c@d.example\nSubject: {subject}\n"
BODY = "The ministry has listed the Iron Heron Order."


def test_encoded_text_is_decoded_once() -> None:
    """Base64 in a character set of its own: offsets count in the decoded text."""
    text = "Der Orden ist gelistet — „für immer“."
    data = (
        HEAD.format(subject="x")
        + "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n"
        + base64.b64encode(text.encode("utf-16")).decode()
    )
    document = read_document(data.encode(), file_name="a.eml")
    block = document.blocks[-1]
    start, end = document.raw_span(block.start, block.end)
    assert document.raw[start:end] == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_subject_is_a_title_without_its_marks(newline: str) -> None:
    """`Fwd:` and the like are no part of it; the raw text is the file's."""
    data = (HEAD.format(subject="Fwd: Re: The Order") + "\n" + BODY).replace("\n", newline)
    document = read_document(data.encode(), file_name="a.eml")
    assert (document.title, document.authors) == ("The Order", ("Ada Quill",))
    assert document.text == f"The Order\n\n{BODY}"
    assert document.raw == data


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ("Content-Type: application/pdf\n\nJVBERi0xLjQK", "without a text"),
        ("Content-Type: multipart/mixed; boundary=b\n\n" + "boundary=b\n" * 100, "too many nested"),
    ],
)
def test_a_mail_that_cannot_be_read_says_why(rest: str, what: str) -> None:
    """Nothing is made up for it."""
    with pytest.raises(ReadError, match=what):
        read_document((HEAD.format(subject="x") + rest).encode(), file_name="a.eml")
