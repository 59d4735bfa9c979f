"""Bytes to text."""

from __future__ import annotations

import codecs
import gzip

import pytest

from interdict.documents.decoding import MAX_BYTES, decode
from interdict.errors import ReadError

TEXT = "Émile Roök — “the Order” 𝔘\r\nsecond line"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_tells_and_is_not_text(mark: bytes, encoding: str) -> None:
    """A mark decides the encoding and is dropped; newlines stay as they are."""
    assert decode(mark + TEXT.encode(encoding), file_name="a.txt") == TEXT


def test_declared_character_set_is_used_where_utf_8_does_not_fit() -> None:
    """A charset named near the start decodes bytes that are not UTF-8."""
    text = "---\nencoding: windows-1251\ntitle: Орден\n---\nОрден Цапли"
    assert decode(text.encode("cp1251"), file_name="a.txt") == text


def test_utf_8_wins_over_a_declaration() -> None:
    """Text that is valid UTF-8 is that, whatever it declares."""
    text = "charset=iso-8859-1\nÉmile"
    assert decode(text.encode(), file_name="a.txt") == text


def test_windows_1252_is_the_last_resort() -> None:
    """Undeclared bytes that are not UTF-8 are read as Windows-1252."""
    assert decode(b"the \x93Order\x94 of Ren\xe9", file_name="a.txt") == "the “Order” of René"


@pytest.mark.parametrize("codec", ["rot13", "unicode_escape", "hex", "zlib", "utf-7", "no-such"])
def test_a_declared_codec_that_is_no_character_set_is_passed_over(codec: str) -> None:
    """Python codecs that transform or run escapes are never used on a file's word."""
    data = f"charset={codec}\n".encode() + rb"\x41 Ren" + b"\xe9"
    assert decode(data, file_name="a.txt").endswith("\\x41 René")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"some text\x00 more", "binary"),
        (b"\x01\x02\x03 text \x04", "binary"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (b"charset=euc-kr \xff\xff\xff", "euc_kr"),
        (b"not 1252: \x81\x8d", "cp1252"),
        (b"a" * (MAX_BYTES + 1), "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why(data: bytes, what: str) -> None:
    """The error names the file and what is wrong with it."""
    with pytest.raises(ReadError, match=what) as raised:
        decode(data, file_name="somewhere.txt")
    assert str(raised.value).startswith("somewhere.txt: ")


def test_bytes_of_another_character_set_do_not_spoil_the_rest() -> None:
    """UTF-8 with some Windows-1252 in it: each byte is read as what it fits."""
    mixed = "Émile “Roök” ".encode() + b"the \x93Order\x94 of Ren\xe9"
    assert decode(mixed, file_name="a.txt") == "Émile “Roök” the “Order” of René"


def test_a_wrong_declaration_of_utf_8_is_no_error() -> None:
    """Pages that say UTF-8 and hold a stray byte are common."""
    assert decode(b"charset=utf-8 Ren\xe9", file_name="a.txt") == "charset=utf-8 René"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_without_a_mark(encoding: str) -> None:
    """By the zeros that every other byte of a Latin text is."""
    assert (
        decode("A plain line of text.".encode(encoding), file_name="a") == "A plain line of text."
    )
