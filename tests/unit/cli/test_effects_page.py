"""`effects` on a terminal: the story of the bundled documents, on one screen for each addressee."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interdict.cli.effects_page import cited
from interdict.lists.bundled.statements import bundled_paths

DAYS = ("2025-07-24", "2025-07-25", "2025-11-16", "2025-11-20", "2025-11-24")
ADDRESSEES = (
    "US_FI", "US_PERSON", "ANY_PERSON_EXTRATERRITORIAL", "ALIEN", "FOREIGN_FI", "EAR_EXPORTER",
)  # fmt: skip


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, interdict: Callable[[Path], Any]) -> Any:
    """The bundled record with the press, the release and the notice."""
    command = interdict(tmp_path_factory.mktemp("story"))
    paths = bundled_paths()
    command.json("list", "load", "bundled")
    command.json("read", *paths.press, paths.notice)
    command.json("read", paths.release, "--kind", "press_release")
    return command


def asked(story: Any, day: str, addressee: str | None = None, *more: str) -> list[str]:
    """Lines of the answer."""
    whom = ("--for", addressee) if addressee else ()
    ran = story("effects", "Cartel de los Soles", "--as-of", day, *whom, *more)
    assert ran.code == 0, ran.err
    return list(ran.out.splitlines())


@pytest.mark.parametrize("day", DAYS)
def test_counsel_reads_it_on_one_screen(story: Any, day: str) -> None:
    """At most 50 lines of 100 columns, with proofs, limits and the line on legal advice."""
    for addressee in ADDRESSEES:
        lines = asked(story, day, addressee)
        assert len(lines) <= 50, (addressee, len(lines))
        assert max(map(len, lines)) <= 100
        text = " ".join(" ".join(lines).split())
        assert "Reference, not legal advice." in text
        assert "It authorises no use of force (US-FTO, US-SDGT; A)" in text
        assert "It is not a conviction of anybody (US-FTO, US-SDGT; U unverified)" in text
        assert "Contested: Does the designation allow the use of military force?" in text


def test_what_holds_stands_apart_from_what_is_to_come(story: Any) -> None:
    """On 20 November a bank is told: frozen since July, to be retained from the 24th."""
    lines = asked(story, "2025-11-20", "US_FI")
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert [
        h for h in heads if ": " in h and h.startswith(("Prohibited", "Required", "Possible"))
    ] == [
        "Prohibited: in force",
        "Prohibited: pending",
        "Required: in force",
        "Required: pending",
        "Possible (what may follow, or an authority may do): pending",
    ]
    text = " ".join(" ".join(lines).split())
    assert "Property is blocked since 2025-07-25 US-SDGT" in text
    assert "Retain funds and report them expected 2025-11-24 US-FTO" in text
    assert "Before force: an order may bind since 2025-11-17 at the latest" in text
    # Thanksgiving lies between: 27 November 2025 is no business day.
    assert "by 2025-12-05, if on 2025-11-20: Report of blocked property" in text
    assert "secondary (B) ofac-50-percent-notes" in text
    assert "law (A) cfr-31-597-201" in text


def test_one_duty_under_two_programmes_stands_once(story: Any) -> None:
    """The export licence runs from July; for the second tag it waits for the list, and says so."""
    lines = asked(story, "2025-11-24", "EAR_EXPORTER")
    (licence,) = [line for line in lines if "Licence for every item" in line]
    assert "since 2025-07-25 US-SDGT; due, unconfirmed, US-FTO" in licence
    assert any("waits for the tag on the official list" in line for line in lines)


def test_before_the_first_act_everything_is_named_as_not_in_force(story: Any) -> None:
    """The day before: no heading of a duty, and the programmes with the day on which they begin."""
    lines = asked(story, "2025-07-24", "US_FI")
    assert not [line for line in lines if line.startswith(("Prohibited", "Required", "Possible"))]
    assert any("not in force (begins 2025-07-25)" in line for line in lines)
    assert any(line.startswith("Not in force, US-SDGT: ") for line in lines)


def test_full_has_what_the_screen_leaves_out(story: Any) -> None:
    """Penalties, exceptions, reasons and the addresses of sources."""
    short = " ".join(asked(story, "2025-11-24", "US_FI"))
    full = " ".join(" ".join(asked(story, "2025-11-24", "US_FI", "--full")).split())
    for text in ("Breach:", "Except:", "https://"):
        assert text not in short
        assert text in full


def test_provisions_of_one_title_are_not_repeated() -> None:
    """As lawyers cite them; another title is named again, and long rows are cut."""
    assert cited(["18 U.S.C. 2339B(a)(1)", "18 U.S.C. 2339A(b)"]) == (
        "18 U.S.C. 2339B(a)(1), 2339A(b)"
    )
    assert cited(["8 U.S.C. 1189", "31 CFR 597.201"]) == "8 U.S.C. 1189; 31 CFR 597.201"
    orders = [f"Executive Order {number}" for number in range(13000, 13008)]
    assert cited(orders) == "Executive Order 13000, 13001, 13002, 13003, 13004, 13005 and 2 more"
