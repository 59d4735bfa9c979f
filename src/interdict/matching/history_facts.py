"""The small facts of the history, beside its statements, as JSON: editions, documents, words.

Each function has its counterpart: `*_data` gives plain data, the other reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from interdict.matching.arrays import Array
from interdict.model.claim import Claim, Modality, Mode, Quantity, Stance
from interdict.model.dates import PartialDate
from interdict.model.source import Grade
from interdict.store.base import Confirmation, Judgement
from interdict.store.documents import described, rebuilt
from interdict.store.reading import Issue
from interdict.store.sweep import SweptReading, SweptWithdrawal

Bytes = npt.NDArray[np.uint8]


def as_bytes(data: object) -> Bytes:
    """Plain data as an array of bytes; the same data give the same bytes."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return np.frombuffer(text.encode(), dtype=np.uint8)


def from_bytes(array: Array) -> Any:
    """The plain data of such an array."""
    return json.loads(array.tobytes())


def issue_data(issue: Issue) -> list[object]:
    """An issue without its key: its place in the list takes that part."""
    return [
        issue.dataset,
        issue.part,
        issue.published_at.isoformat(),
        issue.seq,
        issue.file_name,
        issue.grade.value,
        issue.primary,
        issue.own_dates,
    ]


def issue_at(place: int, data: Sequence[Any]) -> Issue:
    """The issue at a place of the list."""
    dataset, part, published_at, seq, file_name, grade, primary, own_dates = data
    at = datetime.fromisoformat(published_at)
    return Issue(place, dataset, part, at, seq, file_name, Grade(grade), primary, own_dates)


def reading_data(reading: SweptReading) -> list[object]:
    """A reading of a document: what citing it takes, without where its text stands."""
    bare = replace(reading.document, segments=(), blocks=(), noise=(), raw="", text="")
    times = [reading.recorded_at.isoformat(), reading.known_at.isoformat()]
    return [described(bare), reading.seq, *times]


def reading_of(data: Sequence[Any]) -> SweptReading:
    """The reading of that data."""
    fields, seq, recorded_at, known_at = data
    document = rebuilt(fields, None, None)
    times = datetime.fromisoformat(recorded_at), datetime.fromisoformat(known_at)
    return SweptReading(document, seq, *times)


def withdrawal_data(withdrawal: SweptWithdrawal) -> list[object]:
    """A withdrawal."""
    return [withdrawal.sha256, withdrawal.reason, withdrawal.seq]


def withdrawal_of(data: Sequence[Any]) -> SweptWithdrawal:
    """The withdrawal of that data."""
    return SweptWithdrawal(*data)


def judgement_data(judgement: Judgement) -> list[object]:
    """A judgement; its reasons stay in the record."""
    return [judgement.left, judgement.right, judgement.same, judgement.seq]


def judgement_of(data: Sequence[Any]) -> Judgement:
    """The judgement of that data, without its reasons."""
    left, right, same, seq = data
    return Judgement(left, right, same, "", "", seq)


def confirmation_data(confirmation: Confirmation, seq: int) -> list[object]:
    """A reviewer's word with its sequence number."""
    at = confirmation.recorded_at
    return [
        confirmation.entity_id,
        confirmation.programme,
        confirmation.event,
        str(confirmation.on),
        confirmation.by,
        confirmation.reason,
        confirmation.source,
        None if at is None else at.isoformat(),
        seq,
        *(None if day is None else str(day) for day in (confirmation.expected, confirmation.until)),
        confirmation.scope,
    ]


def confirmation_of(data: Sequence[Any]) -> tuple[Confirmation, int]:
    """The confirmation of that data, and its sequence number."""
    entity_id, programme, event, on, by, reason, source, at, seq, expected, until, scope = data
    given = Confirmation(
        entity_id,
        programme,
        event,
        PartialDate.parse(on),
        by,
        reason,
        source,
        None if at is None else datetime.fromisoformat(at),
        expected=None if expected is None else PartialDate.parse(expected),
        until=None if until is None else PartialDate.parse(until),
        scope=scope,
    )
    return given, seq


def claim_text(claim: Claim) -> str:
    """A claim as JSON."""
    return json.dumps(asdict(claim), ensure_ascii=False, sort_keys=True)


def claim_of(text: str) -> Claim:
    """The claim of that JSON."""
    data: dict[str, Any] = json.loads(text)
    value = data["value"]
    return Claim(
        **data
        | {
            "value": None if value is None else Quantity(**value),
            "stance": Stance(data["stance"]),
            "modality": Modality(data["modality"]),
            "mode": Mode(data["mode"]),
        }
    )
