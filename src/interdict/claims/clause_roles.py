"""Who does what around the words that tell it: arguments found by type and nearness.

A sequence pattern spells out every word between its slots. Here a rule gives only the words
that tell the claim (its anchor: "denied", "is led by"), and each role says on which side of
them its party stands and of which type it is:

    subject: before PERSON|GROUP else phrase
    object: after GROUP|REF within 10 else focus

`before` finds the subject of a verb: the nearest party to the left that hangs on no
preposition, in "A, who met B and denied it" the first of the clause. `after` finds the nearest
to the right, in the same clause (`directly`: across no preposition). `else` says what to do
where there is none: `drop` the frame (default), `none`, `focus` (the group or person spoken
of), `phrase` (the words there), `theme` and `authority` (the party of
that role).

`agent` finds who does what a passive verb tells: the party behind "by". `before PHRASE` takes the
words before the verb as they stand. `named @class` wants a word of that class in the party's name
or in the phrase: a court, a chamber, a paper; behind `else phrase` it asks the phrase alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from interdict.claims.clause_phrases import (
    AUXILIARY,
    JOINS,
    LONGEST_THEME,
    MARKS,
    PREPOSITIONS,
    RELATIVE,
    TURNS,
    has_word,
    opening_phrase,
    phrase_after,
    phrase_before,
    says,
)
from interdict.claims.harm_words import does_harm, is_modifier, is_place_of
from interdict.claims.mention import Mention
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import Lexicon, lexicon
from interdict.errors import InvalidInput

_ROLE = re.compile(
    r"(?P<side>before|after|near|agent)\s+(?P<kinds>[A-Z|]+)(?P<many>\+)?"
    r"(?:\s+within\s+(?P<within>\d+))?(?P<direct>\s+directly)?(?:\s+named\s+@(?P<named>\w+))?"
    r"(?:\s+else\s+(?P<otherwise>drop|none|focus|phrase|theme|authority))?"
    r"(?:\s+named\s+@(?P<called>\w+))?$"
)
_WITHIN = {"before": 14, "after": 8, "near": 10, "agent": 14}
"""How many tokens away a party may stand, where the role does not say."""
_SHARED_WITHIN = 24
"""The same for the subject that a verb behind "and" shares with the one before."""
_BUT = frozenset("but pero".split())
_MANNERS = frozenset(
    "unanimous unanimously acclamation consensus consent majority voice unanimidad mayoria".split()
)
"""How a body decides, behind the "by" of a passive verb."""
_BY = frozenset({"by", "por"})
_ANTECEDENT = 3
"""How far before "who" or "which" that stands which they mean."""


@dataclass(frozen=True, slots=True)
class Role:
    """Where the party of one slot stands, and of which types it may be."""

    slot: str
    side: str
    kinds: frozenset[str]
    many: bool = False
    within: int = 8
    direct: bool = False
    """True for the object of a verb: it hangs on no preposition."""
    otherwise: str = "drop"
    named: frozenset[str] = frozenset()
    """Words of which the party's name must hold one; none where any will do."""
    called: frozenset[str] = frozenset()
    """The same of a phrase that stands for the party."""


def read_role(slot: str, text: str, words: Lexicon) -> Role:
    """The role that a rule file gives for a slot.

    Raises:
        InvalidInput: if the text is no role.
    """
    found = _ROLE.match(text.strip())
    if found is None:
        raise InvalidInput(f"not a role: {slot}: {text!r}")
    kinds = [base for kind in found["kinds"].split("|") for base in words.types.get(kind, (kind,))]
    within = int(found["within"]) if found["within"] else _WITHIN[found["side"]]
    named, called = found["named"], found["called"] or found["named"]
    for name in (named, called):
        if name and name not in words.classes:
            raise InvalidInput(f"unknown word class @{name} in a role: {slot}: {text!r}")
    return Role(
        slot,
        found["side"],
        frozenset(kinds),
        bool(found["many"]),
        within,
        bool(found["direct"]),
        found["otherwise"] or "drop",
        frozenset(words.classes[named] if named else ()),
        frozenset(words.classes[called] if called else ()),
    )


def find_role(
    tokens: Sequence[Token], first: int, last: int, role: Role, used: Set[int] = frozenset()
) -> tuple[Token, ...] | None:
    """The tokens of a role around the anchor `tokens[first:last + 1]`.

    Args:
        tokens: those of the sentence.
        first: index of the first token of the anchor.
        last: index of its last one.
        role: what is looked for.
        used: offsets of tokens that fill other roles.

    Returns:
        The mentions found (several for a list), () where the role may stay empty, None where
        the frame must be dropped. A phrase comes as a token of its own.
    """
    phrase: Token | None = None
    if role.side == "agent":
        found, phrase = _agent(tokens, last, role)
    elif "PHRASE" in role.kinds:
        found, phrase = None, phrase_before(tokens, first, LONGEST_THEME)
    elif role.side == "before":
        found = _before(tokens, first, role)
    elif role.side == "after":
        found = _after(tokens, last, role)
    else:
        found = _nearest(tokens, first, last, role, used)
    if found is not None and has_word(tokens[found], role.named):
        return _listed(tokens, found, role)
    if phrase is None and role.otherwise == "phrase":
        phrase = (
            phrase_after(tokens, last) if role.side == "after" else phrase_before(tokens, first)
        )
        unfit = phrase is None or not has_word(phrase, role.called)
        if unfit and role.side == "before" and role.called:
            phrase = opening_phrase(tokens, first, role.called)
    if phrase is not None and has_word(phrase, role.called):
        return (phrase,)
    if role.otherwise == "focus":
        at = tokens[first].start
        kind = "PRONOUN" if role.kinds <= {"PERSON", "OFFICIAL", "PRONOUN", "NAME"} else "IT"
        return (Token(kind, at, at, "", Mention(kind, at, at, "it")),)
    return () if role.otherwise in ("none", "theme", "authority") else None


def _agent(tokens: Sequence[Token], last: int, role: Role) -> tuple[int | None, Token | None]:
    """Who stands behind the "by" of a passive verb: a party, or the words there."""
    for at in range(last, min(len(tokens) - 1, last + 1 + role.within)):
        token = tokens[at]
        if token.kind in MARKS or token.norm in TURNS or token.norm in (",", "."):
            break
        if token.norm not in _BY:
            continue
        behind = tokens[at + 1]
        if behind.kind in role.kinds and behind.mention is not None:
            return at + 1, None
        counted = behind.kind in ("COUNT", "MONEY", "DATE") or behind.norm[:1].isdigit()
        if not counted and behind.norm not in _MANNERS and not role.direct:
            return None, phrase_after(tokens, at)
    return None, None


def _before(tokens: Sequence[Token], first: int, role: Role) -> int | None:
    """Index of the subject: the nearest party to the left that no preposition governs."""
    lead = first - 1
    while lead > 0 and (tokens[lead].norm in AUXILIARY or tokens[lead].kind == "DATE"):
        lead -= 1
    relative = tokens[lead].norm in RELATIVE if lead >= 0 else False
    relative = relative or tokens[first].norm in RELATIVE
    shared = lead > 0 and (tokens[lead].norm in JOINS or tokens[lead].norm in _BUT)
    shared = shared or tokens[first].norm == ","  # "A told B off, citing C": A cites
    if lead > 0 and not relative and says(tokens[lead]):  # "which officials say is ..."
        behind = next((n for n in range(lead - 1, lead - 4, -1) if _is_relative(tokens, n)), None)
        lead, relative = (lead, False) if behind is None else (behind, True)
    best: int | None = None
    told: int | None = None
    within = max(role.within, _SHARED_WITHIN) if shared else role.within
    for at in range(first - 1, max(-1, first - 1 - within), -1):
        token = tokens[at]
        goes_on = at == lead and token.norm in _BUT  # "admitted X but denied Y"
        if token.kind in MARKS or (token.norm in TURNS and not goes_on) or _reports(tokens, at):
            break
        if not shared and not relative and says(token):  # who says it is not who does it
            break
        if token.kind not in role.kinds or token.mention is None:
            continue
        if relative:
            if at > lead or is_place_of(tokens, at, lead):
                continue
            return at if lead - at <= _ANTECEDENT else None
        if _governed(tokens, at) or is_modifier(tokens, at):
            continue
        if not shared:
            return at
        if _told_of(tokens, at):  # "A said B would act and denied it": it is A that denied it
            told = at
        else:
            best = at
    return told if best is None else best


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    return at >= 0 and tokens[at].norm in RELATIVE


def _reports(tokens: Sequence[Token], at: int) -> bool:
    """True at the "that" of "officials say that ...": who says it does not act behind it."""
    classes = lexicon().classes
    return (
        at > 0
        and tokens[at].norm == "that"
        and any(tokens[at - 1].norm in classes[name] for name in ("said", "alleges", "claims_that"))
    )


def _told_of(tokens: Sequence[Token], at: int) -> bool:
    """True for a party of which a verb of saying tells, right before it."""
    return at > 0 and tokens[at - 1].norm in lexicon().classes["said"]


def _governed(tokens: Sequence[Token], at: int) -> bool:
    """True for a name that hangs on a preposition or owns the noun behind it."""
    if _owns(tokens, at):
        return True
    before = at - 1
    while before > 0 and tokens[before].kind in ("COUNT", "MONEY"):
        before -= 1
    return before >= 0 and tokens[before].norm in PREPOSITIONS


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """True before "'s": what is spoken of is something of the party."""
    return at + 1 < len(tokens) and tokens[at + 1].norm in ("'s", "’s")


def _after(tokens: Sequence[Token], last: int, role: Role) -> int | None:
    owner: int | None = None
    for at in range(last + 1, min(len(tokens), last + 1 + role.within)):
        token = tokens[at]
        if role.slot == "subject" and does_harm(token):  # "the pair organised the Kuje break"
            return owner
        if token.kind in MARKS or token.norm in TURNS or token.norm in (",", "."):
            return owner
        if token.norm in PREPOSITIONS and (role.direct or owner is not None):
            return owner
        if token.kind in role.kinds and token.mention is not None:
            if not _owns(tokens, at):
                return at
            if role.slot == "object":
                return None
            owner = at if owner is None else owner  # "Iran's Quds Force": the thing owned is meant
    return owner


def _nearest(
    tokens: Sequence[Token], first: int, last: int, role: Role, used: Set[int]
) -> int | None:
    """Index of the party inside the anchor, else of the one nearest to it."""

    def fits(at: int) -> bool:
        token = tokens[at]
        return token.kind in role.kinds and bool(token.mention) and token.start not in used

    inside = next((at for at in range(first, last + 1) if fits(at)), None)
    if inside is not None:
        return inside
    reach = range(first - 1, max(-1, first - 1 - role.within), -1)
    left = next((at for at in reach if fits(at)), None)
    right = _after(tokens, last, role)
    if left is None or right is None:
        return left if right is None else right
    return right if right - last <= first - left else left


def _listed(tokens: Sequence[Token], at: int, role: Role) -> tuple[Token, ...]:
    """The party with the others of its list, if the role takes several."""
    found = [tokens[at]]
    if not role.many or tokens[at].kind == "COUNT":
        return (tokens[at],)
    step = -1 if role.side == "before" else 1
    here = at
    closed = False  # a list has an "and"
    while True:
        joined = here + step
        while 0 <= joined < len(tokens) and tokens[joined].norm in (",", *JOINS):
            closed = closed or tokens[joined].norm != ","
            joined += step
        if joined == here + step or not 0 <= joined < len(tokens):
            break
        if tokens[joined].kind not in role.kinds or tokens[joined].mention is None:
            break
        found.append(tokens[joined])
        here = joined
    if not closed:  # "In Lima, Senator X asked": no list
        return (tokens[at],)
    return tuple(sorted(found, key=lambda token: token.start))
