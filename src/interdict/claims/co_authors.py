"""Authors who share an act: "listed by the US, the EU and Canada", "on the US and EU lists".

The verb, or the list, is told once; each of those named has done the same under its own law.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.country_adjectives import country_of_adjective
from interdict.claims.frames import Frame
from interdict.claims.mention import Mention
from interdict.claims.party_lists import link_at
from interdict.claims.tokens import Token
from interdict.model.changing import changed

_AUTHORS = frozenset({"AUTHORITY", "PLACE"})
_LAST = _AUTHORS | {"PROGRAMME"}
"""What may stand last: the list of another is named with it, "the US and EU terrorist lists"."""
_ALSO = (("and",), ("y",), ("e",), ("&",), ("as", "well", "as"), ("asi", "como"))
"""What joins the last of several authors."""
_SMALL = frozenset("the el la los las by por of de both".split())
_WHERE = frozenset("in en at near with between from to into con entre desde against".split())
"""Words before the first of several countries that are places there, or the other side."""
_LISTS = frozenset("list lists blacklist blacklists register registers lista listas".split())
_LIST_REACH = 4
"""Words between the last adjective and its list: "European terrorist lists"."""


def each_author(frame: Frame, tokens: Sequence[Token]) -> Iterator[Frame]:
    """The frame, then the same act of every other author named beside its own.

    Args:
        tokens: those of the sentence.
    """
    own = frame.slot("authority")
    if own is None:
        owners = _owners(frame, tokens)
        yield from (_of(frame, owner, owners) for owner in owners)
        if not owners:
            yield frame
        return
    at = next((i for i, token in enumerate(tokens) if token.start == own.start), None)
    authors = [own] if at is None else [tokens[i] for i in _joined(tokens, at)]
    alone = authors == [own] and frame.start <= own.start <= frame.end
    yield frame if alone else changed(frame, **_span(frame, authors))
    for author in authors:
        if author.start != own.start:
            yield _of(frame, author, authors)


def _of(frame: Frame, author: Token, authors: Sequence[Token]) -> Frame:
    own = "programme" if author.kind == "PROGRAMME" else "authority"
    slots = {name: mine for name, mine in frame.slots.items() if name != "authority"}
    slots[own] = (author,)
    return changed(frame, slots=slots, **_span(frame, authors))


def _span(frame: Frame, authors: Sequence[Token]) -> dict[str, int]:
    """From the first of the frame and its authors to the last."""
    return {
        "start": min(frame.start, *(author.start for author in authors)),
        "end": max(frame.end, *(author.end for author in authors)),
    }


def _joined(tokens: Sequence[Token], at: int) -> list[int]:
    """The places of the list of authors that a place belongs to; it alone where none is one."""
    places = [at]
    sure = False
    while (step := _next(tokens, places[-1])) is not None:
        place, is_last = step
        places.append(place)
        sure = is_last
        if is_last:
            break
    while (back := _previous(tokens, places[0])) is not None:
        place, is_last = back
        if is_last and len(places) > 1:
            break  # "A and B, C and D": another list
        sure = sure or is_last
        places.insert(0, place)
    if len(places) > 1 and tokens[places[0] + 1].norm == "," and _is_where(tokens, places[0]):
        places.pop(0)  # "in Syria, the US and the EU"
    if len(places) > 1 and _is_where(tokens, places[0]):
        return [at]
    return places if sure and at in places else [at]


def _is_where(tokens: Sequence[Token], at: int) -> bool:
    """True for a country that a preposition governs: "in Syria", "between Spain (and France)"."""
    return any(token.norm in _WHERE for token in tokens[max(0, at - 1) : at])


def _next(tokens: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """The author behind one, and whether "and" is before it."""
    here = at + 1
    comma = here < len(tokens) and tokens[here].norm == ","
    here += comma
    link = link_at(tokens, here, _ALSO)
    here += link
    while here < len(tokens) and tokens[here].norm in _SMALL and tokens[here].kind == "W":
        here += 1
    joins = _LAST if link else _AUTHORS
    if not (comma or link) or here >= len(tokens) or tokens[here].kind not in joins:
        return None
    return here, link > 0


def _previous(tokens: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """The author before one, and whether "and" stands between them."""
    for back in range(at - 1, max(-1, at - 6), -1):
        if tokens[back].kind in _AUTHORS:
            step = _next(tokens, back)
            return (back, step[1]) if step is not None and step[0] == at else None
    return None


def _owners(frame: Frame, tokens: Sequence[Token]) -> list[Token]:
    """The authors of "the American, Canadian and European lists" in the words of a frame."""
    for at, token in enumerate(tokens):
        listed = token.norm in _LISTS or token.kind == "LABEL"
        if not listed or not frame.start <= token.start <= frame.end:
            continue
        behind = _behind(tokens, at)
        places = _joined(tokens, behind) if behind is not None else []
        if len(places) > 1:
            return [tokens[place] for place in places]  # "the lists of Canada and the EU"
        if len(owners := _before(tokens, at)) > 1:
            return owners
    return []


def _before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The bodies and adjectives of countries that stand before a list."""
    found: list[Token] = []
    for back in range(at - 1, -1, -1):
        owner = _as_author(tokens[back])
        goes_on = tokens[back].norm in (",", "and") if found else at - back <= _LIST_REACH
        if owner is not None:
            found.insert(0, owner)
        elif not goes_on:
            break
    return found


def _behind(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the author in "the (terrorist) lists of Canada"."""
    for place in range(at + 1, min(at + _LIST_REACH + 1, len(tokens))):
        if tokens[place].kind in _AUTHORS:
            return place if tokens[place - 1].norm in _SMALL else None
    return None


def _as_author(token: Token) -> Token | None:
    """The token as an author: a body, or the country of an adjective."""
    if token.kind == "AUTHORITY":
        return token
    code = country_of_adjective(token.norm) if token.kind == "W" else None
    if code is None:
        return None
    mention = Mention("AUTHORITY", token.start, token.end, code, authority=code)
    return Token("AUTHORITY", token.start, token.end, "", mention)
