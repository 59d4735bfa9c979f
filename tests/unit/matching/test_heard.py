"""Listed words that sound like words read out of another script."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.matching import Index, TokenMatcher
from interdict.matching.heard import heard, heard_arrays, sounds_count
from interdict.model.entity import Held
from interdict.model.match import Party
from interdict.model.statement import Statement
from interdict.text.phonetic import FARTHEST, places_of, sound_distance
from interdict.text.sounds import sounds_of

SYLLABLES = ["sha", "ko", "ri", "man", "el", "dzhu", "thor", "vi", "xu", "ngo", "ya", "st"]
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join)


def found(asked: list[str], listed: list[str]) -> dict[tuple[str, str], int]:
    """(asked, listed) -> percent."""
    arrays = heard_arrays(listed, np.arange(len(listed)))
    rows = zip(*(column.tolist() for column in heard(asked, arrays)), strict=True)
    return {(asked[at], listed[number]): percent for at, number, percent in rows}


def _places(word: str) -> str:
    return places_of(sounds_of(word))


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.sets(WORDS, min_size=1, max_size=12))
def test_what_is_heard_is_near_and_what_has_the_same_key_is_heard(
    asked: list[str], listed: set[str]
) -> None:
    """Columns say what `sound_distance` says of each pair; company only takes away."""
    words = sorted(listed)
    near = found(asked, words)
    for left in asked:
        for right in words:
            distance = sound_distance(left, right)
            if (left, right) in near:
                assert distance <= FARTHEST
                assert near[left, right] <= 100 - distance // 2
            elif min(len(left), len(right)) > 2 and _places(left) == _places(right):
                assert distance > FARTHEST


def test_company_costs() -> None:
    """The nearest word keeps its likeness; one farther off than three others loses by them.

    That a word is equal is told by its letters: what sounds the same may be another.
    """
    alone = found(["maduru"], ["medorof"])["maduru", "medorof"]
    crowd = found(["maduru"], ["maduro", "madoro", "maduru", "medorof"])
    assert crowd["maduru", "maduru"] == 99
    assert crowd["maduru", "medorof"] == alone - 10


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("Мадуро", ["maduro"], True),
        ("마두로", ["maduro"], True),
        ("김정은", ["kim", "jong", "un"], False),
        ("Maduro", ["maduro"], False),
    ],
)
def test_syllables_of_korean_names_are_not_heard(text: str, words: list[str], counts: bool) -> None:
    """Each vowel makes another name there; and Latin names are written as they are."""
    assert sounds_count(text, words) is counts


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Уильям Черчилль", "William Churchill"),
        ("وليام تشرشل", "William Churchill"),
        ("וויליאם צ'רצ'יל", "William Churchill"),
        ("윌리엄 처칠", "William Churchill"),
        ("马丁·斯科塞斯", "Martin Scorsese"),
    ],
)
def test_a_name_in_another_script_is_found_by_its_sound(asked: str, expected: str) -> None:
    """Through the index, and no other name that shares a word with it."""
    names = ["William Churchill", "William Chandler", "Martin Scorsese", "Martha Stones"]
    index = Index.compile(
        (f"e-{at}", Held(Statement("d", f"e-{at}", "Person", "name", name)))
        for at, name in enumerate(names)
    )
    matches = TokenMatcher(index).search(Party((asked,)), threshold=7_000, limit=5)
    assert [match.name for match in matches] == [expected]


def test_batches_and_single_names_hear_alike() -> None:
    """A word asked in Latin letters is another word than the same one read out of a script."""
    names = ["William Churchill", "Wiliam Cherchil", "Martin Scorsese", "Vilyam Stones"]
    index = Index.compile(
        (f"e-{at}", Held(Statement("d", f"e-{at}", "Person", "name", name)))
        for at, name in enumerate(names)
    )
    asked = ["Уильям Черчилль", "Vilyam Cherchill", "윌리엄 처칠", "Мартин Скорсезе", "M Scorseze"]
    parties = [Party((name,)) for name in asked * 3]
    many = list(TokenMatcher(index).search_many(parties, threshold=3_000, limit=5))
    single = [TokenMatcher(index).search(one, threshold=3_000, limit=5) for one in parties]
    assert many == single
    assert all(many)
