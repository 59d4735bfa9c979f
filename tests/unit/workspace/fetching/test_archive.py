"""Contents that were fetched, kept by their hash."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from interdict.errors import IntegrityError, NotFound
from interdict.workspace.fetching.archive import Archive


@pytest.mark.parametrize("data", [b"", b"list", b"\0" * 100_000])
def test_a_content_comes_back_by_its_hash(tmp_path: Path, data: bytes) -> None:
    """Put twice, it is there once; nobody may write to it."""
    archive = Archive(tmp_path)
    digest = archive.put(data)
    assert digest == sha256(data).hexdigest()
    before = archive.path(digest).stat()
    assert archive.put(data) == digest
    assert archive.path(digest).stat().st_mtime_ns == before.st_mtime_ns
    assert before.st_mode & 0o222 == 0
    assert archive.has(digest) and archive.get(digest) == data
    assert [path.name for path in tmp_path.glob("content/*/*")] == [digest]


def test_what_a_killed_process_left_is_no_content(tmp_path: Path) -> None:
    """A part is written over; the content is there when it is whole."""
    archive = Archive(tmp_path)
    digest = sha256(b"list").hexdigest()
    part = archive.path(digest).with_suffix(".part")
    part.parent.mkdir(parents=True)
    part.write_bytes(b"li")
    assert not archive.has(digest)
    assert archive.put(b"list") == digest
    assert archive.get(digest) == b"list" and not part.exists()


def test_what_is_not_kept_or_was_changed_is_an_error(tmp_path: Path) -> None:
    """Never bytes under a hash that is not theirs; no path out of the folder."""
    archive = Archive(tmp_path)
    digest = archive.put(b"list")
    with pytest.raises(NotFound, match="not kept"):
        archive.get("0" * 64)
    for wrong in ("../record.sqlite", "", digest.upper(), digest + "\n"):
        with pytest.raises(NotFound, match="not the hash"):
            archive.get(wrong)
    archive.path(digest).chmod(0o600)
    archive.path(digest).write_bytes(b"else")
    with pytest.raises(IntegrityError, match="was changed after it was fetched"):
        archive.get(digest)
