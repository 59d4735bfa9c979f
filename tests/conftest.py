"""The command line in process: what it prints, on which stream, and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.app import main


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that it must be."""
        assert self.code in (0, 3), self.err
        return json.loads(self.out)

    @property
    def said(self) -> str:
        """Standard output with its line breaks and paddings taken out."""
        return " ".join(self.out.split())


@dataclass(frozen=True)
class Command:
    """`interdict` in one workspace: `command("list", "status", "--json")`."""

    workspace: Path

    def __call__(self, *words: object) -> Ran:
        """Runs one command line."""
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("INTERDICT_WORKSPACE", str(self.workspace))
            patch.setattr(sys, "argv", ["interdict", *map(str, words)])
            with redirect_stdout(out), redirect_stderr(err):
                try:
                    main()
                except SystemExit as ended:
                    code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
                else:
                    code = 0
        return Ran(code, out.getvalue(), err.getvalue())

    def json(self, *words: object) -> Any:
        """The answer of a query, which must succeed."""
        return self(*words, "--json").json


@pytest.fixture(scope="session")
def interdict() -> Callable[[Path], Command]:
    """Gives the command line of a workspace."""
    return Command


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data and articles, where it is at hand."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder)
