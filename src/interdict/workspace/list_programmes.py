"""Programme tags of an edition that no programme's data name: a new one, or one that was renamed.

Such a tag is kept under its own name and is in force while it is listed; but nobody knows what it
does. So it is told. Lists of which no tag at all has data (yet) are left out: there it is no news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interdict.model.source import Signal
from interdict.regimes.known import Regimes
from interdict.store.base import PartContent


def with_unknown_programmes(
    regimes: Regimes, dataset: str, parts: Sequence[PartContent]
) -> list[PartContent]:
    """The parts; a signal for each tag that no programme claims, though it claims others."""
    known = {tag for of, tag in regimes.tags if of == dataset}
    return [_told(content, known) if known else content for content in parts]


def _told(content: PartContent, known: set[str]) -> PartContent:
    bearers: dict[str, dict[str, int]] = {}
    for statement, line in content.statements:
        if statement.prop == "program" and statement.value not in known:
            bearers.setdefault(statement.value, {}).setdefault(statement.record_id, line)
    signals = [
        Signal(
            "drift",
            f"programme {tag}",
            f"no data of this programme; {len(entries):,} entries, the first {next(iter(entries))}",
            next(iter(entries.values())) or None,
        )
        for tag, entries in sorted(bearers.items())
    ]
    if not signals:
        return content
    part = replace(content.part, signals=(*content.part.signals, *signals))
    return replace(content, part=part)
