"""Behaviour of the pattern language."""

from __future__ import annotations

import re

import pytest

from interdict.claims.mention import Mention
from interdict.claims.pattern import Pattern
from interdict.claims.tokens import Encoded, encode
from interdict.claims.vocabulary import Lexicon
from interdict.errors import InvalidInput

WORDS = Lexicon(
    classes={"ban": ("ban", "lock out")},
    types={"ANY": ("GROUP", "NAME")},
    negations=frozenset({"not"}),
    hedges=frozenset(),
    speakers=(),
)


def sentence(text: str, **mentions: str) -> Encoded:
    """The encoding of a sentence; keyword `GROUP="X;Y"` makes those words mentions."""
    found = []
    for kind, names in mentions.items():
        for name in names.split(";"):
            at = text.index(name)
            found.append(Mention(kind, at, at + len(name), name))
    found.sort(key=lambda mention: mention.start)
    return encode(text, 0, len(text), mentions=found, breaks=frozenset())


def matched(pattern: str, encoded: Encoded) -> re.Match[str] | None:
    """The first match of a pattern."""
    return Pattern(pattern, WORDS).regex.search(encoded.code)


def test_words_classes_and_slots() -> None:
    """Words stand for themselves, classes for any entry (also of several words)."""
    encoded = sentence("They lock out the Blue Front now", GROUP="Blue Front")
    match = matched("they @ban {subject:ANY} now", encoded)
    assert match is not None
    (token,) = encoded.covered(*match.span("subject"))
    assert token.mention is not None
    assert token.mention.name == "Blue Front"


def test_an_article_belongs_to_the_mention_after_it() -> None:
    """Patterns need not spell out "the" before a slot."""
    assert matched("ban {s:GROUP}", sentence("ban the Blue Front", GROUP="Blue Front"))


def test_a_gap_crosses_neither_negation_nor_comma() -> None:
    """`<..n>` stops at "not" and at a comma; `<,..n>` takes commas."""
    assert matched("they <..3> ban", sentence("they all now ban"))
    assert not matched("they <..3> ban", sentence("they do not ban"))
    assert not matched("they <..3> ban", sentence("they, now, ban"))
    assert matched("they <,..3> ban", sentence("they, now, ban"))


def test_lists_take_commas_and_asides() -> None:
    """`+` takes every member of a list, with what stands in parentheses after one."""
    encoded = sentence("ban Alpha (called Beta), Gamma and Delta.", GROUP="Alpha;Gamma;Delta")
    match = matched("ban {s:GROUP+}", encoded)
    assert match is not None
    assert encoded.covered(*match.span("s"))[-1].end == len(
        "ban Alpha (called Beta), Gamma and Delta"
    )


def test_optional_and_alternative_parts() -> None:
    """`( | )` offers alternatives, `?` makes a part optional."""
    for text in ("as a rule", "as rule", "by rule"):
        assert matched("(as|by) (a)? rule", sentence(text))


@pytest.mark.parametrize(
    "source",
    [
        "(open",
        "shut)",
        "@unknown",
        "{broken",
        "a <x> b",
        "? first",
        "(a|* b)",
        "a ?? b",
        "{s:GROUP} bans {s:GROUP}",
        "{s:COUNT=@unknown}",
    ],
)
def test_a_pattern_that_cannot_be_read_is_an_error(source: str) -> None:
    """The message repeats the pattern."""
    with pytest.raises(InvalidInput, match="pattern"):
        Pattern(source, WORDS)
