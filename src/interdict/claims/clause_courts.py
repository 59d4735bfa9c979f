"""Courts that designate, "a Nigerian court outlawed X", or annul: "quashed the order banning X".

Much else is said of courts with the same verbs, so that only bans, and what is declared to be
terrorist, are read as theirs. What a court upholds or refuses is a step of procedure; what it
annuls, quashes or lifts has ended (`court_rulings` says where it has not).
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.clause_lists import is_labelled
from interdict.claims.clause_parties import Clause
from interdict.claims.clause_slots import LABEL_REACH
from interdict.claims.country_adjectives import country_of_adjective
from interdict.claims.gazetteer import fold
from interdict.claims.party_lists import PARTIES
from interdict.claims.tokens import Token

_COURTS = frozenset("court courts tribunal corte juzgado".split())
JUDGING = frozenset(
    """
    court courts tribunal tribunals judge judges justices corte cortes juzgado juez jueza jueces
    audiencia
    """.split()
)
"""Nouns for courts, and for those who sit in them."""
ANNULLING = frozenset(
    """
    annulled annuls quashed quashes overturned overturns vacated vacates voided voids nullified
    nullifies invalidated invalidates struck strikes set sets threw lifted lifts revoked revokes
    anulo anula anularon revoco revocaron tumbo invalido dejo
    """.split()
)
"""What courts do to a decision that they end."""
_SECOND_WORDS = {
    "struck": ("down",), "strikes": ("down",), "set": ("aside",), "sets": ("aside",),
    "threw": ("out",), "thrown": ("out",), "dejo": ("sin", "efecto"),
}  # fmt: skip
_PAPERS = frozenset(
    """
    decision decisions order orders decree decrees notice regulation regulations measure measures
    orden decreto decretos resolucion medida
    """.split()
)
_RULINGS = frozenset(
    """
    ruling rulings judgment judgement verdict refusal appeal conviction convictions sentence stay
    suspension injunction lifting removal delisting revoke lift remove delist unban deproscribe
    renewal renewals extension fallo sentencia recurso condena negativa retirar levantar revocar
    """.split()
)
"""What, annulled, ends no designation: another ruling, a stay, a renewal for some time."""
_TELLING = frozenset("that which who after when said heard que tras dijo".split())
_UNDECIDED = frozenset("may might could would can must to podria pueda partly partially".split())
_GOVERNED = 5
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


def is_of_court(token: Token) -> bool:
    """True for a court or its judges, by a name, by a noun or as a body that is known."""
    if token.kind == "W":
        return token.norm in JUDGING
    if token.kind not in ("NAME", "AUTHORITY", "SPEAKERS", "ROLE") or token.mention is None:
        return False
    code = token.mention.authority or ""
    return code.endswith("-COURTS") or not JUDGING.isdisjoint(fold(token.mention.name).split())


def known_court(court: Token | None) -> Token | None:
    """The court, if it is a body of which the country is known."""
    return court if court is not None and court.kind == "AUTHORITY" else None


def annulling_court(clause: Clause) -> tuple[Token, ...]:
    """The court, and its verb, in "annulled the decision to list X"; () if none annuls it."""
    low = max(0, clause.at - _REACH)
    for place in range(clause.at - 1, low - 1, -1):
        if clause.tokens[place].norm in ANNULLING and is_whole_verb(clause.tokens, place):
            between = clause.norms(place + 1, clause.at)
            before = clause.tokens[max(0, place - _REACH) : place]
            undone = not _PAPERS.isdisjoint(between) and _RULINGS.isdisjoint(between)
            if not undone or not is_told_as_done(before, clause.words.wish):
                return ()
            court = next((t for t in reversed(before) if is_of_court(t)), None)
            told = court is not None and not says_of_others(before, court)
            return (court, clause.tokens[place]) if court is not None and told else ()
    return ()


def is_whole_verb(tokens: Sequence[Token], at: int) -> bool:
    """False for "struck" without "down", "set" without "aside", "threw" without "out"."""
    second = _SECOND_WORDS.get(tokens[at].norm)
    behind = [t.norm for t in tokens[at + 1 : at + 3]]
    return second is None or behind[: len(second)] == list(second)


def is_told_as_done(before: Sequence[Token], wish: frozenset[str]) -> bool:
    """False behind a wish, a condition, a modal or a negation close before a court's verb."""
    near = before[-_GOVERNED:]
    return not any(
        t.kind in ("NEG", "HEDGE") or t.norm in wish or t.norm in _UNDECIDED for t in near
    )


def says_of_others(before: Sequence[Token], court: Token) -> bool:
    """True for "the court said that the minister lifted": another acts than the court named."""
    behind = [t for t in before if t.start > court.start]
    return any(t.kind in ("OFFICIAL", "ROLE") or t.norm in _TELLING for t in behind)


def reverses_a_ruling(tokens: Sequence[Token], low: int, high: int) -> bool:
    """True for "overturned a ruling that lifted the ban": what stands between them is undone."""
    return not _RULINGS.isdisjoint(t.norm for t in tokens[low:high])


def _declares(clause: Clause) -> bool:
    """True for "declared X a terrorist group": a label close behind a verb of naming."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + LABEL_REACH]
    return is_labelled(clause) or any(t.kind in ("LABEL", "PROGRAMME") for t in behind)
