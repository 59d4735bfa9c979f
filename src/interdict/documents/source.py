"""What a reader is, and what it is given: the head to sniff at, the source to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from interdict.errors import ReadError
from interdict.model.source import Document

HEAD_CHARS = 4_000
TAIL_CHARS = 1_000


@dataclass(frozen=True, slots=True)
class Head:
    """The first and the last characters of a text: enough to tell its container.

    `start` holds at most 4,000 characters, `end` at most 1,000; in a short text they
    overlap. `whole` is True if `start` is all of the text.
    """

    start: str
    end: str
    whole: bool

    @classmethod
    def of(cls, raw: str) -> Head:
        """The head of a text."""
        return cls(raw[:HEAD_CHARS], raw[-TAIL_CHARS:], len(raw) <= HEAD_CHARS)


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file, or the body that a wrapping container holds.

    Offsets of the document that is read from it count code points of `raw`. `within` is the
    NAME of the container around the body, None for a whole file. `data` holds the bytes of a
    whole file, for containers that encode their parts.
    """

    raw: str
    file_name: str
    sha256: str
    within: str | None = None
    data: bytes | None = field(default=None, repr=False)


class Reader(Protocol):
    """A module of `documents.containers`, or what an `interdict.readers` entry point loads."""

    NAME: str

    def sniff(self, head: Head) -> float:
        """How surely a text of that head is of this container: 0 (not) to 1."""

    def read(self, source: Source) -> Document:
        """Reads it; a field that the container does not give is None or empty.

        Raises:
            ReadError: if the text is not what it looked like.
        """


@runtime_checkable
class Bundle(Protocol):
    """A reader whose files can hold several documents; its `read` takes a file with one."""

    NAME: str

    def entries(self, source: Source) -> Iterator[Document | ReadError]:
        """Each document of the file in turn, or why that one cannot be read.

        Raises:
            ReadError: if the file as a whole is not what it looked like.
        """
