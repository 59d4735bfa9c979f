"""Whom a rule means that names no subject: the group or the person that the text speaks of."""

from __future__ import annotations

from interdict.claims.clitics import CLITIC
from interdict.claims.frames import Frame
from interdict.claims.mention import Mention
from interdict.claims.reading import Reading
from interdict.claims.references import Party


def in_focus(frame: Frame, sentence: int, reading: Reading) -> Party | None:
    """The group or person spoken of; the one that a Spanish pronoun of the frame fits, if any."""
    kind = "IT" if frame.rule.subject == "focus" else "PRONOUN"
    spoken = Mention(kind, frame.start, frame.end, "it")
    if kind == "IT" and frame.rule.language == "es":
        form = next((t.norm for t in frame.tokens if t.norm in ("la", "lo", "los", "las")), None)
        if form is not None:  # "la tiene en su lista"
            meant = Mention(CLITIC, frame.start, frame.end, form)
            found = reading.focus.resolve(meant, sentence)
            if found is not None or form in ("la", "lo"):
                return found
    return reading.focus.resolve(spoken, sentence)
