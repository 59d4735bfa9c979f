"""How the network is reached, and what may be spent on it: all of it comes from the edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from interdict.errors import ConfigError

if TYPE_CHECKING:
    import ssl

    import httpx


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, from the edge: `chance` gives a number in [0, 1)."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    chance: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: sizes in bytes, times in seconds.

    `total_s` bounds one attempt from connecting to its last byte; `quiet_s` is how long the
    other side may say nothing. Between attempts the wait is drawn between half of and all of
    `first_wait_s`, doubled each time up to `longest_wait_s`, so that many clients do not come
    back at once.
    """

    max_bytes: int = 1 << 29
    total_s: float = 900.0
    quiet_s: float = 60.0
    connect_s: float = 20.0
    attempts: int = 4
    first_wait_s: float = 2.0
    longest_wait_s: float = 120.0
    max_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is reached: nothing of it is read from the environment here.

    `no_proxy` are hosts (with everything below them) that are reached without the proxy;
    `*` is all of them.
    """

    user_agent: str
    proxy: str | None = None
    no_proxy: tuple[str, ...] = ()
    ca_file: Path | None = None

    def proxy_for(self, host: str) -> str | None:
        """The proxy through which a host is reached; None: directly."""
        for bare in (entry.strip().lstrip(".").lower() for entry in self.no_proxy):
            if bare and (bare == "*" or f".{host.lower()}".endswith(f".{bare}")):
                return None
        return self.proxy

    def client(self, host: str, limits: Limits) -> httpx.Client:
        """A client for requests to that host.

        Raises:
            ConfigError: if the proxy or the file of certificates cannot be used.
        """
        import httpx

        try:
            return httpx.Client(
                proxy=self.proxy_for(host),
                verify=_trusting(self.ca_file),
                timeout=httpx.Timeout(limits.quiet_s, connect=limits.connect_s),
                follow_redirects=False,
                trust_env=False,
            )
        except OSError as error:
            raise ConfigError(f"ca_file {self.ca_file} cannot be used: {error}") from None
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            raise ConfigError(f"the proxy cannot be used: {error}") from None


@cache
def _trusting(ca_file: Path | None) -> ssl.SSLContext:
    """Trust in the certificates of a file, else in the usual ones; slow to make, so kept."""
    import ssl

    import httpx

    if ca_file is None:
        return httpx.create_ssl_context(trust_env=False)
    return ssl.create_default_context(cafile=ca_file)
