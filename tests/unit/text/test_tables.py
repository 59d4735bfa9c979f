"""The data files of the package."""

from importlib import resources

import pytest

from interdict.text.tables import lines_of

FILES = sorted(
    path.name
    for path in (resources.files("interdict.text") / "data").iterdir()
    if path.name.endswith(".txt")
)


@pytest.mark.parametrize("name", FILES)
def test_every_table_states_its_source_and_holds_something(name: str) -> None:
    """In the comment at its head."""
    path = resources.files("interdict.text") / "data" / name
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert "compilation" in " ".join(head) or "Source" in " ".join(head)
    assert lines_of(name)


@pytest.mark.parametrize(
    "name",
    ["given_names.txt", "organisation_words.txt", "word_spellings.txt", "surname_spellings.txt"],
)
def test_groups_hold_no_word_twice(name: str) -> None:
    """A repeated word is a slip of the pen."""
    for line in lines_of(name):
        words = [word for word in line.split() if word != ";"]
        assert len(words) == len(set(words)), line
