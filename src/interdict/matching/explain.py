"""A score as parts that add up to it, each with the words of both sides."""

from __future__ import annotations

from collections.abc import Iterable

from interdict.matching.align import Alignment, AskedName, Link, Run
from interdict.matching.base import FULL_SCORE
from interdict.matching.index import ListedName
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.model.match import ScorePart
from interdict.text.names import Kind, Token

NAME_CEILING = 9_000
"""The score of a name that agrees in every word; the rest is for other evidence."""

ORDER_COST = -100


def name_score(alignment: Alignment) -> int:
    """The score of an alignment, 0 to `NAME_CEILING`, before order and kind of name."""
    return NAME_CEILING * alignment.worth // (EQUAL * alignment.total)


def name_parts(asked: AskedName, listed: ListedName, alignment: Alignment) -> list[ScorePart]:
    """One part for each link, extra and missing word; they add up to `name_score`.

    Links share what the score would be if no word were alone, by their worth; words alone
    share what is lost by them, by their weight.
    """
    linked = sum(link.weight for link in alignment.links)
    if not linked:
        return []
    score = name_score(alignment)
    full = NAME_CEILING * alignment.worth // (EQUAL * linked)
    links = alignment.links
    parts = [
        _link_part(asked, listed, link, points)
        for link, points in zip(links, _shares(full, [k.worth for k in links]), strict=True)
    ]
    alone = [(asked.weights[at], _extra_part(asked.tokens[at])) for at in alignment.extra]
    alone += [(listed.weights[at], _missing_part(listed.tokens[at])) for at in alignment.missing]
    hidden = asked.total - sum(asked.weights)
    if hidden:
        text = f"further words of the query, beyond the first {len(asked.tokens)}"
        alone.append((hidden, ("name.extra", "", "", text)))
    hidden = listed.total - sum(listed.weights[: len(listed.tokens)])
    if hidden:
        text = f"further listed words, beyond the first {len(listed.tokens)}"
        alone.append((hidden, ("name.missing", "", "", text)))
    costs = _shares(full - score, [weight for weight, _ in alone])
    for cost, (_, (feature, query, candidate, detail)) in zip(costs, alone, strict=True):
        parts.append(ScorePart(feature, -cost, query, candidate, detail))
    return parts


def totalled(parts: Iterable[ScorePart]) -> tuple[int, tuple[ScorePart, ...]]:
    """The score, and the parts with their points cut where it would leave 0 to 10,000."""
    score = 0
    kept = []
    for part in parts:
        reached = min(FULL_SCORE, max(0, score + part.points))
        points = reached - score
        kept.append(
            part
            if points == part.points
            else ScorePart(part.feature, points, part.query, part.candidate, part.detail)
        )
        score = reached
    return score, tuple(kept)


def _shares(amount: int, weights: list[int]) -> list[int]:
    """Whole shares of an amount, in proportion to the weights, that add up to it exactly."""
    total = sum(weights)
    shares = []
    given = running = 0
    for weight in weights:
        running += weight
        upto = amount * running // total if total else 0
        shares.append(upto - given)
        given = upto
    return shares


def _words(tokens: tuple[Token, ...], run: Run) -> str:
    return " ".join(token.text for token in tokens[run[0] : run[0] + run[1]])


def _link_part(asked: AskedName, listed: ListedName, link: Link, points: int) -> ScorePart:
    query, candidate = _words(asked.tokens, link.asked), _words(listed.tokens, link.listed)
    kinds = {asked.tokens[link.asked[0]].kind, listed.tokens[link.listed[0]].kind}
    if link.asked[1] > 1 or link.listed[1] > 1:
        feature, how = "name.joined", "is, written together or apart,"
    elif query == candidate:
        feature, how = "name.equal", "equals"
    elif Kind.INITIAL in kinds and link.similarity == INITIAL:
        feature, how = "name.initial", "shares its initial with"
    else:
        feature, how = "name.similar", f"is like ({link.similarity} %)"
    detail = f"token '{query}' {how} '{candidate}'"
    kind = listed.tokens[link.listed[0]].kind
    if kind.is_light:
        detail += f" ({kind.label})"
    return ScorePart(feature, points, query, candidate, detail)


def _extra_part(token: Token) -> tuple[str, str, str, str]:
    return "name.extra", token.text, "", f"extra query token '{token.text}'{_note(token)}"


def _missing_part(token: Token) -> tuple[str, str, str, str]:
    return (
        "name.missing",
        "",
        token.text,
        f"listed token '{token.text}' is not in the query{_note(token)}",
    )


def _note(token: Token) -> str:
    return "" if token.kind is Kind.NAME else f" ({token.kind.label})"
