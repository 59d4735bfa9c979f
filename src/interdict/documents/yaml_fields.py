"""A YAML header's fields as they are written, with the place of every character in the file.

Values stay text: a date is what the author wrote, not what a YAML library makes of it.
Source: YAML 1.2, sections 5.7 (escapes) and 6.5 (line folding).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from interdict.documents.layout import Run
from interdict.errors import ReadError

_NULL_TAG = "tag:yaml.org,2002:null"
_ESCAPE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n|\r|\n)[ \t]*|.)", re.DOTALL
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
            line=first_line + (mark.line if mark else 0),
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

    An escape maps to its backslash, and folded blanks to the first of them.
    """
    at, stop = offset + node.start_mark.index, offset + node.end_mark.index
    if node.style in ("|", ">"):
        at = raw.find("\n", at, stop) + 1
    elif node.style in ('"', "'"):
        at, stop = at + 1, stop - 1
    value = str(node.value)
    text = value.strip()
    at = _skip_blanks(raw, at, stop)
    if raw.startswith(text, at):
        return (Run(at, text),)
    runs: list[Run] = []
    done = 0
    while done < len(text):
        step = _step(raw, at, stop, text, done, node.style)
        if step is None:
            return ()
        n_value, n_raw = step
        if n_value:
            _extend(runs, at, text[done : done + n_value])
        done, at = done + n_value, at + n_raw
    return tuple(runs)


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
        return (0 if escape[0][1] in "\r\n" else 1), len(escape[0])
    if style == "'" and raw.startswith("''", at):
        return 1, 2
    written, wanted = _BLANKS.match(raw, at, stop), _BLANKS.match(text, done)
    if written and wanted and len(wanted[0]) <= len(written[0]):
        return len(wanted[0]), len(written[0])
    return (1, 1) if raw[at] == text[done] else None


def _extend(runs: list[Run], at: int, text: str) -> None:
    if runs and runs[-1].raw_start + len(runs[-1].text) == at:
        runs[-1] = Run(runs[-1].raw_start, runs[-1].text + text)
    else:
        runs.append(Run(at, text))


def _skip_blanks(raw: str, at: int, stop: int) -> int:
    blanks = _BLANKS.match(raw, at, stop)
    return blanks.end() if blanks else at
