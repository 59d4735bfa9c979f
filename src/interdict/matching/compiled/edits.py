"""Edits between two words, in loops."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from interdict.matching.compiled.arguments import Number, Numbers


@njit(cache=True, nogil=True)
def edits_between(left: Numbers, right: Numbers, most: Number) -> Any:
    """Edits between two words, neighbours swapped as one (optimal string alignment).

    More than `most` where there are more of them.
    """
    n, m = len(left), len(right)
    begin = 0
    while begin < min(n, m) and left[begin] == right[begin]:
        begin += 1
    while n > begin and m > begin and left[n - 1] == right[m - 1]:
        n, m = n - 1, m - 1
    if begin:
        begin -= 1  # a swap may reach into what both have in common
    n, m = min(n + 1, len(left)), min(m + 1, len(right))
    left, right = left[begin:n], right[begin:m]
    n, m = len(left), len(right)
    if not n or not m:
        return max(n, m)
    rows = np.empty((3, m + 1), dtype=np.int64)
    for j in range(m + 1):
        rows[0, j] = j
    for i in range(n):
        above, row, twice = i % 3, (i + 1) % 3, (i + 2) % 3
        rows[row, 0] = fewest = i + 1
        for j in range(m):
            cost = min(
                rows[above, j] + (left[i] != right[j]), rows[above, j + 1] + 1, rows[row, j] + 1
            )
            if i and j and left[i] == right[j - 1] and left[i - 1] == right[j]:
                cost = min(cost, rows[twice, j - 1] + 1)
            rows[row, j + 1] = cost
            fewest = min(fewest, cost)
        if fewest > most:
            return most + 1
    return rows[n % 3, m]
