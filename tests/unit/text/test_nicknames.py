"""Variants of given names."""

from interdict.text.nicknames import (
    BOTH_SHORT_COST,
    FORMAL_COST,
    SHORT_COST,
    given_name_variants,
    nickname_groups,
)


def test_full_forms_short_forms_and_their_costs() -> None:
    """A full form is nearer to another full form than to a short one; two short ones are far."""
    variants = given_name_variants("nikolai")
    assert (variants["nicolas"], variants["kolya"]) == (FORMAL_COST, SHORT_COST)
    assert given_name_variants("bob")["robbie"] == BOTH_SHORT_COST


def test_a_short_form_may_belong_to_several_names() -> None:
    """Sasha is Aleksandr and Aleksandra, who are not each other's variants."""
    assert set(nickname_groups("sasha")) == {"alexander", "alexandra"}
    assert "aleksandra" not in given_name_variants("aleksandr")


def test_other_words_have_no_variants() -> None:
    """And no word is its own."""
    assert given_name_variants("harbour") == {} and nickname_groups("harbour") == ()
    assert "jose" not in given_name_variants("jose")
