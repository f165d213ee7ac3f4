"""Bringing a database to the tables of this version: compared by plain SQL, migrated by Alembic."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from uadesk.store import search, sqlite
from uadesk.store.engine import for_writing, make_engine
from uadesk.store.errors import DeskDamagedError, NewerDeskError, NotADeskError
from uadesk.store.migrations import HEAD, KNOWN

SCRIPTS = Path(__file__).parent / "migrations"


def revision_of(path: Path, key: bytes | None = None) -> str:
    """The revision of a desk's tables, read without changing the file.

    Raises NotADeskError, NewerDeskError and what a disk may do.
    """
    engine = make_engine(path, key, read_only=True)
    try:
        with sqlite.told_by_data(path), engine.connect() as connection:
            revision = _stored_revision(connection)
    finally:
        engine.dispose()
    if revision is None:
        raise NotADeskError(path)
    if revision not in KNOWN:
        raise NewerDeskError(path, revision)
    return revision


def migrate(path: Path, key: bytes | None = None) -> None:
    """Bring the tables to this version, whole or not at all.

    Foreign keys are off meanwhile, since a changed parent table is dropped and made anew; they are checked at
    the end. The index for searching and all triggers would be in the way, or lost, and are made anew. Raises
    DeskDamagedError where the keys do not hold, and what a disk may do.
    """
    engine = make_engine(path, key, foreign_keys=False)
    try:
        with sqlite.told_by_data(path), for_writing(engine).begin() as connection:
            search.remove(connection)
            _upgrade(connection, HEAD)
            search.install(connection)
            sqlite.install_triggers(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DeskDamagedError(path)
    finally:
        engine.dispose()


def _stored_revision(connection: Connection) -> str | None:
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").first()
    if known is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _upgrade(connection: Connection, target: str) -> None:
    """Run Alembic's steps on this connection; there is no env.py, since nothing but the program migrates."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: object) -> Any:
        return scripts._upgrade_revs(target, revision)  # noqa: SLF001  as Alembic's own command does

    with EnvironmentContext(config, scripts, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
