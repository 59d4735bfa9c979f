"""XML that was cut off is told apart from XML that is wrong."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile
from interdict.lists.whole_xml import parse_whole_xml

WHOLE = b'<?xml version="1.0"?>\n<list>\n<a>1</a>\n<b>2</b>\n</list>\n'


def error(data: bytes) -> ReadError:
    """What the file is refused with."""
    with pytest.raises(ReadError) as caught:
        parse_whole_xml(SourceFile("list.xml", data), root="list")
    return caught.value


def test_a_whole_file_is_read() -> None:
    """And gives its root."""
    assert parse_whole_xml(SourceFile("list.xml", WHOLE), root="list").tag == "list"


@pytest.mark.parametrize("size", [30, 38, 45, 52])
def test_a_file_that_stops_early_is_called_cut_off(size: int) -> None:
    """With its last line, and what to do."""
    found = error(WHOLE[:size])
    assert "cut off before </list>" in str(found)
    assert "fetch it again" in str(found)
    assert found.line == WHOLE[:size].count(b"\n") + 1


def test_a_fault_inside_a_file_is_called_by_its_own_name() -> None:
    """Whether the file ends or not."""
    broken = WHOLE.replace(b"<a>1</a>", b"<a>1 & 2</a>")
    for data in (broken, broken[:-8]):
        found = error(data)
        assert "not well-formed" in str(found)
        assert found.line == 3
