"""Whatever bytes come: a document with true offsets or a clear error; never a designation."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.properties.damage import damaged

from interdict.documents import Readings, read_documents
from interdict.documents.yaml_fields import yaml_fields
from interdict.errors import ReadError
from interdict.model.source import Document, DocumentKind

FIXTURES = sorted(
    path
    for path in (Path(__file__).parents[1] / "contracts" / "readers").glob("*/*")
    if path.suffix != ".json"
)
SENTENCE = "The ministry has listed the Iron Heron Order as a terrorist organization. "
MAIL = "From: a@b.example\nTo: c@d.example\nSubject: "
FILED = "[FR Doc. 2031-04567 Filed 3-7-31; 8:45 am]\n"
HEAD = (
    "[Federal Register Volume 96, Number 47 (Monday, March 10, 2031)]\n[Notices]\n[Pages 1-2]\n"
    "[FR Doc No: 2031-04567]\n\n"
)
N = 20_000
BOMBS = {
    "elements without end": "<html>" + "<div>" * N + "text",
    "ends without elements": "<html>" + "<div><b>" * N + "</b></p>" * N + "text",
    "a giant attribute": "<html><p title='" + "x" * 50 * N + "'>text</p>",
    "quotes without end": "<html>" + "<p title=\"x <a =' " * N + "text",
    "tags without end": "<html>" + "<a " * N + "text",
    "equals signs": "<html><p " + '="' * N + "='" * N + "text",
    "comments": "<html>" + "<!--" * N + "text",
    "references": "<html><p>" + "&#1086;" * N,
    "scripts": "<html>" + "<script></script>" * N + "text",
    "classes": "<html>" + ('<div class="' + "a-b " * 500 + '">x</div>') * 200,
    "structured data": '<html><script type="application/ld+json">' + "[" * N + "</script>text",
    "entities": "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'a'>"
    + "".join(f"<!ENTITY a{i} '{'&a;' * 10}'>" for i in range(500))
    + "]><rss><item><title>&a9;</title></item></rss>",
    "items without end": "<rss><channel>" + "<item><title>text" * 2_000,
    "nested JSON": '{"text": ' + "[" * N + "]" * N + "}",
    "a giant number": '{"text": "text", "n": ' + "1" * N + "}",
    "nested parts": MAIL + "x\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n" * N,
    "encoded words": MAIL + "=?utf-8?q?a?= " * N + "\n\ntext",
    "senders": "From: " + "a <(" * N + "\nTo: a\nSubject: x\n\ntext",
    "aliases": "---\na: &a [x, x]\n" + "b: [*a, *a]\n" * 500 + "---\ntext",
    "pages": HEAD + "[[Page 2]]\n" * 2_000 + "text",
    "filings": "96 FR 1\n" + FILED * 5_000,
    "blanks": " \n\t" * 20 * N + "text",
    "capitals": "A B " * 10 * N,
    "one line": SENTENCE * 10_000,
    "lines": (SENTENCE + "\n") * 2_000,
}


def read(data: bytes) -> Readings:
    """What is read, if it is no error; an error has to name the file."""
    try:
        found = read_documents(data, file_name="somewhere.txt")
    except ReadError as error:
        assert str(error).startswith("somewhere.txt")
        return Readings(())
    assert found.documents or found.errors
    for document in found.documents:
        check(document)
    return found


def check(document: Document) -> None:
    """Blocks hold text; their places lie in the raw text, and in no noise."""
    assert document.text.strip()
    for block in document.blocks:
        start, end = document.raw_span(block.start, block.end)
        assert 0 <= start < end <= len(document.raw)
    read = sorted((s.raw_start, s.raw_start + s.length) for s in document.segments)
    noise = sorted(span[:2] for span in document.noise)
    for spans in (read, noise):
        assert all(0 <= start < end <= len(document.raw) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for segment in document.segments:
        # A reference or an escape stands for one character, and begins where it stands.
        if segment.length > 1:
            end = segment.text_start + segment.length
            raw = document.raw[segment.raw_start : segment.raw_start + segment.length]
            assert document.text[segment.text_start : end] == raw


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: f"{p.parent.name}/{p.name}")
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
@example(seed=560303)
def test_damaged_files_are_read_truly_or_refused(path: Path, seed: int) -> None:
    """No crash, no offset that lies, and no article or page that turns into a notice."""
    found = read(damaged(path.read_bytes(), seed))
    if path.parent.name not in ("federal_register", "register_text", "front_matter"):
        assert all(one.kind is not DocumentKind.FR_NOTICE for one in found.documents)


@settings(max_examples=150, deadline=None)
@given(
    head=st.sampled_from(
        ["", "<html>", "<p>", "<rss><item>", "---\na: ", MAIL, '{"text": "', HEAD]
    ),
    body=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)),
    tail=st.sampled_from(["", "</html>", "</item>", "\n---\n", '"}', FILED]),
)
def test_any_bytes_in_any_container(head: str, body: bytes, tail: str) -> None:
    """They are text, noise, or an error."""
    read(head.encode() + body + tail.encode())


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(name: str) -> None:
    """Read truly or refused, in time that grows with length alone: a square would take hours."""
    read(BOMBS[name].encode())


BREAKS_AND_MARKS = ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\xa0", "\ufeff", "\u200b"]
WRITTEN = st.lists(
    st.sampled_from(
        [*BREAKS_AND_MARKS, " ", "  ", "\t", "a", "é", "😀", "x: y", "#", "'", '"', "''"]
    )
    | st.sampled_from(
        ["\\n", "\\\n", "\\\x85", "\\x41", "\\u00e9", "\\ ", "\\\\", "\n  ", "\n\n  "]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(
    form=st.sampled_from(["{}", '"{}"', "'{}'", "|\n  {}", ">\n  {}", ">-\r  {}", "|2\x85  {}"]),
    value=WRITTEN,
)
@example(form="{}", value="a\n b")
@example(form='"{}"', value="a\\x41b")
@example(form="{}", value="a\x85  b")
@example(form="|\r  {}", value="a\r  b")
def test_a_folded_or_escaped_value_is_traced_truly(form: str, value: str) -> None:
    """Whatever YAML takes for a line's end: a run of several characters is the file's own."""
    raw = "---\ntitle: " + form.format(value) + "\nother: 1\n"
    try:
        title = yaml_fields(raw, 4, len(raw), file_name="a.md")[0]
    except ReadError:
        return
    if title.runs:
        assert "".join(run.text for run in title.runs) == title.text
    for run in title.runs:
        if len(run.text) > 1:
            assert raw[run.raw_start :].startswith(run.text)
    spans = [(run.raw_start, run.raw_start + len(run.text)) for run in title.runs]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(4 <= start < end <= len(raw) for start, end in spans)
