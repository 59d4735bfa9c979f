"""Who of the record a name may mean: the matching seam and its engine.

`Matcher` is the seam. `Index.compile` takes the indexed statements of a view, `TokenMatcher`
searches it; any other engine may stand in its place.
"""

from interdict.matching.arrays import IndexArrays, IndexRow
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, INDEXED_PROPERTIES, Matcher
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
]
