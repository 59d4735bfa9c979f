"""Claims of the real articles and notices: who is announced, designated, led, and by whose word."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from interdict.claims.designations import designations
from interdict.claims.extract import extract
from interdict.model.claim import Claim, Modality, Stance
from interdict.model.source import Block, Document, DocumentKind, Segment

_HEADER = re.compile(r"\s*date \d{4}-\d\d-\d\d(?: By [^\n]+\n)?")
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_TRAILER = re.compile(r"^, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d,", re.MULTILINE)
_DATED = re.compile(r"^(?:publication_)?date: \"?(\d{4}-\d\d-\d\d)|^\s*date (\d{4}-\d\d-\d\d)|"
                    r"^, (\d{4}-\d\d-\d\d) ", re.MULTILINE)  # fmt: skip


@pytest.fixture
def data() -> Path:
    """The folder of real data."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    if not folder:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(folder)


def document(path: Path, kind: DocumentKind, published: str | None = None) -> Document:
    """A plain reading of a file, without its header, front matter and trailer.

    Extraction is tested here on its own, so the readers of documents are not used.
    """
    raw = path.read_text(encoding="utf-8")
    head = _FRONT.match(raw) or _HEADER.match(raw)
    start = head.end() if head else 0
    trailer = _TRAILER.search(raw)
    end = trailer.start() if trailer else len(raw)
    text = raw[start:end]
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    dated = _DATED.search(raw)
    found = next((group for group in dated.groups() if group), None) if dated else None
    return Document(
        sha256="0" * 64,
        file_name=path.name,
        container="plain",
        kind=kind,
        raw=raw,
        text=text,
        segments=(Segment(0, start, len(text)),),
        blocks=tuple(blocks),
        published=published or found,
    )


def article(data: Path, number: str) -> tuple[Document, list[Claim]]:
    """One of the five articles with its claims."""
    (path,) = (data / "seeds").glob(f"{number}_*.txt")
    doc = document(path, DocumentKind.NEWS)
    return doc, extract(doc)


ARTICLES = ("000", "001", "002", "003", "004")
GROUP = "Cartel de los Soles"


@pytest.mark.parametrize("number", ARTICLES)
def test_every_article_announces_the_designation_and_when_it_takes_effect(
    data: Path, number: str
) -> None:
    """Announced on 16 November, to take effect on the 24th; symbolic where there is no date."""
    _, claims = article(data, number)
    announced = [c for c in claims if c.kind == "designation.announced" and not c.is_likely]
    assert {c.subject for c in announced} == {GROUP}
    assert all(c.modality is Modality.PLANNED for c in announced)
    assert "US-FTO" in {c.programme for c in announced}
    effective = {c.date for c in claims if c.kind == "designation.effective"}
    assert effective == {"XXXX-11-24" if number == "004" else "2025-11-24"}
    if number != "004":
        assert {c.date for c in announced if c.programme} == {"2025-11-16"}


@pytest.mark.parametrize(
    ("number", "date"), [("000", "2025-07"), ("003", "2025-07"), ("004", "XXXX-07")]
)
def test_the_july_designation_is_prior_and_the_treasurys(
    data: Path, number: str, date: str
) -> None:
    """SDGT, by the Treasury, in July: another programme, another authority."""
    _, claims = article(data, number)
    prior = [c for c in claims if c.kind == "designation.prior" and c.subject == GROUP]
    assert {(c.programme, c.authority, c.date) for c in prior} == {("US-SDGT", "US-TREASURY", date)}


@pytest.mark.parametrize("number", ARTICLES)
def test_press_puts_nothing_in_force_and_designates_no_leader(data: Path, number: str) -> None:
    """Rows are announced or reported, of named groups only; leading a group designates nobody."""
    doc, claims = article(data, number)
    rows = designations(claims, doc)
    assert {row["status"] for row in rows} <= {"announced", "reported"}
    assert not [row for row in rows if "Maduro" in row["subject"]]
    assert (GROUP, "US-FTO", "announced") in {
        (row["subject"], row["programme"], row["status"]) for row in rows
    }


@pytest.mark.parametrize("number", ("000", "001", "002"))
def test_leadership_is_alleged_by_somebody(data: Path, number: str) -> None:
    """No article asserts in its own voice who leads the group."""
    _, claims = article(data, number)
    leads = [c for c in claims if c.kind == "leadership"]
    assert leads
    assert all(c.stance is Stance.ALLEGED and c.speaker for c in leads)


def test_the_alias_is_found(data: Path) -> None:
    """One article gives the English name."""
    _, claims = article(data, "003")
    aliases = [(c.subject, c.object) for c in claims if c.kind == "alias"]
    assert aliases == [(GROUP, "Cartel of the Suns")]


def test_review_notices_designate_nobody(data: Path) -> None:
    """Three notices that maintain a designation give procedure, and no designation."""
    paths = sorted((data / "data" / "federal_register").glob("fr_*_review.*"))
    assert len(paths) == 3
    for path in paths:
        claims = extract(document(path, DocumentKind.FR_NOTICE))
        assert not [c for c in claims if c.kind.startswith("designation")]
        kept = [c for c in claims if c.object == "designation maintained after review"]
        assert [c.programme for c in kept] == ["US-FTO"]


def test_the_notice_is_an_official_act(data: Path) -> None:
    """The Federal Register notice designates on its publication, with alias and signature."""
    (path,) = (data / "data" / "federal_register").glob("fr_2025-20750_*.md")
    doc = document(path, DocumentKind.FR_NOTICE)
    claims = extract(doc)
    (row,) = designations(claims, doc)
    assert (row["subject"], row["programme"], row["authority"]) == (GROUP, "US-FTO", "US-STATE")
    assert (row["status"], row["effective"]) == ("effective", "2025-11-24")
    assert "2025-11-16" in {c.date for c in claims if c.object == "signed"}
    assert "Cartel of the Suns" in {c.object for c in claims if c.kind == "alias"}


def test_the_release_of_the_eight_groups(data: Path) -> None:
    """One claim per group and programme."""
    (path,) = (data / "data" / "federal_register").glob("state_press_*.txt")
    claims = extract(document(path, DocumentKind.PRESS_RELEASE, "2025-02-20"))
    announced = [c for c in claims if c.kind == "designation.announced"]
    assert len({c.subject for c in announced}) == 8
    assert {c.programme for c in announced} == {"US-FTO", "US-SDGT"}
    assert {(c.authority, c.date) for c in announced} == {("US-STATE", "2025-02-20")}
    assert len(announced) == 16


def test_the_treasurys_own_release_is_its_act(data: Path) -> None:
    """Today's sanction is effective; the designations of February are prior, by State."""
    (path,) = (data / "data" / "federal_register").glob("treasury_press_*.txt")
    claims = extract(document(path, DocumentKind.PRESS_RELEASE, "2025-07-25"))
    acts = {
        (c.subject, c.programme, c.authority, c.date)
        for c in claims
        if c.kind == "designation.effective"
    }
    assert acts == {(GROUP, "US-SDGT", "US-TREASURY", "2025-07-25")}
    prior = [c for c in claims if c.kind == "designation.prior" and c.date == "2025-02-20"]
    assert {(c.subject, c.programme) for c in prior} == {
        (name, key)
        for name in ("Tren de Aragua", "Sinaloa Cartel")
        for key in ("US-FTO", "US-SDGT")
    }
    assert {c.authority for c in prior} == {"US-STATE"}
