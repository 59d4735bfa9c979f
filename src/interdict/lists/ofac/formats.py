"""Which of OFAC's formats an edition is in: delimited files, or one XML file of three kinds."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.errors import InvalidInput, ReadError
from interdict.lists.ofac import advanced, classic, edition, enhanced, legacy
from interdict.lists.ofac.archive import unpacked
from interdict.lists.ofac.strict_xml import NAMESPACES, read_root
from interdict.lists.parsing import Output, SourceFile
from interdict.model.source import Dataset


def parse(dataset: Dataset, files: Sequence[SourceFile], out: Output) -> None:
    """Reads the files of one edition, in whichever format.

    Raises:
        InvalidInput: if an XML file, which holds a whole edition, comes with other files.
        ReadError: if a file is not what its name says, with the line.
    """
    whole = [file for file in files if not file.base_name.endswith(".csv")]
    if not whole:
        legacy.parse(dataset, files, out)
        return
    if len(files) > 1:
        others = ", ".join(file.name for file in files if file is not whole[0])
        raise InvalidInput(
            f"{dataset.name}: {whole[0].name} holds a whole edition. Load it without {others}."
        )
    _parse_xml(dataset, whole[0], out)


def _parse_xml(dataset: Dataset, file: SourceFile, out: Output) -> None:
    root, namespace = read_root(unpacked(file))
    part = out.part("entries", file)
    if namespace not in NAMESPACES[str(root.tag)]:
        part.signal("drift", "namespace", namespace, 1)
    if root.tag == "sdnList":
        out.edition(classic.published(root, file))
        entries = classic.read(root, part, file)
    elif root.tag == "sanctionsData":
        enhanced.check(root, dataset, file)
        out.edition(enhanced.published(root, file))
        entries = enhanced.read(root, part, file)
    else:
        out.edition(advanced.published(root, file))
        entries = advanced.read(root, part, file)
    if not entries:
        raise ReadError("a list without entries.", file=file.name, hint="Fetch it again.")
    details = root.tag != "sdnList"
    edition.write(dataset, file, out, (part, entries), details=details)
