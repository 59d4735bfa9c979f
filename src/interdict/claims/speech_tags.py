"""A verb of saying with its subject."""

from __future__ import annotations

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
