"""What a claim answers to a question: a typed value, and the words in which it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from interdict.model.claim import Claim, Quantity, Stance
from interdict.model.dates import span_of
from interdict.reconcile.asking import Ask, effects_in, is_opinion, table
from interdict.reconcile.relations import (
    Affair,
    Bound,
    Called,
    Day,
    Figure,
    Option,
    Parts,
    Term,
    Value,
    Wording,
)
from interdict.reconcile.wording import content_words
from interdict.text.normalize import fold

_CONDITION = re.compile(r"\bfor\s+(.+?)(?=,|\bup from\b|\bto \S*\d|$)", re.I | re.S)
"""What a reward is offered for, in the words of the claim."""


@dataclass(frozen=True, slots=True)
class Read:
    """A value with the text that shows it."""

    value: Value
    shown: str


def read_answer(ask: Ask, key: str, claim: Claim) -> Read | None:
    """The answer that a claim gives to a question; None if it says nothing of it."""
    if ask.value == "effect":
        return _effect(claim, key.rpartition("|")[2])
    return _READERS[ask.value](claim, ask)


def figure_in_words(quantity: Quantity) -> str:
    """A quantity as it was said: `about 80 people`, `at least 83 people`, `21st strike`."""
    n = quantity.stated if quantity.stated is not None else quantity.low
    number = "?" if n is None else f"{n:,.0f}" if float(n).is_integer() else f"{n:,}"
    unit = quantity.unit
    if quantity.qualifier == "ordinal":
        return f"{number}{_suffix(int(n or 0))} {unit.removesuffix('s')}"
    before = {
        "about": "about ", "at_least": "at least ", "more_than": "more than ",
        "at_most": "up to ", "up_to": "up to ", "vague": "some ",
    }.get(quantity.qualifier, "")  # fmt: skip
    if quantity.qualifier == "vague" and quantity.stated is None:
        return (
            f"{number} or more {unit}"
            if quantity.high is None
            else f"{number} to {quantity.high:,.0f} {unit}"
        )
    return f"{before}{number} {unit}"


def _suffix(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def _date(claim: Claim, _: Ask) -> Read | None:
    if claim.date is None:
        return None
    return Read(Day(claim.date, span_of(claim.date)), claim.date)


def _authority(claim: Claim, _: Ask) -> Read | None:
    return Read(Term(claim.authority), claim.authority) if claim.authority else None


def _announcer(claim: Claim, _: Ask) -> Read | None:
    """The organ that announces; a country alone ("the US plans to") says whose act it will be."""
    named = claim.authority is not None and "-" in claim.authority
    return Read(Term(claim.authority), claim.authority) if named and claim.authority else None


def _name(claim: Claim, ask: Ask) -> Read | None:
    if not claim.subject:
        return None
    return Read(Wording(frozenset(fold(claim.subject).split()), many=ask.many), claim.subject)


def _programme(claim: Claim, _: Ask) -> Read | None:
    return Read(Term(claim.programme or ""), claim.programme or "sanctions, not named")


def _status(claim: Claim, _: Ask) -> Read | None:
    if is_opinion(claim) or claim.polarity != "+":
        return None
    return Read(Option("announced"), "announced, to take effect")


def _held(claim: Claim, _: Ask) -> Read | None:
    holds = claim.polarity == "+" and claim.stance is not Stance.DENIED
    return Read(Affair(holds), "designated" if holds else "not designated")


def _inference(claim: Claim, _: Ask) -> Read | None:
    """That a designation makes somebody else "effectively" designated is nobody's act."""
    said = {"designated", "designates", "designate"} & set(fold(claim.quote).split())
    if not said or claim.stance is not Stance.OPINION or claim.subject is None:
        return None
    return Read(Affair(False, Stance.OPINION), "an inference, not a designation")


def _lead_time(claim: Claim, _: Ask) -> Read | None:
    """The time before a designation takes effect; a review only says that it is no shorter."""
    if claim.value is None or not claim.value.unit.startswith("day"):
        return None
    shown = figure_in_words(claim.value)
    if claim.kind != "procedure":
        return Read(Figure(claim.value), shown)
    least = Quantity(claim.value.low, None, claim.value.unit, "at_least", claim.value.low)
    return Read(Bound(least), f"{shown} of review before it")


def _leads(claim: Claim, _: Ask) -> Read | None:
    name = claim.subject_id or fold(claim.subject or "")
    if not name:
        return None
    return Read(Wording(frozenset({name}), many=True), claim.subject or name)


def _when_and_by_whom(claim: Claim, _: Ask) -> Read | None:
    when = None if claim.date is None else Day(claim.date, span_of(claim.date))
    by = Term(claim.authority) if claim.authority else None
    return Read(Parts((when, by)), ", ".join(filter(None, (claim.authority, claim.date))) or "-")


def _existence(claim: Claim, _: Ask) -> Read | None:
    doubted = claim.stance is Stance.UNVERIFIED
    stance = Stance.UNVERIFIED if doubted else Stance.ASSERTED
    shown = claim.object or "described" if doubted else "an organization"
    return Read(Affair(True, stance), shown)


def _figure(claim: Claim, _: Ask) -> Read | None:
    """A running count; a number that is dated to a day alone is of one event, and no total."""
    if claim.value is None:
        return None
    span = span_of(claim.date)
    single = span is not None and span.first is not None
    if single and claim.value.qualifier != "ordinal":
        return None
    return Read(Figure(claim.value, span), figure_in_words(claim.value))


def _offer(claim: Claim, _: Ask) -> Read | None:
    if claim.value is None:
        return None
    return Read(Figure(claim.value, capped=True), figure_in_words(claim.value))


def _condition(claim: Claim, _: Ask) -> Read | None:
    found = _CONDITION.search(claim.quote)
    if found is None:
        return None
    names = content_words(claim.subject or "")
    return Read(Wording(content_words(found[1]) - names), " ".join(found[1].split()))


def _action(claim: Claim, _: Ask) -> Read | None:
    option = Option(claim.kind, table().actions.get(claim.kind, frozenset()))
    when = None if claim.date is None else Day(claim.date, span_of(claim.date))
    name = claim.kind.rpartition(".")[2]
    return Read(Parts((option, when)), f"{name} {claim.date or '(not dated)'}")


def _affair(claim: Claim, _: Ask) -> Read | None:
    holds = claim.polarity == "+"
    shown = "no" if not holds else "yes" if claim.stance is Stance.ASSERTED else "in part"
    return Read(Affair(holds, claim.stance), shown)


def _worded_affair(claim: Claim, ask: Ask) -> Read | None:
    read = _affair(claim, ask)
    if read is None or not isinstance(read.value, Affair):
        return None
    words = content_words(claim.quote) - content_words(claim.subject or "")
    return Read(Affair(read.value.holds, read.value.stance, words), " ".join(claim.quote.split()))


def _wording(claim: Claim, ask: Ask) -> Read | None:
    text = " ".join(claim.quote.split())
    return Read(Wording(content_words(text), many=ask.many), text)


def _styled(claim: Claim, _: Ask) -> Read | None:
    text = claim.object or claim.quote
    words = content_words(text)
    person = claim.subject_schema == "Person"
    return Read(Called(words) if person else Wording(words, many=True), text)


def _happening(claim: Claim, _: Ask) -> Read | None:
    """A single event: its day, what it cost, its number in the series; each may be left out."""
    when = None if claim.date is None else Day(claim.date, span_of(claim.date))
    toll = number = None
    if claim.value is not None:
        if claim.value.qualifier == "ordinal":
            number = Figure(claim.value)
        else:
            toll = Figure(claim.value)
    shown = claim.date or "not dated"
    if claim.value is not None:
        shown += f", {figure_in_words(claim.value)}"
    return Read(Parts((when, toll, number)), shown)


def _effect(claim: Claim, topic: str) -> Read | None:
    holds, acts = effects_in(claim)[topic]
    shown = " ".join(claim.quote.split())
    return Read(Affair(holds, Stance.ASSERTED, acts), shown)


_READERS: Mapping[str, Callable[[Claim, Ask], Read | None]] = {
    "date": _date,
    "announcer": _announcer,
    "name": _name,
    "authority": _authority,
    "programme": _programme,
    "status": _status,
    "held": _held,
    "inference": _inference,
    "lead_time": _lead_time,
    "leads": _leads,
    "when_and_by_whom": _when_and_by_whom,
    "existence": _existence,
    "figure": _figure,
    "offer": _offer,
    "condition": _condition,
    "action": _action,
    "affair": _affair,
    "worded_affair": _worded_affair,
    "wording": _wording,
    "styled": _styled,
    "happening": _happening,
}
