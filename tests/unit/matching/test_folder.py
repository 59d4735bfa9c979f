"""The index on disk: immutable, named by its content, refused when damaged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from interdict.errors import IntegrityError, StoreError
from interdict.matching.folder import IndexFolders, open_folder, verify_folder

ARRAYS = {
    "words": np.frombuffer("имя, name".encode(), dtype=np.uint8),
    "places": np.arange(1_000, dtype=np.uint32),
    "none": np.array([], dtype=np.int32),
    "alive": np.array([True, False, True]),
}


def build(folders: IndexFolders, *, seq: int = 1, **more: np.ndarray) -> str:
    """Writes an index of the arrays above and others."""
    with folders.building():
        return folders.write(ARRAYS | more, {"seq": seq})


@pytest.fixture
def folders(tmp_path: Path) -> IndexFolders:
    """Of an empty workspace."""
    return IndexFolders(tmp_path / "index")


def test_what_was_written_is_read_back(folders: IndexFolders) -> None:
    """Every array with its type, and the facts; nobody can write to them."""
    name = build(folders)
    opened = folders.open()
    assert opened is not None
    assert (opened.id, opened.facts) == (name, {"seq": 1})
    for key, array in ARRAYS.items():
        assert opened.arrays[key].dtype == array.dtype
        assert np.array_equal(opened.arrays[key], array)
        assert not opened.arrays[key].flags.writeable
    verify_folder(opened.path)


def test_an_empty_workspace_has_no_index(folders: IndexFolders) -> None:
    """And looking makes no folder."""
    assert folders.open() is None
    assert not folders.root.exists()


def test_the_same_content_has_the_same_name_and_bytes(tmp_path: Path) -> None:
    """Whatever the order of the arrays, the place, and the byte order they came in."""
    here, there = IndexFolders(tmp_path / "a"), IndexFolders(tmp_path / "b")
    name = build(here)
    swapped = {key: array.astype(array.dtype.newbyteorder(">")) for key, array in ARRAYS.items()}
    with there.building():
        assert there.write(dict(reversed(swapped.items())), {"seq": 1}) == name
    for file in ("manifest.json", "arrays.bin"):
        assert (here.root / name / file).read_bytes() == (there.root / name / file).read_bytes()
    assert build(here, seq=2) != name


def truncated(folder: Path) -> Path:
    """The arrays lose their end."""
    os.truncate(folder / "arrays.bin", 640)
    return folder / "arrays.bin"


def altered(folder: Path) -> Path:
    """One bit of one array."""
    content = bytearray((folder / "arrays.bin").read_bytes())
    content[700] ^= 4
    (folder / "arrays.bin").write_bytes(content)
    return folder / "arrays.bin"


def holed(folder: Path) -> Path:
    """A block of zeros, as a lost page leaves."""
    content = bytearray((folder / "arrays.bin").read_bytes())
    content[1_024:2_048] = bytes(1_024)
    (folder / "arrays.bin").write_bytes(content)
    return folder / "arrays.bin"


def missing(folder: Path) -> Path:
    """No arrays."""
    (folder / "arrays.bin").unlink()
    return folder / "arrays.bin"


def unmanifest(folder: Path) -> Path:
    """No manifest."""
    (folder / "manifest.json").unlink()
    return folder / "manifest.json"


def rewritten(folder: Path) -> Path:
    """A manifest with other facts."""
    file = folder / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"facts": {"seq": 9}}))
    return file


def emptied(folder: Path) -> Path:
    """A pointer without an id."""
    (folder.parent / "CURRENT").write_text("")
    return folder.parent / "CURRENT"


def dangling(folder: Path) -> Path:
    """A pointer to nothing."""
    shutil.rmtree(folder)
    return folder.parent / "CURRENT"


DAMAGES = [truncated, altered, holed, missing, unmanifest, rewritten, emptied, dangling]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_refused(folders: IndexFolders, damage: Callable[[Path], Path]) -> None:
    """The message names the file and says how to build it again; and building again mends it."""
    name = build(folders)
    file = damage(folders.root / name)
    with pytest.raises(IntegrityError) as caught:
        folders.open()
    assert str(file) in str(caught.value)
    assert "interdict index build" in str(caught.value)
    assert build(folders) == name
    assert folders.open() is not None


def test_an_index_of_another_form_is_refused(
    folders: IndexFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether older or newer."""
    monkeypatch.setattr("interdict.matching.folder.FORMAT", 999)
    build(folders)
    monkeypatch.undo()
    with pytest.raises(IntegrityError, match=r"manifest\.json: form 999"):
        folders.open()


def test_verify_finds_what_keeps_the_sums(folders: IndexFolders) -> None:
    """Two bits changed so that the quick sums stay: only the strong hash sees it."""
    name = build(folders)
    file = folders.root / name / "arrays.bin"
    words = np.frombuffer(file.read_bytes(), dtype="<u8").copy()
    words[20] += np.uint64(1)
    words[21] -= np.uint64(1)
    file.write_bytes(words.tobytes())
    open_folder(folders.root / name)
    with pytest.raises(IntegrityError, match="altered"):
        verify_folder(folders.root / name)


def test_a_killed_build_leaves_the_index_in_use(folders: IndexFolders) -> None:
    """Its draft is swept by the next build."""
    name = build(folders)
    script = (
        "import os, sys, pathlib, numpy as np\n"
        "import interdict.matching.folder as f\n"
        "f.IndexFolders._point_to = lambda *_: os._exit(9)\n"
        "folders = f.IndexFolders(pathlib.Path(sys.argv[1]))\n"
        "(folders.root / '.building-1').mkdir()\n"
        "with folders.building():\n"
        "    folders.write({'a': np.arange(9)}, {'seq': 2})\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(folders.root)], check=False)
    assert ended.returncode == 9
    opened = folders.open()
    assert opened is not None
    assert opened.id == name
    with folders.building():
        removed = folders.sweep(now=2**40)
    assert ".building-1" in removed
    assert len(removed) == 2  # the draft, and the finished folder that nothing points to
    assert sorted(p.name for p in folders.root.iterdir() if p.is_dir()) == [name]


def test_old_indexes_are_swept_after_their_grace(folders: IndexFolders) -> None:
    """Never the current one; an open one can still be read on."""
    first = build(folders)
    opened = folders.open()
    second = build(folders, seq=2)
    begun = (folders.root / first).stat().st_mtime
    with folders.building():
        assert folders.sweep(now=begun + 10, grace_seconds=60) == []
        assert folders.sweep(now=begun + 61, grace_seconds=60) == [first]
    assert opened is not None
    assert opened.arrays["places"][999] == 999
    assert folders.current() == second


def test_builders_take_turns(folders: IndexFolders) -> None:
    """The second waits until the first is done."""
    order: list[str] = []
    inside = threading.Event()

    def other() -> None:
        inside.wait()
        with folders.building():
            order.append("second")

    thread = threading.Thread(target=other)
    thread.start()
    with folders.building():
        inside.set()
        thread.join(timeout=0.2)
        assert thread.is_alive()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_workspace_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """As an error of the record, with the place."""
    (tmp_path / "index").write_text("a file in the way")
    folders = IndexFolders(tmp_path / "index")
    with pytest.raises(StoreError, match="cannot be written"), folders.building():
        pass


def test_only_flat_plain_arrays_are_taken(folders: IndexFolders) -> None:
    """Objects and tables cannot be mapped."""
    for bad in (np.zeros((2, 2)), np.array([object()])):
        with folders.building(), pytest.raises(ValueError, match="flat arrays"):
            folders.write({"bad": bad}, {})
