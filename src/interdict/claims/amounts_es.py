"""Amounts in Spanish prose: "unos 9.000 integrantes", "hasta cinco millones de dólares".

The intervals follow the policy of `amount_bounds.py`, as those of English do.
"""

from __future__ import annotations

import re

from interdict.claims import amount_bounds
from interdict.claims.amounts import Amount, amounts_at
from interdict.claims.currencies import SIGN, SPANISH, currency
from interdict.claims.gazetteer import fold
from interdict.model.claim import Quantity

_UNITS = {
    word: n
    for n, words in enumerate(
        """
        cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciseis diecisiete dieciocho diecinueve veinte veintiun|veintiuno|veintiuna
        veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve
        """.split()
    )
    for word in words.split("|")
}
_TENS = dict(
    zip(
        "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
        range(30, 100, 10),
        strict=True,
    )
)
_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300,
    "trescientas": 300, "cuatrocientos": 400, "quinientos": 500, "quinientas": 500,
    "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
}  # fmt: skip
_SCALES = {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000, "docena": 12}
_VAGUE = {"decenas": (20.0, None), "docenas": (24.0, None), "cientos": (200.0, None),
          "centenares": (200.0, None), "miles": (2_000.0, None), "varios": (3.0, None),
          "varias": (3.0, None)}  # fmt: skip
_NUMBER_WORDS = {**_UNITS, **_TENS, **_HUNDREDS, **_SCALES}

_QUALIFIERS = {
    "at_least": r"al menos|por lo menos|no menos de|como mínimo|un mínimo de",
    "more_than": r"más de|mas de|superior a|por encima de|supera(?:n)?(?: los| las)?",
    "at_most": r"hasta|como máximo|no más de|menos de|un máximo de|por debajo de",
    "nearly": r"casi|cerca de",
    "about": r"unos|unas|alrededor de|aproximadamente|en torno a|cerca de los",
}
_QUALIFIER = re.compile(
    r"(?<!\w)(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _QUALIFIERS.items())
    + r")\s+(?:(?:los|las|el|la)\s+)?$",
    re.IGNORECASE,
)
_REACH = 32
_WORD = r"[^\W\d_]+"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?P<sign>{SIGN})\s?)?"
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w%]|[./:]\d)"
    rf"|(?<![\w-])(?P<word>{_WORD})"
)
_NEXT = re.compile(rf"[ \t\n\u00a0]+({_WORD})")
_HALF = re.compile(r"\s+medi[oa]\b")
_OF = re.compile(r"\s+de\s+(?:(?:los|las|sus|estos|estas)\s+)?(?:\d+\s+)?")
_MONEY = re.compile(rf"\s+(?:de\s+)?(?P<name>{SPANISH})\b(?:\s+esterlinas)?", re.IGNORECASE)
_TIME = frozenset(
    """
    año años ano anos dia días día dias mes meses semana semanas hora horas minuto minutos
    década décadas siglo siglos vez veces por
    """.split()
)
_MONTHS = frozenset(
    """
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre
    """.split()
)
_DESCRIBING = frozenset(
    """
    presuntos presuntas supuestos supuestas nuevos nuevas otros otras altos altas antiguos antiguas
    grandes jóvenes principales posibles importantes destacados
    """.split()
)
"""Adjectives between a number and its noun: "tres presuntos operadores"."""
_NO_NOUN = frozenset(
    """
    de del y o e en a al con que los las el la por para se fue fueron han ha es son como su sus un
    una no lo le más mas ya pero sobre entre desde hasta ante tras según segun uno otra otro
    """.split()
)
_BARE_BEFORE = re.compile(
    r"\b(?:cifra|saldo|balance|número|numero|total|estimaci[oó]n|c[aá]lculo)\b[^.;:]{0,30}"
    r"\b(?:a|en|de|es)\s$"
    r"|\b(?:suman?|totalizan?|ya son|ya van|son ya|van ya|son|van)\s(?:(?:ya|en total|ahora)\s)?$"
    r"|\b(?:calcul|estim|contabiliz)(?:a|an|ó|aron|aba|aban)\s(?:(?:que\s(?:son|hay)|en|a)\s)?$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(r"\s(?:fueron|han sido|murieron|fallecieron|resultaron)\b")
_BETWEEN = re.compile(r"\bentre\s$", re.IGNORECASE)
_UPPER = re.compile(r"\s+y\s+(?:los\s+|las\s+)?(?P<n>\d{1,3}(?:\.\d{3})+|\d+)(?![\w%,.]\d)")
_LAW_BEFORE = re.compile(
    r"\b(?:art[ií]culos?|ley|secci[oó]n|resoluci[oó]n|decreto|n[uú]m|n[ºo°])\.?\s$", re.IGNORECASE
)


def find_spanish_amounts(text: str, start: int, end: int) -> list[Amount]:
    """Amounts in `text[start:end]`, in order; spans do not overlap."""
    numbers = _NUMBER.finditer(text, start, end)
    return amounts_at(numbers, start, lambda match, floor: _read(text, match, floor, end))


def _read(text: str, match: re.Match[str], floor: int, end: int) -> Amount | None:
    word = fold(match["word"] or "")
    if word and word not in _NUMBER_WORDS and word not in _VAGUE:
        return None
    before = text[max(floor, match.start() - _REACH) : match.start()]
    if _LAW_BEFORE.search(before):
        return None
    qualifier = _QUALIFIER.search(before)
    begin = match.start() - (len(before) - qualifier.start() if qualifier else 0)
    kind = qualifier.lastgroup if qualifier else None
    if word in _VAGUE:
        return _vague(text, match, begin, end)
    n, pos = _value(text, match, end)
    if n is None:
        return None
    money = _MONEY.match(text, pos, end)
    if match["sign"] or money:
        unit = currency(money["name"] if money else match["sign"], text) or "USD"
        return Amount(begin, money.end() if money else pos, amount_bounds.bounded(n, unit, kind))
    if (match["digits"] or "").isdigit() and 1800 <= n < 2100 and kind is None:
        return None  # a year
    between = _BETWEEN.search(before)
    upper = _UPPER.match(text, pos, end) if between else None
    if between and upper:
        return _range(text, n, upper, match.start() - len(between[0]), end)
    noun = _noun(text, pos, end)
    if noun is None and _stands_alone(text, begin, pos, end):
        noun = ("", pos)
    if noun is None or (n <= 1 and kind is None):
        return None
    return Amount(begin, noun[1], amount_bounds.bounded(n, noun[0], kind))


def _stands_alone(text: str, begin: int, pos: int, end: int) -> bool:
    """True for a number whose noun is left out: "rebaja la cifra a 7.500", "calcula unos 900"."""
    before = text[max(0, begin - 50) : begin]
    return bool(_BARE_BEFORE.search(before) or _BARE_AFTER.match(text, pos, end))


def _range(text: str, low: float, upper: re.Match[str], begin: int, end: int) -> Amount | None:
    """ "Entre 2.000 y 3.000 combatientes", from the lower number on."""
    high = float(upper["n"].replace(".", ""))
    noun = _noun(text, upper.end(), end)
    if noun is None and _stands_alone(text, begin, upper.end(), end):
        noun = ("", upper.end())
    if noun is None or high <= low:
        return None
    return Amount(begin, noun[1], Quantity(low, high, noun[0], "about"))


def _vague(text: str, match: re.Match[str], begin: int, end: int) -> Amount | None:
    noun = _noun(text, match.end(), end)
    if noun is None:
        return None
    low, high = _VAGUE[fold(match["word"])]
    return Amount(begin, noun[1], Quantity(low, high, noun[0], "vague"))


def _value(text: str, match: re.Match[str], end: int) -> tuple[float | None, int]:
    """The number that begins at a match, with the words that go on with it, and its end."""
    pos = match.end()
    if match["digits"]:
        total, current = 0.0, float(match["digits"].replace(".", "").replace(",", "."))
    else:
        total, current = _added(0.0, 0.0, fold(match["word"]))
    while True:
        following = _NEXT.match(text, pos, end)
        if following is None:
            break
        word = fold(following[1])
        stop = following.end()
        half = _HALF.match(text, stop, end) if word == "y" and current >= 1_000_000 else None
        if half is not None:
            return total + current + 500_000, half.end()
        if word == "y":
            unit = _NEXT.match(text, stop, end)
            if unit is None or fold(unit[1]) not in _UNITS or current % 10 or current < 30:
                break
            word, stop = fold(unit[1]), unit.end()
        elif word not in _NUMBER_WORDS or (match["digits"] and word not in _SCALES):
            break
        total, current = _added(total, current, word)
        pos = stop
    return total + current, pos


def _added(total: float, current: float, word: str) -> tuple[float, float]:
    factor = _SCALES.get(word)
    if factor is None:
        return total, current + _NUMBER_WORDS[word]
    current = (current or 1.0) * factor
    return (total + current, 0.0) if factor == 1_000 else (0.0, total * factor + current)


def _noun(text: str, pos: int, end: int) -> tuple[str, int] | None:
    """What is counted: the next word, also behind "de los 32"; None for stretches of time."""
    of = _OF.match(text, pos, end)
    following = _NEXT.match(text, (of.end() - 1) if of else pos, end)
    if following is None:
        return None
    if following[1].lower() in _DESCRIBING:
        following = _NEXT.match(text, following.end(), end) or following
    word = following[1]
    plain = word.lower()
    if plain in _TIME or plain in _MONTHS or plain in _NO_NOUN or not word[0].islower():
        return None
    return word, following.end()
