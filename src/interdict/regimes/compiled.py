"""Regimes in a form that loads at once: `compiled.jsonl`, made from the YAML files beside it.

The YAML files are what people write and what holds. Checking a hundred of them takes a quarter
of a second, which a single screening cannot afford; so their checked form is kept, with the
digest of the files that it was made from. Where the digests differ (a file was changed, or
added) nothing of it is used and the files are read. The first line tells of all regimes, each
further one is a regime, which is built when it is first asked for: most commands need a few.
Write it anew after a change with

    python -m interdict.regimes.compiled
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from interdict.regimes.known import Regimes

if TYPE_CHECKING:
    from interdict.regimes.regime import Regime

FILE = "compiled.jsonl"
_FORMAT = "2"


def digest_of_files(contents: Mapping[str, bytes], shared: Mapping[str, bytes]) -> str:
    """SHA-256 over the format of this file and the names and bytes of all others."""
    digest = sha256(f"{_FORMAT}\n".encode())
    for folder, found in (("data", contents), ("shared", shared)):
        for name in sorted(found):
            digest.update(f"{folder}/{name}\0{sha256(found[name]).hexdigest()}\n".encode())
    return digest.hexdigest()


def to_lines(regimes: Regimes, digest: str) -> str:
    """The compiled form of regimes that were read from files of that digest."""
    head = {
        "files": digest,
        "digest": regimes.digest,
        "keys": list(regimes),
        "tags": [[*tag, key] for tag, key in regimes.tags.items()],
        "announcing": sorted(regimes.announcing),
        "official_lists": sorted(regimes.official_lists),
    }
    return "".join(_json(one) + "\n" for one in (head, *map(_plain, regimes.values())))


def from_lines(text: str, digest: str) -> Regimes | None:
    """The regimes of a compiled form; None if it was made from other files."""
    first, *lines = text.removesuffix("\n").split("\n")
    head = json.loads(first)
    if head.get("files") != digest:
        return None
    return Regimes(
        _Kept(dict(zip(head["keys"], lines, strict=True))),
        {(dataset, tag): key for dataset, tag, key in head["tags"]},
        frozenset((dataset, tag) for dataset, tag in head["announcing"]),
        frozenset(head["official_lists"]),
        head["digest"],
    )


class _Kept(Mapping[str, "Regime"]):
    """Regimes by key, each built from its JSON when it is first asked for."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._built: dict[str, Regime] = {}

    def __getitem__(self, key: str) -> Regime:
        found = self._built.get(key)
        if found is None:
            from interdict.regimes.regime import Regime

            found = self._built[key] = _built(Regime, json.loads(self._lines[key]))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A dataclass as a mapping without the fields that have their default values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(found)
            for field in fields(value)
            if (found := getattr(value, field.name)) != field.default or field.default is MISSING
        }
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _built(kind: Any, value: Any) -> Any:
    """The value as an instance of that type: a dataclass, a tuple of one type, or as it is."""
    if value is None or not isinstance(value, (dict, list)):
        return value
    if isinstance(value, list):
        inner = _inner(kind)
        return tuple(_built(inner, item) for item in value)
    of = _fields_of(_only(kind))
    return _only(kind)(**{name: _built(of[name], item) for name, item in value.items()})


@cache
def _fields_of(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _inner(kind: Any) -> Any:
    """`X` of `tuple[X, ...]`."""
    return get_args(_only(kind))[0]


@cache
def _only(kind: Any) -> Any:
    """`X` of `X | None`."""
    if get_origin(kind) not in (Union, UnionType):
        return kind
    (only,) = (arg for arg in get_args(kind) if arg is not NoneType)
    return only


def _write() -> None:
    from interdict.regimes.catalog import files_of_package, regimes_of

    contents, shared = files_of_package()
    text = to_lines(regimes_of(contents, shared), digest_of_files(contents, shared))
    with as_file(files("interdict.regimes").joinpath(FILE)) as path:
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    _write()
