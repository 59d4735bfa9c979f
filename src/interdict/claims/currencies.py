"""Currencies by the names that texts give them; several countries share some names."""

from __future__ import annotations

import re

from interdict.claims.gazetteer import fold

_ONE = {
    "dollar": "USD", "dolar": "USD", "dolares": "USD", "euro": "EUR", "pound": "GBP",
    "libra": "GBP", "naira": "NGN", "shekel": "ILS", "rouble": "RUB", "ruble": "RUB",
    "rublo": "RUB", "yuan": "CNY",
    "yen": "JPY", "riyal": "SAR", "dirham": "AED", "afghani": "AFN", "lira": "TRY", "real": "BRL",
    "reales": "BRL", "guarani": "PYG", "guaranies": "PYG", "sol": "PEN", "soles": "PEN",
    "reais": "BRL", "quetzal": "GTQ", "quetzales": "GTQ", "lempira": "HNL", "bolivar": "VES",
    "bolivares": "VES", "gourde": "HTG", "cordoba": "NIO", "boliviano": "BOB",
    "rand": "ZAR", "cedi": "GHS", "birr": "ETB", "baht": "THB", "ringgit": "MYR", "taka": "BDT",
    "rupiah": "IDR", "hryvnia": "UAH", "rial": "IRR",
}  # fmt: skip
_SHARED: dict[str, tuple[tuple[str, str], ...]] = {
    "rupee": (("india", "INR"), ("pakistan", "PKR"), ("sri lanka", "LKR"), ("nepal", "NPR")),
    "rupia": (("india", "INR"), ("pakistan", "PKR")),
    "peso": (
        ("colombia", "COP"), ("mexic", "MXN"), ("argentin", "ARS"), ("chile", "CLP"),
        ("philippin", "PHP"), ("filipin", "PHP"),
    ),
    "shilling": (("kenya", "KES"), ("somali", "SOS"), ("uganda", "UGX"), ("tanzania", "TZS")),
}  # fmt: skip
"""Names with the countries that use them, by the beginning of the country's name."""
SIGNS = {
    "$": "USD", "us$": "USD", "u.s.$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP", "€": "EUR",
    "eur": "EUR", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "s$": "SGD", "nt$": "TWD",
    "nz$": "NZD", "mx$": "MXN", "r$": "BRL", "¥": "JPY", "chf": "CHF", "₱": "PHP", "php": "PHP",
    "p": "PHP", "₹": "INR", "inr": "INR", "pkr": "PKR", "rs": "rupee", "rs.": "rupee",
    "₦": "NGN", "n": "NGN", "ngn": "NGN", "₪": "ILS", "nis": "ILS", "₽": "RUB", "₺": "TRY",
    "₴": "UAH", "₩": "KRW", "s/": "PEN", "s/.": "PEN", "mxn": "MXN", "ksh": "KES",
    "sh": "shilling", "afn": "AFN", "zar": "ZAR",
}  # fmt: skip
"""What stands before a sum: the code of its currency, or a name that countries share."""
SIGN = (
    r"(?:US|U\.S\.|CA|HK|NT|NZ|MX|A|C|R|S)?\$|[£€¥₱₹₦₪₽₺₴₩]"
    r"|\b(?:USD|EUR|GBP|CHF|PHP|INR|PKR|NGN|NIS|MXN|AFN|ZAR|Rs\.?|K[Ss]h|Sh|S/\.?)"
    r"|\b[PN](?=\d[\d.,]*(?:,\d{3}|\s?(?:million|billion|m\b|bn\b)))"
)
"""For an expression. A single letter is one only before thousands or millions."""
ENGLISH = (
    "dollar|euro|pound|rupee|peso|naira|shekel|rouble|ruble|yuan|yen|riyal|dirham|afghani|shilling"
    "|reais|quetzale?|lempira|bolivar|gourde|rand|cedi|birr|baht|ringgit|taka|rupiah|hryvnia|rial"
)
"""For an expression: names that stand behind a number in English."""
SPANISH = (
    "dólares|dolares|dólar|euros?|libras?|pesos?|rupias?|reales|soles|rublos?|guaraníes"
    "|quetzal(?:es)?|lempiras?|bol[ií]var(?:es)?|gourdes?|c[oó]rdobas?|bolivianos?|reais"
)
"""The same in Spanish."""


def currency(name: str, text: str) -> str | None:
    """The code of a currency: of several that share a name, that of the country told of most.

    Args:
        name: as printed, with or without its plural s, or the sign before a sum.
        text: the document.
    """
    folded = fold(SIGNS.get(name.lower(), name))
    for form in (folded, folded.removesuffix("s")):
        if form in _ONE:
            return _ONE[form]
        if form in _SHARED:
            told = fold(text)
            counted = [(len(re.findall(rf"\b{lead}", told)), code) for lead, code in _SHARED[form]]
            return max(counted, key=lambda row: row[0])[1]
    return folded.upper() if len(folded) == 3 else None
