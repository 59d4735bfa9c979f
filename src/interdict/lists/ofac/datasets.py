"""OFAC's two lists, the formats they are published in, and what the files are called.

Source: OFAC, Sanctions List Service (sanctionslist.ofac.treas.gov), file downloads.
"""

from __future__ import annotations

import re

from interdict.model.source import Dataset

PARTS = ("entries", "aliases", "addresses", "comments", "details")
"""The four delimited files, and what only richer formats say (`details`)."""

_LICENCE = "Work of the United States government: public domain"
_PUBLISHER = "United States Department of the Treasury, Office of Foreign Assets Control"

DATASETS = (
    Dataset(
        name="us_ofac_sdn",
        title="Specially Designated Nationals and Blocked Persons List",
        publisher=_PUBLISHER,
        url="https://sanctionslist.ofac.treas.gov/Home/SdnList",
        licence=_LICENCE,
        parts=PARTS,
        primary="entries",
        issuer="US-TREASURY",
        aliases=("ofac", "ofac_sdn", "sdn"),
    ),
    Dataset(
        name="us_ofac_cons",
        title="Consolidated (non-SDN) Sanctions List",
        publisher=_PUBLISHER,
        url="https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList",
        licence=_LICENCE,
        parts=PARTS,
        primary="entries",
        issuer="US-TREASURY",
        aliases=("ofac_cons",),
    ),
)

CSV_STEMS = {
    "us_ofac_sdn": {"sdn": 0, "alt": 1, "add": 2, "sdn_comments": 3},
    "us_ofac_cons": {"cons_prim": 0, "cons_alt": 1, "cons_add": 2, "cons_comments": 3},
}
"""Dataset -> name of a delimited file without its ending -> which part it is."""

XML_STEMS = {
    "us_ofac_sdn": ("sdn", "sdn_xml", "sdn_advanced", "sdn_enhanced"),
    "us_ofac_cons": (
        *("consolidated", "consolidated_xml", "cons", "cons_xml"),
        *("cons_advanced", "cons_enhanced"),
    ),
}
"""Dataset -> names of an XML file, or of the archive that holds it, without the ending."""

FILES = {
    name: ", ".join(f"{stem}.csv" for stem in CSV_STEMS[name])
    + "; or one of "
    + ", ".join(f"{stem}.xml" for stem in XML_STEMS[name])
    + " (or .zip; a date may follow the stem)"
    for name in CSV_STEMS
}
"""What the files of a dataset are called, for messages."""

_FILE_NAME = re.compile(r"(.+?)(?:[_-]\d{4}-?\d{2}-?\d{2})?\.(csv|xml|zip)$")


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """The part that a file is, by its name alone: `sdn.csv`, `sdn_2021-08-18.csv`, `alt.csv`.

    An XML file holds all parts; it is claimed as the entries, since it cannot lack them.
    """
    found = _FILE_NAME.match(name.lower())
    if found is None:
        return None
    stem, ending = found.groups()
    if ending != "csv":
        return "entries" if stem in XML_STEMS[dataset.name] else None
    position = CSV_STEMS[dataset.name].get(stem)
    return None if position is None else PARTS[position]
