"""The engine: one pool of connections, and the two ways in which a transaction begins."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from uadesk.store import sqlite

_BEGIN = "uadesk_begin"


def make_engine(path: Path, key: bytes | None = None, *, foreign_keys: bool = True, read_only: bool = False) -> Engine:
    """The engine of a database file; its transactions begin as reading ones. Nothing is opened yet."""

    def creator() -> Any:
        return sqlite.connect(path, key, foreign_keys=foreign_keys, read_only=read_only)

    engine = create_engine(
        "sqlite://", module=driver, creator=creator, poolclass=QueuePool, hide_parameters=True, isolation_level=None
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock when they begin."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
