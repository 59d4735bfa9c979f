"""Which list a verb of designating speaks of: named, spoken of before, or meant by the verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interdict.claims.clause_parties import Clause
from interdict.claims.clause_slots import LABEL_REACH
from interdict.claims.clause_words import ClauseWords
from interdict.claims.clitics import CLITIC
from interdict.claims.gazetteer import fold
from interdict.claims.party_lists import PROGRAMMES
from interdict.claims.tokens import Encoded, Token

_JOINING_VERBS = frozenset("inc ana agr rei rei reg met".split())
_OTHER_LISTS = frozenset(
    "invitados convocados espera candidatos deseos compras exitos ventas favoritos".split()
)
_GOING_ON = frozenset(", y e ya despues luego tambien ademas asimismo entonces antes".split())
_ORDINALS = frozenset("first second third fourth fifth".split())
_LAWS = frozenset("seccion ley magnitsky ejecutiva".split())


def of_the_list(clause: Clause) -> bool:
    """True for "la sacó (de ella)", "la volvió a incluir": of the list spoken of."""
    behind = clause.tokens[clause.at + 1 :][:3]
    if is_labelled(clause) or clause.tokens[clause.at].norm.startswith("sancion"):
        return True  # "la declaró organización terrorista"
    if any(t.kind in PROGRAMMES for t in behind):
        return True
    if not behind or behind[0].norm not in ("en", "de", "del", "a", "al"):
        return clause.verb.strength != "weak" or clause.tokens[clause.at].norm[:3] in _JOINING_VERBS
    of_it = len(behind) > 1 and (
        behind[1].kind in ("PRONOUN", "IT", "DATE") or behind[1].norm in ("su", "sus")
    )
    return of_it or says_which_list(clause)


def names_a_list(encoded: Encoded, words: ClauseWords) -> bool:
    """True for a sentence that speaks of a list: by a word, in a name, or by a programme's."""
    return not words.lists.isdisjoint(encoded.words) or any(
        token.kind in ("PROGRAMME", "LABEL") or _is_a_list(token, words) for token in encoded.tokens
    )


def _is_a_list(token: Token, words: ClauseWords) -> bool:
    """True for a name that begins or ends with a word for a list: "Lista Clinton"."""
    named = fold(token.mention.name).split() if token.kind == "NAME" and token.mention else []
    if named and named[0] in _ORDINALS:
        named = named[1:]  # "First Schedule of the Act"
    return bool(named) and not words.lists.isdisjoint((named[0], named[-1]))


def says_which_list(clause: Clause) -> bool:
    """True where a list stands behind the verb, also as the first word of a name: "la Lista X"."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + LABEL_REACH]
    if not _OTHER_LISTS.isdisjoint(t.norm for t in behind):
        return False
    return any(t.norm in clause.words.lists or _is_a_list(t, clause.words) for t in behind)


def list_behind(clause: Clause) -> tuple[Token, ...]:
    """The word for a list behind the verb: "the order adds two groups to the *list*"."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + LABEL_REACH]
    return tuple(t for t in behind if t.norm in clause.words.lists)[:1]


def under_a_law(clause: Clause) -> bool:
    """True for "incluidos en la sección 7031", "al amparo de la ley": the law says what it is."""
    behind = clause.norms(clause.at + 1, clause.at + 7)
    return any(
        word in _LAWS and (word != "seccion" or after[:1].isdigit())
        for word, after in pairwise(behind)
    )


def is_labelled(clause: Clause) -> bool:
    """True for "declara terroristas a X", also where nobody is named who does it."""
    return not clause.words.labels.isdisjoint(clause.norms(clause.at + 1, clause.at + 5))


def in_it(clause: Clause) -> bool:
    """True for "incluyó en ella a X": in the list just named."""
    behind = clause.tokens[clause.at + 1 : clause.at + 3]
    return len(behind) == 2 and behind[0].norm == "en" and behind[1].kind in ("PRONOUN", "IT")


def struck_off(clause: Clause, behind: Sequence[str]) -> bool:
    """True for "struck it off", "was struck off": of what else but the list."""
    struck = clause.tokens[clause.at].norm in ("struck", "strikes", "strike", "taken")
    at = next((i for i, word in enumerate(behind[:4]) if word == "off"), None)
    if not struck or at is None:
        return False
    after = behind[at + 1] if at + 1 < len(behind) else "."
    return after not in ("the", "a", "its", "their") or not clause.words.lists.isdisjoint(behind)


def opens_with_pronoun(clause: Clause, parties: Sequence[Token]) -> bool:
    """True for "en 2024 la reincorporó": whoever acts was named before."""
    if parties[0].kind != CLITIC:
        return False
    before = [t for t in clause.tokens if t.start < parties[0].start]
    return all(t.kind == "DATE" or t.norm in (",", "y", "e", "despues", "luego") for t in before)


def goes_on(clause: Clause) -> bool:
    """True where nobody stands before a Spanish verb: "en mayo de 2022 retiró a X"."""
    before = clause.tokens[: clause.at]
    return all(t.kind == "DATE" or t.norm in _GOING_ON for t in before)


def is_abroad(word: str, clause: Clause) -> bool:
    """True for verbs that mean a list by themselves, or the one spoken of, and do not name it."""
    return word.startswith(("anad", "incorpor")) or (
        clause.listing and word.startswith(("incluy", "incluid", "sumo", "sumaron", "agreg"))
    )
