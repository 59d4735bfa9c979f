"""Reads a scenario's file; what it means is in `scenario`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from interdict.errors import InvalidInput
from interdict.model.dates import Span
from interdict.model.schema import EVENTS
from interdict.model.source import Grade
from interdict.regimes.document import Node, parse_yaml
from interdict.regimes.rewards import read_stated, reward_programmes
from interdict.regimes.scenario import (
    ESTABLISHES,
    Expectation,
    Offered,
    Row,
    Scenario,
    Tagged,
    Told,
    told_event,
)
from interdict.regimes.vocabulary import ADDRESSEES, EFFECTS, GRADES

STATE_FIELDS = (
    "state", "grade", "since", "ended", "ended_by", "announced", "expected", "flags", "certain",
)  # fmt: skip
"""Fields of a state that an expectation may name."""


def parse_scenario(name: str, content: bytes) -> Scenario:
    """Reads one scenario; `name` is its file's name, for errors and tables.

    Raises:
        InvalidInput: if it does not hold what it must (`ReadError` if it is not YAML).
    """
    root = parse_yaml(name, content)
    root.only("entity", "about", "sources", "designations", "rewards", "expect")
    sources = {}
    for node in root.items("sources"):
        node.only("key", "title", "grade", "url")
        grade = node.choice("grade", GRADES, "a grade")
        node.optional_text("url")
        sources[node.text("key")] = (node.text("title"), grade)
    rows = tuple(_row(node, sources) for node in root.items("designations"))
    if not rows:
        raise root.child("designations").error("missing: at least one is needed")
    expectations = tuple(_expectation(node, rows) for node in root.items("expect"))
    if not expectations:
        raise root.child("expect").error(
            "missing: a scenario without an expectation checks nothing"
        )
    rewards = tuple(_offered(node, sources) for node in root.items("rewards"))
    return Scenario(name, root.text("entity"), root.text("about"), rows, expectations, rewards)


def _offered(node: Node, sources: Mapping[str, tuple[str, str]]) -> Offered:
    node.only("offer", "known", "source", "grade")
    title, _ = sources[node.choice("source", sources, "the key of a source of this file")]
    try:
        reward = read_stated(node.text("offer"))
        reward_programmes().named(reward.programme or "")
    except InvalidInput as error:
        raise node.child("offer").error(str(error).rstrip(".")) from None
    known = node.optional_day("known") or _first_day(node, reward.on)
    grade = node.choice("grade", GRADES, "a grade")
    return Offered(reward, date.fromisoformat(known), title, grade)


def _row(node: Node, sources: Mapping[str, tuple[str, str]]) -> Row:
    node.only("regime", "events", "lists")
    return Row(
        node.text("regime"),
        tuple(_told(item, sources) for item in node.items("events")),
        tuple(_tagged(item) for item in node.items("lists")),
    )


def _told(node: Node, sources: Mapping[str, tuple[str, str]]) -> Told:
    node.only(
        "event", "date", "known", "expected", "until", "scope", "prior", "says", "source", "grade",
        "note",
    )  # fmt: skip
    key = node.choice("source", sources, "the key of a source of this file")
    title, of_source = sources[key]
    grade = node.choice("grade", GRADES, "a grade")
    if grade < of_source:
        raise node.child("grade").error(
            f"{grade} is stronger than the source, which is {of_source}"
        )
    says = ESTABLISHES[grade]
    if node.child("says").value is not None:
        says = Grade(node.choice("says", [g.value for g in Grade], "who can speak"))
    on = _edtf(node, "date")
    known = node.optional_day("known") or _first_day(node, on)
    event = told_event(
        node.choice("event", EVENTS, "an event"),
        on,
        says,
        known=date.fromisoformat(known),
        source=title,
        expected=_edtf(node, "expected"),
        until=_edtf(node, "until"),
        scope=node.optional_text("scope"),
        prior=bool(node.optional_flag("prior")),
        note=node.optional_text("note"),
    )
    return Told(event, date.fromisoformat(known), title, grade)


def _edtf(node: Node, key: str) -> str | None:
    """An EDTF date under a key, None if it is absent; a day may stand without quotes."""
    place = node.child(key)
    if place.value is None:
        return None
    text = node.day_or_text(key)
    try:
        Span.parse(text)
    except InvalidInput as error:
        raise place.error(str(error).rstrip(".")) from None
    return text


def _first_day(node: Node, on: str | None) -> str:
    """Where `known` is left out: an event was known from the day on which it took place."""
    day = None if on is None else Span.parse(on).last
    if day is None:
        raise node.child("known").error("missing: the event's own date does not give a day")
    return day.isoformat()


def _tagged(node: Node) -> Tagged:
    node.only("dataset", "tag", "held", "without")
    return Tagged(
        node.text("dataset"), node.text("tag"), _days(node, "held"), _days(node, "without")
    )


def _days(node: Node, key: str) -> tuple[date, ...]:
    found = []
    for item in node.items(key):
        if not isinstance(item.value, date):
            raise item.error(f"{item.value!r} is not a day. Write YYYY-MM-DD")
        found.append(item.value)
    return tuple(found)


def _expectation(node: Node, rows: tuple[Row, ...]) -> Expectation:
    node.only(
        "regime", "as_of", "known_at", "name", "effect", "for", "status", "reward", "offer",
        *STATE_FIELDS,
    )  # fmt: skip
    as_of = node.optional_day("as_of")
    if as_of is None:
        raise node.child("as_of").error("missing: the day that is asked about is needed")
    known = node.optional_day("known_at")
    if node.child("reward").value is not None:
        keys = [programme.key for programme in reward_programmes().programmes]
        return Expectation(
            regime=node.choice("reward", keys, "a reward programme"),
            as_of=date.fromisoformat(as_of),
            known_on=None if known is None else date.fromisoformat(known),
            name=None,
            fields=(("offer", _value(node, "offer")),),
            is_reward=True,
        )
    effect = addressee = None
    if node.child("effect").value is not None:
        effect = node.choice("effect", EFFECTS, "an effect code")
        addressee = node.choice("for", ADDRESSEES, "an addressee")
        fields: tuple[tuple[str, str], ...] = (("status", node.text("status")),)
    else:
        fields = tuple((f, _value(node, f)) for f in STATE_FIELDS if f in node.mapping())
        if not fields or fields[0][0] != "state":
            raise node.child("state").error("missing: an expectation names a state or an effect")
    return Expectation(
        regime=node.choice("regime", [row.regime for row in rows], "a regime of this scenario"),
        as_of=date.fromisoformat(as_of),
        known_on=None if known is None else date.fromisoformat(known),
        name=node.optional_text("name"),
        fields=fields,
        effect=effect,
        addressee=addressee,
    )


def _value(node: Node, key: str) -> str:
    """What a field of the state must be, as text; null is "none"."""
    value = node.child(key).value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else node.text(key)
