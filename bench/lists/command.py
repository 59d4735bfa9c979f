"""`python -m bench lists WHAT`: see bench/README.md."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path


def main(words: Sequence[str]) -> None:
    """Reads the options and does what they ask."""
    options = argparse.ArgumentParser(prog="python -m bench lists", description=__doc__)
    options.add_argument("what", choices=("table", "orders", "resolution", "export"))
    options.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("INTERDICT_TEST_DATA"),
        help="folder with data/ (INTERDICT_TEST_DATA)",
    )
    options.add_argument("--write", action="store_true", help="put the table into docs/lists.md")
    options.add_argument("--seed", type=int, default=1, help="what is drawn at random")
    asked = options.parse_args(words)
    if asked.data is None:
        options.error("where are the lists? Give --data, or set INTERDICT_TEST_DATA")
    data = Path(asked.data).resolve() / "data"
    if asked.what == "table":
        from bench.lists import table

        table.run(data, write=asked.write)
    elif asked.what == "orders":
        from bench.lists import orders

        orders.run(data, asked.seed)
    elif asked.what == "resolution":
        from bench.lists import resolution

        resolution.run(data, asked.seed)
    else:
        from bench.lists import export

        export.run(data)
