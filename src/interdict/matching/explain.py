"""A name's score as parts that add up to it, each with the words of both sides."""

from __future__ import annotations

from interdict.matching.align import Alignment
from interdict.matching.links import Link, Words
from interdict.matching.runs import Run
from interdict.matching.scoring import NAME_CEILING, name_score, shares
from interdict.matching.similarity import EQUAL, INITIAL
from interdict.model.match import ScorePart
from interdict.text.names import Kind, Token
from interdict.text.sounds import without_doubts


def name_parts(asked: Words, listed: Words, alignment: Alignment) -> list[ScorePart]:
    """One part for each link, extra and missing word; they add up to `name_score`.

    Links share the points of a name without words alone, by their worth; words alone share
    what is lost by them, by their weight.
    """
    links = alignment.links
    if not links:
        return []
    score = name_score(alignment)
    worth = sum(link.worth for link in links)
    weight = sum(link.asked_weight + link.listed_weight for link in links)
    full = max(score, NAME_CEILING * worth // (EQUAL * weight))
    alone = [(asked.weights[at], _extra(asked.tokens[at])) for at in alignment.extra]
    alone += [(listed.weights[at], _missing(listed.tokens[at])) for at in alignment.missing]
    hidden = asked.total - sum(asked.weights)
    if hidden:
        words = f"further words of the query, beyond the first {len(asked.tokens)}"
        alone.append((hidden, ("name.extra", "", "", words)))
    hidden = listed.total - sum(listed.weights)
    if hidden:
        words = f"further listed words, beyond the first {len(listed.tokens)}"
        alone.append((hidden, ("name.missing", "", "", words)))
    if not alone:
        full = score
    parts = [
        _link_part(asked, listed, link, points)
        for link, points in zip(links, shares(full, [k.worth for k in links]), strict=True)
    ]
    costs = shares(full - score, [weight for weight, _ in alone])
    for cost, (_, (feature, query, candidate, detail)) in zip(costs, alone, strict=True):
        parts.append(ScorePart(feature, -cost, query, candidate, detail))
    return parts


def _words(tokens: tuple[Token, ...], run: Run) -> str:
    return " ".join(without_doubts(token.text) for token in tokens[run[0] : run[0] + run[1]])


def _link_part(asked: Words, listed: Words, link: Link, points: int) -> ScorePart:
    query, candidate = _words(asked.tokens, link.asked), _words(listed.tokens, link.listed)
    kinds = {asked.tokens[link.asked[0]].kind, listed.tokens[link.listed[0]].kind}
    if link.asked[1] > 1 or link.listed[1] > 1:
        feature, how = "name.joined", "is, written together or apart,"
    elif query == candidate and link.similarity == EQUAL:
        feature, how = "name.equal", "equals"
    elif Kind.INITIAL in kinds and link.similarity == INITIAL:
        feature, how = "name.initial", "shares its initial with"
    else:
        feature, how = "name.similar", f"is like ({link.similarity} %)"
    detail = f"token '{query}'{_written(asked.tokens[link.asked[0]])} {how} '{candidate}'"
    kind = listed.tokens[link.listed[0]].kind
    if kind.is_light:
        detail += f" ({kind.label})"
    return ScorePart(feature, points, query, candidate, detail)


def _written(token: Token) -> str:
    """How a light word is written in the query, where that is not how it is read."""
    told = token.kind.is_light and token.surface != token.text
    return f" (written '{token.surface}')" if told else ""


def _extra(token: Token) -> tuple[str, str, str, str]:
    text = without_doubts(token.text)
    return (
        "name.extra",
        text,
        "",
        f"extra query token '{text}'{_written(token)}{_note(token)}",
    )


def _missing(token: Token) -> tuple[str, str, str, str]:
    return (
        "name.missing",
        "",
        token.text,
        f"listed token '{token.text}' is not in the query{_note(token)}",
    )


def _note(token: Token) -> str:
    return "" if token.kind is Kind.NAME else f" ({token.kind.label})"
