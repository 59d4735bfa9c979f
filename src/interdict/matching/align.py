"""Which word of a query stands for which word of a listed name, and what that is worth.

A `Link` joins one word or run of neighbouring words on either side. Its worth to either side
is its similarity times the weights of that side's words. Links are chosen so that the sum of
both is highest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from interdict.matching.best_links import best_set
from interdict.matching.runs import Run, bones, run_places, run_similarity
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.matching.weights import HEAVIEST
from interdict.text.names import Kind, Token

FULL = 10_000
CONTRADICTION = 2_300
"""Taken (of 10,000) where both sides have words alone that do not resemble each other."""

SINGLE_KEEPS = 8_000
"""Left (of 10,000) of a score that rests on one word where one side has more."""

OTHER_INITIAL = 1_500
"""Taken (of 10,000) where each side has an initial that the other has not."""

NUMBER_KEEPS = 7_500
"""Left (of 10,000) where a number stands on one side alone: another fund, another brigade."""

DESCENT_KEEPS = 7_000
"""Left (of 10,000) where father and son have changed places."""

INEXACT = 3_000
"""Taken (of 10,000) for a likeness of nothing; in proportion for a better one."""

INEXACT_IN_PART = 40_000
"""Taken besides, times the share of the words that is not found."""

RARE = 300
"""How much (of 1,000) the unlikeness of a word counts that no party has, or one alone."""

COMMON = 7
"""How much more (times 1,000) the unlikeness of a word counts that all parties have."""

TURNED = 3
"""How much more inexact words count where the words stand in another order."""

TURNED_IN_PART = 9_000
"""Left (of 10,000) where they do, and the listed name has more of them."""

_DESCENT = frozenset({"bin", "ibn", "bint"})
_NUMBER = re.compile(r"(?:\d+|i|i[ivx]+|[vx][ivx]*)$")
_LONGEST_NUMBER = 3

Similar = Callable[[str, str], int]
"""Percent of likeness of an asked and a listed word, neither of them light."""


@dataclass(frozen=True, slots=True)
class Words:
    """One side of an alignment: tokens with their weights; `total` counts also words left away."""

    tokens: tuple[Token, ...]
    weights: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words `asked` of the query stand for words `listed` of the name; similarity in percent."""

    asked: Run
    listed: Run
    similarity: int
    asked_weight: int
    listed_weight: int

    @property
    def worth(self) -> int:
        """Similarity times weight."""
        return self.similarity * (self.asked_weight + self.listed_weight)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links of an asked and a listed name, in the order of the query; and who stays alone.

    `kept` is what is left of the score, in 1/10,000, after the doubts of `kept_share`.
    """

    links: tuple[Link, ...]
    extra: tuple[int, ...]
    missing: tuple[int, ...]
    asked_worth: int
    listed_worth: int
    asked_total: int
    listed_total: int
    kept: int

    @property
    def in_order(self) -> bool:
        """True if the linked words stand in the same order on both sides."""
        return not _is_turned(self.links)


def align(asked: Words, listed: Words, similar: Similar, *, runs: bool = True) -> Alignment:
    """The alignment of most worth.

    Equal words are linked first, left to right; among what remains every set of links that
    do not overlap is tried, up to a bound on their number (`best_links`), beyond which the
    best link is taken first. `runs` False says that no words written together meet words apart.
    """
    links = _equal_words(asked, listed)
    used_asked = {link.asked[0] for link in links}
    used_listed = {link.listed[0] for link in links}
    if len(used_asked) < len(asked.tokens) and len(used_listed) < len(listed.tokens):
        possible = _possible_links(asked, listed, used_asked, used_listed, similar)
        if runs and (
            _has_run(len(asked.tokens), used_asked) or _has_run(len(listed.tokens), used_listed)
        ):
            possible += _run_links(asked, listed, used_asked, used_listed)
        links += best_set(possible)
        links.sort(key=lambda link: link.asked)
    covered_asked = _covered(link.asked for link in links)
    covered_listed = _covered(link.listed for link in links)
    extra = tuple(at for at in range(len(asked.tokens)) if at not in covered_asked)
    missing = tuple(at for at in range(len(listed.tokens)) if at not in covered_listed)
    return Alignment(
        links=tuple(links),
        extra=extra,
        missing=missing,
        asked_worth=sum(link.similarity * link.asked_weight for link in links),
        listed_worth=sum(link.similarity * link.listed_weight for link in links),
        asked_total=asked.total,
        listed_total=listed.total,
        kept=kept_share(asked, listed, links, extra, missing),
    )


def kept_share(
    asked: Words,
    listed: Words,
    links: Sequence[Link],
    extra: tuple[int, ...],
    missing: tuple[int, ...],
) -> int:
    """What is left of the score, in 1/10,000, after what speaks against the alignment.

    Words alone on both sides that contradict each other; all resting on one word; another
    initial; a number that one side alone has; father and son in each other's place.
    """
    kept = FULL
    if extra or missing:
        alone = [asked.tokens[at] for at in extra if not asked.tokens[at].kind.is_light]
        lacking = [listed.tokens[at] for at in missing if not listed.tokens[at].kind.is_light]
        kept = _uncontradicted(alone, lacking)
        if _any_named(alone, lacking) and _n_heavy(asked, listed, links, lacking) < 2:
            kept = min(kept, SINGLE_KEEPS)
        if any(_is_number(token) for token in (*alone, *lacking)):
            kept = min(kept, NUMBER_KEEPS)
    turned = _is_turned(links)
    inexact = min(FULL, _inexactness(asked, listed, links) * (TURNED if turned else 1))
    kept = kept * (FULL - inexact) // FULL
    if turned and any(listed.tokens[at].kind is Kind.NAME for at in missing):
        kept = kept * TURNED_IN_PART // FULL
    if len(links) > 2 and _is_turned_descent(asked, listed, links):
        kept = min(kept, DESCENT_KEEPS)
    return kept


def _uncontradicted(alone: list[Token], lacking: list[Token]) -> int:
    """What words alone on both sides leave: little if none resembles one of the other side."""
    left = [token.text for token in alone if token.kind is Kind.NAME]
    right = [token.text for token in lacking if token.kind is Kind.NAME]
    if left and right:
        fewer, more = sorted((left, right), key=len)
        likest = min(max(_resemblance(one, other) for other in more) for one in fewer)
        return FULL - CONTRADICTION * (100 - min(100, max(0, 2 * likest - 40))) // 100
    if len(left) < len(alone) and len(right) < len(lacking):
        return FULL - OTHER_INITIAL
    return FULL


def _inexactness(asked: Words, listed: Words, links: Sequence[Link]) -> int:
    """What is taken (of 10,000) because linked words are only like each other.

    A word that many parties have is hardly a slip for another (Hanan, Hasan), so it counts more
    than one that nobody has; initials, which are never exact, do not count. And the fewer words
    are found, the more exact they have to be.
    """
    weight = worth = unlike = 0
    for link in links:
        both = link.asked_weight + link.listed_weight
        weight += both
        if link.similarity != INITIAL:
            worth += both
            rare = link.asked[1] * HEAVIEST
            commonness = max(0, rare - link.asked_weight) * HEAVIEST // rare
            unlike += both * (EQUAL - link.similarity) * (RARE + COMMON * commonness)
    if not unlike:
        return 0
    total = asked.total + listed.total
    share = INEXACT + INEXACT_IN_PART * (total - weight) // total
    return min(FULL, share * unlike // (EQUAL * worth * HEAVIEST))


def _any_named(alone: list[Token], lacking: list[Token]) -> bool:
    return any(token.kind is Kind.NAME for token in (*alone, *lacking))


def _is_number(token: Token) -> bool:
    """True for a short number, in digits or Roman: `Fund II` is not `Fund`."""
    return len(token.text) <= _LONGEST_NUMBER and bool(_NUMBER.match(token.text))


def _is_turned_descent(asked: Words, listed: Words, links: Sequence[Link]) -> bool:
    """True if the words on either side of `bin` have changed places: Omar bin Ali, Ali bin Omar."""
    link = next((k for k in links if asked.tokens[k.asked[0]].text in _DESCENT), None)
    if link is None or listed.tokens[link.listed[0]].text not in _DESCENT:
        return False
    before = {k.listed for k in links if k.asked < link.asked}
    after = {k.listed for k in links if k.asked > link.asked}
    turned_before = any(place > link.listed for place in before)
    return turned_before and any(place < link.listed for place in after)


def _is_turned(links: Sequence[Link]) -> bool:
    """True if the linked words of the listed name stand in another order in the query."""
    starts = [link.listed[0] for link in links]
    return starts != sorted(starts)


def _n_heavy(asked: Words, listed: Words, links: Sequence[Link], lacking: Sequence[Token]) -> int:
    """Words that carry weight and are linked, on the side that writes more of them apart.

    Where listed words are lacking those of the listed name count: Dong Ming is not the given
    name of Dongming Wang with the family name left away.
    """
    if any(token.kind is Kind.NAME for token in lacking):
        return sum(_heavy(listed, link.listed) for link in links)
    return sum(max(_heavy(asked, link.asked), _heavy(listed, link.listed)) for link in links)


def _heavy(words: Words, run: Run) -> int:
    return sum(words.tokens[at].kind <= Kind.INITIAL for at in range(run[0], sum(run)))


def _resemblance(left: str, right: str) -> int:
    """Percent of letters that two words share in order, however far apart they are."""
    return round(100 * OSA.normalized_similarity(left, right))


def _covered(runs: Iterable[Run]) -> set[int]:
    places: set[int] = set()
    for start, length in runs:
        if length == 1:
            places.add(start)
        else:
            places.update(range(start, start + length))
    return places


def _equal_words(asked: Words, listed: Words) -> list[Link]:
    """Links of words that are equal, carry weight, and stand once on either side.

    Light words and repeated ones wait: they may belong to a run.
    """
    places = _single_places(listed.tokens)
    return [
        Link((at, 1), (places[text], 1), EQUAL, asked.weights[at], listed.weights[places[text]])
        for text, at in _single_places(asked.tokens).items()
        if text in places
    ]


def _single_places(tokens: tuple[Token, ...]) -> dict[str, int]:
    """Word -> place, for words of weight that occur once."""
    places: dict[str, int] = {}
    repeated: set[str] = set()
    for at, token in enumerate(tokens):
        text = token.text
        if text in places or text in repeated:
            repeated.add(text)
            places.pop(text, None)
        elif token.kind <= Kind.INITIAL:
            places[text] = at
    return places


def _possible_links(
    asked: Words, listed: Words, used_asked: set[int], used_listed: set[int], similar: Similar
) -> list[Link]:
    """Every link between words that are still free."""
    links = []
    free = [at for at in range(len(listed.tokens)) if at not in used_listed]
    for at, token in enumerate(asked.tokens):
        if at in used_asked:
            continue
        for other in free:
            similarity = word_likeness(token, listed.tokens[other], similar)
            if similarity:
                links.append(
                    Link((at, 1), (other, 1), similarity, asked.weights[at], listed.weights[other])
                )
    return links


def _run_links(
    asked: Words, listed: Words, used_asked: set[int], used_listed: set[int]
) -> Iterator[Link]:
    """Links of runs with runs or single words on the other side."""
    listed_runs: dict[str, list[tuple[Run, str, int]]] = {}
    for one in _free_runs(listed, used_listed):
        listed_runs.setdefault(bones(one[1]), []).append(one)
    for left, text, asked_weight in _free_runs(asked, used_asked):
        for right, other, listed_weight in listed_runs.get(bones(text), ()):
            if left[1] > 1 or right[1] > 1:
                similarity = run_similarity(text, other)
                if similarity:
                    yield Link(left, right, similarity, asked_weight, listed_weight)


def _has_run(n_words: int, used: set[int]) -> bool:
    """True if two neighbouring words are free."""
    return any(at not in used and at + 1 not in used for at in range(n_words - 1))


def _free_runs(words: Words, used: set[int]) -> Iterator[tuple[Run, str, int]]:
    """Single words and runs of words that are free, each with its text and weight."""
    tokens, weights = words.tokens, words.weights
    for at, token in enumerate(tokens):
        if at not in used and len(token.surface) > 3:
            yield (at, 1), token.surface, weights[at]
    for start, length in run_places(len(tokens)):
        if used.isdisjoint(range(start, start + length)):
            text = "".join(token.surface for token in tokens[start : start + length])
            yield (start, length), text, sum(weights[start : start + length])


def word_likeness(asked: Token, listed: Token, similar: Similar) -> int:
    """Percent of likeness of one word and another; 0 if one cannot stand for the other."""
    if asked.text == listed.text:
        return EQUAL
    if asked.kind is Kind.INITIAL or listed.kind is Kind.INITIAL:
        kinds = {asked.kind, listed.kind}
        fits = asked.text[0] == listed.text[0] and kinds == {Kind.INITIAL, Kind.NAME}
        return INITIAL if fits else 0
    if asked.kind >= Kind.PARTICLE or listed.kind >= Kind.PARTICLE:
        return 0
    return similar(asked.text, listed.text)
