"""Every kind of test name, in the order in which reports print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from interdict.errors import InvalidInput
from interdict.lab.generators import (
    birth_dates,
    other_names,
    scripts,
    slips,
    sounds,
    words,
    writing,
)
from interdict.lab.subjects import Subject

Alter = Callable[[Subject, Random], str | None]

CONTROL = "control"
"""Family of the names exactly as listed: all of them have to be found, or a reason be written."""

BY_POLICY = "weak_alias"
"""The one kind that is not expected to alert: it is reported, and left out of averages."""


@dataclass(frozen=True, slots=True)
class Manipulation:
    """One kind of test name. `alters` says what `alter` gives: a `name` or a `birth_date`."""

    key: str
    title: str
    family: str
    alter: Alter
    alters: str = "name"

    @property
    def purpose(self) -> str:
        """What in the real world it stands for: the first line of the function's docstring."""
        return (self.alter.__doc__ or "").strip().splitlines()[0]

    @property
    def is_control(self) -> bool:
        """True for names exactly as listed."""
        return self.family == CONTROL


_ROWS: tuple[tuple[str, str, Alter, str], ...] = (
    (CONTROL, "exact", writing.exact, "name"),
    (CONTROL, "listed order", writing.listed_order, "name"),
    (CONTROL, "strong alias", other_names.strong_alias, "name"),
    (CONTROL, "former name", other_names.former_name, "name"),
    (CONTROL, "native script", scripts.native_script, "name"),
    (CONTROL, "birth date agrees", birth_dates.same_day, "birth_date"),
    ("order and form", "family name first", writing.family_first, "name"),
    ("order and form", "shuffled order", writing.shuffled, "name"),
    ("order and form", "case", writing.other_case, "name"),
    ("order and form", "punctuation dropped", writing.punctuation_dropped, "name"),
    ("order and form", "punctuation as spaces", writing.punctuation_spaced, "name"),
    ("order and form", "accents dropped", writing.diacritics_dropped, "name"),
    ("order and form", "accents added", writing.diacritics_added, "name"),
    ("order and form", "all words joined", writing.joined_words, "name"),
    ("order and form", "two words joined", writing.joined_pair, "name"),
    ("order and form", "word split", writing.split_word, "name"),
    ("order and form", "cut at 35 characters", writing.truncated, "name"),
    ("order and form", "listed order, cut at 35", writing.truncated_listed, "name"),
    ("words", "first and last only", words.first_and_last, "name"),
    ("words", "first family name", words.first_family_name, "name"),
    ("words", "dropped word", words.dropped_word, "name"),
    ("words", "extra word", words.extra_word, "name"),
    ("words", "initials", words.initials, "name"),
    ("words", "middle initial", words.middle_initial, "name"),
    ("words", "particles dropped", words.particles_dropped, "name"),
    ("words", "particle added", words.particle_added, "name"),
    ("words", "title added", words.title_added, "name"),
    ("words", "noise word", words.noise_word, "name"),
    ("words", "legal form dropped", words.legal_form_dropped, "name"),
    ("words", "legal form respelt", words.legal_form_respelled, "name"),
    ("slips", "1 edit in one word", slips.one_edit, "name"),
    ("slips", "1 edit in every word", slips.edit_every_word, "name"),
    ("slips", "2 edits in one word", slips.two_edits, "name"),
    ("slips", "letters swapped", slips.swapped_letters, "name"),
    ("slips", "keyboard slip", slips.keyboard_slip, "name"),
    ("slips", "misread letters", slips.misread_letters, "name"),
    ("slips", "double letter", slips.doubled_letter, "name"),
    ("sounds", "phonetic respelling", sounds.phonetic_respelling, "name"),
    ("sounds", "vowel change", sounds.vowel_change, "name"),
    ("sounds", "nickname", sounds.nickname, "name"),
    ("sounds", "British or American", sounds.other_spelling, "name"),
    ("sounds", "number words", sounds.number_words, "name"),
    ("scripts", "Cyrillic script", scripts.cyrillic_script, "name"),
    ("scripts", "Cyrillic, other standard", scripts.cyrillic_romanised, "name"),
    ("scripts", "Arabic script", scripts.arabic_script, "name"),
    ("scripts", "Arabic, other spelling", scripts.arabic_romanised, "name"),
    ("birth dates", "year alone", birth_dates.year_alone, "birth_date"),
    ("birth dates", "day and month swapped", birth_dates.day_and_month_swapped, "birth_date"),
    ("birth dates", "year off by one", birth_dates.year_off_by_one, "birth_date"),
    ("birth dates", "day off by one", birth_dates.day_off_by_one, "birth_date"),
    ("policy", "weak alias alone", other_names.weak_alias, "name"),
)

MANIPULATIONS: tuple[Manipulation, ...] = tuple(
    Manipulation(getattr(alter, "__name__", title), title, family, alter, alters)
    for family, title, alter, alters in _ROWS
)

FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(one.family for one in MANIPULATIONS))


def manipulations(keys: Iterable[str] | None = None) -> tuple[Manipulation, ...]:
    """Those kinds, in the order of the catalogue; all of them for None.

    Raises:
        InvalidInput: if there is no kind of that name.
    """
    if keys is None:
        return MANIPULATIONS
    wanted = {key.strip().lower().replace(" ", "_").replace("-", "_") for key in keys}
    known = {one.key for one in MANIPULATIONS}
    unknown = sorted(wanted - known)
    if unknown:
        raise InvalidInput(f"no kind of test {unknown[0]!r}. Known: {', '.join(sorted(known))}.")
    return tuple(one for one in MANIPULATIONS if one.key in wanted)
