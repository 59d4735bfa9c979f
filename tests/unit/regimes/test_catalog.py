"""Reading regimes' files: what is accepted, and what each mistake is told."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from interdict.errors import InvalidInput, NotFound, ReadError
from interdict.regimes.catalog import load_regimes, regimes_of
from interdict.regimes.document import parse_yaml
from interdict.regimes.parsing import parse_regime

FILE = "xx-test.yml"
GOOD = """
key: XX-TEST
title: Test programme
short: TP
issuer: XX-MINISTRY
authority: The minister.
legal_basis: [Test Act section 1]
target_kinds: [Organization]
names: [Test Programme, TP]
lifecycle:
  starts: [published]
  announces: [announced]
  ends: [revoked, annulled]
  by_act: false
  notice_days: 3
official_lists: [xx_list]
journal: Test Gazette
list_tags:
  - {dataset: xx_list, tag: TP, absence_ends: true}
procedure:
  - topic: duration
    text: Without limit.
    legal_basis: [Test Act section 2]
    source: act
    grade: A
    verified_on: 2026-01-31
effects:
  - code: asset_freeze
    addressee: US_PERSON
    title: Freeze
    text: >-
      Property is
      frozen.
    starts_on: published
    legal_basis: [Test Act section 3]
    source: act
    grade: A
    verified_on: 2026-01-31
  - code: export_licence
    addressee: EAR_EXPORTER
    title: Licence
    text: A licence is needed.
    starts_on: listed
    legal_basis: [Test Act section 4]
    source: act
    grade: U
    verified_on: null
does_not:
  - {text: It does nothing else., source: act, grade: A}
contested:
  - question: Is it wise?
    readings:
      - {who: One, says: Yes., source: act, grade: B}
      - {who: Other, says: No., source: act, grade: C}
sources:
  - {key: act, title: Test Act, grade: A, url: null}
opensanctions_id: null
notes: []
"""


def _changed(old: str, new: str) -> bytes:
    """The good file with one passage changed; the passage must be there once."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new).encode()


def test_a_good_file_is_read() -> None:
    """Each part of the file arrives; folded text is one line; the hash is that of the bytes."""
    regime = parse_regime(FILE, GOOD.encode())
    assert (regime.key, regime.issuer, regime.journal) == ("XX-TEST", "XX-MINISTRY", "Test Gazette")
    assert regime.lifecycle.notice_days == 3
    freeze, licence = regime.effects
    assert freeze.text == "Property is frozen."
    assert freeze.verified_on == "2026-01-31"
    assert freeze.ends_on == ("revoked", "annulled")
    assert licence.ends_on == ()
    assert regime.contested[0].readings[1].says == "No."
    assert regime.data_hash == sha256(GOOD.encode()).hexdigest()


def test_an_effect_may_end_on_fewer_events() -> None:
    """Where `ends_on` is given, the effect keeps to it."""
    changed = _changed(
        "    starts_on: published\n", "    starts_on: published\n    ends_on: [revoked]\n"
    )
    assert parse_regime(FILE, changed).effects[0].ends_on == ("revoked",)


MISTAKES = [
    ("key: XX-TEST", "key: XX-OTHER", "key", "xx-other.yml"),
    ("short: TP\n", "short: TP\nshrot: TP\n", "shrot", "Allowed here: key, title"),
    ("title: Test programme", "title:", "title", "missing"),
    ("title: Test programme", "title: '  '", "title", "is empty"),
    ("title: Test programme", "title: 7", "title", "must be text"),
    ("target_kinds: [Organization]", "target_kinds: []", "target_kinds", "at least one"),
    ("notes: []", "notes: []\nuses: [xx-none]", "uses[0]", "no shared file 'xx-none'"),
    (
        "notice_days: 3",
        "notice_days: 3\n  programme: [{event: gone, date: 2020, text: X, source: act, grade: U}]",
        "lifecycle.programme[0].date",
        "must be text",
    ),
    (
        "notice_days: 3",
        "notice_days: 3\n  programme: [{event: gone, date: 2020-01-01, source: act, grade: U}]",
        "lifecycle.programme[0].event",
        "enacted, amended",
    ),
    (
        "absence_ends: true}",
        "absence_ends: true, stage: soon}",
        "list_tags[0].stage",
        "force, announced",
    ),
    (
        "    starts_on: published\n",
        "    starts_on: published\n    before_on: announced\n",
        "effects[0].before_on",
        "before_force",
    ),
    (
        "    starts_on: published\n",
        "    starts_on: published\n    decided_on: week\n",
        "effects[0].decided_on",
        "day, act",
    ),
    (
        "    starts_on: published\n",
        "    starts_on: published\n    deadlines: [{what: X, counted_from: Y, days: 10}]\n",
        "effects[0].deadlines[0]",
        "'days' with its 'calendar', or 'yearly'",
    ),
    (
        "    starts_on: published\n",
        "    starts_on: published\n    deadlines: [{what: X, counted_from: Y, yearly: 13-40}]\n",
        "effects[0].deadlines[0].yearly",
        "MM-DD",
    ),
    (
        "notes: []",
        "ownership: {thresholds: [], text: X, legal_basis: [Y], source: act, grade: U}",
        "ownership.thresholds",
        "at least one",
    ),
    (
        "notes: []",
        "ownership: {thresholds: [{percent: 150, at_least: true}], text: X, legal_basis: [Y]}",
        "ownership.thresholds[0].percent",
        "1 to 100",
    ),
    (
        "notes: []",
        "ownership: {thresholds: [{since: 2024-01-01, percent: 9, at_least: true}, *half]}".replace(
            "*half", "{since: 2020-01-01, percent: 50, at_least: true}"
        ),
        "ownership.thresholds[1].since",
        "later",
    ),
    ("names: [Test Programme, TP]", "names: [TP, TP]", "names[1]", "written twice"),
    ("names: [Test Programme, TP]", "names: TP", "names", "must be a list, not text"),
    ("[Organization]", "[Ship]", "target_kinds", "'Ship' is not a kind of party. Allowed: "),
    ("starts: [published]", "starts: [publishd]", "lifecycle.starts", "published"),
    ("ends: [revoked, annulled]", "ends: [published]", "lifecycle.ends", "'starts' already"),
    ("announces: [announced]", "announces: [revoked]", "lifecycle.announces", "'ends' already"),
    ("by_act: false", "by_act: never", "lifecycle.by_act", "must be true or false"),
    ("by_act: false", "by_act:", "lifecycle.by_act", "missing"),
    ("notice_days: 3", "notice_days: -3", "lifecycle.notice_days", "zero or more"),
    ("topic: duration", "topic: length", "procedure[0].topic", "duration"),
    ("code: asset_freeze", "code: freezing", "effects[0].code", "asset_freeze, dealing_ban"),
    ("code: asset_freeze", "code: use_of_force", "effects[0].code", "never an effect"),
    ("code: asset_freeze", "code: reward", "effects[0].code", "not a sanction"),
    ("addressee: US_PERSON", "addressee: US_BANK", "effects[0].addressee", "US_PERSON, US_FI"),
    ("starts_on: published", "starts_on: announced", "effects[0].starts_on", "before_force"),
    ("starts_on: published", "starts_on: held", "effects[0].starts_on", "published, listed"),
    ("starts_on: listed", "starts_on: listed\n    ends_on: [revoked]", "effects[1].ends_on", "tag"),
    (
        "starts_on: published",
        "starts_on: published\n    ends_on: [listed]",
        "effects[0].ends_on",
        "revoked, annulled",
    ),
    ("legal_basis: [Test Act section 3]", "legal_basis: []", "effects[0].legal_basis", "at least"),
    (
        "section 3]\n    source: act",
        "section 3]\n    source: book",
        "effects[0].source",
        "Allowed: act",
    ),
    ("section 3]\n    source: act", "section 3]", "effects[0].source", "missing"),
    (
        "section 3]\n    source: act\n    grade: A",
        "section 3]\n    source: act\n    grade: D",
        "effects[0].grade",
        "A, B, C, U",
    ),
    (
        "section 3]\n    source: act\n    grade: A",
        "section 3]\n    source: act",
        "effects[0].grade",
        "missing",
    ),
    (
        "section 3]\n    source: act\n    grade: A",
        "section 3]\n    source: act\n    grade: U",
        "effects[0].verified_on",
        "must be null",
    ),
    (
        "grade: U\n    verified_on: null",
        "grade: A\n    verified_on: null",
        "effects[1].verified_on",
        "U",
    ),
    (
        "grade: U\n    verified_on: null",
        "grade: A\n    verified_on: last spring",
        "effects[1].verified_on",
        "YYYY-MM-DD",
    ),
    ("title: Test Act, grade: A", "title: Test Act, grade: B", "procedure[0].grade", "stronger"),
    (
        "sources:\n",
        "sources:\n  - {key: act, title: Twin, grade: A}\n",
        "sources[1].key",
        "already",
    ),
    ("grade: A, url: null", "grade: A, link: x", "sources[0].link", "unknown key"),
    (
        "      - {who: Other, says: No., source: act, grade: C}\n",
        "",
        "contested[0].readings",
        "at least two",
    ),
    (
        "who: One, says: Yes., source: act",
        "who: One, says: Yes., source: rumour",
        "contested[0].readings[0].source",
        "Allowed: act",
    ),
    ("text: It does nothing else.", "text: ''", "does_not[0].text", "is empty"),
    ("lifecycle:\n", "lifecycle: []\nlifecycle2:\n", "lifecycle2", "unknown key"),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "hint"), MISTAKES, ids=[f"{m[2]}-{at}" for at, m in enumerate(MISTAKES)]
)
def test_a_mistake_is_told_with_file_and_place(old: str, new: str, place: str, hint: str) -> None:
    """The error names the file, the path in the document, and what would be right."""
    with pytest.raises(InvalidInput) as raised:
        parse_regime(FILE, _changed(old, new))
    assert str(raised.value).startswith(f"{FILE}, {place} (line ")
    assert hint in str(raised.value)


@pytest.mark.parametrize(
    ("content", "line", "hint"),
    [
        (_changed("short: TP\n", "short: TP\nshort: XX\n"), 5, "'short' is written twice"),
        (_changed("    text: Without limit.\n", "    text: A\n    text: B\n"), 23, "'text'"),
        (_changed("notes: []", "notes: ["), 59, "node content"),
        (_changed("notes: []", "yes: []"), 58, "put it in quotes"),
        (b"key: \xff", None, "UTF-8"),
    ],
    ids=["twice", "twice-inside", "not-yaml", "bare-yes", "not-utf8"],
)
def test_what_is_not_a_document_is_a_read_error(
    content: bytes, line: int | None, hint: str
) -> None:
    """Broken YAML names file and line; a key written twice is not silently overridden."""
    with pytest.raises(ReadError) as raised:
        parse_regime(FILE, content)
    assert raised.value.file == FILE
    assert line is None or raised.value.line == line
    assert hint in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"- a\n- b\n", b"just text"])
def test_the_root_must_be_a_mapping(content: bytes) -> None:
    """An empty file or a list is refused by the file's name."""
    with pytest.raises(InvalidInput, match=r"^xx-test\.yml: must be a mapping"):
        parse_regime(FILE, content)


SHARED = """
effects:
  - code: dealing_ban
    addressee: US_PERSON
    title: Dealings
    text: None are allowed.
    starts_on: published
    legal_basis: [$legal_basis, Other Act]
    source: notes
    grade: B
    verified_on: 2026-01-31
  - code: asset_freeze
    addressee: US_PERSON
    title: Another freeze
    text: The programme's own file says it better.
    starts_on: published
    legal_basis: [$legal_basis]
    source: unused
    grade: U
ownership:
  thresholds:
    - {percent: 50, at_least: false}
    - {since: 2024-07-03, percent: 50, at_least: true}
  aggregate: true
  control: null
  binding: false
  text: Half is enough.
  legal_basis: [Guidance]
  source: notes
  grade: B
  verified_on: 2026-01-31
sources:
  - {key: notes, title: Notes, grade: B}
  - {key: unused, title: Nobody cites this in the end, grade: U}
"""


def test_a_shared_file_is_taken_in() -> None:
    """After the programme's own texts, with its basis, and with the sources that are cited."""
    content = GOOD.replace("notes: []", "uses: [xx-shared]").encode()
    regime = parse_regime(FILE, content, {"xx-shared": SHARED.encode()})
    assert [effect.title for effect in regime.effects] == ["Freeze", "Licence", "Dealings"]
    assert regime.effects[2].legal_basis == ("Test Act section 1", "Other Act")
    assert [source.key for source in regime.sources] == ["act", "notes"]
    assert regime.uses == ("xx-shared",)
    both = sha256(content + b"\0" + SHARED.encode()).hexdigest()
    assert regime.data_hash == both


def test_a_threshold_applies_from_its_day() -> None:
    """More than half until a practice of 2024, half from then on."""
    content = GOOD.replace("notes: []", "uses: [xx-shared]").encode()
    rule = parse_regime(FILE, content, {"xx-shared": SHARED.encode()}).ownership
    assert rule is not None
    before, after = (rule.threshold_on(date(2024, 7, day)) for day in (2, 3))
    assert before is not None
    assert after is not None
    assert (before.at_least, after.at_least) == (False, True)
    assert rule.control is None


def test_a_shared_file_is_told_by_its_own_name() -> None:
    """A mistake in it names it, not the programme that takes it in."""
    content = GOOD.replace("notes: []", "uses: [xx-shared]").encode()
    broken = SHARED.replace("code: dealing_ban", "code: dealings")
    with pytest.raises(
        InvalidInput, match=r"^shared/xx-shared\.yml, effects\[0\]\.code \(line \d+\): "
    ):
        parse_regime(FILE, content, {"xx-shared": broken.encode()})
    other = SHARED.replace("key: notes", "key: act").replace("source: notes", "source: act")
    with pytest.raises(
        InvalidInput, match=r"^xx-test\.yml, sources(?: \(line \d+\))?: the key 'act'"
    ):
        parse_regime(FILE, content, {"xx-shared": other.encode()})


def test_two_regimes_cannot_claim_one_tag() -> None:
    """A tag means one programme; the error names both claimants."""
    twin = GOOD.replace("XX-TEST", "XX-TWIN").encode()
    with pytest.raises(InvalidInput, match=r"xx-twin\.yml, list_tags: .*'TP'.*XX-TEST"):
        regimes_of({FILE: GOOD.encode(), "xx-twin.yml": twin})


def test_regimes_answer_by_key_and_tag() -> None:
    """Lookup by key, by key as typed, and by list and tag; an unclaimed tag gives None."""
    regimes = regimes_of({FILE: GOOD.encode()})
    regime = regimes["XX-TEST"]
    assert list(regimes.keys()) == ["XX-TEST"]
    assert regimes.get("XX-NONE") is None
    assert regimes.named(" xx-test ") is regime
    assert regimes.by_tag("xx_list", "TP") is regime
    assert regimes.by_tag("other_list", "TP") is None
    assert regimes.key_of("xx_list:TP") == "XX-TEST"
    assert regimes.key_of("xx_list:OTHER") == "xx_list:OTHER"
    assert regimes.key_of("XX-TEST") == "XX-TEST"
    with pytest.raises(NotFound, match="XX-TEST"):
        regimes.named("XX-NONE")


def test_digest_depends_on_contents_alone() -> None:
    """The order of files does not matter; one changed character does."""
    other = GOOD.replace("XX-TEST", "XX-SECOND").replace("tag: TP", "tag: T2")
    files = {FILE: GOOD.encode(), "xx-second.yml": other.encode()}
    first = regimes_of(files)
    assert regimes_of(dict(reversed(files.items()))).digest == first.digest
    assert list(first) == ["XX-SECOND", "XX-TEST"]
    changed = regimes_of(files | {FILE: _changed("Without limit.", "Without limit!")})
    assert changed.digest != first.digest


def test_the_package_holds_its_regimes() -> None:
    """The files that come with the package are read, and OFAC's tags lead to them."""
    regimes = load_regimes()
    assert {"US-FTO", "US-SDGT"} <= set(regimes)
    fto, sdgt = regimes.by_tag("us_ofac_sdn", "FTO"), regimes.by_tag("us_ofac_sdn", "SDGT")
    assert fto is regimes["US-FTO"]
    assert sdgt is regimes["US-SDGT"]
    assert len(regimes.digest) == 64


def test_an_error_names_the_line_of_its_place() -> None:
    """Of the key itself; of the part that should hold it where it is missing."""
    text = (
        "key: XX-ONE\n"
        "effects:\n"
        "  - code: asset_freeze\n"
        "    addressee: NOBODY\n"
        "  - code: asset_freeze\n"
    )
    root = parse_yaml("xx-one.yml", text.encode())
    first, second = root.items("effects")
    with pytest.raises(InvalidInput, match=r"effects\[0\]\.addressee \(line 4\)"):
        first.choice("addressee", ["EU_PERSON"], "an addressee")
    with pytest.raises(InvalidInput, match=r"effects\[1\]\.addressee \(line 5\)"):
        second.text("addressee")
