"""What has come of a file so far, on disk: a transfer that broke off goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Partial:
    """A file that grows, and beside it what tells the version that it is a part of."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version = path.with_name(f"{path.name}.version")

    @property
    def size(self) -> int:
        """Bytes that are there."""
        try:
            return self._path.stat().st_size
        except FileNotFoundError:
            return 0

    @property
    def asking(self) -> dict[str, str]:
        """Headers that ask for the rest, or for all of it if the version is another by now."""
        try:
            version = self._version.read_text("utf-8")
        except FileNotFoundError:
            return {}
        if not version or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": version}

    def restart(self, version: str) -> None:
        """Begins anew with a version; one that has no name cannot be continued."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._version.unlink(missing_ok=True)
        self._path.write_bytes(b"")
        if version:
            self._version.write_text(version, "utf-8")

    @contextmanager
    def writing(self) -> Iterator[Callable[[bytes], object]]:
        """Appends; what was written stays when the transfer breaks off."""
        with self._path.open("ab") as file:

            def write(data: bytes) -> None:
                file.write(data)
                file.flush()  # `size` asks the file

            yield write

    def take(self) -> bytes:
        """All of it; nothing is left to continue."""
        data = self._path.read_bytes()
        self.drop()
        return data

    def drop(self) -> None:
        """Forgets it."""
        self._version.unlink(missing_ok=True)
        self._path.unlink(missing_ok=True)
