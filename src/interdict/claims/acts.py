"""What kind of claim the telling of a designation makes: news of it, its effect, or its history.

"Canada listed the Harbour Front" is news on the day and history a year later; in the issuer's
own release it is the act itself, unless the law wants it published before it has effect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from interdict.claims.frames import Frame
from interdict.claims.reading import Reading
from interdict.claims.reward_history import long_offered
from interdict.claims.tokens import Token
from interdict.errors import InvalidInput
from interdict.model.changing import changed
from interdict.model.claim import Claim, Modality
from interdict.model.dates import PartialDate, Span
from interdict.model.source import DocumentKind

_RECENT_DAYS = 7
"""An act is news for so many days: "on Friday" may be a week ago."""
_LEAD_SENTENCES = 3
"""Headline and lead: an act that stands there undated is what the document is about."""
_TOLD_SENTENCES = 8
"""What is told of it next: an act there under a programme that is named is of the same day, as what
is history has its day told."""
_EARLIER = frozenset(
    """
    had previously already earlier formerly first since originally long once other another
    past dates dating dated same too consider considers considered regards tambien ya habia avait
    deja ja havia bereits considerado considerada considerados
    """.split()
)
_AFTER = frozenset("after since despues desde".split())
_JUST = frozenset("hours minutes moments horas minutos shortly".split())
_UNTIL = "../"
"""How the date of a rule begins that says no more than "by now"."""
_THAT = frozenset("de que that the".split())
_LED_IN = 2
"""Words before an act among which stands what ties it to something later."""
_TODAY = frozenset({"today", "hoy"})
_WEEKDAY = re.compile(r"XXXX-WXX-\d$")
_GOING = frozenset("being designating sanctioning listing proscribing blacklisting adding".split())
_STANDING = frozenset(
    """
    remains remain figura figuran sigue siguen permanece permanecen continua continuan esta estan
    """.split()
)
_SAME_IN_PAST = frozenset({"put"})
"""Verbs whose past is written like their infinitive."""
_BY_PUBLICATION = frozenset({"US-FTO"})
"""Programmes whose designations have effect on publication in the official journal.

Source: 8 U.S.C. 1189(a)(2)(B).
"""


def settled(claim: Claim, frame: Frame, sentence: int, reading: Reading) -> Claim:
    """The claim of a rule about the act of designating, with the kind that it makes."""
    if claim.kind == "reward.offered":
        return long_offered(claim, frame, reading.encoded[sentence].tokens, reading)
    if not frame.rule.act:
        return _as_sanction(claim)
    if _is_planned(frame):
        return changed(claim, kind="designation.announced", modality=Modality.PLANNED)
    if reading.doc.kind is DocumentKind.FR_NOTICE:
        hereby = any(token.norm == "hereby" for token in frame.tokens)
        if not hereby:
            return claim
        return changed(claim, kind="designation.effective", date=reading.published)
    if not _is_news(claim, frame, sentence, reading):
        return _as_sanction(claim)
    if reading.doc.kind is not DocumentKind.PRESS_RELEASE:
        return changed(claim, kind="designation.announced")
    kind = "announced" if claim.programme in _BY_PUBLICATION else "effective"
    return changed(claim, kind=f"designation.{kind}", date=claim.date or reading.published)


def _as_sanction(claim: Claim) -> Claim:
    """The claim; what the Treasury does under no programme that is named is a sanction.

    It has many lists, and "blacklisted" does not say which.
    """
    unnamed = claim.programme is None and claim.authority == "US-TREASURY"
    prior = claim.kind == "designation.prior" and claim.polarity == "+"
    return changed(claim, kind="sanction.prior") if unnamed and prior else claim


def _is_planned(frame: Frame) -> bool:
    """True for "is to be banned" and "is to put X on the list", whose verb looks like a deed's."""
    pairs = zip(frame.tokens, frame.tokens[1:], strict=False)
    if any(left.norm == "to" and right.norm in _SAME_IN_PAST for left, right in pairs):
        return True
    words = [token.norm for token in frame.tokens]
    return any(
        words[at] in ("is", "are") and words[at + 1 : at + 3] == ["to", "be"]
        for at in range(len(words) - 2)
    )


def _is_news(claim: Claim, frame: Frame, sentence: int, reading: Reading) -> bool:
    """True if the act is dated to the days before the document, or undated in its lead."""
    words = {token.norm for token in frame.tokens if token.kind == "W"}
    if claim.date is not None and not claim.date.startswith(_UNTIL):
        return _recent(claim.date, reading)
    if _is_before_something(frame, reading.encoded[sentence].tokens):
        return False
    if _is_going_on(frame) or _is_of_today(frame, reading):
        return True
    if _is_standing(frame):
        return False
    named = any(token.kind == "PROGRAMME" for token in frame.tokens)
    reach = _TOLD_SENTENCES if named else _LEAD_SENTENCES
    return sentence < reach and words.isdisjoint(_EARLIER)


def _is_before_something(frame: Frame, tokens: Sequence[Token]) -> bool:
    """True for "(four weeks) after Washington branded X": told to date what came later."""
    before = [t.norm for t in tokens if t.start < frame.start and t.norm not in _THAT][-_LED_IN:]
    return not _AFTER.isdisjoint(before) and _JUST.isdisjoint(before)


def _is_going_on(frame: Frame) -> bool:
    """True for "X and Y are (each) being designated", "OFAC is designating X"."""
    words = [token.norm for token in frame.tokens]
    return any(
        word in ("is", "are") and not _GOING.isdisjoint(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _is_of_today(frame: Frame, reading: Reading) -> bool:
    """True where the words say "today", in a document of which the day is not known."""
    dates = [token for token in frame.tokens if token.kind == "DATE"]
    return any(reading.doc.text[t.start : t.end].casefold() in _TODAY for t in dates)


def _is_standing(frame: Frame) -> bool:
    """True for "is listed as ... by", "figura en la lista": a state, and no act."""
    return any(token.norm in _STANDING for token in frame.tokens) or any(
        left.norm in ("is", "are") and right.norm.endswith("ed") and right.kind == "W"
        for left, right in zip(frame.tokens, frame.tokens[1:], strict=False)
    )


def _recent(edtf: str, reading: Reading) -> bool:
    published = reading.doc.published_on
    if published is None and _WEEKDAY.match(edtf):
        return True  # "on Tuesday", in a document without a date, is the last one
    if published is None or "X" in edtf:
        return False
    try:
        day = Span.parse(edtf)
        last = PartialDate.parse(str(published)).last
    except InvalidInput:
        return False
    if day.first is None or day.last is None or (day.last - day.first).days > _RECENT_DAYS:
        return False
    return last - timedelta(days=_RECENT_DAYS) <= day.last <= last
