"""The words before or behind a verb, where no party that is known by its type stands there."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.gazetteer import fold
from interdict.claims.harm_words import does_harm
from interdict.claims.mention import Mention
from interdict.claims.tokens import Token

MARKS = frozenset({"BREAK", "COLON"})
TURNS = frozenset(
    """
    but while although though because since when where if as pero mientras aunque porque cuando
    donde si
    """.split()
)
"""Words behind which another clause begins."""
PREPOSITIONS = frozenset(
    """
    of in on at by for from with to into against about over under among between through near
    outside inside off despite without within around across toward towards behind before after
    during including than via like de del en por con para contra sobre entre desde hacia sin bajo
    tras ante
    """.split()
)
JOINS = frozenset("and or y e o".split())
RELATIVE = frozenset("who which that whom que quien quienes cual".split())
AUXILIARY = frozenset(
    "has have had is are was were be been also again ha han habia fue fueron es son".split()
)
_NOBODY = frozenset("nobody none nothing no-one neither nadie ninguno ninguna".split())
_ADVERBS = frozenset("long still now later since again then never always already".split())
_SKIPPED = frozenset({",", "and", "y", "that", "que", "also", "then", "however", "."})
_MODALS = frozenset("must will would shall may can could should to".split())
_TURNS_OR_SKIPPED = TURNS | _SKIPPED
_BESIDE_VERBS = AUXILIARY | RELATIVE | _ADVERBS | _MODALS
_BEHIND_PHRASES = _TURNS_OR_SKIPPED | RELATIVE | PREPOSITIONS | AUXILIARY
_BREAKS = MARKS | {"NEG", "LPAR", "RPAR"}
_NOT_ADVERBS = frozenset("assembly family supply ally italy reply anomaly".split())
"""Words that end as adverbs do."""
_SAY_THAT = frozenset("says say said alleges allege believes believe claims claim".split())
_LONGEST_PHRASE = 9
_LONGEST_OPENING = 5
LONGEST_THEME = 16
"""Words of a phrase that is a role by itself."""


def has_word(token: Token, wanted: frozenset[str]) -> bool:
    """True if the party is called by one of the words that the role asks for, if it asks."""
    if not wanted or token.mention is None:
        return True
    words = fold(f"{token.mention.title} {token.mention.name}").split()
    return not wanted.isdisjoint(word.removesuffix("'s").removesuffix("’s") for word in words)


def says(token: Token) -> bool:
    """True for a verb of saying that takes what is said without "that"."""
    return token.kind == "W" and token.norm in _SAY_THAT


def phrase_before(
    tokens: Sequence[Token], first: int, longest: int = _LONGEST_PHRASE
) -> Token | None:
    """The words that end at the anchor and begin its clause, as one party."""
    stop = first
    while stop > 0 and (tokens[stop - 1].kind == "DATE" or _between(tokens[stop - 1].norm)):
        stop -= 1
    start = stop
    while start > 0:
        token = tokens[start - 1]
        if token.kind in _BREAKS or token.norm in _TURNS_OR_SKIPPED:
            break
        if start < stop and says(token):  # "police believe the ring smuggled arms"
            break
        start -= 1
    if start > 0 and stop < first and tokens[stop].norm == "," == tokens[start - 1].norm:
        # Between two commas stands an aside: the party is before it.
        return phrase_before(tokens, start - 1, longest)
    if stop - start == 1 < start and _is_participle(tokens[start]):
        return phrase_before(tokens, start - 1, longest)
    while start < stop and _leads_in(tokens[start]):
        start += 1
    return _as_phrase(tokens[start:stop], longest)


def _is_participle(token: Token) -> bool:
    """True for "expelled" of "a senator since expelled, who denies it"."""
    return token.kind == "W" and token.norm.endswith(("ed", "ado", "ido", "ada", "ida"))


def opening_phrase(tokens: Sequence[Token], first: int, called: frozenset[str]) -> Token | None:
    """Who opens the sentence, for a verb behind "and" or behind an aside.

    "Two judges dissented, and allowed it": the words up to the one that the role asks for.
    """
    if first == 0 or tokens[first - 1].norm not in (",", *JOINS):
        return None
    start = 0
    while start < first and (_leads_in(tokens[start]) or tokens[start].norm == ","):
        start += 1
    for at in range(start, min(first, start + _LONGEST_OPENING)):
        if tokens[at].kind in MARKS or tokens[at].norm in _TURNS_OR_SKIPPED:
            return None
        if has_word(_word_as_party(tokens[at]), called):
            return _as_phrase(tokens[start : at + 1])
    return None


def _word_as_party(token: Token) -> Token:
    mention = token.mention or Mention("PHRASE", token.start, token.end, token.norm)
    return Token("PHRASE", token.start, token.end, "", mention)


def _leads_in(token: Token) -> bool:
    """True for a date, a preposition or a dash before the subject of a sentence."""
    mark = token.kind == "W" and not token.norm[:1].isalnum()
    return mark or token.kind == "DATE" or token.norm in PREPOSITIONS


def _between(norm: str) -> bool:
    """True for what may stand between a subject and its verb."""
    adverb = norm.endswith("ly") and norm not in _NOT_ADVERBS
    return adverb or norm == "," or norm in _BESIDE_VERBS


def phrase_after(tokens: Sequence[Token], last: int) -> Token | None:
    """The words behind the anchor to the next mark or verb-like turn, as one party."""
    stop = last + 1
    while stop < len(tokens) and stop <= last + _LONGEST_PHRASE:
        token = tokens[stop]
        if token.kind in _BREAKS or token.kind == "DATE" or token.norm in _BEHIND_PHRASES:
            break
        if stop > last + 1 and does_harm(token):
            break
        stop += 1
    return _as_phrase(tokens[last + 1 : stop])


def _as_phrase(tokens: Sequence[Token], longest: int = _LONGEST_PHRASE) -> Token | None:
    if not tokens or len(tokens) > longest or tokens[0].norm in _NOBODY:
        return None
    start, end = tokens[0].start, tokens[-1].end
    words = " ".join(token.mention.name if token.mention else token.norm for token in tokens)
    return Token("PHRASE", start, end, "", Mention("PHRASE", start, end, words))
