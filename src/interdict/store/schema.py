"""Brings a database to the current form of the tables, and refuses one that is ahead."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from interdict.errors import StoreError

HEAD = "0004"
"""The newest migration; a test holds it against the files in migrations/versions."""


def version(connection: Connection) -> str | None:
    """The migration that the database stands at; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def migrate(connection: Connection) -> None:
    """Runs the migrations that are missing, in the caller's transaction.

    Raises:
        StoreError: if the database was written by a newer Interdict.
    """
    at = version(connection)
    if at == HEAD:
        return
    if at is not None and at > HEAD:
        raise StoreError(
            f"the record was written by a newer Interdict (its tables are at {at}, "
            f"this one knows {HEAD}). Upgrade, or open another workspace."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "interdict.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
