"""Links of every kind are looked up by their sides: directorships, memberships, kinship and so on.

Revision: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SIDES = sa.text(
    "prop IN ('agent', 'asset', 'associate', 'client', 'director', 'employee', 'employer', "
    "'entity', 'holder', 'member', 'object', 'organization', 'owner', 'person', 'relative', "
    "'subject')"
)


def upgrade() -> None:
    """Makes the index again, over more properties."""
    op.drop_index("ix_statement_reference", table_name="statement")
    op.create_index(
        "ix_statement_reference",
        "statement",
        ["value"],
        sqlite_where=_SIDES,
        postgresql_where=_SIDES,
    )
