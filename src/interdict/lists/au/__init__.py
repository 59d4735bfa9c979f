"""The Consolidated List of Australia's Department of Foreign Affairs and Trade."""

from interdict.lists.au.consolidated import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
