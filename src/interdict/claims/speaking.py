"""What quotations and reported statements have in common: the name of a speaker, and when."""

from __future__ import annotations

from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.languages import DEFAULT
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.references import PHRASE_SHARE, Party, party
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import shapes

_ARTICLES = frozenset("the el la".split())


def named_speaker(reading: Reading, name: str, start: int | None, end: int | None) -> str:
    """The speaker's name, with straight apostrophes; "the group" by the name of the one in focus.

    Args:
        reading: the document.
        name: what the words at hand make of it.
        start: where they stand in the text, None if the speaker is carried over.
        end: where they end.
    """
    return _named(reading, name, start, end).replace("’", "'")


def _named(reading: Reading, name: str, start: int | None, end: int | None) -> str:
    if reading.language.code != DEFAULT and (body := _body_named(reading, name)) is not None:
        return body
    number = reading.sentence_at(start) if start is not None else None
    if start is None or number is None:
        return name
    meant = _group_meant(name, start)
    for token in reading.encoded[number].tokens:
        if token.mention and token.start <= start < token.end:
            if token.kind == "REF" and token.end >= (end or 0):
                meant = token.mention
            if token.kind == "AUTHORITY" and token.mention.authority and _is_only_a_noun(name):
                return party(token.mention).name  # "the department said"
            break
    found = reading.focus.resolve(meant, number) if meant is not None else None
    return found.name if found and found.named else name


def _is_only_a_noun(name: str) -> bool:
    """True for "the department": the body that was named with it before."""
    article, _, noun = fold(name).partition(" ")
    return article in _ARTICLES and noun.isalpha()


def _group_meant(name: str, start: int) -> Mention | None:
    """The reference of a speaker who is called "the movement" elsewhere: "it said"."""
    article, _, noun = fold(name).partition(" ")
    if article not in _ARTICLES or noun not in shapes().reference_nouns:
        return None
    return Mention("REF", start, start, noun)


def _body_named(reading: Reading, name: str) -> str | None:
    """An authority named in another language, as it is named where it is a subject."""
    for sentence in reading.mentions:
        for mention in sentence:
            if mention.kind == "AUTHORITY" and mention.name == name:
                return party(mention).name
    return None


def denier(
    found: Party | None, token: Token, frame: Frame, sentence: int, reading: Reading
) -> Party | None:
    """Who denies: the subject of the verb, where it can be told, else what the rule has `found`.

    Rules look for the nearest party before the verb, which may be another's ("something that
    her lawyer denies"): the words at the verb itself tell.
    """
    for saying in reading.said.sayings:
        phrase = saying.tag.phrase
        if not frame.start <= saying.tag.verb_start < frame.end or saying.speaker is None:
            continue
        own = phrase.kind in ("name", "role") and not saying.tag.carried
        inside = phrase.start < token.end and token.start < phrase.end
        if own and (token.kind == "PHRASE" or not inside):
            name = named_speaker(reading, saying.speaker.name, phrase.start, phrase.end)
            return Party(name, share=PHRASE_SHARE)
    if found is None and token.kind == "IT":
        return reading.focus.going_on(sentence)
    return found


def teller(frame: Frame, reading: Reading) -> Party | None:
    """Who says the clause that a frame opens: "denied it and said *Elbonia had no proof*"."""
    for saying in reading.said.sayings:
        tag = saying.tag
        if tag.kind != "content" or saying.speaker is None or not tag.verb_end < frame.start:
            continue
        if reading.doc.text[tag.verb_end : frame.start].strip() in ("", "that", "que"):
            name = named_speaker(reading, saying.speaker.name, tag.phrase.start, tag.phrase.end)
            return Party(name, share=PHRASE_SHARE)
    return None


def date_in(reading: Reading, start: int, end: int, within: tuple[int, int] = (0, 0)) -> str | None:
    """The date in the words around a statement, save inside the span `within`."""
    first = reading.sentence_at(start)
    for sentence in reading.mentions[first:] if first is not None else ():
        if not sentence:
            continue
        if sentence[0].start >= end:
            break
        for mention in sentence:
            inside = start <= mention.start and mention.end <= end
            spoken = within[0] <= mention.start and mention.end <= within[1]
            if mention.kind == "DATE" and mention.name and inside and not spoken:
                return mention.name
    return None
