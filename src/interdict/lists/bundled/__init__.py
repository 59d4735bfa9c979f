"""The record that comes with Interdict: designations compiled from cited sources."""

from interdict.lists.bundled.statements import DATASETS, claims_file, parse

__all__ = ["DATASETS", "claims_file", "parse"]
