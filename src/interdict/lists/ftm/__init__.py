"""Files in FollowTheMoney's forms: entities as JSON lines, and OpenSanctions' simple table.

Whoever made such a file is not the authority whose lists it tells of. Its listings are its own
(`ftm:TAG`), in force while it holds them, and never a designation under one of our programmes.
Each form is a dataset of its own, since a table says less than entities do: loaded as one list,
it would end what it cannot say. A list of a name of one's own is `ftm_NAME` or `targets_NAME`.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.lists.ftm.entities import looks_like_entities, read_entities
from interdict.lists.ftm.targets import read_targets
from interdict.lists.parsing import Output, SourceFile
from interdict.model.source import Dataset

__all__ = ["DATASETS", "FILES", "NAMED", "claims_file", "parse"]

DATASETS = (
    Dataset(
        name="ftm",
        title="FollowTheMoney entities",
        publisher="whoever made the file",
        url="https://followthemoney.tech/",
        licence="that of the file",
        parts=("entries",),
        primary="entries",
        issuer="FTM",
        aliases=("followthemoney",),
    ),
    Dataset(
        name="targets",
        title="OpenSanctions targets, simple table",
        publisher="whoever made the file",
        url="https://www.opensanctions.org/docs/bulk/csv/",
        licence="that of the file",
        parts=("entries",),
        primary="entries",
        issuer="FTM",
        aliases=("targets_simple",),
    ),
)

NAMED = frozenset(("ftm", "targets"))
"""Datasets of which there may be several: `ftm_NAME` is read as `ftm` is."""

FILES = {
    "ftm": "one file of entities (.json, .jsonl, .ijson; such as entities.ftm.json)",
    "targets": "one table (.csv, such as targets.simple.csv)",
}
"""What the files of a dataset are called, for messages."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Entities by their ending and first sign; a table by its ending."""
    if dataset.name.startswith("ftm"):
        known = name.endswith((".json", ".jsonl", ".ijson", ".ndjson", ".ftm"))
        return dataset.primary if known and looks_like_entities(head) else None
    return dataset.primary if name.endswith(".csv") else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the file; its date is never in it.

    Raises:
        ReadError: if it is broken (see `entities.read_entities`, `targets.read_targets`).
    """
    (file,) = files
    read = read_entities if dataset.name.startswith("ftm") else read_targets
    read(dataset, file, out)
