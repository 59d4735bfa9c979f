"""Lines and phrases that stand among an article's paragraphs without being part of it.

All patterns are anchored: a sentence that merely uses such words is never dropped.
"""

from __future__ import annotations

import re

from interdict.documents.bylines import are_names, split_names

PROMO_MIN_WORDS = 5
"""Capital lines of at least so many words inside an article are links to other articles."""

_OPENER = re.compile(r"(?:Here(?:['’]s| is) what you need to know:[ \t]*)+", re.IGNORECASE)
_ADVERT_LINE = re.compile(r"advertisement(?:\s*[-–—:|]\s*scroll\b.*)?$", re.IGNORECASE)
_ADVERT_PHRASE = re.compile(
    r"\bAdvertisement\s*[-–—]\s*scroll(?:\s+down)?(?:\s+(?:for more|to (?:continue|read more)))?"
    r"(?:\s+reading)?\.?(?!\w)",
    re.IGNORECASE,
)
_ALSO_READ = re.compile(
    r"(?:(?:ALSO READ|READ ALSO|READ MORE|MORE ON THIS)\b"
    r"|(?i:also read|read also|read more|related(?: (?:story|stories|articles?))?)\s*[:|»>–—-])"
)
_SHARE = re.compile(
    r"(?:share(?: (?:this|on|via|full)\b[\w ,/]{0,60})?|tweet|print|e-?mail|copy link|save"
    r"|(?:follow|join) us (?:on|at)\b[\w @,./-]{0,80}|(?:sign up|subscribe) (?:for|to) (?:our|the)"
    r"\b[\w ,'’-]{0,80}newsletters?|click here to share\b[\w ,()/-]{0,80})[.!:]?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[Bb]y:?[ \t]+(?P<names>\S.*)$|BY:?[ \t]+(?P<capitals>\S.*)$")
_MARKS_BEFORE = "*_ \t"


def line_noise(line: str) -> str | None:
    """Kind of a line that is noise as a whole: `advert`, `also_read`, `share`; else None."""
    bare = line.strip(_MARKS_BEFORE)
    if _ADVERT_LINE.match(bare):
        return "advert"
    if _ALSO_READ.match(bare):
        return "also_read"
    return "share" if _SHARE.match(bare) else None


def byline_authors(line: str) -> tuple[str, ...]:
    """The names, if the line is a byline and nothing else; empty otherwise."""
    found = _BYLINE.match(line.strip(_MARKS_BEFORE))
    names = (found["names"] or found["capitals"]) if found else ""
    return split_names(names) if are_names(names) else ()


def phrases(line: str) -> list[tuple[int, int, str]]:
    """Spans of the line that are noise inside it: the `opener`, an inline `advert`."""
    spans = [(found.start(), found.end(), "advert") for found in _ADVERT_PHRASE.finditer(line)]
    opener = _OPENER.match(line)
    if opener is not None:
        spans.append((opener.start(), opener.end(), "opener"))
    return sorted(spans)


def in_capitals(line: str) -> bool:
    """True if the line has capital letters and no small ones."""
    return line.isupper()


def n_words(line: str) -> int:
    """Words of a line: runs between blanks that hold a letter or a digit."""
    return sum(any(c.isalnum() for c in word) for word in line.split())
