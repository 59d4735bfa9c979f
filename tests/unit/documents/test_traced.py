"""Made text and its way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interdict.documents.traced import Traced, with_gaps
from interdict.model.source import Segment

RAW = "abcdefghijklmnopqrstuvwxyz"
PARTS = st.lists(st.one_of(st.tuples(st.integers(0, 4), st.integers(1, 5)), st.just("\n")))


@given(PARTS, st.integers(0, 60), st.integers(0, 60))
def test_pieces_are_the_characters_that_stand_in_the_file(
    parts: list[tuple[int, int] | str], start: int, end: int
) -> None:
    """Against a list with the place of every single character."""
    trace, places, at = Traced(), [], 0
    for part in parts:
        if isinstance(part, str):
            trace.put(part)
            places.append(None)
            continue
        skipped, length = part
        at += skipped
        text = RAW[at : at + length]
        trace.add(at, text)
        places += range(at, at + len(text))
        at += len(text)
    assert len(trace.text) == trace.length == len(places)
    found = [
        (text + step, raw + step)
        for text, raw, length in trace.pieces(start, end)
        for step in range(length)
    ]
    assert found == [
        (i, place) for i, place in enumerate(places) if start <= i < end and place is not None
    ]


def test_gaps_are_what_is_neither_read_nor_named() -> None:
    """Without the blanks around them; noise over characters that are read is cut."""
    raw = "aa READ bb READ cc"
    segments = [Segment(0, 3, 4), Segment(6, 11, 4)]
    found = with_gaps(raw, segments, [(8, 13, "named")], "gap")
    assert found == [(0, 2, "gap"), (8, 11, "named"), (16, 18, "gap")]
