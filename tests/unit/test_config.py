"""Settings: where they come from, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from interdict.config import SETTINGS_FILE, Config, load_config
from interdict.errors import ConfigError


def written(folder: Path, text: str) -> Path:
    """The folder, with settings in it."""
    (folder / SETTINGS_FILE).write_text(text, "utf-8")
    return folder


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    """And the environment over the user's data folder."""
    environment = {"INTERDICT_WORKSPACE": str(tmp_path / "env")}
    assert load_config(tmp_path / "option", environment).workspace == tmp_path / "option"
    assert load_config(None, environment).workspace == tmp_path / "env"


@pytest.mark.parametrize("environment", [{}, {"INTERDICT_WORKSPACE": ""}])
def test_without_either_it_is_the_users_data_folder(environment: dict[str, str]) -> None:
    """An empty variable is no variable."""
    assert load_config(None, environment).workspace.name == "interdict"


def test_the_environment_is_that_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless another is given."""
    monkeypatch.setenv("INTERDICT_WORKSPACE", str(tmp_path))
    assert load_config().workspace == tmp_path


def test_without_settings_it_is_utc_and_nobody_signs(tmp_path: Path) -> None:
    """The folder need not exist, and is not made."""
    config = load_config(tmp_path / "none", {})
    assert (config.time_zone, config.reviewer) == ("UTC", None)
    assert config.database == tmp_path / "none" / "record.sqlite"
    assert not config.workspace.exists()


def test_settings_are_read_from_the_workspace(tmp_path: Path) -> None:
    """Time zone and reviewer."""
    folder = written(tmp_path, 'time_zone = "Pacific/Auckland"\nreviewer = "Ada"\n')
    config = load_config(folder, {})
    assert (config.time_zone, config.reviewer) == ("Pacific/Auckland", "Ada")
    assert config.zone.key == "Pacific/Auckland"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("time_zone = 5", "time_zone must be text"),
        ("reviewer = ['a']", "reviewer must be text"),
        ("colour = 'red'", "unknown setting 'colour'. Known: time_zone, reviewer"),
        ("time_zone = 'Mars/Olympus'", "no time zone 'Mars/Olympus'. Use a name such as"),
        ("time_zone = '../UTC'", "no time zone"),
        ("time_zone = ''", "no time zone"),
        ("time_zone = 'Europe'", "no time zone"),
        ("time_zone", "cannot be read"),
    ],
)
def test_settings_that_cannot_be_used_name_the_file(
    tmp_path: Path, text: str, message: str
) -> None:
    """And what is wrong with it."""
    with pytest.raises(ConfigError, match=SETTINGS_FILE) as caught:
        load_config(written(tmp_path, text), {})
    assert message in str(caught.value)


def test_settings_that_are_not_text_are_refused(tmp_path: Path) -> None:
    """Bytes of another encoding, or a folder of that name."""
    (tmp_path / SETTINGS_FILE).write_bytes(b"reviewer = '\xff'")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path, {})
    (tmp_path / SETTINGS_FILE).unlink()
    (tmp_path / SETTINGS_FILE).mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path, {})


def test_a_zone_is_checked_when_it_is_used(tmp_path: Path) -> None:
    """Also one that was given in code."""
    with pytest.raises(ConfigError, match="Atlantis"):
        _ = Config(tmp_path, "Atlantis").zone
