"""The tables of a database: brought to the current form, never taken back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from interdict.errors import StoreError
from interdict.store import schema, tables
from interdict.store.sql import SqlStore


def migrated(path: Path):  # type: ignore[no-untyped-def]
    """An engine on a fresh database with every migration run."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        schema.migrate(connection)
    return engine


def test_migrations_make_the_tables_that_the_store_uses(tmp_path: Path) -> None:
    """Alembic finds no difference in tables, columns, types, indexes and constraints."""
    engine = migrated(tmp_path / "record.sqlite")
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_each_table_keeps_its_sql_form(tmp_path: Path) -> None:
    """What Alembic does not compare: nullability, keys, partial indexes, tables without rowid."""
    engine = migrated(tmp_path / "migrated.sqlite")
    direct = create_engine(f"sqlite:///{tmp_path / 'direct.sqlite'}")
    tables.metadata.create_all(direct)
    forms = []
    for each in (engine, direct):
        with each.connect() as connection:
            rows = connection.execute(
                text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
            )
            forms.append(
                [
                    (row.type, row.name, row.tbl_name, _clauses(row.sql))
                    for row in rows
                    if row.tbl_name != "alembic_version"
                ]
            )
        each.dispose()
    assert forms[0] == forms[1]


def _clauses(sql: str | None) -> list[str]:
    """The clauses of a statement without their order, quotes and white space."""
    body, option, _ = re.sub(r"\s+", " ", (sql or "").replace('"', "")).partition("WITHOUT ROWID")
    return sorted([option, *(clause.strip(" ()") for clause in body.split(","))])


def test_head_is_the_newest_migration() -> None:
    """The number in the code is that of the newest file, and of Alembic's own chain."""
    versions = files("interdict.store").joinpath("migrations/versions")
    numbers = [
        found.group(1)
        for entry in versions.iterdir()
        if (found := re.fullmatch(r"m(\d{4})_\w+\.py", entry.name))
    ]
    assert max(numbers) == schema.HEAD
    assert sorted(numbers) == [f"{n:04d}" for n in range(1, len(numbers) + 1)]
    config = Config()
    config.set_main_option("script_location", "interdict.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_an_empty_database_has_no_version(tmp_path: Path) -> None:
    """Until the migrations have run; running them again changes nothing."""
    engine = create_engine(f"sqlite:///{tmp_path / 'record.sqlite'}")
    with engine.begin() as connection:
        assert schema.version(connection) is None
        schema.migrate(connection)
        assert schema.version(connection) == schema.HEAD
        schema.migrate(connection)
        assert schema.version(connection) == schema.HEAD
    engine.dispose()


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Whoever wrote it knows more than this version: nothing is touched."""
    engine = migrated(tmp_path / "record.sqlite")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with engine.begin() as connection, pytest.raises(StoreError, match=r"newer .*Upgrade"):
        schema.migrate(connection)
    with engine.connect() as connection:
        assert schema.version(connection) == "9999"
        assert set(inspect(connection).get_table_names()) == {
            *tables.metadata.tables,
            "alembic_version",
        }
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Migrations run in one transaction: half of the tables is none of them."""
    upgrade = command.upgrade

    def breaks_off(config: Config, revision: str) -> None:
        upgrade(config, revision)
        raise RuntimeError("the power went")

    monkeypatch.setattr(command, "upgrade", breaks_off)
    with pytest.raises(RuntimeError):
        SqlStore.at(tmp_path / "record.sqlite", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    engine = create_engine(f"sqlite:///{tmp_path / 'record.sqlite'}")
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_record_of_the_first_form_is_brought_on_with_what_it_holds(tmp_path: Path) -> None:
    """Opening it adds the newer tables; every earlier row stays."""
    engine = create_engine(f"sqlite:///{tmp_path / 'record.sqlite'}")
    config = Config()
    config.set_main_option("script_location", "interdict.store:migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text("INSERT INTO journal VALUES (1, '2026-01-01T00:00:00.000000Z', 'read', 'a.txt')")
        )
    assert "resolution" not in inspect(engine).get_table_names()
    with engine.begin() as connection:
        schema.migrate(connection)
        assert schema.version(connection) == schema.HEAD
        assert connection.execute(text("SELECT detail FROM journal")).scalar() == "a.txt"
        assert connection.execute(text("SELECT count(*) FROM resolution")).scalar() == 0
    engine.dispose()
