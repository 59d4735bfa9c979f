"""The FollowTheMoney schemata and properties in use, as plain data.

Source: FollowTheMoney 4 (names and inheritance only). `EVENT_PROPERTIES` of `Sanction` are
our extension: one property for each life-cycle event, whose value is the event's date.
"""

from __future__ import annotations

from collections.abc import Iterable

PARENTS: dict[str, tuple[str, ...]] = {
    "Thing": (),
    "LegalEntity": ("Thing",),
    "Person": ("LegalEntity",),
    "Organization": ("LegalEntity",),
    "Company": ("Organization",),
    "PublicBody": ("Organization",),
    "Vehicle": ("Thing",),
    "Vessel": ("Vehicle",),
    "Airplane": ("Vehicle",),
    "CryptoWallet": ("Thing",),
    "Interval": (),
    "Sanction": ("Interval",),
    "UnknownLink": ("Interval",),
    "Ownership": ("Interval",),
    "Directorship": ("Interval",),
    "Membership": ("Interval",),
    "Representation": ("Interval",),
    "Family": ("Interval",),
    "Identification": ("Interval",),
    "Passport": ("Identification",),
}

PARTY_SCHEMATA = frozenset(
    {
        "LegalEntity",
        "Person",
        "Organization",
        "Company",
        "PublicBody",
        "Vessel",
        "Airplane",
        "CryptoWallet",
    }
)
"""Schemata that somebody can be screened against."""

NAME_PROPERTIES = ("name", "alias", "previousName", "weakAlias")
"""Properties that name a party; `weakAlias` supports a match but does not make one."""

EVENTS = (
    "directed announced notified approved signed filed published listed in_force amended "
    "licensed suspended review_opened review_closed revoked annulled annulled_stayed expired "
    "disapproved reinstated withdrawn"
).split()
"""Life-cycle events of a designation; each carries one date. States are computed from them."""

EVENT_PROPERTIES = {f"event:{name}": name for name in EVENTS}
"""Property of a `Sanction` -> event: `event:published` with value `1997-10-08`."""

IDENTIFIER_PROPERTIES = frozenset(
    """
    idNumber passportNumber taxNumber registrationNumber imoNumber mmsi callSign swiftBic leiCode
    serialNumber publicKey innCode ogrnCode dunsCode vatCode socialSecurityNumber phone email
    website unscId icaoCode licenseNumber
    """.split()
)


def is_a(schema: str, ancestor: str) -> bool:
    """True if `schema` is `ancestor` or inherits from it; False for an unknown schema."""
    if schema == ancestor:
        return True
    return any(is_a(parent, ancestor) for parent in PARENTS.get(schema, ()))


def compatible(left: str, right: str) -> bool:
    """True if one party could be both: one schema is the other or inherits from it."""
    return is_a(left, right) or is_a(right, left)


def most_specific(schemata: Iterable[str]) -> str:
    """The schema deepest in the tree; the alphabetically first of equals."""

    def depth(schema: str) -> int:
        parents = PARENTS.get(schema, ())
        return 1 + max((depth(parent) for parent in parents), default=0)

    return min(schemata, key=lambda schema: (-depth(schema), schema))


def caption_of(names: Iterable[str], fallback: str) -> str:
    """The name to show for a party: the first of its names."""
    return next((name for name in names if name), fallback)
