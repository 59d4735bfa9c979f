"""The brief: what it says of invented articles, and that it renders whatever they hold safely."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

GROUP = "Harbour Front"
DAY = ("--as-of", "2024-03-06")


@pytest.fixture
def command(interdict: Callable[[Path], Any], tmp_path: Path, articles: Path) -> Any:
    """A record of two articles and the Treasury's release."""
    made = interdict(tmp_path / "record")
    made("read", articles / "wire.txt", articles / "ledger.txt")
    made("read", articles / "release.txt", "--kind", "press_release", "--published", "2024-01-09",
         "--publisher", "US Department of the Treasury")  # fmt: skip
    return made


def page(command: Any, *words: str) -> Any:
    """The brief as a parsed page."""
    ran = command("brief", GROUP, "--html", *(words or DAY))
    assert ran.code == 0, ran.err
    return html.document_fromstring(ran.out)


def text_of(part: Any) -> str:
    """The words of a part of a page."""
    return " ".join(part.text_content().split())


def test_what_is_announced_is_pending_and_what_the_issuer_did_is_in_force(command: Any) -> None:
    """One programme of each kind, with its grade and source."""
    brief = command.json("brief", GROUP, *DAY)
    told = {one["programme"]: one for one in brief["standings"]}
    assert told["US-FTO"]["label"] == "Pending"
    assert "does not put it in force" in told["US-FTO"]["sentence"]
    assert told["US-SDGT"]["label"] == "In force"
    assert "issuer's own release" in told["US-SDGT"]["sentence"]
    assert all(one["refs"] for one in brief["standings"])


def test_after_the_day_it_is_due_and_not_in_force(command: Any) -> None:
    """Nothing becomes in force because its day has come; the brief says what is not known."""
    brief = command.json("brief", GROUP, "--as-of", "2024-04-01")
    (fto,) = [one for one in brief["standings"] if one["programme"] == "US-FTO"]
    assert fto["label"] == "Due, unconfirmed"
    assert any("US-FTO has taken effect" in line for line in brief["unknowns"])


def test_the_notice_puts_it_in_force(command: Any, articles: Path) -> None:
    """As a copy; that nobody has confirmed it is among what is not known."""
    command("read", articles / "notice.md")
    brief = command.json("brief", GROUP, "--as-of", "2024-04-01")
    (fto,) = [one for one in brief["standings"] if one["programme"] == "US-FTO"]
    assert fto["label"] == "In force"
    assert "11 March 2024" in fto["sentence"]
    assert any("no reviewer has confirmed it" in line for line in brief["unknowns"])


def test_every_reference_leads_to_a_source_and_a_place(command: Any) -> None:
    """Numbers are those of the list; the characters named hold the words that are quoted."""
    parsed = page(command)
    numbers = {link.get("href") for link in parsed.xpath("//sup[@class='refs']/a")}
    listed = {f"#{item.get('id')}" for item in parsed.xpath("//ol[@class='sources']/li")}
    assert numbers
    assert numbers <= listed


def test_quotations_stand_in_their_place(command: Any, article_texts: dict[str, str]) -> None:
    """What is marked, with the words around it, stands in the article in that order."""
    brief = command.json("brief", GROUP, *DAY)
    sayings = [s for topic in brief["topics"] for s in topic["sayings"]]
    flat = [" ".join(text.split()) for text in article_texts.values()]
    assert len(sayings) > 3
    for one in sayings:
        whole = one["before"].removeprefix("… ") + one["quote"] + one["after"].removesuffix(" …")
        assert any(" ".join(whole.split()) in text for text in flat), whole


def test_an_allegation_stands_only_beside_who_makes_and_who_denies_it(command: Any) -> None:
    """Not in the timeline, nor among the sayings; and the accused is not thereby designated."""
    brief = command.json("brief", GROUP, *DAY)
    (accused,) = brief["accusations"]
    assert accused["title"] == "Anselm Grau leads Harbour Front"
    assert {s["stance"] for s in accused["sayings"]} == {"alleged"}
    assert all(s["who"] for s in accused["sayings"])
    assert [s["who"] for s in accused["denials"]] == ["Anselm Grau"]
    assert "No designation of Anselm Grau" in accused["standing"]
    told = [one["text"] for one in brief["timeline"]]
    told += [s["quote"] for topic in brief["topics"] for s in topic["sayings"]]
    assert not any("leads" in text for text in told)


def test_where_sources_differ_each_value_has_its_sources(command: Any) -> None:
    """Two articles give two days; the policy's is put first with the reason."""
    brief = command.json("brief", GROUP, *DAY)
    (begins,) = [d for d in brief["differences"] if d["title"] == "When it begins (US-FTO)"]
    assert begins["relation"] == "CONFLICT"
    assert begins["open"] is True
    assert {a["value"] for a in begins["answers"]} == {"11 March 2024", "12 March 2024"}
    assert all(a["refs"] for a in begins["answers"])
    assert any("contradict" in line for line in brief["unknowns"])
    words = ("--by", "Ann", "--reason", "read it")
    key = "designation.begins|doc-harbour-front|US-FTO"
    command("resolve", key, "--value", "2024-03-11", *words)
    (resolved,) = [
        d
        for d in command.json("brief", GROUP, *DAY)["differences"]
        if d["title"] == begins["title"]
    ]
    assert resolved["open"] is False
    assert "resolved by Ann" in resolved["settled"]


def test_effects_carry_basis_and_proof_and_the_advice_line_stands(command: Any) -> None:
    """One table for all programmes, and the line that it is no legal advice, more than once."""
    parsed = page(command)
    rows = parsed.xpath("//section[@id='effects']//tbody/tr")
    assert len(rows) > 10
    for row in rows:
        _, _, status, basis = row
        assert text_of(status)
        assert text_of(basis)
    assert text_of(parsed).count("not legal advice") >= 3


def test_what_lies_after_the_date_is_marked(command: Any, articles: Path) -> None:
    """The notice is known today, and lies after the day that is asked about."""
    command("read", articles / "notice.md")
    brief = command.json("brief", GROUP, *DAY)
    later = {one["on"] for one in brief["timeline"] if one["later"]}
    assert later == {"2024-03-11"}


def test_what_was_not_known_is_not_told(command: Any) -> None:
    """By what had been published on 2 February, only the release speaks."""
    brief = command.json("brief", GROUP, "--as-of", "2024-03-06", "--known-at", "2024-02-02")
    assert {one["programme"] for one in brief["standings"]} == {"US-SDGT"}
    assert len([s for s in brief["sources"] if s["sha256"]]) == 1
    assert brief["accusations"] == []


def test_the_page_needs_nothing_else(command: Any) -> None:
    """No script, no image, nothing to fetch; one heading of the first order; a print style."""
    ran = command("brief", GROUP, "--html", *DAY)
    parsed = html.document_fromstring(ran.out)
    for tag in ("script", "img", "link", "iframe", "object"):
        assert parsed.xpath(f"//{tag}") == []
    assert "url(" not in ran.out
    assert "@media print" in ran.out
    assert len(parsed.xpath("//h1")) == 1
    assert parsed.xpath("//html/@lang") == ["en"]
    ids = parsed.xpath("//@id")
    assert len(ids) == len(set(ids))


HOSTILE = """---
title: "Grau & <script>alert(1)</script> | `code` [x](javascript:alert(1))"
author: "<b>Bold</b>"
date: 2024-03-05
url: "javascript:alert(2)"
---

The State Department plans to designate the Harbour Front as a foreign terrorist organization.

"The <img src=x onerror=alert(3)> Harbour Front is a *band* of thieves," said Ada Brook.

Washington alleges that Anselm Grau leads the Harbour Front.
"""


def test_whatever_a_document_holds_is_shown_as_text(
    interdict: Callable[[Path], Any], tmp_path: Path
) -> None:
    """Markup in a title, a quotation or an address becomes neither an element nor a link."""
    file = tmp_path / "hostile.md"
    file.write_text(HOSTILE, "utf-8")
    command = interdict(tmp_path / "record")
    command("read", file)
    parsed = page(command, "--as-of", "2024-03-06")
    assert parsed.xpath("//script | //img | //b") == []
    links = parsed.xpath("//a/@href")
    assert links
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    shown = command("brief", GROUP, "--as-of", "2024-03-06").out
    assert not re.search(r"(?<!\\)<(script|img|b)", shown)
    assert not re.search(r"(?<!\\)\]\(javascript", shown)
    assert "javascript:alert(2)" not in shown


def test_a_party_of_nobody_s_interest_has_a_brief_too(
    interdict: Callable[[Path], Any], tmp_path: Path, ofac_files: Callable[..., Path]
) -> None:
    """A vessel of a list that no document names: its standing, and its one source."""
    command = interdict(tmp_path / "record")
    edition = ("--edition", "2024-01-01")
    command("list", "load", "us_ofac_sdn", ofac_files(tmp_path / "sdn"), *edition)
    brief = command.json("brief", "GREY HERON", "--as-of", "2024-02-01")
    assert [one["label"] for one in brief["standings"]] == ["In force"]
    assert brief["topics"] == brief["accusations"] == []
    (source,) = brief["sources"]
    assert source["edition"] == "2024-01-01"
    assert command("brief", "GREY HERON", "--html", "--as-of", "2024-02-01").code == 0
