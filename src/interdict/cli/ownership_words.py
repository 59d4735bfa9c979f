"""Outcomes of ownership rules in words: verdicts, measures, sums, paths, places."""

from __future__ import annotations

from collections.abc import Iterable

from interdict.cli.words import state_in_words
from interdict.ownership.chain import Chain, Person
from interdict.ownership.grounds import Grounds, Standing
from interdict.ownership.identity import Recognised
from interdict.ownership.outcome import Outcome, Verdict
from interdict.ownership.record import StatedStake
from interdict.ownership.rule import Authority, Counting
from interdict.ownership.sizes import percent

_COUNTED = {
    Counting.ALL_LISTED: "of all listed owners together",
    Counting.ONE_PERSON: "of one listed owner",
    Counting.UNSETTLED: "of one listed owner (of several together: not settled)",
}


def verdict_in_words(one: Outcome) -> str:
    """A verdict, with what it is by."""
    standing = None if one.grounds is None else one.grounds.standing
    reach = "blocked" if one.authority.blocks else "under the same restrictions"
    if one.verdict is Verdict.BLOCKED:
        by = "listed itself" if standing is Standing.LISTED else "follows its owners"
        return f"{reach}: {by}"
    if one.verdict is Verdict.NOT_BLOCKED:
        return f"not {reach}, by the stakes that are known"
    if one.verdict is Verdict.NO_RULE:
        first = next((t.since for t in one.authority.rule.thresholds if t.since), None)
        return f"no rule known for that day{f' (known since {first})' if first else ''}"
    return "undetermined" if one.verdict is Verdict.UNDETERMINED else "not covered"


def measure_in_words(one: Outcome) -> str:
    """What has to be met, and on what it rests."""
    measure, rule = one.measure, one.authority.rule
    if measure is None:
        return ""
    share = percent(measure.threshold)
    text = f"{share} percent or more" if measure.inclusive else f"more than {share} percent"
    text += f", {_COUNTED[measure.counting]}{'; or control' if measure.control else ''}"
    basis = [*rule.legal_basis, f"grade {rule.grade}"]
    if rule.binding is not None:
        basis.append("law" if rule.binding else "practice, not law")
    return f"{text} ({'; '.join(basis)})"


def sum_in_words(one: Outcome, chain: Chain) -> Iterable[str]:
    """The arithmetic of an outcome, and the path up to a listed person with its programmes."""
    grounds, measure = one.grounds, one.measure
    if grounds is None or measure is None or grounds.standing is Standing.LISTED:
        if grounds is not None:
            yield from claims_of(chain.persons[chain.asked], one.authority)
        return
    if grounds.holders:
        terms = [
            f"{chain.persons[h.entity_id].caption} {h.size}"
            for h in grounds.holders
            if h.standing is not Standing.FREE and h.size.high
        ]
        whose = ""
        if grounds.by is not None and measure.counting is not Counting.ALL_LISTED:
            whose = f" (most by one person: {chain.persons[grounds.by].caption})"
        yield f"counting: {' + '.join(terms) or 'nobody'} = {_bounds(grounds)}{whose}"
    if grounds.path:
        yield "path: " + " < ".join(chain.persons[step].caption for step in grounds.path)
        for line in claims_of(chain.persons[grounds.path[-1]], one.authority):
            yield f"  {chain.persons[grounds.path[-1]].caption}: {line}"


def _bounds(grounds: Grounds) -> str:
    if grounds.low == grounds.high:
        return f"{percent(grounds.low)} %"
    return f"{percent(grounds.low)} to {percent(grounds.high)} %"


def claims_of(person: Person, authority: Authority | None = None) -> list[str]:
    """A person's designations with their states, those under an authority if one is given."""
    return [
        f"{designation.programme}: {state_in_words(state)}"
        for designation, state in person.designations
        if authority is None or designation.programme in authority.programmes
    ]


def recognised_in_words(person: Person) -> str:
    """By what a party was recognised; empty where it is meant by its id, or nobody is."""
    by, others = person.identity.by, ", ".join(person.identity.same_as)
    if by in (Recognised.ITSELF, Recognised.NOBODY):
        return ""
    doubt = "" if person.identity.is_certain else "; that is not certain"
    return f"recognised by {by} as {others}{doubt}"


def place_in_words(stake: StatedStake) -> str:
    """Where a stake is stated: dataset, edition, file and line; and on what it rests there."""
    line = f" line {stake.line}" if stake.line else ""
    text = f"{stake.dataset} {stake.edition or ''}, {stake.file or ''}{line}"
    cited = f": {stake.source}" if stake.source else ""
    grade = f" (grade {stake.grade})" if stake.grade else ""
    means = f": {stake.means}" if stake.means else ""
    kind = "" if stake.kind == "shares" else f" [{stake.kind}{means}]"
    return f"{text}{cited}{grade}{kind}"
