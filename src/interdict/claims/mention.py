"""What a mention is: a stretch of text that names, or refers to, something of a known type."""

from __future__ import annotations

from dataclasses import dataclass

from interdict.model.claim import Quantity


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]`, typed.

    kinds: GROUP, PERSON, OFFICIAL (a person who speaks for an authority), NAME (a name of
    unknown type), PLACE, AUTHORITY, PROGRAMME, LABEL ("terrorist group"), DATE, MONEY, COUNT;
    and what must be resolved: REF ("the cartel"), DESC ("a drug cartel"), PLURAL ("other
    gangs"), ROLE ("the president"), PRONOUN (he, she), IT (it, they), SPEAKERS ("officials"),
    PHRASE (other words that stand for a party).

    `name` is the fullest name in the document, the regime key of a PROGRAMME, the code of an
    AUTHORITY, the EDTF of a DATE, the noun of a REF. `title` are the words before a person's
    name.
    """

    kind: str
    start: int
    end: int
    name: str
    authority: str | None = None
    entity_id: str | None = None
    schema: str | None = None
    title: str = ""
    value: Quantity | None = None
