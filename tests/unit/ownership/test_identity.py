"""Who a party of a file is: exact names, dates of birth, and doubt where there is doubt."""

from __future__ import annotations

import pytest

from interdict.model.entity import Entity, Held
from interdict.model.statement import Statement
from interdict.ownership.identity import Recognised, identify


def entity(entity_id: str, schema: str, *, born: str = "", dataset: str = "un_sc") -> Entity:
    """A party called Ilmar Tarvosk."""
    facts = {"name": "Ilmar Tarvosk"} | ({"birthDate": born} if born else {})
    held = (Held(Statement(dataset, entity_id, schema, p, v)) for p, v in facts.items())
    return Entity(entity_id, schema, tuple(held))


@pytest.mark.parametrize(
    ("schema", "born", "listed_schema", "listed_born", "expected"),
    [
        ("Person", "1961-03-14", "Person", "1961", Recognised.NAME_AND_BIRTH),
        ("Person", "1961-03-14", "Person", "1960~", Recognised.NOBODY),
        ("Person", "", "Person", "1961", Recognised.NAME_ALONE),
        ("LegalEntity", "", "Person", "", Recognised.NAME_ALONE),
        ("Company", "", "Organization", "", Recognised.NAME),
        ("LegalEntity", "", "Organization", "", Recognised.NAME),
        ("Company", "", "Person", "", Recognised.NOBODY),
        ("Company", "", "Vessel", "", Recognised.NOBODY),
    ],
)
def test_a_name_goes_as_far_as_it_can(
    schema: str, born: str, listed_schema: str, listed_born: str, expected: Recognised
) -> None:
    """A company's name is followed, a person's only with a birth date; contradictions never."""
    found = identify(
        entity("ownership-x", schema, born=born, dataset="ownership"),
        [entity("un_sc-1", listed_schema, born=listed_born)],
    )
    assert found.by is expected
    assert bool(found.same_as) is (expected is not Recognised.NOBODY)


def test_two_of_a_name_on_one_list_are_nobody_for_certain() -> None:
    """On two lists they may be one party."""
    asked = entity("ownership-x", "Company", dataset="ownership")
    one = entity("un_sc-1", "Organization")
    two = entity("un_sc-2", "Organization")
    other = entity("eu_fsf-9", "Organization", dataset="eu_fsf")
    assert identify(asked, [one, two]).by is Recognised.SEVERAL
    assert not identify(asked, [one, two]).is_certain
    assert identify(asked, [one, other]).same_as == ("eu_fsf-9", "un_sc-1")
    assert identify(asked, [one, other]).is_certain
