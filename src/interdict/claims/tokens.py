"""Words of a text, and sentences as strings of typed tokens that frame rules match.

A sentence is encoded as `[W:the][AUTHORITY:]...`: one bracket per token, so that a rule
compiles to an ordinary regular expression and a match leads back to characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from interdict.claims.gazetteer import fold
from interdict.claims.languages import DEFAULT, Language, languages
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import lexicon

_WORD = re.compile(
    r"\w{2,}+(?=[\s,])"  # most words; the rest says the same of them, more slowly
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?<!\w)(?:[lLdDnNsScCjJmM]|[Qq]u)['’](?=\w)"  # l'Union
    r"|['’]s\b|(?<=[A-Z])['’]S\b"
    r"|\w+n['’]t\b"
    r"|\w+(?:[-‑/]\w+|['’](?![sS]\b)\w+)*"
    r"|[^\w\s]"
)
_UNREAD = frozenset('"“”„«»*')
"""Marks of quotation and of emphasis: between words they say nothing."""
_WORDS = frozenset({"W", "NEG", "HEDGE"})
_PUNCTUATION = {"(": "LPAR", ")": "RPAR", ":": "COLON", ";": "BREAK", "[": "LPAR", "]": "RPAR"}


class Word(NamedTuple):
    """`text[start:end]`, with its folded form."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def capital(self) -> bool:
        """True if it is written like a part of a name."""
        if self.text[0].isupper():
            return True
        head, hyphen, tail = self.text.partition("-")
        return bool(hyphen) and head.islower() and len(head) <= 3 and tail[:1].isupper()


class Token(NamedTuple):
    """A word, or a mention taken as one; `mention` is None for a word."""

    kind: str
    start: int
    end: int
    norm: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence's tokens and their encoding; `starts[i]` is where token i begins in it."""

    tokens: tuple[Token, ...]
    code: str
    starts: tuple[int, ...]
    words: frozenset[str]
    atoms: frozenset[str]
    """Its words and the kinds of its tokens: what a pattern may need (`pattern.needs_of`)."""

    def indices(self, start: int, end: int) -> tuple[int, int]:
        """Of the first token of `code[start:end]`, and of the one after its last."""
        first = bisect_right(self.starts, start) - 1
        return first, bisect_right(self.starts, end - 1, first) if end > start else first

    def covered(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens of `code[start:end]`."""
        first, stop = self.indices(start, end)
        return self.tokens[first:stop]


def coded(tokens: Sequence[Token]) -> Encoded:
    """The encoding of a run of tokens."""
    parts = [f"[{token[0]}:{token[3]}]" for token in tokens]
    starts = tuple(accumulate(map(len, parts[:-1]), initial=0)) if parts else ()
    words = frozenset([token[3] for token in tokens])
    atoms = words.union([token[0] for token in tokens])
    return Encoded(tuple(tokens), "".join(parts), starts, words, atoms)


def split_words(text: str, start: int, end: int) -> list[Word]:
    """Words and punctuation marks of `text[start:end]`, with offsets into `text`."""
    new = tuple.__new__  # what a named tuple's own constructor calls, at half the price
    words: list[Word] = []
    add, find, at = words.append, text.index, start
    for surface in _WORD.findall(text, start, end):
        at = find(surface, at)  # between words is nothing but white space
        stop = at + len(surface)
        add(new(Word, (at, stop, surface, fold(surface))))
        at = stop
    return words


_AFFIRMING = frozenset({"sí", "Sí"})
"""Spanish "yes", which without its accent would be "if"."""


def encode(
    text: str,
    start: int,
    end: int,
    *,
    mentions: Sequence[Mention],
    breaks: frozenset[int],
    language: Language | None = None,
    words: Sequence[Word] | None = None,
) -> Encoded:
    """The typed tokens of `text[start:end]`.

    `mentions` lie inside the sentence, in order and without overlaps. `breaks` are offsets
    of quotation marks around utterances: no frame runs over one. `words` are the sentence's,
    if they are at hand.
    """
    language = language or languages()[DEFAULT]
    words = split_words(text, start, end) if words is None else words
    tokens: list[Token] = []
    at = 0
    for mention in mentions:
        first = bisect_left(words, mention.start, at, key=_START)
        tokens += _plain(words[at:first], breaks, language.code)
        at = bisect_left(words, mention.end, first, key=_START)
        if first < len(words):
            tokens.append(_absorbing(tokens, mention, language))
            at = max(at, first + 1)
    tokens += _plain(words[at:], breaks, language.code)
    return coded(tokens)


_START = itemgetter(0)


def _plain(words: Sequence[Word], breaks: frozenset[int], code: str) -> list[Token]:
    """The tokens of words that no mention covers; marks that say nothing have none."""
    new = tuple.__new__
    return [
        new(Token, (kind, start, end, norm if kind in _WORDS else "", None))
        for start, end, surface, norm in words
        if (kind := "BREAK" if start in breaks else _read_as(surface, code))
    ]


def _absorbing(tokens: list[Token], mention: Mention, language: Language) -> Token:
    """The mention's token; an article (or a date's preposition) before it becomes part of it."""
    start = mention.start
    wanted = _absorbed(language.code, dated=mention.kind == "DATE")
    while tokens and tokens[-1].kind == "W" and tokens[-1].norm in wanted:
        start = tokens.pop().start
    unit = mention.value.unit if mention.value else mention.title.rpartition(" ")[2]
    if mention.kind in ("DESC", "REF"):
        unit = mention.name  # its noun: "front" of "a mere front"
    return Token(mention.kind, start, mention.end, fold(unit), mention)


@cache
def _absorbed(code: str, *, dated: bool) -> frozenset[str]:
    language = languages()[code]
    if dated:
        return language.date_prepositions | (language.articles - {"a"})
    return language.articles


@lru_cache(maxsize=50_000)
def _read_as(surface: str, code: str) -> str:
    """The kind of a word or mark by itself; none for a mark that says nothing."""
    if surface in _PUNCTUATION:
        return _PUNCTUATION[surface]
    if surface in _UNREAD:
        return ""
    return "W" if surface in _AFFIRMING else _kind_of(fold(surface), code)


def _kind_of(norm: str, code: str) -> str:
    """NEG, HEDGE or W, by the words of the language."""
    if code != DEFAULT:
        language = languages()[code]
        negates, doubts = norm in language.negations, norm in language.hedges
    else:
        negates = norm in lexicon().negations or norm.endswith("n't")
        doubts = norm in lexicon().hedges
    return "NEG" if negates else "HEDGE" if doubts else "W"
