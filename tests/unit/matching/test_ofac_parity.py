"""The score that follows OFAC's own search, on invented names."""

from __future__ import annotations

import pytest

from interdict.matching.ofac_parity import (
    FEATURE,
    best_parity,
    explain_parity,
    parity_score,
    with_parity,
)
from interdict.model.match import Match, Party, ScorePart
from interdict.model.statement import Statement


def a_match(name: str) -> Match:
    """A match on one listed name, with a score of one part."""
    row = Statement("own", "own-1", "Person", "name", name)
    part = ScorePart("name.equal", 8_000, "tarvo", "tarvo", "the same word")
    return Match("own-1", "Person", name, 8_000, (part,), name, "name", row)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Ilmar Tarvosk", "TARVOSK, Ilmar"),
        ("tarvosk ilmar", "Ilmar Tarvosk"),
        ("Ilmar Tarvosk", "TARVOSK, Ilmar Benedek"),
        ("Ilmár Tarvosk", "TARVOSK, Ilmar"),
        ("Tarvosk-Ilmar", "Ilmar Tarvosk"),
        ("O'Tarvo", "OTARVO, Ilmar"),
    ],
)
def test_the_same_parts_score_full_in_any_order(query: str, listed: str) -> None:
    """Order, case, accents, punctuation and further listed parts cost nothing."""
    assert parity_score(query, listed) == 100


def test_a_further_asked_part_costs_its_share() -> None:
    """The composite is the mean over the asked parts: one of three without a counterpart."""
    found = explain_parity("Gordana Wexley Ilmar", "ILMAR, Gordana")
    assert found.by_parts == 67
    assert [part.listed for part in found.parts] == ["GORDANA", None, "ILMAR"]
    assert parity_score("Gordana Ilmar", "WEXLEY ILMAR, Gordana") == 100


def test_the_scale_of_one_part_is_jaro_winklers() -> None:
    """MARTHA and MARHTA: Jaro 17/18, three leading letters, 0.9611, rounded up to 97."""
    found = explain_parity("Martha", "Bell, Marhta")
    assert found.parts[0].similarity == pytest.approx(17 / 18 + 0.3 / 18)
    assert found.by_parts == 97


def test_five_leading_characters_count_in_a_whole_name() -> None:
    """VERDANOK and VERDASUL: Jaro 0.75 and five of eight, so 0.875; a part would get 0.85."""
    found = explain_parity("VERDANOK", "VERDASUL")
    assert found.whole == 88
    assert found.by_parts == 85
    assert (found.score, found.technique) == (88, "whole")


def test_the_bonus_is_given_to_distant_names_too() -> None:
    """GOLBETRIX and GOM share two letters: Jaro 0.6296, two leading, 0.7037 and so 70."""
    assert explain_parity("GOLBETRIX", "GOM").whole == 70


def test_whole_names_are_compared_without_spaces() -> None:
    """Words joined on one side alone agree as a whole, though not part by part."""
    found = explain_parity("Ilmartarvosk", "Ilmar Tarvosk")
    assert (found.whole, found.technique) == (100, "whole")
    assert found.by_parts < 90


def test_a_hyphen_counts_in_the_whole_name_but_parts_are_split_at_it() -> None:
    """BEL-ROS against BELROS: seven characters against six as a whole."""
    found = explain_parity("Bel-Ros", "Belros")
    assert found.whole == 97
    assert [part.asked for part in found.parts] == ["BEL", "ROS"]


def test_parts_have_to_start_with_the_same_letter() -> None:
    """Ostara is no part of Ustara, however alike they are."""
    found = explain_parity("Ostara Bek", "Ustara Bek Foundation")
    assert [part.listed for part in found.parts] == [None, "BEK"]
    assert found.by_parts == 50


def test_a_weak_resemblance_of_parts_is_none() -> None:
    """Parts that share a letter or two do not agree, though they start alike."""
    found = explain_parity("Besk Ilmar", "Bandoren Ilmar Institute")
    assert found.parts[0].listed is None
    assert found.by_parts == 50


def test_short_parts_are_not_looked_for() -> None:
    """Parts of one or two characters are ignored beside longer ones, and used alone."""
    found = explain_parity("Xo Tarvosk", "LI, Tarvosk")
    assert found.ignored == ("XO",)
    assert found.by_parts == 100
    assert explain_parity("Xo", "TARVOSK, Xo").by_parts == 100


@pytest.mark.parametrize("query", ["", " , ", "'", "Тарвоск"])
def test_nothing_comparable_scores_nothing(query: str) -> None:
    """No letters, or letters of another script: OFAC's page does not romanise."""
    assert parity_score(query, "TARVOSK, Ilmar") == 0
    assert parity_score("Ilmar", query) == 0


def test_the_score_is_the_higher_of_two_whole_numbers() -> None:
    """Both techniques stay within 0 to 100 and the higher one is the score."""
    names = ["Ilmar Tarvosk", "TARVOSK, I.", "Bel-Ros Holding LLC", "B", "Gordana", "Ilmar"]
    for query in names:
        for listed in names:
            found = explain_parity(query, listed)
            assert 0 <= found.whole <= 100
            assert 0 <= found.by_parts <= 100
            assert found.score == max(found.whole, found.by_parts) == parity_score(query, listed)


def test_the_best_pair_of_names_is_taken() -> None:
    """OFAC shows an entry by the best of its names, weak aliases included."""
    party = Party(names=("Nobody Else", "Ilmar Tarvosk"))
    best = best_parity(party, ["Wexley, Gordana", "TARVOSK, Ilmar"])
    assert best is not None
    assert (best.asked, best.listed, best.score) == ("Ilmar Tarvosk", "TARVOSK, Ilmar", 100)
    assert best_parity(party, []) is None
    assert best_parity(Party(names=(), identifiers=("X1",)), ["Ilmar"]) is None


def test_it_stands_in_a_match_without_any_points() -> None:
    """The score of the match stays, its parts still add up, and the parity can be read."""
    match = a_match("TARVOSK, Ilmar")
    shown = with_parity(match, Party(names=("Ilmar Tarvosk",)))
    assert shown.score == match.score == sum(part.points for part in shown.parts)
    assert shown.parts[:-1] == match.parts
    assert shown.parts[-1].feature == FEATURE
    assert "would show about 100" in shown.parts[-1].detail
    assert with_parity(match, Party(names=(), identifiers=("X1",))) == match


def test_other_listed_names_can_raise_the_shown_parity() -> None:
    """With all names of the listed party, the best one is shown, not only the one matched."""
    match = a_match("Gordana Wexley")
    party = Party(names=("Ilmar Tarvosk",))
    alone = with_parity(match, party).parts[-1]
    among = with_parity(match, party, ["TARVOSK, Ilmar"]).parts[-1]
    assert "about 100" not in alone.detail
    assert (among.candidate, among.query) == ("TARVOSK, Ilmar", "Ilmar Tarvosk")


def test_the_line_for_a_reader_names_what_decided() -> None:
    """Part by part, each pair is named; a part without a counterpart is said to have none."""
    parts = explain_parity("Wexley Ilmar Gordana Zum", "ZUM, Gordana Ilmar").detail
    assert "GORDANA / GORDANA 1.00" in parts
    assert "WEXLEY / none 0.00" in parts
    assert explain_parity("Gorda", "Gordana").detail.endswith("the whole name")
