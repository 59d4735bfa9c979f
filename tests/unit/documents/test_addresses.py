"""Addresses."""

from __future__ import annotations

import pytest

from interdict.documents.addresses import is_address, url_kind


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://a.example/feed/", "feed"),
        ("https://a.example/feed?x=1", "feed"),
        ("https://a.example/world.rss", "feed"),
        ("https://a.example/rss.xml", "feed"),
        ("https://a.example/feed/the-order-is-listed", "article"),
        ("https://a.example/2031/how-birds-feed", "article"),
    ],
)
def test_feeds_are_told_by_their_path(url: str, kind: str) -> None:
    """Only the end of the path counts."""
    assert url_kind(url) == kind


def test_addresses_are_absolute() -> None:
    """http and https, with a host and without blanks."""
    assert is_address("https://a.example/x")
    for text in ("a.example/x", "ftp://a.example", "https://", "https://a b", "Ostvale Ledger"):
        assert not is_address(text)
