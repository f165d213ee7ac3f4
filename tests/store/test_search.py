"""Letters are found by the words of their writer, case and addressee, and by what they say."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_letter, add_member, draft
from uadesk.base.clock import fixed_clock
from uadesk.domain.folding import fold
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import Sender
from uadesk.domain.rows import LetterFilter
from uadesk.store import search, sqlite
from uadesk.store.bulletins import AddresseeRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.engine import for_writing, make_engine
from uadesk.store.letters import LetterRecord, SenderRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.letters import letter_ids
from uadesk.store.store import Store

NAMES = ("Łukasz Wójcik", "Aysel Yılmaz", "Franz Weiß")
STEP = [(LetterStatus.PRINTED, TODAY)]


@pytest.fixture
def letters(store: Store) -> list[int]:
    """A letter by each of three people on one case."""
    with store.writing("fill") as session:
        case = add_case(session)
        return [add_letter(session, case, add_member(session, name)).id for name in NAMES]


def found(store: Store, typed: str) -> list[int]:
    with store.reading() as session:
        return letter_ids(session, LetterFilter(text=typed))


@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("Lukasz", [0]),
        ("łUKASZ", [0]),
        ("yilmaz", [1]),
        ("weiss", [2]),
        ("Weiß", [2]),
        ("wei", [2]),
        ("eiss", []),
        ("franz weiss", [2]),
        ("weiss franz", [2]),
        ("franz yilmaz", []),
        ("12/25", [0, 1, 2]),
        ("12/2", [0, 1, 2]),
        ("25/12", []),
        ("moravec lib", [0, 1, 2]),
        ("- , weiss", [2]),
        ("—", [0, 1, 2]),
        ('"weiss', [2]),
        ("weiss OR lukasz", []),
        ("weiss*", [2]),
        ("words:weiss", []),
        ("NEAR(weiss)", []),
        ("we\0iss", [2]),
        ("\ud800weiss", [2]),
    ],
)
def test_each_typed_word_begins_a_word(typed: str, whose: list[int], store: Store, letters: list[int]) -> None:
    assert found(store, typed) == [letters[place] for place in whose]


def test_a_letter_is_found_by_what_it_says(store: Store, letters: list[int]) -> None:
    with store.writing("write") as session:
        session.get_one(LetterRecord, letters[1]).own_words = "I am a Midwife in Gdańsk."
    assert found(store, "midwife gdansk") == [letters[1]]
    store.undo()
    assert found(store, "midwife") == []


def test_changed_names_and_titles_are_found_and_the_old_ones_are_not(store: Store, letters: list[int]) -> None:
    with store.writing("change") as session:
        session.get_one(MemberRecord, 2).name = "Aysel Demir"
        session.get_one(CaseRecord, 1).title = "Poet at risk"
        session.get_one(AddresseeRecord, 1).lines = ("Prefect Oduya",)
    assert found(store, "demir poet oduya") == [letters[1]]
    assert found(store, "yilmaz") == found(store, "librarian") == []
    store.undo()
    assert found(store, "yilmaz librarian") == [letters[1]]
    store.redo()
    assert found(store, "demir") == [letters[1]]


def test_a_printed_letter_is_found_by_who_signed_it_and_to_whom_it_went(store: Store, letters: list[int]) -> None:
    with store.writing("print") as session:
        letter = session.get_one(LetterRecord, letters[0])
        letter.move_to(LetterStatus.PRINTED, letter.created, TODAY)
        letter.freeze({"recipient": ["Minister Adela Moravec", "4 Harbour Street"]}, Sender("Łukasz Wójcik"))
    with store.writing("change") as session:
        session.get_one(MemberRecord, 1).name = "Lukas Other"
        session.get_one(AddresseeRecord, 1).name = "Prefect Oduya"
        session.get_one(AddresseeRecord, 1).lines = ("Prefect Oduya",)
    assert found(store, "wojcik harbour") == [letters[0]]
    assert found(store, "other") == [letters[0]], "nobody needs to know under which name it was signed"
    assert found(store, "oduya") == letters[1:]


@pytest.mark.parametrize("record", [MemberRecord, CaseRecord, LetterRecord])
def test_deletes_and_their_undo_keep_the_search_right(
    record: type[MemberRecord | CaseRecord | LetterRecord], store: Store, letters: list[int]
) -> None:
    before = found(store, "weiss moravec")
    with store.writing("delete") as session:
        session.execute(delete(record))  # in one statement, as a cascade does too
    assert found(store, "weiss moravec") == []
    store.undo()
    assert found(store, "weiss moravec") == before == [letters[2]]
    store.redo()
    assert found(store, "weiss moravec") == []


def test_a_sender_that_is_forgotten_is_found_no_more(store: Store, letters: list[int]) -> None:
    with store.writing("print") as session:
        session.get_one(LetterRecord, letters[0]).sender = SenderRecord.of(Sender("Ottoline"))
    assert found(store, "ottoline") == [letters[0]]
    with store.writing("forget") as session:
        session.execute(delete(SenderRecord))
    assert found(store, "ottoline") == []


def test_no_deleted_word_stays_in_the_file(store: Store, letters: list[int], path: Path, tmp_path: Path) -> None:
    with store.writing("name") as session:
        session.get_one(MemberRecord, 1).name = "Zzyzxquort"
    with store.writing("forget") as session:
        session.execute(delete(LetterRecord))
        session.execute(delete(MemberRecord))
    copy = tmp_path / "copy.sqlite"
    store.back_up(copy)
    assert b"zzyzxquort" not in copy.read_bytes()
    store.forget_undo()
    store.close()
    sqlite.settle(path)
    assert b"zzyzxquort" not in path.read_bytes()


def test_a_backup_finds_what_the_desk_finds(
    store: Store, letters: list[int], tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    store.back_up(tmp_path / "copy.sqlite")
    assert found(open_store(tmp_path / "copy.sqlite"), "weiss") == [letters[2]]
    assert store.findings() == ()


def test_an_older_desk_learns_to_search(store: Store, letters: list[int], path: Path) -> None:
    """As an earlier version left it: no index, and letters that are found by all but what they say."""
    with store.writing("write") as session:
        letter = session.get_one(LetterRecord, letters[1])
        letter.own_words, code = "I am a Midwife in Gdańsk.", letter.code.lower()
        session.flush()
        new = letter.folded
    store.close()
    engine = make_engine(path, foreign_keys=False)
    with for_writing(engine).begin() as connection:
        search.remove(connection)
        connection.execute(text("DROP TABLE IF EXISTS reply_scan"))
        connection.execute(text("DROP TABLE IF EXISTS reply"))
        for trigger in connection.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'")).all():
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        for column in ("kept_where", "where_then", "replaced"):
            connection.execute(text(f"ALTER TABLE letter DROP COLUMN {column}"))
        for column in ("block", "bulletin_id", "addressee_id"):
            connection.execute(text(f"ALTER TABLE print_run_piece DROP COLUMN {column}"))
        connection.execute(text("UPDATE letter SET folded = :code WHERE id = 2"), {"code": code})
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    engine.dispose()
    again = Store.open(path, fixed_clock(TODAY))
    assert found(again, "midwife gdansk") == [letters[1]]
    with again.reading() as session:
        assert session.get_one(LetterRecord, letters[1]).folded == new
    again.close()


PIECES = st.text("aàbłßıøXY019 .,-/'\"*&:()^~\n", max_size=12)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory, fresh_desk: Path) -> Store:
    """A desk whose letters are written anew for each example."""
    path = tmp_path_factory.mktemp("stock") / "desk.sqlite"
    shutil.copy(fresh_desk, path)
    return Store.open(path, fixed_clock(TODAY))


@settings(max_examples=60, deadline=None)
@given(names=st.lists(st.tuples(PIECES, PIECES), min_size=1, max_size=4), typed=PIECES)
def test_the_index_finds_what_plain_comparing_finds(names: list[tuple[str, str]], typed: str, stock: Store) -> None:
    with stock.writing("") as session:
        session.execute(delete(CaseRecord))
        session.execute(delete(MemberRecord))
        case = add_case(session, draft(title="", country=""))
        written = {}
        for name, own in names:
            letter = add_letter(session, case, add_member(session, name, address_lines=()), own_words=own)
            addressee = letter.addressee
            assert addressee is not None
            shared = letter.member.folded if letter.member else fold(name)
            written[letter.id] = f"{letter.folded} {shared} {case.folded} {addressee.folded}"
    assert found(stock, typed) == [ident for ident, words in written.items() if fits(typed, words)]


def fits(typed: str, words: str) -> bool:
    """Whether each typed word, itself in parts where signs part it, begins somewhere among these words."""
    stock = re.findall(r"[^\W_]+", words)
    parts = [re.findall(r"[^\W_]+", word) for word in fold(typed).split()]
    return all(any(follows(stock[place:], part) for place in range(len(stock))) for part in parts if part)


def follows(stock: list[str], part: list[str]) -> bool:
    *whole, last = part
    return stock[: len(whole)] == whole and len(stock) > len(whole) and stock[len(whole)].startswith(last)


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=20))
def test_nothing_that_can_be_typed_is_trouble(typed: str, stock: Store) -> None:
    assert isinstance(found(stock, typed), list)
