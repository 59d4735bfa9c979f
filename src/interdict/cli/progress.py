"""Notes on standard error while something takes its time."""

from __future__ import annotations

import sys


def note(text: str) -> None:
    """One line, as plain text and only on a terminal: nothing heavy is loaded for it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{text} ...\n")
        sys.stderr.flush()
