"""How two answers to one question stand to each other: rules over typed values.

No rule looks at who or what a question is about. A value is a date, a quantity, a term with
broader terms, a wording, a state of affairs, or several of these together; each type says when
two of its values agree, refine, overlap or exclude one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from interdict.model.claim import Quantity, Stance
from interdict.model.dates import Span


class Relation(StrEnum):
    """How answers stand to each other, in rising order of what they leave to be settled."""

    SINGLE = "SINGLE"  # one source speaks: nothing to compare with
    AGREE = "AGREE"  # equal
    REFINES = "REFINES"  # one lies inside the other
    COMPATIBLE = "COMPATIBLE"  # they overlap, or can both be true
    SERIES = "SERIES"  # a count that has grown with time
    LABEL = "LABEL"  # each calls a person something else
    SOFT = "SOFT"  # the wording differs, or one of them leaves it open
    OPEN = "OPEN"  # a value that cannot be placed (no year, no day)
    DRIFT = "DRIFT"  # a rendering changes what was said
    REGRESSION = "REGRESSION"  # a count that has shrunk with time
    MISLABEL = "MISLABEL"  # the right party and day, another programme
    REBUTTED_BY = "REBUTTED_BY"  # the document itself contradicts an allegation
    DENIED_BY = "DENIED_BY"  # whom it concerns denies it
    NOT_A_DESIGNATION = "NOT_A_DESIGNATION"  # an inference that designates nobody
    CONFLICT = "CONFLICT"  # they cannot all be true


_RANK = {relation: at for at, relation in enumerate(Relation)}

TO_SETTLE = frozenset(
    {
        Relation.OPEN,
        Relation.DRIFT,
        Relation.REGRESSION,
        Relation.MISLABEL,
        Relation.REBUTTED_BY,
        Relation.DENIED_BY,
        Relation.CONFLICT,
    }
)
"""Relations that show a difference between sources; the others are shown when asked for."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it was given; `span` None if it cannot be placed."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, and the day up to which it counts (None where nobody says).

    `capped`: a ceiling is what the figure means by its nature (an offer "of up to" N is an
    offer of N), so that equal printed figures agree.
    """

    quantity: Quantity
    counted_on: Span | None = None
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A code with its broader ones before it (`US` holds `US-STATE`); empty: not said."""

    code: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The content words of a phrase; `many` if several phrases can be true beside each other."""

    words: frozenset[str]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """What a person is called: differing styles are labels, not contradictions."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Affair:
    """Whether something is so: `holds`, how the source stands to it, and in what words.

    `words` empty: only yes or no is compared.
    """

    holds: bool
    stance: Stance = Stance.ASSERTED
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parts:
    """Several values of one happening; None: not said."""

    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few words for what was done; `beside` are those that can be meant as well."""

    name: str
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity that follows from something else said: it can fit, it cannot be more exact."""

    quantity: Quantity


Value = Day | Figure | Term | Wording | Called | Affair | Parts | Option | Bound


def worst(relations: Iterable[Relation]) -> Relation:
    """The relation that leaves the most to be settled; AGREE if there is none."""
    return max(relations, key=_RANK.__getitem__, default=Relation.AGREE)


def relation_across(given: Iterable[tuple[str, Value]]) -> Relation:
    """The relation of values that documents give: what each says most exactly is compared.

    A document that says "this month" and then the day has said the day.
    """
    by_document: dict[str, list[Value]] = {}
    for document, value in given:
        by_document.setdefault(document, []).append(value)
    kept = [
        value
        for values in by_document.values()
        for value in values
        if not any(_is_wider(value, other) for other in values)
    ]
    return relation_between(kept)


def _is_wider(value: Value, other: Value) -> bool:
    match value, other:
        case Day(span=Span() as wide), Day(span=Span() as narrow):
            return wide.contains(narrow) and not narrow.contains(wide)
        case Term(broad), Term(code):
            return code != broad and (not broad or code.startswith(f"{broad}-"))
        case _:
            return False


def relation_between(values: Sequence[Value]) -> Relation:
    """The relation of several values: that of the pair that agrees least."""
    distinct = list(dict.fromkeys(values))
    return worst(compare(left, right) for left, right in combinations(distinct, 2))


def compare(left: Value, right: Value) -> Relation:
    """The relation of two values; symmetrical. Values of different types can both be true."""
    if left == right and not (isinstance(left, Day) and left.span is None):
        return Relation.AGREE
    match left, right:
        case Day(), Day():
            return _days(left.span, right.span)
        case Figure(), Figure():
            return _figures(left, right)
        case Term(), Term():
            return _terms(left.code, right.code)
        case Wording(), Wording():
            return _wordings(left, right)
        case Called(), Called():
            return Relation.AGREE if left.words == right.words else Relation.LABEL
        case Affair(), Affair():
            return _affairs(left, right)
        case Parts(), Parts():
            return _parts(left, right)
        case Option(), Option():
            return _options(left, right)
        case Bound(), Figure() | Bound():
            return _fits(left.quantity, right.quantity)
        case Figure(), Bound():
            return _fits(left.quantity, right.quantity)
        case _:
            return Relation.COMPATIBLE


def _days(left: Span | None, right: Span | None) -> Relation:
    if left is None or right is None:
        return Relation.OPEN
    if (left.first, left.last) == (right.first, right.last):
        return Relation.AGREE
    if left.contains(right) or right.contains(left):
        return Relation.REFINES
    return Relation.COMPATIBLE if left.overlaps(right) else Relation.CONFLICT


def _figures(left: Figure, right: Figure) -> Relation:
    one, other = left.quantity, right.quantity
    if left.capped and one.stated is not None and one.stated == other.stated:
        return Relation.AGREE
    if (one.low, one.high) == (other.low, other.high):
        return Relation.AGREE
    if _overlap(one, other):
        inside = _inside(one, other) or _inside(other, one)
        return Relation.REFINES if inside else Relation.COMPATIBLE
    return _in_time(left, right)


def _in_time(left: Figure, right: Figure) -> Relation:
    """Two counts that exclude each other: has the later one grown, or shrunk?"""
    one, other = _counted_to(left), _counted_to(right)
    if one is None or other is None or one == other:
        return Relation.CONFLICT
    earlier, later = (left, right) if one < other else (right, left)
    grown = (later.quantity.low or 0) > (earlier.quantity.low or 0)
    return Relation.SERIES if grown else Relation.REGRESSION


def _counted_to(figure: Figure) -> date | None:
    return None if figure.counted_on is None else figure.counted_on.last


def _overlap(one: Quantity, other: Quantity) -> bool:
    for low, high in ((one, other), (other, one)):
        if low.low is None or high.high is None:
            continue
        open_below = low.qualifier == "more_than"
        if low.low > high.high or (open_below and low.low == high.high):
            return False
    return True


def _fits(one: Quantity, other: Quantity) -> Relation:
    return Relation.COMPATIBLE if _overlap(one, other) else Relation.CONFLICT


def _inside(inner: Quantity, outer: Quantity) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def _terms(left: str, right: str) -> Relation:
    if left == right:
        return Relation.AGREE
    for broad, narrow in ((left, right), (right, left)):
        if not broad or narrow.startswith(f"{broad}-"):
            return Relation.REFINES
    return Relation.CONFLICT


def _wordings(left: Wording, right: Wording) -> Relation:
    if left.words == right.words:
        return Relation.AGREE
    if left.many or right.many:
        return Relation.COMPATIBLE
    return Relation.SOFT


def _affairs(left: Affair, right: Affair) -> Relation:
    if left.holds != right.holds:
        return Relation.CONFLICT
    if (left.stance is Stance.UNVERIFIED) != (right.stance is Stance.UNVERIFIED):
        return Relation.SOFT
    return Relation.AGREE if left.words == right.words else Relation.COMPATIBLE


def _parts(left: Parts, right: Parts) -> Relation:
    """Each part for itself; a part that only one of them gives makes it the more exact one.

    If each is the more exact one somewhere, neither refines the other: they are compatible.
    """
    found = [
        compare(one, other)
        for one, other in zip(left.values, right.values, strict=True)
        if one is not None and other is not None
    ]
    told = {
        "left" if other is None else "right"
        for one, other in zip(left.values, right.values, strict=True)
        if (one is None) != (other is None)
    }
    relation = worst(found)
    if relation is Relation.AGREE and told:
        relation = Relation.REFINES
    crossed = len(told) == 2 or (told and Relation.REFINES in found)
    return Relation.COMPATIBLE if relation is Relation.REFINES and crossed else relation


def _options(left: Option, right: Option) -> Relation:
    if left.name == right.name:
        return Relation.AGREE
    beside = right.name in left.beside or left.name in right.beside
    return Relation.COMPATIBLE if beside else Relation.CONFLICT
