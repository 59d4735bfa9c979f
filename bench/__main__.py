"""`python -m bench [NAME ...]`: runs the named benchmarks, or all, and prints their tables."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench

NOT_BENCHMARKS = {"__main__", "measure"}


def main() -> None:
    """Runs the modules of this folder that offer `run()`; each prints what it measured."""
    known = sorted(m.name for m in pkgutil.iter_modules(bench.__path__))
    wanted = sys.argv[1:] or [name for name in known if name not in NOT_BENCHMARKS]
    for name in wanted:
        if name not in known:
            sys.exit(f"no benchmark {name!r}; there are: {', '.join(known)}")
        module = importlib.import_module(f"bench.{name}")
        run = getattr(module, "run", None)
        if run is not None:
            print(f"\n== {name}: {(module.__doc__ or '').splitlines()[0]}")
            run()


if __name__ == "__main__":
    main()
