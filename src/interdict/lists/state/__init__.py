"""Lists of the United States Department of State."""

from interdict.lists.state.fto import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
