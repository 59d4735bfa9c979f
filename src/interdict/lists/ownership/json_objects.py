"""JSON files of many objects: an array, one object, or one on each line; each with its line."""

from __future__ import annotations

import json
from typing import Any

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile

_SPACE = " \t\r\n"


def json_objects(file: SourceFile) -> list[tuple[int, dict[str, Any]]]:
    """(line on which it begins, object) of every object in a file, in order.

    Raises:
        ReadError: if the file is empty, not UTF-8, or not JSON; or holds something else than
            objects.
    """
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        raise ReadError("not UTF-8 text.", file=file.name, line=line) from None
    if not text.strip():
        raise ReadError("the file is empty.", file=file.name)
    is_array = text.lstrip(_SPACE).startswith("[")
    decoder, found = json.JSONDecoder(), []
    at, line, counted = 0, 1, 0
    while (at := _next(text, at, "[,]" if is_array else ",")) < len(text):
        line += text.count("\n", counted, at)
        counted = at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"not JSON ({error}).", file=file.name, line=line) from None
        if not isinstance(value, dict):
            raise ReadError("JSON that is no object.", file=file.name, line=line)
        found.append((line, value))
    if is_array and not text.rstrip(_SPACE).endswith("]"):
        raise ReadError("the array does not end: the file is cut off.", file=file.name, line=line)
    return found


def _next(text: str, at: int, between: str) -> int:
    """Where the next value begins: behind white space and what stands between values."""
    skipped = _SPACE + between
    while at < len(text) and text[at] in skipped:
        at += 1
    return at


def texts(value: object) -> list[str]:
    """The texts of a JSON value that may be one or a list; numbers as they are written."""
    values = value if isinstance(value, list) else [value]
    return [str(one).strip() for one in values if isinstance(one, (str, int, float)) and one != ""]


def text(value: object) -> str:
    """The first text of a JSON value; empty if there is none."""
    found = texts(value)
    return found[0] if found and not isinstance(value, bool) else ""
