"""Claims that a language model proposes for documents of a workspace, beside those of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from interdict.claims.backends.proposing import Complete, Merged, Proposed, merged, propose
from interdict.logs import log
from interdict.model.source import Document
from interdict.reconcile.ground import ground
from interdict.workspace.documents import Attested
from interdict.workspace.linking import link
from interdict.workspace.reading import without_text
from interdict.workspace.root import Workspace


@dataclass(frozen=True, slots=True)
class ProposedDocument:
    """What a model proposed for one document, and what both together make of it."""

    document: Document
    proposed: Proposed
    merged: Merged


class Proposals:
    """Asks a model about documents.

    Args:
        workspace: whose names of parties and programmes are used.
        complete: the model.
    """

    def __init__(self, workspace: Workspace, complete: Complete) -> None:
        self._workspace = workspace
        self._complete = complete

    def of(
        self, paths: Sequence[Path], attested: Attested, *, record: bool = False
    ) -> Iterator[ProposedDocument]:
        """Proposals for each document of some files; with `record`, both kinds of claims are held.

        A document that is held already gets a new reading, which stands in place of the old one
        for later `held_at`. Each document is one transaction, written only once it is verified.

        Raises:
            ReadError: at the first file that cannot be read.
            InvalidInput: if a path does not exist, or a reply is not of the form asked for.
            ConfigError: if the model cannot be asked.
        """
        documents = self._workspace.documents
        known = documents.extraction
        for document, claims in documents.claims(paths, attested):
            found = propose(
                document, self._complete, gazetteer=known.gazetteer, regimes=known.regimes
            )
            both = merged(claims, found.claims)
            if record:
                self._write(document, both)
            yield ProposedDocument(document, found, both)
        if record:
            link(self._workspace, documents.names)

    def _write(self, document: Document, both: Merged) -> None:
        grounded = ground(document, both.claims)
        if self._workspace.config.spans_only:
            document = without_text(document)
        with self._workspace.store.write("propose", document.file_name) as writer:
            writer.add_document(document, grounded.claims, grounded.statements)
        log("document.proposed", file=document.file_name, added=len(both.added))
