"""Bodies that act, offices that speak for them, countries and regions, found by their names.

One expression for all the names would be tried at every character of a text. They are filed
under their first words instead, and tried only where such a word stands (`word_scan.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    words_of,
)
from interdict.claims.word_scan import Stretch

_FIRST_WORD = re.compile(r"[^\W_]+")
_BOUNDED = r"(?<![\w-])(?:{})(?![\w-])"
_ADMIN = (
    r"(?P<admin>(?:[A-Z][\w’'-]+|[Tt]he) administration"
    r"|(?:la )?[Aa]dministración (?:de )?(?:Donald |Joe )?(?:Trump|Biden|Obama))"
)
_GOV = (
    r"(?P<gov>(?:[A-Z]\w+) [Gg]overnment|[A-Z]\w+(?:['’]s)? (?:interior|foreign|justice"
    r"|defen[cs]e|home|home affairs|security) ministry"
    r"|(?:[A-Z]\w+(?:['’]s)? )?(?:Interior|Home|Home Affairs|Foreign|Justice|Defen[cs]e|Security)"
    r" Ministry(?! of)"
    r"|(?:[Gg]obierno|[Gg]ouvernement|[Gg]overno) (?:de |del |du |do |da )(?:la |los )?"
    r"[^\W\d_a-z][^\W\d_]+)"
)
_OWNER = re.compile(r"[A-Z][^\W\d_]+")
_GOVERNING = frozenset(
    "administration administracion government ministry gobierno gouvernement governo".split()
)
"""Words without which no government is named by its country or its head."""


def state_of(name: str) -> str:
    """The country that a capital or a government named by its country stands for."""
    if name in countries():
        return countries()[name]
    if not _GOVERNING.isdisjoint(fold(name).split()):
        named = (countries()[word] for word in _OWNER.findall(name) if word in countries())
        return next(named, name)
    return name


def find_authorities(text: str, sentence: Stretch) -> list[Mention]:
    """Bodies, offices, governments, countries and regions in a sentence, in order."""
    codes = _codes()
    found = []
    for match in _matches(text, sentence):
        surface, span, group = match[0], match.span(), match.lastgroup
        if group == "office":
            code = _offices()[fold(surface)]
            longer = _LONGER_OFFICE.search(text, max(0, span[0] - 12), span[0])
            kind = "SPEAKERS" if longer else "AUTHORITY"  # "Internal Security Minister"
            found.append(Mention(kind, *span, surface, authority=None if longer else code))
        elif group == "body" and _opens_an_association(text, surface, span[1]):
            continue
        elif group == "body":
            found.append(Mention("AUTHORITY", *span, surface, authority=codes[surface]))
        elif group == "admin":
            found.append(Mention("AUTHORITY", *span, surface, authority=administrations()))
        elif group == "gov" and (governing := _government(surface, codes)):
            found.append(Mention("AUTHORITY", *span, surface, authority=governing))
        elif group in ("gov", "speakers"):
            named = _opens_a_name(text, surface, span[1]) or _IS_A_PART.match(text, span[1])
            if group == "speakers" and named:
                continue
            found.append(Mention("SPEAKERS", *span, surface))
        elif not _inside_name(text, *span) and not _name_goes_on(text, *span):
            acts = surface in countries()
            found.append(Mention("PLACE" if acts else "REGION", *span, surface))
    return [
        m
        for m in found
        if not (
            m.kind == "AUTHORITY"
            and (_office_follows(text, m) or _within_body(text, m) or _is_of_people(text, m))
        )
    ]


def _matches(text: str, sentence: Stretch) -> Iterable[re.Match[str]]:
    """The leftmost names of a sentence, without overlaps."""
    found = []
    patterns, firsts = _by_first_word()
    governed = not _GOVERNING.isdisjoint(sentence.words)
    places = zip(sentence.starts, sentence.words, strict=True)
    until = sentence.start
    for at, word in places if governed else sentence.places(firsts):
        if at < until:
            continue
        match = patterns[word].match(text, at, sentence.end) if word in firsts else None
        if governed and (match is None or match.lastgroup != "body"):
            # After the bodies, and before all others, come governments by their countries.
            match = _governments().match(text, at, sentence.end) or match
        if match is not None:
            found.append(match)
            until = match.end()
    return found


@cache
def _codes() -> dict[str, str]:
    return dict(reversed(authority_names()))


@cache
def _offices() -> dict[str, str]:
    return dict(office_codes())


@cache
def _parts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(group, names) in the order in which they are tried; offices and speakers in any case."""
    return (
        ("body", tuple(sorted(_codes(), key=len, reverse=True))),
        ("place", tuple(sorted((*countries(), *regions()), key=len, reverse=True))),
        ("office", tuple(office for office, _ in office_codes())),
        ("speakers", lexicon().speakers),
    )


def _group(name: str, words: Iterable[str]) -> str:
    one = "|".join(map(re.escape, words))
    if name == "office":
        return rf"(?P<office>(?i:{one}))(?!,?['’]|\s+[A-Z])"
    return f"(?P<speakers>(?i:{one}))" if name == "speakers" else f"(?P<{name}>{one})"


@cache
def _governments() -> re.Pattern[str]:
    return re.compile(_BOUNDED.format(f"{_ADMIN}|{_GOV}"))


@cache
def _by_first_word() -> tuple[dict[str, re.Pattern[str]], frozenset[str]]:
    """First word in small letters -> expression for the names that begin with it."""
    filed: dict[str, dict[str, list[str]]] = {}
    for group, names in _parts():
        for name in names:
            first = _FIRST_WORD.match(name)
            if first is None:
                raise ValueError(f"a name that begins with no letter: {name!r}")
            filed.setdefault(first[0].lower(), {}).setdefault(group, []).append(name)
    patterns = {
        word: re.compile(_BOUNDED.format("|".join(_group(*part) for part in groups.items())))
        for word, groups in filed.items()
    }
    return patterns, frozenset(patterns)


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


def _opens_a_name(text: str, surface: str, end: int) -> bool:
    """True for the first words of a name: "El Ejército de Liberación ...", an armed group."""
    after = _OF_NAME.match(text, end)
    armed = fold(surface).split()[-1] == "ejercito"
    return bool(after) and armed and after is not None and after["word"] not in countries()


_IS_A_PART = re.compile(r" (?:wing|arm|branch|council|junta|commander|leader|leadership)\b")
"""Behind "the military": a part of a group, or somebody in it, and no army that speaks."""
_OF_NAME = re.compile(r" (?:de|del) (?P<word>[^\W\d_a-z][\w’'-]*)")
_OF_A_GROUP = re.compile(
    r"\b(?:Front|Movement|Organi[sz]ation|Resistance|Vanguard|Liberation|Muslims|Jihad"
    r"|Mujahed?[ei]+n|Brotherhood|Tigers|Frente|Movimiento|Liberación|Organización|Resistencia"
    r"|Revolutionary Forces|Communist Party|Workers['’] Party|Partido Comunista"
    r"|Partido de los Trabajadores) (?:of|de|del) (?:the )?\Z"
)
_NATIONAL_BODY = re.compile(r"(?:National|Supreme|Federal|Regional) $")
_LONGER_OFFICE = re.compile(r"(?:National|Internal|Homeland|State) $")
"""Before an office: another country's, which goes by a longer name."""
_ASSOCIATION = re.compile(
    r"(?: [A-Z][^\W\d_]+){1,3} (?:Forum|Congress|Federation|Association|League|Front|Society)\b"
)
_OWN_NAME = re.compile(r"(?P<word>[A-Z][^\W\d_]{2,}) $")
_NEXT_NAME = re.compile(r" (?P<word>[^\W\d_a-z][\w’'-]*)")


def _within_body(text: str, mention: Mention) -> bool:
    """True for the end of another body's name: the National *Security Council*."""
    return _NATIONAL_BODY.search(text, max(0, mention.start - 12), mention.start) is not None


def _opens_an_association(text: str, surface: str, end: int) -> bool:
    """True for the adjective of "the British Sable Forum", which is all one name."""
    return fold(surface) in demonyms() and _ASSOCIATION.match(text, end) is not None


def _is_of_people(text: str, mention: Mention) -> bool:
    """True for the end of an association's name: the Global Sable *Congress*."""
    if mention.name != "Congress":
        return False
    before = _OWN_NAME.search(text, max(0, mention.start - 24), mention.start)
    if before is None:
        return False
    word = fold(before["word"])
    return word not in shapes().openers and word not in ("states", "american")


def _name_goes_on(text: str, start: int, end: int) -> bool:
    """True if a place is the first word of a name: "Palestine Action", "Jordan River"."""
    after = _NEXT_NAME.match(text, end)
    if after is None or not text[start:end].istitle():
        return False
    word = fold(after["word"])
    return (
        word not in _no_names()
        and word not in demonyms()
        and fold(text[start:end]) not in demonyms()
    )


@cache
def _no_names() -> frozenset[str]:
    """Words that go on with no name, also verbs that a headline writes with a capital."""
    classes = words_of("lexicon")["classes"]
    verbs = frozenset(word for entries in classes.values() for e in entries for word in e.split())
    return verbs | shapes().titles | shapes().breakers | shapes().months


def _inside_name(text: str, start: int, end: int) -> bool:
    """True if the place is part of a longer name ("Justice and Development Party of X")."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    if _OF_A_GROUP.search(text, max(0, start - 40), start):
        return True  # "the People's Movement of Sable"
    linked = before.endswith((" of ", " de "))
    return linked and after[:1] == " " and after[1:2].isupper()
