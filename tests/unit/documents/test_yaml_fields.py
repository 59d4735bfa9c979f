"""YAML headers, with places."""

from __future__ import annotations

import pytest

from interdict.documents.yaml_fields import YamlField, yaml_fields
from interdict.errors import ReadError


def _fields(yaml: str, before: str = "---\n") -> tuple[str, dict[str, YamlField]]:
    raw = before + yaml
    found = yaml_fields(raw, len(before), len(raw), file_name="a.md")
    return raw, {field.key: field for field in found}


def _places(raw: str, field: YamlField) -> str:
    """The raw characters of the runs, joined."""
    return "".join(raw[run.raw_start : run.raw_start + len(run.text)] for run in field.runs)


@pytest.mark.parametrize(
    "written",
    [
        "The Order",
        '"The Order"',
        "'The Order'",
        "The Order  # a comment",
        '"The Order" # it',
        "|\n  The Order\n",
    ],
)
def test_a_plain_value_is_one_exact_run(written: str) -> None:
    """However it is quoted, the run is the value itself, inside the quotes."""
    raw, fields = _fields(f"title: {written}\nother: 1")
    assert fields["title"].text == "The Order"
    assert len(fields["title"].runs) == 1
    assert _places(raw, fields["title"]) == "The Order"


def test_places_count_code_points_before_any_newline_change() -> None:
    """CRLF and characters beyond the BMP do not move the places."""
    raw, fields = _fields('emoji: "𝔘😀"\r\ntitle: "Zoë’s 😀 Order"\r\n', "\r\n---\r\n")
    assert _places(raw, fields["title"]) == "Zoë’s 😀 Order"


def test_an_escape_maps_to_its_backslash() -> None:
    """Escaped characters are unescaped in the text and traced to where they stand."""
    raw, fields = _fields('title: "the \\"Iron\\" Her\\u00f6n"')
    field = fields["title"]
    assert "".join(run.text for run in field.runs) == 'the "Iron" Herön'
    assert _places(raw, field) == "the \\Iron\\ Her\\n"
    raw, fields = _fields("title: 'the ministry''s list'")
    assert "".join(run.text for run in fields["title"].runs) == "the ministry's list"


@pytest.mark.parametrize(
    "written", ["a long\n  title", '"a long\n  title"', ">\n  a long\n  title\n"]
)
def test_folded_blanks_map_to_the_first(written: str) -> None:
    """A value folded over two lines is one title of three words."""
    raw, fields = _fields(f"title: {written}\nother: 1")
    runs = fields["title"].runs
    assert "".join(run.text for run in runs) == "a long title"
    assert raw[runs[-1].raw_start :].startswith("title")


def test_values_stay_as_written() -> None:
    """No date, number or flag is made of them; empty ones are empty."""
    _, fields = _fields("date: 2031-03-04\nvolume: 090\nflag: yes\nnone:\nnull_too: ~\nblank: ''")
    assert [fields[key].text for key in ("date", "volume", "flag")] == ["2031-03-04", "090", "yes"]
    assert [fields[key].values for key in ("none", "null_too", "blank")] == [(), (), ()]


def test_lists_of_scalars_are_values() -> None:
    """Both forms of a list; empty items are left out; other forms have no values."""
    _, fields = _fields("a: [x, '', y]\nb:\n  - x\n  - y\nc: []\nd: {x: y}\ne: [[x]]")
    assert [fields[key].values for key in "abcde"] == [("x", "y"), ("x", "y"), (), None, None]
    assert fields["a"].text is None


def test_a_reference_is_not_understood() -> None:
    """An alias would be read at the place of another field."""
    raw, fields = _fields("title: &t The Order\nexcerpt: *t\n")
    assert fields["excerpt"].values is None
    assert raw[fields["excerpt"].start : fields["excerpt"].end] == "excerpt: *t"


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("a: 1\ntitle: Breaking: it is listed\n", 3),
        ('a: 1\nb: 2\ntitle: "open\n', None),
        ("- a\n- b\n", 2),
        ("a: " + "[" * 5_000, None),
        ("a: \x07", None),
        ("a: " + "b" * 70_000, 2),
    ],
    ids=["colon", "open quote", "a list", "deep", "control", "long"],
)
def test_what_is_not_yaml_is_an_error_with_its_line(yaml: str, line: int | None) -> None:
    """The error says where; nothing crashes on hostile nesting."""
    with pytest.raises(ReadError, match="front matter") as raised:
        _fields(yaml)
    if line is not None:
        assert raised.value.line == line


def test_nothing_is_no_fields() -> None:
    """An empty header has none."""
    assert _fields("\n# a comment\n")[1] == {}
