"""What a verb says of a designation: done, planned, kept, ended, not done, or only wished for.

Tense, wish and negation come from the words that govern the verb. The rules here stand for
those of a rule file, so that what is found has the form of a matched rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interdict.claims.clause_parties import ACTORS, Clause
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Token
from interdict.model.claim import Modality
from interdict.model.source import DocumentKind

_DOUBTS = frozenset("doubt doubts doubted unlikely dudan duda".split())
_REASONS = frozenset("reason reasons grounds need basis plan plans motivo motivos razon".split())
"""Of which "no reason to ban it" has none: nothing is decided."""
_MODALS = frozenset("to will would can could may might must should shall not".split())
_COURTS = frozenset("court courts tribunal judge judges panel tribunal corte".split())
_KEEPING = frozenset("kept keeps maintained maintains retained retains mantuvo mantiene".split())
_REFUSING = frozenset(
    "descarto descarta rechazo negado nego niega niegan rehuso rehusa rehusado".split()
)
_DECIDING = frozenset("decided agreed voted chose decidio acordo".split())
_OFFICES = frozenset("minister ministry government cabinet secretary".split())
_PRESENT = frozenset("is are es son".split())
_ORDERS = frozenset(
    """
    order orders decree decrees regulation regulations motion law legislation instrument decision
    proclamation resolution notice notification orden decreto resolucion decision
    """.split()
)
_ENACTING = frozenset(
    """
    approved approves signed signs issued issues adopted adopts passed passes backed backs laid
    lays published publishes tabled enacted endorsed endorses ratified made brought unveiled
    """.split()
)
"""What is done with an order "banning X": the verb that governs the participle."""
_ORDERED = 9
"""Tokens before a participle among which the order stands that says it."""
_TOLD = 14
"""Tokens before a verb among which "officials said" makes its "would" a plan."""
_GOVERNED = 6
"""Tokens before a verb among which a wish, a plan or a negation governs it."""
_SUBJUNCTIVE = frozenset("haya hayan hubiera hubieran hubiese hubiesen".split())
_FACTUAL = frozenset("despues luego tras desde aunque pese pesar hasta".split())
"""Words behind which a subjunctive tells what has happened."""
_OPENS_ASIDE = frozenset("which who at on after following a tras".split())
_OPENING = 3
"""Tokens among which the word stands that makes a sentence one of nobody."""
_NOBODY = frozenset("neither none ninguno ninguna nadie".split())


def _rule(
    name: str, kind: str, *, act: bool = False, polarity: str = "+", planned: bool = False
) -> Rule:
    return Rule(
        id=f"clause.{name}",
        kind=kind,
        patterns=(),
        trigger=frozenset(),
        confidence=0.7,
        documents=frozenset(DocumentKind),
        examples=(),
        modality=Modality.PLANNED if planned else Modality.ACTUAL,
        polarity=polarity,
        act=act,
    )


DONE = _rule("designated", "designation.prior", act=True)
PLANNED = _rule("planned", "designation.announced", planned=True)
ENDED = _rule("revoked", "designation.revoked")
ANNULLED = _rule("annulled", "designation.revoked")
ENDING = _rule("ending", "designation.revoked", planned=True)
SANCTIONED = _rule("sanctioned", "sanction.prior", act=True)
NOT = _rule("absent", "designation.absence", polarity="-")
KEPT = _rule("kept", "designation.prior")
RENEWED = _rule("renewed", "designation.amended")
ORDERED = _rule("ordered", "designation.announced")
RULES = (DONE, PLANNED, ENDED, ANNULLED, ENDING, SANCTIONED, NOT, KEPT, RENEWED, ORDERED)


def mode_of(clause: Clause, *, passive: bool) -> Rule | None:
    """Done, planned, ended or not done; None where it is a wish or a condition."""
    words = clause.words
    before = _without_aside(clause.tokens[: clause.at])[-_GOVERNED:]
    norms = {t.norm for t in before}
    verb = clause.verb
    future = _is_future(clause, before)
    if verb.strength == "keep" and not _COURTS.isdisjoint(clause.norms(0, clause.at)):
        return None  # what a court upholds is a step of procedure
    if any(t.kind == "HEDGE" for t in before) or not norms.isdisjoint(_DOUBTS):
        return None
    if (future or verb.form == "next") and any(t.kind == "HEDGE" for t in clause.tokens[:2]):
        return None  # "if she wins, she has promised, she will ban them"
    if not future and not (norms - _stressed(before)).isdisjoint(words.wish):
        return None
    if verb.form == "ing" and {"short", "of"} <= norms:
        return NOT  # "stopped short of banning it"
    if not norms.isdisjoint(_REFUSING) and verb.form == "base":
        return NOT
    if verb.strength == "keep" and verb.form == "base":
        return None if norms.isdisjoint(_DECIDING) else KEPT
    if _is_supposed(clause):
        return None
    near = clause.tokens[max(0, clause.at - 4) : clause.at]
    if any(t.kind == "NEG" for t in near) or _is_of_nobody(clause):
        needless = not norms.isdisjoint(_REASONS)
        return None if verb.ends or verb.form == "ing" or needless else NOT
    if passive and not norms.isdisjoint(("before", "until")) and not norms.isdisjoint(_PRESENT):
        return None  # "before the three are outlawed"
    if verb.form == "next" and {"despues", "que"} <= norms:
        return ENDED if verb.ends else DONE  # "un mes después de que lo declarara"
    if verb.form == "next":
        return ENDING if verb.ends else PLANNED
    present = (
        verb.form == "base"
        and "por" not in words.by  # a Spanish infinitive is no present
        and norms.isdisjoint(_MODALS)
        and any(t.kind in ACTORS for t in before)
    )
    if (verb.form == "base" and not present) or future:
        if any(t.kind == "NEG" for t in clause.tokens[max(0, clause.at - 9) : clause.at]):
            return None  # "no decision has been made to list"
        due = [t.norm for t in before[-2:]] in (["is", "to"], ["are", "to"])  # "is to ban it"
        if norms.isdisjoint(words.plan | words.said) and not (future or due):
            return None
        return ENDING if verb.ends else PLANNED
    if verb.form == "ing" and norms.isdisjoint(words.be) and not _is_ordered(clause):
        return None
    if verb.form == "ing" and "draft" in norms:
        return ENDING if verb.ends else PLANNED  # "laid a draft order banning it"
    if verb.ends:
        return ENDED
    kept = verb.strength == "keep" or clause.tokens[clause.at].norm in _KEEPING
    return KEPT if kept else DONE


def enacts(clause: Clause, body: Sequence[Token]) -> bool:
    """True for "the order adds two groups", "el decreto declara": news, for history is not."""
    said_now = clause.verb.form == "now" and clause.verb.strength != "keep"
    return said_now and not _ORDERS.isdisjoint(t.norm for t in body)


def _is_of_nobody(clause: Clause) -> bool:
    """True where the sentence opens with "neither" or "none": nobody does what its verb says."""
    opening = clause.tokens[:_OPENING]
    return clause.at > 0 and any(t.norm in _NOBODY for t in opening)


def _is_supposed(clause: Clause) -> bool:
    """True for "que Canadá haya declarado a X": no fact, save behind "después de que"."""
    if _SUBJUNCTIVE.isdisjoint(clause.norms(clause.at - 2, clause.at)):
        return False
    return _FACTUAL.isdisjoint(clause.norms(clause.at - _TOLD, clause.at))


def _stressed(before: Sequence[Token]) -> frozenset[str]:
    """The "sí" of "Canadá sí lo designó", which is written like "if" here: it follows who acts."""
    at = next((i for i, t in enumerate(before) if t.norm == "si"), 0)
    return frozenset({"si"}) if at and before[at - 1].kind in ACTORS else frozenset()


def _is_ordered(clause: Clause) -> bool:
    """True for "approved an order banning X": what is enacted does what it says."""
    before = clause.norms(clause.at - 4, clause.at)
    governing = clause.norms(clause.at - _ORDERED, clause.at)
    governing += clause.norms(clause.at + 1, clause.at + _ORDERED)  # "the order ... was signed"
    return not _ORDERS.isdisjoint(before) and not _ENACTING.isdisjoint(governing)


def _without_aside(before: Sequence[Token]) -> Sequence[Token]:
    """What stands before a verb, less what it is told behind: "the court, acting on a request,"."""
    commas = [i for i, t in enumerate(before) if t.norm == ","]
    if len(commas) < 2 or commas[-1] != len(before) - 1:
        return before
    opener = before[commas[-2] + 1].norm
    aside = opener.endswith("ing") or opener in _OPENS_ASIDE
    return before[: commas[-2]] if aside else before


def _is_future(clause: Clause, before: Sequence[Token]) -> bool:
    """ "Will be", or what was announced in the past to be going to happen ("she would")."""
    norms = [t.norm for t in before]
    if not {"will", "shall", "sera", "seran"}.isdisjoint(norms):
        return True
    if "would" not in norms:
        return False
    told = clause.tokens[max(0, clause.at - _TOLD) : clause.at]
    return any(
        after.norm in ("announced", "confirmed") or (after.norm == "said" and _is_official(before))
        for before, after in pairwise(told)
    )


def _is_official(token: Token) -> bool:
    """True for an office, its holder, a body, or a person named with a title."""
    titled = token.kind == "PERSON" and token.mention is not None and bool(token.mention.title)
    return titled or token.kind in ("OFFICIAL", "AUTHORITY", "ROLE") or token.norm in _OFFICES
