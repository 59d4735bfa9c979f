"""Which word of a query stands for which word of a listed name, and what that is worth.

A `Link` joins one word or run of neighbouring words on either side. Its worth is its
similarity times the weights of all its words; the score of an alignment is the worth of its
links over the weights of all words of both names. So a word that one side has alone costs
what it weighs: much for a rare surname, little for `Ltd`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interdict.matching.index import ListedName, run_places
from interdict.matching.similarity import EQUAL, INITIAL, JOINED
from interdict.text.names import Kind, Token

_MOST_LINKS = 20
"""Overlapping links beyond which the best one is taken first instead of trying all sets."""

Run = tuple[int, int]
"""First word and number of words."""


@dataclass(frozen=True, slots=True)
class AskedName:
    """One name of a query: its tokens (the first `MAX_TOKENS`), weights, and what they resemble.

    `near` gives for each token the listed words it may stand for, with the similarity; `runs`
    the same for neighbouring words written together. `total` counts all words, also those
    beyond the tokens kept.
    """

    text: str
    tokens: tuple[Token, ...]
    weights: tuple[int, ...]
    total: int
    near: tuple[Mapping[str, int], ...]
    runs: Mapping[Run, tuple[str, Mapping[str, int]]]


@dataclass(frozen=True, slots=True)
class Link:
    """Words `asked` of the query stand for words `listed` of the name; similarity in percent."""

    asked: Run
    listed: Run
    similarity: int
    weight: int

    @property
    def worth(self) -> int:
        """Similarity times weight."""
        return self.similarity * self.weight


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links of an asked and a listed name, in the order of the query; and who stays alone."""

    links: tuple[Link, ...]
    extra: tuple[int, ...]
    missing: tuple[int, ...]
    worth: int
    total: int

    @property
    def in_order(self) -> bool:
        """True if the linked words stand in the same order on both sides."""
        starts = [link.listed[0] for link in self.links]
        return starts == sorted(starts)


def align(asked: AskedName, listed: ListedName) -> Alignment:
    """The alignment of most worth.

    Equal words are linked first, left to right; among what remains every set of links that
    do not overlap is tried, up to a bound on their number (`_MOST_LINKS`), beyond which the
    best link is taken first.
    """
    links = _equal_words(asked, listed)
    used_asked = {link.asked[0] for link in links}
    used_listed = {link.listed[0] for link in links}
    if len(used_asked) < len(asked.tokens) and len(used_listed) < len(listed.tokens):
        possible = list(_possible_links(asked, listed, used_asked, used_listed))
        links += _best_set(possible)
    links.sort(key=lambda link: link.asked)
    covered_asked = {at for link in links for at in _covered(link.asked)}
    covered_listed = {at for link in links for at in _covered(link.listed)}
    return Alignment(
        links=tuple(links),
        extra=tuple(at for at in range(len(asked.tokens)) if at not in covered_asked),
        missing=tuple(at for at in range(len(listed.tokens)) if at not in covered_listed),
        worth=sum(link.worth for link in links),
        total=asked.total + listed.total,
    )


def _covered(run: Run) -> range:
    return range(run[0], run[0] + run[1])


def _equal_words(asked: AskedName, listed: ListedName) -> list[Link]:
    """Links of words that are equal, carry weight, and stand once on either side.

    Light words and repeated ones wait: they may belong to a run.
    """
    places = _single_places(listed.tokens)
    return [
        _link(asked, listed, (at, 1), (places[text], 1), EQUAL)
        for text, at in _single_places(asked.tokens).items()
        if text in places
    ]


def _single_places(tokens: tuple[Token, ...]) -> dict[str, int]:
    """Word -> place, for words of weight that occur once."""
    places: dict[str, int] = {}
    repeated: set[str] = set()
    for at, token in enumerate(tokens):
        if token.text in places or token.text in repeated:
            repeated.add(token.text)
            places.pop(token.text, None)
        elif not token.kind.is_light:
            places[token.text] = at
    return places


def _link(asked: AskedName, listed: ListedName, left: Run, right: Run, similarity: int) -> Link:
    weight = sum(asked.weights[at] for at in _covered(left))
    weight += sum(listed.weights[at] for at in _covered(right))
    return Link(left, right, similarity, weight)


def _possible_links(
    asked: AskedName, listed: ListedName, used_asked: set[int], used_listed: set[int]
) -> Iterator[Link]:
    """Every link between words that are still free."""
    listed_runs = list(_free_runs(listed.tokens, used_listed))
    for at, token in enumerate(asked.tokens):
        if at in used_asked:
            continue
        near = asked.near[at]
        for run, text in listed_runs:
            if run[1] == 1:
                similarity = word_similarity(token, near, listed.tokens[run[0]])
            else:
                similarity = JOINED if text == token.surface else 0
            if similarity:
                yield _link(asked, listed, (at, 1), run, similarity)
    for left, (text, near) in asked.runs.items():
        if not used_asked.isdisjoint(_covered(left)):
            continue
        for right, other in listed_runs:
            if right[1] > 1:
                similarity = EQUAL if other == text else 0
            else:
                similarity = 0 if listed.tokens[right[0]].kind.is_light else near.get(other, 0)
            if similarity:
                similarity = similarity * JOINED // EQUAL
                yield _link(asked, listed, left, right, similarity)


def _free_runs(tokens: tuple[Token, ...], used: set[int]) -> Iterator[tuple[Run, str]]:
    """Single words and runs of words that are free, each with its text written together."""
    places = [(at, 1) for at in range(len(tokens))] + run_places(len(tokens))
    for run in places:
        if used.isdisjoint(_covered(run)):
            yield run, "".join(token.surface for token in tokens[run[0] : run[0] + run[1]])


def word_similarity(asked: Token, near: Mapping[str, int], listed: Token) -> int:
    """Percent of likeness of one word and another; 0 if one cannot stand for the other."""
    if asked.text == listed.text:
        return EQUAL
    if asked.kind is Kind.INITIAL or listed.kind is Kind.INITIAL:
        kinds = {asked.kind, listed.kind}
        fits = asked.text[0] == listed.text[0] and kinds == {Kind.INITIAL, Kind.NAME}
        return INITIAL if fits else 0
    if asked.kind.is_light or listed.kind.is_light:
        return 0
    return near.get(listed.text, 0)


def _best_set(possible: list[Link]) -> list[Link]:
    """The set of links of most worth in which no word stands twice."""
    possible.sort(key=lambda link: (-link.worth, link.asked, link.listed))
    if len(possible) > _MOST_LINKS:
        return _greedy(possible)
    masks = [(_mask(link.asked), _mask(link.listed)) for link in possible]
    rest = [0] * (len(possible) + 1)
    for at in range(len(possible) - 1, -1, -1):
        rest[at] = rest[at + 1] + possible[at].worth
    best: tuple[int, tuple[int, ...]] = (0, ())

    def choose(at: int, asked: int, listed: int, worth: int, taken: tuple[int, ...]) -> None:
        nonlocal best
        if worth > best[0]:
            best = worth, taken
        if at == len(possible) or worth + rest[at] <= best[0]:
            return
        left, right = masks[at]
        if not left & asked and not right & listed:
            gain = worth + possible[at].worth
            choose(at + 1, asked | left, listed | right, gain, (*taken, at))
        choose(at + 1, asked, listed, worth, taken)

    choose(0, 0, 0, 0, ())
    return [possible[at] for at in best[1]]


def _greedy(possible: list[Link]) -> list[Link]:
    asked = listed = 0
    taken = []
    for link in possible:
        left, right = _mask(link.asked), _mask(link.listed)
        if not left & asked and not right & listed:
            asked |= left
            listed |= right
            taken.append(link)
    return taken


def _mask(run: Run) -> int:
    return ((1 << run[1]) - 1) << run[0]
