"""Who a noun phrase before or after "said" means: the fullest name the document gives.

A roster is built once for a document from its chains of capitalised words. It holds no
knowledge of the world: a surname leads to the one full name that ends in it, an office to its
one holder in this document, and where there are two the answer is None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from interdict.claims.sentences import FUNCTION_WORDS

_TOKEN = re.compile(
    r"[^\W\d_][\w-]*+"
    r"(?:(?:[’'](?=\w)|\.(?=[\w-])|(?<=\b[A-Z])\.|(?<=[ .]Jr)\.)[\w-]*+)*+|\n"
)
_PARTICLES = frozenset(
    "de la los las del da dos bin ibn van von der den el y al ben abu di du".split()
)
_LINKS = frozenset(("of", "for", "the", "and"))
_ARABIC = re.compile(r"(?:al|el|an|ad|ash|as)-[A-Z]")
_OFFICES = frozenset(
    """
    president vice-president secretary senator representative governor minister premier chancellor
    ambassador envoy commissioner chairman chairwoman chair speaker director attorney general judge
    justice pope king queen prince sheikh ayatollah mayor spokesman spokeswoman spokesperson
    commander admiral colonel chief leader congressman congresswoman
    """.split()
)
_TITLES = _OFFICES | frozenset(
    """
    mr mrs ms dr prof professor sir lord lady sen rep gov gen lt col adm maj capt sgt cmdr hon rev
    vice prime foreign interior defense defence deputy under assistant acting former ex special
    analyst expert fellow imam mullah republican democrat democratic first home finance shadow
    honourable honorable hon
    """.split()
)
_BODY_WORDS = frozenset(
    """
    department ministry office house command agency council committee party government union
    nations bank center centre institute police army navy force forces court times post examiner
    news journal group organization organisation cartel states state congress senate parliament
    embassy bureau administration commission kremlin pentagon treasury university network
    association foundation front brigade brigades movement service services guard corps company
    corporation authority board alliance league coalition fund watch international airport agency
    interpol federation republic kingdom islands district program programme project act strategy
    """.split()
)
_NOT_NAMES = FUNCTION_WORDS | frozenset(
    """
    who whom whose mr monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december us u.s uk u.k un u.n eu
    e.u american british
    """.split()
)
_PLURAL_SPEAKERS = frozenset(
    "officials experts analysts reporters sources witnesses critics lawyers activists prosecutors"
    " investigators diplomats residents relatives campaigners authorities police".split()
)


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without accents and case, for comparison."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


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


def build_roster(text: str) -> Roster:
    """Reads the names of a document."""
    roster = Roster()
    for tokens in _chains(text):
        if len(tokens) < 2:
            continue
        words = [token for token, _ in tokens]
        office, name = split_title(words)
        if len(name) < 2 or not _is_person_name(name):
            continue
        full = " ".join(name)
        known = roster.by_surname.setdefault(fold(name[-1]), {})
        key = _same_person(known, full)
        if key is None:
            known[fold(full)] = full
        elif len(full) > len(known[key]):
            known[key] = full
        if office:
            roster.by_office.setdefault(office, set()).add(known[key or fold(full)])
            title = fold(" ".join(words[: len(words) - len(name)]))
            roster.by_title.setdefault(title, set()).add(known[key or fold(full)])
    for known in roster.by_surname.values():
        for full in known.values():
            for part in full.split()[:-1]:
                roster.by_part.setdefault(fold(part), set()).add(full)
    return roster


def _same_person(known: dict[str, str], full: str) -> str | None:
    """The key of a known name that differs only by middle names or initials."""
    first, last = fold(full).split()[0], fold(full).split()[-1]
    for key in known:
        if key.split()[0] == first and key.split()[-1] == last:
            return key
    return None


def _chains(text: str) -> Iterable[list[tuple[str, int]]]:
    """Runs of capitalised words with the particles between them, without possessive endings."""
    run: list[tuple[str, int]] = []
    last_end = -1
    for match in _TOKEN.finditer(text):
        word = match[0]
        capital = word[0].isupper() or ("-" in word and _ARABIC.match(word) is not None)
        if not capital and not run:
            continue
        if run and text[last_end : match.start()] != " ":
            yield _trimmed(run)
            run = []
        possessive = word.endswith(("’s", "'s"))
        bare = word[:-2] if possessive else word
        if capital or (run and (bare in _PARTICLES or bare in ("of", "for"))):
            run.append((bare, match.start()))
            last_end = -2 if possessive else match.end()
        elif run:
            yield _trimmed(run)
            run = []
    if run:
        yield _trimmed(run)


def _trimmed(run: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without particles at its end and words at its start that open sentences."""
    while run and not (run[-1][0][0].isupper() or _ARABIC.match(run[-1][0])):
        run = run[:-1]
    while run and (fold(run[0][0]).rstrip(".") in _NOT_NAMES or run[0][0].endswith(("ing", "ly"))):
        run = run[1:]
    return run


def split_title(words: list[str]) -> tuple[str | None, list[str]]:
    """The office (last title word, in small letters) and the name behind the titles."""
    cut, office = 0, None
    for at, word in enumerate(words):
        lower = fold(word).rstrip(".")
        if lower in _TITLES and at < len(words) and (at == cut or at <= cut + 2):
            cut = at + 1
            office = lower if lower in _OFFICES and lower != "general" else office
            while cut + 1 < len(words) and words[cut] in _LINKS:
                while cut + 1 < len(words) and words[cut] in _LINKS:
                    cut += 1
                cut += 1  # "Secretary of State", "Secretary of the Treasury"
    return office, words[cut:]


def _is_person_name(name: list[str]) -> bool:
    """Two to five words, none of which is a body's, an acronym or a link ("Gulf of Aden")."""
    if not 2 <= len(name) <= 5 or not name[0][0].isupper():
        return False
    for word in name:
        lower = fold(word).rstrip(".")
        if lower in _BODY_WORDS or lower in _NOT_NAMES or lower in _LINKS:
            return False
        if len(word) > 2 and word.isupper():
            return False
    return True


_CAPITAL_RUN = re.compile(
    r"(?:[^\W\d_a-z][\w’'.-]*|al-[A-Z][\w’'-]*)"
    r"(?:[ ](?:(?:of|for|and|the|de|la|los|las|del|da|bin|ibn|van|von|der|el|al)[ ]){0,2}"
    r"(?:[^\W\d_a-z][\w’'.-]*|al-[A-Z][\w’'-]*))*$"
)
_PRONOUN = re.compile(r"\b(?:he|she|He|She)$")
_PLURAL_PRONOUN = re.compile(r"\b(?:it|they|we|It|They|We|I|you|You|who|which|that)$")
_ROLE = re.compile(
    r"\b(?P<article>an?|the|one|another|his|her|their|its|some|several|many|two|three|el|la|los|las"
    r"|una?)[ ]"
    r"(?:[\w’'.-]+[ ]){0,4}?(?P<head>[a-z][\w-]*)$",
    re.I,
)
_PLURAL_ROLE = re.compile(r"(?:^|[\s,])(?P<np>(?:[A-Za-z][\w.-]*[ ]){0,2}(?P<head>[a-z]+s))$")
_TEXTS = frozenset("statement release post message".split())
"""What a speaker puts out; a report or an indictment may be somebody else's."""
_WRITINGS = frozenset(
    "report study document notice order law text paper indictment ruling resolution article".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at `start`..`end`: kinds name, pronoun, text, role, body_role, other."""

    kind: str
    start: int
    end: int
    words: str


def phrase_ending_at(text: str, floor: int, end: int) -> Phrase | None:
    """The noun phrase that ends at `end`, looked for no further back than `floor`."""
    if end <= floor or not (text[end - 1].isalnum() or text[end - 1] == "."):
        return None
    low = max(floor, end - 120)
    window = text[low:end]
    for kind, pattern in (("pronoun", _PRONOUN), ("other", _PLURAL_PRONOUN)):
        found = pattern.search(window)
        if found:
            return Phrase(kind, low + found.start(), end, found[0])
    run = _CAPITAL_RUN.search(window)
    if run and fold(run[0]) not in _NOT_NAMES:
        return Phrase("name", low + run.start(), end, run[0])
    role = _ROLE.search(window)
    if role:
        kind = "text" if role["head"].lower() in _TEXTS else "role"
        return Phrase(kind, low + role.start(), end, role[0])
    plural = _PLURAL_ROLE.search(window)
    if plural and plural["head"] in _PLURAL_SPEAKERS:
        return Phrase("role", low + plural.start("np"), end, plural["np"])
    return None


def name_of(phrase: Phrase, roster: Roster) -> Speaker | None:
    """Who a phrase names by itself (not pronouns and texts); None when in doubt."""
    if phrase.kind == "name":
        return _named(phrase, roster)
    if phrase.kind != "role":
        return None
    article, _, rest = phrase.words.partition(" ")
    head = phrase.words.split()[-1].lower()
    if article.lower() in ("a", "an", "one", "another", "some", "several") or (
        head in _PLURAL_SPEAKERS
    ):
        return Speaker(phrase.words, False, phrase.start, phrase.end)
    if article.lower() == "the" and rest.lower() == head:
        holder = roster.holder(head)
        if holder:
            return Speaker(holder, True, phrase.start, phrase.end)
    if head in _WRITINGS or len(roster.by_office.get(head, ())) > 1:
        return None
    holder = roster.titled(rest) if article.lower() in ("the", "el", "la") else None
    return Speaker(holder or phrase.words, holder is not None, phrase.start, phrase.end)


def is_person_phrase(phrase: Phrase) -> bool:
    """True for a phrase that is a person's name, of two words or more."""
    if phrase.kind != "name":
        return False
    _, name = split_title(phrase.words.split())
    return _is_person_name(name)


def _named(phrase: Phrase, roster: Roster) -> Speaker | None:
    words = phrase.words.split()
    start = phrase.start
    while words and fold(words[0]).rstrip(".") in _NOT_NAMES - {"us", "u.s", "uk", "un", "eu"}:
        start += len(words[0]) + 1
        words = words[1:]
    _, name = split_title(words)
    lowered = {fold(word).rstrip(".") for word in name}
    if not name:
        office = fold(words[-1]) if words else ""
        holder = roster.holder(office)
        return Speaker(holder, True, start, phrase.end) if holder else None
    if lowered & _BODY_WORDS or (name[0].isupper() and len(name[0]) > 1 and len(name) > 1):
        return Speaker(" ".join(words), False, start, phrase.end)
    if len(name) == 1:
        full = roster.full_name(name[0])
        if full is None:
            return None
        return Speaker(full, roster.is_person(name[0]) or len(words) > 1, start, phrase.end)
    if not _is_person_name(name):
        return Speaker(" ".join(words), False, start, phrase.end)
    known = roster.by_surname.get(fold(name[-1]), {})
    key = _same_person(known, " ".join(name))
    return Speaker(known[key] if key else " ".join(name), True, start, phrase.end)
