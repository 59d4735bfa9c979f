"""The Consolidated Canadian Autonomous Sanctions List."""

from interdict.lists.ca.autonomous import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
