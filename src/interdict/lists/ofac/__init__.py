"""Lists of the Office of Foreign Assets Control (United States Treasury)."""

from interdict.lists.ofac.datasets import DATASETS, FILES, claims_file
from interdict.lists.ofac.formats import parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
