"""Reports on rules, and the explanation of a claim."""

from __future__ import annotations

from interdict.claims.cluster import inferred_days
from interdict.claims.designations import time_expressions
from interdict.claims.diagnostics import diagnose
from interdict.claims.explaining import explain
from interdict.claims.extract import extract
from interdict.claims.rules_file import bundled_rules, read_rules
from interdict.claims.vocabulary import lexicon
from interdict.model.dates import PartialDate
from interdict.model.source import Block, Document, DocumentKind, Segment

STATEMENT = (
    "The Department will go on using every tool at hand against those who bring fear into the "
    "ports of this country, the spokesman said, and nobody should doubt its resolve in this."
)


def document(text: str, *, published: str | None = "2024-05-10", name: str = "a.txt") -> Document:
    return Document(
        sha256=name.ljust(64, "0"),
        file_name=name,
        container="bare",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
    )


RULES = """
- id: one
  kind: designation.prior
  trigger: [banned]
  pattern: "{authority:ISSUER} banned {subject:GROUP}"
  confidence: 0.8
  examples: []
- id: two
  kind: designation.prior
  trigger: [banned]
  pattern: "banned {subject:GROUP}"
  confidence: 0.5
  examples: []
- id: three
  kind: designation.revoked
  trigger: [banned]
  pattern: "banned <,..4> and {subject:GROUP}"
  confidence: 0.4
  examples: []
- id: silent
  kind: denial
  trigger: [never]
  pattern: "never {subject:GROUP}"
  confidence: 0.5
  examples: []
"""


def test_reports_count_coverage_overlap_and_conflict() -> None:
    """Two rules that agree overlap; one that names another party contradicts them."""
    rules = read_rules(RULES, file="rules.yml", words=lexicon())
    docs = [
        document("The UK banned the Harbour Front."),
        document("The UK banned the Harbour Front and the Green Valley Cartel."),
        document("The UK met nobody."),
    ]
    one, two, three, silent = diagnose(docs, rules=rules)
    assert (one.n_documents, one.n_drafts, one.n_overlap) == (2, 2, 2)
    assert (two.n_overlap, two.n_kept) == (2, 0)
    assert (one.n_conflict, three.n_conflict) == (1, 1)
    assert (silent.n_documents, silent.n_drafts) == (0, 0)


def test_an_explanation_shows_rule_tokens_and_reasons() -> None:
    """What the words were taken for, and the pattern that matched them."""
    doc = document("The Harbour Front is large. In 2019 the UK proscribed the Harbour Front.")
    (claim,) = [c for c in extract(doc) if c.kind == "designation.prior"]
    told = explain(claim, doc)
    assert told.rule == claim.rule
    rule = next(rule for rule in bundled_rules() if rule.id == claim.rule)
    assert told.patterns == tuple(pattern.source for pattern in rule.patterns)
    assert ("GROUP", "the Harbour Front", "Harbour Front") in {
        (t.kind, t.text, t.meaning) for t in told.tokens
    }
    assert told.reasons[0].startswith(f"rule {claim.rule}")


def test_a_quotation_is_explained_without_a_frame_rule() -> None:
    """It has no pattern; whether its speaker is named is its reason."""
    doc = document("“We will fight this ban in court,” said Ann Lowell.")
    (claim,) = extract(doc)
    told = explain(claim, doc)
    assert told.patterns == ()
    assert "its speaker is named" in told.reasons[0]


def test_an_undated_text_takes_the_day_of_the_sibling_that_shares_its_words() -> None:
    """A shared statement tells the day; an unrelated text, or a few words, do not."""
    dated = document(STATEMENT, name="dated.txt")
    undated = document(f"On Friday they met. {STATEMENT}", published=None, name="undated.txt")
    other = document("On Friday they met.", published=None, name="other.txt")
    assert inferred_days([dated, undated, other]) == {
        undated.sha256: PartialDate.parse("2024-05-10")
    }


def test_dates_by_inference_say_so() -> None:
    """Symbolic alone, resolved by an assumed day, which the row then names."""
    doc = document("The ban starts on May 17.", published=None)
    (alone,) = time_expressions(doc)
    (assumed,) = time_expressions(doc, PartialDate.parse("2024-05-10"))
    assert (alone["edtf"], "assumed" in alone) == ("XXXX-05-17", False)
    assert (assumed["edtf"], assumed["assumed"]) == ("2024-05-17", "2024-05-10")


def test_time_expressions_hold_lengths_and_the_documents_own_date() -> None:
    """ "Seven days" is a length, the header's date the document's."""
    text = "Congress has seven days to object."
    raw = f"date 2024-05-10\n{text}"
    doc = document(text)
    doc = Document(
        **{
            name: getattr(doc, name)
            for name in doc.__dataclass_fields__
            if name not in ("raw", "segments")
        },
        raw=raw,
        segments=(Segment(0, len(raw) - len(text), len(text)),),
    )
    rows = [(row["text"], row["edtf"]) for row in time_expressions(doc)]
    assert rows == [("2024-05-10", "2024-05-10"), ("seven days", "P7D")]
