"""`interdict list fetch` and `list sources`: lists from their publishers, and how that goes."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from interdict import __version__
from interdict.cli.context import Json, config, workspace
from interdict.cli.fetch_state import last_success, state_data, trouble
from interdict.cli.output import messages, print_json, print_line, print_table, say, warn
from interdict.cli.times import now
from interdict.config import Config
from interdict.errors import InterdictError
from interdict.workspace.fetching.book import SourceState
from interdict.workspace.fetching.network import Clock, Network
from interdict.workspace.fetching.run import TROUBLED, Fetching, Outcome, states_of
from interdict.workspace.fetching.sources import Source, Sources

_SPAN = re.compile(r"([1-9]\d{0,3})([mhd])")
_SECONDS = {"m": 60, "h": 3_600, "d": 86_400}
_SPREAD = 0.05
"""Runs come up to so much later than asked, so that not everybody asks on the hour."""


def clock() -> Clock:
    """Time and chance of this machine."""
    return Clock(now, time.sleep, random.random)


def fetch(
    datasets: Annotated[
        list[str] | None, typer.Argument(help="Such as us_ofac_sdn, un_sc.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every list that can be fetched.")
    ] = False,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another format than the usual one.")
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(metavar="SPAN", help="Again and again: 30m, 1h, 1d. Ends with Ctrl-C."),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Record editions though they say much less.")
    ] = False,
    proxy: Annotated[
        str | None, typer.Option(metavar="URL", help="The proxy, where it is not in the settings.")
    ] = None,
    json: Json = False,
) -> None:
    """Downloads current editions from their publishers and records what is new."""
    chosen = config()
    sources = _chosen(chosen.workspace, datasets or [], everything, format)
    network = network_of(chosen if proxy is None else replace(chosen, proxy=proxy))
    seconds = None if every is None else _seconds(every)

    def once() -> list[Outcome]:
        with workspace() as ws, messages().status("fetching") as shown:
            fetching = Fetching(ws, network, clock())
            return fetching.run(sources, accept=accept, progress=shown.update)

    if seconds is None:
        outcomes = once()
        _print(outcomes, json)
        if any(outcome.status in TROUBLED for outcome in outcomes):
            raise typer.Exit(1)
    else:
        _repeat(once, seconds, json)


def _chosen(
    folder: Path, datasets: Sequence[str], everything: bool, format: str | None
) -> list[Source]:
    known = Sources.load(folder)
    if everything == bool(datasets):
        names = ", ".join(known.names())
        raise typer.BadParameter(f"name the lists, or give --all. Fetched can be {names}")
    if format is not None and len(datasets) != 1:
        raise typer.BadParameter("--format is about one list: name it")
    found = [known.find(name, format) for name in (known.names() if everything else datasets)]
    return list(dict.fromkeys(found))


def network_of(chosen: Config) -> Network:
    """How the settings say that the network is reached, and who asks."""
    contact = chosen.contact or "no contact set"
    return Network(
        user_agent=f"interdict/{__version__} (sanctions list fetch; {contact})",
        proxy=chosen.proxy,
        no_proxy=tuple((chosen.no_proxy or "").split(",")),
        ca_file=None if chosen.ca_file is None else Path(chosen.ca_file),
    )


def _seconds(text: str) -> int:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise typer.BadParameter(f"--every {text!r}: write a span such as 30m, 1h or 1d")
    return int(found[1]) * _SECONDS[found[2]]


def _repeat(once: Callable[[], list[Outcome]], seconds: int, json: bool) -> None:
    """Runs again and again until it is interrupted; a run that fails is told, and the next comes.

    Each run opens the record anew: others may write to it between runs.
    """
    ticking = clock()
    while True:
        began = ticking.now()
        try:
            outcomes = once()
        except (InterdictError, OSError) as error:
            warn(f"{began:%Y-%m-%d %H:%M} UTC: {error}")
        else:
            _print(outcomes, json, at=began)
        took = (ticking.now() - began).total_seconds()
        ticking.sleep(max(1.0, seconds * (1 + _SPREAD * ticking.chance()) - took))


def _print(outcomes: Sequence[Outcome], json: bool, at: datetime | None = None) -> None:
    if json:
        # In a loop, one line for each run.
        (print_json if at is None else print_line)({"at": at or now(), "sources": outcomes})
        return
    if at is not None:
        say(f"\n{at:%Y-%m-%d %H:%M} UTC")
    print_table(
        "Fetched",
        ["list", "format", "outcome", "edition", "statements", "bytes", "why"],
        [
            (one.dataset, one.format, one.status, one.edition, f"{one.statements_added:,}",
             f"{one.n_bytes:,}", one.cause)
            for one in outcomes
        ],
    )  # fmt: skip


def sources(json: Json = False) -> None:
    """Where lists are fetched from, and how the last fetch of each went."""
    chosen = config()
    known = Sources.load(chosen.workspace)
    states = {(state.dataset, state.format): state for state in states_of(chosen.workspace)}
    every = [source for name in known.names() for source in known.formats(name)]
    if json:
        print_json([_source_data(s, states.get((s.dataset, s.format))) for s in every])
        return
    print_table(
        "Sources (the first format of a list is the usual one)",
        ["list", "format", "address seen to work", "last fetch", "last success", "state"],
        [_source_row(source, states.get((source.dataset, source.format))) for source in every],
    )


def _source_data(source: Source, state: SourceState | None) -> dict[str, object]:
    return {
        "dataset": source.dataset,
        "format": source.format,
        "files": source.files,
        "redirect_hosts": sorted(source.hosts),
        "cited": source.cited,
        "verified": source.verified,
        "state": None if state is None else state_data(state, now()),
    }


def _source_row(source: Source, state: SourceState | None) -> tuple[object, ...]:
    if state is None:
        return (source.dataset, source.format, source.verified, "never", "", "")
    last = "" if state.last_fetch is None else f"{state.last_fetch:%Y-%m-%d %H:%M}"
    return (source.dataset, source.format, source.verified, last, last_success(state, now()),
            trouble(state))  # fmt: skip
