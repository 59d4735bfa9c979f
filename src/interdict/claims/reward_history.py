"""Rewards that are history: on offer since a day, offered long ago, or taken back.

"A $5 million reward for X, posted in 2017, was scrapped in May" offers nothing now; nor is it
news that one "has stood since 2019". Their day stands behind the sum, or beside the reward's
noun before it ("the bounties of November 2018: up to $5m for X, up to $4m for Y").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from interdict.claims.frames import Frame
from interdict.claims.reading import Reading
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import lexicon
from interdict.errors import InvalidInput
from interdict.model.changing import changed
from interdict.model.claim import Claim
from interdict.model.dates import Span

_STOOD = frozenset("ofrecia ofrecian pagaba pagaban stood".split())
_TOOK_BACK = frozenset(
    """
    withdrew withdrawn withdrawing withdraws dropped dropping scrapped scrapping lifted lifting
    cancelled canceled rescinded removed removing retiro retiraron retirado retirada elimino
    eliminada anulada levanto levantada
    """.split()
)
_HAVE = frozenset({"has", "have"})
_BE = frozenset("was were been be being fue fueron sido".split())
_POSTED = frozenset(
    """
    posted offered announced set placed issued advertised dating dates dated since stood ofrecida
    anunciada fijada vigente data
    """.split()
)
"""What tells behind a sum since when it is offered."""
_NEAR = 4
"""Tokens before a reward in which a verb takes it back."""
_BEHIND = 18
"""Tokens behind a reward that may tell what became of it."""
_OLD_DAYS = 180
"""A reward offered so many days ago is history."""


def long_offered(claim: Claim, frame: Frame, around: Sequence[Token], reading: Reading) -> Claim:
    """The claim of a reward on offer, as one of an earlier reward where it is history."""
    words = {token.norm for token in frame.tokens}
    before = [token for token in around if token.start < frame.start]
    behind = _clause_behind(frame, around)
    if not _TOOK_BACK.isdisjoint(words.union(t.norm for t in before[-_NEAR:])) or _was_ended(
        behind
    ):
        return changed(claim, kind="reward.prior", polarity="-")
    told = None if claim.date else _day_behind(behind) or _day_of_noun(before)
    stood = (
        _has_stood(claim.date or told, reading)
        or _is_old(told, reading)
        or not _STOOD.isdisjoint(words)
        or ("had" in words and not _HAVE.isdisjoint(words))
    )
    return changed(claim, kind="reward.prior", date=claim.date or told) if stood else claim


def _clause_behind(frame: Frame, around: Sequence[Token]) -> list[Token]:
    """What the sentence goes on to say of the reward, asides and all."""
    behind = [token for token in around if token.start >= frame.end][:_BEHIND]
    stop = next(
        (at for at, t in enumerate(behind) if t.kind in ("BREAK", "COLON", "MONEY")), len(behind)
    )
    return behind[:stop]


def _was_ended(behind: Sequence[Token]) -> bool:
    return any(left.norm in _BE and right.norm in _TOOK_BACK for left, right in pairwise(behind))


def _day_behind(behind: Sequence[Token]) -> str | None:
    """The day in "posted in 2017", "has stood since 2019"."""
    pairs = pairwise(behind)
    return next((_day(day) for verb, day in pairs if verb.norm in _POSTED and _day(day)), None)


def _day_of_noun(before: Sequence[Token]) -> str | None:
    """The day in "the rewards of May 2018: ... for X", told once for all that follow."""
    nouns = lexicon().classes["reward"]
    for at, token in enumerate(before):
        if token.norm in nouns:
            return next((_day(near) for near in before[at + 1 : at + 4] if _day(near)), None)
    return None


def _day(token: Token) -> str | None:
    return token.mention.name if token.kind == "DATE" and token.mention else None


def _has_stood(day: str | None, reading: Reading) -> bool:
    """True for "since 2019"; what is on offer since this spring is an offer still."""
    if day is None or not day.endswith("/.."):
        return False
    start = day.removesuffix("/..")
    return reading.doc.published_on is None or "X" in day or _is_old(start, reading)


def _is_old(day: str | None, reading: Reading) -> bool:
    published = reading.doc.published_on
    if day is None or published is None or "X" in day:
        return False
    try:
        last = Span.parse(day).last
    except InvalidInput:
        return False
    return last is not None and (date.fromisoformat(str(published)) - last).days > _OLD_DAYS
