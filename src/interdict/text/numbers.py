"""Numbers in names: words, ordinals and Roman numerals as one number."""

from __future__ import annotations

from functools import cache

from interdict.text.tables import lines_of

SAME_COST = 5
"""Two ways to write one number: 3, three."""

ORDINAL_COST = 10
"""A number and its ordinal: one, first."""


def number_of(token: str) -> str:
    """The number that a folded word writes, in digits without leading zeros; empty if none."""
    if token.isdigit():
        return token.lstrip("0") or "0"
    found = _numbers().get(token)
    return found[0] if found else ""


def number_spellings(token: str) -> dict[str, int]:
    """Other words for the same number, with their cost (1 to 100)."""
    number = number_of(token)
    if not number:
        return {}
    is_ordinal = _numbers().get(token, ("", False))[1]
    spellings = {number: SAME_COST}
    for word, (value, ordinal) in _numbers().items():
        if value == number:
            # Digits are as near to the ordinal as to the number: Brigade 2, Second Brigade.
            same = ordinal is is_ordinal or token.isdigit() or word.isdigit()
            spellings[word] = SAME_COST if same else ORDINAL_COST
    spellings.pop(token, None)
    return spellings


def joined_number(tens: str, unit: str) -> str:
    """The number that two words write together, in digits: `forty` `4` is 44; empty if none.

    Tens are words (`40 4` are two numbers), units words or a digit.
    """
    if tens.isdigit() or not (unit.isdigit() or unit in _numbers()):
        return ""
    left, right = number_of(tens), number_of(unit)
    if left not in _TENS or len(right) != 1 or right == "0":
        return ""
    return left[0] + right


_TENS = frozenset("20 30 40 50 60 70 80 90".split())


@cache
def _numbers() -> dict[str, tuple[str, bool]]:
    """Word -> number in digits, and whether it is an ordinal or a numeral."""
    numbers: dict[str, tuple[str, bool]] = {}
    for line in lines_of("number_words.txt"):
        number, _, words = line.partition("=")
        cardinals, _, ordinals = words.partition(";")
        for text, ordinal in ((cardinals, False), (ordinals, True)):
            for word in text.split():
                numbers.setdefault(word, (number.strip(), ordinal))
    return numbers
