"""Laws of string knowledge."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interdict.text.equivalence import equivalents
from interdict.text.names import tokenise
from interdict.text.normalize import fold
from interdict.text.phonetic import coarse_keys, sound_distance, sound_key
from interdict.text.romanise import romanisations

LETTERS = (
    "abé'-. " + "абвгдежийюяьћ" + "محمدعليورةاشء" + "שלומדי'צ" + "김정은이민호크" + "王李明太郎公司"
)
LETTERS += "さくらタロー・" + "राजेश्" + "αυογκμπ" + "สมชาย" + "ՀայკვГ9٤"
TEXT = st.one_of(st.text(max_size=24), st.text(alphabet=LETTERS, max_size=24))
WORD = st.text(alphabet="abcdeghijklmnorstuvwxyz", min_size=1, max_size=10)


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_forms_are_folded_text(text: str) -> None:
    """One to three, ASCII words, the first is the fold, and folding again changes nothing."""
    forms = romanisations(text)
    assert 1 <= len(forms) <= 3
    for form in forms:
        assert form.isascii() and form == " ".join(form.split()) and fold(form) == form
    assert fold(text) == forms[0] and fold(fold(text)) == fold(text)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_tokens_are_the_words_of_the_fold(text: str) -> None:
    """Nothing is lost or made up: they are the folded name, but for digits read as letters."""
    surfaces = "".join(token.surface for token in tokenise(text))
    folded = fold(text).replace(" ", "")
    assert len(surfaces) == len(folded)
    assert all(
        told == read or (told.isdigit() and read.isalpha())
        for told, read in zip(folded, surfaces, strict=True)
    )


@settings(max_examples=300, deadline=None)
@given(WORD, WORD)
def test_sound_distance_is_symmetric_and_zero_for_equals(left: str, right: str) -> None:
    """And always a percentage."""
    assert sound_distance(left, left) == 0
    assert 0 <= sound_distance(left, right) == sound_distance(right, left) <= 100


@settings(max_examples=300, deadline=None)
@given(WORD)
def test_doubled_letters_do_not_change_a_key(word: str) -> None:
    """Every consonant doubled: a matter of hand, but for letters that change their sound."""
    steady = "".join(char for char in word if char in "abdklmnprt")
    doubled = "".join(char * 2 if char in "bdlmnprt" else char for char in steady)
    assert len(steady) < 3 or sound_key(steady) == sound_key(doubled)
    assert coarse_keys(word) and len(coarse_keys(word)) <= 2


def test_equivalence_is_symmetric() -> None:
    """Over every word of the tables, and at the same cost both ways."""
    todo = ["jose", "front", "three", "2", "chan", "limited", "sasha", "mohammed", "bob"]
    seen: set[str] = set()
    while todo:
        token = todo.pop()
        if token in seen:
            continue
        seen.add(token)
        for other, cost in equivalents(token):
            assert 1 <= cost <= 100
            assert dict(equivalents(other))[token] == cost, (token, other)
            todo.append(other)
    assert len(seen) > 100
