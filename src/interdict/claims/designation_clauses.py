"""Designations found by their parts: a verb, whoever it is done to, who does it, under what, when.

Rules (`rules/*.yml`) say in which order words stand; here the parts may stand anywhere in the
clause around the verb. Tense, wish and negation come from the words that govern it. What is
found has the form of a matched rule, so that everything after it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interdict.claims.aside_subjects import head_of
from interdict.claims.clause_words import ClauseWords, Verb, clause_words
from interdict.claims.frames import Frame
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Encoded, Token
from interdict.model.claim import Modality
from interdict.model.source import DocumentKind

_PARTIES = frozenset({"GROUP", "NAME", "REF", "IT", "PLURAL", "PERSON", "COUNT"})
_LISTED = frozenset({"GROUP", "NAME"})
_AWAY = frozenset("behind after over near during against amid following in at since from".split())
"""Words before a name that is not what a verb is done to: "the gang behind the Pier attack"."""
_ACTORS = frozenset({"AUTHORITY", "OFFICIAL", "PLACE", "SPEAKERS"})
_PROGRAMMES = frozenset({"PROGRAMME", "LABEL"})
_HARD = frozenset({"BREAK", "COLON"})
_JOINING = frozenset(", and y e & as como both the el la los al a".split())
_SANCTIONING = frozenset("sanctioned sanctions sanctioning sanciono sancionado".split())
_DOUBTS = frozenset("doubt doubts doubted unlikely dudan duda".split())
_REASONS = frozenset("reason reasons grounds need basis plan plans motivo motivos razon".split())
"""Of which "no reason to ban it" has none: nothing is decided."""
_PARTS = frozenset("wing arm branch brigade brigades side apparatus faction network".split())
_CONSIDERING = frozenset("considered considers consider deemed considera considerado".split())
_DUE = frozenset("due expected likely scheduled".split())
_MODALS = frozenset("to will would can could may might must should shall not".split())
_ALSO_NOUNS = frozenset("list lists label labels name names ban bans place brand sanctions".split())
_DETERMINERS = frozenset("the a an its their his her this that any no 's ’s".split())
_OF_LISTS = frozenset("sanctions sdn terror terrorist national official own federal watch".split())
_OBJECT_REACH = 6
_LABEL_REACH = 16
_ACTOR_REACH = 16
_SUBJECT_REACH = 9
_TOLD = 14
"""Tokens before a verb among which "officials said" makes its "would" a plan."""
_GOVERNED = 6
"""Tokens before a verb among which a wish, a plan or a negation governs it."""


def _rule(name: str, kind: str, *, act: bool = False, polarity: str = "+") -> Rule:
    planned = name == "planned"
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


_DONE = _rule("designated", "designation.prior", act=True)
_PLANNED = _rule("planned", "designation.announced")
_ENDED = _rule("revoked", "designation.revoked")
_SANCTIONED = _rule("sanctioned", "sanction.prior", act=True)
_NOT = _rule("absent", "designation.absence", polarity="-")
RULES = (_DONE, _PLANNED, _ENDED, _SANCTIONED, _NOT)
_READ = frozenset({DocumentKind.NEWS, DocumentKind.OTHER, DocumentKind.PRESS_RELEASE})


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of a clause and the place of its verb among them."""

    tokens: tuple[Token, ...]
    at: int
    verb: Verb
    words: ClauseWords

    def norms(self, low: int, high: int) -> list[str]:
        """Folded words of some tokens."""
        return [token.norm for token in self.tokens[max(low, 0) : max(high, 0)]]


_JUDGED = frozenset(
    "ruled unlawful annulled quashed overturned judge judges lawful challenge challenged"
    " appeal".split()
)
"""Words of a court: the decision that it speaks of is not announced by it."""


def find_designations(encoded: Encoded, language: str, kind: DocumentKind) -> Iterator[Frame]:
    """The designations that the verbs of a sentence tell of, in order."""
    words = clause_words().get(language)
    if words is None or kind not in _READ or words.verbs.keys().isdisjoint(encoded.words):
        return
    for clause in _clauses(encoded.tokens, words):
        frame = _read(clause)
        if frame is None or (frame.rule is _PLANNED and not _JUDGED.isdisjoint(encoded.words)):
            continue
        if frame.rule is not _SANCTIONED or kind is not DocumentKind.PRESS_RELEASE:
            yield frame


def _clauses(tokens: Sequence[Token], words: ClauseWords) -> Iterator[_Clause]:
    """One clause a verb: what stands around it up to the next verb, or a hard break."""
    places = [
        i
        for i, t in enumerate(tokens)
        if t.kind == "W" and t.norm in words.verbs and not _is_noun(tokens, i)
    ]
    for number, at in enumerate(places):
        low = max((i + 1 for i in range(at) if tokens[i].kind in _HARD), default=0)
        high = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind in _HARD), len(tokens))
        if number:
            low = max(low, places[number - 1] + 1)
        if number + 1 < len(places):
            high = min(high, _before(tokens, places[number + 1], at))
        verb = words.verbs[tokens[at].norm]
        yield _Clause(tuple(tokens[low:high]), at - low, verb, words)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """True for "its list", "the sanctions list", "a ban": written like a verb, and none."""
    if tokens[at].norm not in _ALSO_NOUNS or not at:
        return False
    described = tokens[at - 1].norm in _OF_LISTS or tokens[at - 1].kind == "NAME"
    first = at - 2 if described and at > 1 else at - 1
    return tokens[first].norm in _DETERMINERS


def _before(tokens: Sequence[Token], verb: int, at: int) -> int:
    """Where the clause of the next verb begins: at the comma or "and" before it, if any."""
    for i in range(verb - 1, at, -1):
        if tokens[i].norm in (",", "and", "but", "while", "y", "pero"):
            return i
    return verb


def _read(clause: _Clause) -> Frame | None:
    passive = _is_passive(clause)
    if passive and _is_of_another_verb(clause):
        return None
    parties = _subjects(clause) if passive else _objects(clause)
    if not parties:
        return None
    programmes = _programmes(clause, parties)
    if not _means_it(clause, parties, programmes):
        return None
    rule = _kind(clause, passive=passive)
    if rule is None:
        return None
    if rule is _DONE and clause.tokens[clause.at].norm in _SANCTIONING:
        person = all(t.kind == "PERSON" for t in parties)
        rule = _SANCTIONED if person or not programmes else rule
    actor = _actor_behind(clause) if passive else _actor_before(clause)
    thinks = clause.tokens[clause.at].norm in _CONSIDERING
    if thinks and (actor is None or actor.kind == "SPEAKERS") and rule is not _NOT:
        return None
    told = clause.verb.form in ("past", "now")  # without an actor "sanctions on X" is a noun
    if not passive and actor is None and rule is not _PLANNED and told:
        return None
    date = _date(clause)
    used = [*parties, *programmes, clause.tokens[clause.at]]
    used += [t for t in (actor, date) if t is not None]
    start, end = min(t.start for t in used), max(t.end for t in used)
    tokens = tuple(t for t in clause.tokens if start <= t.start and t.end <= end)
    slots: dict[str, tuple[Token, ...]] = {"subject": tuple(parties)}
    if programmes:
        slots["programme"] = tuple(programmes)
    if actor is not None:
        slots["authority"] = (actor,)
    return Frame(rule, start, end, slots, tokens, date)


def _is_passive(clause: _Clause) -> bool:
    """True if a form of "be" stands shortly before a past participle, or nobody does it."""
    if clause.verb.form != "past":
        return False
    before = clause.tokens[clause.at - 1] if clause.at else None
    after = clause.tokens[clause.at + 1] if clause.at + 1 < len(clause.tokens) else None
    participle = after is not None and (after.norm in clause.words.by or after.kind == "DATE")
    if participle and before is not None and before.norm == ",":
        return True
    for token in reversed(clause.tokens[max(0, clause.at - 4) : clause.at]):
        if token.norm in clause.words.be:
            return True
        if token.kind in _PARTIES | _ACTORS:
            return False
    return False


def _is_of_another_verb(clause: _Clause) -> bool:
    """True for "allow his assets to be listed"; not for "is to be", "is due to be listed"."""
    words = clause.norms(clause.at - 5, clause.at)
    for at in range(len(words) - 1):
        if words[at] == "to" and words[at + 1] == "be":
            return at == 0 or words[at - 1] not in clause.words.be | clause.words.plan | _DUE
    return False


def _subjects(clause: _Clause) -> list[Token]:
    """Whoever a passive verb is done to: the party before it, or the list that ends there."""
    for at in range(clause.at - 1, max(-1, clause.at - 1 - _SUBJECT_REACH), -1):
        token = clause.tokens[at]
        owner = clause.tokens[at + 1].norm in ("'s", "’s")
        if token.kind in _PARTIES and not owner:
            head = head_of(token, clause.tokens, _PARTIES)
            return [head] if head is not token else _joined_before(clause.tokens, at)
        if token.kind in _ACTORS or token.kind == "ROLE":
            return []
    return []


def _joined_before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names of the list that ends with "and" and the token at a place, else it alone."""
    names = [tokens[at]]
    joined = at > 1 and tokens[at].kind in _LISTED and tokens[at - 1].norm in ("and", "y", "e")
    back = at - 2
    while joined and back >= 0 and tokens[back].kind in _LISTED:
        names.insert(0, tokens[back])
        joined = back > 1 and tokens[back - 1].norm == ","
        back -= 2
    return names


def _objects(clause: _Clause) -> list[Token]:
    """Whoever an active verb is done to: the party behind it, and those joined to it."""
    found: list[Token] = []
    depth, owned = 0, False
    for before, token in pairwise(clause.tokens[clause.at :]):
        depth += {"LPAR": 1, "RPAR": -1}.get(token.kind, 0)
        if depth or token.kind == "RPAR":
            continue
        if token.kind in _PARTIES and _owns_another(clause, token):
            owned = True
            continue
        if token.kind in ("NAME", "PERSON") and not found and before.norm in _AWAY:
            continue
        if token.kind in _PARTIES and (token.kind != "COUNT" or not found):
            found.append(token)
            continue
        if token.kind in _PROGRAMMES | {"DATE"} | _ACTORS:
            if found or token.kind in _PROGRAMMES | _ACTORS:
                break
            continue
        if found and token.norm not in _JOINING:
            break
        if not found and (
            (token.norm == "," and not owned) or _distance(clause, token) > _OBJECT_REACH
        ):
            break
    return found


def _owns_another(clause: _Clause, token: Token) -> bool:
    """True for X in "X's rival, Y": it is Y that is listed; "X's armed wing" is X."""
    behind = clause.tokens[clause.tokens.index(token) + 1 :][:4]
    if not behind or behind[0].norm not in ("'s", "’s"):
        return False
    return all(t.norm not in _PARTS for t in behind[1:])


def _distance(clause: _Clause, token: Token) -> int:
    return clause.tokens.index(token) - clause.at


def _programmes(clause: _Clause, parties: Sequence[Token]) -> list[Token]:
    """Programmes and labels behind the verb, else those close before it."""
    behind = clause.tokens[clause.at + 1 : clause.at + 1 + _LABEL_REACH]
    found = [t for t in behind if t.kind == "PROGRAMME"] or [
        t for t in behind if t.kind == "LABEL"
    ][:1]
    close = clause.tokens[max(0, clause.at - 3) : clause.at]
    return found or [t for t in close if t.kind == "PROGRAMME" and t not in parties]


def _means_it(clause: _Clause, parties: Sequence[Token], programmes: Sequence[Token]) -> bool:
    """True if the verb, with what stands around it, speaks of a designation."""
    words, verb = clause.words, clause.verb
    behind = clause.norms(clause.at + 1, clause.at + 1 + _LABEL_REACH)
    listed = not words.lists.isdisjoint(behind)
    sure = all(t.kind in ("GROUP", "REF", "NAME", "IT", "PLURAL") for t in parties)
    if verb.strength == "off":
        near = clause.norms(clause.at - 8, clause.at + 10)
        return (
            not words.off.isdisjoint(behind)
            and (listed or bool(programmes))
            and sure
            and (any(word in near for word in words.lists) or bool(programmes))
        )
    if verb.strength == "ended":
        told = clause.norms(clause.at - 8, clause.at + 10)
        return bool(programmes) or listed or not words.listing.isdisjoint(told)
    if verb.strength == "strong" or clause.tokens[clause.at].norm in _SANCTIONING:
        return True
    if verb.strength == "group":
        leaves = "from" in behind[:8] and not listed
        dated = any(t.kind == "DATE" for t in clause.tokens[clause.at :])
        kinds = ("GROUP", "REF", "IT") if dated else ("GROUP", "REF")
        return not leaves and any(t.kind in kinds for t in parties)
    return bool(programmes) or (listed and sure)


def _kind(clause: _Clause, *, passive: bool) -> Rule | None:
    """Done, planned, ended or not done; None where it is a wish or a condition."""
    words = clause.words
    low = max(0, clause.at - _GOVERNED)
    before = clause.tokens[low : clause.at]
    norms = {t.norm for t in before}
    verb = clause.verb
    future = _is_future(clause, before)
    if any(t.kind == "HEDGE" for t in before) or not norms.isdisjoint(_DOUBTS):
        return None
    if not future and not norms.isdisjoint(words.wish):
        return None
    if any(t.kind == "NEG" for t in clause.tokens[max(0, clause.at - 4) : clause.at]):
        needless = not norms.isdisjoint(_REASONS)
        return None if verb.ends or verb.form == "ing" or needless else _NOT
    present = (
        verb.form == "base" and norms.isdisjoint(_MODALS) and any(t.kind in _ACTORS for t in before)
    )
    if (verb.form == "base" and not present) or future:
        if any(t.kind == "NEG" for t in clause.tokens[max(0, clause.at - 9) : clause.at]):
            return None  # "no decision has been made to list"
        if verb.ends or (norms.isdisjoint(words.plan | words.said) and not future):
            return None
        return _PLANNED
    if verb.form == "ing" and norms.isdisjoint(words.be):
        return None
    if verb.ends:
        return _ENDED
    return _DONE


def _is_future(clause: _Clause, before: Sequence[Token]) -> bool:
    """ "Will be", or what was announced in the past to be going to happen ("she would")."""
    norms = [t.norm for t in before]
    if "will" in norms or "shall" in norms:
        return True
    if "would" not in norms:
        return False
    told = clause.tokens[max(0, clause.at - _TOLD) : clause.at]
    return any(
        after.norm in ("announced", "confirmed")
        or (after.norm == "said" and before.kind in ("OFFICIAL", "AUTHORITY"))
        for before, after in pairwise(told)
    )


def _actor_before(clause: _Clause) -> Token | None:
    low = max(0, clause.at - _ACTOR_REACH)
    for token in reversed(clause.tokens[low : clause.at]):
        if token.kind in _ACTORS:
            return token
    return None


def _actor_behind(clause: _Clause) -> Token | None:
    """Who has done what is told in the passive: "by the EU", "in Britain"."""
    behind = clause.tokens[clause.at + 1 :]
    for left, right in pairwise(behind):
        if right.kind in _ACTORS and left.norm in clause.words.by | clause.words.within:
            return right
    return None


def _date(clause: _Clause) -> Token | None:
    """The date behind the verb, else the one that opens the clause."""
    dated = [t for t in clause.tokens if t.kind == "DATE" and t.mention and t.mention.name]
    behind = [t for t in dated if t.start > clause.tokens[clause.at].start]
    first = next((t for t in dated if t.start < clause.tokens[clause.at].start), None)
    return behind[0] if behind else first
