"""What the clauses of a document likely tell: the model of clauses, asked clause by clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from interdict.claims.clause_features import shown
from interdict.claims.clause_model import clause_model
from interdict.claims.clause_rows import rows_of
from interdict.claims.reading import Reading
from interdict.claims.segments import segments
from interdict.claims.tokens import Encoded, Token
from interdict.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence: its tokens (first, stop), its place, how likely each kind is."""

    sentence: Encoded
    """The whole, or without the asides that it is written around."""
    first: int
    stop: int
    start: int
    end: int
    shares: Sequence[float]
    """Its chances, in the order of the model's kinds."""

    @property
    def tokens(self) -> Sequence[Token]:
        """Its own tokens."""
        return self.sentence.tokens[self.first : self.stop]

    def is_mostly(self, start: int, end: int) -> bool:
        """True if a stretch of the text is more than half of it."""
        return 2 * (min(end, self.end) - max(start, self.start)) > self.end - self.start

    def chance_of(self, kinds: Collection[str]) -> float:
        """How likely it is of one of some kinds."""
        share, places = 0.0, clause_model().places
        for kind in kinds:
            if kind in places:
                share += self.shares[places[kind]]
        return share


class ClauseChances:
    """The clauses of a document, by sentence.

    `told` are the claims that rules have made of it, with offsets into its text.
    """

    def __init__(self, reading: Reading, told: Sequence[Claim]) -> None:
        self._reading = reading
        self._told = places_told(told)
        self._reached = list(accumulate((end for _, end, _ in self._told), max))
        """How far the claims up to each one reach."""

    def of_sentence(self, number: int) -> Sequence[Clause]:
        """The clauses of a sentence, in order."""
        return self._judged[number]

    def touched(self, start: int, end: int) -> list[Clause]:
        """The clauses that a stretch of the text shares."""
        number = self._reading.sentence_at(start)
        clauses = () if number is None else self.of_sentence(number)
        return [clause for clause in clauses if clause.start < end and start < clause.end]

    @cached_property
    def _judged(self) -> list[list[Clause]]:
        """The clauses of all sentences, judged in one go; those around an aside stand last."""
        pieces = [
            (number, sentence, first, stop)
            for number, whole in enumerate(self._reading.encoded)
            for sentence in filter(None, (whole, self._reading.plain[number]))
            for first, stop in segments(sentence.tokens)
            if sentence is whole or _is_around(sentence.tokens[first:stop], whole.tokens)
        ]
        seen = [self._rows(sentence.tokens[first:stop]) for _, sentence, first, stop in pieces]
        found: list[list[Clause]] = [[] for _ in self._reading.encoded]
        for piece, shares in zip(pieces, clause_model().shares(seen), strict=True):
            number, sentence, first, stop = piece
            start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
            found[number].append(Clause(sentence, first, stop, start, end, shares))
        return found

    def _rows(self, tokens: Sequence[Token]) -> set[int]:
        start, end = tokens[0].start, tokens[-1].end
        # Claims before the first that reaches over the start share nothing with the clause.
        low = bisect_right(self._reached, start)
        return rows_of(
            shown(tokens, self._reading.published),
            language=self._reading.language.code,
            told=told_between(self._told[low:], start, end) if low < len(self._told) else (),
        )


def _is_around(tokens: Sequence[Token], whole: Sequence[Token]) -> bool:
    """True for the tokens of a sentence without its asides between which one stood."""
    start, end = tokens[0].start, tokens[-1].end
    return sum(start <= token.start and token.end <= end for token in whole) > len(tokens)


def places_told(told: Iterable[Claim]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of claims, in order; what is said in so many words is none that tells."""
    return sorted(
        (claim.start, claim.end, claim.kind)
        for claim in told
        if not claim.kind.startswith("statement.")
    )


def told_between(told: Sequence[tuple[int, int, str]], start: int, end: int) -> list[str]:
    """The kinds of the claims (as `places_told` gives them) that share most of a stretch.

    Of a claim shorter than the stretch, most of the claim.
    """
    return [
        kind
        for low, high, kind in takewhile(lambda one: one[0] < end, told)
        if 2 * (min(end, high) - max(start, low)) > min(end - start, high - low)
    ]
