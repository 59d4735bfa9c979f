"""Sources: grades, editions, and offsets that lead back to the raw text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate
from interdict.model.source import Block, Document, DocumentKind, Edition, Grade, Segment

RAW = "HEAD\r\nFirst line.\r\n\r\n[advert]\r\nSecond line.\r\n"
FIRST, SECOND = "First line.", "Second line."

DOCUMENT = Document(
    sha256="0" * 64,
    file_name="report.txt",
    container="bare",
    kind=DocumentKind.NEWS,
    raw=RAW,
    text=f"{FIRST}\n{SECOND}",
    segments=(
        Segment(0, RAW.index(FIRST), len(FIRST) + 1),
        Segment(len(FIRST) + 1, RAW.index(SECOND), len(SECOND)),
    ),
    blocks=(Block("paragraph", 0, len(FIRST)),),
)


class TestGrade:
    """How strongly a source establishes an event."""

    def test_ranks_fall_from_official_to_press(self) -> None:
        """Official is strongest, then a copy, then the issuer's release, then the press."""
        ranked = sorted(Grade, key=lambda grade: grade.rank)
        assert ranked == [Grade.OFFICIAL, Grade.COPY, Grade.ISSUER, Grade.PRESS]
        assert [grade.rank for grade in ranked] == [0, 1, 2, 3]

    def test_only_the_press_confirms_nothing(self) -> None:
        """Whatever its words, the press puts nothing in force and ends nothing."""
        assert [grade for grade in Grade if not grade.confirms] == [Grade.PRESS]


class TestEdition:
    """One dated issue of a dataset."""

    def test_dated_by_day_alone_counts_at_the_end_of_that_day(self) -> None:
        """A later issue of the same day, given with its time, comes before the day's end."""
        edition = Edition.dated("mylist", date(2025, 4, 19))
        assert edition.published_at == datetime(2025, 4, 19, 23, 59, 59, 999999, tzinfo=UTC)
        assert edition.published_on == date(2025, 4, 19)

    def test_its_civil_date_is_the_issuers_own(self) -> None:
        """What is issued in the evening in the west is not dated by the next day in UTC."""
        western = timezone(timedelta(hours=-5))
        edition = Edition("mylist", datetime(2025, 4, 19, 22, 0, tzinfo=western))
        assert edition.published_at.astimezone(UTC).date() == date(2025, 4, 20)
        assert edition.published_on == date(2025, 4, 19)

    def test_is_a_copy_unless_said_otherwise(self) -> None:
        """Nothing is official by default."""
        assert Edition.dated("mylist", date(2025, 4, 19)).grade is Grade.COPY


class TestDocument:
    """Clean text with offsets back to the raw text."""

    @pytest.mark.parametrize("sentence", [FIRST, SECOND, "line", "S", "."])
    def test_a_span_leads_back_to_the_same_characters(self, sentence: str) -> None:
        """The raw text between the offsets is what the text says."""
        for start in range(len(DOCUMENT.text)):
            if DOCUMENT.text.startswith(sentence, start):
                low, high = DOCUMENT.raw_span(start, start + len(sentence))
                assert RAW[low:high] == sentence

    def test_a_span_over_a_gap_runs_over_what_was_left_out(self) -> None:
        """It ends where its last character stands."""
        low, high = DOCUMENT.raw_span(0, len(DOCUMENT.text))
        assert RAW[low:high].startswith(FIRST)
        assert RAW[low:high].endswith(SECOND)
        assert "[advert]" in RAW[low:high]

    @pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 999)])
    def test_a_span_outside_the_text_is_refused(self, start: int, end: int) -> None:
        """Empty and impossible spans are errors, never silently cut."""
        with pytest.raises(ValueError, match="lies outside"):
            DOCUMENT.raw_span(start, end)

    def test_a_text_that_precedes_its_segments_is_refused(self) -> None:
        """An offset that no segment explains leads nowhere."""
        torn = replace(DOCUMENT, segments=DOCUMENT.segments[1:])
        with pytest.raises(ValueError, match="precedes"):
            torn.raw_span(0, 5)

    def test_publication_keeps_its_precision(self) -> None:
        """A month stays a month; a time of day is dropped; no date is no date."""
        assert replace(DOCUMENT, published="2025-11").published_on == PartialDate(2025, 11)
        timed = replace(DOCUMENT, published="2025-11-17T02:08:21")
        assert timed.published_on == PartialDate(2025, 11, 17)
        assert DOCUMENT.published_on is None

    def test_a_publication_that_is_no_date_is_an_error(self) -> None:
        """It never turns into an undated document by itself."""
        with pytest.raises(InvalidInput):
            _ = replace(DOCUMENT, published="last week").published_on
