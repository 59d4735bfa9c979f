"""Finds the mentions of a document: who and what its sentences speak of.

Fixed names first (programmes, authorities, countries, the record's parties), then dates and
amounts, then what the shape of a name tells, then words that refer back. Names are known
document-wide: a full name lends itself to the surname alone, a group's name to its acronym.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from interdict.claims.amounts import Amount, find_amounts, first_amount
from interdict.claims.amounts_es import find_spanish_amounts
from interdict.claims.authority_mentions import find_authorities
from interdict.claims.body_references import body_references
from interdict.claims.country_in_name import initials_in, without_countries_in_names
from interdict.claims.dates import by_sentence, find_dates
from interdict.claims.gazetteer import Gazetteer, fold
from interdict.claims.group_short_names import initials, short_forms, spelled_out
from interdict.claims.home_country import with_own_bodies
from interdict.claims.known_groups import is_known_group, spanning_groups
from interdict.claims.languages import DEFAULT, Language, language_of
from interdict.claims.mention import Mention
from interdict.claims.name_modifiers import with_branches, without_modifiers
from interdict.claims.names import (
    Chain,
    chains,
    looks_like_group,
    looks_like_person,
    title_before,
)
from interdict.claims.naming_context import (
    GANG_OF,
    describes,
    gangs_named_after,
    is_origin,
    is_shouted,
    used_as_group,
    used_as_place,
)
from interdict.claims.programme_mentions import (
    ProgrammeNames,
    of_their_country,
    programme_names,
    programmes,
)
from interdict.claims.referring import referring_mentions
from interdict.claims.siblings import with_surnames
from interdict.claims.time_expression import TimeExpression
from interdict.claims.tokens import Word, split_words
from interdict.claims.vocabulary import (
    RegimeNames,
    administrations,
    demonyms,
    lexicon,
    office_codes,
    shapes,
)
from interdict.claims.whole_counts import with_whole_counts
from interdict.claims.word_scan import Stretch, WordScan
from interdict.model.changing import changed
from interdict.model.source import Document

_CURRENCY = re.compile(r"[A-Z]{3}$")
_ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Za-z]*[A-Z][A-Za-z0-9/-]*)\s*\)")


@dataclass(slots=True)
class _Names:
    """What the document has taught about names so far: folded words -> fullest name."""

    persons: dict[tuple[str, ...], Mention] = field(default_factory=dict)
    surnames: dict[str, Mention] = field(default_factory=dict)
    groups: dict[tuple[str, ...], Mention] = field(default_factory=dict)
    spoken: set[tuple[str, ...]] = field(default_factory=set)


def find_mentions(
    doc: Document,
    sentences: Sequence[tuple[int, int]],
    *,
    gazetteer: Gazetteer,
    regimes: tuple[RegimeNames, ...],
    language: Language | None = None,
    words: Sequence[Sequence[Word]] | None = None,
    spans: Sequence[tuple[int, int]] | None = None,
) -> list[list[Mention]]:
    """The mentions of each sentence, in order and without overlaps.

    `words` are those of each sentence, `spans` the sentences of the whole text as
    `claims.sentences` gives them; both are made where they are not at hand.
    """
    text = doc.text
    language = language or language_of(doc)
    if words is None:
        words = [split_words(text, start, end) for start, end in sentences]
    scan = WordScan.of_words(words)
    known = programme_names(regimes)
    dates = find_dates(
        text, published=doc.published_on, language=language.code, scan=scan, spans=spans
    )
    fixed = [
        _fixed(
            text, scan.within(*span), gazetteer=gazetteer, known=known, dates=own, language=language
        )
        for span, own in zip(sentences, by_sentence(dates, sentences), strict=True)
    ]
    letters = initials_in(text)
    fixed = [
        without_countries_in_names(text, found, named, letters)
        for found, named in zip(words, fixed, strict=True)
    ]
    fixed = with_own_bodies(body_references(words, fixed))
    fixed = of_their_country(text, fixed, regimes)
    fixed = [
        with_branches(text, found, _titled(found, named))
        for found, named in zip(words, fixed, strict=True)
    ]
    openers = language.openers_in(each[0].text for each in words if each)
    runs: list[list[Chain]] = [
        []
        if is_shouted(text[start:end])
        else list(chains(found, _spans(named), openers, language.never_names))
        for (start, end), found, named in zip(sentences, words, fixed, strict=True)
    ]
    names = _learn(text, runs, fixed)
    result = []
    for found, named, run in zip(words, fixed, runs, strict=True):
        mentions = list(named)
        for chain in run:
            mentions += _name(text, chain, names)
        mentions = _acronym_uses(found, mentions, names)
        if language.code in GANG_OF:
            mentions = gangs_named_after(text, found, mentions)
        mentions += referring_mentions(found, _spans(mentions), language)
        mentions = without_modifiers(found, _without_overlaps(mentions))
        result.append(with_surnames(text, mentions))
    return result


def _spans(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


def _fixed(
    text: str,
    sentence: Stretch,
    *,
    gazetteer: Gazetteer,
    known: ProgrammeNames,
    dates: Sequence[TimeExpression],
    language: Language,
) -> list[Mention]:
    """Mentions found by name, date and amount; the earlier kinds win where two overlap.

    `dates` are the time expressions that lie in the sentence.
    """
    start, end = sentence.start, sentence.end
    found = programmes(text, sentence, known)
    if len(gazetteer):
        found += _known(text[start:end], start, gazetteer)
    found += spanning_groups(text, sentence)
    found += find_authorities(text, sentence)
    found += [Mention("DATE", when.start, when.end, when.edtf or "") for when in dates]
    first = first_amount(sentence)
    if language.code == "es":
        found += _amounts(find_spanish_amounts(text, start, end), language.plurals)
    elif first is not None:
        found += _amounts(find_amounts(text, start, end, first=first), shapes().plural_nouns)
    whole = with_whole_counts(found) if language.code == DEFAULT else found
    return _without_overlaps(whole, first_wins=True)


def _known(sentence: str, start: int, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The record's parties; a name all in small letters is a word like any other."""
    for hit in gazetteer.find(sentence):
        surface = sentence[hit.start : hit.end]
        if any(c.isupper() for c in surface):
            yield Mention(
                "PERSON" if hit.entry.schema == "Person" else "GROUP",
                start + hit.start,
                start + hit.end,
                surface,
                entity_id=hit.entry.entity_id,
                schema=hit.entry.schema,
            )


def _titled(words: Sequence[Word], named: list[Mention]) -> list[Mention]:
    """The mentions with persons of the record under their titles, as persons of the text are."""
    if not any(mention.kind == "PERSON" for mention in named):
        return named
    places = {word.start: at for at, word in enumerate(words)}
    titled = []
    for mention in named:
        at = places.get(mention.start) if mention.kind == "PERSON" else None
        title = title_before(words, at) if at is not None else ()
        titled.append(_under_title(mention, title) if title else mention)
    return _without_overlaps(titled)


def _under_title(person: Mention, title: Sequence[Word]) -> Mention:
    text = " ".join(word.text for word in title)
    code = _office(text)
    return changed(
        person,
        kind="OFFICIAL" if code else "PERSON",
        start=title[0].start,
        title=text,
        authority=code,
    )


@lru_cache(maxsize=10_000)
def _office(title: str) -> str | None:
    """The authority that a title speaks for."""
    folded = fold(title)
    code = next((code for office, code in office_codes() if office in folded), None)
    return administrations() if code is None and folded == "president" else code


def _amounts(amounts: Iterable[Amount], plurals: frozenset[str]) -> Iterator[Mention]:
    for amount in amounts:
        unit = fold(amount.quantity.unit)
        kind = "MONEY" if _CURRENCY.match(amount.quantity.unit) else "COUNT"
        if unit in plurals:
            kind = "PLURAL"  # "eight gangs" can be designated
        yield Mention(kind, amount.start, amount.end, unit, value=amount.quantity)


def _without_overlaps(mentions: list[Mention], *, first_wins: bool = False) -> list[Mention]:
    """In order of place; of two that overlap the longer (or the earlier given) is kept."""
    order = mentions if first_wins else sorted(mentions, key=lambda m: m.start - m.end)
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in order:
        at = bisect_left(starts, mention.end)  # what begins before it ends
        if at == 0 or kept[at - 1].end <= mention.start:
            kept.insert(at, mention)
            starts.insert(at, mention.start)
    return kept


@cache
def _said() -> frozenset[str]:
    return frozenset((*lexicon().classes["said"], *lexicon().classes["said_abroad"]))


def _learn(
    text: str, runs: Sequence[Sequence[Chain]], fixed: Sequence[Sequence[Mention]]
) -> _Names:
    """Decides, over the whole document, which names are persons and which are groups."""
    names = _Names()
    said = _said()
    alone = frozenset(c.key[0] for run in runs for c in run if len(c.words) == 1)
    for known in fixed:
        for mention in known:
            if mention.kind == "PERSON":
                key = tuple(fold(mention.name).split())
                names.surnames.setdefault(key[-1], mention)
            elif mention.kind == "GROUP":
                names.groups.setdefault(tuple(fold(mention.name).split()), mention)
                _learn_acronym(text, mention, names)
    used = _used_as_groups(text, runs)
    titled = {chain.key for run in runs for chain in run if chain.title}
    titled |= {key for key in used if len(key) > 1 and key[-1] in alone and key[0] not in alone}
    titled |= {key for key in used if key[-1:] in {known[-1:] for known in titled}}
    for run in runs:
        for chain in run:
            key, surface = chain.key, chain.surface(text)
            nouned = chain.after in shapes().reference_nouns and len(key) < 3
            if nouned and describes(text, chain):
                continue
            is_group = not chain.title and (
                looks_like_group(key)
                or is_known_group(surface)
                or key in (used if nouned else used - titled)
            )
            if not is_group and looks_like_person(chain, surnames=alone, said=said):
                _learn_person(chain, surface, names)
            elif is_group and nouned:
                size = _spaced(text, chain.end, chain.after)
                span = (chain.start, chain.end + size)
                group = Mention("GROUP", *span, text[slice(*span)], schema="Organization")
                names.groups.setdefault((*key, chain.after), group)
            elif is_group:
                group = Mention("GROUP", chain.start, chain.end, surface, schema="Organization")
                names.groups.setdefault(key, group)
                _learn_acronym(text, group, names)
    names.groups |= spelled_out(runs, names.groups)
    names.spoken = {chain.key for run in runs for chain in run if not chain.title}
    for short in (initials, short_forms):
        for form, group in list(short(runs, names.groups)):
            if form[0] not in names.surnames:
                names.groups.setdefault(form, group)
    return names


def _used_as_groups(text: str, runs: Sequence[Sequence[Chain]]) -> set[tuple[str, ...]]:
    """The names of which the text speaks as of groups, and not at least as often as of places."""
    uses = Counter[tuple[str, ...]]()
    for run in runs:
        for chain in run:
            if chain.title or not shapes().state_bodies.isdisjoint(chain.key):
                continue
            if used_as_place(text, chain.start):
                uses[chain.key] -= 1
            elif used_as_group(text, chain.start, chain.end) and not describes(text, chain):
                uses[chain.key] += 1
    return {key for key, count in uses.items() if count > 0}


def _learn_person(chain: Chain, surface: str, names: _Names) -> None:
    title = " ".join(word.text for word in chain.title)
    code = _office(title)
    person = Mention(
        "OFFICIAL" if code else "PERSON",
        chain.start,
        chain.end,
        surface,
        authority=code,
        schema="Person",
        title=title,
    )
    if len(chain.key) == 1:
        names.surnames.setdefault(chain.key[0], person)
        return
    old = names.persons.get(chain.key)
    names.persons[chain.key] = old if old and (old.authority or not code) else person
    known = names.surnames.get(chain.key[-1])
    if known is None or len(known.name.split()) == 1 or known.name == surface:
        names.surnames[chain.key[-1]] = names.persons[chain.key]


def _learn_acronym(text: str, group: Mention, names: _Names) -> None:
    """What stands in parentheses is the group, also where the text has said it before its name."""
    match = _ACRONYM.match(text, group.end)
    if match is None:
        return
    key = (fold(match.group(1)),)
    known = names.groups.get(key)
    if known is None or (known.name == match.group(1) and known.entity_id is None):
        names.groups[key] = group


def _spaced(text: str, end: int, word: str) -> int:
    """The length of the white space and the word behind `end`."""
    return text[end : end + 40].casefold().find(word) + len(word)


def _name(text: str, chain: Chain, names: _Names) -> list[Mention]:
    """The mention that a chain makes, in the light of what the document teaches."""
    key = chain.key
    start, end = chain.start, chain.end
    with_title = chain.title[0].start if chain.title else start
    nouned = (*key, chain.after) in names.groups
    person = (
        None
        if nouned
        else names.persons.get(key) or (names.surnames.get(key[0]) if len(key) == 1 else None)
    )
    if person is None and len(key) > 1 and chain.title and not nouned:
        person = names.surnames.get(key[-1])
    if person is not None:
        return [changed(person, start=with_title, end=end)]
    group = names.groups.get((*key, chain.after))
    if group is not None:  # "Bhairav gang"
        return [changed(group, start=start, end=end + _spaced(text, end, chain.after))]
    group = names.groups.get(key)
    if group is None and is_origin(key):
        return []  # "Basque separatists"
    if group is not None:
        short = names.groups.get(key[1:]) if key[0] in demonyms() else None
        return [changed(short or group, start=start, end=end)]
    if len(key) > 2 and key[0] in demonyms() and key[1:] in names.spoken:
        return [Mention("NAME", start, end, text[chain.words[1].start : end])]
    return [Mention("NAME", start, end, chain.surface(text))]


def _acronym_uses(words: Sequence[Word], mentions: list[Mention], names: _Names) -> list[Mention]:
    """Single words that are a group's known name or acronym, wherever they stand."""
    known = [(key[0], group) for key, group in names.groups.items() if len(key) == 1]
    if not known:
        return mentions
    by_word = dict(known)
    extra = [
        changed(by_word[word.norm], start=word.start, end=word.end)
        for word in words
        if word.norm in by_word and word.capital
    ]
    covered = {(m.start, m.end) for m in extra}
    return extra + [m for m in mentions if (m.start, m.end) not in covered]
