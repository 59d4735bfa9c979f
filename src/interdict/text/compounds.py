"""Arabic names that are written as one word or as several: `Abdulrahman`, `Abd al-Rahman`.

`compound_parts` takes a joined spelling apart; `joined_spelling` does the reverse, so that two
names written either way come to one form.
"""

from __future__ import annotations

import re

_SERVANT = re.compile(
    r"^(?:abd|abed|abid|abt|cabd)(?:(?:[uaeio]l{1,2}|[uaeio](?=([a-z])\1)|[uae](?=r))|i(?=[lnrsw]))"
    r"(?P<of>[a-z]{3,})$"
)
_FAITH = re.compile(
    r"^(?P<of>[a-z]{2,}?)(?:[aeiou]l|[aeiou]dh?(?=d)|[ae]|[ou](?=d)|)(?:d{1,2}h?[aeiou]{1,2}nn?e?)$"
)
_FAITHFUL = frozenset(
    "nur nour noor badr baha diya ziya zia salah sala saif sayf seif shams siraj seraj jalal "
    "jamal gamal kamal hisam husam hosam ala alaa imad emad izz ezz izzed fakhr jal khayr kheir "
    "muhi mohi muhyi mohyi nasr naser nasir nizam qutb rukn sadr sad saad sharaf shihab taqi "
    "muin taj zain zayn zein najm nejm amin amad fazl fadl ghiyas ghiyath haqiq islam karim latif "
    "mir shahab moin najib nazim qamar rafi rahim riyaz sayyid shuja tayyib zahir".split()
)


def compound_parts(token: str) -> tuple[str, ...]:
    """The words that a joined Arabic name is made of; the token alone if it is none.

    `abdulrahman` and `abdurrahman` give `abd rahman`, `nuruddin` gives `nur din`. Articles are
    left out. `abdullah` stays one word.
    """
    servant = _SERVANT.match(token)
    if servant is not None and servant["of"] not in ("lah", "llah", "lla", "ah"):
        of = servant["of"]
        # Abdurrahman, Abdussalam: the article's l has become the letter that follows it.
        return ("abd", of[1:] if of[0] == of[1] else of)
    faith = _FAITH.match(token)
    if faith is not None and faith["of"] in _FAITHFUL:
        return (faith["of"], "din")
    return (token,)


def joined_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with `abd al x` and `x al din` as one word each.

    `abd al rahman`, `abdul rahman` and `abdel rahman` give `abdulrahman`; `nur al din` and
    `nur ud din` give `nuruddin`. Other words stay as they are.
    """
    joined: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = words[at + 1 :]
        skipped = 1 if rest and rest[0] in _ARTICLES else 0
        if word in _ABD and len(rest) > skipped and rest[skipped] != "allah":
            joined.append("abdul" + rest[skipped])
            at += 2 + skipped
        elif word in ("abdal", "abdel", "abdul", "abdol", "abdil", "abdur", "abdus") and rest:
            joined.append("abdul" + rest[0])
            at += 2
        elif word in _FAITHFUL and skipped and rest[1:2] and rest[1] in _DIN:
            joined.append(word + "uddin")
            at += 3
        else:
            joined.append(word)
            at += 1
    return tuple(joined)


_ARTICLES = frozenset("al el ul ol ud ur ar as ad an at az ash us".split())
_ABD = frozenset({"abd", "abed"})
_DIN = frozenset({"din", "deen", "eddin", "uddin"})
