"""Who a sentence is about: the person, or the body, whose name opens it, and who else is named."""

from __future__ import annotations

import re

from interdict.claims.name_chains import fold
from interdict.claims.noun_phrases import UPPER, is_person_phrase, phrase_after, phrase_ending_at
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
_ARABIC = r"(?:(?:al|el|an|ad|ar|as|ash)-)?"
_NAME = (
    rf"(?:[{UPPER}][\w’'.-]*\s(?:(?:of|for|de|del|bin|al)\s)?)*(?:(?<=\s){_ARABIC})?[{UPPER}][\w-]*"
)
_INTRO = (
    r"(?:[A-Z][a-z]+\s(?:[a-z]+\s)?(?:later|earlier|before|after),\s+)?"
    r"(?:[A-Z]?[a-z]+,\s+|(?:on|in)\s[^,“”]{1,25},\s+"
    r"|(?:In|On|At|After|Before|En|El)\s[^,“”]{1,40},\s+|While\s+)?"
)
_BEHIND = r"(?=,?\s[a-záéíóú])(?!\sadministration|\sregime)"
_OPENER = re.compile(
    rf"{_INTRO}"
    rf"(?P<lead>(?:[{UPPER}][\w’'.-]*\s){{1,3}}(?:[a-z-]+\s){{1,4}})(?P<np>{_NAME}){_BEHIND}"
)
_BARE_OPENER = re.compile(rf"{_INTRO}(?P<np>{_NAME}){_BEHIND}")
_APPOSED_OPENER = re.compile(rf"[^,;:.“”\"]{{3,90}}+,\s(?P<np>{_NAME}),\s[a-záéíóú]")


def opening_subject(text: str, start: int, end: int, roster: Roster) -> Speaker | None:
    """The person, or the body by its name, that a sentence opens with.

    "The group's founder, Mara Quist, ...": a person in apposition to an office is the subject.
    """
    presented = _PRESENTED.match(text, start, end)
    if presented is not None:
        phrase = phrase_ending_at(text, *presented.span("np"))
        return name_of(phrase, roster) if phrase else None
    described = _DESCRIBED_ONE.match(text, start, end)
    if described is not None:
        phrase = phrase_ending_at(text, start, described.end("np"))
        one = name_of(phrase, roster) if phrase and phrase.start == start else None
        return one if one and (one.is_person or described["who"] is not None) else None
    viewing = viewer(text, start, end, roster)
    if viewing is not None and viewing.is_person:
        return viewing
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
_DESCRIBED_ONE = re.compile(
    r"(?P<np>(?:An?|One|Another)\s[^,.;:“”]{3,60}?)(?:(?=,?\s(?P<who>who)\b)"
    r"|(?=\s(?:declined|refused|confirmed|described|spoke|gave|was|had|would|did)\b))"
)
_PRESENTED = re.compile(
    r"(?:An?|One|Un|Una)\s\w+\s(?:who|que)\s(?:identified|introduced|called|named|se\sidentificó"
    r"|se\spresentó|se\shace\sllamar)\s(?:(?:him|her)self\s)?(?:as\s|como\s)?"
    rf"(?P<np>{_NAME})(?=,?\s[a-z])"
)
"""Somebody known by the name that he gives: "A man who identified himself as Mara Quist"."""
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
    last = lead.split()[-1]
    return last in words("offices") or last in words("other_titles")


_ARTICLES = frozenset("el la los las un una le les o os as der die das ein eine".split())


_VIEWED_BY = re.compile(
    r"(?:(?:For|To|Para|Pour|Según)|In\sthe\s(?:view|opinion|eyes|words|judgment)\sof"
    r"|(?:A\sjuicio|En\sopinión|A\sojos|En\spalabras|A\sdecir)\sde)(?:l|\s)\s?(?=[^\W\d])"
)


def viewer(shown: str, start: int, end: int, roster: Roster) -> Speaker | None:
    """Whose view a sentence gives that opens so: "For the jurist Mara Quist, the ban is ..."."""
    opened = _VIEWED_BY.match(shown, start, end)
    if opened is None:
        return None
    phrase = phrase_after(shown, opened.end(), end)
    if phrase is None or shown[phrase.end : phrase.end + 1] not in (",", " "):
        return None
    several = phrase.words.split()[-1].lower() in words("plural_speakers")
    if not several and not is_person_phrase(phrase):
        return None
    return name_of(phrase, roster)


_BY_ONE = re.compile(r"\b(?:is|was|were|been|being)\s[^.;:“”·]{3,60}?\sby\s(?P<np>[^.;:“”·]{3,60})")


def sole_agent(text: str, start: int, end: int, roster: Roster) -> Speaker | None:
    """The one person whom a passive sentence names: "The call was rejected by Mara Quist"."""
    passive = _BY_ONE.search(text, start, end) if text.find("by", start, end) >= 0 else None
    if passive is None:
        return None
    named = rivals(text, Speaker("", True, start, start), end, roster)
    if len({one.name for one in named}) != 1:
        return None
    return named[0] if passive.start("np") <= named[0].start < passive.end("np") else None


_STANCE = re.compile(
    r"\s(?:(?:strongly\s)?(?:dis)?agree[sd]?|demur(?:s|red)|scoff(?:s|ed)|shrug(?:s|ged)|concur(?:s|red)"
    r"|dissent(?:s|ed)|differ(?:s|ed)|reacted|(?:hit|fired|struck)\sback|beg(?:s|ged)\sto\sdiffer"
    r"|(?:is|was|remained|sounded)\s(?:also\s|even\s|far\s)?(?:un\w+ed|blunt\w*|scathing|s[ck]eptical"
    r"|less\s\w+|more\s\w+|defiant|furious|adamant|dismissive|cautious|emphatic)"
    r"|lo\s(?:duda|ve|niega)|(?:no\s)?(?:discrepa|disiente|coincide|difiere|reaccionó)"
    r"|no\slo\s(?:ve|cree|tiene)|fue\smás)\b"
)
_SHORT = 12
"""Words of a sentence that does no more than lead into the quotation behind it."""


def answered_by(shown: str, before: tuple[int, int], roster: Roster) -> Speaker | None:
    """Who speaks behind a short sentence on where they stand: "Quist disagrees. “...”"."""
    start, end = before
    if len(shown[start:end].split()) > _SHORT or _STANCE.search(shown, start, end) is None:
        return None
    opener = opening_subject(shown, start, end, roster)
    return opener if opener is not None and opener.is_person else None


_REPLY = re.compile(
    r"(?:(?P<owner>[^,;:.“”]{3,60}?)[’']s?\s(?:\w+\s){0,2}?(?:answer|reply|response|message|verdict"
    r"|advice|warning|conclusion|retort|explanation|assessment|comment|argument|reaction)"
    r"|(?:La|El)\s(?:respuesta|réplica|mensaje|conclusión|veredicto|consejo|advertencia|resumen"
    r"|argumento|explicación|reacción|diagnóstico)\sde(?:l|\s(?:el|la))?\s(?P<whose>[^,;:.“”]{3,60}?))"
    r"\s(?:was|is|came|fue|es|era|llegó)\b"
)


def led_in_by(shown: str, start: int, at: int, roster: Roster) -> Speaker | None:
    """The person who opens the sentence before a colon ("Quist was blunter: “...”"), or views it.

    Args:
        shown: the text with quotations masked.
        start: where the sentence starts.
        at: where the quotation starts.
        roster: the names of the document.
    """
    lead = shown[start:at].rstrip()
    shown_so = _SHOWED.match(shown, start, at) if lead[-1:] == ":" else None
    if shown_so is not None:
        phrase = phrase_ending_at(shown, *shown_so.span("np"))
        return name_of(phrase, roster) if phrase and is_person_phrase(phrase) else None
    viewing = viewer(shown, start, at, roster)
    if viewing is not None:
        return viewing
    if lead[-1:] != ":":
        return None
    replied = _REPLY.match(shown, start, at)
    if replied is not None:
        phrase = phrase_ending_at(shown, *replied.span("owner" if replied["owner"] else "whose"))
        return name_of(phrase, roster) if phrase else None
    opener = opening_subject(shown, start, at, roster)
    if opener is not None and opener.is_person:
        return opener
    described = _DESCRIBED.match(lead)
    stop = described.end("np") if described else len(lead) - 1 if len(lead) < _LABEL else 0
    phrase = phrase_ending_at(shown, start, start + stop) if stop else None
    speaker = name_of(phrase, roster) if phrase and phrase.start == start else None
    return speaker if speaker is not None and (described or speaker.is_person) else None


_SHOWED = re.compile(
    r"(?:Más|Menos|Muy|Tan|Igual\sde|Algo)\s\w+\s(?:se\s(?:mostró|mostraba|manifestó|expresó|pronunció)"
    rf"|fue|estuvo|es)\s(?:(?:el|la)\s(?:[a-zá-ú]+\s){{1,4}})?(?P<np>{_NAME})(?=[,:]|\s[a-z])"
)
"""A subject behind its verb: "Más cauta se mostró Mara Quist, de la Red: «...»"."""
_LABEL = 50
"""Characters before a colon that may be no more than the one who speaks ("Mara Quist: “...”")."""
_DESCRIBED = re.compile(
    r"(?P<np>(?:One|An?|Another)\s[^,.;:]{3,60}?)(?:,|\s(?:who|put|was|had|wrote|shrugged)\b)"
)
