"""Rewards that are history, and sums in the money of other countries."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.currencies import currency
from interdict.claims.extract import extract


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("A $5 million reward for Karim Haddad has stood since 2019.", "reward.prior", "2019/.."),
        ("A $5 million reward for Karim Haddad was scrapped.", "reward.prior", None),
        ("A $5 million reward for Karim Haddad, posted on Monday, helps.", "reward.offered", None),
        ("Elbonia offers Rs30 million for Karim Haddad.", "reward.offered", None),
    ],
)  # fmt: skip
def test_a_reward_is_history_where_its_day_or_its_end_is_told(
    text: str, kind: str, day: str | None
) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind.startswith("reward")]
    assert [(claim.kind, claim.subject) for claim in found] == [(kind, "Karim Haddad")]
    assert day is None or found[0].date == day


@pytest.mark.parametrize(
    ("sign", "text", "code"),
    [
        ("Rs", "Police in Pakistan", "PKR"),
        ("Rs.", "Police in India", "INR"),
        ("€", "", "EUR"),
        ("P", "", "PHP"),
        ("US$", "", "USD"),
    ],
)
def test_a_sign_names_its_currency(sign: str, text: str, code: str) -> None:
    assert currency(sign, text) == code


def test_effects_of_a_list_are_claims_of_their_own() -> None:
    text = (
        "Canada listed the Harbour Front as a terrorist entity. Anyone who knowingly helps it faces"
        " up to 20 years in prison, members are barred from entering the country."
    )
    effects = [claim.quote for claim in extract(article(text)) if claim.kind == "legal_effect"]
    assert [quote.split()[0] for quote in effects] == ["Anyone", "members"]
