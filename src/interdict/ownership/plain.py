"""Outcomes of ownership rules as plain data: the contract of `--json`.

Shares are percentages as text (`50`, `16.67`), exact to a millionth of the whole.
"""

from __future__ import annotations

from typing import Any

from interdict.model.plain import plain
from interdict.ownership.chain import Chain, Person
from interdict.ownership.grounds import Holder
from interdict.ownership.outcome import Outcome, OwnedBy
from interdict.ownership.record import StatedStake
from interdict.ownership.rule import Authority
from interdict.ownership.sizes import WHOLE, percent


def outcome_data(one: Outcome, chain: Chain) -> dict[str, Any]:
    """One outcome: verdict, rule, bounds, owners, path, and what would decide it."""
    grounds = one.grounds
    data: dict[str, Any] = {
        "rule": _rule_data(one),
        "verdict": one.verdict.value,
        "standing": None,
        "low": None,
        "high": None,
        "not_stated": None,
        "most_by": None,
        "owners": [],
        "path": [],
        "decisive": plain(one.decisive),
    }
    if grounds is None:
        return data
    return data | {
        "standing": grounds.standing.value,
        "low": percent(grounds.low),
        "high": percent(grounds.high),
        "not_stated": percent(max(WHOLE - grounds.stated, 0)),
        "most_by": grounds.by,
        "owners": [_holder_data(holder, chain, one.authority) for holder in grounds.holders],
        "path": [person_data(chain.persons[step], one.authority) for step in grounds.path],
    }


def owned_in_short(owned: OwnedBy) -> str:
    """Whose a party is, in one cell of a table: each rule's verdict with its path upwards."""
    return "; ".join(_in_short(one, owned.chain) for one in owned.touched)


def _in_short(one: Outcome, chain: Chain) -> str:
    text = f"{one.authority.key} {one.verdict.value}"
    if one.grounds is not None and one.grounds.path:
        text += ": " + " < ".join(chain.persons[step].caption for step in one.grounds.path)
    elif one.decisive:
        text += f": open is {one.decisive[0].text}"
    return text


def person_data(person: Person, authority: Authority | None = None) -> dict[str, Any]:
    """A party: who it was recognised as, and its designations (those under an authority)."""
    return {
        "entity": person.id,
        "caption": person.caption,
        "schema": person.schema,
        "recognised": {
            "by": person.identity.by.value,
            "same_as": list(person.identity.same_as),
            "certain": person.identity.is_certain,
        },
        "designations": [
            {
                "id": designation.id,
                "programme": designation.programme,
                "issuer": designation.issuer,
                "state": plain(state),
            }
            for designation, state in person.designations
            if authority is None or designation.programme in authority.programmes
        ],
    }


def _rule_data(one: Outcome) -> dict[str, Any]:
    rule, measure = one.authority.rule, one.measure
    return {
        "key": one.authority.key,
        "blocks": one.authority.blocks,
        "threshold": None if measure is None else percent(measure.threshold),
        "at_least": None if measure is None else measure.inclusive,
        "counting": None if measure is None else measure.counting.value,
        "control": rule.control,
        "binding": rule.binding,
        "text": rule.text,
        "legal_basis": list(rule.legal_basis),
        "grade": rule.grade,
        "verified_on": rule.verified_on,
    }


def _holder_data(holder: Holder, chain: Chain, authority: Authority) -> dict[str, Any]:
    stated = [s for s in chain.stakes if (s.owner, s.asset) == (holder.entity_id, chain.asked)]
    return {
        **person_data(chain.persons[holder.entity_id], authority),
        "standing": holder.standing.value,
        "low": percent(holder.size.low),
        "high": percent(holder.size.high),
        "control": holder.control,
        "stated": [_stake_data(stake) for stake in stated],
    }


def _stake_data(stake: StatedStake) -> dict[str, Any]:
    return {
        "id": stake.link_id,
        "kind": stake.kind,
        "size": stake.told,
        "means": stake.means,
        "period": plain(stake.period),
        "certain": stake.certain,
        "dataset": stake.dataset,
        "edition": stake.edition,
        "file": stake.file,
        "line": stake.line,
        "source": stake.source,
        "grade": stake.grade,
        "notes": list(stake.notes),
    }
