"""The day that a text without a container says it is of."""

import pytest

from interdict.documents.own_date import own_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gull Cartel banned\nPublished: 3 July 2025, 18:42 BST\nBy A B\n", "2025-07-03"),
        ("Posted on March 5, 2025 by admin\n", "2025-03-05"),
        ("Gull Cartel banned\n\nBy Ana Ruiz\n12 December 2025\n", "2025-12-12"),
        ("Por Ana María Ruiz | Quito, 4 de septiembre de 2025\n", "2025-09-04"),
        ("Lena Voss, Brussels – 29 January 2026\n", "2026-01-29"),
        ("October 15, 2024 – Ottawa, Ontario\n", "2024-10-15"),
        ("Wednesday, March 5th 2025\n", "2025-03-05"),
        ("PORT ELIN, Feb 27, 2026 (Northwire) - The committee struck the group.", "2026-02-27"),
        ("PORT ELIN (March 5, 2025) — The department said it.", "2025-03-05"),
        ("Bogotá, 14 ene 2026 (Agencia).- El Gobierno suspendió los diálogos.", "2026-01-14"),
        ("Berlin, 3. März 2025 (dpa) - Das Ministerium verbot die Gruppe.", "2025-03-03"),
        ("Paris, le 3 mars 2025 – Le ministère a interdit le groupe.", "2025-03-03"),
        ("ELIN CITY, Feb. 20, 2025 /Wire/ -- The company denied it.", "2025-02-20"),
    ],
)
def test_heads_and_datelines_date_a_text(text: str, day: str) -> None:
    """A label, a byline, a place, a line of its own, a dateline; in five languages."""
    assert own_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The attack of 12 June 2016\n",
        "The pier shooting, 12 June 2016\n",
        "Brief history of May 19, 2010\n",
        "LONDON, July 3 - Britain banned the group.",
        "ELIN CITY (Wire) - On 3 March 2025 the council met.",
        "Published: 45 July 2025\n",
        "A long first paragraph " * 8 + "\nPublished: 3 July 2025\n",
    ],
)
def test_dates_of_events_do_not(text: str) -> None:
    """Titles, sentences, days without a year, what no calendar has, what stands below the head."""
    assert own_date(text) is None
