"""All listed words, and for any other word those of them that are a few edits away.

Deletion neighbourhoods: two words within `k` edits share a form that leaves at most `k`
letters of each away. Only the first letters are taken (`PREFIX`), which keeps that promise
and most of the memory: an alignment of the whole words aligns the prefix of one with some
beginning of the other.

Source: W. Garbe, SymSpell (2012), for the prefix; Mor and Fraenkel (1982) for the principle.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from interdict.matching.similarity import allowed_edits, within_edits

PREFIX = 7


class Vocabulary:
    """Distinct words with a look-up by nearness.

    Guarantee: `near(word)` holds every word of the vocabulary that `within_edits` accepts,
    and no other.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._forms: dict[str, str | list[str]] = {}
        for word in sorted(self._words):
            if word.isalpha():
                self._add(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __len__(self) -> int:
        return len(self._words)

    def near(self, word: str) -> list[tuple[str, int]]:
        """Words with the edits between, the nearest first, then by alphabet."""
        found: dict[str, int] = {word: 0} if word in self._words else {}
        if word.isalpha():
            seen = {word}
            for form in _deletions(word):
                held = self._forms.get(form, ())
                for other in (held,) if isinstance(held, str) else held:
                    if other in seen:
                        continue
                    seen.add(other)
                    edits = within_edits(word, other)
                    if edits is not None:
                        found[other] = edits
        return sorted(found.items(), key=lambda item: (item[1], item[0]))

    def _add(self, word: str) -> None:
        for form in _deletions(word):
            held = self._forms.get(form)
            if held is None:
                self._forms[form] = word  # most forms have one word: no list for it
            elif isinstance(held, str):
                self._forms[form] = [held, word]
            else:
                held.append(word)


def _deletions(word: str) -> set[str]:
    """The word's prefix with up to the allowed number of letters left away."""
    prefix = word[:PREFIX]
    forms = {prefix}
    for n_deleted in range(1, allowed_edits(len(word)) + 1):
        kept = len(prefix) - n_deleted
        forms.update(map("".join, combinations(prefix, kept)))
    return forms
