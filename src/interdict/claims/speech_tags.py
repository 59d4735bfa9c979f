"""A verb of saying with its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interdict.claims.noun_phrases import Phrase
from interdict.claims.speech_words import verb_kind


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of saying with its subject phrase; `start`, `end` cover both.

    `verb_start` and `verb_end` stand around the verb. `carried` if the subject stands with an
    earlier verb of the sentence ("Lark rose and *said*").
    """

    phrase: Phrase
    start: int
    end: int
    verb_start: int
    verb_end: int
    verb: str
    carried: bool = False

    @property
    def kind(self) -> str:
        """content, demand, denial, judgement, participle; according."""
        return "according" if self.verb == "according" else verb_kind(self.verb)

    @property
    def is_act(self) -> bool:
        """True for verbs that take an object before their words ("accused X of")."""
        return self.kind in ("judgement", "demand", "denial")


_OWN_OBJECT = re.compile(r"\s(?:that|an?|the|its|one|two|three|up\sto|no|\d[\d,.]*)\s")


def tells_more(text: str, tag: Tag, last: str) -> bool:
    """True behind “...?” for a sentence of its own: "The ministry offered a reward."."""
    if last not in "?!" or tag.kind != "content" or not text[tag.start].isupper():
        return False
    return _OWN_OBJECT.match(text, tag.verb_end) is not None
