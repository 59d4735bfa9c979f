"""File bytes become text: by byte order mark, as UTF-8, as declared, or as Windows-1252.

A file that is UTF-8 save for some bytes (texts of several origins put together) is read as
UTF-8, and those bytes as Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from interdict.errors import ReadError

MAX_BYTES = 20_000_000
"""A document is a text that somebody wrote; a bigger file is a dump of something else."""

# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?i)\b(?:charset|encoding|coding)\s*[=:]\s*[\"']?([a-z0-9_.:-]{2,30})")
# Only character sets: Python's registry also holds codecs that run escapes or compress.
_CHARACTER_SETS = re.compile(
    r"(?:ascii|utf-8|iso8859-\d+|cp\d+|koi8-[rut]|mac-[a-z0-9]+|big5(?:hkscs)?|gb(?:k|2312|18030)"
    r"|hz|shift_jis(?:_2004|x0213)?|euc_(?:jp|jis_2004|jisx0213|kr)|iso2022_(?:jp|kr)|johab)$"
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01
_MIN_ZERO_SHARE = 0.7


def decode(data: bytes, *, file_name: str) -> str:
    """The text of a file; newlines stay as they are, a byte order mark is not part of it.

    Raises:
        ReadError: if the file is empty, larger than `MAX_BYTES`, binary, or in no character
            set that can be told.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"too large for a document ({len(data):,} bytes; the limit is {MAX_BYTES:,}).",
            file=file_name,
            hint="Split it into one file per document.",
        )
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise ReadError(
                f"this is {what}, not text.", file=file_name, hint="Save its text as UTF-8."
            )
    raw = _decoded(data, file_name)
    if not raw.strip():
        raise ReadError("the file is empty.", file=file_name, hint="Check how it was saved.")
    n_controls = len(_CONTROLS.findall(raw))
    if "\0" in raw or n_controls > _MAX_CONTROL_SHARE * len(raw):
        raise ReadError(
            "binary data, not text.", file=file_name, hint="Save the document's text as UTF-8."
        )
    return raw


def _decoded(data: bytes, file_name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file_name)
    try:
        return data.decode(_unmarked_utf_16(data) or "utf-8")
    except UnicodeDecodeError:
        declared = _declared(data)
        if declared in (None, "utf-8", "ascii"):
            return _mixed(data, file_name)
        return _strictly(data, declared, file_name)


def decode_declared(data: bytes, charset: str | None, *, file_name: str) -> str:
    """Text of a part whose container names its character set; the name may be wrong.

    Raises:
        ReadError: if the bytes fit neither it nor what a bare file is read as.
    """
    known = _character_set(charset or "")
    if known is not None:
        try:
            return data.decode(known)
        except UnicodeDecodeError:
            pass
    return _decoded(data, file_name) if data else ""


def _unmarked_utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its first blanks and letters is zero."""
    head = data[:2_000]
    if len(data) % 2 or len(head) < 8:
        return None
    for encoding, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if high.count(0) > _MIN_ZERO_SHARE * len(high) and not low.count(0):
            return encoding
    return None


def _mixed(data: bytes, file_name: str) -> str:
    """UTF-8, and Windows-1252 for every byte that does not fit."""

    def single(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        bad = error.object[error.start : error.end]
        return bad.decode("cp1252"), error.end

    # Registered under one name for good: what it does depends on its argument alone.
    codecs.register_error("interdict.cp1252", single)
    try:
        return data.decode("utf-8", errors="interdict.cp1252")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"neither UTF-8 nor cp1252: byte 0x{error.object[error.start]:02x} does not fit.",
            file=file_name,
            hint="Convert the file to UTF-8.",
        ) from None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:1_024])
    return None if found is None else _character_set(found[1].decode("ascii"))


def _character_set(name: str) -> str | None:
    """Python's name of a character set; None for what is unknown, or no character set."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return found if _CHARACTER_SETS.match(found) else None


def _strictly(data: bytes, encoding: str, file_name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"neither UTF-8 nor {encoding}: byte {error.start} does not fit.",
            file=file_name,
            hint="Convert the file to UTF-8.",
        ) from None
