"""Guessing what a column of one's own list holds."""

from __future__ import annotations

import pytest

from interdict.lists.own.columns import can_have, guess_columns, role_of_label, schema_from


@pytest.mark.parametrize("title", ["birthDate", "Birth_Date", "DATE OF BIRTH", "dob", " D O B"])
def test_titles_are_compared_without_case_and_punctuation(title: str) -> None:
    """Camel case and underscores part words like spaces do."""
    wanted = "birthDate" if title.strip() != "D O B" else None
    assert guess_columns([title]).roles == ((title, wanted),)


def test_roles_keep_the_order_of_the_header() -> None:
    """Several columns may share a role; what is not known is listed apart."""
    columns = guess_columns(["Name", "aka", "Hat", "Aliases"])
    assert columns.titles("alias") == ("aka", "Aliases")
    assert columns.unknown == ("Hat",)
    assert columns.is_usable
    assert not guess_columns(["Hat", "dob"]).is_usable


def test_a_record_has_one_id() -> None:
    """A second such column is a reference of the party."""
    columns = guess_columns(["uid", "id", "name"])
    assert columns.titles("id") == ("uid",)
    assert columns.titles("reference") == ("id",)


def test_only_other_titles_are_described() -> None:
    """A column that is called what it is needs no word."""
    columns = guess_columns(["id", "Name", "birth_date", "Town of birth", "Hat"])
    assert columns.guessed() == (("Town of birth", "birthPlace"),)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("National passport", "passportNumber"),
        ("Tax ID No.", "taxNumber"),
        ("National Identification Number", "idNumber"),
        ("SWIFT/BIC", "swiftBic"),
        ("Digital Currency Address - XBT", "wallet"),
        ("Vessel Registration Identification", "imoNumber"),
        ("Registration Number", "registrationNumber"),
        ("Hat", None),
        ("Taxonomy", None),
    ],
)
def test_labels_are_known_by_their_words(label: str, role: str | None) -> None:
    """The longest known words decide; a part of a word does not count."""
    assert role_of_label(label) == role


def test_properties_belong_to_kinds_of_parties() -> None:
    """Only what the schema, or one it inherits from, can have."""
    assert can_have("Company", "registrationNumber")
    assert can_have("Vessel", "imoNumber")
    assert can_have("Airplane", "notes")
    assert not can_have("Organization", "birthDate")
    assert not can_have("Person", "mmsi")


def test_facts_tell_the_kind_of_party() -> None:
    """Only facts that no other kind has."""
    assert schema_from(["alias", "birthDate"]) == "Person"
    assert schema_from(["mmsi"]) == "Vessel"
    assert schema_from(["country", "idNumber"]) == "LegalEntity"
