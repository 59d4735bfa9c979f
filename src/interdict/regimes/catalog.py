"""Reads the regimes' files and refuses what does not mean what it must.

`load_regimes` reads the files of the package; `regimes_of` reads any (name, bytes) pairs and
touches nothing else. The result is immutable and carries a digest of everything that was
read, which receipts keep. An error names the file, the place in the document
(`effects[2].addressee`) and what is allowed there.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.resources import files
from typing import Any

import yaml

from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.model.schema import EVENTS, PARTY_SCHEMATA
from interdict.regimes.regime import (
    Contested,
    Effect,
    Lifecycle,
    ListTag,
    NotEffect,
    Provision,
    Reading,
    Regime,
    Source,
)
from interdict.regimes.vocabulary import (
    ADDRESSEES,
    EFFECTS,
    GRADES,
    LISTED,
    REFUSED_EFFECTS,
    TOPICS,
    UNVERIFIED,
)


@dataclass(frozen=True, eq=False, slots=True)
class Regimes(Mapping[str, Regime]):
    """All regimes by key, in the order of their keys.

    `digest` is the SHA-256 over names and contents of all files that were read.
    """

    by_key: Mapping[str, Regime]
    tags: Mapping[tuple[str, str], str]
    digest: str

    def __getitem__(self, key: str) -> Regime:
        return self.by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_key)

    def __len__(self) -> int:
        return len(self.by_key)

    def named(self, key: str) -> Regime:
        """The regime under `key`, written as users write it (case does not matter).

        Raises:
            NotFound: if there is none; the message lists the keys.
        """
        regime = self.by_key.get(key.strip().upper())
        if regime is None:
            raise NotFound(f"no regime {key!r}. Known are: {', '.join(self.by_key)}.")
        return regime

    def by_tag(self, dataset: str, tag: str) -> Regime | None:
        """The regime that an official list marks with that tag; None if no file claims it."""
        key = self.tags.get((dataset, tag))
        return None if key is None else self.by_key[key]


def load_regimes() -> Regimes:
    """Reads every regime that comes with the package. Keep the result; it is not cached here.

    Raises:
        InvalidInput: if a file does not hold what it must.
    """
    folder = files("interdict.regimes").joinpath("data")
    found = [item for item in folder.iterdir() if item.name.endswith(".yml")]
    return regimes_of({item.name: item.read_bytes() for item in found})


def regimes_of(contents: Mapping[str, bytes]) -> Regimes:
    """Reads regimes from files given as name -> bytes; the order given does not matter.

    Raises:
        InvalidInput: if a file does not hold what it must, or two claim one list tag.
    """
    by_key: dict[str, Regime] = {}
    tags: dict[tuple[str, str], str] = {}
    digest = sha256()
    for name in sorted(contents):
        regime = parse_regime(name, contents[name])
        by_key[regime.key] = regime
        digest.update(f"{name}\0{regime.data_hash}\n".encode())
        for list_tag in regime.list_tags:
            claimed = (list_tag.dataset, list_tag.tag)
            if claimed in tags:
                raise InvalidInput(
                    f"{name}, list_tags: the tag {list_tag.tag!r} of {list_tag.dataset} belongs "
                    f"to {tags[claimed]} already. Keep it in one of the two files."
                )
            tags[claimed] = regime.key
    return Regimes(dict(sorted(by_key.items())), tags, digest.hexdigest())


def parse_regime(name: str, content: bytes) -> Regime:
    """Reads one regime's file; `name` is the file's name, `us-fto.yml` for key `US-FTO`.

    Raises:
        InvalidInput: if it does not hold what it must (`ReadError` if it is not YAML).
    """
    root = parse_yaml(name, content)
    root.only(*_REGIME_KEYS)
    key = root.text("key")
    if name != f"{key.lower()}.yml":
        raise root.child("key").error(f"{key!r} belongs in a file named {key.lower()}.yml")
    sources = _sources(root)
    lifecycle = _lifecycle(root.child("lifecycle"))
    return Regime(
        key=key,
        title=root.text("title"),
        short=root.text("short"),
        issuer=root.text("issuer"),
        authority=root.text("authority"),
        legal_basis=root.texts("legal_basis"),
        target_kinds=tuple(
            root.child("target_kinds").among(kind, sorted(PARTY_SCHEMATA), "a kind of party")
            for kind in root.texts("target_kinds")
        ),
        names=root.texts("names"),
        lifecycle=lifecycle,
        official_lists=root.texts("official_lists"),
        journal=root.optional_text("journal"),
        list_tags=tuple(_list_tag(node) for node in root.items("list_tags")),
        procedure=tuple(_provision(node, sources) for node in root.items("procedure")),
        effects=tuple(_effect(node, sources, lifecycle) for node in root.items("effects")),
        does_not=tuple(_not_effect(node, sources) for node in root.items("does_not")),
        contested=tuple(_contested(node, sources) for node in root.items("contested")),
        sources=tuple(sources.values()),
        opensanctions_id=root.optional_text("opensanctions_id"),
        notes=root.texts("notes", may_be_absent=True),
        data_hash=sha256(content).hexdigest(),
    )


_REGIME_KEYS = (
    "key title short issuer authority legal_basis target_kinds names lifecycle official_lists "
    "journal list_tags procedure effects does_not contested sources opensanctions_id notes"
).split()


def _lifecycle(node: Node) -> Lifecycle:
    node.only("starts", "ends", "announces", "by_act", "notice_days")
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
    )


def _events(node: Node, key: str) -> tuple[str, ...]:
    place = node.child(key)
    return tuple(place.among(event, EVENTS, "an event") for event in node.texts(key))


def _list_tag(node: Node) -> ListTag:
    node.only("dataset", "tag", "absence_ends")
    return ListTag(node.text("dataset"), node.text("tag"), node.flag("absence_ends"))


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


def _cited(node: Node, sources: Mapping[str, Source]) -> tuple[str, str]:
    """The source key and the grade of a stated rule, checked against each other."""
    source = node.choice("source", sources, "the key of a source of this file")
    grade = node.choice("grade", GRADES, "a grade")
    if grade < sources[source].grade:  # the letters rise as proof weakens, U being the last
        raise node.child("grade").error(
            f"{grade} is stronger than the source {source!r}, which is {sources[source].grade}"
        )
    return source, grade


def _verified_on(node: Node, grade: str) -> str | None:
    day = node.optional_day("verified_on")
    if (grade == UNVERIFIED) != (day is None):
        raise node.child("verified_on").error(
            f"must be null for grade {UNVERIFIED}: it says when the source's text was read"
            if day
            else f"missing: grade {grade} needs the day on which the source's text was read. "
            f"If nobody has read it, the grade is {UNVERIFIED}"
        )
    return day


def _provision(node: Node, sources: Mapping[str, Source]) -> Provision:
    node.only("topic", "text", "legal_basis", "source", "grade", "verified_on", "note")
    source, grade = _cited(node, sources)
    return Provision(
        topic=node.choice("topic", TOPICS, "a topic"),
        text=node.text("text"),
        legal_basis=node.texts("legal_basis"),
        source=source,
        grade=grade,
        verified_on=_verified_on(node, grade),
        note=node.optional_text("note"),
    )


_EFFECT_KEYS = (
    "code addressee title text starts_on ends_on legal_basis consequence exceptions "
    "licence_possible before_force source grade verified_on note"
).split()


def _effect(node: Node, sources: Mapping[str, Source], lifecycle: Lifecycle) -> Effect:
    node.only(*_EFFECT_KEYS)
    code = node.text("code")
    if code in REFUSED_EFFECTS:
        raise node.child("code").error(f"{code!r} is never an effect: {REFUSED_EFFECTS[code]}")
    source, grade = _cited(node, sources)
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
        verified_on=_verified_on(node, grade),
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


def _not_effect(node: Node, sources: Mapping[str, Source]) -> NotEffect:
    node.only("text", "source", "grade")
    return NotEffect(node.text("text"), *_cited(node, sources))


def _contested(node: Node, sources: Mapping[str, Source]) -> Contested:
    node.only("question", "readings")
    readings = []
    for reading in node.items("readings"):
        reading.only("who", "says", "source", "grade")
        readings.append(
            Reading(reading.text("who"), reading.text("says"), *_cited(reading, sources))
        )
    if len(readings) < 2:
        raise node.child("readings").error("a contested question has at least two readings")
    return Contested(node.text("question"), tuple(readings))


# --- a YAML document that knows where it is ---------------------------------------------

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it; both read the same language."""


class _Loader(_BaseLoader):  # type: ignore[misc]  # chosen at run time
    """Refuses a key that is written twice; YAML would silently keep the last one."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                problem = f"the key {key!r} is not text; put it in quotes"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            if key in seen:
                problem = f"the key {key!r} is written twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            seen.add(key)
        built: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return built


def parse_yaml(file: str, content: bytes) -> Node:
    """The document's root, which must be a mapping.

    Raises:
        ReadError: if the bytes are not UTF-8 or not YAML, or a key is written twice; with the
            line where the parser gives one.
        InvalidInput: if the root is not a mapping.
    """
    try:  # the loader is a safe one: it builds plain values only
        value = yaml.load(content.decode("utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise ReadError("is not UTF-8 text.", file=file, hint=f"Byte {error.start}.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "is not YAML"
        line = None if mark is None else mark.line + 1
        raise ReadError(f"{problem}.", file=file, line=line) from None
    root = Node(file, "", value)
    root.mapping()
    return root


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document with its file and its path (`effects[2].code`; "" is the root).

    Text is given back with runs of white space folded into one space, and is never empty.
    """

    file: str
    path: str
    value: Any

    def error(self, what: str) -> InvalidInput:
        """An error that names this place."""
        place = f"{self.file}, {self.path}" if self.path else self.file
        return InvalidInput(f"{place}: {what}.")

    def mapping(self) -> dict[str, Any]:
        """The value as a mapping."""
        if not isinstance(self.value, dict):
            raise self.error(f"must be a mapping of keys to values, not {_kind(self.value)}")
        return self.value

    def child(self, key: str) -> Node:
        """The value under a key (None if it is absent), with its own path."""
        return Node(self.file, f"{self.path}.{key}" if self.path else key, self.mapping().get(key))

    def only(self, *allowed: str) -> None:
        """Refuses keys that are not allowed: a misspelt one would be lost without a word."""
        for key in self.mapping():
            if key not in allowed:
                raise self.child(key).error(f"unknown key. Allowed here: {', '.join(allowed)}")

    def among(self, word: str, allowed: Collection[str], what: str) -> str:
        """The word, if it is allowed at this place."""
        if word not in allowed:
            raise self.error(f"{word!r} is not {what}. Allowed: {', '.join(allowed)}")
        return word

    def choice(self, key: str, allowed: Collection[str], what: str) -> str:
        """Text under a key that must be one of the allowed words."""
        return self.child(key).among(self.text(key), allowed, what)

    def text(self, key: str) -> str:
        """Text under a key that must be there."""
        found = self.optional_text(key)
        if found is None:
            raise self.child(key).error("missing: text is needed here")
        return found

    def optional_text(self, key: str) -> str | None:
        """Text under a key, None if it is absent or null."""
        node = self.child(key)
        return None if node.value is None else node._as_text()

    def texts(self, key: str, *, may_be_absent: bool = False) -> tuple[str, ...]:
        """A list of texts without repeats; it may not be empty unless it may be absent."""
        found = tuple(node._as_text() for node in self.items(key))
        if not found and not may_be_absent:
            raise self.child(key).error("missing: at least one is needed")
        for at, word in enumerate(found):
            if word in found[:at]:
                raise self.child(f"{key}[{at}]").error(f"{word!r} is written twice")
        return found

    def items(self, key: str) -> list[Node]:
        """The elements of a list under a key; none if it is absent."""
        node = self.child(key)
        if node.value is None:
            return []
        if not isinstance(node.value, list):
            raise node.error(f"must be a list, not {_kind(node.value)}")
        return [Node(self.file, f"{node.path}[{at}]", item) for at, item in enumerate(node.value)]

    def flag(self, key: str) -> bool:
        """True or false under a key that must be there."""
        found = self.optional_flag(key)
        if found is None:
            raise self.child(key).error("missing: true or false is needed here")
        return found

    def optional_flag(self, key: str) -> bool | None:
        """True or false under a key, None if it is absent or null."""
        node = self.child(key)
        if node.value is None or isinstance(node.value, bool):
            return node.value
        raise node.error(f"must be true or false, not {_kind(node.value)}")

    def optional_count(self, key: str) -> int | None:
        """A whole number, zero or more, under a key; None if it is absent or null."""
        node = self.child(key)
        if node.value is None:
            return None
        if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
            raise node.error(f"must be a whole number, zero or more, not {node.value!r}")
        return node.value

    def optional_day(self, key: str) -> str | None:
        """A day as `YYYY-MM-DD` under a key, None if it is absent or null."""
        node = self.child(key)
        if node.value is None:
            return None
        try:  # YAML reads an unquoted day as a date, a quoted one as text
            return date.fromisoformat(str(node.value)).isoformat()
        except ValueError:
            raise node.error(f"{node.value!r} is not a day. Write YYYY-MM-DD") from None

    def _as_text(self) -> str:
        if not isinstance(self.value, str):
            raise self.error(f"must be text, not {_kind(self.value)}")
        folded = " ".join(self.value.split())
        if not folded:
            raise self.error("is empty")
        return folded


def _kind(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false"}
    if value is None:
        return "nothing"
    return names.get(type(value), f"{value!r}")
