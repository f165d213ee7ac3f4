import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_letter, add_member, draft, snapshot
from tests.store.older import OLDER_DESK
from uadesk.base.clock import fixed_clock
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter
from uadesk.store import migrate, opening, sqlite
from uadesk.store.bulletins import BulletinRecord, text_hash
from uadesk.store.cases import CaseRecord
from uadesk.store.engine import for_writing, make_engine
from uadesk.store.errors import DeskDamagedError, DeskLockedError
from uadesk.store.letters import LetterRecord
from uadesk.store.migrations import HEAD, KNOWN
from uadesk.store.people import MemberRecord
from uadesk.store.queries.letters import letter_ids, letter_rows
from uadesk.store.runs import PrintRunPieceRecord
from uadesk.store.store import Store

LATER = "9999"
NEXT = '''
"""A later version, made for the test."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    {steps}
'''
NEW_PARENT = """
    with op.batch_alter_table("case", recreate="always") as case:
        case.add_column(sa.Column("note", sa.String(), server_default="n", nullable=False))
"""
NEW_LETTERS = """
    with op.batch_alter_table("letter", recreate="always") as letter:
        letter.add_column(sa.Column("note", sa.String(), server_default="n", nullable=False))
"""
LOSES_ROWS = 'op.execute("DELETE FROM member")\n    op.execute("DELETE FROM bulletin")'
FAILS = 'op.execute("DELETE FROM letter")\n    op.execute("DELETE FROM nowhere")'


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the program a version newer, whose migration takes these steps."""

    def make_newer(steps: str) -> None:
        scripts = tmp_path / "migrations"
        shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        script = NEXT.format(steps=steps.strip(), revision=LATER, before=HEAD)
        (scripts / "versions" / f"r{LATER}_later.py").write_text(script)
        monkeypatch.setattr(migrate, "SCRIPTS", scripts)
        monkeypatch.setattr(migrate, "KNOWN", (*KNOWN, LATER))
        monkeypatch.setattr(migrate, "HEAD", LATER)
        monkeypatch.setattr(opening, "HEAD", LATER)

    return make_newer


@pytest.fixture
def filled(store: Store, path: Path) -> Path:
    """A desk of this version with a case, its bulletins and letters; closed."""
    with store.writing("fill") as session:
        case, member = add_case(session, draft(), draft(index="2", stage_ordinal=2)), add_member(session)
        add_letter(session, case, member, [(LetterStatus.PRINTED, TODAY)])
    store.close()
    return path


@pytest.fixture
def older(path: Path) -> Path:
    """A desk of the version before its letters knew where they were to go; closed."""
    sqlite.make_file(path)
    engine = make_engine(path, foreign_keys=False)
    with for_writing(engine).begin() as connection:
        migrate._upgrade(connection, "0007")
        for statement in OLDER_DESK:
            connection.exec_driver_sql(statement)
    engine.dispose()
    return path


def content_of(open_store: Callable[..., Store]) -> dict[str, list[dict[str, Any]]]:
    """What the desk holds; it is closed again, since nothing is migrated that somebody has open."""
    store = open_store()
    content = snapshot(store)
    store.close()
    return content


@pytest.mark.parametrize("revision", KNOWN[:-1])
def test_every_earlier_version_is_brought_up_to_this_one(
    revision: str, path: Path, open_store: Callable[..., Store]
) -> None:
    sqlite.make_file(path)
    engine = make_engine(path)
    with for_writing(engine).begin() as connection:
        migrate._upgrade(connection, revision)
        connection.execute(
            text(
                "INSERT INTO member (name, address_lines, email, phone, about, kind, return_address, folded, version) "
                "VALUES ('Ana', '[]', '', '', '', 'member', 'own', 'ana', 1)"
            )
        )
    engine.dispose()
    assert migrate.revision_of(path) == revision
    store = open_store()
    assert migrate.revision_of(path) == HEAD
    with store.writing("rename") as session:
        session.scalars(select(MemberRecord)).one().name = "Bea"
    store.undo()
    with store.reading() as session:
        assert session.scalars(select(MemberRecord.name)).all() == ["Ana"]


def test_letters_and_papers_of_an_older_desk_learn_where_they_were_to_go(
    older: Path, open_store: Callable[..., Store]
) -> None:
    with open_store().reading() as session:
        rows = session.execute(select(LetterRecord.where_then, LetterRecord.addressee_name)).all()
        pieces = session.execute(
            select(PrintRunPieceRecord.block, PrintRunPieceRecord.bulletin_id, PrintRunPieceRecord.addressee_id)
        ).all()
        own = letter_rows(session, letter_ids(session, LetterFilter(text="vega")))
    beneath = ("Ana Peña", "1 Road", "CR")
    assert rows == [(None, None), (beneath, "Judge Vega"), (beneath, "Ana Peña"), (beneath, None), (None, "Ana Peña")]
    assert [(row.ident, row.addressee) for row in own] == [(2, "Judge Vega")]
    assert [piece.block for piece in pieces] == [
        ("Ana Peña", "1 Road"),
        ("Judge Vega", "2 Road"),
        ("Ana Peña", "COSTA RICA"),
        ("Ana Peña", "CUBA"),
    ]
    assert {(piece.bulletin_id, piece.addressee_id) for piece in pieces} == {(1, 1)}


def test_children_survive_a_change_of_their_parents_table(
    filled: Path, later: Callable[[str], None], open_store: Callable[..., Store]
) -> None:
    before = content_of(open_store)
    assert len(before["bulletin"]) == 2
    later(NEW_PARENT)

    after = snapshot(open_store())
    for row in after["case"]:
        assert row.pop("note") == "n"
    assert after == before


def test_undo_works_on_a_table_that_a_migration_made_anew(
    filled: Path, later: Callable[[str], None], open_store: Callable[..., Store]
) -> None:
    later(NEW_PARENT)
    store = open_store()
    before = snapshot(store)
    with store.writing("note") as session:
        session.execute(text("UPDATE \"case\" SET note = 'other'"))
    store.undo()
    assert snapshot(store) == before


@pytest.mark.parametrize("steps", [NEW_PARENT, NEW_LETTERS])
def test_letters_are_found_by_words_after_their_tables_were_made_anew(
    steps: str, filled: Path, later: Callable[[str], None], open_store: Callable[..., Store]
) -> None:
    later(steps)
    store = open_store()
    with store.writing("rename") as session:
        session.scalars(select(CaseRecord)).one().title = "Poet at risk"
    with store.reading() as session:
        assert letter_ids(session, LetterFilter(text="lukasz poet"))
        assert not letter_ids(session, LetterFilter(text="librarian"))


def test_a_desk_that_an_older_version_has_open_is_not_migrated(
    filled: Path, later: Callable[[str], None], open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    older = open_store()
    later(NEW_PARENT)
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    with pytest.raises(DeskLockedError):
        open_store()
    assert migrate.revision_of(filled) == HEAD
    older.close()
    open_store()
    assert migrate.revision_of(filled) == LATER


def test_a_backup_is_made_before(filled: Path, later: Callable[[str], None], open_store: Callable[..., Store]) -> None:
    before = content_of(open_store)
    later(NEW_PARENT)
    open_store()
    (copy,) = (filled.parent / "backups").iterdir()
    assert f"before-{LATER}" in copy.name
    assert copy.stat().st_mode & 0o777 == 0o600
    assert migrate.revision_of(copy) == HEAD

    raw = Store(copy, make_engine(copy, read_only=True))
    assert snapshot(raw) == before
    raw.close()


@pytest.mark.parametrize(("steps", "error"), [(LOSES_ROWS, DeskDamagedError), (FAILS, DBAPIError)])
def test_a_migration_that_fails_or_leaves_orphans_changes_nothing(
    steps: str,
    error: type[Exception],
    filled: Path,
    later: Callable[[str], None],
    open_store: Callable[..., Store],
) -> None:
    before = content_of(open_store)
    later(steps)
    with pytest.raises(error):
        open_store()
    assert migrate.revision_of(filled) == HEAD
    raw = Store(filled, make_engine(filled))
    assert snapshot(raw) == before
    raw.close()


def test_texts_of_an_earlier_version_are_known_in_another_format(older: Path, open_store: Callable[..., Store]) -> None:
    with closing(sqlite3.connect(older)) as connection, connection:
        connection.execute("UPDATE bulletin SET text = 'Łódź: free the guar-' || char(10) || 'dians!'")
    with open_store().reading() as session:
        assert set(session.scalars(select(BulletinRecord.text_hash))) == {text_hash("LODZ free the guardians")}


def test_a_desk_of_this_version_is_opened_without_the_migrations(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(migrate, "_upgrade")
    store = Store.open(filled, fixed_clock(TODAY))
    with store.reading() as session:
        assert session.scalars(select(MemberRecord.name)).all() == ["Łukasz Wójcik"]
        assert len(session.scalars(select(CaseRecord)).one().bulletins) == 2
    store.close()
