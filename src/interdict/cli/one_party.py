"""One party on the command line: asked, answered, printed; nothing is loaded that is not used.

`interdict screen NAME` is typed by hand and called in loops, so it has to answer at once: this
module and what it imports know neither typer, rich, structlog nor SQLAlchemy.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interdict.cli.output import print_json
from interdict.cli.progress import note
from interdict.cli.times import now, times_of
from interdict.config import load_config
from interdict.errors import InvalidInput
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, FULL_SCORE
from interdict.model.match import Party
from interdict.model.schema import PARENTS, PARTY_SCHEMATA, compatible
from interdict.screening.answer import ALERT, NOT_COVERED, Answer, Hit, as_dict, parity_of
from interdict.workspace.root import Workspace

if TYPE_CHECKING:
    from interdict.ownership.outcome import OwnedBy

ALERTS_FOUND = 3
"""Exit code with `--fail-on-alert`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What `interdict screen NAME` was given; the fields are its options."""

    names: Sequence[str] = ()
    schema: str | None = None
    birth_date: str | None = None
    country: Sequence[str] = ()
    identifier: Sequence[str] = ()
    threshold: float = DEFAULT_THRESHOLD / FULL_SCORE
    limit: int = DEFAULT_LIMIT
    weak_aliases: bool = False
    dataset: Sequence[str] = ()
    fail_on_alert: bool = False
    as_of: str | None = None
    known_at: str | None = None
    held_at: str | None = None
    json: bool = False


def answer(asked: Asked, folder: Path | None) -> int:
    """Screens the party against the record in a folder and prints the answer.

    Returns the exit code.

    Raises:
        InvalidInput: if there is nothing to ask about, or a value cannot be read.
    """
    if not asked.names and not asked.identifier:
        raise InvalidInput("give a NAME (or --id)")
    settings = load_config(folder)
    party = Party(
        names=tuple(asked.names),
        schema=None if asked.schema is None else _schema(asked.schema),
        birth_date=asked.birth_date,
        countries=tuple(asked.country),
        identifiers=tuple(asked.identifier),
    )
    with Workspace(settings, now) as workspace:
        screener = workspace.screening.screener(
            times_of(settings, asked.as_of, asked.known_at, asked.held_at),
            threshold=round(asked.threshold * FULL_SCORE),
            limit=asked.limit,
            weak_aliases=asked.weak_aliases,
            datasets=frozenset(asked.dataset) if asked.dataset else None,
            progress=note,
        )
        found = screener.screen(party)
    if asked.json:
        print_json(as_dict(found))
    else:
        print_answer(found)
    return ALERTS_FOUND if asked.fail_on_alert and found.status == ALERT else 0


def _schema(text: str) -> str:
    """The schema of that name, letter case aside.

    Raises:
        InvalidInput: if there is none: screened against nothing, a party would seem clear.
    """
    kinds = sorted(k for k in PARENTS if any(compatible(k, party) for party in PARTY_SCHEMATA))
    found = next((kind for kind in kinds if kind.lower() == text.strip().lower()), None)
    if found is None:
        raise InvalidInput(f"--schema: no schema {text!r}. Known: {', '.join(kinds)}.")
    return found


def print_answer(found: Answer) -> None:
    """An answer as a reader takes it in: who, how sure, why, designated how, covered by what."""
    from interdict.cli.words import coverage_in_words

    asked = ", ".join(found.party.names) or ", ".join(found.party.identifiers)
    _line(f"{asked} on {found.as_of}: {_verdict(found)}", _BOLD)
    for hit in found.hits:
        _print_hit(hit, found.party, found.threshold)
    if found.hits:
        _line("")
    for coverage in found.coverage:
        if coverage.status == "covered":
            _line(f"  {coverage_in_words(coverage, found.as_of)}")
    for warning in found.warnings:
        _line(f"  {warning}", _YELLOW)


def _verdict(found: Answer) -> str:
    n_matches, n_mentions = len(found.alerts), len(found.hits) - len(found.alerts)
    matches = f"{n_matches} match{'' if n_matches == 1 else 'es'}"
    verdict = {ALERT: matches, NOT_COVERED: "NOT COVERED"}.get(found.status, "no match")
    return verdict + (f", {n_mentions} named in documents alone" if n_mentions else "")


def _print_hit(hit: Hit, party: Party, threshold: int) -> None:
    from interdict.cli.clearing_words import clearing_in_words
    from interdict.cli.words import citations_in_words, name_in_words, state_in_words
    from interdict.text.normalize import fold

    match = hit.match
    _line("")
    _line(f"{match.share:.2f}  {match.caption}  ({match.schema}, {match.entity_id})", _BOLD)
    statement, presence = match.statement, match.presence
    where = statement.dataset
    if statement.document_id:
        file = hit.document or f"document {statement.document_id[:12]}"
        where = f"{file} [{statement.start}:{statement.end}]"
    if presence is not None and presence.edition is not None:
        row = f" line {presence.line}" if presence.line else ""
        where += f" {presence.edition}, {presence.file}{row}, record {statement.record_id}"
        where += f"; first seen {presence.first_seen}, last seen {presence.last_seen}"
    by = statement.value if match.name_kind == "identifier" else match.name
    _line(f"      by {match.name_kind} {by!r}: {where}")
    for part in match.parts:
        _line(f"      {part.points / FULL_SCORE:+.4f}  {part.feature}: {part.detail}")
    for line in clearing_in_words(match, threshold):
        _line(f"      {line}")
    if parity := parity_of(hit, party):
        _line(f"      {parity.detail}", _FAINT)
    _print_columns(
        ("designation", "state", "source"),
        [
            (d.programme, state_in_words(s), citations_in_words(s.citations).replace("\n", "; "))
            for d, s in hit.designations
        ],
    )
    for designation, state in hit.designations:
        for name in state.names:
            if fold(name.name) == fold(match.name):
                said = f"{name.name!r} under {designation.programme}: {name_in_words(name)}"
                _line(f"      {said}", _BOLD)
    if hit.is_mention:
        _line("      no alert: documents name it, and no source says that it is designated")
    elif not hit.designations:
        _line("      no designation is known on that date")
    if hit.owned is not None:
        _print_owned(hit.owned)


def _print_owned(owned: OwnedBy) -> None:
    """Whose it is, by each authority's rule that reaches it or may."""
    from interdict.cli.ownership_words import sum_in_words, verdict_in_words

    for one in owned.touched:
        _line(f"      owned by: {one.authority.key}: {verdict_in_words(one)}", _BOLD)
        for line in (*sum_in_words(one, owned.chain), *(f"open: {d.text}" for d in one.decisive)):
            _line(f"        {line}")


def _print_columns(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns below the parts of a match; nothing if there are no rows."""
    held = list(rows)
    if not held:
        return
    lines = [headings, *held]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headings) - 1)]
    for number, line in enumerate(lines):
        cells = [text.ljust(width) for text, width in zip(line, widths, strict=False)]
        _line("      " + "  ".join([*cells, line[-1]]), _FAINT if number == 0 else None)


_BOLD, _FAINT, _YELLOW = "1", "2", "33"


def _line(text: str, style: str | None = None) -> None:
    """A line on standard output, in a style where a terminal shows it."""
    if style is not None and text and sys.stdout.isatty():
        text = f"\x1b[{style}m{text}\x1b[0m"
    sys.stdout.write(text + "\n")
