"""How alike two words are where one party is held against another: wider than in a search.

A search asks each word of thousands of others and may take none too many; of two parties one
has been picked already, so a word may also stand for one with its letters in another order, and
a pet form made as people make them for a given name, and a Korean syllable for itself in another
romanisation.
"""

from __future__ import annotations

from interdict.matching.align import Similar
from interdict.matching.links import Words
from interdict.text.called import are_of_two_genders, is_name
from interdict.text.names import Kind
from interdict.text.pet_forms import is_pet_form
from interdict.text.scripts.hangul import is_romanised_name, syllables_of

BACKWARDS = 85
"""Percent for a word read from its end."""

SCRAMBLED = 75
"""Percent for the same letters in another order."""

PET_FORM = 75
"""As a short form in the table of given names (`nicknames.SHORT_COST`)."""

SAME_SYLLABLE = 90
"""One Korean syllable by two romanisations: Jong, Chong, Jung."""

_FEWEST_BACKWARDS, _FEWEST_SCRAMBLED, _FEWEST_SCRAMBLED_OF_FIRMS = 4, 5, 7
"""Letters from which a word may be another one turned about."""


def party_similarity(
    asked: Words, listed: Words, similar: Similar, *, person: bool, pet_forms: bool
) -> Similar:
    """`similar` widened for the words of these two names."""
    given = _given(asked), _given(listed)
    korean = person and is_korean(asked) and is_korean(listed)

    def likeness(left: str, right: str) -> int:
        best = max(similar(left, right), scrambled_similarity(left, right, person=person))
        if pet_forms and best < PET_FORM and (left, right) == given and _is_pet(left, right):
            return PET_FORM
        if (
            korean
            and best < SAME_SYLLABLE
            and not syllables_of(left).isdisjoint(syllables_of(right))
        ):
            return SAME_SYLLABLE
        return best

    return likeness


def scrambled_similarity(left: str, right: str, *, person: bool) -> int:
    """Percent for two words of the same letters; 0 for others.

    Only where one of them is nobody's name: Salim is not Islam turned about. Names of firms are
    made of any words, short ones of which have the letters of others too often.
    """
    fewest = _FEWEST_SCRAMBLED if person else _FEWEST_SCRAMBLED_OF_FIRMS
    if len(left) != len(right) or len(left) < _FEWEST_BACKWARDS or left == right:
        return 0
    is_backwards = left == right[::-1]
    if not is_backwards and len(left) < fewest:
        return 0
    if sorted(left) != sorted(right) or (is_name(left) and is_name(right)):
        return 0
    return BACKWARDS if is_backwards else SCRAMBLED


def is_korean(words: Words) -> bool:
    """True for a name that can be a Korean one, in Latin letters."""
    return is_romanised_name([t.text for t in words.tokens if t.kind is Kind.NAME])


def _given(words: Words) -> str:
    """The first word that names: of a person the given name, in most orders."""
    return next((token.text for token in words.tokens if token.kind is Kind.NAME), "")


def _is_pet(left: str, right: str) -> bool:
    if are_of_two_genders(left, right):
        return False
    return is_pet_form(left, right) or is_pet_form(right, left)
