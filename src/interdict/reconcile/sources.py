"""How many independent sources some claims have: reprints and shared passages count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from interdict.model.claim import Claim
from interdict.reconcile.families import MANY, families, fingerprints, unite

FEWEST_SHARED = 2
"""Fingerprints that two documents must share to tell one story."""


class Sources:
    """Families of documents and of the passages in which claims stand.

    Args:
        texts: what each document says, by its id.
        claims: claims of these documents.
    """

    def __init__(self, texts: Mapping[str, str], claims: Iterable[Claim]) -> None:
        self._documents = families(texts)
        self._passages = families({claim.id: claim.quote for claim in claims})
        self._texts = texts

    def document(self, document_id: str) -> str:
        """The family of a document; itself where its text is not at hand."""
        return self._documents.get(document_id, document_id)

    def count(self, claims: Iterable[Claim]) -> int:
        """Independent sources of some claims.

        A document that says it in words of its own is a source; one that only carries a passage
        which others carry too is one with them.
        """
        carried: dict[str, set[str]] = {}
        for claim in claims:
            document = self.document(claim.document_id or claim.doc)
            carried.setdefault(document, set()).add(self._passages.get(claim.id, claim.id))
        holders: dict[str, set[str]] = {}
        for document, passages in carried.items():
            for passage in passages:
                holders.setdefault(passage, set()).add(document)
        shared = {passage for passage, held in holders.items() if len(held) > 1}
        own = {document for document, passages in carried.items() if passages - shared}
        repeated = {passage for passage in shared if holders[passage] & own}
        rest = {d: p for d, p in carried.items() if d not in own and not p & repeated}
        pairs = [
            (left, right)
            for left in rest
            for right in rest
            if left < right and rest[left] & rest[right]
        ]
        return len(own) + len(set(unite(rest, pairs).values()))

    def stories(self) -> dict[str, set[str]]:
        """For each document, the others that share a passage with it."""
        holders: dict[int, list[str]] = {}
        for document, text in self._texts.items():
            for mark in fingerprints(text):
                holders.setdefault(mark, []).append(document)
        shared: dict[tuple[str, str], int] = {}
        for group in holders.values():
            if 1 < len(group) <= MANY:
                for left in group:
                    for right in group:
                        if left != right:
                            shared[left, right] = shared.get((left, right), 0) + 1
        found: dict[str, set[str]] = {}
        for (left, right), n in shared.items():
            if n >= FEWEST_SHARED:
                found.setdefault(left, set()).add(right)
        return found
