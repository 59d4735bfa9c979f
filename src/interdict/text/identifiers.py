"""Identifiers in the form in which they are compared: letters and digits, upper case."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import import_module
from typing import Any

_SEPARATORS = re.compile(r"[^0-9A-Za-z]+")
_IMO = re.compile(r"(?:IMO)?(?:NO|NUMBER)?([0-9]{7})$")
_CALLED_IMO = re.compile(r"\bIMO\W{0,3}(?:no\W{0,3}|number\W{0,3})?([0-9]{7})\b", re.IGNORECASE)
_HEAD_OFFICE = re.compile(r"([A-Z]{6}[A-Z0-9]{2})XXX$")
_PREFIXED = re.compile(
    r"^\s*(?:passport|imo|mmsi|lei|tax id|inn|ogrn|bic|swift|vat|ssn|ein|rfc|curp|cuit|cedula|dni"
    r"|nit|rif|national id|id)\s*(?:no\.?|number|code|#|:)*\s+",
    re.IGNORECASE,
)


def identifier_key(value: str) -> str:
    """The comparable form: `imo 918-7629` gives `9187629`, `ab 12.34` gives `AB1234`.

    A leading word that only says what kind of number it is, is dropped, and so is the branch
    `XXX` of a bank's code, which is its head office. E-mail addresses keep `@` and dots. Empty if
    no letter or digit is left.

    Source: ISO 9362 for the branch code.
    """
    text = unicodedata.normalize("NFKC", value).strip()
    if "@" in text:
        return text.casefold()
    key = _SEPARATORS.sub("", _PREFIXED.sub("", text)).upper()
    found = _IMO.match(key) or _HEAD_OFFICE.match(key)
    return found.group(1) if found else key


_CHECKED_BY = {
    "imoNumber": "stdnum.imo",
    "leiCode": "stdnum.lei",
    "swiftBic": "stdnum.bic",
    "innCode": "stdnum.ru.inn",
    "ogrnCode": "stdnum.ru.ogrn",
}
"""Property -> the module of python-stdnum that knows its check digits or its form."""


def is_valid(prop: str, value: str) -> bool | None:
    """Whether a number can be one of its kind, by form and check digits; None if nobody can say.

    A number of one digit repeated (`0000000`) is no number of any kind.
    """
    key = identifier_key(value)
    if len(set(key)) < 2:
        return False
    module = _CHECKED_BY.get(prop, "")
    if not module:
        return None
    return bool(_checker(module).is_valid(key))


@cache
def _checker(module: str) -> Any:
    """One module of python-stdnum: imported only when a number has been met."""
    return import_module(module)


def wallet_key(value: str) -> str:
    """A wallet address as it is compared: bare, and lower case where it is hexadecimal.

    Base58 addresses tell upper from lower case; hexadecimal ones (`0x...`) and bech32 do not.
    """
    text = "".join(unicodedata.normalize("NFKC", value).split())
    lowered = text.lower()
    return lowered if lowered.startswith(("0x", "bc1", "ltc1")) else text


def imo_digits(value: str) -> str | None:
    """The seven digits of a vessel's IMO number, None if the check digit does not hold.

    Source: IMO Resolution A.1117(30): the last digit is that of the sum of the other six,
    weighted 7 down to 2.
    """
    found = _IMO.match(identifier_key(value))
    if found is None:
        return None
    digits = found.group(1)
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    return digits if total % 10 == int(digits[6]) else None


def imo_numbers(name: str) -> list[str]:
    """IMO numbers that stand within a name, called so and with their check digit right.

    Payments and registers write `MV Artavil, IMO 9187629` into one field.
    """
    return [found for found in _CALLED_IMO.findall(name) if imo_digits(found) is not None]


def looks_like_identifier(text: str) -> bool:
    """True if a text given as a name may be a number or a wallet address instead.

    At least six letters and digits, at least three of them digits, in at most three groups.
    """
    bare = _SEPARATORS.sub("", text)
    n_digits = sum(char.isdigit() for char in bare)
    return 6 <= len(bare) <= 128 and n_digits >= 3 and len(text.split()) <= 3
