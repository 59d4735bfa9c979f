"""What a screening answers, and its plain form for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from interdict.model.designation import Designation, State
from interdict.model.match import Clearing, Match, Party, ScorePart
from interdict.model.plain import plain
from interdict.store.base import PROVISIONAL, Coverage

if TYPE_CHECKING:
    from interdict.matching.ofac_parity import ParityExplanation
    from interdict.ownership.outcome import OwnedBy

ALERT = "alert"
CLEAR = "clear"
NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Hit:
    """One entity that the party may be, with its designations and their states on the date.

    `owned` says whose it is, where the record holds stakes in it and it follows a listed owner
    by some authority's rule, or may. `document` is the file that the name matched stands in, if
    it is a document's.
    """

    match: Match
    designations: tuple[tuple[Designation, State], ...]
    owned: OwnedBy | None = None
    document: str | None = None

    @property
    def is_mention(self) -> bool:
        """True for a party that documents alone name, and no source says is designated.

        Who is said to lead a group, or to deal with it, is not thereby designated: such a
        party is shown and is no alert.
        """
        provisional = self.match.entity_id.startswith(PROVISIONAL)
        return provisional and not self.designations and self.owned is None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one party at one moment.

    `status` is `alert` (a match reached the threshold), `clear` (none did, mentions aside) or
    `not_covered` (no list covers the date: nothing may be concluded). `hits` are best first,
    mentions behind all others.
    """

    party: Party
    as_of: date
    known_at: datetime
    held_at: int
    status: str
    hits: tuple[Hit, ...]
    coverage: tuple[Coverage, ...]
    warnings: tuple[str, ...]
    threshold: int
    engine: str

    @property
    def alerts(self) -> tuple[Hit, ...]:
        """The hits that are not mentions."""
        return tuple(hit for hit in self.hits if not hit.is_mention)


def as_dict(answer: Answer) -> dict[str, Any]:
    """The answer as plain data: the contract of `--json`.

    Field names are those of the objects. Scores, thresholds and the points of parts are
    shares from 0.0 to 1.0 with four decimals; dates are ISO text; what is unknown is null.
    `match.statement` and `match.presence` cite the list row of the name that matched.
    `match.clearing` says which evidence, if it differed from what is listed, would lower the
    score to what, and whether that clears the match.
    `ofac_parity` is about what OFAC's own search page would show for that name; it takes no
    part in the match.
    """
    return {
        "party": plain(answer.party),
        "as_of": answer.as_of.isoformat(),
        "known_at": answer.known_at.isoformat(),
        "held_at": answer.held_at,
        "status": answer.status,
        "threshold": _share(answer.threshold),
        "engine": answer.engine,
        "hits": [_hit(hit, answer.party, answer.threshold) for hit in answer.hits],
        "coverage": [plain(one) for one in answer.coverage],
        "warnings": list(answer.warnings),
    }


def parity_of(hit: Hit, party: Party) -> ParityExplanation | None:
    """OFAC's own score for the name that matched, to stand beside ours; None without a name."""
    from interdict.matching.ofac_parity import best_parity

    return best_parity(party, (hit.match.name,))


def _hit(hit: Hit, party: Party, threshold: int) -> dict[str, Any]:
    match = hit.match
    parity = parity_of(hit, party)
    return {
        "match": {
            "entity_id": match.entity_id,
            "schema": match.schema,
            "caption": match.caption,
            "score": _share(match.score),
            "name": match.name,
            "name_kind": match.name_kind,
            "parts": [_part(part) for part in match.parts],
            "clearing": [_clearing(one, threshold) for one in match.clearing],
            "statement": plain(match.statement) | {"id": match.statement.id},
            "presence": plain(match.presence),
            "document": hit.document,
        },
        "ofac_parity": None if parity is None else _parity(parity),
        "designations": [
            {
                "id": designation.id,
                "entity_id": designation.entity_id,
                "programme": designation.programme,
                "issuer": designation.issuer,
                "listed": plain(designation.listed),
                "state": plain(state),
            }
            for designation, state in hit.designations
        ],
        "ownership": _ownership(hit),
        "is_mention": hit.is_mention,
    }


def _parity(parity: ParityExplanation) -> dict[str, Any]:
    return {
        "score": parity.score / 100,
        "technique": parity.technique,
        "query": parity.asked,
        "candidate": parity.listed,
        "detail": parity.detail,
    }


def _ownership(hit: Hit) -> list[dict[str, Any]]:
    """Outcomes of ownership rules that matter; as `interdict ownership --json` has them."""
    if hit.owned is None:
        return []
    from interdict.ownership.plain import outcome_data  # only where stakes are held

    return [outcome_data(one, hit.owned.chain) for one in hit.owned.touched]


def _part(part: ScorePart) -> dict[str, Any]:
    return {
        "feature": part.feature,
        "points": _share(part.points),
        "query": part.query,
        "candidate": part.candidate,
        "detail": part.detail,
    }


def _clearing(one: Clearing, threshold: int) -> dict[str, Any]:
    return {
        "differs": {kind: list(listed) for kind, listed in one.differs},
        "score": _share(one.score),
        "clears": one.score < threshold,
    }


def _share(points: int) -> float:
    return points / 10_000
