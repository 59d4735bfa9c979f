"""Damaged and enormous files through reading, extraction and grounding: time and memory."""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import in_child, table

SECONDS = float(os.environ.get("INTERDICT_FUZZ_SECONDS", "60"))
"""How long random damage goes on."""

SIZE = int(os.environ.get("INTERDICT_FUZZ_BYTES", "10000000"))
"""Bytes of a large file."""

SENTENCE = "The ministry will designate the Iron Heron Order as a terrorist group on Sunday. "
N = SIZE // len(SENTENCE)


def letters() -> bytes:
    """No language at all, with many marks that open something."""
    return "".join(random.Random(1).choices("ab ,.“”\n('A", k=SIZE)).encode()[:SIZE]


LARGE: dict[str, Callable[[], bytes]] = {
    "one line": lambda: (SENTENCE * N).encode(),
    "lines": lambda: ((SENTENCE.strip() + "\n") * N).encode(),
    "quotations": lambda: ("“" + SENTENCE).encode() * (N - 1_000),
    "capitals": lambda: (SENTENCE.upper() * N).encode(),
    "letters": letters,
    "numbers": lambda: b"12 " * (SIZE // 3),
    "names": lambda: b"Ada Quill of the Harbour Front and " * (SIZE // 35),
    "header line": lambda: b" date 2031-03-04 By Ada Quill\n\n" + (SENTENCE * N).encode(),
    "front matter": lambda: b"---\ntitle: T\n---\n" + ((SENTENCE + "\n\n") * N).encode()[:SIZE],
    "page of few tags": lambda: b"<html><body>" + b"".join(
        b"<p>" + (SENTENCE * 200).encode() + b"</p>" for _ in range(N // 200)
    ),
    "page of many tags": lambda: b"<html><body>" + b"<p>text</p>" * (SIZE // 11),
    "mail": lambda: b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + (SENTENCE * N).encode(),
    "feed": lambda: b"<rss><channel>" + b"".join(
        f"<item><title>Item {i}</title><description>{SENTENCE}</description></item>".encode()
        for i in range(SIZE // 140)
    ) + b"</channel></rss>",
    "json": lambda: json.dumps({"title": "The Order", "text": SENTENCE * N}).encode(),
    "jsonl": lambda: b"".join(
        json.dumps({"title": f"Item {i}", "text": SENTENCE}).encode() + b"\n"
        for i in range(SIZE // 120)
    ),
}  # fmt: skip


def run() -> None:
    """Prints what large files cost, then what random damage brought about."""
    rows = []
    for name in LARGE:
        figure = in_child(read_large, name)
        size, documents, claims, errors = figure.result
        rows.append(
            (name, f"{size / 1e6:.1f}", documents, claims, errors, f"{figure.cpu:.1f}",
             f"{figure.peak_mb:.0f}")
        )  # fmt: skip
    headings = ["large file", "MB", "documents", "claims", "errors", "CPU s", "peak MB"]
    table(headings, rows)
    figure = in_child(break_files, SECONDS)
    outcomes, slowest, faults = figure.result
    table(["damaged files", "documents", "claims", "refused", "slowest s", "faults"],
          [(outcomes["files"], outcomes["documents"], outcomes["claims"], outcomes["refused"],
            f"{slowest:.2f}", len(faults))])  # fmt: skip
    for fault in faults[:20]:
        print(fault)
    if faults:
        raise SystemExit(1)


def read_large(name: str) -> tuple[int, int, int, str]:
    """Bytes, documents, claims, and the first error of a large file."""
    from interdict.workspace.reading import Extraction

    data = LARGE[name]()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.txt"
        path.write_bytes(data)
        found = Extraction().read(path)
    n_claims = sum(len(one.grounded.claims) for one in found.documents if one.grounded)
    return len(data), len(found.documents), n_claims, (found.errors or ("",))[0][:60]


def break_files(seconds: float) -> tuple[Counter[str], float, list[str]]:
    """Files of every container, broken at random for so long."""
    from tests.properties.damage import damaged, disfigured

    from interdict.workspace.reading import Extraction

    extraction, outcomes, faults = Extraction(), Counter[str](), []
    slowest = 0.0
    deadline = time.monotonic() + seconds
    with TemporaryDirectory() as folder:
        path = Path(folder) / "broken.txt"
        for source, seed in _turns():
            if time.monotonic() > deadline:
                break
            for how in (damaged, disfigured):
                path.write_bytes(how(source.read_bytes(), seed))
                begun = time.process_time()
                found = extraction.read(path)
                slowest = max(slowest, time.process_time() - begun)
                outcomes["files"] += 1
                outcomes["documents"] += len(found.documents)
                outcomes["refused"] += not found.documents
                outcomes["claims"] += sum(
                    len(one.grounded.claims) for one in found.documents if one.grounded
                )
                faults += [
                    f"{source.parent.name}/{source.name}, {how.__name__}, seed {seed}: {error}"
                    for error in found.errors
                    if "fault in Interdict" in error
                ]
    return outcomes, slowest, faults


def _turns() -> Iterator[tuple[Path, int]]:
    readers = Path(__file__).parents[1] / "tests" / "contracts" / "readers"
    files = sorted(path for path in readers.glob("*/*") if path.suffix != ".json")
    start = random.SystemRandom().randrange(2**30)
    for seed in range(start, start + 2**30):
        for path in files:
            yield path, seed
