"""What every regime's file must keep to, whichever programme it describes."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

import interdict.regimes.catalog as catalog
from interdict.model.designation import State, StateName
from interdict.model.schema import EVENTS, PARTY_SCHEMATA
from interdict.regimes import compiled
from interdict.regimes.catalog import files_of_package, load_regimes, regimes_of
from interdict.regimes.effects import EffectState, effects_of
from interdict.regimes.parsing import cited_sources
from interdict.regimes.regime import Effect, Provision, Regime
from interdict.regimes.vocabulary import ADDRESSEES, DUTIES, EFFECTS, GRADES, TOPICS, duty_of

REGIMES = load_regimes()


@pytest.fixture(params=list(REGIMES), ids=str)
def regime(request: pytest.FixtureRequest) -> Regime:
    """One regime of the package after another."""
    return REGIMES[request.param]


def _texts(thing: object) -> list[str]:
    """Every text anywhere inside a dataclass."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple):
        return [text for item in thing for text in _texts(item)]
    if dataclasses.is_dataclass(thing):
        return [text for field in dataclasses.fields(thing) for text in _texts_of(thing, field)]
    return []


def _texts_of(thing: object, field: dataclasses.Field[object]) -> list[str]:
    return _texts(getattr(thing, field.name))


def test_every_file_of_the_folder_is_read() -> None:
    """No regime's file is left aside, and none is read under another name."""
    folder = Path(str(catalog.__file__)).parent / "data"
    assert sorted(path.stem for path in folder.iterdir()) == [key.lower() for key in REGIMES]


def test_no_text_is_empty(regime: Regime) -> None:
    """Whatever is shown has something to show, without white space at its ends."""
    texts = _texts(regime)
    assert len(texts) > 20
    assert all(text and text == text.strip() for text in texts)


def test_words_come_from_the_closed_lists(regime: Regime) -> None:
    """Events, kinds of party, effects, addressees, topics and grades are known words."""
    life = regime.lifecycle
    assert {*life.starts, *life.ends, *life.announces} <= set(EVENTS)
    assert set(regime.target_kinds) <= PARTY_SCHEMATA
    assert {effect.code for effect in regime.effects} <= set(EFFECTS)
    assert {effect.addressee for effect in regime.effects} <= set(ADDRESSEES)
    assert {provision.topic for provision in regime.procedure} <= set(TOPICS)
    assert {source.grade for source in regime.sources} <= set(GRADES)


def test_every_rule_cites_law_and_source(regime: Regime) -> None:
    """An effect or provision names its legal basis, its source and its grade of proof."""
    rules: list[Effect | Provision] = [*regime.effects, *regime.procedure]
    for rule in rules:
        assert rule.legal_basis
        assert regime.source(rule.source).grade <= rule.grade
        assert (rule.verified_on is None) == (rule.grade == "U")


def test_every_source_is_used(regime: Regime) -> None:
    """A source that nothing cites would suggest a proof that is not there."""
    assert cited_sources(regime) == {source.key for source in regime.sources}


def test_legal_texts_have_an_address(regime: Regime) -> None:
    """Who doubts a rule of grade A can read what it was read in."""
    assert all(source.url for source in regime.sources if source.grade == "A")
    assert all(source.url is None for source in regime.sources if source.grade == "U")


def test_use_of_force_is_no_effect(regime: Regime) -> None:
    """No effect speaks of force; that the designation brings none is said where it is asked."""
    for effect in regime.effects:
        assert "use_of_force" not in effect.code
        assert not any("lethal" in text or "military force" in text for text in _texts(effect))
    assert any("no use of force" in note.text for note in regime.does_not)
    assert {duty_of(effect.code) for effect in regime.effects} <= set(DUTIES)


def test_an_effect_is_stated_once_for_each_addressee(regime: Regime) -> None:
    """Code and addressee identify an effect, so that an answer can be quoted."""
    keys = [(effect.code, effect.addressee) for effect in regime.effects]
    assert len(keys) == len(set(keys))


def test_names_for_texts_are_names_of_nothing_else(regime: Regime) -> None:
    """No country or common word: a text that says "Iran" does not speak of a programme."""
    assert len(regime.names) == len(set(regime.names))
    for name in regime.names:
        assert len(name) > 2
        assert name.rstrip("s").isupper() or " " in name or "-" in name, name


def test_one_name_means_one_programme() -> None:
    """A text that uses it speaks of that programme and of no other."""
    claimed: dict[str, set[str]] = {}
    for regime in REGIMES.values():
        for name in regime.names:
            claimed.setdefault(name.casefold(), set()).add(regime.key)
    assert {name: keys for name, keys in claimed.items() if len(keys) > 1} == {}


def test_list_tags_lead_back_to_the_regime(regime: Regime) -> None:
    """A tag of a list names this regime, and is read as its file says."""
    for tag in regime.list_tags:
        assert REGIMES.by_tag(tag.dataset, tag.tag) is regime
        assert REGIMES.list_tag(tag.dataset, tag.tag) is tag
        assert REGIMES.key_of(f"{tag.dataset}:{tag.tag}") == regime.key


def test_the_compiled_form_is_that_of_the_files() -> None:
    """What loads at once says what the files say; write it anew after a change of any of them."""
    contents, shared = files_of_package()
    again = "write it anew with: python -m interdict.regimes.compiled"
    digest = compiled.digest_of_files(contents, shared)
    kept = (Path(str(catalog.__file__)).parent / compiled.FILE).read_text("utf-8")
    found = compiled.from_lines(kept, digest)
    assert found is not None, again
    read = regimes_of(contents, shared)
    assert dict(found) == dict(read), again
    assert REGIMES.digest == read.digest


def test_every_regime_lets_a_designation_begin_by_its_own_act(regime: Regime) -> None:
    """Shared effects start with `in_force`, so every life cycle knows that event."""
    assert "in_force" in regime.lifecycle.starts
    assert regime.lifecycle.by_act or "announced" in regime.lifecycle.announces


def test_thresholds_of_ownership_are_in_order(regime: Regime) -> None:
    """On any day one threshold applies, the latest that has begun."""
    rule = regime.ownership
    if rule is None:
        return
    days = [threshold.since or "" for threshold in rule.thresholds]
    assert days == sorted(days)
    assert rule.threshold_on(date(2025, 1, 1)) is rule.thresholds[-1]


@pytest.mark.parametrize("name", list(StateName))
def test_every_state_gives_every_effect_a_status(regime: Regime, name: StateName) -> None:
    """Whatever the state, no effect is left out, and none binds unless the state is in force."""
    statuses = effects_of(regime, State(name, date(2025, 11, 20)), addressee=None)
    assert len(statuses) == len(regime.effects)
    if name is not StateName.IN_FORCE:
        assert EffectState.IN_FORCE not in {status.status for status in statuses}


def test_the_two_terrorism_programmes_are_kept_apart() -> None:
    """FTO and SDGT differ in who designates, how force begins, and whom they bind."""
    fto, sdgt = REGIMES["US-FTO"], REGIMES["US-SDGT"]
    assert (fto.lifecycle.by_act, sdgt.lifecycle.by_act) == (False, True)
    assert (fto.lifecycle.notice_days, sdgt.lifecycle.notice_days) == (7, None)
    assert "material_support_crime" in {effect.code for effect in fto.effects}
    assert "material_support_crime" not in {effect.code for effect in sdgt.effects}
    assert "asset_freeze" in {effect.code for effect in sdgt.effects}
    assert "asset_freeze" not in {effect.code for effect in fto.effects}
