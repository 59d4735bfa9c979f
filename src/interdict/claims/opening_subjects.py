"""Who a sentence is about: the person, or the body, whose name opens it, and who else is named."""

from __future__ import annotations

import re

from interdict.claims.name_chains import fold
from interdict.claims.noun_phrases import UPPER, phrase_ending_at
from interdict.claims.speaker_names import Roster, Speaker, name_of
from interdict.claims.speech_words import words


def rivals(text: str, subject: Speaker, end: int, roster: Roster) -> tuple[Speaker, ...]:
    """Other people named behind the subject, save owners and an aside that belongs to it."""
    aside = _ASIDE.match(text, subject.end, min(end, subject.end + 300))
    start = aside.end() if aside else subject.end
    found: dict[str, Speaker] = {}
    for word in _CAPITAL.finditer(text, start, min(end, start + 600)):
        if roster.is_person(word[0]) and word[0] not in subject.name:
            full = roster.full_name(word[0]) or word[0]
            found.setdefault(full, Speaker(full, True, *word.span()))
    return tuple(found.values())


_ASIDE = re.compile(r",[^,;:.]{1,200},")
_CAPITAL = re.compile(rf"\b(?:al-)?[{UPPER}][\w-]+(?![\w-]|[’']s\b)")
_NAME = rf"(?:[{UPPER}][\w’'.-]*\s(?:(?:of|for|de|del|bin|al)\s)?)*[{UPPER}][\w-]*"
_INTRO = r"(?:[A-Z]?[a-z]+,\s+|(?:In|On|At|After|Before|En|El)\s[^,“”]{1,40},\s+|While\s+)?"
_BEHIND = r"(?=,?\s[a-záéíóú])(?!\sadministration|\sregime)"
_OPENER = re.compile(
    rf"{_INTRO}"
    rf"(?P<lead>(?:[{UPPER}][\w’'.-]*\s){{1,3}}(?:[a-z-]+\s){{1,4}})(?P<np>{_NAME}){_BEHIND}"
)
_BARE_OPENER = re.compile(rf"{_INTRO}(?P<np>{_NAME}){_BEHIND}")
_APPOSED_OPENER = re.compile(rf"[^,;:.“”\"]{{3,90}},\s(?P<np>{_NAME}),\s[a-záéíóú]")


def opening_subject(text: str, start: int, end: int, roster: Roster) -> Speaker | None:
    """The person, or the body by its name, that a sentence opens with.

    "The group's founder, Mara Quist, ...": a person in apposition to an office is the subject.
    """
    described = _DESCRIBED_ONE.match(text, start, end)
    if described is not None:
        phrase = phrase_ending_at(text, start, described.end("np"))
        return name_of(phrase, roster) if phrase and phrase.start == start else None
    for pattern in (_APPOSED_OPENER, _OPENER, _BARE_OPENER):
        found = pattern.match(text, start, end)
        if found is None or not _is_title(found.groupdict().get("lead")):
            continue
        phrase = phrase_ending_at(text, found.start("np"), found.end("np"))
        if pattern is _APPOSED_OPENER and _AND.search(found[0][: found.start("np") - start]):
            return None  # "Quist and her deputy, Ivo Stahl, ...": two subjects
        speaker = name_of(phrase, roster) if phrase and phrase.kind == "name" else None
        if speaker is None or fold(speaker.name) in _ARTICLES:
            continue
        known = roster.is_person(speaker.name)
        acts = _ACTS.match(text, found.end("np"), end) is not None
        body = acts and pattern is not _APPOSED_OPENER and not speaker.is_person
        if body or (known and speaker.is_person):
            return speaker
    return None


_CLAUSE = re.compile(
    r"\b(?:who|that|which|whom|has|have|had|is|was|were|are|of|for|in|at|on|by|with|from|and|to)\s"
)
_DESCRIBED_ONE = re.compile(r"(?P<np>(?:An?|One|Another)\s[^,.;:“”]{3,60}?)(?=\swho\b|,\swho\b)")
_ACTS = re.compile(
    r",?\s(?:has|have|had|is|are|was|were|will|would|did|does|can|could|also|then|now|put|took"
    r"|made|became|began|came|went|sued|won|lost|said|says|told|wrote|denies|rejects|wants|plans|which|who|[a-z]+ed"
    r"|ha|han|fue|es|est|hat|ist|[a-z]+ó)\b"
)
"""What follows the name of a body that is a subject, and not part of a longer name of another."""
_AND = re.compile(r"\s(?:and|y|e|et|und)\s")
_OWNED = re.compile(r"(?:The|A|An|Its|His|Her|Their|Another|Former)\s|.*[’']s?\s", re.S)


def _is_title(lead: str | None) -> bool:
    """True for what may stand before the name of a subject: "Rebel chief", "Lark's brother"."""
    if lead is None:
        return True
    if _CLAUSE.search(lead):
        return False
    if _OWNED.match(lead):
        return True
    return lead.split()[-1] in words("offices") | words("other_titles")


_ARTICLES = frozenset("el la los las un una le les o os as der die das ein eine".split())


def led_in_by(shown: str, start: int, at: int, roster: Roster) -> Speaker | None:
    """The person who opens the sentence before a colon: "Quist was blunter: “...”".

    Args:
        shown: the text with quotations masked.
        start: where the sentence starts.
        at: where the quotation starts.
        roster: the names of the document.
    """
    lead = shown[start:at].rstrip()
    if lead[-1:] != ":":
        return None
    opener = opening_subject(shown, start, at, roster)
    if opener is not None and opener.is_person:
        return opener
    described = _DESCRIBED.match(lead)
    stop = described.end("np") if described else len(lead) - 1 if len(lead) < _LABEL else 0
    phrase = phrase_ending_at(shown, start, start + stop) if stop else None
    speaker = name_of(phrase, roster) if phrase and phrase.start == start else None
    return speaker if speaker is not None and (described or speaker.is_person) else None


_LABEL = 50
"""Characters before a colon that may be no more than the one who speaks ("Mara Quist: “...”")."""
_DESCRIBED = re.compile(
    r"(?P<np>(?:One|An?|Another)\s[^,.;:]{3,60}?)(?:,|\s(?:who|put|was|had|wrote|shrugged)\b)"
)
