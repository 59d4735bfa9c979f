"""A mail message: a newsletter, or a release sent to a press list.

A mail's transfer encoding (base64, quoted-printable) is undone as a character set is: the raw
text is the header as it stands, a blank line, and the text part as decoded. Its plain part is
read, its page where there is none; attachments are named and not read. Whoever the header
says has sent it is not proven by it, so a mail gives authors and a date, and no publisher.
Source: RFC 5322 (messages), RFC 2045 (MIME), RFC 2047 (encoded words).
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses

from interdict.documents.addresses import is_address, url_kind
from interdict.documents.bylines import are_names
from interdict.documents.catalog import choose
from interdict.documents.decoding import decode_declared
from interdict.documents.layout import Noise, Passage, dated, document, reprint, wrap
from interdict.documents.source import Head, Source
from interdict.documents.traced import Traced, retraced
from interdict.documents.wrapped import is_wrapped, unwrapped
from interdict.documents.written_dates import mail_date
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

NAME = "mail"

_FIELD = re.compile(r"(?:From [^\r\n]*(?:\r\n|\r|\n))?[A-Za-z][A-Za-z0-9-]{0,60}:")
_KNOWN = re.compile(
    r"(?im)^(?:message-id|mime-version|received|return-path|content-type|delivered-to|from|to"
    r"|subject|date|reply-to|list-id|cc):[ \t]*\S"
)
_BLANK_LINE = re.compile(r"\r\n\r\n|\n\n|\r\r")
_SUBJECT = re.compile(
    r"(?:\A|(?<=[\r\n]))subject:[ \t]*(?P<text>\S[^\r\n]*?)[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE
)
_SIGNATURE = re.compile(r"(?<=[\r\n])-- ?(?=[\r\n]|\Z)")
_KNOWN_NEEDED = 3
_MAX_BOUNDARIES = 60
_MAX_VALUE = 2_000
"""Characters of a header's value that are looked at: decoding takes the square of their number."""

_PREFIX = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)
_EXCLUDED = frozenset({NAME, "feed", "json", "jsonl"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A text part: its characters, and whether they are a page."""

    text: str
    is_page: bool


def sniff(head: Head) -> float:
    """0.9 for a head of at least three fields that mail has."""
    start = head.start.lstrip()
    if not _FIELD.match(start):
        return 0.0
    top = _BLANK_LINE.split(start, maxsplit=1)[0]
    return 0.9 if len(_KNOWN.findall(top)) >= _KNOWN_NEEDED else 0.0


def read(source: Source) -> Document:
    """Reads the text of a message.

    Raises:
        ReadError: if it has no text part, or its parts are nested without measure.
    """
    data = source.raw.encode("utf-8", "surrogatepass") if source.data is None else source.data
    message = _message(data, source.file_name)
    header, lead = _header(source.raw)
    part, attachments = _parts(message, source.file_name)
    raw = lead + part.text
    noise: list[Noise] = []
    for name in attachments:
        raw += "\n"
        noise.append((len(raw), len(raw) + len(name), "attachment"))
        raw += name
    whole = replace(source, raw=raw)
    inner = _read_part(part, source)
    title, top = _title(message, header)
    read = wrap(
        inner, whole, container=NAME, body_start=len(lead), lead=title, noise=[*top, *noise]
    )
    subject = _decoded(message.get("Subject"))
    url = _decoded(message.get("Archived-At") or "").strip("<> ")
    return replace(
        dated(
            read, mail_date(_decoded(message.get("Date"))) or inner.published, NAME,
            authors=_authors(message),
        ),
        title=_PREFIX.sub("", subject) or read.title,
        url=url if is_address(url) else read.url,
        url_kind=url_kind(url) if is_address(url) else read.url_kind,
        identifiers=_identifiers(message),
    )  # fmt: skip


def _header(raw: str) -> tuple[str, str]:
    """The header as it stands, and the same with the blank line below it."""
    first = len(raw) - len(raw.lstrip("\r\n"))
    blank = _BLANK_LINE.search(raw, first)
    if blank is None:
        return raw, raw + "\n\n"
    return raw[: blank.start()], raw[: blank.end()]


def _message(data: bytes, file_name: str) -> Message:
    if data.lower().count(b"boundary=") > _MAX_BOUNDARIES:
        raise ReadError("a mail of too many nested parts.", file=file_name)
    try:
        return BytesParser(policy=compat32).parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    except (MessageError, ValueError, RecursionError, LookupError) as error:
        raise ReadError(f"not a whole mail message ({error}).", file=file_name) from None


def _parts(message: Message, file_name: str) -> tuple[_Part, list[str]]:
    """The part to be read, and lines that name what is attached."""
    plain, page = None, None
    attachments = []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        attached = str(part.get("Content-Disposition") or "").lower().startswith("attachment")
        if kind == "text/plain" and not attached and plain is None:
            text = _text_of(part, file_name)
            plain = _Part(text, is_page=False) if text.strip() else None
        elif kind == "text/html" and not attached and page is None:
            text = _text_of(part, file_name)
            page = _Part(text, is_page=True) if text.strip() else None
        elif attached or not kind.startswith(("text/", "image/")):
            attachments.append(f"Attachment: {_file_name(part)} ({kind})")
    found = plain or page
    if found is None:
        raise ReadError(
            "a mail without a text.", file=file_name, hint="Save what is attached, and read that."
        )
    return found, attachments


def _text_of(part: Message, file_name: str) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return ""
    text = decode_declared(payload, part.get_content_charset(), file_name=file_name)
    return text.replace("\0", "\ufffd")


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or "unnamed"
    except (ValueError, LookupError, TypeError, AttributeError):
        name = "unnamed"
    return " ".join(_decoded(name).split())[:120]


def _read_part(part: _Part, source: Source) -> Document:
    made = Source(part.text, source.file_name, source.sha256, within=NAME)
    end = len(part.text)
    noise: list[Noise] = []
    signed = None if part.is_page else _SIGNATURE.search(part.text)
    if signed is not None and part.text[: signed.start()].strip():
        end = signed.start()
        noise.append((end, len(part.text), "signature"))
    if part.is_page:
        reader, _ = choose(Head.of("<html>"))
        return replace(reader.read(made), kind=DocumentKind.NEWS)
    if is_wrapped(part.text[:end]):
        trace = unwrapped(part.text, 0, end)
    else:
        trace = Traced()
        trace.add(0, part.text[:end])
    if not trace.text.strip():
        return document(made, container=NAME, kind=DocumentKind.NEWS, passages=[], noise=noise)
    reader, _ = choose(Head.of(trace.text), excluding=_EXCLUDED)
    inner = reader.read(Source(trace.text, source.file_name, source.sha256, within=NAME))
    moved = retraced(inner, trace, replace(made, raw=part.text[:end]), gap="markup")
    moved = replace(moved, raw=part.text, noise=(*moved.noise, *noise))
    return reprint(moved, DocumentKind.NEWS) if moved.kind is DocumentKind.FR_NOTICE else moved


def _title(message: Message, header: str) -> tuple[list[Passage], list[Noise]]:
    """The subject as a title, where it is written in the header as it is read."""
    found = _SUBJECT.search(header)
    subject = _decoded(message.get("Subject"))
    whole: list[Noise] = [(0, len(header), "header")]
    if found is None or found["text"] != subject:
        return [], whole
    start, end = found.span("text")
    prefix = _PREFIX.match(subject)
    start += prefix.end() if prefix else 0
    if start >= end:
        return [], whole
    rest: list[Noise] = [(end, len(header), "header")] if end < len(header) else []
    return [Passage.of("title", header, start, end)], [(0, start, "header"), *rest]


def _decoded(value: object) -> str:
    """A header's value with its encoded words decoded, on one line."""
    text = str(value or "")[:_MAX_VALUE]
    with suppress(ValueError, LookupError, MessageError):  # else it stays as it is written
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())


def _authors(message: Message) -> tuple[str, ...]:
    senders = getaddresses([_decoded(message.get("From"))])
    return tuple(name for name, _ in senders if name and are_names(name))


def _identifiers(message: Message) -> tuple[str, ...]:
    number = _decoded(message.get("Message-ID"))
    return (f"Message-ID {number}",) if number else ()
