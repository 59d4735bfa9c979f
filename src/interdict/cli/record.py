"""`show`, `timeline`, `pending`: what the record says of a party, and what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from interdict.cli.conflicts import PolicyName, compared_data, in_words, print_compared
from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.side_by_side import by_list, print_side_by_side
from interdict.cli.times import times_of
from interdict.cli.words import (
    all_coverage_in_words,
    citation_in_words,
    citations_in_words,
    designation_in_words,
    name_in_words,
    reward_in_words,
    state_in_words,
)
from interdict.model.claim import Stance
from interdict.model.designation import Designation, State
from interdict.model.entity import Entity
from interdict.model.plain import plain
from interdict.model.source import Citation
from interdict.regimes.beside import IS_NOT, Beside

if TYPE_CHECKING:
    from interdict.workspace.reconciling import Compared
    from interdict.workspace.record import Dossier, Pending

Party = Annotated[str, typer.Argument(help="An id, or the exact name of a party.")]

_LISTED_CLAIMS = ("leadership", "denial", "indictment", "reward", "alias", "affiliation")


def show(
    party: Party,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """The dossier of a party: names, designations, what is said of it and by whom."""
    from interdict.reporting.sources import author_of

    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        dossier = ws.record.show(party, times)
    if json:
        print_json(
            {
                "as_of": times.as_of,
                "known_at": times.known_at,
                "entity": _entity_data(dossier.entity),
                "by_list": by_list(dossier.entity),
                "joined": dossier.joined,
                "designations": [designation_data(d, s) for d, s in dossier.designations],
                "claims": [claim.as_dict() for claim in dossier.claims],
                "beside": [{**plain(one), "is_not": IS_NOT[one.kind]} for one in dossier.beside],
                "links": [_entity_data(link) for link in dossier.links],
                "coverage": dossier.coverage,
            }
        )
        return
    entity = dossier.entity
    say(f"{entity.caption}", style="bold")
    say(f"  {entity.schema} · {', '.join(entity.ids)} · as of {times.as_of}")
    if all(held.presence is not None and not held.presence.holds for held in entity.held):
        say(f"  not on its list on {times.as_of}: {_stay(entity)}", style="yellow")
    print_table(
        "Facts",
        ["property", "value", "source"],
        _facts(dossier),
    )
    print_side_by_side(entity, dossier.joined)
    print_table(
        "Designations",
        ["programme", "state", "source"],
        [
            (designation_in_words(d), state_in_words(s), citations_in_words(s.citations))
            for d, s in dossier.designations
        ],
    )
    _print_added(dossier)
    authors = {d.document.sha256: author_of(d.document) for d in dossier.documents}
    print_table(
        "Said of it",
        ["kind", "stance", "who says so", "words", "where"],
        [
            (c.kind, c.stance, _speaker(c.speaker, c.stance, authors.get(c.document_id or "")),
             " ".join(c.quote.split()), f"{c.doc} [{c.start}:{c.end}]")
            for c in dossier.claims
            if c.kind.startswith(_LISTED_CLAIMS) or c.stance is not Stance.ASSERTED
        ],
    )  # fmt: skip
    _print_beside(dossier)
    print_table(
        "Links",
        ["schema", "id", "says"],
        [(e.schema, e.id, "; ".join(f"{s.prop}: {s.value}" for s in e)) for e in dossier.links],
    )
    for line in all_coverage_in_words(dossier.coverage, times.as_of):
        say(f"  {line}")


def _print_added(dossier: Dossier) -> None:
    """Names that amendments added, each with its own state."""
    added = [(d, one) for d, s in dossier.designations for one in s.names]
    if added:
        print_table(
            "Names that amendments added",
            ["name", "programme", "state", "source"],
            [
                (one.name, d.programme, name_in_words(one), citations_in_words(one.citations))
                for d, one in added
            ],
        )


def _print_beside(dossier: Dossier) -> None:
    """Rewards, charges and orders."""
    if dossier.beside:
        print_table(
            "Rewards, charges and orders: no designation",
            ["kind", "on", "by", "says", "where"],
            [
                (one.kind, one.on or "not dated", one.by, _beside(one),
                 one.source + (f" [{one.start}:{one.end}]" if one.end else ""))
                for one in dossier.beside
            ],
        )  # fmt: skip


def timeline(
    party: Party,
    policy: PolicyName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Everything dated about a party, each entry with who says so; and where sources differ."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        entity, entries, differing = ws.record.timeline(party, times, policy)
    if json:
        print_json(
            {
                "entity": entity.id,
                "caption": entity.caption,
                "entries": entries,
                "questions": [compared_data(one) for one in differing],
            }
        )
        return
    print_table(
        f"{entity.caption}: timeline",
        ["date", "what", "says", "who, how", "source"],
        [
            (e.on or "not dated", e.what, e.text,
             f"{_speaker(e.speaker, e.stance, e.citation.by)}, {e.stance}"
             if e.citation.document_id else "",
             citation_in_words(e.citation))
            for e in entries
        ],
    )  # fmt: skip
    print_compared("Questions on which sources differ", differing)


def pending(
    due: Annotated[
        bool, typer.Option("--due", help="Only what is due and unconfirmed: to be looked up.")
    ] = False,
    policy: PolicyName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Designations that are announced and not in force: pending, or due and unconfirmed."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        found = [one for one in ws.record.pending(times, policy) if one.task or not due]
    if json:
        print_json([_pending_data(one) for one in found])
        return
    print_table(
        f"Announced, not in force on {times.as_of}",
        ["party", "designation", "state", "sources on its day", "source"],
        [
            (p.entity.caption, p.designation.id, state_in_words(p.state), _on_its_day(p.begins),
             citations_in_words(p.state.citations))
            for p in found
        ],
    )  # fmt: skip
    _print_tasks(found)


def _print_tasks(found: Sequence[Pending]) -> None:
    """What to look up, the longest due first."""
    tasks = sorted(
        ((one.task, one.entity.caption) for one in found if one.task), key=lambda pair: pair[0].due
    )
    if tasks:
        say(f"To look up: {len(tasks)} due and unconfirmed", style="bold")
    for task, caption in tasks:
        where = ", ".join(task.look_in) or "the issuer's own publication"
        say(f"  {caption}: due {task.due}, open for {task.open_days} days; look in {where}, then")
        say(f"    {task.command}")


def _pending_data(pending: Pending) -> dict[str, object]:
    begins = None if pending.begins is None else compared_data(pending.begins)
    return {
        "caption": pending.entity.caption,
        **designation_data(pending.designation, pending.state),
        "begins": begins,
        "task": None
        if pending.task is None
        else {**plain(pending.task), "command": pending.task.command},
    }


def _on_its_day(begins: Compared | None) -> str:
    """How the sources of the expected day stand to each other, and what the policy shows."""
    if begins is None:
        return ""
    question = begins.question
    plural = "" if question.n_sources == 1 else "s"
    return f"{question.relation} ({question.n_sources} source{plural}): {in_words(begins.settled)}"


def designation_data(designation: Designation, state: State) -> dict[str, object]:
    """A designation with its state, as JSON shows it."""
    return {
        "designation": designation.id,
        "entity_id": designation.entity_id,
        "programme": designation.programme,
        "issuer": designation.issuer,
        "state": plain(state.name),
        **{k: v for k, v in plain(state).items() if k != "name"},
    }


def _beside(one: Beside) -> str:
    """A reward with its amount and what it took the place of; the words, of whatever else."""
    if one.amount is None:
        return one.quote or one.what
    offer = reward_in_words(one)
    return f"{one.what}: {offer}" if one.quote is None else f"{offer}: {one.quote}"


def _stay(entity: Entity) -> str:
    """Which editions held an entry that the answering one does not."""
    presences = [held.presence for held in entity.held if held.presence is not None]
    stay = max(presences, key=lambda p: p.last_seen.last if p.last_seen else date.min)
    text = f"first seen {stay.first_seen}, last seen {stay.last_seen}"
    text += f", absent from {stay.absent_after}" if stay.absent_after else ""
    return text + (f", seen again {stay.seen_again}" if stay.seen_again else "")


def _speaker(name: str | None, stance: Stance, author: str | None) -> str:
    """Who says so: in its own voice a document's author; else who is named, or that nobody is."""
    if name is None:
        return author or "the author" if stance is Stance.ASSERTED else "not named in the text"
    return name


def _entity_data(entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "ids": list(entity.ids),
        "schema": entity.schema,
        "caption": entity.caption,
        "statements": [
            {**plain(held.statement), "presence": plain(held.presence)} for held in entity.held
        ],
    }


def _facts(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Each value once, with every place that says it."""
    from interdict.reconcile.designations import cite_statement

    names = {d.document.sha256: d.document.file_name for d in dossier.documents}
    places: dict[tuple[str, str], list[Citation]] = {}
    for held in dossier.entity.held:
        said = held.statement
        value = said.value + (f" ({said.qualifier})" if said.qualifier else "")
        citation = cite_statement(said, held.presence)
        if said.document_id in names:
            citation = replace(citation, source=names[said.document_id])
        places.setdefault((said.prop, value), []).append(citation)
    return [(*fact, citations_in_words(cited)) for fact, cited in places.items()]
