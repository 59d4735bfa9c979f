"""Clean names: parties that are not listed, on which every alert is work for nothing.

- `recombined persons`: hard negatives, put together from names of the list itself, so that every
  word is a listed one and no listed name holds them together.
- `near-duplicate organizations`: a listed organization's name with another first word; the
  hardest negatives of all, since the rest of the name agrees.
- `common names`: given and family names of eight cultures.
- `namesakes`: those among the common names that a listed person's name holds in full. An alert on
  them is right, and by the name alone nobody can tell them apart; they are counted by themselves.
- `own file`: the user's own parties; none of them is printed, only its reference or line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from interdict.errors import InvalidInput
from interdict.lab.draws import random_for
from interdict.lab.generators.tables import cultures
from interdict.lab.probes import Plan
from interdict.lab.subjects import Subject
from interdict.model.match import Party
from interdict.screening.parties_file import PartiesFile, PartyRow
from interdict.text.normalize import fold

PERSONS = "recombined persons"
ORGANISATIONS = "near-duplicate organizations"
COMMON = "common names"
NAMESAKES = "namesakes"
OWN = "own file"

KINDS = {
    PERSONS: "Given name of one listed person, family name of another: hard negatives.",
    ORGANISATIONS: "The first word of one listed organization's name, the rest of another's.",
    COMMON: "Common given and family names of eight cultures, the same number of each.",
    NAMESAKES: "Common names that a listed person has too: these have to alert.",
    OWN: "The parties of the file given with --clean.",
}

_TRIES = 40
"""Draws for one clean name before the list is taken to be too small for another."""


@dataclass(frozen=True, slots=True)
class CleanName:
    """One party that is not listed. `label` is how reports call it; `group` its culture, if any."""

    kind: str
    label: str
    party: Party
    group: str = ""


def clean_names(
    subjects: Sequence[Subject], plan: Plan, own: PartiesFile | None = None
) -> list[CleanName]:
    """The clean names of a plan, by kind; fewer where the list is too small to recombine."""
    found = [
        *_recombined(subjects, plan, PERSONS),
        *_recombined(subjects, plan, ORGANISATIONS),
        *sorted(_common(subjects, plan), key=lambda name: name.kind == NAMESAKES),
    ]
    if own is not None:
        found.extend(_own(own))
    return [_shown(name, plan) for name in found]


def _shown(name: CleanName, plan: Plan) -> CleanName:
    """Without the kind of party, where the plan asks by name alone."""
    if plan.states_schema:
        return name
    return replace(name, party=replace(name.party, schema=None))


def _recombined(subjects: Sequence[Subject], plan: Plan, kind: str) -> Iterator[CleanName]:
    heads, tails, schema = _pieces(subjects, kind)
    if len(heads) < 2:
        return
    held = _Held(subjects)
    seen: set[str] = set()
    for number in range(plan.clean):
        random = random_for(plan.seed, "clean", kind, str(number))
        for _ in range(_TRIES):
            name = _combined(heads, tails, random)
            if name is not None and fold(name) not in seen and not held.together(name):
                seen.add(fold(name))
                yield CleanName(kind, name, Party((name,), schema=schema))
                break


def _pieces(subjects: Sequence[Subject], kind: str) -> tuple[list[str], list[str], str]:
    """First parts, last parts (at the same place: of the same party), and the kind of party."""
    heads, tails = [], []
    for subject in sorted(subjects, key=lambda one: one.id):
        parts = subject.given_and_family
        if kind == PERSONS and parts is not None:
            heads.append(parts[0].split()[0])
            tails.append(parts[1])
        elif kind == ORGANISATIONS and subject.is_organisation and len(subject.words) > 2:
            heads.append(subject.words[0])
            tails.append(" ".join(subject.words[1:]))
    return heads, tails, "Person" if kind == PERSONS else "Organization"


def _combined(heads: Sequence[str], tails: Sequence[str], random: Random) -> str | None:
    first, second = random.randrange(len(heads)), random.randrange(len(tails))
    return None if first == second else f"{heads[first]} {tails[second]}"


class _Held:
    """Which listed names hold a word; says whether one name holds several words together."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._postings: dict[str, set[int]] = defaultdict(set)
        names = (name for subject in subjects for name in subject.all_names)
        for number, name in enumerate(names):
            for word in fold(name).split():
                self._postings[word].add(number)

    def together(self, name: str) -> bool:
        """True if one listed name holds every word of this one: a true combination."""
        rows = [self._postings.get(word, set()) for word in fold(name).split()]
        return bool(rows) and bool(set.intersection(*rows))


def _common(subjects: Sequence[Subject], plan: Plan) -> Iterator[CleanName]:
    """Distinct names, culture by culture in turn; namesakes of listed persons marked as such."""
    held = _Held([subject for subject in subjects if subject.is_person])
    table = cultures()
    seen: set[str] = set()
    for number in range(plan.clean):
        culture = list(table)[number % len(table)]
        given, family = table[culture]
        random = random_for(plan.seed, "clean", COMMON, str(number))
        for _ in range(_TRIES):
            parts = [random.choice(given), random.choice(family)]
            name = " ".join(parts[::-1] if culture == "chinese" else parts)
            if name not in seen:
                seen.add(name)
                kind = NAMESAKES if held.together(name) else COMMON
                yield CleanName(kind, name, Party((name,), schema="Person"), culture)
                break


def _own(file: PartiesFile) -> Iterator[CleanName]:
    """Every readable row; broken rows are passed over, as a screening reports them itself.

    Raises:
        InvalidInput: if no row can be read: an alert rate would be told of nobody.
    """
    found = False
    for row in file.rows():
        if isinstance(row, PartyRow) and row.party.names:
            reference = row.party.reference
            label = f"{reference} (line {row.line})" if reference else f"line {row.line}"
            yield CleanName(OWN, label, row.party)
            found = True
    if not found:
        raise InvalidInput(f"{file.path}: no row holds a party that can be screened.")
