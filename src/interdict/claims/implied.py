"""What the words of a designation mean without saying it: its programme, its authority."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from interdict.claims.country_adjectives import (
    country_of_adjective,
    country_of_adjective_abroad,
)
from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.programme_mentions import CRIMINAL_LABEL
from interdict.claims.reading import Reading
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import authority_names
from interdict.model.changing import changed
from interdict.model.claim import Claim
from interdict.model.source import DocumentKind

_LISTING = frozenset(
    """
    list lists lista listas committee comite blacklist register registro label tag suit followed
    mismo propio done did added readded
    """.split()
)
_OF_A_COUNTRY = frozenset(
    """
    list blacklist register registry ban listing designation proscription sanctions lista
    court tribunal
    """.split()
)
_BODIES = {
    "committee": ("UN-SC",),
    "comite": ("UN-SC",),
    "panel": ("UN-SC",),
    "council": ("UN-SC", "EU-COUNCIL"),
    "consejo": ("UN-SC", "EU-COUNCIL"),
}
_WITH_LISTS = frozenset({"US", "GB", "CA", "EU", "UN"})
_OF_TERRORISTS = frozenset({"US-FTO", "US-SDGT"})
"""Programmes of which "the list", "the label" may be said, where a country has several."""
_LISTS = frozenset("list blacklist register registry lista registro".split())
_APART = frozenset({"GB", "CA", "AU"})
"""Countries whose list of sanctions is not their list of terrorists."""
_OF = frozenset("de del".split())
_OWNER_REACH = 5
_LIST_REACH = 3
"""Sentences over which "the list" is the one last named."""
_PROSCRIBING = ("proscri", "deproscri", "de-proscri")
_SAME = frozenset("same mismo misma propio propia".split())
_OF_AL_QAEDA = re.compile(
    r"\b1267\b|\b1989\b|\b2253\b|al[- ]?qa|\bISIL\b|\bISIS\b|\bEIIL\b|daesh|d[aá]esh"
    r"|islamic state|estado isl|talib",
    re.IGNORECASE,
)
"""Words of a text whose "list of the UN" may be the one of terrorists."""
_OTHER_RESOLUTION = re.compile(
    r"\bresolu(?:tion|ci[oó]n)\s(?!1267|1333|1373|1390|1988|1989|2253|2368|2610)\d{3,4}\b",
    re.IGNORECASE,
)
"""The one under which another committee of the Council keeps its list."""
_AUTONOMOUS = re.compile(
    r"\b2016/16(?:86|93)\b|\baut[oó]nom\w+[^.]{0,60}(?:EIIL|D[aá]esh|ISIL|Da'esh|Qaeda|Qaida)"
    r"|\bautonomous\w*[^.]{0,60}(?:ISIL|Da'esh|Daesh|Qaeda|Qaida)"
)
"""The EU's own regime against ISIL and al-Qaeda, which is not its list of terrorists."""
_OF_A_STATE = re.compile(
    r"\bunder state law\b|\b(?:Gov\.|Governor) [A-Z]|\b[Gg]obernador(?:a)? de [A-Z]"
    r"|\bstate (?:legislature|lawmakers|legislators)\b"
)
"""Who or what makes an act that of a state of the US."""
_GOVERNOR_REACH = 40
_FOREIGN_ASSETS = re.compile(r"Office of Foreign Assets Control", re.IGNORECASE)
"""Whose notices are the Treasury's, though they name the Secretary of State as well."""


def with_programmes(claim: Claim, frame: Frame, reading: Reading) -> list[Claim]:
    """One claim per programme; without one, the programme that the verb implies."""
    if frame.rule.programme:
        return [changed(claim, programme=frame.rule.programme)]
    if _is_of_a_province(claim, frame, reading):
        return [changed(claim, authority=None)]
    tokens = frame.slots.get("programme", ()) or _among_its_words(claim, frame)
    named = [t.mention.name for t in tokens if t.kind == "PROGRAMME" and t.mention]
    keys = [key for key in named if _may_name(key, frame)]
    if not keys and _is_on_sanctions(claim, frame):
        prior = claim.kind == "designation.prior" and claim.polarity == "+"
        return [changed(claim, kind="sanction.prior") if prior else claim]
    if not named and claim.kind.startswith("designation"):
        keys = _implied(claim, frame, reading)
        keys = [key for key in keys if not _is_of_another_list(key, frame, reading)]
    if claim.authority is None and claim.kind.startswith(("designation", "procedure")):
        own = _own_authority(keys, reading)
        if own is None and keys:
            own = _whose_list(keys[0], reading)  # "the government", or nobody: whose list it is
        claim = changed(claim, authority=own) if own else claim
    return [changed(claim, programme=key) for key in dict.fromkeys(keys)] or [claim]


def _is_of_another_list(key: str, frame: Frame, reading: Reading) -> bool:
    """True where the document is about another list of the same body than the one implied."""
    text = reading.doc.text
    if key == "EU-TERR":
        return _AUTONOMOUS.search(text) is not None
    if key != "UN-1267":
        return False
    called = any(map(_is_of_terror, frame.tokens))  # "the UN's terrorist list"
    other = _OTHER_RESOLUTION.search(text) is not None and not called
    return other and not _OF_AL_QAEDA.search(text)


def _among_its_words(claim: Claim, frame: Frame) -> list[Token]:
    """The one programme that stands in the words of a designation whose rule asks for none."""
    found = [token for token in frame.tokens if token.kind == "PROGRAMME"]
    keys = {token.mention.name for token in found if token.mention}
    return found if len(keys) == 1 and claim.kind.startswith("designation") else []


def _is_on_sanctions(claim: Claim, frame: Frame) -> bool:
    """True for the "sanctions list" of a country that keeps another one for terrorists."""
    country = claim.authority.partition("-")[0] if claim.authority else None
    pairs = pairwise(token.norm for token in frame.tokens)
    return country in _APART and any(a == "sanctions" and b in _LISTS for a, b in pairs)


def _is_of_a_province(claim: Claim, frame: Frame, reading: Reading) -> bool:
    """True for what a state of the US does on its own: its label is not the country's programme."""
    actor = frame.slot("authority")
    code = actor.mention.authority if actor is not None and actor.mention is not None else None
    if not claim.kind.startswith("designation") or code is not None:
        return False
    at = reading.sentence_at(frame.start) or 0
    words = reading.encoded[at].tokens
    first = words[0].start if words else frame.start
    done_by = reading.doc.text[max(first, frame.start - _GOVERNOR_REACH) : frame.end]
    return _OF_A_STATE.search(done_by) is not None


def _may_name(key: str, frame: Frame) -> bool:
    """False for another's programme: "the EU's own al-Qaeda list" is not the UN's.

    Only bodies that have programmes of their own are asked; nobody else's list is theirs.
    """
    actor = frame.slot("authority")
    code = actor.mention.authority if actor is not None and actor.mention is not None else None
    if code is None or actor is None or actor.kind != "AUTHORITY":
        return True
    own, other = code.partition("-")[0], key.partition("-")[0]
    return own == other or own not in _WITH_LISTS or other not in _WITH_LISTS


def _own_authority(keys: Sequence[str], reading: Reading) -> str | None:
    """Whose act an official text tells that names nobody: its signatory's, or the programme's."""
    if not keys or not reading.doc.kind.is_official:
        return None
    notice = reading.doc.kind is DocumentKind.FR_NOTICE and keys[0].startswith("US-")
    if notice and not _FOREIGN_ASSETS.search(reading.doc.text):
        return "US-STATE"
    own = {regime.key: regime.authority for regime in reading.regimes}
    return own.get(keys[0])


def _whose_list(key: str, reading: Reading) -> str | None:
    """The country of a programme, or the body where no country has it."""
    country = key.partition("-")[0]
    if country in _codes():
        return country
    return next((regime.authority for regime in reading.regimes if regime.key == key), None)


@cache
def _codes() -> frozenset[str]:
    """The codes of the bodies that are known by a name."""
    return frozenset(dict(authority_names()).values())


def _implied(claim: Claim, frame: Frame, reading: Reading) -> list[str]:
    """The programme that a verb, or "terrorist entity", means in an authority's mouth.

    Where nobody is named, the one programme that the document names and the words fit.
    """
    words = {token.norm for token in frame.tokens}
    labelled = any(map(_is_of_terror, frame.tokens)) or bool(words & _LISTING)
    country = claim.authority.partition("-")[0] if claim.authority else None
    fitting = [
        regime.key
        for regime in reading.regimes
        if not words.isdisjoint(regime.verbs) or (labelled and regime.labelled)
    ]
    if country is not None:
        if _is_on_a_place(frame.tokens):
            return []  # "the UN's Haiti sanctions list" is none of terrorists
        own = [key for key in fitting if key.partition("-")[0] == country][:1]
        if claim.authority == "US-TREASURY":
            return []  # it has no list of its own of which a label alone tells
        return own or (_only_named(country, reading) if labelled else [])
    if claim.kind == "designation.amended" and not reading.doc.kind.is_official:
        return []  # whose designation it is that is amended, the text has told before
    if not any(token.kind == "LABEL" for token in frame.tokens) and words & _LISTS:
        meant = _spoken_of(frame, reading)
        return [meant] if meant else []
    named = [key for key in fitting if key in reading.programmes()]
    if not words & _LISTS:
        # A label in nobody's mouth is no list of the UN, though the text names that one.
        named = [key for key in named if not key.startswith("UN-")]
    if not named and any(word.startswith(_PROSCRIBING) for word in words):
        named = [key for key in fitting if key.partition("-")[0] in reading.home]
    return named if len(named) == 1 else []


def _is_on_a_place(words: Sequence[Token]) -> bool:
    """True for "the Haiti sanctions list": one of a country's affairs."""
    return any(
        place.kind in ("PLACE", "NAME")
        and (thing.norm in _LISTS or thing.norm in ("sanctions", "committee"))
        for place, thing in pairwise(words)
    )


def _is_of_terror(token: Token) -> bool:
    named = token.mention.name if token.mention is not None else ""
    return token.kind == "LABEL" and named != CRIMINAL_LABEL


def _spoken_of(frame: Frame, reading: Reading) -> str | None:
    """The programme that "the list" means: the only one named, the last, or that of the lead."""
    named = [m for row in reading.mentions for m in row if m.kind == "PROGRAMME"]
    if not _SAME.isdisjoint(t.norm for t in frame.tokens):
        before = [m for m in named if m.end <= frame.start]
        return before[-1].name if before else None  # "the same list" was told before
    at = reading.sentence_at(frame.start) or 0
    if _is_foreign_assets(reading, at, frame.start):
        named = [m for m in named if m.name != "US-FTO"]
    if len({m.name for m in named}) <= 1:
        return named[0].name if named else None
    near = [m for row in reading.mentions[max(0, at - _LIST_REACH) : at + 1] for m in row]
    last = [m for m in near if m.kind == "PROGRAMME" and m.end <= frame.start]
    if last:
        both = {m.name for m in last} >= _OF_TERRORISTS
        return "US-FTO" if both and last[-1].name in _OF_TERRORISTS else last[-1].name
    first = [m for row in reading.mentions[:_LIST_REACH] for m in row if m.kind == "PROGRAMME"]
    return first[0].name if first else None


def _is_foreign_assets(reading: Reading, at: int, before: int) -> bool:
    """True where the US body last spoken of is the Treasury, whose list has many programmes."""
    named = [m for row in reading.mentions[: at + 1] for m in row if m.end <= before]
    named = [m for m in named if m.kind == "AUTHORITY"]
    bodies = [m.authority for m in named if m.authority in ("US-TREASURY", "US-STATE")]
    return bodies[-1:] == ["US-TREASURY"]


def _only_named(country: str, reading: Reading) -> list[str]:
    """The programme that "the list", "the label" of a country with several means.

    It is the one of them that the document names; where it names two it is neither.
    """
    named = [key for key in reading.programmes() if key.partition("-")[0] == country]
    named = [key for key in named if key in _OF_TERRORISTS]
    return named if len(named) == 1 else []


def by_adjective(frame: Frame) -> str | None:
    """The authority of "the Canadian list", "a German ban": the country of the adjective."""
    words = frame.tokens
    for at, owner in enumerate(words):  # "on Canada's list", "on the UN list"
        behind = [t for t in words[at + 1 : at + 4] if t.norm not in ("'s", "’s")][:2]
        listed = any(t.norm in _LISTS or t.kind == "LABEL" for t in behind)
        if owner.kind == "AUTHORITY" and owner.mention is not None and listed:
            return owner.mention.authority
    for at, thing in enumerate(words):  # "en la lista (negra) de la Unión Europea"
        owners = [t for t in words[at + 1 : at + _OWNER_REACH] if t.kind == "AUTHORITY"]
        of = words[at + 1 : at + 3]
        if thing.norm in ("lista", "registro") and owners and any(t.norm in _OF for t in of):
            return owners[0].mention.authority if owners[0].mention else None
    for thing, origin in pairwise(words):
        country = country_of_adjective_abroad(origin.norm)
        if country and thing.norm in _OF_A_COUNTRY:
            return country
    for origin, thing in pairwise(words):
        country = country_of_adjective(origin.norm) if origin.kind == "W" else None
        if country and (thing.norm in _OF_A_COUNTRY or thing.kind in ("LABEL", "PROGRAMME")):
            return country
    return None


def by_body(frame: Frame, reading: Reading) -> str | None:
    """The authority of "the committee", "the council": the one of such that the document names."""
    words = {token.norm for token in frame.tokens if token.kind == "W"}
    words |= {fold(t.mention.name) for t in frame.tokens if t.kind == "NAME" and t.mention}
    meant = {code for word in words for code in _BODIES.get(word, ())}
    if not meant:
        return None
    named = {m.authority for mentions in reading.mentions for m in mentions if m.authority}
    if "EU-TERR" in reading.programmes():
        named.add("EU-COUNCIL")  # whose list it is, though only "the Council" is named
    fitting = sorted(meant & named)
    return fitting[0] if len(fitting) == 1 else None
