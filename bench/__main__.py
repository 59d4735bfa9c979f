"""`python -m bench [NAME ...]`: runs the named benchmarks, or all, and prints their tables.

The scripts that compare engines take arguments and an environment of their own: see README.md.
"""

from __future__ import annotations

import sys

from bench import documents, record

BENCHMARKS = {"record": record, "documents": documents}


def main() -> None:
    """Runs benchmarks one after the other; each prints what it measured."""
    wanted = sys.argv[1:] or list(BENCHMARKS)
    for name in wanted:
        if name not in BENCHMARKS:
            sys.exit(f"no benchmark {name!r}; there are: {', '.join(BENCHMARKS)}")
        print(f"\n== {name}: {(BENCHMARKS[name].__doc__ or '').splitlines()[0]}")
        BENCHMARKS[name].run()


if __name__ == "__main__":
    main()
