"""What would clear a match, beside asking again with that evidence."""

from __future__ import annotations

import pytest

from interdict.matching import Index, IndexRow, TokenMatcher, compile_index
from interdict.model.match import Clearing, Match, Party

ROWS = [
    IndexRow("x-1", "Person", prop, value)
    for prop, value in (
        ("name", "Teodor Vaskelis Moran"),
        ("birthDate", "1962-11-23"),
        ("birthDate", "1963"),
        ("nationality", "ve"),
        ("passportNumber", "V-1234567"),
    )
] + [IndexRow("x-2", "Organization", "name", "Altamar Cartel")]


@pytest.fixture(scope="module")
def matcher() -> TokenMatcher:
    """The engine over two parties."""
    return TokenMatcher(Index(compile_index(ROWS)))


def best(matcher: TokenMatcher, party: Party) -> Match | None:
    """The best match of a party, whatever its score."""
    return next(iter(matcher.search(party, threshold=1, limit=1)), None)


def ways(match: Match | None) -> dict[tuple[str, ...], Clearing]:
    """The ways to lower a match by what differs."""
    assert match is not None
    return {one.evidence: one for one in match.clearing}


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"birth_date": "1962-11-23"},
        {"birth_date": "1963", "countries": ("ve",)},
        {"countries": ("no",)},
        {"identifiers": ("V-1234567",)},
    ],
)
def test_the_score_told_is_the_score_got(matcher: TokenMatcher, asked: dict[str, object]) -> None:
    """Asked again with evidence that differs, the engine gives the score that was told."""
    told = ways(best(matcher, Party(("Teodor Vaskelis",), "Person", **asked)))  # type: ignore[arg-type]
    differs = {"birth_date": {"birth_date": "1990-01-01"}, "country": {"countries": ("no",)}}
    assert any("birth_date" in evidence for evidence in told)
    for evidence, one in told.items():
        changed = dict(asked)
        for kind in evidence:
            changed |= differs.get(kind, {"identifiers": ()})
        got = best(matcher, Party(("Teodor Vaskelis",), "Person", **changed))  # type: ignore[arg-type]
        assert one.score == (got.score if got else 0)


def test_it_names_what_the_record_has(matcher: TokenMatcher) -> None:
    """Every birth date and country of the party; its kind where the query states none."""
    told = ways(best(matcher, Party(("Teodor Vaskelis",))))
    assert set(told["birth_date",].differs[0][1]) == {"1962-11-23", "1963"}
    assert told["country",].differs == (("country", ("ve",)),)
    assert told["schema",] == Clearing((("schema", ("Person",)),), 0)
    assert ("schema",) not in ways(best(matcher, Party(("Teodor Vaskelis",), "Person")))


def test_what_differs_already_is_not_told_again(matcher: TokenMatcher) -> None:
    """A birth date years apart and another country: nothing is left to differ."""
    party = Party(("Teodor Vaskelis",), "Person", "1930", ("no",))
    match = best(matcher, party)
    assert match is not None
    assert match.clearing == ()


def test_a_number_that_decides_is_the_only_way_out(matcher: TokenMatcher) -> None:
    """While the passport agrees, no birth date brings the match below what it decides."""
    match = best(matcher, Party(("Teodor Vaskelis",), None, None, (), ("V1234567",)))
    told = ways(match)
    assert ("birth_date",) not in told
    assert told["identifier",].differs == (("identifier", ("V-1234567",)),)
    assert told["identifier",].score < 9_500
    assert told["birth_date", "identifier"].score < told["identifier",].score
    assert ("schema",) not in told


def test_of_a_party_without_evidence_nothing_is_told(matcher: TokenMatcher) -> None:
    """Only its kind, if that is open."""
    assert set(ways(best(matcher, Party(("Altamar Cartel",))))) == {("schema",)}
    assert ways(best(matcher, Party(("Altamar Cartel",), "Organization"))) == {}
