"""Makes the tables of words that people are called, as they are folded: `text/data/names_*.txt`.

    pip install faker names
    python tools/names_in_use.py

Two public compilations give the words, neither of which is needed to run or test Interdict:
given and family names by language in Faker (MIT licence), and the United States Census of 1990
in `names` (public domain), of which the commoner names are taken. Names that Faker has in other
scripts than Latin and Cyrillic are left out: their readings are not what people write. A given
name is a woman's if several times as many languages have it as a woman's than as a man's (lists
err now and then), and the other way round; the census counts every odd bearer, so there it is
ten times as many people.
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as persons
import names as census

from interdict.text.names import Kind, tokenised_forms

OUT = Path(__file__).parents[1] / "src/interdict/text/data"
SHORTEST = 2
"""Letters from which a word that nobody is called may be a slip for another."""

MOST_GIVEN, MOST_FAMILY = 1_200, 3_000
MORE_PEOPLE, MORE_LANGUAGES = 10, 4
WIDTH = 100
WOMEN, MEN, PEOPLE = "names_of_women.txt", "names_of_men.txt", "names_in_use.txt"
HEADERS = {
    WOMEN: "# Given names that women have and men have not, folded.",
    MEN: "# Given names that men have and women have not, folded.",
    PEOPLE: "# Other words that people are called: given names of both, and family names, folded.",
}
SOURCES = """\
# Sources: given and family names by language in Faker (MIT licence); United States Census
# of 1990, the commoner names (public domain). Made by tools/names_in_use.py.
"""
_KINDS = ("first", "given", "last", "surname")


def of_languages() -> Iterator[tuple[str, str]]:
    """(name, whose) of every language that Faker has."""
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if any(kind in attribute for kind in _KINDS) and isinstance(
                listed, tuple | list | dict
            ):
                yield from ((name, _whose(attribute)) for name in listed if isinstance(name, str))


def _whose(attribute: str) -> str:
    """Of `first_names_female` women, of `first_names_male` men, of all else people."""
    if "last" in attribute or "surname" in attribute:
        return PEOPLE
    return WOMEN if "female" in attribute else MEN if "male" in attribute else PEOPLE


def of_census() -> Iterator[tuple[str, str]]:
    """(name, whose) of the commoner names of the United States."""
    women, men = (_shares(f"dist.{one}.first") for one in ("female", "male"))
    for name in [*list(women)[:MOST_GIVEN], *list(men)[:MOST_GIVEN]]:
        of_women, of_men = women.get(name, 0.0), men.get(name, 0.0)
        if of_men < of_women / MORE_PEOPLE:
            yield name, WOMEN
        elif of_women < of_men / MORE_PEOPLE:
            yield name, MEN
        else:
            yield from ((name, WOMEN), (name, MEN))
    yield from ((name, PEOPLE) for name in list(_shares("dist.all.last"))[:MOST_FAMILY])


def _shares(file: str) -> dict[str, float]:
    """Names of a file of the census with their percentage, most common first."""
    lines = (Path(census.__file__).parent / file).read_text("ascii").splitlines()
    return {line.split()[0]: float(line.split()[1]) for line in lines}


def words_of(name: str) -> Iterator[str]:
    """The words of a name that can be compared with others."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    if scripts <= {"LATIN", "CYRILLIC"}:
        for tokens in tokenised_forms(name, person=True):
            for token in tokens:
                if token.kind is Kind.NAME and token.text.isalpha() and len(token.text) >= SHORTEST:
                    yield token.text


def write(file: str, words: set[str]) -> None:
    """Writes one table, as many words on a line as there is room for."""
    lines = [""]
    for word in sorted(words):
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    text = "\n".join((HEADERS[file], SOURCES.rstrip(), *lines))
    (OUT / file).write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Writes the tables."""
    found: dict[str, Counter[str]] = {file: Counter() for file in HEADERS}
    for name, whose in (*of_languages(), *of_census()):
        found[whose].update(set(words_of(name)))
    women, men = found[WOMEN], found[MEN]
    of_women = {word for word in women if women[word] >= MORE_LANGUAGES * men[word]}
    of_men = {word for word in men if men[word] >= MORE_LANGUAGES * women[word]}
    write(WOMEN, of_women)
    write(MEN, of_men)
    write(PEOPLE, {word for words in found.values() for word in words} - of_women - of_men)


if __name__ == "__main__":
    main()
