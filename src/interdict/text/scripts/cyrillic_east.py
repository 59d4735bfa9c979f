"""Japanese and Chinese names as Russian writes them, back to Hepburn and to pinyin.

Letter by letter `симбаси` is simbasi and `цзяньлянь` tszyanlyan; who bears the name spells it
Shimbashi, Jianlian. A word counts as such a name if it is made of the syllables of one of the two
systems and has something that hardly stands in a Russian word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from interdict.text.scripts import KEPT_WORDS
from interdict.text.tables import lines_of, readings_of

_CHINESE = re.compile("цз|чж|ц[яю]|сяо|с[яю]н|[яию]нь|[эа]нь|юй|юэ|юань|эй|уа|э[рн]")
"""What Chinese names have, and Russian ones do not or seldom."""

_JAPANESE = re.compile("[ст][иёяю]|дз|цу|[кгнхбпмр][ёюя]|ё")
"""Where Hepburn differs from letters taken one by one."""


@lru_cache(maxsize=KEPT_WORDS)
def eastern(word: str) -> str:
    """The reading of a Japanese or Chinese name; empty if the word can be none."""
    for telling, syllables in ((_CHINESE, _chinese), (_JAPANESE, _japanese)):
        if telling.search(word):
            spelt = _spelt(word, *syllables())
            if spelt:
                return spelt
    return ""


def _spelt(word: str, table: dict[str, str], whole: re.Pattern[str], next_: re.Pattern[str]) -> str:
    if not whole.fullmatch(word):
        return ""
    return "".join(table[syllable] for syllable in next_.findall(word))


Syllables = tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]


@cache
def _japanese() -> Syllables:
    table = {key: readings[0] for key, readings in readings_of("polivanov.txt").items()}
    alone = "н|нъ|м(?=[бмп])|к(?=к)|с(?=с)|т(?=[тц])|п(?=п)"
    return _compiled(table, {key for key in table if key[-1] in "аиуэеояюёй"}, alone)


@cache
def _chinese() -> Syllables:
    parts = _sections()
    table = {key: spelt for key, (spelt, *_) in parts["alone"].items()}
    for (initial, sounds), soft in product(parts["initials"].items(), (False, True)):
        for final, (spelt, *_) in parts["soft" if soft else "hard"].items():
            table.setdefault(initial + final, sounds[-1 if soft else 0] + spelt)
    return _compiled(table, set(table), "")


def _compiled(table: dict[str, str], syllables: set[str], alone: str) -> Syllables:
    """The table, a pattern of words made of its syllables, and one of the next of them."""
    ordered = sorted(syllables, key=lambda syllable: (-len(syllable), syllable))
    one = "|".join([*ordered, alone] if alone else ordered)
    return table, re.compile(f"(?:{one})+"), re.compile(f"(?:{one})(?=(?:{one})*$)")


def _sections() -> dict[str, dict[str, tuple[str, ...]]]:
    sections: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in lines_of("palladius.txt"):
        if line.startswith("="):
            section = sections.setdefault(line[1:], {})
            continue
        for entry in line.split(";"):
            cyrillic, _, spelt = entry.partition("=")
            section[cyrillic] = tuple(spelt.split("|"))
    return sections
