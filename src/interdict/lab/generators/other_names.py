"""Names that the list itself gives beside the main one."""

from __future__ import annotations

from random import Random

from interdict.lab.subjects import Subject


def strong_alias(subject: Subject, random: Random) -> str | None:
    """A strong alias exactly as listed: every one of them has to be found."""
    return _other(subject.aliases, subject, random)


def former_name(subject: Subject, random: Random) -> str | None:
    """A former name exactly as listed."""
    return _other(subject.former_names, subject, random)


def weak_alias(subject: Subject, random: Random) -> str | None:
    """A weak alias alone, exactly as listed; by the usual policy it does not alert by itself."""
    strong = {name.casefold() for name in (subject.name, *subject.aliases, *subject.former_names)}
    weak = tuple(name for name in subject.weak_aliases if name.casefold() not in strong)
    return _other(weak, subject, random)


def _other(names: tuple[str, ...], subject: Subject, random: Random) -> str | None:
    kept = [name for name in names if name != subject.name]
    return random.choice(kept) if kept else None
