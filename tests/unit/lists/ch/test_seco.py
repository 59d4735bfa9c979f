"""The Swiss list: names in parts and scripts, targets that left the list, what is refused."""

from __future__ import annotations

import pytest

from interdict.errors import ReadError
from interdict.lists.catalog import parse_files
from interdict.lists.parsing import ParsedEdition, SourceFile

PROGRAM = (
    '<sanctions-program ssid="1"><program-key lang="ger">Ruritanien</program-key>'
    '<program-key lang="eng">Ruritania</program-key>'
    '<sanctions-set ssid="11" lang="eng">article 12</sanctions-set></sanctions-program>'
)
NAME = (
    '<name name-type="primary-name" quality="good"><name-part order="1" '
    'name-part-type="whole-name"><value>Anselm Grau</value></name-part></name>'
)
LISTED = '<modification modification-type="listed" effective-date="2014-07-29"/>'


def target(identity: str = NAME, *, more: str = "", changes: str = LISTED, sets: str = "11") -> str:
    """A target about a person."""
    return (
        f'<target ssid="5"><sanctions-set-id>{sets}</sanctions-set-id><individual>'
        f'<identity main="true">{identity}</identity>{more}</individual>{changes}</target>'
    )


def parse(*targets: str, kind: str = "whole-list", date: str = "2021-03-04") -> ParsedEdition:
    """The list with those targets."""
    text = (
        f'<swiss-sanctions-list list-type="{kind}" date="{date}">\n{PROGRAM}{"".join(targets)}'
        "</swiss-sanctions-list>"
    )
    return parse_files("ch_seco", [SourceFile("seco.xml", text.encode())])


def values(edition: ParsedEdition, prop: str) -> list[tuple[str, str]]:
    """Values of a property with their qualifiers."""
    return [(s.value, s.qualifier) for s, _ in edition.parts[0].statements if s.prop == prop]


def drift(edition: ParsedEdition) -> list[str]:
    """Names of what was not understood."""
    return [signal.field for signal in edition.parts[0].part.signals]


def part(order: int, kind: str, value: str, *spelled: tuple[str, str]) -> str:
    """A part of a name with spellings: (script, text)."""
    variants = "".join(
        f'<spelling-variant lang="RUS" script="{script}">{text}</spelling-variant>'
        for script, text in spelled
    )
    return (
        f'<name-part order="{order}" name-part-type="{kind}"><value>{value}</value>'
        f"{variants}</name-part>"
    )


def test_a_name_is_put_together_in_its_order_once_for_each_script() -> None:
    """A part without a spelling in a script keeps its usual form; a title is no part."""
    name = (
        '<name name-type="primary-name" quality="good">'
        + part(3, "title", "Captain")
        + part(2, "family-name", "Grau", ("CYRL", "Грау"), ("LATN", "Growe"))
        + part(1, "given-name", "Anselm", ("CYRL", "Ансельм"))
        + "</name>"
    )
    edition = parse(target(name))
    assert values(edition, "name") == [("Anselm Grau", ""), ("Ансельм Грау", "original_script")]
    assert values(edition, "alias") == [("Anselm Growe", "")]
    assert values(edition, "firstName") == [("Anselm", "")]
    assert values(edition, "title") == [("Captain", "")]


@pytest.mark.parametrize(
    ("kind", "quality", "prop"),
    [
        ("alias", "good", "alias"),
        ("alias", "low", "weakAlias"),
        ("formerly-known-as", "good", "previousName"),
    ],
)
def test_kinds_and_quality_of_names(kind: str, quality: str, prop: str) -> None:
    """A low quality makes any name a weak one."""
    name = f'<name name-type="{kind}" quality="{quality}">{part(1, "whole-name", "Otto")}</name>'
    assert values(parse(target(NAME + name)), prop) == [("Otto", "")]


CHANGE = '<modification modification-type="{}" publication-date="{}" effective-date="{}"/>'


def test_a_target_that_left_the_list_keeps_its_dates_and_has_no_tag() -> None:
    """A tag would say that it is listed today."""
    gone = CHANGE.format("de-listed", "2016-03-01", "2016-03-02")
    edition = parse(target(changes=gone + LISTED))
    assert values(edition, "event:revoked") == [("2016-03-02", "")]
    assert values(edition, "event:in_force") == [("2014-07-29", "")]
    assert values(edition, "program") == []
    assert values(edition, "programId") == [("ch_seco:Ruritania", "")]


def test_a_target_listed_again_has_its_tag_again() -> None:
    """The last change decides, whatever the order in the file."""
    changes = [
        CHANGE.format("listed", "2020-01-01", "2020-01-02"),
        CHANGE.format("de-listed", "2016-03-01", "2016-03-02"),
        LISTED,
    ]
    for order in (changes, changes[::-1]):
        edition = parse(target(changes="".join(order)))
        assert ("Ruritania", "") in values(edition, "program")
        assert ("2020-01-02", "") in values(edition, "event:in_force")
    assert values(edition, "listingDate") == [("2020-01-01", "")]


@pytest.mark.parametrize(
    ("told", "prop", "value"),
    [
        ("E-mail address: pier@harbour.example", "email", "pier@harbour.example"),
        ("Tax identification number: 7712345.", "taxNumber", "7712345"),
        ("SWIFT/BIC code: RURIRRZZ", "swiftBic", "RURIRRZZ"),
        ("SWIFT/BIC code: RURIRRZZ and 5040", "notes", "SWIFT/BIC code: RURIRRZZ and 5040"),
        ("IMO Number: 9999991", "notes", "IMO Number: 9999991"),
        ("Function: harbour master", "notes", "Function: harbour master"),
    ],
)
def test_other_information_is_read_by_its_label(told: str, prop: str, value: str) -> None:
    """Only where all of it has the form; else it is a note, as it stands."""
    more = f"<other-information>{told}</other-information>"
    assert values(parse(target(more=more)), prop) == [(value, "")]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('day="14" month="3" year="1961"', [("1961-03-14", "")]),
        ('month="3" year="1961"', [("1961-03", "")]),
        ('year="1964" quality="low"', [("1964~", "")]),
        ('year="1387" calendar="Hijri"', []),
        ('day="31" month="2" year="1961"', []),
    ],
)
def test_birth_dates_keep_their_precision(attributes: str, expected: list[tuple[str, str]]) -> None:
    """A year of another calendar is no year of ours."""
    assert values(parse(target(f"{NAME}<day-month-year {attributes}/>")), "birthDate") == expected


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (target(NAME + "<aura>grim</aura>"), "element aura"),
        (target(more="<mood>grim</mood>"), "element mood"),
        (target(sets="99"), "entry without a known sanctions-set"),
        (target(more='<relation target-id="77" relation-type="x"/>'), "relation to no target"),
        (target(NAME.replace("primary-name", "nickname")), "name-type nickname"),
        (target(NAME + '<address place-id="9"/>'), "place-id"),
        (target(changes=CHANGE.format("paused", "", "")), "modification-type"),
        ('<target ssid="5"><sanctions-set-id>11</sanctions-set-id></target>', "kind of target"),
    ],
)
def test_what_is_not_known_is_reported_by_name(text: str, field: str) -> None:
    """Elements, codes and numbers that lead nowhere."""
    assert field in drift(parse(text))


def test_broken_files_and_lists_of_changes_are_refused() -> None:
    """A list of changes would end every entry that it does not name."""
    with pytest.raises(ReadError, match="not the whole list"):
        parse(target(), kind="delta")
    with pytest.raises(ReadError, match="no entries"):
        parse()
    with pytest.raises(ReadError, match="line 2: a target without its ssid"):
        parse(target().replace(' ssid="5"', ""))
    with pytest.raises(ReadError, match="cut off"):
        parse_files("ch_seco", [SourceFile("s.xml", b"<swiss-sanctions-list>\n<target ssid='5'>")])


def test_a_date_that_cannot_be_read_is_not_made_up() -> None:
    """It is reported, and the loader asks."""
    edition = parse(target(), date="soon")
    assert (edition.published_at, drift(edition)) == (None, ["date of the list"])
