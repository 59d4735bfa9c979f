"""Which word of a query stands for which word of a listed name, and what that is worth.

A `Link` joins one word or run of neighbouring words on either side. Its worth to either side
is its similarity times the weights of that side's words. Links are chosen so that the sum of
both is highest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from interdict.matching.best_links import best_set
from interdict.matching.kept import is_turned, kept_share
from interdict.matching.links import Link, Words
from interdict.matching.runs import Run, bones, run_places, run_similarity
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.text.names import Kind, Token

Similar = Callable[[str, str], int]
"""Percent of likeness of an asked and a listed word, neither of them light."""


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
        return not is_turned(self.links)


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
