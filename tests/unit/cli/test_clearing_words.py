"""What would clear a match, in words."""

from interdict.cli.clearing_words import clearing_in_words
from interdict.model.match import Clearing, Match
from interdict.model.statement import Statement

BIRTH = Clearing((("birth_date", ("1962-11-23",)),), 4_004)
COUNTRY = Clearing((("country", ("ve", "co", "pa", "cu")),), 7_704)


def lines(*ways: Clearing, threshold: int = 7_000) -> list[str]:
    """The lines for a match with those ways out."""
    row = Statement("own", "x-1", "Person", "name", "Ion Branescu", "1")
    return clearing_in_words(
        Match("x-1", "Person", "Ion", 8_004, (), "Ion", "name", row, None, ways), threshold
    )


def test_what_clears_and_what_only_lowers_are_told_apart() -> None:
    """By the threshold in use, each with the score that is left."""
    clears = "would clear it: a birth date years from 1962-11-23 (0.40)"
    lowers = "would lower it: no country in common with ve, co, pa ... (0.77)"
    assert lines(BIRTH, COUNTRY) == [clears, lowers]
    assert lines(BIRTH, COUNTRY, threshold=8_000)[1:] == []


def test_both_together_are_told_only_where_neither_is_enough() -> None:
    """A reader looks for the least that has to be found out."""
    both = Clearing((("birth_date", ("1962-11-23",)), ("country", ("ve",))), 3_700)
    assert lines(both, BIRTH, COUNTRY) == lines(BIRTH, COUNTRY)
    told = lines(both, BIRTH, COUNTRY, threshold=4_000)
    assert told[0] == (
        "would clear it: a birth date years from 1962-11-23 and no country in common with ve (0.37)"
    )


def test_no_match_at_all_and_no_way_out_are_said() -> None:
    """Another kind of party is no match; where nothing clears, nobody has to guess."""
    kind = Clearing((("schema", ("Person",)),), 0)
    assert lines(kind) == ["would clear it: another kind of party than Person (no match)"]
    nothing = "would clear it: nothing that is listed of it beside the name"
    assert lines() == [nothing]
    assert lines(COUNTRY)[0] == nothing
