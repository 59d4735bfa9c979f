"""Makes `src/interdict/claims/data/senses.npz`: every form of the words of the thesauri.

    python tools/expand_senses.py tools/senses

`en.yml` and `es.yml` give words by sense, written for the purpose by language models after a
description of what is told of listings. English words stand there in their base form, and forms
that are not regular by themselves; Spanish ones in all their forms. The word classes of the rules
are senses too, with an `@` before their names.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import yaml

from interdict.claims.clause_senses import LANGUAGES
from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import lexicon

TARGET = Path(__file__).resolve().parents[1] / "src/interdict/claims/data/senses.npz"
_INFLECTED = frozenset({"en"})
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgklmnprtv]$")
_LONGEST = 2
"""Words of a phrase that a clause is asked for."""


def senses_of_words(thesaurus: Path, language: str) -> dict[str, set[str]]:
    """Form of a word, folded -> its senses."""
    found: dict[str, set[str]] = defaultdict(set)
    known = yaml.safe_load((thesaurus / f"{language}.yml").read_text("utf-8"))
    for sense, words in known.items():
        for word in words:
            for form in forms(fold(str(word)), language):
                found[form].add(f"%{sense}")
    for name, words in lexicon().classes.items():
        for word in words:
            found[word].add(f"@{name}")
    return {form: named for form, named in found.items() if len(form.split()) <= _LONGEST}


def forms(word: str, language: str) -> Iterator[str]:
    """The word and, in English, what regular inflection makes of it."""
    yield word
    if language not in _INFLECTED or not re.fullmatch(r"[a-z-]{3,}", word):
        return
    yield f"{word}s"
    if word.endswith(("s", "x", "ch", "sh", "o")):
        yield f"{word}es"
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
        return
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")
    else:
        yield f"{word}ed"
    yield f"{word}ing"
    if _DOUBLING.search(word):
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


def packed(texts: Iterable[str]) -> np.ndarray:
    """Texts as the bytes of their lines."""
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def main() -> None:
    """Reads the thesauri of a folder and writes the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    arrays = {}
    for language in LANGUAGES:
        known = senses_of_words(folder, language)
        arrays[language] = packed(
            f"{form}\t{' '.join(sorted(names))}" for form, names in sorted(known.items())
        )
        print(f"{language}: {len(known):,} forms")
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
