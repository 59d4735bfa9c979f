"""Words that refer to what was named before: "the cartel", "a drug gang", "he", "it"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, pairwise

from interdict.claims.languages import DEFAULT, Language
from interdict.claims.mention import Mention
from interdict.claims.names import is_origin, outside
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import demonyms, shapes

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an"})
_CONTRACTED = frozenset("al del du au aux ao aos do da dos das beim vom zum zur le la".split())
"""Prepositions that hold an article."""
_ITSELF = frozenset("propio propia mismo misma".split())
"""Between an article and its noun: "al propio grupo"."""
ORDINALS = {"primero": 0, "primera": 0, "segundo": 1, "segunda": 1}
"""Which of two that were named: "los bienes del primero"."""
_BEHIND_ORDINALS = frozenset(
    "en por desde y a la lo las los es fue fueron esta tras con se".split()
)
_MAX_ADJECTIVES = 4
_NO_ADJECTIVES = frozenset(
    """
    of for by in with to from on at who and that member leader founder head spokesman the a an is
    was are were has have had will would can could may might must should does did
    """.split()
)
_ALL = frozenset({"both", "all"})
_AUXILIARIES = frozenset("were are have had was is".split())
_SUFFERING = frozenset("been already also now on still under put".split())
"""What stands behind the auxiliary besides a participle: "have been", "are on the list"."""
_BOTH = frozenset("ambos ambas".split())
_BEING = frozenset("quedan quedaron son fueron han estan seran quedaran figuran habian".split())
_DONE = ("ados", "adas", "idos", "idas")
_PRONOUNS = {"he": "PRONOUN", "she": "PRONOUN", "it": "IT", "they": "IT"}


def referring_mentions(
    words: Sequence[Word], occupied: Iterable[tuple[int, int]], language: Language
) -> Iterator[Mention]:
    """REF, DESC, PLURAL, ROLE, PRONOUN and IT mentions among the words of one sentence."""
    free = list(compress(words, outside(words, occupied)))
    if language.code != DEFAULT:
        following = dict(pairwise(words))
        yield from _abroad(free, following, language)
        return
    telling = _telling()
    for at, word in enumerate(free):
        norm = word.norm
        if norm not in telling:
            continue
        if norm in _PRONOUNS:
            yield Mention(_PRONOUNS[norm], word.start, word.end, norm)
        elif norm in _ALL:
            last = _all_of_them(free, at)
            if last is not None:
                yield Mention("PLURAL", word.start, free[last].end, "groups")
        elif norm in _DEFINITE:
            yield from _after_article(free, at, definite=True)
        elif norm in _INDEFINITE:
            yield from _after_article(free, at, definite=False)
        elif norm in shapes().quantifiers or norm in demonyms():
            yield from _plural(free, at)
        else:
            yield Mention("PLURAL", word.start, word.end, norm)


_VERBS = frozenset("is was has had and in on by of who which".split())
"""Words behind "the latter" where it stands by itself."""


@cache
def _telling() -> frozenset[str]:
    """Every word with which an English reference begins."""
    names = shapes()
    return demonyms().union(
        _ALL, _PRONOUNS, _DEFINITE, _INDEFINITE, names.quantifiers, names.plural_nouns
    )


def _all_of_them(free: Sequence[Word], at: int) -> int | None:
    """The last word of "both", "all four" to whom something is done: those of the list before."""
    last = at if free[at].norm == "both" else at + 1
    if last + 2 >= len(free) or (last > at and free[last].norm not in shapes().quantifiers):
        return None
    done = free[last + 2].norm
    suffers = done.endswith("ed") or done in _SUFFERING
    return last if suffers and free[last + 1].norm in _AUXILIARIES else None


def _abroad(
    free: Sequence[Word], following: dict[Word, Word], language: Language
) -> Iterator[Mention]:
    """The same in another language: an article (or "al", "du") and a noun, and pronouns."""
    for at, word in enumerate(free):
        if word.text.casefold() in language.pronouns:
            yield Mention(language.pronouns[word.text.casefold()], word.start, word.end, word.norm)
        elif word.norm in ORDINALS and at and _is_of_two(free, at, following):
            yield Mention("REF", word.start, word.end, word.norm)
        elif word.norm in _BOTH and _suffers(free, at):
            yield Mention("PLURAL", word.start, word.end, "groups")
        elif word.norm in language.plurals:
            yield Mention("PLURAL", word.start, word.end, word.norm)
        elif word.norm in language.nouns and at:
            named = word in following and following[word].capital
            last = at - 2 if free[at - 1].norm in _ITSELF and at > 1 else at - 1
            before = free[last].norm
            if (before in language.articles or before in _CONTRACTED) and not named:
                yield Mention("REF", word.start, word.end, word.norm)
        elif word.norm in language.roles and at and free[at - 1].norm in language.articles:
            yield Mention("ROLE", word.start, word.end, word.norm, title=word.text)


def _suffers(free: Sequence[Word], at: int) -> bool:
    """True for "ambas quedan señaladas": those last listed, to whom something is done."""
    behind = [word.norm for word in free[at + 1 : at + 5]]
    return behind[:1] != [] and behind[0] in _BEING and any(w.endswith(_DONE) for w in behind[1:])


def _is_of_two(free: Sequence[Word], at: int, following: dict[Word, Word]) -> bool:
    """True for "del primero", "la segunda" with no noun behind it."""
    after = following.get(free[at])
    alone = after is None or after.norm in _BEHIND_ORDINALS or not after.text.isalpha()
    return alone and free[at - 1].norm in _CONTRACTED | {"el", "los", "las"}


def _after_article(free: Sequence[Word], at: int, *, definite: bool) -> Iterator[Mention]:
    names = shapes()
    for stop in range(at + 1, min(at + 2 + _MAX_ADJECTIVES, len(free))):
        word, follower = free[stop], free[stop + 1] if stop + 1 < len(free) else None
        start, end = free[at].start, word.end
        if definite and stop == at + 1 and word.norm == "latter":
            if follower is None or not follower.text.isalpha() or follower.norm in _VERBS:
                yield Mention("REF", start, end, word.norm)
            return
        if word.norm in names.reference_nouns:
            followed = follower is not None and follower.capital
            if not (followed and definite):
                yield Mention("REF" if definite else "DESC", start, end, word.norm)
            return
        if definite and word.norm in names.role_nouns:
            if follower is None or not follower.capital:
                role = " ".join(each.text for each in free[at + 1 : stop + 1])
                yield Mention("ROLE", start, end, word.norm, title=role)
            return
        adjective = word.norm in names.reference_adjectives or word.norm in demonyms()
        adjective = adjective or is_origin(word.norm) or word.norm in names.people_adjectives
        if definite and word.capital and follower is not None and is_origin(follower.norm):
            adjective = True  # "the New York-based group"
        loose = (
            not definite
            and word.text.replace("-", "").isalpha()
            and word.text.islower()
            and word.norm not in _NO_ADJECTIVES
        )
        if not (adjective or loose):
            return


def _plural(free: Sequence[Word], at: int) -> Iterator[Mention]:
    for stop in range(at + 1, min(at + 2 + _MAX_ADJECTIVES, len(free))):
        word = free[stop]
        if word.norm in shapes().plural_nouns:
            yield Mention("PLURAL", free[at].start, word.end, word.norm)
            return
        if not word.text.replace("-", "").isalpha():
            return
