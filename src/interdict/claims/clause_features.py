"""What a piece of a sentence shows of what it tells: words, their beginnings, kinds of mentions.

What stands around it is left out: it says what the text is about, and misleads about the piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.tokens import Token

_STEM = 5
"""Letters of a word that are looked at besides the whole of it: "outlawed", "outlaws"."""


def features(
    tokens: Sequence[Token], first: int, stop: int, *, published: str | None, language: str
) -> list[str]:
    """The features of `tokens[first:stop]`, without repetitions, in order of their place."""
    found = dict.fromkeys(_inside(tokens[first:stop], published))
    found[f"lang={language}"] = None
    return list(found)


def _inside(tokens: Sequence[Token], published: str | None) -> Iterator[str]:
    before = "^"
    for token in tokens:
        word = _word(token)
        yield word
        if token.kind in ("W", "NEG", "HEDGE") and len(token.norm) > _STEM:
            yield f"{token.norm[:_STEM]}*"
        yield f"{before} {word}"
        if token.kind == "DATE" and token.mention and token.mention.name and published:
            yield _when(token.mention.name, published)
        before = word
    yield f"{before} $"


def _word(token: Token) -> str:
    """The word itself, or the kind of a mention in its place."""
    return token.norm if token.kind in ("W", "NEG", "HEDGE") else token.kind


def _when(edtf: str, published: str) -> str:
    """Where a date lies beside the document's own, as far as its first ten characters tell."""
    day = edtf.split("/")[0].lstrip(".")[:10] or edtf[-10:]
    if day[:7] == published[:7]:
        return "DATE:now" if day <= published else "DATE:soon"
    return "DATE:past" if day < published else "DATE:future"
