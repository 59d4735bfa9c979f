"""What tells two names apart although their words agree."""

import pytest

from interdict.matching.base import DEFAULT_THRESHOLD, FULL_SCORE
from interdict.matching.compare import compare, compared

ALERT = DEFAULT_THRESHOLD / FULL_SCORE


def score(left: str, right: str, schema: str = "Company") -> float:
    """Of two names alone."""
    return compare(
        {"schema": schema, "properties": {"name": [left]}},
        {"schema": schema, "properties": {"name": [right]}},
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Artavil GmbH", "Artavil AG"),
        ("Artavil S.A.", "Artavil S.R.L."),
        ("OOO Artavil", "PAO Artavil"),
    ],
)
def test_legal_forms_of_two_kinds_are_two_firms(left: str, right: str) -> None:
    """Both say what they are."""
    assert score(left, right) < ALERT <= score(left, "Artavil")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("OOO Artavil", "Artavil LLC"),
        ("Artavil Co., Ltd.", "Artavil JSC"),
        ("Artavil Company", "Artavil JSC"),
        ("Artavil Inc.", "Artavil Ltd."),
    ],
)
def test_forms_of_one_kind_and_vague_ones_are_no_doubt(left: str, right: str) -> None:
    """Translations, and words that stand for any form."""
    assert score(left, right) >= 0.85


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Artavil Dunarea Trust Company", "Artavil Dunarea"),
        ("Banca Artavil", "Banca Artavil Leasing"),
        ("Artavil Dunarea S.A.", "Artavil Dunarea Mexico S.A."),
    ],
)
def test_a_branch_is_another_firm(left: str, right: str) -> None:
    """A line of business with firms of its own, or the country of a subsidiary."""
    assert score(left, right) < ALERT
    assert score(right, left) < ALERT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Artavil Dunarea Group", "Artavil Dunarea"),
        ("Mexico Artavil Dunarea S.A.", "Artavil Dunarea S.A."),
        ("Artavil Dunarea Leasing", "Artavil Dunarea Leasing Company"),
    ],
)
def test_words_that_come_and_go_are_none(left: str, right: str) -> None:
    """Words of business, a country before the name, a branch on both sides."""
    assert score(left, right) >= ALERT


def test_an_acronym_with_a_letter_more_is_another_one() -> None:
    """Letters with dots, or capitals beside small letters."""
    assert score("A.B.C.D. Company", "B.C.D. Company") < ALERT
    assert score("BCDE Shipping", "BCD Shipping") < ALERT
    assert score("Teodor VASKL", "Teodor VASKEL", "LegalEntity") >= ALERT
    assert score("Artavil Fund XII", "Artavil Fund XII") >= 0.85


def test_korean_syllables_are_words() -> None:
    """Spellings of one syllable are no doubt, another syllable is."""
    assert score("Kim Pong-ho", "Kim Pyong-ho", "Person") < ALERT
    assert score("Kim Yong-ho", "Kim Young-ho", "Person") >= ALERT
    assert score("Jo Yong-ho", "Cho Yong-ho", "Person") >= ALERT
    assert score("Yun Jong-ho", "Yun Cho'ng-ho", "Person") >= ALERT
    assert score("Pong Halvorsen", "Pyong Halvorsen", "Person") >= ALERT
    assert score("김종호", "김정호", "Person") < ALERT
    assert score("리영호", "이영호", "Person") >= ALERT


def test_father_and_son_of_one_name_are_two() -> None:
    """Where both say which."""
    assert score("Teodor Vaskelis Jr.", "Teodor Vaskelis", "Person") >= 0.85
    assert score("Teodor Vaskelis Jr.", "Teodor Vaskelis II", "Person") >= 0.85
    senior = score("Teodor Vaskelis Jr.", "Teodor Vaskelis Sr.", "Person")
    assert senior < score("Teodor Vaskelis Jr.", "Teodor Vaskelis", "Person") - 0.1


def test_a_name_before_a_chain_of_names_is_a_child() -> None:
    """Two given names before one or two family names are none."""
    father = "Karim Hasan al-Halwani"
    assert score(f"Yunus {father}", father, "Person") < ALERT
    assert score(father, f"Yunus {father}", "Person") < ALERT
    assert score("Lukas Teodor Vaskelis", "Teodor Vaskelis", "Person") >= ALERT
    assert score("Lukas Teodor Vaskelis Holm", "Teodor Vaskelis Holm", "Person") >= ALERT
    assert score(f"Sheikh {father}", father, "Person") >= 0.85


def test_the_doubt_is_told() -> None:
    """Among the parts, which add up to the score."""
    left, right = (
        {"schema": "Company", "properties": {"name": [name]}}
        for name in ("Artavil GmbH", "Artavil AG")
    )
    parts = compared(left, right)
    assert "name.legal_form" in {part.feature for part in parts}
    assert sum(part.points for part in parts) == round(compare(left, right) * FULL_SCORE)
