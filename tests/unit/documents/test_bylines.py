"""Bylines."""

from __future__ import annotations

import pytest

from interdict.documents.bylines import are_names, split_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill and Tom van der Brook", ("Ada Quill", "Tom van der Brook")),
        ("A. Quill, Tom Brook, and Zoë Ash", ("A. Quill", "Tom Brook", "Zoë Ash")),
        ("Ada Quill & Tom Brook; Zoë Ash", ("Ada Quill", "Tom Brook", "Zoë Ash")),
        ("John Roe, Jr. and Ada Quill", ("John Roe, Jr.", "Ada Quill")),
        ("Anderson Sandoval", ("Anderson Sandoval",)),
        ("  ", ()),
    ],
)
def test_names_are_parted(byline: str, names: tuple[str, ...]) -> None:
    """Commas, semicolons, ampersands and `and` part names; `Jr.` stays with its name."""
    assert split_names(byline) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill and Tom van der Brook", True),
        ("John Roe, Jr.", True),
        ("Ada Q.", True),
        ("محمد علي", True),
        ("Monday the port was quiet", False),
        ("Monday evening, Ostvale was quiet.", False),
        ("Ostvale Monday.", False),
        ("Ada Quill:", False),
        ("Order 66", False),
        ("One Two Three Four Five Six Seven", False),
        ("", False),
        ("A" * 201, False),
    ],
)
def test_names_are_told_from_prose(text: str, expected: bool) -> None:
    """Names are few capitalised words; what ends like a sentence is none."""
    assert are_names(text) is expected
