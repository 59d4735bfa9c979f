"""Results that survive an interruption: written to the side, marked at intervals, then renamed.

`OUTPUT.part` holds the results so far, `OUTPUT.part.json` how much of it is safely on disk.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a batch has come, all of it on disk.

    `input` and `configuration` are hashes of what the results depend on; `n_rows` rows of the
    input are done and take `n_bytes` of the part file. `broken` holds (line, reason).
    """

    input: str
    configuration: str
    n_rows: int = 0
    n_bytes: int = 0
    n_screened: int = 0
    n_alerts: int = 0
    n_hits: int = 0
    n_broken: int = 0
    broken: tuple[tuple[int, str], ...] = ()


class PartFile:
    """The part file of one output, opened at the last checkpoint that belongs to this run.

    A part of another input or configuration is started afresh. Use as a context manager; the
    part stays if an exception leaves the block.
    """

    def __init__(self, output: Path, *, input_hash: str, configuration: str) -> None:
        self._output = output
        self._part = output.with_name(output.name + ".part")
        self._mark = output.with_name(output.name + ".part.json")
        self.start = self._resumable(input_hash, configuration)
        self._file = self._part.open("r+b" if self.start.n_rows else "wb")
        self._file.truncate(self.start.n_bytes)
        self._file.seek(self.start.n_bytes)

    def __enter__(self) -> PartFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def write(self, text: str) -> None:
        """Appends text."""
        self._file.write(text.encode("utf-8", errors="replace"))

    def tell(self) -> int:
        """Bytes written so far."""
        return self._file.tell()

    def mark(self, checkpoint: Checkpoint) -> None:
        """Puts everything written on disk, then the checkpoint that says so."""
        self._sync()
        fresh = self._mark.with_name(self._mark.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(checkpoint), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._mark)

    def finish(self) -> None:
        """Renames the part to the output, in one step, and removes the checkpoint."""
        self._sync()
        self._part.replace(self._output)
        self._mark.unlink(missing_ok=True)

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())

    def _resumable(self, input_hash: str, configuration: str) -> Checkpoint:
        fresh = Checkpoint(input_hash, configuration)
        try:
            held = json.loads(self._mark.read_text(encoding="utf-8"))
            held["broken"] = tuple((int(line), str(why)) for line, why in held["broken"])
            mark = Checkpoint(**held)
            size = self._part.stat().st_size
        except (OSError, ValueError, KeyError, TypeError):
            return fresh  # no part, or one that cannot be trusted
        same = (mark.input, mark.configuration) == (input_hash, configuration)
        return mark if same and size >= mark.n_bytes else fresh
