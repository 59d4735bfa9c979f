"""From rows of the database to nouns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from interdict.model.claim import Claim, Modality, Mode, Quantity, Stance
from interdict.model.statement import Statement


def statement_of(row: Row[Any]) -> Statement:
    """A statement from a row that joins `statement`, `entity` and `record`."""
    return Statement(
        dataset=row.dataset,
        entity_id=row.entity_key,
        schema=row.schema,
        prop=row.prop,
        value=row.value,
        record_id=row.record_id,
        lang=row.lang,
        qualifier=row.qualifier,
        source=row.source,
        grade=row.grade,
        document_id=row.document_id,
        start=row.start,
        end=row.end,
    )


def claim_of(data: dict[str, Any]) -> Claim:
    """A claim from the plain data of `Claim.as_dict`."""
    del data["id"]
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
