"""The day that a bare text gives itself in its head."""

from __future__ import annotations

import pytest

from interdict.documents.own_date import own_date


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("A title\nMay 10, 2024\n\nThe text.", "2024-05-10"),
        ("A title\nFriday, 10 May 2024\n\nThe text.", "2024-05-10"),
        ("A title\nPublished: 10 May 2024, 18:42 BST\nBy Ann Lowell\n\nThe text.", "2024-05-10"),
        ("A title\nBy Ann Lowell | Port Sable, 10 May 2024\n\nThe text.", "2024-05-10"),
        ("Un título\nPor Ana Ruiz | Lima, 10 de mayo de 2024\n\nEl texto.", "2024-05-10"),
        ("PORT SABLE, May 10, 2024 (Wire) - A boat sank.", "2024-05-10"),
        ("PORT SABLE, Sable (May 10, 2024) — A boat sank.", "2024-05-10"),
        ("Lima, 10 may 2024 (Agencia Sur).- Un barco se hundió.", "2024-05-10"),
        ("A title\n\nThe ban was agreed on May 10, 2024.", None),
        ("A title\nThe ban of May 10, 2024\n\nThe text.", None),
        ("PORT SABLE, May 10 - A boat sank.", None),
        ("A boat sank near Port Sable on May 10, 2024 - and another sank on May 11.", None),
    ],
)
def test_a_day_is_read_from_the_head(head: str, day: str | None) -> None:
    """Alone, behind a word, at the end of a byline, or in the dateline."""
    assert own_date(head) == day
