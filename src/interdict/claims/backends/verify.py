"""Whether the text bears out what a language model proposes: if not, it is refused, with a reason.

The quotation has to stand in the text literally, the names in the quotation or before it, and a
word that says what the kind says in the quotation. Whatever can be derived is derived by the
rules' own readers from the copied words: dates, amounts, programmes, authorities, kinds of
parties. Nothing is taken from the model but which words make which kind of claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from interdict.claims.attribution import hedged
from interdict.claims.backends.designated import designated_in
from interdict.claims.backends.settings import (
    CONFIDENCE,
    FEWEST_WORDS,
    LONGEST_QUOTE,
    PROPOSABLE,
    Proposal,
    Refusal,
    bears_out,
)
from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.stances import ACCUSING
from interdict.claims.vocabulary import lexicon
from interdict.model.claim import MODEL_RULE, Claim, Modality, Mode, Stance
from interdict.model.schema import is_a

_Enum = TypeVar("_Enum", Stance, Modality)

_WORD = re.compile(r"[^\W_]+")
_NAMING = frozenset({"GROUP", "PERSON", "OFFICIAL", "NAME", "AUTHORITY", "PLACE"})
_NUMBERS = frozenset({"MONEY", "COUNT"})
_DESIGNATION = ("designation.", "sanction.")
_AHEAD = frozenset("will plan plans planned intend intends intended set moves going soon".split())
_CONDITIONAL = frozenset("if whether unless urged urges urging should would might".split())
"""Words under which a designation is wished for, supposed or asked about."""


class _Refused(Exception):
    """The text does not bear a proposal out."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the text the quotation stands, its folded words, and the mentions inside."""

    start: int
    end: int
    sentence: int
    words: tuple[str, ...]
    inside: tuple[Mention, ...]


def verified(proposal: Proposal, reading: Reading) -> Claim | Refusal:
    """The claim that a proposal amounts to, with offsets into the reading's text; or a refusal.

    A claim is marked by its rule (`model.` and its kind) and never asserts an accusation.
    """
    try:
        return _claim(proposal, reading)
    except _Refused as refused:
        given = {name: getattr(proposal, name) for name in Proposal.__dataclass_fields__}
        return Refusal(str(refused), {k: v for k, v in given.items() if v is not None})


def _claim(proposal: Proposal, reading: Reading) -> Claim:
    if proposal.kind not in PROPOSABLE:
        raise _Refused(f"no kind {proposal.kind!r} may be proposed")
    if proposal.kind.startswith("designation.") and reading.doc.kind.is_official:
        raise _Refused("what an official text designates is read by the rules alone")
    place = _placed(proposal, reading)
    _check_words(proposal, place, reading)
    subject = _party(proposal.subject, "subject", place, reading)
    target = _party(proposal.object, "object", place, reading)
    speaker = _party(proposal.speaker, "speaker", place, reading, anywhere=True)
    programme = _typed(proposal.programme, "programme", {"PROGRAMME"}, place, reading)
    authority = _typed(proposal.authority, "authority", {"AUTHORITY", "OFFICIAL"}, place, reading)
    if proposal.kind.startswith("designation."):
        _check_designation(proposal, subject, programme, place, reading)
    value = _inside(proposal.value, "value", _NUMBERS, place, reading)
    stance = _stance(proposal, place, reading)
    return Claim(
        doc=reading.doc.file_name,
        kind=proposal.kind,
        start=place.start,
        end=place.end,
        quote="",
        rule=MODEL_RULE + proposal.kind,
        subject=_name_of(subject, proposal.subject),
        subject_schema=subject.schema if subject else None,
        object=_name_of(target, proposal.object),
        object_schema=target.schema if target else None,
        authority=authority.authority if authority else None,
        programme=programme.name if programme else None,
        value=value.value if value else None,
        date=_date(proposal.date, "date", place, reading),
        effective_on=_date(proposal.effective_on, "effective_on", place, reading),
        speaker=_name_of(speaker, proposal.speaker),
        stance=stance,
        polarity="-" if proposal.polarity == "-" else "+",
        modality=_member(Modality, proposal.modality, Modality.ACTUAL),
        mode=_mode(proposal, place, reading),
        confidence=CONFIDENCE,
    )


# -- the words ---------------------------------------------------------------------------------


def _placed(proposal: Proposal, reading: Reading) -> _Place:
    """Where the quotation stands, white space aside: within one block, and only there."""
    words = proposal.quote.split()
    if len(words) < FEWEST_WORDS:
        raise _Refused(f"the quotation has fewer than {FEWEST_WORDS} words")
    if len(proposal.quote) > LONGEST_QUOTE:
        raise _Refused(f"the quotation is longer than {LONGEST_QUOTE} characters")
    text = reading.doc.text
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    if found is None:
        raise _Refused("the quotation does not stand in the text")
    start, end = found.span()
    blocks = reading.doc.blocks
    if blocks and not any(block.start <= start and end <= block.end for block in blocks):
        raise _Refused("the quotation runs over the end of a paragraph")
    sentence = next(
        (at for at, one in enumerate(reading.encoded) if one.tokens and start < one.tokens[-1].end),
        max(len(reading.encoded) - 1, 0),
    )
    inside = tuple(m for m in _mentions(reading) if start <= m.start and m.end <= end)
    return _Place(start, end, sentence, _folded(text[start:end]), inside)


def _check_words(proposal: Proposal, place: _Place, reading: Reading) -> None:
    if not bears_out(proposal.kind, place.words):
        raise _Refused(f"no word of the quotation says {proposal.kind}")
    negative = proposal.polarity == "-" or proposal.kind in ("denial", "designation.absence")
    lead = _folded(reading.doc.text[_sentence_start(place, reading) : place.start])[-3:]
    denied = lexicon().negations & {*place.words, *lead}
    contracted = "t" in place.words and re.search(r"n['’]t\b", _text(place, reading))
    if not negative and not proposal.kind.startswith("statement.") and (denied or contracted):
        raise _Refused("the words deny it, the proposal does not")
    if proposal.kind.startswith(_DESIGNATION):
        unsure = (lexicon().hedges | _CONDITIONAL) & {*place.words, *lead}
        if unsure:
            raise _Refused(f"under {min(unsure)!r} nothing is designated")


def _check_designation(
    proposal: Proposal, subject: Mention | None, programme: Mention | None, place: _Place,
    reading: Reading,
) -> None:  # fmt: skip
    """A designation needs a group and a programme in the quotation, and a verb that joins them."""
    if subject is None or not is_a(subject.schema or "", "Organization"):
        raise _Refused("no group that the rules recognise is named as designated")
    if programme is None or programme not in place.inside:
        raise _Refused("no programme that the rules recognise stands in the quotation")
    if proposal.kind == "designation.prior" and _AHEAD & set(place.words):
        raise _Refused("the words look ahead, the proposal does not")
    if subject not in designated_in(reading.doc.text, place.start, place.end, place.inside):
        raise _Refused(f"the words do not designate {proposal.subject!r}")


def _sentence_start(place: _Place, reading: Reading) -> int:
    tokens = reading.encoded[place.sentence].tokens if reading.encoded else ()
    return min(tokens[0].start, place.start) if tokens else place.start


def _text(place: _Place, reading: Reading) -> str:
    return reading.doc.text[place.start : place.end]


# -- the slots ---------------------------------------------------------------------------------


def _party(
    surface: str | None, slot: str, place: _Place, reading: Reading, *, anywhere: bool = False
) -> Mention | None:
    """The mention that a name stands for: in the quotation, else the nearest one before it.

    A name that stands there and that the rules do not recognise gives None: it stays text.
    Who speaks may also be named after his words (`anywhere`).
    """
    if surface is None:
        return None
    wanted = _folded(surface)
    if not wanted:
        raise _Refused(f"the {slot} names nobody")
    others: list[Mention] = [*_before(place, reading), *(_mentions(reading) if anywhere else ())]
    for mention in (*place.inside, *others):
        known = {_folded(mention.name), _folded(_surface(mention, reading))}
        if mention.kind in _NAMING and wanted in known:
            return mention
    if _stands(wanted, place.words):
        return None
    raise _Refused(f"the {slot} {surface!r} stands neither in the quotation nor before it")


def _typed(
    surface: str | None, slot: str, kinds: set[str], place: _Place, reading: Reading
) -> Mention | None:
    """The mention of a programme or authority that some words are; refused if it is none."""
    if surface is None:
        return None
    wanted = _folded(surface)
    for mention in (*place.inside, *_before(place, reading)):
        if mention.kind in kinds and wanted and _meets(wanted, _folded(_surface(mention, reading))):
            return mention
    raise _Refused(f"the {slot} {surface!r} is none that the rules recognise in the text")


def _inside(
    surface: str | None, slot: str, kinds: frozenset[str], place: _Place, reading: Reading
) -> Mention | None:
    """The mention in the quotation that some words are, as the rules read it."""
    if surface is None:
        return None
    wanted = _folded(surface)
    for mention in place.inside:
        if mention.kind in kinds and wanted and _meets(wanted, _folded(_surface(mention, reading))):
            return mention
    raise _Refused(f"the {slot} {surface!r} is none that the rules read in the quotation")


def _date(surface: str | None, slot: str, place: _Place, reading: Reading) -> str | None:
    found = _inside(surface, slot, frozenset({"DATE"}), place, reading)
    return None if found is None else found.name or None


def _stance(proposal: Proposal, place: _Place, reading: Reading) -> Stance:
    """The stance proposed; an accusation is never asserted on a model's word."""
    stance = _member(Stance, proposal.stance, Stance.ASSERTED)
    encoded = reading.encoded[place.sentence]
    if proposal.kind == "denial":
        return Stance.DENIED
    if stance is Stance.ASSERTED and (
        proposal.kind in ACCUSING or hedged(encoded, place.start, place.end)
    ):
        return Stance.ALLEGED
    return stance


def _mode(proposal: Proposal, place: _Place, reading: Reading) -> Mode:
    quoted = any(q.start <= place.start and place.end <= q.end for q in reading.quotes)
    if quoted:
        return Mode.QUOTE
    return Mode.ATTRIBUTED if proposal.speaker else Mode.AUTHOR


def _member(kind: type[_Enum], text: str | None, default: _Enum) -> _Enum:
    if text is None:
        return default
    try:
        return kind(text)
    except ValueError:
        raise _Refused(f"no {kind.__name__.lower()} {text!r}") from None


def _name_of(mention: Mention | None, surface: str | None) -> str | None:
    """The fullest name in the document of a party that the rules recognise; else the words."""
    return mention.name if mention is not None else " ".join(surface.split()) if surface else None


def _mentions(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.mentions:
        yield from sentence


def _before(place: _Place, reading: Reading) -> list[Mention]:
    """Mentions before the quotation, the nearest first."""
    return [m for m in _mentions(reading) if m.end <= place.start][::-1]


def _surface(mention: Mention, reading: Reading) -> str:
    return reading.doc.text[mention.start : mention.end]


def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text))


def _stands(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    n = len(wanted)
    return any(words[at : at + n] == wanted for at in range(len(words) - n + 1))


def _meets(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one stands in the other: a reader may take an article or a currency sign along."""
    return bool(right) and (_stands(left, right) or _stands(right, left))
