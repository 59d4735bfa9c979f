"""Reads marked articles clause by clause, as the model of clauses sees them.

    python tools/read_clauses.py ARTICLES.txt... > tools/clauses/NAME.tsv

`# en 2025-06-01` opens an article and gives its language and day; `[[kind: words]]` marks what a
reader would cite as a claim of that kind. A clause is of a kind if it is the better part of a
mark, or a mark the better part of it; others tell nothing.

As a command it writes one clause a line, outside quotations: its kind, its language, the kinds of
claims that rules make of it, and its words, of names their kinds alone. So articles about real
groups can be learnt from without keeping what was written of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from interdict.claims.clause_chances import places_told, told_between
from interdict.claims.clause_features import shown
from interdict.claims.extract import told_by_rules
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.rules_file import bundled_rules
from interdict.claims.segments import segments
from interdict.claims.vocabulary import known_regimes
from interdict.documents import read_document

NOTHING = "nothing"
_MARK = re.compile(r"\[\[([\w./]+):\s*(.*?)\]\]", re.DOTALL)
_COMMON = 12
"""Characters that a clause and a mark share at least."""


@dataclass(frozen=True)
class Clause:
    """One clause of an article: what it tells, what rules make of it, and its words."""

    file: str
    kind: str
    language: str
    told: tuple[str, ...]
    words: tuple[str, ...]
    quoted: bool = False


def clauses(path: Path) -> Iterator[Clause]:
    """The clauses of a file of marked articles (`.txt`), or of clauses written here (`.tsv`)."""
    if path.suffix == ".tsv":
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, language, told, words = line.split("\t")
                yield Clause(path.name, kind, language, tuple(told.split()), tuple(words.split()))
        return
    for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        language, _, day = head.strip().partition(" ")
        yield from _of_article(path.name, language, day or "2025-06-01", body.strip())


def _of_article(file: str, language: str, day: str, marked: str) -> Iterator[Clause]:
    body, marks = _unmarked(marked)
    head = f"---\ndate: {day}\nlang: {language}\n---\n\n"
    doc = read_document((head + body).encode(), file_name="a.md")
    reading = read(doc, gazetteer=Gazetteer(), regimes=known_regimes(()))
    told = places_told(told_by_rules(reading, bundled_rules()))
    quotes = [(quote.start, quote.end) for quote in reading.quotes if quote.kind != "term"]
    shift = doc.text.find(body[:60])
    for encoded in reading.encoded:
        for first, stop in segments(encoded.tokens):
            start, end = encoded.tokens[first].start, encoded.tokens[stop - 1].end
            yield Clause(
                file,
                _kind(start - shift, end - shift, marks),
                reading.language.code,
                tuple(told_between(told, start, end)),
                tuple(shown(encoded.tokens[first:stop], reading.published)),
                quoted=any(low < end and start < high for low, high in quotes),
            )


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and where they were: (start, end, kind)."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return text + marked[at:], marks


def _kind(start: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    """The kind of a clause, by the mark that it shares most with."""
    best, share = NOTHING, 0.5
    for low, high, kind in marks:
        common = min(end, high) - max(start, low)
        found = max(common / (end - start), common / (high - low)) if common > 0 else 0.0
        if found > share and common >= _COMMON:
            best, share = kind, found
    return best


def main() -> None:
    """Writes the clauses of the files that the command line names."""
    for name in sys.argv[1:]:
        for one in clauses(Path(name)):
            if not one.quoted and one.words:
                row = (one.kind, one.language, " ".join(one.told), " ".join(one.words))
                print("\t".join(row))


if __name__ == "__main__":
    main()
