"""File bytes become text: by byte order mark, as UTF-8, as declared, or as Windows-1252."""

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
    r"(?:iso8859-\d+|cp\d+|koi8-[rut]|mac-[a-z0-9]+|big5(?:hkscs)?|gb(?:k|2312|18030)|hz"
    r"|shift_jis(?:_2004|x0213)?|euc_(?:jp|jis_2004|jisx0213|kr)|iso2022_(?:jp|kr)|johab)$"
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01


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
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, _declared(data) or "cp1252", file_name)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:1_024])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return name if _CHARACTER_SETS.match(name) else None


def _strictly(data: bytes, encoding: str, file_name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"neither UTF-8 nor {encoding}: byte {error.start} does not fit.",
            file=file_name,
            hint="Convert the file to UTF-8.",
        ) from None
