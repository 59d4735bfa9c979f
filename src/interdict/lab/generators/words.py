"""Words missing, added or shortened: initials, particles, titles, legal forms, noise."""

from __future__ import annotations

from random import Random

from interdict.lab.generators.letters import like, n_letters, replaced
from interdict.lab.generators.tables import given_names, legal_forms
from interdict.lab.subjects import Subject

_PARTICLES = frozenset(
    "al el bin ibn ben bint abu umm de del de la los las da do dos van von der den the of".split()
)
_ATTACHED = ("al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "ash-")
_ARABIC = ("al-", "el-", "bin", "ibn", "abu", "abd", "abdul", "abdel")
_HISPANIC = frozenset({"mx", "co", "ve", "cu", "gt", "hn", "pa", "ec", "pe", "es", "sv", "ni"})
_TITLES = ("Mr", "Mrs", "Ms", "Dr.", "Mr.", "Sheikh", "Haji", "Prof.", "Gen.")
_NOISE = ("ATTN", "A/C", "C/O", "ACCOUNT OF", "BENEFICIARY", "REF 4471", "INVOICE 20817", "PAYEE")
_ADDED = ("Group", "International", "Holding", "Trading", "Services", "Global")


def initials(subject: Subject, random: Random) -> str | None:
    """Given names as initials, family name in full: tickets, cheques, citations."""
    parts = subject.given_and_family
    if parts is None:
        return None
    given, family = parts
    dots = random.choice(("", "."))
    short = [f"{word.strip('-')[0]}{dots}" for word in given.split() if word.strip("-")]
    return " ".join([*short, family])


def middle_initial(subject: Subject, random: Random) -> str | None:
    """The first and the last word in full, what stands between as initials."""
    words = subject.words
    if not subject.is_person or len(words) < 3:
        return None
    middle = [word.strip("-'")[:1] for word in words[1:-1]]
    return " ".join([words[0], *(letter for letter in middle if letter), words[-1]])


def dropped_word(subject: Subject, random: Random) -> str | None:
    """One word of three or more left out: a second given name, a second family name."""
    words = subject.words
    full = [at for at, word in enumerate(words) if not _is_particle(word) and n_letters(word) > 2]
    if len(full) < 3:
        return None
    return replaced(subject.name, {random.choice(full): ""})


def extra_word(subject: Subject, random: Random) -> str | None:
    """A word more than the list has: a middle name, or `Group` in the name of a company."""
    words = subject.words
    if len(words) < 2:
        return None
    if subject.is_person:
        known = {word.lower() for word in words}
        chosen = random.choice([name for name in given_names() if name.lower() not in known])
        at = random.randint(1, len(words) - 1)
    else:
        chosen = random.choice(
            [word for word in _ADDED if word.lower() not in subject.name.lower()]
        )
        at = len(words)
    return " ".join([*words[:at], like(words[0], chosen), *words[at:]])


def first_and_last(subject: Subject, random: Random) -> str | None:
    """Only the first and the last word of a longer name, as most people are known."""
    words = subject.words
    if not subject.is_person or len(words) < 3 or _is_particle(words[0]):
        return None
    last = 2 if _is_particle(words[-2]) else 1
    return " ".join([words[0], *words[-last:]]) if len(words) > 1 + last else None


def first_family_name(subject: Subject, random: Random) -> str | None:
    """First given name and first of two family names, as Spanish speakers are usually called."""
    parts = subject.given_and_family
    if parts is None or subject.listed is None:
        return None
    given, family = parts[0].split(), parts[1].split()
    bare = next((at for at, word in enumerate(family) if not _is_particle(word)), 0)
    if len(family) < bare + 2 or _is_particle(given[0]):
        return None
    return " ".join([given[0], *family[: bare + 1]])


def particles_dropped(subject: Subject, random: Random) -> str | None:
    """Without al-, bin, de la, van der: forms that have no room or no rule for them."""
    bare = [_without_article(word) for word in subject.words if not _is_particle(word)]
    kept = [word for word in bare if word]
    if kept == subject.words or not any(n_letters(word) > 2 for word in kept):
        return None
    return " ".join(kept)


def particle_added(subject: Subject, random: Random) -> str | None:
    """A particle that the list does not have: al- or bin in Arabic names, de in Spanish ones."""
    parts = subject.given_and_family
    if parts is None or any(_is_particle(word) for word in parts[1].split()):
        return None
    given, family = parts
    lowered = subject.name.lower().split()
    if any(word.startswith(_ARABIC) for word in lowered) and not family.lower().startswith("al-"):
        return f"{given} {random.choice(('al-', 'bin ', 'Al '))}{family}"
    if subject.countries & _HISPANIC:
        return f"{given} {random.choice(('de', 'de la', 'del'))} {family}"
    return None


def title_added(subject: Subject, random: Random) -> str | None:
    """A form of address or a rank written into the name field."""
    return f"{random.choice(_TITLES)} {subject.name}" if subject.is_person else None


def noise_word(subject: Subject, random: Random) -> str | None:
    """The name inside a line that says something else too: ATTN, A/C, an invoice number."""
    noise = random.choice(_NOISE)
    return random.choice((f"{noise} {subject.name}", f"{subject.name} {noise}"))


def legal_form_dropped(subject: Subject, random: Random) -> str | None:
    """A company's name without LLC, GmbH, S.A.: how people speak of it."""
    found = _legal_form(subject)
    if found is None:
        return None
    return replaced(subject.name, dict.fromkeys(found[0], "")).rstrip(" ,")


def legal_form_respelled(subject: Subject, random: Random) -> str | None:
    """The legal form spelt out, shortened or dotted: LTD, Limited, L.T.D."""
    found = _legal_form(subject)
    if found is None:
        return None
    places, form, variants = found
    others = [variant for variant in variants if variant != form]
    if not others:
        return None
    first, *rest = places
    written = like(subject.words[first], random.choice(others))
    return replaced(subject.name, {first: written, **dict.fromkeys(rest, "")})


def _legal_form(subject: Subject) -> tuple[list[int], str, tuple[str, ...]] | None:
    """The last legal form in the name: its words' places, its plain form, all its spellings."""
    if not subject.is_organisation or len(subject.words) < 2:
        return None
    plain = [word.strip(".,()").replace(".", "").lower() for word in subject.words]
    for end in range(len(plain), 1, -1):
        for size in (4, 3, 2, 1):
            form = " ".join(plain[max(end - size, 0) : end])
            variants = legal_forms().get(form)
            if variants is not None and end - size > 0:
                return list(range(end - size, end)), form, variants
    return None


def _is_particle(word: str) -> bool:
    return word.lower().strip("'") in _PARTICLES


def _without_article(word: str) -> str:
    lowered = word.lower()
    for article in _ATTACHED:
        if lowered.startswith(article):
            return word[len(article) :]
    return word
