"""Learns what clauses tell: makes `src/interdict/claims/data/clauses.json` from marked texts.

    pip install scikit-learn
    python tools/learn_clauses.py tools/clauses [--check]

The texts are articles about invented groups, written for the purpose. `# en 2025-06-01` opens
one and gives its language and day; `[[kind: words]]` marks what a reader would cite as a claim of that kind. A clause is
of a kind if it is the better part of a mark, or a mark the better part of it; others tell nothing. The model is a
logistic regression over the words of the clause and what stands around it (`claims.clause_features`). `--check` learns
from four fifths of the articles at a time, and says how often the rest is right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from interdict.claims.clause_features import features
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.segments import segments
from interdict.claims.vocabulary import known_regimes
from interdict.documents import read_document

NOTHING = "nothing"
TARGET = Path(__file__).resolve().parents[1] / "src/interdict/claims/data/clauses.json"
_MARK = re.compile(r"\[\[([\w./]+):\s*(.*?)\]\]", re.DOTALL)
_SMALLEST = 0.1
"""Weights below it are left out."""
_FEWEST = 2
"""Clauses that a feature must stand in."""
_STRENGTH = 1.0


@dataclass(frozen=True)
class Clause:
    """One clause of an article, with what it shows and what it tells."""

    article: int
    kind: str
    shown: tuple[str, ...]
    text: str


def articles(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(language, day, marked text) of every article of the files of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = block.partition("\n")
            language, _, day = head.strip().partition(" ")
            yield language, day or "2025-06-01", body.strip()


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and where they were: (start, end, kind)."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return text + marked[at:], marks


def clauses(folder: Path) -> Iterator[Clause]:
    """The clauses of all articles."""
    regimes = known_regimes(())
    for number, (language, day, marked) in enumerate(articles(folder)):
        body, marks = unmarked(marked)
        head = f"---\ndate: {day}\nlang: {language}\n---\n\n"
        doc = read_document((head + body).encode(), file_name="a.md")
        reading = read(doc, gazetteer=Gazetteer(), regimes=regimes)
        shift = doc.text.find(body[:60])
        for encoded in reading.encoded:
            for first, stop in segments(encoded.tokens):
                start, end = encoded.tokens[first].start, encoded.tokens[stop - 1].end
                kind = _kind(start - shift, end - shift, marks)
                shown = features(
                    encoded.tokens,
                    first,
                    stop,
                    published=reading.published,
                    language=reading.language.code,
                )
                yield Clause(number, kind, tuple(shown), doc.text[start:end])


def _kind(start: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    best, share = NOTHING, 0.5
    for low, high, kind in marks:
        common = min(end, high) - max(start, low)
        found = max(common / (end - start), common / (high - low)) if common > 0 else 0.0
        if found > share and common >= 12:
            best, share = kind, found
    return best


def learn(known: list[Clause]) -> tuple[DictVectorizer, LogisticRegression]:
    """The model of some clauses."""
    counts = Counter(one for clause in known for one in clause.shown)
    rows = [{f: 1.0 for f in c.shown if counts[f] >= _FEWEST} for c in known]
    vectors = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=400)
    model.fit(vectors.fit_transform(rows), [c.kind for c in known])
    return vectors, model


def check(known: list[Clause]) -> None:
    """Prints, by kind, how many clauses are found and how many of those are right."""
    found, right, there = Counter[str](), Counter[str](), Counter(c.kind for c in known)
    for fold in range(5):
        vectors, model = learn([c for c in known if c.article % 5 != fold])
        rest = [c for c in known if c.article % 5 == fold]
        chances = model.predict_proba(
            vectors.transform([dict.fromkeys(c.shown, 1.0) for c in rest])
        )
        for clause, row in zip(rest, chances, strict=True):
            at = int(row.argmax())
            kind = model.classes_[at]
            if kind != NOTHING and row[at] >= 0.5:
                found[kind] += 1
                right[kind] += kind == clause.kind
    for kind in sorted(there):
        if kind != NOTHING:
            share = right[kind] / max(1, found[kind])
            print(f"{kind:24}{there[kind]:6}{right[kind] / there[kind]:8.2f}{share:8.2f}")
    n = sum(there[k] for k in there if k != NOTHING)
    print(
        "all",
        n,
        round(sum(right.values()) / n, 3),
        round(sum(right.values()) / max(1, sum(found.values())), 3),
        "nothing",
        there[NOTHING],
    )


def write(known: list[Clause]) -> None:
    """Learns from all clauses and writes the weights."""
    vectors, model = learn(known)
    weights: dict[str, dict[str, float]] = {}
    names = vectors.get_feature_names_out()
    for row, kind in enumerate(model.classes_):
        for at in np.flatnonzero(np.abs(model.coef_[row]) >= _SMALLEST):
            weights.setdefault(names[at], {})[str(row)] = round(float(model.coef_[row][at]), 2)
    data = {
        "kinds": [str(kind) for kind in model.classes_],
        "bias": [round(float(one), 3) for one in model.intercept_],
        "weights": dict(sorted(weights.items())),
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{TARGET.name}: {len(weights):,} features, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    all_clauses = list(clauses(asked.folder))
    check(all_clauses) if asked.check else write(all_clauses)
