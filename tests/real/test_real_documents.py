"""The real documents: five articles against their answer key, notices, releases."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from interdict.documents import read_document
from interdict.model.source import Document, DocumentKind

CONTAINERS = ("header_line", "front_matter", "trailing_feed_row", "header_glued", "bare")
WORD = re.compile(r"\S+")


@pytest.fixture(scope="module")
def data() -> Path:
    """The folder of real data."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder)


def _read(path: Path) -> Document:
    return read_document(path.read_bytes(), file_name=path.name)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _row(data: Path, container: str) -> dict[str, Any]:
    rows = _rows(data / "seeds" / "answer_key" / "metadata.jsonl")
    [row] = [row for row in rows if row["container"] == container]
    return row


@pytest.mark.parametrize("container", CONTAINERS)
def test_article_metadata_is_the_answer_key(data: Path, container: str) -> None:
    """Every field of the key, None where the file gives none."""
    row = _row(data, container)
    document = _read(data / "seeds" / row["file"])
    assert document.container == container
    fields = "title published publisher url url_kind language".split()
    assert {name: getattr(document, name) for name in fields} == {
        name: row[name] for name in fields
    }
    assert list(document.authors) == row["authors"]
    assert list(document.categories) == row.get("categories", [])
    assert document.image == row.get("image")
    assert document.citation is None
    assert document.identifiers == ()
    expected = DocumentKind.OTHER if container == "bare" else DocumentKind.NEWS
    assert document.kind is expected


@pytest.mark.parametrize(
    ("container", "kinds"),
    [
        ("header_line", ["header"]),
        ("front_matter", ["front_matter", "front_matter", "front_matter", "opener"]),
        ("trailing_feed_row", ["promo", "promo", "trailer"]),
        ("header_glued", ["header"]),
        ("bare", []),
    ],
)
def test_article_noise_is_the_answer_key(data: Path, container: str, kinds: list[str]) -> None:
    """The kinds of noise that the key names, in order, and no other."""
    document = _read(data / "seeds" / _row(data, container)["file"])
    assert [kind for _, _, kind in document.noise] == kinds
    if container == "header_line":
        assert document.noise[0][:2] == (0, 55)


def test_forbidden_noise_is_not_read(data: Path) -> None:
    """No character of a passage that is noise by the key is in the text; nor its words."""
    files = {row["doc"]: row["file"] for row in _rows(data / "seeds/answer_key/metadata.jsonl")}
    rows = _rows(data / "seeds" / "answer_key" / "forbidden.jsonl")
    noise = [row for row in rows if row.get("trap") in ("noise", "promo")]
    assert len(noise) == 6
    for row in noise:
        document = _read(data / "seeds" / files[row["doc"]])
        assert document.raw[row["start"] : row["end"]] == row["quote"]
        assert row["quote"] not in document.text
        for segment in document.segments:
            end = segment.raw_start + segment.length
            assert end <= row["start"] or row["end"] <= segment.raw_start


def test_every_golden_claim_lies_in_the_text(data: Path) -> None:
    """What the key quotes from an article can be read: each span is inside one block."""
    files = {row["doc"]: row["file"] for row in _rows(data / "seeds/answer_key/metadata.jsonl")}
    documents = {doc: _read(data / "seeds" / name) for doc, name in files.items()}
    claims = _rows(data / "seeds" / "answer_key" / "golden.jsonl")
    assert len(claims) == 184
    outside = []
    for claim in claims:
        document = documents[claim["doc"]]
        spans = [document.raw_span(block.start, block.end) for block in document.blocks]
        if not any(start <= claim["start"] and claim["end"] <= end for start, end in spans):
            outside.append((claim["doc"], claim["start"], claim["end"]))
    assert outside == []


def test_the_set_off_statement_is_a_blockquote(data: Path) -> None:
    """The department's statement in the glued article is set off, and only that."""
    document = _read(data / "seeds" / _row(data, "header_glued")["file"])
    quotes = [block for block in document.blocks if block.kind == "blockquote"]
    assert [document.raw_span(block.start, block.end) for block in quotes] == [(1058, 1882)]


NOTICES = {
    "fr_2014-30963_pflp-gc_review.txt": (
        "federal_register",
        None,
        "80 FR 603",
        ("FR Doc. 2014-30963", "Public Notice 8993", "Filed 2015-01-05"),
        "Dated: December 29, 2014.",
    ),
    "fr_2021-00618_pij_review.md": (
        "front_matter",
        "2021-01-14",
        "86 FR 3227",
        ("FR Doc. 2021-00618", "Public Notice 11306"),
        "Dated: December 22, 2020.",
    ),
    "fr_2024-14946_al-shabaab_review.txt": (
        "federal_register",
        None,
        None,
        ("FR Doc. 2024-14946", "Public Notice 12402", "Filed 2024-07-08"),
        "Dated: May 2, 2024.",
    ),
    "fr_2025-20750_cartel_de_los_soles.md": (
        "front_matter",
        "2025-11-24",
        "90 FR 53045",
        ("FR Doc. 2025-20750", "Public Notice 12869", "/us/fr/2025-20750"),
        "Dated: November 16, 2025.",
    ),
}


@pytest.mark.parametrize("name", sorted(NOTICES))
def test_notices_are_recognised(data: Path, name: str) -> None:
    """Kind, date of publication, citation and numbers; the signature's date stays in the text."""
    container, published, citation, identifiers, dated = NOTICES[name]
    document = _read(data / "data" / "federal_register" / name)
    assert (document.container, document.kind) == (container, DocumentKind.FR_NOTICE)
    assert (document.published, document.citation) == (published, citation)
    assert document.identifiers == identifiers
    assert (document.publisher, document.language) == ("Federal Register", "en")
    assert document.title is not None
    assert document.blocks[0].kind == "title"
    assert dated in document.text
    assert "FR Doc." not in document.text
    assert not [kind for _, _, kind in document.noise if ":" in kind]


def test_release_with_a_head(data: Path) -> None:
    """Title, office holder and date of a release; its kind is for the caller to say."""
    document = _read(
        data / "data" / "federal_register" / "state_press_2025-02-20_eight_cartels.txt"
    )
    assert (document.container, document.kind) == ("bare", DocumentKind.OTHER)
    assert (document.published, document.published_from) == ("2025-02-20", "header")
    assert document.authors == ("Marco Rubio",)
    assert document.title == document.raw.splitlines()[0]
    assert document.text.count("\n\n") == 5


def test_release_with_a_dateline(data: Path) -> None:
    """A title over a dateline; capitals head a section; without a date it stays undated."""
    name = "treasury_press_2025-07-25_cartel_de_los_soles_EXCERPT.txt"
    document = _read(data / "data" / "federal_register" / name)
    assert (document.kind, document.published) == (DocumentKind.OTHER, None)
    assert [block.kind for block in document.blocks] == [
        "title",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_words_of_real_documents_map_back(data: Path) -> None:
    """Every word of every real document stands in raw where its span says."""
    seeds = sorted((data / "seeds").glob("*.txt"))
    notices = [
        path
        for path in sorted((data / "data" / "federal_register").iterdir())
        if path.suffix in (".md", ".txt")
    ]
    assert len(seeds) == 5
    assert len(notices) >= 6
    for path in [*seeds, *notices]:
        document = _read(path)
        for block in document.blocks:
            for word in WORD.finditer(document.text, block.start, block.end):
                start, end = document.raw_span(word.start(), word.end())
                assert document.raw[start:end] == word[0]
