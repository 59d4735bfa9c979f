"""Names that nobody should send and somebody will: every one is answered or refused clearly.

Random bytes, names of ten thousand characters, floods of marks, of words and of writing
directions. The list itself holds such names too. Work is counted in comparisons, never in
seconds: `python -m bench match slowest` times the slowest of them.
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from interdict.errors import InvalidInput
from interdict.matching import Index, TokenMatcher
from interdict.matching import engine as engine_module
from interdict.matching.compiling import MAX_TOKENS
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Statement
from interdict.text.names import is_matchable

SEED = 20_251_122
THRESHOLD = 4_000
LONG = 10_000
"""Characters of a giant name."""

LISTED = (
    ("Person", "Ottokar Brandeis"),
    ("Person", "Абдулрахман Северов"),
    ("Person", "عبد الرحمن القرشي"),
    ("Person", "Jean-Luc d'Altamar y Ortega"),
    ("Organization", "Cartel of the Northern Tides"),
    ("Company", "Grey Heron Shipping Co., Ltd."),
    ("Company", "金川贸易有限公司"),
    ("Vessel", "MV Sea Breeze 47"),
)
"""Invented parties; the first is asked about in all disguises."""


def index_of(names: list[tuple[str, str]]) -> Index:
    """An index of (schema, name)."""
    return Index.compile(
        (f"e-{at}", Held(Statement("d", f"e-{at}", schema, "name", name)))
        for at, (schema, name) in enumerate(names)
    )


@pytest.fixture(scope="module")
def matcher() -> TokenMatcher:
    """The engine on the invented list."""
    return TokenMatcher(index_of(list(LISTED)))


def asked(matcher: TokenMatcher, name: str, threshold: int = THRESHOLD) -> list[Match] | None:
    """The matches of a name; None if it is refused, which has to be said in words."""
    try:
        found = matcher.search(Party((name,)), threshold=threshold, limit=50)
    except InvalidInput as error:
        assert "nothing to match" in str(error)
        assert "Give a name" in str(error)
        assert len(str(error)) < 300, "an error does not repeat a giant name"
        return None
    for match in found:
        assert threshold <= match.score == sum(part.points for part in match.parts) <= 10_000
    return found


def asked_together(matcher: TokenMatcher, names: list[str], rng: random.Random) -> int:
    """Asks all names, in a batch those that can match; returns how many are refused."""
    able = [name for name in names if is_matchable(name)]
    answers = list(matcher.search_many([Party((n,)) for n in able], threshold=THRESHOLD, limit=50))
    assert len(answers) == len(able)
    for at in rng.sample(range(len(able)), 200):
        assert answers[at] == asked(matcher, able[at])
    unable = [name for name in names if not is_matchable(name)]
    assert all(asked(matcher, name) is None for name in unable)
    return len(unable)


def test_ten_thousand_random_byte_strings(matcher: TokenMatcher) -> None:
    """Decoded as careless software does: answered, or refused exactly if nothing can match."""
    rng = random.Random(SEED)
    names = [rng.randbytes(rng.randrange(60)).decode("utf-8", "replace") for _ in range(10_000)]
    assert 100 < asked_together(matcher, names, rng) < 9_000  # both ways were taken


def test_ten_thousand_strings_of_any_characters(matcher: TokenMatcher) -> None:
    """Of the whole of Unicode, lone surrogates and unassigned characters with it."""
    rng = random.Random(SEED)
    blocks = [range(0x20, 0x250), range(0x300, 0x370), range(0x370, 0x1200), range(0x2E80, 0xD7A4)]
    blocks += [range(0xD800, 0xE000), range(0xE000, 0x10000), range(0x10000, 0x110000)]
    names = [
        "".join(chr(rng.choice(rng.choice(blocks))) for _ in range(rng.randrange(1, 30)))
        for _ in range(10_000)
    ]
    assert 100 < asked_together(matcher, names, rng) < 9_000


@pytest.mark.parametrize(
    "name",
    ["", " ", "\t\r\n", "x", "Я", "7", ".", "-" * LONG, "!?%$", "\x00", "\x00\x07\x1b", "\ud800",
     "\u202e\u2066", "\u200b\u200d\ufeff", "\u0301" * LONG, "\ufffd" * 40, "🙂" * 3],
    ids=ascii,
)  # fmt: skip
def test_nothing_to_match_is_refused(matcher: TokenMatcher, name: str) -> None:
    """With what to give instead; an identifier beside such a name is enough."""
    if is_matchable(name):  # some readings of signs in words are names
        assert asked(matcher, name) is not None
        return
    assert asked(matcher, name) is None
    party = Party((name,), identifiers=("IMO 9074729",))
    assert matcher.search(party, threshold=THRESHOLD, limit=5) == []


DISGUISES: dict[str, Callable[[str], str]] = {
    "control characters": lambda name: "\x00" + name.replace(" ", " \x1b\x07") + "\x7f",
    "control characters within words": lambda name: name.replace("k", "k\x01"),
    "line breaks": lambda name: name.replace(" ", "\r\n"),
    "tabs and no-break spaces": lambda name: name.replace(" ", "\t\u00a0\u2003"),
    "right-to-left override": lambda name: f"\u202e{name}\u202c",
    "isolates around each word": lambda name: " ".join(f"\u2067{w}\u2069" for w in name.split()),
    "left-to-right marks within words": lambda name: "\u200e".join(name),
    "zero-width spaces and joiners": lambda name: name.replace("t", "t\u200b\u200d"),
    "soft hyphens": lambda name: name.replace("t", "t\u00ad"),
    "a flood of combining marks": lambda name: "".join(c + "\u0301\u0327" * 40 for c in name),
    "full-width letters": lambda name: "".join(
        chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in name
    ),
    "mathematical letters": lambda name: "".join(
        chr(0x1D41A + ord(c) - ord("a")) if c.isalpha() else c for c in name.lower()
    ),
    "a byte-order mark": lambda name: "\ufeff" + name,
    "a lone surrogate": lambda name: name + "\ud83d",
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "upper case": str.upper,
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_disguised_name_is_still_found(
    matcher: TokenMatcher, disguise: Callable[[str], str]
) -> None:
    """What does not show, or only decorates, does not hide a listed party."""
    found = asked(matcher, disguise("Ottokar Brandeis"), threshold=7_000)
    assert found
    assert found[0].entity_id == "e-0"


def giants() -> Iterator[tuple[str, str]]:
    """Names that are far too long, by what they are made of."""
    rng = random.Random(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    yield "one word", "a" * LONG
    yield "one word of random letters", "".join(rng.choices(letters, k=LONG))
    yield "one-letter words", " ".join(rng.choices(letters, k=LONG // 2))
    yield "a listed name again and again", ("Ottokar Brandeis " * LONG)[:LONG]
    yield "words one edit apart", " ".join("brandeis"[:at] for at in range(2, 9)) * (LONG // 40)
    yield "particles", ("de la al bin " * LONG)[:LONG]
    yield "legal forms", ("Ltd. S.A. GmbH Co. " * LONG)[:LONG]
    yield "Han", "金川贸易有限公司" * (LONG // 8)
    yield "Arabic", ("عبد الرحمن " * LONG)[:LONG]
    yield "Hangul", "김정은" * (LONG // 3)
    yield "mixed scripts", ("Ottokar Северов 金川 " * LONG)[:LONG]
    yield "digits", "".join(rng.choices("0123456789", k=LONG))
    yield "number words", ("forty seven thousand and " * LONG)[:LONG]
    yield "dotted initials", ("A." * LONG)[:LONG]
    yield "apostrophes and hyphens", ("d'a-" * LONG)[:LONG]
    yield "commas", ("Brandeis, Ottokar, " * LONG)[:LONG]
    yield "marks", "o\u0301" + "\u0301" * LONG
    yield "surrogates", "Ottokar " + "\ud800" * LONG
    yield "line breaks", "Ottokar" + "\n" * LONG + "Brandeis"


GIANTS = dict(giants())


@pytest.mark.parametrize("name", GIANTS.values(), ids=GIANTS.keys())
def test_a_giant_name_takes_bounded_work(matcher: TokenMatcher, name: str) -> None:
    """Read up to a fixed number of words; each listed name is compared once for each reading."""
    compared = []
    align = engine_module.align

    def counted(left: Any, right: Any, *rest: Any, **options: Any) -> Any:
        compared.append(len(left.tokens))
        return align(left, right, *rest, **options)

    with mock.patch.object(engine_module, "align", counted):
        for schema in (None, "Person", "Company"):
            compared.clear()
            party = Party((name,), schema=schema)
            try:
                matcher.search(party, threshold=1, limit=50)
            except InvalidInput:
                assert not is_matchable(name)
            assert len(compared) <= 3 * len(LISTED)  # `folded_forms`: three readings at most
            assert max(compared, default=0) <= MAX_TOKENS


def test_a_listed_name_in_front_of_a_flood_does_not_alert_for_less(matcher: TokenMatcher) -> None:
    """Words beyond those that are looked at still count as not found: no cheap false alert."""
    short = asked(matcher, "Ottokar Brandeis " + "pelican " * 10)
    long = asked(matcher, "Ottokar Brandeis " + "pelican " * 200)
    assert short is not None
    assert long is not None
    best = max((match.score for match in short), default=0)
    assert max((match.score for match in long), default=0) <= best


def flood(n: int) -> str:
    """A name of so many different words, none like another."""
    ends = ("ala", "elo", "imu", "oke", "uti")
    words = [f"{a}{end}{b}an" for b in "rst" for a in "bcdfghjklmnpvwz" for end in ends]
    return " ".join(words[:n])


@pytest.mark.parametrize("n", [MAX_TOKENS, MAX_TOKENS + 8, 200])
def test_a_name_of_many_words_is_listed_and_asked(n: int) -> None:
    """It meets itself as long as most of its words are looked at; other names are found as ever."""
    engine = TokenMatcher(index_of([*LISTED, ("Organization", flood(n))]))
    found = engine.search(Party((flood(n),)), threshold=7_000, limit=5)
    if n <= MAX_TOKENS + 8:
        assert [match.entity_id for match in found] == [f"e-{len(LISTED)}"]
    assert all(match.score <= 9_000 for match in found)
    again = engine.search(Party(("Ottokar Brandeis",)), threshold=7_000, limit=5)
    assert [match.entity_id for match in again] == ["e-0"]


def test_a_list_of_odd_names_is_compiled_and_searched() -> None:
    """Whatever a list holds: random characters, giants, nothing that is a name."""
    rng = random.Random(SEED)
    odd = [rng.randbytes(30).decode("utf-8", "replace") for _ in range(300)]
    texts = [*odd, *GIANTS.values(), "", "x", "\u202e", "\u0301" * 9]
    names = [("Person", text.encode("utf-8", "replace").decode()) for text in texts]
    engine = TokenMatcher(index_of([*LISTED, *names]))
    found = engine.search(Party(("Ottokar Brandeis",)), threshold=7_000, limit=50)
    assert found[0].entity_id == "e-0"
    for name in GIANTS.values():
        asked(engine, name)


def test_the_command_line_refuses_and_answers(
    tmp_path: Path, interdict: Callable[[Path], Any], ofac_files: Callable[..., Path]
) -> None:
    """One clear line and the exit code for bad input; a giant name is answered as JSON."""
    command = interdict(tmp_path / "record")
    edition = ofac_files(tmp_path / "edition")
    command.json("list", "load", "us_ofac_sdn", edition, "--edition", "2024-01-01")
    for name in ("x", "\u202e", "?!"):
        refused = command("screen", name, "--as-of", "2024-02-01")
        assert refused.code == 1
        assert "nothing to match" in refused.err
        assert "Traceback" not in refused.err
    for name in ("Anselm\u200b Grau\x00", "Grau " + "o\u0301" * 5_000):
        answer = command.json("screen", name, "--as-of", "2024-02-01")
        assert answer["status"] in ("alert", "clear")


def test_a_file_of_odd_names_gives_one_result_a_row(
    tmp_path: Path, interdict: Callable[[Path], Any], ofac_files: Callable[..., Path]
) -> None:
    """A row that cannot be screened says why; the rows around it are screened."""
    command = interdict(tmp_path / "record")
    edition = ofac_files(tmp_path / "edition")
    command.json("list", "load", "us_ofac_sdn", edition, "--edition", "2024-01-01")
    names = ["Anselm Grau", "\u202e", "Grau " * 400, "x", "a\u0301" * 2_000, "Anselm Grau"]
    source, output = tmp_path / "parties.jsonl", tmp_path / "results.jsonl"
    rows = [json.dumps({"id": str(at), "name": name}) for at, name in enumerate(names)]
    source.write_text("\n".join(rows) + "\n", "utf-8")
    ran = command("screen", "--file", source, "--output", output, "--as-of", "2024-02-01")
    assert ran.code == 1  # some rows are broken, and it says so
    results = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [result["reference"] for result in results] == ["0", "1", "2", "3", "4", "5"]
    broken = {r["reference"]: r["note"] for r in results if r["status"] == "broken"}
    assert set(broken) == {"1", "3"}
    assert all("nothing to match" in note for note in broken.values())
    assert [results[at]["status"] for at in (0, 5)] == ["alert", "alert"]
