"""A second, separate score: what OFAC's own search page would show for two names.

It never takes part in a match; it stands beside one, so that a user can compare. OFAC says
how its search works in general; what it leaves open was found from scores that its page has
shown, and is marked `Observed` below. docs/ofac-parity.md tells what was tried and how close
it comes.

Source: OFAC, frequently asked questions on Sanctions List Search: a score from 0 to 100 from
two logics, one by characters (Jaro-Winkler) and one by sound (Soundex), applied to the whole
name and to its parts; the higher result is shown.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from interdict.model.match import Match, Party, ScorePart

FULL = 100
"""The score of names that OFAC's search takes for the same."""

PREFIX_SCALE = 0.1
"""Winkler's bonus for each leading character that agrees. Observed: also given to strings
that are far apart, where Winkler's own definition asks for a Jaro similarity above 0.7."""

WHOLE_PREFIX = 5
"""So many leading characters count at most in a whole name. Observed; Winkler has 4."""

PART_PREFIX = 4
"""So many leading characters count at most in one part of a name, as with Winkler."""

PART_FLOOR = 0.7
"""Observed: a pair of parts below this counts as no agreement at all."""

SHORT_PART = 2
"""Observed: parts of at most so many characters are not looked for, if longer ones are asked."""

FEATURE = "ofac_parity"
"""Under this name the score stands among the parts of a match, with no points."""

_SPACING = re.compile(r"[\s,.'’]+")
_JOINING = re.compile(r"[.'’]+")
_BREAKS = re.compile(r"[\s,\-]+")
_TOLERANCE = 1e-9  # two ways of adding the same thirds differ by less


@dataclass(frozen=True, slots=True)
class PartAgreement:
    """One part of the asked name and the part of the listed name that is closest to it.

    `listed` is None and `similarity` 0.0 where none is close enough.
    """

    asked: str
    listed: str | None
    similarity: float


@dataclass(frozen=True, slots=True)
class ParityExplanation:
    """How a parity score comes about.

    `whole` and `by_parts` are the results of the two techniques (0 to 100), `score` the higher
    one and `technique` its name (`whole` or `parts`; `whole` where they are equal).
    `parts` has one row for each part that was looked for, in order; `ignored` names those
    that were too short to be.
    """

    asked: str
    listed: str
    score: int
    technique: str
    whole: int
    by_parts: int
    parts: tuple[PartAgreement, ...]
    ignored: tuple[str, ...] = ()

    @property
    def detail(self) -> str:
        """One line for a reader."""
        if self.technique == "whole":
            return f"OFAC's own search would show about {self.score}: the whole name"
        pairs = ", ".join(
            f"{part.asked} / {part.listed or 'none'} {part.similarity:.2f}" for part in self.parts
        )
        return f"OFAC's own search would show about {self.score}: part by part, {pairs}"


def parity_score(query: str, listed: str) -> int:
    """About what OFAC's search page shows for a listed name: 0 to 100, not symmetrical.

    0 if either name has no letter or digit.
    """
    return explain_parity(query, listed).score


def explain_parity(query: str, listed: str) -> ParityExplanation:
    """The score of `parity_score`, with both techniques and every part."""
    asked_text, listed_text = _upper(query), _upper(listed)
    whole = _whole(asked_text, listed_text)
    words = _parts(asked_text)
    looked_for = [word for word in words if len(word) > SHORT_PART] or words
    targets = _parts(listed_text)
    agreements = tuple(_closest(word, targets) for word in looked_for)
    by_parts = _composite(agreements)
    return ParityExplanation(
        asked=query,
        listed=listed,
        score=max(whole, by_parts),
        technique="parts" if by_parts > whole else "whole",
        whole=whole,
        by_parts=by_parts,
        parts=agreements,
        ignored=tuple(word for word in words if word not in looked_for),
    )


def best_parity(party: Party, listed_names: Iterable[str]) -> ParityExplanation | None:
    """The highest parity of any name of the party with any listed name; the first of equals.

    OFAC's page shows an entry by the best of its names, weak aliases too, so all of them
    belong here. None if either side has no name.
    """
    names = tuple(listed_names)
    best: ParityExplanation | None = None
    for asked in party.names:
        for name in names:
            found = explain_parity(asked, name)
            if best is None or found.score > best.score:
                best = found
    return best


def with_parity(match: Match, party: Party, listed_names: Iterable[str] = ()) -> Match:
    """The match with one more part that tells the parity score and carries no points.

    The score of the match stays what it was, and its parts still add up to it.

    Args:
        listed_names: every name of the listed party; the name that matched is always compared.
    """
    best = best_parity(party, (match.name, *listed_names))
    if best is None:
        return match
    part = ScorePart(FEATURE, 0, best.asked, best.listed, best.detail)
    return replace(match, parts=(*match.parts, part))


def _whole(asked: str, listed: str) -> int:
    """The whole names, spaces and commas taken out. Observed: hyphens stay."""
    left, right = _SPACING.sub("", asked), _SPACING.sub("", listed)
    return math.floor(FULL * _jaro_winkler(left, right, WHOLE_PREFIX) + 0.5 + _TOLERANCE)


def _parts(text: str) -> list[str]:
    return [word for word in _BREAKS.split(_JOINING.sub("", text)) if word]


def _closest(word: str, targets: Iterable[str]) -> PartAgreement:
    """The closest target that starts with the same letter (Observed), the first of equals.

    The first letter is what Soundex keeps as it is; nothing else of it shows in the scores.
    """
    best = PartAgreement(word, None, 0.0)
    for target in targets:
        if target[0] != word[0]:
            continue
        similarity = _jaro_winkler(word, target, PART_PREFIX)
        if similarity >= PART_FLOOR and similarity > best.similarity:
            best = PartAgreement(word, target, similarity)
    return best


def _composite(agreements: tuple[PartAgreement, ...]) -> int:
    """The mean over the asked parts, rounded up (Observed); listed parts left over are free."""
    if not agreements:
        return 0
    mean = sum(part.similarity for part in agreements) / len(agreements)
    return math.ceil(FULL * mean - _TOLERANCE)


def _jaro_winkler(left: str, right: str, prefix: int) -> float:
    """Jaro's similarity with Winkler's bonus for up to `prefix` leading characters, 0 to 1.

    Source: M. A. Jaro (1989), Journal of the American Statistical Association 84 (406);
    W. E. Winkler (1990), "String comparator metrics and enhanced decision rules in the
    Fellegi-Sunter model of record linkage".
    """
    jaro = _jaro(left, right)
    n_leading = 0
    for a, b in zip(left[:prefix], right[:prefix], strict=False):
        if a != b:
            break
        n_leading += 1
    return jaro + n_leading * PREFIX_SCALE * (1 - jaro)


def _jaro(left: str, right: str) -> float:
    """The mean of the shares of common characters on both sides and of those in order."""
    window = max(max(len(left), len(right)) // 2 - 1, 0)
    free = [True] * len(right)
    taken_left: list[str] = []
    for at, char in enumerate(left):
        for other in range(max(0, at - window), min(at + window + 1, len(right))):
            if free[other] and right[other] == char:
                free[other] = False
                taken_left.append(char)
                break
    n_common = len(taken_left)
    if not n_common:
        return 0.0
    taken_right = [char for char, unused in zip(right, free, strict=True) if not unused]
    moved = sum(a != b for a, b in zip(taken_left, taken_right, strict=True)) / 2
    shares = n_common / len(left) + n_common / len(right) + (n_common - moved) / n_common
    return shares / 3


def _upper(text: str) -> str:
    """Upper case without accents. OFAC's list is printed in plain Latin letters; that its page
    folds accents of the asked name is assumed."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).upper()
