"""Answers as plain data."""

import json
from datetime import UTC, date, datetime

from interdict.model.dates import PartialDate
from interdict.model.designation import Designation, Listing, State, StateName
from interdict.model.match import Match, Party, ScorePart
from interdict.model.source import Citation, Grade
from interdict.model.statement import Presence, Statement
from interdict.screening.answer import Answer, Hit, as_dict
from interdict.store.base import Coverage

SEEN = Presence(
    edition=PartialDate.parse("2021-07-07"),
    holds=True,
    first_seen=PartialDate.parse("2021-04"),
    last_seen=PartialDate.parse("2021-07-07"),
    file="own.csv",
    line=12,
)
CITED = Citation("own", Grade.COPY, detail="own.csv line 12", line=12, file="own.csv")


def answer() -> Answer:
    """An alert with one hit."""
    statement = Statement("own", "x-1", "Person", "name", "Ion Branescu", "1")
    parts = (
        ScorePart("name.equal", 9_000, "ion branescu", "ion branescu", "equals"),
        ScorePart("country", -200, "no", "ro", "no country in common"),
    )
    match = Match(
        "x-1", "Person", "Ion Branescu", 8_800, parts, "Ion Branescu", "name", statement, SEEN
    )
    designation = Designation(
        "x-1", "US-SDGT", "US-TREASURY", listed=(Listing("own", "SDGT", SEEN, CITED),)
    )
    state = State(
        StateName.IN_FORCE,
        date(2021, 8, 1),
        grade=Grade.COPY,
        first_seen=PartialDate.parse("2021-04"),
        citations=(CITED,),
    )
    return Answer(
        party=Party(("Ion Branescu",), reference="c-7"),
        as_of=date(2021, 8, 1),
        known_at=datetime(2021, 8, 1, 23, 59, tzinfo=UTC),
        held_at=3,
        status="alert",
        hits=(Hit(match, ((designation, state),)),),
        coverage=(Coverage("own", "covered", PartialDate.parse("2021-07-07")),),
        warnings=("careful",),
        threshold=6_000,
        engine="tokens 1",
    )


def test_the_answer_is_json_and_cites_its_row() -> None:
    """Shares, ISO dates, the list row of the name, states with bounds and sources."""
    data = json.loads(json.dumps(as_dict(answer())))
    match = data["hits"][0]["match"]
    assert (data["status"], data["threshold"], match["score"]) == ("alert", 0.6, 0.88)
    assert data["party"]["reference"] == "c-7"
    assert data["as_of"] == "2021-08-01"
    assert match["statement"]["dataset"] == "own"
    assert match["statement"]["record_id"] == "1"
    assert match["presence"]["first_seen"] == "2021-04"
    assert (match["presence"]["file"], match["presence"]["line"]) == ("own.csv", 12)
    designation = data["hits"][0]["designations"][0]
    assert designation["id"] == "x-1:US-SDGT"
    assert designation["state"]["name"] == "in_force"
    assert designation["state"]["grade"] == "copy"
    assert designation["state"]["first_seen"] == "2021-04"
    assert designation["state"]["citations"][0]["detail"] == "own.csv line 12"
    assert data["coverage"][0]["edition"] == "2021-07-07"
    assert data["warnings"] == ["careful"]


def test_points_of_the_parts_add_up_in_json_too() -> None:
    """In ten-thousandths."""
    match = as_dict(answer())["hits"][0]["match"]
    total = sum(round(part["points"] * 10_000) for part in match["parts"])
    assert total == round(match["score"] * 10_000)
