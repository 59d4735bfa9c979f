"""Quotations in a document: where they stand, of what kind they are, and who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from interdict.claims.issued_texts import announced_author, issuing_phrase
from interdict.claims.opening_subjects import (
    answered_by,
    led_in_by,
    opening_subject,
    rivals,
    sole_agent,
)
from interdict.claims.quote_attribution import closing_tag, tag_after, tag_before, tags
from interdict.claims.quote_kinds import kind_of
from interdict.claims.quote_spans import MASK, QuotedSpan, masked, quoted_spans
from interdict.claims.salience import Salience
from interdict.claims.sentences import sentences
from interdict.claims.speaker_names import Roster, Speaker, build_roster
from interdict.claims.speech_tags import Tag, tells_more
from interdict.model.changing import changed
from interdict.model.source import Block, Document


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, with offsets into the document's *text*.

    `start`, `end` include the quotation marks, `inner_start`, `inner_end` do not (a block
    quotation has none). `clause_start`, `clause_end` cover the quotation with the words that
    attribute it ("X said, “...”"). `kind`: `direct` (a sentence or more), `block` (set off),
    `partial` (words woven into the author's sentence), `term` (a term or name, no utterance).
    `speaker` is the fullest name the document has for whoever speaks, None when in doubt;
    `speaker_start`, `speaker_end` show the words at hand that name them (None: carried over).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    clause_start: int
    clause_end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying outside quotation marks, with whoever says it; offsets into the text.

    `sentence` is the author's sentence around it. `quoted` if what is said is a quotation.
    """

    tag: Tag
    speaker: Speaker | None
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """What a document quotes and reports; `shown` is its text with the quotations masked."""

    quotes: list[Quote]
    sayings: list[Saying]
    shown: str


@dataclass(slots=True)
class _Reading:
    """What is known while a document is read from top to bottom."""

    roster: Roster
    mind: Salience
    sayings: list[Saying]
    carried: Speaker | None = None
    """Whose quotation the paragraph before left open."""
    ending: Speaker | None = None
    """Whose quotation, or tag, ended the paragraph before."""
    announced: Speaker | None = None


def find_quotes(doc: Document) -> list[Quote]:
    """The quotations of `doc.text`, in order; they do not overlap."""
    return find_said(doc).quotes


def find_said(
    doc: Document, *, sentences_by_block: Sequence[list[tuple[int, int]]] | None = None
) -> Said:
    """The quotations of `doc.text` and the verbs of saying around them, in order.

    `sentences_by_block` are the sentences of each of the document's blocks, if at hand.

    A set-off block (`blockquote`) without quotation marks is one quotation of the speaker
    announced before it. In other blocks quotations are found by their marks, block by block.
    """
    blocks = doc.blocks or tuple(
        Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", doc.text)
    )
    roster = build_roster(doc.text)
    reading = _Reading(roster, Salience(roster), [])
    spans = [quoted_spans(doc.text, b.start, b.end) for b in blocks]
    set_off = [_is_set_off(doc.text, *pair) for pair in zip(blocks, spans, strict=True)]
    own = [span for found, off in zip(spans, set_off, strict=True) if not off for span in found]
    shown = masked(doc.text, 0, len(doc.text), own)
    out: list[Quote] = []
    for number, (block, found, off) in enumerate(zip(blocks, spans, set_off, strict=True)):
        if off:
            if block.start < block.end:
                out.append(_block_quote(block, reading.announced))
            continue
        if found or sentences_by_block is None:  # what is quoted ends no sentence around it
            cut = sentences(shown, block.start, block.end)
        else:
            cut = sentences_by_block[number]
        parts = _Block(doc.text, shown, block.start, block.end, found, cut)
        out.extend(_read_block(parts, number, reading))
    return Said(out, reading.sayings, shown)


def _is_set_off(text: str, block: Block, spans: list[QuotedSpan]) -> bool:
    """True for a block quotation, unless quotation marks of its own open it."""
    if block.kind != "blockquote":
        return False
    return not any(not text[block.start : span.start].strip() and span.closed for span in spans)


def _block_quote(block: Block, speaker: Speaker | None) -> Quote:
    return Quote(
        block.start, block.end, block.start, block.end,
        speaker.name if speaker else None, None, None, block.start, block.end, "block",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Block:
    """A block as the attribution sees it: masked text of the whole document's offsets."""

    text: str
    masked: str
    start: int
    end: int
    spans: list[QuotedSpan]
    sentences: list[tuple[int, int]]

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The author's sentence around an offset."""
        index = bisect_right(self.sentences, at, key=lambda span: span[0]) - 1
        if index >= 0 and at < self.sentences[index][1]:
            return self.sentences[index]
        return self.start, self.end

    def sentence_before(self, at: int) -> tuple[int, int] | None:
        """The author's sentence in front of the one at an offset."""
        index = bisect_right(self.sentences, at, key=lambda span: span[0]) - 2
        return self.sentences[index] if index >= 0 else None


def _read_block(parts: _Block, number: int, reading: _Reading) -> list[Quote]:
    """The quotations of one block; moves `reading` on to its end."""
    if number - reading.mind.block > 3:
        reading.mind.forget()
    out: list[Quote] = []
    previous: Quote | None = None
    seen = parts.start
    for span in parts.spans:
        _note_subjects(parts, seen, span.start, reading, number)
        quote = _attributed(parts, span, previous, reading, number)
        if quote.speaker and quote.kind != "term":
            reading.mind.block = number
        out.append(quote)
        previous = quote
        seen = span.end
    _note_subjects(parts, seen, parts.end, reading, number)
    issued = issuing_phrase(parts.masked, parts.sentences)
    if issued is not None:
        reading.mind.tagged = reading.mind.resolve(issued) or reading.mind.tagged
        reading.mind.block = number
    still_open = bool(parts.spans) and not parts.spans[-1].closed
    last = _speaker_of(out[-1]) if out and out[-1].speaker else None
    reading.carried = last if still_open else None
    reading.ending = last if out and _closes(parts, out[-1]) else None
    reading.announced = _announced(parts, reading)
    return out


def _closes(parts: _Block, quote: Quote) -> bool:
    """True if the quotation with its tag is the last sentence of the paragraph."""
    return quote.kind == "direct" and quote.clause_end > parts.sentences[-1][0]


def _speaker_of(quote: Quote) -> Speaker:
    return Speaker(quote.speaker or "", True, quote.start, quote.end)


def _note_subjects(parts: _Block, start: int, end: int, reading: _Reading, number: int) -> None:
    """Remembers who is tagged as saying something, and who opens a sentence, in `start`..`end`.

    Whoever opens a sentence takes the pronouns that follow, speaking or not.
    """
    first = max(bisect_right(parts.sentences, start, key=lambda s: s[0]) - 1, 0)
    for low, high in parts.sentences[first:]:
        if low >= end:
            break
        from_, to = max(low, start), min(high, end)
        opener = opening_subject(parts.masked, low, high, reading.roster) if start <= low else None
        teller: Tag | None = None
        for tag in tags(parts.masked, from_, to, _last_in(reading, low, high)):
            speaker = reading.mind.resolve(tag.phrase)
            reading.sayings.append(Saying(tag, speaker, (low, high)))
            inside = teller is not None and _is_told(parts.masked, teller, tag)
            teller = teller or tag
            if speaker is None or inside:
                continue
            if tag.phrase.kind in ("name", "role", "text") and not tag.carried:
                same = opener is not None and opener.name == speaker.name
                if (
                    opener is None
                    or same
                    or tag.start <= opener.start
                    or (speaker.is_person and not opener.is_person)
                ):
                    # Whoever speaks goes on speaking, whomever he speaks of.
                    reading.mind.note(speaker, number, spoke=True)
                    opener = opener if opener is None else speaker
                    continue
                reading.mind.tagged = speaker
        agent = sole_agent(parts.masked, low, high, reading.roster) if opener is None else None
        if agent is not None and teller is None and start <= low:
            reading.mind.note(agent, number)
        elif opener is None and teller is None and start <= low:
            unnamed = Speaker("", True, low, low)
            reading.mind.passing += rivals(parts.masked, unnamed, high, reading.roster)
        if opener is not None and start <= low:
            known = reading.mind.subject
            if known is None or known.start < low or known.name != opener.name:
                others = rivals(parts.masked, opener, high, reading.roster)
                reading.mind.note(opener, number, rivals=others)


def _last_in(reading: _Reading, low: int, high: int) -> Tag | None:
    """The tag before a quotation inside a sentence: "He denied “...” and *said* that"."""
    last = reading.sayings[-1] if reading.sayings else None
    return last.tag if last is not None and last.sentence == (low, high) else None


def _is_told(text: str, teller: Tag, tag: Tag) -> bool:
    """True for who speaks in what somebody says: "a spokesman said the ministry noted ..."."""
    return teller.kind == "content" and text[teller.verb_end : tag.start].strip() in ("", "that")


def _announced(parts: _Block, reading: _Reading) -> Speaker | None:
    """Who a paragraph that ends in a colon lets speak in the block after it."""
    if not parts.sentences or not parts.text[parts.start : parts.end].rstrip().endswith(":"):
        return None
    start, end = parts.sentences[-1]
    found = None
    for tag in tags(parts.masked, start, end):
        found = reading.mind.resolve(tag.phrase) or found
    author = None if found else announced_author(parts.masked, start, end)
    return reading.mind.resolve(author) if author else found


def _attributed(
    parts: _Block, span: QuotedSpan, previous: Quote | None, reading: _Reading, number: int
) -> Quote:
    """The quotation with its kind and its speaker, by the nearest kind of evidence."""
    kind = kind_of(parts.text, parts.masked, parts.start, span)
    bare = Quote(
        span.start, span.end, span.inner_start, span.inner_end,
        None, None, None, span.start, span.end, kind,
    )  # fmt: skip
    if kind == "term":
        return bare
    sentence = parts.sentence_of(span.start)
    tag = _tag_of(parts, span, sentence, kind)
    if tag is not None and _only_a_word(parts, span, tag):
        return changed(bare, kind="term")
    if tag is not None:
        speaker = reading.mind.resolve(tag.phrase)
        reading.carried = None
        if speaker is None:
            reading.mind.subject = reading.mind.tagged = None  # "he added" is nobody known
            led = led_in_by(parts.masked, sentence[0], span.start, reading.roster)
            if led is None:
                return (
                    changed(bare, kind="term") if tag.carried and _is_short(parts, span) else bare
                )
            return changed(bare, speaker=led.name)
        if tag.phrase.kind not in ("pronoun", "body_pronoun", "dropped"):
            reading.mind.note(speaker, number, spoke=True)
        reading.mind.tagged = speaker
        return changed(
            bare,
            speaker=speaker.name,
            speaker_start=speaker.start,
            speaker_end=speaker.end,
            clause_start=min(span.start, tag.start),
            clause_end=max(span.end, tag.end),
        )
    goes_on = kind == "direct" or _is_joined(parts, span, previous)
    carried = _carried(parts, span, previous, reading) if goes_on else None
    carried = carried or led_in_by(parts.masked, sentence[0], span.start, reading.roster)
    if carried is None and kind == "direct" and sentence[0] == span.start:
        lead = parts.sentence_before(span.start)
        carried = answered_by(parts.masked, lead, reading.roster) if lead else None
    if carried is not None:
        return changed(bare, speaker=carried.name)
    return changed(bare, kind="term") if kind == "partial" and _is_short(parts, span) else bare


def _is_short(parts: _Block, span: QuotedSpan) -> bool:
    return len(parts.text[span.inner_start : span.inner_end].split()) <= _SCARE


def _only_a_word(parts: _Block, span: QuotedSpan, tag: Tag) -> bool:
    """True for one word in marks far behind its verb: "says that they fought “mercenaries”".

    What is reported is the clause; the word in it is held at arm's length.
    """
    if len(parts.text[span.inner_start : span.inner_end].split()) > 1 or tag.verb_end > span.start:
        return False
    between = parts.masked[tag.verb_end : span.start]
    return len(between.split()) >= _FAR and _REPORTS.match(between) is not None


_FAR = 5
_REPORTS = re.compile(r"\s(?:[\w’'.-]+\s){0,3}?(?:that|que)\s")
_SCARE = 3
"""Words in quotation marks that nobody is said to say, so few, are a term or meant with irony."""


_LED_IN = re.compile(r"(?:[:,]|\b(?:that|as|que|is|was|be|sea|como))\s*$")


def _tag_of(parts: _Block, span: QuotedSpan, sentence: tuple[int, int], kind: str) -> Tag | None:
    text = parts.masked
    last = parts.text[span.inner_start : span.inner_end].rstrip("'’”»")[-1:]  # of one inside it
    before = tag_before(text, sentence[0], span.start)
    led_in = before is not None and _LED_IN.search(text[before.end : span.start]) is not None
    if kind == "partial" and before is not None:
        return before
    index = bisect_right(parts.spans, span.start, key=lambda s: s.start)
    following = parts.spans[index].start if index < len(parts.spans) else parts.end
    ended = last == "." or text[span.end : span.end + 1] == "."
    if (last in ",?!…—–-" or text[span.end : span.end + 1] == "," or kind == "direct") and not (
        led_in and ended
    ):
        after = tag_after(text, span.end, following)
        mid = not ended or text[after.start].islower() if after is not None else False
        if after is not None and mid and not tells_more(text, after, last):
            return after
    if before is not None:
        return before
    return closing_tag(text, span.end, sentence[1])


def _carried(
    parts: _Block, span: QuotedSpan, previous: Quote | None, reading: _Reading
) -> Speaker | None:
    """The speaker of the quotation before, where this one goes on with it.

    It goes on when it opens the author's next sentence (“...,” X said. “...”), when it opens
    the paragraph after one whose quotation was left open, and when it is all of a paragraph
    after one that ended with a quotation and its tag.
    """
    lead = parts.masked[parts.start : span.start].strip()
    if not lead:
        alone = not parts.text[span.end : parts.end].strip(" .\n")
        return reading.carried or (reading.ending if alone else None)
    if previous is None or previous.speaker is None or previous.kind == "term":
        return None
    between = parts.masked[previous.clause_end : span.start]
    index = bisect_right(parts.sentences, span.start, key=lambda s: s[0]) - 1
    opens = index >= 0 and parts.sentences[index][0] == span.start
    follows = index > 0 and parts.sentences[index - 1][0] < previous.end
    if _is_joined(parts, span, previous):
        return _speaker_of(previous)
    if not opens or MASK in between:
        return None
    if not follows and not _PAUSE.fullmatch(between.strip()):
        return None
    return _speaker_of(previous)


def _is_joined(parts: _Block, span: QuotedSpan, previous: Quote | None) -> bool:
    """True for the second half of “...,” Quist said; “...”."""
    if previous is None or previous.speaker is None:
        return False
    return parts.masked[previous.clause_end : span.start].strip() == ";"


_PAUSE = re.compile(r"\W*(?:He|She)\s[a-z]+(?:\s[a-z]+){0,3}\.")
"""A sentence between two quotations of which the speaker is the subject: "She paused."."""
