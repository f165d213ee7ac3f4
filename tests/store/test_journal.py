import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from tests.store.conftest import TODAY
from tests.store.making import NOON, add_case, add_letter, add_member, draft, outcome, snapshot
from uadesk.base.clock import fixed_clock
from uadesk.domain.letters import LetterStatus
from uadesk.store.acts import Act, noting
from uadesk.store.bulletins import BulletinRecord, FileRecord, SharedTextRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.errors import ActGoingOnError, CannotUndoError, NotLastActError, StaleSaveError
from uadesk.store.evenings import EveningRecord
from uadesk.store.journal_tables import JournalEntryRecord, JournalRowRecord
from uadesk.store.letters import LetterRecord, StepRecord, next_codes
from uadesk.store.people import GroupRecord, MemberRecord
from uadesk.store.runs import PrintRunPieceRecord, PrintRunRecord
from uadesk.store.store import Store

Change = Callable[[Session], object]


def add_everything(session: Session) -> None:
    """A row in every table, bytes that are no text among them."""
    case, member = add_case(session), add_member(session)
    letter = add_letter(session, case, member, [(LetterStatus.PRINTED, TODAY)])
    letter.frozen = {"code": letter.code, "recipient": ["Ünïcode", "‘quoted’", 'a "b" \\ c']}
    bulletin = case.bulletins[0]
    bulletin.files.append(FileRecord(name="ua.pdf", sha256="0", content=bytes(range(256)), imported=NOON))
    bulletin.shared = SharedTextRecord(subject="On the librarian", case_text=None)
    evening = EveningRecord(day=TODAY, place="Library")
    evening.members.append(member)
    evening.cases.append(case)
    session.add_all([evening, GroupRecord(id=1, name="Group 7")])


def edit_member(session: Session) -> None:
    for member in session.scalars(select(MemberRecord).limit(1)):
        member.name = f"{member.name} Żaneta"


def remove_member(session: Session) -> None:
    session.execute(delete(MemberRecord).where(MemberRecord.id.in_(select(func.max(MemberRecord.id)))))


def remove_case(session: Session) -> None:
    for case in session.scalars(select(CaseRecord).limit(1)):
        session.delete(case)


def rename_all(session: Session) -> None:
    session.execute(update(MemberRecord).values(about=MemberRecord.about + "x"))


def add_many(session: Session) -> None:
    session.execute(insert(MemberRecord), [{"name": f"Guest {place}", "version": 1} for place in range(3)])


def close_all(session: Session) -> None:
    for case in session.scalars(select(CaseRecord)):
        case.bulletins.append(BulletinRecord.of(outcome(), NOON))
        case.settle()


def replace_rows(session: Session) -> None:
    session.execute(text('REPLACE INTO "group" SELECT * FROM "group" WHERE id = 1'))
    session.execute(text("UPDATE \"group\" SET name = name || '!'"))


def add_another_case(session: Session) -> None:
    session.flush()
    add_letter(session, add_case(session, draft(number=None)), add_member(session, "Zoë"))


ACTS: list[Change] = [
    edit_member,
    remove_member,
    remove_case,
    rename_all,
    add_many,
    close_all,
    replace_rows,
    add_another_case,
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_undo_and_redo_restore_every_row(store: Store, act: Change) -> None:
    with store.writing("fill") as session:
        add_everything(session)
    before = snapshot(store)
    with store.writing("act") as session:
        act(session)
    after = snapshot(store)
    assert after != before

    assert store.undo() == "act"
    assert snapshot(store) == before
    assert store.redo() == "act"
    assert snapshot(store) == after


def test_an_undo_that_is_stopped_takes_nothing_back(store: Store) -> None:
    with store.writing("fill") as session:
        add_everything(session)
    with store.writing("act") as session:
        add_many(session)
        rename_all(session)
    after = snapshot(store)
    assert store.undo_size() > 3
    job = store.undoing()
    step = next(job)
    assert 0 < step.done < step.total == store.undo_size()
    job.close()
    assert snapshot(store) == after
    assert store.undo() == "act"


def test_bytes_come_back_as_they_were(store: Store) -> None:
    with store.writing("fill") as session:
        add_everything(session)
    with store.writing("clear") as session:
        session.execute(delete(FileRecord))
    store.undo()
    with store.reading() as session:
        assert session.scalars(select(FileRecord.content)).all() == [bytes(range(256))]


CHAINS = st.lists(st.sampled_from([*ACTS, "undo", "redo"]), min_size=1, max_size=12)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chain=CHAINS)
def test_any_chain_of_acts_undone_and_redone(
    chain: list[Change | str], fresh_desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("chain") / "desk.sqlite"
    shutil.copy(fresh_desk, path)
    store = Store.open(path, fixed_clock(TODAY))
    try:
        with store.writing("") as session:
            add_everything(session)
        run_chain(store, chain)
    finally:
        store.close()


def run_chain(store: Store, chain: list[Change | str]) -> None:
    """Compare the desk with what a plain list of its states says."""
    states, place = [snapshot(store)], 0
    for step in chain:
        if step == "undo":
            assert (store.undo() is not None) == (place > 0)
            place = max(0, place - 1)
        elif step == "redo":
            assert (store.redo() is not None) == (place < len(states) - 1)
            place = min(len(states) - 1, place + 1)
        elif callable(step):
            with store.writing("step") as session:
                step(session)
            now = snapshot(store)
            if now != states[place]:
                states, place = [*states[: place + 1], now], place + 1
        assert snapshot(store) == states[place]
    assert store.findings() == ()


def test_acts_are_named_and_a_new_one_ends_what_could_be_redone(store: Store) -> None:
    for name in ("first", "second"):
        with store.writing(name) as session:
            add_member(session)
    assert (store.next_undo(), store.next_redo()) == ("second", None)
    store.undo()
    assert (store.next_undo(), store.next_redo()) == ("first", "second")
    with store.writing("third") as session:
        add_member(session)
    assert (store.next_undo(), store.next_redo()) == ("third", None)
    assert [store.undo(), store.undo(), store.undo()] == ["third", "first", None]


def test_an_act_that_changed_nothing_leaves_no_name(store: Store) -> None:
    with store.writing("add") as session:
        add_member(session)
    store.undo()
    with store.writing("look") as session:
        session.scalars(select(MemberRecord)).all()
    assert (store.next_undo(), store.next_redo()) == (None, "add")


def fail_half_way(session: Session) -> None:
    add_member(session)
    raise ZeroDivisionError


def test_an_act_that_failed_leaves_neither_rows_nor_name(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing("add") as session:
        fail_half_way(session)
    assert store.next_undo() is None
    assert snapshot(store)["member"] == []


def test_consecutive_saves_of_one_text_are_undone_as_one(store: Store) -> None:
    with store.writing("") as session:
        letter = add_letter(session, add_case(session), add_member(session), own_words="")
    before = snapshot(store)
    for words in ("D", "De", "Dear"):
        with store.writing("write", merge=f"letter {letter.id}") as session:
            session.get_one(LetterRecord, letter.id).own_words = words
    after = snapshot(store)
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(JournalRowRecord)) == 1

    assert [store.undo(), store.undo()] == ["write", None]
    assert snapshot(store) == before
    assert store.redo() == "write"
    assert snapshot(store) == after


def test_another_act_between_parts_merged_ones(store: Store) -> None:
    with store.writing("") as session:
        member = add_member(session)
    for act, merge in (("write", "a"), ("other", ""), ("write", "a"), ("write", "b")):
        with store.writing(act, merge=merge) as session:
            session.get_one(MemberRecord, member.id).about += "x"
    assert [store.undo() for _ in range(5)] == ["write", "write", "other", "write", None]


def rename(store: Store, act: Act | None, ident: int, name: str) -> None:
    """Rename a person in a transaction of its own, or in the next one of an act."""
    with act.writing() if act is not None else store.writing("save") as session:
        session.get_one(MemberRecord, ident).name = name


def three_people(store: Store) -> list[int]:
    with store.writing("") as session:
        return [add_member(session, name).id for name in ("Ana", "Bo", "Cem")]


def test_an_act_of_several_transactions_is_undone_as_one_whatever_was_saved_between(store: Store) -> None:
    ana, bo, cem = three_people(store)
    before = snapshot(store)
    with store.act("rename") as act:
        rename(store, act, ana, "Anna")
        rename(store, None, cem, "Cemal")
        saved = snapshot(store)
        rename(store, act, bo, "Boris")
        rename(store, act, cem, "Kemal")
    after = snapshot(store)
    assert (store.last_act(), store.next_undo()) == (act.entry, "rename")
    assert store.undo() == "rename"
    assert snapshot(store)["member"][2] == saved["member"][2]
    assert store.undo() == "save"
    assert snapshot(store) == before
    assert [store.redo(), store.redo(), store.redo()] == ["save", "rename", None]
    assert snapshot(store) == after


def test_what_was_built_on_an_act_stands_between_its_parts(store: Store) -> None:
    """Anna was renamed by the act, then by hand: taking the act back at once would skip that."""
    ana, bo, _cem = three_people(store)
    before = snapshot(store)
    with store.act("rename") as act:
        rename(store, act, ana, "Anna")
        rename(store, None, ana, "Hannah")
        rename(store, act, bo, "Boris")
    assert [store.undo() for _ in range(4)] == ["rename", "save", "rename", None]
    assert snapshot(store) == before


def test_an_act_is_taken_back_only_when_it_is_over(store: Store) -> None:
    ana, bo, _cem = three_people(store)
    before = snapshot(store)
    with store.act("rename") as act:
        rename(store, act, ana, "Anna")
        with pytest.raises(ActGoingOnError):
            store.undo()
        rename(store, act, bo, "Boris")
    store.undo()
    assert snapshot(store) == before


def test_an_act_that_is_not_the_last_one_stays(store: Store) -> None:
    ana, bo, _cem = three_people(store)
    acts: list[int] = []
    with noting(acts):
        rename(store, None, ana, "Anna")
    rename(store, None, bo, "Boris")
    after = snapshot(store)
    with pytest.raises(NotLastActError) as caught:
        store.undo(acts[-1])
    assert caught.value.act == "save"
    assert snapshot(store) == after
    store.undo()
    assert store.undo(acts[-1]) == "save"
    assert store.next_undo() is None


def test_acts_are_noted_that_stood_and_were_done_by_this_thread(store: Store) -> None:
    ana, bo, _cem = three_people(store)
    acts: list[int] = []
    with noting(acts):
        with store.writing("look") as session:
            session.get_one(MemberRecord, ana)
        with pytest.raises(ZeroDivisionError), store.writing("add") as session:
            fail_half_way(session)
        other = threading.Thread(target=rename, args=(store, None, ana, "Anna"))
        other.start()
        other.join()
        assert acts == []
        with store.act("rename") as act:
            rename(store, act, ana, "Hannah")
            rename(store, act, bo, "Boris")
    assert acts == [act.entry] == [store.last_act()]


def test_another_thread_is_seen_at_work(store: Store) -> None:
    with store.writing("") as session:
        add_member(session)
        assert not store.is_busy
        seen: list[bool] = []
        other = threading.Thread(target=lambda: seen.append(store.is_busy))
        other.start()
        other.join()
    assert seen == [True]
    assert not store.is_busy


def test_a_merged_act_of_mixed_changes_is_undone_whole(store: Store) -> None:
    before = snapshot(store)
    for name in ("Ana", "Bo"):
        with store.writing("add", merge="people") as session:
            add_member(session, name).about = "new"
    assert store.undo() == "add"
    assert snapshot(store) == before


def test_a_save_from_a_state_that_was_taken_back_is_noticed(store: Store) -> None:
    with store.writing("") as session:
        ident = add_member(session, "Ana").id
    with store.writing("edit") as session:
        session.get_one(MemberRecord, ident).name = "Anna"
    with store.reading() as session:
        seen = session.get_one(MemberRecord, ident).version
    store.undo()
    with store.writing("edit") as session:
        session.get_one(MemberRecord, ident).name = "Hanna"
    with store.reading() as session:
        assert session.get_one(MemberRecord, ident).version != seen


def save_late(session: Session, ident: int) -> None:
    """Change a row that somebody else saved after it was read."""
    member = session.get_one(MemberRecord, ident)
    session.execute(text("UPDATE member SET version = version + 1"))
    member.name = "Anna"


def test_a_stale_object_is_refused_at_the_edge(store: Store) -> None:
    with store.writing("") as session:
        ident = add_member(session, "Ana").id
    with pytest.raises(StaleSaveError) as caught, store.writing("edit") as session:
        save_late(session, ident)
    assert caught.value.what == "member"
    with store.reading() as session:
        assert session.get_one(MemberRecord, ident).name == "Ana"


def test_a_code_is_never_given_twice_not_even_after_an_undo(store: Store) -> None:
    codes = []
    for _round in range(3):
        with store.writing("draft") as session:
            codes += next_codes(session, 2)
            add_member(session)
        store.undo()
    assert len(set(codes)) == 6


def test_a_number_of_a_row_is_never_given_twice(store: Store) -> None:
    with store.writing("add") as session:
        first = add_member(session).id
    store.undo()
    with store.writing("add") as session:
        assert add_member(session).id > first


def test_what_was_changed_past_the_journal_is_not_overwritten(store: Store) -> None:
    with store.writing("add") as session:
        ident = add_member(session, "Ana").id
    with store.writing("edit") as session:
        session.get_one(MemberRecord, ident).name = "Anna"
    with store.writing("") as session:
        session.get_one(MemberRecord, ident).name = "Hanna"
    with pytest.raises(CannotUndoError) as caught:
        store.undo()
    assert caught.value.act == "edit"
    assert store.next_undo() == "edit"
    with store.reading() as session:
        assert session.get_one(MemberRecord, ident).name == "Hanna"


def test_what_somebody_refers_to_now_is_not_taken_away(store: Store) -> None:
    with store.writing("add") as session:
        member = add_member(session)
    with store.writing("") as session:
        session.add(EveningRecord(day=TODAY, members=[session.get_one(MemberRecord, member.id)]))
    before = snapshot(store)
    with pytest.raises(CannotUndoError):
        store.undo()
    assert snapshot(store) == before


def test_a_refused_undo_forgets_nothing(store: Store) -> None:
    with store.writing("add") as session:
        ident = add_member(session, "Ana").id
    with store.writing("edit") as session:
        session.get_one(MemberRecord, ident).name = "Anna"
    with store.writing("") as session:
        session.get_one(MemberRecord, ident).name = "Hanna"
    with pytest.raises(CannotUndoError):
        store.undo()
    with store.writing("") as session:
        session.get_one(MemberRecord, ident).name = "Anna"
    assert [store.undo(), store.undo(), store.undo()] == ["edit", "add", None]


def test_the_record_of_a_run_goes_with_its_letters_and_comes_back(store: Store) -> None:
    with store.writing("") as session:
        case, member = add_case(session), add_member(session)
        kept = add_letter(session, case, member)
    with store.writing("draft") as session:
        letter = add_letter(session, case, member)
    with store.writing("") as session:
        run = PrintRunRecord(what="letters", made=NOON)
        run.pieces.extend(PrintRunPieceRecord(letter_id=each.id) for each in (letter, kept))
        session.add(run)
    before = snapshot(store)
    assert store.undo() == "draft"
    assert [row["letter_id"] for row in snapshot(store)["print_run_piece"]] == [kept.id]
    assert store.findings() == ()
    assert store.redo() == "draft"
    assert snapshot(store) == before


def test_undo_reaches_until_the_desk_is_closed(open_store: Callable[..., Store]) -> None:
    store = open_store()
    with store.writing("add") as session:
        add_member(session, "Ana")
    store.close()

    again = open_store()
    assert again.next_undo() is None
    with again.reading() as session:
        assert session.scalars(select(MemberRecord.name)).all() == ["Ana"]
        assert session.scalars(select(JournalEntryRecord.id)).all() == []
        assert session.scalars(select(JournalRowRecord.id)).all() == []


def test_the_steps_of_a_letter_are_undone_with_it(store: Store) -> None:
    with store.writing("") as session:
        ident = add_letter(session, add_case(session), add_member(session)).id
    with store.writing("mark") as session:
        session.get_one(LetterRecord, ident).move_to(LetterStatus.PRINTED, NOON, TODAY)
    store.undo()
    with store.reading() as session:
        assert session.get_one(LetterRecord, ident).status is LetterStatus.DRAFT
        assert session.scalars(select(StepRecord.status)).all() == [LetterStatus.DRAFT]
