"""Well-known names asked by the command line of a record of real lists: who is found first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

AS_OF = "2021-07-15"
MADURO, SON = "us_ofac_sdn-22790", "us_ofac_sdn-26946"
ARTAVIL = "us_ofac_sdn-15036"


@pytest.fixture(scope="module")
def ask(sdn_of_july: Callable[[], Any]) -> Callable[..., list[dict[str, Any]]]:
    """Matches of a name by `interdict screen`, best first.

    On the SDN list of July 2021; with `bundled` True on the bundled record besides.
    """
    records = [sdn_of_july(), sdn_of_july()]
    records[True].json("list", "load", "bundled")

    def asked(name: str, as_of: str = AS_OF, *, bundled: bool = False) -> list[dict[str, Any]]:
        command = records[bundled]
        return [hit["match"] for hit in command.json("screen", name, "--as-of", as_of)["hits"]]

    return asked


@pytest.mark.parametrize(
    "name",
    [
        "Николас Мадуро",
        "نيكولاس مادورو",
        "尼古拉斯·马杜罗",
        "니콜라스 마두로",
        "Maduro Nicolas",
        "N. Maduro Moros",
        "NicolasMaduro",
    ],
)
def test_he_is_found_first_in_any_script_and_order(ask: Any, name: str) -> None:
    """And the parts of the score add up to it."""
    best = ask(name)[0]
    assert best["entity_id"] == MADURO
    assert round(sum(part["points"] for part in best["parts"]), 4) == best["score"]


@pytest.mark.parametrize("name", ["Hezbollah", "Hizballah", "حزب الله"])
def test_an_organization_is_found_first_in_any_spelling(ask: Any, name: str) -> None:
    """On whichever list: no other party stands before it."""
    for bundled in (False, True):
        assert ask(name, bundled=bundled)[0]["caption"].lower() in {"hizballah", "hezbollah"}


def test_the_son_does_not_outrank_the_father(ask: Any) -> None:
    """Each is first under his own name, and the father first where only the family is named."""
    assert ask("Nicolás Maduro Guerra")[0]["entity_id"] == SON
    assert ask("Nicolás Maduro Moros")[0]["entity_id"] == MADURO
    assert ask("Nicolas Maduro")[0]["entity_id"] == MADURO


def test_a_shared_place_is_no_alert(ask: Any) -> None:
    """A fish trader of Sinaloa is not the cartel, which is found."""
    assert ask("Sinaloa Seafood Ltd", as_of="2025-12-01", bundled=True) == []
    assert ask("Sinaloa Cartel", as_of="2025-12-01", bundled=True) != []


@pytest.mark.parametrize("name", ["Los Soles Cartel S.A.", "The Cartel of the Suns"])
def test_the_cartel_is_found_by_other_forms_of_its_name(ask: Any, name: str) -> None:
    """A legal form and another order, or its name in English."""
    assert ask(name, as_of="2025-12-01", bundled=True)[0]["caption"] == "Cartel de los Soles"


@pytest.mark.parametrize(
    "name",
    ["MV Artavil", "M/V ARTAVIL", "MT Artavill", "Artavil (IMO 9187629)", "9187629", "256842000"],
)
def test_ships_are_found_as_payments_write_them(ask: Any, name: str) -> None:
    """By name with what kind of ship it is, by IMO number within a field, by MMSI."""
    best = ask(name)[0]
    assert best["entity_id"] == ("us_ofac_sdn-15037" if name == "256842000" else ARTAVIL)
    assert round(sum(part["points"] for part in best["parts"]), 4) == best["score"]


def test_a_wrong_check_digit_finds_nobody(ask: Any) -> None:
    """Not as a number, and not within a name."""
    assert ask("9187628") == []
    (best,) = ask("Artavil (IMO 9187628)")
    assert {part["feature"] for part in best["parts"]}.isdisjoint({"identifier"})


def test_what_would_clear_a_hit_is_said(ask: Any) -> None:
    """With the birth date and the country that the list has, and the score that is left."""
    best = ask("Nicolas Maduro")[0]
    ways = {tuple(way["differs"]): way for way in best["clearing"]}
    assert ways["birth_date",]["differs"]["birth_date"] == ["1962-11-23"]
    assert ways["birth_date",]["clears"]
    assert ways["country",]["differs"]["country"] == ["Venezuela"]
    assert not ways["country",]["clears"]
    assert ways["country",]["score"] < best["score"]


def test_a_weak_alias_alone_does_not_alert(ask: Any) -> None:
    """A word in quotation marks in a remark of the list."""
    assert all(match["entity_id"] != "us_ofac_sdn-4107" for match in ask("The Chess Player"))
