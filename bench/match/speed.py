"""Speed within one process, on the large list: batches, one query, the slowest names, opening."""

from __future__ import annotations

import contextlib
import gc
import statistics
from datetime import UTC, datetime

from bench.match.figures import Figure, Row, repeated
from bench.match.inputs import EDITION, SEED, Inputs, listed_names, percentiles, persons
from bench.match.odd_names import odd_names
from bench.match.processes import Workspaces
from interdict.config import Config
from interdict.errors import InvalidInput
from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher, load_loops
from interdict.model.match import Party

LIMIT = 10
N_BATCH = 6_000
N_QUERIES = 1_500
WARM_UP = 100
REPEATS = 3


def batch(inputs: Inputs) -> Row:
    """Names a second on one core: with no word known, then with others' words remembered."""
    index, listed = inputs.large_index, listed_names(inputs.large_held)
    with_loops = load_loops()
    list(TokenMatcher(index).search_many(persons(listed[:100]), threshold=9_000, limit=1))
    _set_aside()
    cold, warm, alerts = [], [], 0
    for repeat in range(REPEATS):
        matcher = TokenMatcher(Index(index.arrays))  # opened anew: nothing is decoded
        for rates in (cold, warm):
            skip = (2 * repeat + (rates is warm)) * N_BATCH
            parties = persons(inputs.names(listed, N_BATCH, skip=skip))
            took, answers = inputs.timed(
                lambda matcher=matcher, parties=parties: list(
                    matcher.search_many(parties, threshold=DEFAULT_THRESHOLD, limit=LIMIT)
                )
            )
            rates.append(N_BATCH / took)
            alerts += sum(map(bool, answers))
    return Row(
        (
            repeated("names a second, no word known", cold, unit="/s", target=10_000),
            repeated("names a second, words of 6,000 other names known", warm, unit="/s"),
            Figure("names that alert, of 1,000", 1e3 * alerts / (2 * REPEATS * N_BATCH)),
        ),
        {
            "list": f"large, {index.n_entities:,} parties, {index.n_names:,} names",
            "queries": f"{N_BATCH:,} names a run, one in ten a misspelt listed one, as persons",
            "seed": SEED,
            "threshold": DEFAULT_THRESHOLD,
            "loops": "compiled" if with_loops else "not installed",
        },
    )


def query(inputs: Inputs) -> Row:
    """Milliseconds of one query in process: a third clean, a third listed, a third misspelt."""
    listed = listed_names(inputs.large_held)
    names = inputs.thirds(listed, N_QUERIES)
    with_loops = load_loops()
    TokenMatcher(inputs.large_index).search(Party((names[0],)), threshold=9_000, limit=1)
    _set_aside()
    medians, tails = [], []
    for _ in range(REPEATS):
        matcher = TokenMatcher(Index(inputs.large_index.arrays))
        took = [
            inputs.timed(
                lambda matcher=matcher, name=name: matcher.search(
                    Party((name,)), threshold=DEFAULT_THRESHOLD, limit=LIMIT
                )
            )[0]
            for name in names
        ]
        p50, p99 = percentiles(took[WARM_UP:])
        medians.append(p50)
        tails.append(p99)
    return Row(
        (
            repeated("one query, median", medians, unit="ms", target=0.5, less=True),
            repeated("one query, 99th percentile", tails, unit="ms", target=3, less=True),
        ),
        {
            "list": f"large, {inputs.large_index.n_names:,} names",
            "queries": f"{len(names) - WARM_UP:,} names, no kind of party stated",
            "seed": SEED,
            "threshold": DEFAULT_THRESHOLD,
            "loops": "compiled" if with_loops else "not installed",
        },
    )


def slowest(inputs: Inputs) -> Row:
    """Milliseconds of the names that cost the most, beside an ordinary one."""
    listed = listed_names(inputs.large_held)
    load_loops()
    matcher = TokenMatcher(inputs.large_index)
    ordinary = [_one(inputs, matcher, name) for name in inputs.thirds(listed, 300)]
    floor = statistics.median(ordinary)
    figures = []
    for kind, name in odd_names(listed).items():
        runs = [_one(inputs, matcher, name) for _ in range(2)]
        figures.append(Figure(kind, runs[0], "ms", "an ordinary name", floor, None, True, (*runs,)))
    figures.sort(key=lambda figure: -figure.ours)
    return Row(
        tuple(figures),
        {
            "list": f"large, {inputs.large_index.n_names:,} names",
            "queries": "each asked twice; the first time counts",
            "seed": SEED,
            "threshold": DEFAULT_THRESHOLD,
        },
    )


def _set_aside() -> None:
    """Keeps the bench's own half a million statements out of Python's search for garbage.

    No process that screens holds them; a single search through them costs as much as a thousand
    names.
    """
    gc.collect()
    gc.freeze()


def _one(inputs: Inputs, matcher: TokenMatcher, name: str) -> float:
    """Milliseconds of one search, refused or not."""

    def search() -> None:
        with contextlib.suppress(InvalidInput):
            matcher.search(Party((name,)), threshold=DEFAULT_THRESHOLD, limit=LIMIT)

    return 1e3 * inputs.timed(search)[0]


def compiling(inputs: Inputs) -> Row:
    """Compiling the large list in process and from the record; its size; opening it."""
    held = inputs.large_held
    inside, index = inputs.timed(lambda: Index.compile(held))
    built = Workspaces(inputs).built()
    folder = Workspaces(inputs).folder
    current = folder / "index" / (folder / "index" / "CURRENT").read_text().strip()
    size = sum(path.stat().st_size for path in current.iterdir())  # older ones may lie there
    opened = [_opened(inputs) for _ in range(15)][1:]
    return Row(
        (
            Figure("compile the engine's arrays, in process", inside, "s", less=True),
            Figure("`index build` from the record, wall", built.wall, "s", target=15, less=True),
            Figure("`index build` from the record, CPU", built.cpu, "s", less=True),
            Figure("`index build`, peak memory", built.peak_mb, "MB", less=True),
            Figure("the engine's arrays", index.arrays.n_bytes / 1e6, "MB", less=True),
            Figure("on disk, with the history", size / 1e6, "MB", target=100, less=True),
            repeated("open it, ready to search", opened, unit="ms", target=50, less=True),
        ),
        {"list": f"large, {index.n_entities:,} parties, {index.n_names:,} names"},
    )


def _opened(inputs: Inputs) -> float:
    """Milliseconds from a folder on disk to a screener; what is imported was imported before."""
    from interdict.cli.times import times_of
    from interdict.workspace import Workspace

    settings = Config(Workspaces(inputs).folder)
    with Workspace(settings, lambda: datetime.now(UTC)) as workspace:
        times = times_of(settings, EDITION, None, None)
        return 1e3 * inputs.timed(lambda: workspace.screening.screener(times))[0]
