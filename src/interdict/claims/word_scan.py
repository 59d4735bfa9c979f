"""The runs of letters and digits of a text, in small letters: read once, looked at by many.

Fixed names, numbers and times are each given away by a word. Whoever looks for them asks the
scan for the words of a stretch first, which costs a look-up; expressions over characters run
only where such a word stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from interdict.claims.tokens import Word

_RUN = re.compile(r"[^\W_]+")


class WordScan:
    """The words of one text: `words[i]` begins at `starts[i]`."""

    __slots__ = ("starts", "words")

    def __init__(self, starts: list[int], words: list[str]) -> None:
        self.starts = starts
        self.words = words

    @classmethod
    def of(cls, text: str) -> WordScan:
        """The scan of a whole text."""
        found = list(_RUN.finditer(text))
        return cls([match.start() for match in found], [match[0].lower() for match in found])

    @classmethod
    def of_words(cls, sentences: Iterable[Iterable[Word]]) -> WordScan:
        """The scan of a text whose words are at hand; between them there are no runs."""
        starts: list[int] = []
        words: list[str] = []
        for sentence in sentences:
            for start, _, word, _ in sentence:
                if word.isalnum():
                    starts.append(start)
                    words.append(word.lower())
                elif len(word) > 1:  # a hyphen, an apostrophe inside
                    for match in _RUN.finditer(word):
                        starts.append(start + match.start())
                        words.append(match[0].lower())
        return cls(starts, words)

    def within(self, start: int, end: int) -> Stretch:
        """The words that begin in `text[start:end]`."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        return Stretch(start, end, self.words[low:high], self.starts[low:high])


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of `text[start:end]`, and where each begins."""

    start: int
    end: int
    words: list[str]
    starts: list[int]

    def places(self, wanted: frozenset[str]) -> list[tuple[int, str]]:
        """(offset, word) of the wanted words, in order."""
        if wanted.isdisjoint(self.words):
            return []
        return [
            (at, word) for at, word in zip(self.starts, self.words, strict=True) if word in wanted
        ]
