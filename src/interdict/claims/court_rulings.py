"""What a court's judgment makes of a designation: ended, or a step of procedure only.

A court that annuls, quashes or lifts a listing ends it for its country. Where the text says that
the effects are kept, or that the ruling is stayed, provisional or about a part, nothing has ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interdict.claims.clause_courts import JUDGING, is_of_court
from interdict.claims.clause_modes import ANNULLED
from interdict.claims.country_adjectives import country_of_adjective
from interdict.claims.filling import Draft
from interdict.claims.gazetteer import fold
from interdict.claims.reading import Reading
from interdict.claims.tokens import Token
from interdict.model.changing import changed
from interdict.model.claim import Claim

_BEFORE = 300
_BEHIND = 1_200
"""Characters before and behind a judgment in which the text says that its effects are kept."""
_COURT_REACH = 8
"""Sentences before one that names "the court" in which it is said whose court it is."""
_OWNER_REACH = 4
_KEPT = re.compile(
    r"\b(?:effects?|freezes?|funds|assets|measures|sanctions|ban|listing|designation|proscription)\b"
    r"[^.\n]{0,60}\b(?:maintained|kept|remains?|stays?|left|continues?|upheld)\b"
    r"[^.\n]{0,40}\b(?:for now|in place|in force|in effect|frozen|until|pending"
    r"|for (?:\w+ ){1,3}months)\b"
    r"|\b(?:keeps?|kept|keeping|leaves?|left|leaving|maintain\w*)\b[^.\n]{0,60}"
    r"\b(?:effects|frozen|freeze|in place|in force)\b"
    r"|\b(?:ruling|judge?ment|annulment|quashing|order|decision)\b[^.\n]{0,60}"
    r"\b(?:suspended|stayed|on hold|not take effect|takes? effect (?:only|in|after))\b"
    r"|\b(?:remains?|stays?|still)\b[^.\n]{0,20}"
    r"\b(?:banned|proscribed|listed|on the list|blacklisted)\b"
    r"[^.\n]{0,60}\b(?:for now|until|pending|meanwhile|later|subsequent|new)\b"
    r"|\bpending (?:an |the |its |his |her |any )?(?:appeal|final|full hearing)|\bsuspensive effect"
    r"|\befectos?\b[^.\n]{0,60}\b(?:mantien\w+|manten\w+|suspensiv\w+|siguen|suspendid\w+)"
    r"|\b(?:mantien\w+|mantuvo|manten\w+|siguen?|seguir\w+|contin[uú]an?)\b[^.\n]{0,60}"
    r"\b(?:efectos|congelad\w+|en vigor|vigentes?)\b"
    r"|\b(?:sentencia|fallo|anulaci[oó]n)\b[^.\n]{0,60}"
    r"\b(?:suspendid[oa]|en suspenso|no es firme)\b"
    r"|\bsuspensi[oó]n cautelar|\ba la espera de (?:un |el |los )?recurso",
    re.IGNORECASE,
)
_NOT_FINAL = re.compile(
    r"\b(?:interim|temporar\w+|provisional\w*|partly|partial\w*|in part|in so far as|insofar as"
    r"|cautelar\w*|parcial\w*|en parte|suspend\w+)\b",
    re.IGNORECASE,
)
"""Words of the sentence itself that make a judgment one for the time, or about a part."""


def settle_rulings(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts with each annulment by a court as an end, or without it where nothing ends.

    The step of procedure that the same words tell is left out where they tell an end.
    """
    if not any(_is_ruling(draft.claim) for draft in drafts):
        return list(drafts)
    result: list[Draft] = []
    ends: list[Draft] = []
    for draft in drafts:
        if not _is_ruling(draft.claim):
            result.append(draft)
        elif not _is_kept(draft, reading):
            code = _country(draft, reading)
            ends.append(changed(draft, claim=changed(draft.claim, authority=code)))
    told = (d for d in result if not (_is_step_of(d, ends) or _is_ended(d, ends)))
    return [*told, *ends]


def _is_ruling(claim: Claim) -> bool:
    """True for an end that a court makes, whoever has read it."""
    if claim.kind != "designation.revoked":
        return False
    by = claim.authority or ""
    court = by.endswith("-COURTS") or not JUDGING.isdisjoint(fold(by).split())
    return court or claim.rule == ANNULLED.id


def _is_step_of(draft: Draft, ends: Sequence[Draft]) -> bool:
    """True for the ruling told as a step, where it is told as an end."""
    claim = draft.claim
    return claim.kind == "procedure" and any(
        end.sentence == draft.sentence
        and claim.start < end.claim.end
        and end.claim.start < claim.end
        and (claim.object == "court ruling" or _holds(claim, end.claim))
        for end in ends
    )


def _holds(claim: Claim, other: Claim) -> bool:
    return claim.start <= other.start and other.end <= claim.end


def _is_ended(draft: Draft, ends: Sequence[Draft]) -> bool:
    """True for the listing named in "quashed the ban on X on 3 May": the day is the end's."""
    claim = draft.claim
    return claim.kind in ("designation.prior", "designation.announced") and any(
        end.claim.subject == claim.subject
        and end.claim.start <= claim.start
        and claim.end <= end.claim.end
        and claim.date in (None, end.claim.date)
        for end in ends
    )


def _is_kept(draft: Draft, reading: Reading) -> bool:
    """True where the effects are kept, or the ruling is stayed, provisional or about a part."""
    tokens = reading.encoded[draft.sentence].tokens
    low, high = tokens[0].start, tokens[-1].end
    text = reading.doc.text
    if _NOT_FINAL.search(text, low, high) is not None:
        return True
    return _KEPT.search(text, max(0, low - _BEFORE), high + _BEHIND) is not None


def _country(draft: Draft, reading: Reading) -> str | None:
    """The country of the court, as the code of its body where one is known."""
    first = max(0, draft.sentence - _COURT_REACH)
    for number in range(draft.sentence, first - 1, -1):
        tokens = reading.encoded[number].tokens
        for at, token in enumerate(tokens):
            if is_of_court(token) and (code := _country_at(tokens, at, reading)) is not None:
                return code
    named = draft.claim.authority or ""
    known = named and JUDGING.isdisjoint(fold(named).split()) and not named.endswith("-COURTS")
    return named if known else None


def _country_at(tokens: Sequence[Token], at: int, reading: Reading) -> str | None:
    """Whose court stands at a place: by its name, an adjective, an owner, or where it sits.

    "The High Court", which many countries have, is Britain's only where no other is at home.
    """
    token = tokens[at]
    code = token.mention.authority if token.mention is not None else None
    own = (code or "").removesuffix("-COURTS")
    if code is not None and own != code and (own != "GB" or reading.home <= {own}):
        return _body(own)
    named = fold(token.mention.name).split() if token.mention is not None else []
    before = [t.norm for t in tokens[max(0, at - 2) : at]]
    found = [country_of_adjective(word) for word in (*named, *reversed(before))]
    if adjective := next((code for code in found if code), None):
        return adjective
    near = [
        *reversed(tokens[max(0, at - _OWNER_REACH) : at]),
        *tokens[at + 1 : at + 1 + _OWNER_REACH],
    ]
    place = next((t for t in near if t.kind in ("PLACE", "AUTHORITY") and t.mention), None)
    if place is None or place.mention is None:
        return None
    owner = place.mention.authority
    if owner is None:
        return place.mention.name
    return owner if owner.startswith(("EU", "UN")) else owner.partition("-")[0]


def _body(country: str) -> str:
    """The union acts by its Council, whose list it is."""
    return "EU-COUNCIL" if country == "EU" else country
