"""What passes for a notice, and what must not."""

from __future__ import annotations

import pytest

from interdict.documents import Head, read_document
from interdict.documents.containers.federal_register import sniff
from interdict.errors import ReadError
from interdict.model.source import DocumentKind

NOTICE = """[Public Notice: 15001]

Designation of the Iron Heron Order

Therefore, I hereby list it.

Dated: March 3, 2031.
Ada M. Quill,
Secretary of State.
[FR Doc. 2031-04567 Filed 3-10-31; 8:45 am]
"""
AGENCY = "DEPARTMENT OF STATE\n"


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        AGENCY + NOTICE,
        "96 FR 47 pg. 11873\n" + NOTICE,
        "BILLING CODE 4710-AD-P\n" + AGENCY + NOTICE,
        NOTICE + "BILLING CODE 4710-AD-P\n",
        AGENCY + "A Title\nAGENCY: State.\n" + NOTICE.partition("\n")[2],
        "\n\n  " + NOTICE.replace("\n", "\r\n"),
    ],
)
def test_a_whole_notice_is_sniffed(text: str) -> None:
    """Opening, date line and closing line, in every order they are printed in."""
    assert sniff(Head.of(text)) > 0.9
    assert read_document(text.encode(), file_name="n.txt").kind is DocumentKind.FR_NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "The notice appeared on Tuesday:\n" + NOTICE,
        " date 2031-03-12 By Ada Quill\n\n" + NOTICE,
        NOTICE + "The leader of the Order denies it.\n",
        NOTICE.replace("Dated: March 3, 2031.\n", ""),
        NOTICE.replace("[FR Doc. 2031-04567 Filed 3-10-31; 8:45 am]\n", ""),
        NOTICE.replace("[FR Doc.", "See [FR Doc."),
        NOTICE.partition("\n")[2],
        AGENCY + NOTICE.partition("\n")[2],
        "OFFICE POLITICS\n" + NOTICE.partition("\n")[2],
    ],
    ids=[
        "quoted by an article",
        "below an article's header",
        "followed by an article",
        "not dated",
        "not filed",
        "filing line in a sentence",
        "without an opening",
        "an agency alone",
        "capitals alone",
    ],
)
def test_a_text_that_quotes_a_notice_is_none(text: str) -> None:
    """A notice can put a designation in force; a text around one cannot."""
    assert sniff(Head.of(text)) == 0.0
    assert read_document(text.encode(), file_name="n.txt").kind is not DocumentKind.FR_NOTICE


def test_a_feed_row_makes_it_a_reprint() -> None:
    """A notice that came through a publisher's feed is that publisher's."""
    row = ", 2031-03-12 10:00:00,\n, Ledger, %%https://a.example/i.png, https://a.example/x, A B"
    read = read_document((NOTICE + row).encode(), file_name="n.txt")
    assert (read.container, read.kind) == ("trailing_feed_row", DocumentKind.NEWS)
    assert read.publisher == "Ledger"


def test_the_filing_date_is_not_the_publication() -> None:
    """The printed text does not give the day of publication: it stays open."""
    read = read_document(NOTICE.encode(), file_name="n.txt")
    assert (read.published, read.published_from) == (None, None)
    assert read.identifiers == ("FR Doc. 2031-04567", "Public Notice 15001", "Filed 2031-03-10")
    assert "Dated: March 3, 2031." in read.text


def test_several_notices_are_refused() -> None:
    """Two notices in one file would share one number and one date."""
    with pytest.raises(ReadError, match="2 notices"):
        read_document((NOTICE + NOTICE).encode(), file_name="n.txt")


def test_a_notice_without_a_title_keeps_its_first_paragraph() -> None:
    """A first line that ends a sentence is no title."""
    text = NOTICE.replace("Designation of the Iron Heron Order\n\n", "")
    read = read_document(text.encode(), file_name="n.txt")
    assert read.title is None
    assert read.blocks[0].kind == "paragraph"
