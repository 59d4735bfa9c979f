"""Names in any script as comparable Latin forms.

Each script has its reader; this module cuts a name by script, asks the readers and puts their
readings together. Sources: ALA-LC, BGN/PCGN, ICAO 9303, Revised Romanization, Hepburn and
pinyin are what the forms are made comparable with; none is followed to the letter, since lists
mix them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module

from interdict.text.latin import plain_words, without_accents
from interdict.text.scripts.detect import Script, words_by_script

MOST_FORMS = 4

Reader = Callable[[tuple[str, ...]], tuple[str, ...]]


@lru_cache(maxsize=4096)
def romanisations(text: str) -> tuple[str, ...]:
    """One to four Latin forms of a name, best first, without repetition.

    Each is folded (`normalize.fold`): lower-case ASCII words. Latin text has one form. The
    same text always gives the same forms. `("",)` if no letter and no digit is left.
    """
    runs = [_readings(script, words) for script, words in words_by_script(text)]
    n_forms = min(MOST_FORMS, max((len(run) for run in runs), default=1))
    forms = [
        plain_words(" ".join(run[min(at, len(run) - 1)] for run in runs)) for at in range(n_forms)
    ]
    return tuple(dict.fromkeys(forms))


def scripts_of(text: str) -> frozenset[Script]:
    """The scripts in which a name is written; Latin ones are told apart from no other."""
    return frozenset(script for script, _ in words_by_script(text))


def _readings(script: Script, words: tuple[str, ...]) -> tuple[str, ...]:
    if script is Script.LATIN:
        return (_to_ascii(without_accents(" ".join(words))),)
    readings = _reader(script)(words)
    return tuple(_to_ascii(reading) for reading in readings)


@cache
def _reader(script: Script) -> Reader:
    """The reader of a script; its tables are read at first use."""
    if script is Script.OTHER:
        return _letter_by_letter
    readings: Reader = import_module(f"interdict.text.scripts.{script.value}").readings
    return readings


def _letter_by_letter(words: tuple[str, ...]) -> tuple[str, ...]:
    """Armenian, Georgian, Thai, Bengali and the rest, as the general table has them."""
    return (" ".join(words),)


def _to_ascii(text: str) -> str:
    """What no reader knew, by the general table."""
    if text.isascii():
        return text
    from anyascii import anyascii  # 5 ms to import: only where another script is present

    return anyascii(text)
