"""Who may say what: each row of the table, and everything that establishes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from interdict.model.claim import Claim, Stance
from interdict.model.designation import Event
from interdict.model.source import Document, DocumentKind, Grade
from interdict.reconcile.evidence import cite_claim, event_of, evidence
from interdict.regimes.catalog import load_regimes
from interdict.store.base import HeldDocument

REGIMES = load_regimes()
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)

DOCUMENT = Document(
    sha256="a" * 64,
    file_name="text.txt",
    container="bare",
    kind=DocumentKind.NEWS,
    raw="",
    text="",
    segments=(),
    blocks=(),
    title="A title",
    published="2025-11-25T10:00:00",
)
NOTICE = replace(DOCUMENT, kind=DocumentKind.FR_NOTICE, publisher="Federal Register")
RELEASE = replace(DOCUMENT, kind=DocumentKind.PRESS_RELEASE)
STATE = replace(RELEASE, publisher="U.S. Department of State")
TREASURY = replace(RELEASE, publisher="The U.S. Department of the Treasury")
PAPER = replace(DOCUMENT, publisher="Harbour Gazette")

CLAIM = Claim(
    doc="text.txt",
    kind="designation.effective",
    start=10,
    end=30,
    quote="has been designated",
    rule="test",
    subject="Harbour Front",
    date="2025-11-24",
    document_id="a" * 64,
)


def held(document: Document) -> HeldDocument:
    return HeldDocument(document, 1, RECORDED, RECORDED)


def event(document: Document, claim: Claim = CLAIM, programme: str = "US-FTO") -> Event | None:
    return event_of(claim, held(document), REGIMES.named(programme))


def shown(found: Event | None) -> str:
    """`name on grade`, then what is expected and whether it is an older act; `-` for none."""
    if found is None:
        return "-"
    words = [found.name, str(found.on), str(found.grade)]
    if found.expected:
        words.append(f"expects {found.expected}")
    return " ".join([*words, "prior"] if found.prior else words)


KINDS = ("effective", "announced", "amended", "revoked", "prior")
TABLE = {
    ("journal", "US-FTO"): (
        "published 2025-11-25 copy",
        "signed 2025-11-24 copy",
        "amended 2025-11-25 copy",
        "revoked 2025-11-24 copy",
        "in_force 2025-11-24 copy prior",
    ),
    ("journal", "US-SDGT"): (
        "published 2025-11-25 copy",
        "signed 2025-11-24 copy",
        "amended 2025-11-25 copy",
        "revoked 2025-11-24 copy",
        "in_force 2025-11-24 copy prior",
    ),
    ("issuer", "US-FTO"): (
        "announced None issuer expects 2025-11-24",
        "announced 2025-11-24 issuer",
        "announced 2025-11-24 issuer",
        "revoked 2025-11-24 issuer prior",
        "in_force 2025-11-24 issuer prior",
    ),
    ("issuer", "US-SDGT"): (
        "in_force 2025-11-24 issuer",
        "in_force 2025-11-24 issuer",
        "amended 2025-11-24 issuer",
        "revoked 2025-11-24 issuer",
        "in_force 2025-11-24 issuer prior",
    ),
    ("press", "US-FTO"): (
        "announced None press expects 2025-11-24",
        "announced 2025-11-24 press",
        "amended 2025-11-24 press prior",
        "revoked 2025-11-24 press prior",
        "in_force 2025-11-24 press prior",
    ),
    ("press", "US-SDGT"): (
        "announced None press expects 2025-11-24",
        "announced 2025-11-24 press",
        "amended 2025-11-24 press prior",
        "revoked 2025-11-24 press prior",
        "in_force 2025-11-24 press prior",
    ),
}
ROWS = [
    (source, programme, kind, expected)
    for (source, programme), row in TABLE.items()
    for kind, expected in zip(KINDS, row, strict=True)
]


@pytest.mark.parametrize(("source", "programme", "kind", "expected"), ROWS)
def test_each_row_of_the_table(source: str, programme: str, kind: str, expected: str) -> None:
    """What a claim of each kind is worth, from a journal, the issuer, or anybody else."""
    own = STATE if programme == "US-FTO" else TREASURY
    document = {"journal": NOTICE, "issuer": own, "press": PAPER}[source]
    claim = replace(CLAIM, kind=f"designation.{kind}")
    assert shown(event(document, claim, programme)) == expected


def test_every_row_of_the_table_is_tried_here() -> None:
    """The data holds no row that the cases above do not reach."""
    reached = {
        evidence().row(source, f"designation.{kind}", by_act=REGIMES[programme].lifecycle.by_act)
        for source, programme, kind, _ in ROWS
    }
    assert reached == set(evidence().rows)


class TestSourceClass:
    """A document's class comes from its kind, its publisher, and whose act it speaks of."""

    @pytest.mark.parametrize(
        ("document", "authority", "issuer", "expected"),
        [
            (NOTICE, None, "US-STATE", "journal"),
            (NOTICE, "US-TREASURY", "US-STATE", "journal"),
            (NOTICE, None, "UN-SC", "press"),
            (replace(NOTICE, publisher=None), None, "US-STATE", "press"),
            (replace(NOTICE, publisher="Harbour Gazette"), None, "US-STATE", "press"),
            (replace(PAPER, publisher="Federal Register"), None, "US-STATE", "press"),
            (STATE, None, "US-STATE", "issuer"),
            (STATE, "US-STATE", "US-TREASURY", "issuer"),
            (TREASURY, None, "US-STATE", "press"),
            (TREASURY, "US-STATE", "US-STATE", "press"),
            (TREASURY, "US-STATE", "US-TREASURY", "press"),
            (TREASURY, None, "US-TREASURY", "issuer"),
            (replace(STATE, kind=DocumentKind.NEWS), None, "US-STATE", "press"),
            (replace(RELEASE, publisher="Harbour Front"), None, "US-STATE", "press"),
            (RELEASE, None, "US-STATE", "press"),
            (replace(DOCUMENT, kind=DocumentKind.OTHER, publisher="Department of State"),
             None, "US-STATE", "press"),
        ],
    )  # fmt: skip
    def test_of_a_document(
        self, document: Document, authority: str | None, issuer: str, expected: str
    ) -> None:
        """Only a journal's own notice is a journal, only one's own act is one's own."""
        assert evidence().source_class(document, authority, issuer) == expected

    @pytest.mark.parametrize(
        "name", ["US DEPARTMENT OF STATE", "U.S. Department of State", "The State  Department"]
    )
    def test_publishers_are_compared_without_dress(self, name: str) -> None:
        """Case, dots, spaces and a leading article do not make another publisher."""
        release = replace(RELEASE, publisher=name)
        assert evidence().source_class(release, None, "US-STATE") == "issuer"


class TestNothing:
    """What establishes nothing at all, whoever publishes it."""

    @pytest.mark.parametrize("document", [NOTICE, STATE, PAPER])
    @pytest.mark.parametrize(
        "stance", [Stance.DENIED, Stance.OPINION, Stance.UNVERIFIED, Stance.HYPOTHETICAL]
    )
    def test_what_is_not_asserted(self, document: Document, stance: Stance) -> None:
        """Denials, opinions and what-ifs are claims, and never events."""
        assert event(document, replace(CLAIM, stance=stance)) is None

    @pytest.mark.parametrize("document", [NOTICE, STATE, PAPER])
    def test_what_is_negated(self, document: Document) -> None:
        """ "Has not been designated" designates nobody."""
        assert event(document, replace(CLAIM, polarity="-")) is None

    @pytest.mark.parametrize("kind", ["designation.absence", "leadership", "sanction.prior"])
    def test_other_kinds_of_claims(self, kind: str) -> None:
        """Only claims about a designation's life can be its events."""
        assert event(NOTICE, replace(CLAIM, kind=kind)) is None


class TestDates:
    """An event carries the date of the act, and what is expected beside it."""

    def test_an_undated_notice_was_made_but_not_published_at_any_date(self) -> None:
        """It never puts anything in force by the day it happened to be read."""
        found = event(replace(NOTICE, published=None))
        assert found is not None
        assert (found.name, found.on, found.grade) == ("filed", None, Grade.COPY)
        assert found.published_at == RECORDED

    def test_an_announcement_expects_its_effective_date(self) -> None:
        """When it was announced and when it is to take effect are two dates."""
        claim = replace(CLAIM, kind="designation.announced", effective_on="2025-12-01")
        assert shown(event(PAPER, claim)) == "announced 2025-11-24 press expects 2025-12-01"

    def test_a_time_of_day_is_dropped(self) -> None:
        """Events are dated by civil days."""
        claim = replace(CLAIM, kind="designation.announced", date="2025-11-16T09:30")
        assert shown(event(PAPER, claim)) == "announced 2025-11-16 press"


def test_an_event_is_cited_to_the_characters() -> None:
    """Document, span, quote, and who speaks: the speaker, else the publisher."""
    notice = replace(NOTICE, citation="90 FR 1")
    cited = cite_claim(CLAIM, held(notice), Grade.COPY)
    assert (cited.source, cited.detail, cited.document_id) == ("text.txt", "90 FR 1", "a" * 64)
    assert (cited.start, cited.end, cited.quote) == (10, 30, "has been designated")
    assert cited.by == "Federal Register"
    spoken = replace(CLAIM, speaker="A minister")
    assert cite_claim(spoken, held(PAPER), Grade.PRESS).by == "A minister"
    assert cite_claim(CLAIM, held(PAPER), Grade.PRESS).detail == "A title"


def test_grades_of_compiled_facts() -> None:
    """A legal text confirms; press and what nobody checked do not."""
    assert {key for key, grade in evidence().compiled.items() if grade.confirms} == {"A", "B"}
    assert evidence().compiled["C"] is evidence().compiled["U"] is Grade.PRESS
