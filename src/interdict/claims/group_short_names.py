"""The shorter names by which a document goes on to call its groups, once it has named them.

"Wagner" for the Wagner Group, "the Brotherhood" for the Volga Brotherhood, "the HFT" for the
Harbour Front of Toledo: only where no person and no other group of the document has the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from interdict.claims.mention import Mention
from interdict.claims.names import Chain
from interdict.claims.vocabulary import countries, demonyms, shapes

Key = tuple[str, ...]
_SHORTEST = 5
"""Letters of the first word of a name that may stand for it."""


def initials(
    runs: Sequence[Sequence[Chain]], groups: Mapping[Key, Mention]
) -> Iterator[tuple[Key, Mention]]:
    """Words in capitals that are made of a group's initials: they are the group, said or not."""
    known = {
        "".join(word[0] for word in key if word not in shapes().connectors): group
        for key, group in groups.items()
        if len(key) > 2
    }
    for run in runs:
        for chain in run:
            word = chain.words[0].text
            if len(chain.words) == 1 and word.isupper() and chain.key[0] in known:
                yield chain.key, known[chain.key[0]]


def spelled_out(
    runs: Sequence[Sequence[Chain]], groups: Mapping[Key, Mention]
) -> dict[Key, Mention]:
    """Groups known by their initials alone, with the one name of the document that these fit.

    "The Halden Relief Fund was told. HRF, a charity, was listed.": both are one group, which the
    shape of its whole name does not show.
    """
    known = {
        key[0]: group
        for key, group in groups.items()
        if len(key) == 1
        and len(key[0]) > 2
        and group.name.isupper()
        and group.name.isalpha()
        and group.entity_id is None
    }
    if not known:
        return {}
    fitting: dict[str, dict[Key, Chain]] = {}
    for run in runs:
        for chain in run:
            letters = "".join(w[0] for w in chain.key if w not in shapes().connectors)
            if len(chain.key) > 2 and letters in known and not chain.title:
                fitting.setdefault(letters, {})[chain.key] = chain
    found: dict[Key, Mention] = {}
    for letters, chains in fitting.items():
        if len(chains) != 1:
            continue
        (key, chain), *_ = chains.items()
        name = " ".join(word.text for word in chain.words)
        whole = Mention("GROUP", chain.start, chain.end, name, schema="Organization")
        found |= {(letters,): whole, key: whole}
    return found


def short_forms(
    runs: Sequence[Sequence[Chain]], groups: Mapping[Key, Mention]
) -> Iterator[tuple[Key, Mention]]:
    """Single words of the document that can only be one of its groups."""
    single = [chain for run in runs for chain in run if len(chain.words) == 1]
    alone = {chain.key[0] for chain in single}
    inside = {chain.key[0] for chain in single if chain.before}
    short: dict[str, set[Key]] = {}
    for key in groups:
        for word in (*_by_head(key), *_without_article(key)):
            if word in alone:
                short.setdefault(word, set()).add(key)
        if _by_first_word(key) in inside:
            short.setdefault(key[0], set()).add(key)
    for word, keys in short.items():
        named = {groups[key].name for key in keys}
        if len(named) == 1:
            yield (word,), groups[next(iter(keys))]


def _by_head(key: Key) -> Iterator[str]:
    """Forms that the kind of group in a name gives, or its plural ("the Guards")."""
    if len(key) > 1 and key[-1] in shapes().group_heads:
        yield key[-1]
        if len(key) == 2:
            yield key[0]
    if len(key) > 2:
        for word in key:
            yield f"{word}s"


def _without_article(key: Key) -> Iterator[str]:
    """The last word of an Arabic name without its article: "Nur" of "Harakat al-Nur"."""
    if len(key) > 1 and key[-1].startswith("al-"):
        yield key[-1].removeprefix("al-")


def _by_first_word(key: Key) -> str | None:
    """The first word of a name, where it can stand for it.

    It must do so inside a sentence: at the beginning of one any word has a capital.
    """
    fits = len(key) > 1 and len(key[0]) >= _SHORTEST and not _is_common(key[0])
    return key[0] if fits else None


def _is_common(word: str) -> bool:
    """True for a word that says of what kind or from where a group is, and names none."""
    names = shapes()
    return (
        word in names.group_heads
        or word in names.people_adjectives
        or word in names.openers
        or word in demonyms()
        or word.title() in countries()
    )
