"""Kinds of claims that clauses tell alike, and what follows from their chances: `likely.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from interdict.claims.clause_senses import LANGUAGES
from interdict.claims.reading import Reading
from interdict.claims.vocabulary import lexicon, words_of

_NEVER = 101
"""Percent that no chance reaches."""


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that are told alike; the fields are those of the file, chances as shares of 1."""

    kinds: tuple[str, ...]
    least: float
    doubted: float
    either: bool
    subject: tuple[str, ...]
    otherwise: str
    object: tuple[str, ...]
    real: bool
    senses: frozenset[str]
    only_with: dict[str, frozenset[str]]


def is_judged(reading: Reading) -> bool:
    """False for official texts, which are read by their wording alone, and languages not learnt."""
    return not reading.doc.kind.is_official and reading.language.code in LANGUAGES


@cache
def families() -> tuple[Family, ...]:
    """The families of the file, in its order."""
    found = []
    for row in words_of("likely").values():
        subject, _, otherwise = row.get("subject", "").partition(" else ")
        found.append(
            Family(
                kinds=tuple(row["kinds"]),
                least=row.get("least", _NEVER) / 100,
                doubted=row.get("doubted", 0) / 100,
                either=row.get("either", False),
                subject=_types(subject),
                otherwise=otherwise,
                object=_types(row.get("object", "")),
                real=row.get("real", False),
                senses=frozenset(map(_sense, row.get("senses", "").split())),
                only_with={
                    kind: frozenset(map(_sense, names))
                    for kind, names in row.get("only_with", {}).items()
                },
            )
        )
    return tuple(found)


def _sense(name: str) -> str:
    return name if name.startswith("@") else f"%{name}"


def _types(names: str) -> tuple[str, ...]:
    types = lexicon().types
    return tuple(base for name in names.split() for base in types.get(name, (name,)))
