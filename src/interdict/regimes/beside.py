"""What stands beside a designation and is none: rewards, indictments, orders.

They are objects of their own. No state and no effect is computed from them: a reward binds
nobody, an indictment is an accusation, and an order that starts a process designates nobody.

Source: 22 U.S.C. 2708 (rewards; one statute, several programmes).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interdict.model.claim import Claim, Quantity
from interdict.model.designation import Designation
from interdict.model.source import Citation
from interdict.regimes.rewards import Reward, chained, read_stated, reward_programmes

IS_NOT = {
    "reward": "a reward is not a sanction: it binds nobody",
    "indictment": "an indictment is an accusation, not a designation",
    "order": "an order that starts a process designates nobody",
}
"""What each of them is, so that nobody takes it for a designation."""

_KIND_OF = {
    "reward.offered": "reward",
    "reward.raised": "reward",
    "reward.prior": "reward",
    "indictment": "indictment",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """One reward, indictment or order, as one source gives it.

    `kind` is a key of `IS_NOT`; `what` the source's kind of claim or event; `amount` a reward's,
    with its qualifier ("up to" is `at_most`); `on` EDTF; `by` who offers, accuses or orders, or
    else who says so. `quote` is the words of a document, with where they stand. Of a reward,
    `programme`, `purpose` and the offer that it `supersedes`, where a source gives them.
    """

    kind: str
    what: str
    on: str | None
    by: str | None
    amount: Quantity | None
    source: str
    start: int | None
    end: int | None
    quote: str | None
    stance: str
    programme: str | None = None
    purpose: str | None = None
    supersedes: str | None = None


def beside(
    claims: Iterable[Claim],
    designations: Iterable[Designation],
    stated: Iterable[tuple[str, Citation]] = (),
) -> tuple[Beside, ...]:
    """Everything of that kind that the claims, events and statements tell, by kind and date.

    What a document denies, or calls hypothetical, is given with that stance.

    Args:
        claims: about the party.
        designations: of the party.
        stated: rewards of the party as the record states them (`rewards.stated`), with where.
    """
    found = [_of_claim(claim) for claim in claims if claim.kind in _KIND_OF]
    found += [_of_statement(text, citation) for text, citation in stated]
    found += [
        _of_order(event.on, event.citation)
        for designation in designations
        for event in designation.events
        if event.name == "directed"
    ]
    return tuple(
        sorted(
            _with_chains(set(found)),
            key=lambda one: (one.kind, one.on or "9999", one.source, one.start or 0),
        )
    )


def _with_chains(found: Iterable[Beside]) -> Iterator[Beside]:
    """Rewards with the offer that each took the place of; whatever else as it is."""
    held = list(found)
    offers = {one: _reward(one) for one in held if one.kind == "reward" and one.amount is not None}
    before = {
        replace(reward, supersedes=None): reward.supersedes for reward in chained(offers.values())
    }
    for one in held:
        offer = offers.get(one)
        yield one if offer is None else replace(one, supersedes=before[offer])


def _reward(one: Beside) -> Reward:
    assert one.amount is not None
    return Reward(one.programme, one.amount, one.on, one.purpose)


def _of_statement(text: str, citation: Citation) -> Beside:
    reward = read_stated(text)
    programme = reward_programmes().named(reward.programme or "")
    return Beside(
        kind="reward",
        what=programme.title,
        on=reward.on,
        by=programme.issuer,
        amount=reward.amount,
        source=f"{citation.detail or citation.source} (grade {citation.fact_grade or '?'})",
        start=None,
        end=None,
        quote=None,
        stance="asserted",
        programme=reward.programme,
        purpose=reward.purpose,
    )


def _of_claim(claim: Claim) -> Beside:
    return Beside(
        kind=_KIND_OF[claim.kind],
        what=claim.kind,
        on=claim.date,
        by=claim.authority or claim.speaker,
        amount=claim.value,
        source=claim.doc,
        start=claim.start,
        end=claim.end,
        quote=" ".join(claim.quote.split()),
        stance=claim.stance.value,
    )


def _of_order(on: str | None, citation: Citation) -> Beside:
    return Beside(
        kind="order",
        what="directed",
        on=on,
        by=citation.by,
        amount=None,
        source=citation.source,
        start=citation.start,
        end=citation.end,
        quote=citation.quote,
        stance="asserted",
    )
