"""Countries by any of their usual names or codes, as one ISO code."""

from __future__ import annotations

from functools import cache
from importlib import resources

from interdict.text.normalize import fold


def country_code(text: str) -> str:
    """The ISO 3166-1 alpha-2 code, lower case; the folded text itself where none is known.

    `Venezuela`, `VEN` and `ve` give `ve`. Two unknown texts are one country only if equal.
    """
    folded = fold(text)
    return _codes().get(folded, folded)


def is_known(code: str) -> bool:
    """True for what `country_code` gives for a country; False for a text it knows nothing of."""
    return _codes().get(code) == code


@cache
def _codes() -> dict[str, str]:
    path = resources.files("interdict.text") / "data" / "countries.txt"
    codes: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        for word in words:
            codes.setdefault(word.replace("_", " "), words[0])
    return codes
