"""What quotations and reported statements have in common: the name of a speaker, and when."""

from __future__ import annotations

from interdict.claims.reading import Reading


def named_speaker(reading: Reading, name: str, start: int | None, end: int | None) -> str:
    """The speaker's name; "the group" by the name of the group in focus.

    Args:
        reading: the document.
        name: what the words at hand make of it.
        start: where they stand in the text, None if the speaker is carried over.
        end: where they end.
    """
    if start is None:
        return name
    number = reading.sentence_at(start)
    if number is None:
        return name
    for token in reading.encoded[number].tokens:
        if token.mention and token.start <= start < token.end:
            if token.kind != "REF" or token.end < (end or 0):
                return name
            found = reading.focus.resolve(token.mention, number)
            return found.name if found and found.named else name
    return name


def date_in(reading: Reading, start: int, end: int, within: tuple[int, int] = (0, 0)) -> str | None:
    """The date in the words around a statement, save inside the span `within`."""
    first = reading.sentence_at(start)
    for sentence in reading.mentions[first:] if first is not None else ():
        if not sentence:
            continue
        if sentence[0].start >= end:
            break
        for mention in sentence:
            inside = start <= mention.start and mention.end <= end
            spoken = within[0] <= mention.start and mention.end <= within[1]
            if mention.kind == "DATE" and mention.name and inside and not spoken:
                return mention.name
    return None
