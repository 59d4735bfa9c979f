"""What an entry says that tells who it is, read from a record of our own making."""

from __future__ import annotations

from datetime import UTC, date, datetime

from interdict.model.dates import end_of_day
from interdict.model.source import Edition, EditionPart
from interdict.model.statement import Statement
from interdict.reconcile.resolution.party import ListedParty, listed_parties
from interdict.store.base import PartContent
from interdict.store.memory import MemoryStore

DAY = date(2031, 1, 1)


def parties(*listings: tuple[str, dict[str, str], str]) -> dict[str, ListedParty]:
    """Entries by id: each an entry's id, what its listing says, and a qualifier of its number."""
    store = MemoryStore(lambda: datetime(2031, 1, 2, tzinfo=UTC))
    for entity_id, facts, qualifier in listings:
        dataset, _, record = entity_id.partition("-")
        sanction = f"{entity_id}-sanction"
        rows = [Statement(dataset, entity_id, "Organization", "name", "Grey Heron Front",
                          record_id=record)]  # fmt: skip
        rows += [
            Statement(dataset, sanction, "Sanction", prop, value, record_id=record,
                      qualifier=qualifier if prop == "authorityId" else "")
            for prop, value in {"entity": entity_id, **facts}.items()
        ]  # fmt: skip
        part = EditionPart("entries", "list.csv", entity_id, 1, 1)
        content = PartContent(part, [(row, 1) for row in rows])
        with store.write("list load", dataset) as writer:
            writer.add_edition(Edition(dataset, end_of_day(DAY)), [content])
    view = store.view(as_of=DAY, known_at=end_of_day(DAY), held_at=None)
    return {party.id: party for party in listed_parties(view)}


def test_a_listing_under_anothers_authority_quotes_its_number() -> None:
    """OFAC counts both of its lists in one; a list's own number quotes nobody."""
    found = parties(
        ("compiled-heron", {"authority": "US-TREASURY", "authorityId": "28283"}, ""),
        ("us_ofac_sdn-28283", {"authority": "US-TREASURY", "authorityId": "28283"}, ""),
    )
    assert found["compiled-heron"].quotes == {"us_ofac_sdn-28283", "us_ofac_cons-28283"}
    assert "us_ofac_sdn-28283" not in found["us_ofac_sdn-28283"].quotes


def test_a_number_may_say_whose_it_is() -> None:
    """The UK's list gives OFSI's number beside its own, under its own authority."""
    number = {"authority": "UK-FCDO", "authorityId": "13349"}
    for qualifier, quoted in (("ofsi_group_id", {"uk_ofsi-13349"}), ("", set())):
        (party,) = parties(("uk_sanctions_list-AAA0001", number, qualifier)).values()
        assert party.quotes == quoted


def test_a_programmes_key_counts_like_its_tag() -> None:
    """A listing that gives only the key of its regime says what it is about, too."""
    (party,) = parties(("compiled-heron", {"programId": "US-FTO"}, "")).values()
    assert party.programmes == {"US-FTO"}
