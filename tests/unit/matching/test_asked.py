"""A party as a query."""

from datetime import date

import pytest

from interdict.errors import InvalidInput
from interdict.matching.asked import birth_of, read
from interdict.matching.evidence import is_strong
from interdict.model.match import Party


def test_a_name_in_another_script_is_asked_in_each_reading() -> None:
    """All under the text as it was given; a Latin name once."""
    asked = read(Party(("김영호", "Teodor Vaskelis"), schema="Person"))
    assert len(asked.names) > 2
    assert {name.text for name in asked.names[:-1]} == {"김영호"}
    assert asked.names[-1].text == "Teodor Vaskelis"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1974-01-32", date(1974, 1, 1), date(1974, 1, 31)),
        ("1974-02-30", date(1974, 2, 1), date(1974, 2, 28)),
        ("1968-13-30", date(1968, 1, 1), date(1968, 12, 31)),
        ("1968-00-10", date(1968, 1, 1), date(1968, 12, 31)),
        ("1974-1-2", date(1974, 1, 2), date(1974, 1, 2)),
    ],
)
def test_of_an_impossible_day_the_possible_part_is_compared(
    text: str, first: date, last: date
) -> None:
    """A slip in a date must not hide a party; the text stays as it was given."""
    birth = birth_of(text)
    assert (birth.first, birth.last) == (first.toordinal(), last.toordinal())
    assert birth.text == text


@pytest.mark.parametrize("text", ["soon", "12/05/1974", "0000-13-40", "1974-xx-02"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """With the reason."""
    with pytest.raises(InvalidInput):
        birth_of(text)


def test_a_number_with_wrong_check_digits_does_not_decide() -> None:
    """It supports a match at most; one that nobody can check decides."""
    assert is_strong("9074729", "imoNumber")
    assert not is_strong("9074728", "imoNumber")
    assert is_strong("X1234567", "passportNumber")
    assert not is_strong("0000000", "passportNumber")
