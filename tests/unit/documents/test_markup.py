"""The scanner of tags."""

from __future__ import annotations

import pytest

from interdict.documents.markup import Tag, Text, flowed, resolve, scan
from interdict.documents.traced import Traced


def _tokens(raw: str) -> list[str]:
    return [
        f"{'/' if token.closes else ''}{token.name}" if isinstance(token, Tag)
        else repr(raw[token.start : token.end])
        for token in scan(raw)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        ("a<P Class='x'>b</p>", ["'a'", "p", "'b'", "/p"]),
        ("<!-- <b> --><i>x", ["i", "'x'"]),
        ("<a title='>'>x", ["a", "'x'"]),
        ("1 < 2 <3> x", ["'1 < 2 <3> x'"]),
        ("<![CDATA[<b>]]>y", ["'<b>'", "'y'"]),
        ("<!-- never closed", []),
        ('<a href="x', ["'<a href=\"x'"]),
    ],
)
def test_tags_and_texts(raw: str, tokens: list[str]) -> None:
    """As browsers take them; what is no tag is text."""
    assert _tokens(raw) == tokens


def test_attributes_are_resolved_and_the_first_counts() -> None:
    """In any form of writing."""
    (tag,) = scan("<meta A=1 b = 'x &amp; y' c=\"z\" a=2 d>")
    assert isinstance(tag, Tag)
    assert tag.attributes == {"a": "1", "b": "x & y", "c": "z", "d": ""}


def test_text_flows_with_the_place_of_every_character() -> None:
    """References stand at their first character; folded blanks have no place."""
    raw = "a &rsquo;\n  b &unknown; c"
    trace = Traced()
    flowed(raw, Text(0, len(raw)), trace)
    assert trace.text == "a ’ b &unknown; c"
    assert trace.raw_span(2, 3) == (2, 3)
    assert trace.raw_span(4, 5) == (12, 13)
    assert trace.raw_span(3, 4) is None


def test_declared_entities_are_not_expanded() -> None:
    """Only references that HTML knows are resolved."""
    assert resolve("&lol9; &amp; &#x41; &#0;") == "&lol9; & A \ufffd"
