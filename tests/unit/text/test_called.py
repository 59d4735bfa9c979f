"""Words that people are called."""

import pytest

from interdict.text.called import are_of_two_genders, is_business, is_name
from interdict.text.tables import words_of


@pytest.mark.parametrize("word", ["hasan", "rania", "zhang", "martha", "nowak", "fernandez"])
def test_given_and_family_names_are_names(word: str) -> None:
    """Folded, whoever bears them."""
    assert is_name(word)


@pytest.mark.parametrize("word", ["teodr", "holdings", "zzyx", ""])
def test_other_words_and_slips_are_none(word: str) -> None:
    """A slip of the pen is no name."""
    assert not is_name(word)


@pytest.mark.parametrize(
    ("left", "right"), [("michelle", "michael"), ("olga", "oleg"), ("daniela", "daniel")]
)
def test_a_womans_name_is_not_a_mans(left: str, right: str) -> None:
    """Either way round."""
    assert are_of_two_genders(left, right)
    assert are_of_two_genders(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("rana", "rania"), ("hasan", "husein"), ("sasha", "alexander"), ("robin", "mary")],
)
def test_forms_of_one_name_and_names_of_both_do_not_tell(left: str, right: str) -> None:
    """Two of one gender, pet forms of the same name, a name that both bear."""
    assert not are_of_two_genders(left, right)


def test_no_word_is_in_two_tables() -> None:
    """A name is women's, men's, or people's."""
    tables = [words_of(f"names_{whose}.txt") for whose in ("in_use", "of_women", "of_men")]
    assert len(frozenset().union(*tables)) == sum(map(len, tables))
    assert all(word.isascii() and word.isalpha() for table in tables for word in table)


def test_words_of_business_call_nobody() -> None:
    """In several languages; what a firm sells is not among them."""
    assert all(map(is_business, ["holding", "services", "internacional", "gruppe"]))
    assert not any(map(is_business, ["seafood", "front", "brigade", "hasan"]))
