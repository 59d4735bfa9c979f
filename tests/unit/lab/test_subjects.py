"""Listed parties as test names are made from them."""

from __future__ import annotations

from interdict.lab.subjects import is_latin, subjects_of, subjects_of_entities
from interdict.model.entity import Held
from interdict.model.statement import Statement


def held(
    entity_id: str, schema: str, prop: str, value: str, qualifier: str = ""
) -> tuple[str, Held]:
    """One statement under its entity."""
    return entity_id, Held(Statement("own", entity_id, schema, prop, value, qualifier=qualifier))


def test_names_are_sorted_by_what_they_are() -> None:
    """Main name, listed order, other scripts, strong, weak and former names each in their place."""
    [subject] = subjects_of(
        [
            held("x-1", "Person", "name", "Orsin Veldt KARVAN"),
            held("x-1", "Person", "name", "KARVAN, Orsin Veldt", "listed"),
            held("x-1", "Thing", "alias", "Орсин Карван"),
            held("x-1", "Thing", "alias", "Orsin QARVAN"),
            held("x-1", "Thing", "alias", "QARVAN, Orsin", "listed"),
            held("x-1", "Thing", "weakAlias", "THE FERRYMAN"),
            held("x-1", "Thing", "previousName", "Orsin DELVE"),
            held("x-1", "Person", "birthDate", "1970-03-07"),
            held("x-1", "Person", "nationality", "Venezuela"),
            held("x-1", "Person", "passportNumber", "A1"),
        ]
    )
    assert (subject.name, subject.listed) == ("Orsin Veldt KARVAN", "KARVAN, Orsin Veldt")
    assert subject.native == ("Орсин Карван",)
    assert subject.aliases == ("Orsin QARVAN",)
    assert subject.weak_aliases == ("THE FERRYMAN",)
    assert subject.former_names == ("Orsin DELVE",)
    assert (subject.birth_dates, subject.countries) == (("1970-03-07",), frozenset({"ve"}))
    assert subject.schema == "Person"
    assert subject.given_and_family == ("Orsin Veldt", "KARVAN")


def test_a_native_main_name_gives_way_to_a_latin_one() -> None:
    """Most kinds of error are about Latin letters; the native name is kept beside it."""
    [subject] = subjects_of(
        [
            held("x-1", "Person", "name", "Орсин Карван"),
            held("x-1", "Person", "alias", "Orsin Karvan"),
        ]
    )
    assert (subject.name, subject.native) == ("Orsin Karvan", ("Орсин Карван",))


def test_what_is_no_party_or_has_no_name_is_left_out() -> None:
    """Passports, sanctions and nameless entries are nobody to be found."""
    assert (
        subjects_of(
            [
                held("x-1", "Passport", "name", "Somebody's passport"),
                held("x-2", "Person", "birthDate", "1970"),
                held("x-3", "Person", "name", "-"),
            ]
        )
        == []
    )


def test_followthemoney_entities_are_read_too() -> None:
    """Ordered by id; `FAMILY, Given` is put into speaking order."""
    subjects = subjects_of_entities(
        [
            {"id": "b", "schema": "Company", "properties": {"name": ["Tidal Freight LLC"]}},
            {"id": "a", "schema": "Person", "properties": {"name": ["KARVAN, Orsin"]}},
        ]
    )
    assert [(s.id, s.name, s.listed) for s in subjects] == [
        ("a", "Orsin KARVAN", "KARVAN, Orsin"),
        ("b", "Tidal Freight LLC", None),
    ]
    assert subjects[1].is_organisation
    assert subjects[1].given_and_family is None


def test_latin_is_told_by_the_letters() -> None:
    """Accents are Latin; Cyrillic and mixed names are not."""
    assert is_latin("Ángel Ñuñez-Łoś 2")
    assert not is_latin("Орсин")
    assert not is_latin("Orsin Карван")
