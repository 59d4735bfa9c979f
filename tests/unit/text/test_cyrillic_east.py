"""Japanese and Chinese names in Cyrillic."""

import pytest

from interdict.text.scripts.cyrillic_east import eastern


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("мацусита", "matsushita"),
        ("дзюнъитиро", "junichiro"),
        ("кэндзи", "kenji"),
        ("хасимото", "hashimoto"),
        ("симбаси", "shimbashi"),
        ("хатидзё", "hachijo"),
        ("чжан", "zhang"),
        ("цюаньчжоу", "quanzhou"),
        ("сяньнянь", "xiannian"),
        ("юань", "yuan"),
    ],
)
def test_names_are_spelt_as_their_bearers_do(word: str, spelt: str) -> None:
    assert eastern(word) == spelt


@pytest.mark.parametrize("word", ["сергей", "иван", "максим", "дмитрий", "казань", "лев", ""])
def test_other_words_are_none(word: str) -> None:
    assert eastern(word) == ""
