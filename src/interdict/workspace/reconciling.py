"""What sources say of the same question, what a policy makes of it, and who resolves it."""

from __future__ import annotations

from dataclasses import dataclass

from interdict.errors import InvalidInput, NotFound
from interdict.logs import log
from interdict.model.claim import Utterance
from interdict.reconcile.comparing import Comparison
from interdict.reconcile.policies import Policy, Settled, policy_named, settle
from interdict.reconcile.questions import Question
from interdict.reconcile.relations import TO_SETTLE
from interdict.reconcile.resolutions import Resolutions
from interdict.reconcile.review_order import Waiting, review_list
from interdict.store.base import Resolution, View
from interdict.workspace.root import Times, Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """A question with the name of whom it concerns, and what a policy or a reviewer makes of it."""

    caption: str
    question: Question
    settled: Settled


class Reconciling:
    """Compares the sources of a workspace; `Record.reconciling` makes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def compared(
        self,
        view: View,
        entity_id: str | None = None,
        *,
        everything: bool = False,
        policy: str | None = None,
    ) -> list[Compared]:
        """Questions on which sources differ, by key; with `everything`, all that are answered.

        Raises:
            NotFound: if there is no such policy.
        """
        chosen = policy_named(policy)
        asked = self._comparison(view).questions(entity_id)
        wanted = [q for q in asked if everything or q.relation in TO_SETTLE]
        return self._settled(view, wanted, chosen)

    def beginnings(self, view: View, policy: str | None = None) -> dict[str, Compared]:
        """When each announced designation begins, as its sources answer it, by designation id."""
        asked = self._comparison(view).of_designations()
        wanted = [q for q in asked if q.about == "begins"]
        found = self._settled(view, wanted, policy_named(policy))
        return {f"{c.question.entity_id}:{c.question.programme}": c for c in found}

    def utterances(self, times: Times) -> list[Utterance]:
        """What was said, each once with its renderings."""
        return self._comparison(self._workspace.view(times)).utterances()

    def review(self, times: Times) -> list[Waiting]:
        """What waits for a reviewer, in the order in which to look at it."""
        view = self._workspace.view(times)
        designations = self._workspace.record.designations(view)
        comparison = Comparison(view, designations)
        settled = self._settled(view, comparison.questions(), policy_named(None))
        pairs = [(one.question, one.settled) for one in settled]
        return review_list(pairs, designations.announced(), comparison.claims)

    def resolve(self, question: str, value: str | None, *, by: str, reason: str) -> Resolution:
        """Records a reviewer's answer to a question; `value` None takes the last one back.

        Raises:
            NotFound: if no source answers such a question.
            InvalidInput: if nobody signs, nothing is said, or there is nothing to take back.
        """
        if not by.strip() or not reason.strip():
            raise InvalidInput("a resolution needs a name (--by) and a reason (--reason)")
        if value is not None and not value.strip():
            raise InvalidInput("a resolution needs a value; to take one back, use --undo")
        view = self._workspace.record.everything()
        if all(
            q.key != question for q in self._comparison(view).questions(_party_of(question, view))
        ):
            raise NotFound(
                f"no source answers the question {question!r}. Its key stands in: "
                "interdict conflicts --all --json"
            )
        given = Resolutions(view.resolutions(), view.canonical)
        if value is None and given.of(question) is None:
            raise InvalidInput(f"{question}: no resolution is in force that could be taken back")
        word = Resolution(question, value, by, reason)
        with self._workspace.store.write("resolve", question) as writer:
            writer.add_resolution(word)
        log("question.resolved", question=question, undone=value is None, by=by)
        return word

    def _comparison(self, view: View) -> Comparison:
        return Comparison(view, self._workspace.record.designations(view))

    def _settled(self, view: View, asked: list[Question], policy: Policy) -> list[Compared]:
        given = Resolutions(view.resolutions(), view.canonical)
        captions = _Captions(view)
        return [
            Compared(captions.of(q.entity_id), q, settle(q, policy, given.of(q.key))) for q in asked
        ]


class _Captions:
    """Names of parties by id, looked up once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, str] = {}

    def of(self, entity_id: str) -> str:
        if entity_id not in self._known:
            entity = self._view.entity(entity_id)
            self._known[entity_id] = entity_id if entity is None else entity.caption
        return self._known[entity_id]


def _party_of(question: str, view: View) -> str | None:
    """The party in a question's key, so that questions about list designations are asked too."""
    return next((p for p in question.split("|")[1:] if view.entity(p) is not None), None)
