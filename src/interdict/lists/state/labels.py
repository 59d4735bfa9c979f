"""The names in the State Department's table, each with what has been written into it.

One cell holds a group's name, its abbreviation, other and former names and, after dashes, the
amendments of its designation: `Lantern Front (LF, aka Night Watch)- Low Tide Amendment (May 1,
2014)`, where the hyphen stands for a dash. `read_label` takes such a cell apart.

Source: U.S. Department of State, Bureau of Counterterrorism, "Foreign Terrorist Organizations".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime

_AMENDMENT = re.compile(
    r"\s*[—–]\s*(?P<names>[^—–]+?)\s+Amendment(?P<several>s?)\s*\((?P<date>[^()]+)\)",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)")
_ALSO = re.compile(r",?\s+(?:aka|a\.k\.a\.|also known as)\s+", re.IGNORECASE)
_FORMERLY = re.compile(r"(?:formerly|f\.?k\.?a\.?|previously)\s+(?:known as\s+)?", re.IGNORECASE)
_SEVERAL = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_INSIDE = re.compile(r"\s*,\s*|\s*;\s*|\s+[—–]\s+")
_ABBREVIATION = re.compile(r"[A-Z][a-z]?[A-Z0-9/.-]*[A-Z0-9]$")
_APOSTROPHES = re.compile(r"['’‘`ʼʿʾ]")

DATE_FORMATS = ("%B %d, %Y", "%b %d, %Y", "%m/%d/%Y", "%Y-%m-%d")
"""How the table and its amendments write days; the publisher's own order is month first."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of a designation: the names that it added, and its day."""

    names: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Label:
    """A cell, taken apart. `rest` is what was not understood; empty if all was."""

    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = field(default=())
    rest: str = ""

    @property
    def first_name(self) -> str:
        """The oldest name that the cell gives: what the group was designated as, if it says so."""
        return self.former[0] if self.former else self.name


def day(printed: str) -> date | None:
    """A day as the table prints it; None if it is none."""
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(" ".join(printed.split()), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def read_label(cell: str) -> Label:
    """Takes a cell apart. Nothing of it is lost: what has no meaning here is the `rest`."""
    text = " ".join(cell.split())
    amendments, rest = [], []
    for found in _AMENDMENT.finditer(text):
        on = day(found["date"])
        if on is None:
            rest.append(found[0].strip())
            continue
        names = _SEVERAL.split(found["names"]) if found["several"] else [found["names"]]
        amendments.append(Amendment(tuple(name.strip() for name in names if name.strip()), on))
    head = _AMENDMENT.sub("", text)
    if re.search(r"\bamendments?\b", head, re.IGNORECASE):
        rest.append(head)
    aliases: list[str] = []
    former: list[str] = []
    for group in _PARENTHESES.findall(head):
        earlier = _FORMERLY.match(group)
        if earlier is not None:
            former.append(group[earlier.end() :].strip())
        else:
            aliases += [_ALSO.sub("", f" {piece}").strip() for piece in _INSIDE.split(group)]
    name, *others = _ALSO.split(_PARENTHESES.sub("", head).strip(" —–"))
    return Label(
        name.strip(" ,"),
        tuple(dict.fromkeys(filter(None, [*(o.strip() for o in others), *aliases]))),
        tuple(filter(None, former)),
        tuple(amendments),
        "; ".join(rest),
    )


def is_abbreviation(name: str) -> bool:
    """True for one short word of mostly capitals: `PFT`, `LoN`, `ABC/DEF`."""
    return len(name) <= 10 and _ABBREVIATION.match(name) is not None


def stable_key(label: Label) -> str:
    """What of a label makes the entry's id: its oldest name, folded.

    A later edit of the label (an abbreviation, another name, an amendment, a typographer's
    apostrophe) does not change it, nor does a new name that keeps the old one in `(formerly ...)`.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", label.first_name)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", letters).strip("-")
