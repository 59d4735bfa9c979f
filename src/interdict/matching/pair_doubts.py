"""What tells two names apart although their words agree: forms, branches, acronyms, syllables.

For two parties held against each other. A search keeps such names, since a screener wants to
see the sister firm of a listed one; whether two records are one party is another question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interdict.matching.align import Alignment
from interdict.matching.evidence import Verdict
from interdict.matching.links import Link, Words
from interdict.matching.pair_likeness import is_korean
from interdict.matching.similarity import EQUAL
from interdict.text.countries import country_code, is_known
from interdict.text.legal_forms import legal_class
from interdict.text.names import Kind, Token
from interdict.text.normalize import fold, is_foreign
from interdict.text.numbers import number_of
from interdict.text.scripts.hangul import is_hangul, southern, syllables_of
from interdict.text.tables import words_of

FORM_DIFFERS = -2_500
"""A limited company and a joint-stock company of one name are two firms. On three lists 18 pairs
otherwise alike were two parties, 5 one; of all pairs so alike one in seven is two."""

BRANCH = -1_600
"""A line of business that groups run in a firm of its own stands on one side alone, or a country
at the end of a firm's name: its subsidiary there. On three lists 19 pairs otherwise alike were two
parties, 13 one; a country at the beginning says nothing (8 pairs one party, 3 two)."""

ACRONYM = -2_000
"""One letter more is one word more in the name that the letters stand for."""

SYLLABLE = -2_500
"""Each syllable of a Korean name is a word: Yong and Yang are no spellings of one. On three lists
23 such pairs were two persons, 1 one."""

CHILD = -2_000
"""A given name before the whole name of another is a child of that one, where names are chains of
fathers' names (Arabic nasab): `Yunus Karim Hasan al-Halwani` is a son of Karim Hasan al-Halwani.
On three lists 38 such pairs were two persons, 3 one."""

_CHAIN, _CHAIN_WITH_ARTICLE = 4, 3
"""Names of which a chain has so many at least; in shorter ones people have two given names."""

_ARTICLES = frozenset("al el bin ibn bint ben ould".split())

GENERATION = -1_500
"""Father and son of one name say so: Junior and Senior, II and III."""

_GENERATIONS = {"sr": "i", "snr": "i", "senior": "i", "jr": "ii", "jnr": "ii", "junior": "ii"}
_GENERATIONS |= {numeral: numeral for numeral in ("ii", "iii", "iv")}

_VAGUE_CLASSES = frozenset({"", "corporation", "sole"})
"""`Company` and `Inc.` are also what translations make of any form."""

_VAGUE_FORMS = frozenset({"coltd", "ltd"})
"""Likewise: Chinese, Iranian and Korean firms of every form call themselves `Co., Ltd.`."""

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){3,}(?!\w)")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{2,5}(?!\w)")


def doubts_of(
    texts: tuple[str, str], words: tuple[Words, Words], alignment: Alignment, person: bool | None
) -> Iterator[Verdict]:
    """What speaks against two names beside their score; `texts` are they as written.

    `person` None: they may be persons or firms.
    """
    asked, listed = words
    if person:
        verdicts = [
            _syllables(texts, asked, listed, alignment),
            _hangul(*texts),
            _generations(asked, listed),
            _child(texts, asked, listed, alignment),
        ]
    else:
        verdicts = [
            _forms(asked, listed),
            _branches(texts, asked, listed, alignment),
        ]
        if person is False:  # persons have family names in capitals, and initials
            verdicts.append(_acronyms(texts, asked, listed, alignment))
    return (verdict for verdict in verdicts if verdict is not None)


def generation_of(tokens: Sequence[Token]) -> str:
    """`i` for a name that ends with Senior, `ii` for Junior and so on; empty for others."""
    return _GENERATIONS.get(tokens[-1].text, "") if len(tokens) > 1 else ""


def _generations(asked: Words, listed: Words) -> Verdict | None:
    """A doubt if both names state a generation, and another one."""
    left, right = generation_of(asked.tokens), generation_of(listed.tokens)
    if not left or not right or left == right:
        return None
    texts = asked.tokens[-1].text, listed.tokens[-1].text
    detail = f"'{texts[0]}' is of another generation than '{texts[1]}'"
    return Verdict("name.generation", 0, GENERATION, *texts, detail)


def _child(
    texts: tuple[str, str], asked: Words, listed: Words, alignment: Alignment
) -> Verdict | None:
    """A doubt if all of a chain of names follows on one name more."""
    if bool(alignment.extra) == bool(alignment.missing) or not alignment.in_order:
        return None
    long, short, places = (
        (asked, listed, alignment.extra) if alignment.extra else (listed, asked, alignment.missing)
    )
    chain = sum(token.kind is Kind.NAME for token in short.tokens)
    has_article = any(token.text in _ARTICLES for token in short.tokens)
    if chain < (_CHAIN_WITH_ARTICLE if has_article else _CHAIN):
        return None
    first = next(at for at, token in enumerate(long.tokens) if token.kind is not Kind.TITLE)
    if long.tokens[first].kind is not Kind.NAME or len(_named(long, places)) != 1:
        return None
    if first not in places:
        return None
    name = long.tokens[first].text
    detail = f"'{name}' stands before the whole other name: a child"
    return Verdict("name.child", 0, CHILD, *texts, detail)


def _forms(asked: Words, listed: Words) -> Verdict | None:
    """A doubt if both sides state legal forms, and none of one class."""
    left, right = _classes(asked), _classes(listed)
    if not left or not right or not left.keys().isdisjoint(right):
        return None
    query, candidate = ", ".join(left.values()), ", ".join(right.values())
    detail = f"legal form '{query}' is of another kind than '{candidate}'"
    return Verdict("name.legal_form", 0, FORM_DIFFERS, query, candidate, detail)


def _classes(words: Words) -> dict[str, str]:
    """Classes of the legal forms of a name; none if one of them may be any."""
    forms = [token.text for token in words.tokens if token.kind is Kind.LEGAL_FORM]
    if not _VAGUE_FORMS.isdisjoint(forms):
        return {}
    return {legal_class(form): form for form in forms if legal_class(form) not in _VAGUE_CLASSES}


def _branches(
    texts: tuple[str, str], asked: Words, listed: Words, alignment: Alignment
) -> Verdict | None:
    """A doubt if nothing but one side has a further word, which names a branch of a group."""
    alone, lacking = _named(asked, alignment.extra), _named(listed, alignment.missing)
    if bool(alone) == bool(lacking):
        return None
    words = asked if alone else listed
    found = [token.text for token in (*alone, *lacking) if token.text in _branch_words()]
    found = found or _subsidiary_country(words, alone or lacking)
    if not found:
        return None
    detail = f"'{found[0]}' stands on one side alone: another firm of the group"
    return Verdict("name.branch", 0, BRANCH, *texts, detail)


def _branch_words() -> frozenset[str]:
    return words_of("branch_words.txt")


def _subsidiary_country(words: Words, alone: Sequence[Token]) -> list[str]:
    """The country with which the name of a firm ends before its legal form, if it is alone."""
    last = [token for token in words.tokens if token.kind is Kind.NAME][-1:]
    is_firm = any(token.kind is Kind.LEGAL_FORM for token in words.tokens)
    if not is_firm or last[:1] != list(alone)[-1:] or not last:
        return []
    text = last[0].text
    return [text] if len(text) > 2 and is_known(country_code(text)) else []


def _named(words: Words, places: Sequence[int]) -> list[Token]:
    return [words.tokens[at] for at in places if not words.tokens[at].kind.is_light]


def _acronyms(
    texts: tuple[str, str], asked: Words, listed: Words, alignment: Alignment
) -> Verdict | None:
    """A doubt if a word of initials stands for one with another number of letters."""
    left, right = (_written_acronyms(text) for text in texts)
    for link in alignment.links:
        if link.similarity == EQUAL:
            continue  # words written together begin with the acronym: abcd co, bcd co
        one, other = asked.tokens[link.asked[0]].text, listed.tokens[link.listed[0]].text
        if number_of(one) or number_of(other):
            continue  # XII
        if (one in left or other in right) and len(one) != len(other):
            detail = f"acronym '{one}' has other letters than '{other}'"
            return Verdict("name.acronym", 0, ACRONYM, one, other, detail)
    return None


def _written_acronyms(text: str) -> set[str]:
    """Letters with dots between them; capitals, where the other words are in small letters."""
    found = {fold(part).replace(" ", "") for part in _DOTTED.findall(text)}
    if not text.isupper():
        found |= {part.lower() for part in _CAPITALS.findall(text)}
    return found


def _syllables(
    texts: tuple[str, str], asked: Words, listed: Words, alignment: Alignment
) -> Verdict | None:
    """A doubt if two Korean names differ in a syllable that no spelling makes the same.

    Both in Latin letters: a reading out of another script is one of several.
    """
    differing = [link for link in alignment.links if link.similarity < EQUAL and _is_single(link)]
    if not differing or any(map(is_foreign, texts)):
        return None
    if not (is_korean(asked) and is_korean(listed)):
        return None
    for link in differing:
        one, other = asked.tokens[link.asked[0]].text, listed.tokens[link.listed[0]].text
        left, right = syllables_of(one), syllables_of(other)
        if left and right and left.isdisjoint(right):
            detail = f"'{one}' and '{other}' are two Korean syllables"
            return Verdict("name.syllable", 0, SYLLABLE, one, other, detail)
    return None


def _is_single(link: Link) -> bool:
    return link.asked[1] == link.listed[1] == 1


def _hangul(left: str, right: str) -> Verdict | None:
    """A doubt if two names in Hangul are written otherwise, however alike they are in Latin.

    Not where they differ by the sounds that South Korea drops at the beginning of a word
    (`ri`, `i`).
    """
    one, other = left.replace(" ", ""), right.replace(" ", "")
    if not (is_hangul(one) and is_hangul(other)) or len(one) != len(other):
        return None
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if all(southern(a) == southern(b) for a, b in pairs):
        return None
    detail = f"'{left}' and '{right}' are written otherwise"
    return Verdict("name.syllable", 0, SYLLABLE, left, right, detail)
