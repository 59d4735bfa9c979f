"""Who of the record a name may mean: the matching seam and its engine.

`Matcher` is the seam. `Index.compile` takes the indexed statements of a view, `TokenMatcher`
searches it; any other engine may stand in its place. `load_loops` makes a process that answers for
long quick from its first query on.

What needs numpy is loaded when it is asked for: most commands want a threshold and no engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, INDEXED_PROPERTIES, Matcher

if TYPE_CHECKING:
    from interdict.matching.arrays import IndexArrays, IndexRow
    from interdict.matching.compiled import load as load_loops
    from interdict.matching.compiling import compile_index
    from interdict.matching.engine import TokenMatcher
    from interdict.matching.index import Index

__all__ = [
    "DEFAULT_LIMIT",
    "DEFAULT_THRESHOLD",
    "INDEXED_PROPERTIES",
    "Index",
    "IndexArrays",
    "IndexRow",
    "Matcher",
    "TokenMatcher",
    "compile_index",
    "load_loops",
]

_HOMES = {
    "Index": ("index", "Index"),
    "IndexArrays": ("arrays", "IndexArrays"),
    "IndexRow": ("arrays", "IndexRow"),
    "TokenMatcher": ("engine", "TokenMatcher"),
    "compile_index": ("compiling", "compile_index"),
    "load_loops": ("compiled", "load"),
}
"""Where the names live that are loaded late."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own_name = _HOMES[name]
    return getattr(import_module(f"{__name__}.{module}"), own_name)
