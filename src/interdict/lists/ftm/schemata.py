"""FollowTheMoney's schemata, properties, types and codes, as plain data.

Source: FollowTheMoney 4.11 (names, types and inheritance; documentation and labels left out).
The table in `data/schemata.json` is compared with the library's own model by a test, where the
library is installed: importing it here would cost more than reading most lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Type:
    """A type of values: at most `longest` characters; `has_language` if a language counts.

    `codes` are the only values of a closed type (`country`, `gender`, `topic`); else empty.
    """

    name: str
    longest: int
    has_language: bool
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Model:
    types: Mapping[str, Type]
    extends: Mapping[str, tuple[str, ...]]
    own: Mapping[str, Mapping[str, str]]


def is_known(schema: str) -> bool:
    """True if FollowTheMoney has a schema of that name (letter case counts)."""
    return schema in _model().extends


def names() -> tuple[str, ...]:
    """Every schema, sorted."""
    return tuple(_model().extends)


@cache
def is_a(schema: str, ancestor: str) -> bool:
    """True if `schema` is `ancestor` or inherits from it; False for an unknown schema."""
    return schema == ancestor or any(
        is_a(parent, ancestor) for parent in _model().extends.get(schema, ())
    )


@cache
def properties(schema: str) -> Mapping[str, Type]:
    """Property -> type, with those that are inherited; empty for an unknown schema."""
    model = _model()
    found: dict[str, Type] = {}
    for parent in model.extends.get(schema, ()):
        found.update(properties(parent))
    own = model.own.get(schema, {})
    return found | {prop: model.types[kind] for prop, kind in own.items()}


@cache
def _model() -> _Model:
    path = resources.files("interdict.lists.ftm") / "data" / "schemata.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    codes = {kind: frozenset(words.split()) for kind, words in data["codes"].items()}
    return _Model(
        {
            name: Type(name, longest, has_language, codes.get(name, frozenset()))
            for name, (longest, has_language) in data["types"].items()
        },
        {name: tuple(parents) for name, (parents, _) in data["schemata"].items()},
        {name: props for name, (_, props) in data["schemata"].items()},
    )
