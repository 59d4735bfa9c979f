"""Strict reading of a YAML file that people write: nodes, texts and their lines.

Every value is a text or a list of texts; YAML's guesses (a country `NO` that turns into
`False`, a date that turns into a number) are not made. Keys are taken out of a mapping one by
one, so that a key written twice is an error and one that nobody knows is not lost.
"""

from __future__ import annotations

import yaml

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile

_MAX_DEPTH = 20
"""Lists and mappings inside one another; a record has eight."""

# libyaml's parser is ten times faster; the pure one gives the same nodes.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(file: SourceFile) -> yaml.Node:
    """The root of a YAML file.

    Raises:
        ReadError: if it is empty, not UTF-8, not YAML, or nested too deeply; with the line.
    """
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        raise ReadError("not UTF-8 text.", file=file.name, line=line) from None
    try:
        _check_depth(text, file.name)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        at = None if error.problem_mark is None else error.problem_mark.line + 1
        raise ReadError(f"not YAML: {error.problem}.", file=file.name, line=at) from None
    except yaml.YAMLError as error:
        raise ReadError(f"not YAML: {error}.", file=file.name) from None
    if not isinstance(root, yaml.Node):
        raise ReadError("the file is empty.", file=file.name)
    return root


def _check_depth(text: str, file_name: str) -> None:
    """Refuses nesting that no record needs; libyaml's composer would exhaust the stack.

    Raises:
        ReadError: if something lies deeper than `_MAX_DEPTH`.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            line = event.start_mark.line + 1 if event.start_mark else None
            raise ReadError(f"nested deeper than {_MAX_DEPTH}.", file=file_name, line=line)


class Fields:
    """A mapping whose keys are taken out one by one; `rest` tells what stays."""

    def __init__(self, file_name: str, node: yaml.Node, path: str) -> None:
        self._file_name = file_name
        self._path = path
        self.line = node.start_mark.line + 1
        self._nodes: dict[str, yaml.Node] = {}
        if not isinstance(node, yaml.MappingNode):
            raise self.error("keys with values are needed here.")
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self.error("a key must be a word.")
            if key.value in self._nodes:
                raise self.error(f"the key {key.value!r} is written twice.")
            self._nodes[key.value] = value

    def error(self, what: str) -> ReadError:
        """An error at this mapping."""
        where = f"{self._path}: " if self._path else ""
        return ReadError(where + what, file=self._file_name, line=self.line)

    def node(self, key: str) -> yaml.Node:
        """Takes out a key that must be there."""
        found = self._nodes.pop(key, None)
        if found is None:
            raise self.error(f"the key {key!r} is missing.")
        return found

    def maybe(self, key: str) -> str | None:
        """Takes out a text, None if the key is not there."""
        return self.text(key) if key in self._nodes else None

    def text(self, key: str) -> str:
        """Takes out a text that must be there."""
        return self._scalar(key, self.node(key))

    def texts(self, key: str) -> list[tuple[str, int]]:
        """Takes out a text or a list of texts, with their lines; none if it is not there."""
        if key not in self._nodes:
            return []
        node = self.node(key)
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return [(self._scalar(key, n), n.start_mark.line + 1) for n in nodes]

    def items(self, key: str) -> list[yaml.Node]:
        """Takes out a list; none if it is not there."""
        if key not in self._nodes:
            return []
        node = self.node(key)
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"{key!r} must be a list.")
        return list(node.value)

    def rest(self) -> list[tuple[str, str, int]]:
        """The keys that nobody took out: (path, sample of the value, line)."""
        return [
            (
                f"{self._path}.{key}" if self._path else key,
                str(node.value if isinstance(node, yaml.ScalarNode) else node.tag),
                node.start_mark.line + 1,
            )
            for key, node in self._nodes.items()
        ]

    def _scalar(self, key: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.error(f"{key!r} must be a text that is not empty.")
        return str(node.value)
