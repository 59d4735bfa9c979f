"""Who a noun phrase before or after "said" means: the fullest name the document gives.

A roster is built once for a document from its chains of capitalised words. It holds no
knowledge of the world beyond given names: a surname leads to the one full name that ends in
it, an office to its one holder in this document, and where there are two the answer is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from interdict.claims.name_chains import (
    body_words,
    chains,
    fold,
    is_person_name,
    not_names,
    split_title,
    titles,
)
from interdict.claims.noun_phrases import Phrase
from interdict.claims.speech_words import folded, words
from interdict.claims.vocabulary import authorities, countries


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved noun phrase: what it is called, and whether it is a person."""

    name: str
    is_person: bool
    start: int
    end: int


@dataclass(slots=True)
class Roster:
    """The full names of a document by surname and by office."""

    by_surname: dict[str, dict[str, str]] = field(default_factory=dict)
    by_part: dict[str, set[str]] = field(default_factory=dict)
    by_office: dict[str, set[str]] = field(default_factory=dict)
    by_title: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """`m` or `f` by full name, and by surname, where a word beside the name tells."""

    def full_name(self, part: str) -> str | None:
        """The one full name that ends in the word, or else holds it: None if two do.

        A word that no full name holds is all there is to the name: it is given back.
        """
        key = fold(part)
        known = set(self.by_surname.get(key, {}).values()) or self.by_part.get(key, set())
        if not known:
            return part
        return next(iter(known)) if len(known) == 1 else None

    def is_person(self, name: str) -> bool:
        """True if the document has a full name that ends in this one's last word."""
        return fold(name.split()[-1]) in self.by_surname

    def titled(self, title: str) -> str | None:
        """The one person who is named with the whole title ("home secretary")."""
        names = self.by_title.get(fold(title), set())
        return next(iter(names)) if len(names) == 1 else None

    def holder(self, office: str) -> str | None:
        """The one person who is named with that office."""
        names = self.by_office.get(office, set())
        return next(iter(names)) if len(names) == 1 else None

    def has_office(self, name: str) -> bool:
        """True if the document names the person with any office."""
        return any(name in names for names in self.by_office.values())

    def gender(self, name: str) -> str | None:
        """`m`, `f` or None: by a title or noun beside the name, else by the given name."""
        parts = fold(name).split()
        told = self.genders.get(fold(name)) or self.genders.get(parts[-1])
        told = told or next((g for part in parts if (g := _gendered(part))), None)
        if told or len(parts) < 2:
            return told
        first = parts[0].split("-")[0]
        female, male = first in folded("feminine_names"), first in folded("masculine_names")
        return None if female == male else "f" if female else "m"


_TITLE_BEFORE = re.compile(
    r"(?P<role>[a-záéíóúñüäö-]{2,}(?:\s(?:de|del|of|the)\s[\w-]+)?)(?:\s[a-záéíóúñ-]{3,})?,?\s+$"
)
_ROLE_AFTER = re.compile(
    r"\s?,\s(?:the|an?|el|la|una?|its|his|her)\s(?P<role>[^,.;:()“”\"\n]{3,80}?)"
    r"(?=[,.;]|\s(?:who|of|for|at|in|from|del?|que|quien)\b)"
)


_GOVERNMENT_OF = re.compile(
    r"\b(?:[Gg]obierno|[Aa]dministración|[Ee]jecutivo) de (?P<name>(?:[A-ZÁÉÍÓÚÑ][\w-]+ ?){1,4})"
)
"""Whose government it is, is its president."""


@cache
def _states() -> frozenset[str]:
    """Names that are nobody's: of countries and known bodies, in any language."""
    return frozenset(countries()).union(*(body.names for body in authorities()))


def build_roster(text: str) -> Roster:
    """Reads the names of a document."""
    roster = Roster()
    for tokens in chains(text):
        office, name = split_title([token for token, _ in tokens])
        if not name:
            continue
        _note_gender(roster, tokens, len(tokens) - len(name), name)
        if len(name) < 2 or not is_person_name(name):
            continue
        full = " ".join(name)
        if full in _states():
            continue
        known = roster.by_surname.setdefault(fold(name[-1]), {})
        key = _same_person(known, full)
        if key is None:
            known[fold(full)] = full
        elif len(full) > len(known[key]):
            known[key] = full
        person = known[key or fold(full)]
        if office:
            title = " ".join(token for token, _ in tokens).rsplit(f" {name[0]}", 1)[0]
            _note_office(roster, person, office, title)
        _note_beside(roster, text, tokens, len(name), person)
    for named in _GOVERNMENT_OF.finditer(text):
        head = roster.full_name(named["name"].split()[-1])
        if head is not None and fold(head) in roster.by_surname.get(fold(head.split()[-1]), {}):
            for office, gender in (("presidente", "f"), ("presidenta", "m")):
                if roster.gender(head) != gender:
                    _note_office(roster, head, office, office)
    _without_articles(roster, text)
    for known in roster.by_surname.values():
        for full in known.values():
            for part in full.split()[:-1]:
                roster.by_part.setdefault(fold(part), set()).add(full)
    return roster


def _without_articles(roster: Roster, text: str) -> None:
    """Akram al-Sarr is "Sarr" too, unless "the Sarrs" are a people or a movement."""
    for key, known in list(roster.by_surname.items()):
        article = _ARTICLE.match(key)
        if article is None:
            continue
        bare = key[article.end() :]
        if bare not in roster.by_surname and not re.search(rf"\b{bare}s\b", text, re.I):
            roster.by_surname[bare] = known


_ARTICLE = re.compile(r"a[lnrdtsz]h?-|el-")
"""The Arabic article before a surname, folded."""


def _note_office(roster: Roster, person: str, office: str, title: str) -> None:
    roster.by_office.setdefault(office, set()).add(person)
    roster.by_title.setdefault(fold(title), set()).add(person)


def _note_gender(
    roster: Roster, tokens: list[tuple[str, int]], titled: int, name: list[str]
) -> None:
    """ "Ms Quist" is a woman, and so is every Quist, unless the document has a Mr Quist too."""
    for token, _ in tokens[:titled]:
        told = _gendered(token)
        if told:
            for key in (fold(" ".join(name)), fold(name[-1])):
                roster.genders[key] = "" if roster.genders.get(key, told) != told else told


def _gendered(word: str) -> str | None:
    key = fold(word).rstrip(".")
    if key in folded("feminine"):
        return "f"
    # In English most offices are anybody's: only words that are masculine there count.
    return "m" if key in folded("masculine") and key not in _EITHER else None


_EITHER = frozenset(
    "director senator minister fiscal portavoz general juez ministre président president"
    " presidente secretario".split()
)


def _note_beside(
    roster: Roster, text: str, tokens: list[tuple[str, int]], length: int, person: str
) -> None:
    """Offices in small letters before the name, or behind it: "Mara Quist, the minister"."""
    start = tokens[0][1]
    end = tokens[-1][1] + len(tokens[-1][0])
    roles = []
    if length == len(tokens):
        before = _TITLE_BEFORE.search(text, max(0, start - 60), start)
        roles += [before["role"]] if before else []
    after = _ROLE_AFTER.match(text, end, min(len(text), end + 110))
    roles += [after["role"]] if after else []
    for role in roles:
        for word in role.split():
            key = fold(word)
            if key in folded("offices"):
                _note_office(roster, person, key, role)
                if told := _gendered(word):
                    roster.genders.setdefault(fold(person), told)
                break


def _same_person(known: dict[str, str], full: str) -> str | None:
    """The key of a known name that differs only by middle names or initials."""
    first, last = fold(full).split()[0], fold(full).split()[-1]
    for key in known:
        if key.split()[0] == first and key.split()[-1] == last:
            return key
    return None


_UNDETERMINED = frozenset(
    "a an one another some several una un unos unas une um uma ein eine".split()
)
_REFERRING = frozenset(
    """
    aludido aludidos aludida aludidas mencionado mencionados citado citados susodicho implicado
    implicados interesado interesados afectado afectados accused latter former pair duo trio two
    """.split()
)
"""Descriptions that only point back to somebody named before."""
_SAME_OFFICE = {"mandatario": ("presidente", "president"), "mandataria": ("presidenta",)}


_INITIAL = re.compile(r"[A-Z]\.")
_OF_SOME = re.compile(r"(?:one|another|some|un[oa]|otr[oa])\s(?:of|de)\s", re.IGNORECASE)
"""One of several: who, only the words before can tell."""


def is_any_official(noun: str) -> bool:
    """True for "the official": it points back to the holder of some office, whoever that is."""
    return fold(noun) in ("official", "funcionario", "funcionaria")


def name_of(phrase: Phrase, roster: Roster) -> Speaker | None:
    """Who a phrase names by itself (not pronouns and texts); None when in doubt."""
    if phrase.kind == "name":
        return _named(phrase, roster)
    if phrase.kind != "role":
        return None
    article, _, rest = phrase.words.partition(" ")
    if _OF_SOME.match(phrase.words):
        return None
    described = Speaker(
        _without_article(phrase.words), _describes_person(phrase.words), phrase.start, phrase.end
    )
    tokens = [fold(word).strip("’'") for word in rest.split()]
    if article.lower() in ("the", "el", "la") and is_any_official(rest):
        return None
    if tokens[-1:] and tokens[-1] in _REFERRING:
        return None
    if article.lower() in _UNDETERMINED or (tokens[-1:] and tokens[-1] in words("plural_speakers")):
        return described
    offices = [word for word in tokens if word in folded("offices") or word in _SAME_OFFICE]
    if set(tokens) & folded("writings") and not offices:
        return None
    if not offices:
        return described
    office = offices[0]
    held = {
        n
        for same in (office, *_SAME_OFFICE.get(office, ()))
        for n in roster.by_office.get(same, ())
    }
    if len(tokens) == 1:
        if len(held) > 1:
            return None
        return Speaker(next(iter(held)), True, phrase.start, phrase.end) if held else described
    holder = roster.titled(rest)
    if holder is None and len(held) == 1 and article.lower() in ("the", "el", "la", "o", "le"):
        fits = [t for t, names in roster.by_title.items() if names == held and office in t.split()]
        holder = next(iter(held)) if any(set(tokens) <= set(t.split()) for t in fits) else None
    return described if holder is None else Speaker(holder, True, phrase.start, phrase.end)


def _without_article(description: str) -> str:
    """ "Interior Ministry spokesman", "importer": what somebody is called, in any sentence."""
    article, _, rest = description.partition(" ")
    return rest if article.lower() in ("a", "an", "one") and rest else description


_OF = re.compile(r"\s(?:of|for|to|at|from|in|with|on|de|del|para|du|des|da|do)\s")


def _describes_person(description: str) -> bool:
    """True for one person described by an office or a trade: "a senior official"."""
    noun = fold(_OF.split(description, maxsplit=1)[0].split()[-1])
    return any(noun in folded(kind) for kind in ("offices", "other_titles", "person_nouns"))


_STATES = frozenset({"us", "u.s", "uk", "un", "eu"})
"""What is no name by itself and still speaks."""


def _named(phrase: Phrase, roster: Roster) -> Speaker | None:
    named = phrase.words.split()
    start = phrase.start
    while (
        named
        and (word := fold(named[0]).rstrip(".")) in not_names()
        and word not in _STATES
        and not _INITIAL.fullmatch(named[0])
    ):
        start += len(named[0]) + 1
        named = named[1:]
    _, name = split_title(named)
    lowered = {fold(word).rstrip(".") for word in name}
    if not name:
        office = fold(named[-1]) if named else ""
        holder = roster.holder(office) or roster.titled(" ".join(named))
        if holder is None and named and office not in folded("offices"):
            return Speaker(" ".join(named), False, start, phrase.end)  # "Labour"
        if holder is None and len(named) > 1 and not roster.by_office.get(office):
            return Speaker(" ".join(named), True, start, phrase.end)  # "the Home Secretary"
        return Speaker(holder, True, start, phrase.end) if holder else None
    if " ".join(name) in _states():
        return Speaker(" ".join(name), False, start, phrase.end)
    if lowered & body_words() or (name[0].isupper() and len(name[0]) > 1 and len(name) > 1):
        return Speaker(" ".join(named), False, start, phrase.end)
    if len(name) == 1 or name[0][0].islower():  # "Berg", "von Berg"
        full = roster.full_name(name[-1])
        if full is None:
            return None
        person = roster.is_person(name[-1]) or (
            len(named) > 1 and fold(named[0]).rstrip(".") in titles()
        )
        return Speaker(full, person, start, phrase.end)
    if not is_person_name(name):
        return Speaker(" ".join(named), False, start, phrase.end)
    known = roster.by_surname.get(fold(name[-1]), {})
    key = _same_person(known, " ".join(name))
    return Speaker(known[key] if key else " ".join(name), True, start, phrase.end)
