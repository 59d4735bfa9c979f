"""What a number counts: the head of the noun phrase that follows it.

Without a part-of-speech tagger the head is found by shape: the words after the number are
read up to a function word, a verb ending or a comma, and the last plural among them is the
head ("about 20 lethal kinetic strikes on": strikes).
"""

from __future__ import annotations

import re

from interdict.claims.vocabulary import demonyms

_GAP = r"[ \t\u00a0\u202f]"
_WORD = re.compile(
    rf"{_GAP}+(?P<of>of{_GAP}(?:(?:the|its|their|his|her|these|those|other|them){_GAP})?)?"
    r"(?P<word>[^\W\d_][\w’'./-]*)"
)
_MAX_WORDS = 6

_STOPS = frozenset(
    """
    a an the this that these those it its he his him she her they their them we our you your i
    in on at by for from into onto of off out over to under up with within without after before
    since until during through across against among between around near per via than as about
    and or but nor so yet if when while where who whom whose which what how why because although
    though unless whether is are was were be been being am has have had having do does did will
    would can could may might shall should must not no also too very more most less each every
    here there now then ago earlier later today yesterday tomorrow alone so far inside outside
    aboard amid despite including killed wounded injured died dead remain remained came
    went took said saw made led left held began set hit sent got gave found fell ran met told says
    say seen
    """.split()
)
_IRREGULAR = frozenset(
    """
    people men women children personnel police troops crew staff aircraft militia livestock
    others whom servicemen servicewomen gunmen fishermen policemen fish cattle infantry cavalry
    percent
    """.split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|’s)$", re.I)
_NOT_NOUN = re.compile(r"(?:ly|ed|ing)$", re.I)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
"""An abbreviation whose stops are its own: "241 U.S. service members"."""
_TIME = frozenset(
    "day days week weeks month months year years hour hours minute minutes second seconds decade"
    " decades century centuries night nights quarter quarters time times".split()
)


def counted_noun(text: str, pos: int, end: int, *, plural: bool) -> tuple[str, int] | None:
    """The head noun after a number that ends at `pos`, and where it ends.

    Args:
        text: the text.
        pos: offset after the number.
        end: offset that must not be passed.
        plural: True for a count ("three boats"), False for an ordinal ("the third boat").

    Returns:
        The noun as printed and the offset after it; None if no counted thing follows, or if
        it is a stretch of time, which is no amount.
    """
    words: list[tuple[str, int]] = []
    at = pos
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at, end)
        if found is None or (words and found["of"]):
            break
        if (
            found["word"].lower() == "and"
            and plural
            and words
            and _goes_on(words, text, found, end)
        ):
            at = found.end()  # "dozens of UN and aid workers"
            continue
        if found["word"].lower() == "more" and not words and not found["of"]:
            at = found.end()  # "400 more marines"
            continue
        if found["word"].lower() in _STOPS:
            break
        word = found["word"]
        if _INITIALS.fullmatch(word) is None:
            word = word.rstrip("’'./-")
        stop = found.start("word") + len(word)
        if word:
            words.append((word, stop))
        at = found.end()
        if at != stop:
            break  # a full stop or an apostrophe closed the phrase
        if words and text[at : at + 1] not in (" ", "\t", "\u00a0", "\u202f"):
            break
    if words and words[0][0].lower() in _TIME:
        return None
    head = _plural_head(words) if plural else _singular_head(words)
    return head if head and head[0].lower() not in _TIME else None


def _goes_on(words: list[tuple[str, int]], text: str, found: re.Match[str], end: int) -> bool:
    """True at "and" between two words that describe one plural: it follows, and none has come."""
    if any(_is_plural(word) for word, _ in words):
        return False
    first = _WORD.match(text, found.end(), end)
    second = _WORD.match(text, first.end(), end) if first else None
    return (
        first is not None
        and second is not None
        and first["word"].lower() not in _STOPS
        and not first["of"]
        and second["word"].lower() not in _STOPS
        and _is_plural(second["word"].rstrip(".,"))
    )


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _IRREGULAR or (lower.endswith("is") and lower[:-1] in demonyms()):
        return True  # "Israelis"
    return len(lower) > 2 and lower.endswith("s") and _NOT_PLURAL.search(lower) is None


# Plurals that stand in front of the noun they describe.
_DESCRIBING = frozenset(
    "arms sales sports weapons goods drugs narcotics human-rights police".split()
)


def _plural_head(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The first plural in small letters; a capitalised one ("12 Americans") if there is none."""
    plurals = [word for word in words if _is_plural(word[0])]
    small = [word for word in plurals if word[0][0].islower()]
    if len(small) > 1 and small[0][0] in _DESCRIBING:
        return small[1]
    return small[0] if small else plurals[-1] if plurals else None


def _singular_head(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The last word that is no participle, adverb or name."""
    while words and (_NOT_NOUN.search(words[-1][0]) or words[-1][0][0].isupper()):
        words = words[:-1]
    return words[-1] if words else None
