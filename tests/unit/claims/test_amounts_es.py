"""Amounts in Spanish prose."""

from __future__ import annotations

import pytest

from interdict.claims.amounts_es import find_spanish_amounts


@pytest.mark.parametrize(
    ("before", "words", "low", "high", "unit", "qualifier"),
    [
        ("con ", "unos 9.000 integrantes", 8100, 9900, "integrantes", "about"),
        ("", "al menos 17 de los 32 puertos", 17, None, "puertos", "at_least"),
        ("", "más de mil doscientas personas", 1200, None, "personas", "more_than"),
        ("murieron ", "treinta y cuatro soldados", 34, 34, "soldados", "exact"),
        ("ofrece ", "hasta cinco millones de dólares", 0, 5e6, "USD", "at_most"),
        ("", "un millón y medio de euros", 1.5e6, 1.5e6, "EUR", "exact"),
        ("pagó ", "US$25 millones", 25e6, 25e6, "USD", "exact"),
        ("con ", "entre 2.000 y 3.000 barcos", 2000, 3000, "barcos", "about"),
        ("", "decenas de civiles", 20, None, "civiles", "vague"),
        ("rebaja la cifra a ", "7.500", 7500, 7500, "", "exact"),
        ("", "dos mil quinientos barcos", 2500, 2500, "barcos", "exact"),
    ],
)  # fmt: skip
def test_an_amount_has_its_interval(
    before: str, words: str, low: float, high: float | None, unit: str, qualifier: str
) -> None:
    """Digits with points, words, limits before them, and what they count."""
    text = f"{before}{words}."
    (found,) = find_spanish_amounts(text, 0, len(text))
    assert text[found.start : found.end] == words
    quantity = found.quantity
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)
    assert quantity.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "en 2006", "el 30 de noviembre de 2021", "cumple 45 años de cárcel", "el artículo 219 rige",
        "una banda", "durante tres meses", "el 12 por ciento", "dos de mayo",
    ],
)  # fmt: skip
def test_dates_and_times_are_no_amounts(text: str) -> None:
    """Nor are years, articles of a law, and "una"."""
    assert find_spanish_amounts(text, 0, len(text)) == []


def test_a_figure_without_its_noun_counts_behind_a_verb_of_reckoning() -> None:
    """ "Calcula entre 8.000 y 10.000" is a range of what was spoken of before."""
    text = "La policía calcula entre 8.000 y 10.000."
    (found,) = find_spanish_amounts(text, 0, len(text))
    assert (found.quantity.low, found.quantity.high) == (8000.0, 10000.0)
    assert find_spanish_amounts("Está entre 8.000 y 10.000.", 0, 26) == []
