"""Chains of capitalised words, and what their shape tells: a group, a person, a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from interdict.claims.known_groups import is_known_group
from interdict.claims.speech_words import folded
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import countries, demonyms, shapes

_MAX_PERSON = 4
_KINDS = frozenset("cartel gang group militia network organization organisation outfit".split())
_MARKS = frozenset('"“”„«»‘’')
_MAX_NICKNAME = 4
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BASED = (
    "-based",
    "-backed",
    "-aligned",
    "-linked",
    "-led",
    "-funded",
    "-born",
    "-listed",
    "-designated",
)
_OWN_ARTICLES = frozenset({"Los", "Las", "El", "La"})
"""Spanish articles that, in capitals inside a sentence, are part of a name."""
_OWNERS = frozenset("people workers peoples women children men".split())
"""Nouns whose possessive is part of a name: "People's Liberation Army"."""
_BODIES_ON = frozenset("council committee commission panel forum".split())
"""Bodies that are named after what they deal with: "Council on Harbour Relations"."""


@dataclass(frozen=True)
class Chain:
    """A run of words that reads as one name; `title` are the title words cut off before it."""

    words: tuple[Word, ...]
    title: tuple[Word, ...]
    before: str
    """Folded word before the chain (and its title), `""` at the start of a sentence."""
    after: str
    nicknamed: bool = False
    """True for `Juan "Loco" Luna`: `words` are those of the name alone."""

    @property
    def start(self) -> int:
        """Where the name starts, after the title."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.words[-1].end

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Folded words: equal for equal names."""
        return tuple([word.norm for word in self.words if word.text != "."])

    def surface(self, text: str) -> str:
        """The name as it is printed, without a nickname in it."""
        if self.nicknamed:
            return " ".join(word.text for word in self.words)
        return text[self.start : self.end]


def chains(
    words: Sequence[Word],
    occupied: Iterable[tuple[int, int]],
    openers: frozenset[str] = frozenset(),
    never: frozenset[str] = frozenset(),
) -> Iterator[Chain]:
    """The name-like runs of one sentence's words, outside the `occupied` spans.

    `openers` are words of the text's language that begin sentences, beside the English ones;
    `never` words that are part of no name, however they are written.
    """
    free = outside(words, occupied)
    at = 0
    for start, word in enumerate(words):
        # Words in small letters, nearly all of them, begin no name.
        if start < at or not free[start] or (word.text.islower() and "-" not in word.text):
            continue
        if word.norm in never or not _starts(words, start, openers):
            continue
        at = start
        stop = _run(words, free, at)
        chain = _trim(words, at, stop)
        if chain is not None and not is_origin(chain.key[-1]):
            yield chain
        at = stop


def is_origin(norm: str) -> bool:
    """True for an adjective of where somebody is, or who backs it: "Riga-based"."""
    return norm.endswith(("-based", "-backed", "-linked", "-led"))


def outside(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> list[bool]:
    """For each word, whether it begins outside all the spans."""
    starts = [word.start for word in words]
    free = [True] * len(words)
    for start, end in spans:
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            free[at] = False
    return free


def _starts(words: Sequence[Word], at: int, openers: frozenset[str]) -> bool:
    word = words[at]
    if not word.capital:
        if word.text.isdigit() and at + 1 < len(words):  # "764 Network"
            return words[at + 1].capital and words[at + 1].norm in shapes().group_heads
        return False
    if word.norm in shapes().breakers:
        return False
    # Behind a comma no sentence opens: "A, Los Lobos y B" names the article with the group.
    opens = at == 0 or not (words[at - 1].text[-1].isalnum() or words[at - 1].text == ",")
    first = word.norm in shapes().openers or word.norm in openers
    if opens and at and words[at - 1].text == "," and word.text in _OWN_ARTICLES:
        first = not (at + 1 < len(words) and words[at + 1].capital)  # "A, Los Remos y B"
    return not (opens and first) and word.norm not in shapes().months


def _run(words: Sequence[Word], free: Sequence[bool], at: int) -> int:
    """Index after the last word of the run that starts at `at`."""
    stop = at + 1
    while stop < len(words):
        if free[stop] and _continues(words, stop):
            stop += 1
            continue
        bridge = _bridge(words, stop) or _nickname(words, stop) or branch_behind(words, stop)
        reach = stop + bridge
        if bridge and all(free[stop : reach + 1]) and _continues(words, reach):
            stop = reach + 1
            continue
        break
    return stop


def _continues(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.text == ".":  # an initial: Gerald R. Ford
        return len(words[at - 1].text) == 1 and at + 1 < len(words) and words[at + 1].capital
    if not (word.capital or word.text.isdigit()):
        return word.norm in _COMPANIES
    return word.norm not in shapes().breakers and word.norm not in shapes().months


def _bridge(words: Sequence[Word], at: int) -> int:
    """How many connector words stand at `at` before the next capitalised word (0: none)."""
    for size in (2, 1):
        if at + size < len(words) and words[at + size].capital:
            link = " ".join(word.text for word in words[at : at + size])
            plural = words[at - 1].norm in _OWNERS and link in ("'s", "’s")
            about = link == "on" and words[at - 1].norm in _BODIES_ON
            if plural or about or link in shapes().connectors or link in ("'", "’"):
                return size
    return 0


_COMPANIES = frozenset("d.o.o. d.o.o s.r.o. a.d. s.a. s.l. s.r.l.".split())
"""What firms are called behind their names, in small letters."""
_DASHES = frozenset("–-")
_BRANCHES = frozenset(
    """
    army command branch province faction wing brigade brigades ejercito comando provincia rama
    brigada
    """.split()
)
"""Last words of what stands behind the dash in a name: "Front of Elbonia – People's Army"."""
_BRANCH_REACH = 6


def branch_behind(words: Sequence[Word], at: int) -> int:
    """1 for the dash between a group's name and that of its branch, which is part of it."""
    if words[at].text not in _DASHES or at + 1 >= len(words):
        return 0
    spaced = words[at - 1].end < words[at].start and words[at].end < words[at + 1].start
    if not (spaced and words[at + 1].capital):
        return 0
    behind = words[at + 1 : at + 1 + _BRANCH_REACH]
    size = next((i for i, w in enumerate(behind) if not (w.capital or w.norm in _INSIDE)), None)
    name = behind[:size]
    closed = size is not None and behind[size].text in ("–", "—", "-")  # an aside of its own
    return 0 if closed or not any(w.norm in _BRANCHES for w in name) else 1


def branch_end(words: Sequence[Word], at: int) -> int:
    """Where the name of the branch ends whose dash stands at a place."""
    end = at + 1
    while end + 1 < len(words) and (words[end + 1].capital or words[end + 1].norm in _INSIDE):
        end += 1
    while not words[end].capital:
        end -= 1
    return words[end].end


_INSIDE = frozenset("'s ’s ' ’ of the de del la los".split())


def _nickname(words: Sequence[Word], at: int) -> int:
    """How many words a nickname in quotation marks takes before the surname behind it (0: none)."""
    if words[at].text not in _MARKS:
        return 0
    for close in range(at + 2, min(at + 2 + _MAX_NICKNAME, len(words) - 1)):
        if words[close].text in _MARKS:
            inner = words[at + 1 : close]
            fits = inner[0].capital and words[close + 1].capital and words[at - 1].capital
            return close + 1 - at if fits and words[close].end + 1 == words[close + 1].start else 0
        if not words[close].text.isalpha():
            return 0
    return 0


def _without_nickname(words: Sequence[Word]) -> tuple[Word, ...]:
    marks = [at for at, word in enumerate(words) if word.text in _MARKS]
    return (*words[: marks[0]], *words[marks[-1] + 1 :]) if marks else tuple(words)


def _trim(words: Sequence[Word], at: int, stop: int) -> Chain | None:
    """Cuts title words, demonyms and countries off the front of the run."""
    titles = shapes().titles
    while at < stop - 1 and words[at].norm == "the":
        at += 1  # "The Valley Front", capitals and all, is a name without its article
    based = [n for n in range(at, stop - 1) if words[n].norm.endswith(_BASED)]
    at = based[-1] + 1 if based else at  # "Lima-based Valley Front", "San Juan-based Valley Front"
    while stop - at > 1 and _YEAR.match(words[stop - 1].text):
        stop -= 1
    people = shapes().people_adjectives
    if all(
        word.norm in people or word.norm.endswith(_BASED) or _national(word)
        for word in words[at:stop]
    ) and (stop - at < 3):
        return None  # "the Islamist group", "Sikh activists", "a Lima-based gang"
    if stop - at == 2 and _national(words[at]) and words[at + 1].norm in _KINDS:
        return None  # "Venezuelan Cartel", in a title
    if _acronym(words[stop - 1]) and all(
        word.norm in people or _national(word) for word in words[at : stop - 1]
    ):
        at = stop - 1  # "the Syrian Kurdish YPG"
    head = at
    while head < stop and (words[head].norm in titles or _national(words[head])):
        head += 1
        while head < stop and words[head].text in ("of", "the", "for") and head + 1 < stop:
            head += 1
    if head > at and is_known_group(" ".join(word.text for word in words[at:stop])):
        head = at  # "Irish National Liberation Army"
    titled = any(word.norm in titles for word in words[at:head])
    if head == stop:
        return None
    if not titled and head > at and (stop - head <= 2 or words[head].norm in people):
        head = at  # "Palestinian Authority", "Libyan Islamic Front" keep their adjective
    if at and words[at - 1].norm in shapes().lower_titles:
        title: tuple[Word, ...] = (words[at - 1], *words[at:head])
        before = words[at - 2].norm if at > 1 else ""
    else:
        title = tuple(words[at:head]) if titled else ()
        before = words[at - 1].norm if at else ""
    after = words[stop].norm if stop < len(words) else ""
    name = _without_nickname(words[head:stop])
    return Chain(name, title, before, after, nicknamed=len(name) < stop - head)


def _acronym(word: Word) -> bool:
    return word.text.isupper() and 2 <= len(word.text) <= 6


def title_before(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    """The title that stands right before the word at a place ("Venezuelan President"), or ()."""
    titles = shapes().titles
    low = at
    while low and words[low - 1].end + 1 == words[low].start:
        before = words[low - 1]
        if before.norm not in titles and not _national(before):
            break
        low -= 1
    title = tuple(words[low:at])
    return title if any(word.norm in titles for word in title) else ()


def _national(word: Word) -> bool:
    return word.norm in demonyms() or word.text in countries()


def looks_like_group(key: Sequence[str]) -> bool:
    """True if the folded words of a name have the shape of an armed or criminal group's name."""
    names = shapes()
    if not names.not_group.isdisjoint(key):
        return False
    if key[0].startswith(names.group_starts):
        return True
    if len(key) > 1 and not names.group_heads.isdisjoint(key):
        return True
    links = {"de", "del", "los", "las"} & set(key)
    return len(key) > 2 and bool(links) and not (_devotional(key) or key[0] in _given_names())


@cache
def _given_names() -> frozenset[str]:
    return folded("masculine_names") | folded("feminine_names")


def _devotional(key: Sequence[str]) -> bool:
    """True for a given name such as "María del Carmen" or "Juan de Dios"."""
    return any(link in ("de", "del") and word in _DEVOTIONS for link, word in pairwise(key))


_DEVOTIONS = frozenset(
    "jesus dios carmen rosario pilar lourdes guadalupe socorro mar rocio fatima".split()
)


def looks_like_person(chain: Chain, *, surnames: frozenset[str], said: frozenset[str]) -> bool:
    """True if the chain is used as a person's name.

    A title before it, a verb of saying beside it, or its last word alone elsewhere in the
    document (`surnames`).
    """
    size = len(chain.words)
    if chain.title:
        return size <= _MAX_PERSON
    if not 2 <= size <= _MAX_PERSON or shapes().not_group & set(chain.key):
        return False
    if any(not word.text[0].isalpha() for word in chain.words if word.text != "."):
        return False
    if _acronym(chain.words[-1]) and not all(word.text.isupper() for word in chain.words):
        return False
    if chain.nicknamed or chain.before in said or chain.after in said:
        return True
    return chain.key[-1] in surnames and not shapes().group_heads & set(chain.key)
