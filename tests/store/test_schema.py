import ast
import re
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from uadesk.store import sqlite
from uadesk.store.migrate import SCRIPTS
from uadesk.store.migrations import HEAD, KNOWN
from uadesk.store.store import Store
from uadesk.store.tables import Base


def statements(connection: Connection) -> dict[str, list[str]]:
    """What made each table and index, its parts in an order that does not matter; the index for searching aside."""
    rows = connection.execute(
        text(
            "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL "
            "AND name NOT LIKE 'letter\\_search%' ESCAPE '\\'"
        )
    )
    return {
        name: sorted(re.sub(r'[\s"]+', " ", part).strip(" ,") for part in sql.splitlines())
        for name, sql in rows
        if name != "alembic_version" and not name.startswith("sqlite_")
    }


def test_the_migrations_make_the_tables_that_the_classes_map(store: Store) -> None:
    fresh = create_engine("sqlite://")
    with fresh.begin() as connection:
        Base.metadata.create_all(connection)
        mapped = statements(connection)
    fresh.dispose()
    with store.reading() as session:
        assert statements(session.connection()) == mapped


def not_searching(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith(sqlite.LETTER_SEARCH)


def test_alembic_sees_no_difference_between_file_and_classes(store: Store) -> None:
    with store.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"include_name": not_searching})
        assert compare_metadata(context, Base.metadata) == []


def test_the_revisions_that_are_known_are_the_scripts() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    assert scripts.get_current_head() == HEAD
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == KNOWN


def test_no_migration_imports_anything_of_ours() -> None:
    for script in (SCRIPTS / "versions").glob("*.py"):
        assert not {name for name in imported(script) if name.startswith("uadesk")}, script.name


def imported(script: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_every_table_but_the_journals_own_has_its_triggers(store: Store) -> None:
    with store.reading() as session:
        triggers = set(
            session.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'"))
        )
    tables = set(Base.metadata.tables) - sqlite.UNJOURNALED
    assert len(tables) >= 15
    assert triggers == {f"journal_{table}_{event}" for table in tables for event in ("insert", "update", "delete")}
