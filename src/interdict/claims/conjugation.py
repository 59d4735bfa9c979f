"""Forms of regular Spanish verbs, without accents: a list of infinitives stands for all of them."""

from __future__ import annotations

from collections.abc import Iterable

_ENDINGS = {
    "ar": {
        "past": "o aron ado ada ados adas ara aran",
        "now": "a an",
        "next": "ara aran",
        "ing": "ando",
    },
    "er": {
        "past": "io ieron ido ida idos idas iera ieran",
        "now": "e en",
        "next": "era eran",
        "ing": "iendo",
    },
    "ir": {
        "past": "io ieron ido ida idos idas iera ieran",
        "now": "e en",
        "next": "ira iran",
        "ing": "iendo",
    },
    "uir": {
        "past": "uyo uyeron uido uida uidos uidas uyera uyeran",
        "now": "uye uyen",
        "next": "uira uiran",
        "ing": "uyendo",
    },
    "ucir": {
        "past": "ujo ujeron ucido ucida ucidos ucidas ujera ujeran",
        "now": "uce ucen",
        "next": "ucira uciran",
        "ing": "uciendo",
    },
}
"""By the end of the infinitive, the longest that fits. "Incluyera" is past as is "incluyó"."""
_AMBIGUOUS = frozenset({"ara", "aran"})
"""Without its accent "-ará" is "-ara" as well: the future is meant where nothing else says so."""


def forms_of(infinitives: Iterable[str]) -> dict[str, set[str]]:
    """The forms of some verbs by tense (`past now next base ing`)."""
    found: dict[str, set[str]] = {"base": set()}
    for verb in infinitives:
        found["base"].add(verb)
        ending = next(e for e in sorted(_ENDINGS, key=len, reverse=True) if verb.endswith(e))
        stem = verb.removesuffix(ending)
        for tense, endings in _ENDINGS[ending].items():
            taken = {e for e in endings.split() if tense != "past" or e not in _AMBIGUOUS}
            found.setdefault(tense, set()).update(stem + e for e in taken)
    return found
