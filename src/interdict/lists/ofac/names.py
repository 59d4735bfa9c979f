"""Names as OFAC lists them: `SURNAME, Given names` for persons, as they are for all others."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUFFIXES = frozenset(["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"])
"""What may follow the given names, after a second comma."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's listed name, taken apart. `first` is empty for a name without a comma."""

    listed: str
    last: str
    first: str = ""
    suffix: str = ""

    @property
    def natural(self) -> str:
        """Given names first, as the person would be addressed."""
        return " ".join(part for part in (self.first, self.last, self.suffix) if part)


def person_name(listed: str) -> PersonName:
    """Takes a person's listed name apart at its first comma.

    A name without a comma (`ABU GRAU`) is one the publisher does not divide: it is kept
    whole, and which part of it is the surname is not guessed.
    """
    last, comma, first = listed.partition(", ")
    if not comma:
        return PersonName(listed, last=listed)
    given, comma, suffix = first.rpartition(", ")
    if comma and suffix in SUFFIXES:
        return PersonName(listed, last, given, suffix)
    return PersonName(listed, last, first)


def is_inverted_person(listed: str) -> bool:
    """True for `SURNAME, Given`: capitals before the comma, lower case after it.

    What the alias file alone tells about a name's kind, since it does not say whose name it
    is. Companies are in capitals throughout (`PIER CARGO, S.A.`), so a comma alone is not enough.
    """
    last, comma, first = listed.partition(", ")
    if not comma or last != last.upper():
        return False
    return any(letter.islower() for letter in first) and not re.search(r"\b(de|del) \w\.", first)
