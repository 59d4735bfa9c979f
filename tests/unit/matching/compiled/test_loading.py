"""When the loops are loaded, and what becomes of those compiled from earlier text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from interdict.matching import compiled


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Loops that nobody has loaded, with a folder for what is kept compiled."""
    monkeypatch.setattr(compiled, "_loaded", [])
    monkeypatch.setattr(compiled, "_CACHE", tmp_path)
    monkeypatch.setattr(compiled, "import_module", lambda name: None)
    monkeypatch.setattr(compiled, "find_spec", lambda name: object())
    return tmp_path


def test_a_few_names_load_nothing(untouched: Path) -> None:
    """However they are asked."""
    compiled.load_if_worth(compiled.WORTH_LOADING - 1)
    assert not compiled.is_loaded()


def test_many_names_load_what_is_compiled_and_very_many_compile_it(untouched: Path) -> None:
    """Compiling takes longer than some thousand names do without it."""
    compiled.load_if_worth(compiled.WORTH_LOADING)
    assert not compiled.is_loaded()
    compiled.load_if_worth(compiled.WORTH_COMPILING)
    assert compiled.is_loaded()


def test_what_an_earlier_run_compiled_is_taken_up_sooner(untouched: Path) -> None:
    """And what earlier text was compiled to is thrown away."""
    kept = untouched / "meeting.meet-35.py311.nbi"
    kept.touch()
    old = untouched / "heard.heard_words-17.py311.nbi"
    old.touch()
    os.utime(old, (1, 1))
    compiled.load_if_worth(compiled.WORTH_LOADING)
    assert compiled.is_loaded()
    assert kept.exists()
    assert not old.exists()


@pytest.mark.parametrize("error", [ImportError("needs another numpy"), RuntimeError("no locator")])
def test_numba_that_does_not_work_is_left_alone(
    untouched: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Names are screened without it."""

    def fails(name: str) -> None:
        raise error

    monkeypatch.setattr(compiled, "import_module", fails)
    assert not compiled.load()
    assert not compiled.is_loaded()


def test_without_numba_nothing_is_loaded(untouched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nobody asks again."""
    monkeypatch.setattr(compiled, "find_spec", lambda name: None)
    assert not compiled.load()
    compiled.load_if_worth(compiled.WORTH_COMPILING)
    assert not compiled.is_loaded()
