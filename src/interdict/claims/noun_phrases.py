"""The noun phrase before or after a verb of saying: where it begins, and of what kind it is.

A phrase reaches back to the nearest boundary of its clause. What it holds beside the one who
speaks is told by its shape: titles before a name, "of the institute" behind it, an owner with
his statement ("Lark's letter said").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.claims.name_chains import fold, is_person_name, not_names, split_title
from interdict.claims.speech_words import folded, words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
"""Capital letters of the Latin alphabets, for a character class."""
_WORD = r"[^\W_][\w’'.-]*"
_CAPITAL = rf"(?<!\w)(?:[{UPPER}][\w’'.-]*|(?:al|el|an|ad|as|ash)-[A-Z][\w’'-]*)"
_LINK = r"(?:of|for|and|the|de|la|los|las|del|da|do|dos|bin|ibn|van|von|der|el|al|y|e|&)"
_CAPITAL_RUN = re.compile(rf"{_CAPITAL}(?:[ ](?:{_LINK}[ ]){{0,2}}{_CAPITAL})*$")
_PRONOUN = re.compile(r"(?<![\w’'-])(?:he|she|He|She|él|ella|Él|Ella|ele|ela|Ele|Ela|elle|Elle)$")
_BODY_PRONOUN = re.compile(r"(?<![\w’'-])(?:it|they|It|They)$")
_OTHER_PRONOUN = re.compile(
    r"(?<![\w’'-])(?:we|We|I|you|You|who|which|that|this|This|there|yo|nosotros|que|quien|to"
    r"|eso|esto|ello|aquello|así|latter|former|último|última)$"
)
_OF = re.compile(
    r"[ ](?:of|for|to|at|from|in|with|on|behind|close\sto|familiar\swith|de|del|du|des|da|do"
    r"|dos|para|por|en|em|von|für|representing|and|y)[ ]"
)
_BOUNDARY = re.compile(
    r"[,;:!?()“”\"·—–\n]|(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])(?<!\bConst)\.(?=\s)"
    r"|(?<=\s)(?:that|but|while|as|when|because|after|before|if|than|which|who|whom|whose"
    r"|although|though|since|where|whether|que|pero|mientras|cuando|porque|quien|quienes|qui"
    r"|und|dass|mas|was|were|is|are|has|have|had|will|would|can|could|may|might|should|did|does|do"
    r"|been|be|said|says|told|fue|es|ha|han|había|será)(?=\s)"
)
_AND = re.compile(r"(?<=\s)(?:and|y|e|et)\s")
_OPENER = re.compile(
    r"(?:(?:But|And|Meanwhile|However|Then|Now|Also|Still|Yet|So|Later|Earlier|Separately|Today"
    r"|Yesterday|Nor|Even|Pero|Además|Ayer|Hoy|También|Después|Luego)\s+"
    r"|(?:On|In|At|By|Last|Late|Early|Earlier|Later|This|Over|During|El|En|Este)\s"
    r"(?:(?:the|a|an|last|this|next|early|late|on|in|mid)\s)*[^\W_][\w’'.-]*"
    r"(?:\s(?:night|morning|evening|afternoon|week|month|year|\d{4}|\d{1,2}\b))?\s)"
    r"(?=\S)"
)
_ROLE_START = re.compile(
    r"(?:an?|the|one|another|his|her|their|its|some|several|many|most|both|two|three|four|five|el|la|los"
    r"|las|una?|unos|unas|su|sus|le|les|l['’]|un|une|des|o|os|as|der|die|das|ein|eine|um|uma)[ ]"
    r"|l['’](?=\w)",
    re.I,
)
_POSSESSIVE = re.compile(
    rf"^(?P<owner>.{{1,80}}?)[’']s?[ ](?P<thing>(?:{_WORD}[ ]){{0,3}}{_WORD})$"
)
_HEAD = re.compile(r"([^\W\d_][\w’'-]*)$")
_REACH = 170
_LAST = 16
"""Characters in which a pronoun ends a phrase, and what stands before it shows."""
_MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at `start`..`end`.

    kinds: name, pronoun (he, she), body_pronoun (it, they), text ("the statement", or a verb
    between commas: it is whoever spoke last), role,
    dropped (a verb without its subject, in languages that leave it out), other.
    """

    kind: str
    start: int
    end: int
    words: str


def phrase_ending_at(text: str, floor: int, end: int) -> Phrase | None:
    """The noun phrase that ends at `end`, looked for no further back than `floor`."""
    end = _without_parenthesis(text, floor, end)
    if end <= floor or not (text[end - 1].isalnum() or text[end - 1] in ".’'"):
        return None
    low = max(floor, end - _REACH)
    last = max(low, end - _LAST)
    tail = text[last:end]
    for kind, pattern in (
        ("pronoun", _PRONOUN),
        ("body_pronoun", _BODY_PRONOUN),
        ("other", _OTHER_PRONOUN),
    ):
        if found := pattern.search(tail):
            return Phrase(kind, last + found.start(), end, found[0])
    start = _clause_start(text, low, end)
    if start >= end:
        return None
    whole = text[start:end]
    if low > floor and start == low:
        whole = whole.partition(" ")[2]
        start = end - len(whole)
    return _phrase(whole, start, end)


def _without_parenthesis(text: str, floor: int, end: int) -> int:
    """The end of the phrase before "(D-Ohio)" or an acronym."""
    if text[end - 1 : end] != ")":
        return end
    opened = text.rfind("(", max(floor, end - 60), end)
    return len(text[:opened].rstrip()) if opened > floor else end


def _clause_start(text: str, low: int, end: int) -> int:
    """Where the phrase's clause begins: behind the last boundary, and openers such as "But"."""
    start = low
    for match in _BOUNDARY.finditer(text, low, end):
        start = match.end()
    for match in _AND.finditer(text, start, end):
        before, after = text[start : match.start()].rstrip(), text[match.end() : end]
        # "Ministry of Culture and Sports", "The EU and the US": one phrase.
        one_name = before[-1:].isalnum() and after[:1].isupper() and _last_word(before).istitle()
        if not one_name:
            start = match.end()
    while start < end and text[start].isspace():
        start += 1
    opener = _OPENER.match(text, start, end)
    while opener is not None:
        rest = text[opener.end() : end]
        if not (_ROLE_START.match(rest) or rest[:1].isupper() or _names_speakers(rest)):
            break
        start = opener.end()
        opener = _OPENER.match(text, start, end)
    return start


def _last_word(text: str) -> str:
    return text.split()[-1] if text.split() else ""


def _names_speakers(text: str) -> bool:
    return _last_word(text).lower() in words("plural_speakers")


def _phrase(whole: str, start: int, end: int) -> Phrase | None:
    """Tells the kind of a whole phrase, and cuts it down to the one who speaks."""
    if len(whole.split()) > _MAX_WORDS:
        return _tail(whole, end)
    if _PARTICLED.fullmatch(whole):
        return Phrase("name", start, end, whole)
    if owned := _POSSESSIVE.match(whole):
        return _owned(owned, whole, start, end)
    split = _OF.search(whole)
    head = whole[: split.start()] if split else whole
    is_role = _ROLE_START.match(whole) is not None
    run = _CAPITAL_RUN.search(head)
    if split and run and not _is_title_link(whole, split):
        name = _person_in(run[0])
        if name and not _of_office(head):  # "Amal Sarr of the Relief Network"
            return Phrase("name", start + run.start(), start + len(head), run[0])
    if is_role:
        return _role(whole, head, start, end)
    tail = _CAPITAL_RUN.search(whole)
    if tail and fold(tail[0]) not in not_names():
        lead = whole[: tail.start()].rstrip()
        if not lead or not _OF.search(f" {lead} "[-14:]):
            return Phrase("name", start + tail.start(), end, tail[0])
    last = _last_word(head).lower()
    if _speaks(last) or _speaks(whole.split()[0].lower()):
        return Phrase("role", start, end, whole)
    return _tail(whole, end)


def _speaks(word: str) -> bool:
    return word in words("plural_speakers") or word in words("offices")


_PARTICLED = re.compile(
    rf"(?:(?:von|van|der|den|ter|de|del|la|da|do|dos|du|di|bin|ibn)\s)+[{UPPER}][\w’'-]+"
)
"""A surname by itself: "von Berg"."""


def _is_title_link(whole: str, split: re.Match[str]) -> bool:
    """True for "Secretary *of* State": what follows belongs to the title before a name."""
    before = fold(_last_word(whole[: split.start()]))
    return before.rstrip(".") in folded("offices")


def _of_office(head: str) -> bool:
    return fold(_last_word(head)).rstrip(".") in folded("offices")


def _person_in(run: str) -> str | None:
    _, name = split_title(run.split())
    return " ".join(name) if len(name) > 1 and is_person_name(name) else None


def _role(whole: str, head: str, start: int, end: int) -> Phrase | None:
    """ "The minister", "a spokesman for the group", "the Gulf analyst Mara Quist"."""
    article = _ROLE_START.match(whole)
    skipped = article.end() if article else 0
    run = _CAPITAL_RUN.search(whole[skipped:])
    if run and _person_in(run[0]) and (run.start() or _is_definite(whole)):
        lead = _last_word(whole[: skipped + run.start()])
        titled = lead.lower() in words("offices") or lead.lower() in words("other_titles")
        if titled or not _OF.search(f" {lead} "):
            return Phrase("name", end - len(run[0]), end, run[0])
    found = _HEAD.search(head)
    if found is None:
        return None
    if found[1].lower() in words("texts") and whole.split()[0].lower() not in _INDEFINITE:
        owner = _CAPITAL_RUN.search(whole)
        if owner and len(head) < len(whole) and owner.start() > len(head):
            return Phrase("name", end - len(owner[0]), end, owner[0])  # "the statement of Quist"
        return Phrase("text", start, end, whole)
    if run and run.start() == 0 and _is_definite(whole):
        return Phrase("name", end - len(run[0]), end, run[0])  # "the Transport Ministry"
    return Phrase("role", start, end, whole)


_INDEFINITE = frozenset("a an una un one another uma um une ein eine".split())


def _is_definite(whole: str) -> bool:
    return whole.split()[0].lower() in (
        "the",
        "el",
        "la",
        "los",
        "las",
        "le",
        "les",
        "o",
        "a",
        "der",
        "die",
        "das",
    )


def _owned(owned: re.Match[str], whole: str, start: int, end: int) -> Phrase | None:
    """ "Lark's statement" is Lark's; "Lark's lawyer", "the movement's bureau" speak themselves."""
    noun = _last_word(owned["thing"]).lower()
    if noun in words("texts"):
        phrase = _phrase(owned["owner"], start, start + len(owned["owner"]))
        return phrase if phrase is None else Phrase(phrase.kind, phrase.start, end, phrase.words)
    run = _CAPITAL_RUN.search(owned["thing"])
    if run and _person_in(run[0]):  # "Alberta's Mara Quist", "the league's president Mara Quist"
        return Phrase("name", end - len(run[0]), end, run[0])
    if noun in words("writings"):
        return Phrase("other", start, end, whole)
    article = _ROLE_START.match(whole)
    bare = whole[article.end() :] if article and _is_definite(whole) else whole
    if run is not None and run.start() == 0 and _PLURAL_OWNER.match(bare):
        return Phrase("name", end - len(bare), end, bare)  # "the Workers' Party"
    all_named = run is not None and len(run[0]) == len(owned["thing"])
    if all_named and _ROLE_START.match(whole) is None and owned["owner"][:1].isupper():
        return Phrase("name", start, end, whole)
    return Phrase("role", start, end, whole)


_PLURAL_OWNER = re.compile(rf"(?:[{UPPER}][\w.-]*\s)*[{UPPER}][\w.-]*s[’']\s")


def _tail(whole: str, end: int) -> Phrase | None:
    """What can be told from the last words alone: a name."""
    run = _CAPITAL_RUN.search(whole)
    if run is None or fold(run[0]) in not_names():
        return None
    lead = whole[: run.start()].rstrip()
    if _OF.search(f" {_last_word(lead)} ") if lead else False:
        return None
    return Phrase("name", end - len(run[0]), end, run[0])


_FORWARD_STOP = re.compile(
    r"[,.;:!?“”\"()·\n—–]|(?<!\sfamiliar)(?<!\sbriefed)(?<!\sinvolved)(?<!\sclose)\s(?:on|during|after|before|who|as|when|while|told|of\sthe\sattack"
    r"|late|last|this|earlier|by|from|with|that|has|had|was|were|is|are|said|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|adding|in|outside|at"
    r"|hace|anoche|en|con|tras|durante|ante|al?|por|desde|este|hoy|ayer|quien|que|según|luego|sobre"
    r"|em|nesta|neste|dans|lors|am|im|bei|gegenüber)\b"
)
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Gen|Lt|Col|Sen|Rep|Gov|Adm|Dr|Mr|Mrs|Ms|Maj|Capt|Sgt|Prof|Const|Insp|Rev|Hon)$"
)
_OF_PLACE = re.compile(r"\s(?:in|at|on|en)$")


def phrase_after(text: str, pos: int, end: int) -> Phrase | None:
    """The noun phrase that starts at `pos` ("said *Brian Nichols*, who ...")."""
    limit = min(end, pos + 160)
    for stop in _FORWARD_STOP.finditer(text, pos, limit):
        if text[stop.start()] != "." or not _ABBREVIATED.search(text, pos, stop.start()):
            limit = stop.start()
            break
    if not text[pos:limit].strip():
        return None
    phrase = phrase_ending_at(text, pos, limit)
    if phrase is None or phrase.kind == "other":
        return None
    if phrase.start > pos and not _may_lead(text[pos : phrase.start]):
        return None
    return phrase


_LEADING = re.compile(
    rf"(?:(?:the|an?|el|la|los|las|le|les|un|una|une|o|os|as|der|die|das)\s|l['’])?"
    rf"(?:{_WORD}\s){{0,7}}(?:l['’])?$",
    re.I,
)


def _may_lead(text: str) -> bool:
    """True for what may stand between a verb and the name: article, titles, a trade."""
    return _LEADING.match(text) is not None


def is_person_phrase(phrase: Phrase) -> bool:
    """True for a phrase that is a person's name, of two words or more."""
    return phrase.kind == "name" and _person_in(phrase.words) is not None
