"""What a piece of a sentence shows of what it tells.

Its words, their beginnings and ends and their senses ("gazetted" is a word of listing), the kinds
of its mentions, and what rules have made of it. What stands around it is left out: it says what
the text is about, and misleads about the piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from interdict.claims.clause_senses import senses
from interdict.claims.tokens import Token

_WORDS = ("W", "NEG", "HEDGE")
_BEGINNINGS = (4, 5, 7)
"""Letters of a word that are looked at besides the whole of it: "outlawed", "outlaws"."""
_END = 3
_LONG = 8
"""Pairs of tokens from which on a piece counts as long."""


def shown(tokens: Sequence[Token], published: str | None) -> list[str]:
    """A piece as the model sees it: words in small letters, of a mention its kind in capitals.

    A date says where it lies beside the document's own: `DATE:past`.
    """
    return [t.norm if t.kind in _WORDS else _mention(t, published) for t in tokens]


def features(words: Sequence[str], *, language: str, told: Iterable[str] = ()) -> list[str]:
    """The features of a piece as it is `shown`, without repetitions, in order of their place.

    `told` are the kinds of the claims that rules have made of it.
    """
    found = dict.fromkeys(_features(words, senses(language)))
    found |= dict.fromkeys(of_whole(len(words), language, told))
    return list(found)


def of_whole(n_words: int, language: str, told: Iterable[str]) -> list[str]:
    """The features of a piece that are none of its words."""
    length = f"pairs={min(_LONG, n_words // 2)}"
    return [f"lang={language}", length, *(f"rule={kind}" for kind in told)]


def senses_in(words: Sequence[str], language: str) -> frozenset[str]:
    """The senses of the words of a piece, each with the `%` or `@` before its name."""
    known = senses(language)
    pairs = (f"{before} {word}" for before, word in pairwise(("^", *words)))
    return frozenset(name for one in (*words, *pairs) for name in known.get(one, ()))


def _features(words: Sequence[str], known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    before = "^"
    for one in words:
        word = kind_of(one)
        yield word
        pair = f"{before} {word}"
        yield pair
        yield from beside_itself(one, known)
        if not word.isupper():
            yield from known.get(pair, ())
        before = word
    yield f"{before} $"


def kind_of(one: str) -> str:
    """A word or a kind as it is `shown`, of a date without where it lies."""
    return one.partition(":")[0] if one.startswith("DATE:") else one


def beside_itself(one: str, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a word as it is `shown` gives beside itself and its pairs, whatever stands around it."""
    word = kind_of(one)
    if not word.isupper():
        yield from _parts(word)
        yield from known.get(word, ())
    elif word != one:
        yield one


def _parts(word: str) -> Iterator[str]:
    """Beginnings of several lengths, and the end of a longer word."""
    size = len(word)
    for length in _BEGINNINGS:
        if size > length:
            yield f"{word[:length]}*"
    if size > _BEGINNINGS[1]:
        yield f"*{word[-_END:]}"


def _mention(token: Token, published: str | None) -> str:
    if token.kind == "DATE" and token.mention and token.mention.name and published:
        return _when(token.mention.name, published)
    return token.kind


def _when(edtf: str, published: str) -> str:
    """Where a date lies beside the document's own, as far as its first ten characters tell."""
    day = edtf.split("/")[0].lstrip(".")[:10] or edtf[-10:]
    if day[:7] == published[:7]:
        return "DATE:now" if day <= published else "DATE:soon"
    return "DATE:past" if day < published else "DATE:future"
