"""Words around a designation that take it away: rumour, opinion, one of members only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from interdict.claims.false_reports import is_of_a_false_report
from interdict.claims.frames import Frame
from interdict.claims.gazetteer import fold
from interdict.claims.naming_context import is_used_as_place
from interdict.claims.programme_mentions import STATE_LABEL
from interdict.claims.reading import Reading
from interdict.claims.references import Party
from interdict.claims.tokens import Token
from interdict.claims.vocabulary import shapes
from interdict.model.claim import Modality

_THINKING = frozenset(
    """
    analysts experts critics scholars observers prosecutors investigators police detectives
    diplomats lawyers groups indictment statement fiscales analistas expertos policia acusacion
    """.split()
)
"""Speakers without a name who have an opinion, but no list."""
_FORBIDDING = frozenset("outlawed outlaw banned proscribed ilegalizo prohibio".split())
"""Verbs that are no opinion: who does it has the power to."""
_TALK = frozenset(
    """
    rumour rumours rumor rumors claim claims suggestion suggestions notion idea myth speculation
    allegation allegations falsehood bulo rumores joked joking pretended imagined dreamed
    """.split()
)
PARTIES = frozenset({"GROUP", "NAME", "REF", "IT", "PLURAL", "PERSON"})
"""Types of tokens of whom an act may be told."""
_TALK_REACH = 10
"""Tokens before an act among which the talk of it is introduced."""
_TALK_WITHIN = 6
"""Tokens between "rumour" and its "that"."""
_FALSE = frozenset("false untrue fake baseless unfounded falso falsa falsos falsas".split())
_FALSE_REACH = 8
_BEFORE_FALSE = frozenset(
    """
    is are was were be es son era eran fue fueron as como simply entirely completely wholly all
    plainly resulto
    """.split()
)
_SPORT = frozenset(
    """
    fans ultras hooligans spectators referee referees goalkeeper striker strikers footballers
    hinchas hinchada barra barrabravas ultra arbitro arbitros delantero delanteros futbolistas
    """.split()
)
"""Who is banned, or called a terrorist, in the pages on sport."""
_SPORT_REACH = 6
_OPENING = 3
_WHENEVER = frozenset("once when whenever if cuando si".split())
_NOT_QUITE = frozenset(
    "nearly almost mistakenly erroneously falsely wrongly casi erroneamente falsamente".split()
)
_DENYING = frozenset("denied denies deny denying nego niega negaron niegan".split())
_UNSURE = frozenset(
    """
    reportedly allegedly purportedly supposedly leaked unconfirmed unverified rumoured rumored
    """.split()
)
_PEOPLE = frozenset(
    """
    member members leader leaders commander commanders financier financiers supporter supporters
    official officials fighter fighters associate associates facilitator facilitators operative
    operatives head founder founders chief chiefs spokesman allies ally chapter chapters relatives
    newspaper newspapers website websites channel channels account accounts app flag flags media
    companies front-companies ships vessels rival rivals enemies backers sponsors miembros
    integrantes lideres cabecillas jefes
    """.split()
)
_WORLDWIDE = frozenset("world global youth students diaspora".split())
_PAPERS = frozenset("act acts order orders code list lists register resolution resolutions".split())
"""Last words of what an act is done by, and is not done to."""
_PAPERS_ABROAD = frozenset("codigo ley decreto orden resolucion reglamento registro lista".split())
"""First words of the same in Spanish."""
_OF = frozenset("of de del from in for".split())
_THOSE = frozenset("las los la el those that".split())
"""Whoever "those of X" are, they are not X."""
_ABOUT = frozenset("about against behind featuring praising supporting sobre contra".split())
_BEING = frozenset("is are was were has have had fue fueron es son ha han".split())
_ARTICLES = frozenset("the la el los las".split())
_UNSURE_REACH = 9
_MEDIA = frozenset(
    """
    weblog weblogs blog blogs website websites newspaper newspapers tabloid tabloids posts post
    portal portales outlet outlets channel channels daily
    rumour rumours account accounts periodico diario
    blogueros bloggers
    """.split()
)
_TELLING = frozenset(
    """
    reported reports report wrote writes claimed claims said says asserted announced publico aseguro
    informo escribio dijo
    """.split()
)


_ALSO_NOUNS = frozenset("lists bans labels".split())
_OWNERS = frozenset("'s ’s its their".split())
_TOLD_REACH = 6
"""Tokens behind a party, with its short name in parentheses, up to "which"."""
_PLACING = frozenset("from on in near at en".split())
_GOING_ON = frozenset("who que has have had was were is are ha han fue fueron".split())
_AMENDING = frozenset("amend amends amended amending enmendar modificar".split())
_ASKING = frozenset(
    """
    request requests proposal proposals bid push motion petition effort efforts attempt plea
    """.split()
)


def takes_away(frame: Frame, tokens: Sequence[Token]) -> bool:
    """True if the words of a designation tell of none: nobody who could did it, or it is talk."""
    authority = frame.slot("authority")
    if authority is not None and authority.kind == "SPEAKERS" and authority.mention is not None:
        thinks = not _THINKING.isdisjoint(fold(authority.mention.name).split())
        if thinks and _FORBIDDING.isdisjoint(t.norm for t in frame.tokens):
            return True
    at = _index(frame.start, tokens)
    if _belongs_to_another(frame, tokens, at) or _is_asked_for(frame.tokens):
        return True
    if frame.rule.modality is Modality.PLANNED and _is_conditional(frame, tokens):
        return True
    words = [t.norm for t in frame.tokens]
    if not _NOT_QUITE.isdisjoint(words):
        return True
    if frame.rule.kind == "designation.announced" and not _AMENDING.isdisjoint(words):
        return True  # "announced that it was amending the designation of X"
    words = [*(t.norm for t in tokens[max(0, at - 2) : at]), *words]
    if any(a.kind == "NEG" and b.kind == "LABEL" for a, b in pairwise(frame.tokens)):
        return True  # "regards them as criminals, not terrorists"
    if _is_of_sport(frame, tokens) or _is_a_list(frame.tokens):
        return True
    denied = not _DENYING.isdisjoint(words) and any(
        a in _DENYING and b in ("that", "having", "que") for a, b in pairwise(words)
    )
    return denied or _is_talk(frame, tokens, at) or _is_general(frame, tokens, at)


def _is_talk(frame: Frame, tokens: Sequence[Token], at: int) -> bool:
    """True behind "rumours that", "social media posts claiming last week that"."""
    if is_of_a_false_report(frame.start, frame.end, tokens):
        return True
    opening = [t.norm for t in tokens[max(0, at - _TALK_REACH) : at]]
    opening += [t.norm for t in frame.tokens[:_OPENING]]
    behind = [t.norm for t in tokens if t.start >= frame.end][:_FALSE_REACH]
    if any(b in _FALSE and a in _BEFORE_FALSE for a, b in pairwise(behind)):
        return True  # "reports that X was delisted are false", not "over fake charities"
    that = next((i for i, word in enumerate(opening) if word in ("that", "que")), 0)
    return not _TALK.isdisjoint(opening[max(0, that - _TALK_WITHIN) : that])


def _is_a_list(tokens: Sequence[Token]) -> bool:
    """True for "the EU's lists of X", "its bans on X": a noun, which looks like a verb."""
    return any(
        verb.norm in _ALSO_NOUNS and before.norm in _OWNERS and behind.norm in ("of", "on", "for")
        for before, verb, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _is_of_sport(frame: Frame, tokens: Sequence[Token]) -> bool:
    """True for "banned the club's ultras for life": a ban from grounds, by no law on terrorism."""
    if any(t.kind == "PROGRAMME" for t in frame.tokens):
        return False
    near = [t.norm for t in tokens if frame.start <= t.start][: len(frame.tokens) + _SPORT_REACH]
    return not _SPORT.isdisjoint(near)


def _is_general(frame: Frame, tokens: Sequence[Token], at: int) -> bool:
    """True for "once a group is on the list", which says what follows for any."""
    party = frame.slot("subject")
    if party is None or party.kind != "DESC":
        return False
    return any(t.norm in _WHENEVER for t in tokens[max(0, at - 2) : at + 1])


def _belongs_to_another(frame: Frame, tokens: Sequence[Token], at: int) -> bool:
    """True where who is said to be listed hangs on "of": "bands in most of X were banned"."""
    party = frame.slot("subject")
    if party is None or party.start != frame.start or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].norm in _OF and tokens[at + 1].norm in _BEING


def _is_asked_for(tokens: Sequence[Token]) -> bool:
    """True for "(a demand that) X be outlawed", "a request to list X": it is not done."""
    return any(
        (one.kind in PARTIES and two.norm == "be") or (one.norm in _ASKING and two.norm == "to")
        for one, two in pairwise(tokens)
    )


def _is_conditional(frame: Frame, tokens: Sequence[Token]) -> bool:
    """True where "if" or "unless" stands behind a plan, or a day further on."""
    behind = [t for t in tokens if t.start >= frame.end and t.kind != "DATE"][:1]
    return any(t.kind == "HEDGE" or t.norm in ("if", "unless", "si") for t in behind)


def is_unsure(frame: Frame, tokens: Sequence[Token]) -> bool:
    """True if the text does not vouch for it: "reportedly", "a blog wrote that"."""
    at = _index(frame.start, tokens)
    before = [t.norm for t in tokens[max(0, at - _UNSURE_REACH) : at]]
    return not _UNSURE.isdisjoint(before) or _is_hearsay([*before, *_opening(frame)])


def _opening(frame: Frame) -> list[str]:
    """The words of a frame before its party: its day may stand before "that"."""
    party = frame.slot("subject")
    return [t.norm for t in frame.tokens if party is not None and t.end <= party.start]


def _is_hearsay(words: Sequence[str]) -> bool:
    """True behind "a weblog reported that": a paper that is not even named has it."""
    that = next((i for i, word in enumerate(words) if word in ("that", "que")), 0)
    told = words[max(0, that - _TALK_WITHIN) : that]
    return not _MEDIA.isdisjoint(told) and not _TELLING.isdisjoint(told)


def _is_where(at: int, tokens: Sequence[Token]) -> bool:
    """True for a name that says where: "a preacher from X who was", "the cell on X has been"."""
    before = tokens[at - 1].norm if at else ""
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return before in _PLACING and behind in _GOING_ON


def is_of_its_people(subject: Token, frame: Frame, tokens: Sequence[Token]) -> bool:
    """True for "designated members of X", "a man from X who", "unlike X, Y was listed"."""
    if subject.kind == "NAME" and _is_where(_index(subject.start, tokens), tokens):
        return True
    if _is_passed_over(subject, frame.tokens):
        return True
    if subject.start == frame.start or is_told_of(subject, tokens):
        return False
    at = _index(subject.start, tokens) - 1
    while at > 0 and tokens[at].norm in _ARTICLES:
        at -= 1
    if at > 0 and tokens[at].norm in _ABOUT:
        return True
    if at > 0 and tokens[at].norm in _OF and tokens[at - 1].norm in _THOSE:
        return True
    return at > 0 and tokens[at].norm in _OF and tokens[at - 1].norm in _PEOPLE


def is_told_of(subject: Token, tokens: Sequence[Token]) -> bool:
    """True for a party that "which" stands for: "leaders of X (XY), which was banned"."""
    behind = tokens[_index(subject.start, tokens) + 1 :][:_TOLD_REACH]
    if behind and behind[0].kind == "LPAR":
        closes = next((i for i, t in enumerate(behind) if t.kind == "RPAR"), len(behind))
        behind = behind[closes + 1 :]
    return [t.norm for t in behind[:2]] == [",", "which"]


def _is_passed_over(subject: Token, tokens: Sequence[Token]) -> bool:
    """True where the verb behind a comma has a subject of its own."""
    at = _index(subject.start, tokens)
    behind = tokens[at + 1 : at + 4]
    return (
        len(behind) == len(("comma", "party", "verb"))
        and behind[0].norm == ","
        and behind[1].kind in ("GROUP", "NAME", "REF", "IT")
        and behind[2].norm in _BEING
    )


_START = attrgetter("start")


def _index(start: int, tokens: Sequence[Token]) -> int:
    at = bisect_left(tokens, start, key=_START)
    return at if at < len(tokens) else 0


def designates(kind: str | None) -> bool:
    """True for the kinds that tell of a designation or a sanction."""
    return (kind or "").startswith(("designation", "sanction"))


def _is_of_a_people(words: Sequence[str]) -> bool:
    """True for "World Uyghur Congress", "Tamil Assembly": an association, and no parliament."""
    peoples = shapes().people_adjectives | _WORLDWIDE
    return words[-1] in ("congress", "assembly") and not peoples.isdisjoint(words[:-1])


def is_of_state(party: Party | None, kind: str | None, frame: Frame, reading: Reading) -> bool:
    """True for a country, a parliament or a court as the one designated: it is spoken of, no more.

    Countries are designated under programmes for states, bodies that the record knows as parties.
    """
    if party is None or party.entity_id or not designates(kind):
        return False
    named = [t.mention.name for t in frame.slots.get("programme", ()) if t.mention]
    if any("SST" in name or name == STATE_LABEL for name in named):
        return False
    if party.schema == "PublicBody" and party.authority is None and reading.lists_states:
        return False
    words = fold(party.name).split()
    alone = len(words) == 1 and words[0] in shapes().not_group
    return (
        party.schema == "PublicBody"
        or (not shapes().state_bodies.isdisjoint(words) and not _is_of_a_people(words))
        or alone
        or words[-1] in _PAPERS
        or words[0] in _PAPERS_ABROAD
        or not _PEOPLE.isdisjoint(words[:2])
        or (party.schema is None and is_used_as_place(party.name, reading.doc.text))
    )
