"""A language model behind a local server: asked once, never trusted, never able to designate."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

FTO = "foreign terrorist organization"
DESIGNATES = "designate the Harbour Front as a foreign terrorist organization"


@dataclass
class Server:
    """What the server answers, and what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes | None = None
    claims: list[dict[str, str]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def answer(self) -> bytes:
        """The reply's body in the form of the endpoint."""
        if self.body is not None:
            return self.body
        content = json.dumps({"claims": self.claims})
        return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    """An endpoint on this machine."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            length = int(self.headers["Content-Length"])
            state.asked.append(json.loads(self.rfile.read(length)))
            state.keys.append(self.headers.get("Authorization"))
            body = state.answer()
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        state.url = f"http://127.0.0.1:{listening.server_port}/v1"
        yield state
        listening.shutdown()
        thread.join()


@pytest.fixture
def command(interdict: Callable[[Path], Any], tmp_path: Path, server: Server) -> Any:
    """A workspace that names the server's model."""
    return interdict(configured(tmp_path / "record", server.url))


def configured(folder: Path, url: str) -> Path:
    """A workspace folder with the two settings."""
    folder.mkdir()
    (folder / "interdict.toml").write_text(f'llm_url = "{url}"\nllm_model = "m-1"\n', "utf-8")
    return folder


def announced(subject: str = "Harbour Front") -> dict[str, str]:
    """A proposal whose words stand in the article."""
    return {"kind": "designation.announced", "quote": DESIGNATES, "subject": subject,
            "programme": FTO}  # fmt: skip


def test_without_settings_nothing_is_sent(
    interdict: Callable[[Path], Any], tmp_path: Path, articles: Path
) -> None:
    """It is off by default, and says how to use it."""
    ran = interdict(tmp_path / "record")("propose", articles)
    assert ran.code == 1
    assert "off by default" in ran.err
    assert "llm_url" in ran.err


def test_a_proposal_is_verified_and_the_record_left_alone(
    command: Any, articles: Path, server: Server
) -> None:
    """One borne out by the text, one refused; without --record nothing is held."""
    server.claims = [
        announced(),
        announced("Una Moor"),
        {"kind": "alias", "quote": "not there at all"},
    ]
    (one,) = command.json("propose", articles / "wire.txt")["documents"]
    assert [c["extractor"] for c in one["claims"]] == ["llm"]
    assert one["agreed"] == 1
    assert len(one["refused"]) == 2
    assert command("show", "Harbour Front").code == 1


def test_the_document_is_sent_once_and_alone(
    command: Any, articles: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Temperature zero, the model's name, the key of the environment; then the kept reply."""
    monkeypatch.setenv("INTERDICT_LLM_KEY", "secret-key")
    first = command.json("propose", articles / "wire.txt")
    assert command.json("propose", articles / "wire.txt") == first
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"]) == ("m-1", 0)
    assert server.keys == ["Bearer secret-key"]
    assert "Harbour Front" in asked["messages"][1]["content"]
    kept = list((command.workspace / "replies").iterdir())
    assert len(kept) == 1
    assert "secret-key" not in kept[0].read_text("utf-8")
    kept[0].write_text("{broken", "utf-8")
    assert command.json("propose", articles / "wire.txt") == first
    assert len(server.asked) == 2


def test_what_only_the_model_found_waits_for_a_reviewer(
    command: Any, tmp_path: Path, server: Server
) -> None:
    """Held in the record with its mark, in a place of its own in the review list."""
    file = tmp_path / "odd.txt"
    text = "In every tavern the Harbour Front and the word boss bring to mind one man, Anselm Grau."
    file.write_text(f" date 2024-03-05 By Ada Brook\n\n{text}\n", "utf-8")
    quote = text.rstrip(".")
    server.claims = [{"kind": "leadership", "quote": quote, "subject": "Anselm Grau",
                      "object": "Harbour Front", "stance": "asserted"}]  # fmt: skip
    told = command.json("propose", file, "--record")
    assert [c["new"] for c in told["documents"][0]["claims"]] == [True]
    waiting = command.json("conflicts", "--review")
    (one,) = [w for w in waiting if w["reason"] == "model_only"]
    assert quote[:60] in one["says"]
    brief = command.json("brief", "Harbour Front")
    assert {s["stance"] for a in brief["accusations"] for s in a["sayings"]} == {"alleged"}


@pytest.mark.parametrize(
    "attested",
    [
        (),
        ("--kind", "press_release", "--publisher", "US Department of the Treasury"),
        ("--kind", "fr_notice", "--publisher", "Federal Register"),
    ],
)
@pytest.mark.parametrize("kind", ["announced", "effective", "prior", "amended", "revoked"])
def test_it_can_never_put_a_designation_in_force(
    command: Any, tmp_path: Path, server: Server, attested: tuple[str, ...], kind: str
) -> None:
    """Under a programme that takes effect by the act, whatever the document is said to be."""
    programme = "specially designated global terrorist"
    acts = "By force of law OFAC has hereby removed, listed, and designated with full effect"
    words = f"{acts} the Harbour Front as a {programme}"
    file = tmp_path / "text.txt"
    file.write_text(f"A text\n\nMadame reads: {words} for all.\n", "utf-8")
    server.claims = [{"kind": f"designation.{kind}", "quote": words, "subject": "Harbour Front",
                      "programme": programme}]  # fmt: skip
    command("propose", file, "--record", "--published", "2024-03-05", *attested)
    pending = command.json("pending", "--as-of", "2024-06-01")
    shown = command("show", "Harbour Front", "--as-of", "2024-06-01", "--json")
    states = (
        {d["state"] for d in json.loads(shown.out)["designations"]} if shown.code == 0 else set()
    )
    assert not states & {"in_force", "ended"}
    assert all(one["state"] in ("pending", "due_unconfirmed") for one in pending)


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (401, b"no key", "status 401: no key"),
        (302, b"", "status 302"),
        (200, b"<html>", "another form"),
        (200, b'{"choices": []}', "another form"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "another form"),
        (200, b'{"choices": [{"message": {"content": "Hello!"}}]}', "not JSON"),
        (200, b" " * 4_000_001, "exceeds"),
    ],
)  # fmt: skip
def test_a_server_that_misbehaves_is_an_error_and_writes_nothing(
    command: Any, articles: Path, server: Server, status: int, body: bytes, says: str
) -> None:
    """With what it answered; the record holds nothing of the document."""
    server.status, server.body = status, body
    ran = command("propose", articles / "wire.txt", "--record")
    assert ran.code == 1
    assert says in " ".join(ran.err.split())
    assert command("show", "Harbour Front").code == 1


@pytest.mark.parametrize("url", ["http://example.org/v1", "ftp://127.0.0.1", "127.0.0.1:80", ""])
def test_documents_do_not_go_over_an_open_network(
    interdict: Callable[[Path], Any], tmp_path: Path, articles: Path, url: str
) -> None:
    """Only https, or http on this machine."""
    ran = interdict(configured(tmp_path / "record", url))("propose", articles)
    assert ran.code == 1
    assert "llm_url" in ran.err


def test_a_server_that_is_not_there_is_an_error(
    interdict: Callable[[Path], Any], tmp_path: Path, articles: Path
) -> None:
    """It names the address."""
    folder = configured(tmp_path / "record", "http://127.0.0.1:9/v1")
    ran = interdict(folder)("propose", articles)
    assert ran.code == 1
    assert "127.0.0.1:9" in ran.err
