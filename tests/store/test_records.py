from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.store.conftest import TODAY
from tests.store.making import EMBASSY, MINISTER, NOON, add_case, add_letter, add_member, draft, outcome
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group, MemberKind, Paper, Person, ReturnAddress, Sender
from uadesk.store.base import expect_version
from uadesk.store.bulletins import BulletinRecord, FileRecord, SharedTextRecord
from uadesk.store.cases import CaseRecord, DecisionRecord
from uadesk.store.errors import StaleSaveError, WrongStepError
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord, SenderRecord, StepRecord, next_codes
from uadesk.store.people import GroupRecord, MemberRecord
from uadesk.store.runs import PrintRunPieceRecord, PrintRunRecord
from uadesk.store.store import Store


@pytest.mark.parametrize("bulletin", [draft(), outcome(), draft(issuer=None, stage=None, number=None, language=None)])
def test_a_bulletin_comes_back_whole(bulletin: BulletinDraft, store: Store) -> None:
    with store.writing("add") as session:
        ident = add_case(session, bulletin).bulletins[0].id
    with store.reading() as session:
        assert session.get_one(BulletinRecord, ident).draft() == bulletin


def test_a_corrected_bulletin_keeps_the_rows_of_its_addressees(store: Store) -> None:
    with store.writing("add") as session:
        case = add_case(session)
        letter = add_letter(session, case, None)
        ident, chosen = case.bulletins[0].id, letter.addressee_id
    corrected = draft(
        targets=(Addressee(lines=("Minister A. Moravec", "5 Harbour Street"), name="Minister A. Moravec"), MINISTER),
        copies=(),
        demands=("release her.",),
    )
    with store.writing("correct") as session:
        session.get_one(BulletinRecord, ident).take(corrected)
    with store.reading() as session:
        assert session.get_one(BulletinRecord, ident).draft() == corrected
        addressee = session.get_one(LetterRecord, letter.id).addressee
        assert addressee is not None
        assert (addressee.id, addressee.addressee) == (chosen, MINISTER)


def test_moments_come_back_in_utc_whatever_zone_they_were_in(store: Store) -> None:
    east = timezone(timedelta(hours=9))
    with store.writing("add") as session:
        case = add_case(session)
        case.bulletins[0].imported = datetime(2025, 6, 2, 3, tzinfo=east)
    with store.reading() as session:
        assert session.get_one(CaseRecord, case.id).bulletins[0].imported == datetime(2025, 6, 1, 18, tzinfo=UTC)
        assert session.get_one(CaseRecord, case.id).bulletins[0].imported.tzinfo is UTC


@pytest.mark.parametrize("drafts", [(draft(), outcome()), (outcome(), draft())])
def test_a_case_stands_alike_in_whatever_order_its_bulletins_came(
    drafts: tuple[BulletinDraft, ...], store: Store
) -> None:
    with store.writing("add") as session:
        ident = add_case(session, *drafts).id
    with store.reading() as session:
        case = session.get_one(CaseRecord, ident)
        assert (case.closed_on, case.act_until) == (date(2025, 7, 22), date(2025, 7, 1))
        assert case.current is not None
        assert case.current.index == "EUR 99/0001/2025"


def test_a_decision_closes_and_reopens(store: Store) -> None:
    with store.writing("add") as session:
        case = add_case(session)
        case.decisions.append(DecisionRecord(closes=True, day=TODAY, made=NOON, reason="the office phoned"))
        case.settle()
        assert (case.closed_on, case.closed_reason) == (TODAY, "the office phoned")
        later = NOON + timedelta(hours=1)
        case.decisions.append(DecisionRecord(closes=False, day=TODAY, made=later, reason="it phoned again"))
        case.settle()
        assert case.closed_on is None


def test_a_number_belongs_to_one_case_and_many_have_none(store: Store) -> None:
    with store.writing("add") as session:
        for number in (UANumber(25, 12), UANumber(25, 12, extra=True), None, None):
            add_case(session, draft(number=number))
    with store.reading() as session:
        numbers = [case.number for case in session.scalars(select(CaseRecord).order_by(CaseRecord.id))]
    assert numbers == [UANumber(25, 12), UANumber(25, 12, extra=True), None, None]
    with pytest.raises(IntegrityError), store.writing("again") as session:
        add_case(session)


def test_group_and_member_come_back_as_given(store: Store) -> None:
    group = Group("Group 7", "7", ("1 Quay",), "CA", "Ana", "ana@group.example", Paper.A4, "iso-dl")
    person = Person(
        "Zoë", ("2 Quay", "Halifax"), "CA", "z@x.example", "555", "a nurse", MemberKind.GUEST, ReturnAddress.TOWN
    )
    with store.writing("add") as session:
        record = GroupRecord(id=1)
        record.take(group)
        session.add_all([record, MemberRecord.of(person)])
    with store.reading() as session:
        assert session.get_one(GroupRecord, 1).group == group
        assert session.scalars(select(MemberRecord)).one().person == person


def test_what_can_be_searched_follows_every_edit(store: Store) -> None:
    with store.writing("add") as session:
        ident = add_member(session, "Łukasz").id
        assert session.get_one(MemberRecord, ident).folded.startswith("lukasz")
    with store.writing("edit") as session:
        session.get_one(MemberRecord, ident).name = "Żaneta"
    with store.reading() as session:
        assert session.get_one(MemberRecord, ident).folded.startswith("zaneta")


def test_each_save_counts_the_version_on(store: Store) -> None:
    with store.writing("add") as session:
        ident = add_member(session).id
    with store.writing("edit") as session:
        member = session.get_one(MemberRecord, ident)
        expect_version("member", ident, member.version, 1)
        member.about = "new"
    with store.reading() as session, pytest.raises(StaleSaveError) as caught:
        expect_version("member", ident, session.get_one(MemberRecord, ident).version, 1)
    assert (caught.value.what, caught.value.ident) == ("member", ident)


def test_a_letter_takes_only_steps_that_may_follow(store: Store) -> None:
    with store.writing("add") as session:
        letter = add_letter(session, add_case(session), add_member(session))
        letter.move_to(LetterStatus.PRINTED, NOON, TODAY)
        with pytest.raises(WrongStepError) as caught:
            letter.move_to(LetterStatus.SENT, NOON, TODAY)
        letter.move_to(LetterStatus.POSTED, NOON + timedelta(hours=1), TODAY)
    assert (caught.value.code, caught.value.following) == (letter.code, LetterStatus.SENT)
    with store.reading() as session:
        stored = session.get_one(LetterRecord, letter.id)
        assert [step.status.value for step in stored.steps] == ["draft", "printed", "posted"]
        assert stored.changed == NOON + timedelta(hours=1)


def test_codes_differ(store: Store) -> None:
    with store.writing("add") as session:
        codes = [*next_codes(session, 0), *next_codes(session, 1), *next_codes(session, 1499)]
    assert len(set(codes)) == 1500


def test_a_removed_member_leaves_the_letters_with_their_sender(store: Store) -> None:
    with store.writing("add") as session:
        member = add_member(session, "Ana")
        letter = add_letter(session, add_case(session), member, [(LetterStatus.PRINTED, TODAY)])
        letter.sender = SenderRecord.of(Sender("Ana", ("2 Quay",), "CA"))
    with store.writing("remove") as session:
        session.delete(session.get_one(MemberRecord, member.id))
    with store.reading() as session:
        kept = session.get_one(LetterRecord, letter.id)
        assert kept.member is None
        assert kept.sender is not None
        assert kept.sender.sender == Sender("Ana", ("2 Quay",), "CA")


def test_only_letters_that_never_reached_paper_are_dropped(store: Store) -> None:
    with store.writing("add") as session:
        case, member = add_case(session), add_member(session)
        add_letter(session, case, member)
        add_letter(session, case, member, [(LetterStatus.WITHDRAWN, TODAY)])
        printed = [(LetterStatus.PRINTED, TODAY), (LetterStatus.WITHDRAWN, TODAY)]
        pulled = add_letter(session, case, member, printed)
        posted = add_letter(session, case, member, [(LetterStatus.POSTED, TODAY)], channel=Channel.HANDWRITTEN)
        writer = add_member(session, "Bo")
        add_letter(session, case, writer)
    with store.writing("remove") as session:
        assert not session.get_one(MemberRecord, writer.id).has_printed_letters
        record = session.get_one(MemberRecord, member.id)
        assert record.has_printed_letters
        record.drop_drafts()
    with store.reading() as session:
        left = session.scalars(
            select(LetterRecord.id).where(LetterRecord.member_id == member.id).order_by(LetterRecord.id)
        )
        assert left.all() == [pulled.id, posted.id]


def test_a_removed_case_takes_all_that_is_its_own(store: Store) -> None:
    with store.writing("add") as session:
        case, member = add_case(session), add_member(session)
        letter = add_letter(session, case, member)
        case.bulletins[0].files.append(FileRecord(name="a", sha256="0", content=b"\0", imported=NOON))
        case.bulletins[0].shared = SharedTextRecord(subject="s")
        run = PrintRunRecord(what="letters", made=NOON)
        run.pieces.append(PrintRunPieceRecord(letter_id=letter.id))
        session.add_all([run, EveningRecord(day=TODAY, cases=[case], members=[member])])
    with store.writing("remove") as session:
        session.delete(session.get_one(CaseRecord, case.id))
    with store.reading() as session:
        assert {
            kind.__name__: left(session, kind) for kind in (BulletinRecord, LetterRecord, StepRecord, FileRecord)
        } == {
            "BulletinRecord": 0,
            "LetterRecord": 0,
            "StepRecord": 0,
            "FileRecord": 0,
        }
        assert left(session, MemberRecord) == 1
        assert session.scalars(select(EveningRecord)).one().cases == []
    assert store.findings() == ()


def left(session: Session, kind: type) -> int:
    return len(session.scalars(select(kind)).all())


def test_the_pieces_of_a_run_keep_their_order(store: Store) -> None:
    with store.writing("add") as session:
        case, member = add_case(session), add_member(session)
        letters = [add_letter(session, case, member) for _ in range(3)]
        run = PrintRunRecord(what="letters", stationery="a4", made=NOON)
        for letter in reversed(letters):
            run.pieces.append(PrintRunPieceRecord(letter_id=letter.id))
        session.add(run)
    with store.reading() as session:
        pieces = session.scalars(select(PrintRunRecord)).one().pieces
        assert [(piece.place, piece.letter_id) for piece in pieces] == [
            (place, letter.id) for place, letter in enumerate(reversed(letters))
        ]


def test_lines_keep_blanks_quotes_and_every_script(store: Store) -> None:
    lines = ('"quoted"', "  blanks  ", "", "Ђорђе", "\u202eطهران", "a\tb", "😀")
    with store.writing("add") as session:
        ident = add_member(session, address_lines=lines).id
    with store.reading() as session:
        assert session.get_one(MemberRecord, ident).address_lines == lines


def test_an_embassy_is_a_copy(store: Store) -> None:
    with store.writing("add") as session:
        case = add_case(session)
    with store.reading() as session:
        bulletin = session.get_one(CaseRecord, case.id).bulletins[0]
        assert [each.addressee for each in bulletin.addressees] == [MINISTER, EMBASSY]
