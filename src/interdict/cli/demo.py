"""`interdict demo`: the main job on the bundled record, told at three dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from interdict.cli.output import messages, print_table, say
from interdict.cli.times import now, times_of
from interdict.cli.words import citations_in_words, state_in_words, status_in_words
from interdict.config import Config
from interdict.errors import InvalidInput
from interdict.model.claim import Stance
from interdict.model.match import Party
from interdict.model.source import DocumentKind
from interdict.screening.answer import Hit
from interdict.workspace.root import Times, Workspace

GROUP = "Cartel of the Suns"
LEADER = "Nicolás Maduro Moros"
DAYS = (date(2025, 7, 1), date(2025, 11, 20), date(2025, 11, 24))


def demo(
    keep: Annotated[
        Path | None, typer.Option(help="Leave the demo's record in this new folder.")
    ] = None,
) -> None:
    """The main job on the bundled record and documents, told at three dates."""
    with _folder(keep) as folder, Workspace(Config(folder), now) as ws:
        times = times_of(ws.config, None, None, None)
        before_notice = _fill(ws)
        _designated(ws, times, before_notice)
        _proof(ws, times, before_notice)
        _effects(ws, times)
        _allegations(ws, times)
        _customers(ws, times)
    say("\nReference, not legal advice. The documents are sample texts written for this project.")
    if keep is not None:
        say(f"The record stands in {keep}: interdict --workspace {keep} timeline '{GROUP}'")


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        if keep.exists() and any(keep.iterdir()):
            raise InvalidInput(f"{keep} is not empty: the demo starts from an empty record")
        yield keep
        return
    with TemporaryDirectory(prefix="interdict-demo-") as folder:
        yield Path(folder)


def _fill(ws: Workspace) -> int:
    """Loads and reads everything; returns how far the record was before the notice came."""
    from interdict.lists.bundled.statements import bundled_paths
    from interdict.workspace.documents import Attested

    files = bundled_paths()
    _heading("1. Lists and documents become one dated, cited record")
    with messages().status("loading"):
        report = ws.lists.load("bundled", [], published_at=None)
        held = report.edition.parts[0]
    say(
        f"  interdict list load bundled: {held.n_records} parties, {held.n_statements:,} statements"
    )
    release = Attested(publisher="US Department of the Treasury", kind=DocumentKind.PRESS_RELEASE)
    before_notice = 0
    steps = (
        (files.press, Attested(), "three press texts, in three containers"),
        ((files.release,), release, "the issuer's release, attested as such"),
        ((files.notice,), Attested(), "the notice, a copy"),
    )
    for resources, attested, what in steps:
        before_notice = len(ws.store.transactions())
        for resource in resources:
            with as_file(resource) as path:
                for read in ws.documents.read([path], attested):
                    say(f"  interdict read {read.file}: {read.n_claims} claims ({what})")
    return before_notice


def _designated(ws: Workspace, times: Times, before_notice: int) -> None:
    """The state on each day, and on the last day also as it stood before the notice was read."""
    _heading(f"2. Is {GROUP!r} designated?")
    asked = [(str(day), replace(times, as_of=day)) for day in DAYS[:2]]
    last = replace(times, as_of=DAYS[2])
    asked.append((f"{DAYS[2]}, before the notice was read", replace(last, held_at=before_notice)))
    asked.append((f"{DAYS[2]}, with the notice", last))
    rows = []
    for title, moment in asked:
        answer = ws.screening.screener(moment).screen(Party(names=(GROUP,)))
        for hit in answer.hits[:1]:
            rows += [
                (title, d.programme, state_in_words(s), citations_in_words(s.citations))
                for d, s in hit.designations
            ]
    print_table(
        f"interdict screen {GROUP!r} --as-of ...", ["on", "programme", "state", "source"], rows
    )


def _proof(ws: Workspace, times: Times, before_notice: int) -> None:
    """The same day, as it could be known and as it was held."""
    _heading(f"3. And what could be known, what did we hold, about {DAYS[2]}?")
    last = replace(times, as_of=DAYS[2])
    rows = []
    for title, moment in (
        ("all that is known and held now", last),
        ("published by 2025-11-20 (--known-at)", replace(last, known_at=times_of(
            ws.config, None, "2025-11-20", None).known_at)),
        (f"held at transaction {before_notice} (--held-at)", replace(last, held_at=before_notice)),
    ):  # fmt: skip
        view = ws.view(moment)
        entity = view.entity(_group_id(ws, times))
        found = [] if entity is None else ws.record.designations(view).of(entity.id)
        states = {d.programme: state_in_words(s) for d, s in found}
        rows.append((title, states.get("US-FTO", "not in the record"), states.get("US-SDGT", "")))
    print_table("The three times", ["asked of", "US-FTO", "US-SDGT"], rows)


def _effects(ws: Workspace, times: Times) -> None:
    """Each effect beside itself on two days: the day before the notice is published, and after."""
    _heading("4. Who is barred from what, from when, on what basis?")
    days = (DAYS[1], date(2025, 11, 25))
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for day in days:
        _, found = ws.record.effects(_group_id(ws, times), replace(times, as_of=day), None)
        for status in (status for one in found for status in one.effects):
            effect = status.effect
            key = (status.regime_key, effect.addressee, effect.title,
                   f"{effect.legal_basis[0]} [{effect.grade}]")  # fmt: skip
            rows.setdefault(key, []).append(status_in_words(status))
    print_table(
        "interdict effects ... (grade of proof: A legal text, B secondary, C press, U unverified)",
        ["programme", "for", "effect", "basis [grade]", *map(str, days)],
        [(*key, *cells) for key, cells in rows.items()],
    )
    for absent in ws.regimes["US-FTO"].does_not[:2]:
        say(f"  What it does not do: {absent.text}")


def _allegations(ws: Workspace, times: Times) -> None:
    _heading(f"5. Is {LEADER} designated by this? No: others say that he leads it; he denies it")
    dossier = ws.record.show(LEADER, replace(times, as_of=DAYS[1]))
    print_table(
        "Said of him, by whom",
        ["kind", "stance", "who says so", "words", "where"],
        [
            (c.kind, c.stance, c.speaker or "not named in the text", " ".join(c.quote.split()),
             f"{c.doc} [{c.start}:{c.end}]")
            for c in dossier.claims
            if c.stance is not Stance.ASSERTED
        ],
    )  # fmt: skip
    print_table(
        "His own designations (a listing of its own, not this one)",
        ["programme", "state"],
        [(d.programme, state_in_words(s)) for d, s in dossier.designations],
    )


def _customers(ws: Workspace, times: Times) -> None:
    from interdict.lists.bundled.statements import bundled_paths
    from interdict.screening.parties_file import PartiesFile, PartyRow

    _heading("6. Which of these customers does it touch, and when?")
    with as_file(bundled_paths().customers) as path:
        rows = [row for row in PartiesFile(path).rows() if isinstance(row, PartyRow)]
    table: dict[str, list[str]] = {}
    for day in DAYS:
        screener = ws.screening.screener(replace(times, as_of=day))
        for row in rows:
            answer = screener.screen(row.party)
            cells = table.setdefault(f"{row.party.reference} {row.party.names[0]}", [])
            cells.append(_verdict(answer.hits))
    hits = [(name, *cells) for name, cells in table.items() if any(c != "clear" for c in cells)]
    print_table(f"{len(hits)} of {len(rows)} sample customers", ["customer", *map(str, DAYS)], hits)


def _verdict(hits: Sequence[Hit]) -> str:
    if not hits:
        return "clear"
    best = hits[0]
    states = "; ".join(
        f"{d.programme} {s.name.value.replace('_', ' ')}" for d, s in best.designations
    )
    return f"{best.match.share:.2f} {best.match.caption}: {states or 'no designation'}"


def _group_id(ws: Workspace, times: Times) -> str:
    return ws.record.find(GROUP, ws.view(times)).id


def _heading(text: str) -> None:
    say(f"\n{text}", style="bold")
