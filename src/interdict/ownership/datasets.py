"""Which datasets tell of nothing but owners: nobody is on a list by standing in one of them."""

from __future__ import annotations

OWNERSHIP_DATASET = "ownership"
"""The dataset of ownership files; further ones are called `ownership_NAME`."""


def only_tells_owners(dataset: str) -> bool:
    """True for a dataset of ownership files."""
    return dataset == OWNERSHIP_DATASET or dataset.startswith(f"{OWNERSHIP_DATASET}_")
