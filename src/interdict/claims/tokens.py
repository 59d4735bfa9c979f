"""Words of a text, and sentences as strings of typed tokens that frame rules match.

A sentence is encoded as `[W:the][AUTHORITY:]...`: one bracket per token, so that a rule
compiles to an ordinary regular expression and a match leads back to characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from interdict.claims.gazetteer import fold
from interdict.claims.languages import DEFAULT, Language, languages
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import lexicon

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?<!\w)(?:[lLdDnNsScCjJmM]|[Qq]u)['’](?=\w)"  # l'Union
    r"|['’]s\b"
    r"|\w+n['’]t\b"
    r"|\w+(?:[-‑/]\w+|['’](?!s\b)\w+)*"
    r"|[^\w\s]"
)
_QUOTE_MARKS = frozenset('"“”„«»')
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

    def covered(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens of `code[start:end]`."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        return self.tokens[first : last + 1] if end > start else ()


def coded(tokens: Sequence[Token]) -> Encoded:
    """The encoding of a run of tokens."""
    parts = [f"[{token.kind}:{token.norm}]" for token in tokens]
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part)
    words = frozenset(token.norm for token in tokens)
    atoms = words.union(token.kind for token in tokens)
    return Encoded(tuple(tokens), "".join(parts), tuple(starts), words, atoms)


def split_words(text: str, start: int, end: int) -> list[Word]:
    """Words and punctuation marks of `text[start:end]`, with offsets into `text`."""
    return [
        Word(m.start(), m.end(), m.group(), fold(m.group()))
        for m in _WORD.finditer(text, start, end)
    ]


def encode(
    text: str,
    start: int,
    end: int,
    *,
    mentions: Sequence[Mention],
    breaks: frozenset[int],
    language: Language | None = None,
) -> Encoded:
    """The typed tokens of `text[start:end]`.

    `mentions` lie inside the sentence, in order and without overlaps. `breaks` are offsets
    of quotation marks around utterances: no frame runs over one.
    """
    language = language or languages()[DEFAULT]
    tokens: list[Token] = []
    pending = list(mentions)[::-1]
    until = start
    for word in split_words(text, start, end):
        if word.start < until:
            continue
        if pending and pending[-1].start <= word.start:
            mention = pending.pop()
            until = mention.end
            tokens.append(_absorbing(tokens, mention, language))
        elif word.start in breaks:
            tokens.append(Token("BREAK", word.start, word.end, ""))
        elif word.text not in _QUOTE_MARKS:
            tokens.append(_plain(word, language))
    return coded(tokens)


def _absorbing(tokens: list[Token], mention: Mention, language: Language) -> Token:
    """The mention's token; an article (or a date's preposition) before it becomes part of it."""
    start = mention.start
    if mention.kind == "DATE":
        wanted = language.date_prepositions | (language.articles - {"a"})
    else:
        wanted = language.articles
    while tokens and tokens[-1].kind == "W" and tokens[-1].norm in wanted:
        start = tokens.pop().start
    unit = mention.value.unit if mention.value else ""
    return Token(mention.kind, start, mention.end, fold(unit), mention)


def _plain(word: Word, language: Language) -> Token:
    kind = _PUNCTUATION.get(word.text)
    if kind is not None:
        return Token(kind, word.start, word.end, "")
    if language.code != DEFAULT:
        negates, doubts = word.norm in language.negations, word.norm in language.hedges
    else:
        negates = word.norm in lexicon().negations or word.norm.endswith("n't")
        doubts = word.norm in lexicon().hedges
    return Token("NEG" if negates else "HEDGE" if doubts else "W", word.start, word.end, word.norm)
