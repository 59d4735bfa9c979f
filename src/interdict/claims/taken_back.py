"""Reports that the text itself takes back: "a website wrote that X was banned. It was not."

The sentence that corrects is short, and speaks of nothing but what was just told.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.false_reports import REPORTS
from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.reading import Reading
from interdict.claims.tokens import Token

_THAT = frozenset("it they that this these those he she eso esto ello".split())
_AUXILIARIES = frozenset("has have had was were is are did does do".split())
_FALSE = frozenset(
    """
    false untrue wrong incorrect inaccurate nonsense fake baseless unfounded falso falsa mentira
    bulo montaje incierto
    """.split()
)
_TRUE = frozenset("true so correct right cierto asi verdad".split())
_DENYING = frozenset("denied denies denying refuted dismissed".split())
_DENIED = frozenset("it them this that those reports report claim claims rumours rumors".split())
_CLITICS = frozenset("lo la los las".split())
_STOPS = frozenset(". ; : , !".split())
_LONGEST = 9
"""Words of a correction, up to its first mark."""
_ANSWER = len(("it", "has", "not"))


def is_taken_back(frame: Frame, sentence: int, reading: Reading) -> bool:
    """True if the sentence behind that of the frame says that it is not so."""
    if sentence + 1 >= len(reading.encoded):
        return False
    clause = _first_clause(reading.encoded[sentence + 1].tokens)
    told = [t for t in reading.encoded[sentence].tokens if t.start < frame.start]
    reported = any(_is_report(token) for token in told) and _is_denied(clause)
    return reported or _is_no(clause) or _is_called_false(clause)


def _first_clause(tokens: Sequence[Token]) -> list[Token]:
    stop = next(
        (i for i, t in enumerate(tokens) if t.kind in ("BREAK", "COLON") or t.norm in _STOPS),
        len(tokens),
    )
    return list(tokens[:stop])


def _is_no(clause: Sequence[Token]) -> bool:
    """True for "it has not", "they did not": nothing else is said."""
    if len(clause) != _ANSWER:
        return False
    who, verb, nay = clause
    about = who.norm in _THAT or who.kind == "IT"
    return about and verb.norm in _AUXILIARIES and nay.kind == "NEG"


def _is_report(token: Token) -> bool:
    """True for a word for what is reported, also where it opens a sentence, as names do."""
    words = fold(token.mention.name).split() if token.kind == "NAME" and token.mention else []
    return not REPORTS.isdisjoint((token.norm, *words))


def _is_denied(clause: Sequence[Token]) -> bool:
    """True for "the ministry denied it", "la cancillería las desmintió": a report, not an act."""
    words = [t.norm for t in clause]
    for at, word in enumerate(words):
        if word.startswith("desmint") and at and words[at - 1] in _CLITICS:
            return True
        if word in _DENYING and not _DENIED.isdisjoint(words[at + 1 : at + 3]):
            return True
    return False


def _is_called_false(clause: Sequence[Token]) -> bool:
    """True for "that is false", "it is not true", "eso es falso", "no es cierto"."""
    words = [t.norm for t in clause]
    if not words or len(words) > _LONGEST:
        return False
    alone = words[0] in _THAT or clause[0].kind in ("IT", "NEG") or words[0] in ("es", "false")
    denied = any(t.kind == "NEG" for t in clause) and not _TRUE.isdisjoint(words)
    return alone and (not _FALSE.isdisjoint(words[:5]) or (denied and len(words) <= _ANSWER + 1))
