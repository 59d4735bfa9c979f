"""Settings, read once at the edge: environment, then `interdict.toml` of the workspace.

The only reader of the environment. Everything below gets a frozen `Config`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from interdict.errors import ConfigError

SETTINGS_FILE = "interdict.toml"

_SETTINGS = {
    "time_zone": str,
    "reviewer": str,
    "contact": str,
    "proxy": str,
    "no_proxy": str,
    "ca_file": str,
    "spans_only": bool,
    "llm_url": str,
    "llm_model": str,
}

FROM_ENVIRONMENT = {
    "proxy": ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"),
    "no_proxy": ("NO_PROXY", "no_proxy"),
    "ca_file": ("SSL_CERT_FILE",),
}
"""Setting -> variables that other programs read for it, too; `interdict.toml` wins over them."""


@dataclass(frozen=True, slots=True)
class Config:
    """Where the record is, and what "today" means.

    `time_zone` (IANA name) decides which day it is when no date is given; `reviewer` is who
    confirms and withdraws where `--by` is not given. For fetching lists: `contact` (an address
    that publishers can write to), `proxy` with the hosts that are reached without it
    (`no_proxy`, with commas between them), and `ca_file` (certificates to trust). With
    `spans_only`, of the documents that are read only quoted spans are kept. `llm_url` and
    `llm_model` name a language model that may propose claims (none if either is missing);
    `llm_key` comes from the environment alone.
    """

    workspace: Path
    time_zone: str = "UTC"
    reviewer: str | None = None
    contact: str | None = None
    proxy: str | None = field(default=None, repr=False)  # it may hold a password
    no_proxy: str | None = None
    ca_file: str | None = None
    spans_only: bool = False
    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: str | None = field(default=None, repr=False)

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
    shared: dict[str, Any] = {
        setting: next((environment[v] for v in variables if environment.get(v)), None)
        for setting, variables in FROM_ENVIRONMENT.items()
    }
    shared["llm_key"] = environment.get("INTERDICT_LLM_KEY") or None
    if not file.exists():
        return Config(folder, **shared)
    try:
        settings = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from error
    unknown = sorted(set(settings) - _SETTINGS.keys())
    if unknown:
        known = ", ".join(_SETTINGS)
        raise ConfigError(f"{file}: unknown setting {unknown[0]!r}. Known: {known}.")
    for name, value in settings.items():
        if not isinstance(value, _SETTINGS[name]):
            wanted = "true or false" if _SETTINGS[name] is bool else "text"
            raise ConfigError(f"{file}: {name} must be {wanted}, not {value!r}")
    config = Config(folder, **(shared | settings))
    _ = config.zone
    return config
