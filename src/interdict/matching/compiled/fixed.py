"""Arrays as loops take them."""

from __future__ import annotations

from interdict.matching.arrays import Array


def fixed(array: Array) -> Array:
    """A view that cannot be written to, as of a mapped file: numba compiles for either kind."""
    view = array.view()
    view.flags.writeable = False
    return view
