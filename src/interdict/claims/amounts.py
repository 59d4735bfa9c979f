"""Amounts of money and counts of things, as intervals with a qualifier.

Intervals follow the policy of `amount_bounds.py`. Dates, durations, ages, percentages of a
law's number and the like are no amounts: a number counts only with a currency, or with the
noun of what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from interdict.claims import amount_bounds
from interdict.claims.amount_bounds import OR_MORE, QUALIFIER
from interdict.claims.counted_noun import counted_noun
from interdict.claims.currencies import ENGLISH, SIGN, currency
from interdict.claims.date_patterns import S
from interdict.claims.number_words import (
    DIGITS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SCALE,
    WORDS,
    parse_number,
    parse_ordinal,
)
from interdict.claims.vocabulary import shapes
from interdict.claims.word_scan import Stretch
from interdict.model.claim import Quantity


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, and the words that qualify it, at `text[start:end]`.

    `quantity.unit` is a currency code (USD, GBP, EUR) or the counted noun as printed, empty
    where the text leaves it out ("at least 45 were killed");
    `ordinal` is True for the n-th of a series ("21st strike": at least 21 of them).
    """

    start: int
    end: int
    quantity: Quantity
    ordinal: bool = False


_NUMBER = re.compile(
    rf"(?P<sign>{SIGN}){S}?(?P<money>(?:{DIGITS})(?:-(?=million|billion)|)(?:{SCALE})?)"
    rf"|(?<![\w.,$£€₱₹₦§/-])(?:(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|(?i:{ORDINAL_WORDS}))(?![\w-])"
    rf"|(?P<number>(?:{DIGITS})(?:{SCALE})?|(?i:(?:a{S})?half{S}?-?a?{S}?dozen|{WORDS}))"
    r"(?![\w%]|[.,:/]\d|-(?!\d|strong\b)\w)"
    rf"|(?P<vague>(?i:a{S}handful|a{S}couple|a{S}few|several"
    rf"|(?:(?:tens|hundreds){S}of{S})?(?:dozens|scores|tens|hundreds|thousands|millions|billions)))"
    r"(?![\w-]))"
)
_CURRENCY_AFTER = re.compile(
    rf"{S}?(?:(?:US|U\.S\.|American|Indian|Pakistani|Mexican|Colombian){S})?(?P<name>{ENGLISH}|USD|EUR|GBP)s?"
    rf"(?:{S}sterling)?\b"
    rf"(?!{S}of\b)",
    re.I,
)
_UPPER = re.compile(
    rf"(?P<link>{S}?[-–—]{S}?|{S}(?:to|and){S})(?P<n>(?:{DIGITS})|(?i:{WORDS}))(?![\w%]|[.,:/-]\d|-\w)"
)
"""The upper end of a range: "5-10", "5 to 10", "between 5 and 10"."""
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_REFERENCE_BEFORE = re.compile(
    r"(?:§§?|\b(?:one|two|three|four|\d{1,3})\s+in|\b(?:sections?|secs?\.|articles?|art\.|chapters?|ch\.|titles?|paragraphs?|para\.|parts?"
    r"|pages?|pp?\.|clauses?|annex|schedules?|no\.|nos\.|numbers?|nr\.|resolutions?|orders?|e\.o\."
    r"|u\.s\.c\.|c\.f\.r\.|cfr|fr|fed\.\s+reg\.|public\s+law|pub\.\s+l\.|proclamation|notice|unit"
    r"|room|flight|boeing|airbus|box|suite|phone|tel\.|aged?|ages|subsections?|item|figure|table"
    r"|version|class|type|route|highway|mark|form|docket))\s*\(?$",
    re.I,
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?$")
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b(?!\s+(?:be|have|not)\b)")
_CITATION_AFTER = re.compile(
    r"\s*(?:U\.?S\.?C|C\.?F\.?R|FR\b|Fed\.|Stat\.|GMT|UTC|a\.m|p\.m|am\b|pm\b|o[’']clock|\([a-z0-9]+\))"
)
_BARE_AFTER = re.compile(
    r"\s(?:were|was|had|have|are)\b|\s(?:dead|killed|wounded|injured|arrested|died|perished|kidnapped|abducted)\b"
    r"|\sthe\s(?:number|total)\b"
)
_STRONG_AFTER = re.compile(r"[\s-](?P<noun>strong)\b")
"""Behind the size of a force: "some 4,000 strong", "a 4,000-strong militia"."""
_BARE_BEFORE = re.compile(
    r"\b(?:kill|wound|injur|captur|arrest|detain|charg|indict|prosecut)(?:ed|ing)\s"
    r"(?:another\s|a\sfurther\s|about\s|some\s)?$"
    r"|\b(?:figure|toll|number|total|count|estimate|tally|strength|membership|deaths|dead)\b[^.;:]{0,45}"
    r"\b(?:at|to|of|is|was|reached|passed|exceeded)\s$"
)
_OWNED_TO_BEFORE = re.compile(
    r"\b(?:admit(?:s|ted)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)|confirm(?:s|ed)?|count(?:s|ed)?"
    r"|verif(?:y|ies|ied)|document(?:s|ed)?|tall(?:y|ies|ied)|recogni[sz](?:e|es|ed)|report(?:s|ed)?)"
    r"\s(?:to\s|only\s|just\s)?$"
)
"""Before a figure that somebody gives for what was counted just before ("admits to 3,117")."""
_IS_YEAR = re.compile(r"(?:1[89]|20)\d\d(?![\d,.])")
_TOLL_BEFORE = re.compile(
    r"\b(?:toll|death count|number of (?:dead|deaths|victims)|casualties)\b[^.;:]{0,25}"
    r"\b(?:at|to|in)\s(?:the\s)?[“\"‘']?$"
)
"""Before a number in words that is left without a noun ("puts the toll at “dozens”")."""
_BARE_REACH = 60
"""Beside these words a number stands for people, or whatever was spoken of before."""
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|during|by|from|before|after|of|and|to)\s+$", re.I
)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]*[ ]$")
_NAME_AFTER = re.compile(r" [A-Z]")
_RANK_STOPS = frozenset(
    """
    party parties country countries world person largest biggest highest lowest oldest youngest
    place half term terms floor round century anniversary birthday degree edition amendment
    generation wave phase part stage week day month year time quarter district circuit grade
    point thing instance step language lieutenant class rate hand
    """.split()
)


_TELLING = NUMBER_WORDS | frozenset(
    """
    half halfdozen halfadozen handful couple few several dozens scores tens hundreds thousands
    millions billions
    """.split()
)
_CODES = ("usd", "eur", "gbp", "chf")


_LEAD = 8
"""How far before its first word an amount can begin: "U.S.$", "a ", "half a "."""


def first_amount(sentence: Stretch) -> int | None:
    """Where in a sentence the first number may begin; None if it can hold none.

    To be asked before `find_amounts`, which tries every character.
    """
    for at, word in zip(sentence.starts, sentence.words, strict=True):
        first = word[0]
        telling = first <= "9" or word in _TELLING or (first > "z" and first.isdecimal())
        if telling or (word.startswith(_CODES) and len(word) > 3 and word[3].isdecimal()):
            return max(at - _LEAD, sentence.start)
    return None


def find_amounts(
    text: str, start: int = 0, end: int | None = None, *, first: int | None = None
) -> list[Amount]:
    """Amounts in `text[start:end]`, in order; spans do not overlap.

    `first` is where the first number may begin, if that is known (`first_amount`).
    """
    start, end = max(start, 0), len(text) if end is None else min(end, len(text))
    numbers = _NUMBER.finditer(text, start if first is None else max(start, first), end)
    return amounts_at(numbers, start, lambda match, floor: _read(text, match, floor, end))


def amounts_at(
    numbers: Iterable[re.Match[str]],
    start: int,
    read: Callable[[re.Match[str], int], Amount | None],
) -> list[Amount]:
    """The amounts that `read` makes of numbers in order; none begins in the one before.

    `read` is told where the last amount ended, `start` for the first.
    """
    out: list[Amount] = []
    taken = start
    for match in numbers:
        if match.start() < taken:
            continue
        found = read(match, taken)
        if found is not None:
            out.append(found)
            taken = found.end
    return out


def _read(text: str, match: re.Match[str], floor: int, end: int) -> Amount | None:
    """The amount at a number, None if the number is none; `floor` is where the last one ended."""
    before = text[max(floor, match.start() - 40) : match.start()]
    qualifier = QUALIFIER.search(before)
    begin = match.start() - (len(before) - qualifier.start() if qualifier else 0)
    kind = qualifier.lastgroup if qualifier else None
    if match["sign"]:
        unit = currency(match["sign"], text) or ""
        return _amount(text, begin, match.end(), parse_number(match["money"]), unit, kind)
    if _is_reference(text, match, before):
        return None
    if match["rank"]:
        return _ranked(text, match, end)
    if match["vague"]:
        noun = counted_noun(text, match.end(), end, plural=True)
        if noun is None and (
            _TOLL_BEFORE.search(text[max(0, begin - _BARE_REACH) : begin])
            or _BARE_AFTER.match(text, match.end())
            or _stands_for_people(text, begin)
        ):
            noun = ("", match.end())
        if noun is None:
            return None
        return Amount(begin, noun[1], amount_bounds.vague(match["vague"], noun[0], kind))
    return _counted(text, match, begin, end, kind)


def _is_reference(text: str, match: re.Match[str], before: str) -> bool:
    """True for numbers of laws, orders, rooms; for days of the month and clock times."""
    return bool(
        _REFERENCE_BEFORE.search(before)
        or _DATE_BEFORE.search(before)
        or _DATE_AFTER.match(text, match.end())
        or _CITATION_AFTER.match(text, match.end())
    )


def _ranked(text: str, match: re.Match[str], end: int) -> Amount | None:
    """An ordinal with the noun of its series; firsts and what merely ranks are left out."""
    rank = parse_ordinal(match["rank"])
    if rank is None or rank < 2 or _NAME_AFTER.match(text, match.end(), end):
        return None
    noun = counted_noun(text, match.end(), end, plural=False)
    if noun is None or noun[0].lower() in _RANK_STOPS:
        return None
    return Amount(match.start(), noun[1], amount_bounds.ordinal(rank, noun[0]), ordinal=True)


def _counted(
    text: str, match: re.Match[str], begin: int, end: int, kind: str | None
) -> Amount | None:
    """A plain number: with a currency's name, or the noun that it counts."""
    words = match["number"]
    n = 6.0 if "half" in words.lower() else parse_number(words)
    if n is None:
        return None
    money = _CURRENCY_AFTER.match(text, match.end(), end)
    if money:
        unit = currency(money["name"], text) or ""
        return _amount(text, begin, money.end(), n, unit, kind)
    if words.isdigit() and _names_something(text, match, n, qualified=kind is not None):
        return None
    upper = _UPPER.match(text, match.end(), end)
    high = parse_number(upper["n"]) if upper else None
    if upper and high and high > n:
        between = _BETWEEN.search(text, max(0, match.start() - 12), match.start())
        if between or "and" not in upper["link"]:
            return _range(text, between.start() if between else begin, upper.end(), end, n, high)
    if n <= 1 and kind is None:
        return None  # "one" is mostly a pronoun
    pos, kind = _after(text, match.end(), end, kind)
    strong = _STRONG_AFTER.match(text, pos, end)
    noun = (strong["noun"], strong.end()) if strong else counted_noun(text, pos, end, plural=True)
    if noun is None and (_BARE_AFTER.match(text, pos) or _stands_for_people(text, begin)):
        noun = ("", pos)
    if noun is None:
        return None
    if kind is None and "dozen" in words.lower():
        kind = "about"
    return Amount(begin, noun[1], amount_bounds.bounded(n, noun[0], kind))


def _stands_for_people(text: str, begin: int) -> bool:
    """True behind "killing" and "the toll rose to", where the counted noun is left out."""
    before = text[max(0, begin - _BARE_REACH) : begin]
    return bool(_BARE_BEFORE.search(before)) or (
        bool(_OWNED_TO_BEFORE.search(before)) and _IS_YEAR.match(text, begin) is None
    )


def _names_something(text: str, match: re.Match[str], n: float, *, qualified: bool) -> bool:
    """True for digits that are part of a name ("Unit 8200") or are a year ("in 2020")."""
    start = match.start()
    name = _NAME_BEFORE.search(text, max(0, start - 30), start)
    word = name[0].strip().lower() if name else "between"
    if word != "between" and word not in shapes().openers:
        return True
    is_year = match.end() - start == 4 and 1800 <= n < 2100
    return is_year and not qualified and bool(_YEAR_BEFORE.search(text, max(0, start - 12), start))


def _range(text: str, begin: int, pos: int, end: int, low: float, high: float) -> Amount | None:
    noun = counted_noun(text, pos, end, plural=True)
    if noun is None:
        return None
    return Amount(begin, noun[1], Quantity(low, high, noun[0], "about"))


def _after(text: str, pos: int, end: int, kind: str | None) -> tuple[int, str | None]:
    """Reads a limit after the number ("or more", "+"): where it ends, and the kind it gives."""
    found = OR_MORE.match(text, pos, end)
    if found is None:
        return pos, kind
    return found.end(), "about" if found[0].split()[-1:] == ["so"] else "at_least"


def _amount(
    text: str, begin: int, stop: int, n: float | None, unit: str, kind: str | None
) -> Amount | None:
    if n is None:
        return None
    stop, kind = _after(text, stop, len(text), kind)
    return Amount(begin, stop, amount_bounds.bounded(n, unit, kind))
