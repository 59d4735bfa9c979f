"""The best pair of names of two parties, and what stands beside its score.

Each name is read in every way that it may be meant: as written, as the names that it holds
(`A/B`), with hidden letters in the open; and a person's names between the first and the last may
be left away, as fathers' names and middle names mostly are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from interdict.matching.align import Alignment, align
from interdict.matching.compiling import MAX_TOKENS
from interdict.matching.evidence import Verdict
from interdict.matching.found import Found, scored
from interdict.matching.index import ListedName
from interdict.matching.links import Words
from interdict.matching.pair_doubts import doubts_of, generation_of
from interdict.matching.pair_likeness import party_similarity
from interdict.matching.similarity import (
    EQUAL,
    asked_similarity,
    foreign_similarity,
    is_one_syllable,
)
from interdict.matching.weights import neutral_weight
from interdict.text.masked import unmasked
from interdict.text.names import Kind, Token, is_patronymic, tokenised_forms
from interdict.text.normalize import is_foreign
from interdict.text.several import names_within, without_own_abbreviation
from interdict.text.tables import words_of

ONE_OF_SEVERAL = -300
"""The name is one of those that a text holds."""

MASKED = -200
"""The name had to be read out of signs, digits or repeated letters."""

MIDDLE_NAMES = -400
"""Each name between the first and the last that stands on one side alone. On three lists 793 pairs
of names that differ so, and hardly otherwise, were one person, 55 two."""

FATHERS_NAMES = -200
"""The same of fathers' names alone: patronymics, and what follows `bin`."""

_FEWEST_NAMES = 2

_INEXACT_END = -15
"""Points for each percent by which the first and the last words are unlike: the fewer words are
held against each other, the more exact they have to be."""

_LIKE_ENOUGH, _LIKE_ENOUGH_CROSSED = 70, 85
"""Percent of likeness of the first and the last words where those between are left away; the same
where one of the names is in another script, whose words sound near many."""

_DESCENT = frozenset("bin ibn ben bint ould uld walad wuld".split())


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names that were scored; `doubts` is what is added to the score of the alignment."""

    found: Found
    doubts: tuple[Verdict, ...]

    def rank(self) -> tuple[int, tuple[int, int, int]]:
        """The score with the doubts; then as among the names of a search."""
        return self.found.score + sum(doubt.points for doubt in self.doubts), self.found.rank()


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a name, in each way to write it in Latin letters, and what reading it costs."""

    prop: str
    text: str
    doubts: tuple[Verdict, ...]
    words: tuple[Words, ...]


def best_pair(
    asked: Sequence[tuple[str, str]], listed: Sequence[tuple[str, str]], person: bool | None
) -> NamePair | None:
    """The best of all pairs of names, given as (property, name); None if no words meet.

    A weak alias that agrees beside it supports it, as in a search.
    """
    others = _readings(listed, person)
    pairs = [
        pair
        for left in _readings(asked, person)
        for number, right in enumerate(others)
        for pair in _pairs(left, right, number, person)
    ]
    if not pairs:
        return None
    best = max(pairs, key=NamePair.rank)
    found = best.found
    for pair in pairs:
        found = found.supported_by(pair.found)
    return NamePair(found, best.doubts)


def _readings(names: Sequence[tuple[str, str]], person: bool | None) -> list[Reading]:
    return [
        Reading(prop, text, doubts, _words(text, person))
        for prop, whole in names
        for text, doubts in _meant(whole, person)
    ]


def _meant(whole: str, person: bool | None) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    """The name as written, and what else it may be meant as, with what that costs."""
    yield whole, ()
    bare = whole if person else without_own_abbreviation(whole)
    if bare != whole:
        yield bare, ()
    for part in names_within(bare):
        detail = f"'{part}' is one of the names in '{whole}'"
        yield part, (Verdict("name.one_of", 0, ONE_OF_SEVERAL, part, whole, detail),)
    plain = unmasked(bare, person=bool(person))
    if plain != bare:
        detail = f"'{whole}' is read as '{plain}'"
        yield plain, (Verdict("name.masked", 0, MASKED, whole, plain, detail),)


def _pairs(left: Reading, right: Reading, number: int, person: bool | None) -> Iterator[NamePair]:
    """The scores of two readings, in each way to write them in Latin letters."""
    crossed = is_foreign(left.text) != is_foreign(right.text)
    similar = foreign_similarity if crossed else asked_similarity
    for words in product(left.words, right.words):
        given = bool(person) and not crossed  # other scripts' readings are too many to guess
        likeness = party_similarity(*words, similar, person=bool(person), pet_forms=given)
        alignment = align(*words, likeness)
        if not alignment.links:
            continue
        doubts = (*left.doubts, *right.doubts)
        yield _scored(left, right, number, words, alignment, doubts, person)
        least = _LIKE_ENOUGH_CROSSED if crossed else _LIKE_ENOUGH
        shorter = _without_middle(words, alignment, least) if person else None
        if shorter is not None:
            words, doubt = shorter
            alignment = align(*words, likeness)
            yield _scored(left, right, number, words, alignment, (*doubts, doubt), person)


def _scored(
    left: Reading,
    right: Reading,
    number: int,
    words: tuple[Words, Words],
    alignment: Alignment,
    doubts: tuple[Verdict, ...],
    person: bool | None,
) -> NamePair:
    listed = ListedName(number, 0, number, right.prop, right.text, words[1])
    found = scored(left.text, words[0], listed, alignment, weak=right.prop == "weakAlias")
    told = doubts_of((left.text, right.text), words, alignment, person)
    return NamePair(found, (*doubts, *told))


def _words(text: str, person: bool | None) -> tuple[Words, ...]:
    """A name in each way to read it in Latin letters, with and without its titles."""
    forms = tokenised_forms(text, person=person)
    if person:
        titled = ((form, _with_titles(form)) for form in forms)
        forms = (*forms, *(other for form, other in titled if other is not form))
    return tuple(_weighed(tokens) for tokens in forms)


def _with_titles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words before a name that make an office, and a generation after it, as titles.

    Where two names are left: Emir Holm is called Emir.
    """
    offices = words_of("office_words.txt")
    first, last = 0, len(tokens)
    while first < last and (tokens[first].kind is Kind.TITLE or tokens[first].text in offices):
        first += 1
    if last > first and generation_of(tokens):
        last -= 1
    told = [token for token in (*tokens[:first], *tokens[last:]) if token.kind is not Kind.TITLE]
    named = sum(token.kind is Kind.NAME for token in tokens[first:last])
    if not told or named < _FEWEST_NAMES:
        return tokens
    return tuple(
        token if first <= at < last else replace(token, kind=Kind.TITLE)
        for at, token in enumerate(tokens)
    )


def _weighed(tokens: tuple[Token, ...]) -> Words:
    weights = tuple(neutral_weight(token) for token in tokens)
    return Words(tokens[:MAX_TOKENS], weights[:MAX_TOKENS], sum(weights))


def _without_middle(
    words: tuple[Words, Words], alignment: Alignment, least: int
) -> tuple[tuple[Words, Words], Verdict] | None:
    """The two names without what one of them alone has between its first and last word.

    None unless the first and the last words of the names stand for each other, `least` percent
    alike, and nothing else is alone.
    """
    asked, listed = words
    alone, lacking = _named(asked, alignment.extra), _named(listed, alignment.missing)
    if bool(alone) == bool(lacking) or not alignment.in_order:
        return None
    long, places = (asked, alignment.extra) if alone else (listed, alignment.missing)
    ends = _ends(asked), _ends(listed)
    likeness = [_end_likeness(alignment, *end) for end in zip(*ends, strict=True)]
    if min(likeness) < least or any(first == last for first, last in ends):
        return None
    if all(is_one_syllable(t.text) for t in long.tokens if t.kind is Kind.NAME):
        return None  # Kim Yong Chol: a syllable of the given name
    shorter = _weighed(tuple(t for at, t in enumerate(long.tokens) if at not in places))
    names = [long.tokens[at].text for at in (alone or lacking)]
    are_fathers = all(_is_fathers(long.tokens, at) for at in (alone or lacking))
    points = FATHERS_NAMES if are_fathers else MIDDLE_NAMES * len(names)
    points += _INEXACT_END * sum(EQUAL - end for end in likeness)
    told = "fathers' names" if are_fathers else "middle names"
    texts = (" ".join(names), "") if alone else ("", " ".join(names))
    detail = f"{told} '{' '.join(names)}' stand on one side alone"
    doubt = Verdict("name.middle", 0, points, *texts, detail)
    return ((shorter, listed) if alone else (asked, shorter)), doubt


def _end_likeness(alignment: Alignment, left: int, right: int) -> int:
    """Percent of likeness of two words that stand for each other; 0 if they do not."""
    links = (k for k in alignment.links if k.asked == (left, 1) and k.listed == (right, 1))
    return next((link.similarity for link in links), 0)


def _named(words: Words, places: Sequence[int]) -> list[int]:
    """Places of words that name somebody, or of initials."""
    return [at for at in places if not words.tokens[at].kind.is_light]


def _ends(words: Words) -> tuple[int, int]:
    """Places of the first and the last word that names."""
    places = [at for at, token in enumerate(words.tokens) if token.kind is Kind.NAME]
    return (places[0], places[-1]) if places else (0, 0)


def _is_fathers(tokens: Sequence[Token], at: int) -> bool:
    return is_patronymic(tokens[at].text) or (at > 0 and tokens[at - 1].text in _DESCENT)
