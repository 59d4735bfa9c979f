"""Whom the words of a quotation designate: the object of the designating verb, nobody else.

"plans to designate the Front, led by Grau, as a foreign terrorist organization" designates the
Front; "the Front was proscribed", too. Persons are passed over: a leader is not designated with
his group, and a person's own listing is left to the rules and the lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interdict.claims.backends.settings import is_one_of, supporting_words
from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention

_WORD = re.compile(r"[^\W_]+")
_GROUPS = frozenset({"GROUP", "NAME", "DESC", "REF", "PLURAL"})
_JOINING = frozenset("and or the also known as well a k aka".split())
"""Words between the members of a list of names, or between a name and another of the same party."""

_NEAR = 3
"""Characters between a programme and the noun that it makes ("FTO designation"), at most."""


def designated_in(text: str, start: int, end: int, inside: Sequence[Mention]) -> list[Mention]:
    """The mentions that `text[start:end]` designates; empty if it designates nobody.

    Args:
        text: the document's text.
        start: where the quotation begins.
        end: where it ends.
        inside: mentions in the quotation, in order.
    """
    groups = [mention for mention in inside if mention.kind in _GROUPS]
    programmes = [mention for mention in inside if mention.kind == "PROGRAMME"]
    found: list[Mention] = []
    for word in _WORD.finditer(text, start, end):
        if not is_one_of(fold(word[0]), supporting_words()["designation"]):
            continue
        if any(m.start <= word.start() < m.end for m in inside):
            continue  # a word of a name ("the designated party")
        ahead = [p for p in programmes if p.start >= word.end()]
        makes = any(0 <= word.start() - p.end <= _NEAR for p in programmes)
        if not ahead and not makes:
            continue
        limit = ahead[0].start if ahead and not makes else end
        after = [g for g in groups if word.end() <= g.start and g.end <= limit]
        before = [g for g in groups if g.end <= word.start()]
        found += _list_from(text, after) if after else _list_from(text, before[::-1])
    return found


def _list_from(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention, and those that a list joins to it, one to the next."""
    joined = list(mentions[:1])
    for mention in mentions[1:]:
        left, right = sorted((joined[-1], mention), key=lambda m: m.start)
        between = {fold(word) for word in _WORD.findall(text[left.end : right.start])}
        if not between <= _JOINING:
            break
        joined.append(mention)
    return joined
