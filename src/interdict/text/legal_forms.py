"""Legal forms of companies: variants to one canonical form, and forms to classes.

`GmbH`, `Gesellschaft mit beschränkter Haftung` and `m.b.H.` are one form; `GmbH`, `LLC` and
`d.o.o.` are of one class. The forms and their source are in `data/legal_forms.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from interdict.text.one_edit import OneEdit
from interdict.text.tables import lines_of

_LONG = 5
"""Letters from which a word may be misspelt, or stand for its form in part."""

_NOT_FORMS = frozenset(
    """
    capital variable shares federal state enterprise society unitary freezone druzba autonomous
    organization organizatsiya profit commercial association verein
    """.split()
)
"""Words of legal forms that mean something else where they stand alone."""


@dataclass(frozen=True, slots=True)
class LegalForms:
    """The table: variant to canonical form, and what is needed to find variants in a name.

    `longest` counts words, letters of short words apart; `openings` are the words (or first
    letters) with which a variant may begin.
    """

    canonical: dict[str, str]
    classes: dict[str, str]
    longest: int
    openings: frozenset[str]


@cache
def legal_forms() -> LegalForms:
    """The table, read once."""
    forms: dict[str, str] = {}
    classes: dict[str, str] = {}
    kind = ""
    for line in lines_of("legal_forms.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        canonical, _, variants = line.partition("=")
        classes[canonical.strip()] = kind
        for variant in variants.split("|"):
            forms.setdefault(variant.strip(), canonical.strip())
    longest = max(sum(len(word) if len(word) < 4 else 1 for word in form.split()) for form in forms)
    openings = {form.split()[0] for form in forms}
    openings |= {opening[0] for opening in openings if len(opening) < 6}
    return LegalForms(forms, classes, longest, frozenset(openings))


def legal_class(form: str) -> str:
    """The class of a canonical form (`limited`, `joint_stock`, ...); empty if it is none."""
    return legal_forms().classes.get(form, "")


def form_at(words: list[str], at: int) -> tuple[str, int] | None:
    """The canonical form that starts at a word, and how many words it takes; the longest wins.

    Letters that stand alone are read as written together: `s a` is `sa`.
    """
    table = legal_forms()
    for n_words in range(min(table.longest, len(words) - at), 0, -1):
        run = words[at : at + n_words]
        spoken = " ".join(run)
        if spoken in table.canonical:
            return table.canonical[spoken], n_words
        if n_words > 1 and any(len(word) == 1 for word in run):
            joined = _letters_joined(run)
            if joined in table.canonical:
                return table.canonical[joined], n_words
    return None


def _letters_joined(words: list[str]) -> str:
    """`s a de c v` as `sa de cv`."""
    groups: list[str] = []
    open_group = False
    for word in words:
        if len(word) == 1 and open_group:
            groups[-1] += word
        else:
            groups.append(word)
        open_group = len(word) == 1
    return " ".join(groups)


@cache
def form_words() -> frozenset[str]:
    """Words that say form even where the rest of it is missing or shuffled (`sociedad`)."""
    words = {word for form in legal_forms().canonical for word in form.split() if " " in form}
    return frozenset(word for word in words if len(word) >= _LONG) - _NOT_FORMS


@lru_cache(maxsize=65_536)
def misspelt_form(word: str) -> str | None:
    """The canonical form that a word of five letters or more misspells by one edit, if any."""
    if len(word) < _LONG:
        return None
    near = _near_forms().near(word)
    return _long_forms()[near[0]] if near else None


@cache
def _near_forms() -> OneEdit:
    return OneEdit(_long_forms())


@cache
def _long_forms() -> dict[str, str]:
    """Single words of legal forms that are long enough to be misspelt -> canonical form."""
    table = legal_forms().canonical
    forms = {form: text for form, text in table.items() if " " not in form}
    forms |= {word: forms.get(word, word) for word in form_words()}
    return {form: text for form, text in sorted(forms.items()) if len(form) > _LONG}
