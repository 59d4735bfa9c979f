"""Bodies that a text goes on to call by their noun: "the Department", "el Consejo"."""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.tokens import Word
from interdict.model.changing import changed

_NOUNS = frozenset(
    """
    department council ministry committee bureau treasury office commission departamento consejo
    ministerio conseil ministere conselho ministerium rat
    """.split()
)
_DEPARTMENT = frozenset({"department"})
_CALLED = {"CA-PUBLIC-SAFETY": _DEPARTMENT, "GB-HOME-OFFICE": _DEPARTMENT}
"""Bodies that are of a kind which their names do not say."""
_ARTICLES = frozenset("the el le o der das del al du do".split())


def body_references(
    words: Sequence[Sequence[Word]], mentions: Sequence[Sequence[Mention]]
) -> list[list[Mention]]:
    """The mentions of each sentence with the bodies that it names by their noun alone.

    A noun means the body last named with it; before any was, it means nobody.
    """
    last: dict[str, Mention] = {}
    result = []
    for spoken, known in zip(words, mentions, strict=True):
        found = list(known)
        covered = [(m.start, m.end) for m in known]
        pending = sorted((m for m in known if m.kind == "AUTHORITY"), key=lambda m: m.start)
        for at, word in enumerate(spoken):
            while pending and pending[0].start <= word.start:
                named = pending.pop(0)
                own = _NOUNS.intersection(fold(named.name).split())
                for noun in own | _CALLED.get(named.authority or "", frozenset()):
                    last[noun] = named
            if word.norm not in last or not at or spoken[at - 1].norm not in _ARTICLES:
                continue
            if any(start <= word.start < end for start, end in covered) or _goes_on(spoken, at):
                continue
            found.append(changed(last[word.norm], start=word.start, end=word.end))
        result.append(sorted(found, key=lambda m: m.start))
    return result


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """True if the noun is the first word of a longer name ("the Council on Trade")."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return False
    return after.norm in ("of", "on", "for", "de") or (
        after.capital and words[at].capital and after.start == words[at].end + 1
    )
