"""Learns what clauses tell: makes `src/interdict/claims/data/clauses.npz` from marked texts.

    pip install scikit-learn
    python tools/learn_clauses.py tools/clauses [--check]

The texts are articles about invented groups, written for the purpose by language models after a
description of the kinds of claims, each file in the manner of another press, and read in samples.
`# en 2025-06-01` opens an article and gives its language and day; `[[kind: words]]` marks what a
reader would cite as a claim of that kind. A clause is of a kind if it is the better part of a
mark, or a mark the better part of it; others tell nothing. The model is a logistic regression over
what the clause shows (`claims.clause_features`): run `expand_senses.py` first where senses have
changed. `--check` shares the files out over five heaps, learns from four of them each time, and
says how often the clauses of the fifth are right: what to expect of another hand.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from expand_senses import packed
from interdict.claims.clause_chances import told_between
from interdict.claims.clause_features import features
from interdict.claims.extract import told_by_rules
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.rules_file import bundled_rules
from interdict.claims.segments import segments
from interdict.claims.vocabulary import known_regimes
from interdict.documents import read_document

NOTHING = "nothing"
TARGET = Path(__file__).resolve().parents[1] / "src/interdict/claims/data/clauses.npz"
_MARK = re.compile(r"\[\[([\w./]+):\s*(.*?)\]\]", re.DOTALL)
_STEP = 0.04
"""In which weights are counted; 127 steps are the largest."""
_SMALLEST = 0.08
"""Features none of whose weights reaches it are left out."""
_FEWEST = 2
"""Clauses that a feature must stand in."""
_COMMON = 12
"""Characters that a clause and a mark share at least."""
_STRENGTH = 0.4
"""Inverse of the penalty on large weights; half and twice as much do no better."""
_FOLDS = 5
_SURE = 0.5
"""The chance from which `--check` counts a clause as found."""


@dataclass(frozen=True)
class Clause:
    """One clause of an article, with what it shows and what it tells."""

    file: str
    kind: str
    shown: tuple[str, ...]
    text: str


def articles(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """(file, language, day, marked text) of every article of the files of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = block.partition("\n")
            language, _, day = head.strip().partition(" ")
            yield path.name, language, day or "2025-06-01", body.strip()


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
    for file, language, day, marked in articles(folder):
        body, marks = unmarked(marked)
        head = f"---\ndate: {day}\nlang: {language}\n---\n\n"
        doc = read_document((head + body).encode(), file_name="a.md")
        reading = read(doc, gazetteer=Gazetteer(), regimes=regimes)
        told = sorted(
            (claim.start, claim.end, claim.kind)
            for claim in told_by_rules(reading, bundled_rules())
            if not claim.kind.startswith("statement.")
        )
        shift = doc.text.find(body[:60])
        for encoded in reading.encoded:
            for first, stop in segments(encoded.tokens):
                start, end = encoded.tokens[first].start, encoded.tokens[stop - 1].end
                shown = features(
                    encoded.tokens[first:stop],
                    published=reading.published,
                    language=reading.language.code,
                    told=told_between(told, start, end),
                )
                kind = _kind(start - shift, end - shift, marks)
                yield Clause(file, kind, tuple(shown), doc.text[start:end])


def _kind(start: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    """The kind of a clause, by the mark that it shares most with."""
    best, share = NOTHING, 0.5
    for low, high, kind in marks:
        common = min(end, high) - max(start, low)
        found = max(common / (end - start), common / (high - low)) if common > 0 else 0.0
        if found > share and common >= _COMMON:
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
    """Prints, by kind, how many clauses are found, and how many of those are right."""
    found, right, there = Counter[str](), Counter[str](), Counter(c.kind for c in known)
    files = sorted({clause.file for clause in known})
    for fold in (files[at::_FOLDS] for at in range(_FOLDS)):
        vectors, model = learn([c for c in known if c.file not in fold])
        rest = [c for c in known if c.file in fold]
        shown = vectors.transform([dict.fromkeys(c.shown, 1.0) for c in rest])
        for clause, row in zip(rest, model.predict_proba(shown), strict=True):
            kind = str(model.classes_[int(row.argmax())])
            if kind != NOTHING and row.max() >= _SURE:
                found[kind] += 1
                right[kind] += kind == clause.kind
    print(f"{'kind':24}{'clauses':>8}{'found':>8}{'right':>8}")
    for kind in sorted(set(there) - {NOTHING}):
        recall, precision = right[kind] / there[kind], right[kind] / max(1, found[kind])
        print(f"{kind:24}{there[kind]:8}{recall:8.2f}{precision:8.2f}")
    print(f"{there[NOTHING]:,} clauses tell nothing")


def write(known: list[Clause]) -> None:
    """Learns from all clauses and writes the weights, in whole steps."""
    vectors, model = learn(known)
    steps = np.round(model.coef_.T / _STEP).clip(-127, 127).astype(np.int8)
    names = vectors.get_feature_names_out()
    kept = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= _SMALLEST)
    arrays = {
        "kinds": packed(map(str, model.classes_)),
        "bias": np.round(model.intercept_ / _STEP).astype(np.int32),
        "step": np.float64(_STEP),
        "features": packed(str(names[at]) for at in kept),
        "weights": steps[kept],
    }
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET.name}: {len(kept):,} features, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--check", action="store_true")
    asked = options.parse_args()
    all_clauses = list(clauses(asked.folder))
    if asked.check:
        check(all_clauses)
    else:
        write(all_clauses)
