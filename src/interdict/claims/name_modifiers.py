"""Names that only say which group or person is meant, and are no party themselves.

"Delta bandit group *Red Tide*", "the Riverton gunman", "Its Shipping Firms" in a heading: the
first word is a place, or somebody's, and never whom an act is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.mention import Mention
from interdict.claims.names import branch_behind, branch_end
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import shapes
from interdict.model.changing import changed

_PEOPLE = frozenset(
    """
    gunman gunmen attacker attackers bomber bombers shooter shooters killer killers assassin
    hijacker hijackers suspect suspects plotter plotters massacre attack attacks bombing bombings
    """.split()
)
"""What somebody, or something done, is called by its place."""
_OWN = frozenset({"its", "their"})
_BETWEEN = 3
"""Words between the place and the group, the last of them saying what the group is."""
_SMALL = frozenset("of the a an and or for in to by as is was that which who with from".split())
_PARTIES = frozenset({"GROUP", "NAME", "PERSON"})


def without_modifiers(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence, less names that only describe another party."""
    names = [m for m in mentions if m.kind in ("NAME", "GROUP")]
    if not names:
        return list(mentions)
    mentions = _with_regions(mentions)
    starts = {word.start: at for at, word in enumerate(words)}
    ends = {word.end: at for at, word in enumerate(words)}
    parties = {m.start for m in mentions if m.kind in _PARTIES}
    dropped = {
        m.start
        for m in names
        if m.start in starts
        and m.end in ends
        and (
            words[starts[m.start]].norm in _OWN
            or (
                m.kind == "NAME"
                and starts[m.start] == ends[m.end]
                and _describes(words, ends[m.end] + 1, parties)
            )
        )
    }
    return [m for m in mentions if m.start not in dropped]


def _with_regions(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with "Harakat al-Bahr East Africa" as one name."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        beside = last is not None and last.kind == "GROUP" and last.end + 1 == mention.start
        if last is not None and beside and mention.kind == "REGION" and last.entity_id is None:
            found[-1] = changed(last, end=mention.end, name=f"{last.name} {mention.name}")
            continue
        found.append(mention)
    return found


def _describes(words: Sequence[Word], at: int, parties: set[int]) -> bool:
    """True for words behind a name that say what the one is who is meant."""
    if at < len(words) and words[at].norm in _PEOPLE:
        return True
    for here in range(at, min(at + _BETWEEN, len(words) - 1)):
        word = words[here]
        if not word.text.isalpha() or not word.text.islower() or word.norm in _SMALL:
            return False
        if word.norm in shapes().reference_nouns and words[here + 1].start in parties:
            return True
    return False


def with_branches(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with "Front of Elbonia – People's Army" as one name, not that of the Front."""
    places = {word.end: at for at, word in enumerate(words)}
    found = []
    for mention in mentions:
        at = places.get(mention.end, len(words)) + 1
        if mention.kind == "GROUP" and at < len(words) and branch_behind(words, at):
            end = branch_end(words, at)
            mention = changed(mention, end=end, name=text[mention.start : end], entity_id=None)
        found.append(mention)
    return [m for m in found if not any(o.start < m.start < o.end for o in found)]
