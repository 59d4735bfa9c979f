"""Sentence boundaries: newlines, abbreviations, closing quotes."""

from __future__ import annotations

import pytest

from interdict.claims.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_newline_is_a_hard_boundary() -> None:
    """A heading without a full stop does not run into the line below it."""
    assert split("PORT CITY ON ALERT\nThe harbour closed.\r\n\r\nIt reopened.") == [
        "PORT CITY ON ALERT",
        "The harbour closed.",
        "It reopened.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Treasury listed the Red Heron Front on Nov. 3 in Washington.",
        "Sen. Ada Q. Lark, Gov. Moss and Lt. Gen. Tarn met at 9 a.m. Monday in St. Petersburg.",
        "Vessel No. 4 (a.k.a. The Heron) belongs to Heron Shipping Ltd. Director Lark denied it.",
        "The carrier Walter B. Crane arrived, i.e. it docked.",
        "It cost 3.5 million, i.e. a lot of money.",
        "“Will it hold?” a reporter asked the minister.",
        "1. The group is listed under E.O. 13224 and 8 U.S.C. 1189.",
    ],
)
def test_abbreviations_do_not_end_sentences(text: str) -> None:
    """Titles, initials, months before a number, acronyms before a noun go on."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The arms were bound for the U.S.", "These boats were seized."),
        ("He was born in Nov.", "The group formed later."),
        ("They left at 9 p.m.", "It was dark."),
        ("The firm is Heron Ltd.", "Its owner fled."),
        ("Why now?", "Nobody knows."),
        ("They paid… and paid.", "Nothing came."),
        ("The minister resigned.", "al-Heron claimed the attack."),
        ("He chose plan B.", "The others left."),
    ],
)
def test_a_stop_that_is_also_an_abbreviation_can_end_a_sentence(first: str, second: str) -> None:
    """A capitalised function word after an acronym opens a new sentence."""
    assert split(f"{first} {second}") == [first, second]


def test_closing_quotes_belong_to_the_sentence_before() -> None:
    """Marks and brackets after a stop close its sentence."""
    assert split('“It is over.” She left. (He stayed.) "Now." Then rain.') == [
        "“It is over.”",
        "She left.",
        "(He stayed.)",
        '"Now."',
        "Then rain.",
    ]


def test_only_the_asked_stretch_is_split() -> None:
    """Offsets count from the start of the whole text, and nothing outside is touched."""
    text = "Skip this. Keep one. Keep two. Skip that."
    found = sentences(text, 11, 30)
    assert [text[a:b] for a, b in found] == ["Keep one.", "Keep two."]


def test_scripts_without_spaces_are_split_at_their_full_stop() -> None:
    """An ideographic full stop ends a sentence without white space after it."""
    assert split("他们来了。我们走了。") == ["他们来了。", "我们走了。"]


def test_long_runs_of_stops_and_spaces_are_read() -> None:
    """Degenerate text gives one sentence per line, however long its runs are."""
    assert split("." * 50_000) == ["." * 50_000]
    assert split("a." * 20_000) == ["a." * 20_000]
    assert len(split("A. " * 5_000)) <= 5_000
    assert split(" " * 50_000) == []
