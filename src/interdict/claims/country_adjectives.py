"""Countries by their adjectives: "the Canadian list", "a Nigerian court", "la lista europea"."""

from __future__ import annotations

from functools import cache

from interdict.claims.gazetteer import fold
from interdict.claims.vocabulary import authority_names, demonym_countries

_BODIES = {
    "american": "US",
    "british": "GB",
    "canadian": "CA",
    "australian": "AU",
    "european": "EU-COUNCIL",
}
_STEMS_ABROAD = {
    "comunitari": "EU-COUNCIL",
    "europe": "EU-COUNCIL",
    "britanic": "GB",
    "estadounidense": "US",
    "norteamerican": "US",
    "american": "US",
    "canadiense": "CA",
    "australian": "AU",
}


def country_of_adjective(word: str) -> str | None:
    """The country of a folded English adjective, as the code of its body where one is known."""
    return _countries().get(word)


def country_of_adjective_abroad(word: str) -> str | None:
    """The code of the country or body of a folded Spanish adjective."""
    return _countries_abroad().get(word)


@cache
def _countries() -> dict[str, str]:
    codes = dict(authority_names())
    known = {fold(word): codes.get(name, name) for word, name in demonym_countries().items()}
    return known | _BODIES


@cache
def _countries_abroad() -> dict[str, str]:
    return {
        form: code
        for stem, code in _STEMS_ABROAD.items()
        for form in ((stem,) if stem.endswith("se") else (f"{stem}o", f"{stem}a", f"{stem}as"))
    }
