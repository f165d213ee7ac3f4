"""The report for the office: one page always, and a mail that a person sends."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from tests.desk.conftest import FIRST, TODAY
from tests.press.paper import Sheet, open_sheets
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import group, save_group
from uadesk.desk.mails import NotAMailboxError
from uadesk.desk.members import add_member
from uadesk.desk.office_report import office_mail, office_report, offices
from uadesk.desk.replies import add_reply
from uadesk.desk.reports import report
from uadesk.desk.steps import mark
from uadesk.domain.addresses import Issuer
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person
from uadesk.domain.replies import Reply

OFFICE = Issuer("Urgent Action Office", ("1 Quay Street",), email=("office@example.org", "second@example.org"))


@pytest.fixture
def posted(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    """Three letters by hand, posted, and a copy of one."""
    rows = draft_letters(desk, case, people, channel=Channel.HANDWRITTEN).done
    copies = draft_letters(
        desk, case, [add_member(desk, Person("Dana Quill"))], copies=True, channel=Channel.HANDWRITTEN
    )
    mark(desk, [row.ident for row in (*rows, *copies.done)], LetterStatus.POSTED)


def only(pdf: bytes) -> Sheet:
    [page] = open_sheets(pdf)
    return page


def parsed(mail: bytes) -> EmailMessage:
    found = message_from_bytes(mail, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_the_offices_are_those_of_the_bulletins_the_newest_first(desk: Desk, case: int) -> None:
    assert offices(desk) == ()
    other = Issuer("Another Office", email=("other@example.org",))
    for place, issuer in enumerate((OFFICE, other, OFFICE, None)):
        import_draft(desk, replace(FIRST, number=UANumber(25, 40 + place), index=f"X {place}", issuer=issuer))
    assert offices(desk) == (OFFICE, other)


def test_the_page_says_who_for_whom_and_how_many_letters_on_which_case(desk: Desk, posted: None) -> None:
    for sender in ("Ministry", "Embassy"):
        add_reply(desk, 1, Reply(TODAY, sender))
    page = only(office_report(desk, OFFICE, report(desk)))
    assert page.lines[0] == "Group 9"
    assert page.lines[2] == "4 0 1 0"
    assert "For Urgent Action Office" in page.lines
    assert "2 replies received" in page.lines
    assert "34/25 Costa Rica 4 0 1 0" in page.lines
    assert "Zoë Łukaszewska 1 0 0 0" in page.lines


def test_names_are_left_out_where_the_report_has_none(desk: Desk, posted: None) -> None:
    page = only(office_report(desk, OFFICE, report(desk, anonymous=True)))
    assert "Zoë" not in page.text
    assert "34/25 Costa Rica 4 0 1 0" in page.lines


def test_many_cases_and_people_still_make_one_page_and_the_rest_is_added_up(desk: Desk) -> None:
    writers = [add_member(desk, Person(f"Writer {n} with a very long name that goes on and on")) for n in range(30)]
    for place in range(30):
        number = UANumber(25, 100 + place)
        ident = import_draft(desk, replace(FIRST, number=number, index=f"X {place}")).case_id
        rows = draft_letters(desk, ident, [writers[place]], channel=Channel.HANDWRITTEN).done
        mark(desk, [row.ident for row in rows], LetterStatus.POSTED)
    for anonymous, rest in ((False, "19 more 19 0 0 0"), (True, "7 more 7 0 0 0")):
        page = only(office_report(desk, OFFICE, report(desk, anonymous=anonymous)))
        assert rest in page.lines
        assert "100/25 Costa Rica 1 0 0 0" in page.lines


def test_wide_names_take_two_lines_and_still_one_page(desk: Desk, case: int) -> None:
    names = [f"{'W' * 25} {'M' * 25} {n}" for n in range(30)]
    writers = [add_member(desk, Person(name)) for name in names]
    rows = draft_letters(desk, case, writers, channel=Channel.HANDWRITTEN).done
    mark(desk, [row.ident for row in rows], LetterStatus.POSTED)
    page = only(office_report(desk, OFFICE, report(desk)))
    assert any(" more " in line for line in page.lines)
    assert "34/25 Costa Rica 30 0 0 0" in page.lines


def test_the_mail_carries_the_report_and_the_scans(desk: Desk, posted: None) -> None:
    save_group(desk, replace(group(desk), email="group9@example.org", coordinator="Łucja Example"))
    scan = b"%PDF-1.4 a scan"
    mail = parsed(office_mail(desk, OFFICE, report(desk), attachments=[("reply É.pdf", scan), ("odd", b"\x00\x01")]))
    assert mail["To"] == "office@example.org"
    assert mail["From"] == "group9@example.org"
    assert mail["Subject"] == "Letters written by Group 9, all letters so far"
    body = mail.get_body(("plain",))
    assert body is not None
    said = body.get_content()
    assert "To Urgent Action Office" in said
    assert "4 letters and 1 copy" in said
    assert "Łucja Example" in said
    files = {part.get_filename(): part for part in mail.iter_attachments()}
    assert list(files) == ["report.pdf", "reply É.pdf", "odd"]
    assert "34/25 Costa Rica 4 0 1 0" in only(files["report.pdf"].get_content()).lines
    assert files["reply É.pdf"].get_content() == scan
    assert files["reply É.pdf"].get_content_type() == "application/pdf"


def test_no_text_can_begin_a_header_of_its_own(desk: Desk, posted: None) -> None:
    save_group(desk, replace(group(desk), name="Group\r\nBcc: spy@example.org", email="a@example.org\nX-Evil: 1"))
    office = Issuer("Office\nCc: spy@example.org", email=("office@example.org",))
    written = office_mail(desk, office, report(desk), attachments=[("a\r\nBcc: x.txt", b"")])
    mail = parsed(written)
    assert mail["Bcc"] is None
    assert mail["Cc"] is None
    assert mail["X-Evil"] is None
    head = written.split(b"\r\n\r\n", 1)[0]
    assert b"\n" not in head.replace(b"\r\n", b"")
    assert mail["From"] is None


@pytest.mark.parametrize("to", ["<", "office@example.org\r\nBcc: spy@example.org", "nonsense", "x@"])
def test_what_is_no_address_is_said_before_anything_is_written(desk: Desk, posted: None, to: str) -> None:
    with pytest.raises(NotAMailboxError):
        office_mail(desk, OFFICE, report(desk), to=to)


def test_a_mail_goes_to_several_and_beyond_plain_letters(desk: Desk, posted: None) -> None:
    mail = office_mail(desk, OFFICE, report(desk), to="büro@example.org, ua@example.org")
    assert "\r\nTo: büro@example.org, ua@example.org\r\n".encode() in mail


def test_an_office_without_an_address_leaves_the_line_to_the_person(desk: Desk, posted: None) -> None:
    assert parsed(office_mail(desk, Issuer(""), report(desk)))["To"] is None
    assert parsed(office_mail(desk, OFFICE, report(desk), to="new@example.org"))["To"] == "new@example.org"
