"""What a reviewer confirms can have an expected day, an end of its own, and a scope.

Revision: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the columns; what was confirmed before has none of them."""
    op.add_column("confirmation", sa.Column("expected", sa.String(10), nullable=True))
    op.add_column("confirmation", sa.Column("until", sa.String(10), nullable=True))
    op.add_column("confirmation", sa.Column("scope", sa.Text(), nullable=True))
