"""Time expressions: which there are, what they mean, and what is none."""

from __future__ import annotations

import pytest

from interdict.claims.dates import find_dates
from interdict.claims.durations import find_durations
from interdict.claims.time_expression import TimeExpression
from interdict.model.dates import PartialDate

# A Wednesday.
PUBLISHED = PartialDate(2021, 6, 16)


def read(text: str, published: PartialDate | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(found.text, found.edtf) for found in find_dates(text, published=published)]


def only(text: str, published: PartialDate | None = PUBLISHED) -> TimeExpression:
    (found,) = find_dates(text, published=published)
    return found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was listed on March 5, 2019.", "2019-03-05"),
        ("It was listed on 5 March 2019.", "2019-03-05"),
        ("It was listed on the 5th of March, 2019.", "2019-03-05"),
        ("It was listed on Mar. 5, 2019.", "2019-03-05"),
        ("It was listed on Tuesday, March 5, 2019.", "2019-03-05"),
        ("It was listed on 05-Mar-2019.", "2019-03-05"),
        ("It was listed on 2019-03-05.", "2019-03-05"),
        ("It was listed at 2019-03-05T10:20:30Z.", "2019-03-05"),
        ("It was listed on 25/03/2019.", "2019-03-25"),
        ("It was listed on 03/25/2019.", "2019-03-25"),
        ("It was listed on 03/05/2019.", "2019"),
        ("It was listed in March 2019.", "2019-03"),
        ("It was listed in late March of 2019.", "2019-03"),
        ("It was listed in 2019.", "2019"),
        ("It grew in the 1990s.", "1990/1999"),
        ("It fought from 2011 to 2014.", "2011/2014"),
        ("It fought between 2011 and 2014.", "2011/2014"),
        ("It was listed in the second quarter of 2019.", "2019-04/2019-06"),
        ("The trial ran on March 5-7, 2019.", "2019-03-05/2019-03-07"),
        ("The trial ran on 5-7 March 2019.", "2019-03-05/2019-03-07"),
        ("The 2015 bombing was theirs.", "2015"),
        ("A 2015 report named it.", "2015"),
        ("It grew in the second half of 2015.", "2015-07/2015-12"),
    ],
)
def test_dates_with_a_year_stand_alone(text: str, edtf: str) -> None:
    """They need no document date, and mean the same with and without one."""
    assert only(text).edtf == edtf
    assert only(text, None).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The listing will take effect on July 1.", "2021-07-01"),
        ("The order was signed on July 1.", "2020-07-01"),
        ("The ministry announced a ban effective Dec. 3.", "2021-12-03"),
        ("The ministry said the ban starts from 3 December.", "2021-12-03"),
        ("Beginning 3 January, banks will report.", "2022-01-03"),
        ("Police raided the house on the 24th of May.", "2021-05-24"),
        ("In July, police raided the house.", "2020-07"),
        ("In May, police raided the house.", "2021-05"),
        ("The group will be listed in March.", "2022-03"),
        ("The court plans to rule in August.", "2021-08"),
        ("The group, which will be listed in July, was founded in March.", "2021-07"),
    ],
)
def test_governing_words_decide_past_or_future(text: str, edtf: str) -> None:
    """One document holds both directions: the nearest verb decides, not a setting."""
    assert read(text)[0][1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She said on Wednesday that it was over.", "2021-06-16"),
        ("She said on Thursday that it was over.", "2021-06-10"),
        ("The council will vote on Thursday.", "2021-06-17"),
        ("On Friday, the council will vote.", "2021-06-18"),
        ("On Friday, the council voted.", "2021-06-11"),
        ("Talks resume Tuesday.", "2021-06-22"),
        ("The ban begins next Monday.", "2021-06-21"),
        ("The ban began last Wednesday.", "2021-06-09"),
        ("Monday night’s raid was the third.", "2021-06-14"),
        ("It happened last week.", "2021-06-07/2021-06-13"),
        ("It is expected next week.", "2021-06-21/2021-06-27"),
        ("It happened over the weekend.", "2021-06-12/2021-06-13"),
        ("It happened last month.", "2021-05"),
        ("It is due next year.", "2022"),
        ("It happened late last year.", "2020"),
        ("It happened earlier this year.", "2021-01-01/2021-06-16"),
        ("It happened earlier this month.", "2021-06-01/2021-06-16"),
        ("It is due later this year.", "2021-06-16/2021-12-31"),
        ("It happened yesterday.", "2021-06-15"),
        ("It happened three days ago.", "2021-06-13"),
        ("It happened two years ago.", "2019"),
        ("It grew over the past three months.", "2021-03-16/2021-06-16"),
        ("It happened last December.", "2020-12"),
        ("It happened in early February.", "2021-02"),
        ("The minister signed it on Sunday, June 6.", "2021-06-06"),
    ],
)
def test_relative_expressions_count_from_the_document(text: str, edtf: str) -> None:
    """Weekdays, weeks, months and years are seen from the day of publication."""
    assert only(text).edtf == edtf
    assert only(text).anchor == "2021-06-16"


@pytest.mark.parametrize(
    ("text", "edtf", "modifier"),
    [
        ("Since March, three ships were seized.", "2021-03/..", "since"),
        ("It has smuggled since around 1987.", "1987~/..", "since"),
        ("It was founded around 1987.", "1987~", "approx"),
        ("It was active until 2005.", "../2005", "until"),
        ("It was active before 2005.", "../2005", "before"),
        ("It was founded in early 2005.", "2005", "start"),
        ("It was founded in mid-April.", "2021-04", "mid"),
        ("It ended at the end of April.", "2021-04", "end"),
        ("It was disbanded more than a decade ago.", "../2011", "before"),
    ],
)
def test_words_of_limit_part_and_doubt_are_kept(text: str, edtf: str, modifier: str) -> None:
    """They open the interval, mark the date approximate, or say which part is meant."""
    assert (only(text).edtf, only(text).modifier) == (edtf, modifier)


def test_hours_earlier_counts_from_the_event_before_it() -> None:
    """It is the day last named, not the document's."""
    found = find_dates(
        "The envoy spoke on Friday. Hours earlier, the port was bombed.", published=PUBLISHED
    )
    assert [f.edtf for f in found] == ["2021-06-11", "2021-06-11"]
    assert found[1].anchor == "previous:2021-06-11"
    assert read("Hours earlier, the port was bombed.") == [("Hours earlier", None)]
    assert read("It fell on May 3, 2020. Two days later, it rose.")[1][1] == "2020-05-05"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It will take effect on November 24.", "XXXX-11-24"),
        ("She said so on Sunday.", "XXXX-WXX-7"),
        ("It happened in August.", "XXXX-08"),
        ("It happened earlier this year.", None),
        ("It happened last week.", None),
        ("It happened over the weekend.", None),
    ],
)
def test_an_undated_document_gives_symbolic_dates(text: str, edtf: str | None) -> None:
    """What cannot be resolved is kept as far as it goes, and never guessed."""
    assert only(text, None).edtf == edtf
    assert only(text, None).anchor is None


def test_a_document_dated_by_month_resolves_what_a_month_can() -> None:
    """Months and years resolve; weekdays stay symbolic."""
    month = PartialDate(2021, 6)
    assert only("It happened in July.", month).edtf == "2020-07"
    assert only("It happened last month.", month).edtf == "2021-05"
    assert only("It happened on Sunday.", month).edtf == "XXXX-WXX-7"


@pytest.mark.parametrize(
    "text",
    [
        "It may strike, and they march on.",
        "We may 5 times fail.",
        "The reward is $50m, up from $2019.",
        "It was the 21st raid of the century.",
        "Theresa May said so.",
        "The Revolutionary Organization 9 June was listed.",
        "The 9 June Movement and the “9 June” cell were listed.",
        "The Terrorism Act 2000 and the Control Act of 1976 apply.",
        "Resolution 1373 (2001) and Order 13224 of September 23, 2001 apply.",
        "See https://example.org/2019/03/05/in-march-2019 now.",
        "Section 219, 8 U.S.C. 1189 and 31 CFR 594 apply.",
        "Black September and the Sunday Times were there on no day.",
        "It killed 2015 people and 1999 cattle.",
        "On Sundays they rest.",
        "They come from sun symbols.",
        "About 2000 fighters remain.",
        "The Agenda 2030 plan failed.",
        "He sat and wed the sun.",
        "The ratio was 3/4/20.",
        "The 9 June group fled.",
        "Its number is 31/02/2019.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Modal verbs, money, ordinals, names, laws and addresses give nothing."""
    assert read(text) == []


def test_days_that_the_world_knows_need_no_year() -> None:
    """The attacks of September 11 are not those of the document's own year."""
    assert only("He planned the September 11 attacks.").edtf == "2001-09-11"
    assert only("It was listed on September 11.").edtf == "2020-09-11"


def test_vague_words_are_found_without_a_date() -> None:
    """They tell a consumer that the time was left open."""
    found = find_dates("It was previously listed, and in recent weeks active.", published=PUBLISHED)
    assert [(f.text, f.edtf, f.granularity) for f in found] == [
        ("previously", None, "vague"),
        ("in recent weeks", None, "vague"),
    ]


def test_durations_are_not_dates() -> None:
    """A stretch of time has a length and no place; what counts from a day is a date."""
    text = "Lawmakers have ten days after a more than three-month siege, and over a week to go."
    assert read(text) == []
    found = find_durations(text)
    assert [(d.text, d.iso, d.days) for d in found] == [
        ("ten days", "P10D", 10),
        ("more than three-month", "P>3M", None),
        ("over a week", "P>7D", 7),
    ]
    assert find_durations("It fell two days ago, at 45-years-old.") == []


def test_expressions_cover_their_text_and_only_the_asked_stretch() -> None:
    """Spans are offsets into the whole text."""
    text = "In May it rose. In June it fell. In July it burned."
    found = find_dates(text, published=PUBLISHED, start=16, end=33)
    assert [(f.start, f.end, f.text) for f in found] == [(16, 23, "In June")]


@pytest.mark.parametrize(
    "text",
    [
        "since " * 3_000,
        "in " * 3_000 + "2020",
        "1 " * 5_000,
        "Nov. " * 3_000,
        "2020-" * 3_000,
        "the " * 3_000 + "Sunday",
        "a hundred " * 2_000 + "days ago",
        " " * 20_000 + "May",
        "in" + " " * 20_000 + "2020",
    ],
)
def test_degenerate_text_is_read(text: str) -> None:
    """Long repetitions end, and what is found stands in the text."""
    for found in find_dates(text, published=PUBLISHED):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The law of 2004 passed in April 2004. In May of that year it was used.", "2004-05"),
        ("It was listed on 3 May 2015 and banned on 9 June of the same year.", "2015-06-09"),
        ("The peace came in November 2016, and the court opened the same day.", "2016-11"),
        ("It was listed in October 1997 and again four years later.", "2001"),
        ("It was listed on 3 May 2015 and banned two weeks later.", "2015-05-17"),
        ("It was listed in March 2015 and freed two months later.", "2015-05"),
        ("It was listed in March 2015. That year two more were.", "2015"),
    ],
)
def test_what_counts_from_a_date_before_it(text: str, edtf: str) -> None:
    """It is as exact as the date it counts from, and needs no date of the document."""
    assert read(text, None)[-1][1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It ran from March 2019 to May 2020.", "2019-03/2020-05"),
        ("It ran from March 5, 2019 to April 7, 2020.", "2019-03-05/2020-04-07"),
        ("It ran between 5 March 2019 and 7 April 2020.", "2019-03-05/2020-04-07"),
        ("It has been listed since at least 2014.", "2014/.."),
        ("She urged the council to open the port by July.", "../2021-07"),
        ("It has been shut since Monday.", "2021-06-14/.."),
        ("It will be done by the end of the year.", "../2021-12-31"),
        ("A draft would be laid before the council on 30 June.", "2021-06-30"),
    ],
)
def test_bounds_and_ranges(text: str, edtf: str) -> None:
    """From a date to a date, since one, by one."""
    assert [found[1] for found in read(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["For now the port is shut.", "So far nobody came.", "It was quiet in recent years."]
)
def test_vague_times_are_marked_and_open(text: str) -> None:
    """They are times, and no date."""
    assert [found[1] for found in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("They were held for up to 36 hours.", "PT36H"),
        ("It came six weeks after the order.", "P6W"),
        ("Wars outlive treaties by a decade.", "P10Y"),
        ("It lasted little more than four years.", "P>4Y"),
    ],
)
def test_lengths_of_time(text: str, iso: str) -> None:
    """A limit is the length itself; weeks are weeks."""
    assert [found.iso for found in find_durations(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "It carries a prison sentence of up to 14 years.",
        "He was jailed for ten years.",
        "Wearing its badge can mean six months.",
        "He is serving 45 years.",
        "She calls twice a week.",
    ],
)
def test_terms_of_punishment_and_rates_are_no_lengths(text: str) -> None:
    """They measure a penalty, or say how often."""
    assert find_durations(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It was listed in April 2019: the order came on the 8th.", "2019-04-08"),
        ("It was listed on 3 May 2015 and published the same morning.", "2015-05-03"),
        ("It was arrested in the crackdown of 2015.", "2015"),
        ("The council had said nothing by Monday evening.", "2021-06-14"),
        ("It happened after May 3, 2015.", "2015-05-03"),
    ],
)
def test_days_of_what_was_named_before(text: str, edtf: str) -> None:
    """A day of the month, a part of the day, a year behind its noun, a bound in the past."""
    assert read(text)[-1][1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It has been banned since June last year.", "2020-06/.."),
        ("It was banned in May this year.", "2021-05"),
        ("It was banned in the first half of this year.", "2021-01/2021-06"),
        ("It was banned in the second half of last year.", "2020-07/2020-12"),
        ("Raids followed in February and March.", "2021-02/2021-03"),
        ("It has been active since last summer.", "2020-06/.."),
        ("It was banned last winter.", "2020-12/2021-02"),
        ("It was listed on March\n5, 2019.", "2019-03-05"),
    ],
)
def test_parts_of_years_are_seen_from_the_document(text: str, edtf: str) -> None:
    """Half years, seasons, two months, the month of another year; lines broken anywhere."""
    assert only(text).edtf == edtf


def test_what_comes_later_is_seen_from_the_date_before() -> None:
    """Not from the day of the document, though the day has no year."""
    text = "It was listed on January 19, 2019. It was struck off a month later, on February 16."
    assert read(text)[-1][1] == "2019-02-16"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They plead guilty over the 2017 Harbour prison break.", "2017"),
        ("It was set alight on Oct. 20 last year.", "2020-10-20"),
        ("It was raided on Christmas Day.", "2020-12-25"),
        ("A hearing has been listed for 25 November.", "2021-11-25"),
    ],
)
def test_years_and_days_of_events(text: str, edtf: str) -> None:
    """A year before a noun of event, a feast, a day of last year, a day that is set."""
    assert read(text)[-1][1] == edtf


def test_that_month_is_of_the_year_named_last() -> None:
    """Not of the document's own."""
    assert read("It was founded in May 2013. It was banned that August.")[-1][1] == "2013-08"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He left it as long ago as 2008.", ["2008"]),
        ("Its ban is a measure dating from 2017.", ["2017"]),
        ("It used the names from 2002 and 2003.", ["2002", "2003"]),
        ("It has been led by Quist since last June.", ["2020-06/.."]),
        ("They will be gone by year’s end.", ["../2021-12-31"]),
        (
            "It was listed in August 2002, and the league three years after that.",
            ["2002-08", "2005"],
        ),
    ],
)
def test_years_and_their_ends(text: str, edtf: list[str]) -> None:
    """Behind any word that leads into a year, and counted from the one named last."""
    assert [found[1] for found in read(text)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They blame his men for the Oct. 3 raid on the port.", "2020-10-03"),
        ("Ships have until July 4 to unload.", "../2021-07-04"),
        (
            "The ministry, which the rebels run, put the toll at nine by Sunday evening.",
            "2021-06-13",
        ),
        ("A hundred are expected to stay, half the number there in December.", "2020-12"),
    ],
)
def test_which_way_a_yearless_date_lies(text: str, edtf: str) -> None:
    """An event told of is past, a limit that somebody has is to come."""
    assert only(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("“Stop, starting today,” Quist wrote on Saturday.", ["2021-06-12", "2021-06-12"]),
        (
            "It was listed on 11 May. “Today’s step helps,” he said then.",
            ["2021-05-11", "2021-05-11"],
        ),
        ("“Today’s step helps,” she said. It came on Monday.", ["2021-06-16", "2021-06-14"]),
        ("It was shut on Monday, she said today.", ["2021-06-14", "2021-06-16"]),
    ],
)
def test_today_is_the_day_of_what_is_quoted(text: str, edtf: list[str]) -> None:
    """Where the tag tells the day on which it was said."""
    assert [found[1] for found in read(text)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("La orden fue firmada el pasado día 6.", "2021-06-06"),
        ("La orden fue firmada el pasado día 20.", "2021-05-20"),
        ("La norma entrará en vigor el próximo día 5.", "2021-07-05"),
        ("El texto se publicará, previsto para mañana, en el diario.", "2021-06-17"),
        ("Rompió años atrás con la liga.", None),
    ],
)
def test_spanish_days_without_their_month(text: str, edtf: str | None) -> None:
    """Of this month, or of the one beside it."""
    (found,) = find_dates(text, published=PUBLISHED, language="es")
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("By May, the army was counting its dead.", ["../2021-05"]),
        ("It blames them for the 2015 assault on the port.", ["2015"]),
        ("It was signed on 20 May. Three weeks later, on 8 June, it was law.", "2021-06-08"),
        ("She spoke on Tuesday of last week.", ["2021-06-08"]),
        ("Both will vote on 22 June and sign the day after.", ["2021-06-22", "2021-06-23"]),
    ],
)
def test_days_beside_other_days(text: str, edtf: list[str] | str) -> None:
    """Of another week, of the day named before."""
    found = [each[1] for each in read(text)]
    assert edtf in found if isinstance(edtf, str) else found == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Fue en julio del año pasado.", "2020-07"),
        ("Cayó a principios de ese mismo mes de mayo.", "2021-05"),
        ("Quedan bloqueados y, desde el viernes, será delito ayudarlos.", "2021-06-18"),
        ("Una tregua a partir de marzo.", "2022-03"),
    ],
)
def test_spanish_months_and_days_beside_this_one(text: str, edtf: str) -> None:
    """Of last year, of the month itself, of the clause they open."""
    (found,) = find_dates(text, published=PUBLISHED, language="es")
    assert found.edtf == edtf
