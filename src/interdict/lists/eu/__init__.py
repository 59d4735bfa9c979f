"""The financial sanctions list of the European Union."""

from interdict.lists.eu.consolidated import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
