"""What words mean where listings are told: "gazetted", "blacklisted" and "put" are of one sense.

`data/senses.npz` holds the forms of words with their senses; `tools/expand_senses.py` makes it of
the thesauri in `tools/senses` and of the word classes of the rules (`words/lexicon.yml`).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import IO

import numpy as np

LANGUAGES = ("en", "es")
"""Languages of which senses, and the model of clauses, know anything."""


@cache
def senses(language: str) -> dict[str, tuple[str, ...]]:
    """Word, or two words -> the names of its senses; none of a language that is not known."""
    if language not in LANGUAGES:
        return {}
    with data_file("senses.npz") as file, np.load(file, allow_pickle=False) as data:
        lines = data[language].tobytes().decode().split("\n")
    return {word: tuple(names.split()) for word, _, names in (r.partition("\t") for r in lines)}


def data_file(name: str) -> IO[bytes]:
    """A file of the package's data, opened."""
    return resources.files("interdict.claims").joinpath("data", name).open("rb")
