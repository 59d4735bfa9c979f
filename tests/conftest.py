"""The command line in process: what it prints, on which stream, and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from interdict.cli.app import main

# A build fails for what changed, never by chance: examples are drawn alike on every run.
# `make fuzz` draws others; what it finds becomes an explicit example.
settings.register_profile("alike", derandomize=True)
settings.register_profile("random", derandomize=False, print_blob=True)
settings.load_profile("alike")


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


ARTICLES = {
    "wire.txt": """ date 2024-03-04 By Ada Brook and Tom Quill

Secretary of State Una Moor announced on Sunday that the State Department will designate the \
Harbour Front as a foreign terrorist organization, effective March 11.

Washington alleges that Anselm Grau leads the Harbour Front. Grau denies the accusation.

In January, the Treasury Department designated the Harbour Front as a specially designated \
global terrorist.
""",
    "ledger.txt": """ date 2024-03-05 By Ines Pike

The State Department plans to designate the Harbour Front as a foreign terrorist organization. \
The designation will take effect on March 12, 2024, officials said.
""",
    "release.txt": """Treasury Designates the Harbour Front

WASHINGTON — Today, the Department of the Treasury's Office of Foreign Assets Control (OFAC) \
designated the Harbour Front (a.k.a. Front of the Harbour) as a Specially Designated Global \
Terrorist.
""",
    "notice.md": """---
source: "fr"
title: "Foreign Terrorist Organization Designation of Harbour Front"
agency: "State Department"
document_number: "2024-90001"
document_type: "notice"
publication_date: "2024-03-11"
fr_citation: "89 FR 99001"
---

# Foreign Terrorist Organization Designation of Harbour Front

What section 219 of the Immigration and Nationality Act (8 U.S.C. 1189) requires is met with \
respect to: Harbour Front (also known as Front of the Harbour).

I therefore designate this organization as a Foreign Terrorist Organization pursuant to section \
219 of the Act.

This determination is published in the *Federal Register*. The designation goes into effect upon \
publication.

Dated: March 3, 2024.

Una Moor,

Secretary of State.
""",
}
"""Four invented texts about one invented group: two of the press, a release, a notice."""


@pytest.fixture(scope="session")
def article_texts() -> Mapping[str, str]:
    """The four texts by file name."""
    return ARTICLES


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the four texts."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


Entry = tuple[int, str, str, str, str, tuple[str, ...]]
"""Number, name, kind (empty for an organization), programmes, remarks, aliases."""

ENTRIES: tuple[Entry, ...] = (
    (101, "HARBOUR FRONT", "", "SDGT", "Website www.front.example.", ("FRONT OF THE HARBOUR",)),
    (102, "GRAU, Anselm", "individual", "FTO] [SDGT", "DOB 14 Mar 1961.", ("GRAU, Pico",)),
    (103, "GREY HERON", "vessel", "IFSR", "Vessel Registration Identification IMO 9999991.", ()),
)


@pytest.fixture(scope="session")
def ofac_files() -> Callable[..., Path]:
    """Writes an edition of invented entries in OFAC's form: `ofac_files(folder, entries)`."""

    def write(folder: Path, entries: Sequence[Entry] = ENTRIES) -> Path:
        folder.mkdir(parents=True)
        sdn, alt, add = [], [], []
        for number, name, kind, programmes, remarks, aliases in entries:
            cells = [name, kind or None, programmes, *[None] * 7, remarks or None]
            sdn.append(_row(number, *cells))
            alt += [_row(number, len(alt) + at, "aka", n, None) for at, n in enumerate(aliases)]
            add.append(_row(number, number, f"Pier {number}", "Strelsau", "Ruritania", None))
        for file, rows in (("sdn.csv", sdn), ("alt.csv", alt), ("add.csv", add)):
            (folder / file).write_bytes("".join(rows).encode("latin-1") + b"\x1a")
        return folder

    return write


def _row(*cells: object) -> str:
    shown = ("-0- " if c is None else c if isinstance(c, int) else f'"{c}"' for c in cells)
    return ",".join(map(str, shown)) + "\r\n"
