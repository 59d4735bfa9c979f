"""What a file is that a list cannot read: packed, in another encoding, or another list's."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from interdict.model.source import Dataset

_SIGNS = (
    (b"\x1f\x8b", "it is packed by gzip: unpack it (gunzip), and load what comes out"),
    (b"PK\x03\x04", "it is an archive or a workbook: unpack it, or save it as what the list takes"),
    (b"7z\xbc\xaf", "it is a 7z archive: unpack it, and load what comes out"),
    (b"Rar!", "it is a RAR archive: unpack it, and load what comes out"),
    (b"BZh", "it is packed by bzip2: unpack it, and load what comes out"),
    (b"\xff\xfe", "it is UTF-16 text: save it as UTF-8"),
    (b"\xfe\xff", "it is UTF-16 text: save it as UTF-8"),
    (b"%PDF", "it is a PDF: take the publisher's file for programs instead"),
    (b"\xd0\xcf\x11\xe0", "it is an old Office file: save it as what the list takes"),
)

Claims = Callable[[Dataset, str, bytes], str | None]


def what_it_is(head: bytes) -> str:
    """What the first bytes say a file is, and what to do with it; empty if they say nothing."""
    return next((told for sign, told in _SIGNS if head.startswith(sign)), "")


def looks_like(head: bytes, others: Iterable[tuple[Dataset, Claims]]) -> list[str]:
    """Names of the lists that a file is of by its first bytes alone, whatever it is called."""
    return sorted(d.name for d, claims in others if claims(d, "", head) is not None)
