"""Dates, quotations and amounts on real articles, against their answer key."""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interdict.claims.amounts import find_amounts
from interdict.claims.dates import find_dates
from interdict.claims.durations import find_durations
from interdict.claims.quotes import find_quotes
from interdict.documents.catalog import read_document
from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate, Span
from interdict.model.source import Document

Row = dict[str, Any]


@pytest.fixture(scope="module")
def seeds() -> Path:
    """The folder of the five articles."""
    place = os.environ.get("INTERDICT_TEST_DATA")
    if not place:
        pytest.skip("INTERDICT_TEST_DATA is not set: real data not at hand")
    return Path(place) / "seeds"


def rows(seeds: Path, name: str) -> list[Row]:
    text = (seeds / "answer_key" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def texts(seeds: Path) -> dict[str, str]:
    """The raw texts by the number that starts the file name."""
    return {path.name[:3]: path.read_bytes().decode() for path in sorted(seeds.glob("*.txt"))}


def documents(seeds: Path) -> Iterator[tuple[str, Document]]:
    for path in sorted(seeds.glob("*.txt")):
        yield path.name[:3], read_document(path.read_bytes(), file_name=path.name)


def published(seeds: Path, *, inferred: bool) -> dict[str, PartialDate | None]:
    """The articles' dates; the undated one gets the day that its siblings suggest, if asked."""
    out: dict[str, PartialDate | None] = {}
    for row in rows(seeds, "metadata.jsonl"):
        known = row["published"] or ("2025-11-18" if inferred else None)
        out[row["doc"]] = PartialDate.parse(known) if known else None
    return out


def overlaps(row: Row, start: int, end: int) -> bool:
    return bool(row["start"] < end and start < row["end"])


def verdict(expected: str, got: str | None) -> str:
    if got == expected:
        return "exact"
    try:
        return "overlap" if got and Span.parse(expected).overlaps(Span.parse(got)) else "wrong"
    except InvalidInput:
        return "wrong"


def judge(seeds: Path, *, inferred: bool) -> tuple[Counter[str], list[str]]:
    """Counts of exact, overlap, wrong, missing and false; and what went wrong."""
    dates, gold = published(seeds, inferred=inferred), rows(seeds, "dates.jsonl")
    counts: Counter[str] = Counter()
    faults = []
    for doc, text in texts(seeds).items():
        if dates[doc] is None:
            continue
        found = [(f.start, f.end, f.edtf) for f in find_dates(text, published=dates[doc])]
        lengths = [(d.start, d.end, d.iso) for d in find_durations(text)]
        for row in (row for row in gold if row["doc"] == doc):
            pool = lengths if row["kind"] == "duration" else found
            hits = [edtf for start, end, edtf in pool if overlaps(row, start, end)]
            if row["expected"] == "not-a-date":
                outcome = "false" if any(hits) else "control"
            elif row["expected"] == "vague":
                outcome = "false" if any(hits) else "vague"
            else:
                outcome = verdict(row["expected"], hits[0]) if hits else "missing"
            counts[outcome] += 1
            if outcome in ("false", "wrong", "missing"):
                faults.append(f"{doc} {row['text']}: {hits}")
        extra = [
            f
            for f in found
            if f[2] and not any(overlaps(r, *f[:2]) for r in gold if r["doc"] == doc)
        ]
        counts["false"] += len(extra)
    return counts, faults


def test_dates_of_the_dated_articles(seeds: Path) -> None:
    """At least 95 % exact or overlapping, and nothing that is no date."""
    counts, faults = judge(seeds, inferred=False)
    right = counts["exact"] + counts["overlap"]
    assert right / (right + counts["wrong"] + counts["missing"]) >= 0.95, faults
    assert counts["false"] == 0, faults


def test_dates_of_all_articles_once_the_undated_one_has_a_day(seeds: Path) -> None:
    """Given the day that its siblings suggest, the undated article resolves as well."""
    counts, faults = judge(seeds, inferred=True)
    right = counts["exact"] + counts["overlap"]
    assert right / (right + counts["wrong"] + counts["missing"]) >= 0.95, faults
    assert counts["false"] == 0, faults


def test_the_undated_article_resolves_nothing_by_guesswork(seeds: Path) -> None:
    """Without a document date every yearless expression stays symbolic or open."""
    found = find_dates(texts(seeds)["004"], published=None)
    assert found
    assert all(f.edtf is None or f.edtf.startswith("XXXX") for f in found)


def words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return set(plain.split()) - {"us", "the", "of", "a"}


def same(left: str, right: str) -> bool:
    return words(left) <= words(right) or words(right) <= words(left)


def test_direct_quotations_have_the_right_speaker(seeds: Path) -> None:
    """At least 85 % of the golden quotations right, at most 2 % of speakers wrong."""
    gold = [r for r in rows(seeds, "golden.jsonl") if r["kind"] == "statement.direct"]
    right = wrong = spoken = 0
    faults = []
    for doc, document in documents(seeds):
        quotes = [(q, *document.raw_span(q.start, q.end)) for q in find_quotes(document)]
        for row in (row for row in gold if row["doc"] == doc):
            allowed = [row["speaker"], *row.get("speaker_alt", [])]
            named = [
                q.speaker for q, start, end in quotes if q.speaker and overlaps(row, start, end)
            ]
            spoken += bool(named)
            good = bool(named) and all(any(same(a, n) for a in allowed) for n in named)
            right += good
            wrong += bool(named) and not good
            if not good:
                faults.append(f"{row['id']}: {named} for {allowed}")
    assert right / len(gold) >= 0.85, faults
    assert wrong <= 0.02 * spoken, faults


def test_terms_and_metadata_are_nobodys_words(seeds: Path) -> None:
    """What the answer key forbids as an utterance has no speaker."""
    traps = [
        r for r in rows(seeds, "forbidden.jsonl") if (r.get("kinds") or []) == ["statement.direct"]
    ]
    assert traps
    for doc, document in documents(seeds):
        for quote in find_quotes(document):
            start, end = document.raw_span(quote.start, quote.end)
            inside = [r for r in traps if r["doc"] == doc and overlaps(r, start, end)]
            assert not inside or quote.speaker is None, inside


def test_amounts_meet_the_golden_values(seeds: Path) -> None:
    """Every golden number of money or things is found with its bounds (durations aside)."""
    gold = [
        r
        for r in rows(seeds, "golden.jsonl")
        if r["value"] and r["value"]["unit"] not in ("days", "months")
    ]
    assert gold
    missing = []
    for doc, text in texts(seeds).items():
        amounts = find_amounts(text)
        for row in (row for row in gold if row["doc"] == doc):
            wanted = row["value"]
            hits = [
                a
                for a in amounts
                if overlaps(row, a.start, a.end)
                and a.quantity.low == pytest.approx(wanted["low"])
                and (a.quantity.high == (wanted["high"] and pytest.approx(wanted["high"])))
            ]
            if not hits:
                missing.append(f"{row['id']} {wanted}")
    assert not missing
