"""The row of the record: one entity, one property, one value, from one source."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from interdict.model.dates import PartialDate
from interdict.model.source import Grade


@dataclass(frozen=True, slots=True)
class Statement:
    """(entity, property, value) as one dataset or document says it; immutable.

    Properties and schemata are FollowTheMoney's. Dates are EDTF (`1964~` is circa,
    `1951/1953` between). `qualifier` tells apart what the source tells apart (`alternative`
    birth date, `circa`); `lang` is a three-letter code where the source gives one.
    In a compiled dataset, `source` cites what the fact rests on and `grade` is its grade of
    proof (A legal text or copy of it, B secondary, C press, U unverified).

    The id depends on what is said and by which dataset and record; never on edition, row or
    load time, so that loading again adds nothing and the order of loading does not matter.
    """

    dataset: str
    entity_id: str
    schema: str
    prop: str
    value: str
    record_id: str = ""
    lang: str = ""
    qualifier: str = ""
    source: str = ""
    grade: str = ""
    document_id: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def key(self) -> bytes:
        """The id as 16 bytes."""
        parts = (
            self.dataset,
            self.entity_id,
            self.schema,
            self.prop,
            self.value,
            self.lang,
            self.qualifier,
            self.source,
            self.grade,
        )
        text = "\x1f".join(parts)
        if self.document_id:
            text += f"\x1f{self.document_id}\x1f{self.start}\x1f{self.end}"
        return blake2b(text.encode(), digest_size=16).digest()

    @property
    def id(self) -> str:
        """The id as hexadecimal text."""
        return self.key.hex()


@dataclass(frozen=True, slots=True)
class Presence:
    """Which editions of a dataset hold a statement, around the date that was asked for.

    `edition` is the one that answers the date (the latest published on or before it), None
    if the first is later; `holds` says whether that edition holds the statement. The bounds
    are those of the run of editions around the date that holds it, or else of the nearest
    run before it, or else of the next: `first_seen` and `last_seen` are its ends,
    `absent_before` and `absent_after` the neighbouring editions that do not hold it (None:
    no such edition is held). `seen_again` is the first edition of a later run, if any.
    `file` and `line` say where it stands in the answering edition (or the last that held it).
    """

    edition: PartialDate | None
    holds: bool
    first_seen: PartialDate | None
    last_seen: PartialDate | None
    absent_before: PartialDate | None = None
    absent_after: PartialDate | None = None
    seen_again: PartialDate | None = None
    file: str | None = None
    line: int | None = None
    grade: Grade = Grade.COPY
