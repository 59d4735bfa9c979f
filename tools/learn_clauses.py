"""Learns what clauses tell: makes `src/interdict/claims/data/clauses.npz` from marked texts.

    pip install scikit-learn
    python tools/learn_clauses.py tools/clauses [--check]

The articles (`.txt`) are about invented groups, written for the purpose by language models after a
description of the kinds of claims, each file in the manner of another press, and read in samples;
`read_clauses.py` says how they are marked. The clauses (`.tsv`) are of articles of that make about
real groups, without their names. The model is a logistic regression over what a clause shows
(`claims.clause_features`): run `expand_senses.py` first where senses have changed. `--check` shares
the files out over five heaps, learns from four of them each time, and says how often the clauses of
the fifth are right: what to expect of another hand.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from expand_senses import packed
from read_clauses import NOTHING, Clause, clauses
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from interdict.claims.clause_features import features

TARGET = Path(__file__).resolve().parents[1] / "src/interdict/claims/data/clauses.npz"
_STEP = 0.04
"""In which weights are counted; 127 steps are the largest."""
_SMALLEST = 0.08
"""Features none of whose weights reaches it are left out."""
_FEWEST = 2
"""Clauses that a feature must stand in."""
_STRENGTH = 0.4
"""Inverse of the penalty on large weights; half and twice as much do no better."""
_FOLDS = 5
_SURE = 0.5
"""The chance from which `--check` counts a clause as found."""


def seen(clause: Clause) -> list[str]:
    """The features of a clause."""
    return features(clause.words, language=clause.language, told=clause.told)


def learn(known: list[Clause]) -> tuple[DictVectorizer, LogisticRegression]:
    """The model of some clauses."""
    rows = [seen(clause) for clause in known]
    counts = Counter(one for row in rows for one in row)
    vectors = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=400)
    kept = vectors.fit_transform([{f: 1.0 for f in row if counts[f] >= _FEWEST} for row in rows])
    model.fit(kept, [clause.kind for clause in known])
    return vectors, model


def check(known: list[Clause]) -> None:
    """Prints, by kind, how many clauses are found, and how many of those are right."""
    found, right, there = Counter[str](), Counter[str](), Counter(c.kind for c in known)
    files = sorted({clause.file for clause in known})
    for fold in (files[at::_FOLDS] for at in range(_FOLDS)):
        vectors, model = learn([c for c in known if c.file not in fold])
        rest = [c for c in known if c.file in fold]
        shown = vectors.transform([dict.fromkeys(seen(c), 1.0) for c in rest])
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
    files = sorted((*asked.folder.glob("*.txt"), *asked.folder.glob("*.tsv")))
    all_clauses = [clause for file in files for clause in clauses(file)]
    if asked.check:
        check(all_clauses)
    else:
        write(all_clauses)
