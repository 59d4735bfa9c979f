"""Turns a matched frame into claims: fills the roles, says who says it and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interdict.claims.acts import settled
from interdict.claims.aside_subjects import head_of
from interdict.claims.attribution import Attribution, attribute
from interdict.claims.authority_mentions import state_of
from interdict.claims.doubtful_acts import (
    PARTIES,
    designates,
    is_of_its_people,
    is_of_state,
    takes_away,
)
from interdict.claims.false_reports import is_of_a_false_report
from interdict.claims.focus_subjects import in_focus
from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.harm_words import is_of_a_group
from interdict.claims.implied import by_adjective, by_body, with_programmes
from interdict.claims.languages import DEFAULT
from interdict.claims.listed import listed_members
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.references import PHRASE_SHARE, Party
from interdict.claims.rules_file import Rule
from interdict.claims.speaking import denier, teller
from interdict.claims.stances import ACCUSING, accuses, stance_of
from interdict.claims.taken_back import is_taken_back
from interdict.claims.tokens import Token
from interdict.model.changing import changed
from interdict.model.claim import Claim, Mode

_SPOKEN_BY_ISSUER = frozenset({"reward.offered", "reward.raised", "indictment"})
"""Kinds that are an authority's own word: whoever acts also says it."""
_STEPS = frozenset({"procedure", "decision_state", "forecast/opinion"})
"""Kinds that neither a question makes nor, beside the quotation, somebody's words."""
_OPINIONS = _STEPS | {"evidence_state", "attribute", "denial", "event.dissolution"}
"""Kinds that are somebody's view, or news of him, and wholly inside his words only his words."""
_OF_ITSELF = frozenset(
    "wing arm branch brigade brigades military armed political organisation organization".split()
)
"""Parts that are taken for the whole: "X's armed wing"."""
_ACTS = frozenset({"designation.prior", "designation.announced", "sanction.prior"})
_GENERIC = frozenset({"government", "federal government", "ministers", "authorities", "bloc"})
_PROVINCE = re.compile(r"[–-][A-Z]\w+")
"""What a dash adds to the name of a group, without a space."""
_PREPOSITIONS = frozenset("with of against by for to from in on after over between".split())
_SOON = frozenset("shortly hours minutes moments".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making. Offsets are into the document's text until `extract` ends.

    `inherits` asks for the subject, programme and authority of the designation in focus.
    """

    claim: Claim
    sentence: int
    inherits: bool = False
    labelled: bool = False
    """True if it calls the subject a terrorist without naming a programme."""
    spoken: bool = False
    """True if the frame itself names who says it."""
    hint: str | None = None
    follows: bool = False
    """True if what was done last to another party was done to the subject."""
    narrated: str | None = None
    """The day of what was told just before, if the words say "hours earlier" or the like."""


def fill(frame: Frame, sentence: int, reading: Reading) -> Iterator[Draft]:
    """The drafts of one frame: one for each subject and programme that it lists, if it has any."""
    rule = frame.rule
    today = frame.slot("today")
    if today is not None and (today.mention is None or today.mention.name != reading.published):
        return
    around = reading.encoded[sentence].tokens
    effect = rule.kind == "legal_effect"
    if (effect or rule.kind in _STEPS) and around[-1].norm == "?":
        return
    if effect and (_uttered(frame, reading) or (rule.whole and not reading.tells_of_listing)):
        return
    if effect and is_of_a_false_report(frame.start, frame.end, around):
        return
    if rule.kind in _OPINIONS and (
        _uttered(frame, reading, wholly=True) or reading.in_heading(frame.start)
    ):
        return  # a heading says in short what the text tells
    if designates(rule.kind) and (
        takes_away(frame, around) or is_taken_back(frame, sentence, reading)
    ):
        return
    if rule.follows and _hangs_on(frame, around):
        return
    subjects = _subjects(frame, sentence, reading)
    if not subjects:
        return
    voice = attribute(
        frame.start,
        frame.end,
        sentence=sentence,
        voiced=reading.voices_in(sentence),
        quotes=reading.quotes,
        focus=reading.focus,
    )
    base = _spoken(_by_rule(rule), frame, sentence, voice, reading)
    if rule.only_told and base.speaker is None:
        return
    labelled = any(token.kind == "LABEL" for token in frame.slots.get("programme", ()))
    for claim in with_programmes(base, frame, reading):
        for subject in subjects:
            if subject is not None:
                claim = _as_printed(claim, subject, frame, reading)
            if subject is not None and _is_itself(claim, subject):
                continue
            made = settled(_with_party(claim, subject), frame, sentence, reading)
            announced = made.kind == "designation.announced"
            yield Draft(
                made,
                sentence,
                inherits=rule.subject == "designation" and not rule.follows,
                labelled=labelled,
                spoken="speaker" in frame.slots,
                hint=rule.hint,
                follows=rule.follows,
                narrated=_narrated_day(frame, sentence, reading) if announced else None,
            )


def _hangs_on(frame: Frame, around: Sequence[Token]) -> bool:
    """True where a preposition governs what stands first: "clashes with X followed"."""
    before = [t.norm for t in around if t.start < frame.start][-1:]
    return bool(before) and before[0] in _PREPOSITIONS


def _narrated_day(frame: Frame, sentence: int, reading: Reading) -> str | None:
    """The last day named before the frame, where its sentence ties it to what came before."""
    encoded = reading.encoded[sentence]
    soon = not _SOON.isdisjoint(encoded.words) and any(
        t.norm in _SOON and t.start < frame.end for t in encoded.tokens
    )
    vague = any(
        m.kind == "DATE" and not m.name and m.start < frame.end and "earlier" in _text(m, reading)
        for m in reading.mentions[sentence]
    )
    if not (vague or soon):
        return None
    for mentions in reversed(reading.mentions[: sentence + 1]):
        for mention in reversed(mentions):
            if mention.kind == "DATE" and mention.start < frame.start and is_day(mention.name):
                return mention.name
    return None


def _text(mention: Mention, reading: Reading) -> str:
    return reading.doc.text[mention.start : mention.end].casefold()


def is_day(edtf: str) -> bool:
    """True for a full date, also a symbolic one (`XXXX-11-24`)."""
    return len(edtf) == len("2025-11-16") and "/" not in edtf


def _uttered(frame: Frame, reading: Reading, *, wholly: bool = False) -> bool:
    """True if the frame is (part of) somebody's utterance, which is a claim of its own."""
    return any(
        quote.kind != "term"
        and quote.start < frame.end
        and frame.start < quote.end
        and (not wholly or (quote.start <= frame.start and frame.end <= quote.end))
        for quote in reading.quotes
    )


@lru_cache(maxsize=4_000)
def _by_rule(rule: Rule) -> Claim:
    """The claim as far as its rule alone gives it; it is of no document yet."""
    return Claim(
        doc="",
        kind=rule.kind or "other",
        start=0,
        end=0,
        quote="",
        rule=rule.id,
        object=rule.object,
        authority=rule.authority,
        stance=rule.stance,
        modality=rule.modality,
        polarity=rule.polarity,
        confidence=rule.confidence,
    )


def _date(frame: Frame, reading: Reading) -> str | None:
    if frame.date is not None and frame.date.mention is not None and frame.date.mention.name:
        day = frame.date.mention.name
        made = frame.rule.kind in _ACTS  # "on the list since 2014": put there in 2014
        return day.removesuffix("/..") if made else day
    if frame.rule.date == "until":
        return f"../{reading.published}" if reading.published else None
    if frame.rule.date == "published":
        return reading.published
    if frame.rule.date == "before" and reading.published:
        return f"../{reading.published}"
    return None


def _spoken(
    claim: Claim, frame: Frame, sentence: int, voice: Attribution, reading: Reading
) -> Claim:
    """The claim of a rule in its place: with its date, speaker, authority, stance and the like."""
    speaker = _resolved(frame.slot("speaker"), sentence, reading, speaking=True) or voice.speaker
    authority = _resolved(frame.slot("authority"), sentence, reading, speaking=True)
    if speaker is None and claim.kind in _SPOKEN_BY_ISSUER:
        speaker = authority
    thing = _resolved(frame.slot("object"), sentence, reading)
    if thing is None and frame.rule.object == "focus":
        thing = reading.focus.resolve(Mention("IT", frame.start, frame.end, "it"), sentence)
    code = claim.authority
    if authority is not None:
        code = authority.authority or (None if _is_generic(authority.name) else authority.name)
        code = state_of(code) if code else None
    if code is None and designates(claim.kind):
        code = by_adjective(frame) or by_body(frame, reading)
    if speaker and speaker.authority and (code is None or _within(speaker.authority, code)):
        code = speaker.authority if claim.kind.startswith(("designation", "sanction")) else code
    if speaker is None and claim.kind == "evidence_state":
        speaker = teller(frame, reading)
    encoded = reading.encoded[sentence]
    if speaker is None and not voice.quoted and accuses(claim, frame, encoded):
        speaker = reading.issuer
    said = speaker is not None or voice.quoted
    stance = stance_of(claim, frame, encoded, said=said, abroad=reading.language.code != DEFAULT)
    if voice.quoted:
        mode = Mode.QUOTE
    else:
        mode = Mode.ATTRIBUTED if speaker is not None else Mode.AUTHOR
    date = _date(frame, reading)
    if date is None and (claim.kind == "designation.announced" or frame.rule.act):
        date = voice.when
    shares = [p.share for p in (speaker, thing) if p is not None]
    value = frame.slot("value") or frame.slot("subject")
    effective = frame.slot("effective")
    return changed(
        claim,
        doc=reading.doc.file_name,
        start=frame.start,
        end=frame.end,
        value=value.mention.value if value and value.mention else None,
        effective_on=effective.mention.name or None if effective and effective.mention else None,
        speaker=speaker.name if speaker else None,
        authority=code,
        date=date,
        object=thing.name if thing and thing.named else claim.object,
        object_id=thing.entity_id if thing else None,
        object_schema=thing.schema if thing else None,
        stance=stance,
        mode=mode,
        depth=1 if said else 0,
        confidence=claim.confidence * min(shares, default=1.0),
    )


def _is_generic(name: str) -> bool:
    """True for "the government" and the like, which name no country."""
    return fold(name).removeprefix("the ") in _GENERIC


def _within(narrow: str, wide: str) -> bool:
    """True if the one authority is part of the other (`US-STATE` of `US`)."""
    return narrow.startswith(wide + "-")


def _resolved(
    token: Token | None, sentence: int, reading: Reading, *, speaking: bool = False
) -> Party | None:
    if token is None or token.mention is None:
        return None
    found = reading.focus.resolve(token.mention, sentence, speaking=speaking)
    if found is not None and not found.named:
        words = reading.doc.text[token.mention.start : token.end]
        return changed(found, name=" ".join(words.split()))
    return found


def _subjects(frame: Frame, sentence: int, reading: Reading) -> list[Party | None]:
    rule = frame.rule
    if rule.subject == "designation" or rule.hint is not None:
        return [None]
    if rule.subject in ("focus", "person"):
        found = in_focus(frame, sentence, reading)
        return [found] if found else []
    tokens = frame.slots.get("subject", ())
    if not tokens:
        return [None] if rule.object else []
    speaking = rule.kind in ("denial", "statement.indirect", "decision_state", "evidence_state")
    parties: list[Party | None] = []
    for token in tokens:
        around = reading.encoded[sentence].tokens
        if rule.kind in _ACTS and (
            is_of_its_people(token, frame, around) or _owns(token, frame, around)
        ):
            continue
        if len(tokens) == 1 and token.start == frame.start and designates(rule.kind):
            token = head_of(token, around, PARTIES)
        own = listed_members(token, frame, sentence, reading)
        one = _resolved(
            token, sentence, reading, speaking=speaking and token.kind not in ("REF", "DESC")
        )
        if one is not None and token.kind == "GROUP":
            one = _with_province(one, token, reading)
        one = denier(one, token, frame, sentence, reading) if rule.kind == "denial" else one
        if one is None and rule.anchored and token.kind in ("ROLE", "REF", "DESC"):
            words = reading.doc.text[token.start : token.end]
            one = Party(" ".join(words.split()), share=PHRASE_SHARE, named=False)
        parties += own or ([] if is_of_state(one, rule.kind, frame, reading) else [one])
    known: list[Party | None] = [party for party in parties if party is not None]
    return known or ([None] if rule.anchored and rule.object else [])


def _with_province(one: Party, token: Token, reading: Reading) -> Party:
    """The party under its whole name: "Islamic State–Sahel" is not the Islamic State."""
    behind = _PROVINCE.match(reading.doc.text, token.end)
    if behind is None:
        return one
    return changed(one, name=one.name + behind[0], entity_id=None)


def _as_printed(claim: Claim, party: Party, frame: Frame, reading: Reading) -> Claim:
    """The claim; a second name that is known for the first one's is its object as printed."""
    token = frame.slot("object")
    if claim.kind != "alias" or token is None or claim.object != party.name:
        return claim
    printed = reading.doc.text[token.start : token.end].removeprefix("the ")
    return changed(claim, object=printed)


def _is_itself(claim: Claim, party: Party) -> bool:
    """True for a tie of a party to itself: one of its two names was misread."""
    return claim.kind in (*ACCUSING, "alias") and party.named and claim.object == party.name


def _owns(token: Token, frame: Frame, around: Sequence[Token]) -> bool:
    """True for X in "X's men were banned", and where "sanctions on X" goes on with "chief"."""
    behind = [t.norm for t in around if t.start >= token.end][:4]
    if token.end != frame.end and token.start != frame.start:
        return False  # "forbade X's activities"
    owned = behind[:1] in (["'s"], ["’s"])
    if token.end == frame.end:
        owned = owned or (token.kind == "GROUP" and is_of_a_group(behind))
    return owned and _OF_ITSELF.isdisjoint(behind)


def _with_party(claim: Claim, party: Party | None) -> Claim:
    if party is None:
        return claim
    schema = party.schema
    if schema is None and party.named and claim.kind.startswith("designation"):
        schema = "Organization"
    speaker = claim.speaker
    if claim.kind in ("denial", "admission", "statement.indirect", "decision_state"):
        speaker = party.name
    return changed(
        claim,
        authority=claim.authority or (party.authority if claim.kind == "procedure" else None),
        subject=party.name,
        subject_id=party.entity_id,
        subject_schema=schema,
        speaker=speaker,
        confidence=round(claim.confidence * party.share, 3),
    )
