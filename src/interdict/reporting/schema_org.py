"""Claims as schema.org `Claim`, in JSON-LD: one for each claim or utterance, with its appearances.

schema.org has no words for stance, kind or characters, nor for how claims stand to each other;
those are given under a vocabulary of our own, which other readers may pass over.

Source: schema.org/Claim (properties `appearance`, `firstAppearance`, and those of CreativeWork);
JSON-LD 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from interdict.model.claim import Claim, Utterance
from interdict.model.dates import resolved
from interdict.model.schema import is_a
from interdict.model.source import Document
from interdict.reporting.accusing import Names
from interdict.reporting.sources import author_of, web_address
from interdict.store.base import HeldDocument

CONTEXT: list[Any] = ["https://schema.org", {"interdict": "urn:interdict:terms:"}]


def claims_graph(
    claims: Sequence[Claim],
    utterances: Iterable[Utterance],
    documents: Mapping[str, HeldDocument],
    names: Names,
    schemata: Mapping[str, str],
) -> dict[str, Any]:
    """A JSON-LD document: the documents, the parties spoken of, and the claims.

    Args:
        claims: claims to write; those of documents that are not at hand are left out.
        utterances: what was said once and rendered several times: it becomes one `Claim` with
            all its appearances, in place of the claims that render it.
        documents: by hash.
        names: how parties are called and joined.
        schemata: FollowTheMoney schema of each canonical id.
    """
    kept = [claim for claim in claims if claim.document_id in documents]
    spoken, rendered = _spoken(kept, utterances)
    nodes = [_claim_node([claim], names) for claim in kept if claim.id not in rendered]
    nodes += [_claim_node(same, names) for same in spoken]
    used = dict.fromkeys(claim.document_id or "" for claim in kept)
    parties = dict.fromkeys(
        names.canonical(i) for claim in kept for i in (claim.subject_id, claim.object_id) if i
    )
    graph = [_document_node(documents[sha256].document) for sha256 in used]
    graph += [_party_node(party, names, schemata) for party in parties]
    return {"@context": CONTEXT, "@graph": [*graph, *nodes]}


def _spoken(
    claims: Sequence[Claim], utterances: Iterable[Utterance]
) -> tuple[list[list[Claim]], set[str]]:
    """The renderings of each utterance among the claims, fullest first; and all their ids."""
    by_span = {
        (c.document_id, c.start, c.end): c for c in claims if c.kind.startswith("statement.")
    }
    found, rendered = [], set()
    for utterance in utterances:
        same = [
            by_span[a.document_id, a.start, a.end]
            for a in utterance.appearances
            if (a.document_id, a.start, a.end) in by_span
        ]
        same = [claim for claim in same if claim.id not in rendered]
        if len(same) > 1:
            found.append(sorted(same, key=lambda c: -len(c.quote)))
            rendered |= {claim.id for claim in same}
    return found, rendered


def _claim_node(same: Sequence[Claim], names: Names) -> dict[str, Any]:
    first = same[0]
    parties = [names.canonical(i) for i in (first.subject_id, first.object_id) if i]
    day = resolved(first.date)
    node: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:interdict:claim:{first.id}",
        "text": " ".join(first.quote.split()),
        "about": [{"@id": _party_id(party)} for party in dict.fromkeys(parties)],
        "appearance": [{"@id": _document_id(d)} for d in dict.fromkeys(
            claim.document_id or "" for claim in same
        )],
        "author": {"@type": "Thing", "name": first.speaker} if first.speaker else None,
        "temporalCoverage": None if day is None else str(day),
        "interdict:kind": first.kind,
        "interdict:stance": first.stance.value,
        "interdict:polarity": first.polarity,
        "interdict:modality": first.modality.value,
        "interdict:programme": first.programme,
        "interdict:date": first.date,
        "interdict:effectiveOn": first.effective_on,
        "interdict:extractor": first.rule,
        "interdict:span": [
            {
                "interdict:document": {"@id": _document_id(claim.document_id or "")},
                "interdict:start": claim.start,
                "interdict:end": claim.end,
                "interdict:quote": claim.quote,
            }
            for claim in same
        ],
    }  # fmt: skip
    return {key: value for key, value in node.items() if value not in (None, [])}


def _document_node(document: Document) -> dict[str, Any]:
    kinds = {"news": "NewsArticle", "fr_notice": "Legislation"}
    node = {
        "@type": kinds.get(document.kind.value, "Article"),
        "@id": _document_id(document.sha256),
        "name": document.title or document.file_name,
        "author": [{"@type": "Person", "name": name} for name in document.authors],
        "publisher": {"@type": "Organization", "name": author_of(document)}
        if document.publisher
        else None,
        "datePublished": document.published,
        "inLanguage": document.language,
        "url": web_address(document.url),
        "identifier": [
            f"sha256:{document.sha256}", *([document.citation] if document.citation else []),
            *document.identifiers,
        ],
    }  # fmt: skip
    return {key: value for key, value in node.items() if value not in (None, [])}


def _party_node(party: str, names: Names, schemata: Mapping[str, str]) -> dict[str, Any]:
    schema = schemata.get(party, "LegalEntity")
    kind = "Person" if is_a(schema, "Person") else "Thing"
    kind = "Organization" if is_a(schema, "Organization") else kind
    return {"@type": kind, "@id": _party_id(party), "name": names.caption(party)}


def _document_id(sha256: str) -> str:
    return f"urn:sha256:{sha256}"


def _party_id(party: str) -> str:
    return f"urn:interdict:party:{party}"
