"""Files of an edition on disk: which there are, and their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from interdict.errors import InvalidInput, ReadError
from interdict.lists.parsing import SourceFile

MAX_FILE_BYTES = 1 << 30
"""A list file larger than this is refused: no publisher issues one."""


def read_files(paths: Sequence[Path]) -> list[SourceFile]:
    """The files that are named, and those inside the folders that are; hidden ones left out.

    Raises:
        InvalidInput: if there is no such file or folder, or a folder is empty.
        ReadError: if a file cannot be read, or is larger than any list.
    """
    return [_source(path) for path in _expanded(paths)]


def _expanded(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and p.name[0] != ".")
            if not inside:
                raise InvalidInput(f"{path}: the folder is empty")
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise InvalidInput(f"{path}: there is no such file or folder")
    return found


def _source(path: Path) -> SourceFile:
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise ReadError(f"{size:,} bytes are more than any list has", file=path.name)
        return SourceFile(path.name, path.read_bytes())
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}", file=str(path)) from error
