"""Document -> claims, by rules.

Sentences become strings of typed tokens (`reading`), frame rules match them (`frames`), a
frame fills the roles of claims (`filling`), and the claims of a document lend each other
what one of them leaves out (`completion`). Pure: the same document gives the same claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from interdict.claims.completion import complete
from interdict.claims.filling import Draft, fill
from interdict.claims.frames import find_frames
from interdict.claims.gazetteer import Gazetteer
from interdict.claims.reading import Reading, read
from interdict.claims.rules_file import Rule, bundled_rules
from interdict.claims.statements import quoted_statements
from interdict.claims.vocabulary import RegimeNames, known_regimes
from interdict.model.claim import Claim
from interdict.model.source import Document


def extract(
    doc: Document,
    *,
    gazetteer: Gazetteer | None = None,
    regimes: Sequence[RegimeNames] = (),
    rules: Sequence[Rule] | None = None,
) -> list[Claim]:
    """The claims of a document, sorted by (start, kind).

    Args:
        doc: the document, as a reader gives it.
        gazetteer: names of the record's parties; without one, names are told by their shape.
        regimes: names of the programmes (default: the bundled ones).
        rules: frame rules (default: the bundled ones).
    """
    if not doc.text.strip():
        return []
    reading = read(doc, gazetteer=gazetteer or Gazetteer(), regimes=known_regimes(regimes))
    drafts = list(_drafts(reading, bundled_rules() if rules is None else rules))
    quoted = list(quoted_statements(reading))
    told = [claim for claim in complete(drafts) if not _rendered(claim, quoted)]
    claims = [*told, *quoted]
    grounded = [_in_raw(claim, doc) for claim in claims if claim.start < claim.end]
    return sorted(grounded, key=lambda claim: (claim.start, claim.kind, claim.end, claim.rule))


def _rendered(claim: Claim, quoted: Sequence[Claim]) -> bool:
    """True for reported speech over a quotation of the same words: the quotation says it."""
    return claim.kind == "statement.indirect" and any(
        claim.start < quote.end and quote.start < claim.end for quote in quoted
    )


def _drafts(reading: Reading, rules: Sequence[Rule]) -> Iterator[Draft]:
    for number, sentence in enumerate(reading.encoded):
        for frame in find_frames(sentence, rules, reading.doc.kind):
            yield from fill(frame, number, reading)


def _in_raw(claim: Claim, doc: Document) -> Claim:
    """The claim with offsets into the raw text, and the raw text between them."""
    start, end = doc.raw_span(claim.start, claim.end)
    return replace(claim, start=start, end=end, quote=doc.raw[start:end])
