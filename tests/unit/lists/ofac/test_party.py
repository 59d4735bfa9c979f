"""The other end of a link, which a remark only names."""

from __future__ import annotations

import pytest

from interdict.lists import ofac
from interdict.lists.parsing import Output, SourceFile

SDN, _ = ofac.DATASETS


def linked(*others: str) -> tuple[set[tuple[str, str]], list[tuple[str, str]]]:
    """Links of an entry to `PIER CARGO S.A.` among entries of those names; and the signals."""
    entries = ["ALPHA", *others]
    text = "".join(
        f'{number},"{name}",-0- ,"SDGT",{"-0- ," * 7}"Linked To: PIER CARGO S.A.."\n'
        for number, name in enumerate(entries, start=1)
    )
    out = Output(SDN)
    ofac.parse(SDN, [SourceFile("sdn.csv", text.encode())], out)
    (content,) = out.result().parts
    facts = {
        (s.prop, s.value)
        for s, _ in content.statements
        if s.entity_id == "us_ofac_sdn-1-link-PIER-CARGO-S-A"
    }
    return facts, [(signal.kind, signal.field) for signal in content.part.signals]


@pytest.mark.parametrize("name", ["PIER CARGO S.A.", "Pier Cargo S.A."])
def test_a_name_that_one_entry_bears_is_that_entry(name: str) -> None:
    """Letter case aside."""
    facts, signals = linked(name)
    assert ("object", "us_ofac_sdn-2") in facts
    assert signals == []


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([], "link to a name that no entry here bears"),
        (["PIER CARGO S.A. LTD."], "link to a name that no entry here bears"),
        (["PIER CARGO S.A.", "PIER CARGO S.A."], "link to a name that several entries bear"),
    ],
)
def test_a_name_without_one_entry_stays_a_name(others: list[str], why: str) -> None:
    """Nobody is guessed; it is reported which it was."""
    facts, signals = linked(*others)
    assert ("namesMentioned", "PIER CARGO S.A.") in facts
    assert "object" not in {prop for prop, _ in facts}
    assert ("held_aside", why) in signals
