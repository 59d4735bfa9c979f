"""The one XML file of a zip archive, unpacked without trust.

Source: PKWARE, APPNOTE.TXT (a member states its size before its content, and may lie: what is
unpacked is bounded by counting, too).
"""

from __future__ import annotations

import io
import zipfile
import zlib

from interdict.errors import ReadError
from interdict.lists.parsing import SourceFile

MAX_BYTES = 1 << 30
"""No member may unpack to more; OFAC's largest file (SDN, advanced) is about an eighth of it."""

MAX_RATIO = 200
"""No member may be packed tighter; OFAC's XML reaches about 20, a bomb a thousand."""

MAGIC = b"PK\x03\x04"


def unpacked(file: SourceFile) -> SourceFile:
    """The file itself, or the XML file that it packs, under the archive's own name and hash.

    Raises:
        ReadError: if the archive is broken, encrypted, holds not exactly one XML file, or
            unpacks to more than it should.
    """
    if not file.data.startswith(MAGIC):
        return file
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return SourceFile(file.name, _member(archive, file.name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise ReadError(
            f"a broken zip archive ({error}).", file=file.name, hint="Fetch it again."
        ) from None


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    members = [m for m in archive.infolist() if m.filename.lower().endswith(".xml")]
    if len(members) != 1:
        raise ReadError(f"{len(members)} XML files where one was expected.", file=name)
    (member,) = members
    if member.flag_bits & 1:
        raise ReadError("an encrypted archive.", file=name)
    packed = max(member.compress_size, 1)
    limit = min(MAX_BYTES, packed * MAX_RATIO)
    if member.file_size > limit:
        raise ReadError(
            f"{member.filename} would unpack to {member.file_size:,} bytes, which is refused.",
            file=name,
        )
    with archive.open(member) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(f"{member.filename} unpacks to more than it says.", file=name)
    return data
