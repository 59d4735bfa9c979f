"""One record of who is designated, since when, under what authority and on whose word."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """`__version__`, read from the package's metadata when it is asked for.

    Reading it takes longer than all else that a first look at a compiled index needs.
    """
    if name == "__version__":
        from importlib.metadata import version

        return version("interdict")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
