"""The runs of letters and digits of a text, in small letters: read once, looked at by many.

Fixed names, numbers and times are each given away by a word. Whoever looks for them asks the
scan for the words of a stretch first, which costs a look-up; expressions over characters run
only where such a word stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

_RUN = re.compile(r"[^\W_]+")


class WordScan:
    """The words of one text: `words[i]` begins at `starts[i]`."""

    __slots__ = ("starts", "words")

    def __init__(self, text: str) -> None:
        found = list(_RUN.finditer(text))
        self.starts: list[int] = [match.start() for match in found]
        self.words: list[str] = [match[0].lower() for match in found]

    def within(self, start: int, end: int) -> list[str]:
        """The words that begin in `text[start:end]`."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def places(self, wanted: Container[str], start: int, end: int) -> list[tuple[int, str]]:
        """(offset, word) of the wanted words that begin in `text[start:end]`, in order."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        words, starts = self.words, self.starts
        return [(starts[i], words[i]) for i in range(low, high) if words[i] in wanted]
