"""One utterance, many renderings: who said it, where it appears, and where it drifts.

Quotations of one speaker on one day are one utterance if the shorter holds four fifths of its
words, in order, in the longer. A gap ("...") splits a rendering; each piece is looked for by
itself. What is only reported is a paraphrase: it belongs to an utterance if it says much the
same, or if its document lets the quotation follow it at once. A paraphrase drifts if it names
another actor, or speaks of nothing that any other rendering speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache

from interdict.model.claim import Appearance, Claim, Mode, Utterance
from interdict.model.dates import span_of
from interdict.reconcile.speakers import Offices
from interdict.reconcile.wording import content_words, overlap, quoted
from interdict.text.normalize import fold

SAME_WORDS = 0.8
"""Share of a rendering's words that an utterance must hold, in order, to be the same."""

SAME_CONTENT = 0.5
"""Share of the content words that a paraphrase and an utterance must have in common."""

ADJACENT = 4
"""Characters between a paraphrase and the quotation that it introduces, at most."""

FEWEST_WORDS = 4
"""A quotation of fewer words is joined only by what it is about."""

_GAP = re.compile(r"\s*(?:…|\.\s?\.\s?\.|\[\.\.\.\])\s*")
_NAMES = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Growing:
    """An utterance while its renderings are collected."""

    speaker: str | None
    text: str
    claims: list[tuple[Claim, str]] = field(default_factory=list)
    glosses: list[Claim] = field(default_factory=list)


class _Shelf:
    """Utterances by what a rendering of one must share with it, so that few are looked at."""

    def __init__(self) -> None:
        self.growing: list[_Growing] = []
        self._by_mark: dict[str, dict[int, None]] = {}

    def begin(self, claim: Claim, text: str) -> None:
        """A new utterance, with its first rendering."""
        self.growing.append(_Growing(claim.speaker, text, [(claim, "exact")]))
        self.mark(len(self.growing) - 1, claim)

    def mark(self, at: int, claim: Claim) -> None:
        """Makes an utterance found by a rendering that was added to it."""
        for mark in _marks(claim):
            self._by_mark.setdefault(mark, {})[at] = None

    def like(self, claim: Claim) -> list[tuple[int, _Growing]]:
        """Utterances that share a content word or the document with a rendering, in order."""
        found = {at for mark in _marks(claim) for at in self._by_mark.get(mark, ())}
        return [(at, self.growing[at]) for at in sorted(found)]


def _marks(claim: Claim) -> set[str]:
    return {f"{claim.doc}\n{claim.document_id}", *content_words(_words_of(claim))}


def utterances_of(claims: Sequence[Claim], offices: Offices) -> list[Utterance]:
    """The utterances that some claims render, by their first appearance; single ones too."""
    spoken = [c for c in claims if c.kind.startswith("statement.") and c.quote.strip()]
    direct = [c for c in spoken if c.mode is Mode.QUOTE or c.kind == "statement.direct"]
    told = [c for c in spoken if c not in direct]
    shelf = _Shelf()
    for claim in sorted(direct, key=lambda c: (-len(_words_of(c)), c.doc, c.start)):
        _place(claim, shelf, offices)
    for claim in told:
        _attach(claim, shelf, offices)
    done = [_finished(one) for one in shelf.growing]
    return sorted(done, key=lambda u: (u.appearances[0].document_id, u.appearances[0].start))


def _words_of(claim: Claim) -> str:
    """The quoted words: what is between quotation marks, or a passage set off as quoted."""
    return quoted(claim.quote)


def _place(claim: Claim, shelf: _Shelf, offices: Offices) -> None:
    """Puts a quotation into every utterance of which it renders a piece; else it begins one."""
    text = _words_of(claim)
    pieces = [piece for piece in _GAP.split(text) if piece.strip()]
    found = False
    for at, one in shelf.like(claim):
        if not _can_be(claim, one, offices):
            continue
        held = [piece for piece in pieces if _holds(one.text, piece)]
        if held or _same_predicate(claim, one):
            one.claims.append((claim, _variant(one.text, text, pieces, held)))
            shelf.mark(at, claim)
            found = True
    if not found:
        shelf.begin(claim, text)


def _can_be(claim: Claim, one: _Growing, offices: Offices) -> bool:
    first = one.claims[0][0]
    return offices.together(claim.speaker, one.speaker) and _near(claim, first)


def _near(left: Claim, right: Claim) -> bool:
    """Whether two renderings can be of one day; one day apart, for the clocks of two places."""
    one, other = span_of(left.date), span_of(right.date)
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return True
    assert one.first and one.last and other.first and other.last
    return one.first - _DAY <= other.last and other.first - _DAY <= one.last


def _holds(whole: str, piece: str) -> bool:
    """Whether a text holds the words of a piece, in order, all but a fifth of them."""
    words, inner = fold(whole).split(), fold(piece).split()
    if len(inner) < FEWEST_WORDS:
        return False
    if len(set(inner) & set(words)) < SAME_WORDS * len(set(inner)):
        return False  # far cheaper than looking at their order
    blocks = SequenceMatcher(None, words, inner, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= SAME_WORDS * len(inner) and any(
        block.size >= FEWEST_WORDS for block in blocks
    )


def _same_predicate(claim: Claim, one: _Growing) -> bool:
    """A short quotation that is about what a sentence of the utterance is about."""
    words = content_words(_words_of(claim)) - _actors(claim.quote)
    if not words or len(words) > FEWEST_WORDS:
        return False
    return any(words == sentence for sentence in _sentences(one))


def _sentences(one: _Growing) -> list[frozenset[str]]:
    texts = [piece for claim, _ in one.claims for piece in re.split(r"[.;?!,]", _words_of(claim))]
    return [content_words(text) - _actors(text) for text in texts]


def _variant(whole: str, text: str, pieces: Sequence[str], held: Sequence[str]) -> str:
    if not held:
        return "paraphrase"
    if fold(whole) == fold(text):
        return "exact"
    return "elided" if len(pieces) > 1 else "partial"


def _attach(claim: Claim, shelf: _Shelf, offices: Offices) -> None:
    """Puts what is only reported beside the utterances that it introduces or retells."""
    words = content_words(claim.quote)
    for _, one in shelf.like(claim):
        if not _can_be(claim, one, offices):
            continue
        introduces = any(_follows(claim, other) for other, _ in one.claims)
        told = content_words(one.text) - _actors(one.text)
        about = words - _actors(claim.quote)
        if introduces or _retells(about, told, one):
            one.glosses.append(claim)


def _retells(about: frozenset[str], told: frozenset[str], one: _Growing) -> bool:
    if overlap(about, told) >= SAME_CONTENT and len(about & told) > 1:
        return True
    return any(s and s <= about for s in _sentences(one))


def _follows(claim: Claim, quotation: Claim) -> bool:
    same = claim.document_id == quotation.document_id and claim.doc == quotation.doc
    if not quotation.quote.startswith(("“", '"', "„", "«")):
        return False  # it has an introduction of its own
    return same and 0 <= quotation.start - claim.end <= ADJACENT


@lru_cache(maxsize=20_000)
def _actors(text: str) -> frozenset[str]:
    """Stems of the names in a text: whom it is about, apart from what it says of them."""
    flat = " ".join(text.split())
    found = _NAMES.findall(flat)
    first = re.match(r"[“\"]?([A-Z][\w’'-]+)", flat)
    names = [*found, first[1]] if first else found
    return frozenset(w for name in names for w in content_words(name.replace("’s", "")))


def _finished(one: _Growing) -> Utterance:
    """The utterance with its appearances in the order of the documents; drifting ones marked."""
    drifting = _drifting(one)
    appearances = [
        _appearance(claim, variant, claim.id in drifting) for claim, variant in one.claims
    ]
    appearances += [_appearance(c, "paraphrase", c.id in drifting) for c in one.glosses]
    appearances.sort(key=lambda a: (a.document_id, a.start))
    days = sorted({c.date for c in [*(c for c, _ in one.claims), *one.glosses] if c.date})
    return Utterance(one.speaker, one.text, tuple(appearances), days[0] if days else None)


def _appearance(claim: Claim, variant: str, drift: bool) -> Appearance:
    document = claim.document_id or claim.doc
    return Appearance(document, claim.start, claim.end, claim.quote, variant, claim.speaker, drift)


def _drifting(one: _Growing) -> set[str]:
    """Ids of the renderings that change who acts, or tell of nothing that the others tell of."""
    renderings = [claim for claim, _ in one.claims] + one.glosses
    speaker = content_words(one.speaker or "")
    found = set()
    told = {c.id: content_words(c.quote) - _actors(c.quote) - speaker for c in renderings}
    glosses = {c.id for c in one.glosses}
    for claim in one.glosses:
        rest = [words for key, words in told.items() if key != claim.id]
        others = [told[key] for key in glosses if key != claim.id]
        alone = not any(told[claim.id] & words for words in rest)
        if alone and (others or len(one.claims) > 1):
            found.add(claim.id)
    for predicate in _shared(one):
        named = [(c, a) for c in renderings if (a := _actor_before(c, predicate) - speaker)]
        for claim, actor in named:
            if any(not _same_actor(actor, other) for _, other in named):
                found.add(claim.id)
    return found


def _actor_before(claim: Claim, predicate: frozenset[str]) -> frozenset[str]:
    """Who is named before what a clause of the rendering tells; empty for a pronoun."""
    flat = " ".join(claim.quote.split())
    for clause in re.split(r"[.;?!,]|\bthat\b|\band\b", flat):
        words = clause.split()
        told = [at for at, word in enumerate(words) if content_words(word) & predicate]
        if told and predicate <= content_words(clause):
            return _actors(" ".join(words[: told[0]])) - predicate
    return frozenset()


def _shared(one: _Growing) -> list[frozenset[str]]:
    """Predicates that more than one rendering tells, in few words."""
    sentences = [s for s in _sentences(one) if 0 < len(s) <= 2]
    renderings = [content_words(c.quote) for c in [*(c for c, _ in one.claims), *one.glosses]]
    return [s for s in dict.fromkeys(sentences) if sum(s <= words for words in renderings) > 1]


def _same_actor(left: frozenset[str], right: frozenset[str]) -> bool:
    """Names that share a word, or a word's beginning (a country and its adjective)."""
    return any(
        one == other or (min(len(one), len(other)) >= 5 and one[:5] == other[:5])
        for one in left
        for other in right
    )
