"""Which language a document is read in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interdict.claims.dates import find_dates
from interdict.claims.durations_abroad import find_durations_abroad
from interdict.claims.extract import extract
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


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("es", "Ocurrió este martes.", "2025-11-18"),
        ("es", "Ocurrió el lunes pasado.", "2025-11-17"),
        ("es", "Será el próximo jueves.", "2025-11-20"),
        ("es", "Está en la lista desde 1997.", "1997/.."),
        ("es", "Rige desde hoy.", "2025-11-18/.."),
        ("es", "Se publicará esta misma semana.", "2025-11-17/2025-11-23"),
        ("es", "Cayó la semana pasada.", "2025-11-10/2025-11-16"),
        ("es", "Cayó hace dos semanas.", "2025-11-04~"),
        ("es", "Cayó hace tres años.", "2022"),
        ("es", "Cayó a finales de 2023.", "2023"),
        ("es", "El congreso fue del 5 al 7 de mayo de 2021.", "2021-05-05/2021-05-07"),
        ("es", "Actuó entre 2018 y 2023.", "2018/2023"),
        ("es", "Actuó antes de 2010.", "../2010"),
        ("fr", "Il est tombé la semaine dernière.", "2025-11-10/2025-11-16"),
        ("fr", "Il est tombé il y a deux ans.", "2023"),
        ("fr", "Il est sur la liste depuis 2019.", "2019/.."),
        ("pt", "Caiu na semana passada.", "2025-11-10/2025-11-16"),
        ("pt", "Está na lista desde 2019.", "2019/.."),
        ("de", "Er fiel vergangene Woche.", "2025-11-10/2025-11-16"),
        ("de", "Sie steht seit 2019 auf der Liste.", "2019/.."),
        ("de", "Er fiel vor zwei Jahren.", "2023"),
    ],
)
def test_relative_times_of_other_languages(language: str, text: str, edtf: str) -> None:
    """Seen from the document's day."""
    found = find_dates(text, published=PartialDate.parse("2025-11-18"), language=language)
    assert [each.edtf for each in found] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Fue el 30 de noviembre de 2021, el mismo día del acuerdo.", "2021-11-30"),
        ("Entró en 1997 y salió cuatro años después.", "2001"),
        ("Entró en 2010. En abril de ese año salió.", "2010-04"),
    ],
)
def test_spanish_counts_from_the_date_before(text: str, edtf: str) -> None:
    """As in English, from the date last named."""
    found = find_dates(text, published=PartialDate.parse("2025-11-18"), language="es")
    assert found[-1].edtf == edtf


@pytest.mark.parametrize(
    "text", ["La paz fue mañana y tarde.", "Hizo sol en el mar.", "Fue en serio."]
)
def test_spanish_words_that_are_no_times(text: str) -> None:
    """Nothing is read into them."""
    assert find_dates(text, published=PartialDate.parse("2025-11-18"), language="es") == []


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("es", "El plazo es de 45 días.", ["P45D"]),
        ("es", "Se revisa cada seis meses.", ["P6M"]),
        ("es", "Duró más de dos años.", ["P>2Y"]),
        ("es", "Fue dos meses después de la paz.", ["P2M"]),
        ("es", "Cayó hace dos meses.", []),
        ("es", "Cayó dos meses después.", ["P2M"]),
        ("es", "Se aplazó un mes la cumbre.", ["P1M"]),
        ("es", "Fue un mes caluroso.", []),
        ("es", "La tregua duró un mes.", ["P1M"]),
        ("es", "Manda desde hace casi diez años.", []),
        ("es", "Lleva casi diez años en la lista.", ["P<10Y"]),
        ("es", "Cumple 45 años de cárcel.", []),
        ("fr", "Le délai est de trente jours.", ["P30D"]),
        ("pt", "O prazo é de dois anos.", ["P2Y"]),
        ("de", "Die Frist beträgt drei Monate.", ["P3M"]),
    ],
)
def test_lengths_of_time_of_other_languages(language: str, text: str, iso: list[str]) -> None:
    """A term of punishment is none; what counts from a day is a date first (`find_dates`)."""
    assert [found.iso for found in find_durations_abroad(text, language)] == iso


def test_a_gang_named_after_somebody_is_a_group() -> None:
    """ "La banda de Juan Luna" was listed, not Juan Luna."""
    told = "Canadá incluyó el lunes a la banda de Juan Luna en su lista de entidades terroristas."
    subjects = {c.subject for c in extract(document(told, "es")) if "designation" in c.kind}
    assert subjects == {"banda de Juan Luna"}
