"""Chains of capitalised words that may be somebody's name, with the titles before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from interdict.claims.sentences import FUNCTION_WORDS
from interdict.claims.speech_words import folded

_REST = r"[\w-]*+(?:(?:[’'](?=\w)|\.(?=[\w-])|(?<=\b[A-Z])\.|(?<=[ .]Jr)\.)[\w-]*+)*+"
_TOKEN = re.compile(rf"[^\W\d_]{_REST}|\n")
_SMALL = re.compile(rf"(?:(?!(?:al|el|an|ad|ash|as)-[A-Z])[a-z]{_REST}|[^\S\n]|[\d.,;:“”\"()])++")
"""Words that begin no name, and what stands between them: no need to look at each."""
_PARTICLES = frozenset(
    "de la los las del da dos bin ibn van von der den el y al ben abu di du".split()
)
_LINKS = frozenset(("of", "for", "the", "and"))
_ARABIC = re.compile(r"(?:al|el|an|ad|ash|as)-[A-Z]")
_BODY_WORDS = frozenset(
    """
    department ministry office house command agency council committee party government union
    nations bank center centre institute police army navy force forces court times post examiner
    news journal group organization organisation cartel states state congress senate parliament
    embassy bureau administration commission kremlin pentagon treasury university network
    association foundation front brigade brigades movement service services guard corps company
    corporation authority board alliance league coalition fund watch international airport agency
    interpol federation republic kingdom islands district program programme project act strategy
    ministerio secretaria departamento gobierno fiscalia tribunal congreso senado partido ejercito
    policia comision consejo asamblea cancilleria embajada presidencia agencia instituto universidad
    organizacion movimiento alianza federacion sindicato asociacion fundacion camara audiencia
    juzgado alcaldia ayuntamiento comite parlamento procuraduria defensoria contraloria suprema
    """.split()
)
_NOT_NAMES = FUNCTION_WORDS | frozenset(
    """
    who whom whose mr monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december us u.s uk u.k un u.n eu
    e.u american british en por para con sin sobre tras desde hasta segun pero aunque cuando como
    ante entre durante tambien ademas ayer hoy ya y e ambos ambas i'm i've i'd i'll we're we've
    we'd we'll it's he's she's they're they've you're that's there's let's here's what's who's
    """.split()
)


def not_names() -> frozenset[str]:
    """Words that are no name by themselves, however they are written."""
    return _NOT_NAMES


def body_words() -> frozenset[str]:
    """Words whose presence makes a name that of a body."""
    return _BODY_WORDS


@cache
def titles() -> frozenset[str]:
    """Folded words that stand before a name without being part of it."""
    return folded("offices") | folded("other_titles")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without accents and case, for comparison."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


_GERMAN_OFFICES = ("minister", "ministerin", "prasident", "prasidentin", "sprecher", "sprecherin")
"""Endings of German offices, which are one word: "Innenministerin"."""


def chains(text: str) -> Iterable[list[tuple[str, int]]]:
    """Runs of capitalised words with the particles between them, without possessive endings."""
    run: list[tuple[str, int]] = []
    last_end = -1
    at = 0
    while True:
        small = None if run else _SMALL.match(text, at)
        match = _TOKEN.search(text, small.end() if small else at)
        if match is None:
            break
        at = match.end()
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
        if word == "Secretaría":  # a body, where "secretaria" holds an office
            continue
        if (
            (lower in titles() or lower.endswith(_GERMAN_OFFICES))
            and at < len(words)
            and (at == cut or at <= cut + 2)
        ):
            cut = at + 1
            office = lower if lower in folded("offices") and lower != "general" else office
            while cut + 1 < len(words) and words[cut] in _LINKS:
                while cut + 1 < len(words) and words[cut] in _LINKS:
                    cut += 1
                cut += 1  # "Secretary of State", "Secretary of the Treasury"
    name = words[cut:]
    while len(name) > 2 and fold(name[-1]).rstrip(".") in folded("post_nominals"):
        name = name[:-1]
    return office, name


def is_person_name(name: list[str]) -> bool:
    """Two to five words, none of which is a body's, an acronym or a link ("Gulf of Aden")."""
    if not 2 <= len(name) <= 5 or not name[0][0].isupper():
        return False
    for word in name:
        lower = fold(word).rstrip(".")
        if len(lower) == 1 and word.endswith("."):
            continue  # an initial: "A. S. Quist"
        if lower in _BODY_WORDS or lower in _NOT_NAMES or lower in _LINKS:
            return False
        if len(word) > 2 and word.isupper():
            return False
    return True
