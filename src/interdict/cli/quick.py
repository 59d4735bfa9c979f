"""`interdict screen NAME` without the command line's framework, when its words are plain.

The framework takes longer to load than the question takes to answer. So a command line that is
nothing but known options with readable values is read here. Whatever else it holds (help, a
mistake, another command) is left to the framework, which then gives its help and its errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interdict.cli.one_party import Asked

TEXTS = {
    "--schema": "schema",
    "--birth-date": "birth_date",
    "--as-of": "as_of",
    "--known-at": "known_at",
    "--held-at": "held_at",
}
LISTS = {"--country": "country", "--id": "identifier", "--dataset": "dataset"}
FLAGS = {"--weak-aliases": "weak_aliases", "--fail-on-alert": "fail_on_alert", "--json": "json"}
NUMBERS: dict[str, tuple[str, type[int] | type[float], float, float]] = {
    "--threshold": ("threshold", float, 0.01, 1.0),
    "--limit": ("limit", int, 1, 1000),
}


def plain_screen(words: Sequence[str]) -> tuple[Path | None, Asked] | None:
    """The folder and the question of a plain `screen NAME`; None for anything else."""
    rest = list(words)
    folder = None
    if rest and rest[0].startswith("--workspace"):
        option, equals, value = rest.pop(0).partition("=")
        if option != "--workspace" or (not equals and not rest):
            return None
        folder = Path(value if equals else rest.pop(0))
        if str(folder).startswith("-"):
            return None
    if not rest or rest.pop(0) != "screen":
        return None
    fields = _fields(rest)
    if fields is None:
        return None
    from interdict.cli.one_party import Asked

    return folder, Asked(**fields)


def _fields(rest: list[str]) -> dict[str, Any] | None:
    """The fields of the question; None if a word is not understood here."""
    fields: dict[str, Any] = {}
    names: list[str] = []
    while rest:
        word = rest.pop(0)
        if not word.startswith("-"):
            names.append(word)
            continue
        option, equals, value = word.partition("=")
        if option in FLAGS and not equals:
            fields[FLAGS[option]] = True
            continue
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        if option in TEXTS:
            fields[TEXTS[option]] = value
        elif option in LISTS:
            fields.setdefault(LISTS[option], []).append(value)
        elif option in NUMBERS:
            name, kind, low, high = NUMBERS[option]
            try:
                number = kind(value)
            except ValueError:
                return None
            if not low <= number <= high:
                return None
            fields[name] = number
        else:
            return None
    if not names and "identifier" not in fields:
        return None
    return fields | {"names": names}
