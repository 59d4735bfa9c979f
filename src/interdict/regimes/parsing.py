"""One programme's file, checked word by word and made a `Regime`.

Texts that many programmes share (a block under the emergency powers act, say) stand once, in
`shared/*.yml`, and are taken in by `uses`; what the programme's own file says goes before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from interdict.errors import InvalidInput
from interdict.model.dates import Span
from interdict.model.schema import EVENTS, PARTY_SCHEMATA
from interdict.regimes.document import Node, parse_yaml
from interdict.regimes.parsing_effects import effect_of, ownership_of, proof_of, read_on
from interdict.regimes.regime import (
    Contested,
    Effect,
    Lifecycle,
    ListTag,
    NotEffect,
    OwnershipRule,
    ProgrammeEvent,
    Provision,
    Reading,
    Regime,
    Source,
)
from interdict.regimes.vocabulary import (
    GRADES,
    PROGRAMME_EVENTS,
    STAGES,
    TOPICS,
)

_REGIME_KEYS = (
    "key title short issuer authority legal_basis target_kinds names lifecycle official_lists "
    "journal list_tags uses procedure effects ownership does_not contested sources "
    "opensanctions_id notes"
).split()
_OWN_BASIS = "$legal_basis"
_SHARED_KEYS = "effects ownership does_not sources".split()


def parse_regime(name: str, content: bytes, shared: Mapping[str, bytes] | None = None) -> Regime:
    """Reads one regime's file; `name` is the file's name, `us-fto.yml` for key `US-FTO`.

    Args:
        name: the file's name.
        content: its bytes.
        shared: the files that it may take in by `uses`, by name without `.yml`.

    Raises:
        InvalidInput: if it does not hold what it must (`ReadError` if it is not YAML).
    """
    root = parse_yaml(name, content)
    root.only(*_REGIME_KEYS)
    key = root.text("key")
    if name != f"{key.lower()}.yml":
        raise root.child("key").error(f"{key!r} belongs in a file named {key.lower()}.yml")
    uses = root.texts("uses", may_be_absent=True)
    taken = [_taken(root, at, use, shared or {}) for at, use in enumerate(uses)]
    own_sources = _sources(root)
    sources = _known_sources(root, own_sources, [node for node, _ in taken])
    lifecycle = _lifecycle(root.child("lifecycle"), sources)
    procedure = tuple(_provision(node, sources) for node in root.items("procedure"))
    legal_basis = root.texts("legal_basis")
    nodes = (root, *(node for node, _ in taken))
    parts = [_Texts.read(node, sources, lifecycle, legal_basis) for node in nodes]
    regime = Regime(
        key=key,
        title=root.text("title"),
        short=root.text("short"),
        issuer=root.text("issuer"),
        authority=root.text("authority"),
        legal_basis=legal_basis,
        target_kinds=tuple(
            root.child("target_kinds").among(kind, sorted(PARTY_SCHEMATA), "a kind of party")
            for kind in root.texts("target_kinds")
        ),
        names=root.texts("names", may_be_absent=True),
        lifecycle=lifecycle,
        official_lists=root.texts("official_lists", may_be_absent=True),
        journal=root.optional_text("journal"),
        list_tags=tuple(_list_tag(node) for node in root.items("list_tags")),
        procedure=procedure,
        effects=_first_of_each(parts),
        does_not=tuple(dict.fromkeys(note for part in parts for note in part.does_not)),
        contested=tuple(_contested(node, sources) for node in root.items("contested")),
        sources=tuple(sources.values()),
        opensanctions_id=root.optional_text("opensanctions_id"),
        notes=root.texts("notes", may_be_absent=True),
        data_hash=sha256(b"\0".join([content, *(raw for _, raw in taken)])).hexdigest(),
        ownership=next((part.ownership for part in parts if part.ownership), None),
        uses=uses,
    )
    cited = cited_sources(regime) | own_sources.keys()
    return replace(regime, sources=tuple(s for s in regime.sources if s.key in cited))


def cited_sources(regime: Regime) -> set[str]:
    """Keys of the sources that the regime's texts rest on."""
    rules: list[Provision | Effect | NotEffect | ProgrammeEvent] = [
        *regime.procedure,
        *regime.effects,
        *regime.does_not,
        *regime.lifecycle.programme,
    ]
    readings = [reading for question in regime.contested for reading in question.readings]
    cited = {rule.source for rule in rules} | {reading.source for reading in readings}
    return cited | ({regime.ownership.source} if regime.ownership else set())


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a regime's own file and a shared one can both hold."""

    effects: tuple[Effect, ...]
    does_not: tuple[NotEffect, ...]
    ownership: OwnershipRule | None

    @classmethod
    def read(
        cls,
        node: Node,
        sources: Mapping[str, Source],
        lifecycle: Lifecycle,
        legal_basis: tuple[str, ...],
    ) -> _Texts:
        rule = node.child("ownership")
        return cls(
            effects=tuple(
                _with_basis(effect_of(item, sources, lifecycle), legal_basis)
                for item in node.items("effects")
            ),
            does_not=tuple(_not_effect(item, sources) for item in node.items("does_not")),
            ownership=None if rule.value is None else ownership_of(rule, sources),
        )


def _with_basis(effect: Effect, legal_basis: tuple[str, ...]) -> Effect:
    """`$legal_basis` stands for the programme's own, which a shared text cannot know."""
    if _OWN_BASIS not in effect.legal_basis:
        return effect
    others = tuple(basis for basis in effect.legal_basis if basis != _OWN_BASIS)
    return replace(effect, legal_basis=(*legal_basis, *others))


def _taken(root: Node, at: int, use: str, shared: Mapping[str, bytes]) -> tuple[Node, bytes]:
    """A shared file that the regime takes in."""
    content = shared.get(use)
    if content is None:
        known = ", ".join(sorted(shared)) or "none"
        raise root.child(f"uses[{at}]").error(f"there is no shared file {use!r}. Known: {known}")
    return _shared_node(use, content), content


@lru_cache(maxsize=32)  # many programmes take in the same few files
def _shared_node(use: str, content: bytes) -> Node:
    node = parse_yaml(f"shared/{use}.yml", content)
    node.only(*_SHARED_KEYS)
    return node


def _first_of_each(parts: list[_Texts]) -> tuple[Effect, ...]:
    """Effects by code and addressee: what the programme's own file says goes before the shared."""
    found: dict[tuple[str, str], Effect] = {}
    for part in parts:
        for effect in part.effects:
            found.setdefault((effect.code, effect.addressee), effect)
    return tuple(found.values())


def _known_sources(root: Node, own: Mapping[str, Source], shared: list[Node]) -> dict[str, Source]:
    """What the file's texts may cite: its own sources, and those of the files that it takes in."""
    found = dict(own)
    for node in shared:
        for source in _sources(node).values():
            if found.setdefault(source.key, source) != source:
                raise root.child("sources").error(
                    f"the key {source.key!r} stands for another source in {node.file}"
                )
    return found


def _lifecycle(node: Node, sources: Mapping[str, Source]) -> Lifecycle:
    node.only("starts", "ends", "announces", "by_act", "notice_days", "programme")
    stages = {stage: _events(node, stage) for stage in ("starts", "ends", "announces")}
    claimed: dict[str, str] = {}
    for stage, events in stages.items():
        for event in events:
            if event in claimed:
                raise node.child(stage).error(f"{event!r} is under {claimed[event]!r} already")
            claimed[event] = stage
    return Lifecycle(
        starts=stages["starts"],
        ends=stages["ends"],
        announces=stages["announces"],
        by_act=node.flag("by_act"),
        notice_days=node.optional_count("notice_days"),
        programme=tuple(_programme_event(item, sources) for item in node.items("programme")),
    )


def _programme_event(node: Node, sources: Mapping[str, Source]) -> ProgrammeEvent:
    node.only("event", "date", "text", "source", "grade", "verified_on")
    source, grade = proof_of(node, sources)
    on = node.day_or_text("date")
    try:
        Span.parse(on)
    except InvalidInput as error:
        raise node.child("date").error(str(error).rstrip(".")) from None
    return ProgrammeEvent(
        event=node.choice("event", PROGRAMME_EVENTS, "an event of a programme"),
        on=on,
        text=node.text("text"),
        source=source,
        grade=grade,
        verified_on=read_on(node, grade),
    )


def _events(node: Node, key: str) -> tuple[str, ...]:
    place = node.child(key)
    return tuple(place.among(event, EVENTS, "an event") for event in node.texts(key))


def _list_tag(node: Node) -> ListTag:
    node.only("dataset", "tag", "absence_ends", "stage", "note")
    stage = "force"
    if node.child("stage").value is not None:
        stage = node.choice("stage", STAGES, "a stage")
    return ListTag(
        node.text("dataset"),
        node.text("tag"),
        node.flag("absence_ends"),
        announces=stage == "announced",
        note=node.optional_text("note"),
    )


def _sources(root: Node) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for node in root.items("sources"):
        node.only("key", "title", "grade", "url")
        source = Source(
            key=node.text("key"),
            title=node.text("title"),
            grade=node.choice("grade", GRADES, "a grade"),
            url=node.optional_text("url"),
        )
        if source.key in found:
            raise node.child("key").error(f"{source.key!r} stands for another source already")
        found[source.key] = source
    return found


def _provision(node: Node, sources: Mapping[str, Source]) -> Provision:
    node.only("topic", "text", "legal_basis", "source", "grade", "verified_on", "note")
    source, grade = proof_of(node, sources)
    return Provision(
        topic=node.choice("topic", TOPICS, "a topic"),
        text=node.text("text"),
        legal_basis=node.texts("legal_basis"),
        source=source,
        grade=grade,
        verified_on=read_on(node, grade),
        note=node.optional_text("note"),
    )


def _not_effect(node: Node, sources: Mapping[str, Source]) -> NotEffect:
    node.only("text", "source", "grade")
    return NotEffect(node.text("text"), *proof_of(node, sources))


def _contested(node: Node, sources: Mapping[str, Source]) -> Contested:
    node.only("question", "readings")
    readings = []
    for reading in node.items("readings"):
        reading.only("who", "says", "source", "grade")
        readings.append(
            Reading(reading.text("who"), reading.text("says"), *proof_of(reading, sources))
        )
    if len(readings) < 2:
        raise node.child("readings").error("a contested question has at least two readings")
    return Contested(node.text("question"), tuple(readings))
