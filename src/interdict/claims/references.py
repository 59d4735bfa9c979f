"""Who "the cartel", "it", "he" and "the president" are, from what was named before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from interdict.claims.clitics import CLITIC, SPONSORS, agrees, meant_by
from interdict.claims.gazetteer import fold
from interdict.claims.mention import Mention
from interdict.claims.referring import ORDINALS
from interdict.claims.vocabulary import demonyms, displays
from interdict.model.source import Document

_REACH = 2
"""A reference reaches back over so many sentences; further back only to the main group."""
_LEAD = 500
"""Characters of the lead, where the main group of a document is named."""
_JOINED = re.compile(
    r"(?:\s*\([^()]{1,60}\))?\s*(?:[,;]|[,;]?\s*(?:and|&|y|e|et|und))\s*(?:(?:the|el|la|los|al|a(?:\s(?:la|los|las))?)\s"
    r"|(?:the|a\sla|al|el|la)\s(?:group|gang|militia|cartel|network|banda|pandilla|grupo|milicia)\s"
    r"|(?:its|their|su)\s(?:[\w-]+\s){1,2})?"
)
"""What stands between two names of a list."""
_PAIR = 2
_WHOLE = re.compile(r"\b(?:whole|entire)\b", re.IGNORECASE)
"""In "the whole movement", which is none of its parts."""
_THE = re.compile(r"\b(?:the|los|las)\s\Z", re.IGNORECASE)
_ARTICLES_BEFORE = frozenset("the los las".split())
_NUMBERS = {
    **dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True)),
    **dict(
        zip("dos tres cuatro cinco seis siete ocho nueve diez".split(), range(2, 11), strict=True)
    ),
}
"""Numbers that stand for so many parties listed before: "the six"."""
_INTRODUCTION = 40
"""Characters before a name among which the noun stands that introduces it."""
_ANY_GROUP = frozenset("group grupo organization organisation organizacion".split())
"""Nouns that go with any group, and tell none from another."""
_MADE_REACH = 60
_MADE_OF = re.compile(
    r"\b(?:formed (?:\w+ ){0,4}by|made up of|composed of|compris(?:es|ing)|consist(?:s|ing) of"
    r"|(?:alliance|coalition|merger|union|fusion) (?:of|between)"
    r"|(?:formad|integrad|compuest|conformad)[oa]s? (?:\w+ ){0,4}por|(?:alianza|fusi[oó]n|uni[oó]n)"
    r" (?:de|entre))\b[^.;:—–()]*\Z",
    re.IGNORECASE,
)
"""Before names of parts, of which "the two groups" are not those that were listed."""
_TWO = re.compile(r"\b(?:both|ambos|ambas)\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"(?:\b(?:all|both|these|those|the|all of the|all of these|estos|esos|los|las|ambos|ambas)\s)$",
    re.IGNORECASE,
)
_BY_INITIALS = re.compile(
    r",\s(?:better )?known\s(?:by|under)\s[^,.;]{1,40}(?:initials|acronym)\s[^,.;]{2,20}"
)
_WHOSE_ALLY = re.compile(
    r"(?:\s|-)(?:affiliates?|offshoots?|splinter|all(?:y|ies)|rivals?|prox(?:y|ies)|franchises?|veterans?"
    r"|defectors?|linked|aligned|backed|allied|affiliated|inspired|committees?|sanctions|cells?"
    r"|leaders?|commanders?|chiefs?|fighters?|operatives?|members?|officials?|financiers?)\b"
)
_BYNAME = re.compile(
    r"(?:\bknown as|\ba\.?k\.?a\.?|\balias|\(|\b(?:together|along) with|\bjunto (?:con|a)|\bsuch as"
    r"|\b(?:allegiance|loyalty) to|\b(?:lealtad|fidelidad)"
    r" al?)\s*(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What stands before another name of the party just named, or before whom it is named with."""
_NAMED = frozenset({"GROUP", "PERSON", "NAME"})
_WHERE = re.compile(r"\b(?:in|to|from|at|near)\s\Z")
_MAIN_FORMS = frozenset({"los", "las", "la"})
"""Spanish pronouns that go on with the group that a text is about where nothing nearer fits."""
_LIST_REACH = 4
"""A list of names is spoken of over so many sentences ("all four groups")."""
_WRITINGS = frozenset({"the statement"})
"""What an authority said before goes on speaking for it."""
RESOLVED_SHARE = 0.9
"""What a resolved reference leaves of a rule's confidence."""
PHRASE_SHARE = 0.85
"""What words that name nobody leave of it."""
MAIN_SHARE = 0.8
"""What falling back on the document's main group leaves of it."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who a mention stands for. `share` is what the resolution leaves of the confidence."""

    name: str
    schema: str | None = None
    entity_id: str | None = None
    authority: str | None = None
    share: float = 1.0
    named: bool = True
    """False where only a description is known ("other gangs")."""


def party(mention: Mention, share: float = 1.0) -> Party:
    """The party of a mention that names one."""
    if mention.kind == "AUTHORITY":
        code = mention.authority or ""
        spoken = mention.name.endswith(("administration", "officials"))
        name = mention.name if spoken else displays().get(code, mention.name)
        return Party(name, "PublicBody", None, code, share)
    schema = mention.schema or ("PublicBody" if mention.kind == "PLACE" else None)
    return Party(mention.name, schema, mention.entity_id, mention.authority, share)


class Focus:
    """What is in focus at each place of a document."""

    def __init__(self, doc: Document, mentions: Sequence[Sequence[Mention]]) -> None:
        self._mentions = mentions
        self._text = doc.text
        self._lists_states = SPONSORS.search(doc.text) is not None
        self.main = _main_group(doc, mentions)

    def resolve(self, mention: Mention, sentence: int, *, speaking: bool = False) -> Party | None:
        """The party a mention stands for; None where it cannot be told.

        `speaking` asks for somebody who speaks or acts: "it" is then an authority.
        """
        if mention.kind in ("REF", "DESC", "IT") and not speaking:
            return self.group(mention, sentence)
        if mention.kind == CLITIC:
            near = self._mentions[max(0, sentence - _REACH) : sentence + 1]
            meant = meant_by(mention, near, self._text, states=self._lists_states)
            if meant is None and mention.name in _MAIN_FORMS:
                return self._farther(mention, sentence)
            if meant is not None and meant.kind == "REF":
                return self.group(meant, sentence)
            return party(meant, RESOLVED_SHARE) if meant else None
        if mention.kind == "IT":
            return self._last(mention, sentence, ("AUTHORITY", "SPEAKERS", "PLACE"), reach=1)
        if mention.kind == "PRONOUN":
            return self._last(mention, sentence, ("PERSON", "OFFICIAL"), reach=_REACH) or (
                self._last(mention, sentence, ("NAME",), reach=1, words=2)
            )
        if mention.kind == "ROLE":
            return self._holder(mention, sentence)
        if mention.kind == "SPEAKERS" and fold(mention.name) in _WRITINGS:
            return self._last(mention, sentence, ("AUTHORITY", "OFFICIAL"), reach=_REACH)
        if mention.kind == "PHRASE":
            return Party("", share=PHRASE_SHARE, named=False)
        if mention.kind in ("PLURAL", "COUNT"):
            return Party("", named=False)
        return party(mention)

    def _farther(self, pronoun: Mention, sentence: int) -> Party | None:
        """The main group, if a Spanish pronoun fits it; else the one that is named most before."""
        known = self.main is not None and self.main.start < pronoun.start
        if self.main is not None and known and agrees(pronoun.name, self.main, self._text):
            return party(self.main, MAIN_SHARE)
        before = [other for row in self._mentions[:sentence] for other in row]
        fitting = {
            fold(other.name): other
            for other in before
            if other.kind == "GROUP"
            and (self.main is None or other.name != self.main.name)
            and agrees(pronoun.name, other, self._text)
        }
        named = Counter(fold(other.name) for other in before if fold(other.name) in fitting)
        key, times = named.most_common(1)[0] if named else ("", 0)
        return party(fitting[key], MAIN_SHARE) if times > 1 else None

    def members(self, mention: Mention, sentence: int) -> list[Party]:
        """The groups that "all four groups" or "these gangs" means: those last named in a list.

        "Them" are those that this sentence, or the one before it, lists.
        """
        low = max(0, mention.start - 14)
        reach = _LIST_REACH
        many = self._counted(mention)
        if mention.name == "they":
            reach = 1
        elif (
            many is None
            and not _ALL_OF_THEM.search(self._text, low, mention.start)
            and not _ALL_OF_THEM.match(self._text[mention.start : mention.end].split()[0] + " ")
        ):
            return []
        two = _TWO.search(self._text, low, mention.end) is not None
        for back in range((sentence if two else min(reach, sentence)) + 1):
            named = [m for m in self._mentions[sentence - back] if m.end <= mention.start]
            found = self._last_list(named)
            if many is not None and len(found) != many:
                continue  # "the six" are six
            if found and (back <= reach or len(found) == _PAIR):
                return [party(member, RESOLVED_SHARE) for member in found]
        return []

    def _counted(self, mention: Mention) -> int | None:
        """How many "the six" are, where they are called by nothing but their number."""
        words = fold(self._text[mention.start : mention.end]).split()
        opened = _THE.search(self._text, max(0, mention.start - 5), mention.start)
        return _NUMBERS.get(words[-1]) if opened or words[0] in _ARTICLES_BEFORE else None

    def _last_list(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The last run of two or more names that a comma or "and" joins."""
        best: list[Mention] = []
        run: list[Mention] = []
        for mention in mentions:
            inside = run and "(" in self._text[run[-1].end : mention.start]
            if inside and ")" not in self._text[run[-1].end : mention.start]:
                continue  # the acronym in parentheses behind a name
            if mention.kind not in ("GROUP", "NAME"):
                run = []
                continue
            joined = run and _JOINED.fullmatch(self._text, run[-1].end, mention.start)
            run = [*run, mention] if joined else [mention]
            parts = _MADE_OF.search(self._text, max(0, run[0].start - _MADE_REACH), run[0].start)
            if len(run) > 1 and any(m.kind == "GROUP" for m in run) and not parts:
                best = run
        return best

    def group(self, mention: Mention, sentence: int) -> Party | None:
        """The group that a description or "it" refers to."""
        if mention.name in ORDINALS:
            return self._of_two(mention, sentence)
        if mention.kind == "DESC" or _WHOLE.search(self._text, mention.start, mention.end):
            return party(self.main, MAIN_SHARE) if self.main else None
        if (named := self._named_behind(mention, sentence)) is not None:
            return party(named, RESOLVED_SHARE)
        if (called := self._with_its_noun(mention, sentence)) is not None:
            return party(called, RESOLVED_SHARE)
        owners: list[Mention] = []
        for index, other in self._before(mention, sentence, _REACH + 1):
            if index > _REACH and not owners:
                break
            if other.kind == "GROUP" and not self._byname(other) and self._fits(mention, other):
                if index and self._owns(other) and other != self._mentions[sentence - index][0]:
                    owners.append(other)
                    continue
                if index and mention.kind == "IT":
                    other = self._opening(sentence - index) or other
                return party(other, RESOLVED_SHARE if index else 0.95)
        if owners:
            return party(owners[0], RESOLVED_SHARE)
        return party(self.main, MAIN_SHARE) if self.main else None

    def _of_two(self, mention: Mention, sentence: int) -> Party | None:
        """Which of two "the first", "the second" is: they were named together just before."""
        for back in range(min(_REACH, sentence) + 1):
            near = self._mentions[sentence - back]
            named = [m for m in near if m.kind in _NAMED and m.end <= mention.start]
            if len(named) > 1:
                return party(named[ORDINALS[mention.name]], RESOLVED_SHARE)
        return None

    def _named_behind(self, mention: Mention, sentence: int) -> Mention | None:
        """A known group in an aside: "the group, known by its initials ELN"."""
        aside = _BY_INITIALS.match(self._text, mention.end)
        if mention.kind != "REF" or aside is None:
            return None
        inside = (m for m in self._mentions[sentence] if aside.start() < m.start < aside.end())
        return next((m for m in inside if m.kind == "GROUP"), None)

    def _with_its_noun(self, mention: Mention, sentence: int) -> Mention | None:
        """The group in whose name the noun stands: "the movement" is the Quay Movement.

        Else the only one that the text introduces with it: "the youth network Harbour Front".
        """
        if mention.kind != "REF":
            return None
        before = self._before(mention, sentence, _REACH + 1)
        named = [m for _, m in before if m.kind == "GROUP" and not self._byname(m)]
        own = next((m for m in named if mention.name in fold(m.name).split()), None)
        called = self._introduced.get(mention.name, ())
        if own is not None or len(called) != 1 or mention.name in _ANY_GROUP:
            return own
        (name,) = called
        return next((m for m in named if m.name == name), None)

    @cached_property
    def _introduced(self) -> dict[str, set[str]]:
        """The names of the groups before which a noun stands: "the gang Los Lobos"."""
        found: dict[str, set[str]] = {}
        for group in (m for row in self._mentions for m in row if m.kind == "GROUP"):
            low = max(0, group.start - _INTRODUCTION)
            for word in fold(self._text[low : group.start]).split()[-2:]:
                found.setdefault(word, set()).add(group.name)
        return found

    def going_on(self, sentence: int) -> Party | None:
        """The group or country that opens the sentence before, if any: "it" goes on with it."""
        first = next(iter(self._mentions[sentence - 1]), None) if sentence else None
        if first is None or first.kind not in ("GROUP", "PLACE", "NAME"):
            return None
        return party(first, RESOLVED_SHARE)

    def _opening(self, sentence: int) -> Mention | None:
        """The group that opens a sentence: "it" in the next one goes on with it.

        A name is one where a comma tells what it is: "HFT, a wing of the Front, has ...".
        """
        first = next(iter(self._mentions[sentence]), None)
        if first is None:
            return None
        told = first.kind == "NAME" and self._text[first.end : first.end + 4] in (", a ", ", an")
        group = first.kind == "GROUP" and not self._byname(first)
        return first if group or told else None

    def _owns(self, group: Mention) -> bool:
        """True for "the Front's minister": somebody of the group is spoken of."""
        return self._text[group.end : group.end + 2] in ("'s", "’s")

    def _fits(self, mention: Mention, group: Mention) -> bool:
        """A noun that is part of a name refers to a group whose name has it, if there is one."""
        if mention.kind == "IT" or self.main is None:
            return True
        return mention.name in fold(group.name) or mention.name not in fold(self.main.name)

    def _byname(self, group: Mention) -> bool:
        """True for a name given in passing: another one of the group before it, whose ally
        somebody is ("a Lantern affiliate"), or to whom he swears."""
        behind = _WHOSE_ALLY.match(self._text, group.end)
        before = _BYNAME.search(self._text, max(0, group.start - 24), group.start)
        return behind is not None or before is not None

    def _before(self, mention: Mention, sentence: int, reach: int) -> Iterator[tuple[int, Mention]]:
        """Mentions before the given one, nearest first, with how many sentences back."""
        for back in range(min(reach, sentence) + 1):
            for other in reversed(self._mentions[sentence - back]):
                if other.start < mention.start:
                    yield back, other

    def _last(
        self, mention: Mention, sentence: int, kinds: tuple[str, ...], *, reach: int, words: int = 1
    ) -> Party | None:
        """The last mention of some kinds whose name has at least so many words."""
        for _, other in self._before(mention, sentence, reach):
            if other.kind not in kinds or len(other.name.split()) < words:
                continue
            if other.kind != "NAME" or not self._is_place(other):
                return party(other, RESOLVED_SHARE)
        return None

    def _is_place(self, name: Mention) -> bool:
        """True for a name that is somewhere to be or to go to: "extradited to Port Sable"."""
        return _WHERE.search(self._text, max(0, name.start - 8), name.start) is not None

    def _holder(self, mention: Mention, sentence: int) -> Party | None:
        """The person whose title is the role; a role with a demonym wants it in the title."""
        words = set(fold(mention.title or mention.name).split())
        origin = words & demonyms()
        for index in (*range(sentence, -1, -1), *range(sentence + 1, len(self._mentions))):
            for other in reversed(self._mentions[index]):
                if other.kind not in ("PERSON", "OFFICIAL"):
                    continue
                title = set(fold(other.title).split())
                if mention.name in title and (
                    origin <= title if origin else not (title & demonyms()) - {"us", "u.s."}
                ):
                    return party(other, RESOLVED_SHARE)
        return None


def _main_group(doc: Document, mentions: Sequence[Sequence[Mention]]) -> Mention | None:
    """The group that a document is about: named in the title, in the lead, and most often."""
    score: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    title = fold(doc.title or "")
    for sentence in mentions:
        for mention in sentence:
            if mention.kind == "GROUP":
                key = fold(mention.name)
                first.setdefault(key, mention)
                score[key] += 3 if mention.start < _LEAD else 2
    for key in score:
        score[key] += 6 if key in title else 0
    if not score:
        return None
    best = max(score.values())
    return next(first[key] for key in first if score[key] == best)
