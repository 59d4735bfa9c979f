"""What people are reported to say, ask for and deny, outside quotation marks.

A verb of saying with its speaker is a statement only with what is said: a sentence ("said that
the port is shut", "said he would go"), a wish ("urged the council to ..."), a judgement ("called
it a mistake"). "The minister said on Friday" at the end of a sentence is none: it attributes
what another claim says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interdict.claims.gazetteer import fold
from interdict.claims.quotes import Saying
from interdict.claims.reading import Reading
from interdict.claims.speaking import date_in, named_speaker
from interdict.model.changing import changed
from interdict.model.claim import Claim, Mode, Stance

_CONFIDENCE = 0.66
_SPOKEN_FREELY = frozenset(
    """
    said says say told tells believes believed thinks insisted insists claimed claims claim argued
    argues suggested suggests warned warns maintains maintained predicted fears estimates
    saying arguing insisting claiming warning hoped vowed vows pledged promised promises
    confirmed feared stressed noted
    """.split()
)
"""Verbs after which "that" may be left out."""
_TIME = (
    r"(?:(?:on|late|early|earlier|last|this|in|at|during|after|over)\s(?:[\w’'.-]+\s){1,6}?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:night\s|morning\s|evening\s)?"
    r"|yesterday\s|today\s|also\s|again\s|repeatedly\s|publicly\s)"
)
_THAT = re.compile(
    r"\s*(?:,[^,.;:·]{1,80},)?\s*(?:(?!the\s|an?\s|its\s)(?:[^,.;:·]|,(?=\s\d{4}\s)){1,70}?\s)?"
    r"(?:that|que|dass|qu['’])\s?(?=\S)"
)
_THAT_TO = re.compile(r"\s+[^,.;:·]{1,70}?\s(?:that|que|dass)\s(?=\S)")
"""With an addressee between ("told the council that")."""
_ADDRESSED = frozenset("told tells warned warns reminded assured informó dijo advirtió".split())
_BARE = re.compile(
    rf"\s+(?:(?:reporters|journalists|lawmakers|parliament|MPs|the\s[A-Z]\w+|[A-Z]\w+)\s)?(?:{_TIME}){{0,2}}"
    r"(?P<clause>(?!reporters|journalists|lawmakers|\w+wards)(?:it|they|he|she|we|I|there|this|these|those|the|a|an|its|his|her|their|our|no"
    r"|some|any|most|all|both|neither|one|two|three|four|five|more|\d[\d,.]*|[A-Z][\w’'-]+|[a-z]{4,}s)"
    r"\s[^.;:·]{6,})"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do"
    r"|wants?|needs?|[a-z]+n['’]t|[a-z]{3,}ed|[a-z]{3,}s|met|came|went|got|took|made|left|began"
    r"|saw|put|set|held|kept|led|lost|won|broke|cut|rose|fell|found|knew|gave|ran)\b"
)
_TO_DO = re.compile(
    r"\s(?:on\s)?(?:(?!\b(?:was|were|is|had|as|when|while|before|after)\b)[^.;:,·]){1,90}?"
    r"(?:,[^.;:,·]{2,50},)?\sto\s(?:be\s)?[a-z]+"
    r"|\sfor\s(?:[a-zA-Z’'-]+\s){1,8}[a-zA-Z’'-]+|\sthat\s\w+"
    r"|\s(?:[^.;:,·]{1,70}?\s)?(?:que|dass)\s\w+"
)
_ASKS_WHAT = re.compile(r"\s(?:about|whether|if|why|how|what|who|by|him|her)\b(?!\s(?:to|not)\b)")
_CALLED = re.compile(
    r"\s(?:it|that|this|them|him|her|the\s[^.,;:·]{3,60}|[A-Z][^.,;:·]{2,60})\s"
    r"(?:an?\s|as\s|the\s|[a-z]+(?:ous|ful|ible|able|ic|ed|ant|ent|al|ive|less|false|absurd))"
    r"|\s(?:de|como)\s[a-z]"
)
_EVALUATED = re.compile(
    r"\s(?:the|this|that|its|his|el|la|los|las|esa|esta)\s[^.,;:·]{0,40}?(?:decisi[oó]n|move|step"
    r"|designation|designaci[oó]n|listing|ban|order|measure|medida"
    r"|ruling|vote|plan|deal|strikes?|attacks?|sanctions|sanciones|label|action|agreement|verdict)\b"
)
_LABELLING = frozenset(
    "accused accuses accuse acusó acusa acusaron acusou accusé labelled labeled branded blamed"
    " blames".split()
)
"""Accusations and labels are claims of their own kinds."""
_EVALUATING = frozenset(
    """
    welcomed welcomes backed backs endorsed endorses opposed opposes applauded
    hailed hails condemned condemns criticised criticized criticises criticizes
    denounced denounces praised praises mocked slammed blasted decried decries celebrated deplored
    lamented celebró celebra condenó condena criticó critica lamentó saludó elogió criticou condenou
    salué dénoncé kritisierte verurteilte begrüßte
    """.split()
)
_CHARGE = (
    r"(?:allegations?|accusations?|charges?|claims?|suggestions?|reports?|involvement|wrongdoing"
    r"|links?|ties|responsibility|knowledge|acusaci[oó]n(?:es)?|señalamientos?|cargos|v[ií]nculos"
    r"|denuncias?|imputaci[oó]n(?:es)?|acusaç(?:ão|ões)|accusations?|Vorwürfe?)"
)
_DENIED = re.compile(
    r"\s(?:that\b|que\b|dass\b|(?:ever\s)?(?!any|everyth|someth|noth|bring|king|string|dur|morn|even)[a-z]{2,}ing\b|haber\b|tener\b|ser\b|estar\b"
    rf"|(?:(?:all|any|the|these|those|such|his|her|its|their|both|las?|los?|el|les?|toda[s]?|"
    rf"cualquier|every|having|direct|[a-z]+al)\s)*{_CHARGE}\b"
    r"|(?:it|this|them|both|any|all)\s*[.,;]|it\s(?:has|had|was|is)\b)"
)
_REJECTED = re.compile(
    rf"\s(?:(?:all|any|the|these|those|such|his|her|its|their|both|las?|los?|el|les?|toda[s]?|US|"
    rf"American|[A-Z]\w+['’]s|[a-z]+ous)\s)*{_CHARGE}\b"
)
_ABSURD = re.compile(
    rf"\s(?:all|the|these|those|such|any|his|her|its|their|las?|los?|el)\s(?:\w+\s)?{_CHARGE}\s(?:as\s)?(?:an?\s)?"
    r"(?:\w+\s)?(?:preposterous|absurd|false|baseless|unfounded|groundless|fabricated|untrue|lies?|nonsense"
    r"|ridiculous|fiction|fabrications?|politically|laughable|slander|defamatory|infundad\w+|fals\w+)"
)
_ANNOUNCED = re.compile(
    r"\b(?:designat\w+|proscrib\w+|blacklist\w+|sanction\w*|list(?:ed|ing)?|bann?(?:ed|ing)?"
    r"|terroris[tm]\w*|delist\w*|revok\w+|designa\w*|sancion\w*)\b", re.I
)  # fmt: skip
_WILL_ACT = re.compile(
    r"\b(?:it|they|he|she|we)\s(?:would|will|plans?|planned|intends?|intended|was|were|had|has|is|are)"
    r"\s(?:\w+\s){0,3}?(?:designat|proscrib|ban|list|add|remov|revok|delist|sanction)\w*\b"
)
"""An act told of oneself is the act's claim, not a statement."""
_ACTING = frozenset(
    "announced announces announce confirmed revealed anunció anuncia anunciou annoncé".split()
)
_PARTICIPLES = {
    "denying": "denial", "urging": "demand", "calling": "judgement", "describing": "judgement",
    "alleging": "allegation",
}  # fmt: skip
_END = re.compile(r"[;:]|\s[–—]\s")
_AND_QUOTED = re.compile(r",?\s+(?:and|but|y|e|et)\s+(?:that\s+|que\s+)?$|:\s*$")
"""Before a quotation that adds to what is reported ("said it was late, and that “..."")."""
_ALLEGED = frozenset("alleged alleges allege".split())


_ISSUERS = frozenset(
    """
    department secretary treasury state office bureau government council minister ministry ofac
    committee commission agency president court attorney assistant
    """.split()
)
_OPENS_RELATIVE = re.compile(r"(?:what|which|whom)\b", re.IGNORECASE)
_STILL_TO_SAY = re.compile(r"\s(?:will|would|may|might|could|should)$")
"""Behind a speaker: "prosecutors will argue" have argued nothing yet."""
_OF_RELATIVE = re.compile(r"\b(?:which|whom|what|that)\s+$")


@dataclass(frozen=True, slots=True)
class Reported:
    """A claim, and where in the text what is said begins."""

    claim: Claim
    content: int


def reported_statements(reading: Reading) -> Iterator[Reported]:
    """One `statement.indirect`, or `denial`, per verb of saying with what is said.

    Of an issuer's own text only what it reports of others: it speaks for itself. A verb that
    leads into a quotation is the quotation's.
    """
    official = reading.doc.kind.is_official
    skipped = {(b.start, b.end) for b in reading.doc.blocks if b.kind in ("title", "heading")}
    sayings = [s for s in reading.said.sayings if s.tag.phrase.kind != "other"]
    quotes = [quote for quote in reading.quotes if quote.kind != "term"]
    starts = [quote.start for quote in quotes]
    tagging = {quote.clause_end for quote in quotes if quote.start < quote.clause_end - 1}
    taken = 0
    for number, saying in enumerate(sayings):
        start = saying.sentence[0]
        titled = any(low <= start < high for low, high in skipped)
        phrase, verb = saying.tag.phrase, saying.tag.verb_start
        if phrase.start > verb or (phrase.kind == "text" and phrase.start == verb):
            continue  # "..., says the office", "both, she added,": what is said is not behind it
        if titled or saying.speaker is None or saying.tag.start < taken:
            continue
        if official and _ISSUERS & set(fold(saying.speaker.name).split()):
            continue
        if _STILL_TO_SAY.search(saying.speaker.name):
            continue
        if _OPENS_RELATIVE.match(saying.speaker.name) or _OF_RELATIVE.search(
            reading.said.shown, max(0, saying.tag.start - 12), saying.tag.start
        ):
            continue  # "within days, which officials said they expected"
        if saying.tag.end in tagging and not saying.tag.carried:
            continue  # "“...,” she told reporters afterwards"
        if (aside := _as_aside(reading.said.shown, saying)) is not None:
            if not any(aside[0] < q.end and q.start < aside[1] for q in quotes):
                claim = _claim(reading, saying, "statement.indirect", saying.tag.verb_end)
                yield Reported(changed(claim, start=aside[0], end=aside[1]), aside[0])
            continue
        at = bisect_left(starts, saying.tag.start)
        quoted = starts[at] if at < len(starts) else len(reading.doc.text)
        limit = _limit(reading.said.shown, saying, sayings[number + 1 : number + _AHEAD])
        kind, end = _said(reading.said.shown, saying, limit, quoted)
        if kind is not None:
            taken = end
            yield Reported(_claim(reading, saying, kind, end), saying.tag.verb_end)
    yield from _added_to_quotations(reading)


_AND_THAT = re.compile(r"[^.;:·“”\"]{0,120}?\b(?:and|but|y|e|et)\s(?=(?:that|que)\s)")


def _added_to_quotations(reading: Reading) -> Iterator[Reported]:
    """ "Quist called it “late”, *and that the port was shut*": what goes on behind a quotation."""
    shown = reading.said.shown
    for quote in reading.quotes:
        if quote.kind != "partial" or quote.speaker is None or quote.clause_end != quote.end:
            continue
        far = min(len(shown), quote.end + _LONGEST)
        stop = _STOP.search(shown, quote.end, far)
        limit = stop.start() if stop else far
        joined = _AND_THAT.match(shown, quote.end, limit)
        if joined is None:
            continue
        end = _trimmed(shown, joined.end(), limit)
        speaker = named_speaker(reading, quote.speaker, quote.speaker_start, quote.speaker_end)
        claim = Claim(
            doc=reading.doc.file_name,
            kind="statement.indirect",
            start=joined.end(),
            end=end,
            quote="",
            rule="reported.added",
            subject=speaker,
            object=reading.doc.text[joined.end() : end],
            speaker=speaker,
            mode=Mode.INDIRECT,
            depth=1,
            confidence=_CONFIDENCE,
        )
        yield Reported(claim, joined.end())


def _as_aside(shown: str, saying: Saying) -> tuple[int, int] | None:
    """The sentence around ", the minister said,": what is said stands on both sides of it.

    At the end of a sentence such words only attribute what other claims say.
    """
    tag, (low, high) = saying.tag, saying.sentence
    if tag.kind != "content" or tag.carried or not shown[low : tag.start].rstrip().endswith(","):
        return None
    if not re.match(
        r"(?:\s(?:on|in|at|late|early|last)\s[^,.;:]{3,30}|\s[A-Z]\w+day)?,\s\w",
        shown[tag.verb_end : tag.verb_end + 45],
    ):
        return None
    before = shown[low : tag.start].rstrip(" ,")
    if re.search(r"\b(?:who|which|that)$", before):
        return None  # "X, who, officials say, runs it" is no statement about all of the sentence
    return (low, _trimmed(shown, tag.verb_end, high)) if len(before.split()) >= 2 else None


_LONGEST = 1_000
"""Characters of what somebody is reported to say: work on it grows with its length."""
_STOP = re.compile(r"[.;:·“”\"\n]")
_AHEAD = 8
"""Verbs of saying looked at behind one, for the next that has the same subject."""


def _limit(shown: str, saying: Saying, following: Sequence[Saying]) -> int:
    """Where what is said ends at the latest: at the sentence's end, or the next joined verb."""
    for other in following:
        if other.tag.start >= saying.sentence[1]:
            break
        same = other.tag.carried and other.speaker == saying.speaker
        if (same or not other.tag.carried) and _joins(
            shown[max(saying.tag.verb_end, other.tag.start - 12) : other.tag.start]
        ):
            return other.tag.start
    return saying.sentence[1]


def _said(shown: str, saying: Saying, limit: int, quoted: int) -> tuple[str | None, int]:
    """The kind of claim that a verb makes, None for none; and where what is said ends.

    Args:
        shown: the text with quotations masked.
        saying: the verb with its subject.
        limit: where what is said ends at the latest.
        quoted: where the next quotation begins.
    """
    tag = saying.tag
    verb, at = tag.verb, tag.verb_end
    limit = min(limit, at + _LONGEST)
    if quoted < limit:
        joined = _AND_QUOTED.search(shown[at:quoted])
        if joined is None:
            return None, limit
        limit = at + joined.start()
    stop = _END.search(shown, at, limit)
    end = _trimmed(shown, at, stop.start() if stop else limit)
    rest = shown[at:end]
    kind = _PARTICIPLES.get(verb, "content") if tag.kind == "participle" else tag.kind
    if kind == "denial":
        pattern = _DENIED if verb.startswith(("den", "neg", "desm", "nie")) else _REJECTED
        return ("denial" if pattern.match(rest + ".") else None), end
    if kind in ("judgement", "content") and _ABSURD.match(rest):
        return "denial", end
    demands = kind == "demand" or verb in ("told", "tells", "called", "calls")
    if demands and _TO_DO.match(rest) and not _ASKS_WHAT.match(rest):
        return "statement.indirect", end
    if kind == "judgement":
        pattern = _EVALUATED if verb in _EVALUATING else _CALLED
        judged = verb not in _LABELLING and pattern.match(rest)
        return ("statement.indirect" if judged else None), end
    if kind == "content" and verb not in _ALLEGED and _has_content(verb, rest):
        announced = (verb in _ACTING and _ANNOUNCED.search(rest)) or _WILL_ACT.search(rest)
        return (None if announced else "statement.indirect"), end
    return None, end


def _joins(lead: str) -> bool:
    return re.search(r"(?:,|\b(?:and|but|y|e))\s+(?:has\s|also\s)?$", lead) is not None


def _trimmed(text: str, start: int, end: int) -> int:
    piece = text[start:end].rstrip()
    piece = re.sub(r"(?:,|\s(?:and|but|y|while))+$", "", piece).rstrip(" ,.")
    return start + len(piece)


def _has_content(verb: str, rest: str) -> bool:
    """True if a clause follows: behind "that", or at once with a subject and a finite verb."""
    that = (_THAT_TO if verb in _ADDRESSED else _THAT).match(rest) or _THAT.match(rest)
    if that is not None:
        return len(rest[that.end() :].split()) >= 2
    if verb not in _SPOKEN_FREELY:
        return False
    bare = _BARE.match(rest)
    if bare is None:
        return False
    words = bare["clause"].split()[1:14]
    return _FINITE.search(" ".join(words)) is not None


def _claim(reading: Reading, saying: Saying, kind: str, end: int) -> Claim:
    tag = saying.tag
    assert saying.speaker is not None
    speaker = named_speaker(reading, saying.speaker.name, saying.speaker.start, saying.speaker.end)
    denies = kind == "denial"
    return Claim(
        doc=reading.doc.file_name,
        kind=kind,
        start=tag.start,
        end=end,
        quote="",
        rule="reported.denial" if denies else f"reported.{tag.kind}",
        subject=speaker,
        object="the allegation" if denies else reading.doc.text[tag.verb_end : end].strip(" ,"),
        speaker=speaker,
        date=None if denies else date_in(reading, tag.start, end),
        stance=Stance.DENIED if denies else Stance.ASSERTED,
        polarity="-" if denies else "+",
        mode=Mode.INDIRECT,
        depth=1,
        confidence=_CONFIDENCE,
    )
