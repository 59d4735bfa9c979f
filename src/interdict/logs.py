"""Structured logs on standard error: what was loaded, read, confirmed, withdrawn.

Names, birth dates and numbers of the parties that somebody asks about never enter a log:
whatever is logged under a key of `PARTY_KEYS` is blanked. Silent unless a level is chosen.
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import Any

from interdict.errors import ConfigError

LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40, "off": 100}

PARTY_KEYS = frozenset(
    {"party", "name", "names", "query", "birth_date", "identifiers", "countries", "reference"}
)


def configure(level: str) -> None:
    """Logs from `level` up go to standard error, one JSON object a line.

    Raises:
        ConfigError: if there is no such level.
    """
    if level not in LEVELS:
        raise ConfigError(f"there is no log level {level!r}. Known: {', '.join(LEVELS)}.")
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            redacted,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def redacted(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blanks what would tell whom somebody asked about."""
    for key in PARTY_KEYS & event.keys():
        event[key] = "[redacted]"
    return event


def log(event: str, **facts: Any) -> None:
    """Logs an event of the record at level info; silent until somebody configures structlog."""
    structlog = sys.modules.get("structlog")  # never imported just to find that nobody listens
    if structlog is not None and structlog.is_configured():
        structlog.get_logger().info(event, **facts)
