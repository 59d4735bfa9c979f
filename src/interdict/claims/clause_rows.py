"""The features of a clause as rows of the model, without their names in between.

`clause_features` says what a clause shows; the model asks of it which of its rows are there. Most
features are of a single word, whatever stands around it: each word's rows are looked up once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from interdict.claims.clause_features import beside_itself, kind_of, of_whole
from interdict.claims.clause_model import clause_model
from interdict.claims.clause_senses import senses

_NO_FEATURE = 0
"""The row that adds nothing: no clause is without a row."""


def rows_of(words: Sequence[str], *, language: str, told: Iterable[str] = ()) -> set[int]:
    """The rows of what `clause_features.features` gives for a piece, and that of no feature."""
    rows, known = clause_model().rows, senses(language)
    found = {_NO_FEATURE}
    before = "^"
    for one in words:
        word, own = _of_word(one, language)
        found.update(own)
        pair = f"{before} {word}"
        if pair in rows:
            found.add(rows[pair])
        if pair in known and not word.isupper():
            found.update(rows[name] for name in known[pair] if name in rows)
        before = word
    for feature in (f"{before} $", *of_whole(len(words), language, told)):
        if feature in rows:
            found.add(rows[feature])
    return found


@lru_cache(maxsize=50_000)
def _of_word(one: str, language: str) -> tuple[str, tuple[int, ...]]:
    """A word, or the kind of a mention, and the rows that it has by itself."""
    rows, word = clause_model().rows, kind_of(one)
    shown = dict.fromkeys((word, *beside_itself(one, senses(language))))
    return word, tuple(rows[name] for name in shown if name in rows)
