"""Bodies into passages."""

from __future__ import annotations

import pytest

from interdict.documents.body import Style, announces, read_body


def _blocks(raw: str, style: Style = Style.NEWS) -> list[tuple[str, str]]:
    body = read_body(raw, 0, len(raw), style)
    return [(passage.kind, passage.text) for passage in body.passages]


def _noise(raw: str, style: Style = Style.NEWS) -> list[tuple[str, str]]:
    body = read_body(raw, 0, len(raw), style)
    return [(kind, raw[start:end]) for start, end, kind in body.noise]


def test_a_line_is_a_paragraph() -> None:
    """Every line that is not blank is one, whatever the newline; blanks around it are cut."""
    raw = "One.\r\n\r\n \tTwo. \n\n\nThree.\rFour.\u2028Five."
    assert _blocks(raw) == [("paragraph", f"{n}.") for n in "One Two Three Four Five".split()]


def test_offsets_are_of_the_whole_raw_text() -> None:
    """A body inside a larger text is read in place."""
    raw = "header\nOne.\nTwo.\ntrailer"
    body = read_body(raw, 7, 17, Style.NEWS)
    assert [passage.runs[0].raw_start for passage in body.passages] == [7, 12]


CAPITALS = "THE ORDER SAILS ALONG THE COAST"
PROSE = "It is quiet.\nIt is quiet still.\n"


@pytest.mark.parametrize(
    ("style", "blocks", "noise"),
    [
        (Style.NEWS, [], [("promo", CAPITALS)]),
        (Style.PLAIN, [("heading", CAPITALS)], []),
        (Style.NOTICE, [("heading", CAPITALS)], []),
    ],
)
def test_capitals_are_links_in_news_and_headings_elsewhere(
    style: Style, blocks: list[tuple[str, str]], noise: list[tuple[str, str]]
) -> None:
    """Five or more words in capitals: noise in an article, a heading in a release or notice."""
    assert _blocks(PROSE + CAPITALS, style)[2:] == blocks
    assert _noise(PROSE + CAPITALS, style) == noise


def test_few_capitals_are_a_heading_in_news() -> None:
    """Fewer than five words in capitals head a section."""
    assert _blocks(PROSE + "THE ORDER AT SEA")[2:] == [("heading", "THE ORDER AT SEA")]


def test_a_text_in_capitals_throughout_is_a_text() -> None:
    """A wire text without small letters is read, not thrown away."""
    raw = "THE ORDER WAS LISTED ON MONDAY.\nTHE MINISTER SAID SO IN OSTVALE."
    assert [kind for kind, _ in _blocks(raw)] == ["paragraph", "paragraph"]
    assert _noise(raw) == []


def test_somebody_who_shouts_is_quoted() -> None:
    """Capitals set off as a quotation, or in quotation marks, are somebody's words."""
    raw = PROSE + "The leader wrote:\nWE WILL NEVER LEAVE THIS COAST!\n“NEVER IN A HUNDRED YEARS!”"
    assert _blocks(raw)[3:] == [
        ("blockquote", "WE WILL NEVER LEAVE THIS COAST!"),
        ("paragraph", "“NEVER IN A HUNDRED YEARS!”"),
    ]
    assert _noise(PROSE + "The leader wrote:\nSEE ALL PICTURES OF THE MARCH")[0][0] == "promo"


def test_a_long_passage_in_capitals_is_no_heading() -> None:
    """More than twenty words in capitals in a release are a paragraph."""
    raw = PROSE + "NO " * 21
    assert _blocks(raw, Style.PLAIN)[2][0] == "paragraph"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The ministry announced the listing on Monday:", True),
        ("It was late. The minister told reporters:", True),
        ("The notice states:", True),
        ("According to the release:", True),
        ("He said little. These are the ports:", False),
        ("The listing binds three states:", False),
        ("The following firms are blocked:", False),
        ("The minister said so.", False),
    ],
)
def test_what_announces_a_quotation(paragraph: str, expected: bool) -> None:
    """A colon after a sentence whose verb is one of saying."""
    assert announces(paragraph) is expected


def test_only_the_next_paragraph_is_set_off() -> None:
    """One paragraph after the colon is quoted, and none that is in quotation marks anyway."""
    raw = "The minister said:\nThe Order is listed.\nIt was quiet.\nHe added:\n“It is.”"
    assert [kind for kind, _ in _blocks(raw)] == [
        "paragraph",
        "blockquote",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_noise_does_not_come_between_a_colon_and_its_quotation() -> None:
    """An advertisement there changes nothing."""
    raw = "The minister said:\nAdvertisement\nThe Order is listed."
    assert _blocks(raw)[1] == ("blockquote", "The Order is listed.")


def test_markdown_marks_are_not_text() -> None:
    """The marks of headings and quotations are noise; what they mark is read."""
    raw = "## On the Order\n> > Set off.\n#1 on the list"
    assert _blocks(raw) == [
        ("heading", "On the Order"),
        ("blockquote", "Set off."),
        ("paragraph", "#1 on the list"),
    ]
    assert _noise(raw) == [("markup", "## "), ("markup", "> > ")]


def test_a_byline_gives_authors() -> None:
    """A byline among the first three lines names the authors; later it is a line like any."""
    raw = "It is quiet.\nBy Ada Quill\nStill."
    assert read_body(raw, 0, len(raw), Style.NEWS).authors == ("Ada Quill",)
    assert _noise(raw) == [("byline", "By Ada Quill")]
    late = PROSE + "Still.\nBy Ada Quill"
    assert read_body(late, 0, len(late), Style.NEWS).authors == ()


def test_an_inline_advert_parts_the_paragraph() -> None:
    """No sentence runs across it, and none of its characters is read."""
    raw = "It stands. Advertisement - scroll for more He left."
    assert _blocks(raw) == [("paragraph", "It stands."), ("paragraph", "He left.")]


def test_a_notice_has_no_noise() -> None:
    """In an official notice every line counts, whatever it looks like."""
    raw = "Share\nALSO READ: this\nHere's what you need to know: that."
    assert _noise(raw, Style.NOTICE) == []


def test_a_thousand_openers_are_one() -> None:
    """Repetition does not exhaust the stack."""
    raw = "Here's what you need to know: " * 5_000 + "it stands."
    assert _blocks(raw) == [("paragraph", "it stands.")]
