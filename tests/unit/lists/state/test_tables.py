"""Pages and exports to rows."""

from __future__ import annotations

import pytest

from interdict.lists.parsing import SourceFile
from interdict.lists.state.tables import columns_of, folded, is_markup, read_tables


@pytest.mark.parametrize("heading", ["Date Designated", "date_designated", " DATE  DESIGNATED: "])
def test_headings_are_folded(heading: str) -> None:
    """Case, underscores and punctuation do not matter."""
    assert folded(heading) == "date designated"


def test_headings_of_another_table_are_not_the_list() -> None:
    """A name alone, or a date alone, is not enough."""
    assert columns_of(["Name", "Bureau"]) is None
    assert columns_of(["Date Designated", "Bureau"]) is None
    assert columns_of(["Name", "Date Removed"]) == {"Name": "name", "Date Removed": "removed"}


def test_markup_is_told_from_text() -> None:
    """By the first character that is not white space, with or without a byte order mark."""
    assert is_markup(b"\xef\xbb\xbf<html>")
    assert is_markup(b"\n <!DOCTYPE html>")
    assert not is_markup(b"name,date")


def test_a_page_loads_nothing_from_elsewhere() -> None:
    """Entities and scripts of a page are text or nothing; rows keep their lines."""
    text = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<html><body>'
        "<table><tr><th>Date Designated</th><th>Name</th></tr>\n"
        "<tr><td>May 1, 2001</td><td>A &x; B</td></tr></table>"
        "<table><tr><th>Date Removed</th><th>Name</th></tr></table></body></html>"
    )
    (row,) = read_tables(SourceFile("page.html", text.encode())).rows
    assert "root:" not in row.cells["name"]
    assert row.line == 3
