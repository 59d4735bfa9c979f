"""The State Department's tables as statements."""

from __future__ import annotations

import pytest

from interdict.errors import InvalidInput, ReadError
from interdict.lists import state
from interdict.lists.parsing import Output, ParsedEdition, SourceFile

(DATASET,) = state.DATASETS

DESIGNATED = "<table><tr><th>Date Designated</th><th>Name</th></tr>{}</table>"
REMOVED = (
    "<table><tr><th>Date Removed</th><th>Name</th><th>Date Originally Designated</th></tr>"
    "<tr><td>May 20, 2022</td><td>Grey Gull Army (GGA)</td><td>October 8, 1997</td></tr></table>"
)


def row(*cells: str) -> str:
    """A row of a table."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def page(*rows: str, removed: str = REMOVED) -> str:
    """A page with the two tables."""
    return f"<html><body>{DESIGNATED.format(''.join(rows))}{removed}</body></html>"


def parse(text: str | bytes, name: str = "page.html") -> ParsedEdition:
    """An edition of one file."""
    data = text if isinstance(text, bytes) else text.encode()
    out = Output(DATASET)
    state.parse(DATASET, [SourceFile(name, data)], out)
    return out.result()


def said(edition: ParsedEdition) -> dict[str, set[tuple[str, str]]]:
    """Entity -> (property, value)."""
    found: dict[str, set[tuple[str, str]]] = {}
    for content in edition.parts:
        for statement, _ in content.statements:
            about = found.setdefault(statement.entity_id, set())
            about.add((statement.prop, statement.value))
    return found


def test_a_designated_group_is_on_the_list_since_its_day() -> None:
    """The tag says that it is listed, the event since when."""
    facts = said(parse(page(row("October 8, 1997", "Lantern Front (LF)"))))
    party = "us_state_fto-1997-10-08-lantern-front"
    assert {("name", "Lantern Front"), ("alias", "LF"), ("program", "FTO")} <= facts[party]
    assert facts[f"{party}-sanction-FTO"] == {
        ("entity", party),
        ("programId", "US-FTO"),
        ("program", "FTO"),
        ("authority", "US-STATE"),
        ("event:in_force", "1997-10-08"),
    }


def test_a_removed_group_has_both_days_and_no_tag() -> None:
    """It was designated, it is not: nothing says that the list holds it."""
    facts = said(parse(page(row("October 8, 1997", "Lantern Front"))))
    sanction = facts["us_state_fto-1997-10-08-grey-gull-army-sanction-FTO"]
    assert {("event:in_force", "1997-10-08"), ("event:revoked", "2022-05-20")} <= sanction
    assert "program" not in {prop for prop, _ in sanction}


def test_tables_are_told_apart_by_their_headings() -> None:
    """In the other order they say the same."""
    one = row("October 8, 1997", "Lantern Front")
    swapped = f"<html>{REMOVED}{DESIGNATED.format(one)}</html>"
    assert said(parse(swapped)) == said(parse(page(one)))


def test_an_export_says_the_same_as_the_page() -> None:
    """One delimited file with a column for removals."""
    export = (
        "Date Designated,Name,Date Removed\n"
        '"October 8, 1997",Lantern Front (LF),\n'
        '10/8/1997,Grey Gull Army (GGA),"May 20, 2022"\n'
    )
    expected = said(parse(page(row("October 8, 1997", "Lantern Front (LF)"))))
    assert said(parse(export, "export.csv")) == expected


def test_an_amendment_is_an_event_with_its_own_names() -> None:
    """Its day stands at the designation, its names at the group; the id does not move."""
    plain = said(parse(page(row("October 8, 1997", "Lantern Front"))))
    edited = said(
        parse(page(row("October 8, 1997", "Lantern Front— Low Tide Amendment (May 1, 2014)")))
    )
    assert plain.keys() == edited.keys()
    party = "us_state_fto-1997-10-08-lantern-front"
    assert ("event:amended", "2014-05-01") in edited[f"{party}-sanction-FTO"]
    assert ("alias", "Low Tide") in edited[party]


def test_a_history_of_dates_makes_nobody_listed() -> None:
    """Without a column for removals there is no entry, no tag and a signal that says so."""
    text = "date_designated,name,source\n1997-10-08,Grey Gull Army (GGA),almanac\n"
    edition = parse(text, "dates.csv")
    assert [content.part.part for content in edition.parts] == ["dates"]
    assert all(s.prop != "program" for s, _ in edition.parts[0].statements)
    (signal,) = edition.parts[0].part.signals
    assert (signal.kind, signal.field) == ("held_aside", "table without a column for removals")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no table"),
        ("<html><p>Access denied</p></html>", "no table"),
        (page(row("October 8, 1997", "X"), removed=""), "no table of the groups that are removed"),
        (page(row("October 8, 1997", "X"))[:-40], "cut off"),
        (page(row("October 8, 1997")), "1 cells where the headings are 2"),
        (page(row("some day", "X")), "'some day' is not a day"),
        (page(row("October 8, 1997", "")), "without a name"),
    ],
)
def test_a_broken_page_is_refused(text: str, message: str) -> None:
    """Half a list would end designations that stand: nothing of it counts."""
    with pytest.raises(ReadError, match=message):
        parse(text or "<html></html>")


def test_an_unknown_column_is_kept_and_reported() -> None:
    """As a note of the group, with its heading."""
    text = "Date Designated,Name,Date Removed,Docket\n1997-10-08,Lantern Front,,7-B\n"
    edition = parse(text, "export.csv")
    (content,) = edition.parts
    assert [(s.kind, s.field) for s in content.part.signals] == [("drift", "column Docket")]
    assert ("notes", "Docket: 7-B") in said(edition)["us_state_fto-1997-10-08-lantern-front"]


def test_bytes_of_another_encoding_are_read() -> None:
    """A page that is not UTF-8 is Windows-1252."""
    text = page(row("October 8, 1997", "Cártel del Faro"))
    assert said(parse(text.encode("cp1252"))) == said(parse(text))


def test_a_file_of_something_else_is_not_claimed() -> None:
    """By headings, not by name; and parsing it all the same is refused."""
    assert state.claims_file(DATASET, "fto.csv", b"number,price\n1,2\n") is None
    assert state.claims_file(DATASET, "fto.csv", b"") is None
    assert state.claims_file(DATASET, "fto.pdf", b"%PDF") is None
    with pytest.raises((InvalidInput, ReadError)):
        parse("number,price\n1,2\n", "fto.csv")
