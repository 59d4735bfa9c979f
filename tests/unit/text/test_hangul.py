"""Korean syllables and their spellings."""

from interdict.text.scripts.hangul import is_hangul, southern, syllables_of


def test_a_spelling_stands_for_the_syllables_that_it_may_write() -> None:
    """By the state, by habit and in the North."""
    assert syllables_of("young") & syllables_of("yong")
    assert syllables_of("chol") & syllables_of("chul") & syllables_of("cheol")
    assert syllables_of("jang") & syllables_of("chang")
    assert syllables_of("ri") & syllables_of("lee")
    assert syllables_of("pong").isdisjoint(syllables_of("pyong"))
    assert not syllables_of("vaskelis")


def test_the_south_drops_the_first_r() -> None:
    """Ri is I, Ryu is Yu; others stay."""
    assert (southern("리"), southern("라"), southern("녀"), southern("김")) == (
        "이",
        "나",
        "여",
        "김",
    )


def test_hangul_alone() -> None:
    """No Latin letters, no space."""
    assert is_hangul("김영호")
    assert not is_hangul("김 영호")
    assert not is_hangul("")
