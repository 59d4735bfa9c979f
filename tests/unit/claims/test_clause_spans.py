"""Where the clause begins and ends that a claim is cited with."""

from __future__ import annotations

import pytest

from interdict.claims.clause_spans import clause_around
from interdict.claims.tokens import encode


def around(text: str, words: str) -> str:
    """The clause of `text` that holds `words`."""
    encoded = encode(text, 0, len(text), mentions=(), breaks=frozenset())
    at = text.index(words)
    inside = [
        number for number, token in enumerate(encoded.tokens) if at <= token.start < at + len(words)
    ]
    first, stop = clause_around(encoded.tokens, inside[0], inside[-1] + 1)
    return text[encoded.tokens[first].start : encoded.tokens[stop - 1].end]


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        (
            "it freezes whatever the group holds and makes it an offence to deal in it",
            "freezes",
            "it freezes whatever the group holds",
        ),
        (
            "it freezes whatever the group holds and makes it an offence to deal in it",
            "an offence",
            "makes it an offence to deal in it",
        ),
        (
            "its assets are frozen and its members can be kept out",
            "be kept out",
            "its members can be kept out",
        ),
        (
            "banks and firms that hold its money must report it, but nobody does",
            "must report",
            "banks and firms that hold its money must report it",
        ),
        (
            "the minister said that its assets are frozen",
            "are frozen",
            "its assets are frozen",
        ),
    ],
)
def test_a_clause_is_told_by_its_verb(text: str, words: str, clause: str) -> None:
    """ "And" begins another clause where a verb of its own follows, not in a list."""
    assert around(text, words) == clause
