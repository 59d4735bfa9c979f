"""What a match would score if the evidence that the record has of a party spoke against it.

Whoever reviews an alert asks next for what could show that it is somebody else: here it is,
with the score that the same engine would then give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from interdict.matching.evidence import BIRTH_DIFFERS, COUNTRY_DIFFERS, Birth, Verdict
from interdict.matching.found import Found, Identified, reached
from interdict.model.match import Clearing
from interdict.text.countries import is_known

BIRTH, COUNTRY, IDENTIFIER, KIND = "birth_date", "country", "identifier", "schema"

_AGAINST = {
    BIRTH: Verdict(BIRTH, 0, BIRTH_DIFFERS, "", "", ""),
    COUNTRY: Verdict(COUNTRY, 0, COUNTRY_DIFFERS, "", "", ""),
}
"""What each says where it differs, in the order in which a score is added up."""


def clearings(
    found: Found | None,
    verdicts: Sequence[Verdict],
    identified: Identified | None,
    births: Sequence[Birth],
    countries: Mapping[str, str],
    kind: str | None,
) -> tuple[Clearing, ...]:
    """What would lower a match, each with the score that would be left; the lowest first.

    Kinds of evidence together are told only where they leave less than any fewer of them.

    Args:
        births: the birth dates of the listed party, which another one would have to differ from.
        countries: its countries, by code.
        kind: its schema, if the query states none; None if it does.
    """
    base = {verdict.feature: verdict for verdict in verdicts}
    differing: dict[str, tuple[str, ...]] = {}
    if births:
        differing[BIRTH] = tuple(dict.fromkeys(birth.text for birth in births))
    if any(map(is_known, countries)):
        differing[COUNTRY] = tuple(dict.fromkeys(countries.values()))
    if identified is not None:
        differing[IDENTIFIER] = (identified.row.value,)

    def left(kinds: tuple[str, ...]) -> int:
        said = base | {kind: _AGAINST[kind] for kind in kinds if kind in _AGAINST}
        told = [said[kind] for kind in _AGAINST if kind in said]
        return reached(found, told, None if IDENTIFIER in kinds else identified)

    scores: dict[tuple[str, ...], int] = {(): left(())}
    ways = []
    for kinds in chain.from_iterable(combinations(differing, n + 1) for n in range(len(differing))):
        scores[kinds] = left(kinds)
        if all(scores[kinds] < scores[fewer] for fewer in combinations(kinds, len(kinds) - 1)):
            ways.append(Clearing(tuple((one, differing[one]) for one in kinds), scores[kinds]))
    if identified is None and kind is not None:
        ways.append(Clearing(((KIND, (kind,)),), 0))
    return tuple(sorted(ways, key=lambda one: (one.score, one.evidence)))
