"""Who of the record a name may mean: the matching seam and its engine.

`Matcher` is the seam. `Index.compile` takes the indexed statements of a view, `TokenMatcher`
searches it; any other engine may stand in its place. `load_loops` makes a process that answers for
long quick from its first query on.
"""

from interdict.matching.arrays import IndexArrays, IndexRow
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, INDEXED_PROPERTIES, Matcher
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
