"""A second reading of names in which words that no party has may be slips for light ones."""

from __future__ import annotations

from dataclasses import replace

from interdict.matching.asked import AskedName, AskedParty, person_of
from interdict.matching.lookup import Lookup
from interdict.matching.word_columns import UNLISTED
from interdict.text.light_slips import light_slips, slips_in_letters
from interdict.text.names import Kind, Token

_VOWELS = frozenset("aeiouy")
_SHORTEST_WORD = 3


def reread(asked: AskedParty, lookup: Lookup) -> AskedParty:
    """The party with a further reading of those of its names that may hold such slips.

    Both readings are compared, and the better one counts: `RAHAT LITD` is sought as it stands, and
    as `RAHAT` with a mistyped `LTD`, unless some listed party has a word `LITD`. What nobody can
    say as a word (`KTD`, `LC`) is read so whoever has it.
    """
    person = None if asked.schema is None else person_of(asked.schema)
    names: list[AskedName] = []
    for name in asked.names:
        names.append(name)
        again = _reread(name, lookup, person)
        if again is not None:
            names.append(again)
    return asked if len(names) == len(asked.names) else asked._replace(names=tuple(names))


def _reread(name: AskedName, lookup: Lookup, person: bool | None) -> AskedName | None:
    if name.by_sound or name.n_beyond:
        return None
    slips = light_slips(name.tokens, person)
    letters = slips_in_letters(name.tokens, person)
    if not slips and not letters:
        return None
    slots = lookup.prepare([name])
    tokens = list(name.tokens)
    for at, light in slips.items():
        if lookup.columns.number[slots[at]] == UNLISTED or _is_mere_form(tokens[at].text, light):
            tokens[at] = replace(light, surface=tokens[at].text)
    for at, light in letters.items():
        tokens[at] = light
    if tuple(tokens) == name.tokens or all(token.kind is not Kind.NAME for token in tokens):
        return None
    return name._replace(tokens=tuple(tokens))


def _is_mere_form(word: str, light: Token) -> bool:
    """True for letters that are no word, where a legal form may stand."""
    is_word = len(word) >= _SHORTEST_WORD and not _VOWELS.isdisjoint(word)
    return light.kind is Kind.LEGAL_FORM and not is_word
