"""The European Union's consolidated list of financial sanctions (FSF), in its XML.

An entry's id is its EU reference number (`EU.2026.82`): the number that is printed in the
publications of the list, and unchanged between all editions seen. A party that several
programmes list stands once for each of them, under the same number.

Source: European Commission, "Consolidated financial sanctions list", XML schema 1.1
(http://eu.europa.ec/fpi/fsd/export).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from interdict.errors import ReadError
from interdict.lists.eu.entry import NAMESPACE, Entry, Values, local
from interdict.lists.parsing import Output, PartOutput, SourceFile
from interdict.lists.safe_xml import elements, line_of, text_of
from interdict.lists.whole_xml import parse_whole_xml
from interdict.model.source import Dataset

if TYPE_CHECKING:
    from lxml import etree

ROOT = f"{{{NAMESPACE}}}export"

DATASETS = (
    Dataset(
        name="eu_fsf",
        title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
        publisher="European Commission, Directorate-General FISMA",
        url="https://webgate.ec.europa.eu/fsd/fsf",
        licence="European Commission reuse policy: CC BY 4.0",
        parts=("entries",),
        primary="entries",
        issuer="EU-COUNCIL",
        aliases=("eu", "fsf"),
    ),
)

FILES = {"eu_fsf": "the XML file of the consolidated list, schema 1.1 (<export>)"}
"""What the files of a dataset are called, for messages."""


def claims_file(dataset: Dataset, name: str, head: bytes) -> str | None:
    """Any XML file, or one that starts as the list does whatever its name."""
    return "entries" if name.endswith(".xml") or NAMESPACE.encode() in head else None


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the list.

    Raises:
        ReadError: if the file is cut off, not well-formed, another list's, or has no entries.
    """
    (file,) = files
    root = parse_whole_xml(file, root=ROOT)
    part = out.part("entries", file)
    _edition(root, part, out)
    n_entries = 0
    for element in elements(root):
        if local(element) != "sanctionEntity":
            part.signal("drift", f"element {local(element)}", text_of(element), line_of(element))
            continue
        Entry(dataset, element, part, file).read()
        n_entries += 1
    if not n_entries:
        raise ReadError("the list holds no entries.", file=file.name, hint="Fetch it again.")


def _edition(root: etree._Element, part: PartOutput, out: Output) -> None:
    for name, value in Values(root).rest():
        if name not in ("generationDate", "globalFileId"):
            part.signal("drift", f"export/@{name}", value, line_of(root))
    text = str(root.get("generationDate", "")).strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        part.signal("drift", "generationDate", text or "(none)", line_of(root))
        return
    if moment.tzinfo is None:
        part.signal("drift", "generationDate without a zone", text, line_of(root))
        moment = moment.replace(tzinfo=UTC)
    out.edition(moment)
