"""The list of the United Nations Security Council."""

from interdict.lists.un.consolidated import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
