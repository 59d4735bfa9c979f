"""`python -m bench [NAME ...]`: prints what it measured.

`record` measures the store; `match` the matching engine, beside its peers; `lists` what the real
lists give and cost (`--help` says more). See README.md.
"""

from __future__ import annotations

import sys
from importlib import import_module

ALONE = ("record", "ownership", "documents", "damage")
"""Benchmarks that need neither arguments nor data."""

HELP = ("-h", "--help")


def main() -> None:
    """Runs the benchmark that is named; the record's without a name."""
    name, *rest = sys.argv[1:] or ["record"]
    if name in HELP:
        print(f"{(__doc__ or '').strip()}\n\nNames: {', '.join((*ALONE, 'match', 'lists'))}")
        return
    if name == "match":
        from bench.match.command import main as match

        match(rest)
    elif name == "lists":
        from bench.lists.command import main as lists

        lists(rest)
    elif name in ALONE:
        module = import_module(f"bench.{name}")
        print(f"\n== {name}: {(module.__doc__ or '').splitlines()[0]}")
        if rest:  # asked for help, or for what this one cannot be told: nothing is run
            sys.exit(0 if rest[0] in HELP else f"{name} takes no arguments, not {rest[0]!r}")
        module.run()
    else:
        sys.exit(f"no benchmark {name!r}; there are: {', '.join((*ALONE, 'match', 'lists'))}")


if __name__ == "__main__":
    main()
