"""Names of the record's parties, found in running text.

An index by first word: looking at a text costs one dictionary look-up per word, however
many names there are. Words are compared without accents, case, hyphens and apostrophes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SHORT = 3
"""A name of one word this short or shorter must stand in the text as it is written."""


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A name under which the record knows an entity (FollowTheMoney schema)."""

    name: str
    entity_id: str
    schema: str


@dataclass(frozen=True, slots=True)
class Hit:
    """`text[start:end]` is the name of an entry."""

    start: int
    end: int
    entry: GazetteerEntry


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case without accents; typographic apostrophes become plain ones."""
    plain = text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    if plain.isascii():
        return plain.casefold()
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


class Gazetteer:
    """An immutable index of names. Equal names of several entities answer with the first."""

    def __init__(self, entries: Iterable[GazetteerEntry] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], GazetteerEntry]]] = {}
        seen: set[tuple[str, ...]] = set()
        for entry in entries:
            words = tuple(fold(word.group()) for word in _WORD.finditer(entry.name))
            if words and words not in seen:
                seen.add(words)
                self._by_first.setdefault(words[0], []).append((words, entry))
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name[0]))

    def __len__(self) -> int:
        return sum(len(names) for names in self._by_first.values())

    def find(self, text: str) -> list[Hit]:
        """The longest names in `text`, from left to right, without overlaps."""
        return list(self._find(text)) if self._by_first else []

    def _find(self, text: str) -> Iterator[Hit]:
        found = list(_WORD.finditer(text))
        words = [fold(word.group()) for word in found]
        at = 0
        while at < len(words):
            size, entry = self._longest(words, at)
            if entry is None:
                at += 1
                continue
            start, end = found[at].start(), found[at + size - 1].end()
            if size > 1 or len(entry.name) > _SHORT or text[start:end] == entry.name:
                yield Hit(start, end, entry)
                at += size
            else:
                at += 1

    def _longest(self, words: list[str], at: int) -> tuple[int, GazetteerEntry | None]:
        for name, entry in self._by_first.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name:
                return len(name), entry
        return 0, None
