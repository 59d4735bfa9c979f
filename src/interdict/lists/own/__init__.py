"""A list of your own: any file of parties."""

from interdict.lists.own.parties import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
