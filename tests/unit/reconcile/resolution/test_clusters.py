"""Groups of ids that are one party, and what is refused."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from interdict.reconcile.resolution.clusters import Clusters, Verdicts
from interdict.reconcile.resolution.party import ListedParty
from interdict.store.base import Judgement
from interdict.store.reading import Canon


def parties(*ids: str) -> dict[str, ListedParty]:
    """Entries of the lists before the dash."""
    return {i: ListedParty(i, i.partition("-")[0], "Person", i, ()) for i in ids}


def word(left: str, right: str, same: bool, by: str = "A. Reviewer") -> Judgement:
    """Somebody's word on a pair."""
    return Judgement(left, right, same, by, "reasons")


def clusters(*judgements: Judgement, against: tuple[str, str] | None = None) -> Clusters:
    """Five entries of four lists; `against` contradict each other."""
    entries = parties("a-1", "a-2", "b-1", "c-1", "d-1")
    return Clusters(
        entries,
        Verdicts(judgements),
        lambda x, y: "births" if {x.id, y.id} == set(against or ()) else "",
    )


def test_joining_is_transitive() -> None:
    """Ids joined one by one are one group, whichever is asked."""
    groups = clusters()
    assert groups.join("a-1", "b-1") == groups.join("b-1", "c-1") == ""
    assert groups.together("c-1", "a-1")
    assert sorted(groups.members("b-1")) == ["a-1", "b-1", "c-1"]
    assert groups.holds_entry_of("c-1", "a") and not groups.holds_entry_of("c-1", "d")


def test_two_entries_of_one_list_are_refused_however_far() -> None:
    """Also at the ends of a chain; a refused join changes nothing."""
    groups = clusters(word("a-1", "b-1", True), word("a-2", "c-1", True))
    assert "two entries of a" in groups.join("b-1", "c-1")
    assert not groups.together("b-1", "c-1")


def test_a_contradiction_anywhere_is_refused() -> None:
    """Each entry of the one group is held against each of the other."""
    groups = clusters(word("a-1", "b-1", True), against=("a-1", "d-1"))
    assert "contradict each other: births" in groups.join("b-1", "d-1")


def test_what_somebody_keeps_apart_is_refused() -> None:
    """With the name of who did, and the reason; the last word on a pair counts."""
    parted = word("a-1", "c-1", False)
    groups = clusters(word("a-1", "b-1", True), parted)
    assert "kept apart by A. Reviewer: reasons" in groups.join("b-1", "c-1")
    assert clusters(parted, word("c-1", "a-1", True)).together("a-1", "c-1")


def test_ids_that_are_no_entries_are_carried_along() -> None:
    """A party that documents name, joined to an entry, follows it into the group."""
    groups = clusters(word("doc-front", "a-1", True))
    assert groups.join("a-1", "b-1") == ""
    assert groups.together("doc-front", "b-1")


_IDS = st.sampled_from(["a-1", "b-1", "c-1", "d-1", "doc-x"])
_JUDGEMENTS = st.lists(
    st.tuples(_IDS, _IDS, st.booleans()).filter(lambda j: j[0] != j[1]), max_size=12
)


@given(_JUDGEMENTS)
def test_groups_are_those_of_the_record(words: list[tuple[str, str, bool]]) -> None:
    """What is together here is what the store joins when it is read."""
    judgements = [word(*one) for one in words]
    groups, canon = clusters(*judgements), Canon(judgements)
    by_root: dict[str, set[str]] = defaultdict(set)
    for entity_id in ("a-1", "b-1", "c-1", "d-1", "doc-x"):
        by_root[canon.of(entity_id)].add(entity_id)
    for members in by_root.values():
        assert all(set(groups.members(one)) == members for one in members)
