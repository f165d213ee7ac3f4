"""Finding letters by words: SQLite's full-text index (fts5.html), made and kept by SQLite itself.

The index holds the folded words of a letter, of its writer (as signed, and as called today), its case and its
addressee. It is derived from the tables, so that it is made anew whenever they change, and kept by triggers
meanwhile. It keeps no text ("contentless-delete"), only which letters have which words.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, literal_column, select, table

from uadesk.domain.folding import fold
from uadesk.store.sqlite import LETTER_SEARCH, SETTLE_SEARCH, quoted

_VIEW = """
CREATE VIEW letter_words AS SELECT
    letter.id, letter.member_id, letter.case_id, letter.addressee_id,
    concat_ws(
        ' ', letter.folded, sender.folded, member.folded, "case".folded,
        CASE WHEN letter.addressee_name IS NULL THEN addressee.folded END
    ) AS words
FROM letter
LEFT JOIN sender ON sender.letter_id = letter.id
LEFT JOIN member ON member.id = letter.member_id
LEFT JOIN "case" ON "case".id = letter.case_id
LEFT JOIN addressee ON addressee.id = letter.addressee_id
"""
_INDEX = f"""
CREATE VIRTUAL TABLE {LETTER_SEARCH} USING fts5(
    words, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'
)
"""
_OF_LETTER = ("folded", "member_id", "case_id", "addressee_id", "addressee_name")
"""What of a letter decides on its words."""
_SHARED = ("member", "case", "addressee")
"""Tables whose rows give words to all letters that refer to them."""


def remove(connection: Connection) -> None:
    """Take the index and all that keeps it away, so that the tables below may change."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'search_*'")
    for (name,) in names.all():
        connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)}")
    connection.exec_driver_sql("DROP VIEW IF EXISTS letter_words")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {LETTER_SEARCH}")


def install(connection: Connection) -> None:
    """Make the index of all letters there are, and what keeps it from now on."""
    for statement in (_VIEW, _INDEX, _taking("true"), *_triggers()):
        connection.exec_driver_sql(statement)


def forget_deleted(connection: Connection) -> None:
    """Let no word stay in the index that no letter has any more."""
    connection.exec_driver_sql(SETTLE_SEARCH)


def having_words(letter_id: Any, text: str) -> list[ColumnElement[bool]]:
    """What holds for letters of which each typed word begins a word; nothing where no word was typed."""
    found = with_words(text)
    return [] if found is None else [letter_id.in_(found)]


def with_words(text: str) -> Select[int] | None:
    """The numbers of the letters of which each typed word begins a word; what has no letter and no digit is no word."""
    typed = [word for word in fold(text).split() if any(sign.isalnum() for sign in word)]
    if not typed:
        return None
    index = table(LETTER_SEARCH, column("rowid"))
    asked = literal_column(LETTER_SEARCH).op("MATCH")(" ".join(map(_prefix, typed)))
    return select(index.c.rowid).where(asked)


def _prefix(word: str) -> str:
    """A typed word as FTS5 takes it, whatever it holds: text in quotes, of which the last word is a beginning."""
    storable = word.encode("utf-8", "ignore").decode().replace("\0", "")
    return '"' + storable.replace('"', '""') + '"*'


def _taking(condition: str) -> str:
    return f"INSERT INTO {LETTER_SEARCH} (rowid, words) SELECT id, words FROM letter_words WHERE {condition}"  # noqa: S608  our own names


def _leaving(condition: str) -> str:
    return f"DELETE FROM {LETTER_SEARCH} WHERE rowid IN (SELECT id FROM letter WHERE {condition})"  # noqa: S608  our own names


def _triggers() -> Iterator[str]:
    """What keeps the index. Rows may come back in any order when an act is taken back, so each is heard by itself."""
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _OF_LETTER)
    gone = f"DELETE FROM {LETTER_SEARCH} WHERE rowid = OLD.id"  # noqa: S608  our own names
    yield _trigger("letter", "INSERT", "true", _taking("id = NEW.id"))
    yield _trigger("letter", "UPDATE", changed, gone, _taking("id = NEW.id"))
    yield _trigger("letter", "DELETE", "true", gone)
    for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        words = "OLD.folded IS NOT NEW.folded" if event == "UPDATE" else "true"
        own = f"id = {row}.letter_id"
        yield _trigger("sender", event, words, _leaving(own), _taking(own))
        for name in _SHARED:
            theirs = f"{name}_id = {row}.id"
            yield _trigger(name, event, words, _leaving(theirs), _taking(theirs))


def _trigger(name: str, event: str, when: str, *does: str) -> str:
    head = f"CREATE TRIGGER {quoted(f'search_{name}_{event.lower()}')} AFTER {event} ON {quoted(name)}"
    return f"{head} WHEN {when} BEGIN {'; '.join(does)}; END"
