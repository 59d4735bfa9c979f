"""Groups that reporters name without saying that they are groups: "Hamas", "the ELN".

The record's own parties come first (`claims.gazetteer`); this table (`words/groups.yml`) serves
texts about parties that the record does not hold, and a machine without a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import countries, words_of
from interdict.claims.word_scan import Stretch

_RUN = re.compile(r"[^\W_]+")
_PARENTS = ("ISIS", "ISIL", "Islamic State")
_LAST_OF_PARENTS = frozenset("isis isil state".split())
_FRANCHISE = (
    rf"(?:{'|'.join(_PARENTS)})[-–—](?-i:[A-Z])[\w’'-]+"
    r"(?:\s(?:of\sthe\s)?(?-i:[A-Z])[\w’'-]+){0,2}"
)
"""A branch by the name of its parent and its country: "Islamic State–Mozambique"."""
_ARTICLES = frozenset("the la las los el".split())


def is_known_group(name: str) -> bool:
    """True if a name as it is printed, with or without its article, is a known group's."""
    words = _RUN.findall(name)
    if len(words) == 1:
        return words[0] in _acronyms() or _key(words) in _names()
    return _key(words) in _names() or (
        fold(words[0]) in _ARTICLES and _key(words[1:]) in _names() if words else False
    )


def spanning_groups(text: str, sentence: Stretch) -> Iterator[Mention]:
    """Known names in a sentence that run over small words: "al-Qaeda in the Islamic Maghreb"."""
    pattern, last_words, tails = _spanning()
    if last_words.isdisjoint(sentence.words):
        return
    piece = text[sentence.start : sentence.end]
    if not any(tail in piece for tail in tails):
        return
    for match in pattern.finditer(text, sentence.start, sentence.end):
        yield Mention("GROUP", *match.span(), match[0], schema="Organization")


def _key(words: list[str]) -> str:
    return " ".join(map(fold, words))


def _listed(field: str) -> list[str]:
    return [name.strip() for name in words_of("groups")[field].split(";")]


@cache
def _names() -> frozenset[str]:
    return frozenset(_key(_RUN.findall(name)) for name in _listed("names"))


@cache
def _acronyms() -> frozenset[str]:
    """Words that name a group only as they are written here."""
    return frozenset(_listed("exact"))


@cache
def _spanning() -> tuple[re.Pattern[str], frozenset[str], tuple[str, ...]]:
    """One pattern for all of them; words, and stretches, one of which stands in every match."""
    names = [*_listed("spanning"), *filter(_runs_over, _listed("names"))]
    last_words = frozenset(_RUN.findall(name)[-1].lower() for name in names)
    tails = [name[1:] for name in names]
    tails += [f"{parent}{dash}" for parent in _PARENTS for dash in "-–—"]
    printed = [_either_case(name) for name in sorted(names, key=len, reverse=True)]
    return re.compile("|".join([_FRANCHISE, *printed])), last_words | _LAST_OF_PARENTS, tuple(tails)


def _runs_over(name: str) -> bool:
    """True for a name with a country in it, which would end there, one that begins like an army's,
    or with a small letter."""
    if name.startswith("Ejército ") or (name[0].islower() and " " in name):
        return True
    return " " in name and not countries().keys().isdisjoint(name.split())


def _either_case(name: str) -> str:
    """A pattern of the name; of "al-Qaeda" also as it begins a sentence."""
    return f"[{name[0].lower()}{name[0].upper()}]{re.escape(name[1:])}"
