"""Front matter around every kind of body."""

from __future__ import annotations

import pytest

from interdict.documents import read_document
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

BODY = "The Iron Heron Order has been listed by the ministry.\n"
REGISTER = {
    "source": "fr",
    "title": "A listing",
    "document_number": "2031-04567",
    "publication_date": "2031-03-11",
    "fr_citation": "96 FR 11873",
}
CLOSING = "Dated: March 3, 2031.\nAda M. Quill,\nSecretary.\n"
FILED = "[FR Doc. {number} Filed 3-10-31; 8:45 am]\n"


def _read(fields: dict[str, str] | str, body: str = BODY) -> Document:
    if isinstance(fields, dict):
        fields = "".join(f'{key}: "{value}"\n' for key, value in fields.items())
    return read_document(f"---\n{fields}---\n{body}".encode(), file_name="a.md")


def _signals(document: Document) -> list[str]:
    return [kind for _, _, kind in document.noise if ":" in kind]


def test_register_fields_make_a_notice() -> None:
    """Number, citation and date of publication come from the Register's own fields."""
    read = _read(REGISTER, "# A listing\n\nI hereby list it.\n" + CLOSING)
    assert (read.container, read.kind) == ("front_matter", DocumentKind.FR_NOTICE)
    assert (read.published, read.citation) == ("2031-03-11", "96 FR 11873")
    assert (read.publisher, read.identifiers) == ("Federal Register", ("FR Doc. 2031-04567",))
    assert read.authors == ("Ada M. Quill",)


@pytest.mark.parametrize("missing", ["document_number", "publication_date", "fr_citation"])
def test_incomplete_register_fields_make_none(missing: str) -> None:
    """`source: fr` alone proves nothing: such a text is neither a notice nor an article."""
    body = "[Public Notice: 15001]\nA listing\n" + CLOSING + FILED.format(number="2031-04567")
    read = _read({key: value for key, value in REGISTER.items() if key != missing}, body)
    assert read.kind is DocumentKind.OTHER
    assert (read.publisher, read.citation) == (None, None)
    assert "unknown_value:source" in _signals(read)


@pytest.mark.parametrize(
    ("change", "body", "what"),
    [
        ({"fr_citation": "95 FR 11873"}, BODY, "different years"),
        ({}, BODY + CLOSING + FILED.format(number="2031-09999"), "2031-09999"),
        ({}, "96 FR 999\n" + BODY + CLOSING, "96 FR 999"),
    ],
)
def test_register_fields_that_contradict_are_an_error(
    change: dict[str, str], body: str, what: str
) -> None:
    """Citation, date and text have to be of the same notice."""
    with pytest.raises(ReadError, match=what):
        _read(REGISTER | change, body)


def test_a_reprinted_notice_is_news() -> None:
    """Under somebody else's front matter a whole notice is a reprint, with its numbers."""
    body = "[Public Notice: 15001]\nA listing\n" + CLOSING + FILED.format(number="2031-04567")
    read = _read({"date": "2031-03-12", "publisher": "Ledger"}, body)
    assert (read.kind, read.publisher, read.published) == (
        DocumentKind.NEWS,
        "Ledger",
        "2031-03-12",
    )
    assert "FR Doc. 2031-04567" in read.identifiers


def test_the_body_is_sniffed_again() -> None:
    """A header and a feed row inside are read too; the front matter's own values win."""
    body = (
        " date 2031-03-01 By Tom Brook\n" + BODY + ", 2031-03-02 10:00:00,\n"
        ", Gazette, %%https://a.example/i.png, https://a.example/feed/, Ada Quill\n"
    )
    read = _read({"title": "Listed", "date": "2031-03-04"}, body)
    assert read.container == "front_matter"
    assert (read.published, read.published_from) == ("2031-03-04", "front_matter")
    assert (read.publisher, read.publisher_from) == ("Gazette", "trailer")
    assert read.authors == ("Ada Quill",)
    assert read.text == "Listed\n\n" + BODY.strip()


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("date: 2031-03-04T02:08:21\n", "2031-03-04T02:08:21"),
        ("published: true\ndate: 2031-03-04\n", "2031-03-04"),
        ("date: soon\npublished_at: March 4, 2031\n", "2031-03-04"),
        ("updated: 2031-03-09\n", None),
        ("published: false\n", None),
    ],
)
def test_the_date_of_publication(written: str, published: str | None) -> None:
    """The first date key that holds a date; an update is none, and a flag is none."""
    assert _read(written).published == published


def test_values_find_their_fields() -> None:
    """Publisher, address, language, categories and authors, in their usual spellings."""
    read = _read(
        "authors: [Ada Quill, 'John Roe, Jr.']\ncategory: World\ntags: [a, World]\n"
        "source: https://a.example/x\nlang: fr-CA\nthumbnail: t.png\n"
    )
    assert read.authors == ("Ada Quill", "John Roe, Jr.")
    assert read.categories == ("World", "a")
    assert (read.url, read.url_kind, read.publisher) == ("https://a.example/x", "article", None)
    assert (read.language, read.image) == ("fr", "t.png")


def test_nothing_is_dropped_unseen() -> None:
    """Unknown fields, repeated ones and values that are not understood are signalled."""
    read = _read(
        "mood: grim\ntitle: One\ntitle: Two\nauthor: {name: A}\nlang: klingon\nlayout: x\n"
    )
    assert _signals(read) == [
        "unknown_field:mood",
        "repeated_field:title",
        "unknown_value:author",
        "unknown_value:lang",
    ]
    assert read.title == "One"


def test_register_keys_of_another_source_are_signalled() -> None:
    """A document number under a post's front matter is not taken for its own."""
    read = _read({"title": "Listed", "document_number": "2031-04567"})
    assert read.identifiers == ()
    assert _signals(read) == ["unknown_value:document_number"]


def test_text_between_rules_is_not_front_matter() -> None:
    """A first line of dashes needs a field below it and a closing line."""
    for raw in ("---\nThe Order has been listed.\n---\nIt has.", "---\nNote: it is listed.\nYes."):
        assert read_document(raw.encode(), file_name="a.md").container == "bare"


def test_front_matter_that_never_ends_is_an_error() -> None:
    """Beyond the head that was sniffed at, the missing end is found when it is read."""
    with pytest.raises(ReadError, match="no closing"):
        read_document(b"---\ntitle: x\n" + b"# note\n" * 1_000, file_name="a.md")


def test_escaped_title_is_read_unescaped() -> None:
    """A title with escapes is text without them, and leads back into the field."""
    read = _read('title: "The \\"Iron\\" Order"\n')
    assert read.title == 'The "Iron" Order'
    start, end = read.raw_span(0, len(read.title))
    assert read.raw[start:end] == 'The \\"Iron\\" Order'
