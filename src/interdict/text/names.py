"""Names as tokens: which words name the party, and which are only form.

A token is of one `Kind`. Particles, titles and legal forms weigh little; an initial may stand
for any word that begins with it. The tables are in `data/`, each with its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from itertools import groupby

from interdict.text.legal_forms import form_at, form_words, legal_forms, misspelt_form
from interdict.text.normalize import fold, folded_forms
from interdict.text.numbers import joined_number, number_of
from interdict.text.slips import letters_for_digits
from interdict.text.tables import words_of

_PATRONYMIC = re.compile(
    "(?:[oe]v(?:it?ch|icz|ych|na)|(?:ly|[km])ich|ichna|oglu|ogly|oghlu|kyzy|qizi|dottir)$"
)
"""Endings of East Slavic, Turkic and Icelandic patronymics in the usual romanisations."""

_AT_THE_END = frozenset("oglu ogly kyzy qizi zadeh esq dr prof phd eng".split())
"""Links and titles that stand after the name they belong to."""

_KEPT_WORDS = 65_536
"""So many words are remembered, by each of the two ways to read them."""

_SHIP_PREFIXES = frozenset("mv mt ms my ss fv".split())
"""Motor vessel and their like, as letters that stand apart before a ship's name."""


_WRITTEN_PREFIXES = frozenset("mv mt fv".split())
"""Those that are one before a name also as a word; `my`, `ms`, `ss` mean other things as well."""

_SLASHED_PREFIX = re.compile(r"^\s*([mf])/([vt])(?=[\s.])", re.IGNORECASE)


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
    form; False: nothing is read as an initial but what stands alone; None: the name alone
    decides. A name made of light words alone (`The Company`) is all it has, so each then counts
    as a `NAME`.
    """
    return _tokens(fold(_spoken_order(name, person)), person)


def tokenised_forms(name: str, *, person: bool | None = None) -> tuple[tuple[Token, ...], ...]:
    """`tokenise` for each way to read the name in Latin letters, best first; mostly one."""
    forms = folded_forms(_spoken_order(name, person))
    if len(forms) == 1:
        return (_tokens(forms[0], person),)
    return tuple(dict.fromkeys(_tokens(form, person) for form in forms))


def _spoken_order(name: str, person: bool | None) -> str:
    if person and name.count(",") == 1:
        family, given = name.split(",")
        return f"{given} {family}"
    # M/V is no person's pair of initials; the sign is lost when the name is folded.
    return name if person or "/" not in name else _SLASHED_PREFIX.sub(r"\1\2", name)


def _tokens(folded: str, person: bool | None) -> tuple[Token, ...]:
    words = folded.split()
    if person:
        tokens = _with_own_particles([_word_of_person(word) for word in words])
    else:
        tokens = _lone_words(words) or _words_together(words, person)
        if words and words[0] in _WRITTEN_PREFIXES:
            tokens = _with_ship_prefix(tokens)
    if not folded.replace(" ", "").isalpha():  # a reference has digits
        tokens = _without_references(tokens)
    for token in tokens:
        if not token.kind.is_light:
            return tuple(tokens)
    return tuple([replace(token, kind=Kind.NAME) for token in tokens])


def _lone_words(words: list[str]) -> list[Token] | None:
    """The tokens of a name in which no word changes what another is; None for other names.

    Most names are such, and each word is looked at once for all of them. What it gives is what
    `_words_together` would.
    """
    tokens = []
    for word in words:
        token = _lone_word(word)
        if token is None:
            return None
        tokens.append(token)
    return None if len(words) > 1 and misspelt_form(words[-1]) is not None else tokens


def _words_together(words: list[str], person: bool | None) -> list[Token]:
    """The tokens of a name that is no person's, each word seen with those around it."""
    words = [letters_for_digits(word, anywhere=False) for word in words]
    return _with_acronyms(_with_legal_forms(_with_joined_numbers(words)), person)


@lru_cache(maxsize=_KEPT_WORDS)
def _lone_word(word: str) -> Token | None:
    """A word that is the same whatever stands beside it; None for one that may not be.

    Those are numbers (they join), initials (acronyms) and words of legal forms.
    """
    if len(word) == 1 or not word.isalpha() or number_of(word):
        return None
    if word in legal_forms().openings or word in form_words():
        return None
    return _plain(word)


@lru_cache(maxsize=_KEPT_WORDS)
def _word_of_person(word: str) -> Token:
    return _plain(letters_for_digits(word, anywhere=True))


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


def _with_own_particles(tokens: list[Token]) -> list[Token]:
    """A person's last word is a name (Stephen Lo), and so is a first Ben (Ben Karim Holm).

    So is a title that stands last: Khalid Sheikh, Ali al-Sayyid.
    """
    if len(tokens) < 2:
        return tokens
    last = tokens[-1]
    if last.kind in (Kind.PARTICLE, Kind.TITLE) and last.text not in _AT_THE_END:
        tokens[-1] = replace(last, kind=Kind.NAME)
    if tokens[0].text == "ben" and tokens[1].kind is Kind.NAME:
        tokens[0] = replace(tokens[0], kind=Kind.NAME)
    return tokens


def _with_joined_numbers(words: list[str]) -> list[str]:
    """`brigade forty 4` as `brigade 44`."""
    joined: list[str] = []
    for word in words:
        number = joined_number(joined[-1], word) if joined else ""
        if number:
            joined[-1] = number
        else:
            joined.append(word)
    return joined


def _with_legal_forms(words: list[str]) -> list[Token]:
    """Tokens of a name that may hold legal forms, in any place; single letters never open one.

    A last word may misspell its form by one edit.
    """
    openings = legal_forms().openings
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        word = words[at]
        found = None
        if word in openings and (tokens or len(word) > 1):
            found = form_at(words, at)
        if found is not None:
            canonical, n_words = found
            surface = "".join(words[at : at + n_words])
            tokens.append(Token(canonical, Kind.LEGAL_FORM, surface))
            at += n_words
            continue
        misspelt = misspelt_legal_form(word) if tokens and at == len(words) - 1 else None
        if word in form_words():
            tokens.append(Token(word, Kind.LEGAL_FORM))
        else:
            tokens.append(misspelt or _plain(word))
        at += 1
    return tokens


def _with_acronyms(tokens: list[Token], person: bool | None) -> list[Token]:
    """Letters that stand apart as one word (`A.B.C. Company`), where the name is no person's."""
    if person is None and not any(token.kind is Kind.LEGAL_FORM for token in tokens):
        return tokens
    joined: list[Token] = []
    for is_letter, group in groupby(tokens, key=lambda token: token.kind is Kind.INITIAL):
        members = list(group)
        if not is_letter or len(members) < 2:
            joined += members
            continue
        word = "".join(token.text for token in members)
        is_prefix = not joined and word in _SHIP_PREFIXES and len(members) < len(tokens)
        joined.append(Token(word, Kind.TITLE if is_prefix else Kind.NAME))
    return joined


def _with_ship_prefix(tokens: list[Token]) -> list[Token]:
    """`MV Artavil` is the ship Artavil; `MT Group` and `MT Halvorsen Ltd` begin with their name."""
    business = words_of("organisation_words.txt")
    names = [t for t in tokens[1:] if t.kind is Kind.NAME and t.text.isalpha()]
    if any(token.kind is Kind.LEGAL_FORM for token in tokens):
        return tokens
    if all(token.text in business for token in names):
        return tokens
    return [replace(tokens[0], kind=Kind.TITLE), *tokens[1:]]


def _without_references(tokens: list[Token]) -> list[Token]:
    """`invoice 4711` beside a name says nothing about who is named: both words become light."""
    words = words_of("reference_words.txt")
    light = {
        place
        for at, token in enumerate(tokens[:-1])
        if token.text in words and tokens[at + 1].text.isdigit()
        for place in (at, at + 1)
    }
    if not light:
        return tokens
    return [replace(t, kind=Kind.TITLE) if at in light else t for at, t in enumerate(tokens)]


def misspelt_legal_form(word: str) -> Token | None:
    """The legal form that a word of five letters or more misspells by one edit, if any."""
    form = misspelt_form(word)
    return None if form is None else Token(form, Kind.LEGAL_FORM, word)


def is_patronymic(word: str) -> bool:
    """True for a folded word that says `child of`: -ovich, -evna, -oglu, -dottir and their like.

    Family names in -ovic (Serbian, Croatian) are none.
    """
    return len(word) > 5 and bool(_PATRONYMIC.search(word))
