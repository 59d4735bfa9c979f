"""Whether the words around a name show that it is a group's, where its shape does not.

"The Volga Group", "Boko Haram" and "Hamas" look like companies, persons and acronyms. What is
proscribed, called a militia, or given an acronym and a noun such as "movement" is a group, all
through its document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from interdict.claims.languages import languages
from interdict.claims.mention import Mention
from interdict.claims.names import Chain
from interdict.claims.tokens import Word
from interdict.claims.vocabulary import demonyms, shapes

GANG_OF = frozenset({"es", "pt"})
"""Languages in which a gang is named after somebody: "banda de Juan Luna"."""
_GANGS = frozenset("banda bandas pandilla cartel clan mafia quadrilha faccao".split())
_OF = frozenset("de del do da".split())
_NAMED = frozenset({"NAME", "PERSON", "PLACE", "REGION"})

_REACH = 80
_ACTS = (
    r"proscrib\w+|deproscrib\w+|de-proscrib\w+|designat(?:e|es|ed|ing)|designation of|listing of"
    r"|proscription of|blacklist(?:s|ed|ing)?|outlaw(?:s|ed|ing)?|ban(?:s|ned|ning)?|delist\w*"
    r"|membership of|member of|members of|support for|revoke[ds]? the designation of|ban on"
)
_TERROR = (
    r"(?:an?\s|the\s|its\s)?(?:\w+\s){0,2}(?:terroris[mt]\w*|terror|proscribed|banned|FTOs?\b|SDGTs?\b"
    r"|transnational\scriminal|terroriste?s?\b|Terror\w*)"
)
_LISTED = r"listed|banned|named|labell?ed|declared|classified|classed|branded|categori[sz]ed|deemed"
_A_BODY = (
    r"an?\s(?:\w+\s){0,3}(?:terror\w*|criminal)\s"
    r"(?:organi[sz]ation|group|entity|outfit|network|movement)\b"
)
_SOMEBODY = re.compile(
    r"(?:\s+\([^)]{2,40}\))?,\s+(?:who\b|whom\b|\d\d,"
    r"|(?:the|an?|one of|its|their)\s(?:[\w'’-]+\s){0,4}?"
    r"(?:leader|commander|head|chief|founder|member|operative|financier|official|boss|emir|son"
    r"|brother|wife|businessman|lawyer|spokesman|lieutenant|facilitator|man|woman|national|trafficker)\b)"
)
"""What stands behind the name of a person: "X, the deputy commander of", "X, who"."""
_MORE_NOUNS = frozenset({"offshoot", "wing", "coalition", "alliance", "association", "club"})
_ADJECTIVES = (
    r"(?:(?!(?:of|for|by|in|with|to|from|on|at|who|and|whose|spokes\w+|member|leader|founder|head"
    r"|chief|commander|analyst|expert|official|lawyer|part)\b)[\w'’-]+\s){0,4}"
)


_VIOLENT = r"(?:neonazi|criminal|terrorista|yihadista|armada|clandestina|extremista|paramilitar)"
"""What "una red" is that is a group, and neither a medium nor a business."""
_SHOUTED = 0.8
_NAMED_BEFORE = re.compile(r"[A-Z][\w’'.-]*\)?,\s(?:the|an?)\s$")
_NAME_BEHIND = re.compile(r"(?:\s[a-z]+)?\s(?:called\s|known\sas\s)?(?:al-)?[A-Z]")
_DESCRIBED_WITHIN = 40


def is_shouted(sentence: str) -> bool:
    """True if nearly all letters are capitals."""
    if 5 * sum(map(str.islower, sentence)) > len(sentence):
        return False  # so many small letters leave no room for four times as many capitals
    letters = [c for c in sentence if c.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > _SHOUTED * len(letters)


def is_origin(key: tuple[str, ...]) -> bool:
    """True for one folded word that says where somebody comes from, or of what people he is."""
    return len(key) == 1 and (key[0] in demonyms() or key[0] in shapes().people_adjectives)


_INDEFINITE = re.compile(r"\b(?:an?|another)\s$", re.IGNORECASE)


def describes(text: str, chain: Chain) -> bool:
    """True if a word and the noun behind it say which group is meant, and do not name it.

    "The Basque group ETA", "Lantern Front, the Hamburg network that": a word of origin, a name
    right behind the noun, or a name that it stands behind as an aside. "A Basque neo-Nazi group"
    says what a group is that is named elsewhere.
    """
    if chain.after not in shapes().reference_nouns:
        return False
    if all(is_origin((word,)) for word in chain.key) or chain.key[-1].endswith("-based"):
        return True
    before = text[max(0, chain.start - _DESCRIBED_WITHIN) : chain.start]
    if any(is_origin((word,)) for word in chain.key) and _INDEFINITE.search(before):
        return True
    if len(chain.key) != 1:
        return False
    noun = text[chain.end : chain.end + _DESCRIBED_WITHIN].casefold().find(chain.after)
    behind = chain.end + noun + len(chain.after)
    small = text[behind - len(chain.after) : behind].islower()
    named = _NAMED_BEFORE.search(before) or _NAME_BEHIND.match(text, behind)
    return small and named is not None


@cache
def _contexts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = set(shapes().reference_nouns) | _MORE_NOUNS
    for language in languages().values():
        nouns |= language.group_words
    noun = "|".join(sorted(nouns))
    before = re.compile(
        rf"(?:\b(?:{_ACTS})\s+(?:the\s+|its\s+|both\s+|al\s+|del\s+)?"
        rf"|\b(?:the|this|la|le|el|o|a|die|der|das|banned|militant|terrorist|armed|criminal|rebel)"
        rf"\s+{_ADJECTIVES}(?:{noun})\s+)$",
        re.I,
    )
    after = re.compile(
        rf"(?:\s+\([^)]{{2,40}}\))?(?:"
        rf"\s+(?:as|como|comme|als)\s+{_TERROR}"
        rf"|,\s+(?:an?|the|another|one\sof|un|une|una|eine)\s+{_ADJECTIVES}(?-i:{noun})\b(?!['’])"
        rf"|,\s+una\s+red\s+{_VIOLENT}\b"
        rf"|,?\s+(?:has\s|have\s|had\s)?(?:is|was|were|are|been|be)\s+(?:\w+ly\s)?(?:{_LISTED})\s+"
        rf"(?:as\s)?{_TERROR}|\s+{_A_BODY}"
        rf"|\s+(?:is|was|were|are|has been|had been|will be|would be|to be)\s+(?:\w+ly\s+)?"
        rf"(?:proscribed|designated|blacklisted|outlawed|banned|delisted|an?\s{_ADJECTIVES}(?:{noun})\b)"
        rf"|\s+(?:{noun})\b|\s+(?:members|fighters|militants|gunmen|insurgents|activists|commanders?)\b"
        rf"|\s+(?:to|from|on|onto|off)\s+{_ADJECTIVES}(?:list\b|blacklist\b|terror))",
        re.I,
    )
    return before, after


@cache
def _leading() -> tuple[str, ...]:
    """How the words end, in small letters, one of which stands last before a group's name."""
    nouns = set(shapes().reference_nouns) | _MORE_NOUNS
    for language in languages().values():
        nouns |= language.group_words
    return (*(noun.casefold() for noun in nouns), *_LAST_OF_ACTS)


def _may_lead(lead: str) -> bool:
    """False where the words before a name cannot tell that it is a group's."""
    words = lead.rstrip().casefold()
    return words.endswith(_leading()) or "proscrib" in words or "delist" in words


_LAST_OF_ACTS = tuple(
    """
    the its both al del of for on designate designates designated designating blacklist blacklists
    blacklisted blacklisting outlaw outlaws outlawed outlawing ban bans banned banning
    """.split()
)
"""Last words of what is done to a group, and what may stand between that and its name."""


def used_as_group(text: str, start: int, end: int) -> bool:
    """True if the words around `text[start:end]` speak of it as of a group."""
    before, after = _contexts()
    low = max(start - _REACH, 0)
    line = max(text.rfind("\n", low, start) + 1, low)
    lead = text[line:start]
    if is_one_of_two(text, start, end):
        return True
    if _may_lead(lead) and before.search(lead):
        return _SOMEBODY.match(text, end, end + _REACH) is None
    return after.match(text, end, end + _REACH) is not None


_OWN_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
_SHARED = (
    r"[*_]{0,2}\s(?:militant\s|armed\s|criminal\s)?(?:groups|gangs|cartels|militias|factions)\b"
)
_FIRST_OF_TWO = re.compile(rf"[*_]{{0,2}}\sand\s(?:the\s)?[*_]{{0,2}}{_OWN_NAME}{_SHARED}")
_LAST_OF_TWO = re.compile(_SHARED)
_BEFORE_LAST = re.compile(
    rf"\b[Tt]he\s[*_]{{0,2}}{_OWN_NAME}[*_]{{0,2}}\sand\s(?:the\s)?[*_]{{0,2}}$"
)
_BEFORE_FIRST = re.compile(r"\b[Tt]he\s[*_]{0,2}$")


def is_one_of_two(text: str, start: int, end: int) -> bool:
    """True for both names in "the Lion Boys and Quay Boys gangs": one noun says what they are."""
    lead = text[max(0, start - _REACH) : start]
    if _BEFORE_FIRST.search(lead):
        return _FIRST_OF_TWO.match(text, end, end + _REACH) is not None
    return _LAST_OF_TWO.match(text, end) is not None and _BEFORE_LAST.search(lead) is not None


_PLACED = re.compile(
    r"\b(?:in|inside|near|outside|across|throughout|border\swith|(?:city|town|port|province)\sof|en)"
    r"\s(?:the\s|el\s|la\s)?$",
    re.IGNORECASE,
)
_PLACED_WITHIN = 24


def used_as_place(text: str, start: int) -> bool:
    """True if the words before a name speak of it as of a place: "in Sanaa", "near the Delta"."""
    return _PLACED.search(text, max(0, start - _PLACED_WITHIN), start) is not None


def is_used_as_place(name: str, text: str) -> bool:
    """True if a text speaks of a name as of a place, anywhere."""
    return any(
        used_as_place(text, found.start()) for found in re.finditer(rf"\b{re.escape(name)}\b", text)
    )


def gangs_named_after(
    text: str, words: Sequence[Word], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions of a sentence, with "banda de Juan Luna" as the name of a group."""
    named = {m.start: m for m in mentions if m.kind in _NAMED}
    found = {m.start: m for m in mentions}
    for noun, link, first in zip(words, words[1:], words[2:], strict=False):
        name = named.get(first.start)
        if name is not None and noun.norm in _GANGS and link.norm in _OF:
            del found[name.start]
            whole = text[noun.start : name.end]
            found[noun.start] = Mention("GROUP", noun.start, name.end, whole, schema="Organization")
    return list(found.values())
