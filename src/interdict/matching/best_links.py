"""Of all links of two names those that are worth most together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interdict.matching.runs import Run

if TYPE_CHECKING:
    from interdict.matching.links import Link

MOST_LINKS = 16
"""Overlapping links beyond which the best one is taken first instead of trying all sets."""


def best_set(possible: list[Link]) -> list[Link]:
    """The set of links of most worth in which no word stands twice."""
    possible.sort(key=lambda link: (-link.worth, link.asked, link.listed))
    masks = [(_mask(link.asked), _mask(link.listed)) for link in possible]
    if len(possible) > MOST_LINKS or _are_apart(masks):
        return _greedy(possible, masks)
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


def _are_apart(masks: list[tuple[int, int]]) -> bool:
    """True if no two links share a word: then all of them are taken."""
    asked = listed = 0
    for left, right in masks:
        if left & asked or right & listed:
            return False
        asked |= left
        listed |= right
    return True


def _greedy(possible: list[Link], masks: list[tuple[int, int]]) -> list[Link]:
    asked = listed = 0
    taken = []
    for link, (left, right) in zip(possible, masks, strict=True):
        if not left & asked and not right & listed:
            asked |= left
            listed |= right
            taken.append(link)
    return taken


def _mask(run: Run) -> int:
    return ((1 << run[1]) - 1) << run[0]
