"""Guessing the language."""

from __future__ import annotations

import pytest

from interdict.documents.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Order has been on the list of the ministry since the spring of that year."),
        ("es", "La orden está en la lista del ministerio desde la primavera y no se ha ido."),
        ("fr", "Le ministère a mis l'ordre sur la liste des groupes qui ne sont pas permis."),
        ("pt", "O ministério pôs a ordem na lista dos grupos que não são permitidos ao país."),
        (
            "de",
            "Das Ministerium hat den Orden auf die Liste der Gruppen gesetzt, die es nicht mag.",
        ),
    ],
)
def test_function_words_tell_the_language(language: str, text: str) -> None:
    """One ordinary sentence is enough for the five languages."""
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Order was listed.",
        "Orden znajduje się na liście ministerstwa od wiosny tego roku i nie został z niej zdjęty.",
        "Iron Heron, Marsh Lantern, Ostvale Harbour, Valdoria, Casimir Rook, Ada Quill, Tom Brook",
        "министерство внесло орден в список групп, которые не разрешены в этой стране с весны",
    ],
)
def test_unsure_is_none(text: str) -> None:
    """Too few words, names alone, or another language: no guess."""
    assert guess_language(text) is None
