"""Of several readings of the same words one is kept."""

from __future__ import annotations

from interdict.claims.competing import without_competitors
from interdict.claims.filling import Draft
from interdict.model.claim import Claim, Quantity


def draft(start: int, end: int, subject: str | None, **fields: object) -> Draft:
    """A draft in the first sentence; a named subject has a schema."""
    own: dict[str, object] = {"kind": "denial", "rule": "r"} | fields
    schema = "Person" if subject and subject[0].isupper() else None
    return Draft(
        Claim(
            doc="d", start=start, end=end, quote="", subject=subject, subject_schema=schema, **own
        ),  # type: ignore[arg-type]
        0,
    )


def kept(*drafts: Draft) -> list[str | None]:
    """The subjects that remain."""
    return [one.claim.subject for one in without_competitors(drafts)]


def test_a_named_party_is_preferred_to_words() -> None:
    """Whatever the order in which they come."""
    assert kept(draft(0, 9, "its lawyers"), draft(2, 9, "Tom Alder", rule="s")) == ["Tom Alder"]


def test_members_of_a_list_stay() -> None:
    """They come of one rule over the same words."""
    assert kept(draft(0, 9, "A"), draft(0, 9, "B")) == ["A", "B"]


def test_other_words_and_other_kinds_are_others() -> None:
    """A leader and a denial in one sentence do not compete."""
    assert len(kept(draft(0, 9, "A"), draft(20, 30, "B"))) == 2
    assert len(kept(draft(0, 9, "A"), draft(0, 9, "B", kind="leadership"))) == 2


def test_two_numbers_are_two_claims() -> None:
    """Three dead and four dead in one clause are counted apart."""
    three, four = Quantity(3, 3, "people"), Quantity(4, 4, "people")
    drafts = (
        draft(0, 9, None, kind="count.killed", value=three),
        draft(4, 12, None, kind="count.killed", value=four),
    )
    assert len(kept(*drafts)) == 2


def test_a_party_that_goes_on_denying_makes_one_claim() -> None:
    """Over all of its words."""
    (one,) = without_competitors((draft(0, 9, "A"), draft(20, 30, "A")))
    assert (one.claim.start, one.claim.end) == (0, 30)


def test_what_is_denied_is_no_claim() -> None:
    """In "X denied that its men attacked it" nobody tells of an attack."""
    inside = draft(12, 30, None, kind="event.attack")
    before = draft(0, 8, "X", kind="leadership")
    assert [d.claim.kind for d in without_competitors((draft(0, 30, "X"), inside, before))] == [
        "denial",
        "leadership",
    ]
