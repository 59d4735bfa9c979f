"""`Regimes`: every programme that is known as data, by key and by the tags of official lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from interdict.errors import NotFound

if TYPE_CHECKING:
    from interdict.regimes.regime import ListTag, Regime

_EXAMPLES = ("US-FTO", "UN-1267", "EU-TERR", "GB-PROSCRIBED")

Tag = tuple[str, str]
"""A dataset, and how it marks those listed under one of its programmes."""


@dataclass(frozen=True, eq=False, slots=True)
class Regimes(Mapping[str, "Regime"]):
    """All regimes by key, in the order of their keys.

    Args:
        by_key: the regimes; each may be built when it is first asked for.
        tags: the key that claims a tag.
        announcing: tags that mark what is still to come.
        official_lists: every dataset whose editions establish a programme.
        digest: SHA-256 over names and contents of all files that were read.
    """

    by_key: Mapping[str, Regime]
    tags: Mapping[Tag, str]
    announcing: frozenset[Tag]
    official_lists: frozenset[str]
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
        key = self.tags.get((dataset, tag))
        return None if key is None else self.by_key[key]

    def list_tag(self, dataset: str, tag: str) -> ListTag | None:
        """How a regime reads that tag of a list; None if no file claims it."""
        regime = self.by_tag(dataset, tag)
        if regime is None:
            return None
        return next(one for one in regime.list_tags if (one.dataset, one.tag) == (dataset, tag))

    def key_of(self, programme: str) -> str:
        """The regime's key for a programme written as `DATASET:TAG`; itself if none claims it.

        A record that was compiled before a programme was known as data names it by its tag.
        """
        dataset, _, tag = programme.partition(":")
        return self.tags.get((dataset, tag), programme)
