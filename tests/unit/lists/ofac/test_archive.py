"""Archives that hold a list, and archives that only pretend to."""

from __future__ import annotations

import io
import zipfile

import pytest

from interdict.errors import ReadError
from interdict.lists.ofac.archive import MAX_RATIO, unpacked
from interdict.lists.parsing import SourceFile


def packed(**members: bytes) -> bytes:
    """A zip archive of files by name (`_` stands for the full stop)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return data.getvalue()


def test_what_is_no_archive_is_itself() -> None:
    """Plain XML passes through, byte for byte."""
    file = SourceFile("sdn.xml", b"<sdnList/>")
    assert unpacked(file) is file


def test_the_one_xml_file_is_taken() -> None:
    """Other files of the archive do not matter, nor does letter case."""
    data = packed(LIST_XML=b"<sdnList/>", readme_txt=b"read me")
    assert unpacked(SourceFile("sdn.zip", data)) == SourceFile("sdn.zip", b"<sdnList/>")


@pytest.mark.parametrize("members", [{"a_txt": b""}, {"a_xml": b"1", "b_xml": b"2"}])
def test_an_archive_without_one_xml_file_is_refused(members: dict[str, bytes]) -> None:
    """None and two are both not one."""
    with pytest.raises(ReadError, match="XML files where one was expected"):
        unpacked(SourceFile("sdn.zip", packed(**members)))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """A member that is packed a thousand to one is no list."""
    data = packed(list_xml=b"\0" * 5_000_000)
    assert len(data) * MAX_RATIO < 5_000_000
    with pytest.raises(ReadError, match="would unpack to 5,000,000 bytes"):
        unpacked(SourceFile("sdn.zip", data))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    """What the directory says is not believed: no more is unpacked than it says."""
    data = packed(list_xml=b"\0" * 5_000_000)
    told = (5_000_000).to_bytes(4, "little")
    lying = data.replace(told, (1000).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(ReadError):
        unpacked(SourceFile("sdn.zip", lying))


def test_a_cut_archive_is_refused() -> None:
    """A broken download, at any place."""
    data = packed(list_xml=bytes(range(256)) * 8)
    for length in (10, len(data) // 2, len(data) - 1):
        with pytest.raises(ReadError, match="broken zip archive"):
            unpacked(SourceFile("sdn.zip", data[:length]))


def test_a_changed_byte_is_refused() -> None:
    """The archive's own checksum tells."""
    data = bytearray(packed(list_xml=bytes(range(256)) * 8))
    data[60] ^= 0xFF
    with pytest.raises(ReadError, match="broken zip archive"):
        unpacked(SourceFile("sdn.zip", bytes(data)))
