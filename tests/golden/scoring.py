"""Compares what is extracted from a set of documents with its golden rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.golden.golden_rows import Golden, Row, read_golden

from interdict.claims.designations import designations, time_expressions
from interdict.claims.extract import extract
from interdict.documents import read_documents
from interdict.model.claim import Claim
from interdict.model.source import Document, DocumentKind

_FAMILIES = {
    "sanction": "designation", "denial": "statement", "admission": "statement",
    "decision_state": "statement", "rebuttal": "statement", "leadership": "relation",
    "affiliation": "relation", "support": "relation", "allegation": "relation",
    "characterisation": "relation", "location": "relation", "origin": "relation",
    "attribute": "other", "forecast/opinion": "other", "comparison": "other",
}  # fmt: skip
_PRESS = frozenset({"announced", "reported", "revoked", "revocation_announced", "maintained"})


def family(kind: str) -> str:
    """Kinds that a reader could take for each other."""
    head = kind.split(".")[0]
    return _FAMILIES.get(head, head)


def folded(name: str | None) -> str:
    """Letters and digits alone, so that spellings meet."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode()
    return re.sub(r"^(the|el|la) ", "", " ".join(re.findall(r"[a-z0-9]+", plain.casefold())))


def alike(one: str | None, other: str | None) -> bool:
    """True if one name is the other, or part of it."""
    left, right = set(folded(one).split()), set(folded(other).split())
    return bool(left and right) and (left <= right or right <= left)


@dataclass
class Score:
    """Counts over a set of documents, and what went wrong, in words."""

    golden: int = 0
    recalled: float = 0
    claimed: int = 0
    correct: float = 0
    quotes: int = 0
    quotes_right: int = 0
    speakers: int = 0
    speakers_wrong: int = 0
    times: int = 0
    times_right: int = 0
    alleged_as_asserted: int = 0
    false_designations: int = 0
    slots: dict[str, list[int]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the golden rows of tier 1 that were found."""
        return self.recalled / self.golden

    @property
    def precision(self) -> float:
        """Share of the claims of tier 1 that some row covers."""
        return self.correct / self.claimed

    def __str__(self) -> str:
        """The figures in one line, the slots in another."""
        slots = ", ".join(f"{k} {a}/{n}" for k, (a, n) in sorted(self.slots.items()))
        return (
            f"recall {self.recall:.3f} ({self.golden}) precision {self.precision:.3f} "
            f"({self.claimed}) quotes {self.quotes_right}/{self.quotes} wrong speakers "
            f"{self.speakers_wrong}/{self.speakers} times {self.times_right}/{self.times} alleged "
            f"as asserted {self.alleged_as_asserted} false designations "
            f"{self.false_designations}\n{slots}"
        )


def documents(folder: Path) -> dict[str, Document]:
    """The documents of a set by name; an entry of a feed is `FILE#N`."""
    return {
        doc.file_name: doc
        for path in sorted(folder.iterdir())
        for doc in read_documents(path.read_bytes(), file_name=path.name).documents
    }


def score(folder: Path, golden: Path) -> Score:
    """What extraction makes of the documents of a folder, against their golden file."""
    total, docs = Score(), documents(folder)
    goldens = read_golden(golden)
    tiers = _usual_tiers(row for one in goldens for row in one.rows)
    for one in goldens:
        _one(one, docs[one.doc], tiers, total)
    return total


def _usual_tiers(rows: Iterable[Row]) -> dict[str, int]:
    """The tier that a kind mostly has: what a claim that no row covers is charged to."""
    seen: dict[str, list[int]] = {}
    for row in rows:
        if not row.optional:
            seen.setdefault(row.kind, []).append(row.tier)
            seen.setdefault("~" + family(row.kind), []).append(row.tier)
    return {
        kind: max(set(tiers), key=lambda t: (tiers.count(t), -t)) for kind, tiers in seen.items()
    }


def placed(doc: Document, words: str) -> tuple[int, int]:
    """Where some words of a document stand in its raw text."""
    at = doc.text.find(words)
    if at < 0:
        raise ValueError(f"{doc.file_name} does not say {words!r}")
    return doc.raw_span(at, at + len(words))


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> float:
    inter = min(left[1], right[1]) - max(left[0], right[0])
    if inter <= 0:
        return 0.0
    share = inter / (max(left[1], right[1]) - min(left[0], right[0]))
    inside = inter in (left[1] - left[0], right[1] - right[0])
    return share if share >= 0.3 or inside else 0.0


def _one(golden: Golden, doc: Document, tiers: dict[str, int], total: Score) -> None:
    claims = extract(doc)
    spans = [placed(doc, row.words) for row in golden.rows]
    pairs = _matched(golden.rows, spans, claims)
    _count_rows(golden, claims, pairs, total)
    _count_claims(golden, claims, pairs, tiers, total)
    _count_designations(golden, doc, claims, total)
    _count_times(golden, doc, total)


def _matched(
    rows: Sequence[Row], spans: Sequence[tuple[int, int]], claims: Sequence[Claim]
) -> dict[int, int]:
    """Claim by row, one to one, the best pairs first."""
    ranked: list[tuple[tuple[Any, ...], int, int]] = []
    for i, (row, span) in enumerate(zip(rows, spans, strict=True)):
        for j, claim in enumerate(claims):
            shared = _overlap(span, (claim.start, claim.end))
            if shared and family(row.kind) == family(claim.kind):
                fits = (
                    row.kind == claim.kind,
                    any(alike(name, claim.subject) for name in row.subjects),
                    row.slots.get("programme") == claim.programme,
                    row.slots.get("polarity", "+") == claim.polarity,
                    row.slots.get("date") == claim.date,
                    not row.optional,
                    shared,
                )
                ranked.append((fits, -i, -j))
    found: dict[int, int] = {}
    for _, i, j in sorted(ranked, reverse=True):
        if -i not in found and -j not in found.values():
            found[-i] = -j
    return found


def _member(row: Row, claim: Claim) -> bool:
    """True for a claim about one of several parties that a row names together."""
    return (
        len(row.subjects) > 1
        and row.kind == claim.kind
        and any(alike(name, claim.subject) for name in row.subjects)
    )


def _count_rows(
    golden: Golden, claims: Sequence[Claim], pairs: dict[int, int], total: Score
) -> None:
    for i, row in enumerate(golden.rows):
        claim = claims[pairs[i]] if i in pairs else None
        same = claim is not None and claim.kind == row.kind
        if row.tier == 1 and not row.optional:
            total.golden += 1
            total.recalled += 0 if claim is None else 1 if same else 0.5
            if not same:
                got = "-" if claim is None else claim.kind
                total.errors.append(f"missed {golden.doc} {row.kind} (got {got}): {row.words[:90]}")
        if row.kind == "statement.direct":
            total.quotes += 1
            _count_speaker(golden.doc, row, claim if same else None, total)
        if claim is None:
            continue
        stance = row.slots.get("stance", "asserted")
        if (
            stance in ("alleged", "denied")
            and claim.stance == "asserted"
            and not row.kind.startswith("statement")
            and (same or family(row.kind) == "relation")
        ):
            total.alleged_as_asserted += 1
            total.errors.append(f"asserted {golden.doc} {row.kind}: {row.words[:90]}")
        if same and not row.optional:
            _count_slots(golden.doc, row, claim, total)


def _count_speaker(doc: str, row: Row, claim: Claim | None, total: Score) -> None:
    if claim is None or claim.speaker is None:
        return
    total.speakers += 1
    right = alike(row.slots["speaker"], claim.speaker)
    total.quotes_right += right
    if not right:
        total.speakers_wrong += 1
        total.errors.append(f"wrong speaker {doc} {claim.speaker}: {row.words[:70]}")


def _count_slots(doc: str, row: Row, claim: Claim, total: Score) -> None:
    for slot in ("programme", "authority", "date", "object"):
        if slot in row.slots:
            got = getattr(claim, slot)
            right = alike(row.slots[slot], got) if slot == "object" else row.slots[slot] == got
            counts = total.slots.setdefault(slot, [0, 0])
            counts[0] += right
            counts[1] += 1
            if not right:
                total.errors.append(
                    f"slot {doc} {row.kind} {slot}={row.slots[slot]} got {got}: {row.words[:60]}"
                )
    subject = total.slots.setdefault("subject", [0, 0])
    subject[0] += any(alike(name, claim.subject) for name in row.subjects)
    subject[1] += 1


def _count_claims(
    golden: Golden,
    claims: Sequence[Claim],
    pairs: dict[int, int],
    tiers: dict[str, int],
    total: Score,
) -> None:
    of_claim = {j: golden.rows[i] for i, j in pairs.items()}
    for j, claim in enumerate(claims):
        row = of_claim.get(j)
        if row is not None:
            if row.tier == 1 and not row.optional:
                total.claimed += 1
                total.correct += 1 if row.kind == claim.kind else 0.5
        elif not any(_member(other, claim) for other in golden.rows):
            tier = tiers.get(claim.kind, tiers.get("~" + family(claim.kind), 3))
            total.claimed += tier == 1
            total.errors.append(
                f"spurious T{tier} {golden.doc} {claim.kind} {claim.subject} [{claim.rule}]: "
                f"{claim.quote[:90]!r}"
            )


def _count_designations(
    golden: Golden, doc: Document, claims: Sequence[Claim], total: Score
) -> None:
    supported = [
        name
        for row in golden.rows
        if row.kind.startswith(("designation", "sanction"))
        for name in row.subjects
    ] + [name for names, *_ in golden.designated for name in names]
    official = doc.kind in (DocumentKind.FR_NOTICE, DocumentKind.PRESS_RELEASE)
    rows = designations(claims, doc)
    for row in rows:
        strict = [folded(name) for name in golden.never]
        never = folded(row["subject"]) in strict and row["programme"] is not None
        wrong = never or not any(alike(name, row["subject"]) for name in supported)
        if wrong or (row["status"] not in _PRESS and not official):
            total.false_designations += 1
            total.errors.append(f"false designation {golden.doc}: {row}")
    for names, programme, status, slots in golden.designated:
        fits = [
            row
            for row in rows
            if row["programme"] == programme and any(alike(n, row["subject"]) for n in names)
        ]
        right = any(
            row["status"] == status and all(row[k] == v for k, v in slots.items()) for row in fits
        )
        counts = total.slots.setdefault("designation row", [0, 0])
        counts[0] += right
        counts[1] += 1
        if not right:
            total.errors.append(f"row {golden.doc} {names[0]} {programme} {status} {slots}: {fits}")


def _count_times(golden: Golden, doc: Document, total: Score) -> None:
    found = time_expressions(doc)
    for words, expected in golden.times:
        if expected is None:
            continue
        span = placed(doc, words)
        got = [r["edtf"] for r in found if _overlap(span, (r["start"], r["end"]))]
        total.times += 1
        right = any(_meets(expected, edtf) for edtf in got if edtf)
        total.times_right += right
        if not right:
            total.errors.append(f"time {golden.doc} {words!r} = {expected}, got {got}")


def _meets(expected: str, got: str) -> bool:
    if expected == got:
        return True
    left, right = _bounds(expected), _bounds(got)
    return bool(left and right and left[0] <= right[1] and right[0] <= left[1])


def _bounds(edtf: str) -> tuple[date, date] | None:
    first, _, last = edtf.partition("/")
    try:
        return _day(first, end=False), _day(last or first, end=True)
    except ValueError:
        return None


def _day(text: str, *, end: bool) -> date:
    if text in ("", ".."):
        return date.max if end else date.min
    year, month, day = [*map(int, text.strip("~?").split("-")), 0, 0][:3]
    if day:
        return date(year, month, day)
    if not end:
        return date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return after - timedelta(days=1)
