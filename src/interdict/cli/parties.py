"""`interdict parties`: which entries of different lists are one party, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from interdict.cli.context import Json, workspace
from interdict.cli.output import messages, print_json, print_table, say
from interdict.lists import catalog
from interdict.reconcile.resolution.resolve import JudgedPair
from interdict.workspace.resolution import Parties, Undone

app = typer.Typer(no_args_is_help=True, help="One party on several lists: join, review, undo.")

Left = Annotated[str, typer.Argument(metavar="ID", help="The id of an entry.")]
Right = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another list's entry.")]
By = Annotated[str, typer.Option("--by", help="Who decides.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a sentence.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--dataset", metavar="DATASET", help="Only these lists. Default: all held."),
]


@app.command()
def match(
    dataset: Only = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show, and write nothing.")] = False,
    json: Json = False,
) -> None:
    """Joins entries of different lists that the rules find to be one party."""
    with workspace() as ws, messages().status("parties: reading") as shown:
        parties = Parties(ws, lambda step: shown.update(f"parties: {step}"))
        found = parties.find(_datasets(dataset)) if dry_run else parties.match(_datasets(dataset))
        held_at = len(ws.store.transactions())
    if json:
        print_json(
            {
                "entries": found.n_parties,
                "compared": found.n_pairs,
                "written": not dry_run and bool(found.joined),
                "held_at": held_at,
                "joined": [_pair_data(pair) for pair in found.joined],
                "to_review": len(found.review),
            }
        )
        return
    done = "would be joined" if dry_run else "joined"
    say(f"{found.n_parties:,} entries, {found.n_pairs:,} pairs compared (record at {held_at})")
    by_rule = {pair.rule: 0 for pair in found.joined}
    for pair in found.joined:
        by_rule[pair.rule] += 1
    print_table(f"Pairs {done}: {len(found.joined):,}", ["rule", "pairs"], by_rule.items())
    if dry_run:
        _print_pairs("Pairs", found.joined)
    say(f"{len(found.review):,} to review: interdict parties review")


@app.command()
def review(
    party: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only pairs with this entry.")
    ] = None,
    dataset: Only = None,
    limit: Annotated[int, typer.Option(min=1, help="Show so many, the strongest first.")] = 50,
    json: Json = False,
) -> None:
    """Pairs that the rules leave to a person: in doubt, refused, or contradicted since."""
    with workspace() as ws, messages().status("parties: reading") as shown:
        parties = Parties(ws, lambda step: shown.update(f"parties: {step}"))
        found = parties.find(_datasets(dataset)).review
    if party is not None:
        found = tuple(pair for pair in found if party in (pair.left.id, pair.right.id))
    if json:
        print_json([_pair_data(pair) for pair in found[:limit]])
        return
    _print_pairs(f"To review: {min(limit, len(found)):,} of {len(found):,}", found[:limit])


@app.command()
def confirm(left: Left, right: Right, by: By, reason: Reason, json: Json = False) -> None:
    """A named person's word that two entries are one party."""
    _judge(left, right, by, reason, same=True, json=json)


@app.command()
def reject(left: Left, right: Right, by: By, reason: Reason, json: Json = False) -> None:
    """A named person's word that two entries are not one party; no run joins them again."""
    _judge(left, right, by, reason, same=False, json=json)


@app.command()
def undo(
    by: By,
    reason: Reason,
    left: Annotated[str | None, typer.Argument(metavar="[ID]", help="An entry.")] = None,
    right: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="One that it is joined with.")
    ] = None,
    transaction: Annotated[
        int | None, typer.Option(metavar="SEQ", help="All that one transaction joined.")
    ] = None,
    json: Json = False,
) -> None:
    """Takes judgements back, by appending others; what was joined is apart again."""
    if (left is None) == (transaction is None):
        raise typer.BadParameter("give an id, or --transaction SEQ")
    with workspace() as ws:
        if left is not None:
            done = Parties(ws).undo(left, right, by=by, reason=reason)
        else:
            done = Parties(ws).undo_run(transaction or 0, by=by, reason=reason)
    _print_undone(done, json)


@app.command()
def joined(
    party: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only this entry's party.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="So many, drawn at random.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same sample.")] = 0,
    json: Json = False,
) -> None:
    """Judgements in force between entries of lists, each with who and why."""
    with workspace() as ws:
        found = Parties(ws).joined(party, sample=sample, seed=seed)
    if json:
        print_json(
            [
                {
                    "left": one.judgement.left,
                    "left_name": one.left,
                    "right": one.judgement.right,
                    "right_name": one.right,
                    "by": one.judgement.by,
                    "reason": one.judgement.reason,
                    "transaction": one.judgement.seq,
                }
                for one in found
            ]
        )
        return
    print_table(
        f"Joined ({len(found):,})",
        ["entry", "name", "entry", "name", "by", "because", "in"],
        [
            (j.left, one.left, j.right, one.right, j.by, j.reason, j.seq)
            for one in found
            for j in [one.judgement]
        ],
    )


def _judge(left: str, right: str, by: str, reason: str, *, same: bool, json: bool) -> None:
    with workspace() as ws:
        done = Parties(ws).judge(left, right, same=same, by=by, reason=reason)
        held_at = len(ws.store.transactions())
    if json:
        print_json({"left": done.left, "right": done.right, "same": done.same, "by": done.by,
                    "reason": done.reason, "held_at": held_at})  # fmt: skip
        return
    sign = "=" if same else "is not"
    say(f"{left} {sign} {right}, by {by}: {reason} (record at {held_at})")


def _print_undone(done: Undone, json: bool) -> None:
    if json:
        print_json(
            {
                "taken_back": [{"left": j.left, "right": j.right} for j in done.taken_back],
                "still_joined": done.still_joined,
            }
        )
        return
    for judgement in done.taken_back:
        say(f"{judgement.left} and {judgement.right}: apart (was: {judgement.reason})")
    if done.still_joined:
        say(f"still one party through others: {', '.join(done.still_joined)}", style="yellow")


def _datasets(names: Iterable[str] | None) -> frozenset[str] | None:
    """The datasets of those names or aliases; None for all."""
    if not names:
        return None
    return frozenset(catalog.find(name)[0].name for name in names)


def _pair_data(pair: JudgedPair) -> dict[str, object]:
    data: dict[str, object] = {
        "left": pair.left.id,
        "left_name": pair.left.caption,
        "right": pair.right.id,
        "right_name": pair.right.caption,
        "decision": pair.decision,
        "rule": pair.rule,
        "reasons": pair.reasons,
    }
    return data | ({"why": pair.why} if pair.why else {})


def _print_pairs(title: str, pairs: Iterable[JudgedPair]) -> None:
    print_table(
        title,
        ["entry", "name", "entry", "name", "rule", "what speaks for and against", "asked because"],
        [
            (p.left.id, p.left.caption, p.right.id, p.right.caption, p.rule,
             "\n".join(p.reasons), p.why)
            for p in pairs
        ],
    )  # fmt: skip
