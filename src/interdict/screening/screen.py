"""One party against the record at one moment: matches, their designations, and what is covered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from interdict.errors import InvalidInput
from interdict.matching.base import DEFAULT_LIMIT, DEFAULT_THRESHOLD, Matcher
from interdict.model.designation import Designation, NameState, State, StateName
from interdict.model.match import Match, Party
from interdict.model.plain import plain
from interdict.ownership.datasets import only_tells_owners
from interdict.screening.answer import ALERT, CLEAR, NOT_COVERED, Answer, Hit
from interdict.store.base import Coverage, Moment
from interdict.text.names import is_matchable
from interdict.text.normalize import fold

if TYPE_CHECKING:
    from interdict.ownership.outcome import OwnedBy

Designations = Callable[[str], list[tuple[Designation, State]]]
Owners = Callable[[str], "OwnedBy | None"]
Files = Callable[[str], str | None]

_WIDER = 10
_WIDEST = 100_000
"""Matches are asked for in wider and wider rounds while parties of ownership files fill them."""


class Screener:
    """Screens parties at one moment.

    Args:
        matcher: finds entities; compiled from the view of that same moment.
        designations: designations of an entity with their states at the moment.
        coverage: what each dataset of the record can say about the date.
        moment: the three times of the view.
        threshold: score from which a match is an alert, 1 to 10,000.
        limit: how many matches an answer carries at most.
        owners: whose an entity is, None where no stake in it is held; left out: nobody asks.
        files: the file name of a document by its hash.
    """

    def __init__(
        self,
        matcher: Matcher,
        *,
        designations: Designations,
        coverage: Sequence[Coverage],
        moment: Moment,
        threshold: int = DEFAULT_THRESHOLD,
        limit: int = DEFAULT_LIMIT,
        owners: Owners | None = None,
        files: Files | None = None,
    ) -> None:
        self._matcher = matcher
        self._designations = designations
        self._coverage = tuple(coverage)
        self._is_covered = any(one.status == "covered" for one in coverage)
        self._warnings = _coverage_warnings(self._coverage, moment)
        self._moment = moment
        self._threshold = threshold
        self._limit = limit
        self._owners = owners
        self._files = files

    @property
    def matcher(self) -> Matcher:
        """The engine that finds the entities."""
        return self._matcher

    @property
    def engine(self) -> str:
        """Name and version of the matching engine."""
        return f"{self._matcher.NAME} {self._matcher.VERSION}"

    @property
    def digest(self) -> str:
        """A hash of everything that an answer depends on besides the party."""
        settings = {
            "engine": self.engine,
            "moment": plain(self._moment),
            "coverage": plain(self._coverage),
            "threshold": self._threshold,
            "limit": self._limit,
        }
        return sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()

    def screen(self, party: Party) -> Answer:
        """The answer for one party.

        Where no list covers the date the status is `not_covered`, never `clear`.

        Raises:
            InvalidInput: if the party states nothing to match, or a value cannot be read.
        """
        matches = self._matcher.search(party, threshold=self._threshold, limit=self._limit)
        return self._answer(party, matches)

    def screen_many(self, parties: Sequence[Party]) -> Iterator[Answer | InvalidInput]:
        """The answers of `screen`, one for each party in order; searched together, so faster.

        In place of the answer for a party that `screen` refuses stands its error.
        """
        done = 0
        while done < len(parties):
            found = self._matcher.search_many(
                parties[done:], threshold=self._threshold, limit=self._limit
            )
            try:
                for matches in found:
                    yield self._answer(parties[done], matches)
                    done += 1
            except InvalidInput as error:
                yield error
                done += 1

    def _answer(self, party: Party, matches: Sequence[Match]) -> Answer:
        hits, n_free = self._hits(party, matches)
        warnings = [*self._warnings]
        left_out = [name for name in party.names if not is_matchable(name)]
        if left_out:
            names = ", ".join(repr(name[:40]) for name in left_out)
            warnings.append(f"Nothing to match in {names}: left out.")
        if n_free:
            warnings.append(
                f"{n_free} like it in ownership files alone: by the stakes known, no listed owner "
                "is followed."
            )
        warnings += [text for hit in hits for text in _of_names(hit)]
        if len(hits) == self._limit:
            warnings.append(f"These are the {self._limit} best matches; there may be more.")
        return Answer(
            party=party,
            as_of=self._moment.as_of,
            known_at=self._moment.known_at,
            held_at=self._moment.held_at,
            status=_status(hits, self._is_covered),
            hits=hits,
            coverage=self._coverage,
            warnings=tuple(warnings),
            threshold=self._threshold,
            engine=self.engine,
        )

    def _hits(self, party: Party, matches: Sequence[Match]) -> tuple[tuple[Hit, ...], int]:
        """Hits, and how many matches were left out.

        Whoever stands in ownership files alone is no hit, unless a listed owner is followed or
        may be. They, and mentions, must not crowd out others: then more matches are asked for.
        """
        asked = self._limit
        while True:
            hits = [self._hit(match) for match in matches]
            kept = tuple(hit for hit in hits if not _is_free(hit))
            alerts = tuple(hit for hit in kept if not hit.is_mention)
            crowded = len(alerts) < len(hits) == asked and len(alerts) < self._limit
            if not crowded or asked >= _WIDEST:
                mentions = tuple(hit for hit in kept if hit.is_mention)
                return (alerts + mentions)[: self._limit], len(hits) - len(kept)
            asked *= _WIDER
            matches = self._matcher.search(party, threshold=self._threshold, limit=asked)

    def _hit(self, match: Match) -> Hit:
        owned = None if self._owners is None else self._owners(match.entity_id)
        designations = tuple(self._designations(match.entity_id))
        document = match.statement.document_id
        file = self._files(document) if self._files and document else None
        return Hit(match, designations, owned if owned and owned.touched else None, file)


def _status(hits: Sequence[Hit], is_covered: bool) -> str:
    if any(not hit.is_mention for hit in hits):
        return ALERT
    return CLEAR if is_covered else NOT_COVERED


def _is_free(hit: Hit) -> bool:
    """True for a party that stands in ownership files alone, and follows nobody."""
    unlisted = not hit.designations and only_tells_owners(hit.match.statement.dataset)
    return unlisted and hit.owned is None


def _of_names(hit: Hit) -> Iterator[str]:
    """Where the name that matched is part of a designation only by an amendment: since when."""
    matched = fold(hit.match.name)
    for designation, state in hit.designations:
        for name in state.names:
            if fold(name.name) == matched and name.state is not StateName.IN_FORCE:
                yield (
                    f"{hit.match.caption} matched by {name.name!r}, a name that an amendment adds "
                    f"to {designation.programme}: on {state.as_of} {_of_name(name)}."
                )


def _of_name(name: NameState) -> str:
    """The state of a name that is not, or not surely, part of the designation."""
    if name.state is StateName.NONE:
        return "not part of it yet" + (f" ({'; '.join(name.notes)})" if name.notes else "")
    if name.state in (StateName.PENDING, StateName.DUE_UNCONFIRMED):
        return (
            f"{name.state.value.replace('_', ' ')}, expected {name.expected or 'on no known day'}"
        )
    return name.state.value.replace("_", " ")


def _coverage_warnings(coverage: Sequence[Coverage], moment: Moment) -> tuple[str, ...]:
    """One warning for each dataset that says nothing about the date, in order of name.

    Those that are not loaded share one. Documents speak of the parties that they name: they
    cover no date.
    """
    ordered = sorted(coverage, key=lambda one: one.dataset)
    warnings = [
        _uncovered(one, moment) for one in ordered if one.status not in ("covered", "not_loaded")
    ]
    if absent := [one.dataset for one in ordered if one.status == "not_loaded"]:
        warnings.append(f"Not loaded, so not screened against: {', '.join(absent)}.")
    if all(one.status != "covered" for one in coverage):
        warnings.insert(
            0,
            f"No list in the record covers {moment.as_of}: only parties that documents name can be "
            "found. Load a list edition published on or before that date.",
        )
    return tuple(warnings)


def _uncovered(coverage: Coverage, moment: Moment) -> str:
    if coverage.status == "before_first_edition":
        first = f"; its first edition here is {coverage.next_edition}"
        return (
            f"{coverage.dataset} does not cover {moment.as_of}"
            f"{first if coverage.next_edition else ''}."
        )
    return f"{coverage.dataset} does not cover {moment.as_of} ({coverage.status})."
