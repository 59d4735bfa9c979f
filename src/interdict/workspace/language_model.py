"""A language model behind an OpenAI-compatible endpoint: asked once, its replies kept.

Replies are kept in the workspace, by model and messages, so that the same document read again
gives the same claims, sends nothing, and can be looked into later.

Source: OpenAI, API reference, `POST /v1/chat/completions`; many servers of other makers take it.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from interdict.claims.backends.prompt import Messages
from interdict.config import Config
from interdict.errors import ConfigError
from interdict.logs import log

TIMEOUT_S = 180.0
"""Seconds to wait for a reply: small models on small machines are slow."""

MOST_BYTES = 4_000_000
"""Bytes of a reply, at most."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class LanguageModel:
    """Sends messages to the model that the settings name, and keeps its replies.

    Args:
        config: names endpoint, model and key.

    Raises:
        ConfigError: if none is named, or the address would carry documents over an open network.
    """

    def __init__(self, config: Config) -> None:
        if not config.llm_url or not config.llm_model:
            raise ConfigError(
                "no language model is set: it is off by default. To use one, write llm_url and "
                f"llm_model into {config.workspace / 'interdict.toml'} (see docs/llm.md)"
            )
        split = urlsplit(config.llm_url)
        self._is_near = split.hostname in _LOOPBACK
        if split.scheme != "https" and not (split.scheme == "http" and self._is_near):
            raise ConfigError(
                f"llm_url {config.llm_url!r}: documents go to https, or to http on this machine"
            )
        self._url = config.llm_url.rstrip("/") + "/chat/completions"
        self._model = config.llm_model
        self._key = config.llm_key
        self._replies = config.workspace / "replies"

    def __call__(self, messages: Messages) -> str:
        """The text of the model's reply; the one that is kept, if these messages were sent before.

        Raises:
            ConfigError: if the endpoint cannot be reached, refuses, or answers in another form.
        """
        asked = {"model": self._model, "messages": list(messages)}
        told = json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()
        kept = self._replies / f"{blake2b(told, digest_size=16).hexdigest()}.json"
        if (reply := _kept(kept)) is not None:
            return reply
        reply = self._sent(asked)
        log("model.asked", model=self._model, n_messages=len(messages), n_characters=len(reply))
        _keep(kept, {"model": self._model, "url": self._url, "reply": reply})
        return reply

    def _sent(self, asked: dict[str, Any]) -> str:
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        try:
            # A proxy of the environment is for the network outside.
            with (
                httpx.Client(timeout=TIMEOUT_S, trust_env=not self._is_near) as client,
                client.stream(
                    "POST", self._url, json={**asked, "temperature": 0}, headers=headers
                ) as answer,
            ):
                body = b""
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > MOST_BYTES:
                        raise ConfigError(f"{self._url}: the reply exceeds {MOST_BYTES:,} bytes")
                status = answer.status_code
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            why = str(error) or type(error).__name__
            raise ConfigError(f"{self._url} cannot be asked: {why}") from error
        if status != httpx.codes.OK:
            raise ConfigError(f"{self._url} refuses with status {status}: {_excerpt(body)}")
        return self._text_of(body)

    def _text_of(self, body: bytes) -> str:
        try:
            text = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError):
            text = None
        if not isinstance(text, str):
            raise ConfigError(f"{self._url} answers in another form: {_excerpt(body)}")
        return text


def _excerpt(body: bytes) -> str:
    return " ".join(body[:200].decode("utf-8", "replace").split())


def _kept(file: Path) -> str | None:
    """A reply that is kept; None if there is none, or its file is broken."""
    try:
        reply = json.loads(file.read_text("utf-8"))["reply"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return reply if isinstance(reply, str) else None


def _keep(file: Path, told: dict[str, str]) -> None:
    """Keeps a reply; a process that is killed leaves no half of one under its name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    part.replace(file)
