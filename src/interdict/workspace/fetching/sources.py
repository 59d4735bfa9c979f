"""Where lists are fetched from: addresses by dataset and format, as data.

The addresses that come with Interdict stand in `data/sources.yml`; a file `sources.yml` of the
same form in the workspace's folder replaces them dataset by dataset (a publisher has moved, a
mirror inside the house, a list of one's own).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from interdict.errors import InvalidInput, NotFound
from interdict.lists import catalog

FILE = "sources.yml"

FORMS = frozenset(("csv", "xml", "zip", "html", "sheet"))
"""What the bytes of a file may have to look like (see `content`)."""

UNVERIFIED = "unverified"

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
_FORMAT_NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of an edition: its address, the name it is read under, and its form."""

    url: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Source:
    """One format in which a dataset is published; its files together are one edition.

    `hosts` are those to which its addresses may redirect, beside their own. `verified` is the
    day on which the addresses were last seen to serve the list, or `unverified`.
    """

    dataset: str
    format: str
    files: tuple[RemoteFile, ...]
    hosts: frozenset[str] = frozenset()
    cited: str = ""
    verified: str = UNVERIFIED

    @property
    def key(self) -> str:
        """What its state is kept under, such as `us_ofac_sdn.csv`."""
        return f"{self.dataset}.{self.format}"


class Sources:
    """The sources that are known; each dataset's usual format comes first."""

    def __init__(self, known: Mapping[str, tuple[Source, ...]]) -> None:
        self._known = dict(sorted(known.items()))

    @classmethod
    def load(cls, workspace: Path) -> Sources:
        """Those that come with Interdict, replaced by those of the workspace's own file.

        Raises:
            InvalidInput: if a file cannot be read, with the place.
        """
        bundled = files("interdict.workspace.fetching") / "data" / FILE
        known = read_sources(bundled.read_text("utf-8"), FILE)
        own = workspace / FILE
        if own.is_file():
            known |= read_sources(own.read_text("utf-8"), str(own))
        return cls(known)

    def names(self) -> list[str]:
        """Datasets that can be fetched, sorted."""
        return list(self._known)

    def formats(self, dataset: str) -> tuple[Source, ...]:
        """The formats of a dataset; empty if it cannot be fetched."""
        return self._known.get(dataset, ())

    def find(self, name: str, format: str | None = None) -> Source:
        """A dataset's source, in the usual format or a named one.

        Raises:
            NotFound: if there is no such list, it has no address, or not in that format.
        """
        dataset = catalog.find(name)[0].name
        formats = self.formats(dataset)
        if not formats:
            raise NotFound(
                f"{dataset}: no address is known to fetch it from. Fetched can be "
                f"{', '.join(self.names())}; add others in {FILE} of the workspace, or load files."
            )
        for source in formats:
            if format is None or source.format == format:
                return source
        known = ", ".join(source.format for source in formats)
        raise NotFound(f"{dataset}: there is no format {format!r} to fetch. Known: {known}.")


def read_sources(text: str, file: str) -> dict[str, tuple[Source, ...]]:
    """Dataset -> its sources, from YAML (the form is told at the head of `data/sources.yml`).

    Raises:
        InvalidInput: if something is missing, unknown or not of its form; the place is named.
    """
    import yaml

    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InvalidInput(f"{file}: not YAML: {error}") from None
    return {
        str(name): _dataset(str(name), entry, f"{file}: {name}")
        for name, entry in _mapping(data, file).items()
    }


def _dataset(name: str, entry: Any, place: str) -> tuple[Source, ...]:
    fields = _mapping(entry, place)
    _only(fields, {"cited", "verified", "redirect_hosts", "formats"}, place)
    hosts = fields.get("redirect_hosts", [])
    if not isinstance(hosts, list) or not all(isinstance(host, str) for host in hosts):
        raise InvalidInput(f"{place}: redirect_hosts is a list of host names")
    formats = _mapping(fields.get("formats"), f"{place}, formats")
    return tuple(
        Source(
            dataset=name,
            format=_named(format, _FORMAT_NAME, f"{place}: the format's name"),
            files=_files(listed, f"{place}, {format}"),
            hosts=frozenset(host.lower() for host in hosts),
            cited=str(fields.get("cited", "")),
            verified=str(fields.get("verified", UNVERIFIED)),
        )
        for format, listed in formats.items()
    )


def _files(listed: Any, place: str) -> tuple[RemoteFile, ...]:
    if not isinstance(listed, list) or not listed:
        raise InvalidInput(f"{place}: a list of files, each with url, name and form")
    found = []
    for entry in listed:
        fields = _mapping(entry, place)
        _only(fields, {"url", "name", "form"}, place)
        url, form = str(fields.get("url", "")), fields.get("form")
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.username:
            raise InvalidInput(f"{place}: an address starts with https://, not {url!r}")
        if form not in FORMS:
            raise InvalidInput(f"{place}: form {form!r} is none of {', '.join(sorted(FORMS))}")
        found.append(RemoteFile(url, _named(fields.get("name"), _FILE_NAME, place), str(form)))
    if len({file.name for file in found}) < len(found):
        raise InvalidInput(f"{place}: two files of one name")
    return tuple(found)


def _named(value: Any, pattern: re.Pattern[str], place: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise InvalidInput(f"{place}: {value!r} is no name of letters, digits, '.', '_' and '-'")
    return value


def _mapping(value: Any, place: str) -> dict[Any, Any]:
    if not isinstance(value, dict) or not value:
        raise InvalidInput(f"{place}: a mapping with entries was expected")
    return value


def _only(fields: Iterable[Any], known: set[str], place: str) -> None:
    unknown = sorted(str(name) for name in fields if name not in known)
    if unknown:
        raise InvalidInput(f"{place}: unknown field {unknown[0]!r}")
