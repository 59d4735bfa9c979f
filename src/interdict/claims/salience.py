"""Whom a pronoun means: who was last spoken of, person or body, and whether it can be she.

The subject of a sentence is what the next one goes on about. Where somebody else of the same
gender stands in that sentence too, nobody can tell, unless only the subject's is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from interdict.claims.name_chains import fold
from interdict.claims.noun_phrases import Phrase
from interdict.claims.speaker_names import Roster, Speaker, is_any_official, name_of
from interdict.claims.speech_words import folded

_FEMALE = frozenset("she her ella ela elle".split())
_DEFINITE = frozenset("the el la o a le".split())


@dataclass(slots=True)
class Salience:
    """What is known of who is spoken of while a document is read from top to bottom."""

    roster: Roster
    person: Speaker | None = None
    rivals: tuple[Speaker, ...] = ()
    """Others whom the sentence of `person` names."""
    body: Speaker | None = None
    subject: Speaker | None = None
    """The last subject, person or body: that of a verb without its own."""
    tagged: Speaker | None = None
    """Who was last said to say something: whose "the statement" is."""
    block: int = -9
    """Number of the paragraph in which any of this was seen."""
    passing: tuple[Speaker, ...] = ()
    """People named since in sentences that another subject opens, or none that is known."""
    earlier: list[Speaker] = field(default_factory=list)

    def forget(self) -> None:
        """Nothing is in mind any more: the text has gone on."""
        self.person = self.body = self.subject = self.tagged = None
        self.rivals = self.passing = ()
        self.earlier.clear()

    def note(
        self, speaker: Speaker, block: int, *, rivals: tuple[Speaker, ...] = (), spoke: bool = False
    ) -> None:
        """Somebody is the subject of a sentence; `spoke` if of a verb of saying."""
        self.block, self.subject, self.passing = block, speaker, ()
        if speaker.is_person:
            if self.person is not None and self.person.name != speaker.name:
                self.earlier = [self.person, *self.earlier][:3]
            self.person, self.rivals = speaker, rivals
        else:
            self.body = speaker
        if spoke:
            self.tagged = speaker

    def resolve(self, phrase: Phrase) -> Speaker | None:
        """Who a phrase names; None when in doubt."""
        if phrase.kind == "pronoun":
            found = self._pronoun("f" if phrase.words.lower() in _FEMALE else "m")
        elif phrase.kind == "body_pronoun":
            found = self.body if self.body is self.subject else None
            if phrase.words.lower() == "they" and _is_unnamed_one(self.subject):
                found = self.subject
        elif phrase.kind == "dropped":
            several = phrase.words.lower().endswith(("ron", "an", "en"))
            found = None if several and self.subject and self.subject.is_person else self.subject
        elif phrase.kind == "text":
            undetermined = phrase.words.split()[0].lower() in ("a", "an", "un", "una", "uma", "une")
            found = None if undetermined else self.tagged
        else:
            return self._of_office(phrase) or name_of(phrase, self.roster)
        if found is None:
            return None
        return replace(found, start=phrase.start, end=phrase.end)

    def _of_office(self, phrase: Phrase) -> Speaker | None:
        """ "The president", of whom no name is told: the person the sentence before is about.

        Unless that person has another office. "The spokesman" is the one told of before.
        """
        article, _, office = phrase.words.lower().partition(" ")
        known = self.person
        if phrase.kind == "role" and article in _DEFINITE and is_any_official(office) and known:
            meant = self.roster.has_office(known.name) or fold(office) in fold(known.name).split()
            alone = not self.rivals and not self.passing and known is self.subject
            return replace(known, start=phrase.start, end=phrase.end) if meant and alone else None
        if phrase.kind != "role" or known is None or known is not self.subject or self.rivals:
            return None
        if article not in _DEFINITE or fold(office) not in folded("offices"):
            return None
        same = known.name.split()[-1].islower() and fold(office) in fold(known.name).split()
        held = self.roster.by_office.get(fold(office)) or self.roster.has_office(known.name)
        if held and not same:
            return None
        return replace(known, start=phrase.start, end=phrase.end)

    def _pronoun(self, gender: str) -> Speaker | None:
        told = self.roster.gender
        if self.person is None:
            return None
        own = told(self.person.name)
        if any(told(p.name) in (gender, None) and p.name != self.person.name for p in self.passing):
            return None
        rivals = [r for r in self.rivals if told(r.name) in (gender, None)]
        if own == gender:
            return self.person if not any(told(r.name) == gender for r in rivals) else None
        if own is None:
            return None if rivals else self.person
        known = [r for r in (*self.rivals, *self.earlier) if told(r.name) == gender]
        names = {r.name for r in known}
        return known[0] if len(names) == 1 else None


def _is_unnamed_one(speaker: Speaker | None) -> bool:
    """True for one person told by an office alone, who may be "they": "a spokesperson"."""
    if speaker is None or not speaker.is_person:
        return False
    return speaker.name.split()[-1].islower()
