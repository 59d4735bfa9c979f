"""What came over the network, before any parser sees it: decoded, whole, and of its form.

Source: RFC 9110, sections 8.4 (Content-Encoding) and 14; RFC 9530 (Repr-Digest,
Content-Digest); RFC 3230 (Digest); RFC 1864 (Content-MD5).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping

from interdict.errors import ReadError

MAX_RATIO = 100
"""A compressed transfer that unfolds to more than so many times its size is refused."""

_HEAD = 2_048
_WEB_PAGE = re.compile(rb"(?:<\?xml[^>]*\?>|<!--.*?-->|\s)*(?:<!doctype\s+html|<html)", re.I | re.S)
_TITLE = re.compile(rb"<title[^>]*>(.{1,200}?)</title>", re.I | re.S)

_ZIP = b"PK\x03\x04"
_SHEETS = (_ZIP, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

_ALGORITHMS = {"sha-512": "sha512", "sha-256": "sha256", "sha-1": "sha1", "sha": "sha1"}
_WHOLE = ("repr-digest", "digest")
_OF_THIS_ANSWER = ("content-digest",)

_AGAIN = "Nothing of it was recorded; what is held stays in force."


def check_form(data: bytes, form: str, name: str) -> None:
    """Refuses bytes that are not of the form in which the list is published.

    Raises:
        ReadError: if they are empty, or a web page (an error, a login, a block) or something
            else stands where the list was expected.
    """
    if not data.strip():
        raise ReadError("the answer is empty.", file=name, hint=_AGAIN)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    web_page = _WEB_PAGE.match(head) is not None
    if form == "html":
        if not web_page and b"<" not in head:
            raise ReadError("no web page, though the list is one.", file=name, hint=_AGAIN)
        return
    if web_page:
        title = _TITLE.search(data[:65_536])
        called = f" ({_printable(title[1])})" if title else ""
        raise ReadError(f"a web page{called} where {form} was expected.", file=name, hint=_AGAIN)
    starts = {"xml": (b"<",), "zip": (_ZIP,), "sheet": _SHEETS}.get(form)
    if starts and not head.startswith(starts):
        raise ReadError(f"does not start as {form} does.", file=name, hint=_AGAIN)
    if form == "csv" and (b"\0" in head or head.startswith((b"<", b"{", _ZIP))):
        raise ReadError("does not start as csv does.", file=name, hint=_AGAIN)


def decoded(data: bytes, encoding: str, *, max_bytes: int, name: str) -> bytes:
    """The content of a transfer, without its Content-Encoding.

    Only gzip is known: nothing else is asked for.

    Raises:
        ReadError: if it is not what its encoding says, stops short, or unfolds too far.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip"):
        raise ReadError(f"sent in an encoding not asked for ({encoding[:40]}).", file=name)
    limit = min(max_bytes, len(data) * MAX_RATIO)
    unfold = zlib.decompressobj(wbits=31)
    try:
        found = unfold.decompress(data, limit + 1)
    except zlib.error:
        raise ReadError("said to be gzip, and is not.", file=name, hint=_AGAIN) from None
    if len(found) > limit:
        raise ReadError(f"unfolds to more than {limit:,} bytes: refused.", file=name, hint=_AGAIN)
    if not unfold.eof or unfold.unused_data:
        what = "goes on after" if unfold.eof else "stops before"
        raise ReadError(f"its gzip data {what} its end.", file=name, hint=_AGAIN)
    return found


def wrong_digest(data: bytes, headers: Mapping[str, str], *, whole: bool) -> str | None:
    """The header whose checksum the bytes do not have; None if all that are given agree.

    Args:
        data: the representation as it was sent, before its encoding is taken off.
        headers: names in lower case.
        whole: it came in one answer, so that checksums of the answer are about it, too.
    """
    for header in _WHOLE + (_OF_THIS_ANSWER if whole else ()):
        for algorithm, expected in _digests(headers.get(header, "")):
            if hashlib.new(algorithm, data, usedforsecurity=False).digest() != expected:
                return header
    if whole:
        expected_md5 = _bytes(headers.get("content-md5", ""))
        if expected_md5 and hashlib.md5(data, usedforsecurity=False).digest() != expected_md5:
            return "content-md5"
    return None


def _digests(header: str) -> Iterator[tuple[str, bytes]]:
    """(algorithm, checksum) of those that are known; others are left to who knows them."""
    for item in header.split(","):
        name, _, value = item.strip().partition("=")
        algorithm = _ALGORITHMS.get(name.strip().lower())
        digest = _bytes(value.strip().strip(":"))
        if algorithm and digest:
            yield algorithm, digest


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _printable(text: bytes) -> str:
    words = " ".join(text.decode("utf-8", "replace").split())[:80]
    return "".join(sign for sign in words if sign.isprintable())
