"""A list of your own: any file of parties."""

from interdict.lists.own.parties import (
    DATASETS,
    FILES,
    MAPPED,
    NAMED,
    claims_file,
    mapping_of,
    parse,
)

__all__ = ["DATASETS", "FILES", "MAPPED", "NAMED", "claims_file", "mapping_of", "parse"]
