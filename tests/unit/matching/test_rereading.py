"""A mistyped legal form is no name of its own, unless somebody is listed by it."""

from __future__ import annotations

import pytest

from interdict.matching import DEFAULT_THRESHOLD, Index, TokenMatcher
from interdict.model.entity import Held
from interdict.model.match import Match, Party
from interdict.model.statement import Presence, Statement


def matcher(*names: str) -> TokenMatcher:
    """An engine on organizations with those names."""
    held = [
        Held(
            Statement("own", f"x-{at}", "Organization", "name", name, f"x-{at}"),
            Presence(None, True, None, None),
        )
        for at, name in enumerate(names)
    ]
    return TokenMatcher(Index.compile([(one.statement.entity_id, one) for one in held]))


def best(engine: TokenMatcher, name: str) -> Match | None:
    """The best match of an organization of that name, at the default threshold."""
    found = engine.search(Party((name,), "Organization"), threshold=DEFAULT_THRESHOLD, limit=1)
    return found[0] if found else None


def test_a_mistyped_form_is_found_and_told() -> None:
    """The explanation gives the word as it is written."""
    found = best(matcher("Quorvane Ltd", "Ostmark Mills"), "Quorvane Ktd")
    assert found is not None
    assert found.caption == "Quorvane Ltd"
    assert any("written 'ktd'" in part.detail for part in found.parts)
    assert sum(part.points for part in found.parts) == found.score


def test_a_listed_word_is_no_slip() -> None:
    """Where a party has the word in its name, another name with it does not lose it."""
    assert best(matcher("Quorvane Ltd", "Litd Mills"), "Quorvane Litd") is None
    assert best(matcher("Quorvane Ltd", "Ostmark Mills"), "Quorvane Litd") is not None


def test_letters_that_are_no_word_are_one_whoever_has_them() -> None:
    """`Ktd` is hardly what tells who it is."""
    assert best(matcher("Quorvane Ltd", "Ktd Mills"), "Quorvane Ktd") is not None


@pytest.mark.parametrize("asked", ["Quorvane S.A.WS.", "Quorvane S.R.OL.", "Quorvane J.A.S."])
def test_letters_with_a_slip_among_them_are_a_form(asked: str) -> None:
    """The dots part them into words; `S.A.WS.` has a letter too many."""
    found = best(matcher("Quorvane S.A.S.", "Ostmark Mills"), asked)
    assert found is not None
    assert sum(part.points for part in found.parts) == found.score


def test_letters_that_are_near_no_form_stay() -> None:
    """An acronym is a name."""
    assert best(matcher("Quorvane S.A.S.", "Ostmark Mills"), "Quorvane G.H.WB.") is None


def test_a_name_alone_is_not_found_by_what_is_left() -> None:
    """`Ktd Mills` is not `Mills Ltd`: the word stands where no such form does."""
    assert best(matcher("Ostmark Ltd"), "Corq Mills") is None


def test_many_at_once_as_one_by_one() -> None:
    """Names of a batch are read again as single ones are."""
    engine = matcher("Quorvane Ltd", "Ostmark Mills Company")
    asked = ["Quorvane Ktd", "Ostmark Mills Cojpany", "Ostmark Mills", "Nobody Else"]
    parties = [Party((name,), "Organization") for name in asked]
    together = list(engine.search_many(parties, threshold=5_000, limit=3))
    assert together == [engine.search(party, threshold=5_000, limit=3) for party in parties]
