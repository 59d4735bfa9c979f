"""`interdict ownership`: who follows a listed owner, by which rule, and what would decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.ownership_words import (
    claims_of,
    measure_in_words,
    place_in_words,
    recognised_in_words,
    sum_in_words,
    verdict_in_words,
)
from interdict.cli.progress import note
from interdict.cli.times import times_of
from interdict.cli.words import coverage_in_words
from interdict.ownership.outcome import Outcome, Verdict
from interdict.ownership.plain import outcome_data, person_data
from interdict.regimes.effects import NOT_LEGAL_ADVICE
from interdict.workspace.ownership import Holding, Ownership, OwnershipAnswer
from interdict.workspace.root import Times

if TYPE_CHECKING:
    from interdict.workspace.owned import Holdings

RuleOption = Annotated[
    str | None, typer.Option(metavar="KEY", help="Only by the rule of US, EU, UK ...")
]


def ownership(
    party: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTY", help="An id, or the exact name of a party; what is held if left out."
        ),
    ] = None,
    rule: RuleOption = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Whether a party follows listed owners by an ownership rule: bounds, arithmetic, path."""
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        asked = Ownership(ws)
        if party is None:
            held = asked.holding(times, progress=note)
            if json:
                print_json(_holding_data(held, times))
            else:
                _print_holding(held, times)
            return
        found = asked.of(party, times, rule=rule, progress=note)
    if json:
        print_json(_answer_data(found, times))
    else:
        _print_answer(found, times)


def owned(
    party: Annotated[str, typer.Argument(help="An id, or the exact name of a party.")],
    rule: RuleOption = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """What a party holds, directly and through others, and which of it follows listed owners."""
    from interdict.workspace.owned import owned_by

    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        found = owned_by(Ownership(ws), party, times, rule=rule, progress=note)
    if json:
        print_json(
            {
                "as_of": times.as_of,
                "known_at": times.known_at,
                "entity": found.party.id,
                "caption": found.party.caption,
                "held": [
                    {
                        "entity": one.answer.party.id,
                        "caption": one.answer.party.caption,
                        "steps": one.steps,
                        "outcomes": [
                            outcome_data(o, one.answer.chain) for o in one.answer.outcomes
                        ],
                    }
                    for one in found.held
                ],
                "is_whole": found.is_whole,
                "note": NOT_LEGAL_ADVICE,
            }
        )
        return
    _print_owned(found, times)


def _print_owned(found: Holdings, times: Times) -> None:
    say(f"{found.party.caption} ({found.party.id}) on {times.as_of}: holds", style="bold")
    if not found.held:
        say("  no stake of it is known on that date; those of files come by: list load ownership")
    for one in found.held:
        answer = one.answer
        say(f"\n  {answer.party.caption} ({answer.party.id}), {one.steps} step(s) below")
        for outcome in answer.outcomes:
            say(f"    {outcome.authority.key}: {verdict_in_words(outcome)}")
            if outcome in one.owned.touched:
                for line in sum_in_words(outcome, answer.chain):
                    say(f"      {line}")
                for decisive in outcome.decisive:
                    say(f"      open: {decisive.text}", style="yellow")
    if not found.is_whole:
        say(f"\n  only the nearest {len(found.held):,} are shown; there are more", style="yellow")
    say(f"\n{NOT_LEGAL_ADVICE}", style="italic")


def _answer_data(found: OwnershipAnswer, times: Times) -> dict[str, Any]:
    return {
        "as_of": times.as_of,
        "known_at": times.known_at,
        "entity": found.party.id,
        "caption": found.party.caption,
        "recognised": person_data(found.party)["recognised"],
        "outcomes": [outcome_data(one, found.chain) for one in found.outcomes],
        "undated_stakes_left_out": found.chain.n_undated,
        "coverage": found.coverage,
        "note": NOT_LEGAL_ADVICE,
    }


def _print_answer(found: OwnershipAnswer, times: Times) -> None:
    say(f"{found.party.caption} ({found.party.id}) on {times.as_of}", style="bold")
    if recognised := recognised_in_words(found.party):
        say(f"  {recognised}")
    for one in found.outcomes:
        _print_outcome(one, found)
    if found.chain.n_undated:
        say(
            f"\n  {found.chain.n_undated} stake(s) without a start date left out: the first file "
            f"that states them is later than {times.as_of}",
            style="yellow",
        )
    for coverage in found.coverage:
        if coverage.status == "covered":
            say(f"  {coverage_in_words(coverage, times.as_of)}")
    say(f"\n{NOT_LEGAL_ADVICE}", style="italic")


def _print_outcome(one: Outcome, found: OwnershipAnswer) -> None:
    say(f"\n{one.authority.key}: {verdict_in_words(one)}", style="bold")
    if one.measure is None or one.grounds is None:
        return
    say(f"  rule: {measure_in_words(one)}")
    if one.verdict is Verdict.NOT_COVERED:
        lists = ", ".join(one.authority.lists)
        say(f"  no edition of {lists} covers the day: whom it lists is not known here")
        return
    for line in sum_in_words(one, found.chain):
        say(f"  {line}")
    if one.grounds.holders:
        print_table(
            "  Owners",
            ["owner", "holds", "counts", "designated", "stated in"],
            [
                (
                    f"{person.caption} ({person.id})",
                    str(holder.size) + (", controls" if holder.control else ""),
                    holder.standing.value.replace("_", " "),
                    "\n".join(claims_of(person, one.authority)),
                    "\n".join(place_in_words(s) for s in found.chain.stakes
                              if (s.owner, s.asset) == (person.id, found.party.id)),
                )
                for holder in one.grounds.holders
                for person in [found.chain.persons[holder.entity_id]]
            ],
        )  # fmt: skip
    for decisive in one.decisive:
        say(f"  open: {decisive.text}", style="yellow")


def _holding_data(held: Holding, times: Times) -> dict[str, Any]:
    return {
        "as_of": times.as_of,
        "stakes": held.n_stakes,
        "parties": held.n_parties,
        "datasets": held.datasets,
        "recognised": [person_data(person) for person in held.recognised],
        "open": [person_data(person) for person in held.open],
        "missing": held.missing,
    }


def _print_holding(held: Holding, times: Times) -> None:
    sources = ", ".join(held.datasets) or "no file is loaded"
    say(f"{held.n_stakes:,} stakes between {held.n_parties:,} parties on {times.as_of}: {sources}")
    print_table(
        "Designated parties among them",
        ["party", "recognised by", "designated"],
        [
            (f"{p.caption} ({p.id})", p.identity.by, "\n".join(claims_of(p)))
            for p in held.recognised
        ],
    )
    print_table(
        "Not certain: state the id in the file, or judge",
        ["party", "recognised by", "may be"],
        [
            (f"{p.caption} ({p.id})", p.identity.by, ", ".join(p.identity.same_as))
            for p in held.open
        ],
    )
    if held.missing:
        say(f"  ids that the record does not hold on that day: {', '.join(held.missing)}")
