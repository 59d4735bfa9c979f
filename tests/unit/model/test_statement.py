"""Statements: an id made of what is said, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interdict.model.statement import Statement

LISTED = Statement("mylist", "mylist-7", "Organization", "name", "Harbour Front", record_id="7")
SAID = replace(LISTED, dataset="documents", document_id="a" * 64, start=3, end=9)


@pytest.mark.parametrize(
    "change",
    [
        {"dataset": "other"},
        {"entity_id": "mylist-8"},
        {"schema": "Company"},
        {"prop": "alias"},
        {"value": "Harbor Front"},
        {"lang": "eng"},
        {"qualifier": "alternative"},
        {"source": "90 FR 1"},
        {"grade": "A"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_id_differs_with_what_is_said(change: dict[str, Any]) -> None:
    """Another entity, property, value, language or qualifier is another statement."""
    assert replace(LISTED, **change).id != LISTED.id


@pytest.mark.parametrize(
    "change",
    [{"document_id": "b" * 64}, {"start": 4}, {"end": 10}],
    ids=lambda change: next(iter(change)),
)
def test_id_of_a_documents_statement_has_its_place(change: dict[str, Any]) -> None:
    """The same words at another place of a document, or in another, are said again."""
    assert replace(SAID, **change).id != SAID.id


def test_id_does_not_depend_on_the_run_of_the_program() -> None:
    """Ids are stored for years: the same words give the same sixteen bytes everywhere."""
    assert LISTED.id == LISTED.key.hex()
    assert len(LISTED.key) == 16
    assert LISTED.id == "4def0c569c9833231fb11d63400ce9b3"


def test_neighbouring_fields_do_not_run_together() -> None:
    """What ends one field and begins the next makes a difference."""
    left = replace(LISTED, value="Front", lang="eng", qualifier="")
    right = replace(LISTED, value="Front", lang="", qualifier="eng")
    assert left.id != right.id
