"""Bodies that act, offices that speak for them, countries and regions, found by their names."""

from __future__ import annotations

import re
from functools import cache

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.vocabulary import (
    administrations,
    authority_names,
    countries,
    demonym_countries,
    demonyms,
    lexicon,
    office_codes,
    regions,
    shapes,
)


@cache
def _bodies() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = dict(reversed(authority_names()))
    names = sorted(codes, key=len, reverse=True)
    alternatives = "|".join(re.escape(name) for name in names)
    places = "|".join(
        re.escape(name) for name in sorted((*countries(), *regions()), key=len, reverse=True)
    )
    offices = "|".join(re.escape(office) for office, _ in office_codes())
    speakers = "|".join(re.escape(name) for name in lexicon().speakers)
    return (
        re.compile(
            rf"(?<![\w-])(?:(?P<body>{alternatives})"
            rf"|(?P<admin>(?:[A-Z][\w’'-]+|[Tt]he) administration)"
            r"|(?P<gov>(?:[A-Z]\w+) [Gg]overnment|[A-Z]\w+(?:['’]s)? (?:interior|foreign|justice"
            r"|defen[cs]e|home|home affairs|security) ministry"
            r"|(?:[Gg]obierno|[Gg]ouvernement|[Gg]overno) (?:de |du |do |da )?[^\W\d_]+)"
            rf"|(?P<place>{places})"
            rf"|(?P<office>(?i:{offices}))(?!,?['’]|\s+[A-Z])|(?P<speakers>(?i:{speakers})))(?![\w-])"
        ),
        codes,
    )


def find_authorities(text: str, start: int, end: int) -> list[Mention]:
    """Bodies, offices, governments, countries and regions in `text[start:end]`, in order."""
    pattern, codes = _bodies()
    found = []
    for match in pattern.finditer(text, start, end):
        surface, span = match.group(), match.span()
        if match["office"]:
            code = dict(office_codes())[fold(surface)]
            found.append(Mention("AUTHORITY", *span, surface, authority=code))
        elif match["body"]:
            found.append(Mention("AUTHORITY", *span, surface, authority=codes[surface]))
        elif match["admin"]:
            found.append(Mention("AUTHORITY", *span, surface, authority=administrations()))
        elif match["gov"] and (governing := _government(surface, codes)):
            found.append(Mention("AUTHORITY", *span, surface, authority=governing))
        elif match["gov"] or match["speakers"]:
            found.append(Mention("SPEAKERS", *span, surface))
        elif not _inside_name(text, *span) and not _name_goes_on(text, *span):
            acts = surface in countries()
            found.append(Mention("PLACE" if acts else "REGION", *span, surface))
    return [
        m
        for m in found
        if not (m.kind == "AUTHORITY" and (_office_follows(text, m) or _within_body(text, m)))
    ]


def _government(surface: str, codes: dict[str, str]) -> str | None:
    """The code of "the Canadian government", "el Gobierno de Canadá", where it has one."""
    words = surface.replace("’s", "").replace("'s", "").split()
    return next(
        (
            codes[name]
            for word in words
            for name in (word, demonym_countries().get(word, ""))
            if name in codes and "ministry" not in words
        ),
        None,
    )


def _office_follows(text: str, mention: Mention) -> bool:
    """True before an office or another capitalised word that makes one name with it."""
    rest = text[mention.end : mention.end + 40].lstrip()
    first = rest.split(maxsplit=1)[0] if rest else ""
    return (
        fold(first.strip(",.")) in shapes().titles
        and first[:1].isupper()
        and (first[-1:] not in ",.")
    )


_NATIONAL_BODY = re.compile(r"(?:National|Supreme|Federal|Regional) $")
_NEXT_NAME = re.compile(r" (?P<word>[^\W\d_a-z][\w’'-]*)")


def _within_body(text: str, mention: Mention) -> bool:
    """True for the end of another body's name: the National *Security Council*."""
    return _NATIONAL_BODY.search(text, max(0, mention.start - 12), mention.start) is not None


def _name_goes_on(text: str, start: int, end: int) -> bool:
    """True if a place is the first word of a name: "Palestine Action", "Jordan River"."""
    after = _NEXT_NAME.match(text, end)
    if after is None or not text[start:end].istitle():
        return False
    word = fold(after["word"])
    known = shapes().titles | shapes().breakers | shapes().months | _said_or_done()
    return word not in known and word not in demonyms() and fold(text[start:end]) not in demonyms()


@cache
def _said_or_done() -> frozenset[str]:
    """Words of the word classes: verbs that a headline writes with a capital."""
    classes = lexicon().classes
    return frozenset(word for entries in classes.values() for e in entries for word in e.split())


def _inside_name(text: str, start: int, end: int) -> bool:
    """True if the place is part of a longer name ("Justice and Development Party of X")."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    linked = before.endswith((" of ", " de "))
    return linked and after[:1] == " " and after[1:2].isupper()
