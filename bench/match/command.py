"""`python -m bench match [ROW ...]`: runs rows, keeps their figures, writes the page."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from bench.match import results
from bench.match.inputs import Inputs
from bench.match.rows import ROWS, run, title
from bench.match.runner import HOME, python_of, setup


def main(words: Sequence[str]) -> None:
    """Reads the options and does what they ask."""
    listing = "\n".join(f"  {name:<10} {title(name)}" for name in ROWS)
    options = argparse.ArgumentParser(
        prog="python -m bench match",
        description=f"The matching engine measured, beside its peers. Rows:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("rows", nargs="*", metavar="ROW", help="all of them without a name")
    options.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("INTERDICT_TEST_DATA"),
        help="folder with data/ and bench/ (INTERDICT_TEST_DATA)",
    )
    options.add_argument("--parties", type=int, default=1_000_000, help="rows of `million`")
    options.add_argument("--clock", choices=("cpu", "wall"), default="cpu")
    options.add_argument("--python", type=Path, help="an environment that has the peers")
    options.add_argument("--setup", action="store_true", help="make the peers' environment")
    options.add_argument("--page", action="store_true", help="only write bench/results.md")
    asked = options.parse_args(words)
    if unknown := sorted(set(asked.rows) - set(ROWS)):
        options.error(f"no row {unknown[0]!r}. Known: {', '.join(ROWS)}")
    if asked.setup:
        setup()
        return
    if not asked.page:
        if asked.data is None:
            options.error("where are the lists? Give --data, or set INTERDICT_TEST_DATA")
        python = asked.python or python_of(HOME)
        inputs = Inputs(asked.data.resolve(), python, asked.clock, asked.parties)
        run(asked.rows or list(ROWS), inputs)
    print(f"\n-> bench/{results.write().name}")
