"""Numbers of the Federal Register."""

from __future__ import annotations

import pytest

from interdict.documents import register


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("96 FR 11873", "96 FR 11873"),
        ("96 FR 47 pg. 11873", "96 FR 11873"),
        ("[96 FR 11,873]", "96 FR 11873"),
        ("as cited at 96 FR 11873", None),
        ("96 FR 11873, March 11", None),
        ("96 Fed. Reg. 11873", None),
    ],
)
def test_citations(line: str, expected: str | None) -> None:
    """Volume and page, without the issue; a sentence with a citation is none."""
    assert register.citation(line) == expected


def test_a_volume_is_a_year() -> None:
    """Volume 1 is 1936, volume 90 is 2025."""
    assert register.volume_year("1 FR 1") == 1936
    assert register.volume_year("90 FR 100") == 2025


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-04567", "2031-04567"),
        ("2031–04567", "2031-04567"),
        ("97-26684", "97-26684"),
        ("E7-4567", "E7-4567"),
        ("C1-2031-04567", "C1-2031-04567"),
        ("31-4567-9", None),
        ("number 5", None),
    ],
)
def test_document_numbers(text: str, expected: str | None) -> None:
    """The present form and the older ones."""
    assert register.document_number(text) == expected


def test_public_notices_are_written_one_way() -> None:
    """With or without brackets and colon."""
    for text in ("Public Notice 15001", "[Public Notice: 15001]", "public notice:15001"):
        assert register.public_notice(text) == "Public Notice 15001"
    assert register.public_notice("a public notice of 15001") is None


def test_filed_line_is_a_whole_line() -> None:
    """Number and date of the closing line; a sentence that quotes it is none."""
    line = "[FR Doc. 2031-04567 Filed 3-10-31; 8:45 am]"
    assert register.filed_line(line) == ("2031-04567", "3-10-31")
    assert register.filed_line(f"See {line}") is None
    assert register.filed_line("[FR Doc. none Filed 3-10-31; 8:45 am]") is None
