"""Work spread over processes."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from interdict.errors import InterdictError, InvalidInput
from interdict.screening.workers import spread


@pytest.mark.parametrize("n_workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_work(n_workers: int) -> None:
    """However many processes share it; the task itself is not sent anywhere."""
    offset = 7
    found = list(spread(lambda n: n * n + offset, range(100), n_workers=n_workers))
    assert found == [n * n + offset for n in range(100)]


def test_the_work_is_done_elsewhere() -> None:
    """In two processes that are not this one."""
    ids = set(spread(lambda _: os.getpid(), range(200), n_workers=2))
    assert os.getpid() not in ids
    assert 1 <= len(ids) <= 2


def test_work_is_not_read_far_ahead() -> None:
    """A long file does not pile up in memory."""
    read = 0

    def pieces() -> Iterator[int]:
        nonlocal read
        for number in range(1, 1_000):
            read = number
            yield number

    results = spread(lambda n: n, pieces(), n_workers=2)
    assert next(results) == 1
    assert read <= 8
    results.close()  # type: ignore[attr-defined]


def test_an_error_of_the_task_is_raised_here() -> None:
    """As it was raised there."""

    def fail(number: int) -> int:
        if number == 5:
            raise InvalidInput("five")
        return number

    with pytest.raises(InvalidInput, match="five"):
        list(spread(fail, range(10), n_workers=2))


def test_a_worker_that_dies_is_told() -> None:
    """With what to do next; nothing hangs."""

    def die(number: int) -> int:
        if number == 5:
            os._exit(9)
        return number

    with pytest.raises(InterdictError, match="run the same command again"):
        list(spread(die, range(50), n_workers=2))
