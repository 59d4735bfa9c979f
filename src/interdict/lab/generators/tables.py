"""The word tables of the generators, each in its own text file in `lab/data`.

They are compiled apart from the tables that matching reads: a test made from the engine's own
knowledge would only find what the engine knows.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources

Variants = dict[str, tuple[str, ...]]


@cache
def nicknames() -> Variants:
    """Given name -> its familiar forms, and each of these -> the name; lower case."""
    table: dict[str, list[str]] = {}
    for name, forms in _lines("nicknames.txt"):
        for form in forms:
            table.setdefault(name, []).append(form)
            table.setdefault(form, []).append(name)
    return {word: tuple(others) for word, others in table.items()}


@cache
def spellings() -> Variants:
    """British word -> American word, and the reverse."""
    return _both_ways("spellings.txt")


@cache
def numbers() -> Variants:
    """Figures -> words, and the reverse."""
    return _both_ways("numbers.txt")


@cache
def legal_forms() -> Variants:
    """Each spelling of a legal form -> all spellings of the same form, itself among them."""
    groups = [(name, *forms) for name, forms in _lines("legal_forms.txt", separator="|")]
    plain = {form.replace(".", "").lower(): group for group in groups for form in group}
    return plain


@cache
def accented_words() -> dict[str, str]:
    """Word in plain letters -> as its bearers write it."""
    words = _text("accented.txt").split()
    return {_unaccented(word): word for word in words}


@cache
def arabic_names() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Romanised word -> (the word in Arabic letters, all its romanisations)."""
    return {
        form: (script, tuple(forms))
        for script, forms in _lines("arabic_names.txt")
        for form in forms
    }


@cache
def cultures() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Culture -> (common given names, common family names)."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, names in _lines("common_names.txt"):
        culture, part = key.split(".")
        table.setdefault(culture, {})[part] = tuple(name.replace("_", " ") for name in names)
    return {culture: (parts["given"], parts["family"]) for culture, parts in table.items()}


@cache
def given_names() -> tuple[str, ...]:
    """Common given names of all cultures."""
    return tuple(name for given, _ in cultures().values() for name in given)


def _both_ways(file_name: str) -> Variants:
    groups = [(name, *forms) for name, forms in _lines(file_name)]
    return {
        word: tuple(other for other in group if other != word) for group in groups for word in group
    }


def _lines(file_name: str, separator: str | None = None) -> list[tuple[str, list[str]]]:
    """`key = word word` for each line; words may be separated by something else than blanks."""
    lines = []
    for line in _text(file_name).splitlines():
        key, equals, rest = line.partition("=")
        if equals:
            lines.append((key.strip(), [word.strip() for word in rest.split(separator)]))
    return lines


def _text(file_name: str) -> str:
    path = resources.files("interdict.lab") / "data" / file_name
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.partition("#")[0] for line in lines)


def _unaccented(word: str) -> str:
    kept = unicodedata.normalize("NFKD", word.lower().replace("ı", "i"))
    return "".join(char for char in kept if not unicodedata.combining(char))
