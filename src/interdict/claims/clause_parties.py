"""Whom a verb, or a noun, of designating is about: parties of a clause, with their lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from interdict.claims.aside_subjects import head_of
from interdict.claims.clause_words import ClauseWords, Verb
from interdict.claims.clitics import clitic_before, country_behind
from interdict.claims.harm_words import is_modifier
from interdict.claims.mention import Mention
from interdict.claims.party_lists import (
    COUNTED,
    LINKS,
    PARTIES,
    PROGRAMMES,
    described_by,
    joined_before,
    joined_party,
    listed_from,
    named_behind,
)
from interdict.claims.programme_mentions import STATE_LABEL
from interdict.claims.tokens import Token

ACTORS = frozenset({"AUTHORITY", "OFFICIAL", "PLACE", "SPEAKERS"})
HARD = frozenset({"BREAK", "COLON"})
_AWAY = frozenset("behind after over near during against amid following in at since from".split())
"""Words before a name that is not what a verb is done to: "the gang behind the Pier attack"."""
_PARTS = frozenset("wing arm branch brigade brigades side apparatus faction network".split())
_ALIASES = frozenset("alias aliases".split())
_RANKS = frozenset("first second third latest last only next newest".split())
_BESIDE_PASSIVES = frozenset(
    "has have had later also likewise himself herself itself themselves tambien ya".split()
)
_APPOSED = frozenset(
    """
    now then once formerly previously currently today ahora hoy antes entonces a an the his her its
    their un una el la su
    """.split()
)
"""Words with which an apposition opens that stands between a party and its verb."""
_WHERE = frozenset("in en at near".split())
_FROM_WHERE = _WHERE | {"from"}
_OBJECT_REACH = 6
_OF_TITLES = frozenset("de del of".split())
_SUBJECT_REACH = 9
_RELATIVES = frozenset("which that whom que quien quienes".split())
_OBJECT_OF = frozenset("a al la el los las".split())
"""Before "que" and "quien": it stands for the object of the verb."""
_BEFORE_RELATIVES = frozenset("in of for to with from by under on en de por con a".split())
_RELATIVE_REACH = 8
"""Tokens between "which" and its verb: "which the State Department has long treated"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a clause and the place of its verb among them."""

    tokens: tuple[Token, ...]
    at: int
    verb: Verb
    words: ClauseWords
    listing: bool = False
    """True where a list is spoken of in the sentence or the one before it."""
    opener: Token | None = None
    """The authority that opens the sentence, which a later verb may share."""

    def norms(self, low: int, high: int) -> list[str]:
        """Folded words of some tokens."""
        return [token.norm for token in self.tokens[max(low, 0) : max(high, 0)]]


def without_origins(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the "of Canada" behind a person's name."""
    found: list[Token] = []
    skip = 0
    for at, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        told = token.norm == "of" and bool(found) and found[-1].kind in ("PERSON", "NAME")
        if told and after is not None and after.kind in ("PLACE", "AUTHORITY"):
            skip = 1
            continue
        found.append(token)
    return found


def subjects(clause: Clause) -> list[Token]:
    """Whoever a passive verb is done to: the party before it, or the list that ends there."""
    if (state := _state(clause, range(clause.at))) is not None:
        return [state]
    outside = _before_aside(clause)
    if outside is not None:
        return joined_before(clause.tokens, outside)
    rank = ranked(clause)
    last = clause.at if rank is None else rank
    for at in range(last - 1, max(-1, last - 1 - _SUBJECT_REACH), -1):
        token = clause.tokens[at]
        owner = clause.tokens[at + 1].norm in ("'s", "’s") or is_modifier(clause.tokens, at)
        if _names_again(clause.tokens, at):
            continue
        from_there = token.kind == "NAME" and at and clause.tokens[at - 1].norm in _FROM_WHERE
        if from_there and not _is_said_of(clause.tokens, at):
            continue
        if token.kind in PARTIES and not owner:
            head = head_of(token, clause.tokens, PARTIES)
            return [head] if head is not token else joined_before(clause.tokens, at)
        if token.kind in ACTORS or token.kind == "ROLE":
            return []
    return []


def _names_again(tokens: Sequence[Token], at: int) -> bool:
    """True for "QL" in "the Quay League (QL), which was banned": the party stands before it."""
    inside = 1 < at < len(tokens) - 1 and tokens[at + 1].kind == "RPAR"
    return inside and tokens[at - 1].kind == "LPAR" and tokens[at - 2].kind in PARTIES


def _is_said_of(tokens: Sequence[Token], at: int) -> bool:
    """True for a name that "which" follows: "came from the Quay League, which was banned"."""
    behind = [t for t in tokens[at + 1 : at + 6] if t.kind not in ("LPAR", "RPAR", "NAME")]
    return [t.norm for t in behind[:2]] == [",", "which"]


def ranked(clause: Clause) -> int | None:
    """Where "first" stands in "X was (one of) the first (ten groups) to be listed"."""
    if clause.norms(clause.at - 2, clause.at) != ["to", "be"]:
        return None
    places = range(clause.at - 3, max(-1, clause.at - 1 - _SUBJECT_REACH), -1)
    return next((i for i in places if clause.tokens[i].norm in _RANKS), None)


def _state(clause: Clause, places: range) -> Token | None:
    """The country that a label for states is given to: "put Cuba back on the list of sponsors"."""
    words = clause.tokens
    labelled = any(t.kind == "LABEL" and t.mention and t.mention.name == STATE_LABEL for t in words)
    if not labelled:
        return None
    for place in places:
        owner = place + 1 < len(words) and words[place + 1].norm in ("'s", "’s")
        if place < len(words) and words[place].kind == "PLACE" and not owner:
            return words[place]
    return None


def companions(clause: Clause) -> list[Token]:
    """Who is named behind a passive verb as well: "was designated, along with X, as ..."."""
    here = clause.at
    step = joined_party(clause.tokens, here)
    if step is None or clause.tokens[here + 1].norm in ("and", "y", "e"):
        return []
    between = clause.norms(here + 1, step)
    linked = any(tuple(between[at : at + len(ws)]) == ws for ws in LINKS for at in range(3))
    return listed_from(clause.tokens, step) if linked else []


def antecedents(clause: Clause) -> list[Token]:
    """Whom "which", "that" stands for before a verb without an object of its own.

    "X, which Washington has treated as ...", "X was one of eight groups, among them Y, that
    the State Department declared ...".
    """
    words, at = clause.tokens, clause.at
    relative = next((i for i in range(at - 1, 0, -1) if words[i].norm in _RELATIVES), None)
    if relative is None or at - relative > _RELATIVE_REACH:
        return []
    bound = words[relative - 1].norm in _OBJECT_OF  # "X, a la que había sancionado"
    if not bound and not any(t.kind == "IT" or t.kind in ACTORS for t in words[relative:at]):
        return []
    while relative > 1 and words[relative - 1].norm in _OBJECT_OF:
        relative -= 1
    start = next((i for i in range(relative) if words[i].kind in PARTIES), None)
    one_of = [
        i
        for i in range(relative - 1)
        if words[i].norm in ("one", "una", "uno") and words[i + 1].norm in ("of", "de")
    ]
    if one_of:
        many = next((i for i in range(one_of[0], relative) if words[i].kind in COUNTED), None)
        if start is None or many is None or start > one_of[0]:
            return []
        return [words[start], *named_behind(words, many)]
    last = relative - 2 if words[relative - 1].norm == "," else relative - 1
    if last >= 0 and words[last].kind == "RPAR":
        last = max((i for i in range(last) if words[i].kind == "LPAR"), default=0) - 1
    if last < 0 or words[last].kind not in PARTIES:
        return []
    return joined_before(words, last)


def also_named(clause: Clause, named: Sequence[Token]) -> tuple[Token, Token] | None:
    """The second programme of "as an FTO in 1997, and as an SDGT in 2001", with its day."""
    words = clause.tokens
    for first, second in pairwise(named):
        between = words[words.index(first) + 1 : words.index(second)]
        after = words[words.index(second) + 1 :][:2]
        day = next((t for t in after if t.kind == "DATE"), None)
        if day is not None and any(t.kind == "DATE" for t in between):
            return second, day
    return None


def _before_aside(clause: Clause) -> int | None:
    """The party before an aside that ends at the verb: "X, which has said ..., was banned"."""
    words, at = clause.tokens, clause.at - 1
    passive = clause.words.be | _BESIDE_PASSIVES
    while at > 0 and words[at].norm in passive:
        at -= 1
    if at < 3 or words[at].norm != "," or at < clause.at - 4:
        return None
    comma = next((i for i in range(at - 1, 0, -1) if words[i].norm == ","), 0)
    opens = words[comma + 1].norm in _APPOSED or words[comma + 1].kind == "PLURAL"
    if comma and opens and words[comma - 1].kind in PARTIES:
        return comma - 1  # "X, now the president, was himself named"
    for back in range(at - 1, 1, -1):
        if words[back].norm not in _RELATIVES | {"who", "whose"}:
            continue
        in_which = words[back - 1].norm in _BEFORE_RELATIVES  # "X, in which Y has shares,"
        start = back - 1 if in_which else back
        if start > 1 and words[start - 1].norm == ",":
            return start - 2 if words[start - 2].kind in PARTIES else None
    return None


def objects(clause: Clause) -> list[Token]:
    """Whoever an active verb is done to: the party behind it, and those joined to it."""
    if (state := _state(clause, range(clause.at + 1, clause.at + 3))) is not None:
        return [state]
    depth, owned, titled, aside = 0, False, False, False
    if clitic_before(clause.tokens, clause.at) and clause.listing:
        return _unnamed_object(clause)
    if clause.at + 1 < len(clause.tokens) and clause.tokens[clause.at + 1].norm == "them":
        return [as_reference(clause.tokens[clause.at + 1])]
    if (every := _every_one(clause)) is not None:
        return [every]
    away = _AWAY | clause.words.lists
    for before, token in pairwise(clause.tokens[clause.at :]):
        depth += {"LPAR": 1, "RPAR": -1}.get(token.kind, 0)
        if depth or token.kind == "RPAR":
            continue
        if token.kind in PARTIES and _owns_another(clause, token):
            owned = True
            continue
        if token.kind in ("NAME", "PERSON") and before.norm in away:
            continue  # also "la lista Clinton"
        if _is_alias_of(clause, clause.tokens.index(token)):
            return []
        at = clause.tokens.index(token)
        if token.kind in ("NAME", "GROUP") and _is_where_from(clause, at):
            return []
        if token.kind == "NAME" and (one := _described(clause.tokens, at)) is not None:
            return listed_from(clause.tokens, one)
        if token.kind in PARTIES:
            return listed_from(clause.tokens, at)
        owner = at + 1 < len(clause.tokens) and clause.tokens[at + 1].norm in ("'s", "’s")
        if owner or (
            token.kind in PROGRAMMES
            and (_goes_on_with_a(clause, at) or _goes_on_with_another(clause, at))
        ):
            continue
        aside = (
            titled or token.norm in clause.words.lists or aside
        )  # "retiró de su lista negra a X"
        if token.kind == "PLACE" and _is_listed_state(clause, at):
            return [token]
        if token.kind in ACTORS and before.norm in _OF_TITLES and at - clause.at > 1:
            titled = True  # "al presidente de Cuba, X"
            continue
        if token.kind in PROGRAMMES or token.kind in ACTORS:
            return named_behind(clause.tokens, at)
        if token.kind == "DATE" or (token.norm == "," and titled):
            continue
        if token.norm == "," and not owned and (one := described_by(clause.tokens, at)):
            return listed_from(clause.tokens, one)
        if (token.norm == "," and not owned) or at - clause.at > _OBJECT_REACH + 4 * aside:
            break
    return _unnamed_object(clause)


def _is_alias_of(clause: Clause, at: int) -> bool:
    """True for Y in "listed as an alias of Y": another is listed under its name."""
    return not _ALIASES.isdisjoint(clause.norms(at - 2, at)) and clause.tokens[at].kind in PARTIES


def _is_where_from(clause: Clause, at: int) -> bool:
    """True for "un empresario de Culiacán": somebody who is not named, from there."""
    some, _, of = ["", "", "", *clause.norms(at - 3, at)][-3:]
    return of in ("de", "from") and some in ("un", "una", "a", "an")


def _described(tokens: Sequence[Token], at: int) -> int | None:
    """Where X stands in "a Guadalajara businessman, X": the name before says where he is from."""
    behind = tokens[at + 1 : at + 4]
    if len(behind) < len(("businessman", ",", "X")):
        return None
    noun, comma, name = behind
    told = noun.kind == "W" and noun.norm.isalpha() and comma.norm == ","
    return at + 3 if told and name.kind in ("NAME", "PERSON") else None


def _is_listed_state(clause: Clause, at: int) -> bool:
    """True for "incluyó a Cuba en la lista": a country that is the object of the verb."""
    behind = clause.norms(at + 1, at + 6)
    object_of = clause.tokens[at - 1].norm in ("a", "al")
    return object_of and not clause.words.lists.isdisjoint(behind)


def _unnamed_object(clause: Clause) -> list[Token]:
    """Whom "la sacó", "retiró a la isla de la lista" mean, where no party is named."""
    if "por" not in clause.words.by:
        return []
    found = clitic_before(clause.tokens, clause.at) or country_behind(clause.tokens, clause.at)
    return [found] if found else []


def _every_one(clause: Clause) -> Token | None:
    """ "Both", "all three" behind a verb, where no noun follows: those last listed."""
    behind = clause.tokens[clause.at + 1 : clause.at + 4]
    words = [token.norm for token in behind]
    n_words = 1 if words[:1] == ["both"] else 2 if words[:1] == ["all"] else 0
    if not n_words or words[n_words : n_words + 1] not in (["to"], ["as"], ["on"]):
        return None
    start, end = behind[0].start, behind[n_words - 1].end
    return Token("PLURAL", start, end, "", Mention("PLURAL", start, end, "groups"))


def as_reference(token: Token) -> Token:
    """ "Them", as "they" is one: the group last spoken of."""
    return Token("IT", token.start, token.end, "", Mention("IT", token.start, token.end, "they"))


def _goes_on_with_a(clause: Clause, at: int) -> bool:
    """True for "designará como PROGRAMME a X", where the object stands last."""
    return at + 1 < len(clause.tokens) and clause.tokens[at + 1].norm in ("a", "al")


def _goes_on_with_another(clause: Clause, at: int) -> bool:
    """True for the first of "como PROGRAMME y PROGRAMME a X"."""
    behind = clause.tokens[at + 1 : at + 3]
    joined = len(behind) > 1 and behind[0].norm in ("y", "e", "and", ",")
    return joined and behind[1].kind in PROGRAMMES


def _owns_another(clause: Clause, token: Token) -> bool:
    """True for X in "X's rival, Y": it is Y that is listed; "X's armed wing" is X."""
    behind = clause.tokens[clause.tokens.index(token) + 1 :][:4]
    if not behind or behind[0].norm not in ("'s", "’s"):
        return False
    return all(t.norm not in _PARTS for t in behind[1:])
