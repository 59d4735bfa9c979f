"""A YAML document whose values know where they are, so that an error can say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from interdict.errors import InvalidInput, ReadError

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
    root = Node(file, "", value, content)
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
    content: bytes = field(default=b"", repr=False, compare=False)

    def error(self, what: str) -> InvalidInput:
        """An error that names this place, and the line where it, or what should hold it, begins."""
        line = _line_of(self.content, self.path)
        place = f"{self.file}, {self.path}" if self.path else self.file
        return InvalidInput(f"{place}{f' (line {line})' if line else ''}: {what}.")

    def mapping(self) -> dict[str, Any]:
        """The value as a mapping."""
        if not isinstance(self.value, dict):
            raise self.error(f"must be a mapping of keys to values, not {_kind(self.value)}")
        return self.value

    def child(self, key: str) -> Node:
        """The value under a key (None if it is absent), with its own path."""
        path = f"{self.path}.{key}" if self.path else key
        return Node(self.file, path, self.mapping().get(key), self.content)

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
        return [
            Node(self.file, f"{node.path}[{at}]", item, self.content)
            for at, item in enumerate(node.value)
        ]

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

    def day_or_text(self, key: str) -> str:
        """Text under a key that must be there; a day may stand without quotes."""
        node = self.child(key)
        return node.value.isoformat() if isinstance(node.value, date) else self.text(key)

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


def _line_of(content: bytes, path: str) -> int | None:
    """The line of a place; of the mapping that should hold it where it is missing."""
    try:
        node = yaml.compose(content.decode("utf-8"), Loader=_Loader)
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    if node is None or not path:
        return None
    line = node.start_mark.line + 1
    for step in re.findall(r"[^.\[\]]+", path):
        found = _inside(node, step)
        if found is None:
            break
        node, line = found
    return line


def _inside(node: yaml.Node, step: str) -> tuple[yaml.Node, int] | None:
    """A part of a list or mapping, and the line on which it begins (a key's own)."""
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
        part = node.value[int(step)]
        return part, part.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if getattr(key, "value", None) == step:
                return value, key.start_mark.line + 1
    return None


def _kind(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "text", bool: "true or false"}
    if value is None:
        return "nothing"
    return names.get(type(value), f"{value!r}")
