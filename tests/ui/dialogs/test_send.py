"""Sending letters as a person does: open, save or copy each, then say that it went."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.conftest import MINISTER
from tests.press.paper import open_sheets
from tests.ui.kit import Heard, bulletin, outcome, press
from uadesk.desk.bulletins import import_draft
from uadesk.desk.composing import LetterEdit
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters
from uadesk.desk.sending import email_of, fax_pdf
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.rows import LetterRow
from uadesk.ui.dialogs.send import SendDialog

BOTH = replace(MINISTER, email=("ana@example.org",), fax=("+506 2555 0100", "+506 2555 0101"))


def wired(**changes: object) -> BulletinDraft:
    """A case whose minister has an email address and fax numbers."""
    return replace(bulletin(number=UANumber(25, 40), index="X 1", targets=(BOTH,), spans={}), **changes)  # type: ignore[arg-type]


class Sending:
    """Opens the dialog on drafts, and keeps what it handed to the mail program."""

    def __init__(self, heard: Heard, qtbot: QtBot) -> None:
        self.heard = heard
        self.desk = heard.context.desk
        self.case = import_draft(self.desk, wired()).case_id
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.links: list[QUrl] = []

    def draft(self, channel: Channel, writers: int = 1) -> list[LetterRow]:
        """Drafts by the first people on the list."""
        return list(draft_letters(self.desk, self.case, range(1, writers + 1), channel=channel).done)

    def open(self, *rows: LetterRow, opens: bool = True) -> SendDialog:
        """The dialog on these letters; the mail program opens or not."""
        dialog = SendDialog.open_for(self.heard.context, [row.ident for row in rows], self.window)

        def open_link(link: QUrl) -> bool:
            self.links.append(link)
            return opens

        dialog.email.open_link = open_link
        return dialog

    @property
    def statuses(self) -> list[LetterStatus]:
        """How the letters stand, in the order of their making."""
        return [row.status for row in sorted(list_letters(self.desk), key=lambda row: row.ident)]


@pytest.fixture
def sending(heard: Heard, qtbot: QtBot) -> Iterator[Sending]:
    made = Sending(heard, qtbot)
    yield made
    for dialog in made.window.findChildren(SendDialog):
        dialog.reject()


def filled(dialog: SendDialog) -> list[str]:
    """The filled buttons that can be seen."""
    buttons = (dialog.email.open_button, dialog.fax.print_button, dialog.sent_button)
    return [each.text() for each in buttons if each.isVisible() and each.property("look") == "filled"]


def test_a_mail_opens_in_the_mail_program_and_is_marked_when_it_went(sending: Sending) -> None:
    [row] = sending.draft(Channel.EMAIL)
    dialog = sending.open(row)
    mail = email_of(sending.desk, row.ident)
    assert dialog.who.text() == "Zoë Łukaszewska to The Honourable Ana Peña"
    assert dialog.email.to.text() == "ana@example.org"
    assert dialog.email.subject.text() == mail.subject
    assert dialog.email.text.toPlainText() == mail.body
    assert dialog.email.text.isReadOnly()
    assert filled(dialog) == ["Open in the mail program"]
    press(dialog, "Open in the mail program")
    assert [bytes(link.toEncoded().data()) for link in sending.links] == [mail.mailto.encode()]
    assert filled(dialog) == ["I have sent it"]
    assert sending.statuses == [LetterStatus.DRAFT]
    press(dialog, "I have sent it")
    assert sending.statuses == [LetterStatus.SENT]
    assert not dialog.isVisible()
    assert sending.heard.notices == [("The letter to The Honourable Ana Peña is sent now.", True)]
    undo(sending.desk)
    assert sending.statuses == [LetterStatus.DRAFT]


def test_a_text_too_long_to_hand_over_is_copied_and_that_is_said(sending: Sending) -> None:
    [row] = sending.draft(Channel.EMAIL)
    edit = LetterEdit(own_words="I write to you because I care. " * 80)
    save_letter(sending.desk, row.ident, edit, letter_view(sending.desk, row.ident).version)
    dialog = sending.open(row)
    press(dialog, "Open in the mail program")
    assert "body" not in sending.links[0].toString()
    assert QGuiApplication.clipboard().text() == email_of(sending.desk, row.ident).body
    assert "Paste it" in dialog.said.text()


def test_where_no_mail_program_opens_it_says_what_to_do(sending: Sending) -> None:
    dialog = sending.open(*sending.draft(Channel.EMAIL), opens=False)
    press(dialog, "Open in the mail program")
    assert "Save the mail as a file" in dialog.said.text()
    assert filled(dialog) == ["Open in the mail program"]
    press(dialog, "Copy the text")
    assert QGuiApplication.clipboard().text().startswith("Dear Minister Peña,")
    assert filled(dialog) == ["I have sent it"]


def test_the_mail_is_saved_as_a_file(sending: Sending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [row] = sending.draft(Channel.EMAIL)
    dialog = sending.open(row)
    for folder, said in ((tmp_path / "none", "could not be written"), (tmp_path, "Open it in your mail program")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values, to=folder: (str(to / "a.eml"), ""))
        press(dialog, "Save as mail file…")
        assert said in dialog.said.text()
    mail = message_from_bytes((tmp_path / "a.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["X-Unsent"]) == ("ana@example.org", "1")


def test_letters_come_one_after_the_other_until_each_is_answered_for(sending: Sending, qtbot: QtBot) -> None:
    rows = sending.draft(Channel.EMAIL, 3)
    dialog = sending.open(*rows)
    assert dialog.place.text() == "1 of 3"
    dialog.on.click()
    assert dialog.place.text() == "2 of 3"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.place.text() == "3 of 3")
    press(dialog, "Not yet")
    assert dialog.place.text() == "1 of 3"
    press(dialog, "I have sent it")
    assert not dialog.isVisible()
    assert sending.statuses == [LetterStatus.SENT, LetterStatus.SENT, LetterStatus.DRAFT]


def test_what_was_said_too_early_is_taken_back(sending: Sending) -> None:
    dialog = sending.open(*sending.draft(Channel.EMAIL, 2))
    press(dialog, "I have sent it")
    dialog.back.click()
    assert "sent" in dialog.about.text()
    press(dialog, "It was not sent after all")
    assert sending.statuses == [LetterStatus.DRAFT] * 2
    press(dialog, "I have sent it")
    assert sending.statuses == [LetterStatus.SENT, LetterStatus.DRAFT]


def test_a_fax_shows_its_number_and_its_page(
    sending: Sending, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [row] = sending.draft(Channel.FAX)
    dialog = sending.open(row)
    assert dialog.fax.number.text() == "Fax: +506 2555 0100"
    assert dialog.fax.others.text() == "or +506 2555 0101"
    qtbot.waitUntil(lambda: dialog.fax.pages.paper.page is not None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "fax.pdf"), ""))
    press(dialog, "Save as PDF…")
    assert "fax.pdf" in dialog.said.text()
    [saved] = open_sheets((tmp_path / "fax.pdf").read_bytes())
    [made] = open_sheets(fax_pdf(sending.desk, row.ident))
    assert saved.lines == made.lines
    press(dialog, "I have sent it")
    assert sending.statuses == [LetterStatus.SENT]


def test_a_fax_goes_to_the_printer(sending: Sending, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(100)
        printer.setOutputFileName(str(out))
        return True

    dialog = sending.open(*sending.draft(Channel.FAX))
    dialog.fax.choose_printer = lambda _printer, _parent: False
    press(dialog, "Print…")
    assert dialog.said.text() == ""
    dialog.fax.choose_printer = choose
    press(dialog, "Print…")
    qtbot.waitUntil(lambda: "went to the printer" in dialog.said.text())
    assert out.read_bytes().startswith(b"%PDF")
    assert filled(dialog) == ["I have sent it"]


def test_a_letter_that_may_not_go_says_why_and_can_be_opened(sending: Sending, qtbot: QtBot) -> None:
    rows = sending.draft(Channel.EMAIL, 2)
    edit = LetterEdit(salutation="Dear [NAME],")
    save_letter(sending.desk, rows[0].ident, edit, letter_view(sending.desk, rows[0].ident).version)
    dialog = sending.open(*rows)
    assert "“[NAME]”" in dialog.refused.sentence.text()
    assert not dialog.sent_button.isEnabled()
    assert dialog.sent_button.toolTip()
    dialog.on.click()
    assert dialog.sent_button.isEnabled()
    dialog.back.click()
    with qtbot.waitSignal(sending.heard.context.letter_asked) as asked:
        press(dialog, "Open the letter")
    assert asked.args == [tuple(row.ident for row in rows), 0]
    assert not dialog.isVisible()


def test_a_closed_case_and_a_withdrawn_letter_are_refused(sending: Sending) -> None:
    first, second = sending.draft(Channel.EMAIL, 2)
    mark(sending.desk, [first.ident], LetterStatus.WITHDRAWN)
    import_draft(sending.desk, replace(outcome(), number=UANumber(25, 40), index="X 2"))
    dialog = sending.open(first, second)
    assert "withdrawn" in dialog.refused.sentence.text()
    dialog.on.click()
    assert "was closed on" in dialog.refused.sentence.text()


def test_after_the_last_day_it_warns_and_goes_on(sending: Sending) -> None:
    late = wired(act_until=date(2025, 5, 30), stage=Stage.UPDATE, index="X 2", issued=date(2025, 5, 2))
    import_draft(sending.desk, late)
    dialog = sending.open(*sending.draft(Channel.EMAIL))
    said, silent = dialog.warning.text().splitlines()
    assert said == "40/25: the last day to write was 30 May 2025; ask the office first."
    assert silent.startswith("40/25: letters say nothing on the case itself")
    assert dialog.sent_button.isEnabled()


def test_what_is_typed_after_the_mail_went_is_not_said_to_have_gone(sending: Sending) -> None:
    [row] = sending.draft(Channel.EMAIL)
    dialog = sending.open(row)
    press(dialog, "Open in the mail program")
    went = dialog.email.text.toPlainText()
    edit = LetterEdit(own_words="Typed too late.")
    save_letter(sending.desk, row.ident, edit, letter_view(sending.desk, row.ident).version)
    press(dialog, "I have sent it")
    assert sending.statuses == [LetterStatus.SENT]
    assert email_of(sending.desk, row.ident).body == went


def test_a_letter_that_is_gone_is_not_shown_under_the_name_of_another(sending: Sending) -> None:
    dialog = sending.open(*sending.draft(Channel.EMAIL, 2))
    undo(sending.desk)
    dialog.on.click()
    assert "no longer there" in dialog.refused.sentence.text()
    assert dialog.who.text() == ""
