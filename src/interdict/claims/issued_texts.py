"""Whose text it is that "says": a statement, a letter, a post.

"The ministry gave the news in a statement. “...,” the text said": the words are the ministry's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interdict.claims.noun_phrases import Phrase, phrase_after, phrase_ending_at
from interdict.claims.speech_words import words

_IN_WRITING = re.compile(
    r"\b(?:in|through|en|mediante|a\stravés\sde)\s(?:an?|un|una|su|its|his|her)\s(?:\w+\s){0,2}?"
    r"(?:statement|communiqu[eé]|release|post|letter|comunicado|nota|mensaje|carta|tuit|texto)\b"
)
_MADE_KNOWN = re.compile(
    r"\s(?:made|gave|issued|released|published|broke|set\sout|detailed|outlined)\s"
)
_MADE_KNOWN_ABROAD = re.compile(
    r"\b(?:hizo|hicieron|dio\sa\sconocer|publicó|difundió|emitió|divulgó|adelantó|comunicó|detalló)\s"
)


def issuing_phrase(shown: str, sentences: Sequence[tuple[int, int]]) -> Phrase | None:
    """The last "X gave the news in a statement" of a paragraph: the words for X.

    No verb of saying is there, but "the statement said" in the next paragraph is X's.

    Args:
        shown: the text with quotations masked.
        sentences: the paragraph's sentences.
    """
    for start, end in reversed(sentences):
        written = _IN_WRITING.search(shown, start, end)
        if written is None:
            continue
        abroad = _MADE_KNOWN_ABROAD.search(shown, start, written.start())
        made = _MADE_KNOWN.search(shown, start, written.start())
        if abroad is not None:  # "lo hizo el ministerio en un comunicado"
            found = phrase_after(shown, abroad.end(), end)
        else:
            found = phrase_ending_at(shown, start, made.start()) if made else None
        if found is not None and found.kind in ("name", "role"):
            return found
    return None


def is_text(phrase: Phrase) -> bool:
    """True for "a statement", "a joint letter signed"."""
    if phrase.kind not in ("role", "text"):
        return False
    head = _ISSUED.split(phrase.words, maxsplit=1)[0].split()[-1].lower()
    return head in words("texts") or head in words("writings")


def author_of(text: str, phrase: Phrase, end: int) -> Phrase | None:
    """ "Read a statement from the Front": whoever put the text out.

    Else the text itself if it is one spoken of before ("read the statement"), None if not.
    """
    named_until = phrase.start + len(_ISSUED.split(phrase.words, maxsplit=1)[0])
    by = _BY_WHOM.match(text, named_until, end)
    author = phrase_after(text, by.end(), end) if by else None
    return author or (phrase if phrase.kind == "text" else None)


_ISSUE = (
    r"(?:issued|released|published|signed|posted|sent|put\sout|emitid[oa]|firmad[oa]|difundid[oa]"
    r"|publicad[oa])"
)
_ISSUED = re.compile(rf"\s(?={_ISSUE}\b)")
_BY_WHOM = re.compile(
    rf"\s(?:{_ISSUE}\s)?(?:by|from|of|del?|por)\s(?=\S)"
    r"|\s(?:que\slleva|con|bearing|under|with)\s(?:la|the)\s(?:firma|signature)\s(?:of|del?)\s"
)
_TEXT_OF = re.compile(
    rf"\b(?:statement|release|communiqu[eé]|letter|post|message|comunicado|carta|nota|texto|mensaje)"
    rf"\s(?:{_ISSUE}\s)?(?:by|from|of|del?|por)\s(?=\S)"
)


def announced_author(shown: str, start: int, end: int) -> Phrase | None:
    """Whose text follows "From the statement put out by the ministry:"."""
    found = _TEXT_OF.search(shown, start, end)
    return phrase_after(shown, found.end(), end) if found else None
