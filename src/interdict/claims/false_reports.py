"""Reports that the text itself calls false, so that what they say is told by nobody.

"A post saying that Canada had listed X was later withdrawn", "a fake account claimed that X was
banned", "un diario publicó por error que X había sido incluido".
"""

from __future__ import annotations

from collections.abc import Sequence

from interdict.claims.tokens import Token

_FAKE = frozenset(
    """
    fake false bogus hoax doctored forged spoof falsa falso falsas falsos bulo apocrifo apocrifa
    apocrifos apocrifas parodia
    """.split()
)
"""What an account, a message or a claim is called that nobody should believe."""
REPORTS = frozenset(
    """
    post posts article articles newspaper newspapers website websites report reports tweet tweets
    headline headlines message messages blog video videos claims claim rumour rumours rumor rumors
    broadcaster account accounts mensaje mensajes publicacion publicaciones periodico diario medio
    medios portal noticia noticias rumores versiones video cuenta cuentas
    """.split()
)
_TAKEN_BACK = frozenset(
    """
    withdrawn retracted corrected debunked confused mistook apologised apologized false untrue fake
    rectifico rectificar rectificarse rectificaron desmentido desmentida desmentidos retractarse
    """.split()
)
"""What became of a report behind what it says: it was wrong."""
_ERROR = ("por", "error")
_SAYING = frozenset("that que saying claiming alleging suggesting".split())
_FINITE = frozenset("said says told wrote dijo informo publico anuncio difundio".split())
_NEAR = 5
"""Tokens before "that" among which stands what it is that says so."""
_REACH = 16
"""Tokens before an act among which the report that says it is named."""


def is_of_a_false_report(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """True for `tokens` of a sentence, from `start` to `end`, that a false report says."""
    before = [t for t in tokens if t.start < start][-_REACH:]
    breaks = [i for i, t in enumerate(before) if t.kind == "BREAK"]
    norms = [t.norm for t in before[breaks[-1] + 1 if breaks else 0 :]]
    inside = [t.norm for t in tokens if start <= t.start < end][:2]
    says = [i for i, norm in enumerate([*norms, *inside]) if norm in _SAYING]
    if not says:
        return False
    source = norms[: says[-1]]
    if REPORTS.isdisjoint(source):
        return _is_by_error(source)
    if not _FAKE.isdisjoint(source) or _is_by_error(source):
        return True
    behind = {t.norm for t in tokens if t.start >= start}
    return not _TAKEN_BACK.isdisjoint(behind) and _is_its_subject(norms, inside, says[-1])


def _is_its_subject(norms: Sequence[str], inside: Sequence[str], at: int) -> bool:
    """True where the report goes on to a verb of its own: "a post saying that", "claims that".

    "The paper reported that X, whose posts are fake, was listed" tells of X.
    """
    says = [*norms, *inside][at]
    if says not in ("that", "que"):
        return True
    before = norms[max(0, at - _NEAR) : at]
    finite = bool(before) and (before[-1].endswith("ed") or before[-1] in _FINITE)
    return not finite and not REPORTS.isdisjoint(before)


def _is_by_error(words: Sequence[str]) -> bool:
    return any(tuple(words[at : at + 2]) == _ERROR for at in range(len(words)))
