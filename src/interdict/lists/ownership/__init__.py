"""Who owns whom: a table of one's own, Beneficial Ownership Data (BODS), or FollowTheMoney lines.

Each stake becomes an `Ownership` in FollowTheMoney's words (`owner`, `asset`, `percentage`,
`startDate`, `endDate`, `ownershipType`), with its source and grade where the file gives them. A
row that cannot be read is reported with its line, and the rest loads. Files of several registers
are loaded side by side under names of one's own, `ownership_NAME`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.errors import ReadError
from interdict.lists.ownership.bods import is_bods, read_bods
from interdict.lists.ownership.entities import is_entity, read_entities
from interdict.lists.ownership.json_objects import json_objects
from interdict.lists.ownership.table import read_table
from interdict.lists.ownership.writing import StakeWriter
from interdict.lists.parsing import Output, SourceFile
from interdict.model.source import Dataset
from interdict.ownership.datasets import OWNERSHIP_DATASET

__all__ = ["DATASETS", "FILES", "NAMED", "claims_file", "parse"]

DATASETS = (
    Dataset(
        name=OWNERSHIP_DATASET,
        title="Stakes: who owns whom",
        publisher="whoever made the file",
        url="https://standard.openownership.org/",
        licence="that of the file",
        parts=("stakes",),
        primary="stakes",
        issuer="OWNERSHIP",
        aliases=("stakes",),
    ),
)

NAMED = frozenset((OWNERSHIP_DATASET,))
"""Datasets of which there may be several: `ownership_NAME` is read as `ownership` is."""

FILES = {
    OWNERSHIP_DATASET: "one table of stakes (.csv, .tsv); BODS or FollowTheMoney (.json, .jsonl)"
}
"""What the files of a dataset are called, for messages."""

_TABLES = (".csv", ".tsv")
_JSON = (".json", ".jsonl", ".ndjson", ".ijson")


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Tables and JSON, by their name."""
    return dataset.primary if name.endswith(_TABLES + _JSON) else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the file; its date is never in it.

    Raises:
        ReadError: if it is no text, not JSON, names no owner and asset, or holds not one stake.
    """
    (file,) = files
    writer = StakeWriter(dataset, out.part(dataset.primary, file))
    if file.base_name.endswith(_TABLES):
        read_table(file, writer)
    else:
        objects = json_objects(file)
        if any(is_bods(found) for _, found in objects[:20]):
            read_bods(objects, writer)
        elif any(is_entity(found) for _, found in objects[:20]):
            read_entities(objects, writer)
        else:
            raise ReadError(
                "neither BODS statements nor FollowTheMoney entities.",
                file=file.name,
                line=objects[0][0] if objects else None,
                hint="Known are BODS 0.2 to 0.4 and FollowTheMoney's `Ownership`.",
            )
    writer.finish(file)
