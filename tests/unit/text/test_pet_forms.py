"""Pet forms by the way they are made."""

import pytest

from interdict.text.pet_forms import is_pet_form


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("rich", "richard"),
        ("richie", "richard"),
        ("barry", "barrington"),
        ("ronnie", "aaron"),
        ("eddie", "edward"),
        ("roy", "leroy"),
    ],
)
def test_cut_short_with_an_ending_or_without(short: str, full: str) -> None:
    """The beginning or the end of the full name."""
    assert is_pet_form(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [("karim", "karim"), ("al", "alfred"), ("larry", "barrington"), ("tamara", "tamar"), ("", "a")],
)
def test_other_names(short: str, full: str) -> None:
    """The name itself, too few letters, other letters, the longer one."""
    assert not is_pet_form(short, full)
