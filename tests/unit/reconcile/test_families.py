"""Source families: whoever repeats a passage is no second source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interdict.reconcile.families import LEAST_WORDS, families, fingerprints, unite

STATEMENT = (
    "The Ministry of the Interior of Ruritania will list the Harbour Front as a terrorist "
    "organization from the second of May, and will block everything that it owns in the country."
)
WORDS = st.lists(st.sampled_from("ash birch cedar elm fir hazel larch oak pine yew".split()),
                 min_size=LEAST_WORDS, max_size=30)  # fmt: skip


@given(WORDS, WORDS, WORDS)
def test_a_passage_of_eight_words_leaves_a_common_fingerprint(
    before: list[str], passage: list[str], after: list[str]
) -> None:
    """Wherever it stands: that is what winnowing guarantees."""
    inside = " ".join([*before, *passage, *after])
    assert fingerprints(inside) & fingerprints(" ".join(passage))


def test_few_words_have_no_fingerprint() -> None:
    """Two writers can both say "will take effect on Monday"."""
    assert fingerprints("it will take effect on Monday next") == frozenset()
    assert fingerprints("") == frozenset()
    assert families({"a": "on Monday", "b": "on Monday"}) == {"a": "a", "b": "b"}


def test_case_accents_and_marks_are_no_difference() -> None:
    """A reprint is set in other type."""
    other = STATEMENT.upper().replace(",", " —").replace("O", "Ó")
    assert fingerprints(other) == fingerprints(STATEMENT)


def test_near_copies_are_one_family_and_a_rewriting_is_its_own() -> None:
    """Five newspapers print the wire's text, each with a line of its own; one reporter writes."""
    texts = {
        f"paper-{n}": f"{STATEMENT} Our correspondent number {n} was there all day long."
        for n in range(5)
    }
    texts["own"] = (
        "Ruritania's interior minister wants the front banned next month; lawyers doubt that "
        "the courts will follow her, and its members have moved their money already."
    )
    found = families(texts)
    assert {found[f"paper-{n}"] for n in range(5)} == {"paper-0"}
    assert found["own"] == "own"


def test_a_text_that_everybody_repeats_is_still_one_family() -> None:
    """However many carry it."""
    many = dict.fromkeys(range(120), STATEMENT)
    assert set(families(many).values()) == {0}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=15))
def test_groups_are_those_of_the_naive_closure(pairs: list[tuple[int, int]]) -> None:
    """Each key is in the group of everything that can be reached from it, by its first member."""
    keys = dict.fromkeys(range(10))
    groups = {n: {n} for n in keys}
    for _ in keys:
        for left, right in pairs:
            joined = groups[left] | groups[right]
            for member in joined:
                groups[member] = joined
    assert unite(keys, pairs) == {n: min(groups[n]) for n in keys}
