"""Names as tokens: which words name the party, and which are only form.

A token is of one `Kind`. Particles, titles and legal forms weigh little; an initial may stand
for any word that begins with it. The tables are in `data/`, each with its source.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from importlib import resources

from rapidfuzz.distance import OSA

from interdict.text.normalize import fold


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
    if word in _words("particles.txt"):
        return Token(word, Kind.PARTICLE)
    if len(word) == 1 and word.isalpha():
        return Token(word, Kind.INITIAL)
    if word in _words("titles.txt"):
        return Token(word, Kind.TITLE)
    return Token(word)


def _with_legal_forms(words: list[str]) -> list[Token]:
    """Tokens of a name that may hold legal forms, in any place; single letters never open one."""
    forms, longest, openings = _legal_forms()
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        word = words[at]
        found = None
        if word in openings and (tokens or len(word) > 1):
            found = _form_at(words, at, forms, longest)
        if found is None:
            tokens.append(Token(word, Kind.LEGAL_FORM) if word in _form_words() else _plain(word))
            at += 1
        else:
            canonical, n_words = found
            surface = "".join(words[at : at + n_words])
            tokens.append(Token(canonical, Kind.LEGAL_FORM, surface))
            at += n_words
    return tokens


def misspelt_legal_form(word: str) -> Token | None:
    """The legal form that a word of five letters or more misspells by one edit, if any."""
    if len(word) < 5:
        return None
    for form, canonical in _long_forms().items():
        if abs(len(form) - len(word)) < 2 and OSA.distance(form, word, score_cutoff=1) < 2:
            return Token(canonical, Kind.LEGAL_FORM, word)
    return None


def _form_at(
    words: list[str], at: int, forms: dict[str, str], longest: int
) -> tuple[str, int] | None:
    """The canonical form that starts at a word, and how many words it takes; the longest wins.

    Letters that stand alone are read as written together: `s a` is `sa`.
    """
    for n_words in range(min(longest, len(words) - at), 0, -1):
        run = words[at : at + n_words]
        spoken = " ".join(run)
        if spoken in forms:
            return forms[spoken], n_words
        if n_words > 1 and any(len(word) == 1 for word in run):
            joined = _letters_joined(run)
            if joined in forms:
                return forms[joined], n_words
    return None


def _letters_joined(words: list[str]) -> str:
    """`s a de c v` as `sa de cv`."""
    groups: list[str] = []
    open_group = False
    for word in words:
        if len(word) == 1 and open_group:
            groups[-1] += word
        else:
            groups.append(word)
        open_group = len(word) == 1
    return " ".join(groups)


@cache
def _words(file_name: str) -> frozenset[str]:
    """The words of a table: any number on a line, `#` begins a comment."""
    lines = _data(file_name).splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


@cache
def _legal_forms() -> tuple[dict[str, str], int, frozenset[str]]:
    """Variant -> canonical form; the words (or letters) of the longest; words that open one."""
    forms: dict[str, str] = {}
    for line in _data("legal_forms.txt").splitlines():
        canonical, equals, variants = line.partition("#")[0].partition("=")
        if not equals:
            continue
        for variant in variants.split("|"):
            forms[variant.strip()] = canonical.strip()
    longest = max(sum(len(word) if len(word) < 4 else 1 for word in form.split()) for form in forms)
    openings = {form.split()[0] for form in forms}
    openings |= {opening[0] for opening in openings if len(opening) < 6}
    return forms, longest, frozenset(openings)


@cache
def _form_words() -> frozenset[str]:
    """Words that say form even where the rest of it is missing or shuffled (`sociedad`)."""
    words = {word for form in _legal_forms()[0] for word in form.split() if " " in form}
    return frozenset(word for word in words if len(word) > 4) - {"capital", "variable"}


@cache
def _long_forms() -> dict[str, str]:
    """Single words of legal forms that are long enough to be misspelt -> their token's text."""
    forms = {form: text for form, text in _legal_forms()[0].items() if " " not in form}
    forms |= {word: forms.get(word, word) for word in _form_words()}
    return {form: text for form, text in sorted(forms.items()) if len(form) > 5}


def _data(file_name: str) -> str:
    return (resources.files("interdict.text") / "data" / file_name).read_text(encoding="utf-8")
