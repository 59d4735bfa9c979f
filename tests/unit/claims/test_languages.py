"""Which language a document is read in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interdict.claims.dates import find_dates
from interdict.claims.languages import language_of, languages
from interdict.model.dates import PartialDate
from interdict.model.source import Block, Document, DocumentKind, Segment


def document(text: str, language: str | None = None) -> Document:
    return Document(
        sha256="0" * 64,
        file_name="text.txt",
        container="bare",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        language=language,
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El Consejo decidió que la lista de las organizaciones se publica en el diario.", "es"),
        ("Le Conseil a décidé que la liste des organisations est publiée dans le journal.", "fr"),
        ("O Conselho decidiu que a lista das organizações é publicada no jornal da UE.", "pt"),
        ("Der Rat hat beschlossen, dass die Liste der Organisationen in dem Amtsblatt ist.", "de"),
        ("The Council has decided that the list of organisations is to be published.", "en"),
        ("Hafenfront", "en"),
        ("", "en"),
    ],
)
def test_function_words_tell_the_language(text: str, code: str) -> None:
    """Too few of them tell nothing, and the text is read as English."""
    assert language_of(document(text)).code == code


def test_the_documents_own_language_comes_first() -> None:
    """What the reader of the container found holds, region or not; an unknown code does not."""
    doc = document("The Council has decided that the list is to be published.", "es-MX")
    assert language_of(doc).code == "es"
    assert language_of(replace(doc, language="tlh")).code == "en"


def test_every_language_has_the_words_it_needs() -> None:
    """Articles and words that tell it, at least."""
    for language in languages().values():
        assert language.articles
        assert len(language.telling) >= 20


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("es", "La designación entrará en vigor el 24 de noviembre.", "2025-11-24"),
        ("es", "Fue incluido el 24 de noviembre.", "2024-11-24"),
        ("es", "Fue incluido en febrero de 2021.", "2021-02"),
        ("fr", "Il a été inscrit le 1er mars 2019.", "2019-03-01"),
        ("fr", "Le gouvernement a inscrit le groupe jeudi.", "2025-11-13"),
        ("pt", "Foi designado em 20 de fevereiro de 2025.", "2025-02-20"),
        ("de", "Sie wird ab dem 24. November gelten.", "2025-11-24"),
        ("de", "Das geschah im Jahr 2013.", "2013"),
    ],
)
def test_dates_of_other_languages(language: str, text: str, edtf: str) -> None:
    """Days, months and years, before or after the document by the verb before them."""
    found = find_dates(text, published=PartialDate.parse("2025-11-18"), language=language)
    assert [each.edtf for each in found] == [edtf]


@pytest.mark.parametrize("text", ["Placido Domingo sang on Mars.", "The mayor of Lima sang."])
def test_english_is_read_with_english_words(text: str) -> None:
    """Names that are days or months elsewhere stay names."""
    assert find_dates(text, published=PartialDate.parse("2025-11-18")) == []
