"""What a rule that reads time expressions is; the rules are in `date_rules.py` and beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from interdict.claims import date_readings as read


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a time; `directed` if the words around it decide past or future.

    `needs` are strings in small letters of which the expression holds at least one; empty if
    nothing of the kind can be said.
    """

    id: str
    pattern: re.Pattern[str]
    read: read.Reader
    directed: bool = False
    needs: tuple[str, ...] = ()

    def may_match(self, lowered: str) -> bool:
        """False if the rule can match nowhere in a text that is given in small letters."""
        for need in self.needs:
            if need in lowered:
                return True
        return not self.needs


def date_rule(
    name: str, pattern: str, reader: read.Reader, *, directed: bool = False, needs: str = ""
) -> DateRule:
    """A rule whose expression does not begin inside a word or an amount."""
    compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})")
    return DateRule(name, compiled, reader, directed, tuple(needs.split()))


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that can match only near their trigger; elsewhere they need not be tried.

    `in_word` tells for one word in small letters from where to where it holds the trigger,
    where the trigger is nothing but (a part of) one word.
    """

    trigger: re.Pattern[str]
    rules: tuple[DateRule, ...]
    in_word: Callable[[str], tuple[int, int] | None] | None = None
