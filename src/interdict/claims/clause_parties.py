"""Whom a verb, or a noun, of designating is about: parties of a clause, with their lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from interdict.claims.aside_subjects import head_of
from interdict.claims.clause_words import ClauseWords, Verb
from interdict.claims.clitics import CLITIC, clitic_before, country_behind
from interdict.claims.mention import Mention
from interdict.claims.programme_mentions import STATE_LABEL
from interdict.claims.tokens import Token

PARTIES = frozenset({"GROUP", "NAME", "REF", "IT", "PLURAL", "PERSON", "COUNT", CLITIC})
ACTORS = frozenset({"AUTHORITY", "OFFICIAL", "PLACE", "SPEAKERS"})
PROGRAMMES = frozenset({"PROGRAMME", "LABEL"})
HARD = frozenset({"BREAK", "COLON"})
_LISTED = frozenset({"GROUP", "NAME", "PERSON"})
_NAMED = frozenset({"GROUP", "NAME", "PERSON"})
_COUNTED = frozenset({"COUNT", "PLURAL", "SPEAKERS"})
_AWAY = frozenset("behind after over near during against amid following in at since from".split())
"""Words before a name that is not what a verb is done to: "the gang behind the Pier attack"."""
_JOINING = frozenset(", and y e & as como both the el la los las al a".split())
_LINKS = (
    ("and",), ("&",), ("y",), ("e",), ("along", "with"), ("as", "well", "as"), ("together", "with"),
    ("plus",), ("alongside",), ("junto", "con"), ("asi", "como"), ("ademas", "de"),
)  # fmt: skip
"""What joins one more party to those named."""
_EXAMPLES = frozenset("among them including such as namely entre ellos ellas incluidos — –".split())
_PARTS = frozenset("wing arm branch brigade brigades side apparatus faction network".split())
_SMALL = frozenset("the a an its their his her to a al el la los las su sus".split())
_RANKS = frozenset("first second third latest last only next newest".split())
_OBJECT_REACH = 6
_OF_TITLES = frozenset("de del of".split())
_SUBJECT_REACH = 9
_RELATIVES = frozenset("which that whom que quien quienes".split())
_OBJECT_OF = frozenset("a al la el los las".split())
"""Before "que" and "quien": it stands for the object of the verb."""
_RELATIVE_REACH = 8
"""Tokens between "which" and its verb: "which the State Department has long treated"."""
_TITLE_REACH = 4
"""Words of a title, or of what a party is, between "and" and its name: "and gang leader X"."""
_COUNTED_REACH = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a clause and the place of its verb among them."""

    tokens: tuple[Token, ...]
    at: int
    verb: Verb
    words: ClauseWords
    listing: bool = False
    """True where a list is spoken of in the sentence or the one before it."""

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
        owner = clause.tokens[at + 1].norm in ("'s", "’s")
        if token.kind in PARTIES and not owner:
            head = head_of(token, clause.tokens, PARTIES)
            return [head] if head is not token else joined_before(clause.tokens, at)
        if token.kind in ACTORS or token.kind == "ROLE":
            return []
    return []


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
    step = _joined(clause.tokens, here)
    if step is None or clause.tokens[here + 1].norm in ("and", "y", "e"):
        return []
    between = clause.norms(here + 1, step)
    linked = any(tuple(between[at : at + len(ws)]) == ws for ws in _LINKS for at in range(3))
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
    if not bound and not any(t.kind in ACTORS | {"IT"} for t in words[relative:at]):
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
        many = next((i for i in range(one_of[0], relative) if words[i].kind in _COUNTED), None)
        if start is None or many is None or start > one_of[0]:
            return []
        return [words[start], *_named_behind(words, many)]
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
    while at > 0 and words[at].norm in clause.words.be | {"has", "have", "had", "later", "also"}:
        at -= 1
    if at < 3 or words[at].norm != "," or at < clause.at - 4:
        return None
    for back in range(at - 1, 1, -1):
        if words[back].norm in _RELATIVES | {"who", "whose"} and words[back - 1].norm == ",":
            return back - 2 if words[back - 2].kind in PARTIES else None
    return None


def joined_before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names of the list that ends with "and" and the token at a place, else it alone."""
    others = tokens[at].kind in ("COUNT", "PLURAL")  # "A, B and four other groups"
    joined = at > 1 and tokens[at - 1].norm in ("and", "y", "e")
    joined = joined and (others or tokens[at].kind in _LISTED)
    names = [] if others and joined and tokens[at - 2].kind in _LISTED else [tokens[at]]
    back = at - 2
    while joined and back >= 0 and tokens[back].kind in _LISTED:
        names.insert(0, tokens[back])
        joined = back > 1 and tokens[back - 1].norm == ","
        back -= 2
    return names


def objects(clause: Clause) -> list[Token]:
    """Whoever an active verb is done to: the party behind it, and those joined to it."""
    if (state := _state(clause, range(clause.at + 1, clause.at + 3))) is not None:
        return [state]
    depth, owned, titled, aside = 0, False, False, False
    if clitic_before(clause.tokens, clause.at) and clause.listing:
        return _unnamed_object(clause)
    if clause.at + 1 < len(clause.tokens) and clause.tokens[clause.at + 1].norm == "them":
        return [as_reference(clause.tokens[clause.at + 1])]
    for before, token in pairwise(clause.tokens[clause.at :]):
        depth += {"LPAR": 1, "RPAR": -1}.get(token.kind, 0)
        if depth or token.kind == "RPAR":
            continue
        if token.kind in PARTIES and _owns_another(clause, token):
            owned = True
            continue
        if token.kind in ("NAME", "PERSON") and before.norm in _AWAY:
            continue
        at = clause.tokens.index(token)
        if token.kind == "NAME" and _is_where_from(clause, at):
            return []
        if token.kind in PARTIES:
            return listed_from(clause.tokens, at)
        owner = at + 1 < len(clause.tokens) and clause.tokens[at + 1].norm in ("'s", "’s")
        if (token.kind in PROGRAMMES and _goes_on_with_a(clause, at)) or owner:
            continue
        aside = (
            titled or token.norm in clause.words.lists or aside
        )  # "retiró de su lista negra a X"
        if token.kind == "PLACE" and _is_listed_state(clause, at):
            return [token]
        if token.kind in ACTORS and before.norm in _OF_TITLES and at - clause.at > 1:
            titled = True  # "al presidente de Cuba, X"
            continue
        if token.kind in PROGRAMMES | ACTORS:
            return _named_behind(clause.tokens, at)
        if token.kind == "DATE" or (token.norm == "," and titled):
            continue
        if token.norm == "," and not owned and (one := described_by(clause.tokens, at)):
            return listed_from(clause.tokens, one)
        if (token.norm == "," and not owned) or at - clause.at > _OBJECT_REACH + 4 * aside:
            break
    return _unnamed_object(clause)


def _is_where_from(clause: Clause, at: int) -> bool:
    """True for "un empresario de Culiacán": somebody who is not named, from there."""
    some, _, of = ["", "", "", *clause.norms(at - 3, at)][-3:]
    return of in ("de", "from") and some in ("un", "una", "a", "an")


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


def described_by(tokens: Sequence[Token], comma: int) -> int | None:
    """Where the name stands that words before a comma describe: "the then prosecutor, X"."""
    start = comma - 1
    while start >= 0 and tokens[start].kind == "W" and tokens[start].norm not in _SMALL:
        start -= 1
    here = comma + 1
    short = start >= 0 and 0 < comma - 1 - start <= _TITLE_REACH
    if not short or tokens[start].norm not in _SMALL or here >= len(tokens):
        return None
    behind = tokens[here + 1].norm if here + 1 < len(tokens) else ","
    named = tokens[here].kind in ("PERSON", "NAME")
    return here if named and behind in (",", "and", "y", ".", "—", "–") else None


def as_reference(token: Token) -> Token:
    """ "Them", as "they" is one: the group last spoken of."""
    return Token("IT", token.start, token.end, "", Mention("IT", token.start, token.end, "they"))


def _goes_on_with_a(clause: Clause, at: int) -> bool:
    """True for "designará como PROGRAMME a X", where the object stands last."""
    return at + 1 < len(clause.tokens) and clause.tokens[at + 1].norm in ("a", "al")


def listed_from(tokens: Sequence[Token], at: int) -> list[Token]:
    """The party at a place with those joined to it; a number gives way to the names behind it.

    "A, B and C", "A along with two gangs, B and C", "former guard X and gang leader Y".
    """
    if tokens[at].kind == "REF" and at + 1 < len(tokens) and tokens[at + 1].kind in _LISTED:
        at += 1  # "the island gang Harbour Front"
    named = _named_behind(tokens, at)
    found = named or [tokens[at]]
    here = max(tokens.index(found[-1]), at)
    while (step := _joined(tokens, here)) is not None:
        more = _named_behind(tokens, step) or ([tokens[step]] if _joins(tokens[step]) else [])
        if not more:
            break
        found += more
        here = tokens.index(more[-1])
    return found


def _joins(token: Token) -> bool:
    return token.kind in PARTIES and token.kind not in ("COUNT", "PLURAL")


def _joined(tokens: Sequence[Token], here: int) -> int | None:
    """Where the next party of a list stands that reaches to a place; None at its end."""
    at = _behind_aside(tokens, here + 1)
    start = at
    while at < len(tokens) and tokens[at].norm == ",":
        at += 1
    link = next(
        (len(ws) for ws in _LINKS if tuple(t.norm for t in tokens[at : at + len(ws)]) == ws), 0
    )
    at += link
    if at == start:
        return None
    for place in range(at, min(len(tokens), at + _TITLE_REACH + 1)):
        token = tokens[place]
        if token.kind in PARTIES:
            owner = place + 1 < len(tokens) and tokens[place + 1].norm in ("'s", "’s")
            described = place - at > 2 and token.kind not in ("PERSON", "COUNT", "PLURAL")
            return None if owner or described else place
        if token.norm == "," and (one := described_by(tokens, place)) is not None:
            return one
        small = token.norm in _JOINING | _SMALL
        if token.kind != "W" or (not small and (not link or not token.norm.isalpha())):
            return None
        if token.norm.endswith("ed"):  # "A and named B": another verb
            return None
    return None


def _behind_aside(tokens: Sequence[Token], at: int) -> int:
    """The place behind parentheses that begin at one."""
    if at < len(tokens) and tokens[at].kind == "LPAR":
        while at < len(tokens) and tokens[at].kind != "RPAR":
            at += 1
        return at + 1
    return at


def _named_behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names that "two gangs, A and B", "15 officials, among them A" stand for."""
    if tokens[at].kind not in _COUNTED | PROGRAMMES:
        return []
    here = at + 1
    if tokens[at].kind == "PLURAL" and here < len(tokens) and tokens[here].kind in _NAMED:
        return _names_from(tokens, here)  # "the gangs A and B"
    while here < len(tokens) and here <= at + _COUNTED_REACH and tokens[here].norm != ",":
        if tokens[here].kind not in ("W", "SPEAKERS") or tokens[here].norm in (".", "as", "como"):
            break
        here += 1
    dash = here < len(tokens) and tokens[here].norm in ("—", "–")
    if here >= len(tokens) or (tokens[here].norm != "," and not dash):
        return []
    words: list[str] = []
    while here < len(tokens) and (tokens[here].norm in _EXAMPLES or tokens[here].norm == ","):
        words.append(tokens[here].norm)
        here += 1
    while here < len(tokens) and tokens[here].norm in ("the", "el", "la", "los", "las", "al", "a"):
        here += 1
    told = not _EXAMPLES.isdisjoint(words)
    if tokens[at].kind in PROGRAMMES and not told:
        return []
    if here >= len(tokens) or tokens[here].kind not in _NAMED | {"OFFICIAL"}:
        return []
    found = _names_from(tokens, here)
    return found if told or len(found) > 1 else []


def _names_from(tokens: Sequence[Token], at: int) -> list[Token]:
    found = [tokens[at]]
    while (step := _joined(tokens, at)) is not None and tokens[step].kind in _NAMED:
        found.append(tokens[step])
        at = step
    return found


def _owns_another(clause: Clause, token: Token) -> bool:
    """True for X in "X's rival, Y": it is Y that is listed; "X's armed wing" is X."""
    behind = clause.tokens[clause.tokens.index(token) + 1 :][:4]
    if not behind or behind[0].norm not in ("'s", "’s"):
        return False
    return all(t.norm not in _PARTS for t in behind[1:])
