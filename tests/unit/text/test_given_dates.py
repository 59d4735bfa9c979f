"""Dates as people write them."""

import pytest

from interdict.text.given_dates import edtf_of


@pytest.mark.parametrize(
    "text",
    [
        "23.11.1962",
        "1962/11/23",
        "1962.11.23",
        "19621123",
        "23 Nov 1962",
        "23-Nov-1962",
        "23 november 1962",
        "November 23, 1962",
        "Nov. 23rd, 1962",
        "23/11/1962",
        "11/23/1962",
        "23-11-1962",
        " 1962-11-23 ",
    ],
)
def test_a_day_is_read_in_the_usual_ways(text: str) -> None:
    """All of them mean one day."""
    assert edtf_of(text) == "1962-11-23"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nov 1962", "1962-11"),
        ("circa 1962", "1962~"),
        ("ca. 23 Nov 1962", "1962-11-23~"),
        ("c. 1962", "1962~"),
        ("5/5/1974", "1974-05-05"),
        ("31.02.1974", "1974-02-31"),
        ("1962", "1962"),
        ("1951/1953", "1951/1953"),
    ],
)
def test_parts_and_doubts_are_kept(text: str, date: str) -> None:
    """A month, a circa date, a day that no calendar has, a range."""
    assert edtf_of(text) == date


@pytest.mark.parametrize(
    "text", ["12/05/1974", "soon", "circa", "32/33/1974", "5 Nov 5, 1974", "5 Mabel 1974", ""]
)
def test_what_may_mean_two_things_is_left_alone(text: str) -> None:
    """Nobody is told a month that was guessed."""
    assert edtf_of(text) == text
