"""Every error that Interdict raises on purpose.

    InterdictError
    ├── ConfigError       a setting cannot be used
    ├── InvalidInput      the caller's file, value or option is wrong
    │   └── ReadError     bytes that are not what they claim to be (file and place are named)
    ├── NotFound          nothing in the record answers to that name or id
    ├── StoreError        the record cannot be opened, read or written
    │   └── IntegrityError  what is stored contradicts itself

A message says what is wrong, where, and what to do next. Exit codes and HTTP
statuses are mapped at the edge, never here.
"""

from __future__ import annotations


class InterdictError(Exception):
    """Root of the tree; `str(error)` is fit to be shown to a user."""


class ConfigError(InterdictError):
    """A setting (environment, option, file) cannot be used."""


class InvalidInput(InterdictError):
    """The caller's input is wrong; nothing was written."""


class ReadError(InvalidInput):
    """Bytes that do not parse as what they claim to be.

    Args:
        what: what is wrong, in a few words.
        file: the file's name as the caller gave it.
        line: 1-based line in that file, where known.
        hint: what to do next.
    """

    def __init__(
        self, what: str, *, file: str, line: int | None = None, hint: str | None = None
    ) -> None:
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {what}" + (f" {hint}" if hint else ""))
        self.file = file
        self.line = line

    def add(self, more: str) -> None:
        """Adds to the message what somebody further up knows."""
        self.args = (f"{self}{more}",)


class NotFound(InterdictError):
    """Nothing in the record answers to that name, id or date."""


class StoreError(InterdictError):
    """The record cannot be opened, read or written."""


class IntegrityError(StoreError):
    """What is stored contradicts itself."""
