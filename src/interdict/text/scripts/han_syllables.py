"""The syllables of Han characters in pinyin, one by one, by the table of anyascii (from Unihan)."""

from __future__ import annotations

import re

_SYLLABLE = re.compile("[A-Z][a-z]*|[^A-Z]+")


def syllables(word: str) -> list[str]:
    """Each character's usual syllable, in lower case."""
    from anyascii import anyascii  # 5 ms to import: only where another script is present

    return [part.lower() for part in _SYLLABLE.findall(anyascii(word).replace(" ", ""))]
