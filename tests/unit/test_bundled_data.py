"""The data that the package carries: the record, the sample documents, the sample customers."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from functools import cache

import pytest

from interdict.lists.bundled.format import GRADES, RecordEntry, RecordFile, read_record
from interdict.lists.bundled.statements import bundled_files, bundled_paths
from interdict.lists.catalog import parse_files
from interdict.model.dates import PartialDate, Span, resolved
from interdict.model.schema import PARTY_SCHEMATA

STARTS = {"published", "in_force", "listed", "reinstated"}
SAMPLE_MARK = "Sample text written for the Interdict project"


@cache
def record() -> RecordFile:
    (file,) = bundled_files()
    return read_record(file)


def entry(identifier: str) -> RecordEntry:
    return next(e for e in record().entries if e.id == identifier)


def values(item: RecordEntry, *props: str) -> list[str]:
    return [fact.value for fact in item.facts if fact.prop in props]


def dates_of(identifier: str, programme: str, event: str) -> list[tuple[str, str]]:
    """(date, grade) of every such event."""
    return [
        (e.date, e.grade)
        for d in entry(identifier).designations
        if d.programme == programme
        for e in d.events
        if e.event == event
    ]


def test_the_whole_record_is_understood() -> None:
    """The list plug-in parses it under its alias, without a signal."""
    parsed = parse_files("bundled", bundled_files())
    (content,) = parsed.parts
    assert parsed.dataset == "interdict_fto"
    assert content.part.signals == ()
    assert content.part.n_records == len(record().entries)
    assert parsed.published_at is not None
    assert parsed.published_at.date() == record().edition


def test_there_are_as_many_organizations_as_the_facts_support() -> None:
    """At least 95 organizations with an FTO designation, past or present."""
    listed = [
        e.id for e in record().entries if any(d.programme == "US-FTO" for d in e.designations)
    ]
    assert len(listed) >= 95
    assert {e.schema for e in record().entries if e.id in listed} == {"Organization"}


def test_no_name_stands_for_two_parties() -> None:
    """A name, alias or former name belongs to one entry; weak ones may be shared."""
    names = Counter(
        name.casefold()
        for item in record().entries
        for name in {v.casefold() for v in values(item, "name", "alias", "previousName")}
    )
    assert [name for name, n in names.items() if n > 1] == []


def test_names_are_in_ordinary_case() -> None:
    """No word of five letters or more is in capitals, as lists print names; HAMAS is short so."""
    shouted = {
        word
        for item in record().entries
        for name in values(item, "name", "alias", "previousName")
        for word in name.split()
        if len(word) > 4 and word.isascii() and word.isalpha() and word.isupper()
    }
    assert shouted == {"HAMAS"}


def test_every_declared_source_is_used() -> None:
    """A source that nothing rests on would be a false credit."""
    titles = {source.title for source in record().sources.values()}
    cited = {e.citation for item in record().entries for d in item.designations for e in d.events}
    cited |= {fact.citation for item in record().entries for fact in item.facts}
    assert {title for title in titles if not any(text.startswith(title) for text in cited)} == set()


def test_dates_are_sane() -> None:
    """No event after the edition or before the first statute; an end follows some start."""
    for item in record().entries:
        for designation in item.designations:
            starts = [e for e in designation.events if e.event in STARTS]
            for event in designation.events:
                span = Span.parse(event.date)
                assert span.last is not None and span.last <= record().edition
                assert span.first is None or span.first >= date(1997, 1, 1)
                if event.event == "revoked" and starts:
                    firsts = [Span.parse(s.date).last for s in starts]
                    assert any(f is not None and f < span.last for f in firsts), item.id
                if event.expected:
                    announced = resolved(event.date)
                    assert announced is not None
                    assert announced.first < PartialDate.parse(event.expected).first


def test_exact_days_are_never_taken_from_the_sight_of_a_tag() -> None:
    """What rests on an edition of OFAC's list is a bound, not a day."""
    for item in record().entries:
        for designation in item.designations:
            for event in designation.events:
                if event.citation.startswith("OFAC"):
                    assert "/" in event.date, (item.id, event.date)


def test_nothing_unchecked_stands_alone_where_a_bound_is_known() -> None:
    """Each start or end graded U has a better-graded event of the same kind beside it."""
    for item in record().entries:
        for designation in item.designations:
            for event in designation.events:
                if event.grade == "U":
                    kind = STARTS if event.event in STARTS else {event.event}
                    assert any(
                        e.event in kind and GRADES.index(e.grade) < GRADES.index("U")
                        for e in designation.events
                    ), item.id


@pytest.mark.parametrize(
    ("identifier", "programme", "event", "day", "grade"),
    [
        ("abu-sayyaf-group", "US-FTO", "published", "1997-10-08", "B"),
        ("al-qaida", "US-FTO", "published", "1999-10-08", "B"),
        ("boko-haram", "US-FTO", "published", "2013-11-14", "A"),
        ("irgc", "US-FTO", "published", "2019-04-15", "A"),
        ("asaib-ahl-al-haq", "US-FTO", "published", "2020-01-10", "A"),
        ("al-nusrah-front", "US-FTO", "published", "2014-05-15", "A"),
        ("al-nusrah-front", "US-FTO", "revoked", "2025-07-08", "A"),
        ("mujahedin-e-khalq", "US-FTO", "revoked", "2012-09-28", "A"),
        ("tren-de-aragua", "US-FTO", "published", "2025-02-20", "A"),
        ("tren-de-aragua", "US-TCO", "in_force", "2024-07-11", "B"),
        ("clan-del-golfo", "US-FTO", "published", "2025-12-17", "A"),
        ("lashkar-e-tayyiba", "US-FTO", "amended", "2025-07-18", "B"),
        ("ansarallah", "US-FTO", "licensed", "2021-01-25", "B"),
        ("ansarallah", "US-SDGT", "in_force", "2024-02-16", "B"),
        ("revolutionary-armed-forces-of-colombia", "US-FTO", "revoked", "2021-12-01", "U"),
        ("kahane-chai", "US-FTO", "revoked", "2022-04-29/2023-09-28", "A"),
        ("irgc-navy", "US-FTO", "in_force", "../2021-04-14", "A"),
        ("barrio-18", "US-FTO", "in_force", "../2026-04-22", "B"),
        ("antifa-ost", "US-SDGT", "in_force", "2025-11-13", "A"),
        ("lebanese-muslim-brotherhood", "US-FTO", "published", "2026-01-14", "A"),
        ("palestine-action", "GB-PROSCRIBED", "in_force", "2025-07-05", "A"),
    ],
)
def test_known_facts(identifier: str, programme: str, event: str, day: str, grade: str) -> None:
    """Facts that were checked one by one against their sources."""
    assert (day, grade) in dates_of(identifier, programme, event)


def test_what_was_announced_for_a_day_says_so() -> None:
    """Antifa Ost: the release of 13 November names 20 November as the effective date."""
    (fto,) = [d for d in entry("antifa-ost").designations if d.programme == "US-FTO"]
    assert next((e.event, e.date, e.expected) for e in fto.events) == (
        "announced",
        "2025-11-13",
        "2025-11-20",
    )
    assert not any(e.event == "published" for e in fto.events)


def test_ended_designations_end_in_one_programme_only() -> None:
    """The al-Nusrah Front stays an SDGT, as do the five that were revoked in 2022."""
    for identifier in ("al-nusrah-front", "aum-shinrikyo", "mujahidin-shura-council"):
        assert dates_of(identifier, "US-FTO", "revoked")
        assert dates_of(identifier, "US-SDGT", "in_force")
        assert not dates_of(identifier, "US-SDGT", "revoked")


def test_the_cartel_of_the_demonstration_has_names_but_no_designation() -> None:
    """Its designations of 2025 must come from the bundled documents."""
    cartel = entry("cartel-de-los-soles")
    assert "Cartel of the Suns" in values(cartel, "alias")
    assert cartel.designations == ()


def test_maduro_is_listed_on_his_own_account_only() -> None:
    """His listings are not about terrorism: neither FTO nor SDGT."""
    maduro = entry("nicolas-maduro-moros")
    assert maduro.schema == "Person"
    assert values(maduro, "birthDate") == ["1962-11-23"]
    assert {d.programme for d in maduro.designations} == {
        "us_ofac_sdn:VENEZUELA",
        "us_ofac_sdn:IRAN-CON-ARMS-EO",
    }


def test_sample_documents_say_what_they_are() -> None:
    """Three press texts, a release and a notice, each marked as a sample and about the group."""
    paths = bundled_paths()
    texts = [p.read_text(encoding="utf-8") for p in (*paths.press, paths.release, paths.notice)]
    assert len(texts) == 5
    for text in texts:
        assert SAMPLE_MARK in text
        assert "Cartel de los Soles" in text
    for text in texts[:3]:
        assert "24" in text and "July" in text and "$50 million" in text


def test_the_press_texts_come_in_three_containers() -> None:
    """Front matter, a header line, and a feed's row at the end."""
    front, header, row = (p.read_text(encoding="utf-8") for p in bundled_paths().press)
    assert front.startswith("---\n")
    assert header.startswith(" date 2025-11-17 By ")
    assert row.rstrip().splitlines()[-1].startswith(", Atlantic Ledger, %%https://")


def test_sample_customers_are_well_formed() -> None:
    """Unique references, known schemata, readable dates, several scripts."""
    text = bundled_paths().customers.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text), strict=True))
    assert len(rows) >= 25
    assert list(rows[0]) == [
        "reference",
        "name",
        "schema",
        "birth_date",
        "country",
        "identifier",
    ]
    assert len({row["reference"] for row in rows}) == len(rows)
    assert {row["schema"] for row in rows} <= PARTY_SCHEMATA
    for row in rows:
        if row["birth_date"]:
            PartialDate.parse(row["birth_date"])
    names = {row["name"] for row in rows}
    assert "Cartel of the Suns" in names
    assert any(not name.isascii() for name in names)


def test_one_sample_customer_shares_only_the_name_of_a_listed_person() -> None:
    """Same name as Maduro, another birth date: the case that a birth date must decide."""
    text = bundled_paths().customers.read_text(encoding="utf-8")
    born = {
        row["birth_date"]
        for row in csv.DictReader(io.StringIO(text))
        if row["name"] == "Nicolás Maduro Moros"
    }
    assert len(born) == 2
    assert "1962-11-23" in born
