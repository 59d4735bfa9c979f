"""How fetching has gone so far: one state for each source, and a history that only grows.

Both are files in the workspace's folder `fetched`. The state (`state/DATASET.FORMAT.json`) is
what the next fetch begins from; losing it costs one download. The history (`history.jsonl`,
one object a line) is the proof of when a list was looked for, and what came.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from interdict.errors import InvalidInput
from interdict.model.plain import plain
from interdict.workspace.fetching.http import Validators

FOLDER = "fetched"
"""Folder of the workspace that holds everything that fetching keeps."""


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """The version of a file that was fetched last; its bytes are in the archive.

    `headers` are those of the answer that are kept, `url` the address that gave it.
    """

    name: str
    url: str
    sha256: str
    size: int
    fetched_at: datetime
    headers: Mapping[str, str]

    @property
    def validators(self) -> Validators:
        """What asks for another version of it."""
        return Validators.of(self.headers)


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of a source after its last fetch.

    `last_fetch` is when it was last asked, `last_success` when it last gave an edition that is
    held. `status` and `cause` are those of the last outcome; `n_failures` counts those since
    the last success; before `retry_at` the publisher does not want to be asked again.
    """

    dataset: str
    format: str
    status: str = ""
    cause: str = ""
    last_fetch: datetime | None = None
    last_success: datetime | None = None
    n_failures: int = 0
    retry_at: datetime | None = None
    edition: str | None = None
    files: tuple[FetchedFile, ...] = ()

    def file(self, name: str) -> FetchedFile | None:
        """The version of that file that was fetched last."""
        return next((file for file in self.files if file.name == name), None)


class Book:
    """The states and the history of a workspace."""

    def __init__(self, folder: Path) -> None:
        self._states = folder / "state"
        self._history = folder / "history.jsonl"

    def state(self, dataset: str, format: str) -> SourceState:
        """The state of a source; an empty one if it was never fetched.

        Raises:
            InvalidInput: if its file cannot be read.
        """
        return self._read(self._path(dataset, format)) or SourceState(dataset, format)

    def states(self) -> list[SourceState]:
        """Every source that was ever fetched, by dataset and format.

        Raises:
            InvalidInput: as for `state`.
        """
        found = [self._read(path) for path in sorted(self._states.glob("*.json"))]
        return [state for state in found if state is not None]

    def keep(self, state: SourceState) -> None:
        """Replaces the state of a source, wholly or not at all."""
        path = self._path(state.dataset, state.format)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(plain(state), ensure_ascii=False, indent=1) + "\n", "utf-8")
        part.replace(path)

    def note(self, entry: object) -> None:
        """Appends to the history."""
        self._history.parent.mkdir(parents=True, exist_ok=True)
        with self._history.open("a", encoding="utf-8") as file:
            file.write(json.dumps(plain(entry), ensure_ascii=False) + "\n")

    def _path(self, dataset: str, format: str) -> Path:
        return self._states / f"{dataset}.{format}.json"

    def _read(self, path: Path) -> SourceState | None:
        try:
            data = json.loads(path.read_text("utf-8"))
            for key in ("last_fetch", "last_success", "retry_at"):
                data[key] = None if data[key] is None else datetime.fromisoformat(data[key])
            data["files"] = tuple(_file(entry) for entry in data["files"])
            return SourceState(**data)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise InvalidInput(
                f"{path}: not the state of a source ({error}). Remove it: the next fetch begins "
                "afresh, and nothing of the record is lost."
            ) from None


def _file(entry: dict[str, Any]) -> FetchedFile:
    return FetchedFile(**{**entry, "fetched_at": datetime.fromisoformat(entry["fetched_at"])})
