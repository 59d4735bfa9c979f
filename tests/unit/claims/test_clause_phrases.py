"""Who takes a step, where the verb stands far behind: behind "and", behind an aside."""

from __future__ import annotations

from tests.unit.claims.articles import article

from interdict.claims.extract import extract
from interdict.model.claim import Claim


def claims(text: str, kind: str) -> list[Claim]:
    """The claims of a kind in a dated article of one paragraph."""
    return [claim for claim in extract(article(text)) if claim.kind == kind]


def test_judges_rule_behind_and() -> None:
    """Whoever opens the sentence rules, whatever stands before "and"."""
    found = claims(
        "Three judges led by Dame Ida Park disagreed, and allowed two grounds of challenge.",
        "procedure",
    )
    assert any("allowed two grounds" in claim.quote for claim in found)


def test_a_judge_rules_behind_the_name() -> None:
    """A name between commas does not hide the judge."""
    (found,) = claims(
        "A federal judge in Maine, Ida Park, blocked the government from enforcing the order.",
        "procedure",
    )
    assert found.quote.endswith("from enforcing the order")


def test_two_effects_are_two_claims() -> None:
    """The second effect of a sentence is told by its own clause."""
    found = claims(
        "Canada listed the Harbour Front as a terrorist entity. Any assets that it holds in Canada "
        "are frozen, and citizens are barred from doing business with it.",
        "legal_effect",
    )
    assert [claim.quote for claim in found] == [
        "Any assets that it holds in Canada are frozen",
        "citizens are barred from doing business with it",
    ]
