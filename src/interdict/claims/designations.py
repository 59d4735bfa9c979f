"""What one document supports about designations, and the times it names, as plain rows.

The evidence table (record.md, section 4): press can make a designation *announced* or
*reported*; only an official act, or the issuer's own release, makes it *effective*, and never
one that is merely planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from interdict.claims.dates import find_dates
from interdict.claims.durations import find_durations
from interdict.claims.durations_abroad import find_durations_abroad
from interdict.claims.gazetteer import fold
from interdict.claims.languages import DEFAULT, language_of
from interdict.claims.vocabulary import bundled_regimes
from interdict.model.claim import Claim, Modality, Stance
from interdict.model.dates import PartialDate
from interdict.model.source import Document
from interdict.text.written_days import written_forms

_KINDS = {
    "designation.announced": "announced",
    "designation.effective": "effective",
    "designation.prior": "reported",
    "designation.revoked": "revoked",
    "designation.amended": "amended",
    "sanction.prior": "reported",
}


class _Key(NamedTuple):
    """What tells rows apart; `country` is that of the programme or the authority, or empty."""

    subject: str
    programme: str | None
    country: str


@dataclass(slots=True)
class _Row:
    """What the claims about one such key add up to."""

    subject: str
    claims: list[Claim] = field(default_factory=list)

    def first(self, kind: str, attribute: str = "date") -> str | None:
        """The first value of a field among claims of a kind, in document order."""
        for claim in self.claims:
            value = getattr(claim, attribute)
            if claim.kind == kind and value:
                return str(value)
        return None


def designations(claims: Iterable[Claim], doc: Document) -> list[dict[str, Any]]:
    """One row per subject and programme, or per subject and country where no programme is named.

    A row is `doc, subject, programme, authority, status, announced, effective, ended`; rows are
    in order of first mention.

    `status` is announced, effective, amended, reported, revoked or revocation_announced. Denied,
    alleged and hypothetical designations, and parties without a name ("other gangs"), give none.
    """
    rows: dict[_Key, _Row] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.kind in _KINDS and _counts(claim) and not _is_of_a_part(claim, doc):
            body = claim.programme or claim.authority or ""
            key = _Key(fold(claim.subject or ""), claim.programme, body.partition("-")[0])
            rows.setdefault(key, _Row(claim.subject or "")).claims.append(claim)
    merged = _without_repeats(rows)
    return [_row(doc, key.programme, row) for key, row in merged.items()]


_OF_ORGANISATIONS = frozenset({"US-FTO", "GB-PROSCRIBED"})
"""Programmes under which nobody but an organization is designated.

Sources: 8 U.S.C. 1189(a)(1); Terrorism Act 2000, section 3.
"""


def _counts(claim: Claim) -> bool:
    named = claim.subject is not None and claim.subject_schema is not None
    sure = claim.stance is Stance.ASSERTED and claim.polarity == "+"
    real = claim.modality in (Modality.ACTUAL, Modality.PLANNED)
    fits = claim.subject_schema != "Person" or claim.programme not in _OF_ORGANISATIONS
    return named and sure and real and fits and not claim.is_likely


_PART = r"(?:wing|arm|branch|brigades?|faction)"
_LEAD = 24
"""Characters before the words of a claim in which "the branch of (the)" stands."""


def _is_of_a_part(claim: Claim, doc: Document) -> bool:
    """True for "the military wing of X", "X's armed wing": a part is listed, and not the whole."""
    lead = doc.raw[max(0, claim.start - _LEAD) : claim.start]
    name = re.escape(claim.subject or "")
    whole = rf"{name}(?:['’]s?)?|(?:the\s\w+['’]s|\bits|\btheir)"
    own = rf"{name},\s(?:the\s\w+['’]s|its|their)\s(?:\w+\s){{0,2}}{_PART}\b,"
    own += rf"|\b{_PART}(?:,|\sis|\swas)\s(?:the\s)?{name}\b"
    if re.search(own, lead + claim.quote):
        return False  # "X, the Front's foreign arm,": the part is the party
    part = rf"{_PART}\sof\s(?:the\s)?{name}\b|(?:{whole})\s(?:military|armed|\w+\s)?\s?{_PART}\b"
    return re.search(part, lead + claim.quote, re.IGNORECASE) is not None


def _without_repeats(rows: dict[_Key, _Row]) -> dict[_Key, _Row]:
    """The rows less those that say less than another of the same subject.

    One without a programme adds nothing beside one of the same country, and where nobody is
    named either, beside any; Nigeria's ban stands beside Britain's programme.
    """
    return {
        key: row
        for key, row in rows.items()
        if key.programme or not any(_says_more(other, key) for other in rows)
    }


def _says_more(other: _Key, key: _Key) -> bool:
    if other == key or other.subject != key.subject:
        return False
    return not key.country or (other.programme is not None and other.country == key.country)


def _row(doc: Document, programme: str | None, row: _Row) -> dict[str, Any]:
    kinds = {claim.kind for claim in row.claims}
    enacted = doc.kind.is_official and any(
        claim.kind == "designation.effective" and claim.modality is Modality.ACTUAL
        for claim in row.claims
    )
    ends = [claim for claim in row.claims if claim.kind == "designation.revoked"]
    if ends:
        done = any(claim.modality is Modality.ACTUAL for claim in ends)
        status = "revoked" if done else "revocation_announced"
    elif enacted:
        status = "effective"
    elif kinds & {"designation.announced", "designation.effective"}:
        status = "announced"
    elif "designation.amended" in kinds:
        status = "amended"
    else:
        status = "reported"
    effective = (
        row.first("designation.effective")
        or row.first("designation.announced", "effective_on")
        or row.first("designation.prior")
    )
    return {
        "doc": doc.file_name,
        "subject": row.subject,
        "programme": programme,
        "authority": _authority(row.claims, programme),
        "status": status,
        "announced": row.first("designation.announced"),
        "effective": effective,
        "ended": row.first("designation.revoked"),
    }


def _authority(claims: Sequence[Claim], programme: str | None) -> str | None:
    """The narrowest authority that the claims name, else the programme's own."""
    named = [claim.authority for claim in claims if claim.authority]
    if named:
        return max(named, key=lambda code: (code.count("-"), -named.index(code)))
    own = {regime.key: regime.authority for regime in bundled_regimes()}
    return own.get(programme or "")


VAGUE = "vague"
"""Written for an expression of time that means no date."""


def time_expressions(doc: Document, assumed: PartialDate | None = None) -> list[dict[str, Any]]:
    """The time expressions of a document: `doc, start, end, text, edtf, rule`; raw offsets.

    Dates (`edtf` is `vague` for "recently" and its like, None where a day is missing to count
    from), lengths of time (`P7D`, `P>2M`) and the date that the file gives itself, in order of
    place. `assumed` stands in for the publication date of an undated document (`cluster.py`);
    what rests on it has `assumed` in its row.
    """
    language = language_of(doc).code
    published = doc.published_on or assumed
    spans = [
        (found.start, found.end, found.edtf, found.rule)
        for found in find_dates(doc.text, published=published, language=language)
    ]
    taken = [span[:2] for span in spans]
    spans += [
        (length.start, length.end, length.iso, "duration")
        for length in (
            find_durations(doc.text, penalties=True)
            if language == DEFAULT
            else find_durations_abroad(doc.text, language, penalties=True)
        )
        if not any(length.start < end and start < length.end for start, end in taken)
    ]
    in_raw = [(*doc.raw_span(start, end), edtf, rule) for start, end, edtf, rule in spans]
    rows = [
        {"doc": doc.file_name, "start": start, "end": end, "text": doc.raw[start:end],
         "edtf": VAGUE if rule.endswith("vague") else edtf, "rule": rule}
        for start, end, edtf, rule in sorted(in_raw + _own_dates(doc))
    ]  # fmt: skip
    if doc.published is None and assumed is not None:
        rows = [row | {"assumed": str(assumed)} for row in rows]
    return rows


def _own_dates(doc: Document) -> list[tuple[int, int, str | None, str]]:
    """Where headers, front matter or fields give the document's date, outside its text."""
    known = doc.published_on
    if known is None or not known.is_day:
        return []
    written = written_forms(known.first)
    return [
        (low + match.start(), low + match.end(), str(known), "document-date")
        for low, high in _outside(doc)
        for match in written.finditer(doc.raw[low:high])
    ]


def _outside(doc: Document) -> list[tuple[int, int]]:
    """The stretches of the raw text that are not part of what is read, in order."""
    found, at = [], 0
    for segment in sorted(doc.segments, key=lambda each: each.raw_start):
        if segment.raw_start > at:
            found.append((at, segment.raw_start))
        at = max(at, segment.raw_start + segment.length)
    return [*found, (at, len(doc.raw))] if doc.segments else []
