"""Loads an edition by the command line in a process of its own, and measures that process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

_MAIN = "from interdict.cli.app import main; main()"


@dataclass(frozen=True)
class Ran:
    """One command: what it printed, how it ended, what it cost.

    Attributes:
        seconds: processor time of the process, user and system, with starting Python.
        peak_mb: its largest resident memory, MB (2**20 bytes).
    """

    code: int
    out: str
    err: str
    seconds: float
    peak_mb: float

    @property
    def data(self) -> Any:
        """The JSON that it printed."""
        return json.loads(self.out)


def interdict(workspace: Path, *words: str | Path) -> Ran:
    """Runs `interdict` with those words on a workspace."""
    command = [sys.executable, "-c", _MAIN, *map(str, words)]
    environment = {**os.environ, "INTERDICT_WORKSPACE": str(workspace)}
    with TemporaryFile() as out, TemporaryFile() as err:
        child = subprocess.Popen(command, stdout=out, stderr=err, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode())
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return Ran(child.returncode, *texts, seconds, peak)


def load(workspace: Path, words: Sequence[str]) -> Ran:
    """`interdict list load` with those words, its report as JSON.

    Raises:
        SystemExit: if it was refused.
    """
    ran = interdict(workspace, "list", "load", *words, "--json")
    if ran.code:
        raise SystemExit(f"list load {' '.join(words)}: {ran.err}")
    return ran
