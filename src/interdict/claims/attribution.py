"""In whose voice a stretch of a sentence stands: "X said that ...", "..., according to X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from interdict.claims.mention import Mention
from interdict.claims.pattern import Pattern
from interdict.claims.quotes import Quote
from interdict.claims.references import Focus, Party
from interdict.claims.tokens import Encoded, Token
from interdict.claims.vocabulary import lexicon

_ALLEGING = frozenset(
    "alleges allege alleged claims claim claimed accuses accused accuse accusing believe believes "
    "believed contends contend suspect suspects acusa acusan acuso".split()
)
_BLAMING = frozenset(
    "accuses accused accuse accusing blames blamed blame blaming attribute attributes attributed"
    " alleges alleged responsible acusa acusan acuso culpa culpan culpo atribuye atribuyen"
    " responsabiliza responsabilizan achaca achacan imputa imputan adjudica adjudican endosa carga"
    " cargan".split()
)
_LEADING = (
    "{source:SOURCE} (@have|@adverb|is|be)? @adverb? (@alleges|@said|@accuses)"
    " (reporters|in a statement|in a news release|in a press release|in a post)?"
    " (late|early)? DATE? that?"
)
_ACCORDING = "(according to|segun|selon|segundo|laut|de acuerdo con|a juicio de) {source:SOURCE}"
_RECKONED = (
    "(by|on|in) {source:SOURCE} 's (own)? (reckoning|estimate|estimates|count|tally|account|view"
    "|assessment|judgment|judgement|opinion)"
)
_ASIDE = (
    ", (as)? {source:SOURCE} (@have)? (@said|@alleges|say|says|believe|believes|allege|alleges"
    "|argue|insist|insists|maintain) ,"
)
_ASIDE_ABROAD = (
    ", (como|segun) (@said_abroad|@alleging_abroad|sostiene|sostienen|dice) {source:SOURCE}"
)
_LEADING_ABROAD = (
    "{source:SOURCE} <..2> (, <1..4> ,)? (@said_abroad|@alleging_abroad)"
    " (en un comunicado|en una rueda de prensa|DATE)*"
    " (que|das)"
)
_TRAILING = ", {source:SOURCE} (@have)? @said"
_TRAILING_OFFICIALS = ", <..1> {source:SPEAKERS} (@have)? (@said|say|says) DATE? (.|,)"
_REACH = 3
"""Tokens before a stretch among which a verb of accusation governs it."""
_HEDGES = frozenset(
    """
    alleged allegedly accused suspected reportedly purported purportedly believed thought rumoured
    described identified regarded considered viewed
    rumored supposedly apparently reputed reputedly presunto presunta presuntamente supuestamente
    """.split()
)
_CONDITIONAL = frozenset(
    """
    seria serian estaria estarian habria habrian tendria tendrian financiaria dirigiria lideraria
    operaria comandaria encabezaria
    """.split()
)
"""Spanish verbs in the mood of what is said to be so: "sería dirigida por"."""
_OPENLY = _HEDGES | _CONDITIONAL
_OPEN_BEFORE = _OPENLY | _ALLEGING
"""Words that leave it open in a stretch, and before it."""
_UNPROVEN = frozenset(
    """
    evidence proof claim claims allegation allegations accusation accusations suspicion suspicions
    rumour rumours rumor rumors report reports suggestion suggestions theory fear fears idea notion
    doubt doubts case denuncia denuncias acusacion acusaciones sospecha sospechas rumores
    tesis
    """.split()
)
"""Nouns that leave open whether what follows "that" is so."""
_OPEN_WITHIN = 6
"""Tokens before it among which such a noun stands: "reports in June that"."""
_SAYING = frozenset("says say said alleges allege alleged alleging claims".split())
_FOUND = frozenset("found finds concluded concludes determined ruled held reported reports".split())
_JOINING = frozenset("and but while when as who which although though because he she it".split())
_TAG = 4
"""How many tokens before its verb a tag such as ", officials said" begins."""
_CALLING = frozenset(
    "calling describing labelling labeling branding terming dubbing portraying llamando".split()
)
"""What somebody calls a party is that somebody's word: "calling it a charity that arms them"."""
_CALLED = frozenset("called calls branded brands described describes labelled labeled".split())
_CALLED_WITHIN = 8
_DESCRIBING = frozenset(
    "describe describes call calls consider considers regard regards identify identifies view"
    " portray portrays depict depicts know considera consideran describe describen senalan"
    " senala identifican identifica tienen tiene".split()
)
"""What somebody takes a party for is that somebody's view: "whom police describe as its head"."""
_DESCRIBED_WITHIN = 6
_RELATIVE = frozenset("that which whom who que quien quienes".split())
_PUNISHED = frozenset(
    """
    designated redesignated sanctioned blacklisted listed targeted penalised penalized named banned
    proscribed indicted charged sancionado sancionada designado designada acusado acusada
    """.split()
)
"""What is done to somebody "for" what the words behind say that they did."""
_NAMED_AS = _PUNISHED | {"name", "names"}
_NAMED = 8
"""Tokens behind such a verb among which stands what somebody is named as."""
_ACCUSING = frozenset("accusing accused accuse accuses acusa acusan acuso acusando acusado".split())
_HELD = frozenset({("ground", "that"), ("grounds", "that"), ("said", "to"), ("thought", "to")})
"""What leaves a thing to those who hold it: "listed on the ground that", "said to be based in"."""
_HEARSAY = frozenset("according segun selon segundo laut zufolge".split())
"""Words that name a source anywhere in a sentence, also one that is not known."""


@dataclass(frozen=True, slots=True)
class Voice:
    """`text[start:end]` is said by `source`; `alleging` if the verb is one of accusation."""

    start: int
    end: int
    source: Mention
    alleging: bool
    when: str | None = None
    """EDTF of when it was said, if the words around the verb tell."""


@cache
def _patterns() -> tuple[tuple[str, Pattern], ...]:
    names = (
        ("leading", _LEADING),
        ("leading", _LEADING_ABROAD),
        ("according", _ACCORDING),
        ("according", _RECKONED),
        ("according", _ASIDE),
        ("according", _ASIDE_ABROAD),
        ("trailing", _TRAILING),
        ("trailing", _TRAILING_OFFICIALS),
    )
    words = lexicon()
    return tuple((name, Pattern(source, words)) for name, source in names)


def voices(encoded: Encoded) -> list[Voice]:
    """The attributed stretches of a sentence, the innermost (latest to begin) last."""
    if not encoded.tokens:
        return []
    first, last = encoded.tokens[0].start, encoded.tokens[-1].end
    found: list[Voice] = []
    for name, pattern in _patterns():
        if not pattern.may_match(encoded):
            continue
        for match in pattern.regex.finditer(encoded.code):
            tokens = encoded.covered(*match.span())
            source = next((t.mention for t in tokens if t.mention and t.kind != "DATE"), None)
            if source is None:
                continue
            when = next((t.mention.name for t in tokens if t.mention and t.kind == "DATE"), None)
            alleging = bool(_ALLEGING & {token.norm for token in tokens})
            if name == "leading":
                told = _antecedent(encoded, match.start())
                begin = tokens[-1].end if told is None else told
                found.append(Voice(begin, last, source, alleging, when or None))
            elif name == "according":
                found.append(Voice(first, last, source, False))
            else:
                found.append(Voice(first, tokens[0].start, source, alleging))
    return sorted(found, key=lambda voice: voice.start)


def _antecedent(encoded: Encoded, code_start: int) -> int | None:
    """Where what "which officials say is ..." speaks of begins; None where it is no such."""
    first, _ = encoded.indices(code_start, code_start + 1)
    before = encoded.tokens[max(0, first - 1 - _REACH) : first]
    if not before or before[-1].norm not in _RELATIVE:
        return None
    if before[-1].norm == "that" and (len(before) < 2 or before[-2].mention is None):
        return None
    return next((t.start for t in reversed(before[:-1]) if t.mention), None)


def _is_found_or_told(encoded: Encoded, start: int, end: int) -> bool:
    """True behind "a panel found that", or before ", Elbonian officials said"."""
    tokens = encoded.tokens
    for at, token in enumerate(tokens):
        if token.end <= start and token.norm == "that" and at and tokens[at - 1].norm in _FOUND:
            return True
        if token.start >= end and token.norm in _SAYING and _is_tag(tokens[max(0, at - _TAG) : at]):
            return True
    return False


def _is_tag(lead: Sequence[Token]) -> bool:
    """True for ", Elbonian officials" before its verb; not for a comma, or ", and the Front"."""
    comma = max((at for at, token in enumerate(lead) if token.norm == ","), default=len(lead))
    named = [token.norm for token in lead[comma + 1 :]]
    return bool(named) and not _JOINING & set(named)


def _is_called(encoded: Encoded, start: int) -> bool:
    """True close behind "called it", "described the group as"."""
    before = [token for token in encoded.tokens if token.start <= start][-_CALLED_WITHIN:]
    return any(
        verb.norm in _CALLED and whom.kind in ("IT", "PRONOUN", "REF")
        for verb, whom in pairwise(before)
    )


def _is_named_as(words: Sequence[str]) -> bool:
    """True for "was listed in 2013 as a financier of X", "officials name him as its head"."""
    return any(
        word in _NAMED_AS and not {"as", "como"}.isdisjoint(words[at + 1 : at + _NAMED])
        for at, word in enumerate(words)
    )


def _is_described(words: Sequence[str]) -> bool:
    """True for "whom the authorities describe as its leader"."""
    return any(
        word in ("whom", "which", "quien", "quienes")
        and not _DESCRIBING.isdisjoint(words[at + 1 : at + _DESCRIBED_WITHIN])
        for at, word in enumerate(words)
    )


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, if not the document itself; and whether as an allegation."""

    speaker: Party | None
    alleging: bool
    quoted: bool
    when: str | None = None


_NOBODYS = Attribution(None, False, False)
"""Told by the document itself."""


def attribute(
    start: int,
    end: int,
    *,
    sentence: int,
    voiced: Sequence[Voice],
    quotes: Sequence[Quote],
    focus: Focus,
) -> Attribution:
    """Who says `text[start:end]`: the speaker of the quotation, or of the sentence around it."""
    for quote in quotes:
        if quote.kind in ("direct", "block", "partial") and (
            quote.start <= start and end <= quote.end
        ):
            speaker = Party(quote.speaker) if quote.speaker else None
            return Attribution(speaker, False, True)
    for voice in reversed(voiced):
        if voice.start <= start and end <= voice.end:
            source = focus.resolve(voice.source, sentence, speaking=True)
            if source is not None:
                return Attribution(source, voice.alleging, False, voice.when)
    return _NOBODYS


def blames(encoded: Encoded, start: int) -> bool:
    """True if a word of accusing or blaming stands before `start` in the sentence."""
    before = {token.norm for token in encoded.tokens if token.end <= start}
    return not before.isdisjoint(_BLAMING)


def hedged(encoded: Encoded, start: int, end: int) -> bool:
    """True if a word such as "alleged" stands in the stretch, or governs it from close before.

    Also where the sentence names its source ("according to ...").
    """
    if not _HEARSAY.isdisjoint(encoded.words):
        return True
    if "acuerdo" in encoded.words and any(
        a.norm == "acuerdo" and b.norm == "con" and i and encoded.tokens[i - 1].norm == "de"
        for i, (a, b) in enumerate(pairwise(encoded.tokens))
    ):
        return True  # "de acuerdo con la policía"
    lead = [token.norm for token in encoded.tokens if token.end <= start][-_OPEN_WITHIN:]
    if lead[-1:] in (["that"], ["que"]) and not _UNPROVEN.isdisjoint(lead):
        return True
    inside = [token.norm for token in encoded.tokens if start <= token.start < end]
    before = [token.norm for token in encoded.tokens if token.end <= start][-_REACH:]
    if any(t.norm in _SAYING and t.kind == "W" and t.start < end for t in encoded.tokens):
        return True  # told by somebody, whoever it is
    if not _ACCUSING.isdisjoint(inside) or _is_named_as([*before, *inside]):
        return True
    if _is_found_or_told(encoded, start, end):
        return True
    near = [token.norm for token in encoded.tokens if token.end <= start][-_CALLED_WITHIN:]
    if _is_described(near):
        return True
    if not _CALLING.isdisjoint([*near, *inside]) or _is_called(encoded, start):
        return True
    if _is_described([*before, *inside]):
        return True
    pairs = list(pairwise([*before, *inside]))
    if any(a in _PUNISHED and b in ("for", "por") for a, b in pairs) or not _HELD.isdisjoint(pairs):
        return True
    return not (_OPENLY.isdisjoint(inside) and _OPEN_BEFORE.isdisjoint(before))
