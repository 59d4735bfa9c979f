"""One file over HTTP, without trust: conditional, bounded in size and time, retried, resumed.

Nothing here decides what is recorded. Whatever the other side does, the result is the whole
content of an answer 200 (put together from parts, if need be), the news that nothing has
changed, or `FetchFailed` with the cause.

Source: RFC 9110 (conditional requests, ranges, redirects, Retry-After, sections 10, 13, 14, 15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from interdict.errors import InterdictError
from interdict.workspace.fetching.content import decoded, wrong_digest
from interdict.workspace.fetching.deadline import Deadline
from interdict.workspace.fetching.network import Clock, Limits, Network
from interdict.workspace.fetching.partial import Partial
from interdict.workspace.fetching.sources import RemoteFile

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)$")

LONGEST_RETRY_AFTER = timedelta(days=1)
"""A publisher that asks for more patience than this is asked again after a day."""

KEPT_HEADERS = (
    *("date", "last-modified", "etag", "content-type", "content-length", "content-encoding"),
    *("repr-digest", "content-digest", "digest", "content-md5", "server", "x-amz-version-id"),
)
"""Headers of an answer that are kept with what was fetched."""


class FetchFailed(InterdictError):
    """A file could not be fetched; the message is the cause.

    `retry_at` is when the publisher asks to be asked again, if it does.
    """

    def __init__(self, cause: str, retry_at: datetime | None = None) -> None:
        super().__init__(cause)
        self.retry_at = retry_at


class _Passing(Exception):
    """A failure that may be over a moment later."""

    def __init__(self, cause: str, retry_at: datetime | None = None) -> None:
        super().__init__(cause)
        self.retry_at = retry_at


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells one version of a file from another, as the publisher gave it."""

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Validators:
        """Those of an answer; what could not be sent back as a header is left out."""
        given = (headers.get("etag", ""), headers.get("last-modified", ""))
        return cls(*(text if text.isascii() and len(text) <= 300 else "" for text in given))

    @property
    def asking(self) -> dict[str, str]:
        """Headers that ask for the file only if it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}

    @property
    def exact(self) -> str:
        """What a part may be continued by: a strong ETag, else the time; empty for neither."""
        weak = self.etag.startswith("W/")
        return self.etag if self.etag and not weak else self.last_modified


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the content, or None for one that has not changed since.

    `url` is the address that answered, without its query: signed addresses are passwords.
    """

    status: int
    url: str
    headers: Mapping[str, str]
    data: bytes | None
    attempts: int

    @property
    def validators(self) -> Validators:
        """Those of this version."""
        return Validators.of(self.headers)


class Download:
    """Fetches one file.

    Args:
        hosts: other hosts to which its address may redirect.
        partial: what an earlier try has left of it.
    """

    def __init__(
        self, file: RemoteFile, hosts: frozenset[str], partial: Partial, network: Network,
        limits: Limits, clock: Clock,
    ) -> None:  # fmt: skip
        self._file = file
        self._hosts = hosts
        self._partial = partial
        self._network = network
        self._limits = limits
        self._clock = clock

    def get(self, known: Validators) -> Answer:
        """The file, or that it is still the version whose validators are known.

        Raises:
            FetchFailed: if it could not be had, with the last cause.
            ReadError: if what came is not in the encoding that it says.
        """
        attempt = 1
        while True:
            try:
                return self._try(known, attempt)
            except _Passing as passing:
                if attempt == self._limits.attempts:
                    raise FetchFailed(f"{passing} ({attempt} attempts)", passing.retry_at) from None
                self._clock.sleep(self._wait(attempt, passing))
                attempt += 1

    def _wait(self, attempt: int, passing: _Passing) -> float:
        """Seconds until the next attempt: drawn, or as many more as the publisher asks for.

        Raises:
            FetchFailed: if it asks for more than one run may wait.
        """
        longest = self._limits.longest_wait_s
        most = min(longest, self._limits.first_wait_s * 2.0 ** (attempt - 1))
        drawn: float = most * (1 + self._clock.chance()) / 2
        if passing.retry_at is None:
            return drawn
        asked: float = (passing.retry_at - self._clock.now()).total_seconds()
        if asked > longest:
            until = f"{passing.retry_at:%Y-%m-%d %H:%M} UTC"
            raise FetchFailed(f"{passing}; asks to be left alone until {until}", passing.retry_at)
        return max(asked, drawn)

    def _try(self, known: Validators, attempt: int) -> Answer:
        """One attempt, through its redirects, within its time."""
        url = self._file.url
        with Deadline(self._limits.total_s) as deadline:
            for _ in range(self._limits.max_redirects + 1):
                with self._asked(url, known, deadline) as response:
                    if response.status_code not in _REDIRECTS:
                        return self._read(response, known, attempt, deadline)
                    url = self._redirected(url, response.headers.get("location", ""))
        raise FetchFailed(f"more than {self._limits.max_redirects} redirects, or a loop of them")

    @contextmanager
    def _asked(self, url: str, known: Validators, deadline: Deadline) -> Iterator[httpx.Response]:
        """Asks one address; whatever the network does becomes one of the two failures."""
        import httpx

        headers = {
            "User-Agent": self._network.user_agent,
            "Accept": "*/*",
            # Plain bytes alone can be resumed; few files change, and then once a day.
            "Accept-Encoding": "identity",
            **(self._partial.asking or known.asking),
        }
        host = httpx.URL(url).host
        try:
            with (
                self._network.client(host, self._limits) as client,
                client.stream(
                    "GET", url, headers=headers, extensions={"trace": deadline.trace}
                ) as response,
            ):
                yield response
        except httpx.HTTPError as error:
            if deadline.passed:
                raise FetchFailed(self._too_slow()) from None
            if "location header" in str(error):
                raise FetchFailed("redirects to no address") from None
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise FetchFailed(f"{host} is not trusted: {error}") from None
            raise _Passing(_in_words(error, host)) from None

    def _redirected(self, url: str, location: str) -> str:
        """Where an address redirects to, if it may.

        Raises:
            FetchFailed: if that is another protocol, or a host that is not listed.
        """
        import httpx

        try:
            to = httpx.URL(url).join(location)
        except (httpx.InvalidURL, ValueError):
            raise FetchFailed("redirects to no address") from None
        first = httpx.URL(self._file.url)
        if not location or to.scheme not in (first.scheme, "https"):
            raise FetchFailed(f"redirects to another protocol ({to.scheme or 'none'}): refused")
        same = (to.host, to.port) == (first.host, first.port)
        if not same and to.host not in self._hosts:
            raise FetchFailed(
                f"redirects to {to.host}, which is not listed as a host of this publisher: refused"
            )
        return str(to)

    def _read(
        self, response: httpx.Response, known: Validators, attempt: int, deadline: Deadline
    ) -> Answer:
        """The answer of the address that did not redirect."""
        headers = {
            name: response.headers[name] for name in KEPT_HEADERS if name in response.headers
        }
        url = str(response.url.copy_with(query=None, fragment=None))
        if response.status_code == 304:
            if not known.asking or self._partial.asking:
                raise FetchFailed("says 'not modified', though that was not asked")
            return Answer(304, url, headers, None, attempt)
        self._check_status(response)
        resumed = response.status_code == 206
        if not resumed:
            self._partial.restart(_resumable(headers))
        self._receive(response, deadline)
        data = self._checked(headers, whole=not resumed)
        return Answer(200, url, headers, data, attempt)

    def _check_status(self, response: httpx.Response) -> None:
        status, name = response.status_code, f"{response.status_code} {response.reason_phrase}"
        if status == 416 or (status == 206 and not self._continues(response)):
            self._partial.drop()
            raise _Passing(f"{name}: the rest does not fit what was fetched before")
        if status in _PASSING:
            raise _Passing(name, _retry_at(response.headers, self._clock.now()))
        if status not in (200, 206):
            raise FetchFailed(name)

    def _continues(self, response: httpx.Response) -> bool:
        """Whether a part of the file is the rest of what is there."""
        found = _RANGE.match(response.headers.get("content-range", ""))
        return bool(found and self._partial.asking and int(found[1]) == self._partial.size)

    def _receive(self, response: httpx.Response, deadline: Deadline) -> None:
        """Appends the body to what is there, within its bounds."""
        expected = response.headers.get("content-length", "")
        whole = self._partial.size + int(expected) if expected.isdigit() else None
        if whole is not None and whole > self._limits.max_bytes:
            self._partial.drop()
            raise FetchFailed(self._too_large())
        with self._partial.writing() as write:
            # As it comes: gathered into larger pieces, the last ones would be lost with the line.
            for chunk in response.iter_raw():
                write(chunk)
                if self._partial.size > self._limits.max_bytes:
                    self._partial.drop()
                    raise FetchFailed(self._too_large())
                if deadline.passed:
                    raise FetchFailed(self._too_slow())
        if deadline.passed:
            # A body that ends with its connection looks complete when the connection is cut.
            raise FetchFailed(self._too_slow())
        if whole is not None and self._partial.size != whole:
            raise _Passing("the transfer broke off")

    def _checked(self, headers: Mapping[str, str], *, whole: bool) -> bytes:
        """The content, if it is what the publisher's checksums say; the part is done with."""
        data = self._partial.take()
        wrong = wrong_digest(data, headers, whole=whole)
        if wrong is not None:
            raise _Passing(f"the content does not have the checksum of its header {wrong}")
        encoding = headers.get("content-encoding", "")
        return decoded(data, encoding, max_bytes=self._limits.max_bytes, name=self._file.name)

    def _too_slow(self) -> str:
        return f"took longer than {self._limits.total_s:g} seconds"

    def _too_large(self) -> str:
        return f"larger than {self._limits.max_bytes:,} bytes: refused"


def http_date(text: str) -> datetime | None:
    """The time of a header such as Last-Modified, UTC; None if it is none."""
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _resumable(headers: Mapping[str, str]) -> str:
    """What the rest of this answer could be asked for by, should it break off."""
    if headers.get("content-encoding", "identity").lower() != "identity":
        return ""
    return Validators.of(headers).exact


def _retry_at(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """When a publisher asks to be asked again: seconds or a date."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return now + min(timedelta(seconds=int(text[:9])), LONGEST_RETRY_AFTER)
    at = http_date(text) if text else None
    return None if at is None else min(at, now + LONGEST_RETRY_AFTER)


def _in_words(error: httpx.HTTPError, host: str) -> str:
    import httpx

    if isinstance(error, httpx.ConnectTimeout):
        return f"no connection to {host} in time"
    if isinstance(error, httpx.TimeoutException):
        return f"{host} fell silent"
    if isinstance(error, httpx.ProxyError):
        return f"the proxy does not let through to {host}: {error}"
    if isinstance(error, httpx.ConnectError):
        return f"no connection to {host}: {error}"
    if isinstance(error, (httpx.RemoteProtocolError, httpx.ReadError)):
        return f"the transfer broke off ({error})" if str(error) else "the transfer broke off"
    return f"{host}: {error}"
