"""One file over HTTP, from a publisher that does everything wrong that one can."""

from __future__ import annotations

import base64
import gzip
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from interdict.errors import ConfigError, ReadError
from interdict.workspace.fetching.http import (
    LONGEST_RETRY_AFTER,
    Answer,
    Download,
    FetchFailed,
    Validators,
    http_date,
)
from interdict.workspace.fetching.network import Clock, Limits, Network
from interdict.workspace.fetching.partial import Partial
from interdict.workspace.fetching.sources import RemoteFile

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
LIST = b"<list>" + b"an entry " * 400 + b"</list>"
TAG = {"ETag": '"v1"', "Last-Modified": "Fri, 31 May 2024 10:00:00 GMT"}
QUICK = Limits(max_bytes=1 << 20, total_s=5, quiet_s=2, connect_s=2)
NONE = Validators()


class Fetcher:
    """Fetches one address with a clock that only notes how long it was to wait."""

    def __init__(self, folder: Path) -> None:
        self.slept: list[float] = []
        self.partial = Partial(folder / "partial" / "list.xml")

    def __call__(
        self, url: str, known: Validators = NONE, *, limits: Limits = QUICK, hosts: str = "",
        chance: float = 1.0,
    ) -> Answer:  # fmt: skip
        """The answer."""
        clock = Clock(lambda: NOW, self.slept.append, lambda: chance)
        file = RemoteFile(url, "list.xml", "xml")
        network = Network("interdict/0 (test; ada@example.org)")
        listed = frozenset(hosts.split())
        return Download(file, listed, self.partial, network, limits, clock).get(known)


@pytest.fixture
def fetch(tmp_path: Path) -> Fetcher:
    """Fetches into a scratch folder."""
    return Fetcher(tmp_path)


def test_a_file_comes_whole_with_its_headers(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """The content, the validators, and who asked in what way."""
    url = publisher.serve("/list.xml?key=1", reply(LIST, headers=TAG))
    answer = fetch(url)
    assert (answer.status, answer.data, answer.attempts) == (200, LIST, 1)
    assert answer.validators == Validators(TAG["ETag"], TAG["Last-Modified"])
    assert answer.url == publisher.url("/list.xml")
    (asked,) = publisher.headers("/list.xml?key=1")
    assert asked["user-agent"] == "interdict/0 (test; ada@example.org)"
    assert asked["accept-encoding"] == "identity"
    assert "if-none-match" not in asked and "range" not in asked
    assert fetch.slept == [] and fetch.partial.size == 0


def test_a_known_version_is_not_sent_again(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """Both validators are sent; the answer has no content."""
    url = publisher.serve("/list.xml", reply(LIST, headers=TAG))
    answer = fetch(url, Validators(TAG["ETag"], TAG["Last-Modified"]))
    assert (answer.status, answer.data) == (304, None)
    (asked,) = publisher.headers("/list.xml")
    assert asked["if-none-match"] == TAG["ETag"]
    assert asked["if-modified-since"] == TAG["Last-Modified"]


def test_not_modified_without_being_asked_is_refused(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """There would be nothing to go on with."""
    with pytest.raises(FetchFailed, match="not modified"):
        fetch(publisher.serve("/list.xml", reply(status=304)))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_a_refusal_is_not_asked_again(
    publisher: Any, reply: Any, fetch: Fetcher, status: int
) -> None:
    """Nothing would change; the cause names the status."""
    url = publisher.serve("/list.xml", reply(b"no", status))
    with pytest.raises(FetchFailed, match=str(status)):
        fetch(url)
    assert len(publisher.asked) == 1 and fetch.slept == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_failure_is_asked_again_after_a_growing_wait(
    publisher: Any, reply: Any, fetch: Fetcher, status: int
) -> None:
    """Doubled each time; the third answer is taken."""
    failing = reply(b"later", status)
    url = publisher.serve("/list.xml", failing, failing, LIST)
    answer = fetch(url)
    assert (answer.data, answer.attempts) == (LIST, 3)
    assert fetch.slept == [2.0, 4.0]


def test_the_wait_is_drawn_and_has_an_end(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """Half of it at least, never more than the longest; then the cause is told."""
    url = publisher.serve("/list.xml", reply(b"later", 503))
    limits = Limits(attempts=5, first_wait_s=2, longest_wait_s=6)
    with pytest.raises(FetchFailed, match=r"503 Told \(5 attempts\)"):
        fetch(url, limits=limits, chance=0.0)
    assert fetch.slept == [1.0, 2.0, 3.0, 3.0]


@pytest.mark.parametrize("after", ["7", "Sat, 01 Jun 2024 12:00:07 GMT"], ids=["seconds", "a date"])
def test_a_publisher_that_asks_for_patience_gets_it(
    publisher: Any, reply: Any, fetch: Fetcher, after: str
) -> None:
    """Retry-After in both its forms."""
    url = publisher.serve("/list.xml", reply(b"", 429, {"Retry-After": after}), LIST)
    assert fetch(url).data == LIST
    assert fetch.slept == [7.0]


def test_more_patience_than_a_run_has_ends_it(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """The failure says until when; nobody waits, and a year is cut to a day."""
    for seconds, until in (("3600", NOW + timedelta(hours=1)), ("9" * 30, None)):
        url = publisher.serve("/list.xml", reply(b"", 503, {"Retry-After": seconds}))
        with pytest.raises(FetchFailed, match="left alone until 2024-06-0") as failed:
            fetch(url)
        assert failed.value.retry_at == (until or NOW + LONGEST_RETRY_AFTER)
    assert fetch.slept == []


def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """The rest is asked for by its version; the parts make the whole."""
    cut = reply(LIST, headers=TAG, stop_after=1000, ranges=True)
    url = publisher.serve("/list.xml", cut, reply(LIST, headers=TAG, ranges=True))
    answer = fetch(url)
    assert (answer.data, answer.attempts) == (LIST, 2)
    first, second = publisher.headers("/list.xml")
    assert "range" not in first
    assert (second["range"], second["if-range"]) == ("bytes=1000-", TAG["ETag"])


def test_the_next_run_goes_on_too(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """What has come stays on disk; a version that is known is not asked about then."""
    cut = reply(LIST, headers=TAG, stop_after=700, ranges=True)
    url = publisher.serve("/list.xml", cut)
    with pytest.raises(FetchFailed, match="broke off"):
        fetch(url, limits=Limits(attempts=1))
    assert fetch.partial.size == 700
    publisher.serve("/list.xml", reply(LIST, headers=TAG, ranges=True))
    assert fetch(url, Validators('"v0"')).data == LIST
    asked = publisher.headers("/list.xml")[-1]
    assert asked["range"] == "bytes=700-" and "if-none-match" not in asked


def test_another_version_begins_anew(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """Halves of two versions are never joined."""
    newer = {"ETag": '"v2"'}
    cut = reply(LIST, headers=TAG, stop_after=1000, ranges=True)
    url = publisher.serve("/list.xml", cut, reply(b"<list>new</list>", headers=newer, ranges=True))
    assert fetch(url).data == b"<list>new</list>"


def test_a_version_without_a_name_is_not_continued(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """Without an ETag or a time, a part cannot be told to belong to anything."""
    url = publisher.serve("/list.xml", reply(LIST, stop_after=1000), LIST)
    assert fetch(url).data == LIST
    assert "range" not in publisher.headers("/list.xml")[1]


@pytest.mark.parametrize("span", ["bytes 5-9/10", "bytes 0-99/*", "lines 1000-2000/3000", ""])
def test_a_rest_that_does_not_fit_is_thrown_away(
    publisher: Any, reply: Any, fetch: Fetcher, span: str
) -> None:
    """Another span than was asked for: the whole file is fetched again."""
    cut = reply(LIST, headers=TAG, stop_after=1000)
    wrong = reply(b"other", 206, {"Content-Range": span} if span else {})
    url = publisher.serve("/list.xml", cut, wrong, reply(LIST, headers=TAG))
    assert fetch(url).data == LIST
    assert "range" not in publisher.headers("/list.xml")[2]


def test_a_part_that_was_not_asked_for_is_refused(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """A 206 to a question about the whole."""
    url = publisher.serve("/list.xml", reply(b"x", 206, {"Content-Range": "bytes 0-0/9"}))
    with pytest.raises(FetchFailed, match="does not fit"):
        fetch(url)


def test_a_rest_that_cannot_be_had_begins_anew(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """416: what is there is as long as the file, or longer."""
    cut = reply(LIST, headers=TAG, stop_after=1000)
    url = publisher.serve("/list.xml", cut, reply(b"", 416), LIST)
    assert fetch(url).data == LIST


def test_a_length_that_is_too_large_by_its_own_word_is_not_read(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """Before a byte of it."""
    url = publisher.serve("/list.xml", reply(b"x", length="99999999999"))
    with pytest.raises(FetchFailed, match="larger than 1,048,576 bytes"):
        fetch(url)
    assert len(publisher.asked) == 1 and fetch.partial.size == 0


def test_a_length_that_is_not_told_is_counted(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """A body that goes on and on is dropped at the limit."""
    url = publisher.serve("/list.xml", reply(b"x" * 300_000, length=""))
    with pytest.raises(FetchFailed, match="larger than 100,000 bytes"):
        fetch(url, limits=Limits(max_bytes=100_000, total_s=5, quiet_s=2))
    assert fetch.partial.size == 0


def test_a_body_that_is_shorter_than_it_says_is_no_file(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """However often it is tried."""
    url = publisher.serve("/list.xml", reply(LIST, length=str(len(LIST) + 10)))
    with pytest.raises(FetchFailed, match=r"broke off .*\(4 attempts\)"):
        fetch(url)


def test_a_body_that_is_longer_than_it_says_is_cut_there(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """What follows the stated end is not part of the answer."""
    url = publisher.serve("/list.xml", reply(LIST + b"<smuggled/>", length=str(len(LIST))))
    assert fetch(url).data == LIST


@pytest.mark.parametrize("where", ["headers", "body", "body without a length"])
def test_a_slow_drip_has_an_end(publisher: Any, reply: Any, fetch: Fetcher, where: str) -> None:
    """A byte now and then keeps no connection alive past its time; it is not tried again."""
    url = publisher.serve(
        "/list.xml",
        reply(
            LIST, drip_s=0.05, drip_headers=where == "headers",
            length="" if where.endswith("length") else None,
        ),
    )  # fmt: skip
    with pytest.raises(FetchFailed, match=r"took longer than 0\.4 seconds"):
        fetch(url, limits=Limits(total_s=0.4, quiet_s=30))
    assert len(publisher.asked) == 1


def test_silence_has_an_end(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """A publisher that accepts and says nothing."""
    url = publisher.serve("/list.xml", reply(LIST, drip_s=1.0, drip_headers=True))
    with pytest.raises(FetchFailed, match="fell silent"):
        fetch(url, limits=Limits(quiet_s=0.1, total_s=10, attempts=2))
    assert len(publisher.asked) == 2


def test_nobody_there_is_said_so(publisher: Any, fetch: Fetcher) -> None:
    """The host is named."""
    url = publisher.url("/list.xml")
    publisher.close()
    with pytest.raises(FetchFailed, match=r"no connection to 127\.0\.0\.1"):
        fetch(url)


def test_a_redirect_within_the_host_is_followed(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """The address that answered is told, without its query."""
    publisher.serve("/now.xml?signature=secret", LIST)
    url = publisher.serve(
        "/list.xml", reply(status=302, headers={"Location": "/now.xml?signature=secret"})
    )
    answer = fetch(url)
    assert (answer.data, answer.url) == (LIST, publisher.url("/now.xml"))


def test_redirects_in_a_loop_have_an_end(publisher: Any, reply: Any, fetch: Fetcher) -> None:
    """They are not tried again either."""
    publisher.serve("/b", reply(status=301, headers={"Location": "/a"}))
    url = publisher.serve("/a", reply(status=308, headers={"Location": "/b"}))
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetch(url)
    assert len(publisher.asked) == 6


@pytest.mark.parametrize(
    ("location", "cause"),
    [
        ("http://elsewhere.example/list.xml", "elsewhere.example, which is not listed"),
        ("ftp://127.0.0.1/list.xml", "another protocol"),
        ("file:///etc/passwd", "another protocol"),
        ("", "another protocol"),
        ("http://127.0.0.1:1/list.xml", "not listed"),
        ("http://user:word@elsewhere.example/", "not listed"),
        ("http://[::1", "no address"),
    ],
)
def test_a_redirect_elsewhere_is_refused(
    publisher: Any, reply: Any, fetch: Fetcher, location: str, cause: str
) -> None:
    """Another host, port or protocol: nothing is asked there."""
    url = publisher.serve("/list.xml", reply(status=302, headers={"Location": location}))
    with pytest.raises(FetchFailed, match=cause):
        fetch(url)
    assert len(publisher.asked) == 1


def test_a_redirect_to_a_listed_host_is_followed(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """As publishers do whose files lie with somebody else."""
    there = publisher.url("/stored.xml").replace("127.0.0.1", "localhost")
    publisher.serve("/stored.xml", LIST)
    url = publisher.serve("/list.xml", reply(status=302, headers={"Location": there}))
    assert fetch(url, hosts="localhost").data == LIST
    with pytest.raises(FetchFailed, match="not listed"):
        fetch(url)


def test_gzip_that_was_not_asked_for_is_unfolded(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """Some publishers send it always."""
    packed = reply(gzip.compress(LIST), headers={"Content-Encoding": "gzip"})
    assert fetch(publisher.serve("/list.xml", packed)).data == LIST


@pytest.mark.parametrize(
    ("body", "encoding", "cause"),
    [
        (LIST, "gzip", "said to be gzip, and is not"),
        (gzip.compress(LIST, mtime=0)[:-12], "gzip", "stops before its end"),
        (gzip.compress(LIST, mtime=0) + b"more", "gzip", "goes on after its end"),
        (gzip.compress(b"\0" * 900_000, mtime=0), "gzip", "unfolds to more than"),
        (LIST, "br", "encoding not asked for"),
        (LIST, "gzip, gzip", "encoding not asked for"),
    ],
)
def test_a_false_encoding_is_refused(
    publisher: Any, reply: Any, fetch: Fetcher, body: bytes, encoding: str, cause: str
) -> None:
    """Never half unfolded, never further than a bound."""
    url = publisher.serve("/list.xml", reply(body, headers={"Content-Encoding": encoding}))
    with pytest.raises(ReadError, match=cause):
        fetch(url)


def digest(algorithm: str, data: bytes) -> str:
    """A checksum as headers write it."""
    return base64.b64encode(hashlib.new(algorithm, data).digest()).decode()


def checksums(data: bytes) -> list[dict[str, str]]:
    """Every header that may hold a checksum of those bytes."""
    return [
        {"Repr-Digest": f"sha-256=:{digest('sha256', data)}:"},
        {"Content-Digest": f"unixsum=:AAA=:, sha-512=:{digest('sha512', data)}:"},
        {"Digest": f"SHA-256={digest('sha256', data)}"},
        {"Content-MD5": digest("md5", data)},
    ]


@pytest.mark.parametrize("at", range(4))
def test_a_checksum_is_checked(publisher: Any, reply: Any, fetch: Fetcher, at: int) -> None:
    """A content that does not have it is fetched again, then refused."""
    right, wrong = checksums(LIST)[at], checksums(LIST + b"!")[at]
    url = publisher.serve("/list.xml", reply(LIST, headers=wrong), reply(LIST, headers=right))
    assert fetch(url).attempts == 2
    publisher.serve("/list.xml", reply(LIST, headers=wrong))
    with pytest.raises(FetchFailed, match=f"checksum of its header {next(iter(wrong)).lower()}"):
        fetch(url)


def test_the_checksum_of_the_whole_is_checked_on_joined_parts(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """One of an answer alone says nothing of the whole."""
    headers = TAG | checksums(LIST)[0]
    cut = reply(LIST, headers=headers, stop_after=1000, ranges=True)
    rest = reply(LIST, headers=headers | checksums(LIST[1000:])[3], ranges=True)
    url = publisher.serve("/list.xml", cut, rest)
    assert fetch(url).data == LIST
    spoilt = reply(LIST[:1000] + b"?" * (len(LIST) - 1000), headers=headers, ranges=True)
    publisher.serve("/list.xml", cut, spoilt)
    with pytest.raises(FetchFailed, match="repr-digest"):
        fetch(url, limits=Limits(attempts=2))


def test_a_version_that_cannot_be_sent_back_is_none(
    publisher: Any, reply: Any, fetch: Fetcher
) -> None:
    """A poisoned ETag must not break every fetch that follows."""
    url = publisher.serve("/list.xml", reply(LIST, headers={"ETag": '"\xe9"'}))
    answer = fetch(url)
    assert answer.validators == NONE
    assert fetch(url, answer.validators).data == LIST
    publisher.serve("/list.xml", reply(LIST, headers={"ETag": f'"{"a" * 5000}"'}))
    assert fetch(url).validators == NONE


def test_a_weak_etag_asks_but_does_not_continue() -> None:
    """It does not promise the same bytes."""
    weak = Validators('W/"v1"', "Fri, 31 May 2024 10:00:00 GMT")
    assert weak.asking["If-None-Match"] == 'W/"v1"'
    assert weak.exact == "Fri, 31 May 2024 10:00:00 GMT"
    assert Validators('W/"v1"').exact == ""


@pytest.mark.parametrize("text", ["", "yesterday", "Fri, 99 May 2024 10:00:00 GMT", "0" * 40])
def test_a_time_that_is_none_is_none(text: str) -> None:
    """Headers are anybody's text."""
    assert http_date(text) is None


def test_the_proxy_is_asked_for_everything_but_the_hosts_named(
    publisher: Any, reply: Any, tmp_path: Path
) -> None:
    """Hosts below a named one count as named."""
    network = Network("x", publisher.url(""), ("inside.example", ".own.example", ""))
    assert network.proxy_for("a.inside.example") is None
    assert network.proxy_for("own.example") is None
    assert network.proxy_for("besideinside.example") == network.proxy
    assert Network("x", "http://p", ("*",)).proxy_for("any.example") is None
    publisher.serve("http://list.example/list.xml", LIST)
    file = RemoteFile("http://list.example/list.xml", "list.xml", "xml")
    clock = Clock(lambda: NOW, lambda _: None, lambda: 0.0)
    download = Download(file, frozenset(), Partial(tmp_path / "p"), network, QUICK, clock)
    assert download.get(NONE).data == LIST


@pytest.mark.parametrize(
    "network",
    [
        Network("x", proxy="gopher://proxy.example"),
        Network("x", ca_file=Path("no-such-file.pem")),
    ],
    ids=["proxy", "certificates"],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, network: Network) -> None:
    """An error of the settings, not of the publisher."""
    file = RemoteFile("http://list.example/list.xml", "list.xml", "xml")
    clock = Clock(lambda: NOW, lambda _: None, lambda: 0.0)
    with pytest.raises(ConfigError, match="cannot be used"):
        Download(file, frozenset(), Partial(tmp_path / "p"), network, QUICK, clock).get(NONE)
