"""Whether a database holds together."""

from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from uadesk.store import sqlite


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a database.

    `check` is "integrity" (SQLite's structures), "foreign_key" (a row whose parent is gone), "cipher" (a page that
    was changed) or "unreadable"; `detail` is SQLite's own word, with tables and row numbers, never contents.
    """

    check: str
    detail: str


def findings_in(path: Path, key: bytes | None = None) -> tuple[Finding, ...]:
    """All that is wrong with this database; empty where it is sound."""
    found: list[Finding] = []
    try:
        raw = sqlite.connect(path, key, read_only=True)
    except driver.Error as error:
        return (Finding("unreadable", str(error)),)
    try:
        if key is not None:
            found += [Finding("cipher", str(row[0])) for row in raw.execute("PRAGMA cipher_integrity_check")]
        found += [Finding("integrity", text) for (text,) in raw.execute("PRAGMA integrity_check") if text != "ok"]
        found += [
            Finding("foreign_key", f"{table} {row} -> {parent}")
            for table, row, parent, _number in raw.execute("PRAGMA foreign_key_check")
        ]
    except driver.Error as error:
        found.append(Finding("unreadable", str(error)))
    finally:
        raw.close()
    return tuple(found)
