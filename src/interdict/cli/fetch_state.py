"""How fetching a list goes, in words and as data: for `list sources` and `list status`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import groupby
from pathlib import Path

from interdict.workspace.fetching.book import SourceState
from interdict.workspace.fetching.run import TROUBLED, states_of


def states_by_dataset(workspace: Path) -> Mapping[str, tuple[SourceState, ...]]:
    """Dataset -> the states of its formats that were ever fetched.

    Raises:
        InvalidInput: if the file of a state cannot be read.
    """
    grouped = groupby(states_of(workspace), lambda state: state.dataset)
    return {dataset: tuple(states) for dataset, states in grouped}


def state_data(state: SourceState, at: datetime) -> dict[str, object]:
    """The state of a source for JSON, with the age of its last success in seconds."""
    success = state.last_success
    return {
        "format": state.format,
        "status": state.status,
        "cause": state.cause,
        "last_fetch": state.last_fetch,
        "last_success": success,
        "age_s": None if success is None else int((at - success).total_seconds()),
        "n_failures": state.n_failures,
        "retry_at": state.retry_at,
        "edition": state.edition,
    }


def states_data(
    states: Mapping[str, tuple[SourceState, ...]], at: datetime
) -> dict[str, list[dict[str, object]]]:
    """All of them for JSON, by dataset."""
    return {name: [state_data(state, at) for state in found] for name, found in states.items()}


def state_lines(
    states: Mapping[str, tuple[SourceState, ...]], dataset: str, at: datetime
) -> list[str]:
    """Those of a dataset in words, a line for each of its formats."""
    return [
        f"  fetched as {state.format}: last asked {_minute(state.last_fetch)}, "
        f"last success {last_success(state, at)}; {trouble(state)}"
        for state in states.get(dataset, ())
    ]


def last_success(state: SourceState, at: datetime) -> str:
    """When it last went well, and how long ago that is."""
    if state.last_success is None:
        return "never"
    age = at - state.last_success
    hours = int(age.total_seconds() // 3_600)
    return f"{state.last_success:%Y-%m-%d %H:%M} ({hours // 24} d {hours % 24} h ago)"


def trouble(state: SourceState) -> str:
    """The last outcome; where it was none, why, and how often running."""
    if state.status not in TROUBLED:
        return state.status
    again = f", {state.n_failures} times running" if state.n_failures > 1 else ""
    return f"{state.status}{again}: {state.cause}"


def _minute(moment: datetime | None) -> str:
    return "never" if moment is None else f"{moment:%Y-%m-%d %H:%M}"
