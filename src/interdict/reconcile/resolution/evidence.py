"""What speaks for and against two entries being one party, as a few plain words.

Each kind of evidence has a short scale (`PairEvidence`); the rules speak of nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from interdict.matching.evidence import BIRTHDAY_CLOSES, birth_verdict, schemata_fit
from interdict.reconcile.resolution.names import PartyName, Rarity, agreeing, run_together
from interdict.reconcile.resolution.party import ListedParty, Number

NAME_LEVELS = ("none", "some", "part", "sound", "exact")
"""none; a word in common; every word of the shorter name (two at least) in the longer one;
every word, in some spelling; every word to the letter, in any order."""

BIRTH_LEVELS = ("differs", "doubt", "unknown", "near", "part", "day")
"""another year and day; the year alone or a year apart; not known on both sides; one digit off,
day and month swapped, or near a circa date; agrees as far as it is known; the same day."""

_SOUND = NAME_LEVELS.index("sound")
_LIGHT_DOUBT = -600
_DOUBT = -2_400

_LOOKED_AT = 4
"""Pairs of names that are compared word by word, where no key is shared."""

Names = Sequence[PartyName]


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """The evidence on one pair; `name` and `birth` are levels of the scales above.

    `kind` is person, craft, wallet or other. `bits` say how rare the agreeing name is (see
    `Rarity`), `words` how long it is, `crowd` how many entries of one list bear it, at most;
    `names` counts the names that agree in all words, and `only_weak` is True if the best is a
    weak alias on either side. `form` compares the legal forms in the name: `same`, `one` (one side
    states none), `differs`. `country`, `theme` (of the programmes) and `gender` are `agrees`,
    `differs`, `unknown`; `number` and `reference` are `same`, `differs`, `unknown` (of numbers
    only the IMO's of two ships can differ). `reasons` say it in words.
    """

    kinds_fit: bool
    kind: str
    name: str
    names: int
    words: int
    bits: float
    crowd: int
    only_weak: bool
    form: str
    birth: str
    country: str
    theme: str
    gender: str
    number: str
    reference: str
    reasons: tuple[str, ...]

    @property
    def context(self) -> str:
        """Country and theme together: `agrees` if one of them does, `differs` if one only does."""
        both = {self.country, self.theme}
        return next((level for level in ("agrees", "differs") if level in both), "unknown")


class Comparison:
    """Compares entries of one gathering.

    Args:
        rarity: how rare words are among all that are compared.
        crowds: the words of a name -> entries of one list that bear it, at most.
        themes: id of an entry -> what its programmes are about.
    """

    def __init__(
        self,
        rarity: Rarity,
        crowds: Mapping[tuple[str, ...], int],
        themes: Mapping[str, frozenset[str]],
    ) -> None:
        self._rarity = rarity
        self._crowds = crowds
        self._themes = themes

    def of(self, left: ListedParty, right: ListedParty) -> PairEvidence:
        """The evidence on two entries; the order of the two changes nothing but the words."""
        person = left.is_person or right.is_person
        name = self._best_name(left, right, person)
        birth, birth_words = births_of(left, right)
        number, number_words = _number(left, right)
        reference, reference_words = _reference(left, right)
        country, country_words = _meeting("country", left.countries, right.countries)
        gender, _ = _meeting("gender", left.genders, right.genders)
        themes = [self._themes.get(p.id, frozenset()) for p in (left, right)]
        theme, theme_words = _meeting("programme", *themes)
        said = (reference_words, number_words, name.reason, birth_words, country_words, theme_words)
        return PairEvidence(
            kinds_fit=schemata_fit(left.schema, right.schema),
            kind=_kind(left, right),
            name=name.level,
            names=name.n_agreeing,
            words=name.n_words,
            bits=round(name.bits, 1),
            crowd=name.crowd,
            only_weak=name.only_weak,
            form=name.form,
            birth=birth,
            country=country,
            theme=theme,
            gender=gender,
            number=number,
            reference=reference,
            reasons=tuple(filter(None, said)),
        )

    def _best_name(self, left: ListedParty, right: ListedParty, person: bool) -> NameEvidence:
        """The closest pair of names: to the letter, else by the keys, else word by word."""
        own, other = ({name.words: name for name in p.names} for p in (left, right))
        exact = [(own[words], other[words]) for words in own if words in other]
        alike = _sharing_a_key(left.names, right.names)
        pairs = exact or alike or _overlapping(left.names, right.names)
        found = [self._compared(a, b, person) for a, b in pairs]
        if not exact and found and max(map(NameEvidence.rank, found))[0] < _SOUND:
            pairs = _overlapping(left.names, right.names)
            found = [self._compared(a, b, person) for a, b in pairs]
        if not found:
            return NameEvidence("none", 0, 0.0, 0, True, "")
        best = max(found, key=NameEvidence.rank)
        return replace(best, n_agreeing=len({a.sounds for a, _ in exact + alike}))

    def _compared(self, a: PartyName, b: PartyName, person: bool) -> NameEvidence:
        sounds, n_words = a.sounds, max(a.n_words, b.n_words)
        if a.words == b.words:
            level = "exact"
        else:
            n_pairs = len(agreeing(a.words, b.words))
            shorter = min(a.n_words, b.n_words)
            if run_together(a, b) or n_pairs == a.n_words == b.n_words:
                level = "sound"
            else:
                level = "part" if n_pairs == shorter > 1 else "some" if n_pairs else "none"
                sounds = tuple(s for s in a.sounds if s in b.sounds)
                n_words = n_pairs
        crowd = max(self._crowds.get(a.words, 1), self._crowds.get(b.words, 1))
        bits = self._rarity.bits(sounds, person=person)
        quoted = f"{a.text!r}" if a.text == b.text else f"{a.text!r} and {b.text!r}"
        reason = f"{_IN_WORDS[level]} {quoted}"
        weak = a.weak or b.weak
        return NameEvidence(level, n_words, bits, crowd, weak, reason, _forms(a, b))


_IN_WORDS = {
    "exact": "the same name",
    "sound": "one name in two spellings",
    "part": "one name holds the other:",
    "some": "names with words in common:",
    "none": "names unlike:",
}


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """The closest two names of a pair; fields as in `PairEvidence`."""

    level: str
    n_words: int
    bits: float
    crowd: int
    only_weak: bool
    reason: str
    form: str = "same"
    n_agreeing: int = 0

    def rank(self) -> tuple[int, bool, bool, int, float]:
        """Of two names of a pair: the closer, the strong, the same form, the longer, the rarer."""
        level = NAME_LEVELS.index(self.level)
        return level, not self.only_weak, self.form == "same", self.n_words, self.bits


def _forms(left: PartyName, right: PartyName) -> str:
    """`same`, `one` (one name states none), `differs`: a bank and its `PLC` abroad are two."""
    if left.forms == right.forms:
        return "same"
    return "differs" if left.forms and right.forms else "one"


def _sharing_a_key(left: Names, right: Names) -> list[tuple[PartyName, PartyName]]:
    """Names with the same sounds, or the same when written together."""
    by_key: dict[object, PartyName] = {}
    for name in right:
        by_key.setdefault(name.sounds, name)
        by_key.setdefault(name.run, name)
    found = []
    for name in left:
        other = by_key.get(name.sounds) or by_key.get(name.run)
        if other is not None:
            found.append((name, other))
    return found


def _overlapping(left: Names, right: Names) -> list[tuple[PartyName, PartyName]]:
    """The few pairs of names that share most sounds."""
    overlaps = [
        (len(set(a.sounds) & set(b.sounds)), -abs(a.n_words - b.n_words), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    ]
    best = [one for one in sorted(overlaps, reverse=True)[:_LOOKED_AT] if one[0]]
    return [(left[i], right[j]) for _, _, i, j in best]


def _kind(left: ListedParty, right: ListedParty) -> str:
    """`person`, `craft`, `wallet` or `other`: an entry of open kind is what the other one is."""
    if left.is_person or right.is_person:
        return "person"
    if left.is_craft or right.is_craft:
        return "craft"
    return "wallet" if "CryptoWallet" in (left.schema, right.schema) else "other"


def _reference(left: ListedParty, right: ListedParty) -> tuple[str, str]:
    """What numbers of other lists say, that publishers give; a contradiction outweighs all."""
    found = [said for said in (_of_the_council(left, right), _of_a_list(left, right)) if said[1]]
    return min(found, key=lambda said: said[0] != "differs", default=("unknown", ""))


def _of_the_council(left: ListedParty, right: ListedParty) -> tuple[str, str]:
    if not left.references or not right.references:
        return "unknown", ""
    if common := sorted(left.references & right.references):
        return "same", f"reference number {common[0]} of the Security Council on both"
    numbers = f"{min(left.references)} and {min(right.references)}"
    return "differs", f"reference numbers {numbers} of the Security Council"


def _of_a_list(left: ListedParty, right: ListedParty) -> tuple[str, str]:
    """An entry that one list gives the other's number is that one; no other of that list is."""
    for one, other in ((left, right), (right, left)):
        quoted = sorted(q for q in one.quotes if q.startswith(f"{other.dataset}-"))
        if other.id in quoted:
            return "same", f"{one.id} is said to be {other.id}"
        if quoted:
            return "differs", f"{one.id} is said to be {quoted[0]}"
    return "unknown", ""


def births_of(left: ListedParty, right: ListedParty) -> tuple[str, str]:
    """The level of two entries' birth dates, by those two that fit best, and the same in words."""
    verdicts = [v for asked in left.births if (v := birth_verdict(asked, right.births)) is not None]
    if not verdicts:
        return "unknown", ""
    best = max(verdicts, key=lambda v: (v.closes, v.points))
    if best.closes >= BIRTHDAY_CLOSES:
        return "day", f"born {best.candidate}"
    if best.closes:
        return "part", best.detail
    if best.points >= _LIGHT_DOUBT:
        return "near", best.detail
    return ("doubt" if best.points >= _DOUBT else "differs"), best.detail


def _number(left: ListedParty, right: ListedParty) -> tuple[str, str]:
    for a in sorted(left.numbers, key=lambda n: (n.kind, n.key)):
        for b in right.numbers:
            if _same_number(a, b):
                return "same", f"{_said(a)} on both"
    imos = [{n.key for n in party.numbers if n.kind == "imo"} for party in (left, right)]
    if all(imos):
        return "differs", f"IMO {min(imos[0])} and {min(imos[1])}"
    return "unknown", ""


def _same_number(a: Number, b: Number) -> bool:
    """The countries must not contradict; where one is not said, the number is the same."""
    return (a.kind, a.key) == (b.kind, b.key) and (
        a.country == b.country or not a.country or not b.country
    )


def _said(number: Number) -> str:
    kind = {"paper": "passport or identity number", "imo": "IMO number"}
    issued = f" ({number.country})" if number.country else ""
    return f"{kind.get(number.kind, number.kind)} {number.key}{issued}"


def _meeting(what: str, left: frozenset[str], right: frozenset[str]) -> tuple[str, str]:
    if not left or not right:
        return "unknown", ""
    if common := sorted(left & right):
        return "agrees", f"{what} {common[0]} on both"
    return "differs", f"{what} {', '.join(sorted(left))} and {', '.join(sorted(right))}"
