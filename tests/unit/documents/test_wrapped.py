"""Hard-wrapped text."""

from __future__ import annotations

from interdict.documents.wrapped import is_wrapped, unwrapped

WRAPPED = """The ministry has listed the Iron Heron Order, which it calls
a danger to the harbour and to those who work there by night
and by day, and it says that nobody else in the town will be
on the list before the end of the year.

A second paragraph.
- an item
- another item
"""


def test_lines_of_a_paragraph_are_joined_with_their_places() -> None:
    """Items and short lines stay lines; every character leads back."""
    trace = unwrapped(WRAPPED, 0, len(WRAPPED))
    lines = trace.text.split("\n")
    assert lines[0].startswith("The ministry")
    assert lines[0].endswith("end of the year.")
    assert lines[1:] == ["A second paragraph.", "- an item", "- another item"]
    for at, raw, length in trace.pieces(0, trace.length):
        assert trace.text[at : at + length] == WRAPPED[raw : raw + length]


def test_wrapped_text_is_told_from_lines_that_are_paragraphs() -> None:
    """Lines that end sentences, or are longer than any wrap, are not wrapped."""
    assert is_wrapped(WRAPPED)
    assert not is_wrapped("One line that is a whole paragraph and ends as a sentence does.\n" * 5)
    assert not is_wrapped("A long line " * 20 + "\n" + "Another " * 20)
    assert not is_wrapped("short\nlines\nonly\n")
