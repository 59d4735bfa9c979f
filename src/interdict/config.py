"""Settings, read once at the edge: environment, then `interdict.toml` of the workspace.

The only reader of the environment. Everything below gets a frozen `Config`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from interdict.errors import ConfigError

SETTINGS_FILE = "interdict.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Where the record is, and what "today" means.

    `time_zone` (IANA name) decides which day it is when no date is given; `reviewer` is who
    confirms and withdraws where `--by` is not given.
    """

    workspace: Path
    time_zone: str = "UTC"
    reviewer: str | None = None

    @property
    def database(self) -> Path:
        """The file that holds the record."""
        return self.workspace / "record.sqlite"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone.

        Raises:
            ConfigError: if there is no such zone.
        """
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ConfigError(
                f"{self.workspace / SETTINGS_FILE}: there is no time zone {self.time_zone!r}. "
                "Use a name such as Europe/Madrid."
            ) from error


def _users_own() -> Path:
    """Where a user's data belongs on this system; asked for only if nothing else is named."""
    from platformdirs import user_data_path

    return user_data_path("interdict")


def load_config(
    workspace: Path | None = None, environment: Mapping[str, str] | None = None
) -> Config:
    """The settings for a workspace: the option, else `INTERDICT_WORKSPACE`, else user data.

    Raises:
        ConfigError: if `interdict.toml` cannot be read, or holds an unknown setting.
    """
    environment = os.environ if environment is None else environment
    named = environment.get("INTERDICT_WORKSPACE")
    folder = workspace or (Path(named) if named else _users_own())
    file = folder / SETTINGS_FILE
    if not file.exists():
        return Config(folder)
    try:
        settings = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from error
    unknown = sorted(set(settings) - {"time_zone", "reviewer"})
    if unknown:
        raise ConfigError(f"{file}: unknown setting {unknown[0]!r}. Known: time_zone, reviewer.")
    for name, value in settings.items():
        if not isinstance(value, str):
            raise ConfigError(f"{file}: {name} must be text, not {value!r}")
    config = Config(folder, **settings)
    _ = config.zone
    return config
