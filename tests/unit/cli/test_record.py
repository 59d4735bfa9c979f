"""`show` in words: values once with all their places, and nothing without who says it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RELEASE = """---
title: "Harbour Front"
date: 2024-03-04
publisher: "US Department of the Treasury"
---

The Treasury's Office of Foreign Assets Control today designated the Harbour Front (also known as \
the Front of the Harbour) as a Specially Designated Global Terrorist.
"""

COPY = """ date 2024-03-05 By Ines Pike

The Treasury on Monday designated the Harbour Front (also known as the Front of the Harbour) as a \
Specially Designated Global Terrorist. Washington alleges that Anselm Grau leads the Harbour Front.
"""


@pytest.fixture
def said(interdict: Callable[[Path], Any], tmp_path: Path) -> str:
    """The dossier of a party that two documents name, as printed."""
    command = interdict(tmp_path / "record")
    for name, text in (("release.md", RELEASE), ("copy.txt", COPY)):
        (tmp_path / name).write_text(text, "utf-8")
        assert command("read", tmp_path / name).code == 0
    shown = command("show", "Harbour Front", "--as-of", "2024-03-06")
    assert shown.code == 0
    return str(shown.out)


def test_a_value_stands_once_with_every_place_that_says_it(said: str) -> None:
    """Files are named by their names, not by their hashes."""
    facts = said[said.index("Facts") : said.index("Designations")]
    assert facts.count("Front of the Harbour") == 1
    assert "release.md" in facts and "copy.txt" in facts


def test_what_a_document_says_itself_is_its_publishers_word(said: str) -> None:
    """The publisher, else the author, is named; an allegation is whose it is."""
    lines = [line for line in said.splitlines() if " asserted " in line or " alleged " in line]
    assert any("alias" in line and "US Department of the Treasury" in line for line in lines)
    assert any("alias" in line and "Ines Pike" in line for line in lines)
    assert any("leadership" in line and "United States" in line for line in lines)
