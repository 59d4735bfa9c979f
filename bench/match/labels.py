"""Published names in two scripts, without the labels that are another name, by rule.

The rule is judged with a general table of letters, not with the tables on trial: a pair whose
consonants have less than a third in common, letter for letter, is no spelling of one name; nor
is one that is translated in part (titles, regnal numbers, `X of Y`, inverted with a comma), or
Hangul of another number of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.distance import LCSseq

from interdict.text.phonetic import coarse_keys
from interdict.text.tables import readings_of

_TRANSLATED = frozenset(
    "of emperor empress king queen prince princess lady father saint pope duke count countess "
    "baron earl marquess i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split()
)


def labelled(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a file (Latin, another script) that are spellings of one name."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, _, other = line.partition("\t")
        if is_one_name(latin, other) and _as_many_words(latin, other):
            yield latin, other


def _as_many_words(latin: str, other: str) -> bool:
    """False for Hangul with other words than the Latin name: names run together, or by another
    part. A Korean name of two to four syllables is one word there, two or three in Latin."""
    if not any("\uac00" <= char <= "\ud7a3" for char in other):
        return True
    n_latin, n_other = len(latin.replace("-", " ").split()), len(other.split())
    if n_latin == n_other:
        return True
    starts_korean = other[0] in readings_of("korean_surnames.txt") and "-" in latin
    return n_other == 1 and starts_korean and len(other) <= 4 and n_latin <= 3


def is_one_name(latin: str, other: str) -> bool:
    """See the module."""
    words = set(latin.lower().replace(",", " , ").split())
    if words & (_TRANSLATED | {","}) or any(char.isdigit() for char in latin + other):
        return False
    left, right = (coarse_keys(_letters(text))[0] for text in (latin, other))
    return LCSseq.normalized_similarity(left, right) >= 1 / 3


def _letters(text: str) -> str:
    """Letter by letter, words together."""
    return "".join(char for char in anyascii(text).lower() if "a" <= char <= "z")
