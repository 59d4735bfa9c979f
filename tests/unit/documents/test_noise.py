"""Noise among paragraphs, and sentences that must not pass for it."""

from __future__ import annotations

import pytest

from interdict.documents.noise import byline_authors, in_capitals, line_noise, n_words, phrases


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "advert"),
        ("ADVERTISEMENT", "advert"),
        ("Advertisement - scroll for more", "advert"),
        ("ALSO READ: The Order at sea", "also_read"),
        ("ALSO READ | The Order at sea", "also_read"),
        ("Also read: The Order at sea", "also_read"),
        ("**Related stories:** one", "also_read"),
        ("Share this article", "share"),
        ("Share on Facebook", "share"),
        ("Tweet", "share"),
        ("Follow us on Twitter", "share"),
        ("Sign up for our weekly newsletter", "share"),
        ("Advertisement of the Order's goals is forbidden.", None),
        ("Advertisements paid for the march.", None),
        ("Also read out in court was a letter of the Order.", None),
        ("Read more slowly, the judge told him.", None),
        ("Share prices fell on Monday.", None),
        ("Print is dead, he said.", None),
        ("Related groups were listed, too.", None),
    ],
)
def test_whole_lines(line: str, kind: str | None) -> None:
    """Only a line that is nothing else is noise; a sentence with the same words is not."""
    assert line_noise(line) == kind


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Quill and Tom Brook", ("Ada Quill", "Tom Brook")),
        ("*By Ada Quill*", ("Ada Quill",)),
        ("BY ADA QUILL", ("ADA QUILL",)),
        ("By Monday the port was quiet again.", ()),
        ("Ada Quill", ()),
    ],
)
def test_bylines_are_nothing_but_names(line: str, authors: tuple[str, ...]) -> None:
    """A line is a byline if names are all that follows `By`."""
    assert byline_authors(line) == authors


def test_phrases_leave_the_rest_of_the_line() -> None:
    """The opener counts at the start only; an inline advert anywhere."""
    opener = "Here’s what you need to know: "
    assert phrases(opener + "it stands.") == [(0, len(opener), "opener")]
    assert phrases("He says: here's what you need to know: it stands.") == []
    line = "It stands. Advertisement - scroll to continue He left."
    [(start, end, kind)] = phrases(line)
    assert (line[start:end], kind) == ("Advertisement - scroll to continue", "advert")


def test_capitals_and_words() -> None:
    """Capitals need a capital letter and no small one; words need a letter or a digit."""
    assert in_capitals("THE ORDER: 21 STRIKES, NO WORD")
    assert not in_capitals("The ORDER")
    assert not in_capitals("21 — 83")
    assert not in_capitals("محمد")
    assert n_words("THE ORDER — 21 STRIKES") == 4
