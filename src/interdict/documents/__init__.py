"""Document bytes become a `model.source.Document`; one file per container in `containers`."""

from interdict.documents.catalog import read_document
from interdict.documents.source import Head, Reader, Source

__all__ = ["Head", "Reader", "Source", "read_document"]
