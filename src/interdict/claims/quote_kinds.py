"""What a stretch between quotation marks is: whole sentences, a part of one, or a term."""

from __future__ import annotations

import re

from interdict.claims.quote_spans import QuotedSpan

_SENTENCE_END = re.compile(r"[.!?…,—–-]$")
_TERM_BEFORE = re.compile(
    r"(?:\b(?:as|of|called|dubbed|named|termed|nicknamed|alias|titled|entitled|labell?ed|term|terms"
    r"|phrase|word|words|so-called|itself|themselves|himself|herself|codenamed|a\.k\.a\.|aka|offering|offer|provid(?:e|es|ing)|known\sas"
    r"|hereinafter)\s(?:an?\s|the\s|its\s|so-called\s)?|\((?:the\s|an?\s|or\s|collectively,?\s)*)$",
    re.I,
)
_STATUTE = re.compile(
    r"(?:\b(?:offer\w*|provid\w+|terms?|words?|phrase)\s(?:the\s)?|\([\w,\s]{0,30})$"
)
_STATUS = re.compile(
    r"(?:an?\s|the\s)?(?:foreign\s|domestic\s|listed\s|proscribed\s|specially\sdesignated\s|global\s|banned\s)*"
    r"terror(?:ist)?s?(?:\s(?:organi[sz]ations?|groups?|entit(?:y|ies)|activit(?:y|ies)|list))[.,]?"
    r"|specially\sdesignated\sglobal\sterrorists?[.,]?"
    r"|(?:an?\s|the\s)?(?:significant\s)?transnational\scriminal\sorgani[sz]ations?[.,]?",
    re.I,
)
"""The name of a legal status, in quotation marks: nobody's words."""
_NAME_SHAPE = re.compile(
    r"(?:(?:[A-Z0-9][\w’'.-]*|of|the|de|los|la|del|al|for|and|in|[a-z]-[A-Z]\w+)(?:\s|$))+$"
)


_NAMED_SO = re.compile(
    r"\b(?:so-called|self-styled|self-proclaimed|self-described|itself|themselves|himself|herself"
    r"|autodenominad[oa]s?|autoproclamad[oa]s?|llamad[oa]s?|denominad[oa]s?)\s$"
)
_EXAMPLES_BEHIND = re.compile(r",?\s(?:such as|like|como|tales como)\s")
"""Behind a term of which examples are given: “unlawful associations”, such as X."""
_WORK_BEFORE = re.compile(
    r"\b(?:book|novel|memoir|essay|report|article|paper|study|film|documentary|song|play|column"
    r"|podcast|headline|poem|libro|informe|artículo|novela|documental)\b[^.;:]{0,30}$",
    re.I,
)
_SMALL = frozenset(
    "a an the of for and or in on at to by with from as is de la el los las y en del un una".split()
)


def kind_of(text: str, shown: str, floor: int, span: QuotedSpan) -> str:
    """`direct` for whole sentences, `term` for names, titles and terms, else `partial`.

    Args:
        text: the document's text.
        shown: the same with quotations masked.
        floor: where the paragraph starts.
        span: the quotation.
    """
    inner = text[span.inner_start : span.inner_end].strip()
    before = shown[max(floor, span.start - 60) : span.start]
    words = inner.split()
    named = bool(_NAME_SHAPE.match(inner.rstrip(",."))) and inner[:1].isupper()
    # Where the stop stands outside ("...”."), a capital letter opens a sentence all the same.
    outside = text[span.end : span.end + 1] in (".", ",", "?", "!", "\n", "") or not span.closed
    ends = bool(_SENTENCE_END.search(inner))
    if len(words) <= 8 and _TERM_BEFORE.search(before[-40:]) and (named or _STATUTE.search(before)):
        return "term"
    if len(words) <= 4 and not ends and _NAMED_SO.search(before):
        return "term"
    if len(words) <= 3 and not inner[:1].isupper() and _EXAMPLES_BEHIND.match(text, span.end):
        return "term"
    if _STATUS.fullmatch(inner) or _is_title(words, before):
        return "term"
    opens = inner[:1].isupper() or inner[:1].isdigit() or not inner[:1].isalpha()
    alone = not text[floor : span.start].strip()
    led_in = before.rstrip().endswith(":")
    if opens and ((ends and (len(words) >= 2 or alone)) or led_in):
        return "direct"
    if named and len(words) <= 6 and not ends:
        return "term"
    if opens and outside and len(words) >= (2 if text[span.end : span.end + 1] == "," else 3):
        return "direct"
    return "direct" if len(words) >= 8 and ends else "partial"


def _is_title(words: list[str], before: str) -> bool:
    """True for the title of a work: every word of weight is capitalised, or a work leads it in."""
    heavy = [word for word in words if word.lower().strip(",.:") not in _SMALL]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in heavy)
    if len(heavy) < 2 or not words[0][0].isupper():
        return False
    if capitals == len(heavy) and len(words) >= 3 and words[-1][-1] not in ",.!?":
        return len(heavy) >= 4 or _WORK_BEFORE.search(before) is not None
    return _WORK_BEFORE.search(before) is not None and capitals >= 0.8 * len(heavy)
