"""Folding of text."""

import subprocess
import sys

import pytest

from interdict.text.normalize import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("NICOLÁS Maduro-Moros", "nicolas maduro moros"),
        ("Al-Qa'ida", "al qaida"),
        ("O’Neill", "oneill"),
        ("Søren Ægir Łukasz Đorđe Straße", "soren aegir lukasz dorde strasse"),
        ("İstanbul ve Iğdır", "istanbul ve igdir"),
        ("Bolts & Nuts", "bolts and nuts"),
        ("Иван Петров", "ivan petrov"),
        ("\u200bAnna\u200d\x00Berg\t", "anna berg"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("—…!?", ""),
        ("", ""),
    ],
)
def test_fold_gives_plain_words(text: str, folded: str) -> None:
    """Case, accents, punctuation, width and script are taken away; words are kept."""
    assert fold(text) == folded


def test_a_precomposed_and_a_decomposed_accent_are_the_same() -> None:
    """Unicode normal forms do not matter."""
    assert fold("Jose\u0301") == fold("José") == "jose"


def test_the_romaniser_is_not_imported_for_latin_names() -> None:
    """Latin names, accented or not, do not pay for the tables of other scripts."""
    code = (
        "import sys; from interdict.text.normalize import fold; fold('Ana Núñez');"
        "print('anyascii' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
