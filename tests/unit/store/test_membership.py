"""Edition membership by differences: the same answers as whole copies would give."""

from __future__ import annotations

import random

from interdict.store.membership import Membership


def test_an_issue_without_a_base_differs_from_the_empty_one() -> None:
    """It holds exactly what it has a row for."""
    membership = Membership({1: None, 2: None})
    assert membership.holds(membership.mask([1]), 1)
    assert not membership.holds(membership.mask([1]), 2)
    assert not membership.holds(membership.mask([]), 1)


def test_a_row_turns_around_what_the_base_says() -> None:
    """Without a row an issue holds what its base holds; with one, what it does not."""
    membership = Membership({1: None, 2: 1, 3: 2, 4: 1})
    added_then_dropped = membership.mask([1, 3])
    assert [membership.holds(added_then_dropped, i) for i in (1, 2, 3, 4)] == [
        True,
        True,
        False,
        True,
    ]
    only_in_one_branch = membership.mask([4])
    assert [membership.holds(only_in_one_branch, i) for i in (1, 2, 3, 4)] == [
        False,
        False,
        False,
        True,
    ]


def test_any_history_gives_back_its_issues() -> None:
    """For random trees of random issues, differences say what whole copies would."""
    chance = random.Random(20_251_124)
    for _ in range(50):
        copies: dict[int, frozenset[int]] = {}
        bases: dict[int, int | None] = {}
        differing: dict[int, list[int]] = {statement: [] for statement in range(8)}
        for issue in range(1, 12):
            base = chance.choice([None, *copies]) if copies else None
            copies[issue] = frozenset(s for s in differing if chance.random() < 0.5)
            bases[issue] = base
            before = copies[base] if base is not None else frozenset()
            for statement in copies[issue] ^ before:
                differing[statement].append(issue)
        membership = Membership(bases)
        for statement, rows in differing.items():
            mask = membership.mask(rows)
            held = {issue for issue in copies if membership.holds(mask, issue)}
            assert held == {issue for issue, copy in copies.items() if statement in copy}
