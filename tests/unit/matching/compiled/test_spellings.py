"""Words by letters and by sound, in loops: what the columns find, to the last number."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from interdict.matching import Index
from interdict.matching.vocabulary import Vocabulary
from interdict.model.entity import Held
from interdict.model.statement import Statement

pytest.importorskip("numba")

import numpy as np

from interdict.matching import compiled
from interdict.matching.compiled.edits import edits_between

LETTERS = st.text(alphabet="abdeklmorsu7", min_size=1, max_size=11)
KNOWN = st.sampled_from("bill william 3 three mohamed muhammad kadafi qadhafi fang wang".split())
WORD = st.one_of(LETTERS, KNOWN)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORD, min_size=1, max_size=8), st.lists(WORD, min_size=1, max_size=40))
@example(["fang"], ["wang"])
@example(["mohamed"], ["muhammad", "mohamad", "mohammed"])
def test_loops_find_what_columns_find(asked: list[str], listed: list[str]) -> None:
    """Listed words and others, within edits, by sound, by knowledge, learned or equal."""
    index = Index.compile(
        (f"e-{at}", Held(Statement("d", f"e-{at}", "Person", "name", f"{word} sultan")))
        for at, word in enumerate(listed)
    )
    words = [*dict.fromkeys([*asked, *listed[:4]])]
    arrays = index.arrays.arrays
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_loaded", [False])
        columns = Vocabulary(index.words, arrays).near(words)
        patch.setattr(compiled, "_loaded", [True])
        loops = Vocabulary(index.words, arrays).near(words)
    for ours, theirs in zip(loops, columns, strict=True):
        assert ours.words.tolist() == theirs.words.tolist()
        assert ours.likeness.tolist() == theirs.likeness.tolist()


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abc", max_size=9), st.text(alphabet="abc", max_size=9), st.integers(0, 4))
def test_edits_are_counted_up_to_the_most_wanted(left: str, right: str, most: int) -> None:
    """Neighbours swapped are one edit; beyond the most wanted it only says that there are more."""
    one, two = (np.frombuffer(text.encode(), dtype=np.uint8) for text in (left, right))
    edits, known = edits_between(one, two, most), OSA.distance(left, right)
    assert edits == known if known <= most else edits > most
