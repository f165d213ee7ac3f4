"""The report for the office, as a person makes it: office, days, names, the page, the mail."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.press.paper import open_sheets
from tests.ui.kit import Heard, bulletin, press
from uadesk.desk.bulletins import import_draft
from uadesk.desk.drafting import draft_letters
from uadesk.desk.replies import add_reply
from uadesk.desk.steps import mark
from uadesk.domain.addresses import Issuer
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.replies import Reply
from uadesk.ui.dialogs.office_report import OfficeReportDialog
from uadesk.ui.pages.reports import ReportsPage

OFFICES = (Issuer("Old Office", email=("old@example.org",)), Issuer("New Office", email=("new@example.org",)))


@pytest.fixture
def page(qtbot: QtBot, heard: Heard) -> Iterator[ReportsPage]:
    desk = heard.context.desk
    for place, office in enumerate(OFFICES):
        import_draft(desk, replace(bulletin(), number=UANumber(25, 40 + place), index=f"X {place}", issuer=office))
    rows = draft_letters(desk, 1, [1, 2], channel=Channel.HANDWRITTEN).done
    mark(desk, [row.ident for row in rows], LetterStatus.POSTED)
    made = ReportsPage(heard.context)
    qtbot.addWidget(made)
    made.show()
    yield made
    for dialog in made.findChildren(OfficeReportDialog):
        dialog.reject()


def opened(page: ReportsPage) -> OfficeReportDialog:
    press(page, "Report for the office…")
    [dialog] = page.findChildren(OfficeReportDialog)
    return dialog


def test_it_begins_with_the_newest_office_and_the_days_of_the_page(page: ReportsPage, qtbot: QtBot) -> None:
    page.span.kinds.setCurrentText("Since the beginning")
    page.names.setChecked(False)
    dialog = opened(page)
    assert dialog.which.currentText() == "New Office"
    assert dialog.to.text() == "new@example.org"
    assert dialog.span.kinds.currentText() == "Since the beginning"
    assert not dialog.names.isChecked()
    qtbot.waitUntil(lambda: dialog.pages.paper.page is not None)


def test_the_mail_goes_to_the_chosen_office_with_the_page(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "report.eml"), ""))
    dialog = opened(page)
    dialog.which.setCurrentText("Old Office")
    dialog.names.setChecked(False)
    press(dialog, "Save the mail…")
    mail = message_from_bytes((tmp_path / "report.eml").read_bytes(), policy=default)
    assert mail["To"] == "old@example.org"
    [attached] = mail.iter_attachments()
    [sheet] = open_sheets(attached.get_content())
    assert "34/25 Costa Rica 2 0 0 0" in sheet.lines
    assert "Zoë" not in sheet.text
    assert "UADesk sends nothing itself" in dialog.said.text()


def test_another_address_can_be_typed(page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "report.eml"), ""))
    dialog = opened(page)
    dialog.to.setText("desk@example.org")
    press(dialog, "Save the mail…")
    mail = message_from_bytes((tmp_path / "report.eml").read_bytes(), policy=default)
    assert mail["To"] == "desk@example.org"


def test_scans_of_replies_go_with_the_mail_unless_they_are_left_out(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "report.eml"), ""))
    scan = tmp_path / "reply.png"
    scan.write_bytes(b"a scan")
    add_reply(page.context.desk, 1, Reply(page.context.today, "Ministry"), scan=scan)
    dialog = OfficeReportDialog.open_for(page.context, page.span, names=True, parent=page)
    assert dialog.scans.text() == "With the scan of 1 reply: it may show a name"
    for names in (["report.pdf", "reply.png"], ["report.pdf"]):
        press(dialog, "Save the mail…")
        mail = message_from_bytes((tmp_path / "report.eml").read_bytes(), policy=default)
        assert [part.get_filename() for part in mail.iter_attachments()] == names
        dialog.scans.click()


def test_without_names_a_scan_is_attached_only_if_somebody_says_so_and_its_name_says_nothing(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "report.eml"), ""))
    scan = tmp_path / "to Zoë Łukaszewska.png"
    scan.write_bytes(b"a scan")
    add_reply(page.context.desk, 1, Reply(page.context.today, "Ministry"), scan=scan)
    dialog = OfficeReportDialog.open_for(page.context, page.span, names=False, parent=page)
    for names in (["report.pdf"], ["report.pdf", "reply-1.png"]):
        press(dialog, "Save the mail…")
        mail = message_from_bytes((tmp_path / "report.eml").read_bytes(), policy=default)
        assert [part.get_filename() for part in mail.iter_attachments()] == names
        dialog.scans.click()


def test_the_page_is_saved_and_a_bad_folder_is_said(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(page)
    for folder, said in ((tmp_path, "Saved in"), (tmp_path / "none", "could not be written")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values, to=folder: (str(to / "page.pdf"), ""))
        press(dialog, "Save as PDF…")
        assert said in dialog.said.text()
    [sheet] = open_sheets((tmp_path / "page.pdf").read_bytes())
    assert "For New Office" in sheet.lines
