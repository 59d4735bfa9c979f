"""Everything that documents and lists answer, question by question: the record laid side by side.

Nothing is dropped and nothing silently wins: every value stays with its sources; a relation says
how the answers stand to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from interdict.model.claim import Claim, Stance, Utterance
from interdict.model.dates import span_of
from interdict.model.source import Citation, Grade
from interdict.reconcile.answers import Read, read_answer
from interdict.reconcile.asking import Ask, Keys, Shape, answers_it, table
from interdict.reconcile.contesting import Tie, contested_by, ties
from interdict.reconcile.counters import in_words, point_of
from interdict.reconcile.designations import Designations
from interdict.reconcile.evidence import cite_claim, grade_of
from interdict.reconcile.mislabels import with_mislabels
from interdict.reconcile.placing import Window, place, placed, windows
from interdict.reconcile.questions import Answer, Contest, Question, questions_of
from interdict.reconcile.relations import Affair, Day, Figure, Relation, relation_across, worst
from interdict.reconcile.sources import Sources
from interdict.reconcile.speakers import Offices, voice_of
from interdict.reconcile.spoken import utterance_questions
from interdict.reconcile.utterances import utterances_of
from interdict.store.base import HeldDocument, View
from interdict.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Reply:
    """One claim's answer to a question."""

    read: Read
    claim: Claim


class Comparison:
    """Reads a view once and compares what its sources say."""

    def __init__(self, view: View, designations: Designations) -> None:
        self._view = view
        self._designations = designations
        # what is only likely to be said is for reviewers: nothing is compared with it
        told = [claim for claim in view.claims() if not claim.is_likely]
        self._documents = {h.document.sha256: h for h in view.documents()}
        self._sources = Sources(_texts(view, told), told)
        self._windows = _windows_of(self._documents.values(), self._sources)
        self.claims = [placed(c, self._windows.get(c.document_id or "")) for c in told]
        self.offices = Offices(self.claims)
        self._keys = Keys(self.claims, view.canonical)
        self._ties = ties(self.claims, self._is_about)

    def questions(self, entity_id: str | None = None) -> list[Question]:
        """Questions with their answers, by key; those that concern one party, if it is given."""
        found = [*self.of_designations(entity_id), *self._of_claims(entity_id)]
        found += self._of_utterances(entity_id)
        return sorted(found, key=lambda question: question.key)

    def utterances(self) -> list[Utterance]:
        """What was said, each once with its renderings, by first appearance."""
        return utterances_of(self.claims, self.offices)

    # -- designations --------------------------------------------------------------------

    def of_designations(self, entity_id: str | None = None) -> list[Question]:
        """When designations were announced, began and ended; of all announced ones, for None."""
        if entity_id is None:
            pairs = self._designations.announced()
        else:
            pairs = self._designations.of(entity_id)
        by_party: dict[str, list[Question]] = {}
        for designation, _ in pairs:
            asked = questions_of(designation, self._place)
            held = by_party.setdefault(designation.entity_id, [])
            held += [self._counted(question) for question in asked]
        return [question for asked in by_party.values() for question in with_mislabels(asked)]

    def _counted(self, question: Question) -> Question:
        """A question about events, with reprints counted once."""
        answers = [
            replace(answer, n_sources=len(self._families(answer.citations)))
            for answer in question.answers
        ]
        cited = [citation for answer in question.answers for citation in answer.citations]
        n_sources = len(self._families(cited))
        given = (
            (c.document_id or c.source, Day(a.value, span_of(a.placed or a.value)))
            for a in question.answers
            for c in a.citations
        )
        relation = relation_across(given)
        if n_sources == 1 and relation is Relation.AGREE:
            relation = Relation.SINGLE
        return replace(question, answers=tuple(answers), n_sources=n_sources, relation=relation)

    def _families(self, citations: Iterable[Citation]) -> set[str]:
        return {
            self._sources.document(c.document_id) if c.document_id else c.source for c in citations
        }

    def _place(self, value: str, citation: Citation, ahead: bool) -> str:
        window = self._windows.get(citation.document_id or "")
        return place(value, window, ahead=ahead) or value

    # -- claims --------------------------------------------------------------------------

    def _of_claims(self, entity_id: str | None) -> list[Question]:
        gathered: dict[str, tuple[Ask, list[Reply]]] = {}
        for claim in self.claims:
            for ask in table().asks:
                if answers_it(ask, claim):
                    for key in self._keys.of(ask, claim):
                        read = read_answer(ask, key, claim)
                        if read is not None:
                            gathered.setdefault(key, (ask, []))[1].append(Reply(read, claim))
        gathered = {
            key: (ask, _totals(replies) if ask.shape is Shape.COUNTER else replies)
            for key, (ask, replies) in gathered.items()
        }
        return [
            self._question(key, ask, replies)
            for key, (ask, replies) in gathered.items()
            if _is_asked(ask, replies) and self._concerns(key, replies, entity_id)
        ] + self._contested(entity_id)

    def _question(self, key: str, ask: Ask, replies: Sequence[Reply]) -> Question:
        claims = [reply.claim for reply in replies]
        contested = ask.shape is Shape.RELATION or ask.about == "allegation"
        contests = contested_by(claims, self._ties) if contested else []
        values = [reply.read.value for reply in replies]
        relation = relation_across(
            (r.claim.document_id or r.claim.doc, r.read.value) for r in replies
        )
        if all(isinstance(v, Affair) and v.stance is Stance.OPINION for v in values):
            relation = Relation.NOT_A_DESIGNATION if ask.value == "inference" else relation
        if relation is Relation.AGREE and self._is_one_document(claims):
            relation = Relation.SINGLE
        relation = worst([relation, *(tie for _, tie in contests)]) if contests else relation
        n_sources = self._sources.count(claims)
        parts = key.split("|")
        return Question(
            key=key,
            entity_id=parts[1] if len(parts) > 1 else "",
            programme=claims[0].programme or "" if "programme" in ask.key else "",
            about=ask.about,
            answers=self._answers(replies, spelled=ask.value == "name"),
            relation=relation,
            shape=ask.shape,
            n_sources=n_sources,
            contests=self._cited(contests),
            note=_note(ask, replies, n_sources),
        )

    def _answers(self, replies: Sequence[Reply], *, spelled: bool = False) -> tuple[Answer, ...]:
        """One answer for each value; spellings are told apart only where they are asked for."""
        by_value: dict[str, list[Reply]] = {}
        for reply in replies:
            shown = reply.read.shown
            by_value.setdefault(shown if spelled else fold(shown) or shown, []).append(reply)
        found = []
        for same in by_value.values():
            same = sorted(
                same, key=lambda r: (self._grade(r.claim).rank, r.claim.doc, r.claim.start)
            )
            claims = [reply.claim for reply in same]
            figure = same[0].read.value
            bounds = None
            if isinstance(figure, Figure):
                bounds = (figure.quantity.low, figure.quantity.high)
            found.append(
                Answer(
                    value=same[0].read.shown,
                    citations=tuple(self._cite(claim) for claim in claims),
                    stances=tuple(claim.stance for claim in claims),
                    speakers=tuple(claim.speaker for claim in claims),
                    n_sources=self._sources.count(claims),
                    voices=tuple(int(voice_of(c, self._grade(c), self.offices)) for c in claims),
                    bounds=bounds,
                )
            )
        return tuple(sorted(found, key=lambda a: (a.citations[0].grade.rank, a.value)))

    def _contested(self, entity_id: str | None) -> list[Question]:
        """Denials: what is denied, by whom; and allegations that a document rebuts."""
        denied: dict[str, list[Claim]] = {}
        rebutted: dict[str, list[tuple[Claim, Claim]]] = {}
        for target in self.claims:
            for contesting, relation in self._ties.get(target.id, ()):
                party = self._keys.party(target.object, target.object_id)
                party = party or self._keys.party(target.subject, target.subject_id) or "?"
                if relation is Relation.DENIED_BY and target.kind == "leadership":
                    denied.setdefault(f"denial|{party}", []).append(contesting)
                elif relation is Relation.REBUTTED_BY:
                    rebutted.setdefault(f"allegation|{party}", []).append((target, contesting))
        found = []
        for key, claims in denied.items():
            ask = Ask("denial", frozenset(), (), "affair", Shape.STATE)
            once = list({c.id: c for c in claims}.values())
            replies = [Reply(Read(Affair(False), _flat(c.quote)), c) for c in once]
            if self._concerns(key, replies, entity_id):
                found.append(self._question(key, ask, replies))
        for key, pairs in rebutted.items():
            ask = Ask("allegation", frozenset(), (), "affair", Shape.STATE)
            replies = [Reply(Read(Affair(True), _flat(t.quote)), t) for t, _ in pairs]
            if self._concerns(key, replies, entity_id):
                found.append(self._question(key, ask, replies))
        return found

    # -- utterances ----------------------------------------------------------------------

    def _of_utterances(self, entity_id: str | None) -> list[Question]:
        by_place = {(c.document_id, c.start, c.end): c for c in self.claims}
        found = []
        for utterance in self.utterances():
            claims = [
                by_place[seen.document_id, seen.start, seen.end]
                for seen in utterance.appearances
                if (seen.document_id, seen.start, seen.end) in by_place
            ]
            replies = [Reply(Read(Affair(True), _flat(c.quote)), c) for c in claims]
            if len({c.document_id for c in claims}) < 2:
                continue
            if entity_id is None or self._concerns("", replies, entity_id):
                answers = {
                    claim.id: self._answers([r])[0]
                    for r, claim in zip(replies, claims, strict=True)
                }
                n_sources = self._sources.count(claims)
                found += utterance_questions(utterance, claims, answers, self.offices, n_sources)
        return found

    # -- sources -------------------------------------------------------------------------

    def _is_about(self, contesting: Claim, target: Claim) -> bool:
        speaker = self._keys.party(contesting.subject, contesting.subject_id)
        parties = {
            self._keys.party(target.subject, target.subject_id),
            self._keys.party(target.object, target.object_id),
        }
        return speaker is not None and speaker in parties

    def _is_one_document(self, claims: Iterable[Claim]) -> bool:
        return len({self._sources.document(c.document_id or c.doc) for c in claims}) == 1

    def _concerns(self, key: str, replies: Sequence[Reply], entity_id: str | None) -> bool:
        if entity_id is None:
            return True
        root = self._view.canonical(entity_id)
        ids = {i for r in replies for i in (r.claim.subject_id, r.claim.object_id) if i}
        return root in key.split("|") or any(self._view.canonical(i) == root for i in ids)

    def _cited(self, contests: Iterable[Tie]) -> tuple[Contest, ...]:
        return tuple(
            Contest(relation, claim.speaker, self._cite(claim)) for claim, relation in contests
        )

    def _grade(self, claim: Claim) -> Grade:
        held = self._documents.get(claim.document_id or "")
        return Grade.PRESS if held is None else grade_of(held.document)

    def _cite(self, claim: Claim) -> Citation:
        held = self._documents[claim.document_id or ""]
        return cite_claim(claim, held, self._grade(claim))


def _texts(view: View, claims: Iterable[Claim]) -> dict[str, str]:
    """The texts of the documents that make claims; a shredded one is empty."""
    found = {}
    for document_id in sorted({claim.document_id for claim in claims if claim.document_id}):
        held = view.document(document_id)
        found[document_id] = "" if held is None else held.document.text
    return found


def _windows_of(documents: Iterable[HeldDocument], sources: Sources) -> dict[str, Window]:
    published = {
        h.document.sha256: None if h.document.published is None
        else h.document.published.partition("T")[0]
        for h in documents
    }  # fmt: skip
    return windows(published, sources.stories())


def _is_asked(ask: Ask, replies: Sequence[Reply]) -> bool:
    return ask.needs is None or any(reply.claim.kind == ask.needs for reply in replies)


def _totals(replies: Sequence[Reply]) -> list[Reply]:
    """Counts without those that are part of a total which the same document gives.

    A document that counts twice and differently does not contradict itself: the smaller number
    is of a single event.
    """
    kept = []
    for reply in replies:
        own = [r for r in replies if r.claim.document_id == reply.claim.document_id]
        if not any(_is_part(reply, other) for other in own):
            kept.append(reply)
    return kept


def _is_part(reply: Reply, other: Reply) -> bool:
    part, total = reply.read.value, other.read.value
    if not isinstance(part, Figure) or not isinstance(total, Figure):
        return False
    high, low = part.quantity.high, total.quantity.low
    return high is not None and low is not None and high < low


def _note(ask: Ask, replies: Sequence[Reply], n_sources: int) -> str | None:
    """A counter in words, with what its bounds say together."""
    if ask.shape is not Shape.COUNTER:
        return None
    points = [
        point_of(reply.read.value, reply.read.shown)
        for reply in replies
        if isinstance(reply.read.value, Figure)
    ]
    return in_words(points, n_sources)


def _flat(text: str) -> str:
    return " ".join(text.split())
