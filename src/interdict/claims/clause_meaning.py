"""Whether a verb, with what stands around it, speaks of a designation; and in which voice.

"Listed", "named" and "dropped" are said of much else: it is told by whom they are said of, by a
list, a label or a day behind them, and by who does it.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.clause_lists import (
    goes_on,
    in_it,
    is_abroad,
    is_labelled,
    of_the_list,
    says_which_list,
    struck_off,
    under_a_law,
)
from interdict.claims.clause_parties import ACTORS, Clause
from interdict.claims.clause_slots import LABEL_REACH, actor_before
from interdict.claims.clitics import CLITIC
from interdict.claims.party_lists import PARTIES, PROGRAMMES
from interdict.claims.tokens import Token

SANCTIONING = ("sanctioned", "sanctions", "sanctioning", "sanciona", "sanciono")
"""How the verbs of sanctioning begin, which need no list."""
_PARTICIPLES = ("do", "da", "dos", "das", "to", "ta", "tos", "tas")
"""How Spanish participles end."""
_AS = frozenset({"as", "como"})
_SURE = frozenset({"GROUP", "REF", "NAME", "IT", "PLURAL"})
_LISTED_ABROAD = _SURE | {"PERSON", "COUNT", "PLACE", CLITIC}
_DATED = frozenset("dropped removed deleted added readded re-added".split())
_NO_POSTS = frozenset(
    """
    a al como por en la el las los bajo dentro desde miembro miembros integrante integrantes lider
    lideres patrocinador patrocinadores
    """.split()
)
"""Words behind "designado" that name no post."""
_NEXT = 2
"""Tokens behind "dropped" among which the party stands that it is said of."""


def is_passive(clause: Clause) -> bool:
    """True if a form of "be" stands shortly before a past participle, or nobody does it."""
    if clause.verb.form != "past":
        return False
    if "por" in clause.words.by and not clause.tokens[clause.at].norm.endswith(_PARTICIPLES):
        return False  # "inscribió"
    before = clause.tokens[clause.at - 1] if clause.at else None
    after = clause.tokens[clause.at + 1] if clause.at + 1 < len(clause.tokens) else None
    words = clause.words
    telling = (words.by, words.within, words.off, words.labels, _AS)
    participle = after is not None and (
        after.kind == "DATE"
        or after.kind in PROGRAMMES
        or any(after.norm in known for known in telling)
    )
    if participle and before is not None and before.norm in (",", "and"):
        return True
    for token in reversed(clause.tokens[max(0, clause.at - 4) : clause.at]):
        if token.norm in clause.words.be:
            return True
        if token.kind in PARTIES or token.kind in ACTORS:
            return False
    return False


def means_it(clause: Clause, parties: Sequence[Token], named: Sequence[Token]) -> bool:
    """True if the verb, with what stands around it, speaks of a designation."""
    words, verb = clause.words, clause.verb
    behind = clause.norms(clause.at + 1, clause.at + 1 + LABEL_REACH)
    listed = says_which_list(clause) or in_it(clause)
    sure = all(t.kind in (_LISTED_ABROAD if "por" in words.by else _SURE) for t in parties)
    if clause.listing and parties[0].kind == CLITIC:
        return of_the_list(clause)
    if verb.strength == "off":
        if _on_a_day(clause, parties) or _off_it(clause, parties):
            return True
        if struck_off(clause, behind):
            return sure
        near = clause.norms(clause.at - 8, clause.at + 10)
        return (
            not words.off.isdisjoint(behind)
            and (listed or bool(named))
            and sure
            and (any(word in near for word in words.lists) or bool(named))
        )
    if verb.strength == "ended":
        told = clause.norms(clause.at - 8, clause.at + 10)
        return bool(named) or listed or not words.listing.isdisjoint(told)
    if _is_appointment(clause):
        return False
    if verb.strength == "strong" or clause.tokens[clause.at].norm.startswith(SANCTIONING):
        return True
    if verb.strength == "group":
        leaves = "from" in behind[:8] and not listed
        dated = any(t.kind == "DATE" for t in clause.tokens[clause.at :])
        kinds = ("GROUP", "REF", "IT") if dated else ("GROUP", "REF")
        return not leaves and any(t.kind in kinds or _is_those_listed(t, clause) for t in parties)
    if is_labelled(clause) or (sure and under_a_law(clause)):
        return True
    if clause.tokens[clause.at].norm in _DATED and _on_a_day(clause, parties):
        return True
    counted = all(t.kind in _SURE | {"COUNT", "PERSON"} for t in parties)
    return bool(named) or (counted and listed) or _lists_it(clause, parties, sure=sure)


def _is_those_listed(token: Token, clause: Clause) -> bool:
    """True for "both", and for "the six" before "were": those of a list before."""
    if token.kind == "PLURAL" and token.mention is not None:
        return token.mention.name == "groups"
    at = clause.tokens.index(token) + 1 if token in clause.tokens else 0
    behind = clause.tokens[at].norm if 0 < at < len(clause.tokens) else ""
    return token.kind == "COUNT" and behind in clause.words.be | {"have", "had", "han", "habian"}


def _is_appointment(clause: Clause) -> bool:
    """True for "fue designado padrino de la fiesta": to a post, and on no list."""
    behind = clause.tokens[clause.at + 1 : clause.at + 3]
    if not clause.tokens[clause.at].norm.startswith("design") or "por" not in clause.words.by:
        return False
    post = len(behind) > 1 and behind[0].kind in ("W", "ROLE") and behind[0].norm.isalpha()
    return post and behind[0].norm not in _NO_POSTS and behind[1].norm in ("de", "del")


def _on_a_day(clause: Clause, parties: Sequence[Token]) -> bool:
    """True for "EU ministers dropped it on 26 January": from a list, as there is nothing else."""
    day = clause.tokens.index(parties[-1]) + 1 if parties[-1] in clause.tokens else 0
    counted = _SURE | {"COUNT"} if is_passive(clause) else _SURE
    if clause.tokens[clause.at].norm not in _DATED or any(t.kind not in counted for t in parties):
        return False
    if is_passive(clause):
        if clause.listing and all(t.kind in ("GROUP", "COUNT", "PLURAL") for t in parties):
            return True  # "on the same day X and Y were added", of a list spoken of
        day = clause.at + 1
    elif parties[0] not in clause.tokens[clause.at + 1 : clause.at + 1 + _NEXT]:
        return False  # "dropped charges against X on 3 May"
    dated = 0 < day < len(clause.tokens) and clause.tokens[day].kind == "DATE"
    actor = actor_before(clause)
    return dated and (is_passive(clause) or (actor is not None and actor.kind != "PLACE"))


def _off_it(clause: Clause, parties: Sequence[Token]) -> bool:
    """True for "en 2022 retiró a ETA": a group, by nobody named here, from the list spoken of."""
    groups = clause.listing and all(t.kind in ("GROUP", "COUNT", "PLURAL") for t in parties)
    return "por" in clause.words.by and groups and goes_on(clause)


def _lists_it(clause: Clause, parties: Sequence[Token], *, sure: bool) -> bool:
    """True for "Canada listed X", "the committee added X": a body with a list does so."""
    word = clause.tokens[clause.at].norm
    behind = clause.norms(clause.at + 1, clause.at + LABEL_REACH)
    if "as" in behind[:9] or behind[:1] == ["among"]:
        return False
    actor = actor_before(clause)
    if actor is not None and actor.kind == "IT" and clause.listing:
        actor = clause.opener or actor  # "Canada first used the list in 2019, when it added X"
    by_authority = actor is not None and actor.kind in ("AUTHORITY", "OFFICIAL")
    if word in ("listed", "lists"):
        abroad = actor is not None and actor.kind == "PLACE"
        group = abroad and any(t.kind == "GROUP" for t in parties)
        return sure and (by_authority or group or is_passive(clause))
    added = (word in ("added", "adds") or is_abroad(word, clause)) and not {"to", "that"} & set(
        behind[:12]
    )
    if is_passive(clause) and is_abroad(word, clause):
        dated = clause.tokens[clause.at + 1 : clause.at + 2]
        return sure and bool(dated) and dated[0].kind == "DATE"
    committee = {"committee", "panel", "council"} & set(clause.norms(clause.at - 4, clause.at))
    if clause.listing and actor is not None and actor.kind == "PLACE" and is_abroad(word, clause):
        by_authority = all(t.kind == "GROUP" for t in parties)  # "Argentina ya había incluido a X"
    of_a_list = is_abroad(word, clause) or (clause.listing and sure)
    return added and (bool(committee) or (by_authority and of_a_list))
