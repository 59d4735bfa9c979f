"""Identifiers and countries."""

import pytest

from interdict.text.countries import country_code
from interdict.text.identifiers import (
    identifier_key,
    imo_digits,
    imo_numbers,
    is_valid,
    looks_like_identifier,
    wallet_key,
)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("IMO 907-4729", "9074729"),
        ("imo9074729", "9074729"),
        ("ab 12.34-56", "AB123456"),
        ("Passport No. x1234567", "X1234567"),
        ("Who@Example.org", "who@example.org"),
        (" - ", ""),
        ("ABCDRU2PXXX", "ABCDRU2P"),
        ("SWIFT: ABCD RU 2P", "ABCDRU2P"),
        ("Tax ID No. 77-01", "7701"),
    ],
)
def test_identifiers_are_compared_without_separators(given: str, key: str) -> None:
    """Case, separators and a leading word of kind do not matter."""
    assert identifier_key(given) == key


def test_an_imo_number_has_a_check_digit() -> None:
    """A number whose digits do not add up is not an IMO number."""
    assert imo_digits("IMO 9074729") == "9074729"
    assert imo_digits("9074728") is None
    assert imo_digits("12345") is None


@pytest.mark.parametrize(
    ("prop", "value", "valid"),
    [
        ("imoNumber", "IMO 9074729", True),
        ("imoNumber", "IMO 9074728", False),
        ("leiCode", "213800KUD8LAJWSQ9D15", True),
        ("leiCode", "213800KUD8LAJWSQ9D16", False),
        ("innCode", "7707083893", True),
        ("innCode", "7707083894", False),
        ("passportNumber", "X1234567", None),
        ("passportNumber", "0000000", False),
    ],
)
def test_check_digits_are_checked_where_there_are_any(
    prop: str, value: str, valid: bool | None
) -> None:
    """None where no check is known; one digit repeated is no number."""
    assert is_valid(prop, value) is valid


def test_wallets_keep_their_case_unless_hexadecimal() -> None:
    """Base58 tells upper from lower case."""
    assert wallet_key(" 0xABc1 ") == "0xabc1"
    assert wallet_key("1BoatXyz") == "1BoatXyz"


def test_a_number_typed_as_a_name_is_noticed() -> None:
    """Names with a few digits are not numbers."""
    assert looks_like_identifier("0x52908400098527886E0F7030069857D2E4169EE7")
    assert looks_like_identifier("IMO 9074729")
    assert not looks_like_identifier("Brigade 47")
    assert not looks_like_identifier("Nils Holm")


@pytest.mark.parametrize("text", ["Venezuela", "VEN", "ve", "Bolivarian Republic of Venezuela"])
def test_countries_by_any_name_or_code(text: str) -> None:
    """One code for all."""
    assert country_code(text) == "ve"


def test_an_unknown_country_is_itself() -> None:
    """So that two equal unknown texts still agree."""
    assert country_code("Ruritania") == "ruritania"


def test_imo_numbers_are_found_within_a_name() -> None:
    """Only what is called so, with its check digit right."""
    assert imo_numbers("MV Northern Gull, IMO: 9074729") == ["9074729"]
    assert imo_numbers("Northern Gull (IMO no. 9074729)") == ["9074729"]
    assert imo_numbers("Northern Gull IMO 9074728") == []
    assert imo_numbers("Northern Gull 9074729") == []
