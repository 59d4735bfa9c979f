"""The short names of British sanctions regimes.

The full forms of the UK Sanctions List name a regime by its regulations, the short form by a
few words. Both are brought to the short one, so that an edition in one form continues an
edition in the other; the title of the regulations is kept beside it.

Source: regulations under the Sanctions and Anti-Money Laundering Act 2018, by their titles.
"""

from __future__ import annotations

import re

_TITLE = re.compile(r"(?:The )?(?P<name>.+?) Regulations (?:19|20)\d\d$")
_CLAUSES = re.compile(r"\s*\((?:EU Exit|Sanctions|Overseas Territories|United Nations Sanctions)\)")
_INNER = re.compile(r"\s+Sanctions(?=\)|$)")

_SPECIAL = {
    "Counter-Terrorism": "Counter-Terrorism (Domestic)",
    "Global Irregular Migration and Trafficking in Persons": "Global Irregular Migration",
}
"""Names that the short form of the list makes otherwise."""


def short_name(regime: str) -> str:
    """`The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019` as `Iran (Nuclear)`.

    What is no title of regulations comes back as it is.
    """
    found = _TITLE.match(regime.strip())
    if found is None:
        return regime.strip()
    name = _INNER.sub("", _CLAUSES.sub("", found["name"])).strip()
    name = name.removeprefix("Republic of ")
    return _SPECIAL.get(name, name)
