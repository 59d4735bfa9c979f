"""Places in the file of what an entry says."""

from __future__ import annotations

import json

import pytest

from interdict.documents import read_documents
from interdict.documents.places import FilePlaces

BODY = 'The Harbour Front said “no”.\n\nIt wasn’t “asked”, it "said".'
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>One</title><description>&lt;p&gt;The Harbour Front&amp;rsquo;s boats sailed on Monday
to the island.&lt;/p&gt;</description></item>
<item><title>Two</title><description><![CDATA[<p>The ban &amp; its effects on the Harbour Front were
told.</p>]]></description></item></channel></rss>"""
MAIL = """From: a@example.org
Subject: News
Date: Tue, 4 Mar 2025 14:20:00 -0500
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

The Harbour Front=E2=80=99s boats sailed on Monday to the isla=
nd in the morning.
"""


def words(data: str, name: str, place: int, part: str) -> str:
    """What stands in the file where the words of one of its documents are said to stand."""
    document = read_documents(data.encode(), file_name=name).documents[place]
    at = document.text.index(part)
    start, end = document.raw_span(at, at + len(part))
    first, last = FilePlaces(data.encode(), name).spans(document)(start, end)
    return data[first:last]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_escapes_are_inside_the_span(ascii_only: bool) -> None:
    """Newlines, quotation marks and \\u escapes as the file writes them."""
    data = json.dumps({"title": "T", "text": BODY}, ensure_ascii=ascii_only)
    found = words(data, "a.json", 0, 'it "said"')
    assert found == r"it \"said\""
    assert json.loads(f'"{words(data, "a.json", 0, "“asked”, it")}"') == "“asked”, it"


def test_the_title_of_a_record_is_found_where_the_file_has_it() -> None:
    """It stands before the body there, below it in the entry."""
    data = json.dumps({"title": "Harbour Front banned", "text": BODY})
    assert words(data, "a.json", 0, "Front banned") == "Front banned"


def test_entities_of_a_feed_are_inside_the_span() -> None:
    """Undone once outside of CDATA, left alone in it."""
    assert words(FEED, "f.xml", 0, "Front’s boats") == "Front&amp;rsquo;s boats"
    assert words(FEED, "f.xml", 1, "ban & its effects") == "ban &amp; its effects"


def test_quoted_printable_of_a_mail_is_inside_the_span() -> None:
    """Bytes of a character and soft line breaks."""
    assert words(MAIL, "m.eml", 0, "Front’s boats") == "Front=E2=80=99s boats"
    assert words(MAIL, "m.eml", 0, "the island") == "the isla=\nnd"


def test_a_file_that_is_one_text_keeps_its_offsets() -> None:
    """Nothing is looked for where raw text and file are the same."""
    assert words(" date 2024-03-04 The Harbour Front sailed.", "a.txt", 0, "Front") == "Front"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"date": "2031-03-04T10:00:00Z", "title": "Order", "body": BODY * 4}),
        json.dumps({"title": "Order", "body": BODY * 4, "date": "2031-03-04T10:00:00Z"}),
    ],
)
def test_the_date_of_an_entry_stands_in_its_fields(data: str) -> None:
    """Before its body or behind it."""
    (document,) = read_documents(data.encode(), file_name="one.json").documents
    ((start, end),) = FilePlaces(data.encode(), "one.json").own_dates(document)
    assert data[start:end] == "2031-03-04T10:00:00Z"


def test_each_entry_of_a_feed_has_its_own_date() -> None:
    """The one nearest before its body; text of its own has none outside."""
    days = ["Tue, 04 Mar 2031 10:00:00 GMT", "Wed, 05 Mar 2031 11:00:00 GMT"]
    feed = FEED
    for title, day in zip(("One", "Two"), days, strict=True):
        feed = feed.replace(f"<title>{title}</title>", f"<pubDate>{day}</pubDate>")
    places = FilePlaces(feed.encode(), "wire.xml")
    documents = read_documents(feed.encode(), file_name="wire.xml").documents
    spans = [places.own_dates(document) for document in documents]
    assert [feed[start:end] for ((start, end),) in spans] == days
    (plain,) = read_documents(b"The ban came on Monday.", file_name="a.txt").documents
    assert FilePlaces(b"The ban came on Monday.", "a.txt").own_dates(plain) == []
