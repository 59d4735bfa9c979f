"""What speaks against an alignment, and how much of the score it leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from interdict.matching.links import Link, Words
from interdict.matching.runs import Run
from interdict.matching.similarity import EQUAL, INITIAL, begin_apart
from interdict.matching.weights import HEAVIEST
from interdict.text.called import are_of_two_genders, is_business, is_name
from interdict.text.names import Kind, Token

FULL = 10_000
CONTRADICTION = 2_300
"""Taken (of 10,000) where both sides have words alone that do not resemble each other."""

SINGLE_KEEPS = 8_000
"""Left (of 10,000) of a score that rests on one word where one side has more."""

TITLED_KEEPS = 9_000
"""The same where a title agrees as well: Qari Bashir may be Qari Ayyub Bashir."""

OTHER_INITIAL = 2_300
"""Taken (of 10,000) where each side has an initial that the other has not."""

NUMBER_KEEPS = 7_000
"""Left (of 10,000) where a number stands on one side alone: another fund, another brigade."""

DESCENT_KEEPS = 7_000
"""Left (of 10,000) where father and son have changed places."""

INEXACT = 3_000
"""Taken (of 10,000) for a likeness of nothing; in proportion for a better one."""

INEXACT_IN_PART = 40_000
"""Taken besides, times the share of the words that is not found."""

RARE = 300
"""How much (of 1,000) the unlikeness of a word counts that no party has, or one alone."""

COMMON = 8
"""How much more (times 1,000) the unlikeness of a word counts that all parties have."""

OWN_NAME = 500
"""How common (of 1,000) a word counts at least that people are called (`called.is_name`): it is
another name rather than a slip, though nobody on the list may bear it."""

OWN_SYLLABLE = 800
"""The same for a word of one syllable that begins otherwise: Gang, Wang, Tang are three names."""

OTHER_GENDER_KEEPS = 8_000
"""Left (of 10,000) where a woman's given name stands for a man's."""

TURNED = 3
"""How much more inexact words count where the words stand in another order."""

TURNED_IN_PART = 9_000
"""Left (of 10,000) where they do, and the listed name has more of them."""

_ACRONYM, _VOWELS = (3, 4), frozenset("aeiouy")
_DESCENT = frozenset({"bin", "ibn", "bint"})
_NUMBER = re.compile(r"(?:\d+|i|i[ivx]+|[vx][ivx]*)$")
_LONGEST_NUMBER = 3


def kept_share(
    asked: Words,
    listed: Words,
    links: Sequence[Link],
    extra: tuple[int, ...],
    missing: tuple[int, ...],
) -> int:
    """What is left of the score, in 1/10,000, after what speaks against the alignment.

    Words alone on both sides that contradict each other; all resting on one word; another
    initial; a number that one side alone has; father and son in each other's place; the given
    name of a man for a woman's.
    """
    kept = FULL
    if extra or missing:
        alone = [asked.tokens[at] for at in extra if not asked.tokens[at].kind.is_light]
        lacking = [listed.tokens[at] for at in missing if not listed.tokens[at].kind.is_light]
        kept = _uncontradicted(alone, lacking)
        if _any_named(alone, lacking) and _n_heavy(asked, listed, links, lacking) < 2:
            kept = min(kept, TITLED_KEEPS if _is_titled(asked, listed, links) else SINGLE_KEEPS)
        if any(_is_number(token) for token in (*alone, *lacking)):
            kept = min(kept, NUMBER_KEEPS)
    turned = is_turned(links)
    inexact = min(FULL, _inexactness(asked, listed, links) * (TURNED if turned else 1))
    kept = kept * (FULL - inexact) // FULL
    if turned and any(listed.tokens[at].kind is Kind.NAME for at in missing):
        kept = kept * TURNED_IN_PART // FULL
    if len(links) > 2 and _is_turned_descent(asked, listed, links):
        kept = min(kept, DESCENT_KEEPS)
    if _is_other_gender(asked, listed, links):
        kept = kept * OTHER_GENDER_KEEPS // FULL
    return kept


def _uncontradicted(alone: list[Token], lacking: list[Token]) -> int:
    """What words alone on both sides leave: little if none resembles one of the other side."""
    left = [token.text for token in alone if token.kind is Kind.NAME]
    right = [token.text for token in lacking if token.kind is Kind.NAME]
    if left and right:
        fewer, more = sorted((left, right), key=len)
        likest = min(max(_resemblance(one, other) for other in more) for one in fewer)
        return FULL - CONTRADICTION * (100 - min(100, max(0, 2 * likest - 40))) // 100
    if len(left) < len(alone) and len(right) < len(lacking):
        return FULL - OTHER_INITIAL
    return FULL


def _inexactness(asked: Words, listed: Words, links: Sequence[Link]) -> int:
    """What is taken (of 10,000) because linked words are only like each other.

    A word that many parties have, or that people elsewhere are called, is hardly a slip for
    another (Hanan, Hasan), so it counts more than one that nobody has; initials, which are never
    exact, do not count. And the fewer words are found, the more exact they have to be.
    """
    weight = worth = unlike = 0
    for link in links:
        both = link.asked_weight + link.listed_weight
        weight += both
        if link.similarity != INITIAL:
            worth += both
            if link.similarity < EQUAL:
                counts = RARE + COMMON * _commonness(asked, listed, link)
                unlike += both * (EQUAL - link.similarity) * counts
    if not unlike:
        return 0
    total = asked.total + listed.total
    share = INEXACT + INEXACT_IN_PART * (total - weight) // total
    return min(FULL, share * unlike // (EQUAL * worth * HEAVIEST))


def _commonness(asked: Words, listed: Words, link: Link) -> int:
    """How common the asked words of a link are, of `HEAVIEST`: on the list, or among people."""
    rare = link.asked[1] * HEAVIEST
    commonness = max(0, rare - link.asked_weight) * HEAVIEST // rare
    if commonness < HEAVIEST and _is_word(link):
        word = asked.tokens[link.asked[0]].text
        if is_own(word):
            apart = begin_apart(word, listed.tokens[link.listed[0]].text)
            return max(commonness, OWN_SYLLABLE if apart else OWN_NAME)
    return commonness


def is_own(word: str) -> bool:
    """True for a word that people are called, and for a few letters that nobody can say.

    VTB and VEB are two banks.
    """
    return is_name(word) or (len(word) in _ACRONYM and _VOWELS.isdisjoint(word))


def _is_word(link: Link) -> bool:
    """True for one word and another, nothing written together or apart."""
    return link.asked[1] == link.listed[1] == 1


def _is_other_gender(asked: Words, listed: Words, links: Sequence[Link]) -> bool:
    """True if a woman's given name has been taken for a man's, or a man's for a woman's.

    Word by word also where several have been taken for as many.
    """
    return any(
        are_of_two_genders(asked.tokens[left].text, listed.tokens[right].text)
        for link in links
        if link.similarity < EQUAL and link.asked[1] == link.listed[1]
        for left, right in zip(_places(link.asked), _places(link.listed), strict=True)
    )


def _places(run: Run) -> range:
    return range(run[0], sum(run))


def most_single_keeps(asked: Sequence[Token]) -> int:
    """The most (of 10,000) that is left of a score that rests on one word of those asked."""
    titled = any(token.kind is Kind.TITLE for token in asked)
    return TITLED_KEEPS if titled else SINGLE_KEEPS


def _is_titled(asked: Words, listed: Words, links: Sequence[Link]) -> bool:
    """True if a title stands on both sides."""
    return any(
        link.similarity == EQUAL
        and asked.tokens[link.asked[0]].kind is listed.tokens[link.listed[0]].kind is Kind.TITLE
        for link in links
    )


def _any_named(alone: list[Token], lacking: list[Token]) -> bool:
    """True if a word that tells who it is stays alone."""
    both = (*alone, *lacking)
    return any(token.kind is Kind.NAME and not is_business(token.text) for token in both)


def _is_number(token: Token) -> bool:
    """True for a short number, in digits or Roman: `Fund II` is not `Fund`."""
    return len(token.text) <= _LONGEST_NUMBER and bool(_NUMBER.match(token.text))


def _is_turned_descent(asked: Words, listed: Words, links: Sequence[Link]) -> bool:
    """True if the words on either side of `bin` have changed places: Omar bin Ali, Ali bin Omar."""
    link = next((k for k in links if asked.tokens[k.asked[0]].text in _DESCENT), None)
    if link is None or listed.tokens[link.listed[0]].text not in _DESCENT:
        return False
    before = {k.listed for k in links if k.asked < link.asked}
    after = {k.listed for k in links if k.asked > link.asked}
    turned_before = any(place > link.listed for place in before)
    return turned_before and any(place < link.listed for place in after)


def is_turned(links: Sequence[Link]) -> bool:
    """True if the linked words of the listed name stand in another order in the query."""
    starts = [link.listed[0] for link in links]
    return starts != sorted(starts)


def _n_heavy(asked: Words, listed: Words, links: Sequence[Link], lacking: Sequence[Token]) -> int:
    """Words that carry weight and are linked, on the side that writes more of them apart.

    Where listed words are lacking those of the listed name count: Dong Ming is not the given
    name of Dongming Wang with the family name left away. Then a listed initial is no second word
    either: Tatiana Vasiliev is not Tatiana V. Chernykh.
    """
    if any(token.kind is Kind.NAME for token in lacking):
        return sum(
            _heavy(listed, link.listed)
            for link in links
            if link.similarity != INITIAL or listed.tokens[link.listed[0]].kind is Kind.NAME
        )
    return sum(max(_heavy(asked, link.asked), _heavy(listed, link.listed)) for link in links)


def _heavy(words: Words, run: Run) -> int:
    return sum(words.tokens[at].kind <= Kind.INITIAL for at in _places(run))


def _resemblance(left: str, right: str) -> int:
    """Percent of letters that two words share in order, however far apart they are."""
    return round(100 * OSA.normalized_similarity(left, right))
