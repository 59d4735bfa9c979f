"""Clause rules: anchors whose parties are found by type and nearness."""

from __future__ import annotations

import pytest

from interdict.claims.clause_frames import find_clause_frames
from interdict.claims.clause_roles import find_role, read_role
from interdict.claims.frames import Frame
from interdict.claims.mention import Mention
from interdict.claims.rule_index import clause_index
from interdict.claims.rules_file import read_rules
from interdict.claims.tokens import Encoded, encode
from interdict.claims.vocabulary import lexicon
from interdict.errors import InvalidInput
from interdict.model.source import DocumentKind

RULE = """
- id: t.denies
  kind: denial
  trigger: [denied, denies]
  anchor: "(has)? @adverb? (denied|denies)"
  unless: ["(was|were) denied", "denied <..1> (entry)"]
  roles: {subject: "before PERSON|GROUP|PLACE else phrase"}
  polarity: "-"
  stance: denied
  confidence: 0.8
  examples:
    - {text: x, expect: {}}
    - {none: x}
"""


def sentence(text: str, **mentions: str) -> Encoded:
    """The encoding of a sentence; keyword `GROUP="X;Y"` makes those words mentions."""
    found = []
    for kind, names in mentions.items():
        for name in names.split(";"):
            at = text.index(name)
            found.append(Mention(kind, at, at + len(name), name))
    found.sort(key=lambda mention: mention.start)
    return encode(text, 0, len(text), mentions=found, breaks=frozenset())


def frames(text: str, rule: str = RULE, **mentions: str) -> list[Frame]:
    """What a rule finds in a sentence."""
    rules = tuple(read_rules(rule, file="t.yml", words=lexicon()))
    index = clause_index(rules, "en", DocumentKind.NEWS)
    return list(find_clause_frames((sentence(text, **mentions),), index))


def subject(text: str, **mentions: str) -> str | None:
    """The words of the subject that the rule finds, None for no frame."""
    found = frames(text, **mentions)
    if not found:
        return None
    token = found[0].slots["subject"][0]
    return text[token.start : token.end]


def test_the_subject_is_the_nearest_party_on_the_left() -> None:
    """However many words stand between it and the verb."""
    assert subject("In May Tom Alder again and loudly denied it", PERSON="Tom Alder") == "Tom Alder"


def test_a_party_behind_a_preposition_is_no_subject() -> None:
    """Then the words before the verb are the party."""
    text = "Lawyers for the Harbour Front denied it"
    assert subject(text, GROUP="Harbour Front") == "Lawyers for the Harbour Front"


def test_an_owner_is_no_subject() -> None:
    """ "X's ministry" is somebody else than X."""
    text = "Ruritania's foreign ministry denied it"
    assert subject(text, PLACE="Ruritania") == "Ruritania's foreign ministry"


def test_two_verbs_share_the_first_party() -> None:
    """In "A met B and denied it" it is A who denies."""
    text = "Tom Alder met Ida Park and denied it"
    assert subject(text, PERSON="Tom Alder;Ida Park") == "Tom Alder"


def test_who_means_the_party_right_before_it() -> None:
    """Also where that hangs on a preposition."""
    text = "They sued with Ida Park, who denies it"
    assert subject(text, PERSON="Ida Park") == "Ida Park"


def test_another_clause_is_not_searched() -> None:
    """Behind "but" and "while" another party acts."""
    assert subject("Tom Alder agreed but others denied it", PERSON="Tom Alder") == "others"


@pytest.mark.parametrize("text", ["Tom Alder was denied a seat", "Tom Alder denied her entry"])
def test_what_unless_names_is_no_anchor(text: str) -> None:
    """Passives and other senses of the verb."""
    assert frames(text, PERSON="Tom Alder") == []


def test_a_clause_is_cited_to_its_end() -> None:
    """Up to the next comma, or to a word that turns."""
    text = "Tom Alder denied that it was his, and left"
    (frame,) = frames(text, PERSON="Tom Alder")
    assert text[frame.start : frame.end] == "Tom Alder denied that it was his"


def test_one_place_makes_one_claim_of_a_kind() -> None:
    """The form of the sentence that is given first has the word."""
    rules = tuple(read_rules(RULE, file="t.yml", words=lexicon()))
    whole = sentence("Tom Alder, son of Ida Park, denied it", PERSON="Tom Alder;Ida Park")
    index = clause_index(rules, "en", DocumentKind.NEWS)
    assert len(list(find_clause_frames((whole, whole), index))) == 1


def test_an_object_may_hang_on_no_preposition() -> None:
    """`directly` keeps "led the choir to the Front" from leading the Front."""
    role = read_role("object", "after GROUP directly", lexicon())
    tokens = sentence("He led a choir to the Blue Front", GROUP="Blue Front").tokens
    assert find_role(tokens, 1, 1, role) is None
    tokens = sentence("He led at last the Blue Front", GROUP="Blue Front").tokens
    assert find_role(tokens, 1, 3, role) is not None


def test_a_list_is_taken_whole() -> None:
    """`TYPE+` takes all that commas and "and" join."""
    role = read_role("object", "after GROUP+", lexicon())
    text = "It funds the Blue Front, the Red Front and the Sea Front in May"
    tokens = sentence(text, GROUP="Blue Front;Red Front;Sea Front").tokens
    found = find_role(tokens, 1, 1, role)
    assert found is not None
    assert len(found) == 3


def test_nearest_prefers_what_the_anchor_holds() -> None:
    """Then the shorter way on either side."""
    role = read_role("subject", "near GROUP", lexicon())
    text = "Blue Front now pays Red Front"
    tokens = sentence(text, GROUP="Blue Front;Red Front").tokens
    found = find_role(tokens, 2, 2, role)
    assert found is not None
    assert text[found[0].start : found[0].end] == "Red Front"


@pytest.mark.parametrize("text", ["beside GROUP", "before", "after GROUP within x", "near g"])
def test_a_role_that_cannot_be_read_is_refused(text: str) -> None:
    """The message names the slot."""
    with pytest.raises(InvalidInput, match="subject"):
        read_role("subject", text, lexicon())


def test_a_rule_has_a_pattern_or_an_anchor() -> None:
    """Not both, and roles belong to an anchor."""
    both = RULE.replace("  trigger", '  pattern: "denied"\n  trigger')
    with pytest.raises(InvalidInput, match="pattern or an anchor"):
        read_rules(both, file="t.yml", words=lexicon())
    lost = RULE.replace("anchor:", "pattern:")
    with pytest.raises(InvalidInput, match="belong to a rule with an anchor"):
        read_rules(lost, file="t.yml", words=lexicon())


WHOLE = """
- id: t.frozen
  kind: legal_effect
  trigger: [frozen]
  anchor: "(is|are) frozen"
  subject: designation
  whole: true
  object: frozen
  confidence: 0.8
  examples:
    - {text: x, expect: {}}
    - {none: x}
"""


def test_a_clause_is_cited_whole() -> None:
    """From the subject on, and not with the next effect behind "and"."""
    text = "On Monday, what it owns there is frozen and its members can be kept out."
    (frame,) = frames(text, WHOLE)
    assert text[frame.start : frame.end] == "what it owns there is frozen"
