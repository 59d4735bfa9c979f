"""Articles as JSON: one object, a list of them, or an object that holds such a list.

Each object is a document of its own, named by the file and its number in the list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from interdict.documents.entry import read_entry
from interdict.documents.json_records import LISTS, entry_of, is_record, unwrapped
from interdict.documents.source import Head, Source
from interdict.errors import ReadError
from interdict.model.source import Document

NAME = "json"

_START = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*[{\]])')


def sniff(head: Head) -> float:
    """Below `jsonl`, whose first line is an object, too."""
    return 0.9 if _START.match(head.start) else 0.0


def read(source: Source) -> Document:
    """Reads a file that holds one article."""
    return only(list(entries(source)), source)


def entries(source: Source) -> Iterator[Document | ReadError]:
    """The articles of the file, in order.

    Raises:
        ReadError: if it is not valid JSON, or holds no article.
    """
    found = _records(parsed(source.raw, file_name=source.file_name))
    if found is None:
        raise ReadError(
            "JSON without an article: no object has a field `text`, `body` or `content`.",
            file=source.file_name,
            hint="Give each article as an object with `title`, `date`, `url` and `text`.",
        )
    for number, record in enumerate(found, start=1):
        place = str(number) if len(found) > 1 else None
        yield one_record(record, container=NAME, file_name=source.file_name, place=place)


def one_record(
    record: object, *, container: str, file_name: str, place: str | None
) -> Document | ReadError:
    """The document of one object, or why it is none."""
    name = file_name if place is None else f"{file_name}#{place}"
    record = unwrapped(record)
    if not isinstance(record, dict) or not is_record(record):
        return ReadError("no article: an object with a field `text` is needed.", file=name)
    try:
        return read_entry(entry_of(record), container=container, file_name=file_name, place=place)
    except ReadError as error:
        return error


def only(found: list[Document | ReadError], source: Source) -> Document:
    """The one document of a file.

    Raises:
        ReadError: if it holds another number of them, or one that cannot be read.
    """
    if len(found) != 1:
        raise ReadError(
            f"the file holds {len(found)} documents.",
            file=source.file_name,
            hint="Read it with `read_documents`.",
        )
    if isinstance(found[0], ReadError):
        raise found[0]
    return found[0]


def parsed(text: str, *, file_name: str, first_line: int = 1) -> object:
    """The value of a JSON text.

    Raises:
        ReadError: if it is not valid, or nested without measure.
    """
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"not valid JSON ({error.msg}, column {error.colno}).",
            file=file_name,
            line=first_line - 1 + error.lineno,
            hint="Check whether the file was saved whole.",
        ) from None
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        raise ReadError(
            "JSON that is nested too deeply, or holds a giant number.", file=file_name
        ) from None
    return value


def _records(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value if _hold_one(value) else None
    if not isinstance(value, dict):
        return None
    if is_record(unwrapped(value)):
        return [value]
    lists = [value[name] for name in LISTS if isinstance(value.get(name), list)]
    return next((_with_site(one, value) for one in lists if _hold_one(one)), None)


def _hold_one(values: list[object]) -> bool:
    return any(is_record(unwrapped(one)) for one in values)


def _with_site(records: list[object], around: dict[str, object]) -> list[object]:
    """The records, each with the name of the site that the object around them gives."""
    site = around.get("title") or around.get("source") or around.get("publisher")
    if not isinstance(site, str):
        return records
    return [{"site_title": site} | one if isinstance(one, dict) else one for one in records]
