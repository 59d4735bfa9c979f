"""Contract of frame rules: every example in every rule file holds, and claims cite exactly."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from interdict.claims.extract import draft_claims, extract
from interdict.claims.filling import Draft
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.rules_file import Example, Rule, bundled_rules
from interdict.claims.vocabulary import CLASS_FILES, known_regimes, words_of
from interdict.model.claim import CLAIM_KINDS
from interdict.model.source import Block, Document, DocumentKind, Segment

PUBLISHED = "2024-05-10"
RULES = bundled_rules()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def document(text: str, kind: str, language: str = "en") -> Document:
    """A document of one paragraph, dated; its raw text has a line before the paragraph."""
    raw = f"-- {kind} --\n{text}"
    return Document(
        sha256="0" * 64,
        file_name="example.txt",
        container="plain",
        kind=DocumentKind(kind),
        raw=raw,
        text=text,
        segments=(Segment(0, len(raw) - len(text), len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published=PUBLISHED,
        language=language,
    )


def own_drafts(rule: Rule, example: Example) -> list[Draft]:
    """What the rule itself makes of an example, before claims are compared with each other."""
    doc = document(example.text, example.kind, rule.language)
    reading = read(doc, gazetteer=Gazetteer(), regimes=known_regimes(()))
    return list(draft_claims(reading, [rule]))


def name(pair: tuple[Rule, Example]) -> str:
    """The rule and the beginning of the example."""
    return f"{pair[0].id}: {pair[1].text[:40]}"


@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
def test_an_example_gives_what_its_rule_says(pair: tuple[Rule, Example]) -> None:
    """On a positive example the rule speaks, and the document claims what is expected.

    Which of several rules that agree gets the word is not the example's business.
    """
    rule, example = pair
    doc = document(example.text, example.kind, rule.language)
    if example.expect is None:
        assert [claim for claim in extract(doc, rules_alone=True) if claim.rule == rule.id] == []
        return
    assert own_drafts(rule, example)
    wanted = {"kind": rule.kind} | example.expect
    fields = [
        {key: claim.as_dict()[key] for key in wanted} for claim in extract(doc, rules_alone=True)
    ]
    if rule.act:
        fields = [field | {"kind": wanted["kind"]} for field in fields]
    assert wanted in fields


@pytest.mark.parametrize("pair", EXAMPLES, ids=name)
def test_every_quote_is_the_raw_text_at_its_span(pair: tuple[Rule, Example]) -> None:
    """Offsets lead to the raw text, also where text and raw differ."""
    doc = document(pair[1].text, pair[1].kind, pair[0].language)
    for claim in extract(doc, rules_alone=True):
        assert 0 <= claim.start < claim.end <= len(doc.raw)
        assert doc.raw[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_negative_example(rule: Rule) -> None:
    """A rule without a sentence that it must leave alone says nothing about its limits."""
    assert any(example.expect is None for example in rule.examples)
    assert rule.hint or any(example.expect for example in rule.examples)


def test_kinds_are_of_the_closed_list() -> None:
    """No rule makes a kind that the model does not know."""
    assert {rule.kind for rule in RULES if rule.kind} <= CLAIM_KINDS


def test_no_class_of_words_is_written_twice() -> None:
    """Of two with one name the second would silently stand for both."""
    words = resources.files("interdict.claims").joinpath("words")
    names = Counter(list(words_of("lexicon")["classes"]))
    for file in CLASS_FILES:
        lines = words.joinpath(f"{file}.yml").read_text(encoding="utf-8").splitlines()
        names.update(line.partition(":")[0] for line in lines if line[:1].isalpha())
    assert [name for name, times in names.items() if times > 1] == []
