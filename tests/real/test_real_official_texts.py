"""Official texts read by the command line: what each may establish, and what it may not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Any


@pytest.fixture
def texts(shared: Path) -> Path:
    """The folder of notices and releases."""
    return shared / "data" / "federal_register"


@pytest.fixture
def command(interdict: Callable[[Path], Command], tmp_path: Path) -> Command:
    """The command line of an empty workspace."""
    return interdict(tmp_path / "workspace")


def states(command: Command, party: str, as_of: str) -> dict[str, tuple[str, str]]:
    """Programme -> (state, grade) of a party on a day."""
    told = command.json("show", party, "--as-of", as_of)
    return {d["programme"]: (d["state"], d["grade"]) for d in told["designations"]}


def test_the_release_of_eight_groups_is_sdgt_in_force_and_fto_announced(
    command: Command, texts: Path
) -> None:
    """The one programme by the issuer's act, the other waits for its publication."""
    (path,) = texts.glob("state_press_*_eight_cartels.txt")
    command(
        "read", path, "--kind", "press_release", "--published", "2025-02-20",
        "--publisher", "U.S. Department of State",
    )  # fmt: skip
    pending = command.json("pending", "--as-of", "2025-02-21")
    assert Counter(row["programme"] for row in pending) == {"US-FTO": 8}
    assert {row["grade"] for row in pending} == {"issuer"}
    parties = [row["designation"].partition(":")[0] for row in pending]
    assert all(
        states(command, party, "2025-02-21")["US-SDGT"] == ("in_force", "issuer")
        for party in parties
    )


def test_review_notices_designate_nobody(command: Command, texts: Path) -> None:
    """A review that maintains a designation neither makes nor announces one."""
    paths = sorted(texts.glob("fr_*_review.*"))
    assert command("read", *paths).code == 0
    assert command.json("pending", "--as-of", "2026-01-01") == []
    claims = command("claims", *paths, "--json").out
    assert '"kind": "designation.' not in claims


def test_a_press_text_that_quotes_the_notice_promotes_nothing(
    command: Command, texts: Path, tmp_path: Path
) -> None:
    """Word for word, under an article's header: announced at most, never in force."""
    (notice,) = texts.glob("fr_2025-20750_*.md")
    body = re.sub(r"^---\n.*?\n---\n", "", notice.read_text("utf-8"), flags=re.DOTALL)
    article = tmp_path / "article.txt"
    article.write_text(
        " date 2025-11-25 By Ada Quill\n\nThe Federal Register published this text:\n" + body,
        "utf-8",
    )
    assert command("read", article).code == 0
    listed = command.json("list", "status")
    assert listed is not None
    rows = command.json("pending", "--as-of", "2025-11-26")
    found = {row["state"] for row in rows}
    assert "in_force" not in found
    told = states(command, "Cartel de los Soles", "2025-11-26")
    assert {state for state, _ in told.values()} <= {"pending", "due_unconfirmed", "reported"}


def test_a_file_that_calls_itself_a_notice_is_graded_copy(command: Command, texts: Path) -> None:
    """The Register's fields in its front matter make it a notice, from disk a copy."""
    (notice,) = texts.glob("fr_2025-20750_*.md")
    assert command("read", notice).code == 0
    told = states(command, "Cartel de los Soles", "2025-11-25")
    assert told["US-FTO"] == ("in_force", "copy")
