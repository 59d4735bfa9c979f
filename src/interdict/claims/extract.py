"""Document -> claims, by rules.

Sentences become strings of typed tokens (`reading`), frame rules match them (`frames`), a
frame fills the roles of claims (`filling`), and the claims of a document lend each other
what one of them leaves out (`completion`). Pure: the same document gives the same claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interdict.claims.based_places import based_places
from interdict.claims.clause_chances import ClauseChances
from interdict.claims.clause_frames import find_clause_frames
from interdict.claims.clause_modes import ANNULLED
from interdict.claims.co_authors import each_author
from interdict.claims.completion import complete
from interdict.claims.court_rulings import settle_rulings
from interdict.claims.designation_clauses import find_designations
from interdict.claims.designation_nouns import find_noun_designations
from interdict.claims.doubted import without_doubtful
from interdict.claims.doubtful_acts import designates, is_told_of
from interdict.claims.filling import Draft, fill
from interdict.claims.frames import Frame, find_frames
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.likely import likely_claims
from interdict.claims.parts import parts
from interdict.claims.printed_aliases import printed_aliases
from interdict.claims.reading import Reading, read
from interdict.claims.reported import Reported, reported_statements
from interdict.claims.rule_index import clause_index, rule_index
from interdict.claims.rules_file import Rule, bundled_rules
from interdict.claims.splinter_names import splinter_names
from interdict.claims.stances import ACCUSING
from interdict.claims.statements import quoted_statements
from interdict.claims.styles import styles
from interdict.claims.time_limits import with_time_limit
from interdict.claims.tokens import Encoded
from interdict.claims.vocabulary import RegimeNames, known_regimes
from interdict.model.changing import changed
from interdict.model.claim import Claim
from interdict.model.source import Document

_LIST_REACH = 2
"""Sentences over which the list that one has named may be meant."""


def extract(
    doc: Document,
    *,
    gazetteer: Gazetteer | None = None,
    regimes: Sequence[RegimeNames] = (),
    rules: Sequence[Rule] | None = None,
    rules_alone: bool = False,
) -> list[Claim]:
    """The claims of a document, sorted by (start, kind).

    Args:
        doc: the document, as a reader gives it.
        gazetteer: names of the record's parties; without one, names are told by their shape.
        regimes: names of the programmes (default: the bundled ones).
        rules: frame rules (default: the bundled ones).
        rules_alone: without the model of clauses, which makes claims and doubts those of rules.
    """
    known = known_regimes(regimes)
    used = bundled_rules() if rules is None else rules
    found = [
        claim
        for part in parts(doc)
        if part.text.strip()
        for claim in _of_part(
            read(part, gazetteer=gazetteer or Gazetteer(), regimes=known), used, alone=rules_alone
        )
    ]
    return sorted(found, key=lambda claim: (claim.start, claim.kind, claim.end, claim.rule))


def _of_part(reading: Reading, rules: Sequence[Rule], *, alone: bool) -> list[Claim]:
    """The claims of a document that is read as one; offsets are of the raw text."""
    quoted = list(quoted_statements(reading))
    told = [claim for claim in told_by_rules(reading, rules) if not _rendered(claim, quoted)]
    chances = None if alone else ClauseChances(reading, told)
    if chances is not None:
        told = without_doubtful(told, reading, chances)
    told = [with_time_limit(claim, reading) for claim in told]
    told += styles(reading)
    told += based_places(reading)
    told += splinter_names(reading)
    told += [one for one in printed_aliases(reading, told) if not _told_already(one, told)]
    reported = [one.claim for one in reported_statements(reading) if _adds(one, told)]
    if chances is not None:
        told += likely_claims(reading, (*told, *reported), chances)
    found = (*told, *reported, *quoted)
    return [_in_raw(claim, reading.doc) for claim in found if claim.start < claim.end]


def told_by_rules(reading: Reading, rules: Sequence[Rule]) -> list[Claim]:
    """What rules make of the sentences of a document; offsets are its text's."""
    drafts = list(draft_claims(reading, rules))
    drafts += clause_drafts(reading, drafts)
    return complete(settle_rulings(drafts, reading))


def _rendered(claim: Claim, quoted: Sequence[Claim]) -> bool:
    """True for an accusation told around a quotation: the quotation says it.

    What somebody is accused of inside a quotation stays a claim of its own.
    """
    return claim.kind in ("statement.indirect", "allegation") and any(
        claim.start < quote.end
        and quote.start < claim.end
        and (claim.kind != "allegation" or claim.start < quote.start or quote.end < claim.end)
        for quote in quoted
    )


def _told_already(alias: Claim, told: Sequence[Claim]) -> bool:
    """True for a pair of names of which a rule has made a claim."""
    return any(
        claim.kind == "alias" and {claim.subject, claim.object} == {alias.subject, alias.object}
        for claim in told
    )


_JOINED_DENIALS = frozenset({"denial.denies", "denial.rejects", "es-denial.denies"})


def _adds(one: Reported, told: Sequence[Claim]) -> bool:
    """False for a statement, or a denial, of which a rule has made a claim already.

    A claim of what stands far behind in the statement is part of it, not all of it.
    """
    claim = one.claim
    half = (one.content + claim.end) // 2
    # "The front says that ..., and denies ...": the denial is told of the same subject.
    told = [c for c in told if c.rule not in _JOINED_DENIALS or claim.kind == "denial"]
    return not any(
        (one.content < other.end and other.start < half)
        or (other.kind in ACCUSING and other.start <= claim.start and claim.end <= other.end)
        for other in told
        if claim.kind != "denial" or other.kind == "denial"
    )


def draft_claims(reading: Reading, rules: Sequence[Rule]) -> Iterator[Draft]:
    """What the rules of the document's language make of each sentence, whole and without asides."""
    index = rule_index(tuple(rules), reading.language.code, reading.doc.kind)
    clauses = clause_index(tuple(rules), reading.language.code, reading.doc.kind)
    for number, sentence in enumerate(reading.encoded):
        plain = reading.plain[number]
        for shown in (sentence,) if plain is None else (sentence, plain):
            for frame in find_frames(shown, index):
                yield from _filled(frame, number, shown, reading)
        whole_last = (sentence,) if plain is None else (plain, sentence)
        for frame in find_clause_frames(whole_last, clauses):
            yield from _filled(frame, number, sentence, reading)


def _filled(frame: Frame, number: int, shown: Encoded, reading: Reading) -> Iterator[Draft]:
    """The drafts of a frame, and of all who share the act that it tells of."""
    acts = each_author(frame, shown.tokens) if designates(frame.rule.kind) else (frame,)
    for act in acts:
        yield from fill(act, number, reading)


def clause_drafts(reading: Reading, told: Sequence[Draft]) -> Iterator[Draft]:
    """Designations found by the parts of their clause, where no rule has read the words."""
    taken: dict[int, list[Claim]] = {}
    for draft in told:
        if draft.claim.kind.startswith(("designation", "sanction")):
            taken.setdefault(draft.sentence, []).append(draft.claim)
    for number, sentence in enumerate(reading.encoded):
        before = reading.encoded[max(0, number - _LIST_REACH) : number]
        plain = reading.plain[number]
        known = taken.setdefault(number, [])
        for shown in (sentence,) if plain is None else (plain, sentence):
            said = (shown, reading.language.code, reading.doc.kind)
            for frame in (*find_designations(*said, before), *find_noun_designations(*said)):
                whole = plain is not None and shown is sentence
                found = list(_filled(frame, number, shown, reading))
                own = _in_apposition(frame) or _has_object(frame) or _is_of_which(frame, shown)
                aside = whole and not own
                if aside or not _is_new(frame, known):
                    found = _others_of_list(found, known)
                known += [draft.claim for draft in found]
                yield from found


def _is_another_act(frame: Frame, claim: Claim) -> bool:
    """True where another author did it on another day: "X, which Y listed in 2002, was banned"."""
    author, day = frame.slot("authority"), frame.date
    if day is None or day.mention is None:
        return False
    if claim.kind == "designation.revoked" and frame.rule.kind == "designation.prior":
        return claim.date != day.mention.name  # "X, banned in 2001, came off the list in 2008"
    if author is None or author.mention is None:
        return False
    code = author.mention.authority or author.mention.name
    return (
        claim.date not in (None, day.mention.name.removesuffix("/.."))
        and claim.authority is not None
        and claim.authority != code
    )


def _is_new(frame: Frame, known: Sequence[Claim]) -> bool:
    """True for words of which no claim is made, or one without the programme named here."""
    names_more = "programme" in frame.slots
    if frame.rule is ANNULLED:  # what it ends, rules may have read as a listing
        known = [claim for claim in known if claim.kind == frame.rule.kind]
    return not any(
        claim.start < frame.end
        and frame.start < claim.end
        and not (names_more and claim.programme is None)
        and not _only_share_a_party(frame, claim)
        and not _is_another_act(frame, claim)
        for claim in known
    )


def _only_share_a_party(frame: Frame, claim: Claim) -> bool:
    """True for "lifted the ban on X, who had been listed since 2003": X is in both, no more."""
    longest = max((t.end - t.start for t in frame.slots.get("subject", ())), default=0)
    common = min(frame.end, claim.end) - max(frame.start, claim.start)
    ends = "designation.revoked"
    return (frame.rule.kind == ends) != (claim.kind == ends) and common <= longest


def _others_of_list(found: Sequence[Draft], known: Sequence[Claim]) -> list[Draft]:
    """Those of a list whom a rule has left out that has read of the others."""
    told = {(c.kind, c.subject) for d in found for c in known if _over(c, d.claim)}
    if not told & {(d.claim.kind, d.claim.subject) for d in found}:
        return []
    subjects = {subject for _, subject in told}
    return [draft for draft in found if draft.claim.subject not in subjects]


def _over(claim: Claim, other: Claim) -> bool:
    return claim.start < other.end and other.start < claim.end


def _has_object(frame: Frame) -> bool:
    """True where the party stands behind the verb: an aside with an object of its own."""
    parties = frame.slots.get("subject", ())
    return bool(parties) and bool(frame.tokens) and parties[0].start > frame.tokens[0].start


def _in_apposition(frame: Frame) -> bool:
    """True for "X, blacklisted in 2018 by Y,": an aside about the name before its comma.

    Of other asides the names are not those that the sentence speaks of.
    """
    subjects = frame.slots.get("subject", ())
    words = frame.tokens
    return (
        len(words) > 2
        and words[0] in subjects
        and words[0].kind in ("GROUP", "PERSON", "NAME")
        and words[1].norm == ","
        and words[2].kind == "W"
        and (words[2].norm.endswith("ed") or words[2].norm in ("which", "who", "que"))
    )


def _is_of_which(frame: Frame, shown: Encoded) -> bool:
    """True for "X (XY), which was itself banned in 2001": the aside is about the name before it."""
    subjects = frame.slots.get("subject", ())
    return len(subjects) == 1 and is_told_of(subjects[0], shown.tokens)


def _in_raw(claim: Claim, doc: Document) -> Claim:
    """The claim with offsets into the raw text, and the words between them.

    The words are the raw text's, unless that holds more than them there (marks of a page).
    """
    start, end = doc.raw_span(claim.start, claim.end)
    alike = end - start == claim.end - claim.start
    quote = doc.raw[start:end] if alike else doc.text[claim.start : claim.end]
    return changed(claim, start=start, end=end, quote=quote)
