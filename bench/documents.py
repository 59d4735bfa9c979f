"""Documents: readers, extraction, and a folder of ten thousand into a record, on invented texts."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

from bench.measure import in_child, table

NOW = datetime(2031, 6, 1, tzinfo=UTC)
N_FOLDER = int(os.environ.get("INTERDICT_BENCH_DOCUMENTS", "10000"))
N_READERS = 400
PLACES = "Ostvale Valdoria Strelsau Marshgate Quillport Harrowby".split()
GROUPS = ("Iron Heron Order", "Marsh Lantern", "Harbour Front", "Grey Ledger Brotherhood")
PEOPLE = ("Ada Quill", "Tom van der Brook", "Casimir Rook", "Ines Pike", "Anselm Grau")
SENTENCES = (
    (
        "Minister {person} announced on Sunday that the State Department will designate the {group}"
        " as a foreign terrorist organization, effective March 19."
    ),
    (
        "In January, the Treasury Department designated the {group} as a specially"
        " designated global terrorist."
    ),
    "{person} denied the accusation and said: “We have never been in {place}.”",
    "At least {number} people have been killed in {place} since early September, officials said.",
    (
        "The reward for {person}, whom the ministry calls the group's leader, was raised to"
        " ${number} million."
    ),
    "Nobody in {place} had expected it, and the harbour stayed open for the rest of the week.",
    "The council met for {number} hours and came to no decision that anybody could name.",
)


def article(seed: int) -> list[str]:
    """Some thirty sentences in ten paragraphs; every seed gives another text."""
    chance = random.Random(seed)
    return [
        " ".join(
            chance.choice(SENTENCES).format(
                person=chance.choice(PEOPLE),
                group=chance.choice(GROUPS),
                place=chance.choice(PLACES),
                number=chance.randrange(3, 90),
            )
            for _ in range(3)
        )
        for _ in range(10)
    ]


def _header(seed: int) -> str:
    return " date 2031-03-04 By Ada Quill\n\n" + "\n\n".join(article(seed))


def _front_matter(seed: int) -> str:
    return "---\ntitle: The Order\ndate: 2031-03-04\n---\n\n" + "\n\n".join(article(seed))


def _page(seed: int) -> str:
    body = "".join(f"<p>{escape(one)}</p>\n" for one in article(seed))
    frame = "".join(f"<li><a href='/{n}'>Story {n}</a></li>" for n in range(60))
    return (
        f"<html><head><title>The Order</title></head><body><nav><ul>{frame}</ul></nav>"
        f"<article><h1>The Order</h1>{body}</article><footer>Copyright</footer></body></html>"
    )


def _mail(seed: int) -> str:
    return "From: Ada <a@b.example>\nTo: c@d.example\nSubject: x\n\n" + "\n\n".join(article(seed))


def _json(seed: int) -> str:
    return json.dumps(
        {"title": "The Order", "date": "2031-03-04", "text": "\n".join(article(seed))}
    )


FORMS: dict[str, Callable[[int], str]] = {
    "header_line": _header,
    "front_matter": _front_matter,
    "html": _page,
    "mail": _mail,
    "json": _json,
}


def variants(texts: list[str], n: int) -> list[str]:
    """So many texts made of some: in each, paragraphs are left out and others put in."""
    split = [_head_and_body(text) for text in texts]
    made = texts[:n]
    for seed in range(len(made), n):
        chance = random.Random(seed)
        head, body = split[seed % len(split)]
        kept = [line for line in body if chance.random() < 0.9]
        kept += chance.sample(chance.choice(split)[1], 2)
        made.append("\n".join([*head, *kept]))
    return made


def _head_and_body(text: str) -> tuple[list[str], list[str]]:
    """The lines up to the first long one, which a container may need, and those after it."""
    lines = text.split("\n")
    first = next(at for at, line in enumerate(lines) if len(line) > 120 and ": " not in line[:20])
    return lines[: first + 1], lines[first + 1 :]


def real_articles() -> list[str]:
    """The real articles, where they are at hand (`INTERDICT_TEST_DATA`), and variants."""
    folder = os.environ.get("INTERDICT_TEST_DATA")
    seeds = sorted((Path(folder) / "seeds").glob("*.txt")) if folder else []
    return variants([path.read_text("utf-8") for path in seeds], N_READERS) if seeds else []


def run() -> None:
    """Prints what reading costs by container, what extraction costs, and a whole folder."""
    rows = []
    for name in (*FORMS, *(["real articles and variants"] if real_articles() else [])):
        figure = in_child(read_form, name)
        reading, both, size = figure.result
        rows.append(
            (name, f"{size / N_READERS:,.0f}", f"{N_READERS / reading:,.0f}",
             f"{N_READERS / both:,.0f}")
        )  # fmt: skip
    headings = ["container", "bytes each", "read, documents a second a core", "read and extracted"]
    table(headings, rows)
    folder = in_child(read_folder, N_FOLDER)
    n_bytes, marks, wall = folder.result
    table(
        [
            "documents",
            "MB of text",
            "wall s",
            "documents a second",
            "peak MB at a fifth",
            "at the end",
        ],
        [(N_FOLDER, f"{n_bytes / 1e6:.0f}", f"{wall:.0f}", f"{N_FOLDER / wall:.0f}", *marks)],
    )


def read_form(name: str) -> tuple[float, float, int]:
    """CPU seconds for reading, and for reading and extracting, in one process; bytes read."""
    from interdict.claims.extract import extract
    from interdict.documents import read_document

    texts = [FORMS[name](seed) for seed in range(N_READERS)] if name in FORMS else real_articles()
    files = [text.encode() for text in texts]
    read_document(files[0], file_name="warm")
    start = time.process_time()
    documents = [read_document(data, file_name="a.txt") for data in files]
    reading = time.process_time() - start
    extract(documents[0])
    start = time.process_time()
    for document in documents:
        extract(document)
    return reading, reading + time.process_time() - start, sum(map(len, files))


def read_folder(n_documents: int) -> tuple[int, tuple[str, str], float]:
    """A folder into a record: bytes read, peak memory early and late, wall seconds."""
    from interdict.config import Config
    from interdict.workspace import Workspace
    from interdict.workspace.documents import Attested, HowToRead

    root = Path(mkdtemp(prefix="bench-documents-"))
    try:
        folder = root / "texts"
        folder.mkdir()
        makers = list(FORMS.values())
        n_bytes = 0
        for seed in range(n_documents):
            text = makers[seed % len(makers)](seed)
            n_bytes += (folder / f"{seed:06}.txt").write_bytes(text.encode())
        start = time.perf_counter()
        with Workspace(Config(root / "record"), lambda: NOW) as workspace:
            reports = workspace.documents.read([folder], Attested(), HowToRead(workers=2))
            n_early = sum(report.outcome == "added" for report in islice(reports, n_documents // 5))
            early = _peak()
            n_added = n_early
            for report in reports:
                n_added += report.outcome == "added"
                late = _peak()
        wall = time.perf_counter() - start
        if n_added != n_documents:
            raise SystemExit(f"{n_documents - n_added} documents were not added")
        return n_bytes, (f"{early:.0f}", f"{late:.0f}"), wall
    finally:
        shutil.rmtree(root)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
