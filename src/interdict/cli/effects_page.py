"""Legal effects on one screen: who may not do what, since when, on what basis and what proof.

Pure: answers in, lines out. What is cut short here stands whole under `effects --full`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from interdict.cli.words import (
    citations_in_words,
    name_in_words,
    proof_in_words,
    reward_in_words,
    state_in_words,
)
from interdict.regimes.beside import IS_NOT, Beside
from interdict.regimes.effects import NOT_LEGAL_ADVICE, EffectState, EffectStatus
from interdict.regimes.known import Regimes
from interdict.regimes.regime import Regime
from interdict.regimes.rewards import superseded_in_words
from interdict.regimes.vocabulary import ADDRESSEES, DUTIES
from interdict.text.normalize import fold

if TYPE_CHECKING:
    from interdict.workspace.record import Effects

WIDTH = 100
"""Columns that a page takes at most."""

_HEADINGS = {
    "prohibited": "Prohibited",
    "required": "Required",
    "possible": "Possible (what may follow, or an authority may do)",
}
_QUIET = (EffectState.NOT_IN_FORCE, EffectState.NOT_COVERED)
"""Statuses under which an effect is only named."""

_PLACE = 24
"""Columns that a source's name has at least, before it is cut."""

_PROVISIONS = 6
"""Provisions that are cited of one rule at most; `--full` has all."""

_ORDER = tuple(EffectState)
_SENTENCE_END = re.compile(r"(?<=[a-z])[.:;] ")
_MARKS = {"A": "A", "B": "B secondary", "C": "C press", "U": "U unverified"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page; `style` as Rich knows it."""

    text: str
    style: str | None = None


def page(
    caption: str,
    as_of: date,
    addressee: str | None,
    found: Sequence[Effects],
    around: Sequence[Beside],
    regimes: Regimes,
    *,
    width: int = WIDTH,
    asked: str = "",
) -> list[Line]:
    """The whole answer: designations, effects by duty, deadlines, limits, what stands beside.

    `asked` is the folded name that was asked for: one that an amendment added counts from its
    own day, and so do the effects for whoever deals under that name.
    """
    writer = _Writer(width)
    whom = f" for {addressee} ({ADDRESSEES[addressee].title})" if addressee else ""
    writer.wrapped(f"{caption} on {as_of}: legal effects{whom}", 0, "bold")
    if not found:
        writer.wrapped("no designation is known on that date", 2)
    for one in found:
        _designation(writer, one)
        for name in one.state.names:
            if fold(name.name) == asked:
                writer.wrapped(f"the name {name.name!r}: {name_in_words(name)}", 4, "yellow")
    statuses = [status for one in found for status in one.effects]
    for duty in DUTIES:
        _duty(writer, duty, [s for s in statuses if s.duty == duty], addressee)
    _not_in_force(writer, statuses)
    _deadlines(writer, statuses)
    known = [regimes[one.designation.programme] for one in found if not one.missing]
    _limits(writer, known)
    _contested(writer, known)
    _beside(writer, around)
    if statuses:
        writer.wrapped(_legend(statuses), 0)
    writer.wrapped(NOT_LEGAL_ADVICE, 0, "italic")
    return writer.lines


class _Writer:
    """Lines of a width; texts are folded between words."""

    def __init__(self, width: int) -> None:
        self.width = max(40, width)
        self.lines: list[Line] = []

    def line(self, text: str, style: str | None = None) -> None:
        self.lines.append(Line(text, style))

    def wrapped(self, text: str, indent: int, style: str | None = None) -> None:
        for piece in textwrap.wrap(
            text,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        ):
            self.line(piece, style)

    def sides(self, left: str, right: str, indent: int) -> None:
        """Two texts at both ends of a line; below each other where there is no room."""
        room = self.width - indent - len(left) - 2
        if len(right) <= room:
            self.line(f"{' ' * indent}{left}  {right:>{room}}")
        else:
            self.wrapped(left, indent)
            self.wrapped(right, indent + 2)


def _designation(writer: _Writer, one: Effects) -> None:
    head = f"{one.designation.programme}: {state_in_words(one.state)}"
    places = citations_in_words(one.state.citations).splitlines()
    if places:
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        room = writer.width - len(head) - len(more) - len("  , by ")
        place = places[0].partition(" [")[0]  # the characters stand under `show`
        if len(place) > room >= _PLACE:
            place = f"{place[: room - 3].rstrip()}..."
        head += f", by {place}{more}"
    writer.wrapped(head, 2)
    if one.missing:
        writer.wrapped("this programme's effects are not in this version as data", 4)


# -- effects -----------------------------------------------------------------------------------


def _duty(
    writer: _Writer, duty: str, statuses: Sequence[EffectStatus], addressee: str | None
) -> None:
    """One heading for each status under which something of the duty stands."""
    found: dict[EffectState, list[list[EffectStatus]]] = {}
    for same in _same_rule(statuses):
        found.setdefault(same[0].status, []).append(same)
    for status in EffectState:
        if status in found:
            writer.line(f"{_HEADINGS[duty]}: {_worded(status)}", "bold")
            for same in found[status]:
                _effect(writer, same, addressee)


def _same_rule(statuses: Sequence[EffectStatus]) -> Iterator[list[EffectStatus]]:
    """What several programmes bring about alike, together; what binds most comes first."""
    found: dict[str, list[EffectStatus]] = {}
    for status in sorted(statuses, key=lambda s: _ORDER.index(s.status)):
        if status.status not in _QUIET:
            found.setdefault(status.effect.title, []).append(status)
    yield from found.values()


def _worded(status: EffectState) -> str:
    return "due, unconfirmed" if status is EffectState.DUE_UNCONFIRMED else _spaced(status.value)


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _effect(writer: _Writer, same: Sequence[EffectStatus], addressee: str | None) -> None:
    heading = same[0].status
    since = dict.fromkeys(_since(one, heading) for one in same)
    writer.sides(same[0].effect.title, "; ".join(since), 2)
    rules: dict[tuple[str, ...], list[EffectStatus]] = {}
    for one in same:
        rules.setdefault(one.effect.legal_basis, []).append(one)
    for basis, by_it in rules.items():
        keys = dict.fromkeys(one.regime_key for one in by_it)
        under = f"{', '.join(keys)}: " if len(rules) > 1 else ""
        bound = dict.fromkeys(one.effect.addressee for one in by_it)
        whom = [name for name in bound if name != addressee]
        proofs = dict.fromkeys(
            f"{proof_in_words(one.effect.grade)} {one.effect.source}" for one in by_it
        )
        parts = [under + cited(basis), *([", ".join(whom)] if whom else []), "; ".join(proofs)]
        writer.wrapped(" · ".join(parts), 4)
    for text in dict.fromkeys(text for one in same for text in _cautions(one)):
        writer.wrapped(text, 4, "yellow")


def _since(status: EffectStatus, heading: EffectState) -> str:
    """From when an effect holds, under what; its status where the heading is about another."""
    other = "" if status.status is heading else f"{_worded(status.status)}, "
    if status.until is not None:
        day = f"until {status.until} "
    elif status.status in (EffectState.PENDING, EffectState.DUE_UNCONFIRMED):
        day = f"expected {status.expected} " if status.expected else ""
    else:
        day = f"since {_on_or_before(status.from_)} " if status.from_ else ""
    return f"{other}{day}{status.regime_key}"


def _on_or_before(edtf: str) -> str:
    return f"on or before {edtf[3:]}" if edtf.startswith("../") else edtf


def _cautions(status: EffectStatus) -> Iterator[str]:
    if status.before_from:
        yield f"Before force: an order may bind since {status.before_from[3:]} at the latest"
    elif status.effect.before_force and status.status is EffectState.PENDING:
        yield "Before force: an order may bind whom it reaches"
    yield from status.cautions


def cited(provisions: Sequence[str]) -> str:
    """Provisions in a row; the words that begin the one before are not said again."""
    parts: list[str] = []
    before = ""
    for provision in provisions[:_PROVISIONS]:
        head, _, number = provision.rpartition(" ")
        if head and head == before and number[:1].isdigit():
            parts.append(f", {number}")
        else:
            parts.append(f"{'; ' if parts else ''}{provision}")
        before = head
    more = len(provisions) - _PROVISIONS
    return "".join(parts) + (f" and {more} more" if more > 0 else "")


def _not_in_force(writer: _Writer, statuses: Sequence[EffectStatus]) -> None:
    """Effects of programmes that do not hold on the day, by name alone."""
    quiet: dict[tuple[EffectState, str], list[str]] = {}
    for status in statuses:
        if status.status in _QUIET:
            titles = quiet.setdefault((status.status, status.regime_key), [])
            titles.append(status.effect.title)
    for (state, key), titles in quiet.items():
        writer.wrapped(
            f"{_spaced(state.value).capitalize()}, {key}: {'; '.join(dict.fromkeys(titles))}", 0
        )


def _deadlines(writer: _Writer, statuses: Sequence[EffectStatus]) -> None:
    """Deadlines of the duties in force; what falls on one day stands on one line."""
    days: dict[tuple[date, date | None], dict[str, None]] = {}
    for status in statuses:
        yearly = {d.what for d in status.effect.deadlines if d.yearly is not None}
        for due in status.due:
            counted_on = None if due.what in yearly else due.counted_on
            days.setdefault((due.by, counted_on), {})[due.what] = None
    if days:
        writer.line(
            "Deadlines for what happens on a day (10 business days leave out US federal holidays)",
            "bold",
        )
    for (by, counted_on), whats in sorted(days.items(), key=lambda item: item[0][0]):
        event = f", if on {counted_on}" if counted_on else ""
        writer.wrapped(f"by {by}{event}: {'; '.join(whats)}", 2)


# -- limits ------------------------------------------------------------------------------------


def _limits(writer: _Writer, regimes: Sequence[Regime]) -> None:
    """What the designations do not do; the reasons that follow are left to `--full`."""
    found: dict[str, dict[str, str]] = {}
    for regime in regimes:
        for absent in regime.does_not:
            found.setdefault(_head(absent.text), {})[regime.key] = absent.grade
    if found:
        writer.line("Does not", "bold")
    for text, grades in found.items():
        writer.wrapped(f"{text} ({', '.join(grades)}; {_MARKS[max(grades.values())]})", 2)


def _head(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0].rstrip(".")


def _contested(writer: _Writer, regimes: Iterable[Regime]) -> None:
    questions = list(dict.fromkeys(question for r in regimes for question in r.contested))
    for contested in questions:
        writer.line(f"Contested: {contested.question}", "bold")
        for reading in contested.readings:
            text = f"{reading.who} [{_MARKS[reading.grade]}]: {reading.says}"
            writer.wrapped(textwrap.shorten(text, 2 * writer.width - 12, placeholder=" ..."), 2)


def _beside(writer: _Writer, around: Sequence[Beside]) -> None:
    if around:
        writer.line("Beside it, and no designation", "bold")
    for kind in dict.fromkeys(one.kind for one in around):
        same = [one for one in around if one.kind == kind]
        writer.wrapped(f"{IS_NOT[kind].capitalize()}:", 2)
        for one in same:
            words = f'"{one.quote}"' if one.quote else one.what.replace("_", " ")
            if one.amount is not None and not one.quote:
                words += f", {reward_in_words(one)}"
            elif one.supersedes:
                words += f" (in place of {superseded_in_words(one.supersedes)})"
            place = f", {one.source}" + (f" [{one.start}:{one.end}]" if one.end else "")
            text = f"{one.on or 'not dated'}  {one.by or 'not named'}: {words}"
            writer.wrapped(f"{text}{place}", 4)


def _legend(statuses: Sequence[EffectStatus]) -> str:
    """What the grades mean, and how old the checks are that they stand for."""
    days = sorted({s.effect.verified_on for s in statuses if s.effect.verified_on})
    checked = "" if not days else f", last checked {days[0]}"
    checked += f" to {days[-1]}" if len(days) > 1 else ""
    return f"Law: read in the law itself{checked}. Texts, exceptions, penalties, sources: --full."
