"""Quotations in a document: where they stand, of what kind they are, and who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from interdict.claims.quote_attribution import Tag, last_tag, resolve, tag_after, tag_before, tags
from interdict.claims.quote_spans import MASK, QuotedSpan, masked, quoted_spans
from interdict.claims.sentences import sentences
from interdict.claims.speaker_names import Roster, Speaker, build_roster, name_of, phrase_ending_at
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


@dataclass(slots=True)
class _Reading:
    """What is known while a document is read from top to bottom."""

    roster: Roster
    last: Speaker | None = None
    tagged: Speaker | None = None
    last_block: int = -9
    carried: Speaker | None = None
    announced: Speaker | None = None


def find_quotes(
    doc: Document, *, sentences_by_block: Sequence[list[tuple[int, int]]] | None = None
) -> list[Quote]:
    """The quotations of `doc.text`, in order; they do not overlap.

    `sentences_by_block` are the sentences of each of the document's blocks, if at hand.

    A set-off block (`blockquote`) is one quotation of the speaker announced before it. In
    other blocks quotations are found by their marks, block by block.
    """
    blocks = doc.blocks or tuple(
        Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", doc.text)
    )
    reading = _Reading(build_roster(doc.text))
    spans = [quoted_spans(doc.text, b.start, b.end) for b in blocks if b.kind != "blockquote"]
    shown = masked(doc.text, 0, len(doc.text), [span for found in spans for span in found])
    of_block = iter(spans)
    out: list[Quote] = []
    for number, block in enumerate(blocks):
        if block.kind == "blockquote":
            if block.start < block.end:
                out.append(_block_quote(block, reading.announced))
            continue
        quoted = next(of_block)
        if quoted or sentences_by_block is None:  # what is quoted ends no sentence around it
            own = sentences(shown, block.start, block.end)
        else:
            own = sentences_by_block[number]
        parts = _Block(doc.text, shown, block.start, block.end, quoted, own)
        out.extend(_read_block(parts, number, reading))
    return out


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


def _read_block(parts: _Block, number: int, reading: _Reading) -> list[Quote]:
    """The quotations of one block; moves `reading` on to its end."""
    if number - reading.last_block > 3:
        reading.last = reading.tagged = None
    out: list[Quote] = []
    previous: Quote | None = None
    seen = parts.start
    for span in parts.spans:
        _note_subjects(parts, seen, span.start, reading, number)
        quote = _attributed(parts, span, previous, reading)
        if quote.speaker and quote.kind != "term":
            reading.last_block = number
        out.append(quote)
        previous = quote
        seen = span.end
    _note_subjects(parts, seen, parts.end, reading, number)
    still_open = bool(parts.spans) and not parts.spans[-1].closed
    reading.carried = _speaker_of(out[-1]) if still_open and out[-1].speaker else None
    reading.announced = _announced(parts, reading)
    return out


def _speaker_of(quote: Quote) -> Speaker:
    return Speaker(quote.speaker or "", True, quote.start, quote.end)


def _note_subjects(parts: _Block, start: int, end: int, reading: _Reading, number: int) -> None:
    """Remembers who is tagged as saying something, and who opens a sentence, in `start`..`end`.

    A person who opens a sentence takes the pronouns that follow, speaking or not.
    """
    found: list[tuple[int, Speaker | None, bool]] = []
    for tag in tags(parts.masked, start, end):
        speaker = resolve(tag, reading.roster, reading.last, reading.tagged)
        if speaker is not None and tag.phrase.kind == "name":
            found.append((tag.start, speaker, True))
    first = max(bisect_right(parts.sentences, start, key=lambda s: s[0]) - 1, 0)
    for low, high in parts.sentences[first:]:
        if low >= end:
            break
        opener = _opening_person(parts.masked, low, min(high, end), reading.roster)
        tagged = any(low <= at < high for at, _, is_tag in found if is_tag)
        if start <= low and opener is not None and not tagged:
            alone = _is_alone(parts.masked, opener, high, reading.roster)
            found.append((low, opener if alone else None, False))
    for _, speaker, is_tag in sorted(found, key=lambda row: row[0]):
        reading.last, reading.last_block = speaker, number
        if is_tag:
            reading.tagged = speaker


def _is_alone(text: str, opener: Speaker, end: int, roster: Roster) -> bool:
    """True if the sentence names nobody else whom a pronoun after it could mean."""
    return not any(
        roster.is_person(word[0]) and word[0] not in opener.name
        for word in _CAPITAL.finditer(text, opener.end, min(end, opener.end + 600))
    )


_CAPITAL = re.compile(r"\b(?:al-)?[^\W\d_a-z][\w-]+")
_OPENER = re.compile(
    r"(?:[A-Z]?[a-z]+,\s+|(?:In|On|At|After|Before)\s[^,“”]{1,40},\s+|While\s+)?"
    r"(?:[A-Z][\w’'-]*\s(?:[a-z-]+\s){1,3})?(?P<np>(?:[^\W\d_a-z][\w’'.-]*\s)*[^\W\d_a-z][\w-]*)(?=,?\s[a-z])(?!\sadministration|\sregime)"
)


def _opening_person(text: str, start: int, end: int, roster: Roster) -> Speaker | None:
    found = _OPENER.match(text, start, end)
    if found is None:
        return None
    phrase = phrase_ending_at(text, found.start("np"), found.end("np"))
    speaker = name_of(phrase, roster) if phrase else None
    if speaker is None or not speaker.is_person or not roster.is_person(speaker.name):
        return None
    return speaker


def _announced(parts: _Block, reading: _Reading) -> Speaker | None:
    """Who a paragraph that ends in a colon lets speak in the block after it."""
    if not parts.sentences or not parts.text[parts.start : parts.end].rstrip().endswith(":"):
        return None
    start, end = parts.sentences[-1]
    found = None
    for tag in tags(parts.masked, start, end):
        found = resolve(tag, reading.roster, reading.last, reading.tagged) or found
    return found


_SENTENCE_END = re.compile(r"[.!?…,—–-]$")
_TERM_BEFORE = re.compile(
    r"(?:\b(?:as|of|called|dubbed|named|termed|nicknamed|alias|titled|entitled|labell?ed|term|terms"
    r"|phrase|word|words|codenamed|a\.k\.a\.|aka|offering|offer|provid(?:e|es|ing)|known\sas"
    r"|hereinafter)\s(?:an?\s|the\s|its\s|so-called\s)?|\((?:the\s|an?\s|or\s|collectively,?\s)*)$",
    re.I,
)
_STATUTE = re.compile(
    r"(?:\b(?:offer\w*|provid\w+|terms?|words?|phrase)\s(?:the\s)?|\([\w,\s]{0,30})$"
)
_STATUS = re.compile(
    r"(?:an?\s|the\s)?(?:foreign\s|listed\s|proscribed\s|specially\sdesignated\s|global\s|banned\s)*"
    r"terror(?:ist)?s?(?:\s(?:organi[sz]ations?|groups?|entit(?:y|ies)|activit(?:y|ies)|list))[.,]?"
    r"|specially\sdesignated\sglobal\sterrorists?[.,]?",
    re.I,
)
"""The name of a legal status, in quotation marks: nobody's words."""
_NAME_SHAPE = re.compile(
    r"(?:(?:[A-Z0-9][\w’'.-]*|of|the|de|los|la|del|al|for|and|in|[a-z]-[A-Z]\w+)(?:\s|$))+$"
)


def _kind(parts: _Block, span: QuotedSpan) -> str:
    """`direct` for whole sentences, `term` for names and terms, else `partial`."""
    inner = parts.text[span.inner_start : span.inner_end].strip()
    before = parts.masked[max(parts.start, span.start - 40) : span.start]
    words = inner.split()
    named = bool(_NAME_SHAPE.match(inner.rstrip(",."))) and inner[:1].isupper()
    ends = bool(_SENTENCE_END.search(inner))
    if len(words) <= 8 and _TERM_BEFORE.search(before) and (named or _STATUTE.search(before)):
        return "term"
    if _STATUS.fullmatch(inner):
        return "term"
    opens = inner[:1].isupper() or inner[:1].isdigit() or not inner[:1].isalpha()
    if opens and ends and len(words) >= 2:
        return "direct"
    if named and len(words) <= 6 and not ends:
        return "term"
    return "direct" if len(words) >= 8 and ends else "partial"


def _attributed(
    parts: _Block, span: QuotedSpan, previous: Quote | None, reading: _Reading
) -> Quote:
    """The quotation with its kind and its speaker, by the nearest kind of evidence."""
    kind = _kind(parts, span)
    bare = Quote(
        span.start, span.end, span.inner_start, span.inner_end,
        None, None, None, span.start, span.end, kind,
    )  # fmt: skip
    if kind == "term":
        return bare
    sentence = parts.sentence_of(span.start)
    tag = _tag_of(parts, span, sentence, kind)
    if tag is not None:
        speaker = resolve(tag, reading.roster, reading.last, reading.tagged)
        reading.carried = None
        if speaker is None:
            return bare
        reading.last = reading.tagged = speaker
        return changed(
            bare,
            speaker=speaker.name,
            speaker_start=speaker.start,
            speaker_end=speaker.end,
            clause_start=min(span.start, tag.start),
            clause_end=max(span.end, tag.end),
        )
    carried = _carried(parts, span, previous, reading) if kind == "direct" else None
    if carried is not None:
        return changed(bare, speaker=carried.name)
    return bare


def _tag_of(parts: _Block, span: QuotedSpan, sentence: tuple[int, int], kind: str) -> Tag | None:
    text, last = parts.masked, parts.text[span.inner_end - 1]
    index = bisect_right(parts.spans, span.start, key=lambda s: s.start)
    following = parts.spans[index].start if index < len(parts.spans) else parts.end
    if last in ",?!…—–-" or text[span.end : span.end + 1] == "," or kind == "direct":
        after = tag_after(text, span.end, following)
        if after is not None and (last != "." or after.phrase.kind == "pronoun"):
            return after
    before = tag_before(text, sentence[0], span.start)
    if before is not None:
        return before
    return _closing_tag(text, span.end, sentence[1])


def _closing_tag(text: str, start: int, end: int) -> Tag | None:
    """A tag that closes the sentence: "The ban “bites” them all, X said on Sunday."."""
    found = last_tag(text, max(start, end - 300), end)
    if found is None or end - found.verb_end > 60 or found.is_act:
        return None
    lead = text[: found.start].rstrip()
    return found if lead.endswith(",") and "," not in text[found.verb_end : end] else None


def _carried(
    parts: _Block, span: QuotedSpan, previous: Quote | None, reading: _Reading
) -> Speaker | None:
    """The speaker of the quotation before, where this one goes on with it.

    It goes on when it opens the author's next sentence (“...,” X said. “...”), or when it
    opens the paragraph after one whose quotation was left open.
    """
    lead = parts.masked[parts.start : span.start].strip()
    if not lead:
        return reading.carried
    if previous is None or previous.speaker is None or previous.kind == "term":
        return None
    between = parts.masked[previous.clause_end : span.start]
    index = bisect_right(parts.sentences, span.start, key=lambda s: s[0]) - 1
    opens = index >= 0 and parts.sentences[index][0] == span.start
    follows = index > 0 and parts.sentences[index - 1][0] < previous.end
    if not (opens and follows) or MASK in between:
        return None
    return _speaker_of(previous)
