"""A YAML header's fields as they are written, with the place of every character in the file.

Values stay text: a date is what the author wrote, not what a YAML library makes of it.
Source: YAML 1.2, sections 5.7 (escapes) and 6.5 (line folding).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from interdict.documents.layout import Run
from interdict.errors import ReadError

_NULL_TAG = "tag:yaml.org,2002:null"
_BREAKS = "\r\n\x85\u2028\u2029"
"""What ends a line for the YAML reader we use (version 1.1 of YAML)."""

_BREAK = re.compile(f"\\r\\n|[{_BREAKS}]")
_ESCAPE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
    f"|(?:\\r\\n|[{_BREAKS}])[ \\t]*|.)",
    re.DOTALL,
)
_BLANKS = re.compile(r"\s+")
_MAX_CHARS = 64_000


@dataclass(frozen=True, slots=True)
class YamlField:
    """One top-level field: `[start, end)` is key and value in the file.

    `values` holds the scalar, or the scalars of a sequence, empty ones left out; it is None
    where the value is of another form (a mapping, nested lists, a reference). `runs` are the
    characters of a scalar, for a value that is read as text.
    """

    key: str
    start: int
    end: int
    values: tuple[str, ...] | None
    is_list: bool = False
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str | None:
        """The value of a scalar; None for an empty one and for a list."""
        return self.values[0] if self.values and not self.is_list else None


def yaml_fields(raw: str, start: int, end: int, *, file_name: str) -> list[YamlField]:
    """The fields of the YAML mapping in `raw[start:end]`, in order.

    Raises:
        ReadError: if it is not valid YAML, or not a mapping.
    """
    first_line = raw.count("\n", 0, start) + 1
    if end - start > _MAX_CHARS:
        raise ReadError("the front matter is too long.", file=file_name, line=first_line)
    try:
        root = yaml.compose(raw[start:end], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "nested too deeply or not printable"
        raise ReadError(
            f"the front matter is not valid YAML ({problem}).",
            file=file_name,
            line=raw.count("\n", 0, start + mark.index) + 1 if mark else first_line,
            hint="Put values that hold a colon or start with a special character in quotes.",
        ) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise ReadError(
            "the front matter is not a list of `key: value` lines.",
            file=file_name,
            line=first_line,
            hint="Write one `key: value` per line between the `---` lines.",
        )
    return [_field(raw, start, key, value) for key, value in root.value]


def _field(raw: str, offset: int, key: yaml.Node, value: yaml.Node) -> YamlField:
    name = str(key.value).strip().lower() if isinstance(key, yaml.ScalarNode) else "?"
    start = offset + key.start_mark.index
    if value.start_mark.index < key.end_mark.index:  # *reference to an earlier value
        line_end = re.compile(r"[\r\n]|\Z").search(raw, start)
        return YamlField(name, start, line_end.start() if line_end else len(raw), None)
    end = max(offset + value.end_mark.index, offset + key.end_mark.index)
    end = start + len(raw[start:end].rstrip())
    if isinstance(value, yaml.ScalarNode):
        text = _scalar(value)
        runs = _runs(raw, offset, value) if text else ()
        return YamlField(name, start, end, (text,) if text else (), runs=runs)
    if isinstance(value, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in value.value
    ):
        items = tuple(text for text in map(_scalar, value.value) if text)
        return YamlField(name, start, end, items, is_list=True)
    return YamlField(name, start, end, None)


def _scalar(node: yaml.ScalarNode) -> str:
    return "" if node.tag == _NULL_TAG else str(node.value).strip()


def _runs(raw: str, offset: int, node: yaml.ScalarNode) -> tuple[Run, ...]:
    """The value's characters where they stand; no runs if they cannot be traced.

    A run of several characters is the file's own text. A character that the file writes
    otherwise is a run of its own: an escape stands at its backslash, the blank of a folded
    line at the line's end.
    """
    at, stop = offset + node.start_mark.index, offset + node.end_mark.index
    if node.style in ("|", ">"):
        header = _BREAK.search(raw, at, stop)
        at = header.end() if header else stop
    elif node.style in ('"', "'"):
        at, stop = at + 1, stop - 1
    text = str(node.value).strip()
    at = _skip_blanks(raw, at, stop)
    if raw.startswith(text, at, stop):
        return (Run(at, text),)
    places: list[int] = []
    while len(places) < len(text):
        step = _step(raw, at, stop, text, len(places), node.style)
        if step is None:
            return ()
        n_value, n_raw = step
        places.extend(range(at, at + n_value))
        at += n_raw
    return tuple(_gathered(raw, text, places))


def _step(
    raw: str, at: int, stop: int, text: str, done: int, style: str | None
) -> tuple[int, int] | None:
    """How many characters of the value, and of the file, come next; None if they differ."""
    if at >= stop:
        return None
    if style == '"' and raw[at] == "\\":
        escape = _ESCAPE.match(raw, at, stop)
        if escape is None:
            return None
        return (0 if escape[0][1] in _BREAKS else 1), len(escape[0])
    if style == "'" and raw.startswith("''", at):
        return (1, 2) if text[done] == "'" else None
    written, wanted = _BLANKS.match(raw, at, stop), _BLANKS.match(text, done)
    if written and wanted and len(wanted[0]) <= len(written[0]):
        return len(wanted[0]), len(written[0])
    return (1, 1) if raw[at] == text[done] else None


def _gathered(raw: str, text: str, places: list[int]) -> Iterator[Run]:
    """Runs of the value's characters, each of which stands at its place in the file."""
    first = 0
    for i in range(1, len(text) + 1):
        joined = (
            i < len(text)
            and places[i] == places[i - 1] + 1
            and raw[places[i - 1]] == text[i - 1]
            and raw[places[i]] == text[i]
        )
        if not joined:
            yield Run(places[first], text[first:i])
            first = i


def _skip_blanks(raw: str, at: int, stop: int) -> int:
    blanks = _BLANKS.match(raw, at, stop)
    return blanks.end() if blanks else at
