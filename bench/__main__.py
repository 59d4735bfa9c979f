"""`python -m bench [record]` and `python -m bench match [ROW ...]`: prints what it measured.

`record` measures the store; `match` the matching engine, beside its peers (`--help` lists its
rows). See README.md.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the benchmark that is named; the record's without a name."""
    name, *rest = sys.argv[1:] or ["record"]
    if name == "record":
        from bench import record

        print(f"\n== record: {(record.__doc__ or '').splitlines()[0]}")
        record.run()
    elif name == "match":
        from bench.match.command import main as match

        match(rest)
    else:
        sys.exit(f"no benchmark {name!r}; there are: record, match")


if __name__ == "__main__":
    main()
