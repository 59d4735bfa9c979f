"""Effects of a designation on a date, for whoever asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interdict.errors import InvalidInput
from interdict.model.dates import PartialDate
from interdict.model.designation import State, StateName
from interdict.model.source import Citation, Grade
from interdict.regimes.catalog import load_regimes
from interdict.regimes.effects import NOT_LEGAL_ADVICE, EffectState, EffectStatus, effects_of
from interdict.regimes.vocabulary import DUTIES, EFFECTS

REGIMES = load_regimes()
FTO, SDGT = REGIMES["US-FTO"], REGIMES["US-SDGT"]
NOTICE = Citation("notice.txt", Grade.COPY)


def _one(statuses: list[EffectStatus], code: str) -> EffectStatus:
    (found,) = [status for status in statuses if status.effect.code == code]
    return found


def test_nothing_binds_while_it_is_pending() -> None:
    """Before the expected day every effect is pending, with that day and what it rests on."""
    state = State(
        StateName.PENDING,
        date(2025, 11, 20),
        grade=Grade.PRESS,
        expected="2025-11-24",
        citations=(NOTICE,),
    )
    statuses = effects_of(FTO, state, addressee=None)
    assert {status.status for status in statuses} == {EffectState.PENDING}
    assert {status.expected for status in statuses} == {"2025-11-24"}
    assert {status.from_ for status in statuses} == {None}
    assert {status.grade for status in statuses} == {Grade.PRESS}
    assert {status.citations for status in statuses} == {(NOTICE,)}


def test_what_may_come_before_force_is_told_while_it_is_pending() -> None:
    """A bank learns that the Treasury may order a block before publication, and only then."""
    pending = State(StateName.PENDING, date(2025, 11, 20), expected="2025-11-24")
    note = _one(effects_of(FTO, pending, addressee="US_FI"), "fi_retain_report").note
    assert note is not None
    assert "Once Congress has been notified" in note
    in_force = State(StateName.IN_FORCE, date(2025, 11, 24), since="2025-11-24")
    assert _one(effects_of(FTO, in_force, addressee="US_FI"), "fi_retain_report").note is None


def test_a_day_that_has_come_unconfirmed_does_not_bind() -> None:
    """On the expected day without a notice the effects are due, and say so."""
    state = State(StateName.DUE_UNCONFIRMED, date(2025, 11, 24), expected="2025-11-24")
    status = _one(effects_of(FTO, state, addressee="ALIEN"), "inadmissible")
    assert (status.status, status.expected) == (EffectState.DUE_UNCONFIRMED, "2025-11-24")
    assert status.note is not None
    assert "no act or list confirms it" in status.note


def test_effects_in_force_have_their_start() -> None:
    """Published: what follows the designation's force binds from that day."""
    state = State(StateName.IN_FORCE, date(2025, 12, 1), grade=Grade.COPY, since="2025-11-24")
    status = _one(effects_of(FTO, state, addressee="US_PERSON"), "material_support_crime")
    assert (status.status, status.from_, status.until) == (
        EffectState.IN_FORCE,
        "2025-11-24",
        None,
    )
    assert (status.grade, status.expected, status.note) == (Grade.COPY, None, None)


def test_ended_effects_have_their_interval() -> None:
    """After a revocation nothing binds; the interval in which it did is kept."""
    state = State(
        StateName.ENDED,
        date(2025, 7, 8),
        since="2014-05-15",
        ended="2025-07-08",
        ended_by="revoked",
    )
    for status in effects_of(FTO, state, addressee=None):
        assert (status.status, status.from_, status.until) == (
            EffectState.ENDED,
            "2014-05-15",
            "2025-07-08",
        )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (StateName.NONE, EffectState.NOT_IN_FORCE),
        (StateName.NOT_COVERED, EffectState.NOT_COVERED),
        (StateName.REPORTED, EffectState.REPORTED),
    ],
)
def test_what_is_not_established_binds_nobody(name: StateName, expected: EffectState) -> None:
    """No event, no coverage and mere reports each keep their own answer."""
    statuses = effects_of(SDGT, State(name, date(2025, 1, 1)), addressee=None)
    assert {status.status for status in statuses} == {expected}
    told = {status.note for status in statuses}
    assert told == ({"On the word of the press alone."} if name == "reported" else {None})


TAGGED = State(
    StateName.IN_FORCE,
    date(2021, 9, 1),
    since="1997-10-08",
    first_seen=PartialDate(2021, 7, 7),
    absent_before=PartialDate(2019, 1, 15),
    last_seen=PartialDate(2021, 7, 7),
)


def test_the_export_rule_starts_with_the_tag() -> None:
    """In force by the notice, the export licence waits for the tag; then it has bounds only."""
    untagged = State(StateName.IN_FORCE, date(2025, 11, 24), since="2025-11-24")
    waiting = _one(effects_of(FTO, untagged, addressee="EAR_EXPORTER"), "export_licence")
    assert waiting.status is EffectState.DUE_UNCONFIRMED
    assert waiting.from_ is waiting.expected is None
    assert waiting.note is not None
    assert "waits for the tag" in waiting.note
    tagged = _one(effects_of(FTO, TAGGED, addressee="EAR_EXPORTER"), "export_licence")
    assert (tagged.status, tagged.from_) == (EffectState.IN_FORCE, None)
    assert tagged.note == "Tag on the list by 2021-07-07, not in the edition of 2019-01-15."


def test_the_export_rule_stays_as_long_as_the_tag() -> None:
    """Revoked but still tagged: the crime has ended, the export licence has not."""
    revoked = replace(TAGGED, name=StateName.ENDED, ended="2021-08-01", ended_by="revoked")
    asked = effects_of(FTO, revoked, addressee="EAR_EXPORTER")
    assert _one(asked, "export_licence").status is EffectState.IN_FORCE
    assert _one(asked, "material_support_crime").status is EffectState.ENDED


def test_the_export_rule_ends_with_the_tag() -> None:
    """Once an edition no longer holds the tag the rule has ended, within bounds and undated."""
    gone = replace(TAGGED, absent_after=PartialDate(2021, 8, 15))
    status = _one(effects_of(FTO, gone, addressee="EAR_EXPORTER"), "export_licence")
    assert (status.status, status.from_, status.until) == (EffectState.ENDED, None, None)
    assert status.note is not None
    assert "gone from that of 2021-08-15, last seen in that of 2021-07-07" in status.note
    later = replace(TAGGED, absent_after=PartialDate(2022, 1, 1))
    still = _one(effects_of(FTO, later, addressee="EAR_EXPORTER"), "export_licence")
    assert still.status is EffectState.IN_FORCE


def test_a_tag_first_seen_later_does_not_reach_back() -> None:
    """Before the edition that first holds the tag, the rule is due at most."""
    earlier = replace(TAGGED, as_of=date(2020, 1, 1))
    status = _one(effects_of(FTO, earlier, addressee="EAR_EXPORTER"), "export_licence")
    assert status.status is EffectState.DUE_UNCONFIRMED


def test_where_listing_begins_force_the_export_rule_follows_force() -> None:
    """Under SDGT the act and the list are one; an unseen tag is told, not waited for."""
    by_act = State(StateName.IN_FORCE, date(2025, 8, 1), since="2025-07-25")
    status = _one(effects_of(SDGT, by_act, addressee="EAR_EXPORTER"), "export_licence")
    assert (status.status, status.from_) == (EffectState.IN_FORCE, "2025-07-25")
    assert status.note is not None
    assert "no edition in this record shows it yet" in status.note


def test_listed_only_has_bounds_instead_of_a_start() -> None:
    """A tag sets no date: the freeze binds, its start is bounded in the note."""
    state = replace(TAGGED, since=None)
    status = _one(effects_of(SDGT, state, addressee="US_PERSON"), "asset_freeze")
    assert (status.status, status.from_) == (EffectState.IN_FORCE, None)
    assert status.note == "Tag on the list by 2021-07-07, not in the edition of 2019-01-15."


@pytest.mark.parametrize(
    ("flag", "told"),
    [
        ("licensed", "A licence is on record"),
        ("suspended", "A suspension is on record"),
        ("held_unlawful", "A court has held"),
    ],
)
def test_what_qualifies_a_designation_is_told(flag: str, told: str) -> None:
    """A licence, a suspension or a judgment is named beside the status that it qualifies."""
    state = State(StateName.IN_FORCE, date(2021, 2, 1), since="2021-01-19", flags=(flag,))
    note = _one(effects_of(SDGT, state, addressee="US_PERSON"), "asset_freeze").note
    assert note is not None
    assert note.startswith(told)


def test_an_imprecise_date_is_told() -> None:
    """An answer that rests on a month says that it does."""
    state = State(StateName.IN_FORCE, date(2021, 1, 20), since="2021-01", certain=False)
    note = _one(effects_of(SDGT, state, addressee="US_PERSON"), "asset_freeze").note
    assert note == "Rests on a date that is not known to the day."


def test_an_effect_may_outlast_the_designation() -> None:
    """An end that is not among the effect's own ends leaves the effect in force."""
    lasting = replace(SDGT.effects[0], ends_on=("annulled",))
    regime = replace(SDGT, effects=(lasting,))
    revoked = State(StateName.ENDED, date(2025, 1, 2), ended="2025-01-01", ended_by="revoked")
    (status,) = effects_of(regime, revoked, addressee=None)
    assert (status.status, status.until) == (EffectState.IN_FORCE, None)
    annulled = replace(revoked, ended_by="annulled")
    assert effects_of(regime, annulled, addressee=None)[0].status is EffectState.ENDED
    removed = replace(revoked, ended_by="removed from the list")
    assert effects_of(regime, removed, addressee=None)[0].status is EffectState.ENDED


def test_an_addressee_learns_what_binds_wider_classes() -> None:
    """A US bank is bound as such, as a US person and as anybody; an exporter not as a bank."""
    state = State(StateName.IN_FORCE, date(2025, 12, 1), since="2025-11-24")
    bank = {status.effect.code for status in effects_of(FTO, state, addressee="US_FI")}
    assert {"fi_retain_report", "material_support_crime"} <= bank
    assert "inadmissible" not in bank
    exporter = {status.effect.code for status in effects_of(FTO, state, addressee="EAR_EXPORTER")}
    assert "fi_retain_report" not in exporter
    frozen = {status.effect.code for status in effects_of(SDGT, state, addressee="US_FI")}
    assert "asset_freeze" in frozen
    foreign = effects_of(SDGT, state, addressee="FOREIGN_FI")
    assert [one.effect.addressee for one in foreign] == ["FOREIGN_FI", "NON_US_PERSON"]
    assert effects_of(SDGT, state, addressee="COURT") == []


def test_the_order_is_addressee_then_code() -> None:
    """The order of the answer does not depend on the file."""
    state = State(StateName.IN_FORCE, date(2025, 12, 1))
    keys = [
        (one.effect.addressee, one.effect.code) for one in effects_of(FTO, state, addressee=None)
    ]
    assert keys == sorted(keys)
    turned = replace(FTO, effects=tuple(reversed(FTO.effects)))
    again = effects_of(turned, state, addressee=None)
    assert [(one.effect.addressee, one.effect.code) for one in again] == keys


def test_an_unknown_addressee_is_told_the_codes() -> None:
    """The error lists what can be asked for."""
    with pytest.raises(InvalidInput, match=r"'BANK' is not an addressee.*US_PERSON, US_FI"):
        effects_of(FTO, State(StateName.NONE, date(2025, 1, 1)), addressee="BANK")


def test_it_says_that_it_is_not_advice() -> None:
    """The sentence that goes with every list of effects."""
    assert NOT_LEGAL_ADVICE.startswith("Reference, not legal advice.")


def test_a_duty_has_its_deadlines() -> None:
    """Ten business days after the day asked for, and after force began; once a year besides."""
    state = State(StateName.IN_FORCE, date(2025, 11, 24), since="2025-07-25")
    report = _one(effects_of(SDGT, state, addressee="US_FI"), "report_blocked")
    blocked = [due for due in report.due if due.what == "Report of blocked property"]
    assert [(due.counted_on, due.by) for due in blocked] == [
        (date(2025, 7, 25), date(2025, 8, 8)),
        (date(2025, 11, 24), date(2025, 12, 9)),
    ]
    (yearly,) = [due for due in report.due if due.counted_from == "the year"]
    assert yearly.by == date(2026, 9, 30)


def test_a_yearly_deadline_on_its_own_day_is_that_day() -> None:
    """On 30 September the report of the year is due today, a day later it is next year's."""
    for day, by in ((30, date(2025, 9, 30)), (29, date(2025, 9, 30))):
        state = State(StateName.IN_FORCE, date(2025, 9, day), since="2025-07")
        report = _one(effects_of(SDGT, state, addressee="US_FI"), "report_blocked")
        assert by in {due.by for due in report.due}


def test_what_does_not_bind_has_no_deadline() -> None:
    """Pending, ended and reported duties are not counted."""
    for name in set(StateName) - {StateName.IN_FORCE}:
        for status in effects_of(SDGT, State(name, date(2025, 1, 1)), addressee=None):
            assert status.due == ()


def test_before_force_is_bounded_by_the_notice() -> None:
    """Seven days before the expected publication at the latest, while it is awaited."""
    pending = State(StateName.PENDING, date(2025, 11, 20), expected="2025-11-24")
    status = _one(effects_of(FTO, pending, addressee="US_FI"), "fi_retain_report")
    assert status.before_from == "../2025-11-17"
    undated = State(StateName.PENDING, date(2025, 11, 20))
    assert _one(effects_of(FTO, undated, addressee="US_FI"), "fi_retain_report").before_from is None
    in_force = State(StateName.IN_FORCE, date(2025, 11, 24), since="2025-11-24")
    status = _one(effects_of(FTO, in_force, addressee="US_FI"), "fi_retain_report")
    assert status.before_from is None


def test_civil_liability_is_decided_by_the_day_of_the_act() -> None:
    """The answer for a day is that for an act of the day; after the end, earlier acts count."""
    state = State(StateName.IN_FORCE, date(2014, 6, 1), since="2014-05-15")
    note = _one(effects_of(FTO, state, addressee="US_PERSON"), "civil_liability").note
    assert note is not None
    assert "an act on 2014-06-01" in note
    ended = State(
        StateName.ENDED,
        date(2025, 8, 1),
        since="2014-05-15",
        ended="2025-07-08",
        ended_by="revoked",
    )
    status = _one(effects_of(FTO, ended, addressee="US_PERSON"), "civil_liability")
    assert status.status is EffectState.ENDED
    assert status.note is not None
    assert "For acts from 2014-05-15 until 2025-07-08" in status.note


def test_every_effect_is_prohibited_required_or_possible() -> None:
    """Each code is exactly one of the three, so that an answer can be read in that order."""
    words = [code for codes in DUTIES.values() for code in codes]
    assert sorted(words) == sorted(EFFECTS)
    state = State(StateName.IN_FORCE, date(2025, 12, 1))
    assert {one.duty for one in effects_of(FTO, state, addressee=None)} == set(DUTIES)
