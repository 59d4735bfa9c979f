"""The sanctions list of Switzerland's State Secretariat for Economic Affairs."""

from interdict.lists.ch.seco import DATASETS, FILES, claims_file, parse

__all__ = ["DATASETS", "FILES", "claims_file", "parse"]
