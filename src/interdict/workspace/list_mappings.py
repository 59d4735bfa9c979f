"""Mappings of columns that are kept by name in a workspace, as JSON files beside the record."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from interdict.errors import InvalidInput, NotFound

FOLDER = "mappings"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")


class Mappings:
    """The mappings of a workspace: column title -> role."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER

    def names(self) -> list[str]:
        """Names of the mappings that are kept, sorted."""
        return sorted(path.stem for path in self._folder.glob("*.json"))

    def get(self, name: str) -> dict[str, str]:
        """A mapping by its name.

        Raises:
            NotFound: if none of that name is kept; the others are named.
            InvalidInput: if its file is not a mapping.
        """
        path = self._path(name)
        try:
            found = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            known = ", ".join(self.names()) or "none yet"
            raise NotFound(f"no mapping is called {name!r} (kept: {known})") from None
        except (OSError, ValueError) as error:
            raise InvalidInput(f"{path}: not a mapping of columns: {error}") from None
        if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
            raise InvalidInput(f"{path}: not a mapping of column titles to properties")
        return found

    def save(self, name: str, mapping: Mapping[str, str]) -> Path:
        """Keeps a mapping under a name, in place of one that had it; returns its file."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(dict(mapping), ensure_ascii=False, indent=1) + "\n", "utf-8")
        part.replace(path)
        return path

    def _path(self, name: str) -> Path:
        if not _NAME.match(name):
            raise InvalidInput(f"{name!r}: a mapping's name has letters, digits, - and _")
        return self._folder / f"{name}.json"
