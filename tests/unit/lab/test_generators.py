"""Each kind of error on names of our own invention."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from rapidfuzz.distance import Levenshtein

from interdict.lab.catalog import MANIPULATIONS, Manipulation
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
from interdict.text.normalize import fold

ORSIN = Subject(
    "x-1",
    "Person",
    "Orsin Veldt KARVAN MORALES",
    listed="KARVAN MORALES, Orsin Veldt",
    aliases=("Orsin QARVAN",),
    weak_aliases=("THE FERRYMAN", "Orsin QARVAN"),
    former_names=("Orsin DELVE",),
    birth_dates=("circa", "1970", "1970-03-07"),
)
FREIGHT = Subject("x-2", "Company", "AL-TIDAL FREIGHT CENTRE 12, S.A. DE C.V.")
PYOTR = Subject("x-3", "Person", "Pyotr Ilyich SHCHERBIN", "SHCHERBIN, Pyotr Ilyich")
YUSUF = Subject("x-4", "Person", "Yusuf Muhammad AL-HASSAN", "AL-HASSAN, Yusuf Muhammad")
JOSE = Subject("x-5", "Person", "Jose Ramon PENA", "PENA, Jose Ramon", countries=frozenset({"mx"}))

Alter = Callable[[Subject, Random], str | None]


def outcomes(alter: Alter, subject: Subject, n: int = 60) -> set[str | None]:
    """What a kind makes of a subject over many seeds."""
    return {alter(subject, Random(seed)) for seed in range(n)}


@pytest.mark.parametrize(
    ("alter", "subject", "expected"),
    [
        (writing.exact, ORSIN, {"Orsin Veldt KARVAN MORALES"}),
        (writing.listed_order, ORSIN, {"KARVAN MORALES, Orsin Veldt"}),
        (writing.family_first, ORSIN, {"KARVAN MORALES Orsin Veldt"}),
        (
            writing.other_case,
            ORSIN,
            {
                "orsin veldt karvan morales",
                "ORSIN VELDT KARVAN MORALES",
                "Orsin Veldt Karvan Morales",
            },
        ),
        (writing.punctuation_dropped, FREIGHT, {"ALTIDAL FREIGHT CENTRE 12 SA DE CV"}),
        (writing.punctuation_spaced, FREIGHT, {"AL TIDAL FREIGHT CENTRE 12 S A DE C V"}),
        (writing.diacritics_added, JOSE, {"José Ramón PEÑA"}),
        (writing.joined_words, ORSIN, {"OrsinVeldtKARVANMORALES"}),
        (
            writing.joined_pair,
            JOSE,
            {"JoseRamon PENA", "Jose RamonPENA"},
        ),
        (writing.truncated, FREIGHT, {"AL-TIDAL FREIGHT CENTRE 12, S.A. DE"}),
        (words.initials, ORSIN, {"O V KARVAN MORALES", "O. V. KARVAN MORALES"}),
        (words.middle_initial, ORSIN, {"Orsin V K MORALES"}),
        (words.first_and_last, ORSIN, {"Orsin MORALES"}),
        (words.first_family_name, ORSIN, {"Orsin KARVAN"}),
        (words.particles_dropped, YUSUF, {"Yusuf Muhammad HASSAN"}),
        (words.legal_form_dropped, FREIGHT, {"AL-TIDAL FREIGHT CENTRE 12"}),
        (sounds.other_spelling, FREIGHT, {"AL-TIDAL FREIGHT CENTER 12, S.A. DE C.V."}),
        (sounds.number_words, FREIGHT, {"AL-TIDAL FREIGHT CENTRE TWELVE S.A. DE C.V."}),
        (scripts.cyrillic_script, PYOTR, {None}),
        (scripts.arabic_script, YUSUF, {"يوسف محمد الحسن"}),
        (other_names.strong_alias, ORSIN, {"Orsin QARVAN"}),
        (other_names.weak_alias, ORSIN, {"THE FERRYMAN"}),
        (other_names.former_name, ORSIN, {"Orsin DELVE"}),
        (birth_dates.same_day, ORSIN, {"1970-03-07"}),
        (birth_dates.year_alone, ORSIN, {"1970"}),
        (birth_dates.day_and_month_swapped, ORSIN, {"1970-07-03"}),
        (birth_dates.year_off_by_one, ORSIN, {"1969-03-07", "1971-03-07"}),
        (birth_dates.day_off_by_one, ORSIN, {"1970-03-06", "1970-03-08"}),
    ],
)
def test_a_kind_gives_what_it_stands_for(
    alter: Alter, subject: Subject, expected: set[str | None]
) -> None:
    """Everything it can give over many seeds, and nothing else."""
    assert outcomes(alter, subject) == expected


def test_a_russian_name_is_written_back_and_romanised_otherwise() -> None:
    """By a patronymic it is known as Russian; four standards give other spellings."""
    ivan = Subject("x-6", "Person", "Ilya Petrovich ZHUKOV", "ZHUKOV, Ilya Petrovich")
    assert scripts.cyrillic_script(ivan, Random(1)) == "Илья Петрович Жуков"
    spelt = outcomes(scripts.cyrillic_romanised, ivan)
    assert "Ilja Petrowitsch Schukow" in spelt
    assert "Ilia Petrovitch Joukov" in spelt


def test_a_listed_native_name_is_asked_as_it_stands() -> None:
    """And is the base of other romanisations, instead of a name written back."""
    both = Subject("x-7", "Person", "Orsin Zhukov", native=("Орсин Жуков",))
    assert scripts.native_script(both, Random(1)) == "Орсин Жуков"
    assert scripts.cyrillic_script(both, Random(1)) is None
    assert "Orsin Schukow" in outcomes(scripts.cyrillic_romanised, both)


def test_edits_stay_within_their_number() -> None:
    """One edit in one word, at most two in one word, exactly one in every word of three letters."""
    for seed in range(200):
        one = slips.one_edit(ORSIN, Random(seed))
        two = slips.two_edits(ORSIN, Random(seed))
        every = slips.edit_every_word(ORSIN, Random(seed))
        assert one is not None
        assert every is not None
        assert Levenshtein.distance(ORSIN.name, one) == 1
        assert two is None or 1 <= Levenshtein.distance(ORSIN.name, two) <= 2
        pairs = zip(ORSIN.words, every.split(), strict=True)
        assert [Levenshtein.distance(a, b) for a, b in pairs] == [1, 1, 1, 1]


def test_slips_are_the_slips_they_are_named_after() -> None:
    """Swapped neighbours keep the letters; a doubled letter keeps the sequence of letters."""
    for seed in range(100):
        swapped = slips.swapped_letters(ORSIN, Random(seed))
        assert swapped is not None
        assert sorted(swapped.lower()) == sorted(ORSIN.name.lower())
        assert swapped != ORSIN.name
        doubled = slips.doubled_letter(ORSIN, Random(seed))
        assert doubled is not None
        assert abs(len(doubled) - len(ORSIN.name)) == 1
        key = slips.keyboard_slip(ORSIN, Random(seed))
        assert key is not None
        assert Levenshtein.distance(ORSIN.name, key) == 1
        assert len(key) == len(ORSIN.name)


def test_words_are_added_and_left_out_one_at_a_time() -> None:
    """An extra word keeps all others; a dropped one leaves the rest in order."""
    for seed in range(60):
        longer = words.extra_word(ORSIN, Random(seed))
        shorter = words.dropped_word(ORSIN, Random(seed))
        assert longer is not None
        assert shorter is not None
        assert len(longer.split()) == 5
        assert [w for w in longer.split() if w in ORSIN.words] == ORSIN.words
        assert len(shorter.split()) == 3
        assert [w for w in ORSIN.words if w in shorter.split()] == shorter.split()


@pytest.mark.parametrize("kind", MANIPULATIONS, ids=lambda kind: kind.key)
def test_every_kind_says_what_it_stands_for(kind: Manipulation) -> None:
    """One line of prose that the report prints."""
    purpose = kind.purpose
    assert len(purpose) > 25
    assert purpose.endswith(".")


@pytest.mark.parametrize("kind", MANIPULATIONS, ids=lambda kind: kind.key)
def test_no_kind_breaks_on_a_short_or_strange_name(kind: Manipulation) -> None:
    """Registrations of aircraft, single letters, other scripts: a text or nothing."""
    for name in ("X", "12", "Q-1", "A B", "Ж", "..", "李", "O'", "al- al-", "ß Ð ł"):
        for schema in ("Person", "Company", "Airplane"):
            subject = Subject("x", schema, name, birth_dates=("2000-02-29",))
            made = kind.alter(subject, Random(3))
            assert made is None or isinstance(made, str)


def test_nothing_is_made_where_it_makes_no_sense() -> None:
    """No initials for companies, no legal form for persons, no accents on a plain name."""
    assert words.initials(FREIGHT, Random(1)) is None
    assert words.legal_form_dropped(ORSIN, Random(1)) is None
    assert writing.diacritics_dropped(ORSIN, Random(1)) is None
    assert sounds.nickname(FREIGHT, Random(1)) is None
    assert fold(writing.diacritics_dropped(Subject("x", "Person", "Łucja Ñ"), Random(1)) or "") == (
        "lucja n"
    )


@pytest.mark.parametrize("slip", [slips.one_edit, slips.edit_every_word, slips.keyboard_slip])
def test_numbers_and_marks_are_not_edited(slip: Callable[[Subject, Random], str | None]) -> None:
    """Another number is another thing; a name that is nothing else has no such test."""
    for seed in range(20):
        assert slip(Subject("x", "Airplane", "EP-MNG"), Random(seed)) is None
        assert slip(Subject("x", "Vessel", "2656 480"), Random(seed)) is None
        assert (slip(FREIGHT, Random(seed)) or " 12,").count(" 12,") == 1
