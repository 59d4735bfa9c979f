"""The index of rules leaves out what cannot match, and nothing else."""

from __future__ import annotations

import pytest
from tests.unit.claims.articles import article

from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import read
from interdict.claims.rule_index import clause_index, rule_index
from interdict.claims.rules_file import bundled_rules
from interdict.claims.vocabulary import known_regimes
from interdict.model.source import DocumentKind

TEXT = (
    "Canada listed the Harbour Front as a terrorist entity on Monday. Its leader, Ada Quill, denied"
    " it. At least 40 people have been killed in Ostvale, officials said. Nobody had expected it."
    " The State Department plans to designate the Marsh Lantern (ML) as a Foreign Terrorist"
    " Organization, effective March 19, and its assets will be frozen."
)


@pytest.mark.parametrize("anchored", [False, True])
def test_a_sentence_meets_what_it_has_the_words_for(anchored: bool) -> None:
    """A trigger of the rule, and something of all that the pattern needs; in the rules' order."""
    rules = bundled_rules()
    index = (clause_index if anchored else rule_index)(tuple(rules), "en", DocumentKind.NEWS)
    reading = read(article(TEXT), gazetteer=Gazetteer(), regimes=known_regimes(()))
    found = 0
    for sentence in reading.encoded:
        wanted = [
            (rule.id, pattern.regex.pattern)
            for rule in rules
            if rule.language == "en"
            and rule.anchored is anchored
            and DocumentKind.NEWS in rule.documents
            and not rule.trigger.isdisjoint(sentence.words)
            for pattern in rule.patterns
            if pattern.may_match(sentence)
        ]
        met = [(rule.id, regex.pattern) for rule, regex in index.patterns_for(sentence)]
        assert met == wanted
        found += len(met)
    assert found
