"""Numbers as English prose writes them: digits, scales ("2.5 million") and words."""

from __future__ import annotations

import re

_UNITS = {
    word: n
    for n, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
        """.split()
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}

_ORDINAL_UNITS = {
    word: n
    for n, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
        """.split(),
        start=1,
    )
} | {
    word: 10 * n
    for n, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        start=2,
    )
}

_SMALL = "|".join(sorted({**_UNITS, **_TENS}, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_GAP = r"[ \t\u00a0\u202f]"

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number in digits, with or without thousands separators (matches no sign)."""

WORDS = (
    rf"(?:(?:{_SMALL})(?:-(?:{_SMALL}))?|an?(?={_GAP}(?:{_SCALE})\b))"
    rf"(?:{_GAP}(?:and{_GAP})?(?:{_SCALE}|(?:{_SMALL})(?:-(?:{_SMALL}))?)\b){{0,6}}"
)
"""A number in words ("twenty-one", "two hundred and fifty", "a dozen")."""

SCALE = rf"(?:{_GAP}?(?:hundred|thousand|million|billion|trillion)|(?:mn|bn|tn|m|b|k))(?![\w])"
"""What may follow digits to multiply them ("50 million", "50m")."""

ORDINAL_WORDS = "|".join(
    [rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(list(_ORDINAL_UNITS)[:9])})", *_ORDINAL_UNITS]
)
"""An ordinal in words ("third", "twenty-first")."""

NUMBER_WORDS = frozenset((*_UNITS, *_TENS, *_SCALES, *_ORDINAL_UNITS))
"""Words of which a number or an ordinal in words holds at least one."""

_TOKEN = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?")


def parse_number(text: str) -> float | None:
    """The value of a number in digits, words or both; None if it is not one.

    Examples: `1,500`, `2.5 million`, `37.2m`, `twenty-one`, `a dozen`, `two hundred and six`.
    """
    total = current = 0.0
    seen = False
    for token in _TOKEN.findall(text.lower().replace("-", " ")):
        if token[0].isdigit():
            current += float(token.replace(",", ""))
        elif token in ("a", "an") and not seen:
            current += 1
        elif token in _UNITS:
            current += _UNITS[token]
        elif token in _TENS:
            current += _TENS[token]
        elif token in _SCALES or token in _SHORT_SCALES:
            factor = _SCALES.get(token) or _SHORT_SCALES[token]
            current = (current or 1.0) * factor
            if factor >= 1_000:
                total, current = total + current, 0.0
        elif token != "and":
            return None
        seen = True
    return total + current if seen else None


def parse_ordinal(text: str) -> int | None:
    """The rank that an ordinal names (`21st`, `third`, `twenty-first`); None if it is none."""
    lower = text.lower()
    digits = re.match(r"(\d{1,6})(?:st|nd|rd|th)$", lower.replace(",", ""))
    if digits:
        return int(digits[1])
    tens, _, unit = lower.rpartition("-")
    if unit not in _ORDINAL_UNITS or (tens and tens not in _TENS):
        return None
    return _TENS.get(tens, 0) + _ORDINAL_UNITS[unit]
