"""Designations told by a noun: "restores terror label for X", "completed the listing of X".

The noun names the act, a verb that governs it says what becomes of it (made, kept, ended), and
whom it is about stands behind "of", "on" or "for", owns the noun, or is given it ("gave X the
same label"). Without a verb, a noun with its author and its day tells of an earlier act
("Russia's designation of X in 2021").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from interdict.claims.clause_courts import (
    is_of_court,
    is_told_as_done,
    is_whole_verb,
    known_court,
    reverses_a_ruling,
    says_of_others,
)
from interdict.claims.clause_modes import ANNULLED, DONE, ENDED, KEPT, SANCTIONED, mode_of
from interdict.claims.clause_parties import (
    ACTORS,
    HARD,
    Clause,
    as_reference,
)
from interdict.claims.clause_slots import (
    actor_before,
    actor_behind,
    frame_of_clause,
)
from interdict.claims.clause_words import ClauseWords, Verb, clause_words
from interdict.claims.frames import Frame
from interdict.claims.party_lists import PARTIES, PROGRAMMES, described_by, listed_from
from interdict.claims.rules_file import Rule
from interdict.claims.tokens import Encoded, Token
from interdict.claims.vocabulary import demonyms
from interdict.model.source import DocumentKind

_VERB_REACH = 9
"""Tokens before a noun among which the verb stands that governs it."""
_PARTY_REACH = 5
"""Tokens behind its preposition among which the party stands that a noun is about."""
_OWNER_REACH = 4
_GIVEN_REACH = 14
"""Tokens between "gave X" and "the label"."""
_BEHIND_REACH = 7
"""Tokens behind the party among which a passive verb stands ("sanctions on X were lifted")."""
_ASKED = frozenset(
    """
    possible potential proposed threatened likely request bid push petition motion call calls
    pressure campaign demand demands appeal challenge posible eventual propuesta
    whether if unless without despite
    """.split()
)
"""Words before a noun without a verb that leave open whether there is such an act."""
_ON = frozenset(
    """
    and in on at by for from after before as who which that is was were has had while but over
    with to until since because following when y en por de del tras que como al fue desde por pero
    """.split()
)
"""Words with which a clause goes on behind a name."""
_SUSPENDED = frozenset({"suspended"})
_OF = frozenset("of in for by from at de del en".split())
_ANSWERING = frozenset(
    "followed follows responded responds retaliated hit answered replied".split()
)
_OF_SANCTIONS = frozenset("travel visa arms".split())
_THEIRS = frozenset("its their".split())
_OWN = frozenset("'s ’s".split())
_TURNS = frozenset(", . while but after before when although which who that mientras pero".split())
"""Words with which another clause begins."""


def find_noun_designations(encoded: Encoded, language: str, kind: DocumentKind) -> Iterator[Frame]:
    """The designations that the nouns of a sentence tell of, in order."""
    words = clause_words().get(language)
    if words is None or words.nouns.isdisjoint(encoded.words):
        return
    for low, high in _stretches(encoded.tokens):
        tokens = tuple(encoded.tokens[low:high])
        for at, token in enumerate(tokens):
            if token.kind == "W" and token.norm in words.nouns:
                frame = _read(tokens, at, words)
                if frame is not None and _is_told(frame, kind):
                    yield frame


def _is_told(frame: Frame, kind: DocumentKind) -> bool:
    """False for what an official text itself does, which its own words say better."""
    if kind is DocumentKind.FR_NOTICE:
        return frame.rule is DONE and frame.date is not None and "programme" in frame.slots
    return frame.rule is not SANCTIONED or kind is not DocumentKind.PRESS_RELEASE


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between hard breaks."""
    breaks = [i for i, t in enumerate(tokens) if t.kind in HARD]
    for low, high in pairwise([-1, *breaks, len(tokens)]):
        if low + 1 < high:
            yield low + 1, high


def _read(tokens: tuple[Token, ...], at: int, words: ClauseWords) -> Frame | None:
    if at and tokens[at].norm in words.assets and tokens[at - 1].norm in _THEIRS:
        tokens = (*tokens[: at - 1], as_reference(tokens[at - 1]), *tokens[at:])  # "its funds"
    parties, first = _about(tokens, at, words)
    verb = _governing(tokens, first, words)
    if not parties:
        parties, verb = _given(tokens, at, words)
    if not parties or not _fits(tokens, at, parties, words):
        return None
    passive = None if verb is not None else _passive(tokens, [*parties, tokens[at]], words)
    place = verb if verb is not None else passive
    if (tokens[at].norm in words.assets) != (_strength(tokens, place, words) == "freeze"):
        return None
    tokens = tokens[: _end(tokens, max(at, tokens.index(parties[-1]), place or 0))]
    if place is None:
        return _bare(tokens, at, first, parties, words)
    clause = Clause(tokens, place, words.noun_verbs[tokens[place].norm], words)
    actor = actor_behind(clause) if passive is not None else actor_before(clause)
    actor = actor or _author(tokens, first)
    if _by_a_court(clause, actor, passive=passive is not None):
        return _annulled(clause, parties, at, passive=passive is not None)
    rule = _rule(mode_of(clause, passive=passive is not None), tokens, at, words)
    needed = (DONE, SANCTIONED) if passive is not None else (DONE, SANCTIONED, KEPT)
    if rule is None or (actor is None and rule in needed):
        return None
    return frame_of_clause(
        rule, clause, parties, _named(tokens, place, at, parties), actor, also=[tokens[at]]
    )


def _by_a_court(clause: Clause, actor: Token | None, *, passive: bool) -> bool:
    """True for what a court upholds, annuls or lifts."""
    if passive and actor is not None:
        return is_of_court(actor)
    if actor is not None and actor.kind == "OFFICIAL":
        return False
    return any(map(is_of_court, clause.tokens if passive else clause.tokens[: clause.at]))


def _annulled(clause: Clause, parties: Sequence[Token], at: int, *, passive: bool) -> Frame | None:
    """A listing that a court ends; what it upholds, or suspends, is a step of procedure."""
    tokens, verb = clause.tokens, clause.at
    low, high = min(verb, at), max(verb, at)
    if not clause.verb.ends or tokens[verb].norm in _SUSPENDED or clause.verb.form == "base":
        return None
    if not is_told_as_done(tokens[:verb], clause.words.wish):
        return None
    if reverses_a_ruling(tokens, max(0, low - 2) if passive else low, high):
        return None
    court = next((t for t in tokens if is_of_court(t)), None)
    if court is not None and says_of_others(tokens[:verb], court):
        return None
    also = [tokens[at]] if court is None else [tokens[at], court]
    named = _named(tokens, verb, at, parties)
    if not named and _describes(tokens, parties[-1]):
        return None
    return frame_of_clause(ANNULLED, clause, parties, named, known_court(court), also=also)


def _describes(tokens: Sequence[Token], party: Token) -> bool:
    """True for a name of one word before a noun: "lifted the ban on Coast newspapers"."""
    if party.mention is None or " " in party.mention.name:
        return False
    behind = tokens[tokens.index(party) + 1 :][:1]
    return any(t.kind != "DATE" and t.norm.isalpha() and t.norm not in _ON for t in behind)


def _strength(tokens: Sequence[Token], verb: int | None, words: ClauseWords) -> str | None:
    return None if verb is None else words.noun_verbs[tokens[verb].norm].strength


def _is_sanction(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """True for sanctions and what they consist of: freezes, embargoes, bans of travel."""
    before = tokens[at - 1].norm if at else ""
    norm = tokens[at].norm
    return norm in words.sanctions or norm in words.assets or before in _OF_SANCTIONS


def _fits(tokens: Sequence[Token], at: int, parties: Sequence[Token], words: ClauseWords) -> bool:
    """True if the noun can be about such parties: people and plain names are not banned."""
    if _is_sanction(tokens, at, words):
        return True
    if tokens[at].norm in words.joining:  # "the addition of X" says nothing without its list
        behind = {t.norm for t in tokens[at : at + 16]}
        named = any(t.kind in PROGRAMMES for t in tokens[at : at + 16])
        return named or bool(behind & words.lists)
    return all(t.kind in ("GROUP", "REF", "IT", "NAME") for t in parties) and (
        tokens[at].norm not in ("ban", "bans") or any(t.kind != "NAME" for t in parties)
    )


def _end(tokens: Sequence[Token], last: int) -> int:
    """Where the clause ends that holds a noun, its verb and its parties."""
    for place in range(last + 1, len(tokens)):
        if tokens[place].norm in _TURNS:
            return place
    return len(tokens)


def _rule(mode: Rule | None, tokens: Sequence[Token], at: int, words: ClauseWords) -> Rule | None:
    """The rule of a noun: sanctions and freezes name no programme."""
    if not _is_sanction(tokens, at, words):
        return mode
    if tokens[at].norm == "measures":
        return ENDED if mode is ENDED else None
    return (
        {DONE: SANCTIONED, KEPT: SANCTIONED, ENDED: ENDED}.get(mode) if mode is not None else None
    )


def _about(tokens: Sequence[Token], at: int, words: ClauseWords) -> tuple[list[Token], int]:
    """Whom a noun is about, and where its phrase begins."""
    first = _phrase_start(tokens, at)
    here = at + 1
    if here < len(tokens) and tokens[here].norm in words.by:
        here += 2  # "the listing by Canada of X"
    if here < len(tokens) and tokens[here].norm in words.about:
        stop = min(len(tokens), here + 1 + _PARTY_REACH)
        for place in range(here + 1, stop):
            token = tokens[place]
            if token.kind == "SPEAKERS" or token.kind in PARTIES:
                if place + 1 < len(tokens) and tokens[place + 1].norm in _OWN:
                    continue
                found = listed_from(tokens, place)
                return ([] if found[0].kind == "SPEAKERS" else found), first
            owner = token.kind == "PLACE" and place + 1 < len(tokens)
            if owner and tokens[place + 1].norm in _OWN:
                continue
            if token.norm in _OF:
                break  # "the ban on the newspaper of X"
            if token.norm.isdigit() or (token.norm == "," and tokens[place - 1].norm.isdigit()):
                continue  # "the addition of 764, the Harbour Front and ...": a name of figures
            if token.norm == "," and (one := described_by(tokens, place)) is not None:
                return listed_from(tokens, one), first
            if token.norm not in _OWN and (token.kind != "W" or token.norm in (",", ".")):
                break
        return [], first
    owner_at = at - 1 if at and tokens[at - 1].kind == "IT" else _owner(tokens, at)
    if owner_at is not None and tokens[owner_at].kind in ("GROUP", "REF", "IT", "NAME", "PERSON"):
        return [tokens[owner_at]], owner_at
    return [], first


def _phrase_start(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase begins whose noun stands at a place, its owner apart."""
    owner = _owner(tokens, at)
    return at if owner is None else owner


def _owner(tokens: Sequence[Token], at: int) -> int | None:
    """Who stands before "'s" close before the noun: "Canada's earlier listing"."""
    for place in range(at - 1, max(0, at - 1 - _OWNER_REACH), -1):
        if tokens[place].norm in _OWN:
            return place - 1
        if tokens[place].kind not in ("W", "DATE", "PROGRAMME", "LABEL"):
            return None
    return None


def _author(tokens: Sequence[Token], first: int) -> Token | None:
    """Who made the act: "Canada's listing", "the US listing"."""
    if tokens[first].kind in ACTORS:
        return tokens[first]
    before = tokens[first - 1] if first else None
    return before if before is not None and before.kind in ("AUTHORITY", "PLACE") else None


def _governing(tokens: Sequence[Token], first: int, words: ClauseWords) -> int | None:
    """The verb that governs a noun phrase: the nearest before it, over no other party."""
    for place in range(first - 1, max(-1, first - 1 - _VERB_REACH), -1):
        token = tokens[place]
        if token.kind in ("GROUP", "REF", "IT", "PERSON") or token.norm in (".", "?"):
            return None
        if token.kind == "W" and token.norm in words.noun_verbs:
            if not is_whole_verb(tokens, place):
                continue
            if token.norm == "freeze" and tokens[place - 1].norm not in ("to", "will", "must"):
                continue  # "an asset freeze and a travel ban"
            return place
    return None


def _given(tokens: Sequence[Token], at: int, words: ClauseWords) -> tuple[list[Token], int | None]:
    """X in "gave X the same label", "stripped X of its status", with the verb."""
    for place in range(at - 2, max(-1, at - 1 - _GIVEN_REACH), -1):
        if tokens[place].kind != "W" or tokens[place].norm not in words.giving:
            continue
        for behind in range(place + 1, min(at, place + 3)):
            if tokens[behind].kind in ("GROUP", "REF", "IT", "NAME"):
                return listed_from(tokens, behind), place
    return [], None


def _passive(tokens: Sequence[Token], parties: Sequence[Token], words: ClauseWords) -> int | None:
    """The participle of "sanctions on X were lifted"."""
    last = max(tokens.index(party) for party in parties)
    for place in range(last + 1, min(len(tokens), last + 1 + _BEHIND_REACH)):
        token = tokens[place]
        if token.norm in (",", ".") or token.kind in PARTIES:
            return None
        verb = words.noun_verbs.get(token.norm) if token.kind == "W" else None
        if verb is not None and verb.form == "past" and is_whole_verb(tokens, place):
            before = {t.norm for t in tokens[last + 1 : place]}
            return place if before & words.be else None
    return None


def _named(tokens: Sequence[Token], verb: int, at: int, parties: Sequence[Token]) -> list[Token]:
    """Programmes and labels beside the noun and behind its parties."""
    low, high = min(verb, at), max(verb, at, tokens.index(parties[-1]))
    near = [t for t in tokens[low : high + _BEHIND_REACH] if t not in parties]
    return [t for t in near if t.kind == "PROGRAMME"] or [t for t in near if t.kind == "LABEL"][:1]


def _bare(
    tokens: tuple[Token, ...], at: int, first: int, parties: list[Token], words: ClauseWords
) -> Frame | None:
    """An act named without a verb: told of if its author and its day, or programme, are."""
    clause = Clause(tokens, at, Verb("make", "past"), words)
    before = clause.norms(first - 6, first)
    answered = before[-1:] == ["with"] and not _ANSWERING.isdisjoint(before)
    by = actor_before(clause)
    if answered and by is not None and _is_sanction(tokens, at, words):
        return frame_of_clause(SANCTIONED, clause, parties, [], by)
    if tokens[at].norm in words.sanctions or not _ASKED.isdisjoint(before):
        return None
    if not words.wish.isdisjoint(before) or any(
        t.kind in ("NEG", "HEDGE") for t in tokens[max(0, first - 6) : at]
    ):
        return None
    actor = _author(tokens, first) or actor_behind(clause)
    frame = frame_of_clause(DONE, clause, parties, _named(tokens, at, at, parties), actor)
    named = any(t.kind == "PROGRAMME" for t in frame.tokens)
    labelled = named or any(t.kind == "LABEL" for t in frame.tokens)
    if actor is None and tokens[at - 1].norm not in demonyms():  # "a Canadian listing of X"
        return frame if named and frame.date is not None else None
    return frame if labelled or frame.date is not None else None
