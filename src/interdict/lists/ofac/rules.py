"""What the labels of OFAC's remarks can mean: the makers of rules that `ofac_labels` lists.

Each maker returns a rule: it gets what follows the label and whether the field is marked
`alt.`, and returns the meaning, or None where the text has not the form that it knows.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from interdict.lists.ofac.names import is_inverted_person, person_name
from interdict.lists.ofac.remarks import Fact, Node, Reading, Rule
from interdict.lists.worded_dates import DATE, edtf

ALTERNATIVE = "alternative"
"""Qualifier of a further birth date, place or nationality that the source marks `alt.`."""

_QUOTED = re.compile(r"['‘\"](.+)['’\"]\.?$", re.S)
_DOCUMENT_TAIL = re.compile(
    rf"(?:,? issued (?P<issued>{DATE})(?: to (?P<until>{DATE}))?(?: in (?P<place>[^()]+?))?)?"
    rf"(?:,? expire[sd] (?P<expires>{DATE}(?: to {DATE})?))?$"
)
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)$")
_NUMBER = re.compile(r"(?=.*\d)[^;]{1,70}$|[A-Z0-9./ -]{4,30}$")
_UNDER_ANOTHER_NAME = re.compile(r"\b(?:issued|expire[sd]?|under|name|valid)\b", re.I)
_IMO = re.compile(r"IMO\s*(\d{7})\b")
_SCOPE = re.compile(r"\((.+?)\):?\s*(\d.*|[A-Z].*)$")


def slug(text: str) -> str:
    """Letters and figures joined by hyphens, case kept; a hash where none are ASCII."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
    return plain or blake2b(text.encode(), digest_size=6).hexdigest()


def text(prop: str, qualifier: str = "") -> Rule:
    """The text as it stands; `alt.` does not change what it says."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        value = rest.lstrip(":").strip()
        return Reading((Fact(prop, value, qualifier),)) if value else None

    return rule


def trait(prop: str) -> Rule:
    """The text as it stands, `alternative` where marked `alt.`."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        value = rest.lstrip(":").strip()
        return Reading((Fact(prop, value, ALTERNATIVE if alternative else ""),)) if value else None

    return rule


def gender(rest: str, alternative: bool) -> Reading | None:
    """FollowTheMoney writes the values small."""
    known = rest.lower() in ("male", "female")
    return Reading((Fact("gender", rest.lower()),)) if known else None


def note(qualifier: str, label: str = "") -> Rule:
    """A legal text, kept as it stands (with its label where the text needs it)."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        value = f"{label} {rest.lstrip(':- ').strip()}".strip().rstrip(".")
        return Reading((Fact("notes", value, qualifier),)) if value else None

    return rule


def date(prop: str) -> Rule:
    """A date or range of dates, `alternative` where marked `alt.`."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        value = edtf(rest.lstrip(":").strip())
        if value is None:
            return None
        return Reading((Fact(prop, value, ALTERNATIVE if alternative else ""),))

    return rule


def alias(prop: str, qualifier: str = "") -> Rule:
    """A name in quotes; an inverted person's name is given both ways round."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        quoted = _QUOTED.match(rest.lstrip(":").strip())
        if quoted is None:
            return None
        return Reading(tuple(name_facts(prop, " ".join(quoted[1].split()), qualifier)))

    return rule


def name_facts(prop: str, listed: str, qualifier: str = "") -> list[Fact]:
    """A further name: in natural order, and as listed where that differs (`listed`)."""
    if not is_inverted_person(listed):
        return [Fact(prop, listed, qualifier)]
    return [Fact(prop, person_name(listed).natural, qualifier), Fact(prop, listed, "listed")]


def document(prop: str, kind: str, schema: str = "Identification") -> Rule:
    """A numbered paper: `NUMBER (Country) issued DATE expires DATE`, all but the number optional.

    The number becomes the party's `prop`; the paper itself an entity with what else is said.
    """

    def rule(rest: str, alternative: bool) -> Reading | None:
        bare = re.sub(r"^(?:#|No\.|:|\s)+", "", rest).rstrip(",")
        tail = _DOCUMENT_TAIL.search(bare)
        if tail is None:
            return None
        number, groups = bare[: tail.start()].strip().rstrip(","), []
        while (group := _PARENTHESES.search(number)) and number[: group.start()].strip():
            groups.append(group[1].strip())
            number = number[: group.start()].strip()
        if not _NUMBER.match(number) or _UNDER_ANOTHER_NAME.search(number):
            return None
        facts = [Fact("number", number), Fact("type", kind)]
        facts += [Fact("country", groups[0])] if groups else []
        facts += [Fact("authority", name) for name in (*groups[1:], tail["place"]) if name]
        dates = {"startDate": tail["issued"], "endDate": tail["expires"] or tail["until"]}
        for name, value in dates.items():
            if value is not None and (day := edtf(value)) is not None:
                facts.append(Fact(name, day))
        tag = "-".join([schema.lower(), slug(number), *(slug(group) for group in groups[:1])])
        return Reading((Fact(prop, number),), (Node(schema, tag, "holder", tuple(facts)),))

    return rule


def imo_or(prop: str, kind: str) -> Rule:
    """A number of the maritime organization where it says `IMO`, else a numbered paper."""
    otherwise = document(prop, kind)

    def rule(rest: str, alternative: bool) -> Reading | None:
        found = _IMO.match(rest)
        if found is None:
            return otherwise(rest, alternative)
        return Reading((Fact("imoNumber", f"IMO{found[1]}"),))

    return rule


def imo_number(rest: str, alternative: bool) -> Reading | None:
    """Seven figures, with or without `IMO`, with or without parentheses."""
    found = re.search(r"\b\d{7}\b", rest)
    return Reading((Fact("imoNumber", f"IMO{found[0]}"),)) if found else None


def identifier(prop: str, qualifier: str = "") -> Rule:
    """A number or code of the party, with nothing else said of it."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        value = rest.strip(": ")
        return Reading((Fact(prop, value, qualifier),)) if re.search(r"[\w]{2}", value) else None

    return rule


def link(role: str, tag: str) -> Rule:
    """A tie to a party that is named; whether that is an entry is looked up later."""

    def rule(rest: str, alternative: bool) -> Reading | None:
        name = rest.lstrip(":").strip()
        if not name:
            return None
        facts = (Fact("role", role),)
        return Reading(nodes=(Node("UnknownLink", tag, "subject", facts, other=name),))

    return rule


def wallet(rest: str, alternative: bool) -> Reading | None:
    """`- CUR address`."""
    words = rest.lstrip("-: ").split()
    if len(words) != 2 or not words[0].isalnum():
        return None
    currency, key = words
    facts = (Fact("publicKey", key), Fact("currencySymbol", currency))
    return Reading(nodes=(Node("CryptoWallet", f"wallet-{slug(key)}", "holder", facts),))


def directive_date(prop: str, qualifier: str = "") -> Rule:
    """`(EO 14024 Directive 3): 24 Feb 2022`: a date of one measure against the party.

    The measure is named in parentheses; `CMIC` is the programme tagged `CMIC-EO13959`.
    """

    def rule(rest: str, alternative: bool) -> Reading | None:
        found = _SCOPE.match(rest)
        day = edtf(found[2]) if found else None
        if found is None or day is None:
            return None
        measure = {"CMIC": "CMIC-EO13959"}.get(found[1], found[1])
        facts = (Fact("program", measure), Fact(prop, day, qualifier))
        return Reading(nodes=(Node("Sanction", f"sanction-{slug(measure)}", "entity", facts),))

    return rule
