"""Matches frame rules against encoded sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interdict.claims.rule_index import RuleIndex
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Encoded, Token

_NEAR_AFTER = 2
"""How many words may stand between a frame and a date that belongs to it."""
_IN_NAMES = frozenset(", the of la el los de del".split())
_NOT_ITS_DATE = frozenset(
    ". , after before and effective beginning starting from until since by for follows over "
    "following despite amid".split()
)
"""Words between a frame and a date which say that the date is another's."""
_FAR_AFTER = 12
"""The same for an act of designating, behind which its law and its grounds may be named."""
_ANOTHERS = frozenset(
    """
    . ? ! , after before and effective beginning starting from until since for follows over
    following when while which who that but attack attacks as where amid despite
    """.split()
)
"""Words behind an act after which a date is another's."""
_JUDGED = frozenset(
    "ruled unlawful annulled quashed overturned judge judges lawful challenge challenged".split()
)
"""Words of a court: the decision that it speaks of is not announced by it."""
_MODALS = frozenset("should could would might may must ought deberia podria".split())
_DOUBTS = frozenset("doubt doubts doubted unlikely".split())
_LOOK_BACK = 3
"""How many tokens before a frame a negation reaches into it."""
_UNREAL = frozenset(
    """
    if whether unless urge urged urges urging require requires required ask asked asks asking press
    pressed pressing demand demanded demands call called calls calling considering mulling weighing
    for want wants wanted would could should might may lobbied pushed doubt doubts doubted unlikely
    """.split()
)
"""Words close before a frame that make it a wish, a demand or a condition."""
_TIES = frozenset({"leadership", "affiliation", "support", "location", "origin"})
_IF = frozenset(
    """
    if unless whether si offence offense crime illegal unlawful delito anyone anybody whoever
    """.split()
)
"""Words that make what follows a condition, or something forbidden."""
_OPEN = frozenset("if unless whether si".split())
_COULD = frozenset("would could should might must deberia podria".split())
_PROOF = frozenset(
    "evidence proof indication sign suggestion doubt pruebas prueba evidencia indicios".split()
)
_LACKING = frozenset("lack little scant absence denied sin falta ninguna".split())
_CLAUSE = 12
"""How many tokens before a tie an "if" may open its clause."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule that matched: its slots, and the characters from the first to the last token."""

    rule: Rule
    start: int
    end: int
    slots: dict[str, tuple[Token, ...]]
    tokens: tuple[Token, ...]
    date: Token | None

    def slot(self, name: str) -> Token | None:
        """The first token of a slot, None if the rule has none or it did not match."""
        found = self.slots.get(name)
        return found[0] if found else None


def find_frames(encoded: Encoded, rules: RuleIndex) -> Iterator[Frame]:
    """Every frame of the sentence, in the order of the rules."""
    for rule, pattern in rules.patterns_for(encoded):
        for match in pattern.finditer(encoded.code):
            first, stop = encoded.indices(*match.span())
            if first == stop or governed_away(rule, encoded, first):
                continue
            inside = encoded.tokens[first:stop]
            if (rule.act and _only_wished(inside)) or _doubted(rule, inside):
                continue
            slots = {
                name: _outside_asides(encoded.covered(*match.span(name)))
                for name, value in match.groupdict().items()
                if value
            }
            slots = _with_own_actor(slots, encoded.tokens[first:stop])
            yield frame_of(rule, encoded, first, stop, slots)


def _with_own_actor(
    slots: dict[str, tuple[Token, ...]], tokens: tuple[Token, ...]
) -> dict[str, tuple[Token, ...]]:
    """In "A said that B bans C" it is B who bans, though the frame reaches back to A."""
    actor, subject = slots.get("authority"), slots.get("subject")
    if not actor or not subject or actor[0].start > subject[0].start:
        return slots
    between = [t for t in tokens if actor[0].end <= t.start < subject[0].start]
    clause = next((i for i, t in enumerate(between) if t.norm in ("that", "que")), None)
    if clause is None:
        return slots
    inner = next((t for t in between[clause:] if t.kind in ("AUTHORITY", "PLACE")), None)
    return slots | {"authority": (inner,)} if inner else slots


def _outside_asides(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The mentions of a slot, without those in parentheses ("A (formerly B) and C")."""
    kept, depth = [], 0
    for token in tokens:
        depth += {"LPAR": 1, "RPAR": -1}.get(token.kind, 0)
        if token.mention is not None and depth == 0:
            kept.append(token)
    return tuple(kept)


def _doubted(rule: Rule, tokens: Sequence[Token]) -> bool:
    """True for a designation that somebody in the frame doubts."""
    return (rule.kind or "").startswith("designation") and not _DOUBTS.isdisjoint(
        token.norm for token in tokens
    )


def _only_wished(tokens: Sequence[Token]) -> bool:
    """True for "should be designated", "could be added", "would have been listed": no act."""
    words = [token.norm if token.kind in ("W", "NEG") else "" for token in tokens]
    return any(
        left in _MODALS and ("be" in (right, later) or "have" in (right, later))
        for left, right, later in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=True)
    )


def governed_away(rule: Rule, encoded: Encoded, at: int) -> bool:
    """True if a negation, or for an act a wish or a condition, shortly before `at` governs it."""
    if rule.nominal and rule.kind in _TIES and at and encoded.tokens[at - 1].norm in _OPEN:
        return True
    if rule.polarity == "-" or rule.nominal:
        return False
    rule_is_act = (rule.kind or "").startswith(("designation", "sanction"))
    if rule.kind == "designation.announced" and not _JUDGED.isdisjoint(encoded.words):
        return True
    if rule.kind in _TIES and _only_supposed(encoded.tokens, at):
        return True
    before = encoded.tokens[max(0, at - _LOOK_BACK) : at]
    for token in reversed(before):
        if token.kind == "BREAK" or token.norm == ",":
            return False
        if token.kind == "NEG" or (rule_is_act and token.norm in _UNREAL):
            return True
    return False


def is_unreal(tokens: Sequence[Token]) -> bool:
    """True for words that hold a wish, a demand, a doubt, a condition or a possibility."""
    return any(token.norm in _UNREAL and token.norm != "for" for token in tokens)


def _only_supposed(tokens: Sequence[Token], at: int) -> bool:
    """True for a tie in a condition, one that would or should be, or one that nothing proves."""
    for back in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        norm = tokens[back].norm
        if tokens[back].kind == "BREAK" or norm == ",":
            return False
        if norm in _IF or (norm in _COULD and at - back <= _LOOK_BACK):
            return True
        if norm in ("that", "que") and _is_unproven(tokens[max(0, back - 6) : back]):
            return True
    return False


def _is_unproven(before: Sequence[Token]) -> bool:
    """True for the words before "that" in "there is no evidence that", "a lack of proof that"."""
    named = any(token.norm in _PROOF for token in before[-2:])
    return named and any(token.kind == "NEG" or token.norm in _LACKING for token in before)


def frame_of(
    rule: Rule, encoded: Encoded, first: int, stop: int, slots: dict[str, tuple[Token, ...]]
) -> Frame:
    """The frame over `tokens[first:stop]`, with the date that belongs to it."""
    tokens = encoded.tokens[first:stop]
    start, end = tokens[0].start, tokens[-1].end
    date = next((t for t in slots.get("date", ()) if t.kind == "DATE"), None)
    own = [t for t in tokens if t.kind == "DATE"]
    counted = (rule.kind or "").startswith("count.")
    if date is None and rule.date == "until":
        told = [t for t in own if t.mention and t.mention.name]
        beside = _beside(encoded, first, stop, counted=counted)
        date = next(iter(told), None) or beside or _opening(encoded)
    elif date is None and rule.date in ("near", "before"):
        told = [t for t in own if t.mention and t.mention.name]
        date = (
            next(iter(told), None)
            or _beside(encoded, first, stop, counted=counted)
            or next(iter(own), None)
        )
        if rule.act and (date is None or not (date.mention and date.mention.name)):
            date = _farther(encoded, stop) or date
        if date is None and (rule.kind or "").startswith(("deployment", "event")):
            date = _opening(encoded)
        if date is None and rule.act and _is_named_only(encoded.tokens[1:first]):
            date = _opening(encoded)  # "yesterday the X Office (XO) of the Treasury listed Y"
        if date is not None:
            start, end = min(start, date.start), max(end, date.end)
    return Frame(rule, start, end, slots, tokens, date)


def _beside(encoded: Encoded, first: int, stop: int, *, counted: bool) -> Token | None:
    """A date right after the frame ("... in May"), or right before it ("In May, ...").

    Before a number (`counted`) a date with its comma belongs to what stands before it, unless
    it opens the sentence: "the rebels, who split in 2019, killed 41".
    """
    for token in encoded.tokens[stop : stop + 1 + _NEAR_AFTER]:
        if token.kind == "DATE":
            return token
        if token.kind in ("PROGRAMME", "LABEL"):
            continue
        if token.kind != "W" or token.norm in _NOT_ITS_DATE:
            break
    before = [t for t in encoded.tokens[max(0, first - 2) : first] if t.norm != ","]
    if not before or before[-1].kind != "DATE":
        return None
    opens = before[-1].start == encoded.tokens[0].start
    apart = encoded.tokens[first - 1].norm == ","
    return None if apart and counted and not opens else before[-1]


def _is_named_only(tokens: Sequence[Token]) -> bool:
    """True for the long name of a body: nothing else is told between a date and its act."""
    return bool(tokens) and all(t.kind != "W" or t.norm in _IN_NAMES for t in tokens)


def _opening(encoded: Encoded) -> Token | None:
    """The date that a sentence opens with: "On Sunday, a frigate of the navy ... arrived"."""
    first = encoded.tokens[0]
    return first if first.kind == "DATE" and first.mention and first.mention.name else None


def _farther(encoded: Encoded, after: int) -> Token | None:
    """The date of an act behind the law it was done under: "banned under the Ports Act in 2001"."""
    tokens = encoded.tokens[after : after + _FAR_AFTER]
    for at, token in enumerate(tokens):
        if token.kind == "DATE" and token.mention and token.mention.name:
            return token
        if _lists_on(tokens, at):
            continue
        if token.kind in ("BREAK", "COLON", "IT", "PRONOUN", "NEG") or token.norm in _ANOTHERS:
            return None
    return None


def _lists_on(tokens: Sequence[Token], at: int) -> bool:
    """True for the "and" of "and the Quay Boys in 2020": a further party and its day."""
    behind = tokens[at + 1 : at + 3]
    return (
        tokens[at].norm in ("and", ",")
        and len(behind) == len(("party", "day"))
        and behind[0].kind in ("GROUP", "NAME", "PERSON")
        and (behind[1].kind == "DATE" or behind[1].norm in ("and", ","))
    )
