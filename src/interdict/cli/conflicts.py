"""`conflicts`, `resolve`: where sources differ, what a policy makes of it, a reviewer's answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from interdict.cli.context import AsOf, HeldAt, Json, KnownAt, config, workspace
from interdict.cli.output import print_json, print_table, say
from interdict.cli.times import times_of
from interdict.cli.words import citation_in_words
from interdict.errors import InvalidInput
from interdict.model.claim import Stance
from interdict.model.plain import plain

if TYPE_CHECKING:
    from interdict.reconcile.policies import Settled
    from interdict.reconcile.questions import Answer
    from interdict.reconcile.review_order import Waiting
    from interdict.workspace.reconciling import Compared

PolicyName = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="Which answer is shown first: official-first (default), latest, conservative.",
    ),
]


def conflicts(
    party: Annotated[str | None, typer.Argument(help="One party; all if left out.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also questions on which sources agree.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="What waits for a reviewer, in its order.")
    ] = False,
    policy: PolicyName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    held_at: HeldAt = None,
    json: Json = False,
) -> None:
    """Questions on which sources differ: every answer with its source, stance and span."""
    if review and (party is not None or everything):
        raise InvalidInput("--review is about the whole record: give no party and no --all")
    with workspace() as ws:
        times = times_of(config(), as_of, known_at, held_at)
        if review:
            _print_review(ws.record.reconciling.review(times), json=json)
            return
        found = ws.record.conflicts(times, party, everything=everything, policy=policy)
    if json:
        print_json([compared_data(one) for one in found])
    else:
        title = "Questions" if everything else "Questions on which sources differ"
        print_compared(title, found)


def resolve(
    question: Annotated[
        str, typer.Argument(help="The key of a question, as `conflicts` shows it.")
    ],
    reason: Annotated[str, typer.Option(help="Why.")],
    value: Annotated[str | None, typer.Option(help="What the answer is.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last answer back.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None,
    json: Json = False,
) -> None:
    """A named reviewer's answer to a question on which sources differ; undone with --undo."""
    if undo == (value is not None):
        raise InvalidInput("give --value VALUE, or --undo to take the last answer back")
    name = by or config().reviewer
    if not name:
        raise InvalidInput("who says so? Give --by NAME, or set reviewer in interdict.toml")
    with workspace() as ws:
        given = ws.record.reconciling.resolve(question, value, by=name, reason=reason)
        held_at = len(ws.store.transactions())
    if json:
        said = {k: v for k, v in plain(given).items() if k not in ("seq", "recorded_at")}
        print_json({"resolution": said, "held_at": held_at})
    else:
        done = "taken back" if undo else f"resolved as {value}"
        say(f"{question}: {done} by {name} (record at {held_at}). Reason: {reason}")


def compared_data(one: Compared) -> dict[str, object]:
    """A question as JSON shows it."""
    return {"caption": one.caption, **plain(one.question), "settled": plain(one.settled)}


def print_compared(title: str, found: Iterable[Compared]) -> None:
    """Questions as a table: one row for each answer; those who contest it beside the first."""
    rows: list[Sequence[object]] = []
    for one in found:
        question = one.question
        for at, answer in enumerate(question.answers):
            head: tuple[object, ...] = ("", "", "", "")
            if at == 0:
                head = (one.caption, question.key, question.relation, in_words(one.settled))
            rows.append((*head, _short(answer.value), _who(answer)))
        for contest in question.contests:
            verb = contest.relation.value.replace("_", " ").lower()
            said = f"{verb} {contest.speaker or 'the author'}"
            rows.append(("", "", "", "", said, citation_in_words(contest.citation)))
    print_table(title, ["party", "question", "relation", "policy", "answer", "who, how"], rows)


def in_words(settled: Settled) -> str:
    """What a policy shows first, or that the question is open."""
    if settled.value is None:
        return "open" if settled.open else "each stands"
    by = f", by {settled.resolution.by}" if settled.resolution else ""
    return f"{_short(settled.value)}{by}"


def _who(answer: Answer) -> str:
    """Each source once for each stance: where, whose words, and how it stands to them."""
    lines: dict[str, list[str]] = {}
    for at, citation in enumerate(answer.citations):
        stance = answer.stances[at] if at < len(answer.stances) else Stance.ASSERTED
        speaker = answer.speakers[at] if at < len(answer.speakers) else None
        who = f", {stance}" + (f" by {speaker}" if speaker else "")
        if citation.document_id is None:
            lines.setdefault(citation_in_words(citation), [])
            continue
        span = f"[{citation.start}:{citation.end}]"
        lines.setdefault(f"{citation.source}{who}", []).append(span)
    return "\n".join(" ".join([source, *spans]) for source, spans in lines.items())


def _print_review(waiting: Sequence[Waiting], *, json: bool) -> None:
    if json:
        print_json(
            [{"reason": w.reason.name.lower(), "reference": w.reference, "says": w.says}
             for w in waiting]
        )  # fmt: skip
        return
    print_table(
        "For review",
        ["why", "what", "says"],
        [(w.reason.name.lower().replace("_", " "), w.reference, w.says) for w in waiting],
    )


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87] + "..."
