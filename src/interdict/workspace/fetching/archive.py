"""What was fetched, byte for byte: files under the hash of their content, never changed again."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path

from interdict.errors import IntegrityError, NotFound

_HASH = re.compile(r"[0-9a-f]{64}")


class Archive:
    """A folder of contents: `content/ab/abcd...`, each named by its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "content"

    def path(self, digest: str) -> Path:
        """Where a content is, or would be.

        Raises:
            NotFound: if that is no SHA-256 in hexadecimal.
        """
        if not _HASH.fullmatch(digest):
            raise NotFound(f"{digest!r} is not the hash of a content")
        return self._folder / digest[:2] / digest

    def has(self, digest: str) -> bool:
        """Whether a content of that hash is kept."""
        return self.path(digest).is_file()

    def put(self, data: bytes) -> str:
        """Keeps a content and returns its hash; one that is kept already is left as it is.

        It stands there whole or not at all, also if the process is killed meanwhile.
        """
        digest = sha256(data).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o444)
        part.replace(path)
        return digest

    def get(self, digest: str) -> bytes:
        """A content by its hash, which is checked.

        Raises:
            NotFound: if it is not kept.
            IntegrityError: if the file is not what its name says.
        """
        path = self.path(digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise NotFound(f"{path}: this content is not kept") from None
        if sha256(data).hexdigest() != digest:
            raise IntegrityError(f"{path} was changed after it was fetched: remove it, fetch again")
        return data
