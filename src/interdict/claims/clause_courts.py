"""Courts that designate: "a Nigerian court outlawed X", "un tribunal declaró terrorista a X".

Much else is said of courts with the same verbs, so that only bans, and what is declared to be
terrorist, are read as theirs. What a court upholds or refuses is a step of procedure.
"""

from __future__ import annotations

from interdict.claims.clause_lists import is_labelled
from interdict.claims.clause_parties import Clause
from interdict.claims.clause_slots import LABEL_REACH
from interdict.claims.country_adjectives import country_of_adjective
from interdict.claims.party_lists import PARTIES
from interdict.claims.tokens import Token

_COURTS = frozenset("court courts tribunal corte juzgado".split())
_BANNING = ("strong", "group")
"""Verbs of which the party alone says that it is designated."""
_REACH = 16
"""Tokens before a verb among which the court stands: it may be told where it sits, and at whose
request it acts."""


def court_before(clause: Clause) -> tuple[Token, ...]:
    """The court that does what the verb tells, with its country's adjective; () if none does."""
    if clause.verb.strength not in _BANNING and not _declares(clause):
        return ()
    for at in range(clause.at - 1, max(-1, clause.at - _REACH - 1), -1):
        token = clause.tokens[at]
        if _is_court(token):
            origin = clause.tokens[at - 1] if at else token
            return (origin, token) if country_of_adjective(origin.norm) else (token,)
        if token.kind in PARTIES and token.kind != "NAME":
            return ()
    return ()


def _is_court(token: Token) -> bool:
    if token.kind == "NAME" and token.mention is not None:
        return not _COURTS.isdisjoint(token.mention.name.casefold().split())
    return token.norm in _COURTS


def _declares(clause: Clause) -> bool:
    """True for "declared X a terrorist group": a label close behind a verb of naming."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + LABEL_REACH]
    return is_labelled(clause) or any(t.kind in ("LABEL", "PROGRAMME") for t in behind)
