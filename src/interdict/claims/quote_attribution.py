"""Tags that say who speaks: "X said", "said X", "according to X", and what they govern.

Works on text in which quotations are masked, so that every verb found is the author's own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from interdict.claims.hidden_subjects import dropped_tag, inverted_at, of_relative, without_subject
from interdict.claims.issued_texts import author_of, is_text
from interdict.claims.noun_phrases import (
    UPPER,
    Phrase,
    is_person_phrase,
    phrase_after,
    phrase_ending_at,
)
from interdict.claims.sentence_openers import opening_phrase
from interdict.claims.speech_tags import Tag
from interdict.claims.speech_words import (
    abroad_verbs,
    find_verbs,
    is_rank,
    verb_at,
    verb_kind,
    words,
)

_AUXILIARY = re.compile(
    r"(?P<aux>(?:[ ](?:has|have|had|also|then|later|again|often|once|further|already|recently"
    r"|still|now|reportedly|publicly|repeatedly|would|did|[a-z]+ly|ha|han|había"
    r"|también|además|ya|luego|después|le|les|se|lo|a|ont|avait|hat|haben|and|but|y|pero"
    r"|on[ ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this[ ]week|last[ ](?:week|month|year)))+)$"
)
_AND_THEN = re.compile(r"(?:[ ][Oo]n[ ]\w+day|[ ](?:this|last)[ ]\w+)?[ ](?:and|but|y|pero)\b")
"""A verb that goes on with what somebody did: "... banned it *on Monday and* said ..."."""
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|of|to|by|the|an?|fue|es|sido)\s+(?:\w+ly\s+)?$"
)
_QUOTED_AS = re.compile(r"\s+(?:was|were)\s+quoted\s+(?:by[^.“”]{1,60}\s)?as\s+$")
_QUOTED = re.compile(
    r"(?<!was )(?<!were )\b(?:quoted|cited|quotes|cites)\s(?P<np>[^,.;:“”]{3,90}?)\s+as\s+$"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+words\s+of|[Ee]n\s+palabras\s+del?|[Ss]egún|[Dd]e\s+acuerdo\s+con|[Ss]elon|[Ss]egundo|[Dd]e\s+acordo\s+com|[Ll]aut)\s+"
)
_HAVING = re.compile(r"\b(?:ha|han|había|habían|haya)\b")
_REACH = 360
"""How far before its verb a subject with its appositions may begin, in characters."""
_VERBS_TRIED = 6
_LEAD = re.compile(r"[,.]?\s+")
_TITLES_ONLY = re.compile(r"(?:(?!that\b|which\b|a\s\w+\sthat\b)[\w’'.-]+,? ){0,8}")
_BREAK = re.compile(r"[;(]|\s[–—]\s|\.\s")
"""What ends the reach of a verb before a quotation."""
_COORDINATED = re.compile(
    r"(?:\b(?:and|but|y|e|et|und)|,)\s+(?:\w+ly\s+|also\s+|has\s+|have\s+|then\s+|también\s+){0,2}$"
)


def tags(text: str, start: int, end: int, last: Tag | None = None) -> Iterator[Tag]:
    """Every "X said" in `text[start:end]`, in order; verbs without a clear subject are skipped.

    A verb that goes on with the subject of the one before ("X rose and said", ", adding that")
    is `carried`; `last` is that verb where it stands before `start`.
    """
    for match in find_verbs(text, start, end):
        tag = subject_before(text, start, match)
        if tag is None and last is not None and _goes_on(text, last.verb_end, match):
            between = text[last.verb_end : match.start()]
            tag = None if _BREAK.search(between) else _carried(last, match)
        elif tag is None and last is None and _joined_by_comma(text, start, match):
            tag = _of_opening(text, start, match)
        if tag is not None:
            last = tag
            yield tag


def _joined_by_comma(text: str, start: int, match: re.Match[str]) -> bool:
    """True for a participle behind a comma, and for a verb behind "and"."""
    if verb_kind(match[0]) == "participle":
        return text[max(start, match.start() - 2) : match.start()] == ", "
    return _COORDINATED.search(text[max(start, match.start() - 40) : match.start()]) is not None


def _carried(tag: Tag, match: re.Match[str]) -> Tag:
    """The subject of an earlier tag with another verb."""
    return Tag(
        tag.phrase, match.start(), match.end(), match.start(), match.end(), match[0].lower(),
        carried=True,
    )  # fmt: skip


def subject_before(text: str, floor: int, match: re.Match[str]) -> Tag | None:
    """The tag of a verb with the phrase before it, behind auxiliaries and appositions."""
    at, verb = match.start(), match[0].lower()
    low = max(floor, at - _REACH)
    stop = at
    if verb_kind(verb) == "participle":
        if verb != "saying":
            return None
        quoted = _QUOTED.search(text, low, at)
        if quoted is not None:  # "The paper quoted an official as saying"
            said_by = phrase_ending_at(text, quoted.start("np"), quoted.end("np"))
            if said_by is None:
                return None
            return Tag(said_by, said_by.start, match.end(), at, match.end(), verb)
        quoted_as = _QUOTED_AS.search(text, low, at)
        if quoted_as is None:
            return None
        stop = quoted_as.start()
    elif (dropped := without_subject(text, low, match)) is not None:
        return dropped
    elif text[at - 1 : at] not in (" ", "\n") or _PASSIVE.search(text, max(low, at - 40), at):
        return None
    inverted = inverted_at(text, match) or _told_behind(text, match)
    if inverted is not None:
        return inverted
    stop = _before_space(text, low, stop)
    auxiliary = _AUXILIARY.search(text, max(low, stop - 80), stop)
    if verb in words("abroad_participles") and not (auxiliary and _HAVING.search(auxiliary[0])):
        return None
    if auxiliary:
        if _AND_THEN.match(text, auxiliary.start(), stop):
            return None
        stop = auxiliary.start()
    relative = text.find("qu", low, stop) >= 0 or text.find("who", low, stop) >= 0
    claiming = _CLAIMING.search(text, low, stop) if relative else None
    phrase = _subject_ending_at(text, low, claiming.start() if claiming else stop)
    if phrase is None:
        return None
    return Tag(phrase, phrase.start, match.end(), at, match.end(), verb)


_CLAIMING = re.compile(
    r"\s(?:que|quien|who)\s(?:dice|dijo|asegura|aseguró|afirma|afirmó|claim(?:s|ed)|sa(?:ys|id)\sto)"
    r"\s(?:ser|hablar|actuar|representar|to\s(?:be|speak|act|represent))\b[^,.;:()“”\"·\n]{0,80}$"
)
"""A clause on whom somebody means to be, between him and his verb: "a man who claims to speak for
the Front rejected it"."""


def _told_behind(text: str, match: re.Match[str]) -> Tag | None:
    """ "..., informó ayer el ministro, Pedro Luna.": the one named behind the verb."""
    if match[0].lower() not in abroad_verbs() or text[match.start() - 2 : match.start()] != ", ":
        return None
    tag = leading_tag(text, match, match[0].lower(), min(len(text), match.end() + 200))
    if tag is None or not is_person_phrase(tag.phrase) or text.endswith(" a ", 0, tag.phrase.start):
        return None
    return tag if _CLOSES.match(text, tag.end) else None


_CLOSES = re.compile(r"\.|$|,\s[^.,;:·«»“”\"\n]{3,90}\.")
"""The end of a sentence, or an aside on whoever is named before it."""


def _before_space(text: str, low: int, stop: int) -> int:
    return stop - (len(text[low:stop]) - len(text[low:stop].rstrip()))


def _subject_ending_at(text: str, low: int, stop: int) -> Phrase | None:
    """The phrase that ends at `stop`, or the one that the appositions there go with.

    Of what stands between commas before the verb, a relative clause belongs to what is before
    it; else the nearest person named is the subject ("the president of the league, Mara Quist,
    said"; "Mara Quist, a judge, said").
    """
    if text[stop - 1 : stop] != ",":
        return phrase_ending_at(text, low, stop)
    commas = [stop - 1]
    while len(commas) < _ASIDES and (at := _comma_before(text, low, commas[-1])) is not None:
        commas.append(at)
    if len(commas) < 2:
        return None
    for nearer, comma in reversed(list(pairwise(commas))):
        if _RELATIVE.match(text, comma + 1, nearer):
            return phrase_ending_at(text, low, comma)
    head = phrase_ending_at(text, low, commas[1])
    for nearer, comma in pairwise([*commas, low - 1]):
        inside = phrase_ending_at(text, comma + 1, nearer)
        if inside is not None and is_person_phrase(inside):
            titled = text[comma + 1 : inside.start].split()
            if len(titled) <= 4 or comma == commas[-1]:
                return inside
        apposed = inside is not None and _ARTICLE.match(inside.words)
        if comma != commas[1] and head is not None and head.kind != "other" and not apposed:
            break
    return head if head is None or head.kind != "other" else None


_ASIDES = 5
_ARTICLE = re.compile(
    r"(?:an?|the|its|his|her|their|el|la|una?|le|un|une|o|um|uma|der|die|ein|eine)\s", re.I
)


def _comma_before(text: str, low: int, at: int) -> int | None:
    """The comma before another one, with no other mark between them."""
    comma = text.rfind(",", low, at)
    between = text[comma + 1 : at]
    if comma < 0 or len(between) > 150 or _OTHER_MARK.search(between):
        return None
    return comma


_OTHER_MARK = re.compile(r"[;:“”\"·]|(?<!\b[A-Z])[.?!]\s")


_RELATIVE = re.compile(r"\s*(?:of|from|at|who|which|whose|whom|where|que|quien|al?\sque|qui)\b")


def last_tag(text: str, start: int, end: int) -> Tag | None:
    """The last "X said" in `text[start:end]`, among the few verbs nearest to its end.

    A verb that goes on with an earlier one's subject ("X rose and said") is such a tag.
    """
    nearest = find_verbs(text, start, end)[: -_VERBS_TRIED - 1 : -1]
    for number, match in enumerate(nearest):
        tag = _subject_or_antecedent(text, start, match)
        if tag is not None:
            if number and _goes_on(text, start, nearest[0]):
                return replace(_carried(tag, nearest[0]), start=tag.start)
            return tag
    if nearest and _goes_on(text, start, nearest[0]):
        return _of_opening(text, start, nearest[0])
    return None


def _subject_or_antecedent(text: str, start: int, match: re.Match[str]) -> Tag | None:
    tag = subject_before(text, start, match)
    return of_relative(text, start, match) if tag is None or tag.phrase.kind == "other" else tag


def _of_opening(text: str, start: int, match: re.Match[str]) -> Tag | None:
    """The verb with the subject that its sentence opens with: "It sued, *calling* it a stunt"."""
    phrase = opening_phrase(text, start, match.start())
    if phrase is None:
        return None
    return Tag(phrase, phrase.start, match.end(), *match.span(), match[0].lower(), carried=True)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """True for ", adding" and "and said": the subject is that of the verb before."""
    lead = text[max(start, match.start() - 40) : match.start()]
    if verb_kind(match[0]) == "participle":
        return True
    return _COORDINATED.search(lead) is not None


def tag_after(text: str, pos: int, end: int) -> Tag | None:
    """The tag right after a quotation that ends at `pos`: "..., X said" or "..., said X"."""
    lead = _LEAD.match(text, pos, end)
    if lead is None:
        return None
    limit = min(end, pos + 300)
    according = _ACCORDING.match(text, lead.end(), limit)
    helped = _HELPED.match(text, lead.end(), limit)
    if helped is not None and helped["np"]:  # « ... », a-t-elle déclaré
        phrase = Phrase("pronoun", *helped.span("np"), helped["np"])
        verb = verb_at(text, helped.end(), limit)
        if verb is not None:
            return Tag(phrase, helped.start(), verb.end(), *verb.span(), verb[0].lower())
    opener = according or verb_at(text, helped.end() if helped else lead.end(), limit)
    if opener is not None:
        return leading_tag(text, opener, "according" if according else opener[0].lower(), end)
    if lead[0][0] == ".":
        return None
    match = next(iter(find_verbs(text, lead.end(), limit)), None)
    tag = subject_before(text, lead.end(), match) if match else None
    # Only titles may stand between the quotation and the name: "State Department spokesman X".
    if tag is not None and _TITLES_ONLY.fullmatch(text, lead.end(), tag.phrase.start):
        return tag
    unknown = _UNKNOWN_VERB.match(text, helped.end() if helped else lead.end(), limit)
    named = leading_tag(text, unknown, "said", end) if unknown else None
    if unknown is None or named is None or not is_person_phrase(named.phrase):
        return None
    return named if _just_before(text, unknown, named) else None


def leading_tag(text: str, opener: re.Match[str], word: str, end: int) -> Tag | None:
    """A tag whose verb, or "according to", stands before the one who speaks."""
    abroad = word in abroad_verbs()
    space = _ADVERBIAL.match(text, opener.end(), end) if abroad else None
    if abroad and space is None and _NO_SUBJECT.match(text, opener.end(), end):
        return dropped_tag(opener, word)
    space = space or _SPACES.match(text, opener.end(), end)
    phrase = phrase_after(text, space.end() if space else opener.end(), end)
    if phrase is not None and is_text(phrase):
        phrase = author_of(text, phrase, end)
        if phrase is None:
            return None
    if phrase is None or not is_person_phrase(phrase):
        start = phrase.end if phrase else opener.end()
        phrase = _apposed_name(text, start, end) or phrase
    if phrase is None:
        if word not in abroad_verbs() or _SUBJECT_FOLLOWS.match(text, opener.end(), end):
            return None
        return dropped_tag(opener, word)
    return Tag(phrase, opener.start(), phrase.end, opener.start(), opener.end(), word)


_HELPED = re.compile(r"(?:a|ont|hat|ha|han|se|le)(?:-t-(?P<np>il|elle))?\s(?=[a-záéíóúâêîôûç])")
"""The auxiliary of a verb behind a quotation: « ... », *a* répondu l'avocate."""
_UNKNOWN_VERB = re.compile(
    r"(?!he\b|she\b|it\b|they\b|we\b|one\b|some\b|and\b|but\b|y\b|que\b|as\b|a\b|an\b|the\b|el\b|la\b|in\b|at\b|of\b|by\b|for\b|from\b|to\b|with\b"
    r"|when\b|while\b|who\b|which\b|en\b|con\b|de\b|del\b|por\b|para\b|un\b|una\b|los\b|las\b|his\b|her\b|its\b)"
    r"[a-záéíóúñü]{2,12}(?:ed|ó|a|e|te|s)(?=\s)"
)
"""A verb that no list has, between a quotation and a name: "“...,” scoffed Mara Quist"."""


def _just_before(text: str, verb: re.Match[str], tag: Tag) -> bool:
    """True if nothing, or an article with a trade, stands between a verb and the name."""
    between = text[verb.end() : tag.phrase.start].split()
    return len(between) <= (8 if between[:1] in (["el"], ["la"], ["the"]) else 3)


_SPACES = re.compile(r",?\s+")
_DAY = r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mes|año|día|pasado|mismo)\b"
_ADVERBIAL = re.compile(
    rf"(?:\s(?:ayer|hoy|anoche|también|además|(?:este|el|la)\s{_DAY}(?:\s{_DAY})?)"
    r"|\s(?:a|al|ante|en|desde|por|durante|con|tras)\s[^,.;:·\n]{1,45}?)+\s"
    rf"(?=(?:el|la|los|las|un|una|su|sus)\s(?!{_DAY})[a-záéíóúñ]|[{UPPER}]\w+\s(?:de\s)?[{UPPER}]\w)"
)
"""Between a verb and the one who speaks: "escribió en X", "advirtió ayer a este diario"."""
_NO_SUBJECT = re.compile(
    rf"\s(?:(?:a|al|ante|en|desde|durante|tras|para|por|sobre)\s|(?:este|el)\s{_DAY})"
)
"""Behind a verb whose subject is left out: "declaró a La Ribera", "respondió el martes"."""
_SUBJECT_FOLLOWS = re.compile(r"\s+(?:el|la|los|las|un|una)\s")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_A-Z]{3})\.\s")
_APPOSED = re.compile(
    rf"[^.,;:!?“”\"()\n·]{{0,80}},\s(?P<rank>(?:(?:el|la|the)\s)?(?:[a-záéíóúñ-]{{4,}}\s){{0,2}})"
    rf"(?P<name>[{UPPER}][\w’'-]*"
    rf"(?:\s(?:[{UPPER}][\w’'.-]*|de|del|al|bin|la)){{1,3}})"
    r"(?=\.?\s*(?:$|\n)|[.,;:]|\s(?:who|quien|que|en|con|on|in|at|during|after|tras|durante|dans|em)\b)"
)


def _apposed_name(text: str, start: int, end: int) -> Phrase | None:
    """The person named behind an office: "said the interior minister, *Mara Quist*"."""
    found = _APPOSED.match(text, start, min(end, start + 160))
    if found is None or not is_rank(found["rank"]):
        return None
    words = _NEXT_SENTENCE.split(found["name"], maxsplit=1)[0].rstrip(".")
    phrase = Phrase("name", found.start("name"), found.start("name") + len(words), words)
    return phrase if is_person_phrase(phrase) else None


def closing_tag(text: str, start: int, end: int) -> Tag | None:
    """A tag that closes the sentence: "The ban “bites” them all, X said on Sunday."."""
    found = last_tag(text, max(start, end - 300), end)
    if found is None or end - found.verb_end > 60 or found.is_act or found.carried:
        return None
    lead = text[: found.start].rstrip()
    return found if lead.endswith(",") and "," not in text[found.verb_end : end] else None


def tag_before(text: str, start: int, pos: int) -> Tag | None:
    """The tag that leads into a quotation at `pos`: "X said, “", "X added that “", "X: “"."""
    start = max(start, pos - 420)
    found = last_tag(text, start, pos)
    if found is not None:
        between = text[found.verb_end : pos]
        near = len(between) < (110 if found.is_act else 160)
        if near and not _BREAK.search(between):
            return found
    according = next(iter(deque(_ACCORDING.finditer(text, start, pos), maxlen=1)), None)
    if according is not None and pos - according.start() < 200:
        return leading_tag(text, according, "according", pos)
    inverted = _inverted(text, start, pos)
    return inverted


_COLON = re.compile(r":\s*$")


def _inverted(text: str, start: int, pos: int) -> Tag | None:
    """ "Dijo la ministra: “": a verb of saying that opens the sentence, before its subject."""
    if not _COLON.search(text, max(start, pos - 4), pos):
        return None
    for match in find_verbs(text, start, pos):
        if match[0].lower() in abroad_verbs() and text[match.start() - 4 : match.start()] != "que ":
            return leading_tag(text, match, match[0].lower(), pos)
    return None
