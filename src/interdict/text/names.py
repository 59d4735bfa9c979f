"""Names as tokens: which words name the party, and which are only form.

A token is of one `Kind`. Particles, titles and legal forms weigh little; an initial may stand
for any word that begins with it. The tables are in `data/`, each with its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from interdict.text.legal_forms import form_at, form_words, legal_forms, misspelt_form
from interdict.text.normalize import fold
from interdict.text.tables import words_of

_PATRONYMIC = re.compile(
    "(?:[oe]v(?:it?ch|icz|ych|na)|(?:ly|[km])ich|ichna|oglu|ogly|oghlu|kyzy|qizi|dottir)$"
)
"""Endings of East Slavic, Turkic and Icelandic patronymics in the usual romanisations."""


class Kind(IntEnum):
    """What a token is in its name."""

    NAME = 0
    INITIAL = 1
    PARTICLE = 2
    TITLE = 3
    LEGAL_FORM = 4

    @property
    def is_light(self) -> bool:
        """True for what says little about who is named."""
        return self >= Kind.PARTICLE

    @property
    def label(self) -> str:
        """The kind in words, as explanations print it."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a folded name; a legal form of several words is one token, in canonical form.

    `surface` is the folded text as written, without spaces.
    """

    text: str
    kind: Kind = Kind.NAME
    surface: str = ""

    def __post_init__(self) -> None:
        if not self.surface:
            object.__setattr__(self, "surface", self.text)


def tokenise(name: str, *, person: bool | None = None) -> tuple[Token, ...]:
    """The tokens of a name, in order; empty if it holds no letter and no digit.

    `person` True: `Family, Given` is put into speaking order, and nothing is read as a legal
    form; False: nothing is read as an initial; None: the name alone decides. A name made of
    light words alone (`The Company`) is all it has, so each then counts as a `NAME`.
    """
    if person and name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given} {family}"
    words = fold(name).split()
    tokens = [_plain(word) for word in words] if person else _with_legal_forms(words)
    if tokens and not any(token.kind in (Kind.NAME, Kind.INITIAL) for token in tokens):
        return tuple(replace(token, kind=Kind.NAME) for token in tokens)
    return tuple(tokens)


def is_matchable(name: str) -> bool:
    """True if a name holds more than one letter or digit."""
    return len(fold(name)) > 1


def _plain(word: str) -> Token:
    if word in words_of("particles.txt"):
        return Token(word, Kind.PARTICLE)
    if len(word) == 1 and word.isalpha():
        return Token(word, Kind.INITIAL)
    if word in words_of("titles.txt"):
        return Token(word, Kind.TITLE)
    return Token(word)


def _with_legal_forms(words: list[str]) -> list[Token]:
    """Tokens of a name that may hold legal forms, in any place; single letters never open one."""
    openings = legal_forms().openings
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        word = words[at]
        found = None
        if word in openings and (tokens or len(word) > 1):
            found = form_at(words, at)
        if found is None:
            tokens.append(Token(word, Kind.LEGAL_FORM) if word in form_words() else _plain(word))
            at += 1
        else:
            canonical, n_words = found
            surface = "".join(words[at : at + n_words])
            tokens.append(Token(canonical, Kind.LEGAL_FORM, surface))
            at += n_words
    return tokens


def misspelt_legal_form(word: str) -> Token | None:
    """The legal form that a word of five letters or more misspells by one edit, if any."""
    form = misspelt_form(word)
    return None if form is None else Token(form, Kind.LEGAL_FORM, word)


def is_patronymic(word: str) -> bool:
    """True for a folded word that says `child of`: -ovich, -evna, -oglu, -dottir and their like.

    Family names in -ovic (Serbian, Croatian) are none.
    """
    return len(word) > 5 and bool(_PATRONYMIC.search(word))
