"""Formats that are refused."""

from __future__ import annotations

import pytest

from interdict.documents.foreign import foreign_format
from interdict.documents.source import Head


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<?xml version='1.0'?><nitf/>", "XML of an unknown form"),
        ('{"title": "a"}', "JSON of an unknown form"),
        ('[\n {"title": "a"}]', "JSON of an unknown form"),
        ("{\\rtf1 text}", "rich text (RTF)"),
        ("[Public Notice: 15001]\n\nText", None),
        ("Subject: the Order\n\nFrom: one\nTo: another\nDate: today", None),
        ("The <html> tag is what the Order uses.", None),
    ],
)
def test_format_is_told_by_its_first_characters(text: str, what: str | None) -> None:
    """Only the start of a text decides; prose about a format is prose."""
    assert foreign_format(Head.of(text)) == what
