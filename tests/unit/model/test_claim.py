"""Claims: an id that stays, and plain data for whoever reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from interdict.model.claim import CLAIM_KINDS, Claim, Quantity, Stance

CLAIM = Claim(
    doc="report.txt",
    kind="designation.announced",
    start=10,
    end=40,
    quote="will designate the Harbour Front",
    rule="designate.will",
    subject="Harbour Front",
    subject_schema="Organization",
    programme="US-FTO",
    date="2025-11-16",
    document_id="a" * 64,
)


class TestId:
    """The id says which words of which document claim what."""

    @pytest.mark.parametrize(
        "change",
        [
            {"start": 11},
            {"end": 41},
            {"kind": "designation.effective"},
            {"subject": "Harbor Front"},
            {"object": "someone"},
            {"programme": "US-SDGT"},
            {"speaker": "a minister"},
            {"date": "2025-11-17"},
            {"document_id": "b" * 64},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_differs_with_what_is_claimed(self, change: dict[str, Any]) -> None:
        """Another span, role or document makes another claim."""
        assert replace(CLAIM, **change).id != CLAIM.id

    @pytest.mark.parametrize(
        "change",
        [
            {"subject_id": "doc-harbour-front"},
            {"object_id": "mylist-1"},
            {"subject_schema": "Company"},
            {"doc": "renamed.txt"},
            {"confidence": 0.9},
            {"rule": "designate.other"},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_stays_when_it_is_only_better_understood(self, change: dict[str, Any]) -> None:
        """Grounding, a new file name or another confidence leave it the same claim."""
        assert replace(CLAIM, **change).id == CLAIM.id

    def test_without_a_hash_the_file_name_tells_documents_apart(self) -> None:
        """Before a claim enters the record, its document is known by name."""
        loose = replace(CLAIM, document_id=None)
        assert loose.id != replace(loose, doc="other.txt").id


def test_as_dict_is_json_in_the_contract_names() -> None:
    """The command line prints exactly these fields, nested amounts included."""
    counted = replace(CLAIM, value=Quantity(83, None, "people", "at_least", 83))
    data = json.loads(json.dumps(counted.as_dict()))
    promised = (
        "doc kind subject subject_id object object_id authority programme value date "
        "effective_on speaker addressee stance polarity modality mode depth start end quote "
        "confidence rule"
    ).split()
    assert set(promised) <= set(data)
    assert data["id"] == counted.id
    assert data["value"] == {
        "low": 83,
        "high": None,
        "unit": "people",
        "qualifier": "at_least",
        "stated": 83,
    }
    assert data["stance"] == Stance.ASSERTED.value == "asserted"


def test_kinds_are_one_word_each() -> None:
    """The closed list holds names, not fragments of a sentence."""
    assert {"designation.announced", "leadership", "denial", "count.killed"} <= CLAIM_KINDS
    assert all(kind == kind.strip() and " " not in kind for kind in CLAIM_KINDS)
