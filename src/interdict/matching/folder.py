"""The compiled index on disk: an immutable folder named by its content, and a pointer to it.

    index/CURRENT            the id of the index in use, swapped in one step
    index/<id>/manifest.json what the arrays are, how long, their checksums; small facts
    index/<id>/arrays.bin    every array, one after the other, each on a 64-byte boundary
    index/LOCK               held by whoever builds

The id is a hash of the manifest, and the manifest holds a hash of the arrays: the same content
has the same id everywhere. Opening maps the arrays read-only, so that all processes share one
copy; it reads them once to check their sums, so that a damaged file is refused at the door.
A build that is killed leaves what was in use as it was.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from interdict.errors import IntegrityError, StoreError
from interdict.matching.arrays import Array

FORMAT = 1
"""Version of the folder's form; another one is refused."""

GRACE_SECONDS = 300
"""How long an index that is no longer current is kept for processes about to open it."""

MANIFEST = "manifest.json"
ARRAYS = "arrays.bin"
CURRENT = "CURRENT"
_LOCK = "LOCK"
_BUILDING = ".building-"
_ALIGNED = 64
_CHUNK = 1 << 20
_REBUILD = "Build it again: interdict index build"


@dataclass(frozen=True, slots=True)
class Folder:
    """An opened index: named read-only arrays, mapped; `facts` are its small facts."""

    id: str
    path: Path
    arrays: Mapping[str, Array]
    facts: Mapping[str, Any]

    @property
    def n_bytes(self) -> int:
        """Bytes that it takes on disk."""
        return sum(file.stat().st_size for file in self.path.iterdir())


class IndexFolders:
    """The index folders of one workspace; nothing is made before the first build.

    Args:
        root: the folder that holds them, `WORKSPACE/index`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def open(self) -> Folder | None:
        """The index in use; None if none was ever built.

        Raises:
            IntegrityError: if it is truncated, altered, incomplete or of another format.
        """
        for _ in range(3):  # a builder may swap and sweep between our two looks
            name = self.current()
            if name is None:
                return None
            if (self.root / name).is_dir():
                return open_folder(self.root / name)
        raise IntegrityError(f"{self.root / CURRENT} names {name}, which is missing. {_REBUILD}")

    def current(self) -> str | None:
        """The id that the pointer names; None if there is no pointer.

        Raises:
            IntegrityError: if the pointer does not hold an id.
        """
        try:
            name = (self.root / CURRENT).read_text("ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise IntegrityError(f"{self.root / CURRENT}: {error}. {_REBUILD}") from error
        if len(name) != 32 or not set(name) <= set("0123456789abcdef"):
            raise IntegrityError(f"{self.root / CURRENT} does not hold an index id. {_REBUILD}")
        return name

    @contextmanager
    def building(self) -> Iterator[None]:
        """Holds the builders' lock; waits for another builder to be done.

        Raises:
            StoreError: if the workspace cannot be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = (self.root / _LOCK).open("ab")
        except OSError as error:
            raise StoreError(f"the index at {self.root} cannot be written: {error}") from error
        with lock:
            _locked(lock)
            yield

    def write(self, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> str:
        """Writes an index and makes it the one in use; returns its id.

        To be called while `building`. Every byte is on disk before the pointer moves. `facts`
        must be what JSON knows.

        Raises:
            StoreError: if the workspace cannot be written.
        """
        draft = self.root / f"{_BUILDING}{os.getpid()}"
        try:
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            name = _write_files(draft, arrays, facts)
            before = self._named_by_pointer()
            final = self.root / name
            if final.exists():  # the same content again; it may be the damaged one
                doomed = self.root / f"{_BUILDING}{os.getpid()}-replaced"
                final.rename(doomed)
            draft.rename(final)
            self._point_to(name)
            if before is not None and before != name and (self.root / before).exists():
                os.utime(self.root / before)  # its time of grace begins
        except OSError as error:
            raise StoreError(f"the index at {self.root} cannot be written: {error}") from error
        return name

    def sweep(self, *, now: float, grace_seconds: float = GRACE_SECONDS) -> list[str]:
        """Removes what is not in use: dead drafts, and old indexes after their grace.

        To be called while `building`. `now` is seconds of the epoch. Returns the names removed,
        sorted.
        """
        kept = self._named_by_pointer()
        removed = []
        for path in sorted(self.root.iterdir()):
            if not path.is_dir() or path.name == kept:
                continue
            is_draft = path.name.startswith(_BUILDING)
            if is_draft or now - path.stat().st_mtime >= grace_seconds:
                # On Windows a folder that is still mapped stays, and goes the next time.
                shutil.rmtree(path, ignore_errors=True)
                removed.append(path.name)
        return removed

    def _named_by_pointer(self) -> str | None:
        try:
            return self.current()
        except IntegrityError:
            return None

    def _point_to(self, name: str) -> None:
        fresh = self.root / f"{CURRENT}.new"
        with fresh.open("w", encoding="ascii") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.root / CURRENT)
        _sync_folder(self.root)


def open_folder(path: Path) -> Folder:
    """Maps the index in a folder, having checked every byte of it against its sums.

    The sums find damage (a cut, a hole, changed bytes); `verify_folder` also finds intent.

    Raises:
        IntegrityError: naming the file that is missing, truncated, altered or foreign.
    """
    manifest = _read_manifest(path)
    file = path / ARRAYS
    expected = manifest["arrays_file"]["size"]
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size != expected:
                raise IntegrityError(f"{file}: {size} bytes instead of {expected}. {_REBUILD}")
            if _sums(stream) != manifest["arrays_file"]["sums"]:
                raise IntegrityError(f"{file} was altered. {_REBUILD}")
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise IntegrityError(f"{file}: {error.strerror or error}. {_REBUILD}") from error
    arrays = {
        one["name"]: np.frombuffer(
            mapped, dtype=np.dtype(one["dtype"]), count=one["length"], offset=one["offset"]
        )
        for one in manifest["arrays"]
    }
    return Folder(path.name, path, arrays, manifest["facts"])


def verify_folder(path: Path) -> None:
    """Checks an index against its strong hashes: nobody changed it, by accident or not.

    Raises:
        IntegrityError: naming the file that does not agree.
    """
    manifest = _read_manifest(path)
    digest = blake2b(digest_size=32)
    file = path / ARRAYS
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise IntegrityError(f"{file}: {error.strerror or error}. {_REBUILD}") from error
    if digest.hexdigest() != manifest["arrays_file"]["blake2b"]:
        raise IntegrityError(f"{file} was altered. {_REBUILD}")


def _read_manifest(path: Path) -> dict[str, Any]:
    """The manifest, checked against the folder's name, which is its hash."""
    file = path / MANIFEST
    try:
        content = file.read_bytes()
    except OSError as error:
        raise IntegrityError(f"{file}: {error.strerror or error}. {_REBUILD}") from error
    if _id_of(content) != path.name:
        raise IntegrityError(f"{file} was altered or cut off. {_REBUILD}")
    manifest: dict[str, Any] = json.loads(content)
    if manifest.get("format") != FORMAT:
        raise IntegrityError(
            f"{file}: form {manifest.get('format')!r} of the index, this Interdict reads "
            f"{FORMAT}. {_REBUILD}"
        )
    return manifest


def _write_files(folder: Path, arrays: Mapping[str, Array], facts: Mapping[str, Any]) -> str:
    """Writes both files, all of it on disk; returns the id."""
    table, at = [], 0
    digest = blake2b(digest_size=32)
    with (folder / ARRAYS).open("w+b") as file:
        for name in sorted(arrays):
            array = _portable(arrays[name])
            filling = bytes(-at % _ALIGNED)
            content = array.tobytes()
            for piece in (filling, content):
                file.write(piece)
                digest.update(piece)
            at += len(filling)
            table.append(
                {"name": name, "dtype": array.dtype.str, "length": array.size, "offset": at}
            )
            at += len(content)
        filling = bytes(-at % _ALIGNED or (_ALIGNED if at == 0 else 0))
        file.write(filling)
        digest.update(filling)
        at += len(filling)
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        sums = _sums(file)
    manifest = {
        "format": FORMAT,
        "arrays_file": {"size": at, "sums": sums, "blake2b": digest.hexdigest()},
        "arrays": table,
        "facts": facts,
    }
    content_of = json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()
    with (folder / MANIFEST).open("wb") as file:
        file.write(content_of)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(folder)
    return _id_of(content_of)


def _portable(array: Array) -> Array:
    """Flat, contiguous, little-endian."""
    if array.ndim != 1 or array.dtype.hasobject:
        raise ValueError(f"an index holds flat arrays of plain numbers, not {array.dtype}")
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))


def _sums(file: BinaryIO) -> list[int]:
    """Two sums over 64-bit words, modulo 2**64; far faster than a hash.

    The first finds changed words, the second (chunks weighted by their place) moved ones.
    The size is a multiple of eight bytes.
    """
    buffer = bytearray(_CHUNK)
    words = np.frombuffer(buffer, dtype="<u8")
    plain = placed = 0
    place = 1
    while read := file.readinto(buffer):  # type: ignore[attr-defined]
        chunk = int(np.add.reduce(words[: read // 8], dtype=np.uint64))
        plain = (plain + chunk) % 2**64
        placed = (placed + chunk * place) % 2**64
        place += 1
    return [plain, placed]


def _id_of(manifest: bytes) -> str:
    return blake2b(manifest, digest_size=16).hexdigest()


def _sync_folder(path: Path) -> None:
    """Puts the names in a folder on disk, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _locked(lock: BinaryIO) -> None:
    """Waits for the lock; closing the file, or dying, gives it back."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
