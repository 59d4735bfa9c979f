"""Reads the regimes' files and refuses what does not mean what it must.

`load_regimes` reads the files of the package; `regimes_of` reads any (name, bytes) pairs and
touches nothing else. The result is immutable and carries a digest of everything that was
read, which receipts keep. An error names the file, the place in the document
(`effects[2].addressee`) and what is allowed there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from interdict.errors import InvalidInput, NotFound
from interdict.regimes import compiled
from interdict.regimes.parsing import parse_regime
from interdict.regimes.regime import ListTag, Regime

_EXAMPLES = ("US-FTO", "UN-1267", "EU-TERR", "GB-PROSCRIBED")


@dataclass(frozen=True, eq=False, slots=True)
class Regimes(Mapping[str, Regime]):
    """All regimes by key, in the order of their keys.

    `digest` is the SHA-256 over names and contents of all files that were read.
    """

    by_key: Mapping[str, Regime]
    tags: Mapping[tuple[str, str], tuple[str, ListTag]]
    digest: str

    def __getitem__(self, key: str) -> Regime:
        return self.by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_key)

    def __len__(self) -> int:
        return len(self.by_key)

    def named(self, key: str) -> Regime:
        """The regime under `key`, written as users write it (case does not matter).

        Raises:
            NotFound: if there is none; the message names some that are like it.
        """
        regime = self.by_key.get(key.strip().upper())
        if regime is None:
            like = get_close_matches(key.strip().upper(), self.by_key, n=5, cutoff=0.5)
            known = f"Like it: {', '.join(like)}" if like else f"Such as {', '.join(_EXAMPLES)}"
            raise NotFound(f"no programme {key!r}. {known}. All: interdict regime list")
        return regime

    def by_tag(self, dataset: str, tag: str) -> Regime | None:
        """The regime that an official list marks with that tag; None if no file claims it."""
        found = self.tags.get((dataset, tag))
        return None if found is None else self.by_key[found[0]]

    def list_tag(self, dataset: str, tag: str) -> ListTag | None:
        """How a regime reads that tag of a list; None if no file claims it."""
        found = self.tags.get((dataset, tag))
        return None if found is None else found[1]

    def key_of(self, programme: str) -> str:
        """The regime's key for a programme written as `DATASET:TAG`; itself if none claims it.

        A record that was compiled before a programme was known as data names it by its tag.
        """
        dataset, _, tag = programme.partition(":")
        found = self.tags.get((dataset, tag))
        return programme if found is None else found[0]


def load_regimes() -> Regimes:
    """Reads every regime that comes with the package. Keep the result; it is not cached here.

    Raises:
        InvalidInput: if a file does not hold what it must.
    """
    contents, shared = files_of_package()
    kept = files("interdict.regimes").joinpath(compiled.FILE)
    if kept.is_file():
        digest = compiled.digest_of_files(contents, shared)
        found = compiled.from_json(kept.read_text("utf-8"), digest)
        if found is not None:
            return _regimes(found)
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
    return _regimes([parse_regime(name, contents[name], shared) for name in sorted(contents)])


def _regimes(found: Iterable[Regime]) -> Regimes:
    """Regimes by key and by list tag, with their digest."""
    by_key: dict[str, Regime] = {}
    tags: dict[tuple[str, str], tuple[str, ListTag]] = {}
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
                    f"{list_tag.dataset} belongs to {tags[claimed][0]} already. Keep it in one of "
                    "the two files."
                )
            tags[claimed] = (regime.key, list_tag)
    return Regimes(dict(sorted(by_key.items())), tags, digest.hexdigest())
