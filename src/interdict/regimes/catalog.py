"""Reads the regimes' files and refuses what does not mean what it must.

`load_regimes` reads the files of the package; `regimes_of` reads any (name, bytes) pairs and
touches nothing else. The result is immutable and carries a digest of everything that was
read, which receipts keep. An error names the file, the place in the document
(`effects[2].addressee`) and what is allowed there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput
from interdict.regimes import compiled
from interdict.regimes.known import Regimes, Tag

if TYPE_CHECKING:
    from interdict.regimes.regime import Regime


def load_regimes() -> Regimes:
    """Reads every regime that comes with the package. Keep the result; it is not cached here.

    Raises:
        InvalidInput: if a file does not hold what it must.
    """
    contents, shared = files_of_package()
    kept = files("interdict.regimes").joinpath(compiled.FILE)
    if kept.is_file():
        digest = compiled.digest_of_files(contents, shared)
        found = compiled.from_lines(kept.read_text("utf-8"), digest)
        if found is not None:
            return found
    return regimes_of(contents, shared)


def files_of_package() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Files of the regimes by name, and the shared ones by name without `.yml`."""
    package = files("interdict.regimes")
    shared = _read(package.joinpath("shared"))
    return _read(package.joinpath("data")), {
        name.removesuffix(".yml"): content for name, content in shared.items()
    }


def _read(folder: Traversable) -> dict[str, bytes]:
    found = [item for item in folder.iterdir() if item.name.endswith(".yml")]
    return {item.name: item.read_bytes() for item in found}


def regimes_of(contents: Mapping[str, bytes], shared: Mapping[str, bytes] | None = None) -> Regimes:
    """Reads regimes from files given as name -> bytes; the order given does not matter.

    Args:
        contents: one file for each regime.
        shared: files that these may take in by `uses`, by name without `.yml`.

    Raises:
        InvalidInput: if a file does not hold what it must, or two claim one list tag.
    """
    from interdict.regimes.parsing import parse_regime  # needs what the compiled form does not

    return _regimes([parse_regime(name, contents[name], shared) for name in sorted(contents)])


def _regimes(found: Iterable[Regime]) -> Regimes:
    """Regimes by key and by list tag, with their digest.

    Raises:
        InvalidInput: if two claim one list tag.
    """
    by_key: dict[str, Regime] = {}
    tags: dict[Tag, str] = {}
    announcing: set[Tag] = set()
    lists: set[str] = set()
    digest = sha256()
    # By key, so that the digest is one, whichever form they were read from.
    for regime in sorted(found, key=lambda one: one.key):
        by_key[regime.key] = regime
        digest.update(f"{regime.key.lower()}.yml\0{regime.data_hash}\n".encode())
        for list_tag in regime.list_tags:
            claimed = (list_tag.dataset, list_tag.tag)
            if claimed in tags:
                raise InvalidInput(
                    f"{regime.key.lower()}.yml, list_tags: the tag {list_tag.tag!r} of "
                    f"{list_tag.dataset} belongs to {tags[claimed]} already. Keep it in one of "
                    "the two files."
                )
            tags[claimed] = regime.key
            if list_tag.announces:
                announcing.add(claimed)
        lists.update(regime.official_lists)
    return Regimes(by_key, tags, frozenset(announcing), frozenset(lists), digest.hexdigest())
