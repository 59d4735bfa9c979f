"""The lists of the United Kingdom: the UK Sanctions List, and OFSI's consolidated list."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.lists.parsing import Output, SourceFile
from interdict.lists.uk import conlist, sanctions_list
from interdict.model.source import Dataset

DATASETS = (sanctions_list.DATASET, conlist.DATASET)

FILES = {sanctions_list.DATASET.name: sanctions_list.FILES, conlist.DATASET.name: conlist.FILES}
"""What the files of a dataset are called, for messages."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """The part that the file is, as its first bytes tell."""
    if dataset.name == conlist.DATASET.name:
        return conlist.claims_file(dataset, name, head)
    return sanctions_list.claims_file(dataset, name, head)


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads one edition of either list."""
    reader = conlist if dataset.name == conlist.DATASET.name else sanctions_list
    reader.parse(dataset, files, out)


__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
