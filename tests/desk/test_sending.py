"""Letters by email and fax: drafted, made ready, refused, sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.desk.conftest import EMBASSY, FIRST, GROUP, MINISTER, OUTCOME
from tests.press.paper import open_sheets
from uadesk.base.errors import UADeskError
from uadesk.desk.addressees import NoLongerAddressedError
from uadesk.desk.bulletins import import_draft
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import CaseClosedError, draft_letters
from uadesk.desk.going import OriginalWithdrawnError
from uadesk.desk.groups import save_group
from uadesk.desk.members import add_member
from uadesk.desk.reaching import NotReachedError
from uadesk.desk.sending import LONGEST_LINK, confirm_sent, email_of, fax_of, fax_pdf, mailto_link
from uadesk.desk.steps import mark
from uadesk.desk.words import sentence
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import Person, ReturnAddress
from uadesk.letters.checks import UnfilledFieldError
from uadesk.store.errors import WrongStepError

WIRED = replace(MINISTER, email=("ana@example.org", "office@example.org"), fax=("+506 2555 0100",))
JUDGE = replace(MINISTER, lines=("Judge Raúl Soto", "The Court", "San Rafael"), name="Judge Raúl Soto", title=None)


def bulletin(*targets: Addressee, **changes: object) -> BulletinDraft:
    return replace(FIRST, targets=targets, **changes)  # type: ignore[arg-type]  # the caller names fields of it


@pytest.fixture
def wired(desk: Desk) -> int:
    """A case whose minister has email and fax; its embassy has neither."""
    return import_draft(desk, bulletin(WIRED)).case_id


def drafted(desk: Desk, case: int, channel: Channel = Channel.EMAIL, **person: object) -> int:
    writer = add_member(desk, Person("Zoë Łukaszewska", ("5 Elm Road", "Ottawa ON"), **person))  # type: ignore[arg-type]
    [row] = draft_letters(desk, case, [writer], channel=channel).done
    return row.ident


def write(desk: Desk, ident: int, edit: LetterEdit) -> None:
    save_letter(desk, ident, edit, letter_view(desk, ident).version)


def parsed(content: bytes) -> EmailMessage:
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    return found


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.FAX])
def test_only_who_can_be_reached_is_written_to_and_each_other_is_named_once(
    desk: Desk, people: tuple[int, ...], channel: Channel
) -> None:
    case = import_draft(desk, bulletin(JUDGE, WIRED)).case_id
    made = draft_letters(desk, case, people, copies=True, channel=channel)
    assert {(row.addressee, row.kind, row.channel) for row in made.done} == {
        (WIRED.name, PieceKind.APPEAL, channel),
    }
    assert len(made.done) == len(people)
    assert [each.what for each in made.skipped] == [JUDGE.name, EMBASSY.name]
    assert all(isinstance(each.why, NotReachedError) for each in made.skipped)
    lacks = {Channel.EMAIL: "no email address", Channel.FAX: "no fax number"}[channel]
    assert f"{JUDGE.name} has {lacks}" in sentence(made.skipped[0].why)


def test_where_nobody_can_be_reached_no_draft_is_made(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    made = draft_letters(desk, case, people, channel=Channel.EMAIL)
    assert made.done == ()
    assert [each.what for each in made.skipped] == [MINISTER.name]


def test_a_mail_says_what_the_letter_says(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    write(desk, ident, LetterEdit(own_words="I am a nurse.\nMy son is nine."))
    mail = email_of(desk, ident)
    assert mail.to == ("ana@example.org", "office@example.org")
    assert mail.subject == "Free the river guardians (Urgent Action 34/25)"
    assert mail.body.split("\n\n")[:4] == [
        "Dear Minister Peña,",
        "I am a nurse.",
        "My son is nine.",
        "I urge the government to:\n- release the guardians at once.\n- return their boats.",
    ]
    assert mail.body.endswith("Yours sincerely,\n\nZoë Łukaszewska\n5 Elm Road\nOttawa ON\nCANADA\n")
    assert mail.late is None


def test_the_return_address_is_the_one_that_was_chosen(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    write(desk, ident, LetterEdit(return_address=ReturnAddress.NONE))
    assert email_of(desk, ident).body.endswith("Yours sincerely,\n\nZoë Łukaszewska\n")


def test_the_link_opens_the_same_mail(desk: Desk, wired: int) -> None:
    mail = email_of(desk, drafted(desk, wired))
    assert mail.text_in_link
    link = urlsplit(mail.mailto)
    assert (link.scheme, unquote(link.path)) == ("mailto", "ana@example.org,office@example.org")
    fields = parse_qs(link.query)
    assert fields["subject"] == [mail.subject]
    assert fields["body"] == [mail.body.removesuffix("\n").replace("\n", "\r\n")]
    assert "%0D%0A%0D%0A" in mail.mailto
    assert " " not in mail.mailto


def test_a_long_letter_leaves_its_text_out_of_the_link(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    write(desk, ident, LetterEdit(own_words="I write to you. " * 130))
    mail = email_of(desk, ident)
    assert not mail.text_in_link
    assert len(mail.mailto) <= LONGEST_LINK
    assert set(parse_qs(urlsplit(mail.mailto).query)) == {"subject"}
    assert parsed(mail.eml).get_content().replace("\r\n", "\n") == mail.body


def test_nothing_in_a_link_begins_a_field_of_its_own() -> None:
    link = mailto_link(("a?bcc=b@example.org",), "Free\r\nBcc: c@example.org", "One & two?\n&bcc=d@example.org")
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert unquote(urlsplit(link).path) == "a?bcc=b@example.org"
    assert parse_qs(urlsplit(link).query)["subject"] == ["Free Bcc: c@example.org"]


def test_the_mail_file_is_a_draft_from_the_writer_or_the_group(desk: Desk, wired: int) -> None:
    mail = parsed(email_of(desk, drafted(desk, wired, email="zoe@example.org")).eml)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "ana@example.org, office@example.org"
    assert mail["From"] == "Zoë Łukaszewska <zoe@example.org>"
    assert mail.get_content_charset() == "utf-8"
    assert mail["Bcc"] is None
    other = drafted(desk, import_draft(desk, bulletin(WIRED, number=None, index="X 1")).case_id)
    assert parsed(email_of(desk, other).eml)["From"] is None
    save_group(desk, replace(GROUP, email="group@example.org"))
    assert parsed(email_of(desk, other).eml)["From"] == "Zoë Łukaszewska <group@example.org>"


@pytest.mark.parametrize("choice", [ReturnAddress.GROUP, ReturnAddress.TOWN, ReturnAddress.NONE])
def test_who_keeps_the_address_back_keeps_the_email_back_too(desk: Desk, wired: int, choice: ReturnAddress) -> None:
    ident = drafted(desk, wired, email="zoe@example.org")
    write(desk, ident, LetterEdit(return_address=choice))
    assert parsed(email_of(desk, ident).eml)["From"] is None
    save_group(desk, replace(GROUP, email="group@example.org"))
    assert parsed(email_of(desk, ident).eml)["From"] == "Zoë Łukaszewska <group@example.org>"


def test_a_letter_to_somebody_else_does_not_go_to_the_addressees_mailbox(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    write(desk, ident, LetterEdit(recipient=(*WIRED.lines[:1], "9 New Street")))
    assert email_of(desk, ident).to == WIRED.email
    write(desk, ident, LetterEdit(recipient=("Judge Raúl Soto", "The Court")))
    refused(desk, ident, NotReachedError)


def test_no_value_begins_a_header_of_the_mail_file(desk: Desk) -> None:
    boxes = ("bad@example.org\r\nBcc: x@example.org", "é@example.org")
    draft = bulletin(replace(MINISTER, email=boxes), title="FREE THEM\r\nBcc: y@example.org")
    writer = add_member(desk, Person("Zoë\r\nBcc: z@example.org", email="zoe@example.org\r\nBcc: w@example.org"))
    [row] = draft_letters(desk, import_draft(desk, draft).case_id, [writer], channel=Channel.EMAIL).done
    content = email_of(desk, row.ident).eml
    head = content.partition(b"\r\n\r\n")[0].lower()
    assert b"\nbcc" not in head
    assert "é@example.org".encode() in content


def test_a_fax_is_the_page_of_the_letter(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired, Channel.FAX)
    fax = fax_of(desk, ident)
    assert fax.numbers == ("+506 2555 0100",)
    [sheet] = open_sheets(fax.pdf)
    assert "Dear Minister Peña," in sheet.lines
    assert "COSTA RICA" in sheet.text
    [alone] = open_sheets(fax_pdf(desk, ident))
    assert alone.lines == sheet.lines


@pytest.mark.parametrize("make", [email_of, fax_of])
def test_nobody_needs_to_know_the_country_of_a_mail_or_fax(desk: Desk, make: Callable[[Desk, int], object]) -> None:
    nowhere = replace(WIRED, lines=("Ana Peña",), name="Ana Peña", title=None, address_lines=(), country_code=None)
    case = import_draft(desk, bulletin(nowhere)).case_id
    ident = drafted(desk, case, Channel.EMAIL if make is email_of else Channel.FAX)
    assert make(desk, ident)
    assert mark(desk, [ident], LetterStatus.SENT).skipped == ()


def refused(desk: Desk, ident: int, error: type[UADeskError]) -> None:
    with pytest.raises(error) as raised:
        email_of(desk, ident)
    assert sentence(raised.value)


def test_what_may_not_be_printed_may_not_be_sent(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    write(desk, ident, LetterEdit(salutation="Dear [NAME],"))
    refused(desk, ident, UnfilledFieldError)
    write(desk, ident, LetterEdit())
    assert email_of(desk, ident).to == WIRED.email
    import_draft(desk, OUTCOME)
    refused(desk, ident, CaseClosedError)
    mark(desk, [ident], LetterStatus.WITHDRAWN)
    refused(desk, ident, WrongStepError)


def test_who_is_written_to_no_more_gets_no_mail(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    later = bulletin(
        JUDGE, replace(JUDGE, lines=("Two",), name="Two"), stage=Stage.UPDATE, index="X 2", issued=date(2025, 5, 1)
    )
    import_draft(desk, later)
    refused(desk, ident, NoLongerAddressedError)


def test_who_has_no_email_address_any_more_gets_no_mail(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    import_draft(desk, bulletin(MINISTER, stage=Stage.UPDATE, index="X 2", issued=date(2025, 5, 1)))
    refused(desk, ident, NotReachedError)


def test_the_copy_of_a_withdrawn_letter_is_not_sent(desk: Desk, people: tuple[int, ...]) -> None:
    case = import_draft(desk, bulletin(WIRED, copies=(replace(EMBASSY, email=("emb@example.org",)),))).case_id
    letter, copy = draft_letters(desk, case, people[:1], copies=True, channel=Channel.EMAIL).done
    assert email_of(desk, copy.ident).body.startswith("Copy of a letter to\nThe Honourable Ana Peña\n")
    mark(desk, [letter.ident], LetterStatus.WITHDRAWN)
    refused(desk, copy.ident, OriginalWithdrawnError)


def test_after_the_last_day_it_can_be_sent_and_is_told(desk: Desk, wired: int, on_day: Callable[[date], Desk]) -> None:
    late = email_of(on_day(date(2025, 7, 2)), drafted(desk, wired)).late
    assert late is not None
    assert late.act_until == date(2025, 7, 1)


def test_what_was_sent_stays_as_it_was(desk: Desk, wired: int) -> None:
    ident = drafted(desk, wired)
    before = email_of(desk, ident)
    [row] = mark(desk, [ident], LetterStatus.SENT).done
    assert row.status is LetterStatus.SENT
    changed = replace(WIRED, salutation="Dear President Peña,")
    import_draft(desk, bulletin(changed, stage=Stage.UPDATE, index="X 2", issued=date(2025, 5, 1)))
    import_draft(desk, OUTCOME)
    assert email_of(desk, ident).body == before.body


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.FAX])
def test_the_record_keeps_the_words_that_went(desk: Desk, wired: int, channel: Channel) -> None:
    ident = drafted(desk, wired, channel)
    make = email_of if channel is Channel.EMAIL else fax_of
    went = make(desk, ident)
    write(desk, ident, LetterEdit(own_words="Typed when it had gone already."))
    confirm_sent(desk, ident, went)
    assert letter_view(desk, ident).row.status is LetterStatus.SENT
    assert make(desk, ident).piece == went.piece
    with pytest.raises(WrongStepError):
        confirm_sent(desk, ident, went)
