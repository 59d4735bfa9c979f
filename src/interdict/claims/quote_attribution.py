"""Tags that say who speaks: "X said", "said X", "according to X", and what they govern.

Works on text in which quotations are masked, so that every verb found is the author's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from interdict.claims.speaker_names import (
    Phrase,
    Roster,
    Speaker,
    is_person_phrase,
    name_of,
    phrase_ending_at,
)

_CONTENT = """
    said says saying say told tells telling added adds adding stated states stating claimed claims
    claiming argued argues arguing insisted insists insisting warned warns warning noted notes
    noting wrote writes tweeted posted explained explains replied responded declared declares
    suggested suggests vowed vows pledged promised acknowledged admitted admits recalled remarked
    quipped joked reiterated stressed emphasised emphasized continued concluded commented observed
    testified predicted hinted revealed shouted echoed conceded cautioned maintained maintains
    contended asserted asserts confirmed announced announces asked asks alleged alleges charged
    read reads dijo afirmó declaró aseguró señaló anunció disse afirmou declarou anunciou sagte
    erklärte indicó agregó añadió explicó sostuvo expresó manifestó advirtió informó apuntó denunció
    subrayó precisó recordó reiteró comentó escribió dijeron aseguraron afirmaron declara affirme
    explique déclaré affirmé
"""
_ACTS = """
    accused accuses called calls described describes denied denies rejected rejects condemned
    condemns criticised criticized dismissed denounced denounces praised labelled labeled urged
    urges demanded demands referred likened branded
"""
_VERBS = frozenset((_CONTENT + _ACTS).split())
_WORD = re.compile(r"\b\w++(?![-’'])")
_ACT_VERBS = frozenset(_ACTS.split())
_AUXILIARY = re.compile(
    r"(?P<aux>(?:[ ](?:has|have|had|also|then|later|again|often|once|further|already|recently"
    r"|reportedly|publicly|repeatedly|would|did|[a-z]+ly|previously))+)$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got|of|to|by|the|an?)\s+(?:\w+ly\s+)?$")
_QUOTED_AS = re.compile(r"\s+(?:was|were)\s+quoted\s+(?:by[^.“”]{1,60}\s)?as\s+$")
_APPOSITIVE = re.compile(r",[^,;:.“”\"]{1,120}(?:,[^,;:.“”\"]{1,60})?,$")
_ACCORDING = re.compile(r"\b(?:[Aa]ccording\s+to|[Ss]egún)\s+")
_PARTICIPLES = frozenset("saying adding stating claiming arguing telling noting insisting".split())
_REACH = 300
"""How far before its verb a subject with its appositions may begin, in characters."""
_VERBS_TRIED = 6
_FORWARD_STOP = re.compile(
    r"[,.;:!?“”\"()\n]|\s(?:in|on|at|during|after|before|who|as|when|while|told|of\sthe\sattack"
    r"|late|last|this|earlier|by|from|to|with|that|has|had|was|were|is|are|said|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|adding)\b"
)

_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Gen|Lt|Col|Sen|Rep|Gov|Adm|Dr|Mr|Mrs|Ms|Maj|Capt|Sgt|Prof)$")
_LEAD = re.compile(r",?\s+")
_TITLES_ONLY = re.compile(r"(?:[\w’'.-]+ ){0,8}")
_BREAK = re.compile(r"[;(]|\s[–—]\s|\.\s")
"""What ends the reach of a verb before a quotation."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of saying with its subject phrase; `start`, `end` cover both.

    `verb_start` and `verb_end` stand around the verb.
    """

    phrase: Phrase
    start: int
    end: int
    verb_start: int
    verb_end: int
    verb: str

    @property
    def is_act(self) -> bool:
        """True for verbs that take an object before their words ("accused X of")."""
        return self.verb in _ACT_VERBS


class _Verb(NamedTuple):
    """A verb of saying at `start`..`end`, in small letters."""

    start: int
    end: int
    word: str


@lru_cache(maxsize=4)
def _verbs(text: str) -> tuple[tuple[_Verb, ...], tuple[int, ...]]:
    """The verbs of a text and where they begin; the quotations of a document share them."""
    found = tuple(
        _Verb(*match.span(), word)
        for match in _WORD.finditer(text)
        if (word := match[0].lower()) in _VERBS
    )
    return found, tuple(verb.start for verb in found)


def _verbs_within(text: str, start: int, end: int) -> Sequence[_Verb]:
    """The verbs of `text[start:end]`, in order."""
    found, starts = _verbs(text)
    low, high = bisect_left(starts, start), bisect_left(starts, end)
    if low < high and found[high - 1].end > end:
        high -= 1
    return found[low:high]


def tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """Every "X said" in `text[start:end]`, in order; verbs without a clear subject are skipped."""
    for found in _verbs_within(text, start, end):
        tag = _subject_before(text, start, found)
        if tag is not None:
            yield tag


def _subject_before(text: str, floor: int, found: _Verb) -> Tag | None:
    """The tag of a verb with the phrase before it, behind auxiliaries and appositions."""
    at, verb_end, verb = found
    low = max(floor, at - _REACH)
    stop = at
    if verb in _PARTICIPLES:
        quoted_as = _QUOTED_AS.search(text, low, at) if verb == "saying" else None
        if quoted_as is None:
            return None
        stop = quoted_as.start()
    elif text[at - 1 : at] != " " or _PASSIVE.search(text, max(low, at - 40), at):
        return None
    stop -= len(text[low:stop]) - len(text[low:stop].rstrip())
    auxiliary = _AUXILIARY.search(text, max(low, stop - 80), stop)
    if auxiliary:
        stop = auxiliary.start()
    apposition = None
    if text[stop - 1 : stop] == ",":
        apposition = _APPOSITIVE.search(text, low, stop)
        if apposition is None:
            return None
        stop = apposition.start()
    phrase = phrase_ending_at(text, low, stop)
    if apposition is not None and (phrase is None or not is_person_phrase(phrase)):
        # "the president of the league, Mara Quist, said"
        inside = phrase_ending_at(text, stop + 1, apposition.end() - 1)
        if (
            inside is not None
            and inside.kind == "name"
            and (phrase is None or phrase.kind == "role" or is_person_phrase(inside))
        ):
            phrase = inside
    if phrase is None:
        return None
    return Tag(phrase, phrase.start, verb_end, at, verb_end, verb)


def last_tag(text: str, start: int, end: int) -> Tag | None:
    """The last "X said" in `text[start:end]`, among the few verbs nearest to its end."""
    for found in _verbs_within(text, start, end)[: -_VERBS_TRIED - 1 : -1]:
        tag = _subject_before(text, start, found)
        if tag is not None:
            return tag
    return None


def tag_after(text: str, pos: int, end: int) -> Tag | None:
    """The tag right after a quotation that ends at `pos`: "..., X said" or "..., said X"."""
    lead = _LEAD.match(text, pos, end)
    if lead is None:
        return None
    limit = min(end, pos + 260)
    according = _ACCORDING.match(text, lead.end(), limit)
    if according is not None:
        return _leading_tag(text, _Verb(*according.span(), "according"), end)
    found = next(iter(_verbs_within(text, lead.end(), limit)), None)
    if found is not None and found.start == lead.end():
        return _leading_tag(text, found, end)
    tag = _subject_before(text, lead.end(), found) if found else None
    if tag is None:
        return None
    # Only titles may stand between the quotation and the name: "State Department spokesman X".
    return tag if _TITLES_ONLY.fullmatch(text, lead.end(), tag.phrase.start) else None


def _leading_tag(text: str, opener: _Verb, end: int) -> Tag | None:
    """A tag whose verb, or "according to", stands before the one who speaks."""
    space = _LEAD.match(text, opener.end, end)
    phrase = phrase_after(text, space.end() if space else opener.end, end)
    if phrase is None or not is_person_phrase(phrase):
        start = phrase.end if phrase else opener.end
        phrase = _apposed_name(text, start, end) or phrase
    if phrase is None:
        return None
    return Tag(phrase, opener.start, phrase.end, *opener)


_APPOSED = re.compile(
    r"[^.,;:!?“”\"()\n]{0,80},\s(?P<name>[^\W\d_a-z][\w’'-]*"
    r"(?:\s(?:[^\W\d_a-z][\w’'.-]*|de|del|al|bin)){1,3})"
    r"(?=\.?\s*(?:$|\n)|[.,;]|\swho\b)"
)


def _apposed_name(text: str, start: int, end: int) -> Phrase | None:
    """The person named behind an office: "said the interior minister, *Mara Quist*"."""
    found = _APPOSED.match(text, start, min(end, start + 160))
    if found is None:
        return None
    words = found["name"].rstrip(".")
    phrase = Phrase("name", found.start("name"), found.start("name") + len(words), words)
    return phrase if is_person_phrase(phrase) else None


def phrase_after(text: str, pos: int, end: int) -> Phrase | None:
    """The noun phrase that starts at `pos` ("said *Brian Nichols*, who ...")."""
    limit = min(end, pos + 160)
    for stop in _FORWARD_STOP.finditer(text, pos, limit):
        if text[stop.start()] != "." or not _ABBREVIATED.search(text, pos, stop.start()):
            limit = stop.start()
            break
    phrase = phrase_ending_at(text, pos, limit)
    return None if phrase is None or phrase.kind == "other" else phrase


def tag_before(text: str, start: int, pos: int) -> Tag | None:
    """The tag that leads into a quotation at `pos`: "X said, “", "X added that “", "X: “"."""
    start = max(start, pos - 420)
    found = last_tag(text, start, pos)
    if found is not None:
        between = text[found.verb_end : pos]
        near = len(between) < (60 if found.is_act else 160)
        if near and not _BREAK.search(between):
            return found
    according = next(iter(deque(_ACCORDING.finditer(text, start, pos), maxlen=1)), None)
    if according is not None and pos - according.start() < 200:
        return _leading_tag(text, _Verb(*according.span(), "according"), pos)
    return None


def resolve(
    tag: Tag, roster: Roster, last: Speaker | None, tagged: Speaker | None = None
) -> Speaker | None:
    """Who a tag names.

    Pronouns mean `last`, the person last spoken of; "the statement" is that of `tagged`, the
    speaker last tagged.
    """
    phrase = tag.phrase
    if phrase.kind == "pronoun":
        if last is None or not last.is_person:
            return None
        return Speaker(last.name, True, phrase.start, phrase.end)
    if phrase.kind == "text":
        if tagged is None or phrase.words.split()[0].lower() in ("a", "an"):
            return None
        return Speaker(tagged.name, tagged.is_person, phrase.start, phrase.end)
    return name_of(phrase, roster)
