"""What a piece of a sentence shows of what it tells: words, their beginnings, kinds of mentions.

What stands around it is left out: it says what the text is about, and misleads about the piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.tokens import Token

_WORDS = ("W", "NEG", "HEDGE")
_STEM = 5
"""Letters of a word that are looked at besides the whole of it: "outlawed", "outlaws"."""


def features(tokens: Sequence[Token], *, published: str | None, language: str) -> list[str]:
    """The features of a piece, without repetitions, in order of their place."""
    found = dict.fromkeys(_shown(tokens, published))
    found[f"lang={language}"] = None
    return list(found)


def _shown(tokens: Sequence[Token], published: str | None) -> Iterator[str]:
    before = "^"
    for token in tokens:
        is_word = token.kind in _WORDS
        word = token.norm if is_word else token.kind  # of a mention its kind stands in its place
        yield word
        if is_word and len(word) > _STEM:
            yield f"{word[:_STEM]}*"
        yield f"{before} {word}"
        if token.kind == "DATE" and token.mention and token.mention.name and published:
            yield _when(token.mention.name, published)
        before = word
    yield f"{before} $"


def _when(edtf: str, published: str) -> str:
    """Where a date lies beside the document's own, as far as its first ten characters tell."""
    day = edtf.split("/")[0].lstrip(".")[:10] or edtf[-10:]
    if day[:7] == published[:7]:
        return "DATE:now" if day <= published else "DATE:soon"
    return "DATE:past" if day < published else "DATE:future"
