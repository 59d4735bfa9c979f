"""Formats that are refused."""

from __future__ import annotations

import pytest

from interdict.documents.foreign import foreign_format
from interdict.documents.source import Head


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<!DOCTYPE html>\n<p>text", "an HTML page"),
        ("\n<html lang='en'>", "an HTML page"),
        ("<?xml version='1.0'?><rss/>", "XML or a feed"),
        ('{"title": "a"}', "JSON"),
        ('[\n {"title": "a"}]', "JSON"),
        ("{\\rtf1 text}", "rich text (RTF)"),
        ("From: a@b.example\nTo: c@d.example\nSubject: Heron\n\nText", "a mail message"),
        ("[Public Notice: 15001]\n\nText", None),
        ("Subject: the Order\n\nFrom: one\nTo: another\nDate: today", None),
        ("The <html> tag is what the Order uses.", None),
    ],
)
def test_format_is_told_by_its_first_characters(text: str, what: str | None) -> None:
    """Only the start of a text decides; prose about a format is prose."""
    assert foreign_format(Head.of(text)) == what
