"""Designations, states and citations in words, as the tables show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from interdict.model.designation import Designation, NameState, State, StateName
from interdict.model.source import Citation
from interdict.store.base import Coverage

if TYPE_CHECKING:
    from interdict.regimes.beside import Beside
    from interdict.regimes.effects import EffectStatus


def state_in_words(state: State) -> str:
    """A state with its dates and bounds, in one line."""
    name = state.name
    if name is StateName.IN_FORCE:
        text = "in force" + (f" since {_from(state.since)}" if state.since else "")
        if state.since is None and state.first_seen is not None:
            text += f", first seen {state.first_seen}"
            if state.absent_before is not None:
                text += f" (not in {state.absent_before})"
        if state.since is not None and state.absent_before is not None:
            text += f"; not in the edition of {state.absent_before}, then again in that of"
            text += f" {state.first_seen}"
        if state.last_seen is not None and state.absent_after is not None:
            text += f"; last seen {state.last_seen}, absent from {state.absent_after}"
        text += f" · {state.grade}" if state.grade else ""
    elif name is StateName.ENDED:
        text = f"ended {state.ended}" if state.ended else "ended"
        if state.ended is None and state.last_seen is not None:
            text += f" between {state.last_seen} (last seen) and {state.absent_after} (absent)"
        text += f" · {state.ended_by}" if state.ended_by else ""
    elif name in (StateName.PENDING, StateName.DUE_UNCONFIRMED):
        text = "pending" if name is StateName.PENDING else "due, unconfirmed"
        text += f": announced {state.announced or 'on a date not known'}"
        text += f", expected {state.expected or 'on a date not known'}"
    elif name is StateName.REPORTED:
        text = f"reported{f', as of {_from(state.since)}' if state.since else ''} (press only)"
    else:
        text = "not in force" if name is StateName.NONE else "not covered by any list held"
    if state.flags:
        text += f" [{', '.join(state.flags)}]"
    if not state.certain:
        text += " (rests on a date not known to the day)"
    if state.notes and name is not StateName.IN_FORCE:
        text += f" ({'; '.join(state.notes)})"
    return text


def name_in_words(name: NameState) -> str:
    """Since when a name that an amendment added is part of the designation."""
    if name.state is StateName.IN_FORCE:
        text = f"part of it since {_from(name.since)}"
    elif name.state is StateName.ENDED:
        text = f"part of it from {_from(name.since)}, ended {name.ended or 'with it'}"
    elif name.state in (StateName.PENDING, StateName.DUE_UNCONFIRMED):
        due = "due, unconfirmed" if name.state is StateName.DUE_UNCONFIRMED else "pending"
        text = f"{due}: announced {name.announced or 'on a date not known'}, "
        text += f"expected {name.expected or 'on a date not known'}"
    elif name.state is StateName.REPORTED:
        text = f"reported{f', as of {_from(name.since)}' if name.since else ''} (press only)"
    else:
        text = "not part of it yet" + (f" ({'; '.join(name.notes)})" if name.notes else "")
    return f"{text} · {name.grade}" if name.grade and name.state is StateName.IN_FORCE else text


def _from(edtf: str | None) -> str:
    """`../2021-07-07` reads "on or before 2021-07-07"."""
    if edtf is None:
        return "?"
    return f"on or before {edtf[3:]}" if edtf.startswith("../") else edtf


def citation_in_words(citation: Citation) -> str:
    """Where to look it up: a list's edition and row, or a document and characters."""
    if citation.edition and citation.file and not citation.fact_grade:
        row = f" line {citation.line}" if citation.line else ""
        place = f"{citation.source} {citation.edition}, {citation.file}{row}"
        return f"{place}, record {citation.record_id}" if citation.record_id else place
    if citation.fact_grade:
        return f"{citation.detail or citation.source} (grade {citation.fact_grade})"
    if citation.document_id:
        detail = f" ({citation.detail})" if citation.detail else ""
        return f"{citation.source}{detail} [{citation.start}:{citation.end}]"
    return f"{citation.source}{f': {citation.detail}' if citation.detail else ''}"


def citations_in_words(citations: Iterable[Citation]) -> str:
    """Several places, one line for each source: spans of one document stand together."""
    places: dict[str, list[str]] = {}
    for citation in citations:
        if citation.document_id:
            detail = f" ({citation.detail})" if citation.detail else ""
            place = f"[{citation.start}:{citation.end}]"
            places.setdefault(f"{citation.source}{detail}", []).append(place)
        else:
            places.setdefault(citation_in_words(citation), [])
    return "\n".join(" ".join([source, *spans]) for source, spans in places.items())


def designation_in_words(designation: Designation) -> str:
    """Programme and issuer."""
    return f"{designation.programme} ({designation.issuer})"


def all_coverage_in_words(coverage: Sequence[Coverage], as_of: date) -> list[str]:
    """A line for each dataset, and one for all that are not loaded."""
    lines = [coverage_in_words(one, as_of) for one in coverage if one.status != "not_loaded"]
    absent = [one.dataset for one in coverage if one.status == "not_loaded"]
    return [*lines, f"not loaded: {', '.join(absent)}"] if absent else lines


def coverage_in_words(coverage: Coverage, as_of: date) -> str:
    """What a dataset can say about a date, and how old the edition is that says it."""
    if coverage.status == "not_loaded":
        return f"{coverage.dataset}: not loaded"
    if coverage.status == "before_first_edition":
        after = f", the first is of {coverage.next_edition}" if coverage.next_edition else ""
        return f"{coverage.dataset}: not covered (no edition on or before that date{after})"
    after = f", the next is of {coverage.next_edition}" if coverage.next_edition else ""
    days = 0 if coverage.edition is None else (as_of - coverage.edition.first).days
    age = f", {days:,} days before" if days > 0 else ""
    return f"{coverage.dataset}: answered from the edition of {coverage.edition}{age}{after}"


def status_in_words(status: EffectStatus) -> str:
    """The status of a legal effect with its dates."""
    text = status.status.value.replace("_", " ")
    if status.from_:
        text += f" from {status.from_}"
    if status.until:
        text += f" until {status.until}"
    if status.expected:
        text += f", expected {status.expected}"
    return text


def reward_in_words(one: Beside) -> str:
    """A reward that stands beside designations: amount, purpose, and what it took the place of."""
    assert one.amount is not None
    from interdict.regimes.rewards import Reward, in_words

    return in_words(Reward(one.programme, one.amount, one.on, one.purpose, one.supersedes))


_PROOFS = {"A": "law (A)", "B": "secondary (B)", "C": "press (C)", "U": "unverified (U)"}


def proof_in_words(grade: str) -> str:
    """How well a rule is proved: only grade `A` was read in the law itself."""
    return _PROOFS[grade]
