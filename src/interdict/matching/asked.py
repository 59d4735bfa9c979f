"""A party as a query: its names as weighted tokens, its evidence in comparable form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from interdict.errors import InvalidInput
from interdict.matching.compiling import MAX_TOKENS, is_person
from interdict.matching.heard import sounds_count
from interdict.matching.tails import tail_of
from interdict.matching.weights import HEAVIEST, weight_of
from interdict.model.dates import Span
from interdict.model.match import Party
from interdict.text.countries import country_code
from interdict.text.given_dates import edtf_of
from interdict.text.identifiers import (
    identifier_key,
    imo_numbers,
    looks_like_identifier,
    wallet_key,
)
from interdict.text.names import Kind, Token, is_matchable, tokenised_forms

_UNPADDED = re.compile(r"-(\d)(?=-|/|~|$)")
"""Months and days of one digit, which people write and EDTF does not know."""

_DIGITS = frozenset("0123456789")

_KEPT = 65_536
"""So many birth dates are remembered; a file of customers has no more days than that."""

_WRITTEN_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-\d\d$")


@dataclass(frozen=True, slots=True)
class AskedBirth:
    """The birth date of a query: days as ordinals (0: open), and the text as it was given."""

    first: int
    last: int
    approximate: bool
    text: str

    @property
    def day(self) -> int:
        """The ordinal of the day, 0 if it is not known to the day."""
        return self.first if self.first == self.last else 0


class AskedName(NamedTuple):
    """One name of a query: its tokens (the first `MAX_TOKENS`).

    `n_beyond` counts the words beyond the tokens kept; `tail` holds them (see `tails`). `by_sound`
    says that words which merely sound near its own may stand for them (`heard.sounds_count`).
    """

    text: str
    tokens: tuple[Token, ...]
    n_beyond: int
    tail: str = ""
    by_sound: bool = False


class AskedParty(NamedTuple):
    """A party ready to be compared; names with nothing to match in them are left out."""

    schema: str | None
    names: tuple[AskedName, ...]
    birth: AskedBirth | None
    countries: Mapping[str, str]
    identifiers: Mapping[str, str]
    """Normalised identifier -> as it was given."""


def read(party: Party) -> AskedParty:
    """The party as a query.

    Raises:
        InvalidInput: if no name holds more than one letter and no identifier is given, or
            the birth date cannot be read.
    """
    person = None if party.schema is None else person_of(party.schema)
    names = [text for text in dict.fromkeys(party.names) if is_matchable(text)]
    identifiers = _identifiers(party)
    if not names and not identifiers:
        given = ", ".join(repr(name[:40]) for name in party.names) or "no name at all"
        raise InvalidInput(
            f"nothing to match in {given}. Give a name of at least two letters, or an identifier."
        )
    return AskedParty(
        schema=party.schema,
        names=tuple(one for text in names for one in asked_names(text, person)),
        birth=_birth(party.birth_date),
        countries={country_code(text): text for text in party.countries if text.strip()},
        identifiers=identifiers,
    )


def asked_names(text: str, person: bool | None) -> list[AskedName]:
    """A name as tokens, in each way to read it in Latin letters: mostly one."""
    names = [
        AskedName(text, tokens, 0)
        if len(tokens) <= MAX_TOKENS
        else AskedName(
            text, tokens[:MAX_TOKENS], len(tokens) - MAX_TOKENS, tail_of(tokens[MAX_TOKENS:])
        )
        for tokens in tokenised_forms(text, person=person)
        if tokens
    ]
    if text.isascii():
        return names
    return [
        name._replace(by_sound=sounds_count(text, [token.text for token in name.tokens]))
        for name in names
    ]


def weight_beyond(n_words: int) -> int:
    """The weight of words that are too many to be looked at: they count as rare ones."""
    return n_words * weight_of(Kind.NAME, HEAVIEST)


@lru_cache(maxsize=64)
def person_of(schema: str) -> bool | None:
    """Whether a schema is that of persons; None where it may be or not."""
    return is_person(schema)


def _identifiers(party: Party) -> dict[str, str]:
    """Every form in which an identifier of the party may be held; also numbers given as names."""
    given = list(party.identifiers)
    for name in party.names:
        # Few names have a digit, and without one nothing looks like a number.
        if not _DIGITS.isdisjoint(name) and looks_like_identifier(name):
            given.append(name)
        given += imo_numbers(name)
    keys: dict[str, str] = {}
    for text in given:
        for key in (wallet_key(text), identifier_key(text)):
            if key:
                keys.setdefault(key, text)
    return keys


def _birth(text: str | None) -> AskedBirth | None:
    if text is None or not text.strip():
        return None
    try:
        return birth_of(text)
    except InvalidInput as error:
        raise InvalidInput(f"birth date: {error}") from None


@lru_cache(maxsize=_KEPT)
def birth_of(text: str) -> AskedBirth:
    """A birth date in comparable form, from EDTF or as people write it (`given_dates`).

    Of a day that no calendar has (31 November, month 13) the part that can be is compared: a
    slip in a date must not hide a party.

    Raises:
        InvalidInput: if it is not a date.
    """
    padded = _UNPADDED.sub(r"-0\1", edtf_of(text))
    try:
        span = Span.parse(padded)
    except InvalidInput:
        written = _WRITTEN_DAY.match(padded)
        if written is None:
            raise
        month_can_be = 1 <= int(written["month"]) <= 12
        span = Span.parse(written["year"] + (f"-{written['month']}" if month_can_be else ""))
    first = span.first.toordinal() if span.first else 0
    last = span.last.toordinal() if span.last else 0
    return AskedBirth(first, last, span.approximate, text.strip())
