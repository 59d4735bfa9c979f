"""Lists of the Office of Foreign Assets Control (United States Treasury)."""

from interdict.lists.ofac.legacy import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
