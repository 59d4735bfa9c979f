"""Arabic names written as one word or as several."""

import pytest

from interdict.text.compounds import compound_parts, joined_spelling


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("abdulrahman", ("abd", "rahman")),
        ("abdurrahman", ("abd", "rahman")),
        ("abdelkader", ("abd", "kader")),
        ("nuruddin", ("nur", "din")),
        ("saifeddine", ("saif", "din")),
        ("abdullah", ("abdullah",)),
        ("aladdin", ("aladdin",)),
        ("holmedin", ("holmedin",)),
    ],
)
def test_a_joined_name_is_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    """At `abd` and at `al-din`, without the article; other words stay whole."""
    assert compound_parts(word) == parts


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("abd al rahman holm", "abdulrahman holm"),
        ("abdel rahman holm", "abdulrahman holm"),
        ("nur ud din", "nuruddin"),
        ("abd allah", "abd allah"),
        ("abd", "abd"),
        ("al din", "al din"),
    ],
)
def test_words_are_joined(words: str, joined: str) -> None:
    """To one spelling, whatever the article."""
    assert joined_spelling(tuple(words.split())) == tuple(joined.split())
