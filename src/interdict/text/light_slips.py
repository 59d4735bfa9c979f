"""Words of a name that are slips for what says little about who is named: `KTD` for `LTD`.

Mistyped, such a word reads as a name of its own and outweighs the rest. That it is none is a
guess, so whoever uses it should know that no party is called so (`matching.rereading`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from interdict.text.called import is_business, is_name
from interdict.text.legal_forms import form_words, legal_forms
from interdict.text.names import Kind, Token
from interdict.text.one_edit import OneEdit
from interdict.text.tables import words_of

_SHORTEST = 3
"""Letters of a word from which it may be mistyped; the slip may be a letter shorter."""

_MOST_PARTS, _LONGEST_PART, _LONGEST_FORM = 4, 2, 5
"""Words into which dots part the letters of a legal form, and letters of each and of all."""

_BEFORE_NAMES = frozenset("ooo oao zao pao ojsc cjsc pjsc ajsc jsc fgup tov llc".split())
"""Legal forms of one word that stand before the name as well."""


def light_slips(tokens: Sequence[Token], person: bool | None) -> dict[int, Token]:
    """Places of words that may be slips for light ones, and the tokens which they would be.

    Legal forms stand around a name, titles before one of its words, particles too, and in a
    person's name behind one. Some name always stays. `person` as in `names.tokenise`.
    """
    last = len(tokens) - 1
    found: dict[int, Token] = {}
    for at, token in enumerate(tokens):
        light = _light_slip(token.text, person is True) if token.kind is Kind.NAME else None
        if light is not None and (at > 0 or not person or light.kind is not Kind.PARTICLE):
            found[at] = light
    if not found:
        return found
    is_light = [at in found or token.kind.is_light for at, token in enumerate(tokens)]
    names = [at for at, light in enumerate(is_light) if not light]
    if not names:
        return {}
    head, tail = names[0], names[-1]
    return {at: light for at, light in found.items() if _may_stand(light, at, head, tail, last)}


def _may_stand(light: Token, at: int, head: int, tail: int, last: int) -> bool:
    """True if such a word may stand there; `head` and `tail` are the outmost words of the name."""
    if light.kind is not Kind.LEGAL_FORM:
        return at < last
    if at > tail or light.surface in form_words():
        return True
    return at < head and light.surface in _BEFORE_NAMES


def slips_in_letters(tokens: Sequence[Token], person: bool | None) -> dict[int, Token]:
    """Places of the letters at the end of a name that are a legal form with a slip among them.

    `S.A.WS.` for `S.A.S.`: the dots part it into words, of which none tells what it was. Each is
    given as a legal form of its own. `person` as in `names.tokenise`; persons have none.
    """
    if person or len(tokens) < 2:
        return {}
    for first in range(max(1, len(tokens) - _MOST_PARTS), len(tokens) - 1):
        run = tokens[first:]
        if all(len(token.surface) <= _LONGEST_PART for token in run):
            written = "".join(token.surface for token in run)
            if len(written) >= _SHORTEST and written.isalpha() and _short_forms().near(written):
                return {
                    at: Token(token.text, Kind.LEGAL_FORM, token.surface)
                    for at, token in enumerate(run, start=first)
                    if not token.kind.is_light
                }
    return {}


@cache
def _short_forms() -> OneEdit:
    return OneEdit(
        form
        for form in sorted(legal_forms().canonical)
        if form.isalpha() and _SHORTEST <= len(form) <= _LONGEST_FORM
    )


@lru_cache(maxsize=65_536)
def _light_slip(word: str, person: bool) -> Token | None:
    """The light word that a word is one edit away from, None if it is none or may be a name."""
    if len(word) < _SHORTEST - 1 or not word.isalpha():
        return None
    near = _table(person).near(word)
    if not near or is_name(word) or is_business(word):
        return None
    return _light_words(person)[near[0]]


@cache
def _table(person: bool) -> OneEdit:
    return OneEdit(_light_words(person))


@cache
def _light_words(person: bool) -> dict[str, Token]:
    """Light words of three letters or more, and their tokens with the word as surface."""
    words: dict[str, Token] = {}
    if not person:
        table = legal_forms().canonical
        words |= {one: Token(one, Kind.LEGAL_FORM, one) for one in sorted(form_words())}
        words |= {
            one: Token(form, Kind.LEGAL_FORM, one) for one, form in table.items() if " " not in one
        }
    for file, kind in (("titles.txt", Kind.TITLE), ("particles.txt", Kind.PARTICLE)):
        words |= {one: Token(one, kind, one) for one in sorted(words_of(file)) if one not in words}
    return {word: token for word, token in words.items() if len(word) >= _SHORTEST}
