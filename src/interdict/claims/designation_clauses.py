"""Designations found by their parts: a verb, whoever it is done to, who does it, under what, when.

Rules (`rules/*.yml`) say in which order words stand; here the parts may stand anywhere in the
clause around the verb. Tense, wish and negation come from the words that govern it. What is
found has the form of a matched rule, so that everything after it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from interdict.claims.clause_bodies import body_before, by_a_body, is_of_a_draft
from interdict.claims.clause_courts import annulling_court, known_court
from interdict.claims.clause_gaps import gapped, gapped_reasons
from interdict.claims.clause_held import held_objects, is_wanted
from interdict.claims.clause_lists import (
    goes_on,
    in_it,
    is_labelled,
    list_behind,
    names_a_list,
    opens_with_pronoun,
    says_which_list,
    struck_off,
)
from interdict.claims.clause_meaning import SANCTIONING, is_passive, means_it
from interdict.claims.clause_modes import (
    ANNULLED,
    DONE,
    KEPT,
    NOT,
    ORDERED,
    PLANNED,
    RENEWED,
    SANCTIONED,
    enacts,
    mode_of,
)
from interdict.claims.clause_parties import (
    HARD,
    Clause,
    also_named,
    antecedents,
    companions,
    objects,
    ranked,
    subjects,
    without_origins,
)
from interdict.claims.clause_roles import Role, find_role
from interdict.claims.clause_slots import (
    LABEL_REACH,
    actor_before,
    actor_behind,
    frame_of_clause,
    programmes,
)
from interdict.claims.clause_words import ClauseWords, clause_words
from interdict.claims.clitics import again, clitic_before, unsaid
from interdict.claims.frames import Frame
from interdict.claims.party_lists import PARTIES
from interdict.claims.tokens import Encoded, Token
from interdict.model.source import DocumentKind

_CONSIDERING = frozenset("considered considers consider deemed considera considerado".split())
_SUBJECT = Role("subject", "before", frozenset({"GROUP", "NAME", "REF"}), many=True)
_DECIDED = frozenset("decided agreed voted acordo decidio acuerda".split())
_OPENING = 2
"""Tokens among which the authority stands that opens a sentence."""
_OF_AN_OFFICE = 4
"""Tokens of "the president of Elbonia", up to the country."""
_BESIDE_VERBS = frozenset(", has had la lo las los le les volvio volvieron a ha habia".split())
_DUE = frozenset("due expected likely scheduled".split())
_BEFORE_VERBS = frozenset(
    "to will would could should must may might can and or do does did shall also then".split()
)
_ALSO_NOUNS = frozenset(
    "list lists blacklist blacklists label labels name names ban bans place brand sanctions".split()
)
_DETERMINERS = frozenset("the a an its their his her this that any no 's ’s".split())
_BEFORE_ADJECTIVES = frozenset(
    "to of with for against any no other every these those a an the its their".split()
)
_BEFORE_LISTS = frozenset("el un su este ese dicho mismo del al".split())
_OF_LISTS = frozenset("sanctions sdn terror terrorist national official own federal watch".split())

_JUDGED = frozenset(
    "ruled unlawful annulled quashed overturned judge judges lawful challenge challenged"
    " appeal".split()
)
"""Words of a court: the decision that it speaks of is not announced by it."""


def find_designations(
    encoded: Encoded, language: str, kind: DocumentKind, before: Sequence[Encoded] = ()
) -> Iterator[Frame]:
    """The designations that the verbs of a sentence tell of, in order.

    `before` are the sentences before it: a list named there may be meant here.
    """
    words = clause_words().get(language)
    if words is None or words.verbs.keys().isdisjoint(encoded.words):
        return
    earlier: Frame | None = None
    listing = any(names_a_list(each, words) for each in (encoded, *before))
    for clause in _clauses(without_origins(encoded.tokens), words, listing=listing):
        frame = _read(clause, earlier)
        if frame is None or (frame.rule is PLANNED and not _JUDGED.isdisjoint(encoded.words)):
            continue
        earlier = frame
        if kind is DocumentKind.FR_NOTICE and (frame.rule is not DONE or not _is_dated(frame)):
            continue  # what a notice itself does, its own words say
        if frame.rule is SANCTIONED and kind is DocumentKind.PRESS_RELEASE:
            continue
        yield frame
        yield from gapped(clause, frame)
        yield from gapped_reasons(encoded.tokens, frame)
        again = also_named(clause, frame.slots.get("programme", ()))
        if again is not None:
            yield _also_as(frame, *again)


def _also_as(frame: Frame, programme: Token, day: Token) -> Frame:
    """The same party under another programme, from another day."""
    slots = frame.slots | {"programme": (programme,)}
    return replace(frame, start=programme.start, end=day.end, slots=slots, date=day)


def _is_dated(frame: Frame) -> bool:
    """True for history: a day, with the programme or of the organisation spoken of."""
    spoken_of = all(t.kind in ("REF", "IT") for t in frame.slots["subject"])
    return frame.date is not None and (spoken_of or bool(frame.slots.get("programme")))


def _clauses(tokens: Sequence[Token], words: ClauseWords, *, listing: bool) -> Iterator[Clause]:
    """One clause a verb: what stands around it up to the next verb, or a hard break."""
    places = [
        i
        for i, t in enumerate(tokens)
        if t.kind == "W" and t.norm in words.verbs and not _is_no_verb(tokens, i, words)
    ]
    opener = _opener(tokens)
    for number, at in enumerate(places):
        low = max((i + 1 for i in range(at) if tokens[i].kind in HARD), default=0)
        high = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind in HARD), len(tokens))
        if number and tokens[at - 1].norm != "having":  # which goes on with the subject before
            low = max(low, places[number - 1] + 1)
        if number + 1 < len(places) and places[number + 1] < high:
            high = min(high, _before(tokens, places[number + 1], at))
        verb = words.verbs[tokens[at].norm]
        if (form := again(tokens, at)) is not None:
            verb = replace(verb, form=form)
        yield Clause(tuple(tokens[low:high]), at - low, verb, words, listing, opener)


def _opener(tokens: Sequence[Token]) -> Token | None:
    """Who opens a sentence: "Canada", "el Gobierno", "el presidente de Ecuador"."""
    if tokens and tokens[0].kind == "ROLE":
        held = (t for left, t in pairwise(tokens[:_OF_AN_OFFICE]) if left.norm in ("of", "de"))
        return next((t for t in held if t.kind in ("AUTHORITY", "PLACE")), None)
    first = tokens[:_OPENING]
    return next((t for t in first if t.kind in ("AUTHORITY", "SPEAKERS")), None)


def _is_no_verb(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """True for "its list", "a ban", "to listed groups": written like a verb, and none."""
    if at and tokens[at].norm in words.lists and tokens[at - 1].norm in _BEFORE_LISTS:
        return True  # "el catálogo", written like "catalogó"
    if tokens[at].norm == "listing" and at and tokens[at - 1].norm in _DETERMINERS:
        return True
    if at and tokens[at - 1].norm in _BEFORE_ADJECTIVES and tokens[at].norm.endswith("ed"):
        return at < 2 or tokens[at - 2].norm not in words.be  # "has been a designated ..." tells it
    if tokens[at].norm not in _ALSO_NOUNS or not at:
        return False
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if tokens[at].norm in ("sanctions", "bans") and (after in words.about or after in words.lists):
        return True
    if words.verbs[tokens[at].norm].form == "base":
        return not _acts(tokens, at)
    described = tokens[at - 1].norm in _OF_LISTS or tokens[at - 1].kind == "NAME"
    first = at - 2 if described and at > 1 else at - 1
    return tokens[first].norm in _DETERMINERS


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """True for "to list", "will ban", "the two list X": what else looks like a noun is one."""
    lead = next((t for t in reversed(tokens[:at]) if not t.norm.endswith("ly")), None)
    if lead is not None and (lead.kind == "NEG" or lead.norm in _BEFORE_VERBS):
        return True
    behind = [t for t in tokens[at + 1 : at + 3] if t.norm not in _DETERMINERS]
    listed = bool(behind) and behind[0].kind in ("GROUP", "REF", "IT")
    return listed and (lead is None or lead.norm not in _DETERMINERS)


def _before(tokens: Sequence[Token], verb: int, at: int) -> int:
    """Where the clause of the next verb begins: at the comma or "and" before it, if any."""
    for i in range(verb - 1, at, -1):
        if tokens[i].norm in (",", "and", "but", "while", "y", "pero"):
            return i
    return verb


def _read(clause: Clause, earlier: Frame | None) -> Frame | None:
    held = held_objects(clause)
    if is_wanted(clause):
        return None
    passive = is_passive(clause) and not held
    if passive and _is_of_another_verb(clause):
        return None
    parties = held or _parties(clause, earlier, passive=passive)
    if not parties or (not passive and _is_of_a_noun(clause, parties)):
        return None
    found = programmes(clause, parties)
    if not found and earlier is not None and in_it(clause):
        found = list(earlier.slots.get("programme", ()))
    if not means_it(clause, parties, found):
        return None
    annulled = () if passive else annulling_court(clause)
    rule = ANNULLED if annulled else mode_of(clause, passive=passive)
    if rule is None or is_of_a_draft(clause):
        return None
    rule = KEPT if held and rule is DONE else rule
    if rule is KEPT and not held and _is_renewed(clause):
        rule = RENEWED
    if rule is DONE and clause.tokens[clause.at].norm.startswith(SANCTIONING):
        person = all(t.kind == "PERSON" for t in parties)
        rule = SANCTIONED if person or not found else rule
    actor = actor_behind(clause) if passive else _actor(clause, earlier)
    thinks = clause.tokens[clause.at].norm in _CONSIDERING
    if thinks and (actor is None or actor.kind == "SPEAKERS") and rule is not NOT:
        return None
    told = clause.verb.form in ("past", "now")  # without an actor "sanctions on X" is a noun
    nobody = not passive and actor is None and rule is not PLANNED and told
    follows = earlier if _goes_on_from_act(clause) else None
    told_anyway = _needs_no_author(clause, parties) or (follows is not None and bool(found))
    if annulled:
        court = known_court(annulled[0])
        return frame_of_clause(rule, clause, parties, found, court, also=annulled)
    if nobody and not told_anyway and not by_a_body(clause) and not _by_somebody(clause, found):
        return None
    body = body_before(clause) if actor is None and not passive else ()
    if body and rule is DONE and enacts(clause, body):
        rule = ORDERED
    if body and not found:
        body = (*body, *list_behind(clause))
    frame = frame_of_clause(rule, clause, parties, found, actor, also=body)
    return frame if follows is None else _on_the_same_day(frame, follows)


def _needs_no_author(clause: Clause, parties: Sequence[Token]) -> bool:
    """True for an order, a label, and a list spoken of: an act, whoever it is that does it."""
    if clause.verb.form == "ing" or is_labelled(clause):
        return True
    if clause.norms(clause.at - 1, clause.at) == ["se"]:
        return says_which_list(clause)  # "se incluye en la lista a X"
    unsaid_subject = "por" in clause.words.by and goes_on(clause)
    return clause.listing and (unsaid_subject or opens_with_pronoun(clause, parties))


def _on_the_same_day(frame: Frame, earlier: Frame) -> Frame:
    """The act with the day that opens the one before: "on 3 May Canada listed X and banned Y"."""
    day = earlier.date
    if frame.date is not None or day is None or day.start > earlier.start:
        return frame
    return replace(frame, date=day)


def _parties(clause: Clause, earlier: Frame | None, *, passive: bool) -> list[Token]:
    """Whom it is done to; "X, banned in 2014, was listed in 2018" names it once."""
    if not passive:
        found = objects(clause) or antecedents(clause)
        if not found and earlier is not None and _is_relative(clause):
            return list(earlier.slots["subject"])
        return found
    found = subjects(clause)
    if found:
        return [*found, *companions(clause)]
    alone = all(t.kind != "ROLE" and t.kind not in PARTIES for t in clause.tokens[: clause.at])
    if alone and earlier is not None:
        return list(earlier.slots["subject"])
    if alone and "por" in clause.words.by and says_which_list(clause):
        return [unsaid(clause.tokens, clause.at)]
    shared = find_role(clause.tokens, clause.at - 1, clause.at, _SUBJECT)
    return [*shared, *companions(clause)] if shared and _joins_on(clause) else []


def _goes_on_from_act(clause: Clause) -> bool:
    """True for "(ese día revocó la designación de A) y declaró terroristas a B": one did both."""
    return clause.verb.form == "past" and clause.norms(clause.at - 1, clause.at) in (["and"], ["y"])


def _is_relative(clause: Clause) -> bool:
    """True for "(X, which A listed in 2001) and which B added in 2005"."""
    pairs = pairwise(clause.norms(0, clause.at))
    return any(a in ("and", "y") and b in ("which", "que") for a, b in pairs)


def _joins_on(clause: Clause) -> bool:
    """True for "X has two ports and was listed in 2018"."""
    return not {"and", "y"}.isdisjoint(clause.norms(clause.at - 4, clause.at))


def _is_renewed(clause: Clause) -> bool:
    """True for "the Council kept X on its list", "acordó mantener a X": an act, and no state."""
    actor = actor_before(clause)
    if not {"since", "desde", "has", "have"}.isdisjoint(
        clause.norms(clause.at - 3, clause.at + 16)
    ):
        return False
    decided = clause.verb.form == "past" or not _DECIDED.isdisjoint(clause.norms(0, clause.at))
    return decided and actor is not None and actor.kind in ("AUTHORITY", "OFFICIAL")


def _is_of_a_noun(clause: Clause, parties: Sequence[Token]) -> bool:
    """True for "placed sanctions on X": the noun tells it, and has a reader of its own."""
    between = [t.norm for t in clause.tokens[clause.at + 1 :] if t.start < parties[0].start]
    return clause.verb.strength == "weak" and not clause.words.nouns.isdisjoint(between)


def _actor(clause: Clause, earlier: Frame | None) -> Token | None:
    """Who does it; "Canada listed X and banned Y" names it once."""
    actor = actor_before(clause)
    lead = [t.norm for t in clause.tokens[: clause.at] if t.kind != "DATE" and t.norm[-2:] != "ly"]
    shared = bool(lead) and lead[-1] in ("and", "y", "e", "also", "tambien")
    pursued = "que" in lead and "por" in clause.words.by  # "X, a la que había sancionado"
    if actor is None and (shared or pursued) and earlier is not None:
        return earlier.slot("authority")
    return clause.opener if actor is None and shared else actor


def _by_somebody(clause: Clause, named: Sequence[Token]) -> bool:
    """True for "Ms Lowell, then minister, struck it off": a person who holds an office."""
    before = [t for t in clause.tokens[: clause.at] if t.norm not in _BESIDE_VERBS]
    person = bool(before) and before[-1].kind in ("PERSON", "NAME", "ROLE")
    if person and clause.verb.strength == "strong":
        return True
    listed = not clause.words.lists.isdisjoint(clause.norms(clause.at, clause.at + LABEL_REACH))
    listed = listed or (clause.listing and clitic_before(clause.tokens, clause.at) is not None)
    return person and (
        listed or bool(named) or struck_off(clause, clause.norms(clause.at + 1, clause.at + 6))
    )


def _is_of_another_verb(clause: Clause) -> bool:
    """True for "allow X to be listed"; not for "is (due) to be", "was the first to be listed"."""
    words = clause.norms(clause.at - 5, clause.at)
    for at in range(len(words) - 1):
        if words[at] == "to" and words[at + 1] == "be":
            governed = at == 0 or words[at - 1] not in clause.words.be | clause.words.plan | _DUE
            return governed and ranked(clause) is None
    return False
