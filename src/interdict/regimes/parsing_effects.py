"""Effects, deadlines and ownership rules of a programme's file, with the proof of each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from interdict.errors import InvalidInput
from interdict.model.dates import Span
from interdict.regimes.document import Node
from interdict.regimes.regime import (
    Deadline,
    Effect,
    Lifecycle,
    OwnershipRule,
    OwnershipThreshold,
    Source,
)
from interdict.regimes.vocabulary import (
    ADDRESSEES,
    DECIDED_ON,
    EFFECTS,
    GRADES,
    LISTED,
    REFUSED_EFFECTS,
    UNVERIFIED,
)


def proof_of(node: Node, sources: Mapping[str, Source]) -> tuple[str, str]:
    """The source key and the grade of a stated rule, checked against each other."""
    source = node.choice("source", sources, "the key of a source of this file")
    grade = node.choice("grade", GRADES, "a grade")
    if grade < sources[source].grade:  # the letters rise as proof weakens, U being the last
        raise node.child("grade").error(
            f"{grade} is stronger than the source {source!r}, which is {sources[source].grade}"
        )
    return source, grade


def read_on(node: Node, grade: str) -> str | None:
    """The day on which the source's text was read: none for grade `U`, and only then."""
    day = node.optional_day("verified_on")
    if (grade == UNVERIFIED) != (day is None):
        raise node.child("verified_on").error(
            f"must be null for grade {UNVERIFIED}: it says when the source's text was read"
            if day
            else f"missing: grade {grade} needs the day on which the source's text was read. "
            f"If nobody has read it, the grade is {UNVERIFIED}"
        )
    return day


_EFFECT_KEYS = (
    "code addressee title text starts_on ends_on legal_basis consequence exceptions "
    "licence_possible before_force before_on decided_on deadlines source grade verified_on note"
).split()


def effect_of(node: Node, sources: Mapping[str, Source], lifecycle: Lifecycle) -> Effect:
    """One effect, its words and its proof checked."""
    node.only(*_EFFECT_KEYS)
    code = node.text("code")
    if code in REFUSED_EFFECTS:
        raise node.child("code").error(f"{code!r} is never an effect: {REFUSED_EFFECTS[code]}")
    source, grade = proof_of(node, sources)
    starts_on = node.choice(
        "starts_on",
        tuple(dict.fromkeys((*lifecycle.starts, LISTED))),
        "an event that starts effects here (what may come earlier goes under 'before_force')",
    )
    return Effect(
        code=node.choice("code", EFFECTS, "an effect code"),
        addressee=node.choice("addressee", ADDRESSEES, "an addressee"),
        title=node.text("title"),
        text=node.text("text"),
        starts_on=starts_on,
        ends_on=_ends(node, starts_on, lifecycle),
        legal_basis=node.texts("legal_basis"),
        source=source,
        grade=grade,
        consequence=node.optional_text("consequence"),
        exceptions=node.texts("exceptions", may_be_absent=True),
        licence_possible=node.optional_flag("licence_possible"),
        before_force=node.optional_text("before_force"),
        before_on=_before_on(node, lifecycle),
        decided_on=_decided_on(node),
        deadlines=tuple(_deadline(item) for item in node.items("deadlines")),
        verified_on=read_on(node, grade),
        note=node.optional_text("note"),
    )


def _ends(node: Node, starts_on: str, lifecycle: Lifecycle) -> tuple[str, ...]:
    """The events that end an effect: as a rule those that end the designation."""
    place = node.child("ends_on")
    if starts_on not in lifecycle.starts:
        if place.value is not None:
            raise place.error(f"must be left out: what starts on {LISTED!r} ends with the tag")
        return ()
    if place.value is None:
        return lifecycle.ends
    allowed, what = lifecycle.ends, "an event that ends this regime's designations"
    return tuple(place.among(event, allowed, what) for event in node.texts("ends_on"))


def _before_on(node: Node, lifecycle: Lifecycle) -> str | None:
    """The event from which something may apply before force; it needs words that say what."""
    place = node.child("before_on")
    if place.value is None:
        return None
    if node.child("before_force").value is None:
        raise place.error("needs 'before_force', which says what may apply from then on")
    return node.choice(
        "before_on", lifecycle.announces, "an event that announces designations here"
    )


def _decided_on(node: Node) -> str:
    if node.child("decided_on").value is None:
        return "day"
    return node.choice("decided_on", DECIDED_ON, "a day that can decide")


def _deadline(node: Node) -> Deadline:
    node.only("what", "counted_from", "days", "calendar", "yearly")
    days, yearly = node.optional_count("days"), node.optional_text("yearly")
    calendar = node.optional_text("calendar")
    if (days is None) == (yearly is None) or (days is None) != (calendar is None):
        raise node.error("a deadline has either 'days' with its 'calendar', or 'yearly'")
    if yearly is not None and not _is_day_of_year(yearly):
        raise node.child("yearly").error(f"{yearly!r} is not a day of the year. Write MM-DD")
    return Deadline(node.text("what"), node.text("counted_from"), days, calendar, yearly)


def _is_day_of_year(text: str) -> bool:
    try:
        Span.parse(f"2023-{text}")
    except InvalidInput:
        return False
    return len(text) == len("MM-DD")


def ownership_of(node: Node, sources: Mapping[str, Source]) -> OwnershipRule:
    """The rule on owned entities, its thresholds in order of their days."""
    node.only(
        "thresholds", "aggregate", "control", "binding", "text", "legal_basis", "source", "grade",
        "verified_on", "note",
    )  # fmt: skip
    thresholds = tuple(_threshold(item) for item in node.items("thresholds"))
    if not thresholds:
        raise node.child("thresholds").error("missing: at least one is needed")
    for at, (earlier, later) in enumerate(pairwise(thresholds)):
        if later.since is None or (earlier.since or "") >= later.since:
            raise node.child(f"thresholds[{at + 1}].since").error(
                "must be later than the one before"
            )
    source, grade = proof_of(node, sources)
    return OwnershipRule(
        thresholds=thresholds,
        aggregate=node.optional_flag("aggregate"),
        control=node.optional_flag("control"),
        binding=node.optional_flag("binding"),
        text=node.text("text"),
        legal_basis=node.texts("legal_basis"),
        source=source,
        grade=grade,
        verified_on=read_on(node, grade),
        note=node.optional_text("note"),
    )


def _threshold(node: Node) -> OwnershipThreshold:
    node.only("since", "percent", "at_least")
    percent = node.optional_count("percent")
    if percent is None or not 0 < percent <= 100:
        raise node.child("percent").error("must be a whole number from 1 to 100")
    return OwnershipThreshold(percent, node.flag("at_least"), node.optional_day("since"))
