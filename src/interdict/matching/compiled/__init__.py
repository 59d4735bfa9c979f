"""Loops over single numbers, compiled to machine code by numba where it is installed.

They find what the column operations beside them find, in a fraction of the time. Loading them
costs half a second, and on a machine's first run some twenty seconds of compiling, whose result
numba keeps beside these files. So they are loaded where many names are asked about or a process
runs for long, and never for one name. Without numba (`interdict[fast]`) all works as before.

Loops take the rules as arguments and import none: what is kept compiled holds every constant that
it was compiled with.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from interdict.matching.arrays import Array

if TYPE_CHECKING:
    from interdict.matching.compiled.hearing import Hearing
    from interdict.matching.compiled.meetings import Meetings
    from interdict.matching.compiled.spellings import Spellings
    from interdict.matching.index import Index
    from interdict.matching.lookup import Lookup

_CACHE = Path(__file__).parent / "__pycache__"

_loaded: list[bool] = []

WORTH_LOADING = 4_000
"""Names that take longer without the loops than loading them takes, once they are compiled."""

WORTH_COMPILING = 60_000
"""Names that take longer without the loops than compiling them takes."""


def load() -> bool:
    """Loads the loops, once; False if they cannot be had: then all works without them.

    Numba may be missing, too old for the numpy beside it, or have no folder to keep things in.
    """
    if not _loaded:
        _loaded.append(find_spec("numba") is not None and _is_imported())
    return _loaded[0]


def _is_imported() -> bool:
    _forget_outdated()
    try:
        for module in ("hearing", "meetings", "spellings"):
            import_module(f"interdict.matching.compiled.{module}")
    except (ImportError, RuntimeError):
        return False
    return True


def load_if_worth(n_names: int) -> None:
    """Loads the loops if so many names have been asked about that more are to be expected."""
    if _loaded or n_names < WORTH_LOADING:
        return
    if n_names >= WORTH_COMPILING or any(_CACHE.glob("meeting.meet-*.nbi")):
        load()


def _forget_outdated() -> None:
    """Drops what was compiled from earlier text: numba itself looks at one file of several."""
    written = max(path.stat().st_mtime for path in Path(__file__).parent.glob("*.py"))
    for kept in _CACHE.glob("*.nbi"):
        with suppress(OSError):
            if kept.stat().st_mtime < written:
                kept.unlink()


def is_loaded() -> bool:
    """True once the loops are in use."""
    return bool(_loaded and _loaded[0])


def hearing_of(arrays: Mapping[str, Array]) -> Hearing | None:
    """`heard` in loops over the tables of an index; None if they are not loaded."""
    if not is_loaded():
        return None
    from interdict.matching.compiled.hearing import Hearing

    return Hearing(arrays)


def spellings_of(arrays: Mapping[str, Array], *, learned: bool) -> Spellings | None:
    """`Vocabulary.near` in loops over the words of an index; None if they are not loaded."""
    if not is_loaded():
        return None
    from interdict.matching.compiled.spellings import Spellings

    return Spellings(arrays, learned=learned)


def meetings_of(index: Index, lookup: Lookup) -> Meetings | None:
    """`candidates` in loops over an index; None if they are not loaded."""
    if not is_loaded():
        return None
    from interdict.matching.compiled.meetings import Meetings

    return Meetings(index, lookup)
