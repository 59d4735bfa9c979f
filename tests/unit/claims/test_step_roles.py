"""Roles of rules about steps: a name that must hold a word, whoever is behind "by", conditions."""

from __future__ import annotations

import pytest

from interdict.claims.clause_frames import find_clause_frames
from interdict.claims.clause_roles import read_role
from interdict.claims.frames import Frame
from interdict.claims.mention import Mention
from interdict.claims.rule_index import clause_index
from interdict.claims.rules_file import read_rules
from interdict.claims.tokens import encode
from interdict.claims.vocabulary import lexicon
from interdict.errors import InvalidInput
from interdict.model.source import DocumentKind

ACTIVE = """
- id: t.approves
  kind: procedure
  trigger: [approved]
  anchor: "approved <..3> order"
  roles: {subject: before PLACE|NAME named @chamber_noun else phrase}
  object: vote
  confidence: 0.8
  examples: [{text: x, expect: {}}, {none: x}]
"""
PASSIVE = """
- id: t.approved
  kind: procedure
  trigger: [approved]
  anchor: "(was|were) approved"
  roles: {theme: before PHRASE named @paper, subject: agent PLACE|NAME else theme}
  object: vote
  confidence: 0.8
  examples: [{text: x, expect: {}}, {none: x}]
"""


def frames(text: str, rule: str, **mentions: str) -> list[Frame]:
    """What a rule finds in a sentence; keyword `PLACE="X"` makes that word a mention."""
    found = [
        Mention(kind, text.index(name), text.index(name) + len(name), name)
        for kind, name in mentions.items()
    ]
    found.sort(key=lambda mention: mention.start)
    encoded = encode(text, 0, len(text), mentions=found, breaks=frozenset())
    rules = tuple(read_rules(rule, file="t.yml", words=lexicon()))
    return list(find_clause_frames((encoded,), clause_index(rules, "en", DocumentKind.NEWS)))


def subject(text: str, rule: str, **mentions: str) -> str | None:
    """The words of the subject that the rule finds, None for no frame."""
    found = frames(text, rule, **mentions)
    if not found:
        return None
    token = found[0].slots["subject"][0]
    return text[token.start : token.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lower house of Elbonia approved the order.", "The lower house of Elbonia"),
        ("- The assembly approved the order.", "The assembly"),
        ("The assembly will have approved the order.", "The assembly"),
        ("The orchestra of Elbonia approved the order.", None),
        ("If the assembly of Elbonia approved the order.", None),
    ],
)
def test_a_role_may_want_a_word_in_the_name(text: str, expected: str | None) -> None:
    """A chamber approves an order, an orchestra does not; nor is a condition a step."""
    mentions = {"PLACE": "Elbonia"} if "Elbonia" in text else {}
    assert subject(text, ACTIVE, **mentions) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The order was approved by Elbonia.", "Elbonia"),
        ("The order was approved by the upper house on Monday.", "the upper house"),
        ("The order was approved by unanimous vote.", "The order"),
        ("The order of the port was approved.", "The order of the port"),
        ("The soup was approved by Elbonia.", None),
    ],
)
def test_the_agent_of_a_passive_verb_stands_behind_by(text: str, expected: str | None) -> None:
    """Without an agent the thing itself is spoken of."""
    mentions = {"PLACE": "Elbonia"} if "Elbonia" in text else {}
    assert subject(text, PASSIVE, **mentions) == expected


def test_a_word_class_of_a_role_must_be_known() -> None:
    """A rule file with a slip of the pen is refused."""
    with pytest.raises(InvalidInput, match="unknown word class"):
        read_role("subject", "before NAME named @nothing_known", lexicon())
