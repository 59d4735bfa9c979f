"""`effects`: what the designations of a party do in law. Reference, not legal advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.effects_page import WIDTH, page
from interdict.cli.output import console, print_json, say
from interdict.cli.record import designation_data
from interdict.cli.times import times_of
from interdict.model.plain import plain
from interdict.regimes.beside import IS_NOT
from interdict.regimes.effects import NOT_LEGAL_ADVICE, EffectStatus
from interdict.regimes.known import Regimes
from interdict.text.normalize import fold

if TYPE_CHECKING:
    from interdict.workspace.record import Effects


def effects(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    addressee: Annotated[
        str | None, typer.Option("--for", metavar="ADDRESSEE", help="Only for US_PERSON, US_FI ...")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Each rule's text, exceptions, consequences, sources.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """What the designations of a party do: to whom, from when, on what basis, and what not."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        entity, found = ws.record.effects(party, times, addressee)
        around = ws.record.beside(entity, times)
        regimes = ws.regimes
    if json:
        print_json(
            {
                "as_of": times.as_of,
                "entity": entity.id,
                "caption": entity.caption,
                "designations": [_effects_data(one, regimes) for one in found],
                "beside": [{**plain(one), "is_not": IS_NOT[one.kind]} for one in around],
                "note": NOT_LEGAL_ADVICE,
            }
        )
    elif full:
        from interdict.cli.effects_full import print_full

        whom = f", for {addressee}" if addressee else ""
        say(f"{entity.caption}: legal effects on {times.as_of}{whom}", style="bold")
        print_full(found, around, regimes)
    else:
        width = min(WIDTH, console().width)
        asked = fold(party)
        for line in page(
            entity.caption, times.as_of, addressee, found, around, regimes, width=width, asked=asked
        ):
            say(line.text, style=line.style)


def _effects_data(one: Effects, regimes: Regimes) -> dict[str, object]:
    regime = regimes.get(one.designation.programme)
    return {
        **designation_data(one.designation, one.state),
        "effects": [_effect_data(status) for status in one.effects],
        "not_as_data": one.missing,
        "does_not": [] if regime is None else plain(regime.does_not),
        "contested": [] if regime is None else plain(regime.contested),
        "sources": [] if regime is None else plain(regime.sources),
    }


def _effect_data(status: EffectStatus) -> dict[str, object]:
    data: dict[str, object] = plain(status)
    data["from"] = data.pop("from_")
    return data
