"""Document bytes become a `model.source.Document`; one file per container in `containers`."""

from interdict.documents.catalog import Readings, read_document, read_documents
from interdict.documents.source import Bundle, Head, Reader, Source

__all__ = [
    "Bundle",
    "Head",
    "Reader",
    "Readings",
    "Source",
    "read_document",
    "read_documents",
]
