"""Behaviour of the reader of rule files."""

from __future__ import annotations

import pytest

from interdict.claims.rules_file import bundled_rules, read_rules
from interdict.claims.vocabulary import lexicon
from interdict.errors import InvalidInput

GOOD = """
- id: x.one
  kind: alias
  trigger: [or]
  pattern: "{subject:GROUP} or {object:GROUP}"
  confidence: 0.5
  examples:
    - none: nothing
"""


def test_a_rule_file_is_read() -> None:
    """Fields that are left out take their defaults."""
    (rule,) = read_rules(GOOD, file="x.yml", words=lexicon())
    assert (rule.id, rule.kind, rule.polarity, rule.date) == ("x.one", "alias", "+", "near")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: alias", "kind: gossip", "closed list"),
        ("trigger: [or]", "trigger: ['@nowhere']", "unknown word class"),
        ("confidence: 0.5", "confidence: 2", "between 0 and 1"),
        ("confidence: 0.5", "colour: red\n  confidence: 0.5", "unknown fields"),
        ("  confidence: 0.5\n", "", "confidence.* is missing"),
        ("kind: alias", "kind: alias\n  date: someday", "is not one of"),
        ("kind: alias", "hint: gossip", "unknown hint"),
    ],
)
def test_a_wrong_rule_names_file_rule_and_fault(old: str, new: str, message: str) -> None:
    """The error says where it is and what is allowed."""
    assert old in GOOD
    with pytest.raises(InvalidInput, match=rf"x\.yml, rule x\.one: .*{message}"):
        read_rules(GOOD.replace(old, new), file="x.yml", words=lexicon())


def test_a_file_must_be_a_list() -> None:
    """A mapping at the top is refused."""
    with pytest.raises(InvalidInput, match="list of rules"):
        read_rules("a: 1", file="x.yml", words=lexicon())


def test_bundled_rules_have_distinct_ids() -> None:
    """A claim's rule can be looked up."""
    ids = [rule.id for rule in bundled_rules()]
    assert len(ids) == len(set(ids)) > 30
