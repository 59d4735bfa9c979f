"""The Publishing Office's text form, at its edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from interdict.documents import read_document
from interdict.errors import ReadError

NOTICE = (
    Path(__file__).parents[3] / "contracts/readers/register_text/notice.txt"
).read_text("utf-8")  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("[FR Doc. 2031-04567 Filed 3-7-31; 8:45 am]", "", "not a whole notice"),
        ("Dated: March 3, 2031.", "", "not a whole notice"),
        ("[FR Doc No: 2031-04567]", "[FR Doc No: 2031-09999]", "names FR Doc. 2031-09999"),
        ("March 10, 2031", "March 10, 2029", "volume 96"),
    ],
)
def test_a_notice_that_is_not_whole_is_refused(old: str, new: str, what: str) -> None:
    """It could put a designation in force: head, body and end have to agree."""
    assert old in NOTICE
    with pytest.raises(ReadError, match=what):
        read_document(NOTICE.replace(old, new).encode(), file_name="n.txt")
