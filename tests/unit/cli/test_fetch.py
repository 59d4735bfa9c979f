"""`list fetch` and `list sources` on the command line, with no network behind them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from interdict.cli import fetch
from interdict.cli.fetch_state import state_lines, states_by_dataset, states_data
from interdict.config import load_config
from interdict.errors import StoreError
from interdict.workspace.fetching.book import Book, SourceState
from interdict.workspace.fetching.network import Clock, Network
from interdict.workspace.fetching.run import Fetching, Outcome

Made = Callable[[Path], Any]

GOOD = Outcome("un_sc", "xml", "fetched", "", None, 12, 345, 1)
BAD = Outcome("ch_seco", "xml", "failed", "404 Not Found")


class Runs:
    """What `Fetching.run` was asked, and what it answers in turn."""

    def __init__(self, *answers: list[Outcome] | BaseException) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[list[str], bool]] = []
        self.networks: list[Network] = []

    def __call__(self, fetching: Any, sources: Any, *, accept: bool, progress: Any) -> Any:
        """Stands for `Fetching.run`."""
        progress("fetching")
        self.networks.append(fetching._network)
        self.asked.append(([source.key for source in sources], accept))
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Runs]:
    """Puts answers in the place of the network."""

    def put(*answers: list[Outcome] | BaseException) -> Runs:
        made = Runs(*answers)
        monkeypatch.setattr(Fetching, "run", lambda *a, **k: made(*a, **k))
        return made

    return put


def test_a_fetch_tells_what_became_of_each_source(
    tmp_path: Path, interdict: Made, runs: Callable[..., Runs]
) -> None:
    """As a table, or as JSON; a source in trouble makes the exit code 1."""
    asked = runs([GOOD], [GOOD, BAD], [GOOD, BAD])
    command = interdict(tmp_path)
    ran = command("list", "fetch", "un")
    assert ran.code == 0 and "fetched" in ran.out and "345" in ran.out
    ran = command("list", "fetch", "un_sc", "ch_seco", "--accept")
    assert ran.code == 1 and "404 Not Found" in ran.out
    ran = command("list", "fetch", "--all", "--json")
    assert ran.code == 1
    assert [s["status"] for s in json.loads(ran.out)["sources"]] == ["fetched", "failed"]
    assert asked.asked[:2] == [(["un_sc.xml"], False), (["un_sc.xml", "ch_seco.xml"], True)]
    assert "us_ofac_sdn.enhanced" in asked.asked[2][0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "name the lists, or give --all"),
        (("un_sc", "--all"), "name the lists, or give --all"),
        (("--all", "--format", "csv"), "--format is about one list"),
        (("un_sc", "--every", "1 hour"), "write a span such as 30m"),
        (("un_sc", "--every", "0h"), "write a span such as 30m"),
    ],
)
def test_what_cannot_be_asked_is_a_mistake_of_use(
    tmp_path: Path, interdict: Made, words: tuple[str, ...], message: str
) -> None:
    """Exit code 2, and nothing is fetched."""
    ran = interdict(tmp_path)("list", "fetch", *words)
    assert ran.code == 2
    assert message in " ".join(ran.err.replace("│", " ").split())


def test_a_list_without_an_address_is_not_found(tmp_path: Path, interdict: Made) -> None:
    """Exit code 1, with those that have one."""
    ran = interdict(tmp_path)("list", "fetch", "own_list")
    assert ran.code == 1 and "no address is known" in ran.err and "un_sc" in ran.err


def test_again_and_again_until_it_is_interrupted(
    tmp_path: Path, interdict: Made, runs: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that fails is told and the next one comes, as long after the last as asked."""
    asked = runs([GOOD], StoreError("the disk is full"), [BAD], KeyboardInterrupt())
    times = iter(datetime(2024, 6, 1, tzinfo=UTC) + timedelta(seconds=90 * n) for n in range(99))
    slept: list[float] = []
    clock = Clock(lambda: next(times), slept.append, lambda: 1.0)
    monkeypatch.setattr(fetch, "clock", lambda: clock)
    ran = interdict(tmp_path)("list", "fetch", "un_sc", "--every", "1h", "--json")
    assert ran.code == 130
    assert len(asked.asked) == 4
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["sources"][0]["status"] for line in lines] == ["fetched", "failed"]
    assert "the disk is full" in ran.err
    assert slept == [3600 * 1.05 - 90] * 3


def test_settings_say_how_the_network_is_reached(
    tmp_path: Path, interdict: Made, runs: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option wins over the file, the file over the environment."""
    asked = runs([], [])
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", "http://all.example")
    monkeypatch.setenv("NO_PROXY", "inside.example,own.example")
    settings = 'contact = "lists@bank.example"\nca_file = "/certificates.pem"\n'
    (tmp_path / "interdict.toml").write_text(settings, "utf-8")
    command = interdict(tmp_path)
    command("list", "fetch", "un_sc")
    command("list", "fetch", "un_sc", "--proxy", "http://other.example")
    first, second = asked.networks
    assert "lists@bank.example" in first.user_agent
    assert (first.proxy, second.proxy) == ("http://all.example", "http://other.example")
    assert first.no_proxy == ("inside.example", "own.example")
    assert first.ca_file == Path("/certificates.pem")
    config = load_config(tmp_path, {"HTTPS_PROXY": "http://user:secret@p.example"})
    assert config.proxy == "http://user:secret@p.example"
    assert "secret" not in repr(config)


def test_sources_tell_where_from_and_how_it_goes(tmp_path: Path, interdict: Made) -> None:
    """Never fetched, fetched well, and in trouble."""
    at = datetime.now(UTC) - timedelta(days=2, hours=3)
    book = Book(tmp_path / "fetched")
    book.keep(SourceState("un_sc", "xml", "fetched", "", at, at, 0, None, "2024-05-30"))
    book.keep(SourceState("ch_seco", "xml", "failed", "404 Not Found", at, None, 3))
    command = interdict(tmp_path)
    said = command("list", "sources").said
    assert "(2 d 3 h ago)" in said
    assert "failed, 3 times running: 404 Not Found" in said
    found = {(s["dataset"], s["format"]): s for s in command.json("list", "sources")}
    assert found["us_ofac_sdn", "csv"]["state"] is None
    assert found["us_ofac_sdn", "csv"]["verified"] == "unverified"
    assert len(found["us_ofac_sdn", "csv"]["files"]) == 4
    state = found["un_sc", "xml"]["state"]
    assert (state["status"], state["edition"]) == ("fetched", "2024-05-30")
    assert 183_600 <= state["age_s"] < 183_700
    assert found["ch_seco", "xml"]["state"]["age_s"] is None


def test_states_are_told_by_dataset(tmp_path: Path) -> None:
    """A line for each format that was ever fetched, and the same as data."""
    at = datetime(2024, 6, 1, 12, tzinfo=UTC)
    book = Book(tmp_path / "fetched")
    book.keep(SourceState("un_sc", "xml", "fetched", "", at, at, 0, None, "2024-05-30"))
    book.keep(SourceState("un_sc", "old", "failed", "gone", at, None, 1))
    states = states_by_dataset(tmp_path)
    later = at + timedelta(hours=25)
    old, xml = state_lines(states, "un_sc", later)
    assert old.endswith("old: last asked 2024-06-01 12:00, last success never; failed: gone")
    assert xml.endswith("xml: last asked 2024-06-01 12:00, last success 2024-06-01 12:00 "
                        "(1 d 1 h ago); fetched")  # fmt: skip
    assert state_lines(states, "ch_seco", later) == []
    assert [s["age_s"] for s in states_data(states, later)["un_sc"]] == [None, 90_000]
